/// Where a verb looks, told by the accent that people type or by an ending that only one tense has.
///
/// The vocabulary knows the verbs of a shop, accents or none; this catches the rest: «regalé», «tramitó», «avisaron» look
/// back, «cambiaré», «repondrán» ahead. A noun like them («café», «aquí») is too short or named here.
enum VerbTense {
  private static let notVerbs: Set<[UInt8]> = Set(
    ["comité", "porqué", "marroquí", "colibrí", "bisturí", "detrás", "carné", "bebé", "sofás"].map { Array($0.utf8) })

  /// −1, +1 or 0 for the typed `bytes[range]`.
  static func side(of bytes: borrowing [UInt8], in range: Range<Int>) -> Int8 {
    let count = range.count
    guard count >= 6, count <= 24 else { return 0 }
    func byte(_ fromEnd: Int) -> UInt8 { bytes[range.upperBound - fromEnd] }
    // «é» is C3 A9, «í» C3 AD, «ó» C3 B3, «á» C3 A1.
    if byte(2) == 0xC3 {
      switch byte(1) {
      case 0xA1 where byte(3) == UInt8(ascii: "r"): return isKnownNoun(bytes, range) ? 0 : 1
      case 0xA9: return isKnownNoun(bytes, range) ? 0 : byte(3) == UInt8(ascii: "r") && isVowel(byte(4)) ? 1 : -1
      case 0xAD, 0xB3: return isKnownNoun(bytes, range) ? 0 : -1
      default: return 0
      }
    }
    // «-rás», «-rán»
    if byte(3) == 0xC3, byte(2) == 0xA1, byte(4) == UInt8(ascii: "r"),
      byte(1) == UInt8(ascii: "n") || byte(1) == UInt8(ascii: "s")
    {
      return isKnownNoun(bytes, range) ? 0 : 1
    }
    // «-aron», «-ieron», «-yeron»
    if byte(1) == UInt8(ascii: "n"), byte(2) == UInt8(ascii: "o"), byte(3) == UInt8(ascii: "r"), count > 5 {
      return byte(4) == UInt8(ascii: "a") || byte(4) == UInt8(ascii: "e") && byte(5) != UInt8(ascii: "h") ? -1 : 0
    }
    return 0
  }

  private static func isVowel(_ byte: UInt8) -> Bool { [97, 101, 105].contains(byte) }

  private static func isKnownNoun(_ bytes: borrowing [UInt8], _ range: Range<Int>) -> Bool {
    notVerbs.contains(Array(bytes[range]))
  }
}
