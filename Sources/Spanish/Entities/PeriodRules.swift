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
      dated.year == nil
    {
      // «el próximo 5 de abril», «el pasado día 3»
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
    if isMonth, isName(at) { return nil }
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

  // MARK: - Weekdays

  private func weekday(at i: Int, from origin: Int, _ direction: Int, isThis: Bool) -> DateForm? {
    let isShort = atoms[i].folded.count <= 3
    let isPointed = isShort && shows(i + 1, ".") && isGlued(i + 1)
    guard !isName(i) else { return nil }
    var form = DateForm(weekday: meaning(i).weekday, end: isPointed ? i + 2 : i + 1, rule: "weekday")
    form.direction = direction
    if let after = directionAfter(form.end) {
      form.direction = after.direction
      form.end = after.end
      return form
    }
    let comma = shows(form.end, ",") ? form.end + 1 : form.end
    // «lunes, 18 de febrero», «viernes 12/05», «martes el día 25»
    if var dated = dates[comma], dated.day != nil, dated.weekday == nil, dated.end > comma {
      if dated.month != nil || comma == form.end {
        if dated.month == nil || dated.year == nil { dated.weekday = form.weekday }
        dated.rule = dated.month != nil ? "weekday-date" : "weekday-day"
        return dated
      }
    }
    if comma == form.end, let number = dayNumber(comma), !isCounting(number.end), !shows(number.end, ":"),
      isDigits(comma) || number.day > 1
    {
      form.day = number.day
      form.end = number.end
      form.rule = "weekday-day"
      return form
    }
    if isShort && !isPointed && !isThis && direction == 0 { return nil }
    if says(form.end, .de, .del), let week = dates[form.end + 1] ?? wholeUnit(form.end + 1), let span = week.fixed,
      week.time == nil
    {
      if span.grain == .week {
        return DateForm(DaySpan(day: span.start + meaning(i).weekday - 1), end: week.end, rule: "weekday-of-week")
      }
    }
    // «la semana anterior, lunes» reads the other way round, in `unit`.
    if says(form.end, .en), let eight = inEight(form.end + 1, 0), let reading = resolver(i).resolve(form) {
      let shift = (eight.fixed?.start ?? 0)
      return DateForm(DaySpan(day: reading.best.start + shift), end: eight.end, rule: "weekday-in-eight")
    }
    return form
  }

  // MARK: - Weekends

  /// The atom after «finde» or «fin de semana».
  func weekendEnd(_ i: Int) -> Int? {
    if says(i, .finde) { return i + 1 }
    let isPlural = isFolded(i, "fines")
    guard says(i, .fin) || isPlural, says(i + 1, .de), meaning(i + 2).unit == .week else { return nil }
    return i + 3
  }

  private func weekend(at end: Int, from i: Int, _ before: Int?, isThis: Bool) -> DateForm? {
    var offset = before ?? 0
    var at = end
    if let after = directionAfter(at) {
      offset = after.direction
      at = after.end
    } else if says(at, .del), let form = dates[at + 1] ?? dayForm(at + 1), let reading = resolver(i).resolve(form) {
      let day = LocalTime(seconds: reading.best.start * 86_400)
      return DateForm(
        DaySpan(day.day - day.weekday + 6, day.day - day.weekday + 8, .day), end: form.end, rule: "weekend-of")
    }
    let now = context.now
    var saturday = now.day - now.weekday + 6
    if offset < 0 { saturday -= 7 }
    if offset > 0 && now.weekday >= 6 { saturday += 7 }
    if offset == 0, side(i) == .past, now.weekday < 6 { saturday -= 7 }
    var form = DateForm(DaySpan(saturday, saturday + 2, .day), end: at, rule: "weekend")
    // On a weekday «el próximo finde» is for many the one after this week's.
    if offset > 0, now.weekday < 6 { form.alternative = DaySpan(saturday + 7, saturday + 9, .day) }
    return form
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

  private func fortnight(_ which: Int, ofMonth index: Int) -> DaySpan {
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
    guard let direction, direction != 0, unit != .none, count > 0, count <= 10_000 else { return nil }
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

  // MARK: - Ordinals in a period

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
  private func part(_ which: Int, _ unit: TimeUnit, of span: DaySpan) -> DaySpan? {
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
