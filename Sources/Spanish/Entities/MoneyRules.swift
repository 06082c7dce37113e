import Foundation

extension EntityScan {
  /// One amount with its currency.
  private struct Amount {
    var number: Numeral
    var currency: String
    var start: Int
    var end: Int
    var decimal: Decimal { number.decimal }
  }

  /// One amount: number and currency, in either order or interleaved, with its cents.
  private func amount(at i: Int, isBound: Bool = false) -> Amount? {
    guard i >= 0, i < atoms.count, atoms[i].opens.contains(.money) else { return nil }
    return signFirst(at: i) ?? halfFirst(at: i) ?? numberFirst(at: i, isBound: isBound)
  }

  /// «$ 20», «€20», «EUR 29,99», «US$ 10 mil millones», «$1,234.56 USD».
  private func signFirst(at i: Int) -> Amount? {
    guard var sign = currency(at: i), isSign(i), !(isGlued(i) && isDigits(i - 1)) else { return nil }
    // «Bs. 300»
    if isWord(i), shows(sign.end, "."), isGlued(sign.end), sign.end == i + 1 { sign.end += 1 }
    guard let number = numerals[sign.end], !number.isAttached, !number.isArticle,
      let value = byCustom(number, from: sign.end, of: i).times(sign.factor)
    else { return nil }
    if let after = currency(at: number.end), meaning(number.end).currency != "cent",
      after.code == sign.code || meaning(i).currency == "$", after.factor == 1
    {
      return Amount(number: value, currency: after.code, start: i, end: after.end)
    }
    return Amount(number: value, currency: sign.code, start: i, end: number.end)
  }

  /// «$ 1,234»: dollars have no thousandths, so that the three digits are those of a thousand, whatever the country.
  private func byCustom(_ number: Numeral, from i: Int, of sign: Int) -> Numeral {
    guard meaning(sign).currency == "$", number.isDigits, number.scale == 3, number.denominator == 1,
      isDigits(i), number.end == i + 3, atoms[i].digitCount <= 3, atoms[i].value > 0
    else { return number }
    var thousands = number
    thousands.scale = 0
    return thousands
  }

  /// «medio euro», «media libra».
  private func halfFirst(at i: Int) -> Amount? {
    guard says(i, .medio, .media), let unit = currency(at: i + 1), meaning(i + 1).currency != "cent" else { return nil }
    guard let half = Numeral(mantissa: 5, scale: 1, end: unit.end).times(unit.factor) else { return nil }
    return Amount(number: half, currency: unit.code, start: i, end: unit.end)
  }

  ///
  /// - Parameter isBound: whether it is the second half of a range, which a dash may be glued to.
  private func numberFirst(at i: Int, isBound: Bool) -> Amount? {
    guard let number = numerals[i], !number.isAttached || isBound && isDash(i - 1) else { return nil }
    // «$12 34»: digits glued to a sign on their left belong to it.
    if isGlued(i), atoms[i - 1].symbol != 0, meaning(i - 1).hasCurrency { return nil }
    var at = number.end
    if says(at, .de), takesDe(number) { at += 1 }
    guard let unit = currency(at: at) else { return nil }
    // «un marco de fotos», «una corona de flores», «un palo de golf»
    if number.isArticle, says(unit.end, .de), !["EUR", "$", "peso", "£", "cent"].contains(meaning(at).currency) {
      return nil
    }
    if meaning(at).currency == "cent" { return cents(number, from: i, named: at, end: unit.end) }
    guard let value = byCustom(number, from: i, of: at).times(unit.factor) else { return nil }
    // «75 USD millones»
    let scale = meaning(unit.end)
    if scale.cardinalClass.isMillion, isPlural(unit.end), number.whole ?? 0 < 1_000_000,
      let product = value.times(scale.cardinal)
    {
      return Amount(number: product, currency: unit.code, start: i, end: unit.end + 1)
    }
    guard let full = withCents(value, unit.code, unit.end, isSign: isSign(at)) else { return nil }
    return Amount(number: full.number, currency: unit.code, start: i, end: full.end)
  }

  /// «millones de euros», «un par de euros», «una docena de dólares», «tres cuartos de euro».
  private func takesDe(_ number: Numeral) -> Bool {
    let last = meaning(number.end - 1)
    return last.cardinalClass.isMillion || last.cardinalClass == .group || says(number.end - 1, .par, .medio, .mitad)
      || number.denominator > 1 || number.mantissa >= 1_000_000
  }

