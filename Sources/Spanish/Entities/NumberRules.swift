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
  private func isNamedByLeft(_ i: Int) -> Bool { says(i - 1, .talla) || says(i - 2, .talla) && says(i - 1, .nº) }

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

  // MARK: - Durations

  /// A length of time as data: what dates count from, too.
  struct Length {
    var count: Numeral
    var unit: TimeUnit
    var end: Int
    var isBusiness = false
    /// «y media», «y cuarto», «y 10 minutos».
    var extraSeconds = 0

    var seconds: Decimal { count.decimal * Decimal(unit.seconds) + Decimal(extraSeconds) }
  }

  /// «3 días», «media hora», «hora y media», «mes y medio», «un par de días», «2 horas y 30 minutos», «48h».
  func length(at i: Int) -> Length? {
    guard i < atoms.count else { return nil }
    var count: Numeral
    var at: Int
    if says(i, .media, .medio) {
      count = Numeral(mantissa: 5, scale: 1, end: i + 1)
      at = i + 1
    } else if let number = numerals[i] {
      if number.isAttached && !isGlued(number.end) { return nil }
      count = number
      at = number.end
      if says(at, .par) && number.isArticle { return nil }
      if number.mantissa == 2, says(at - 1, .par), says(at, .de) { at += 1 }
      // «tres cuartos de hora»
      if number.denominator > 1, says(at, .de) { at += 1 }
    } else if meaning(i).unit != .none, says(i + 1, .y), says(i + 2, .media, .medio), atoms[i].folded.count > 2 {
      count = Numeral(mantissa: 1, end: i)
      at = i
    } else {
      return nil
    }
    if isFolded(at, "quincena") || isFolded(at, "quincenas"), let days = count.times(15) {
      return Length(count: days, unit: .day, end: at + 1)
    }
    let unit = meaning(at).unit
    guard unit != .none else { return nil }
    at += 1
    var length = Length(count: count, unit: unit, end: at)
    if unit == .day, says(at, .laborable, .natural) {
      length.isBusiness = says(at, .laborable)
      length.end = at + 1
      return length
    }
    if says(at, .y), says(at + 1, .media, .medio) {
      length.extraSeconds = unit == .month ? 15 * 86_400 : unit.seconds / 2
      length.end = at + 2
    } else if says(at, .y), says(at + 1, .cuarto), unit == .hour {
      length.extraSeconds = 900
      length.end = at + 2
    } else {
      let next = says(at, .y) || shows(at, ",") || says(at, .con) ? at + 1 : at
      if next < atoms.count, let second = numerals[next], !second.isAttached, let whole = second.whole {
        let smaller = meaning(second.end).unit
        if smaller != .none, smaller.rawValue < unit.rawValue, whole > 0 {
          length.extraSeconds = whole * smaller.seconds
          length.end = second.end + 1
        }
      }
    }
    return length
  }

  /// «3-5 días», «24/48 horas», «de 3 a 5 días»: the longer one, the shorter as the other reading.
  private func durationRange(at i: Int) -> Candidate? {
    let from = says(i, .de, .entre) ? i + 1 : i
    guard let low = numerals[from], let least = low.whole, !low.isArticle,
      isDash(low.end) || shows(low.end, "/") || says(low.end, .a, .o) || says(low.end, .y) && says(i, .entre),
      let high = numerals[low.end + 1]
        ?? (isDigits(low.end + 1) ? Numeral(mantissa: atoms[low.end + 1].value, end: low.end + 2) : nil),
      let most = high.whole, least < most, most < 10_000
    else { return nil }
    let unit = meaning(high.end).unit
    guard unit != .none else { return nil }
    let isBusiness = unit == .day && says(high.end + 1, .laborable)
    let end = unit == .day && says(high.end + 1, .laborable, .natural) ? high.end + 2 : high.end + 1
    func value(_ count: Int) -> SlotValue {
      .duration(
        seconds: Decimal(count * unit.seconds), grain: isBusiness ? "business_day" : unit.grain, count: Decimal(count))
    }
    return Candidate(
      kind: .duration, atoms: i..<end, value: value(most), alternatives: [value(least)], rule: "duration-range")
  }

  func duration(at i: Int) -> Candidate? {
    if let range = durationRange(at: i) { return range }
    guard var length = length(at: i) else { return nil }
    // «un segundo», «dame un minuto» ask for patience.
    if length.count.isArticle, length.extraSeconds == 0 {
      if length.unit == .second || says(i - 1, .espera) && length.unit == .minute { return nil }
    }
    if says(i, .media), length.unit == .second { return nil }
    if length.unit == .year, says(i - 1, .de), length.count.isDigits, atoms[i].value > 1900 { return nil }
    var grain = length.unit.grain
    if length.isBusiness { grain = "business_day" }
    var count = length.count.decimal
    if length.extraSeconds > 0 {
      if length.extraSeconds * 2 == length.unit.seconds {
        count += Decimal(5) / 10
      } else {
        grain = "minute"
        count = length.seconds / 60
      }
    } else if length.count.scale == 1, length.count.mantissa == 5, length.unit == .hour {
      grain = "minute"
      count = 30
    }
    if length.end < i + 1 { length.end = i + 1 }
    return Candidate(
      kind: .duration, atoms: i..<length.end, value: .duration(seconds: length.seconds, grain: grain, count: count),
      rule: "duration")
  }

  /// «cada semana», «todos los días», «cada 2 meses», «semanal» is content.
  func repetition(at i: Int) -> Candidate? {
    let codes: [TimeUnit: String] = [.day: "D", .week: "W", .month: "M", .year: "Y", .quarter: "M"]
    guard says(i, .cada, .todos) else { return nil }
    var at = i + 1
    if says(at, .los, .las) { at += 1 } else if says(i, .todos) { return nil }
    var count = 1
    if at < atoms.count, let number = numerals[at], let whole = number.whole, whole > 0 {
      count = whole
      at = number.end
    }
    let unit = meaning(at).unit
    if meaning(at).weekday > 0, count == 1 {
      return Candidate(kind: .set, atoms: i..<(at + 1), value: .set("P1W"), rule: "set-weekday")
    }
    if unit == .hour || unit == .minute {
      return Candidate(
        kind: .set, atoms: i..<(at + 1), value: .set("PT\(count)" + (unit == .hour ? "H" : "M")), rule: "set-clock")
    }
    guard let code = codes[unit] else { return nil }
    return Candidate(
      kind: .set, atoms: i..<(at + 1), value: .set("P\(unit == .quarter ? count * 3 : count)\(code)"), rule: "set")
  }
}
