package import Foundation

/// Which days count as working days: Monday to Friday, but for the holidays.
package struct WorkingCalendar: Codable, Hashable, Sendable {
  /// `2026-12-25`.
  package var holidays: Set<String>

  package init(holidays: Set<String> = []) { self.holidays = holidays }

  /// The end of the day on which `days` working days have gone by since `start`; `start`'s own day never counts.
  ///
  /// - Complexity: O(days).
  package func deadline(after days: Int, from start: Timestamp) -> Date {
    var left = days
    var ahead = 0
    // Past a year of nothing but holidays the calendar is wrong, not the seller.
    while left > 0, ahead < 366 + days * 2 {
      ahead += 1
      if isWorking(day: start.day + ahead) { left -= 1 }
    }
    return start.endOfDay(after: ahead)
  }

  /// Whether the day, counted from 1970-01-01, a Thursday, is a working day.
  package func isWorking(day: Int) -> Bool {
    let weekday = ((day + 3) % 7 + 7) % 7
    return weekday < 5 && !holidays.contains(Timestamp.dayText(day))
  }
}
