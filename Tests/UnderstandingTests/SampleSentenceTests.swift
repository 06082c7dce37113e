import Testing
import TextAnalysis

@testable import Understanding

/// What `frases.txt` may hold, and what its sentences decide where no pattern does.
@Suite struct SampleSentenceTests {
  private static let topics =
    UnderstandingFixture.topics + """

        fuera_de_dominio: {patterns: ["tiempo hace"], examples: ["qué tiempo hace"]}
      """

  private static let samples = """
    # Un comentario.
    [pedido.cancelar]
    al final no me hace falta, paradlo
    me he arrepentido de la compra de anoche
    parad la compra, ya la tengo de otra tienda
    quiero anular la compra que hice anoche
    [devolucion.iniciar]
    cómo os mando de vuelta la chaqueta
    la chaqueta me queda grande, os la mando
    quiero mandar de vuelta unos zapatos que me aprietan
    recogedme la chaqueta, no me convence
    [pedido.localizar]
    por dónde viene el camión con mi sofá
    cuándo viene el repartidor con la nevera
    sigo sin saber cuándo viene mi sofá
    el repartidor viene hoy o mañana
    [fuera_de_dominio]
    cuándo viene el autobús a la estación
    quién ganó el partido de anoche
    una receta de lentejas con chorizo
    cuánto cuesta aparcar en la estación
    """

  private static let compiled = Result { try UnderstandingFixture.compile(topics: topics, samples: samples) }

  private func understand(_ message: String, expecting: Awaited = Awaited()) throws -> Understanding {
    let model = try #require(try Self.compiled.get().model)
    return model.understand(message, context: UnderstandingFixture.context(expecting))
  }

  @Test(
    "words decide where no pattern does",
    arguments: [
      ("me he arrepentido, paradlo", "pedido.cancelar"),
      ("ya me he arrepentido de la compra aquella", "pedido.cancelar"),
      ("os mando de vuelta los zapatos", "devolucion.iniciar"),
      ("los zapatos me aprietan, recogedlos", "devolucion.iniciar"),
      ("por dónde viene mi nevera", "pedido.localizar"), ("el repartidor viene con el sofá hoy", "pedido.localizar"),
      // One typing error, and none of the accents.
      ("el repartidro viene con el sofa hoy", "pedido.localizar"),
    ])
  func decides(message: String, intent: String) throws {
    let understanding = try understand(message)
    #expect(understanding.intents.map(\.id) == [intent])
    #expect(understanding.intents.first?.file == "Intents/pedidos/frases.txt")
  }

  @Test(
    "nothing is decided",
    arguments: [
      // Outside, too little known, unknown, and denied.
      "quién ganó el partido", "lentejas con chorizo", "el zorrillo cruza otra laguna helada", "blorp fizz trala",
      "no quiero mandar de vuelta la chaqueta", "",
    ])
  func refuses(message: String) throws {
    #expect(try understand(message).intents.allSatisfy { $0.negated || $0.id == "fuera_de_dominio" })
  }

  @Test func aPatternStandsBeforeTheWords() throws {
    let understanding = try understand("quiero cancelar mi pedido de la chaqueta")
    #expect(understanding.intents.first?.file == "Intents/pedidos/pedidos.yaml")
    #expect(understanding.intents.first?.id == "pedido.cancelar")
  }

  @Test func anAnswerIsNoWish() throws {
    let awaited = Awaited(slot: "texto", kind: "text")
    #expect(try understand("os mando de vuelta los zapatos", expecting: awaited).intents.isEmpty)
  }

  @Test(
    "several wishes, a denial, and a story on the way to one",
    arguments: [
      ("¿por dónde viene mi sofá? quiero mandar de vuelta la chaqueta", "pedido.localizar devolucion.iniciar"),
      ("no quiero cancelar mi pedido, por dónde viene el repartidor con mi sofá", "-pedido.cancelar pedido.localizar"),
      ("tengo una chaqueta, por dónde viene el repartidor con mi sofá", "pedido.localizar"),
      ("me he arrepentido de la compra de anoche, me he arrepentido", "pedido.cancelar"),
      (
        "no quiero cambiar la dirección, ¿por dónde viene el repartidor con mi sofá? también quiero mandar de vuelta unos zapatos",
        "-pedido.modificar pedido.localizar devolucion.iniciar"
      ),
      // What was done leads to the wish, however clearly it is said.
      ("ayer cancelé mi pedido, por dónde viene el repartidor con mi sofá", "pedido.localizar"),
      ("no quiero esperar, cancelar la receta de lentejas con chorizo, quién ganó el partido", "fuera_de_dominio"),
    ])
  func divides(message: String, expected: String) throws {
    let intents = try understand(message).intents
    #expect(intents.map { ($0.negated ? "-" : "") + $0.id }.joined(separator: " ") == expected)
  }

