/// Whole dates as entities: points with their clock, ranges, open sides.
extension EntityScan {
  func datetime(at i: Int) -> Candidate? {
    range(at: i) ?? open(at: i) ?? point(at: i) ?? clockAlone(at: i)
  }

  /// A date with whatever follows it: «mañana por la tarde», «el martes a las 5», «el 12 de mayo, a las 9:15».
  private func fullForm(at i: Int) -> DateForm? {
    guard var form = dateForm(at: i) else { return nil }
    extend(&form)
    return form
  }

  private func extend(_ form: inout DateForm) {
    guard form.instant == nil else { return }
    var next = shows(form.end, ",") ? form.end + 1 : form.end
    if isFolded(next, "alrededor"), says(next + 1, .de) { next += 2 }
    if let hours = clockRange(at: next), form.part == nil {
      form.part = (hours.start, hours.end)
      form.end = hours.atom
      return
    }
    if isFolded(next, "t"), isGlued(next), let clock = clock(at: next + 1) {
      form.clock = clock.seconds
      form.end = clock.end
      return
    }
    if let part = partOfDay(at: next, bare: next == form.end) {
      form.part = Self.parts[part.part]
      form.end = part.end
      let after = shows(form.end, ",") ? form.end + 1 : form.end
      if says(after, .a), says(after + 1, .la, .las), let clock = clock(at: after) {
        let isLate = (form.part?.start ?? 0) >= 43_200
        let other = clock.alternative ?? clock.seconds
        form.clock = isLate ? max(clock.seconds, other) : min(clock.seconds, other)
        form.part = nil
        form.end = clock.end
      }
      return
    }
    if let clock = clock(at: next), clock.isPlain, !says(next, .la, .las) || next == form.end || next > form.end {
      form.clock = clock.seconds
      form.end = clock.end
    }
  }

  /// The value of one reading of `form`.
  private func value(_ days: (start: Int, end: Int, grain: String), _ form: DateForm) -> SlotValue {
    func time(_ day: Int, _ seconds: Int = 0) -> LocalTime? {
      !(-4_000_000...4_000_000).contains(day) ? nil : LocalTime(seconds: day * 86_400 + seconds)
    }
    if let clock = form.clock {
      return .interval(start: time(days.start, clock), end: time(days.start, clock + 60), grain: "minute")
    }
    if let part = form.part {
      return .interval(start: time(days.start, part.start), end: time(days.start, part.end), grain: "hour")
    }
    return .interval(start: time(days.start), end: time(days.end), grain: days.grain)
  }

  private func candidate(_ i: Int, _ form: DateForm) -> Candidate? {
    if let instant = form.instant {
      let start = LocalTime(seconds: instant.seconds)
      let end = LocalTime(seconds: instant.seconds + (instant.grain == "minute" ? 60 : 1))
      return Candidate(
        kind: .datetime, atoms: i..<form.end, value: .interval(start: start, end: end, grain: instant.grain),
        rule: form.rule)
    }
    guard let readings = resolver(i).resolve(form) else { return nil }
    return Candidate(
      kind: .datetime, atoms: i..<form.end, value: value(readings.best, form),
      alternatives: readings.others.map { value($0, form) }, rule: form.rule)
  }

  private func point(at i: Int) -> Candidate? {
    // «a las 5 del martes», «a las 9 de mañana»
    if says(i, .a, .la, .las), let clock = clock(at: i), clock.isPlain {
      let next = says(clock.end, .de, .del) || shows(clock.end, ",") ? clock.end + 1 : clock.end
      if var form = dateForm(at: next) ?? (says(clock.end, .del) ? dayForm(next) : nil), form.instant == nil,
        form.rule != "month"
      {
        form.clock = clock.seconds
        if let part = form.part {
          if part.start >= 50_400, clock.seconds < 43_200 { form.clock = clock.seconds + 43_200 }
          form.part = nil
        }
        return candidate(i, form)
      }
    }
    guard let form = fullForm(at: i) else { return nil }
    // «el jueves o el viernes»: both days.
    if says(form.end, .o), form.weekday != nil, let other = fullForm(at: form.end + 1), other.weekday != nil,
      let first = resolver(i).resolve(form), let second = resolver(i).resolve(other),
      second.best.start == first.best.end
    {
      var joined = other
      joined.fixed = (first.best.start, second.best.end, "day")
      joined.rule = "weekday-or-weekday"
      return candidate(i, joined)
    }
    return candidate(i, form)
  }