  /// A sign, a code or a name that may stand before its number: «€», «EUR», «dólar 22.500».
  private func isSign(_ i: Int) -> Bool {
    if atoms[i].kind == .symbol || isGlued(i + 1) && atoms[i + 1].symbol != 0 { return true }
    if isFolded(i, "dolar") || isFolded(i, "euro") || isFolded(i, "peso") { return true }
    let code = meaning(i).currency
    return atoms[i].folded.count == 3 && code.utf8.count == 3 && isFolded(i, code.lowercased())
      || isFolded(i, "bs") || isFolded(i, "gs") || isFolded(i, "ptas")
  }

  /// Cents alone: hundredths of what the country pays with. In Spain a «céntimo» is the euro's, a «centavo» nobody's own.
  private func cents(_ number: Numeral, from i: Int, named at: Int, end: Int) -> Amount? {
    let isCentavo = isFolded(at, "centavo") || isFolded(at, "centavos")
    let isOfCurrency = says(end, .de) && currency(at: end + 1) != nil
    let own = CurrencyWords.home[context.country] ?? ""
    guard isOfCurrency || !own.isEmpty && !(isCentavo && own == "EUR"), number.scale + 2 <= 8 else {
      return Amount(number: number, currency: "cent", start: i, end: end)
    }
    var hundredths = number
    hundredths.scale += 2
    // «50 centavos de dólar»
    if says(end, .de), let whole = currency(at: end + 1), whole.factor == 1 {
      return Amount(number: hundredths, currency: whole.code, start: i, end: whole.end)
    }
    return Amount(number: hundredths, currency: own, start: i, end: end)
  }

  /// «20 euros y 30 [céntimos]», «12€50», «euros con cincuenta», «euro y medio», «15 USD 50», «3 libras 20 peniques».
  ///
  /// Nil where digits glued to the currency are no cents: «12€5» cannot be read whole.
  private func withCents(_ number: Numeral, _ code: String, _ end: Int, isSign: Bool) -> (number: Numeral, end: Int)? {
    guard number.whole != nil else { return (number, end) }
    if isGlued(end), isDigits(end) {
      guard atoms[end].digitCount == 2, !isGlued(end + 1) || atoms[end + 1].kind == .symbol,
        let sum = number.withDecimals(atoms[end].value, places: 2, end: end + 1)
      else { return nil }
      return (sum, sum.end)
    }
    let isJoined = says(end, .y, .con) || shows(end, ",")
    let at = isJoined ? end + 1 : end
    if isJoined, says(at, .medio, .media), let sum = number.withDecimals(5, places: 1, end: at + 1) {
      return (sum, sum.end)
    }
    guard let cents = numerals[at], let value = cents.whole, value < 100, !cents.isAttached else {
      return (number, end)
    }
    let name = meaning(cents.end).currency
    let isNamed = name == "cent" || name == "GBX" && (code == "£" || code == "GBP")
    guard isNamed || isUnnamedCents(cents, after: end, isJoined: isJoined, isSign: isSign),
      let sum = number.withDecimals(value, places: 2, end: isNamed ? cents.end + 1 : cents.end)
    else { return (number, end) }
    return (sum, sum.end)
  }

  /// Whether `cents` after a currency are its cents although nothing says so.
  private func isUnnamedCents(_ cents: Numeral, after end: Int, isJoined: Bool, isSign: Bool) -> Bool {
    let next = cents.end
    // «con cincuenta» needs no word, but «con 2 camisetas» does.
    if says(end, .con) {
      return meaning(next).unit == .none && currency(at: next) == nil
        && (!cents.isDigits || !isWord(next) || isVerb(next))
    }
    let isTwoDigits = (cents.whole ?? 0) >= 10
    if says(end, .y) {
      let isLast = next >= atoms.count || atoms[next].symbol != 0 && !meaning(next).hasCurrency && !shows(next, "%")
      return isTwoDigits && isLast
    }
    // «15 USD 50», «20 euros 50», «veinte euros cincuenta»: two digits, and nothing that they could count.
    let isShort = cents.isDigits ? atoms[next - 1].digitCount == 2 && next == end + 1 : !isSign
    return !isJoined && isTwoDigits && isShort && !shows(next, "%") && currency(at: next) == nil
      && (!isWord(next) || isVerb(next) && meaning(next).unit == .none)
  }

