/// Whole dates as entities: points with their clock; ranges and open sides are in `DateRangeRules`.
extension EntityScan {
  func datetime(at i: Int) -> Candidate? {
    guard leadsToDate(i) else { return nil }
    return range(at: i) ?? open(at: i) ?? point(at: i) ?? clockAlone(at: i)
  }

  // MARK: - The time of a day

  /// Takes what follows a date: «mañana por la tarde», «el martes a las 5», «el 12 de mayo, de 9 a 14 h».
  func addTime(to form: inout DateForm) {
    if form.time != nil { return refinePart(of: &form) }
    guard form.takesTime else { return }
    var next = shows(form.end, ",") ? form.end + 1 : form.end
    if says(next, .y), says(next + 1, .a), says(next + 2, .las) { next += 1 }
    if isFolded(next, "sobre") || says(next, .alrededor) || says(next, .cerca) || isFolded(next, "hacia") {
      next += says(next + 1, .de) ? 2 : 1
    }
    if isFolded(next, "t"), isGlued(next), let clock = clock(at: next + 1) {
      form.time = DayTime(start: clock.seconds)
      form.end = clock.end
      if shows(form.end, "."), isGlued(form.end), isDigits(form.end + 1) { form.end += 2 }
      if isFolded(form.end, "z"), isGlued(form.end) { form.end += 1 }
      return
    }
    if let hours = clockRange(at: next) {
      form.time = DayTime(start: hours.start, end: hours.end)
      form.end = hours.atom
      return
    }
    if let open = openClock(at: next, isToday: form.fixed?.start == context.now.day) {
      form.time = open.time
      form.end = open.end
      return
    }
    if let part = partOfDay(at: next, bare: next == form.end) {
      form.time = Self.part(part.part)
      form.end = part.end
      return refinePart(of: &form)
    }
    if says(next, .temprano) {
      form.time = Self.part(.manana)
      form.end = next + 1
      return
    }
    if let edge = edgeOfDay(at: next) {
      form.time = edge.time
      form.end = edge.end
      return
    }
    if says(next, .a), isDigits(next + 1), let clock = clock(at: next + 1, isLed: true), next == form.end {
      if !isCounting(clock.end) { take(clock, &form) }
      return
    }
    if isDigits(next), next > form.end, form.month == nil, !shows(next + 1, ":") { return }
    if let clock = clock(at: next), clock.isPlain { take(clock, &form) }
    // «26 de octubre 15:50:06 2016»
    if form.year == nil, form.month != nil, form.time != nil, isDigits(form.end), let dated = year(form.end) {
      form.year = dated.year
      form.end = dated.end
    }
  }

  private func take(_ clock: ClockReading, _ form: inout DateForm) {
    var seconds = clock.seconds
    if clock.isMidnight, seconds == 0 { seconds = 86_400 }
    var other = clock.isMidnight ? 0 : clock.alternative
    // «hoy a las 8», said at ten, is tonight.
    if let later = other, form.fixed?.start == context.now.day, seconds < context.now.secondOfDay,
      later > context.now.secondOfDay, side(form.end - 1) != .past
    {
      (seconds, other) = (later, seconds)
    }
    form.time = DayTime(start: seconds, alternative: other)
    form.end = clock.end
  }

  /// The clock that a part of the day narrows: «esta noche a las 9», «anoche a las 2», «mañana por la tarde a las 4».
  private func refinePart(of form: inout DateForm) {
    guard let part = form.time, let end = part.end, part.grain == .hour, !part.isOpen else { return }
    let next = shows(form.end, ",") ? form.end + 1 : form.end
    if let hours = clockRange(at: next), says(next, .de, .entre) {
      let shift = hours.start < part.start && hours.start + 43_200 <= end ? 43_200 : 0
      form.time = DayTime(start: hours.start + shift, end: hours.end + shift)
      form.end = hours.atom
    } else if says(next, .a, .sobre), says(next + 1, .las, .la), let clock = clock(at: next) {
      let other = clock.alternative ?? clock.seconds
      var seconds = part.start >= 43_200 ? max(clock.seconds, other) : min(clock.seconds, other)
      // Past midnight, the night goes on.
      if end == 86_400, part.start >= 72_000, min(clock.seconds, other) < 6 * 3_600 {
        seconds = min(clock.seconds, other) + 86_400
      }
      form.time = DayTime(start: seconds)
      form.end = clock.end
    } else if let edge = edgeOfDay(at: next), edge.end == next + 3, !says(next + 1, .media) {
      let third = (end - part.start) / 3
      let isFirst = isFolded(next + 1, "primera")
      form.time = DayTime(
        start: isFirst ? part.start : end - third, end: isFirst ? part.start + third : end, grain: .hour)
      form.end = edge.end
    }
  }

