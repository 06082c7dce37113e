/// Cuts messages into folded tokens that remember where they came from.
///
/// Three passes over the bytes: ICU's word rules for Spanish (by ICU itself where a text is not plain); our corrections
/// (an e-mail address is one token, a missing space after a full stop is not); folding, with clauses and sentences
/// counted. Make one and share it: it is thread-safe, and making it costs about a millisecond.
package final class TextAnalyzer: Sendable {
  private let breaker: WordBreaker
  private let folding: Folding

  /// Fails only if ICU cannot load its rules.
  package init() throws(TextAnalysisError) {
    breaker = try WordBreaker()
    folding = try Folding()
  }

  /// The tokens of `text`. White space, control characters and invisible characters make no token, and no token's folded
  /// form is empty. Any text is fine; cost: O(bytes).
  package func analyze(_ text: String) -> AnalyzedText {
    let bytes = Array(text.utf8)
    var gluing = PieceGluing(bytes: bytes, segments: PlainWordBreaks.segments(of: bytes) ?? segments(of: bytes))
    let pieces = gluing.glued()
    var assembly = TokenAssembly(bytes: bytes, folding: folding, count: pieces.count)
    for piece in pieces { assembly.append(piece) }
    return assembly.finished(text)
  }

  /// `text` folded as tokens are, spaces and all: for the words of patterns and tables.
  package func fold(_ text: String) -> String {
    let bytes = Array(text.utf8)
    var folded: [UInt8] = []
    do {
      let end = try folding.fold(bytes, in: bytes.indices, into: &folded, at: 0)
      return String(decoding: folded[..<end], as: UTF8.self)
    } catch {
      return text  // ICU is out of memory: unfolded text matches less, which is all that can be done here
    }
  }

  /// How many segments ICU alone sees in `text`: the first pass, for `mostrador-bench`.
  package func segmentOnly(_ text: String) -> Int {
    segments(of: Array(text.utf8)).count
  }

  private func segments(of bytes: [UInt8]) -> [Segment] {
    do {
      return try breaker.segments(of: bytes)
    } catch {
      return []  // ICU is out of memory: nothing understood is an answer that the dialogue knows
    }
  }
}
