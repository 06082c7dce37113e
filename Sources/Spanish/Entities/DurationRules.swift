import Foundation

/// Lengths of time: «3 días», «media hora», «mes y medio», «un par de días», «24/48 horas», «dos fines de semana».
extension EntityScan {
  /// A length of time as data: what dates count from, too.
  struct Length {
    var count: Numeral
    var unit: TimeUnit
    var end: Int
    var isBusiness = false
    /// «unos días»: nobody said how many.
    var isVague = false
    /// «y media», «y cuarto», «y 10 minutos».
    var extraSeconds = 0

    /// Multiplying decimals takes a microsecond, and few lengths need it.
    var seconds: Decimal {
      if let whole = count.whole, whole.magnitude < 1_000_000 { return Decimal(whole * unit.seconds + extraSeconds) }
      return count.decimal * Decimal(unit.seconds) + Decimal(extraSeconds)
    }
  }

  /// The length that starts at atom `i`.
  func length(at i: Int) -> Length? {
    guard i < atoms.count else { return nil }
    var count: Numeral
    var at: Int
    var isVague = false
    if says(i, .media, .medio) {
      count = Numeral(mantissa: 5, scale: 1, end: i + 1)
      at = i + 1
    } else if says(i, .varios)
      || says(i, .un) && (isFolded(i, "unos") || isFolded(i, "unas")) && meaning(i + 1).unit != .none
    {
      // «unos días», «varias horas»: as many as three.
      count = Numeral(mantissa: 3, end: i + 1)
      isVague = true
      at = i + 1
    } else if let number = numerals[i] {
      if number.isAttached && !isGlued(number.end) { return nil }
      count = number
      at = number.end
      if says(at, .par) && number.isArticle { return nil }
      if number.mantissa == 2, says(at - 1, .par), says(at, .de) { at += 1 }
      // «tres cuartos de hora»
      if number.denominator > 1, says(at, .de) { at += 1 }
    } else if meaning(i).unit != .none, says(i + 1, .y), atoms[i].folded.count > 2,
      says(i + 2, .media, .medio) || says(i + 2, .cuarto) && meaning(i).unit == .hour
    {
      count = Numeral(mantissa: 1, end: i)
      at = i
    } else {
      return nil
    }
    if let weekend = weekendEnd(at), count.scale == 0, let days = count.times(2),
      !says(at, .fin) || isFolded(at, "fines")
    {
      return Length(count: days, unit: .day, end: weekend)
    }
    if isFolded(at, "noches"), !count.isArticle { return Length(count: count, unit: .day, end: at + 1) }
    let unit = meaning(at).unit
    guard unit != .none else { return nil }
    // «2 h», but no «2 sem»; «5 ms» is stuck to its letters and means nothing here.
    at += 1
    var length = Length(count: count, unit: unit, end: at, isVague: isVague)
    if unit == .day, says(at, .laborable, .natural) {
      length.isBusiness = says(at, .laborable)
      length.end = at + 1
      return length
    }
    if says(at, .y), says(at + 1, .media, .medio), !says(at + 2, .de) || unit != .hour {
      length.extraSeconds = unit == .month ? 15 * 86_400 : unit.seconds / 2
      length.end = at + 2
    } else if says(at, .y), says(at + 1, .cuarto), unit == .hour {
      length.extraSeconds = 900
      length.end = at + 2
    } else {
      var next = says(at, .y) || shows(at, ",") || says(at, .con) ? at + 1 : at
      var limit = unit
      // «1 hora, 5 minutos y 10 segundos»
      while let second = numerals[next], !second.isAttached || isGlued(second.end), let whole = second.whole, whole > 0
      {
        let smaller = meaning(second.end).unit
        guard smaller != .none, smaller.rawValue < limit.rawValue, whole < 100_000 else { break }
        length.extraSeconds += whole * smaller.seconds
        length.end = second.end + 1
        limit = smaller
        next = says(length.end, .y) || shows(length.end, ",") ? length.end + 1 : length.end
      }
    }
    return length
  }

  /// «3-5 días», «24/48 horas», «de 3 a 5 días»: the longer one, the shorter as the other reading.
  private func durationRange(at i: Int) -> Candidate? {
    let from = says(i, .de, .entre) ? i + 1 : i
    guard let low = numerals[from], let least = low.whole, !low.isArticle,
      isDash(low.end) || shows(low.end, "/") || says(low.end, .a, .o) || says(low.end, .u)
        || says(low.end, .y) && says(i, .entre),
      let high = numerals[low.end + 1]
        ?? (isDigits(low.end + 1) ? Numeral(mantissa: atoms[low.end + 1].value, end: low.end + 2) : nil),
      let most = high.whole, least < most, most < 10_000
    else { return nil }
    let unit = meaning(high.end).unit
    guard unit != .none, unit != .year || !says(i, .de) else { return nil }
    let isBusiness = unit == .day && says(high.end + 1, .laborable)
    let end = unit == .day && says(high.end + 1, .laborable, .natural) ? high.end + 2 : high.end + 1
    func value(_ count: Int) -> SlotValue {
      .duration(
        seconds: Decimal(count) * Decimal(unit.seconds), grain: isBusiness ? "business_day" : unit.grain,
        count: Decimal(count))
    }
    return Candidate(
      kind: .duration, atoms: i..<end, value: value(most), alternatives: [value(least)], rule: "duration-range")
  }

  /// «todo el día», «toda la semana»: as long as that.
  private func wholeDuration(at i: Int) -> Candidate? {
    guard says(i, .todo), says(i + 1, .el, .la) || says(i + 1, .un) else { return nil }
    let unit = meaning(i + 2).unit
    guard unit.rawValue >= TimeUnit.day.rawValue, directionAfter(i + 3) == nil, !says(i + 3, .de, .del) else {
      return nil
    }
    return Candidate(
      kind: .duration, atoms: i..<i + 3,
      value: .duration(seconds: Decimal(unit.seconds), grain: unit.grain, count: 1), rule: "whole-unit")
  }

  func duration(at i: Int) -> Candidate? {
    if let range = durationRange(at: i) { return range }
    if let whole = wholeDuration(at: i) { return whole }
    guard let length = length(at: i) else { return nil }
    // «un segundo», «dame un minuto» ask for patience.
    if length.count.isArticle, length.extraSeconds == 0 {
      if length.unit == .second || says(i - 1, .espera) && length.unit == .minute { return nil }
      // «un día te llamo», «una vez al día» say no length; «en un día», «tarda un día» do.
      if says(i - 1, .cada, .todos) { return nil }
    }
    if says(i, .media), length.unit == .second { return nil }
    if length.unit == .year, says(i - 1, .de), length.count.isDigits, atoms[i].value > 1_900 { return nil }
    if length.isVague, length.unit == .year, says(i - 1, .los) { return nil }
    var grain = length.unit.grain
    if length.isBusiness { grain = "business_day" }
    var count = length.count.decimal
    if length.unit == .fortnight { count *= 15 }
    if length.extraSeconds > 0 {
      if length.extraSeconds * 2 == length.unit.seconds {
        count += Decimal(5) / 10
      } else {
        grain = "minute"
        count = length.seconds / 60
      }
    } else if length.unit == .hour,
      length.count.denominator > 1 || length.count.scale == 1 && length.count.mantissa == 5
    {
      grain = "minute"
      count = length.seconds / 60
    }
    return Candidate(
      kind: .duration, atoms: i..<max(length.end, i + 1),
      value: .duration(seconds: length.seconds, grain: grain, count: count), rule: "duration")
  }
}
