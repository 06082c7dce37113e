/// Dates counted from now or from another date: «hace tres días», «dentro de 48 horas», «dos días después del lunes».
extension EntityScan {
  func counted(at i: Int, from origin: Int) -> DateForm? {
    switch keyword(i) {
    case .hace: return ago(i)
    case .dentro where says(i + 1, .de): return ahead(i + 2, "in")
    case .de where says(i + 1, .aqui) && says(i + 2, .a, .en): return ahead(i + 3, "from-here")
    case .al where says(i + 1, .cabo) && says(i + 2, .de): return ahead(i + 3, "in")
    case .en:
      guard side(i) != .past, let length = length(at: i + 1),
        directionAfter(length.end) == nil || says(length.end, .despues)
      else { return nil }
      return shifted(length, 1, length.end, "in")
    case .vispera where says(i + 1, .de, .del):
      guard let form = dates[i + 2] ?? dayForm(i + 2), let reading = resolver(i).resolve(form) else { return nil }
      return DateForm(DaySpan(day: reading.best.start - 1), end: form.end, rule: "eve")
    default: return countedFromAnchor(at: i)
    }
  }

  /// «hace [ya, casi, unos] tres días», «hace más de un mes».
  private func ago(_ i: Int) -> DateForm? {
    var at = i + 1
    while says(at, .ya, .casi, .solo, .como, .alrededor, .de) { at += 1 }
    // «hace un rato»: within the last hour.
    if says(at, .un), isFolded(at + 1, "rato") || isFolded(at + 1, "ratito") {
      return instant(-3_600, 3_600, .minute, at + 2, "a-while-ago")
    }
    var bound = 0
    if says(at, .mas, .menos), says(at + 1, .de) {
      bound = says(at, .mas) ? 1 : -1
      at += 2
    }
    if says(at, .un), let number = numerals[at + 1], !number.isArticle { at += 1 }
    if let form = weekdays(at, -1) { return form }
    guard let length = length(at: at) else { return nil }
    var form = shifted(length, -1, length.end, "ago")
    guard bound != 0 else { return form }
    if let instant = form.instant {
      form.instant = nil
      form.fixed = DaySpan(day: LocalTime(seconds: instant.start).day)
      if bound > 0 { form.instant = instant }
    }
    if bound > 0 {
      form.isOpenStart = true
    } else if let day = form.fixed?.start {
      form.fixed = DaySpan(day, context.now.day + 1, .day)
      form.alternative = nil
    }
    form.rule = bound > 0 ? "more-than-ago" : "less-than-ago"
    return form
  }

  /// «hace dos sábados», «dentro de dos martes»
  private func weekdays(_ i: Int, _ sign: Int) -> DateForm? {
    guard let number = numerals[i], let count = number.whole, (1...53).contains(count), meaning(number.end).weekday > 0
    else {
      return nil
    }
    let now = context.now
    let away =
      sign > 0
      ? (meaning(number.end).weekday - now.weekday + 6) % 7 + 1
      : (now.weekday - meaning(number.end).weekday + 6) % 7 + 1
    return DateForm(DaySpan(day: now.day + sign * (away + 7 * (count - 1))), end: number.end + 1, rule: "weekdays-away")
  }

  private func ahead(_ i: Int, _ rule: String) -> DateForm? {
    var at = i
    while says(at, .casi, .solo, .como, .alrededor, .de) { at += 1 }
    if says(at, .un), let number = numerals[at + 1], !number.isArticle { at += 1 }
    if let form = weekdays(at, 1) { return form }
    // «dentro de las próximas 48 horas» is a stretch, «dentro de próximos 10 meses» too.
    guard let length = length(at: at) else {
      let run = says(at, .los, .las) ? at + 1 : at
      guard says(run, .proximo, .siguiente), let form = dates[run], form.rule == "next-run" else { return nil }
      return form
    }
    return shifted(length, 1, length.end, rule)
  }

