/// Which days people work: content, with the national holidays of a country as a start.
package struct WorkingCalendar: Sendable, Hashable {
  /// Weekdays off, 1 Monday … 7 Sunday.
  package var restDays: Set<Int>
  /// Holidays on the same day of every year, as month × 100 + day.
  package var yearly: Set<Int>
  /// Holidays that follow Easter Sunday, in days from it.
  package var fromEaster: Set<Int>
  /// Single days, as day numbers since 1970-01-01: local feasts, bridges.
  package var days: Set<Int>

  package init(restDays: Set<Int> = [6, 7], yearly: Set<Int> = [], fromEaster: Set<Int> = [], days: Set<Int> = []) {
    self.restDays = restDays
    self.yearly = yearly
    self.fromEaster = fromEaster
    self.days = days
  }

  /// The holidays common to all of Spain (Estatuto de los Trabajadores, art. 37.2; Real Decreto 2001/1983, art. 45).
  package static let spain = WorkingCalendar(
    yearly: [101, 106, 501, 815, 1_012, 1_101, 1_206, 1_208, 1_225], fromEaster: [-2])

  /// Where nothing better is known: weekends, New Year, Labour Day and Christmas.
  package static let common = WorkingCalendar(yearly: [101, 501, 1_225], fromEaster: [-2])

  package static func of(_ country: String) -> WorkingCalendar { country == "ES" ? spain : common }

  package func isWorking(_ day: Int) -> Bool {
    let time = LocalTime(seconds: day * 86_400)
    if restDays.contains(time.weekday) || days.contains(day) { return false }
    let (year, month, dayOfMonth) = time.components
    return !yearly.contains(month * 100 + dayOfMonth)
      && (fromEaster.isEmpty || !fromEaster.contains(day - Holiday.easter(year)))
  }

  /// The `count`th working day after (or before) `day`, which itself does not count. At most some years away.
  package func day(_ count: Int, workingDaysFrom day: Int, forward: Bool) -> Int {
    var left = min(count, 1_000)
    var at = day
    var budget = 10_000
    while left > 0, budget > 0 {
      at += forward ? 1 : -1
      budget -= 1
      if isWorking(at) { left -= 1 }
    }
    return at
  }
}
