/// Whole days, half-open, as day numbers since 1970-01-01.
struct DaySpan: Equatable {
  var start: Int
  var end: Int
  var grain: TimeUnit

  init(_ start: Int, _ end: Int, _ grain: TimeUnit) {
    self.start = start
    self.end = end
    self.grain = grain
  }

  /// One day.
  init(day: Int) { self.init(day, day + 1, .day) }

  /// `count` months from the month of index `month` (year × 12 + month − 1).
  init(months month: Int, _ count: Int, _ grain: TimeUnit) {
    self.init(DaySpan.first(ofMonth: month), DaySpan.first(ofMonth: month + count), grain)
  }

  /// The first day of the month of index `month`, which may be of any year.
  static func first(ofMonth month: Int) -> Int {
    let year = month >= 0 ? month / 12 : (month - 11) / 12
    return LocalTime.dayNumber(year, month - year * 12 + 1, 1)
  }

  /// Its part from `now` on, and what is behind.
  func clamped(from day: Int) -> DaySpan { DaySpan(max(start, min(day, end - 1)), end, grain) }
}

/// A time of the day, or a stretch of it.
struct DayTime: Equatable {
  /// Seconds of the day; `end` may go past midnight, and is nil for a point.
  var start: Int
  var end: Int?
  /// The start of the other half of the day, if nothing said which was meant.
  var alternative: Int?
  var grain = TimeUnit.minute
  /// «antes de las dos», «después de las 5»: the side is the day's own edge.
  var isOpen = false
}

/// A date as it was said, before it is known which: «el 3», «el martes», «marzo», or days already fixed («ayer»).
///
/// Kept underspecified, so that a range can lend its month («del 3 al 5 de mayo») and the clause its side.
struct DateForm {
  var year: Int?
  var month: Int?
  var day: Int?
  var weekday: Int?
  /// Where a weekday, month or season points: −1 «pasado», +1 «que viene», 0 as the clause looks.
  var direction = 0
  /// Days already known.
  var fixed: DaySpan?
  /// Another reading of them.
  var alternative: DaySpan?
  /// An index into `HolidayTable.days`; 0 if none.
  var holiday = 0
  /// 1 spring … 4 winter; 0 if none.
  var season = 0
  var time: DayTime?
  /// Seconds from 1970 on the wall clock, where what counts is hours or less; `seconds` to its end.
  var instant: (start: Int, seconds: Int, grain: TimeUnit)?
  /// Open towards the past («hace más de un mes») or the future («2018 o después»).
  var isOpenStart = false
  var isOpenEnd = false
  /// Which part of the days is meant: 1 primeros, 2 mediados, 3 finales.
  var third = 0
  /// The atom after it.
  var end: Int
  var rule: String

  /// Only a day of the month: the weakest form, which needs «el» and a friendly right side.
  var isBareDay: Bool { day != nil && month == nil && weekday == nil }
  /// Whether a clock time may follow it: it is one day, and says nothing of its hours yet.
  var takesTime: Bool {
    guard time == nil, instant == nil, third == 0, !isOpenEnd, !isOpenStart, season == 0 else { return false }
    if let fixed { return fixed.end - fixed.start == 1 }
    return day != nil || weekday != nil || holiday > 0
  }
  /// Whether it is a whole year or month, said as such.
  var isYear: Bool { year != nil && month == nil && holiday == 0 && season == 0 && fixed == nil }
}

extension DateForm {
  init(_ span: DaySpan, end: Int, rule: String) {
    self.init(fixed: span, end: end, rule: rule)
  }
}
