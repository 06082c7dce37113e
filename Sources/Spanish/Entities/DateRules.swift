/// Dates of the calendar: «12/03/2026», «12 de marzo», «marzo de 2026», «2026», «el 12».
extension EntityScan {
  /// A day of the month: digits, words, «1º», «primero», «uno»; where `ordinal`, «segundo» too.
  func dayNumber(_ i: Int, ordinal: Bool = false) -> (day: Int, end: Int)? {
    guard i < atoms.count else { return nil }
    if isDigits(i) {
      guard atoms[i].digitCount <= 2, (1...31).contains(atoms[i].value), !continuesLeft(i) else { return nil }
      var end = i + 1
      let mark = shows(end, ".") && isGlued(end) && isGlued(end + 1) ? end + 1 : end
      if isGlued(mark), isOrdinalMark(mark) {
        end = mark + 1
      } else if isGlued(end), atoms[end].kind == .letter || isGlued(end + 1) && isDigits(end + 1) && !isDash(end) {
        return nil
      }
      return (atoms[i].value, end)
    }
    let rank = meaning(i).ordinal
    if rank == 1 || ordinal && rank > 0 { return rank <= 31 ? (rank, i + 1) : nil }
    guard let number = numerals[i], !number.isDigits, let day = number.whole, (1...31).contains(day) else { return nil }
    return (day, number.end)
  }

  /// «º», «o», «ro», «er», «ero» after digits.
  func isOrdinalMark(_ i: Int) -> Bool {
    guard isWord(i), atoms[i].folded.count <= 3 else { return false }
    return isFolded(i, "º") || isFolded(i, "°") || isFolded(i, "ª") || isFolded(i, "o") || isFolded(i, "ro")
      || isFolded(i, "er") || isFolded(i, "ero") || isFolded(i, "a") || isFolded(i, "ra") || isFolded(i, "do")
      || isFolded(i, "to")
  }

  /// A month's name at `i`; the atom after it and after the point of its abbreviation.
  func monthName(_ i: Int) -> (month: Int, end: Int)? {
    let month = meaning(i).month
    guard month > 0 else { return nil }
    let isAbbreviation = atoms[i].folded.count <= 4 && !isFolded(i, "mayo") && shows(i + 1, ".") && isGlued(i + 1)
    // The point is the abbreviation's unless a sentence ends there.
    return (month, isAbbreviation && !isCapitalized(i + 2) ? i + 2 : i + 1)
  }

  /// A year of four digits or in words («dos mil veinticinco»), after «de», «del», a comma or nothing; of two digits
  /// («del 25», «'25») only after those.
  func year(_ i: Int, bare: Bool = true) -> (year: Int, end: Int)? {
    var at = i
    let isLed = says(at, .de, .del)
    if isLed || shows(at, ",") || isDash(at) || shows(at, "/") { at += 1 } else if !bare { return nil }
    if says(at, .el) { at += 1 }
    if says(at, .ano) { at += 1 }
    if at > i, shows(at, "'") || at < atoms.count && atoms[at].symbol == 0x2019 { at += 1 }
    guard at < atoms.count, let number = numerals[at], let year = number.whole,
      !number.isAttached || at > i && isGlued(at)
    else { return nil }
    guard (1_500...2_150).contains(year) else {
      guard at > i, isDigits(at), atoms[at].digitCount == 2, !isCounting(number.end), isLed || shows(i, ","),
        isLed || number.end >= atoms.count || shows(number.end, ".")
      else { return nil }
      return (year < 70 ? 2_000 + year : 1_900 + year, number.end)
    }
    if number.isDigits, atoms[at].digitCount != 4 { return nil }
    let next = meaning(number.end)
    guard !next.hasCurrency, !shows(number.end, "%"), next.unit == .none || !isDigits(at) else { return nil }
    return (year, number.end)
  }

  private func shortYear(_ i: Int) -> Int? {
    guard isDigits(i) else { return nil }
    switch atoms[i].digitCount {
    case 2: return atoms[i].value < 70 ? 2_000 + atoms[i].value : 1_900 + atoms[i].value
    case 4 where (1_500...2_150).contains(atoms[i].value): return atoms[i].value
    default: return nil
    }
  }

