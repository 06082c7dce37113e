import Spanish
import Testing

@testable import Understanding

/// Patterns that ask for something elsewhere in the message: «soy vendedor y llevo poco, ¿cómo van las tarifas?».
@Suite struct CompanionTests {
  private static let lexicon = """
    verbs: [ser, vender, enviar, encender, querer]
    nouns: [vendedor, tarifa, correo, tableta, envío, lámpara]
    """

  private static let topics = """
    rules: {vende: "(~ser ~vendedor|~vender en ...3)"}
    lists:
      aparato: {tableta: {label: "Tableta", patterns: ["~tableta"]}}
    intents:
      vendedor.tarifas: {patterns: [{pattern: "~tarifa ...3", with: "<vende>"}], examples: ["soy vendedor, ¿qué tarifas hay?"]}
      envio.tarifas: {patterns: ["~tarifa de ~envío"]}
      aparato.problema: {slots: {aparato: aparato}, patterns: [{pattern: "no ...2 ~encender", with: "{aparato}"}]}
      lampara.apagada: {patterns: ["~lámpara ...3 no ...2 ~encender"]}
    """

  private static let compiled = Result { try UnderstandingFixture.compile(lexicon: lexicon, topics: topics) }

  private static func understand(_ message: String) throws -> Understanding {
    let (model, diagnostics) = try compiled.get()
    guard let model else { throw UnderstandingFixture.Broken(diagnostics: diagnostics) }
    return model.understand(message, context: UnderstandingFixture.context())
  }

  @Test(arguments: [
    ("soy vendedor y llevo poco, ¿cómo van las tarifas de eso?", "vendedor.tarifas"),
    ("¿cómo van las tarifas? es que vendo en vuestra página", "vendedor.tarifas"),
    ("las tarifas, soy vendedor", "vendedor.tarifas"),
    // The companion adds its weight.
    ("soy vendedor. ¿tarifas de envío?", "vendedor.tarifas"),
    ("compré una tableta en junio. De pronto no se enciende", "aparato.problema"),
    // Not there, or another pattern of its own.
    ("¿cómo van las tarifas de eso?", nil),
    ("¿qué tarifas de envío hay?", "envio.tarifas"),
    ("la lámpara no se enciende", "lampara.apagada"),
    ("no se enciende", nil),
    ("soy vendedor y llevo poco", nil),
  ])
  func decides(message: String, intent: String?) throws {
    #expect(try Self.understand(message).intents.map(\.id) == [intent].compactMap { $0 })
  }

  @Test func givesItsChoiceToTheSlot() throws {
    let slots = try Self.understand("tengo una tableta. No se enciende").slots
    #expect(slots.map(\.name) == ["aparato"] && slots.first?.value.string == "tableta")
  }

  @Test func reportsMistakesInIt() throws {
    let topics = "intents: {a.b: {patterns: [{pattern: \"~vender\", with: \"<nada>\"}]}}"
    let diagnostics = try UnderstandingFixture.compile(lexicon: Self.lexicon, topics: topics).diagnostics
    #expect(diagnostics.map(\.code).contains("undefined_rule"))
  }
}
