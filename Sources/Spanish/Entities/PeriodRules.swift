import TextAnalysis

/// Periods around now and parts of periods: «la semana que viene», «los últimos 3 días», «este verano», «el primer
/// trimestre de 2025», «a finales de mes».
extension EntityScan {
  // MARK: - próximo, pasado, este

  /// Where words before a noun point, and how many of it they want.
  private struct Modifiers {
    var direction: Int?
    /// «pasado» and no «último»: whole weeks, months and years, as in «el mes pasado».
    var isWhole = false
    var isThis = false
    var count: Int?
    var noun: Int
  }

  /// +1 «próximo», −1 «pasado», nil for the rest.
  private func direction(_ i: Int) -> Int? {
    switch keyword(i) {
    case .proximo, .siguiente, .viene: 1
    case .pasado, .ultimo, .anterior: -1
    default: nil
    }
  }

  private func modifiersBefore(_ start: Int) -> Modifiers {
    var found = Modifiers(noun: start)
    if says(start, .este, .ese) {
      found.isThis = true
      found.noun += 1
      if says(found.noun, .mismo, .presente) { found.noun += 1 }
    } else if says(start, .presente) {
      found.isThis = true
      found.noun += 1
    }
    if let direction = direction(found.noun) {
      found.direction = direction
      found.isWhole = says(found.noun, .pasado)
      found.noun += 1
    }
    if let number = numerals[found.noun], !number.isArticle, !number.isAttached, let count = number.whole,
      meaning(number.end).unit != .none || direction(number.end) != nil || says(number.end, .fin, .finde)
    {
      found.count = count
      found.noun = number.end
      if found.direction == nil, let direction = direction(found.noun) {
        found.direction = direction
        found.isWhole = says(found.noun, .pasado)
        found.noun += 1
      }
    }
    return found
  }

  /// «que viene», «próximo», «pasado», «actual» after a noun; the atom after them.
  func directionAfter(_ i: Int) -> (direction: Int, end: Int)? {
    if says(i, .que) {
      if says(i + 1, .viene, .vienen) || isFolded(i + 1, "entra") { return (1, i + 2) }
      if says(i + 1, .pasado) { return (-1, i + 2) }
      return nil
    }
    if says(i, .actual, .presente) { return (0, i + 1) }
    if says(i, .en), isFolded(i + 1, "curso") { return (0, i + 2) }
    if says(i, .pasado), says(i + 1, .manana) || says(i + 1, .el) && says(i + 2, .mediodia) { return nil }
    if says(i, .anterior), says(i + 1, .al, .a) { return nil }
    guard let direction = direction(i), !says(i, .ultimo), meaning(i + 1).unit == .none else { return nil }
    return (direction, i + 1)
  }

  /// A noun of time with what stands around it.
  func modified(at start: Int, from origin: Int) -> DateForm? {
    let before = modifiersBefore(start)
    var at = before.noun
    guard at < atoms.count else { return nil }
    if says(at, .dia), meaning(at + 1).weekday > 0 { at += 1 }
    if let direction = before.direction, let dated = dates[at] ?? dayForm(at), dated.day != nil, dated.weekday == nil,
      dated.year == nil, dated.month != nil || !isPlural(at - 1)
    {
      // «los próximos 3 libros» counts; «el próximo 5 de abril», «el pasado día 3»
      var form = dated
      form.direction = direction
      return form
    }
    let noun = meaning(at)
    if let count = before.count { return run(count, before.direction, at, isWhole: before.isWhole) }
    if noun.weekday > 0 { return weekday(at: at, from: origin, before.direction ?? 0, isThis: before.isThis) }
    if let end = weekendEnd(at) { return weekend(at: end, from: origin, before.direction, isThis: before.isThis) }
    if noun.unit != .none {
      return unit(at: at, from: origin, before.direction, isThis: before.isThis)
    }
    let isMonth = noun.month > 0 && atoms[at].folded.count > 3
    let season = seasonIndex(at)
    let holiday = before.noun > start ? holiday(at: at, from: at - 1) : nil
    guard isMonth || season > 0 || holiday != nil else { return nil }
    if isMonth, isName(at) || followsImpossibleDay(at) { return nil }
    var form = holiday ?? DateForm(season: season, end: at + 1, rule: "season")
    if isMonth { form = DateForm(month: noun.month, end: at + 1, rule: "month") }
    if let after = directionAfter(form.end) {
      form.direction = after.direction
      form.end = after.end
    } else if let dated = year(form.end) {
      form.year = dated.year
      form.end = dated.end
    } else if season > 0, says(form.end, .de, .del), let span = dates[form.end + 1]?.fixed, span.grain == .year {
      form.year = LocalTime(seconds: span.start * 86_400).components.year
      form.end = dates[form.end + 1]?.end ?? form.end
    }
    if let direction = before.direction { form.direction = direction }
    if before.isThis, form.direction == 0, form.year == nil, holiday == nil {
      // «este agosto» is this year's; «este invierno» the one that ends now or begins this year.
      let (year, month, _) = context.now.components
      form.year = season == 4 && month > 6 ? year + 1 : year
    }
    let isSaid = before.noun > start || form.direction != 0 || form.year != nil
    if isMonth { return isSaid ? form : nil }
    // «verano» alone, «ropa de verano»: a kind of thing, not a time.
    let isLed = isSaid || start > origin || says(start - 1, .en, .durante, .hasta, .desde, .para, .este, .antes)
    return isLed ? form : nil
  }

