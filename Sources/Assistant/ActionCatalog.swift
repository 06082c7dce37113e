package import Dialogue

/// What flows may call, with everything that `check` needs to prove them.
package enum ActionCatalog {
  package static let signatures: [ActionSignature] = [
    ActionSignature("cliente.estado", inputs: [], outcomes: ["identificado", "anonimo"], outputs: ["nombre"]),
    ActionSignature(
      "cliente.identificar", inputs: ["correo", "pedido", "nombre", "codigo_postal"],
      outcomes: ["ok", "no_coincide", "faltan_datos"], outputs: ["nombre"]),
    ActionSignature(
      "pedidos.elegibles", inputs: ["para"], outcomes: ["uno", "varios", "ninguno"], outputs: ["pedidos", "pedido"]),
    ActionSignature(
      "pedidos.localizar", inputs: ["pedido", "producto"],
      outcomes: [
        "pendiente", "en_preparacion", "enviado", "retrasado", "entregado", "cancelado", "cancelacion_solicitada",
        "devuelto", "no_rastreable", "no_existe",
      ],
      outputs: [
        "vendedor", "transportista", "seguimiento", "estimada", "entregado_el", "aduanas", "ultimo_evento", "productos",
      ]),
    ActionSignature(
      "pedidos.comprobar_cancelacion", inputs: ["pedido", "lineas"],
      outcomes: [
        "posible", "elegir", "fuera_de_plazo", "en_preparacion", "enviado", "entregado", "ya_cancelado",
        "ya_solicitado", "lote", "lote_espera", "no_existe",
      ],
      outputs: [
        "lineas_posibles", "lineas", "productos", "cuantos", "importe", "vendedor", "tipo_vendedor", "minutos",
        "correo",
        "desde",
      ]),
    ActionSignature(
      "pedidos.cancelar", inputs: ["pedido", "lineas", "motivo"],
      outcomes: ["ok", "fuera_de_plazo", "en_preparacion", "enviado", "ya_cancelado", "no_existe"],
      outputs: ["productos", "importe", "metodo", "correo"], writes: true),
    ActionSignature(
      "pedidos.solicitar_cancelacion", inputs: ["pedido", "lineas", "motivo"],
      outcomes: ["ok", "enviado", "ya_cancelado", "no_existe"], outputs: ["plazo", "productos", "correo"], writes: true),
    ActionSignature(
      "devoluciones.comprobar", inputs: ["pedido", "lineas"],
      outcomes: [
        "posible", "elegir", "fuera_de_plazo", "no_entregado", "ya_devuelto", "vendedor_externo", "no_existe",
      ],
      outputs: ["lineas_posibles", "lineas", "productos", "cuantos", "importe", "limite", "vendedor"]),
    ActionSignature(
      "devoluciones.crear", inputs: ["pedido", "lineas", "motivo", "resolucion"],
      outcomes: ["ok", "fuera_de_plazo", "ya_devuelto", "no_existe"],
      outputs: ["etiqueta", "importe", "metodo", "plazo", "productos", "correo"], writes: true),
    ActionSignature("servicio.horario", inputs: [], outcomes: ["abierto", "cerrado"], outputs: ["abre"]),
    ActionSignature(
      "phishing.comprobar", inputs: ["remitente", "url"], outcomes: ["coherente", "sospechoso", "sin_datos"],
      outputs: ["motivo"]),
  ]
}
