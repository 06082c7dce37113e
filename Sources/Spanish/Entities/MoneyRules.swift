import Foundation

extension EntityScan {
  /// The ISO code of an amount in `code`, which may be one that the country decides (`$`, `peso`).
  private func isoCode(_ code: String) -> String {
    let dollars = [
      "MX": "MXN", "AR": "ARS", "CL": "CLP", "CO": "COP", "UY": "UYU", "US": "USD", "CA": "CAD", "DO": "DOP",
      "CU": "CUP",
    ]
    switch code {
    case "$": return dollars[context.country] ?? "USD"
    case "peso": return context.country == "US" ? "peso" : dollars[context.country] ?? "peso"
    default: return code
    }
  }

  /// A currency sign, code or name that ends at or starts at `i`; the atom after it.
  private func currency(at i: Int) -> (code: String, end: Int)? {
    guard i < atoms.count, meaning(i).hasCurrency || atoms[i].folded.count <= 3 else { return nil }
    // «US$», «MX$», «S/», «S/.», «R$», «MXN$», «U$D»
    if isFolded(i, "u"), shows(i + 1, "$"), isFolded(i + 2, "d"), isGlued(i + 2) { return ("USD", i + 3) }
    if isFolded(i, "c"), shows(i + 1, "$"), isGlued(i + 1) { return ("CAD", i + 2) }
    if isWord(i), shows(i + 1, "$"), isGlued(i + 1), meaning(i).currency.utf8.count == 3 {
      return (meaning(i).currency, i + 2)
    }
    if isFolded(i, "us"), shows(i + 1, "$") { return ("USD", i + 2) }
    if isFolded(i, "mx"), shows(i + 1, "$") { return ("MXN", i + 2) }
    if isFolded(i, "r"), shows(i + 1, "$") { return ("BRL", i + 2) }
    if isFolded(i, "s"), shows(i + 1, "/"), isGlued(i + 1) {
      return ("PEN", shows(i + 2, ".") && isGlued(i + 2) ? i + 3 : i + 2)
    }
    guard meaning(i).hasCurrency else { return nil }
    let code = meaning(i).currency
    if code == "peso" || code == "$" {
      let adjectives: [(String, String)] = [
        ("mexicanos", "MXN"), ("argentinos", "ARS"), ("chilenos", "CLP"), ("colombianos", "COP"), ("uruguayos", "UYU"),
        ("estadounidenses", "USD"), ("americanos", "USD"), ("canadienses", "CAD"), ("australianos", "AUD"),
      ]
      for (word, adjective) in adjectives where isFolded(i + 1, word) { return (adjective, i + 2) }
    }
    return (isoCode(code), i + 1)
  }

  /// One amount: number and currency, in either order or interleaved, with its cents.
  private func amount(at i: Int) -> (value: Numeral, currency: String, end: Int)? {
    if let sign = currency(at: i), sign.end < atoms.count, let number = numerals[sign.end], !number.isAttached,
      isSymbolOrCode(i), !number.isArticle
    {
      var end = number.end
      var code = sign.code
      if let after = currency(at: end), meaning(end).currency != "cent",
        after.code == code || meaning(i).currency == "$"
      {
        code = after.code
        end = after.end
      }
      return (number, code, end)
    }
    if says(i, .medio, .media), let unit = currency(at: i + 1), meaning(i + 1).currency != "cent" {
      return (Numeral(mantissa: 5, scale: 1, end: unit.end), unit.code, unit.end)
    }
    guard let number = numerals[i] else { return nil }
    if isGlued(i), shows(i - 1, "$"), isGlued(i - 1) || number.isAttached { return nil }
    var at = number.end
    if says(at, .de), number.mantissa >= 1_000_000 || number.scale > 0 { at += 1 }
    guard let unit = currency(at: at) else { return nil }
    if number.isAttached { return nil }
    if meaning(at).currency == "cent" {
      guard number.scale + 2 <= 6 else { return nil }
      var cents = number
      cents.scale += 2
      return (cents, context.country == "ES" ? "EUR" : isoCode("$"), unit.end)
    }
    // «esterlinas» after «libras»
    var end = unit.end
    if currency(at: end)?.code == unit.code, meaning(end).currency != "cent" { end += 1 }
    return withCents(number, unit.code, end)
  }

