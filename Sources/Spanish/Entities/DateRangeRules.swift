/// Ranges of dates and dates with an open side.
extension EntityScan {
  /// «del 3 al 5 de mayo», «entre el lunes y el miércoles», «desde ayer hasta hoy», «3-5 de mayo», «de 2014 a 2018».
  func range(at i: Int) -> Candidate? {
    let between = says(i, .entre)
    let from = says(i, .del, .de, .desde) || says(i, .empezando)
    var at = between || from ? i + 1 : i
    if says(i, .a), says(i + 1, .partir), says(i + 2, .de, .del) { at = i + 3 }
    let isLed = at > i
    guard isLed || dates[i] != nil || dayNumber(i) != nil || meaning(i).month > 0 else { return nil }
    guard var first = rangeForm(at) else { return nil }
    // The last number of «13 - 15 de julio» may have been read into the first.
    var joint = first.end
    if !isJoint(joint, between, isLed), let bare = dayForm(says(at, .el) ? at + 1 : at),
      isJoint(bare.end, between, isLed)
    {
      first = bare
      joint = bare.end
    }
    guard isJoint(joint, between, isLed) else { return nil }
    let next = joint + 1
    let isTo = says(joint, .al) || says(joint, .hasta) || says(joint, .y) && between
    guard let second = rangeForm(next, after: first), second.instant == nil, first.instant == nil else { return nil }
    if first.isBareDay, !second.isBareDay, second.month == nil, second.fixed == nil { return nil }
    if first.isBareDay, second.isBareDay, !isLed || !isTo || says(joint, .y) && !says(at, .el) { return nil }
    if !isLed, isDash(joint) || says(joint, .a), first.fixed != nil || first.weekday != nil && second.weekday == nil {
      return nil
    }
    if first.third > 0 || second.third > 0 || first.isOpenStart || second.isOpenStart { return nil }
    if !isLed, says(joint, .y, .o) { return nil }
    return join(first, second, from: i)
  }

  private func isJoint(_ i: Int, _ between: Bool, _ isLed: Bool) -> Bool {
    if between { return says(i, .y, .al, .a) || isDash(i) }
    return says(i, .al, .hasta, .a) || isDash(i) || isLed && shows(i, "~")
  }

  /// One end of a range: a date, a bare day, month, weekday or year.
  private func rangeForm(_ i: Int, after first: DateForm? = nil) -> DateForm? {
    if let form = dates[i], form.end > i { return form }
    if let code = quarterOrYear(i, isSecond: first?.isYear ?? false) { return code }
    let at = says(i, .el) ? i + 1 : i
    if let month = monthName(at), !isName(at) {
      var form = DateForm(month: month.month, end: month.end, rule: "month")
      if let dated = year(form.end) {
        form.year = dated.year
        form.end = dated.end
      }
      return form
    }
    if meaning(at).weekday > 0, first == nil || first?.weekday != nil {
      return DateForm(weekday: meaning(at).weekday, end: at + 1, rule: "weekday")
    }
    return dayForm(at)
  }

  private func quarterOrYear(_ i: Int, isSecond: Bool) -> DateForm? {
    guard isDigits(i), atoms[i].digitCount == 4, (1_500...2_150).contains(atoms[i].value),
      isSecond || (1_700...2_100).contains(atoms[i].value), !isGlued(i) || isDash(i - 1)
    else { return nil }
    let next = meaning(i + 1)
    guard !next.hasCurrency, next.unit == .none, !shows(i + 1, "%"), !shows(i + 1, "/") else { return nil }
    if isGlued(i + 1), !isDash(i + 1), isGlued(i + 2) { return nil }
    return DateForm(year: atoms[i].value, end: i + 1, rule: "year")
  }

