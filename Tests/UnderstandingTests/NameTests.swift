import Testing

@testable import Understanding

/// What `nombres.txt` may hold, and how messages with such names are understood.
@Suite struct NameTests {
  private static let topics =
    UnderstandingFixture.topics + """

        fuera_de_dominio: {patterns: ["~otra_empresa ...2"], examples: ["zara me debe dinero"]}
      """

  private static let samples = """
    [pedido.cancelar]
    dejad sin efecto la compra de anoche
    sin efecto la compra, por favor, que me arrepiento
    [pedido.localizar]
    por dónde viene el camión con mi sofá
    [fuera_de_dominio]
    dejad sin efecto lo de zara
    sin efecto mi contrato de zara
    zara tiene que dejarlo sin efecto
    """

  private static let names = """
    # Otras empresas.
    [otra_empresa]
    zara
    gas natural
    almacenes pérez
    h&m
    """

  private static let compiled = Result {
    try UnderstandingFixture.compile(topics: topics, samples: samples, names: names)
  }

  private func intents(_ message: String) throws -> [String] {
    let model = try #require(try Self.compiled.get().model)
    return model.understand(message, context: UnderstandingFixture.context()).intents.map(\.id)
  }

  @Test(
    "a name is one thing to the patterns, however many words it has",
    arguments: [
      ("zara me cobró dos veces", true), ("ZARA no contesta", true), ("el gas natural no llega", true),
      ("almacenes perez no contesta", true), ("los de h&m no contestan", true),
      // Parts of a name, a name inside a word, and another word.
      ("el gas no llega", false), ("los almacenes no contestan", false), ("zarandajas no contesta", false),
    ])
  func names(message: String, isName: Bool) throws {
    #expect(try intents(message).contains("fuera_de_dominio") == isName)
  }

  @Test("what the samples say of one name they say of all", arguments: ["gas natural", "h&m", "zara"])
  func samplesTeach(name: String) throws {
    let model = try #require(try Self.compiled.get().model)
    let reading = model.read("mi contrato de \(name)", context: UnderstandingFixture.context())
    let evidence = model.evidence.value
    let verdict = evidence.verdict(
      on: evidence.tally(SaidWords(reading, model, evidence), of: reading.units.indices))
    #expect(verdict?.best.intent == model.outside)
  }

  @Test("a name is no foreign word") func isNotForeign() throws {
    let model = try #require(try Self.compiled.get().model)
    let reading = model.read("zara y almacenes pérez", context: UnderstandingFixture.context())
    #expect(reading.foreignWords == 0)
  }

  @Test(
    "mistakes have a place",
    arguments: [
      ("zara\n[otra_empresa]\nikea", "sample_without_intent", 1), ("[otra_empresa\nzara", "sample_section", 1),
      ("[otra_empresa]\nzara\npedido", "name_is_word", 3),
    ])
  func mistakes(text: String, code: String, line: Int) throws {
    let diagnostics = try UnderstandingFixture.compile(topics: Self.topics, names: text).diagnostics
    #expect(diagnostics.contains { $0.code == code && $0.location.line == line })
  }

  @Test func aNameThatIsNoWordIsNotReported() throws {
    #expect(try Self.compiled.get().diagnostics.allSatisfy { $0.code != "name_is_word" })
  }
}
