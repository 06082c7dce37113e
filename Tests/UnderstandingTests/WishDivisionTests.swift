import Testing

@testable import Understanding

/// How a message falls into wishes, with the whole content.
@Suite struct WishDivisionTests {
  private let model: UnderstandingModel

  init() throws { model = try DevSetTests.contentModel.get() }

  private func intents(_ message: String) -> String {
    model.understand(message, context: UnderstandingFixture.context()).intents
      .map { ($0.negated ? "-" : "") + $0.id }.joined(separator: " ")
  }

  @Test(
    "two wishes and more, in order",
    arguments: [
      (
        "cancela el pedido de la freidora y dime cuándo me devuelven lo de la plancha",
        "pedido.cancelar reembolso.estado"
      ),
      ("mándame esta conversación y pásame con tu supervisor", "conversacion.transcripcion contacto.supervisor"),
      ("no me ha llegado el paquete y además quiero poner una queja", "pedido.no_recibido queja.presentar"),
      ("cuántos días tengo para devolver? y dónde está mi otro pedido?", "devolucion.plazos pedido.localizar"),
      (
        "dónde está la mesa que pedí, quiero devolver la silla, y si no pásame con alguien",
        "pedido.localizar devolucion.iniciar contacto.persona"
      ),
      (
        "cuándo me devuelven el dinero del abrigo? por dónde va la bufanda? y dad de baja prime",
        "reembolso.estado pedido.localizar suscripcion.cancelar"
      ),
      (
        "activar avisos sms, actualizar mi domicilio y cambiar la contraseña",
        "pedido.avisos_sms cuenta.direccion cuenta.acceso"
      ),
      (
        "alguien ha entrado en mi cuenta, quiero borrar mis tarjetas y que anuléis los pedidos que ha hecho",
        "seguridad.cuenta_comprometida pago.metodo pedido.cancelar"
      ),
      // Without a mark between them, as people dictate.
      ("no consigo iniciar sesion llamenme al fijo", "cuenta.acceso contacto.llamada"),
      ("el jarrón llegó rajado quiero hablar con alguien", "articulo.problema contacto.persona"),
      ("el jarrón llegó rajado / dónde anda la mesa", "articulo.problema pedido.localizar"),
      // Listed by number.
      (
        "1- devolver la sartén 2- cambiar las zapatillas por un 41 3- ver mis pedidos",
        "devolucion.iniciar devolucion.cambio pedido.listar"
      ),
      // In few words, and with a verb that both could take.
      ("¿pago aduana si vivo en Melilla? ¿y por dónde va el mío?", "pedido.aduanas pedido.localizar"),
      ("por dónde va la lámpara y de ahí me mandas la factura", "pedido.localizar factura.descargar"),
      (
        "quiero la talla 44 en vez de la 42 en el pantalón que aún no ha salido y también la factura de la mesa",
        "pedido.modificar factura.descargar"
      ),
      // Beside a denial too.
      (
        "no quiero cancelar nada, dime por dónde va la bufanda y quiero devolver la silla",
        "-pedido.cancelar pedido.localizar devolucion.iniciar"
      ),
    ])
  func divides(message: String, expected: String) { #expect(intents(message) == expected) }

  @Test(
    "what is told, and its reason, is one wish",
    arguments: [
      ("avísame por sms cuando llegue la manta", "pedido.avisos_sms"),
      ("ayer cancelé un pedido, devolví otro, y hoy quiero la factura del primero", "factura.descargar"),
      (
        "pedí cancelar la bici pero ya había salido del almacén, ¿puedo rechazarla cuando venga el repartidor?",
        "pedido.rechazar_entrega"
      ),
      (
        "le pregunté al vendedor por el reloj, no supo contestar y el joyero dice que es falso",
        "falsificacion.denunciar"
      ),
      ("ayer me pidieron fotos y la factura, a qué correo las mando", "contacto.correo"),
      ("cancelé un pedido y no me han devuelto la plata", "reembolso.estado"),
      ("el ventilador no gira y quiero devolverlo", "devolucion.iniciar"),
      ("la jarra llegó rajada, la quiero devolver", "devolucion.iniciar"),
      ("la jarra llegó rajada y quiero devolver el plato", "articulo.problema devolucion.iniciar"),
      (
        "pedí dos tallas porque no sabía cuál me quedaría bien, la pequeña me va perfecta, así que quiero devolver la grande",
        "devolucion.iniciar"
      ),
    ])
  func tells(message: String, expected: String) { #expect(intents(message) == expected) }

  @Test(
    "what is none of the shop's stays so beside a word of the shop's, and beside a denial",
    arguments: [
      "el casero no me quiere devolver la fianza del piso porque dice que pinté las paredes",
      "mi gimnasio no me deja cancelar la cuota, fui en persona y siguen cobrándome, ¿es legal?",
      "¿cuándo me ingresa Hacienda la devolución de la renta?",
      "asos me mandó otra talla y quiero que asos me la cambie",
      "dame el número de atención al cliente de movistar",
    ])
  func refuses(message: String) {
    let ids = Set(model.understand(message, context: UnderstandingFixture.context()).intents.map(\.id))
    #expect(ids == ["fuera_de_dominio"])
  }

  @Test(
    "what one shall not be brought to, and what is not so",
    arguments: [
      ("no me ofrezcan cancelar el pedido, quiero la factura", "-pedido.cancelar factura.descargar"),
      ("no me obliguéis a devolver la silla, quiero la factura", "-devolucion.iniciar factura.descargar"),
      ("no dejéis de cancelar el pedido de la silla", "pedido.cancelar"),
      ("la chaqueta no tiene ningún defecto, es que no me gusta y la quiero devolver", "devolucion.iniciar"),
      ("ofertas no me interesan, quiero la factura", "-promociones.consulta factura.descargar"),
      ("no me den un número para llamar, prefiero que me llamen", "-contacto.telefono contacto.llamada"),
    ])
  func declines(message: String, expected: String) {
    let wanted = intents(message).split(separator: " ").filter { !$0.hasPrefix("-") }
    #expect(wanted == expected.split(separator: " ").filter { !$0.hasPrefix("-") })
  }

  @Test(
    "what is asked beside a denial is about the same thing",
    arguments: [
      ("no quiero darme de baja de Prime, dime qué ventajas tiene", "-suscripcion.cancelar prime.consulta"),
      ("no me des de baja Prime, quiero saber qué incluye la cuota anual", "-suscripcion.cancelar prime.consulta"),
      ("no quiero darme de baja de Prime", "-suscripcion.cancelar"),
      ("no quiero darme de baja de Prime, muchas gracias por todo", "-suscripcion.cancelar"),
    ])
  func topics(message: String, expected: String) { #expect(intents(message) == expected) }

  /// An agenda is a thing to whoever sells one, and a calendar to everybody else.
  @Test func whatTheShopSellsIsItsBusiness() {
    let message = "cancela la agenda del martes"
    var context = UnderstandingFixture.context()
    #expect(model.understand(message, context: context).intents.map(\.id) == ["fuera_de_dominio"])
    context.wares = model.wareNames(["Agenda 2026"])
    #expect(model.understand(message, context: context).intents.map(\.id) == ["pedido.cancelar"])
  }
}
