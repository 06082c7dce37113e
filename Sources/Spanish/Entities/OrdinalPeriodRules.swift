/// What comes in order in a period: «el primer lunes de mayo», «la última semana del mes», «la segunda quincena», «2019 t1».
extension EntityScan {
  /// «el primer lunes de mayo», «la última semana del mes», «el tercer mes de 2021», «primer trimestre», «la segunda
  /// quincena de julio», «el último día del año».
  func ordinalPeriod(at start: Int, from i: Int) -> DateForm? {
    guard let (which, next) = ordinalNumber(start) else { return nil }
    let noun = meaning(next)
    let weekend = weekendEnd(next)
    let isHalf = says(next, .mitad)
    guard noun.unit.rawValue >= TimeUnit.day.rawValue || noun.weekday > 0 || weekend != nil || isHalf else {
      return nil
    }
    if noun.unit == .none, noun.weekday == 0, weekend == nil, !isHalf { return nil }
    var end = weekend ?? next + 1
    if noun.unit == .year || noun.unit.rawValue > TimeUnit.year.rawValue { return nil }
    let isWorking = noun.unit == .day && says(end, .laborable)
    if isWorking { end += 1 }
    // The hours may stand between: «el primer lunes de 13:00 a 15:00 del próximo mes».
    var time: DayTime?
    if noun.weekday > 0, let hours = clockRange(at: end) {
      time = DayTime(start: hours.start, end: hours.end)
      end = hours.atom
    }
    var readings: DateReadings?
    let isDashed = isDash(end) && isGlued(end) && isGlued(end + 1)
    if says(end, .de, .del) || isDashed || says(end, .en), let container = container(end + 1) {
      readings = resolver(i).resolve(container)
      end = container.end
    } else if let dated = year(end) {
      readings = DateReadings(DaySpan(months: dated.year * 12, 12, .year))
      end = dated.end
    } else if noun.unit.months > 1 {
      readings = DateReadings(span(.year, 0))
    } else if noun.weekday > 0, which > 0 || !says(start, .ultimo) {
      let this = span(.month, 0)
      readings = DateReadings(this)
      if let day = part(which, weekday: noun.weekday, of: this), day.end <= context.now.day, side(i) != .past {
        readings = DateReadings(span(.month, 1), this)
      }
    }
    guard let readings else { return nil }
    func chosen(_ span: DaySpan) -> DaySpan? {
      if isHalf {
        let middle = span.grain == .month ? span.start + 15 : span.start + (span.end - span.start) / 2
        return which == 1 ? DaySpan(span.start, middle, .day) : which == 2 ? DaySpan(middle, span.end, .day) : nil
      }
      if isWorking {
        let edge = which > 0 ? span.start - 1 : span.end
        return DaySpan(day: context.calendar.day(abs(which), workingDaysFrom: edge, forward: which > 0))
      }
      if weekend != nil {
        return part(which, weekday: 6, of: span).map { DaySpan($0.start, $0.start + 2, .day) }
      }
      return noun.weekday > 0 ? part(which, weekday: noun.weekday, of: span) : part(which, noun.unit, of: span)
    }
    guard let best = chosen(readings.best) else { return nil }
    var form = DateForm(best, end: end, rule: "ordinal-of-period")
    form.alternative = readings.second.flatMap(chosen)
    form.time = time
    return form
  }

  /// An ordinal in words or digits; −1 for «último».
  private func ordinalNumber(_ i: Int) -> (Int, Int)? {
    if says(i, .ultimo) { return (-1, i + 1) }
    if isDigits(i), atoms[i].digitCount <= 2, !continuesLeft(i) {
      let mark = shows(i + 1, ".") && isGlued(i + 1) ? i + 2 : i + 1
      return isGlued(mark) && isOrdinalMark(mark) ? (atoms[i].value, mark + 1) : nil
    }
    let rank = meaning(i).ordinal
    return rank > 0 && rank <= 53 ? (rank, i + 1) : nil
  }

