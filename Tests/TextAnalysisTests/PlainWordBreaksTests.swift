import Testing

@testable import TextAnalysis

/// ICU judges what is cut without it.
@Suite("plain text is cut as ICU cuts it")
struct PlainWordBreaksTests {
  private let breaker: WordBreaker

  init() throws { breaker = try WordBreaker() }

  /// Whether the text is plain.
  private func check(_ text: String) throws -> Bool {
    let bytes = Array(text.utf8)
    guard let plain = PlainWordBreaks.segments(of: bytes) else { return false }
    #expect(try plain == breaker.segments(of: bytes), "\(text.debugDescription)")
    return true
  }

  @Test("every short text of what stands for its kind")
  func combinations() throws {
    let alphabet = ["a", "é", "5", " ", "\n", ".", "'", ",", ":", "-", "$", "¿"]
    var texts = [""]
    var plain = 0
    for _ in 0..<4 {
      texts = texts.flatMap { text in alphabet.map { text + $0 } }
      for text in texts where try check(text) { plain += 1 }
    }
    #expect(plain > 15_000)
  }

  @Test("every Latin character beside letters, digits and spaces")
  func characters() throws {
    for scalar in (UInt32(1)..<0x250).compactMap(Unicode.Scalar.init) {
      for before in ["", "a", "5", " "] {
        for after in ["", "a", "5", " "] { _ = try check(before + String(Character(scalar)) + after) }
      }
    }
  }

  @Test(
    "messages are plain",
    arguments: [
      "¿Dónde está mi pedido? Lo pedí ayer, ¡y nada!", "el 5 (o 6) me llega... no, el 7",
      "quiero 2x1\nsi hay - gracias",
    ])
  func plain(text: String) throws { #expect(try check(text)) }

  @Test(
    "these are not",
    arguments: [
      "a las 10:30", "a.m. o p.m", "1.234,56 €", "ana@x.es", "e\u{301}", "nº", "hola 🙂", "d'ací", "a_b", "中", "a\tb",
    ])
  func special(text: String) { #expect(PlainWordBreaks.segments(of: Array(text.utf8)) == nil) }
}
