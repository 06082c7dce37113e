/// Parts of periods and of days: «a finales de mes», «lo que va de año», «el resto de la semana», «la tarde del martes».
extension EntityScan {
  func vagueTimes(at i: Int, from origin: Int) -> DateForm? {
    thirdOfPeriod(at: i) ?? restOfPeriod(at: i)
  }

  private func thirdIndex(_ i: Int) -> Int {
    switch keyword(i) {
    case .primeros: 1
    case .mediados, .mitad: 2
    case .finales, .fin: 3
    default: 0
    }
  }

  /// «a primeros de mes», «mediados de junio», «finales del año que viene», «a fin de mes», «al final del día».
  private func thirdOfPeriod(at i: Int) -> DateForm? {
    var at = i
    if says(at, .a, .al, .para) { at += 1 }
    if says(at, .el) { at += 1 }
    let third = thirdIndex(at)
    guard third > 0, says(at + 1, .de, .del) || says(at + 1, .este) else { return nil }
    if says(at, .fin), weekendEnd(at) != nil { return nil }
    if says(at, .fin), !says(i, .a), meaning(at + 2).unit != .month { return nil }
    let target = says(at + 1, .este) ? at + 1 : at + 2
    let bare = says(target, .el, .la, .este) ? target + 1 : target
    // «al final de la tarde», «a mediados de la mañana», «al final del pasado mediodía»
    let pastPart = says(bare, .pasado) ? bare + 1 : bare
    if let part = Self.part(keyword(pastPart)), let end = part.end, !says(pastPart, .manana) || says(target, .la) {
      let length = (end - part.start) / 3
      let start = part.start + (third - 1) * length
      var form = DateForm(end: pastPart + 1, rule: "part-of-part")
      form.time = DayTime(start: start, end: third == 3 ? end : start + length, grain: .hour)
      return form
    }
    guard var form = dates[target] ?? wholeUnit(target) ?? monthOrYear(target) else { return nil }
    guard form.third == 0, form.time == nil, form.instant == nil, !form.isOpenEnd, !form.isOpenStart else { return nil }
    if form.fixed.map({ $0.end - $0.start == 1 }) ?? (form.weekday != nil || form.day != nil) {
      // The first, middle or last hours of a day.
      form.time = third == 1 ? Self.part(.manana) : third == 2 ? Self.part(.mediodia) : Self.part(.noche)
      form.rule = "part-of-day"
      return form
    }
    if form.rule == "this-unit", form.fixed?.grain == .month {
      if third == 1, side(i) != .past, context.now.components.day > 10 { form.fixed = span(.month, 1) }
      if third > 1, side(i) == .past, context.now.components.day <= (third == 2 ? 10 : 20) {
        form.fixed = span(.month, -1)
      }
    }
    form.third = third
    form.rule = "third-of-period"
    if let after = directionAfter(form.end), form.month != nil {
      form.direction = after.direction
      form.end = after.end
    }
    return form
  }

  private func monthOrYear(_ i: Int) -> DateForm? {
    if let month = monthName(i) {
      var form = DateForm(month: month.month, end: month.end, rule: "month")
      if let dated = year(form.end) {
        form.year = dated.year
        form.end = dated.end
      }
      return form
    }
    return year(i).map { DateForm(year: $0.year, end: $0.end, rule: "year") }
  }

  /// «el resto del mes», «más tarde esta semana», «lo que queda de año», «lo que va de mes».
  private func restOfPeriod(at i: Int) -> DateForm? {
    var at = i
    var isBehind = false
    if says(at, .resto), says(at + 1, .de, .del) {
      at += 2
    } else if says(at, .lo), says(at + 1, .que), says(at + 2, .va),
      says(at + 3, .de, .del)
    {
      isBehind = isFolded(at + 2, "va")
      at += 4
    } else if says(at, .mas), says(at + 1, .tarde) {
      at += says(at + 2, .en, .de) ? 3 : 2
      if says(at, .por, .pasado) || says(at, .este) && says(at + 1, .pasado, .manana, .tarde) { return laterPart(at) }
      guard says(at, .este) else { return nil }
    } else {
      return nil
    }
    guard let form = dates[at] ?? wholeUnit(at), let span = form.fixed, form.time == nil else { return nil }
    let today = context.now.day
    guard span.start <= today, today < span.end else { return nil }
    return DateForm(
      isBehind ? DaySpan(span.start, today + 1, .day) : DaySpan(today, span.end, .day), end: form.end,
      rule: "rest-of-period")
  }

  /// «más tarde por la mañana», «más tarde pasado el mediodía»: the last third of it.
  private func laterPart(_ i: Int) -> DateForm? {
    var at = i
    while says(at, .por, .pasado, .este, .la, .el) { at += 1 }
    guard let part = Self.part(keyword(at)), let end = part.end else { return nil }
    var form = DateForm(end: at + 1, rule: "part-of-part")
    form.time = DayTime(start: end - (end - part.start) / 3, end: end, grain: .hour)
    return form
  }

  /// «la tarde del martes», «la mañana siguiente», «al mediodía de hoy», «la noche anterior».
  func partOfDayOfDate(at i: Int, from origin: Int) -> DateForm? {
    var at = i
    if says(at, .por), says(at + 1, .la) { at += 2 }
    if says(at, .al, .a), says(at + 1, .mediodia, .medianoche) || says(at + 1, .la) { at += says(at + 1, .la) ? 2 : 1 }
    guard let part = Self.part(keyword(at)), at > origin || says(at, .mediodia) else { return nil }
    let next = at + 1
    if says(next, .siguiente, .anterior, .pasado), !says(at, .mediodia) {
      let day = context.now.day + (says(next, .siguiente) ? 1 : -1)
      var form = DateForm(DaySpan(day: day), end: next + 1, rule: "part-beside")
      form.time = part
      return form
    }
    guard says(next, .de, .del), var form = dates[next + 1] ?? (says(next, .del) ? dayForm(next + 1) : nil),
      form.takesTime, form.rule != "tomorrow" || !says(next, .de) || says(at, .tarde, .noche, .mediodia, .madrugada)
    else { return nil }
    form.time = part
    form.rule = "part-of-date"
    return form
  }
}
