/// «el martes que viene», «lunes 18 de febrero», «el jueves de la semana pasada», «este fin de semana».
extension EntityScan {
  func weekday(at i: Int, from origin: Int, _ direction: Int, isThis: Bool) -> DateForm? {
    // «los lunes» come back: `repetition` reads them.
    if says(origin, .los), direction == 0, directionAfter(i + 1) == nil { return nil }
    if says(origin - 1, .cada) || says(i - 1, .cada) { return nil }
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

  func weekend(at end: Int, from i: Int, _ before: Int?, isThis: Bool) -> DateForm? {
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
}
