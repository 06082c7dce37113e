import Testing
import TextAnalysis

@Suite("Folding")
struct FoldingTests {
  private let analyzer: TextAnalyzer

  init() throws { analyzer = try TextAnalyzer() }

  @Test(
    "accents, case and typography no longer tell words apart",
    arguments: [
      ("¿Dónde ESTÁ?", "¿donde esta?"), ("AÑO", "año"), ("ano", "ano"), ("Pingüino", "pinguino"), ("Barça", "barca"),
      ("nº", "nº"), ("N°", "nº"), ("1ª", "1ª"), ("pa’ mañana", "pa' mañana"), ("402‑1234567–1", "402-1234567-1"),
      ("Straße", "strasse"), ("İstanbul", "istanbul"), ("ŁÓDŹ", "łodz"), ("½ ² ﬁ", "½ ² fi"), ("ΣΊΣΥΦΟΣ", "σισυφοσ"),
      ("한글", "한글"), ("pe\u{AD}dido", "pedido"), ("❤\u{FE0F}", "❤"), ("", ""), ("\u{0}a\u{1}", "\u{0}a\u{1}"),
    ])
  func folds(text: String, to folded: String) {
    #expect(Array(analyzer.fold(text).unicodeScalars) == Array(folded.unicodeScalars))
  }

  @Test(
    "decomposed text folds to the same bytes as composed text",
    arguments: ["dónde está mi pingüino", "MAÑANA", "piñón", "n\u{303}u\u{301}", "Ǹandú", "ñ\u{301}"])
  func normalizationDoesNotMatter(text: String) throws {
    let decomposed = text.decomposedForTest
    #expect(Array(analyzer.fold(decomposed).utf8) == Array(analyzer.fold(text).utf8))
  }

  @Test(
    "folding what is folded changes nothing",
    arguments: ["Él DIJO «¡Adiós!»", "n.º 5", "ÑÑÑ", "ﬁn", "👨‍👩‍👧", "ΐ", "e\u{301}\u{327}", "n\u{323}\u{303}"])
  func isIdempotent(text: String) {
    let once = analyzer.fold(text)
    #expect(analyzer.fold(once) == once)
  }

  @Test("never compatibility decomposition", arguments: [("nº", "no"), ("2ª", "2a"), ("m²", "m2"), ("ño", "no")])
  func keepsApart(text: String, from other: String) {
    #expect(analyzer.fold(text) != analyzer.fold(other))
  }
}

extension String {
  /// Canonical decomposition of the Spanish letters that the tests use; the tests do without Foundation.
  fileprivate var decomposedForTest: String {
    let marks: [Character: String] = [
      "á": "a\u{301}", "é": "e\u{301}", "í": "i\u{301}", "ó": "o\u{301}", "ú": "u\u{301}", "ü": "u\u{308}",
      "ñ": "n\u{303}",
      "Ñ": "N\u{303}", "Ǹ": "N\u{300}",
    ]
    return map { marks[$0] ?? String($0) }.joined()
  }
}