  /// The period that a part is taken of: a date's, a bare «mes», a year.
  private func container(_ i: Int) -> DateForm? {
    if let form = dates[i], form.time == nil, form.instant == nil { return form }
    let at = says(i, .el) ? i + 1 : i
    if let month = monthName(at) {
      var form = DateForm(month: month.month, end: month.end, rule: "month")
      if let dated = year(form.end) {
        form.year = dated.year
        form.end = dated.end
      }
      return form
    }
    if let dated = year(at) { return DateForm(year: dated.year, end: dated.end, rule: "year") }
    return wholeUnit(i)
  }

  private func part(_ which: Int, weekday: Int, of span: DaySpan) -> DaySpan? {
    let offset = (weekday - LocalTime(seconds: span.start * 86_400).weekday + 7) % 7
    var day = span.start + offset + (which - 1) * 7
    if which < 0 {
      day = span.end - 1 - (LocalTime(seconds: (span.end - 1) * 86_400).weekday - weekday + 7) % 7 + (which + 1) * 7
    }
    return day >= span.start && day < span.end ? DaySpan(day: day) : nil
  }

  /// The `which`th `unit` of a longer span, from its end if negative. A week belongs where its Thursday is (ISO 8601).
  func part(_ which: Int, _ unit: TimeUnit, of span: DaySpan) -> DaySpan? {
    guard which != 0 else { return nil }
    switch unit {
    case .day:
      let day = which > 0 ? span.start + which - 1 : span.end + which
      return day >= span.start && day < span.end ? DaySpan(day: day) : nil
    case .week: return part(which, weekday: 4, of: span).map { DaySpan($0.start - 3, $0.start + 4, .week) }
    case .fortnight:
      let (year, month, _) = LocalTime(seconds: span.start * 86_400).components
      return abs(which) <= 2 ? fortnight(which < 0 ? which + 3 : which, ofMonth: year * 12 + month - 1) : nil
    default:
      let (year, month, _) = LocalTime(seconds: span.start * 86_400).components
      let (endYear, endMonth, _) = LocalTime(seconds: span.end * 86_400).components
      let first = year * 12 + month - 1
      let last = endYear * 12 + endMonth - 1
      let index = which > 0 ? first + (which - 1) * unit.months : last + which * unit.months
      guard unit.months > 0, index >= first, index + unit.months <= last else { return nil }
      return DaySpan(months: index, unit.months, unit == .quarter ? .quarter : .month)
    }
  }

  /// «2019 t1», «1T 2025», «Q3 2024».
  func quarterCode(at i: Int) -> DateForm? {
    func code(_ at: Int) -> (Int, Int)? {
      guard at + 1 < atoms.count, isGlued(at + 1) else { return nil }
      let isFirst = isFolded(at, "t") || isFolded(at, "q")
      let digit = isFirst ? at + 1 : at
      guard isFirst || isFolded(at + 1, "t") || isFolded(at + 1, "q"), isDigits(digit), atoms[digit].digitCount == 1,
        (1...4).contains(atoms[digit].value)
      else { return nil }
      return (atoms[digit].value, at + 2)
    }
    if atoms[i].digitCount == 4, let year = shortFourDigits(i), let (which, end) = code(i + 1) {
      return DateForm(DaySpan(months: year * 12 + which * 3 - 3, 3, .quarter), end: end, rule: "quarter-code")
    }
    guard let (which, end) = code(i), let dated = year(end), dated.year > 1_900 else { return nil }
    return DateForm(DaySpan(months: dated.year * 12 + which * 3 - 3, 3, .quarter), end: dated.end, rule: "quarter-code")
  }

  private func shortFourDigits(_ i: Int) -> Int? {
    isDigits(i) && (1_900...2_100).contains(atoms[i].value) ? atoms[i].value : nil
  }
}
