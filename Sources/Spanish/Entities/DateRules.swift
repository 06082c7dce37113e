/// The points of the calendar: one rule per way of naming a day, a week, a month or a year.
extension EntityScan {
  /// The longest date that starts at atom `i`, without what may follow it (part of the day, clock).
  ///
  /// The scan asks it once for each atom that can open a date; the rules ask `dateForm(at:)`.
  func readDateForm(at i: Int) -> DateForm? {
    guard i < atoms.count else { return nil }
    return numericDate(at: i) ?? deictic(at: i) ?? holiday(at: i) ?? weekday(at: i) ?? dayAndMonth(at: i) ?? relative(
      at: i)
      ?? period(at: i) ?? monthForm(at: i) ?? plainYear(at: i) ?? dayOfMonth(at: i)
  }

  private var today: Int { context.now.day }

  private func day(_ number: Int, _ end: Int, _ rule: String) -> DateForm {
    DateForm(fixed: (number, number + 1, "day"), end: end, rule: rule)
  }

  // MARK: hoy, ayer, mañana

  private func deictic(at i: Int) -> DateForm? {
    var form: DateForm
    switch keyword(i) {
    case .hoy: form = day(today, i + 1, "today")
    case .ayer: form = day(today - 1, i + 1, "yesterday")
    case .anteayer: form = day(today - 2, i + 1, "before-yesterday")
    case .antes where says(i + 1, .de) && says(i + 2, .ayer): form = day(today - 2, i + 3, "before-yesterday")
    case .pasado where says(i + 1, .manana): form = day(today + 2, i + 2, "after-tomorrow")
    case .anoche:
      form = day(today - 1, i + 1, "last-night")
      form.part = (20 * 3_600, 24 * 3_600)
    case .manana where !says(i - 1, .la, .las, .este, .un, .buenas): form = day(today + 1, i + 1, "tomorrow")
    case .de where says(i + 1, .hoy, .manana) && says(i + 2, .en):
      guard i + 3 < atoms.count, let number = numerals[i + 3], let days = number.whole, days == 8 || days == 15 else {
        return nil
      }
      return day(today + (days == 8 ? 7 : 14) + (says(i + 1, .manana) ? 1 : 0), number.end, "from-today-in")
    case .este where says(i + 1, .manana, .tarde, .noche, .madrugada, .mediodia):
      form = day(today, i + 1, "this-part-of-day")
      form.part = Self.parts[keyword(i + 1)]
      form.end = i + 2
    default: return nil
    }
    // «hoy día 12», «mañana martes»: the second name adds nothing that the first does not say.
    if form.part == nil, meaning(form.end).weekday > 0, !isName(form.end) { form.end += 1 }
    return form
  }

  // MARK: el martes

  private func weekday(at i: Int) -> DateForm? {
    var at = i
    var direction = 0
    if says(at, .el, .los) { at += 1 }
    if says(at, .este, .ese) { at += 1 }
    if says(at, .proximo, .siguiente) {
      direction = 1
      at += 1
    } else if says(at, .pasado, .ultimo, .anterior) {
      direction = -1
      at += 1
    }
    if says(at, .dia), meaning(at + 1).weekday > 0 { at += 1 }
    let weekday = meaning(at).weekday
    guard weekday > 0, !isName(at), atoms[at].folded.count > 3 || at > i else { return nil }
    var form = DateForm(weekday: weekday, direction: direction, end: at + 1, rule: "weekday")
    if says(form.end, .que), says(form.end + 1, .viene, .vienen) {
      form.direction = 1
      form.end += 2
    } else if says(form.end, .que), says(form.end + 1, .pasado) {
      form.direction = -1
      form.end += 2
    } else if says(form.end, .proximo, .siguiente, .viene) {
      form.direction = 1
      form.end += 1
    } else if says(form.end, .pasado, .anterior), !says(form.end + 1, .manana) {
      form.direction = -1
      form.end += 1
    } else {
      let comma = shows(form.end, ",") ? form.end + 1 : form.end
      let next = says(comma, .dia) || says(comma, .el) && comma == form.end ? comma + 1 : comma
      if let dated = numericDate(at: next) ?? dayAndMonth(at: next), dated.month != nil {
        var full = dated
        full.rule = "weekday-date"
        return full
      }
      if comma == form.end, let number = dayNumber(next), !isCounting(number.end) {
        form.day = number.day
        form.end = number.end
        form.rule = "weekday-day"
      } else if says(form.end, .de), says(form.end + 1, .la), meaning(form.end + 2).unit == .week {
        if says(form.end + 3, .pasado) || says(form.end + 3, .que) && says(form.end + 4, .viene) {
          let ahead = says(form.end + 3, .que)
          let monday = today - context.now.weekday + 1 + (ahead ? 7 : -7)
          return day(monday + weekday - 1, form.end + (ahead ? 5 : 4), "weekday-of-week")
        }
      }
    }
    return form
  }

