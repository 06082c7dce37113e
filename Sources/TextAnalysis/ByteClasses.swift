/// What the gluing pass asks of single UTF-8 bytes. Letters beyond ASCII are recognized by their lead byte.
extension UInt8 {
  package var isDigit: Bool { self &- 0x30 < 10 }
  package var isASCIILetter: Bool { (self | 0x20) &- 0x61 < 26 }
  package var isASCIIAlphanumeric: Bool { isDigit || isASCIILetter }

  /// Part of a letter of U+00C0–U+027F (as «ñ») or a continuation byte.
  private var isExtendedLetterPart: Bool { self >= 0x80 && self < 0xC0 || self >= 0xC3 && self < 0xCA }

  /// Part of a letter that tells nothing but itself: not º or ª, and nothing that an address could hold beside letters.
  var isPlainLetterPart: Bool { isASCIILetter || self >= 0x80 && self != 0xC2 }

  /// May stand in the name of a host: «españa.es» too.
  var isHostPart: Bool {
    isASCIIAlphanumeric || isExtendedLetterPart || self == UInt8(ascii: "-") || self == UInt8(ascii: ".")
  }

  /// May stand before the `@` of an e-mail address.
  var isMailboxPart: Bool {
    isHostPart || self == UInt8(ascii: "_") || self == UInt8(ascii: "+") || self == UInt8(ascii: "%")
  }

  /// May stand in a URL behind the host: printable ASCII without quotes and brackets, or part of a letter.
  var isURLPart: Bool {
    if self >= 0x80 { return isExtendedLetterPart }
    switch self {
    case ...0x20, 0x7F, UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\""), UInt8(ascii: "`"), UInt8(ascii: "\\"),
      UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: "|"), UInt8(ascii: "^"):
      return false
    default:
      return true
    }
  }

  /// Ends a sentence rather than the address in front of it.
  var isTrailingPunctuation: Bool {
    switch self {
    case UInt8(ascii: "."), UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: ":"), UInt8(ascii: "!"),
      UInt8(ascii: "?"), UInt8(ascii: "'"), UInt8(ascii: "*"), UInt8(ascii: "-"), UInt8(ascii: "_"):
      return true
    default:
      return false
    }
  }
}
