import Commerce
import Dialogue
import Foundation
import Spanish

/// Returning and exchanging (RET1–RET7), and refusing a delivery (REF1, REF2).
enum ReturnActions {
  static let entries: [ActionEntry] = [
    ActionEntry(
      "devoluciones.comprobar", "Si un pedido, o unos productos suyos, se pueden devolver o cambiar", demand: .see,
      inputs: ["pedido", "lineas"],
      outcomes: [
        "posible", "elegir", "fuera_de_plazo", "no_entregado", "ya_devuelto", "vendedor_externo", "no_existe",
      ],
      outputs: [
        "lineas_posibles", "lineas", "productos", "cuantos", "importe", "limite", "vendedor", "solo_una_vez",
        "hay_reemplazo",
      ], body: ActionRunner.checkReturn),
    ActionEntry(
      "devoluciones.crear", "Tramita una devolución (`reembolso`) o el mismo producto otra vez (`reemplazo`)",
      demand: .act, inputs: ["pedido", "lineas", "motivo", "resolucion", "metodo_pago"],
      outcomes: [
        "ok", "fuera_de_plazo", "no_entregado", "ya_devuelto", "vendedor_externo", "resolucion_no_ofrecida",
        "metodo_no_admitido", "no_existe",
      ],
      outputs: ["etiqueta", "con_etiqueta", "importe", "metodo", "plazo", "productos", "correo"], writes: true,
      body: ActionRunner.createReturn),
    ActionEntry(
      "devoluciones.cambiar", "Cambia productos entregados por las variantes anotadas en `cambios`", demand: .act,
      inputs: ["pedido", "cambios", "motivo", "metodo_pago"],
      outcomes: [
        "ok", "agotado", "saldo_insuficiente", "metodo_no_admitido", "fuera_de_plazo", "no_entregado", "ya_devuelto",
        "vendedor_externo", "sin_cambios", "no_existe",
      ],
      outputs: ["etiqueta", "importe", "tipo_diferencia", "metodo", "productos", "correo", "saldo"], writes: true,
      body: ActionRunner.exchange),
    ActionEntry(
      "entregas.comprobar_rechazo", "Si la entrega de un pedido se puede rechazar", demand: .see, inputs: ["pedido"],
      outcomes: [
        "posible", "vendedor_externo", "no_ha_salido", "entregado", "cancelado", "ya_anotado", "no_existe",
      ],
      outputs: ["vendedor", "productos"], body: ActionRunner.checkRefusal),
    ActionEntry(
      "entregas.rechazar", "Anota que el cliente rechazará la entrega", demand: .act, inputs: ["pedido"],
      outcomes: ["ok", "vendedor_externo", "no_ha_salido", "entregado", "cancelado", "ya_anotado", "no_existe"],
      outputs: ["productos"], writes: true, body: ActionRunner.refuseDelivery),
  ]
}

extension ActionRunner {
  func checkReturn(_ call: ActionCall) throws(OrderServiceError) -> ActionResult {
    guard let found = try order(call.arguments) else { return ActionResult("no_existe") }
    let policies = try policies()
    var outputs: Slots = [
      "vendedor": .text(found.seller.name), "solo_una_vez": yesNo(policies.afterDeliveryOnce),
      "hay_reemplazo": yesNo(policies.replaceSameVariant),
    ]
    let verdict = ReturnPolicy.verdict(
      on: found.order, soldBy: found.seller.kind, lines: call.arguments.lines, now: now, policies: policies)
    switch verdict {
    case .possible(let lines, let deadline):
      outputs.merge(lineOutputs(lines, of: found.order)) { _, new in new }
      outputs["limite"] = day(deadline)
      if call.arguments.lines == nil { outputs["lineas_posibles"] = lineOptions(lines, of: found) }
      return ActionResult("posible", outputs)
    case .choose(let lines, let deadline):
      outputs["lineas_posibles"] = lineOptions(lines, of: found)
      outputs["productos"] = names(lines, of: found.order)
      outputs["cuantos"] = number(lines.count)
      outputs["limite"] = day(deadline)
      return ActionResult("elegir", outputs)
    case .tooLate(let deadline):
      outputs["productos"] = names(call.arguments.lines ?? found.order.lines.map(\.id), of: found.order)
      outputs["limite"] = day(deadline)
      return ActionResult("fuera_de_plazo", outputs)
    default: return ActionResult(refusal(verdict), outputs)
    }
  }