  /// Whether a word that could be a date is a person: «Domingo García», «me llamo Abril».
  private func isName(_ i: Int) -> Bool {
    if says(i - 1, .nombre) || says(i - 2, .nombre) && says(i - 1, .es, .de) { return true }
    guard isCapitalized(i) else { return false }
    let isMonth = meaning(i).month > 0
    // Next to another capitalised word that is no calendar word; a sentence's first word proves nothing alone.
    let right = isCapitalized(i + 1) && atoms[i + 1].clause == atoms[i].clause && atoms[i + 1].word == 0
    let left = i > 0 && isCapitalized(i - 1) && atoms[i - 1].clause == atoms[i].clause && atoms[i - 1].word == 0
    return right || left && (isMonth || !says(i - 1, .el))
  }

  // MARK: 12 de marzo

  /// A day of the month: digits, words, «1º», «primero», «uno».
  func dayNumber(_ i: Int) -> (day: Int, end: Int)? {
    guard i < atoms.count else { return nil }
    if isDigits(i) {
      guard atoms[i].digitCount <= 2, (1...31).contains(atoms[i].value), !continuesLeft(i) else { return nil }
      var end = i + 1
      if isGlued(end),
        isFolded(end, "º") || isFolded(end, "°") || isFolded(end, "o") || isFolded(end, "ro") || isFolded(end, "er")
      {
        end += 1
      } else if shows(end, "."), isFolded(end + 1, "º") {
        end += 2
      } else if isGlued(end), atoms[end].kind == .letter || isGlued(end + 1) && isDigits(end + 1) {
        return nil
      }
      return (atoms[i].value, end)
    }
    if meaning(i).ordinal == 1 { return (1, i + 1) }
    guard let number = numerals[i], !number.isDigits, let day = number.whole, (1...31).contains(day) else { return nil }
    return (day, number.end)
  }

  /// A year of four digits or in words («dos mil veinticinco»), after «de», «del», a comma or nothing.
  func year(_ i: Int, bare: Bool = true) -> (year: Int, end: Int)? {
    var at = i
    if says(at, .de, .del) || shows(at, ",") { at += 1 } else if !bare { return nil }
    if says(at, .el) { at += 1 }
    if says(at, .ano) { at += 1 }
    guard at < atoms.count, let number = numerals[at], let year = number.whole, (1_900...2_100).contains(year),
      !number.isAttached, !meaning(number.end).hasCurrency
    else { return nil }
    if number.isDigits, atoms[at].digitCount != 4 { return nil }
    return (year, number.end)
  }

  private func dayAndMonth(at i: Int) -> DateForm? {
    var at = i
    if says(at, .el) { at += 1 }
    if says(at, .dia) { at += 1 }
    var form: DateForm
    if meaning(at).month > 0, !isName(at), at == i, let number = dayNumber(at + 1), isDigits(at + 1) {
      // «mayo 5»
      form = DateForm(month: meaning(at).month, day: number.day, end: number.end, rule: "month-day")
    } else {
      guard let number = dayNumber(at) else { return nil }
      var next = number.end
      if says(next, .de, .del) || isDash(next) && isGlued(next) { next += 1 }
      if isFolded(next, "mes"), says(next + 1, .de) { next += 2 }
      var month = meaning(next).month
      // «el 5 de este mes», «el 5 del mes que viene»
      if month == 0, let span = period(at: next), let fixed = span.fixed,
        fixed.grain == "month",
        next > number.end
      {
        let (year, spanMonth, _) = LocalTime(seconds: fixed.start * 86_400).components
        return DateForm(year: year, month: spanMonth, day: number.day, end: span.end, rule: "day-of-period")
      }
      guard month > 0 else { return nil }
      if meaning(next).weekday > 0 && next == number.end { month = 0 }
      guard month > 0 else { return nil }
      form = DateForm(month: month, day: number.day, end: next + 1, rule: "day-month")
    }
    if shows(form.end, "."), isGlued(form.end), atoms[form.end - 1].folded.count <= 4,
      isDigits(form.end + 1) || says(form.end + 1, .de)
    {
      form.end += 1
    }
    if isDash(form.end), isGlued(form.end), isDigits(form.end + 1), let dated = shortYear(form.end + 1) {
      form.year = dated
      form.end += 2
    } else if let dated = year(form.end) {
      form.year = dated.year
      form.end = dated.end
    } else if says(form.end, .pasado) {
      form.end += 1
    }
    return form
  }