  private func seasonIndex(_ i: Int) -> Int {
    switch keyword(i) {
    case .primavera: 1
    case .verano: 2
    case .otono: 3
    case .invierno: 4
    default: 0
    }
  }

  // MARK: - Weeks, months, years

  /// The span of `unit` that is `offset` away from the one of today.
  func span(_ unit: TimeUnit, _ offset: Int) -> DaySpan {
    let today = context.now.day
    switch unit {
    case .none, .second, .minute, .hour, .day: return DaySpan(day: today + offset)
    case .week:
      let monday = today - context.now.weekday + 1 + 7 * offset
      return DaySpan(monday, monday + 7, .week)
    case .fortnight:
      let (year, month, day) = context.now.components
      let half = (year * 12 + month - 1) * 2 + (day > 15 ? 1 : 0) + offset
      return fortnight(half & 1 + 1, ofMonth: half >> 1)
    default:
      let (year, month, _) = context.now.components
      let index = (year * 12 + month - 1) / unit.months * unit.months + offset * unit.months
      var grain = unit
      if unit != .month, unit != .quarter, unit != .year { grain = unit.months >= 12 ? .year : .month }
      return DaySpan(months: index, unit.months, grain)
    }
  }

  func fortnight(_ which: Int, ofMonth index: Int) -> DaySpan {
    let first = DaySpan.first(ofMonth: index)
    return which == 1 ? DaySpan(first, first + 15, .day) : DaySpan(first + 15, DaySpan.first(ofMonth: index + 1), .day)
  }

  /// «mes», «la semana», «el año» as a whole, now: only where another word asked for one («a finales de mes»).
  func wholeUnit(_ i: Int) -> DateForm? {
    let at = says(i, .el, .la) ? i + 1 : i
    let unit = meaning(at).unit
    guard unit.rawValue >= TimeUnit.day.rawValue, atoms[at].folded.count >= 3, !isFolded(at, "dias"),
      numerals[at] == nil
    else { return nil }
    return DateForm(span(unit, 0), end: at + 1, rule: "this-unit")
  }

  private func unit(at i: Int, from origin: Int, _ before: Int?, isThis: Bool) -> DateForm? {
    let unit = meaning(i).unit
    let isPlural = text.foldedBytes[atoms[i].folded.upperBound - 1] == UInt8(ascii: "s")
    let isSingular = !isPlural || isFolded(i, "mes")
    // «2º», «segundo», a bare «h»: no periods.
    guard atoms[i].folded.count >= 3, isSingular || unit == .year else { return nil }
    var end = i + 1
    var offset = before ?? (isThis ? 0 : nil)
    if offset == nil, let after = directionAfter(end) {
      offset = after.direction
      end = after.end
    } else if isThis, let after = directionAfter(end) {
      offset = after.direction
      end = after.end
    }
    if unit.rawValue < TimeUnit.day.rawValue {
      // «a última hora» is no hour.
      guard isSingular, let offset = before, offset != 0, !says(origin - 1, .a), !says(i - 1, .siguiente) else {
        return nil
      }
      return offset > 0
        ? instant(0, unit.seconds, .minute, end, "next-unit")
        : instant(-unit.seconds, unit.seconds, .minute, end, "last-unit")
    }
    if unit == .day {
      if isSingular, let anchored = dayBesideDate(i, origin) { return anchored }
      guard let offset, offset != 0, isSingular, !says(i - 1, .ultimo) else { return nil }
      return DateForm(DaySpan(day: context.now.day + offset), end: end, rule: "next-day")
    }
    if let offset, isSingular {
      if says(end, .calendario, .natural) { end += 1 }
      if says(end, .mismo) { end += 1 }
      let whole = span(unit, offset)
      // «la semana anterior, lunes»
      let mark = shows(end, ",") || isDash(end) || says(end, .el) ? end + 1 : end
      if unit == .week, mark > end, meaning(mark).weekday > 0, atoms[mark].folded.count > 4 {
        return DateForm(DaySpan(day: whole.start + meaning(mark).weekday - 1), end: mark + 1, rule: "weekday-of-week")
      }
      return DateForm(whole, end: end, rule: "period")
    }
    if unit == .year || unit == .decade, let years = yearsNamed(i) { return years }
    guard isSingular else { return nil }
    if unit == .week { return week(at: i, from: origin) ?? ledUnit(i, origin) }
    if unit == .month, says(i + 1, .de), meaning(i + 2).month > 0 { return nil }
    if unit == .century { return century(i) }
    return ledUnit(i, origin)
  }

