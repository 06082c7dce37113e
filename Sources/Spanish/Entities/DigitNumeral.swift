extension EntityScan {
  /// Countries that write 1,234.56.
  static let pointCountries: Set<String> = [
    "US", "MX", "PE", "GT", "HN", "NI", "PA", "SV", "DO", "PR", "GB", "CN",
  ]

  private func separator(_ i: Int) -> UInt8? {
    guard isGlued(i), isGlued(i + 1), isDigits(i + 1) else { return nil }
    switch atoms[i].symbol {
    case 44, 46: return UInt8(atoms[i].symbol)
    case 39, 0x2019, 0xB4: return 39
    default: return nil
    }
  }

  /// Whether digits at `i` continue something to their left: «3» of «12/3», «402» of «pack402».
  func continuesLeft(_ i: Int) -> Bool {
    guard isGlued(i) else { return false }
    if atoms[i - 1].kind == .letter { return !meaning(i - 1).hasCurrency && keyword(i - 1) != .nº }
    if atoms[i - 1].kind == .digit { return true }
    guard i >= 2, isGlued(i - 1), isDigits(i - 2) || isWord(i - 2) else { return false }
    return [44, 46, 47, 58, 39, 95, 0x2019, 35, 92].contains(atoms[i - 1].symbol)
  }

  /// A number in digits, with separators by the customs of the country; nil for what is not whole («1.2.3»).
  func digits(at i: Int) -> Numeral? {
    guard !continuesLeft(i) else { return nil }
    var groups: [(separator: UInt8, at: Int)] = []
    var end = i + 1
    while let mark = separator(end) {
      groups.append((mark, end + 1))
      end += 2
    }
    var number: Numeral?
    if groups.isEmpty {
      number =
        leadingSeparator(i) ?? spaced(i)
        ?? (atoms[i].digitCount <= 18 ? Numeral(mantissa: atoms[i].value, end: end) : nil)
    } else {
      number = joined(first: i, groups)
    }
    guard var number else { return nil }
    number.isDigits = true
    if isGlued(number.end) {
      let next = atoms[number.end]
      if next.kind == .letter {
        number.isAttached = !meaning(number.end).hasCurrency
      } else if isGlued(number.end + 1), isDigits(number.end + 1) || isWord(number.end + 1) {
        // «3-5 días» is stuck to its other half too: ranges look for it themselves.
        number.isAttached = [47, 45, 58, 95, 92].contains(next.symbol)
      }
    }
    if i > 1, isGlued(i), isDash(i - 1), isGlued(i - 1) { number.isAttached = true }
    return number
  }

  /// «,77» is 0.77.
  private func leadingSeparator(_ i: Int) -> Numeral? {
    guard isGlued(i), shows(i - 1, ",") || shows(i - 1, "."), !isGlued(i - 1), atoms[i].digitCount <= 9 else {
      return nil
    }
    return Numeral(mantissa: atoms[i].value, scale: atoms[i].digitCount, end: i + 1)
  }

  /// `1 234,56` and `1 234 567`; two groups without decimals only before a currency («600 111» is no number).
  private func spaced(_ i: Int) -> Numeral? {
    guard atoms[i].digitCount <= 3, atoms[i].value > 0 else { return nil }
    var value = atoms[i].value
    var at = i + 1
    while isDigits(at), atoms[at].spaceBefore, atoms[at].digitCount == 3, at - i < 6,
      atoms[at].lower == atoms[at - 1].upper + 1 || atoms[at].lower <= atoms[at - 1].upper + 3
    {
      value = value * 1_000 + atoms[at].value
      at += 1
    }
    // A fourth digit glued to the last group, or a fourth group of another length: no number.
    guard at > i + 1, !isGlued(at) || atoms[at].kind == .symbol else { return nil }
    if separator(at) == 44, atoms[at + 1].digitCount <= 2, separator(at + 2) == nil {
      let places = atoms[at + 1].digitCount
      return Numeral(mantissa: value * (places == 1 ? 10 : 100) + atoms[at + 1].value, scale: places, end: at + 2)
    }
    // Two groups may be anything; three and more are a number, unless they are a telephone.
    return at - i < 3 && !meaning(at).hasCurrency || isDigits(at) ? nil : Numeral(mantissa: value, end: at)
  }

  private func joined(first: Int, _ groups: [(separator: UInt8, at: Int)]) -> Numeral? {
    let last = groups[groups.count - 1]
    let same = groups.allSatisfy { $0.separator == last.separator }
    let inThrees = atoms[first].digitCount <= 3 && groups.dropLast().allSatisfy { atoms[$0.at].digitCount == 3 }
    let lastIsThree = atoms[last.at].digitCount == 3
    let pointIsDecimal = Self.pointCountries.contains(context.country)
    let thousands: Bool
    if groups.count > 1 {
      guard inThrees else { return nil }
      if same {
        guard lastIsThree else { return nil }
        thousands = true
      } else {
        // One mark between thousands, another before the decimals: which is which is plain in every country.
        guard groups.dropLast().allSatisfy({ $0.separator == groups[0].separator }) else { return nil }
        thousands = false
      }
    } else {
      let isThousandsMark = last.separator == (pointIsDecimal ? 44 : 46) || last.separator == 39
      thousands = lastIsThree && isThousandsMark && inThrees && atoms[first].value > 0
    }
    var value = atoms[first].value
    var digits = atoms[first].digitCount
    for group in groups {
      digits += atoms[group.at].digitCount
      guard digits <= 18 else { return nil }
      for _ in 0..<atoms[group.at].digitCount { value *= 10 }
      value += atoms[group.at].value
    }
    return Numeral(mantissa: value, scale: thousands ? 0 : atoms[last.at].digitCount, end: last.at + 1)
  }
}