  /// «a primera hora», «a última hora de la tarde».
  private func edgeOfDay(at i: Int) -> (time: DayTime, end: Int)? {
    // «a media mañana»: the middle third of it.
    if says(i, .a), says(i + 1, .media), let part = Self.part(keyword(i + 2)), let end = part.end {
      let third = (end - part.start) / 3
      return (DayTime(start: part.start + third, end: end - third, grain: .hour), i + 3)
    }
    let isFirst = isFolded(i + 1, "primera")
    guard says(i, .a), isFirst || isFolded(i + 1, "ultima"), meaning(i + 2).unit == .hour else { return nil }
    if says(i + 3, .de), let named = partOfDay(at: i + 3), let part = Self.part(named.part), let end = part.end {
      let third = (end - part.start) / 3
      let time = DayTime(
        start: isFirst ? part.start : end - third, end: isFirst ? part.start + third : end, grain: .hour)
      return (time, named.end)
    }
    return (DayTime(start: (isFirst ? 6 : 18) * 3_600, end: (isFirst ? 10 : 22) * 3_600, grain: .hour), i + 3)
  }

  /// «antes de las 2», «después de las 10», «a partir de las 5», «hasta las 8»: to the day's own edge.
  private func openClock(at i: Int, isToday: Bool) -> (time: DayTime, end: Int)? {
    guard let (mode, at) = openMode(i), var clock = clock(at: at), clock.isPlain else { return nil }
    if isToday, clock.seconds < context.now.secondOfDay, let later = clock.alternative, later > clock.seconds {
      clock.seconds = later
    }
    let isBefore = mode == .hasta || mode == .antes
    guard isBefore || clock.seconds < 86_400 else { return nil }
    let time =
      isBefore
      ? DayTime(start: 0, end: clock.seconds == 0 ? 86_400 : clock.seconds, isOpen: true)
      : DayTime(start: clock.seconds, end: 86_400, isOpen: true)
    return (time, clock.end)
  }

  // MARK: - Values

  /// The value of one reading of `form`; in `alternative` with the other half of the day.
  func value(_ days: DaySpan, _ form: DateForm, alternative: Bool = false) -> SlotValue {
    func time(_ day: Int, _ seconds: Int = 0) -> LocalTime? {
      !(-4_000_000...4_000_000).contains(day) ? nil : LocalTime(seconds: day * 86_400 + seconds)
    }
    guard let clock = form.time else {
      return .interval(
        start: form.isOpenStart ? nil : time(days.start),
        end: form.isOpenEnd ? nil : time(form.isOpenStart ? days.start : days.end),
        grain: days.grain.grain)
    }
    let start = alternative ? clock.alternative ?? clock.start : clock.start
    let end = clock.end ?? start + 60
    return .interval(start: time(days.start, start), end: time(days.start, end), grain: clock.grain.grain)
  }

  func candidate(
    _ i: Int, _ form: DateForm, leaning: RecognitionContext.TimePreference = .nearest
  ) -> Candidate? {
    if let instant = form.instant {
      let start = LocalTime(seconds: instant.start)
      let end = LocalTime(seconds: instant.start + instant.seconds)
      return Candidate(
        kind: .datetime, atoms: i..<form.end,
        value: .interval(
          start: form.isOpenStart ? nil : start, end: form.isOpenStart ? start : end, grain: instant.grain.grain),
        rule: form.rule)
    }
    if form.fixed == nil, form.weekday == nil, form.day == nil, form.month == nil, form.year == nil, form.holiday == 0,
      form.season == 0, let time = form.time
    {
      return Candidate(
        kind: .datetime, atoms: i..<form.end, value: .timeOfDay(start: time.start, end: time.end), rule: form.rule)
    }
    guard let readings = resolver(i, leaning: leaning).resolve(form) else { return nil }
    var found = Candidate(kind: .datetime, atoms: i..<form.end, value: value(readings.best, form), rule: form.rule)
    if form.time?.alternative != nil { found.alternatives.append(value(readings.best, form, alternative: true)) }
    for other in [readings.second, readings.third] {
      guard let other else { continue }
      let reading = value(other, form)
      if reading != found.value { found.alternatives.append(reading) }
    }
    return found
  }

  private func point(at i: Int) -> Candidate? {
    if let form = clockOfDate(at: i) { return candidate(i, form) }
    guard var form = dates[i] else { return nil }
    // «2012 o posterior», «el 5 o antes», «del lunes en adelante»
    if form.time == nil, let open = openAfter(form.end) {
      if open.isAhead { form.isOpenEnd = true } else { form.isOpenStart = true }
      guard let readings = resolver(i).resolve(form) else { return nil }
      let days = readings.best
      let value: SlotValue =
        open.isAhead
        ? .interval(start: LocalTime(seconds: days.start * 86_400), end: nil, grain: days.grain.grain)
        : .interval(start: nil, end: LocalTime(seconds: days.end * 86_400), grain: days.grain.grain)
      return Candidate(kind: .datetime, atoms: i..<open.end, value: value, rule: "date-or-beyond")
    }
    // «el jueves o el viernes»: both days.
    if says(form.end, .o, .u), form.weekday != nil, form.time == nil, let other = dates[form.end + 1],
      other.weekday != nil,
      other.time == nil, let first = resolver(i).resolve(form)?.best, let second = resolver(i).resolve(other)?.best,
      second.start == first.end
    {
      return candidate(i, DateForm(DaySpan(first.start, second.end, .day), end: other.end, rule: "weekday-or-weekday"))
    }
    return candidate(i, form)
  }