  // MARK: 12 de marzo

  /// «12 de marzo [de 2026]», «día 12 de marzo», «mayo 5», «el 5 del mes que viene», «01/agosto/2019».
  func dayAndMonth(at start: Int, from i: Int) -> DateForm? {
    var at = start
    if meaning(at).month > 0 { return monthAndDay(at: at) }
    if says(at, .dia) || meaning(at).unit == .day { at += 1 }
    // «calle 2 de Mayo», «avenida del 9 de julio»
    if says(i - 1, .talla) || says(i - 1, .del, .de) && says(i - 2, .talla) { return nil }
    guard let number = dayNumber(at, ordinal: at > i) else { return nil }
    var next = number.end
    let isGluedMark = isGlued(next) && isGlued(next + 1) && (isDash(next) || shows(next, "/"))
    if says(next, .de, .del) || isGluedMark { next += 1 }
    // «23-2020-septiembre»
    if isGluedMark, let year = shortYear(next), isDash(next + 1) || shows(next + 1, "/"),
      let month = monthName(next + 2),
      isDay(number.day, month.month, year)
    {
      return DateForm(year: year, month: month.month, day: number.day, end: month.end, rule: "day-year-month")
    }
    if meaning(next).unit == .month, atoms[next].folded.count == 3, says(next + 1, .de) { next += 2 }
    guard let month = monthName(next) else {
      // «el 5 de este mes», «el 5 del mes que viene», «el 5 del corriente»
      guard next > number.end, !isGluedMark else { return nil }
      // «el 3 del 4»
      if says(next - 1, .del), isDigits(next), isDigits(at), atoms[next].digitCount <= 2, start > i || at > start,
        isDay(number.day, atoms[next].value, 2_024), !isCounting(next + 1) || says(next + 1, .de), !isGlued(next + 1)
      {
        var form = DateForm(month: atoms[next].value, day: number.day, end: next + 1, rule: "day-month-number")
        if let dated = year(form.end, bare: false) {
          form.year = dated.year
          form.end = dated.end
        }
        return form
      }
      if says(next, .presente) {
        let (year, month, _) = context.now.components
        return DateForm(year: year, month: month, day: number.day, end: next + 1, rule: "day-of-period")
      }
      guard let span = dates[next] ?? wholeUnit(next), let fixed = span.fixed, fixed.grain == .month, span.third == 0
      else {
        return nil
      }
      let (year, month, _) = LocalTime(seconds: fixed.start * 86_400).components
      return DateForm(year: year, month: month, day: number.day, end: span.end, rule: "day-of-period")
    }
    var form = DateForm(month: month.month, day: number.day, end: month.end, rule: "day-month")
    readYear(&form)
    return number.day <= DateResolver.length(ofMonth: month.month, form.year ?? 2_024) ? form : nil
  }

  /// «mayo 5», «mayo 5 del 2013», «sep-23-2020».
  private func monthAndDay(at i: Int) -> DateForm? {
    guard let month = monthName(i), !isName(i) else { return nil }
    let at = isDash(month.end) && isGlued(month.end) && isGlued(month.end + 1) ? month.end + 1 : month.end
    guard isDigits(at), at == month.end || isDigits(at + 2) && isGlued(at + 2) else { return nil }
    guard at < atoms.count, atoms[at].digitCount <= 2, let number = dayNumber(at) ?? gluedDay(at),
      at > month.end || !isCounting(number.end)
    else { return nil }
    if shows(number.end, ":") || isDash(number.end) && at == month.end { return nil }
    var form = DateForm(month: month.month, day: number.day, end: number.end, rule: "month-day")
    readYear(&form)
    return isDay(number.day, month.month, form.year ?? 2_024) ? form : nil
  }

  private func gluedDay(_ i: Int) -> (day: Int, end: Int)? {
    (1...31).contains(atoms[i].value) ? (atoms[i].value, i + 1) : nil
  }

