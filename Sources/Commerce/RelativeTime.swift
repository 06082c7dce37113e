package import Foundation

/// A moment written relative to another one, so that a demonstration shop never grows old.
///
/// `@-PT15M` is a quarter of an hour ago, `@+P3D` in three days: an ISO 8601 duration with a sign. Months count
/// thirty days and years 365, because these times are for demonstrations, not for calendars.
package enum RelativeTime {
  /// The moment that `text` names, seen from `now`; nil when it is not written like that.
  package static func resolve(_ text: String, from now: Date) -> Date? {
    let bytes = Array(text.utf8)
    guard bytes.count >= 5, bytes[0] == UInt8(ascii: "@"), bytes[2] == UInt8(ascii: "P"),
      bytes[1] == UInt8(ascii: "-") || bytes[1] == UInt8(ascii: "+")
    else { return nil }
    var seconds = 0
    var number: Int?
    var inTime = false
    var parts = 0
    for byte in bytes[3...] {
      if (0x30...0x39).contains(byte) {
        let digits = (number ?? 0) * 10 + Int(byte - 0x30)
        guard digits < 1_000_000 else { return nil }
        number = digits
      } else if byte == UInt8(ascii: "T"), number == nil, !inTime {
        inTime = true
      } else {
        guard let count = number, let unit = unit(byte, inTime: inTime) else { return nil }
        seconds += count * unit
        number = nil
        parts += 1
      }
    }
    guard parts > 0, number == nil else { return nil }
    return now.addingTimeInterval(Double(bytes[1] == UInt8(ascii: "-") ? -seconds : seconds))
  }

  /// Seconds of a designator; `M` means months before the `T` and minutes after it.
  private static func unit(_ designator: UInt8, inTime: Bool) -> Int? {
    switch (designator, inTime) {
    case (UInt8(ascii: "Y"), false): 365 * 86_400
    case (UInt8(ascii: "M"), false): 30 * 86_400
    case (UInt8(ascii: "W"), false): 7 * 86_400
    case (UInt8(ascii: "D"), false): 86_400
    case (UInt8(ascii: "H"), true): 3_600
    case (UInt8(ascii: "M"), true): 60
    case (UInt8(ascii: "S"), true): 1
    default: nil
    }
  }
}
