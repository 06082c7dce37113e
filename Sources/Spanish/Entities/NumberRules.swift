import Foundation

extension EntityScan {
  /// «10 %», «10 por ciento».
  func percent(at i: Int) -> Candidate? {
    guard let number = numerals[i], !number.isAttached || shows(number.end, "%") else { return nil }
    var end = number.end
    if shows(end, "%") {
      end += 1
    } else if says(end, .por), isFolded(end + 1, "ciento") || isFolded(end + 1, "cien") {
      end += 2
    } else {
      return nil
    }
    let isNegative = i > 0 && isDash(i - 1) && isGlued(i) && (i == 1 || !isGlued(i - 1))
    let value = isNegative ? 0 - number.decimal : number.decimal
    return Candidate(
      kind: .percent, atoms: (isNegative ? i - 1 : i)..<end, value: .number(value), rule: "percent")
  }

  /// Words before which a number names a thing and counts nothing: «talla 42», «iPhone 15», «calle Mayor 3».
  private func isNamedByLeft(_ i: Int) -> Bool { says(i - 1, .talla) || says(i - 2, .talla) && says(i - 1, .nº) }

  func number(at i: Int) -> Candidate? {
    guard let number = numerals[i], !number.isArticle, !number.isAttached, !isNamedByLeft(i) else { return nil }
    if number.isDigits, isGlued(i), atoms[i - 1].kind == .letter, keyword(i - 1) != .nº { return nil }
    var value = number
    var start = i
    let minus = i > 0 && (isDash(i - 1) && isGlued(i) && (i == 1 || !isGlued(i - 1)) || says(i - 1, .menos) && i == 1)
    if minus {
      value.mantissa = -value.mantissa
      start = i - 1
    }
    return Candidate(kind: .number, atoms: start..<number.end, value: .number(value.decimal), rule: "number")
  }

  private static let ordinalSuffixes = [
    "º", "ª", "°", "o", "a", "er", "ro", "ra", "do", "da", "to", "ta", "mo", "ma", "vo", "va", "no", "na", "ero", "era",
  ]

  /// «2.º», «1er», «tercera», «décimo tercero», «vigésimo primero».
  func ordinal(at i: Int) -> Candidate? {
    if isDigits(i), !continuesLeft(i), atoms[i].digitCount <= 6 {
      var end = i + 1
      if shows(end, "."), isGlued(end), isGlued(end + 1) { end += 1 }
      guard isGlued(end), Self.ordinalSuffixes.contains(where: { isFolded(end, $0) }), atoms[i].value > 0 else {
        return nil
      }
      return Candidate(
        kind: .ordinal, atoms: i..<(end + 1), value: .number(Decimal(atoms[i].value)), rule: "ordinal-digits")
    }
    var value = 0
    var last = Int.max
    var at = i
    // Each part smaller than the one before: «vigésimo primero», never «primero segundo».
    while meaning(at).ordinal > 0, meaning(at).ordinal < last, value == 0 || last >= 10 {
      last = meaning(at).ordinal
      value += last
      at += 1
    }
    guard value > 0 else { return nil }
    let left = keyword(i - 1)
    // «un segundo», «un momento, segundo»; «el cuarto de baño»; «tres cuartos».
    if at == i + 1, meaning(i).unit == .second, left == .un || left == .espera || i > 0 && numerals[i - 1] != nil {
      return nil
    }
    if at == i + 1, meaning(i).ordinal == 4, left == .un || left == .y || left == .menos || says(at, .de) { return nil }
    return Candidate(kind: .ordinal, atoms: i..<at, value: .number(Decimal(value)), rule: "ordinal-words")
  }
}
