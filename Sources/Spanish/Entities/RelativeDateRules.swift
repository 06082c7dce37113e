/// Dates counted from now, and the periods around it.
extension EntityScan {
  /// «hace tres días», «tres días atrás», «dentro de una semana», «en 3 días», «de aquí a un mes».
  func relative(at i: Int) -> DateForm? {
    if says(i, .hace) {
      var at = i + 1
      while says(at, .ya, .casi, .solo, .como) { at += 1 }
      if says(at, .un), meaning(at + 1).unit == .none, says(at + 1, .mas) { at += 1 }
      var bound = 0
      if says(at, .mas, .menos), says(at + 1, .de) {
        bound = says(at, .mas) ? 1 : -1
        at += 2
      }
      guard let length = length(at: at) else { return nil }
      var form = shifted(length, -1, length.end, "ago")
      if bound != 0, let day = form.fixed?.start {
        form.fixed = bound > 0 ? (Int.min, day, "day") : (day, context.now.day + 1, "day")
        form.rule = bound > 0 ? "more-than-ago" : "less-than-ago"
      }
      return form
    }
    if says(i, .dentro), says(i + 1, .de), let length = length(at: i + 2) {
      return shifted(length, 1, length.end, "in")
    }
    if says(i, .de), says(i + 1, .aqui), says(i + 2, .a, .en), let length = length(at: i + 3) {
      return shifted(length, 1, length.end, "from-here")
    }
    if says(i, .en), let length = length(at: i + 1), !length.isBusiness, side(i) != .past, !says(length.end, .laborable)
    {
      return shifted(length, 1, length.end, "in")
    }
    if let length = length(at: i), says(length.end, .atras) { return shifted(length, -1, length.end + 1, "back") }
    return nil
  }

  private func shifted(_ length: Length, _ sign: Int, _ end: Int, _ rule: String) -> DateForm {
    var form = DateForm(end: end, rule: rule)
    let seconds = wholeSeconds(of: length)
    if length.unit.rawValue < TimeUnit.day.rawValue {
      form.instant = (context.now.seconds + sign * seconds, length.unit == .second ? "second" : "minute")
      return form
    }
    let today = context.now.day
    var day = today
    if length.unit == .month || length.unit == .year, let count = length.count.whole {
      let (year, month, dayOfMonth) = context.now.components
      let index = year * 12 + month - 1 + sign * count * (length.unit == .year ? 12 : 1)
      let last = DateResolver.length(ofMonth: index % 12 + 1, index / 12)
      day = LocalTime.dayNumber(index / 12, index % 12 + 1, min(dayOfMonth, last))
      day += sign * length.extraSeconds / 86_400
    } else if length.isBusiness, let count = length.count.whole, count <= 400 {
      var left = count
      while left > 0 {
        day += sign
        if LocalTime(seconds: day * 86_400).weekday <= 5 { left -= 1 }
      }
    } else {
      day += sign * seconds / 86_400
    }
    form.fixed = (day, day + 1, "day")
    return form
  }

  /// The length in seconds, within a thousand years.
  private func wholeSeconds(of length: Length) -> Int {
    let limit = 31_536_000_000
    var tenths = 1
    for _ in 0..<min(length.count.scale, 6) { tenths *= 10 }
    let (product, overflow) = length.count.mantissa.multipliedReportingOverflow(by: length.unit.seconds)
    guard !overflow else { return limit }
    return min(limit, product / tenths / length.count.denominator + length.extraSeconds)
  }

  /// «la semana que viene», «este mes», «el año pasado», «los últimos 3 días», «el fin de semana», «a finales de mes».
  func period(at i: Int) -> DateForm? { vague(at: i) ?? quarter(at: i) ?? weekend(at: i) ?? unitPeriod(at: i) }

  private func unitPeriod(at i: Int) -> DateForm? {
    var at = i
    if says(at, .el, .la, .los, .las, .del, .al) { at += 1 }
    var offset: Int?
    var isList = false
    if says(at, .este) {
      offset = 0
      at += 1
    } else if says(at, .proximo, .siguiente) {
      offset = 1
      at += 1
    } else if says(at, .pasado, .ultimo, .anterior) {
      offset = -1
      at += 1
    }
    if let offset, at < atoms.count, let number = numerals[at], let count = number.whole, count < 400,
      meaning(number.end).unit != .none
    {
      return run(count, meaning(number.end).unit, offset, number.end + 1)
    }
    let unit = meaning(at).unit
    guard unit.rawValue >= TimeUnit.week.rawValue, atoms[at].folded.count > 2 else { return nil }
    if isFolded(at, "semanas") || isFolded(at, "meses") || isFolded(at, "anos") || isFolded(at, "años") {
      isList = true
    }
    at += 1
    if offset == nil {
      if says(at, .que), says(at + 1, .viene, .vienen) || isFolded(at + 1, "entra") {
        offset = 1
        at += 2
      } else if says(at, .proximo, .siguiente, .viene) {
        offset = 1
        at += 1
      } else if says(at, .pasado, .anterior), !says(at + 1, .manana) {
        offset = -1
        at += 1
      } else if isFolded(at, "actual") {
        offset = 0
        at += 1
      } else if unit == .week, at - 1 > i, says(at, .del), let form = dateForm(at: at + 1) ?? dayForm(at + 1),
        let reading = resolver(at).resolve(form)
      {
        let start = LocalTime(seconds: reading.best.start * 86_400)
        let monday = start.day - start.weekday + 1
        return DateForm(fixed: (monday, monday + 7, "week"), end: form.end, rule: "week-of")
      } else if unit == .year, let dated = year(at) {
        return DateForm(year: dated.year, end: dated.end, rule: "year")
      }
    }
    guard let offset, !isList else { return nil }
    let span = bounds(unit, offset)
    return DateForm(fixed: (span.0, span.1, unit.grain), end: at, rule: "period-\(unit.grain)")
  }

