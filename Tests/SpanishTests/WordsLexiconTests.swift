import Spanish
import Testing

/// Looking words up: readings, repairs, cuts and joins.
@Suite struct WordsLexiconTests {
  /// A small content, as an author would name it.
  static let lexicon: Lexicon = {
    func entries(_ list: String, _ kind: PartOfSpeech) -> [LemmaEntry] {
      list.split(separator: " ").map { LemmaEntry(lemma: String($0), partOfSpeech: kind) }
    }
    let verbs = entries(
      "cancelar devolver pedir querer enviar recibir pagar cambiar llegar ir sentar dar hacer reembolsar", .verb)
    let nouns = entries(
      "pedido paquete envío reembolso devolución factura dirección tarjeta contraseña compañía caso", .noun)
    return Lexicon(
      entries: verbs + nouns + entries("roto dañado", .adjective),
      words: ["hola", "favor", "gracias", "donde", "si", "no", "mi", "por"],
      abbreviations: [("xq", "por qué"), ("pq", "porque"), ("tb", "también")]
    ) { $0.lowercased() }
  }()

  static func bytes(_ text: String) -> ArraySlice<UInt8> { ArraySlice(Array(text.utf8)) }

  static func names(_ readings: [Reading]) -> Set<String> {
    Set(
      readings.map {
        $0.lemma >= 0 ? lexicon.lemmas[Int($0.lemma)] : "«" + lexicon.words[Int($0.word)] + "»"
      })
  }

  @Test(arguments: [
    ("pedidos", ["pedido", "pedir"]), ("envio", ["envío", "enviar"]), ("contrasenas", ["contraseña"]),
    ("contraseñas", ["contraseña"]), ("compania", ["compañía"]), ("hola", ["«hola»"]), ("rotas", ["roto"]),
    ("devolvio", ["devolver"]), ("danado", ["dañado"]), ("casa", []), ("mesa", []), ("cancelr", []), ("12", []),
    ("", []),
  ]) func reads(word: String, expected: [String]) {
    var readings: [Reading] = []
    Self.lexicon.appendReadings(of: Self.bytes(word), to: &readings)
    #expect(Self.names(readings) == Set(expected), "\(word)")
    #expect(readings.allSatisfy { $0.cost == 0 })
  }