  // MARK: - Ranges

  /// «del 3 al 5 de mayo», «entre el lunes y el miércoles», «desde ayer hasta hoy», «3-5 de mayo».
  private func range(at i: Int) -> Candidate? {
    let between = says(i, .entre)
    let from = says(i, .del, .de, .desde)
    var at = between || from ? i + 1 : i
    if says(at, .el), let bare = dayForm(at + 1), fullForm(at: at) == nil || bare.end >= fullForm(at: at)?.end ?? 0 {
      at += 1
    }
    guard let first = rangeForm(at) else { return nil }
    let next = first.end
    let isJoined = between ? says(next, .y, .al, .a) : says(next, .al, .hasta, .a) || isDash(next) && !from
    guard isJoined else { return nil }
    let second: DateForm
    if let full = fullForm(at: next + 1) ?? (says(next, .al) && from ? dayForm(next + 1) : nil) {
      second = full
    } else if says(next + 1, .el), let day = dayForm(next + 2) {
      second = day
    } else {
      return nil
    }
    guard second.instant == nil, first.instant == nil else { return nil }
    if first.isBareDay, !second.isBareDay, second.month == nil, second.fixed == nil { return nil }
    if !from && !between && first.isBareDay && second.isBareDay { return nil }
    if says(i, .de), second.isBareDay, !says(next, .al) { return nil }
    var start = first
    // The first borrows what only the second says.
    if start.month == nil, start.day != nil { start.month = second.month }
    if start.year == nil, start.month != nil { start.year = second.year }
    let resolver = resolver(i)
    guard let finish = resolver.resolve(second) else { return nil }
    var begin = resolver.resolve(start)?.best
    if second.year == nil, let (year, _, _) = Optional(LocalTime(seconds: finish.best.start * 86_400).components),
      start.month != nil
    {
      for candidate in [year, year - 1] {
        start.year = candidate
        begin = resolver.resolve(start)?.best
        if let begin, begin.start <= finish.best.start { break }
      }
    }
    guard var begin else { return nil }
    var end = finish.best
    // «de lunes a viernes»: the end after the start.
    if end.start < begin.start {
      if second.weekday != nil, second.fixed == nil {
        while end.start < begin.start { end = (end.start + 7, end.end + 7, end.grain) }
      } else if second.isBareDay {
        let start = LocalTime(seconds: begin.start * 86_400)
        let ahead = DateResolver(now: start, side: .future, country: context.country)
        guard let later = ahead.resolve(second) else { return nil }
        end = later.best
      } else if start.weekday != nil {
        while end.start < begin.start { begin = (begin.start - 7, begin.end - 7, begin.grain) }
      } else {
        return nil
      }
    } else if start.isBareDay, second.isBareDay, end.start - begin.start > 31 {
      return nil
    }
    func time(_ day: Int, _ form: DateForm, _ isEnd: Bool, _ limit: Int) -> LocalTime {
      if let clock = form.clock { return LocalTime(seconds: day * 86_400 + clock) }
      return LocalTime(seconds: isEnd ? limit * 86_400 : day * 86_400)
    }
    return Candidate(
      kind: .datetime, atoms: i..<second.end,
      value: .interval(
        start: time(begin.start, first, false, 0), end: time(end.start, second, true, end.end),
        grain: first.clock != nil || second.clock != nil ? "minute" : end.grain), rule: "date-range")
  }