  /// A day of the month without its article, as after «del».
  func dayForm(_ i: Int) -> DateForm? {
    guard let number = dayNumber(i), !isCounting(number.end) else { return nil }
    return DateForm(day: number.day, end: number.end, rule: "day-of-month")
  }

  func resolver(_ i: Int) -> DateResolver {
    DateResolver(now: context.now, side: side(min(i, atoms.count - 1)), country: context.country)
  }

  /// The days of the week, month, quarter or year `offset` away from this one.
  private func bounds(_ unit: TimeUnit, _ offset: Int) -> (Int, Int) {
    let today = context.now.day
    if unit == .week {
      let monday = today - context.now.weekday + 1 + 7 * offset
      return (monday, monday + 7)
    }
    let (year, month, _) = context.now.components
    let months = unit == .month ? 1 : unit == .quarter ? 3 : 12
    let current = (year * 12 + month - 1) / months * months
    let index = current + offset * months
    let end = index + months
    return (LocalTime.dayNumber(index / 12, index % 12 + 1, 1), LocalTime.dayNumber(end / 12, end % 12 + 1, 1))
  }

  /// «los próximos 3 días», «las últimas 2 semanas».
  private func run(_ count: Int, _ unit: TimeUnit, _ offset: Int, _ end: Int) -> DateForm? {
    let today = context.now.day
    if unit.rawValue < TimeUnit.day.rawValue || offset == 0 { return nil }
    let days = count * unit.seconds / 86_400
    let span = offset > 0 ? (today + 1, today + 1 + days) : (today - days, today)
    return DateForm(fixed: (span.0, span.1, unit.grain), end: end, rule: offset > 0 ? "next-run" : "last-run")
  }

  private func weekend(at i: Int) -> DateForm? {
    var at = i
    var offset = 0
    if says(at, .el, .al) { at += 1 }
    if says(at, .este, .ese) { at += 1 }
    if says(at, .proximo) { offset = 1 } else if says(at, .pasado, .ultimo) { offset = -1 }
    if offset != 0 { at += 1 }
    if says(at, .finde) {
      at += 1
    } else if says(at, .fin), says(at + 1, .de), meaning(at + 2).unit == .week {
      at += 3
    } else {
      return nil
    }
    if says(at, .que), says(at + 1, .viene) {
      offset = 1
      at += 2
    } else if says(at, .proximo) {
      offset = 1
      at += 1
    } else if says(at, .pasado) {
      offset = -1
      at += 1
    }
    var saturday = context.now.day - context.now.weekday + 6
    if offset < 0 { saturday -= 7 }
    if offset > 0 && context.now.weekday >= 6 { saturday += 7 }
    if offset == 0, side(i) == .past { saturday -= 7 }
    return DateForm(fixed: (saturday, saturday + 2, "day"), end: at, rule: "weekend")
  }

  /// «a primeros de mes», «mediados de junio», «finales de año».
  private func vague(at i: Int) -> DateForm? {
    var at = i
    if says(at, .a) { at += 1 }
    if says(at, .al) { at += 1 }
    let which = says(at, .fin) && meaning(at + 2).unit == .month ? .finales : keyword(at)
    guard which == .primeros || which == .mediados || which == .finales, says(at + 1, .de, .del) else { return nil }
    let target = at + 2
    let span: (start: Int, end: Int, grain: String)
    var end: Int
    if isFolded(target, "mes") || isFolded(target, "año") || isFolded(target, "ano") || isFolded(target, "semana"),
      period(at: target) == nil
    {
      let unit = meaning(target).unit
      var offset = 0
      if unit == .month, which == .primeros, side(i) != .past, context.now.components.day > 10 { offset = 1 }
      let days = bounds(unit, offset)
      span = (days.0, days.1, unit.grain)
      end = target + 1
    } else {
      guard let form = unitPeriod(at: target) ?? monthAfterDe(target), let reading = resolver(i).resolve(form) else {
        return nil
      }
      span = reading.best
      end = form.end
    }
    if says(end, .que), says(end + 1, .viene) { end += 2 }
    let count = span.end - span.start
    let third = span.grain == "month" ? 10 : count / 3
    let bounds =
      switch which {
      case .primeros: (span.start, span.start + third)
      case .mediados: (span.start + third, span.start + 2 * third)
      default: (span.start + 2 * third, span.end)
      }
    return DateForm(fixed: (bounds.0, bounds.1, "day"), end: end, rule: "vague-part")
  }

  private func monthAfterDe(_ i: Int) -> DateForm? {
    guard meaning(i).month > 0 else { return nil }
    var form = DateForm(month: meaning(i).month, end: i + 1, rule: "month")
    if let dated = year(i + 1) {
      form.year = dated.year
      form.end = dated.end
    }
    return form
  }

  /// «el primer trimestre de 2025».
  private func quarter(at i: Int) -> DateForm? {
    let at = says(i, .el) ? i + 1 : i
    let which = meaning(at).ordinal
    guard (1...4).contains(which), meaning(at + 1).unit == .quarter else { return nil }
    var form = DateForm(end: at + 2, rule: "quarter")
    let dated = year(at + 2, bare: false)
    let year = dated?.year ?? context.now.components.year
    form.end = dated?.end ?? form.end
    let end = which == 4 ? LocalTime.dayNumber(year + 1, 1, 1) : LocalTime.dayNumber(year, which * 3 + 1, 1)
    form.fixed = (LocalTime.dayNumber(year, which * 3 - 2, 1), end, "quarter")
    return form
  }
}
