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
    forever 21
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

  @Test("what the samples say of one name they say of all", arguments: ["gas natural", "h&m", "zara", "forever 21"])
  func samplesTeach(name: String) throws {
    let model = try #require(try Self.compiled.get().model)
    let reading = model.read("mi contrato de \(name)", context: UnderstandingFixture.context())
    let evidence = model.evidence.value
    let verdict = evidence.verdict(
      on: evidence.tally(SaidWords(reading, model, evidence), of: reading.units.indices))
    #expect(verdict?.best.intent == model.outside)
  }

  @Test(
    "a name is no foreign word, but what stands beside it is",
    arguments: [
      ("zara y almacenes pérez", 0), ("forever 21 xyzzyx", 1), ("h&m plughh xyzzyx", 2), ("xyzzyx", 1),
    ])
  func foreignWords(message: String, count: Int) throws {
    let model = try #require(try Self.compiled.get().model)
    #expect(model.read(message, context: UnderstandingFixture.context()).foreignWords == count)
  }

  @Test("the words of a name are one, numbers too", arguments: ["forever 21", "h&m"])
  func areOneWord(name: String) throws {
    let model = try #require(try Self.compiled.get().model)
    let reading = model.read(name, context: UnderstandingFixture.context())
    #expect(SaidWords(reading, model, model.evidence.value).words.count == 1)
  }

  @Test(
    "mistakes have a place",
    arguments: [
      ("zara\n[otra_empresa]\nikea", "sample_without_intent", 1), ("[otra_empresa\nzara", "sample_section", 1),
      ("[otra_empresa]\nzara\npedido", "name_is_word", 3),
      ("[otra_empresa]\n3 hermanos", "name_opens_badly", 2),
    ])
  func mistakes(text: String, code: String, line: Int) throws {
    let diagnostics = try UnderstandingFixture.compile(topics: Self.topics, names: text).diagnostics
    #expect(diagnostics.contains { $0.code == code && $0.location.line == line })
  }

  @Test func aNameThatIsNoWordIsNotReported() throws {
    #expect(try Self.compiled.get().diagnostics.allSatisfy { $0.code != "name_is_word" })
  }
}
