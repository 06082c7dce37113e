import Testing
import TextAnalysis

/// Where tokens stand, and what clause and sentence they belong to.
@Suite("Positions")
struct TextPositionTests {
  private let analyzer: TextAnalyzer

  init() throws { analyzer = try TextAnalyzer() }

  @Test(
    "ranges point into what was typed",
    arguments: [
      ("¿Dónde está?", ["¿", "Dónde", "está", "?"]), ("Man\u{303}ana  si\u{301}", ["Man\u{303}ana", "si\u{301}"]),
      ("👍🏽 ok\u{A0}va", ["👍🏽", "ok", "va"]), ("\u{FEFF}hola\tya", ["hola", "ya"]), ("e\u{301}", ["e\u{301}"]),
    ])
  func rangesAreOriginal(text: String, expected: [String]) {
    let analyzed = analyzer.analyze(text)
    let originals = analyzed.tokens.map { Array(analyzed.original($0.range).unicodeScalars) }
    #expect(originals == expected.map { Array($0.unicodeScalars) })
  }

  @Test("the spans of the protocol count Unicode scalars")
  func scalarRanges() throws {
    let analyzed = analyzer.analyze("¿Dónde está 👍🏽 mi")
    let ranges = analyzed.tokens.map { analyzed.scalarRange($0.range) }
    #expect(ranges == [0..<1, 1..<6, 7..<11, 12..<14, 15..<17])
  }

  @Test(
    "sentences end at . ! ? and at line ends, clauses also at , ; :",
    arguments: [
      ("hola, qué tal", [0, 0, 1, 1], [0, 0, 0, 0]), ("Sí. No", [0, 0, 1], [0, 0, 1]), ("Sí\nNo", [0, 1], [0, 1]),
      ("ya?!... va", [0, 0, 0, 0, 0, 0, 1], [0, 0, 0, 0, 0, 0, 1]), ("a 1,5 b", [0, 0, 0], [0, 0, 0]),
      ("a: b; c", [0, 0, 1, 1, 2], [0, 0, 0, 0, 0]), ("a,\nb", [0, 0, 1], [0, 0, 1]),
      ("a\n\n,b", [0, 1, 2], [0, 1, 1]),
      ("¿ya? ¡va!", [0, 0, 0, 1, 1, 1], [0, 0, 0, 1, 1, 1]), ("...va", [0, 0, 0, 1], [0, 0, 0, 1]),
      ("las 10 a.m. del 5", [0, 0, 0, 0, 0, 0], [0, 0, 0, 0, 0, 0]), ("10 a.m. Quiero", [0, 0, 0, 1], [0, 0, 0, 1]),
      ("núm. 402 ya", [0, 0, 0, 0], [0, 0, 0, 0]), ("a@b.es. Ya", [0, 0, 1], [0, 0, 1]),
      ("vale… ya", [0, 0, 1], [0, 0, 1]),
      // Marks that stand alone between what is listed, and the numbers of a list.
      ("la funda + el vaso", [0, 0, 0, 1, 1], [0, 0, 0, 0, 0]), ("a - b", [0, 0, 1], [0, 0, 0]),
      ("1) ana 2) luis", [0, 0, 0, 1, 1, 1], [0, 0, 0, 0, 0, 0]),
      ("1- ana 2- luis", [0, 0, 0, 1, 1, 1], [0, 0, 0, 0, 0, 0]),
      // What only looks so: a sum, a range, a remark, a word with a hyphen.
      ("2 + 2", [0, 0, 0], [0, 0, 0]), ("talla 38 - 40", [0, 0, 0, 0], [0, 0, 0, 0]),
      ("de 1-2 días", [0, 0, 0], [0, 0, 0]),
      ("ana (el 2) va", [0, 0, 0, 0, 0, 0], [0, 0, 0, 0, 0, 0]),
    ])
  func countsClausesAndSentences(text: String, clauses: [Int], sentences: [Int]) {
    let tokens = analyzer.analyze(text).tokens
    #expect(tokens.map(\.clause) == clauses)
    #expect(tokens.map(\.sentence) == sentences)
  }

  @Test(
    "white space before a token",
    arguments: [("a b,c d", [false, true, false, false, true]), (" a€", [false, false])])
  func seesSpace(text: String, expected: [Bool]) {
    #expect(analyzer.analyze(text).tokens.map(\.spaceBefore) == expected)
  }

  @Test(
    "texts without a token",
    arguments: ["", " ", "\n\r\n", "\u{0}", "\u{FEFF}", "\u{301}", "\u{200B}\u{200D}", "\u{1}\u{2}\t", "\u{FE0F}"])
  func hasNoToken(text: String) {
    #expect(analyzer.analyze(text).tokens.isEmpty)
  }

  /// Messages that no customer types by hand. Everything that holds for any text is checked on them.
  static let hostileTexts: [String] = [
    String(repeating: "a", count: 100_000), String(repeating: "á", count: 50_000),
    String(repeating: "👍🏽", count: 12_500),
    "a" + String(repeating: "\u{301}", count: 50_000), String(repeating: "🇪", count: 12_501),
    String(repeating: "a@", count: 50_000), String(repeating: "a.", count: 50_000),
    String(repeating: "1-", count: 50_000),
    String(repeating: "://", count: 30_000), String(repeating: "www.", count: 25_000),
    String(repeating: "_", count: 100_000),
    String(repeating: "(", count: 100_000), "http://" + String(repeating: "(a)", count: 30_000),
    String(repeating: "\u{0}", count: 1000) + "x", "a\u{0}b", "\u{202E}odidep\u{202C}", "漢字かな交じり文 ไทย", "مرحبا ١٢٣",
    "\u{10FFFF}\u{E000}", "\r\n\r\nhola\r\n", "@.@.@", ".@", "é@é.é", "n.º.º.º", "1.er.er", ":(:(:(", "_a_._b_", "º",
    "1º2º3º",
  ]

  @Test("any text is cut in order, without overlap, at scalar boundaries", arguments: hostileTexts.indices)
  func invariantsHold(index: Int) {
    let text = Self.hostileTexts[index]
    let analyzed = analyzer.analyze(text)
    var upper = 0
    var foldedUpper = 0
    var previous: Token?
    var isSound = true
    for token in analyzed.tokens {
      isSound = isSound && token.range.lower >= upper && token.range.lower < token.range.upper
      isSound = isSound && analyzed.bytes[token.range.lower] & 0xC0 != 0x80
      isSound =
        isSound && (token.range.upper == analyzed.bytes.count || analyzed.bytes[token.range.upper] & 0xC0 != 0x80)
      isSound = isSound && token.folded.lowerBound == foldedUpper && !token.folded.isEmpty
      isSound = isSound && (0...1).contains(token.clause - (previous?.clause ?? 0))
      isSound = isSound && token.sentence <= token.clause
      upper = token.range.upper
      foldedUpper = token.folded.upperBound
      previous = token
    }
    #expect(isSound)
    #expect(upper <= analyzed.bytes.count)
    #expect(foldedUpper == analyzed.foldedBytes.count)
  }

  @Test("one analyzer serves many tasks")
  func isThreadSafe() async {
    let expected = analyzer.analyze("¿Dónde está mi pedido 402-1234567-1234567?").tokens.map(\.range)
    await withTaskGroup(of: Bool.self) { group in
      for _ in 0..<8 {
        group.addTask { [analyzer] in
          (0..<200).allSatisfy { _ in
            analyzer.analyze("¿Dónde está mi pedido 402-1234567-1234567?").tokens.map(\.range) == expected
          }
        }
      }
      for await isEqual in group { #expect(isEqual) }
    }
  }
}