  /// The year after a day and month, its clock between them: «26 de octubre 15:50:06 2016».
  private func readYear(_ form: inout DateForm) {
    if isDash(form.end) || shows(form.end, "/"), isGlued(form.end), isGlued(form.end + 1),
      let year = shortYear(form.end + 1)
    {
      form.year = year
      form.end += 2
    } else if let dated = year(form.end) {
      form.year = dated.year
      form.end = dated.end
    } else if let after = directionAfter(form.end)
      ?? (says(form.end, .ultimo) && meaning(form.end + 1).unit == .none ? (-1, form.end + 1) : nil)
    {
      form.direction = after.direction
      form.end = after.end
    } else if says(form.end, .de, .del), let year = dates[form.end + 1] ?? wholeUnit(form.end + 1),
      let span = year.fixed,
      span.grain == .year, year.third == 0
    {
      // «el 3 de mayo del año pasado»
      form.year = LocalTime(seconds: span.start * 86_400).components.year
      form.end = year.end
    }
  }

  // MARK: 12/03/2026

  /// Digits with `/`, `-` or `.`, day first unless the year is; month and year too («12/2015»).
  func numericDate(at start: Int, from origin: Int? = nil) -> DateForm? {
    var i = start
    let isArticled = start > origin ?? start
    if says(i, .dia) { i += 1 }
    guard isDigits(i), !continuesLeft(i) || isDash(i - 1), isGlued(i + 1), isGlued(i + 2) else { return nil }
    let mark = atoms[i + 1].symbol
    guard mark == 47 || mark == 45 || mark == 46 else { return nil }
    guard isDigits(i + 2) else { return nil }
    let hasThird = isGlued(i + 3) && isGlued(i + 4) && isDigits(i + 4)
    if atoms[i].digitCount == 4 {
      guard hasThird, atoms[i + 3].symbol == mark, isDay(atoms[i + 4].value, atoms[i + 2].value, atoms[i].value),
        (1_500...2_150).contains(atoms[i].value), isClosed(i + 5) || isFolded(i + 5, "t")
      else { return nil }
      return DateForm(
        year: atoms[i].value, month: atoms[i + 2].value, day: atoms[i + 4].value, end: i + 5, rule: "date-iso")
    }
    guard atoms[i].digitCount <= 2 else { return nil }
    if !hasThird, atoms[i + 2].digitCount == 4, mark != 46, (1...12).contains(atoms[i].value), isClosed(i + 3),
      (1_950...2_100).contains(atoms[i + 2].value), !isDash(i - 1)
    {
      return DateForm(year: atoms[i + 2].value, month: atoms[i].value, end: i + 3, rule: "month-year-digits")
    }
    guard atoms[i + 2].digitCount <= 2 else { return nil }
    if !hasThird, mark != 46, isClosed(i + 3), let form = expiry(at: i) { return form }
    var (day, month) = (atoms[i].value, atoms[i + 2].value)
    if month > 12 && day <= 12 || context.country == "US" && day <= 12 { swap(&day, &month) }
    if hasThird, atoms[i + 3].symbol == mark {
      guard let year = shortYear(i + 4), isDay(day, month, year), isClosed(i + 5) else { return nil }
      return DateForm(year: year, month: month, day: day, end: i + 5, rule: "date-digits")
    }
    // Without a year it may be a score, a size or a price: it needs a sign of being a date.
    let isRange = mark == 47 && isDash(i + 3) && isGlued(i + 3)
    guard !hasThird || isRange, mark == 47 || mark == 45 && isArticled, isDay(day, month, 2_024),
      isRange || isClosed(i + 3)
    else { return nil }
    let isPadded = atoms[i + 2].digitCount == 2 && (atoms[i].digitCount == 2 || atoms[i + 2].value < 10)
    let isAnswer = start == 0 && i + 3 >= atoms.count && (day > 12 || context.preference != .nearest)
    let isAnnounced =
      isArticled || i > start || isAnswer || isRange
      || says(i - 1, .del, .al, .desde, .hasta, .fecha, .entre, .dia, .de, .para) || meaning(i - 1).weekday > 0
    let next = meaning(i + 3)
    guard isPadded || isAnnounced, next.unit == .none || next.weekday > 0, !shows(i + 3, "%"), !next.hasCurrency else {
      return nil
    }
    return DateForm(month: month, day: day, end: i + 3, rule: "date-digits-short")
  }