  /// «en el año», «del mes», «por la semana»: the one we are in.
  private func ledUnit(_ i: Int, _ origin: Int) -> DateForm? {
    let isLed = says(origin - 1, .en, .por, .de, .durante) && origin < i || says(origin - 1, .del)
    let unit = meaning(i).unit
    guard isLed, unit == .week || unit == .month || unit == .year, !says(i + 1, .de, .del, .que, .cada) else {
      return nil
    }
    if says(origin - 2, .vez, .dia, .fin, .finales, .primeros, .mediados, .resto, .mitad) || numerals[i + 1] != nil {
      return nil
    }
    if meaning(origin - 2).unit != .none || meaning(origin - 2).weekday > 0 { return nil }
    return DateForm(span(unit, 0), end: says(i + 1, .calendario) ? i + 2 : i + 1, rule: "this-unit")
  }

  /// «la semana del 12», «la semana a partir del 4», «semana 12», «la semana después de la próxima».
  private func week(at i: Int, from origin: Int) -> DateForm? {
    var at = i + 1
    if says(at, .despues, .siguiente), says(at + 1, .de, .a, .del, .al) {
      if says(at + 2, .la), says(at + 3, .proximo, .siguiente) {
        return DateForm(span(.week, 2), end: at + 4, rule: "week-after-next")
      }
      if says(at + 2, .la), says(at + 3, .que), says(at + 4, .viene) {
        return DateForm(span(.week, 2), end: at + 5, rule: "week-after-next")
      }
      guard let form = dates[at + 2] ?? dayForm(at + 2), let reading = resolver(i).resolve(form) else { return nil }
      return DateForm(isoWeek(of: reading.best.start + 7), end: form.end, rule: "week-after")
    }
    if says(at, .a), says(at + 1, .partir) { at += 2 }
    if says(at, .del) || says(at, .de) && says(at + 1, .el), let form = dates[at + 1] ?? dayForm(at + 1),
      let reading = resolver(i).resolve(form), form.fixed?.grain ?? .day == .day
    {
      let week =
        at > i + 1 ? DaySpan(reading.best.start, reading.best.start + 7, .week) : isoWeek(of: reading.best.start)
      return DateForm(week, end: form.end, rule: "week-of")
    }
    guard isDigits(at), at == i + 1, atoms[at].digitCount <= 2, (1...53).contains(atoms[at].value), !isCounting(at + 1)
    else { return nil }
    let dated = year(at + 1)
    let first = isoWeek(of: LocalTime.dayNumber(dated?.year ?? context.now.components.year, 1, 4)).start
    let start = first + 7 * (atoms[at].value - 1)
    return DateForm(DaySpan(start, start + 7, .week), end: dated?.end ?? at + 1, rule: "week-number")
  }

  private func isoWeek(of day: Int) -> DaySpan {
    let monday = day - LocalTime(seconds: day * 86_400).weekday + 1
    return DaySpan(monday, monday + 7, .week)
  }

  /// «año 2012», «los años 90», «la década de los noventa».
  private func yearsNamed(_ i: Int) -> DateForm? {
    let isPlural = isFolded(i, "años") || isFolded(i, "anos")
    var at = i + 1
    if meaning(i).unit == .decade {
      guard says(at, .de, .del) else { return nil }
      at += 1
      if says(at, .los) { at += 1 }
      if meaning(at).unit == .year { at += 1 }
    } else if !isPlural {
      guard let dated = year(i + 1), dated.year >= 1_500 else { return nil }
      return DateForm(year: dated.year, end: dated.end, rule: "year")
    }
    guard let number = numerals[at], let value = number.whole, value % 10 == 0 else { return nil }
    let first = value < 100 ? (value < 30 ? 2_000 : 1_900) + value : value
    guard value >= 20 && value < 100 || (1_500...2_100).contains(value) else { return nil }
    let end = isGlued(number.end) && isFolded(number.end, "s") ? number.end + 1 : number.end
    return DateForm(DaySpan(months: first * 12, 120, .year), end: end, rule: "decade")
  }

