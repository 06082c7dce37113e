import Testing

@testable import Understanding

/// What a message denies, reports, or asks for after all: «-» before a negated intent.
@Suite struct DenialTests {
  private func intents(_ message: String) throws -> String {
    try UnderstandingFixture.understand(message).intents.map { ($0.negated ? "-" : "") + $0.id }.joined(separator: " ")
  }

  @Test(
    "a denial governs its clause up to a new wish or order",
    arguments: [
      ("no quiero el pedido, cancelenlo ya", "pedido.cancelar"),
      ("no quiero el paquete quiero cancelar el pedido", "pedido.cancelar"),
      ("no quiero el pedido cancelamelo", "pedido.cancelar"),
      ("en vez de cancelar el pedido quiero cambiar la dirección", "-pedido.cancelar pedido.modificar"),
      ("en lugar de cancelar el pedido, quiero cambiar la dirección", "-pedido.cancelar pedido.modificar"),
      ("no es que quiera devolver el paquete", "-devolucion.iniciar"),
      ("ni quiero cancelar ni quiero devolver", "-pedido.cancelar -devolucion.iniciar"),
      ("no hace falta que canceles el pedido", "-pedido.cancelar"),
      ("no te he dicho que canceles el pedido", "-pedido.cancelar"),
      ("no se trata de cancelar, quiero cambiar la dirección", "-pedido.cancelar pedido.modificar"),
      ("nada de cancelar el pedido", "-pedido.cancelar"),
      ("no necesito cambio de dirección, quiero cancelar el pedido", "-pedido.modificar pedido.cancelar"),
      ("no me quiero quedar sin cancelar el pedido", "-pedido.cancelar"),
      ("no quiero devolver el paquete sino cancelar el pedido", "-devolucion.iniciar pedido.cancelar"),
      ("no quiero esperar y quiero cancelar el pedido", "pedido.cancelar"),
      ("no es que no me haya llegado el pedido", "-pedido.no_recibido"),
      ("no me refiero a cancelar el pedido", "-pedido.cancelar"),
      ("no vengo a cancelar el pedido, quiero devolver el paquete", "-pedido.cancelar devolucion.iniciar"),
      ("cancelar el pedido no, quiero cambiar la dirección", "-pedido.cancelar pedido.modificar"),
      ("quiero devolver el paquete, cancelarlo no", "devolucion.iniciar -pedido.cancelar"),
      ("no me refiero a cancelar el pedido sino a devolver el paquete", "-pedido.cancelar devolucion.iniciar"),
      ("quiero cancelar el pedido, no una dirección nueva", "pedido.cancelar"),
      ("no quiero tener que cancelar el pedido", "-pedido.cancelar"),
      ("no vaya a cancelar el pedido", "-pedido.cancelar"),
      ("ni se os ocurra cancelar el pedido", "-pedido.cancelar"),
      ("no busco cancelar el pedido, quiero cambiar la dirección", "-pedido.cancelar pedido.modificar"),
      ("cancelar el pedido ya no, quiero cambiar la dirección", "-pedido.cancelar pedido.modificar"),
      ("cancelar el pedido no hace falta, quiero cambiar la dirección", "-pedido.cancelar pedido.modificar"),
      (
        "cancelar el pedido no hace falta que lo hagáis, quiero cambiar la dirección",
        "-pedido.cancelar pedido.modificar"
      ),
      ("no te pido cancelar el pedido, quiero cambiar la dirección", "-pedido.cancelar pedido.modificar"),
      ("cancelar el pedido no quiero, quiero cambiar la dirección", "-pedido.cancelar pedido.modificar"),
      ("cancelar el pedido no pienso, quiero cambiar la dirección", "-pedido.cancelar pedido.modificar"),
      ("¿cancelar el pedido? no, quiero cambiar la dirección", "-pedido.cancelar pedido.modificar"),
      ("cancelar el pedido, no pregunto por eso, quiero cambiar la dirección", "-pedido.cancelar pedido.modificar"),
      ("quiero cambiar la dirección, no que me canceles el pedido", "pedido.modificar -pedido.cancelar"),
      ("no es el pedido lo que no llega, quiero cambiar la dirección", "-pedido.no_recibido pedido.modificar"),
      ("cancelar el pedido no q ya viene, quiero cambiar la dirección", "-pedido.cancelar pedido.modificar"),
      ("tarda mucho, así que cancelar no, quiero cambiar la dirección", "-pedido.cancelar pedido.modificar"),
      ("de cancelar el pedido no tengo dudas, quiero cambiar la dirección", "-pedido.cancelar pedido.modificar"),
      ("ya sé dónde está mi pedido, no pregunto por eso, quiero cancelarlo", "-pedido.localizar pedido.cancelar"),
      ("cancelar el pedido no gracias, quiero cambiar la dirección", "-pedido.cancelar pedido.modificar"),
      ("cancelar el pedido NOOO, quiero cambiar la dirección", "-pedido.cancelar pedido.modificar"),
      ("cancelar el pedido no es el problema, quiero cambiar la dirección", "-pedido.cancelar pedido.modificar"),
      ("cancelar el pedido no me interesa ahora, quiero cambiar la dirección", "-pedido.cancelar pedido.modificar"),
      ("cancelar el pedido, ese no es el tema, quiero cambiar la dirección", "-pedido.cancelar pedido.modificar"),
      ("cancelar el pedido no pregunto eso, quiero cambiar la dirección", "-pedido.cancelar pedido.modificar"),
      ("no ando pidiendo cancelar el pedido, quiero cambiar la dirección", "-pedido.cancelar pedido.modificar"),
      ("no te hablo de cancelar el pedido solo quiero cambiar la dirección", "-pedido.cancelar pedido.modificar"),
      (
        "iba a devolver el paquete pero ya no lo devuelvo, quiero cambiar la dirección",
        "-devolucion.iniciar pedido.modificar"
      ),
    ])
  func denials(message: String, expected: String) throws { #expect(try intents(message) == expected) }

  @Test(
    "what is settled or dismissed is not asked for",
    arguments: [
      ("ya sé dónde está mi pedido, quiero cambiar la dirección", "-pedido.localizar pedido.modificar"),
      ("lo de cancelar el pedido ya está, quiero cambiar la dirección", "-pedido.cancelar pedido.modificar"),
      ("lo de cancelar el pedido ya se resolvió", "-pedido.cancelar"),
      ("mi pedido ya sé dónde está, quiero cambiar la dirección", "-pedido.localizar pedido.modificar"),
      ("cancelar el pedido, eso dejadlo, quiero cambiar la dirección", "-pedido.cancelar pedido.modificar"),
      ("cancelar el pedido lo dejan como está, quiero cambiar la dirección", "-pedido.cancelar pedido.modificar"),
      ("olvídate de cancelar el pedido, quiero cambiar la dirección", "-pedido.cancelar pedido.modificar"),
      ("de cancelar el pedido olvídate, quiero cambiar la dirección", "-pedido.cancelar pedido.modificar"),
      ("cancelar el pedido me da igual, quiero cambiar la dirección", "-pedido.cancelar pedido.modificar"),
      ("cancelar el pedido me da pereza, quiero cambiar la dirección", "-pedido.cancelar pedido.modificar"),
      ("de cancelar el pedido nada, quiero cambiar la dirección", "-pedido.cancelar pedido.modificar"),
      ("la dirección dejadla tal cual, quiero cancelar el pedido", "pedido.cancelar"),
    ])
  func settled(message: String, expected: String) throws { #expect(try intents(message) == expected) }

  @Test(
    "«ya», «olvidar» and «dejar» that settle nothing",
    arguments: [
      ("¿mi pedido ya está? quiero cancelar el pedido", "pedido.cancelar"),
      ("ya quiero cancelar el pedido", "pedido.cancelar"),
      ("el pedido ya lo quiero cancelar", "pedido.cancelar"),
      ("si ya tengo el pedido quiero devolver el paquete", "devolucion.iniciar"),
      ("cancela el pedido que ya me llegó", "pedido.cancelar"), ("olvidé cancelar el pedido", "pedido.cancelar"),
      ("deja de cancelar el pedido", "pedido.cancelar"), ("me da pereza cancelar el pedido", "pedido.cancelar"),
      ("de mi pedido no sé nada, quiero cancelar el pedido", "pedido.cancelar"),
      ("cancelar el pedido me da pena", "pedido.cancelar"),
      ("sin querer pedí dos, cancelar el pedido", "pedido.cancelar"),
    ])
  func unsettled(message: String, expected: String) throws { #expect(try intents(message) == expected) }

  @Test(
    "a fact, a doubt and «no solo» deny nothing",
    arguments: [
      ("no consigo cancelar el pedido", "pedido.cancelar"),
      ("no sé cómo cancelar el pedido", "pedido.cancelar"),
      ("no hay manera de cancelar el pedido", "pedido.cancelar"),
      ("no es posible cancelar el pedido", "pedido.cancelar"),
      ("si no canceláis el pedido", "pedido.cancelar"),
      ("no solo quiero cancelar el pedido", "pedido.cancelar"),
      ("¿cancelas el pedido o no?", "pedido.cancelar"),
      ("el pedido no ha llegado", "pedido.no_recibido"),
      ("el pedido ya no quiero, cancelar el pedido", "pedido.cancelar"),
      ("no pido más esperas, quiero cancelar el pedido", "pedido.cancelar"),
      ("no dejéis de cancelar el pedido", "pedido.cancelar"),
      ("no tengo nada cancelame el pedido", "pedido.cancelar"),
      ("¿puedo cancelar el pedido o este pedido no?", "pedido.cancelar"),
      ("no tengo dudas, quiero cancelar el pedido", "pedido.cancelar"),
      ("iba a devolver el paquete pero no me deja", "devolucion.iniciar"),
      ("cancelar el pedido que aún no ha salido", "pedido.cancelar"),
      ("nadie me atiende, quiero cancelar el pedido", "pedido.cancelar"),
      ("no está en ninguna parte, cancelar el pedido", "pedido.cancelar"),
    ])
  func facts(message: String, expected: String) throws { #expect(try intents(message) == expected) }

  @Test(
    "what was done is not asked for",
    arguments: [
      "me han cancelado el pedido", "cancelé el pedido ayer", "ya cancelaron mi pedido", "me devolvieron el paquete",
      "me aparece cancelado el pedido", "el pedido está cancelado",
    ])
  func reports(message: String) throws { #expect(try intents(message) == "") }

  @Test(
    "what looks like a report and asks",
    arguments: [
      ("cancele el pedido", "pedido.cancelar"), ("cancelo el pedido", "pedido.cancelar"),
      ("me cancelaría el pedido", "pedido.cancelar"), ("cancélalo, el pedido", "pedido.cancelar"),
    ])
  func requests(message: String, expected: String) throws { #expect(try intents(message) == expected) }

  @Test(
    "characters that are no words",
    arguments: [
      ("\u{FFFD}hola", "charla.saludo"), ("\u{7}hola", "charla.saludo"),
      ("* quiero cancelar mi pedido", "pedido.cancelar"),
      ("> hola", "charla.saludo"), ("\u{200B}cancela mi pedido\u{FFFD}", "pedido.cancelar"),
    ])
  func noise(message: String, expected: String) throws { #expect(try intents(message) == expected) }

  @Test(
    "the form of a verb",
    arguments: [
      ("cancelar", "cancelar", VerbForm.infinitive), ("cancelarlo", "cancelar", .infinitive),
      ("canceles", "cancelar", .subjunctive), ("devuelvan", "devolver", .subjunctive),
      ("cancelo", "cancelar", .firstPerson), ("cancelado", "cancelar", .past), ("devuelto", "devolver", .past),
      ("cancelaron", "cancelar", .past), ("devolvi", "devolver", .past), ("cancela", "cancelar", .other),
      ("cancelalo", "cancelar", .other), ("anada", "anadir", .subjunctive), ("devuelve", "devolver", .other),
    ])
  func forms(form: String, lemma: String, expected: VerbForm) {
    #expect(VerbForm(Spelling(of: form), lemma: lemma, endsAccented: false) == expected)
  }
}