  private func isSymbolOrCode(_ i: Int) -> Bool {
    if atoms[i].kind == .symbol { return true }
    let length = atoms[i].folded.count
    return length <= 3 && length >= 1 && !isFolded(i, "sol") && !isFolded(i, "cts")
      || isFolded(i, "dolar") || isFolded(i, "euro") || isFolded(i, "peso")
  }

  /// «20 euros y 30 [céntimos]», «12€50», «euros con cincuenta», «euro y medio».
  private func withCents(_ number: Numeral, _ code: String, _ end: Int) -> (Numeral, String, Int) {
    guard number.scale == 0 else { return (number, code, end) }
    var at = end
    let isGluedDigits = isGlued(at) && isDigits(at) && atoms[at].digitCount == 2
    if isGluedDigits {
      if let sum = number.times(100)?.plus(atoms[at].value) {
        return (Numeral(mantissa: sum.mantissa, scale: 2, end: at + 1, isDigits: true), code, at + 1)
      }
      return (number, code, end)
    }
    let joined = says(at, .y, .con) || shows(at, ",")
    if joined { at += 1 }
    if says(at, .medio, .media), joined, let sum = number.times(10)?.plus(5) {
      return (Numeral(mantissa: sum.mantissa, scale: 1, end: at + 1), code, at + 1)
    }
    guard at < atoms.count, let cents = numerals[at], let value = cents.whole, value < 100, !cents.isAttached else {
      return (number, code, end)
    }
    let isNamed = meaning(cents.end).currency == "cent"
    // «con cincuenta» needs no word; «20 euros y 30 …» does, unless nothing follows.
    let isLast =
      cents.end >= atoms.count
      || atoms[cents.end].symbol != 0 && !meaning(cents.end).hasCurrency
        && !shows(cents.end, "%")
    guard
      isNamed || value >= 10 && joined && says(at - 1, .y) && isLast
        || says(at - 1, .con) && joined && meaning(cents.end).unit == .none && currency(at: cents.end) == nil
    else { return (number, code, end) }
    guard let sum = number.times(100)?.plus(value) else { return (number, code, end) }
    let finish = isNamed ? cents.end + 1 : cents.end
    return (Numeral(mantissa: sum.mantissa, scale: 2, end: finish), code, finish)
  }

  func money(at i: Int) -> Candidate? {
    if let range = moneyRange(at: i) { return range }
    guard let amount = amount(at: i) else { return nil }
    var value = amount.value
    if i > 0, isDash(i - 1), isGlued(i), !isGlued(i - 1) || i == 1 { value.mantissa = -value.mantissa }
    return Candidate(
      kind: .money, atoms: i..<amount.end, value: .money(value.decimal, currency: amount.currency), rule: "money")
  }

  /// «de 20 a 30 euros», «entre 10 y 20 €», «10 - 20 $», «más de 50 €», «hasta 20 euros», «no más de $10».
  private func moneyRange(at i: Int) -> Candidate? {
    func range(_ end: Int, _ min: Decimal?, _ max: Decimal?, _ code: String) -> Candidate {
      Candidate(
        kind: .money, atoms: i..<end, value: .moneyRange(min: min, max: max, currency: code), rule: "money-range")
    }
    let between = says(i, .entre)
    let from = says(i, .de, .desde)
    let start = between || from ? i + 1 : i
    if start < atoms.count {
      let firstAmount = amount(at: start)
      let firstEnd = firstAmount?.end ?? numerals[start]?.end
      if let firstEnd, let first = firstAmount?.value ?? numerals[start],
        between ? says(firstEnd, .y, .a) : says(firstEnd, .a, .hasta) || !from && isDash(firstEnd),
        let second = amount(at: firstEnd + 1) ?? nil, second.value.decimal > first.decimal
      {
        return range(second.end, first.decimal, second.value.decimal, second.currency)
      }
    }
    // Open sides.
    if says(i, .no), says(i + 1, .mas), says(i + 2, .de, .que), let most = amount(at: i + 3) {
      return range(most.end, nil, most.value.decimal, most.currency)
    }
    if says(i, .mas), says(i + 1, .de), let least = amount(at: i + 2) {
      return range(least.end, least.value.decimal, nil, least.currency)
    }
    if says(i, .menos), says(i + 1, .de), let most = amount(at: i + 2) {
      return range(most.end, nil, most.value.decimal, most.currency)
    }
    if says(i, .hasta), let most = amount(at: i + 1) { return range(most.end, nil, most.value.decimal, most.currency) }
    return nil
  }
}
