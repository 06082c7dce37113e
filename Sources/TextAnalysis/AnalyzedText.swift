/// A half-open range of UTF-8 offsets in the message as it was typed.
package struct TextRange: Hashable, Sendable, Codable {
  package var lower: Int
  package var upper: Int

  package init(_ lower: Int, _ upper: Int) {
    self.lower = lower
    self.upper = upper
  }

  package var isEmpty: Bool { lower >= upper }

  package func contains(_ other: TextRange) -> Bool { lower <= other.lower && other.upper <= upper }
}

/// What a token looks like, before anybody asks what it means.
@usableFromInline package enum TokenKind: UInt8, Sendable {
  /// Letters, with inner apostrophes or digits: «pedido», «nº».
  case word
  /// Digits with inner separators: «12», «1.234,56», «402-1234567-1234567», «12/03».
  case number
  /// A run without spaces that holds an `@` between letters: kept whole.
  case email
  /// A run that starts with a scheme or `www.`, or looks like a host with a path: kept whole.
  case url
  /// A punctuation mark: «?», «,», «¡».
  case punctuation
  /// A currency sign, `#`, `%`, `+` or another symbol.
  case symbol
  /// An emoji with its modifiers.
  case emoji
}

/// One token: where it stands in the message, and its folded form.
@usableFromInline package struct Token: Sendable {
  /// UTF-8 offsets in the original message.
  package var range: TextRange
  /// Where its folded form stands in `AnalyzedText.foldedBytes`.
  package var folded: Range<Int>
  @usableFromInline package var kind: TokenKind
  /// Which clause it belongs to, counted from 0. `. ! ? ; , :` and line ends close a clause; inside a number they do not.
  package var clause: Int
  /// Which sentence it belongs to, counted from 0. `. ! ?` and line ends close a sentence.
  package var sentence: Int
  /// Whether white space stands between the previous token and this one.
  package var spaceBefore: Bool

  // Comparing kinds from another module goes through tables; looking at one does not.
  @inlinable package var isWord: Bool { if case .word = kind { true } else { false } }

  /// Whether it is a punctuation mark or an emoji: nothing that could have readings.
  @inlinable package var isMark: Bool {
    switch kind {
    case .punctuation, .emoji: true
    default: false
    }
  }

  package init(
    range: TextRange, folded: Range<Int>, kind: TokenKind, clause: Int, sentence: Int, spaceBefore: Bool
  ) {
    self.range = range
    self.folded = folded
    self.kind = kind
    self.clause = clause
    self.sentence = sentence
    self.spaceBefore = spaceBefore
  }
}

/// A message cut into folded tokens that remember where they came from.
///
/// Folding is NFD without marks (except the tilde on n), case-folded, NFC again: «¿Dónde» → «donde», «AÑO» → «año».
/// Punctuation and emoji are tokens too; matching decides what to skip. Everybody who looks at a message keeps it: to hold
/// it costs one reference.
package final class AnalyzedText: Sendable {
  /// The message as typed.
  package let text: String
  /// Its UTF-8 bytes; offsets in `Token.range` point here.
  package let bytes: [UInt8]
  package let tokens: [Token]
  /// Every token's folded form, one after the other.
  package let foldedBytes: [UInt8]

  package init(text: String, bytes: [UInt8], tokens: [Token], foldedBytes: [UInt8]) {
    self.text = text
    self.bytes = bytes
    self.tokens = tokens
    self.foldedBytes = foldedBytes
  }

  /// The folded form of the token at `index`. Allocates: for traces and tables, not for the matching loop.
  package func folded(_ index: Int) -> String {
    String(decoding: foldedBytes[tokens[index].folded], as: UTF8.self)
  }

  /// What the customer typed in `range` (UTF-8 offsets).
  package func original(_ range: TextRange) -> String {
    String(decoding: bytes[range.lower..<range.upper], as: UTF8.self)
  }

  /// The UTF-8 range that the tokens in `tokens` cover.
  package func range(ofTokens range: Range<Int>) -> TextRange {
    guard !range.isEmpty else { return TextRange(0, 0) }
    return TextRange(tokens[range.lowerBound].range.lower, tokens[range.upperBound - 1].range.upper)
  }

  /// `range` in Unicode scalars, the unit of the protocol's spans. Cost: O(bytes before its end).
  package func scalarRange(_ range: TextRange) -> Range<Int> {
    var scalars = 0
    var start = 0
    for (offset, byte) in bytes.prefix(range.upper).enumerated() {
      if offset == range.lower { start = scalars }
      if byte & 0xC0 != 0x80 { scalars += 1 }
    }
    if range.lower >= range.upper { return scalars..<scalars }
    return start..<scalars
  }
}