  private func rangeForm(_ i: Int) -> DateForm? {
    if let form = fullForm(at: i) { return form }
    if let bare = dayForm(i) { return bare }
    // «mayo a julio»
    return meaning(i).month > 0 && atoms[i].folded.count > 3
      ? DateForm(month: meaning(i).month, end: i + 1, rule: "month") : nil
  }

  /// «desde el 6 de marzo», «hasta el 20», «antes del viernes», «después del 3», «a partir de mañana».
  private func open(at i: Int) -> Candidate? {
    var at = i + 1
    let mode: Keyword
    switch keyword(i) {
    case .desde, .hasta: mode = keyword(i)
    case .antes where says(at, .de, .del) && !says(at + 1, .ayer), .despues where says(at, .de, .del):
      mode = keyword(i)
      at += 1
    case .a where says(at, .partir):
      guard says(at + 1, .de, .del) else { return nil }
      mode = .desde
      at += 2
    default: return nil
    }
    let articled = says(at - 1, .del) || says(at - 1, .al)
    guard let form = fullForm(at: at) ?? (articled ? dayForm(at) : nil) ?? monthForOpen(at) else {
      guard let clock = clock(at: at), clock.isPlain else { return nil }
      let value: SlotValue =
        mode == .hasta || mode == .antes
        ? .timeOfDay(start: 0, end: clock.seconds) : .timeOfDay(start: clock.seconds, end: nil)
      return Candidate(kind: .datetime, atoms: i..<clock.end, value: value, rule: "clock-\(mode)")
    }
    var readings: [(LocalTime?, LocalTime?, String)] = []
    if let instant = form.instant {
      readings = [(LocalTime(seconds: instant.seconds), nil, instant.grain)]
      if mode == .hasta || mode == .antes { readings = [(nil, readings[0].0, instant.grain)] }
    } else {
      guard let resolved = resolver(i).resolve(form) else { return nil }
      for reading in [resolved.best] + resolved.others {
        guard case .interval(let start, let end, let grain) = value(reading, form) else { continue }
        switch mode {
        case .desde: readings.append((start, nil, grain))
        case .hasta: readings.append((nil, form.clock == nil ? end : start, grain))
        case .antes: readings.append((nil, start, grain))
        default: readings.append((end, nil, grain))
        }
      }
    }
    guard let best = readings.first else { return nil }
    return Candidate(
      kind: .datetime, atoms: i..<form.end, value: .interval(start: best.0, end: best.1, grain: best.2),
      alternatives: readings.dropFirst().map { .interval(start: $0.0, end: $0.1, grain: $0.2) },
      rule: "\(mode)-\(form.rule)")
  }

  private func monthForOpen(_ i: Int) -> DateForm? {
    guard meaning(i).month > 0, atoms[i].folded.count > 3 else { return nil }
    return DateForm(month: meaning(i).month, end: i + 1, rule: "month")
  }

  // MARK: - Clock without a date

  private func clockAlone(at i: Int) -> Candidate? {
    if let range = clockRange(at: i) {
      // «el martes de 9 a 14 h» is found with the day by `point`; here there is none.
      return Candidate(
        kind: .datetime, atoms: i..<range.atom, value: .timeOfDay(start: range.start, end: range.end),
        rule: "clock-range")
    }
    if says(i, .por), let part = partOfDay(at: i), let bounds = Self.parts[part.part] {
      return Candidate(
        kind: .datetime, atoms: i..<part.end, value: .timeOfDay(start: bounds.start, end: bounds.end),
        rule: "part-of-day")
    }
    guard let clock = clock(at: i) else { return nil }
    return Candidate(
      kind: .datetime, atoms: i..<clock.end, value: .timeOfDay(start: clock.seconds, end: nil),
      alternatives: clock.alternative.map { [.timeOfDay(start: $0, end: nil)] } ?? [], rule: "clock")
  }
}
