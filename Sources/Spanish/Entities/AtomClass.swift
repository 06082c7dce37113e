/// What a byte or scalar is to the lexer.
enum AtomClass: UInt8 {
  case digit, letter, symbol, space

  static func isDigit(_ byte: UInt8) -> Bool { byte >= 48 && byte <= 57 }
  static func isLetter(_ byte: UInt8) -> Bool { (byte | 32) >= 97 && (byte | 32) <= 122 }
  static func upper(_ byte: UInt8) -> UInt8 { byte >= 97 && byte <= 122 ? byte - 32 : byte }

  /// The class of the scalar that starts at `offset`, and how many bytes it has. Malformed bytes count as letters of one byte.
  static func of(_ bytes: ArraySlice<UInt8>, at offset: Int) -> (class: AtomClass, length: Int) {
    let byte = bytes[offset]
    if byte < 0x80 {
      if isDigit(byte) { return (.digit, 1) }
      if isLetter(byte) { return (.letter, 1) }
      return (byte <= 32 ? .space : .symbol, 1)
    }
    let length = byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : byte >= 0xC0 ? 2 : 1
    guard offset + length <= bytes.endIndex else { return (.letter, bytes.endIndex - offset) }
    var scalar = UInt32(byte) & (0x7F >> UInt32(length))
    for i in 1..<max(length, 1) where length > 1 { scalar = scalar << 6 | UInt32(bytes[offset + i] & 0x3F) }
    return (of(scalar), length)
  }

  static func of(_ scalar: UInt32) -> AtomClass {
    switch scalar {
    case 0xA0, 0x2000...0x200B, 0x202F, 0x3000: .space
    // ¡ ¢ £ ¥ § © « ¬ ® ° ± · » fractions ¿ and × ÷; ª and º are letters: they end ordinals.
    case 0xA1...0xA9, 0xAB...0xB9, 0xBB...0xBF, 0xD7, 0xF7: .symbol
    case 0x2010...0x27BF, 0x1F000...0x1FAFF, 0xFE0F: .symbol
    default: .letter
    }
  }
}