  func openAfter(_ i: Int) -> (isAhead: Bool, end: Int)? {
    if says(i, .o), says(i + 1, .posterior, .despues) { return (true, i + 2) }
    if says(i, .o), says(i + 1, .antes, .anterior) { return (false, i + 2) }
    if says(i, .o), says(i + 1, .mas), says(i + 2, .tarde) { return (true, i + 3) }
    if says(i, .en), isFolded(i + 1, "adelante") { return (true, i + 2) }
    return nil
  }

  /// «a las 5 del martes», «a las diez esta noche», «8:30 p.m. hoy», «de 9 a 11 el lunes», «entre las 3 y las 5 mañana».
  private func clockOfDate(at i: Int) -> DateForm? {
    // The clock is already another date's: «el martes a las siete, el día 4».
    for earlier in max(0, i - 6)..<i where dates.holdsTime(earlier, beyond: i) { return nil }
    func date(after end: Int) -> DateForm? {
      var next = says(end, .de, .del) || shows(end, ",") ? end + 1 : end
      if says(next, .de), says(next + 1, .el) { next += 1 }
      guard let form = dates[next] ?? (says(end, .del) ? dayForm(next) : nil), form.takesTime || form.time?.end != nil,
        form.instant == nil
      else { return nil }
      // «a las 5 de mayo»? no: a day must be said.
      return form.day != nil || form.weekday != nil || form.holiday > 0 || form.fixed != nil ? form : nil
    }
    if let hours = clockRange(at: i) {
      guard var form = date(after: hours.atom), form.takesTime else { return nil }
      form.time = DayTime(start: hours.start, end: hours.end)
      form.rule = "clock-range-of-date"
      return form
    }
    guard let clock = clock(at: i), clock.isPlain || isFolded(i + 1, "h") else {
      return isDigits(i) ? gluedHour(at: i, date) : nil
    }
    guard var form = date(after: clock.end) else { return nil }
    return join(clock, &form) ? form : nil
  }

  /// «7h del domingo», which without the day would be a length.
  private func gluedHour(at i: Int, _ date: (Int) -> DateForm?) -> DateForm? {
    guard isDigits(i), isGlued(i + 1), isFolded(i + 1, "h"), atoms[i].digitCount <= 2, atoms[i].value < 24,
      says(i + 2, .del),
      var form = date(i + 2)
    else { return nil }
    let seconds = atoms[i].value * 3_600
    let isShort = (1..<12).contains(atoms[i].value)
    let reading = ClockReading(
      seconds: seconds, alternative: isShort ? seconds + 43_200 : nil, end: i + 2, isPlain: true)
    return join(reading, &form) ? form : nil
  }

  private func join(_ clock: ClockReading, _ form: inout DateForm) -> Bool {
    var seconds = clock.seconds
    if let part = form.time {
      // «a las diez esta noche»: the reading that lies in the part.
      guard let end = part.end, !part.isOpen else { return false }
      let readings = [clock.seconds, clock.alternative ?? clock.seconds, clock.seconds + 43_200]
      guard let inside = readings.first(where: { $0 >= part.start && $0 <= end }) else { return false }
      form.time = DayTime(start: inside)
    } else {
      if clock.isMidnight { seconds = 86_400 }
      form.time = DayTime(start: seconds, alternative: clock.isMidnight ? 0 : clock.alternative)
    }
    form.rule = "clock-of-date"
    return true
  }

  // MARK: - Clock without a date

  private func clockAlone(at i: Int) -> Candidate? {
    if let hours = clockRange(at: i) {
      return Candidate(
        kind: .datetime, atoms: i..<hours.atom, value: .timeOfDay(start: hours.start, end: hours.end),
        rule: "clock-range")
    }
    if says(i, .por) || says(i, .a) && says(i + 1, .la), let found = partOfDay(at: i), let part = Self.part(found.part),
      says(i, .por) || !says(i + 2, .manana)
    {
      return Candidate(
        kind: .datetime, atoms: i..<found.end, value: .timeOfDay(start: part.start, end: part.end), rule: "part-of-day")
    }
    if says(i, .de), says(i + 1, .madrugada, .noche), !isCapitalized(i + 1) {
      return Self.part(keyword(i + 1)).map {
        Candidate(
          kind: .datetime, atoms: i..<i + 2, value: .timeOfDay(start: $0.start, end: $0.end), rule: "part-of-day")
      }
    }
    if let edge = edgeOfDay(at: i) {
      return Candidate(
        kind: .datetime, atoms: i..<edge.end, value: .timeOfDay(start: edge.time.start, end: edge.time.end),
        rule: "edge-of-day")
    }
    guard let clock = clock(at: i) else { return nil }
    return Candidate(
      kind: .datetime, atoms: i..<clock.end, value: .timeOfDay(start: clock.seconds, end: nil),
      alternatives: clock.alternative.map { [.timeOfDay(start: $0, end: nil)] } ?? [], rule: "clock")
  }
}
