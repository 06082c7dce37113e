import TextAnalysis

/// Fractions: «dos tercios», «tres veinteavos», «½», «1 4/5», «3/4 %».
extension EntityScan {
  /// The part of one that the word at `i` names, and whether it is plural: tercios are 3, doceavos 12, milésimas 1000.
  private func denominator(_ i: Int) -> (value: Int, isPlural: Bool, isFeminine: Bool)? {
    guard isWord(i) else { return nil }
    let value = atoms[i].fused == .part || atoms[i].fused == .ordinal ? atoms[i].value : meaning(i).denominator
    guard value > 1 else { return nil }
    let bytes = text.foldedBytes[atoms[i].folded]
    let isPlural = bytes.last == UInt8(ascii: "s")
    let vowel = isPlural ? bytes.dropLast().last : bytes.last
    return (value, isPlural, vowel == UInt8(ascii: "a"))
  }

  /// `number` as the numerator of the fraction whose denominator follows: «un quinto», «veinte quintos», «2 tercios».
  func fraction(of number: Numeral) -> Numeral? {
    guard let value = number.whole, value > 0, !number.isAttached else { return nil }
    if number.isDigits, let mixed = mixedDigits(number) { return mixed }
    var at = number.end
    if let ordinal = terceras(at) {
      return Numeral(mantissa: value, denominator: ordinal.value, end: ordinal.end, isDigits: number.isDigits)
    }
    // «un cientocincoavos» is no slip worth losing a number for: only the plain parts must agree.
    guard let below = denominator(at), below.isPlural != number.isArticle || below.value > 13 && below.isPlural else {
      return nil
    }
    // «una cuarta vez», «una quinta»: feminine parts begin with the tenth.
    if below.isFeminine && below.value < 10 { return nil }
    // «un medio de pago», «un cuarto de baño» are things.
    if below.value == 2 || below.value == 4, says(at + 1, .de) {
      guard below.value == 4,
        meaning(at + 2).unit != .none || meaning(at + 2).measure != .none || meaning(at + 2).hasCurrency
      else { return nil }
    }
    at += 1
    return Numeral(mantissa: value, denominator: below.value, end: at, isDigits: number.isDigits)
  }

  /// «dos terceras partes».
  private func terceras(_ i: Int) -> (value: Int, end: Int)? {
    let ordinal = meaning(i).ordinal
    guard ordinal >= 3, isFolded(i + 1, "partes") else { return nil }
    return (ordinal, i + 2)
  }

  /// «1 4/5», «2 ½», «2½».
  private func mixedDigits(_ number: Numeral) -> Numeral? {
    let at = number.end
    guard let value = number.whole else { return nil }
    if let part = vulgarFraction(at: at) {
      return Numeral(mantissa: value * part.1 + part.0, denominator: part.1, end: at + 1, isDigits: true)
    }
    guard at < atoms.count, atoms[at].spaceBefore, let part = slashFraction(at: at), part.0 < part.1 else { return nil }
    return Numeral(mantissa: value * part.1 + part.0, denominator: part.1, end: at + 3, isDigits: true)
  }

  /// `3/4`, of at most two digits a side and stuck to nothing else. Alone it may be a score or a date: the rules that call it
  /// know that it is a fraction.
  func slashFraction(at i: Int) -> (Int, Int)? {
    guard isDigits(i), shows(i + 1, "/"), isGlued(i + 1), isGlued(i + 2), isDigits(i + 2), !continuesLeft(i),
      atoms[i].digitCount <= 2, atoms[i + 2].digitCount <= 2, atoms[i + 2].value > 1, atoms[i].value > 0
    else { return nil }
    if isGlued(i + 3), !shows(i + 3, "%"), isDigits(i + 3) || isWord(i + 3) || isGlued(i + 4) { return nil }
    return (atoms[i].value, atoms[i + 2].value)
  }

  /// The value of a fraction in one character.
  func vulgarFraction(at i: Int) -> (Int, Int)? {
    guard i >= 0, i < atoms.count else { return nil }
    switch atoms[i].symbol {
    case 0xBC: return (1, 4)
    case 0xBD: return (1, 2)
    case 0xBE: return (3, 4)
    case 0x2150: return (1, 7)
    case 0x2151: return (1, 9)
    case 0x2152: return (1, 10)
    case 0x2153: return (1, 3)
    case 0x2154: return (2, 3)
    case 0x2155...0x2158: return (Int(atoms[i].symbol - 0x2154), 5)
    case 0x2159: return (1, 6)
    case 0x215A: return (5, 6)
    case 0x215B: return (1, 8)
    case 0x215C: return (3, 8)
    case 0x215D: return (5, 8)
    case 0x215E: return (7, 8)
    default: return nil
    }
  }
}
