/// Days named from today: «hoy», «pasado mañana», «anoche», «esta tarde», «ahora mismo», «de hoy en ocho».
extension EntityScan {
  private func day(_ number: Int, _ end: Int, _ rule: String) -> DateForm {
    DateForm(DaySpan(day: number), end: end, rule: rule)
  }

  func deictic(at start: Int, from origin: Int) -> DateForm? {
    let today = context.now.day
    var i = start
    // «el día de hoy», «el día de mañana»
    if i > origin, says(i, .dia), says(i + 1, .de), says(i + 2, .hoy, .ayer, .manana, .anteayer) { i += 2 }
    var form: DateForm
    switch keyword(i) {
    case .hoy: form = day(today, i + 1, "today")
    case .ayer: form = day(today - 1, i + 1, "yesterday")
    case .anteayer: form = day(today - 2, i + 1, "before-yesterday")
    case .transanteayer: form = day(today - 3, i + 1, "three-days-ago")
    case .antes where says(i + 1, .de) && says(i + 2, .ayer, .anoche):
      form = day(today - 2, i + 3, "before-yesterday")
      if says(i + 2, .anoche) { form.time = Self.part(.noche) }
    case .pasado where says(i + 1, .manana): form = day(today + 2, i + 2, "after-tomorrow")
    case .anoche, .antenoche:
      form = day(today - (says(i, .anoche) ? 1 : 2), i + 1, "last-night")
      form.time = Self.part(.noche)
      return form
    case .manana where !says(i - 1, .la, .las, .este, .un, .buenas, .media) && !isFolded(i - 1, "misma"):
      form = day(today + 1, i + 1, "tomorrow")
    case .de where says(i + 1, .hoy, .manana) && says(i + 2, .en):
      return inEight(i + 3, today + (says(i + 1, .hoy) ? 0 : 1))
    case .ahora: return now(i)
    case .ya where atoms.count == 1 || says(i + 1, .mismo): return now(i)
    case .en where says(i + 1, .este) && isFolded(i + 2, "momento") || isFolded(i + 2, "instante"):
      return instant(0, 1, .second, i + 3, "now")
    case .al where says(i + 1, .dia) && says(i + 2, .siguiente): return day(today + 1, i + 3, "next-day")
    case .este where Self.part(keyword(i + 1 + (says(i + 1, .mismo, .pasado) ? 1 : 0))) != nil: return thisPart(i)
    default: return nil
    }
    if says(form.end, .mismo) { form.end += 1 }
    // «hoy viernes», «mañana martes»: the second name adds nothing that the first does not say.
    if meaning(form.end).weekday > 0, !isName(form.end), atoms[form.end].folded.count > 4 {
      let next = dates[form.end]
      form.end += 1
      // «hoy viernes 15 de mayo»
      if let next, next.day != nil, next.time == nil, next.end > form.end { form.end = next.end }
    } else if says(form.end, .dia), let number = dayNumber(form.end + 1) {
      form.end = number.end
    }
    return form
  }

  /// «esta tarde», «esta misma noche»; «esta mañana» after midnight too is today's.
  private func thisPart(_ i: Int) -> DateForm? {
    let at = i + 1 + (says(i + 1, .mismo, .pasado) ? 1 : 0)
    var form = day(context.now.day, at + 1, "this-part-of-day")
    form.time = Self.part(keyword(at))
    return form
  }

  /// «ahora», «ahora mismo», «ahora a las 5» is no now.
  private func now(_ i: Int) -> DateForm? {
    var end = i + 1
    if says(end, .mismo) { end += 1 }
    if meaning(end).unit == .second, isFolded(end, "segundito") { end += 1 }
    return instant(0, 1, .second, end, "now")
  }

  func instant(_ offset: Int, _ seconds: Int, _ grain: TimeUnit, _ end: Int, _ rule: String) -> DateForm {
    let start = context.zone.adding(offset, to: context.now.seconds)
    return DateForm(instant: (start, seconds, grain), end: end, rule: rule)
  }

  /// «de hoy en ocho», «el martes en quince»: eight days count today, as the phrase always has.
  func inEight(_ i: Int, _ day: Int) -> DateForm? {
    guard let number = numerals[i], let count = number.whole, count == 8 || count == 15 else { return nil }
    let end = meaning(number.end).unit == .day ? number.end + 1 : number.end
    return self.day(day + (count == 8 ? 7 : 14), end, "from-today-in")
  }
}