  @Test(arguments: [
    ("devuelvemelo", "devolver", UInt8(9)), ("cancelandolo", "cancelar", 8), ("canceladme", "cancelar", 1),
    ("cancelame", "cancelar", 1), ("devolveme", "devolver", 1), ("cancelarlos", "cancelar", 8),
    ("cancelenselo", "cancelar", 12), ("vamonos", "ir", 32), ("sentaos", "sentar", 64), ("sentemonos", "sentar", 32),
    ("demoselo", "dar", 12), ("idos", "ir", 64), ("hazmelo", "hacer", 9), ("enviarnoslas", "enviar", 40),
    ("pidele", "pedir", 16),
  ]) func readsEnclitics(word: String, lemma: String, enclitics: UInt8) {
    var readings: [Reading] = []
    Self.lexicon.appendReadings(of: Self.bytes(word), to: &readings)
    #expect(
      readings.contains {
        $0.lemma >= 0 && Self.lexicon.lemmas[Int($0.lemma)] == lemma && $0.enclitics == enclitics
      }, "\(word): \(readings)")
  }

  @Test(arguments: ["cancelasme", "canceladolo", "cancelabalo", "cancelolome", "cancelarmese", "vamolo", "devolvidome"])
  func noEnclitics(word: String) {
    var readings: [Reading] = []
    Self.lexicon.appendReadings(of: Self.bytes(word), to: &readings)
    #expect(readings.isEmpty, "\(word): \(Self.names(readings))")
  }

  @Test(arguments: [
    ("sentados", UInt8(64)), ("pedidos", 64), ("enviados", 64),
  ]) func participlesCarryNoPronoun(word: String, bit: UInt8) {
    var readings: [Reading] = []
    Self.lexicon.appendReadings(of: Self.bytes(word), to: &readings)
    #expect(readings.allSatisfy { $0.enclitics & bit == 0 })
  }

  @Test(arguments: [
    ("cancelr", "cancelar"), ("pedidi", "pedido"), ("debolver", "devolver"), ("enbio", "envío"),
    ("paqete", "paquete"), ("reenbolso", "reembolso"), ("rembolso", "reembolso"), ("qiero", "querer"),
    ("kiero", "querer"), ("cnacelar", "cancelar"), ("canselar", "cancelar"), ("cansela", "cancelar"),
    ("recivido", "recibir"), ("devolusion", "devolución"), ("dirrecion", "dirección"), ("tarjta", "tarjeta"),
    ("fatcura", "factura"), ("holaaaa", "«hola»"), ("hols", "«hola»"), ("siiii", "«si»"), ("nooo", "«no»"),
    ("debuelvemelo", "devolver"), ("graciasss", "«gracias»"), ("paquetr", "paquete"), ("yegado", "llegar"),
    ("oaquete", "paquete"), ("devoluvion", "devolución"), ("contrsaeña", "contraseña"), ("contrazena", "contraseña"),
  ]) func repairs(word: String, expected: String) {
    var readings: [Reading] = []
    Self.lexicon.appendRepairs(of: Self.bytes(word), to: &readings)
    #expect(Self.names(readings).contains(expected), "\(word): \(Self.names(readings))")
    #expect(readings.allSatisfy { $0.cost >= 2 })
  }

  @Test(arguments: [
    "casa", "cosa", "cambio", "perro", "pelo", "rojo", "cuando", "paseo", "mesa", "llegado", "todavia", "quizas",
    "vendiendo", "rapidamente", "abc1234", "402", "no", "pdo", "xyz", "qwertyuiop", "zzzzzzzzz", "ornitorrinco",
    "fotosintesis", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", "",
  ]) func leavesAlone(word: String) {
    var readings: [Reading] = []
    Self.lexicon.appendRepairs(of: Self.bytes(word), to: &readings)
    #expect(readings.isEmpty, "\(word): \(Self.names(readings))")
  }

  @Test(arguments: ["pedidos", "casa", "cosas", "hicieron", "devuelvemelo", "comprarlo", "rapidamente", "ustedes"])
  func knows(word: String) { #expect(Self.lexicon.isKnown(Self.bytes(word))) }

  @Test(arguments: ["cancelr", "mipedido", "asdf", "cansela", ""])
  func doesNotKnow(word: String) { #expect(!Self.lexicon.isKnown(Self.bytes(word))) }

  @Test(arguments: [
    ("porfavor", "por", "favor"), ("mipedido", "mi", "pedido"), ("noquiero", "no", "quiero"),
    ("cancelarpedido", "cancelar", "pedido"), ("elpaquete", "el", "paquete"),
  ]) func cuts(word: String, left: String, right: String) throws {
    let parts = try #require(Self.lexicon.split(Self.bytes(word)))
    #expect(parts.left == Self.bytes(left) && parts.right == Self.bytes(right))
  }

  @Test(arguments: ["pedidos", "casa", "cancelr", "porque", "debolver", "asdfgh", "si", "entregado", ""])
  func doesNotCut(word: String) { #expect(Self.lexicon.split(Self.bytes(word)) == nil, "\(word)") }

  @Test func joinsAndExpands() {
    #expect(Self.lexicon.joined(Self.bytes("de"), Self.bytes("volver")))
    #expect(Self.lexicon.joined(Self.bytes("fac"), Self.bytes("tura")))
    #expect(!Self.lexicon.joined(Self.bytes("de"), Self.bytes("pedido")))
    #expect(!Self.lexicon.joined(Self.bytes("mi"), Self.bytes("casa")))
    #expect(Self.lexicon.expansion(of: Self.bytes("xq")) == [Array("por".utf8), Array("que".utf8)])
    #expect(Self.lexicon.expansion(of: Self.bytes("pedido")) == nil)
  }
}
