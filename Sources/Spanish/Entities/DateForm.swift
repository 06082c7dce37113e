/// A date as it was said, before it is known which: «el 3», «el martes», «marzo», or days already fixed («ayer»).
///
/// Kept underspecified, so that a range can lend its month («del 3 al 5 de mayo») and the clause its side.
struct DateForm {
  var year: Int?
  var month: Int?
  var day: Int?
  var weekday: Int?
  /// Where a weekday or month points: -1 «pasado», +1 «que viene», 0 as the clause looks.
  var direction = 0
  /// Days already known, half-open, with their grain.
  var fixed: (start: Int, end: Int, grain: String)?
  var holiday = Holiday.none
  /// A part of the day, in seconds of it; may end after midnight.
  var part: (start: Int, end: Int)?
  /// A clock time of the day, in seconds.
  var clock: Int?
  /// The atom after it.
  var end: Int
  /// Seconds from now, where the date is a point counted in hours or minutes.
  var instant: (seconds: Int, grain: String)?
  var rule: String

  /// Only a day of the month: the weakest form, which needs «el» and a friendly right side.
  var isBareDay: Bool { day != nil && month == nil && weekday == nil }
}

/// The days that a form means, the best reading first.
struct DateReadings {
  var best: (start: Int, end: Int, grain: String)
  var others: [(start: Int, end: Int, grain: String)] = []
}

/// From a form to days, with the reference and the side on which to look.
struct DateResolver {
  let now: LocalTime
  let side: RecognitionContext.TimePreference
  let country: String

  static func length(ofMonth month: Int, _ year: Int) -> Int {
    let (nextYear, next) = month == 12 ? (year + 1, 1) : (year, month + 1)
    return LocalTime.dayNumber(nextYear, next, 1) - LocalTime.dayNumber(year, month, 1)
  }

  /// The day number of `day` in a month counted from year 0; nil if the month is shorter.
  private func day(_ day: Int, inMonth index: Int) -> Int? {
    let (year, month) = (index / 12, index % 12 + 1)
    return day <= Self.length(ofMonth: month, year) ? LocalTime.dayNumber(year, month, day) : nil
  }

  /// Chooses among `candidates` (ascending) by the side.
  private func choose(_ candidates: [(start: Int, end: Int, grain: String)]) -> DateReadings? {
    let today = now.day
    let past = candidates.last { $0.start <= today }
    let future = candidates.first { $0.end > today }
    switch side {
    case .past:
      guard let best = past ?? future else { return nil }
      return DateReadings(best: best, others: [future].compactMap { $0 }.filter { $0.start != best.start })
    case .future:
      guard let best = future ?? past else { return nil }
      return DateReadings(best: best, others: [past].compactMap { $0 }.filter { $0.start != best.start })
    case .nearest:
      guard let best = candidates.min(by: { abs($0.start - today) < abs($1.start - today) }) else { return nil }
      return DateReadings(best: best, others: [past, future].compactMap { $0 }.filter { $0.start != best.start })
    }
  }

  func resolve(_ form: DateForm) -> DateReadings? {
    if let fixed = form.fixed { return DateReadings(best: fixed) }
    let (thisYear, thisMonth, _) = now.components
    let years = form.year.map { [$0] } ?? [thisYear - 1, thisYear, thisYear + 1]
    if form.holiday != .none {
      return choose(
        years.map {
          let (first, count) = form.holiday.days(in: $0, country: country)
          return (first, first + count, "day")
        })
    }
    if let month = form.month {
      if let day = form.day {
        return choose(
          years.compactMap { self.day(day, inMonth: $0 * 12 + month - 1).map { ($0, $0 + 1, "day") } })
      }
      let spans = years.map { year in
        let start = LocalTime.dayNumber(year, month, 1)
        return (start: start, end: start + Self.length(ofMonth: month, year), grain: "month")
      }
      if form.direction < 0 { return spans.last { $0.end <= now.day }.map { DateReadings(best: $0) } }
      if form.direction > 0 { return spans.first { $0.start > now.day }.map { DateReadings(best: $0) } }
      return choose(spans)
    }
    if let day = form.day {
      let current = thisYear * 12 + thisMonth - 1
      var days = (-2...2).compactMap { self.day(day, inMonth: current + $0) }
      if let weekday = form.weekday {
        days = (-12...12).compactMap { self.day(day, inMonth: current + $0) }
        days = days.filter { LocalTime(seconds: $0 * 86_400).weekday == weekday }
      }
      return choose(days.map { ($0, $0 + 1, "day") })
    }
    if let weekday = form.weekday { return resolve(weekday: weekday, direction: form.direction) }
    if let year = form.year {
      return DateReadings(best: (LocalTime.dayNumber(year, 1, 1), LocalTime.dayNumber(year + 1, 1, 1), "year"))
    }
    return nil
  }

  /// First strictly after today, or last strictly before; a week further in `others` where people differ.
  private func resolve(weekday: Int, direction: Int) -> DateReadings {
    let today = now.day
    let ahead = (weekday - now.weekday + 6) % 7 + 1
    let next = (start: today + ahead, end: today + ahead + 1, grain: "day")
    let back = (now.weekday - weekday + 6) % 7 + 1
    let last = (start: today - back, end: today - back + 1, grain: "day")
    if direction > 0 {
      let later = (start: next.start + 7, end: next.end + 7, grain: "day")
      return DateReadings(best: next, others: now.weekday + ahead <= 7 ? [later] : [])
    }
    if direction < 0 { return DateReadings(best: last) }
    return side == .past ? DateReadings(best: last, others: [next]) : DateReadings(best: next, others: [last])
  }
}