  /// «2 días antes de hoy», «tres días después del 5», «30 minutos después», «dos semanas a partir de ahora», «3 días atrás».
  func countedFromAnchor(at i: Int) -> DateForm? {
    guard numerals[i] != nil || says(i, .medio, .media, .varios, .un) || meaning(i).unit != .none,
      let length = length(at: i)
    else { return nil }
    var at = length.end
    if says(at, .atras) { return shifted(length, -1, at + 1, "back") }
    if says(at, .mas), says(at + 1, .tarde), !says(at + 2, .este), side(i) != .past {
      return shifted(length, 1, at + 2, "later")
    }
    if says(at, .desde), says(at + 1, .ahora, .hoy) { return shifted(length, 1, at + 2, "from-now") }
    if says(at, .a), says(at + 1, .partir), says(at + 2, .de, .del), says(at + 3, .ahora, .hoy) {
      return shifted(length, 1, at + 4, "from-now")
    }
    let sign = says(at, .antes) ? -1 : says(at, .despues) || says(at, .a) && says(at + 1, .partir) ? 1 : 0
    guard sign != 0 else { return nil }
    if says(at, .a) { at += 1 }
    if says(at + 1, .de, .del) {
      guard let anchor = dates[at + 2] ?? (says(at + 1, .del) ? dayForm(at + 2) : nil) else { return nil }
      if anchor.rule == "now" { return shifted(length, sign, anchor.end, "from-now") }
      guard let reading = resolver(i).resolve(anchor), anchor.time == nil else { return nil }
      guard length.unit.rawValue >= TimeUnit.day.rawValue, let count = length.count.whole else { return nil }
      let start = sign > 0 && reading.best.grain == .day ? reading.best.end - 1 : reading.best.start
      let day =
        length.isBusiness
        ? context.calendar.day(count, workingDaysFrom: start, forward: sign > 0)
        : shifted(start, by: min(count, 10_000), length.unit, forward: sign > 0)
      return DateForm(DaySpan(day: day), end: anchor.end, rule: "from-anchor")
    }
    // «30 minutos después»: from now, unless a story is told.
    guard side(i) != .past, !says(at, .a, .partir), !says(at + 1, .que) else { return nil }
    return shifted(length, sign, at + 1, "from-now")
  }

  /// «el día antes de Navidad», «el día después de mañana», «el día siguiente al lunes», «el día anterior».
  func dayBesideDate(_ i: Int, _ origin: Int) -> DateForm? {
    let sign = says(i + 1, .antes, .anterior) ? -1 : says(i + 1, .despues, .siguiente) ? 1 : 0
    guard sign != 0, says(i + 2, .de, .del, .a, .al) else { return nil }
    guard let anchor = dates[i + 3] ?? (says(i + 2, .del, .al) ? dayForm(i + 3) : nil), anchor.time == nil,
      let reading = resolver(i).resolve(anchor)
    else { return nil }
    let day = sign < 0 ? reading.best.start - 1 : reading.best.end
    return DateForm(DaySpan(day: day), end: anchor.end, rule: "day-beside")
  }

  /// The point that is `length` away from now.
  private func shifted(_ length: Length, _ sign: Int, _ end: Int, _ rule: String) -> DateForm {
    if length.unit.rawValue < TimeUnit.day.rawValue {
      return instant(
        sign * wholeSeconds(of: length), length.unit == .second ? 1 : 60, length.unit == .second ? .second : .minute,
        end, rule)
    }
    let today = context.now.day
    let isAhead = sign > 0
    var day = today + sign * wholeSeconds(of: length) / 86_400
    if let count = length.count.whole, count <= 10_000 {
      if length.isBusiness {
        day = context.calendar.day(count, workingDaysFrom: today, forward: isAhead)
      } else if length.unit.months > 0 {
        day = shifted(today, by: count, length.unit, forward: isAhead) + sign * length.extraSeconds / 86_400
      } else if length.unit == .day, !length.count.isDigits, count == 8 || count == 15, length.extraSeconds == 0 {
        // «ocho días» are a week and «quince días» two, as people count both ends.
        let shorter = DaySpan(day: today + sign * (count - 1))
        return DateForm(fixed: shorter, alternative: DaySpan(day: day), end: end, rule: rule)
      }
    }
    return DateForm(DaySpan(day: day), end: end, rule: rule)
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
}