  private func shortYear(_ i: Int) -> Int? {
    guard isDigits(i) else { return nil }
    switch atoms[i].digitCount {
    case 2: return atoms[i].value < 70 ? 2_000 + atoms[i].value : 1_900 + atoms[i].value
    case 4 where (1_900...2_100).contains(atoms[i].value): return atoms[i].value
    default: return nil
    }
  }

  // MARK: 12/03/2026

  private func numericDate(at start: Int) -> DateForm? {
    var i = start
    if says(i, .el) { i += 1 }
    if says(i, .dia) { i += 1 }
    guard isDigits(i), !continuesLeft(i), isGlued(i + 1), isGlued(i + 2), isDigits(i + 2) else { return nil }
    let mark = atoms[i + 1].symbol
    guard mark == 47 || mark == 45 || mark == 46 else { return nil }
    let hasThird = isGlued(i + 3) && isGlued(i + 4) && isDigits(i + 4)
    let closed = { (end: Int) in
      !self.isGlued(end) || self.atoms[end].kind == .symbol && !(self.isGlued(end + 1) && self.isDigits(end + 1))
    }
    if atoms[i].digitCount == 4 {
      guard hasThird, atoms[i + 3].symbol == mark, isDay(atoms[i + 4].value, atoms[i + 2].value, atoms[i].value) else {
        return nil
      }
      // An ISO time may follow: «2025-05-03T10:00».
      guard closed(i + 5) || isFolded(i + 5, "t") else { return nil }
      return DateForm(
        year: atoms[i].value, month: atoms[i + 2].value, day: atoms[i + 4].value, end: i + 5, rule: "date-iso")
    }
    guard atoms[i].digitCount <= 2, atoms[i + 2].digitCount <= 2 else { return nil }
    var (day, month) = (atoms[i].value, atoms[i + 2].value)
    if month > 12 && day <= 12 || context.country == "US" && day <= 12 { swap(&day, &month) }
    if hasThird, atoms[i + 3].symbol == mark {
      guard let year = shortYear(i + 4), isDay(day, month, year), closed(i + 5) else { return nil }
      return DateForm(year: year, month: month, day: day, end: i + 5, rule: "date-digits")
    }
    // Without a year it may be a score, a size or a price: it needs a sign of being a date.
    guard !hasThird, mark == 47 || mark == 45 && i > start, isDay(day, month, 2_024), closed(i + 3) else { return nil }
    let isPadded = atoms[i + 2].digitCount == 2 && (atoms[i].digitCount == 2 || atoms[i + 2].value < 10)
    let isAnswer = start == 0 && i + 3 >= atoms.count && (day > 12 || context.preference != .nearest)
    let isAnnounced =
      i > start || isAnswer || says(i - 1, .del, .al, .desde, .hasta, .fecha, .entre, .dia)
      || meaning(i - 1).weekday > 0
    guard isPadded || isAnnounced, meaning(i + 3).unit == .none, !shows(i + 3, "%"), !meaning(i + 3).hasCurrency else {
      return nil
    }
    return DateForm(month: month, day: day, end: i + 3, rule: "date-digits-short")
  }

  private func isDay(_ day: Int, _ month: Int, _ year: Int) -> Bool {
    (1...12).contains(month) && day >= 1 && day <= DateResolver.length(ofMonth: month, year)
  }

  // MARK: el 12

  /// «el 12», «día 12»: only where nothing on its right makes it a count, a price or a name.
  private func dayOfMonth(at i: Int) -> DateForm? {
    var at = i
    if says(at, .el) { at += 1 }
    if says(at, .dia) { at += 1 }
    guard at > i || says(i - 1, .al, .del), let number = dayNumber(at),
      isDigits(at) || at - i == 2 || says(i, .dia) || number.day > 1
    else { return nil }
    if !isDigits(at), meaning(at).ordinal > 0, !says(at - 1, .dia) { return nil }
    // «el 1.º paquete»: with its suffix it is an ordinal first.
    if number.end > at + 1, isDigits(at), !says(at - 1, .dia) { return nil }
    guard !isCounting(number.end) else { return nil }
    return DateForm(day: number.day, end: number.end, rule: "day-of-month")
  }