  private func join(_ first: DateForm, _ second: DateForm, from i: Int) -> Candidate? {
    var start = first
    // The first borrows what only the second says.
    if start.month == nil, start.day != nil {
      start.month = second.month
      if second.month == nil, let fixed = second.fixed {
        start.month = LocalTime(seconds: fixed.start * 86_400).components.month
      }
    }
    if start.year == nil, start.month != nil, let year = second.year {
      start.year = year
      if let month = second.month, let own = start.month, own > month { start.year = year - 1 }
    }
    let resolver = resolver(i)
    guard let finish = resolver.resolve(second)?.best else { return nil }
    var begin = resolver.resolve(start)?.best
    if second.year == nil, start.month != nil, start.year == nil {
      let year = LocalTime(seconds: finish.start * 86_400).components.year
      for candidate in [year, year - 1] {
        start.year = candidate
        begin = resolver.resolve(start)?.best
        if let begin, begin.start <= finish.start { break }
      }
    }
    guard var begin else { return nil }
    var end = finish
    if start.weekday == context.now.weekday, start.day == nil, start.fixed == nil, start.direction == 0,
      resolver.side != .past
    {
      begin = DaySpan(day: context.now.day)
      while end.start - 7 >= begin.start, second.weekday != nil, second.day == nil {
        end = DaySpan(end.start - 7, end.end - 7, .day)
      }
    }
    if end.start < begin.start {
      // «de lunes a viernes»: the end after the start.
      if second.weekday != nil, second.fixed == nil, second.day == nil {
        while end.start < begin.start { end = DaySpan(end.start + 7, end.end + 7, end.grain) }
      } else if second.isBareDay || second.month != nil && second.year == nil {
        let ahead = DateResolver(now: LocalTime(seconds: begin.start * 86_400), side: .future, country: context.country)
        guard let later = ahead.resolve(second) else { return nil }
        end = later.best
      } else if start.weekday != nil {
        while end.start < begin.start { begin = DaySpan(begin.start - 7, begin.end - 7, begin.grain) }
      } else {
        return nil
      }
    } else if start.isBareDay, second.isBareDay, end.start - begin.start > 31 {
      return nil
    } else if start.weekday != nil, second.weekday != nil, start.day == nil, second.day == nil,
      end.start - begin.start > 7
    {
      end = DaySpan(end.start - 7, end.end - 7, end.grain)
    }
    func time(_ span: DaySpan, _ form: DateForm, isEnd: Bool) -> LocalTime {
      if let clock = form.time {
        return LocalTime(seconds: span.start * 86_400 + (isEnd ? clock.end ?? clock.start : clock.start))
      }
      return LocalTime(seconds: (isEnd ? span.end : span.start) * 86_400)
    }
    let from = time(begin, first, isEnd: false)
    let to = time(end, second, isEnd: true)
    guard from < to else { return nil }
    return Candidate(
      kind: .datetime, atoms: i..<second.end,
      value: .interval(
        start: from, end: to, grain: first.time != nil || second.time != nil ? "minute" : end.grain.grain),
      rule: "date-range")
  }

  // MARK: - Open sides

  /// Which side is open, by the words at `i`, and the atom after them: `.desde`, `.hasta` and `.antes`, `.despues`,
  /// which leave out what they name.
  func openMode(_ i: Int) -> (mode: Keyword, end: Int)? {
    switch keyword(i) {
    case .desde, .hasta: return (keyword(i), i + 1)
    case .antes, .despues:
      guard says(i + 1, .de, .del) else { return nil }
      return (keyword(i), i + 2)
    case .posterior where says(i + 1, .a, .al): return (.despues, i + 2)
    case .anterior where says(i + 1, .a, .al): return (.antes, i + 2)
    case .a where says(i + 1, .partir) && says(i + 2, .de, .del): return (.desde, i + 3)
    case .a where says(i + 1, .mas) && says(i + 2, .tardar): return (.hasta, i + 3)
    case .empezando: return (.desde, says(i + 1, .de, .del, .desde) ? i + 2 : i + 1)
    case .no where says(i + 1, .mas) && says(i + 2, .tarde) && says(i + 3, .de, .del): return (.hasta, i + 4)
    case .mas where says(i + 1, .tarde) && says(i + 2, .de, .del) && !says(i + 3, .este): return (.despues, i + 3)
    case .tan where says(i + 1, .tarde) && says(i + 2, .como): return (.hasta, i + 3)
    case .tan where says(i + 1, .temprano) && says(i + 2, .como): return (.desde, i + 3)
    case .como where says(i + 2, .tarde) && says(i + 1, .muy, .mas): return (.hasta, i + 3)
    case .como where says(i + 2, .temprano) && says(i + 1, .muy): return (.desde, i + 3)
    default: return comparison(i)
    }
  }