  /// «siglo XXI», «siglo 19».
  private func century(_ i: Int) -> DateForm? {
    guard i + 1 < atoms.count else { return nil }
    var which = isDigits(i + 1) ? atoms[i + 1].value : 0
    if isWord(i + 1) {
      let values: [UInt8: Int] = [105: 1, 118: 5, 120: 10]
      let letters = text.foldedBytes[atoms[i + 1].folded].map { values[$0] ?? 0 }
      guard letters.count <= 5, !letters.contains(0) else { return nil }
      for (index, value) in letters.enumerated() {
        which += index + 1 < letters.count && value < letters[index + 1] ? -value : value
      }
    }
    guard (1...21).contains(which) else { return nil }
    return DateForm(DaySpan(months: ((which - 1) * 100 + 1) * 12, 1_200, .year), end: i + 2, rule: "century")
  }

  /// «los próximos 3 días», «las últimas 2 semanas», «tres meses que vienen»: days and less touch now; «últimos» goes back
  /// from now, «pasados» and what is ahead are whole weeks, months and years, as «el mes pasado» is.
  private func run(_ count: Int, _ before: Int?, _ i: Int, isWhole: Bool) -> DateForm? {
    let unit = meaning(i).unit
    var end = i + 1
    var direction = before
    var isWhole = isWhole
    if direction == nil, let after = directionAfter(end) {
      direction = after.direction
      isWhole = says(end, .pasado)
      end = after.end
    }
    guard let direction, direction != 0, unit != .none, count > 0, count <= 10_000, count * unit.months <= 12_000 else {
      return nil
    }
    let isPast = direction < 0
    if unit.rawValue < TimeUnit.day.rawValue {
      let seconds = count * unit.seconds
      return instant(isPast ? -seconds : 0, seconds, unit, end, isPast ? "last-run" : "next-run")
    }
    // «las últimas 3 semanas de este año»
    if isPast, says(end, .de, .del), let container = dates[end + 1] ?? wholeUnit(end + 1),
      let whole = resolver(i).resolve(container)?.best, whole.end - whole.start > 20,
      let last = part(-1, unit, of: whole), let first = part(-count, unit, of: whole)
    {
      return DateForm(DaySpan(first.start, last.end, unit), end: container.end, rule: "last-run-of")
    }
    let today = context.now.day
    if unit == .day || unit == .fortnight {
      let days = count * unit.seconds / 86_400
      let isBusiness = says(end, .laborable)
      if isBusiness || says(end, .natural) { end += 1 }
      var far = isPast ? today - days : today + 1 + days
      if isBusiness { far = context.calendar.day(count, workingDaysFrom: today, forward: !isPast) + (isPast ? 0 : 1) }
      return DateForm(
        isPast ? DaySpan(far, today, unit) : DaySpan(today + 1, far, unit), end: end,
        rule: isPast ? "last-run" : "next-run")
    }
    let near = span(unit, isPast ? -count : 1)
    let far = span(unit, isPast ? -1 : count)
    let whole = DaySpan(near.start, far.end, far.grain)
    let edge = shifted(today, by: count, unit, forward: !isPast)
    let rolling = isPast ? DaySpan(edge, today, far.grain) : DaySpan(today + 1, edge + 1, far.grain)
    let isRolling = isPast && !isWhole
    var form = DateForm(isRolling ? rolling : whole, end: end, rule: isPast ? "last-run" : "next-run")
    form.alternative = isRolling ? whole : rolling
    return form
  }

  /// `count` units from a day of the calendar; the end of a shorter month stands for its missing days.
  func shifted(_ day: Int, by count: Int, _ unit: TimeUnit, forward: Bool) -> Int {
    let sign = forward ? 1 : -1
    guard unit.months > 0 else { return day + sign * count * unit.seconds / 86_400 }
    let (year, month, dayOfMonth) = LocalTime(seconds: day * 86_400).components
    let index = year * 12 + month - 1 + sign * count * unit.months
    guard index > 0, index < 120_000 else { return day }
    return DaySpan.first(ofMonth: index) + min(dayOfMonth, DateResolver.length(ofMonth: index % 12 + 1, index / 12)) - 1
  }
}