  /// A word that the vocabulary knows as a verb or as grammar: what counts nothing.
  private func isVerb(_ i: Int) -> Bool { meaning(i).tense != 0 || keyword(i) != .none }

  func money(at i: Int) -> Candidate? {
    if let range = moneyRange(at: i) { return range }
    guard let amount = amount(at: i) else { return nil }
    var number = amount.number
    let start = minus(before: i) ?? i
    if start < i { number.mantissa = -number.mantissa }
    return Candidate(
      kind: .money, atoms: start..<amount.end, value: .money(number.decimal, currency: amount.currency), rule: "money")
  }

  // MARK: - Ranges

  /// «de 20 a 30 euros», «entre 10 y 20 €», «10 - 20 $», «más de 50 €», «hasta 20 euros», «no más de $10».
  private func moneyRange(at i: Int) -> Candidate? {
    closedRange(at: i) ?? openRange(at: i)
  }

  private func closedRange(at i: Int) -> Candidate? {
    let isBetween = says(i, .entre)
    let isFrom = says(i, .de, .desde)
    let start = isBetween || isFrom ? i + 1 : i
    let named = amount(at: start)
    guard let first = named?.number ?? numerals[start] else { return nil }
    let firstEnd = named?.end ?? first.end
    // «1.1990 a 1.015 francos»: nobody prices to the ten-thousandth.
    guard first.scale <= 3, !first.isArticle || named != nil,
      isBetween
        ? says(firstEnd, .y, .a, .e)
        : says(firstEnd, .a, .hasta) || !isFrom && (isDash(firstEnd) || says(firstEnd, .o, .u)),
      let second = amount(at: firstEnd + 1, isBound: true), second.decimal > first.decimal,
      named == nil || named?.currency == second.currency
    else { return nil }
    return candidate(i..<second.end, min: first.decimal, max: second.decimal, second.currency)
  }

  private func openRange(at i: Int) -> Candidate? {
    var at = i
    let isMost: Bool
    switch keyword(i) {
    case .no where says(i + 1, .mas, .menos) && says(i + 2, .de, .que):
      isMost = says(i + 1, .mas)
      at = i + 3
    case .mas where says(i + 1, .de, .que), .menos where says(i + 1, .de, .que):
      isMost = says(i, .menos)
      at = i + 2
    case .hasta:
      isMost = true
      at = i + 1
    case .desde:
      isMost = false
      at = i + 1
    case .a where says(i + 1, .partir) && says(i + 2, .de):
      isMost = false
      at = i + 3
    case .como where isFolded(i + 1, "mucho") || isFolded(i + 1, "maximo"),
      .como where isFolded(i + 1, "minimo") || isFolded(i + 1, "poco"):
      isMost = isFolded(i + 1, "mucho") || isFolded(i + 1, "maximo")
      at = i + 2
    case .al where says(i + 1, .menos):
      isMost = false
      at = i + 2
    case .por where says(i + 1, .lo) && says(i + 2, .menos):
      isMost = false
      at = i + 3
    case .por where says(i + 2, .de) && (isFolded(i + 1, "debajo") || isFolded(i + 1, "encima")):
      isMost = isFolded(i + 1, "debajo")
      at = i + 3
    default:
      guard let bound = boundWord(i) else { return nil }
      isMost = bound
      at = says(i + 1, .a, .de, .que) ? i + 2 : i + 1
    }
    guard let amount = amount(at: at) else { return nil }
    return candidate(
      i..<amount.end, min: isMost ? nil : amount.decimal, max: isMost ? amount.decimal : nil, amount.currency)
  }

  /// «máximo 50 €», «superior a 20 €»: whether the amount is the most.
  private func boundWord(_ i: Int) -> Bool? {
    guard isWord(i), atoms[i].opens.contains(.money) else { return nil }
    if isFolded(i, "maximo") || isFolded(i, "inferior") || isFolded(i, "menor") { return true }
    return isFolded(i, "minimo") || isFolded(i, "superior") || isFolded(i, "mayor") ? false : nil
  }

  private func candidate(_ atoms: Range<Int>, min: Decimal?, max: Decimal?, _ currency: String) -> Candidate {
    Candidate(
      kind: .money, atoms: atoms, value: .moneyRange(min: min, max: max, currency: currency), rule: "money-range")
  }
}
