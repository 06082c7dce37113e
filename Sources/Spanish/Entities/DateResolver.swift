/// The days that a form means, the best reading first.
struct DateReadings {
  var best: DaySpan
  /// The other side, and another way to count.
  var second: DaySpan?
  var third: DaySpan?

  init(_ best: DaySpan, _ second: DaySpan? = nil, _ third: DaySpan? = nil) {
    self.best = best
    self.second = second == best ? nil : second
    self.third = third == best || third == second ? nil : third
    if self.second == nil { swap(&self.second, &self.third) }
  }

  func map(_ change: (DaySpan) -> DaySpan) -> DateReadings {
    DateReadings(change(best), second.map(change), third.map(change))
  }
}

/// From a form to days, with the reference and the side on which to look.
struct DateResolver {
  let now: LocalTime
  let side: RecognitionContext.TimePreference
  let country: String
  /// Whether the dialogue asked for that side, and not only the tense of a verb.
  var isFirm = false

  static func length(ofMonth month: Int, _ year: Int) -> Int {
    DaySpan.first(ofMonth: year * 12 + month) - DaySpan.first(ofMonth: year * 12 + month - 1)
  }

  func resolve(_ form: DateForm) -> DateReadings? {
    guard let whole = whole(form) else { return nil }
    return form.third == 0 ? whole : whole.map { Self.part(form.third, of: $0) }
  }

  /// First, middle or last part: of a month its days 1–10, 11–20 and the rest, of anything else its thirds.
  static func part(_ third: Int, of span: DaySpan) -> DaySpan {
    let length = span.grain == .month ? 10 : max(1, (span.end - span.start) / 3)
    switch third {
    case 1: return DaySpan(span.start, span.start + length, .day)
    case 2: return DaySpan(span.start + length, span.start + 2 * length, .day)
    default: return DaySpan(min(span.start + 2 * length, span.end - 1), span.end, .day)
    }
  }

  private func whole(_ form: DateForm) -> DateReadings? {
    if let fixed = form.fixed { return DateReadings(fixed, form.alternative) }
    let (thisYear, thisMonth, _) = now.components
    if form.holiday > 0 || form.season > 0 {
      let span = { (year: Int) in
        form.holiday > 0
          ? HolidayTable.shared.days[form.holiday].span(in: year, country: self.country)
          : Season.span(form.season, in: year, country: self.country)
      }
      if let year = form.year { return DateReadings(span(year)) }
      return choose(thisYear - 2...thisYear + 2, direction: form.direction, isFeast: form.holiday > 0, span)
    }
    if let month = form.month { return resolve(month: month, form, thisYear) }
    if let day = form.day {
      let current = thisYear * 12 + thisMonth - 1
      if let year = form.year {
        return self.day(day, inMonth: year * 12 + thisMonth - 1).map { DateReadings(.init(day: $0)) }
      }
      let reach = form.weekday == nil ? 2 : 14
      return choose(current - reach...current + reach, direction: form.direction) { index in
        guard let number = self.day(day, inMonth: index) else { return nil }
        if let weekday = form.weekday, LocalTime(seconds: number * 86_400).weekday != weekday { return nil }
        return DaySpan(day: number)
      }
    }
    if let weekday = form.weekday { return resolve(weekday: weekday, direction: form.direction) }
    if let year = form.year { return DateReadings(DaySpan(months: year * 12, 12, .year)) }
    return nil
  }

  /// The day number of `day` in a month counted from year 0; nil if the month is shorter.
  private func day(_ day: Int, inMonth index: Int) -> Int? {
    day <= Self.length(ofMonth: index % 12 + 1, index / 12) ? DaySpan.first(ofMonth: index) + day - 1 : nil
  }