  /// «caducidad 12/27», «caduca en 09-28»: the month and year of a card, where the second number can be no month.
  private func expiry(at i: Int) -> DateForm? {
    guard (1...12).contains(atoms[i].value), atoms[i + 2].digitCount == 2, (13...69).contains(atoms[i + 2].value),
      (max(0, i - 4)..<i).contains(where: { says($0, .caduca) })
    else { return nil }
    return DateForm(year: 2_000 + atoms[i + 2].value, month: atoms[i].value, end: i + 3, rule: "expiry")
  }

  /// Whether nothing goes on at `i` that would make digits before it part of something longer.
  private func isClosed(_ i: Int) -> Bool {
    !isGlued(i) || atoms[i].kind == .symbol && !(isGlued(i + 1) && isDigits(i + 1) && !isDash(i))
  }

  func isDay(_ day: Int, _ month: Int, _ year: Int) -> Bool {
    (1...12).contains(month) && day >= 1 && day <= DateResolver.length(ofMonth: month, year)
  }

  // MARK: el 12

  /// «el 12», «día 12»: only where nothing on its right makes it a count, a price or a name.
  func dayOfMonth(at start: Int, from i: Int) -> DateForm? {
    var at = start
    if says(at, .dia) { at += 1 }
    let isOfOrder = says(i - 1, .del) && says(i - 2, .pedido, .referencia) && isDigits(i)
    guard at > i || isOfOrder, !says(i, .la, .las, .los) || at > start, let number = dayNumber(at) else { return nil }
    if !isDigits(at), !says(at - 1, .dia) {
      // «el uno», «el primero» are things before they are days.
      guard number.day > 1, meaning(at).ordinal == 0 else { return nil }
    }
    // «el 1.º paquete»: with its suffix it is an ordinal first.
    if number.end > at + 1, isDigits(at), !says(at - 1, .dia), number.end < atoms.count, isWord(number.end),
      meaning(number.end).lead == .none
    {
      return nil
    }
    guard !isCounting(number.end), !isImpossible(number.day, before: number.end) else { return nil }
    return DateForm(day: number.day, end: number.end, rule: "day-of-month")
  }

  /// «el 30 de febrero», «el 31 abr.»: a day that its month does not have is none of another month either.
  private func isImpossible(_ day: Int, before i: Int) -> Bool {
    guard let month = monthName(says(i, .de, .del) ? i + 1 : i) else { return false }
    return day > DateResolver.length(ofMonth: month.month, 2_024)
  }

  /// A day of the month without its article, as after «del».
  func dayForm(_ i: Int) -> DateForm? {
    guard let number = dayNumber(i), !isCounting(number.end), !isImpossible(number.day, before: number.end) else {
      return nil
    }
    return DateForm(day: number.day, end: number.end, rule: "day-of-month")
  }

  /// Whether what follows a number says that it counts something or names a model.
  func isCounting(_ i: Int) -> Bool {
    guard i < atoms.count else { return false }
    let next = meaning(i)
    if shows(i, "%") || next.hasCurrency || next.unit != .none && next.weekday == 0 { return true }
    if says(i, .plus, .mas, .medio, .por) { return !says(i + 1, .la) && !(says(i, .mas) && says(i + 1, .tardar)) }
    if next.cardinalClass == .thousand || next.cardinalClass.isMillion || next.ordinal >= 1_000 { return true }
    if says(i, .de), says(i + 1, .los, .las, .la, .el, .ese) {
      return !says(i + 2, .manana, .tarde, .noche, .madrugada)
    }
    if isGlued(i), atoms[i].kind == .letter { return true }
    if isGlued(i), isGlued(i + 1), isDigits(i + 1) { return true }
    return says(i, .de) && i + 1 < atoms.count && numerals[i + 1] != nil
  }