  /// «<= 2019», «>= 1/1/2020».
  private func comparison(_ i: Int) -> (mode: Keyword, end: Int)? {
    guard shows(i, "<") || shows(i, ">") else { return nil }
    let hasEqual = shows(i + 1, "=") && isGlued(i + 1)
    let isLess = shows(i, "<")
    return (isLess ? (hasEqual ? .hasta : .antes) : hasEqual ? .desde : .despues, hasEqual ? i + 2 : i + 1)
  }

  /// «desde el 6 de marzo», «hasta el 20», «antes del viernes», «después del 3», «a partir de mañana», «a más tardar hoy».
  func open(at i: Int) -> Candidate? {
    guard let (mode, at) = openMode(i) else { return nil }
    if says(i, .antes), says(at, .ayer, .anoche) { return nil }
    let isArticled = says(at - 1, .del) || says(at - 1, .al)
    guard let form = dates[at] ?? (isArticled ? dayForm(at) : nil) ?? monthOrYearForOpen(at) else {
      guard let clock = clock(at: at), clock.isPlain else { return nil }
      let isBefore = mode == .hasta || mode == .antes
      let value: SlotValue =
        isBefore ? .timeOfDay(start: 0, end: clock.seconds) : .timeOfDay(start: clock.seconds, end: nil)
      return Candidate(
        kind: .datetime, atoms: i..<clock.end, value: value, rule: isBefore ? "until-clock" : "since-clock")
    }
    let isBefore = mode == .hasta || mode == .antes
    func opened(_ start: LocalTime?, _ end: LocalTime?, _ grain: String, isPoint: Bool) -> SlotValue {
      switch mode {
      case .desde: .interval(start: start, end: nil, grain: grain)
      case .hasta: .interval(start: nil, end: isPoint ? start : end, grain: grain)
      case .antes: .interval(start: nil, end: form.third == 3 ? end : start, grain: grain)
      default: .interval(start: isPoint ? start : end, end: nil, grain: grain)
      }
    }
    var found = Candidate(
      kind: .datetime, atoms: i..<form.end, value: .flag(true), rule: isBefore ? "until-date" : "since-date")
    if let instant = form.instant {
      let start = LocalTime(seconds: instant.start)
      found.value = opened(start, start, instant.grain.grain, isPoint: true)
      return found
    }
    // «desde el lunes» began, «hasta el lunes» will end, unless the verb says otherwise.
    let lean: RecognitionContext.TimePreference = says(i, .desde) ? .past : form.month != nil ? .nearest : .future
    guard !form.isOpenStart, !form.isOpenEnd, let inner = candidate(at, form, leaning: lean) else { return nil }
    let isPoint = form.time.map { $0.end == nil } ?? false
    func change(_ value: SlotValue) -> SlotValue {
      switch value {
      case .interval(let start, let end, let grain): return opened(start, end, grain, isPoint: isPoint)
      case .timeOfDay(let start, let end):
        return isBefore
          ? .timeOfDay(start: 0, end: mode == .hasta ? end ?? start : start)
          : .timeOfDay(start: mode == .desde ? start : end ?? start, end: nil)
      default: return value
      }
    }
    found.value = change(inner.value)
    found.alternatives = inner.alternatives.map(change)
    return found
  }

  private func monthOrYearForOpen(_ i: Int) -> DateForm? {
    if meaning(i).month > 0, atoms[i].folded.count > 3, !isName(i) {
      return DateForm(month: meaning(i).month, end: i + 1, rule: "month")
    }
    return quarterOrYear(i, isSecond: false)
  }
}
