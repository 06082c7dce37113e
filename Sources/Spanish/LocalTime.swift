/// A civil date and time without a zone, to the second, in the proleptic Gregorian calendar.
///
/// Day numbers follow Howard Hinnant's `days_from_civil` (http://howardhinnant.github.io/date_algorithms.html).
package struct LocalTime: Hashable, Sendable, Comparable, Codable, CustomStringConvertible {
  /// Seconds since 1970-01-01T00:00:00 on the wall clock (no zone, no leap seconds).
  package var seconds: Int

  package init(seconds: Int) { self.seconds = seconds }

  package init(_ year: Int, _ month: Int, _ day: Int, _ hour: Int = 0, _ minute: Int = 0, _ second: Int = 0) {
    seconds = LocalTime.dayNumber(year, month, day) * 86_400 + hour * 3_600 + minute * 60 + second
  }

  /// Days since 1970-01-01.
  package static func dayNumber(_ year: Int, _ month: Int, _ day: Int) -> Int {
    let y = month <= 2 ? year - 1 : year
    let era = (y >= 0 ? y : y - 399) / 400
    let yearOfEra = y - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    return era * 146_097 + dayOfEra - 719_468
  }

  /// Days since 1970-01-01, rounded down.
  package var day: Int { seconds >= 0 ? seconds / 86_400 : (seconds - 86_399) / 86_400 }

  package var secondOfDay: Int { seconds - day * 86_400 }

  /// 1 is Monday, 7 is Sunday (ISO 8601).
  package var weekday: Int { (((day + 3) % 7) + 7) % 7 + 1 }

  package var components: (year: Int, month: Int, day: Int) {
    let z = day + 719_468
    let era = (z >= 0 ? z : z - 146_096) / 146_097
    let dayOfEra = z - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let mp = (5 * dayOfYear + 2) / 153
    let month = mp < 10 ? mp + 3 : mp - 9
    let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    return (year, month, dayOfYear - (153 * mp + 2) / 5 + 1)
  }

  package static func < (a: LocalTime, b: LocalTime) -> Bool { a.seconds < b.seconds }

  /// `2026-03-10T10:00:00`
  package var description: String {
    let (year, month, day) = components
    let s = secondOfDay
    func two(_ n: Int) -> String { n < 10 ? "0\(n)" : "\(n)" }
    let y = String(year)
    let padded = String(repeating: "0", count: max(0, 4 - y.count)) + y
    return "\(padded)-\(two(month))-\(two(day))T\(two(s / 3_600)):\(two(s / 60 % 60)):\(two(s % 60))"
  }

  /// Reads `2026-03-10`, `2026-03-10T10:00` and `2026-03-10T10:00:00`; an offset after it is ignored.
  package init?(_ text: String) {
    let b = Array(text.utf8)
    func number(_ at: Int, _ count: Int) -> Int? {
      guard at + count <= b.count else { return nil }
      var n = 0
      for c in b[at..<at + count] {
        guard c >= 48, c <= 57 else { return nil }
        n = n * 10 + Int(c) - 48
      }
      return n
    }
    guard let year = number(0, 4), let month = number(5, 2), let day = number(8, 2), b[4] == 45, b[7] == 45,
      (1...12).contains(month), (1...31).contains(day)
    else { return nil }
    self.init(year, month, day)
    guard b.count > 10 else { return }
    guard let hour = number(11, 2), let minute = number(14, 2), hour < 25, minute < 60 else { return nil }
    let second = b.count > 16 && b[16] == 58 ? number(17, 2) ?? 0 : 0
    seconds += hour * 3_600 + minute * 60 + second
  }

  package init(from decoder: any Decoder) throws {
    let text = try decoder.singleValueContainer().decode(String.self)
    guard let time = LocalTime(text) else {
      throw DecodingError.dataCorrupted(
        .init(codingPath: decoder.codingPath, debugDescription: "not a local time: \(text)"))
    }
    self = time
  }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(description)
  }
}
