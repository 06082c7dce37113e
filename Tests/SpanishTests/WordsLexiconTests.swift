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
    ("cnclar", "cancelar"), ("dvlvr", "devolver"), ("rmblsar", "reembolsar"), ("paquwte", "paquete"),
    ("cancelaemlo", "cancelar"), ("cancelamlo", "cancelar"), ("canclamelo", "cancelar"), ("cancelameelo", "cancelar"),
    ("deuvelvemelo", "devolver"), ("cacela", "cancelar"), ("qiuero", "querer"), ("graxias", "«gracias»"),
    ("fvaor", "«favor»"), ("hla", "«hola»"), ("dodne", "«donde»"), ("quieroo", "querer"),
    ("cambiarrr", "cambiar"), ("yego", "llegar"), ("resibido", "recibir"), ("embiar", "enviar"),
  ]) func repairs(word: String, expected: String) {
    let (found, readings) = Self.read(word)
    #expect(found == .repaired, "\(word): \(found)")
    #expect(Self.names(readings).contains(expected), "\(word): \(Self.names(readings))")
    #expect(readings.allSatisfy { $0.cost >= 2 })
  }

  static func read(_ word: String, before next: String = "") -> (TokenReading, [Reading]) {
    var readings: [Reading] = []
    let found = lexicon.read(bytes(word), before: bytes(next), repairing: true, into: &readings)
    return (found, readings)
  }

  @Test(arguments: [
    "casa", "cosa", "perro", "pelo", "rojo", "cuando", "paseo", "mesa", "todavia", "quizas", "vendiendo",
    "rapidamente", "abc1234", "402", "pdx", "xyz", "qwertyuiop", "zzzzzzzzz", "ornitorrinco",
    "fotosintesis", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", "jajajaja", "jejej", "mmmm", "", "casado", "pecado",
    "cancelable", "tarjetero", "perrito", "callejuela", "order", "amazon", "whatsapp", "Ñuñoa",
  ]) func leavesAlone(word: String) {
    let (found, readings) = Self.read(word)
    #expect(readings.isEmpty, "\(word): \(Self.names(readings))")
    #expect(found == .known || found == .unknown, "\(word): \(found)")
  }

  @Test("a word of 100 kB costs no more than reading it")
  func leavesMonstersAlone() {
    for letter in ["a", "k", "pedido", "ñ", "lo"] {
      let word = String(repeating: letter, count: 100_000 / letter.utf8.count)
      let clock = ContinuousClock()
      let took = clock.measure { #expect(Self.read(word).1.isEmpty) }
      #expect(took < .milliseconds(50))
    }
  }

  @Test("no repair without leave: numbers, links and identifiers are what they are")
  func repairsNothingElse() {
    var readings: [Reading] = []
    let found = Self.lexicon.read(Self.bytes("cancelr"), before: [], repairing: false, into: &readings)
    #expect(found == .unknown && readings.isEmpty)
  }

  @Test(arguments: ["pedidos", "casa", "cosas", "hicieron", "devuelvemelo", "comprarlo", "rapidamente", "ustedes"])
  func knows(word: String) { #expect(Self.lexicon.isKnown(Self.bytes(word))) }

  @Test(arguments: ["cancelr", "mipedido", "asdf", "cansela", "cargadorse", ""])
  func doesNotKnow(word: String) { #expect(!Self.lexicon.isKnown(Self.bytes(word))) }

  @Test(arguments: [
    ("porfavor", "por favor"), ("mipedido", "mi pedido"), ("noquiero", "no quiero"), ("elpaquete", "el paquete"),
    ("cancelarpedido", "cancelar pedido"), ("nomellego", "no me llego"), ("nome", "no me"),
    ("quierocancelar", "quiero cancelar"), ("quierocancelarlo", "quiero cancelarlo"), ("dondeesta", "donde esta"),
    ("mipedidonohallegado", "mi pedido no ha llegado"), ("holabuenas", "hola buenas"), ("enla", "en la"),
  ]) func cuts(word: String, parts: String) throws {
    guard case .parts(let pieces, _, let areTyped) = Self.read(word).0 else {
      Issue.record("\(word) was not cut")
      return
    }
    #expect(pieces.map { String(decoding: $0, as: UTF8.self) }.joined(separator: " ") == parts)
    #expect(areTyped)
  }

  @Test("a short word and a mistyped one", arguments: [("mipedio", "mi"), ("quierocanselar", "quiero")])
  func cutsAndRepairs(word: String, first: String) throws {
    guard case .parts(let pieces, let cost, let areTyped) = Self.read(word).0 else {
      Issue.record("\(word) was not cut")
      return
    }
    #expect(pieces.count == 2 && pieces[0] == Self.bytes(first) && cost >= 2 && !areTyped)
  }

  @Test(arguments: [
    "pedidos", "casa", "cancelr", "debolver", "asdfgh", "si", "entregado", "Pagola", "Marisela", "", "casala",
  ])
  func doesNotCut(word: String) {
    if case .parts(let pieces, _, _) = Self.read(word).0 { Issue.record("\(word): \(pieces.count) pieces") }
  }

  @Test(
    "words that sound like others keep their own readings, and get theirs",
    arguments: [
      ("echo", "", ["hacer"]), ("asta", "", []), ("tube", "", []), ("a", "llegado", []), ("ase", "", ["hacer"]),
      ("acer", "", ["hacer"]), ("bamos", "", ["ir"]), ("baya", "", ["ir"]), ("boy", "", ["ir"]),
      ("pedios", "", ["pedido"]),
    ])
  func confuses(word: String, next: String, expected: [String]) {
    let readings = Self.read(word, before: next).1
    let names = Self.names(readings)
    for name in expected { #expect(names.contains(name), "\(word): \(names)") }
  }

  @Test func confusesOnlyBeforeItsKind() {
    let lexicon = Lexicon(
      entries: [LemmaEntry(lemma: "haber", partOfSpeech: .verb)], words: ["a"], abbreviations: []
    ) { $0 }
    func readings(_ word: String, _ next: String) -> Int {
      var readings: [Reading] = []
      _ = lexicon.read(Self.bytes(word), before: Self.bytes(next), repairing: true, into: &readings)
      return readings.count
    }
    #expect(readings("a", "llegado") == 2 && readings("a", "casa") == 1 && readings("a", "") == 1)
    #expect(readings("ha", "cancelar") == 2 && readings("ha", "cancelado") == 1)
  }

  @Test(
    "two words for one, and one for two",
    arguments: [
      ("porque", "por que"), ("sino", "si no"), ("alas", "a las"), ("haber", "a ver"), ("aver", "a ver"),
      ("osea", "o sea"), ("aveces", "a veces"),
    ])
  func parts(word: String, expected: String) {
    guard case .parts(let pieces, let cost, let areTyped) = Self.read(word).0 else {
      Issue.record("\(word) has no parts")
      return
    }
    #expect(pieces.map { String(decoding: $0, as: UTF8.self) }.joined(separator: " ") == expected)
    #expect(cost == 2 && !areTyped)
  }

  @Test(
    "words written apart",
    arguments: [
      ("quiero", "de", "volver", true), ("", "de", "volver", true),
      ("para", "can", "celar", true), ("el", "fac", "tura", true), ("ganas", "de", "volver", false),
      ("acabo", "de", "volver", false), ("el", "de", "pedido", false), ("en", "mi", "casa", false),
      ("", "pe", "dido", true), ("la", "devol", "ucion", true),
    ])
  func joins(before: String, left: String, right: String, expected: Bool) {
    let whole = Self.bytes(left + right)
    #expect(
      Self.lexicon.joined(whole, at: left.utf8.count, after: Self.bytes(before)) == expected, "\(left) \(right)")
  }

  @Test func expands() {
    #expect(Self.lexicon.expansion(of: Self.bytes("xq")) == [Array("por".utf8), Array("que".utf8)])
    #expect(Self.lexicon.expansion(of: Self.bytes("pedido")) == nil)
    #expect(Self.read("tb").0 == .parts([Self.bytes("tambien")], cost: 1, areTyped: false))
  }
}