  private func resolve(month: Int, _ form: DateForm, _ thisYear: Int) -> DateReadings? {
    let span = { (year: Int) -> DaySpan? in
      let index = year * 12 + month - 1
      if let day = form.day { return self.day(day, inMonth: index).map { DaySpan(day: $0) } }
      return DaySpan(months: index, 1, .month)
    }
    if let year = form.year { return span(year).map { DateReadings($0) } }
    // The 29th of February comes back after up to eight years.
    let reach = form.day == 29 && month == 2 ? 8 : 1
    if form.direction == 0, let weekday = form.weekday, form.day != nil {
      // «este viernes 12 de mayo»: the year in which both are right, if one is near; else the weekday is a slip.
      let agreeing = choose(thisYear - 2...thisYear + 2) { year in
        span(year).flatMap { LocalTime(seconds: $0.start * 86_400).weekday == weekday ? $0 : nil }
      }
      if let agreeing, abs(agreeing.best.start - now.day) < 200 { return agreeing }
    }
    return choose(thisYear - reach...thisYear + reach, direction: form.direction, span)
  }

  /// Chooses among the spans of `range`, which ascend, by the side.
  ///
  /// A feast that no tense places is the coming one, unless it has just been.
  private func choose(
    _ range: ClosedRange<Int>, direction: Int = 0, isFeast: Bool = false, _ span: (Int) -> DaySpan?
  ) -> DateReadings? {
    let today = now.day
    var past: DaySpan?  // the last that has begun
    var over: DaySpan?  // the last that has ended
    var future: DaySpan?  // the first that has not ended
    var ahead: DaySpan?  // the first that has not begun
    for index in range {
      guard let candidate = span(index) else { continue }
      if candidate.start <= today { past = candidate }
      if candidate.end <= today { over = candidate }
      if candidate.end > today, future == nil { future = candidate }
      if candidate.start > today, ahead == nil { ahead = candidate }
    }
    if direction < 0 { return over.map { DateReadings($0, past) } }
    if direction > 0 { return ahead.map { DateReadings($0, future) } }
    switch side {
    case .past: return (past ?? future).map { DateReadings($0, future, over) }
    case .future:
      // «llega el 3 de marzo» on the 10th is late, not early by a year.
      if let past, let future, !isFirm, future.start - today > 300, today - past.start < 60 {
        return DateReadings(past, future)
      }
      return (future ?? past).map { DateReadings($0, past) }
    case .nearest:
      guard let past, let future else { return (past ?? future).map { DateReadings($0) } }
      let isPast = isFeast ? past.start > today - 30 : abs(past.start - today) < abs(future.start - today)
      return isPast ? DateReadings(past, future) : DateReadings(future, past)
    }
  }

  /// First strictly after today, or last strictly before; a week further as another reading where people differ.
  private func resolve(weekday: Int, direction: Int) -> DateReadings {
    let today = now.day
    let ahead = (weekday - now.weekday + 6) % 7 + 1
    let next = DaySpan(day: today + ahead)
    let last = DaySpan(day: today - (now.weekday - weekday + 6) % 7 - 1)
    if direction > 0 {
      return DateReadings(next, now.weekday + ahead <= 7 ? DaySpan(day: today + ahead + 7) : nil)
    }
    if direction < 0 {
      return DateReadings(last, last.start >= today - now.weekday + 1 ? DaySpan(day: last.start - 7) : nil)
    }
    return side == .past ? DateReadings(last, next) : DateReadings(next, last)
  }
}

/// The seasons by the astronomical custom of the calendars, on fixed days; south of the equator the other way round.
enum Season {
  private static let southern: Set<String> = ["AR", "CL", "UY", "PY", "BO", "PE", "BR"]

  /// `season` (1 spring … 4 winter) of the year in which it ends, or in which winter does.
  static func span(_ season: Int, in year: Int, country: String) -> DaySpan {
    let season = southern.contains(country) ? (season + 1) % 4 + 1 : season
    let starts = [(12, 21), (3, 21), (6, 21), (9, 23), (12, 21)]
    let (from, to) = (starts[season % 4], starts[season % 4 + 1])
    return DaySpan(
      LocalTime.dayNumber(season == 4 ? year - 1 : year, from.0, from.1), LocalTime.dayNumber(year, to.0, to.1), .day)
  }
}
