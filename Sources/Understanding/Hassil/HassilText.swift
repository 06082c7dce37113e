import TextAnalysis

/// A sentence as a grammar sees it: words, numbers and signs; punctuation and white space are gone, and a number lets go
/// of what is glued to it («50º», «20k»).
struct HassilText {
  struct Unit {
    /// UTF-8 offsets in the sentence.
    var range: TextRange
    /// Where its folded form stands in `text.foldedBytes`.
    var folded: Range<Int>
    var isNumber: Bool
    /// Whether a minus sign touches the number.
    var isNegative: Bool
  }

  let text: AnalyzedText
  private(set) var units: [Unit] = []

  init(_ sentence: String, analyzer: TextAnalyzer) {
    text = analyzer.analyze(sentence)
    units.reserveCapacity(text.tokens.count + 1)
    for (index, token) in text.tokens.enumerated() where token.kind != .punctuation && token.kind != .emoji {
      let digits = token.kind == .word ? leadingDigits(of: token.folded) : 0
      if digits == 0 || digits == token.folded.count {
        let isNumber = token.kind == .number || digits > 0
        units.append(
          Unit(
            range: token.range, folded: token.folded, isNumber: isNumber,
            isNegative: isNumber && followsMinus(index)))
        continue
      }
      let cut = token.range.lower + digits
      let foldedCut = token.folded.lowerBound + digits
      units.append(
        Unit(
          range: TextRange(token.range.lower, cut), folded: token.folded.lowerBound..<foldedCut, isNumber: true,
          isNegative: followsMinus(index)))
      units.append(
        Unit(
          range: TextRange(cut, token.range.upper), folded: foldedCut..<token.folded.upperBound, isNumber: false,
          isNegative: false))
    }
  }

  /// How many bytes of a number a word begins with: 4 of «31,5º», 2 of «20k».
  private func leadingDigits(of folded: Range<Int>) -> Int {
    var count = 0
    for (index, byte) in text.foldedBytes[folded].enumerated() {
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"): count = index + 1
      case UInt8(ascii: ","), UInt8(ascii: "."): continue
      default: return count
      }
    }
    return count
  }

  private func followsMinus(_ index: Int) -> Bool {
    guard index > 0, !text.tokens[index].spaceBefore else { return false }
    let before = text.tokens[index - 1]
    return before.range.upper - before.range.lower == 1 && text.bytes[before.range.lower] == UInt8(ascii: "-")
      && (index == 1 || before.spaceBefore)
  }

  /// What was typed from the first to the last of `range`, with what stands between.
  func original(_ range: Range<Int>) -> String {
    text.original(TextRange(units[range.lowerBound].range.lower, units[range.upperBound - 1].range.upper))
  }

  /// A unit in lower case, composed as canonical equality sees it. Allocates: for tables.
  func lowercased(_ unit: Int) -> String { text.original(units[unit].range).lowercased() }

  /// Whether the unit is `spelling` (lower case), capitals aside but accents not.
  func isSpelled(_ unit: Int, _ spelling: [UInt8]) -> Bool {
    let range = units[unit].range
    var index = range.lower
    var isPlain = range.upper - range.lower == spelling.count
    if isPlain {
      for expected in spelling {
        let byte = text.bytes[index]
        // Latin letters with marks are two bytes, and their capitals stand 32 before: «Á» C3 81, «á» C3 A1.
        let isCapital =
          byte >= 0x41 && byte <= 0x5A || byte >= 0x80 && byte <= 0x9E && text.bytes[index - 1] == 0xC3
        if byte != expected && !(isCapital && byte + 32 == expected) {
          isPlain = false
          break
        }
        index += 1
      }
      if isPlain { return true }
    }
    // Decomposed accents, and capitals of other alphabets.
    guard text.bytes[range.lower..<range.upper].contains(where: { $0 >= 0xC4 }) else { return false }
    return lowercased(unit) == String(decoding: spelling, as: UTF8.self)
  }
}
