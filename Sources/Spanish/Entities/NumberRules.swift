import Foundation

extension EntityScan {
  /// «10 %», «10 por ciento», «3/4 %», «veintidós treintavos por ciento».
  func percent(at i: Int) -> Candidate? {
    var number: Numeral
    if let part = slashFraction(at: i) {
      number = Numeral(mantissa: part.0, denominator: part.1, end: i + 3, isDigits: true)
    } else if let found = numerals[i], !found.isAttached || shows(found.end, "%") {
      number = found
    } else {
      return nil
    }
    guard let end = percentSign(number.end) else { return nil }
    let start = minus(before: i) ?? i
    if start < i { number.mantissa = -number.mantissa }
    return Candidate(kind: .percent, atoms: start..<end, value: .number(number.decimal), rule: "percent")
  }

  /// The atom after «%», «por ciento», «por cien», «porciento» at `i`.
  private func percentSign(_ i: Int) -> Int? {
    if shows(i, "%") || isFolded(i, "porciento") { return i + 1 }
    guard says(i, .por), isFolded(i + 1, "ciento") || isFolded(i + 1, "cien") || isFolded(i + 1, "cientos") else {
      return nil
    }
    return i + 2
  }

  /// Words before which a number names a thing and counts nothing: «talla 42», «iPhone 15», «calle Mayor 3».
  func isNamedByLeft(_ i: Int) -> Bool { says(i - 1, .talla) || says(i - 2, .talla) && says(i - 1, .nº) }

  /// Where the minus of the number at `i` stands; nil if it has none.
  ///
  /// «-3» glued; «- 3» as a whole message only, because a list looks the same; «menos tres» where nothing is left over to
  /// take it from («las cinco menos diez», «todo menos dos»).
  func minus(before i: Int) -> Int? {
    guard i > 0 else { return nil }
    if isDash(i - 1) {
      if isGlued(i) { return i == 1 || !isGlued(i - 1) || atoms[i - 2].kind == .symbol ? i - 1 : nil }
      return i == 1 && (numerals[i]?.end ?? 0) >= atoms.count ? 0 : nil
    }
    guard says(i - 1, .menos) else { return nil }
    return i == 1 || atoms[i - 2].clause != atoms[i].clause || says(i - 2, .es) ? i - 1 : nil
  }

  func number(at i: Int) -> Candidate? {
    guard var number = numerals[i], !number.isArticle, !number.isAttached, !isNamedByLeft(i) else { return nil }
    // «las tres y un cuarto» tells the time.
    if number.denominator > 1, says(i - 1, .y, .menos) { return nil }
    if number.isDigits, isGlued(i), atoms[i - 1].kind == .letter, keyword(i - 1) != .nº { return nil }
    // Glued to a currency it is an amount or, where none could be read, nothing.
    if isGlued(number.end) && meaning(number.end).hasCurrency || isGlued(i) && meaning(i - 1).hasCurrency { return nil }
    // So many digits without a mark are a code.
    if number.isDigits, number.end == i + 1, atoms[i].digitCount > 15 { return nil }
    let start = minus(before: i) ?? i
    if start < i { number.mantissa = -number.mantissa }
    if let power = power(number, from: start) { return power }
    return Candidate(kind: .number, atoms: start..<number.end, value: .number(number.decimal), rule: "number")
  }

  /// «2^10», «1,1^+23»: exact, or nothing where 38 digits do not hold it.
  private func power(_ number: Numeral, from start: Int) -> Candidate? {
    guard number.isDigits, shows(number.end, "^"), isGlued(number.end), isGlued(number.end + 1) else { return nil }
    var at = number.end + 1
    var isNegative = false
    while at < number.end + 4, isDash(at) || shows(at, "+") {
      if isDash(at) { isNegative.toggle() }
      at += 1
    }
    guard isGlued(at), isDigits(at), atoms[at].value <= 60, !isGlued(at + 1) || atoms[at + 1].kind == .symbol else {
      return nil
    }
    var positive = number
    positive.mantissa = abs(positive.mantissa)
    let power = pow(positive.decimal, atoms[at].value)
    guard power.isNormal, !isNegative || !power.isZero else { return nil }
    let value = isNegative ? 1 / power : power
    return Candidate(
      kind: .number, atoms: start..<(at + 1), value: .number(number.mantissa < 0 ? 0 - value : value), rule: "power")
  }
}
