package import Foundation

/// An instant as the shop file writes it: RFC 3339, with the offset of the place where it happened.
///
/// Two timestamps are equal if and only if they name the same instant with the same offset; order is by instant.
package struct Timestamp: Hashable, Sendable, Comparable, CustomStringConvertible {
  package var date: Date
  /// Seconds east of Greenwich.
  package var offset: Int
  /// The text that was read, so that writing it back changes nothing.
  private var written: String?

  package init(_ date: Date, offset: Int = 0) {
    self.date = date
    self.offset = offset
  }

  /// The instant on the wall clocks of `zone`.
  package init(_ date: Date, in zone: TimeZone) {
    self.init(date, offset: zone.secondsFromGMT(for: date))
  }

  /// Reads RFC 3339 with an offset or `Z`; nil for anything else.
  package init?(_ text: String) {
    guard let (date, offset) = Timestamp.parse(Array(text.utf8)) else { return nil }
    self.init(date, offset: offset)
    written = text
  }

  /// RFC 3339: as it was read, or to the second with the offset.
  package var description: String { written ?? canonical }

  /// The day on the calendar of the place, in days since 1970-01-01.
  package var day: Int { Int(((date.timeIntervalSince1970 + Double(offset)) / 86_400).rounded(.down)) }

  /// The last second of the day that comes `days` after this one, on the calendar of the place.
  package func endOfDay(after days: Int) -> Date {
    Date(timeIntervalSince1970: Double((day + days + 1) * 86_400 - offset - 1))
  }

  /// `2026-03-10`, for a day counted from 1970-01-01.
  static func dayText(_ day: Int) -> String {
    String(Timestamp(Date(timeIntervalSince1970: Double(day) * 86_400)).description.prefix(10))
  }

  package static func < (a: Timestamp, b: Timestamp) -> Bool { a.date < b.date }

  package static func == (a: Timestamp, b: Timestamp) -> Bool { a.date == b.date && a.offset == b.offset }

  package func hash(into hasher: inout Hasher) {
    hasher.combine(date)
    hasher.combine(offset)
  }

  private var canonical: String {
    let seconds = Int(date.timeIntervalSince1970.rounded(.down)) + offset
    let day = Int((Double(seconds) / 86_400).rounded(.down))
    let (year, month, dayOfMonth) = Timestamp.civil(fromDay: day)
    let s = seconds - day * 86_400
    func two(_ n: Int) -> String { n < 10 ? "0\(n)" : "\(n)" }
    let minutes = abs(offset) / 60
    let zone = "\(offset < 0 ? "-" : "+")\(two(minutes / 60)):\(two(minutes % 60))"
    let paddedYear = String(repeating: "0", count: max(0, 4 - String(year).count)) + String(year)
    return "\(paddedYear)-\(two(month))-\(two(dayOfMonth))T\(two(s / 3_600)):\(two(s / 60 % 60)):\(two(s % 60))\(zone)"
  }

  /// `2026-03-10T08:30:00.25+01:00`, byte by byte.
  private static func parse(_ bytes: [UInt8]) -> (Date, Int)? {
    func number(_ start: Int, _ count: Int) -> Int? {
      guard start + count <= bytes.count else { return nil }
      var value = 0
      for byte in bytes[start..<start + count] {
        guard (0x30...0x39).contains(byte) else { return nil }
        value = value * 10 + Int(byte - 0x30)
      }
      return value
    }
    func has(_ index: Int, _ byte: UInt8) -> Bool { index < bytes.count && bytes[index] | 0x20 == byte | 0x20 }
    guard let year = number(0, 4), has(4, 0x2D), let month = number(5, 2), has(7, 0x2D), let day = number(8, 2),
      has(10, 0x54), let hour = number(11, 2), has(13, 0x3A), let minute = number(14, 2), has(16, 0x3A),
      let second = number(17, 2), (1...12).contains(month), (1...31).contains(day), hour < 24, minute < 60, second < 61
    else { return nil }
    let dayNumber = Self.dayNumber(year, month, day)
    guard civil(fromDay: dayNumber) == (year, month, day) else { return nil }
    var position = 19
    var fraction = 0.0
    if has(position, 0x2E), bytes[position] == 0x2E {
      var scale = 0.1
      position += 1
      let start = position
      while let digit = number(position, 1) {
        fraction += Double(digit) * scale
        scale /= 10
        position += 1
      }
      guard position > start else { return nil }
    }
    guard position < bytes.count else { return nil }
    var offset = 0
    switch bytes[position] {
    case 0x5A, 0x7A: position += 1
    case 0x2B, 0x2D:
      guard let hours = number(position + 1, 2), position + 3 < bytes.count, bytes[position + 3] == 0x3A,
        let minutes = number(position + 4, 2), hours < 24, minutes < 60
      else { return nil }
      offset = (hours * 3_600 + minutes * 60) * (bytes[position] == 0x2D ? -1 : 1)
      position += 6
    default: return nil
    }
    guard position == bytes.count else { return nil }
    let seconds = dayNumber * 86_400 + hour * 3_600 + minute * 60 + second - offset
    return (Date(timeIntervalSince1970: Double(seconds) + fraction), offset)
  }

  /// Days since 1970-01-01 (Howard Hinnant, `days_from_civil`).
  private static func dayNumber(_ year: Int, _ month: Int, _ day: Int) -> Int {
    let y = month <= 2 ? year - 1 : year
    let era = (y >= 0 ? y : y - 399) / 400
    let yearOfEra = y - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
  }

  /// The civil date of a day number (Howard Hinnant, `civil_from_days`).
  private static func civil(fromDay day: Int) -> (Int, Int, Int) {
    let z = day + 719_468
    let era = (z >= 0 ? z : z - 146_096) / 146_097
    let dayOfEra = z - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shifted = (5 * dayOfYear + 2) / 153
    let month = shifted < 10 ? shifted + 3 : shifted - 9
    return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - (153 * shifted + 2) / 5 + 1)
  }
}

extension Timestamp: Codable {
  package init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    let text = try container.decode(String.self)
    guard let timestamp = Timestamp(text) else {
      throw DecodingError.dataCorruptedError(in: container, debugDescription: "not RFC 3339: \(text)")
    }
    self = timestamp
  }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(description)
  }
}