  // MARK: marzo, 2024

  /// «marzo», «marzo de 2024», «mes de marzo»; modifiers are read by `modified`.
  func monthForm(at start: Int, from i: Int) -> DateForm? {
    let at = meaning(start).unit == .month && says(start + 1, .de) ? start + 2 : start
    guard let month = monthName(at), !isName(at) else { return nil }
    var form = DateForm(month: month.month, end: month.end, rule: "month")
    if followsImpossibleDay(at) { return nil }
    readYear(&form)
    if form.year != nil || form.direction != 0 { return form }
    if atoms[at].folded.count <= 3 { form.end = shows(at + 1, ".") && isGlued(at + 1) ? at + 2 : at + 1 }
    // Alone, a month is a name or a form of a verb: it needs a word that leads into dates.
    let isAnswer = at == 0 && form.end >= atoms.count && (!isCapitalized(at) || context.preference != .nearest)
    let isLed =
      at > i || isAnswer || says(at - 1, .en, .de, .del, .desde, .hasta, .durante, .entre, .antes, .mediados)
      || says(at - 1, .a, .para, .y, .por, .o) && !isCapitalized(at)
    guard isLed else { return nil }
    return atoms[at].folded.count > 3 || form.end > at + 1 ? form : nil
  }

  /// «30 de febrero»: a day that does not exist makes no month either.
  func followsImpossibleDay(_ month: Int) -> Bool {
    says(month - 1, .de) && isDigits(month - 2) && atoms[month - 2].digitCount <= 2 && dayNumber(month - 2) != nil
  }

  /// Whether a word that could be a date is a person: «Domingo García», «me llamo Abril».
  func isName(_ i: Int) -> Bool {
    if says(i - 1, .nombre) || says(i - 2, .nombre) && says(i - 1, .es, .de) { return true }
    guard isCapitalized(i) else { return false }
    func isOther(_ other: Int) -> Bool {
      other >= 0 && other < atoms.count && isCapitalized(other) && atoms[other].clause == atoms[i].clause
        && meaning(other).lead == .none
    }
    let isMonth = meaning(i).month > 0
    // Next to another capitalised word that is no calendar word; a sentence's first word proves nothing alone.
    return isOther(i + 1) && !says(i - 1, .el, .de, .este)
      || isOther(i - 1) && i > 1 && (isMonth && !says(i - 1, .de) || !says(i - 1, .el) && !isMonth)
  }

  /// «en 2024», «desde 2020», «2014-2018», «2019» alone: only after a word of time, and if it counts nothing.
  func plainYear(at i: Int) -> DateForm? {
    guard isDigits(i), atoms[i].digitCount == 4, (1_500...2_150).contains(atoms[i].value), !isGlued(i) || isDash(i - 1)
    else { return nil }
    let value = atoms[i].value
    let isAlone = atoms.count == 1 || i > 0 && i + 1 == atoms.count && i <= 2 && atoms[0].kind == .symbol
    guard isAlone || (1_800...2_100).contains(value), !isCounting(i + 1) || isDash(i + 1) && isDigits(i + 2) else {
      return nil
    }
    let isLed =
      isAlone && (1_900...2_100).contains(value)
      || says(i - 1, .en, .desde, .hasta, .ano, .entre, .durante, .mediados, .al, .del)
      || says(i - 1, .de)
        && (says(i - 2, .antes, .despues, .partir, .finales, .primeros, .mediados, .tarde, .fin)
          || i > 1 && meaning(i - 2).month == 0)
      || openAfter(i + 1) != nil
      || says(i - 1, .el) && says(i - 2, .en, .desde, .hasta, .para, .durante)
      || says(i - 1, .a, .y) && i > 2 && isDigits(i - 2) && atoms[i - 2].digitCount == 4
    return isLed ? DateForm(year: value, end: i + 1, rule: "year") : nil
  }
}