  @Test func whatIsHeardSaysSo() throws {
    #expect(try understand("os mando de vuelta los zapatos").intents.map(\.isHeard) == [true])
    #expect(try understand("quiero cancelar mi pedido").intents.map(\.isHeard) == [false])
  }

  @Test func anOrderIsNeverOutside() throws {
    let intents = try understand("mi pedido 402-1234567-1234567, cuándo viene el autobús a la estación").intents
    #expect(intents.allSatisfy { $0.id != "fuera_de_dominio" })
  }

  @Test func slotsAreFilledAllTheSame() throws {
    let understanding = try understand("os mando de vuelta los zapatos del 402-1234567-1234567")
    #expect(understanding.slots.map(\.name) == ["pedido"])
  }

  @Test func theTraceNamesTheWords() throws {
    let model = try #require(try Self.compiled.get().model)
    let trace = model.trace("os mando de vuelta los zapatos", context: UnderstandingFixture.context())
    #expect(trace.contains("Intents/pedidos/frases.txt:7:1") && trace.contains("«vuelta» +"))
  }

  /// A pattern says where it stands, the words say why.
  @Test func theTraceNamesTheWordsBesideAPattern() throws {
    let model = try #require(try Self.compiled.get().model)
    let trace = model.trace(
      "quiero cancelar devolver de vuelta unos zapatos que me aprietan, recogedme la chaqueta",
      context: UnderstandingFixture.context())
    #expect(trace.contains("~devolver [...3]") && trace.contains("«devolver» +"))
  }

  @Test func theSameSamplesGiveTheSameWeights() throws {
    let again = try #require(try UnderstandingFixture.compile(topics: Self.topics, samples: Self.samples).model)
    let first = try #require(try Self.compiled.get().model)
    for message in ["os mando de vuelta los zapatos", "por dónde viene mi nevera", "me he arrepentido"] {
      let context = UnderstandingFixture.context()
      let verdicts = [first, again].map { model in
        let (evidence, reading) = (model.evidence.value, model.read(message, context: context))
        return evidence.verdict(on: evidence.tally(SaidWords(reading, model, evidence), of: reading.units.indices))
      }
      let (a, b) = (try #require(verdicts[0]), try #require(verdicts[1]))
      #expect(a.margin == b.margin && a.best.intent == b.best.intent)
    }
  }

  // MARK: the file

  @Test func readsAFileFromAnySystem() {
    let text = "\u{FEFF}# cabecera\r\n\r\n[a.b]\r\n  hola, ¿qué tal? \r\n# otra\r\n[c.d]\r\nadiós"
    var reader = SampleReader(ContentSource(path: "frases.txt", text: text))
    let sections = reader.read()["samples"]?.entries ?? []
    #expect(reader.diagnostics.isEmpty)
    #expect(sections.map(\.key) == ["a.b", "c.d"])
    #expect(sections.map { $0.value.items.compactMap(\.string) } == [["hola, ¿qué tal?"], ["adiós"]])
    #expect(sections.first?.value.items.first?.location.line == 4)
  }

  @Test(
    "mistakes have a place",
    arguments: [
      ("una frase suelta\n[pedido.cancelar]\notra", "sample_without_intent", 1),
      ("[pedido.cancelar]\nbien\n[pedido.localizar\nmal", "sample_section", 3),
      ("[]\nmal", "sample_section", 1), ("[pedido.cancela]\nquita eso", "undefined_intent", 1),
      ("[pedido.cancelar]\nquita eso\n[pedido.localizar]\nQuita eso", "sample_twice", 4),
    ])
  func mistakes(text: String, code: String, line: Int) throws {
    let diagnostics = try UnderstandingFixture.compile(topics: Self.topics, samples: text).diagnostics
    #expect(diagnostics.contains { $0.code == code && $0.location.line == line })
  }

  @Test("so many intents have samples, and no more", arguments: [(512, false), (513, true)])
  func intentLimit(count: Int, isTooMany: Bool) throws {
    let ids = (0..<count).map { "tema.n\($0)" }
    let topics = "intents:\n" + ids.map { "  \($0): {patterns: ['frase de \($0)']}\n" }.joined()
    let samples = ids.map { "[\($0)]\nalgo de \($0)\n" }.joined()
    let diagnostics = try UnderstandingFixture.compile(topics: topics, samples: samples).diagnostics
    #expect(diagnostics.contains { $0.code == "too_many_sampled_intents" } == isTooMany)
  }
}
