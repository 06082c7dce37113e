/// ICU's word boundaries in plain Latin text, as nearly all messages are, found by looking at a character and the one
/// before it.
///
/// There UAX #29 comes down to: letters and digits stay together, so do spaces, everything else stands alone. What could
/// ask for more makes it give up, and ICU cuts the message: a mark between letters or digits («10:30», «a.m»), @, combining
/// marks, emoji, other scripts. ICU's state machine costs ten times as much. Tests hold the two against each other.
enum PlainWordBreaks {
  /// What a character is to its neighbors.
  private enum Character: UInt8 {
    case letter, digit, space, lineEnd, punctuation, symbol
    /// Joins letters or digits on both sides of it.
    case joiner
    /// The first of two bytes, of a letter mostly.
    case latinLead, signLead
    /// Not for us.
    case other
  }

  /// The segments of valid UTF-8, without gaps, in order, as ``WordBreaker`` cuts them; nil if ICU is to be asked.
  ///
  /// - Complexity: O(bytes)
  static func segments(of bytes: [UInt8]) -> [Segment]? {
    var segments: [Segment] = []
    segments.reserveCapacity(bytes.count / 3 + 4)
    var previous = Character.other
    var index = 0
    while index < bytes.count {
      let lower = index
      var character = character(bytes[index])
      index += 1
      switch character {
      case .latinLead, .signLead:
        guard let whole = Self.character(character, bytes[index]) else { return nil }
        character = whole
        index += 1
      case .joiner:
        if isWordPart(previous), index < bytes.count, mayBeWordPart(bytes[index]) { return nil }
        character = .punctuation
      case .other: return nil
      default: break
      }
      let goesOn = isWordPart(character) ? isWordPart(previous) : character == .space && previous == .space
      if goesOn {
        let last = segments.count - 1
        segments[last].upper = index
        // ICU goes by both ends: «5g» is a word, «5g5» a number.
        if bytes[segments[last].lower].isDigit { segments[last].kind = kind(character) }
      } else {
        segments.append(Segment(lower: lower, upper: index, kind: kind(character)))
      }
      previous = character
    }
    return segments
  }

  private static func isWordPart(_ character: Character) -> Bool { character == .letter || character == .digit }

  private static func mayBeWordPart(_ byte: UInt8) -> Bool { byte >= 0x80 || byte.isASCIIAlphanumeric }

  private static func kind(_ character: Character) -> Segment.Class {
    switch character {
    case .letter: .word
    case .digit: .number
    case .space: .space
    case .lineEnd: .lineEnd
    case .symbol: .symbol
    default: .punctuation
    }
  }

  private static func character(_ byte: UInt8) -> Character {
    switch byte {
    case 0x61...0x7A, 0x41...0x5A: .letter
    case 0x30...0x39: .digit
    case 0x20: .space
    case 0x0A: .lineEnd
    // . ' , : ;
    case 0x2E, 0x27, 0x2C, 0x3A, 0x3B: .joiner
    // ! " ( ) - ? [ ] { }
    case 0x21, 0x22, 0x28, 0x29, 0x2D, 0x3F, 0x5B, 0x5D, 0x7B, 0x7D: .punctuation
    // # $ % & * + / < = > \ ^ ` | ~
    case 0x23...0x26, 0x2A, 0x2B, 0x2F, 0x3C...0x3E, 0x5C, 0x5E, 0x60, 0x7C, 0x7E: .symbol
    case 0xC3: .latinLead
    case 0xC2: .signLead
    default: .other
    }
  }

  /// A character of two bytes: a letter from À to ÿ, ¡ or ¿; nil for any other.
  private static func character(_ lead: Character, _ second: UInt8) -> Character? {
    // × and ÷ stand among the letters.
    if case .latinLead = lead { return second == 0x97 || second == 0xB7 ? nil : .letter }
    return second == 0xA1 || second == 0xBF ? .punctuation : nil
  }
}
