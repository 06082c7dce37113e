import Foundation
import Spanish

/// When people answer: the same hours every day but holidays, on the shop's clock.
struct BusinessHours: Sendable {
  /// Seconds of the day.
  let opens: Int
  let closes: Int
  /// Days without service, `2026-12-25`.
  let holidays: Set<String>

  /// Reads `hours.every_day: "08:00-22:00"` and `hours.holidays`; without them somebody is always there.
  init(settings: [String: SlotValue]) {
    var opens = 0
    var closes = 86_400
    if let text = settings["hours.every_day"]?.string {
      let parts = text.split(separator: "-").map { part in part.split(separator: ":").compactMap { Int($0) } }
      if parts.count == 2, parts.allSatisfy({ $0.count == 2 }) {
        opens = parts[0][0] * 3_600 + parts[0][1] * 60
        closes = parts[1][0] * 3_600 + parts[1][1] * 60
      }
    }
    self.opens = opens
    self.closes = closes
    holidays = Set((settings["hours.holidays"]?.items ?? []).compactMap(\.string))
  }

  /// nil while it is open; otherwise when it opens next.
  func nextOpening(after now: Date, zone: TimeZone) -> Date? {
    let local = zone.local(now)
    if isWorkday(local), local.secondOfDay >= opens, local.secondOfDay < closes { return nil }
    for ahead in 0..<60 {
      let day = LocalTime(seconds: (local.day + ahead) * 86_400 + opens)
      if isWorkday(day), day > local { return zone.date(day) }
    }
    return nil
  }

  private func isWorkday(_ time: LocalTime) -> Bool { !holidays.contains(String(time.description.prefix(10))) }
}
