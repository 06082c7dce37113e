import Testing

@testable import Understanding

/// Which intents a message carries: «-» before a negated one.
@Suite struct IntentTests {
  private func intents(_ message: String, expecting: Awaited = Awaited()) throws -> String {
    try UnderstandingFixture.understand(message, expecting: expecting).intents
      .map { ($0.negated ? "-" : "") + $0.id }.joined(separator: " ")
  }

  @Test(
    "as people type it",
    arguments: [
      ("quiero cancelar mi pedido", "pedido.cancelar"),
      ("hola, quiero cancelar mi pedido por favor", "pedido.cancelar"),
      ("hola buenas quiero cancelar el pedido", "pedido.cancelar"),
      ("kiero canselar mi pedido", "pedido.cancelar"),
      ("CANCÉLAME EL PEDIDO", "pedido.cancelar"),
      ("cancelen mi orden", "pedido.cancelar"),
      ("dnd esta mi paquete", "pedido.localizar"),
      ("¿Dónde está mi pedido nº 402-1234567-1234567?", "pedido.localizar"),
      ("no me ha llegado el pedido", "pedido.no_recibido"),
      ("quiero hablar con un ser humano", "contacto.persona"),
      ("agente", "contacto.persona"),
      ("hola", "charla.saludo"),
    ])
  func wins(message: String, expected: String) throws { #expect(try intents(message) == expected) }

  @Test(
    "several wishes, in order",
    arguments: [
      ("cancela el pedido y devuélveme el paquete", "pedido.cancelar devolucion.iniciar"),
      ("¿dónde está mi pedido? quiero cambiar la dirección", "pedido.localizar pedido.modificar"),
    ])
  func several(message: String, expected: String) throws { #expect(try intents(message) == expected) }

  @Test(
    "denied wishes, and denials that are none",
    arguments: [
      ("no quiero cancelar", "-pedido.cancelar"),
      ("no canceles el pedido", "-pedido.cancelar"),
      ("ya no quiero cancelar el pedido", "-pedido.cancelar"),
      ("sin cancelar el pedido", "-pedido.cancelar"),
      ("no quiero cancelar, quiero cambiar la dirección", "-pedido.cancelar pedido.modificar"),
      ("no puedo cancelar el pedido", "pedido.cancelar"),
      ("no, cancela el pedido", "pedido.cancelar"),
      ("por qué no canceláis mi pedido", "pedido.cancelar"),
      ("no ha llegado", "pedido.no_recibido"),
    ])
  func negation(message: String, expected: String) throws { #expect(try intents(message) == expected) }

  @Test(
    "nothing of ours",
    arguments: [
      "¿cuánto cuesta un vuelo a Roma?", "el pedido", "asdf qwer", "🙂🙂", "", "402-1234567-1234567", "mi perro no come",
    ])
  func misses(message: String) throws { #expect(try intents(message) == "") }

  @Test(
    "after a question for confirmation",
    arguments: [
      ("sí, cancélalo", "control.si"), ("sí, pero solo la funda", "control.si"), ("no", "control.no"),
    ])
  func confirmation(message: String, expected: String) throws {
    let options = [ExpectedOption(id: "si", label: "Sí, cancélalo"), ExpectedOption(id: "no", label: "No")]
    #expect(try intents(message, expecting: Awaited(kind: "confirm", options: options)) == expected)
  }

  @Test(
    "languages",
    arguments: [
      ("where is my order please", "en"), ("où est ma commande s'il vous plaît", "fr"),
      ("wo ist meine Bestellung", "de"), ("vorrei sapere dove il mio pacco è arrivato", "it"),
      ("quiero cancelar", "es"),
      ("vuelo a Roma", "es"), ("🙂", "und"), ("1234", "und"),
    ])
  func languages(message: String, language: String) throws {
    #expect(try UnderstandingFixture.understand(message).language == language)
  }

  @Test func confidenceSaysHowMuchIsExplained() throws {
    let full = try #require(try UnderstandingFixture.understand("quiero cancelar mi pedido").intents.first)
    let thin = try #require(
      try UnderstandingFixture.understand("cancelar azul cosas raras de montaña mi pedido").intents.first)
    #expect(full.confidence >= 0.9)
    #expect(thin.confidence < full.confidence - 0.1)
  }

  @Test func examplesHold() throws { #expect(try UnderstandingFixture.model().check() == []) }

  @Test func traceShowsRunAndMiss() throws {
    let model = try UnderstandingFixture.model()
    let hit = model.trace("canselar mi pedido", context: UnderstandingFixture.context())
    #expect(hit.contains("pedidos.yaml:") && hit.contains("arreglo"))
    #expect(model.trace("donde está", context: UnderstandingFixture.context()).contains("lo más cercano"))
  }
}