  private func refusal(_ verdict: ReturnVerdict) -> String {
    switch verdict {
    case .tooLate: "fuera_de_plazo"
    case .notDelivered: "no_entregado"
    case .alreadyReturned: "ya_devuelto"
    case .externalSeller: "vendedor_externo"
    case .resolutionNotOffered: "resolucion_no_ofrecida"
    case .methodNotAllowed: "metodo_no_admitido"
    case .possible, .choose, .unknownLine: "no_existe"
    }
  }

  /// What a return that was created gives to the messages.
  func outputs(of created: CreatedReturn) -> Slots {
    var outputs: Slots = [
      "productos": names(created.lines), "plazo": number(created.refundBusinessDays),
      "correo": .text(created.confirmation.email), "con_etiqueta": yesNo(created.entry.label != nil),
    ]
    outputs["etiqueta"] = created.entry.label.map { .text($0) }
    outputs["importe"] = created.refund.map { money($0.amount.magnitude) }
    outputs["metodo"] = created.refund.map { .text($0.method.label) }
    return outputs
  }

  func createReturn(_ call: ActionCall) throws(OrderServiceError) -> ActionResult {
    guard let id = call.arguments.text("pedido"), let lines = call.arguments.lines else {
      return ActionResult("no_existe")
    }
    let request = CreateReturn(
      order: id, lines: lines, reason: call.arguments.text("motivo") ?? "otro",
      resolution: call.arguments.text("resolucion").flatMap(Resolution.init(rawValue:)) ?? .refund,
      refundTo: call.arguments.text("metodo_pago"))
    switch try orders.perform(request, of: customer.id, key: call.key, now: now) {
    case .created(let created):
      return ActionResult("ok", outputs(of: created), confirmation: created.confirmation)
    case .refused(let verdict): return ActionResult(refusal(verdict))
    case .notFound, nil: return ActionResult("no_existe")
    }
  }

  func exchange(_ call: ActionCall) throws(OrderServiceError) -> ActionResult {
    guard let id = call.arguments.text("pedido"), !call.arguments.changes.isEmpty else {
      return ActionResult("no_existe")
    }
    let request = ExchangeItems(
      order: id, changes: call.arguments.changes, reason: call.arguments.text("motivo") ?? "otro",
      method: call.arguments.text("metodo_pago"))
    switch try orders.perform(request, of: customer.id, key: call.key, now: now) {
    case .created(let created):
      var outputs = outputs(of: created)
      if let difference = created.refund {
        outputs["tipo_diferencia"] = side(of: difference.amount)
        outputs.merge(try balanceOutput(difference.method)) { _, new in new }
      }
      return ActionResult("ok", outputs, confirmation: created.confirmation)
    case .refused(let verdict):
      let outcome = refusal(verdict)
      return ActionResult(outcome == "resolucion_no_ofrecida" ? "no_existe" : outcome)
    case .variant(.outOfStock): return ActionResult("agotado")
    case .variant: return ActionResult("sin_cambios")
    case .payment(.notAllowed): return ActionResult("metodo_no_admitido")
    case .payment(.tooLittle(let balance)): return ActionResult("saldo_insuficiente", ["saldo": money(balance)])
    case .notFound, nil: return ActionResult("no_existe")
    }
  }

  // MARK: Refusing the delivery

  func checkRefusal(_ call: ActionCall) throws(OrderServiceError) -> ActionResult {
    guard let found = try order(call.arguments) else { return ActionResult("no_existe") }
    return told(RefuseDelivery.verdict(on: found), done: "posible", seller: found.seller.name)
  }

  func refuseDelivery(_ call: ActionCall) throws(OrderServiceError) -> ActionResult {
    guard let id = call.arguments.text("pedido") else { return ActionResult("no_existe") }
    let outcome = try orders.perform(RefuseDelivery(order: id), of: customer.id, key: call.key, now: now)
    return outcome.map { told($0, done: "ok", seller: nil) } ?? ActionResult("no_existe")
  }

  private func told(_ outcome: RefuseDelivery.Outcome, done: String, seller: String?) -> ActionResult {
    var outputs: Slots = seller.map { ["vendedor": .text($0)] } ?? [:]
    switch outcome {
    case .noted(let lines):
      outputs["productos"] = names(lines)
      return ActionResult(done, outputs)
    case .externalSeller: return ActionResult("vendedor_externo", outputs)
    case .notShipped: return ActionResult("no_ha_salido", outputs)
    case .delivered: return ActionResult("entregado", outputs)
    case .cancelled: return ActionResult("cancelado", outputs)
    case .alreadyNoted: return ActionResult("ya_anotado", outputs)
    case .notFound: return ActionResult("no_existe")
    }
  }
}