  /// Whether what follows a number says that it counts something or names a model.
  func isCounting(_ i: Int) -> Bool {
    guard i < atoms.count else { return false }
    let next = meaning(i)
    if shows(i, "%") || next.hasCurrency || next.unit != .none || says(i, .plus, .mas, .medio, .por) { return true }
    if next.cardinalClass == .thousand || next.cardinalClass.isMillion || next.ordinal >= 1_000 { return true }
    if says(i, .de), says(i + 1, .los, .las, .la, .el, .ese) { return true }
    if isGlued(i), atoms[i].kind == .letter { return true }
    if isGlued(i), isGlued(i + 1), isDigits(i + 1) { return true }
    return says(i, .de) && i + 1 < atoms.count && numerals[i + 1] != nil
  }

  // MARK: marzo, navidad

  private func monthForm(at i: Int) -> DateForm? {
    var at = i
    var direction = 0
    if says(at, .el) { at += 1 }
    if says(at, .este) { at += 1 }
    if says(at, .proximo) { direction = 1 } else if says(at, .pasado, .ultimo) { direction = -1 }
    if direction != 0 { at += 1 }
    if isFolded(at, "mes"), says(at + 1, .de) { at += 2 }
    guard meaning(at).month > 0, !isName(at) else { return nil }
    var form = DateForm(month: meaning(at).month, direction: direction, end: at + 1, rule: "month")
    let abbreviated = shows(form.end, ".") && isGlued(form.end) && atoms[at].folded.count <= 4
    if let dated = year(abbreviated ? form.end + 1 : form.end) {
      form.year = dated.year
      form.end = dated.end
      return form
    }
    if says(form.end, .pasado) {
      form.direction = -1
      form.end += 1
    } else if says(form.end, .proximo) || says(form.end, .que) && says(form.end + 1, .viene) {
      form.direction = 1
      form.end += says(form.end, .que) ? 2 : 1
    }
    // Alone, a month is a name or a form of a verb: it needs a word that leads into dates.
    let isLed =
      at > i || form.direction != 0 || says(i - 1, .en, .de, .desde, .hasta, .durante, .entre)
      || says(i - 1, .a, .para, .y, .por) && !isCapitalized(at)
    guard isLed, atoms[at].folded.count > 3 else { return nil }
    return form
  }

  /// «en 2024», «desde 2020»: only after a preposition of time, and if it counts nothing.
  private func plainYear(at i: Int) -> DateForm? {
    guard isDigits(i),
      says(i - 1, .en, .desde, .hasta, .ano) || says(i - 1, .de) && says(i - 2, .antes, .despues, .partir),
      let dated = year(i), !isCounting(dated.end), (1_980...2_060).contains(dated.year)
    else { return nil }
    return DateForm(year: dated.year, end: dated.end, rule: "year")
  }

  private func holiday(at i: Int) -> DateForm? {
    var at = i
    if says(at, .el, .la, .los, .las) { at += 1 }
    let start = at
    if says(at, .dia), says(at + 1, .de, .del) { at += 2 }
    if at > start, says(at, .la, .los, .las, .el) { at += 1 }
    func form(_ holiday: Holiday, _ end: Int) -> DateForm {
      var form = DateForm(holiday: holiday, end: end, rule: "holiday")
      if let dated = year(end) {
        form.year = dated.year
        form.end = dated.end
      }
      return form
    }
    let single = meaning(at).holiday
    if single != .none, single != .reyes || at > i || says(i - 1, .en, .por, .para, .antes, .de, .despues) {
      return form(single, at + 1)
    }
    let phrases: [(String, String, Holiday)] = [
      ("black", "friday", .blackFriday), ("viernes", "negro", .blackFriday), ("cyber", "monday", .cyberMonday),
      ("ciber", "monday", .cyberMonday), ("semana", "santa", .easterWeek), ("viernes", "santo", .goodFriday),
      ("san", "valentin", .sanValentin), ("ano", "nuevo", .newYear), ("año", "nuevo", .newYear),
    ]
    for (first, second, holiday) in phrases where isFolded(at, first) && isFolded(at + 1, second) {
      return form(holiday, at + 2)
    }
    if at > start + 1 {
      if isFolded(at, "madre") { return form(.mothersDay, at + 1) }
      if isFolded(at, "padre") { return form(.fathersDay, at + 1) }
      if isFolded(at, "inocentes") { return form(.innocents, at + 1) }
      if isFolded(at, "hispanidad") { return form(.hispanidad, at + 1) }
      if isFolded(at, "trabajo") || isFolded(at, "trabajador") { return form(.labourDay, at + 1) }
    }
    if says(at, .todos), says(at + 1, .los), isFolded(at + 2, "santos") { return form(.santos, at + 3) }
    return nil
  }
}
