package import Foundation
package import Spanish
import Synchronization

/// Where «now» comes from: the only way by which time enters the engine.
package protocol AssistantClock: Sendable {
  func now() -> Date
}

/// A clock that stands still until somebody moves it: for tests, transcripts and `--clock fixed:…`.
package final class SettableClock: AssistantClock {
  private let time: Mutex<Date>

  package init(_ start: Date) { time = Mutex(start) }

  package func now() -> Date { time.withLock { $0 } }
  package func set(to date: Date) { time.withLock { $0 = date } }
  package func advance(by seconds: TimeInterval) { time.withLock { $0 += seconds } }
}

/// The machine's clock, which can be pushed forward: the REPL's `/reloj +31m`.
package final class ShiftedClock: AssistantClock {
  private let shift = Mutex<TimeInterval>(0)

  package init() {}

  package func now() -> Date { Date() + shift.withLock { $0 } }
  package func advance(by seconds: TimeInterval) { shift.withLock { $0 += seconds } }
}

extension TimeZone {
  /// The wall clock's reading of `date` here.
  package func local(_ date: Date) -> LocalTime {
    LocalTime(seconds: Int(date.timeIntervalSince1970.rounded(.down)) + secondsFromGMT(for: date))
  }

  /// The instant of a wall clock reading; in the hour that an autumn repeats, the first of the two.
  package func date(_ local: LocalTime) -> Date {
    let guess = Date(timeIntervalSince1970: Double(local.seconds))
    let first = guess - Double(secondsFromGMT(for: guess))
    return guess - Double(secondsFromGMT(for: first))
  }

  /// `2026-03-10T10:00:00+01:00`
  package func rfc3339(_ date: Date) -> String {
    let offset = secondsFromGMT(for: date)
    let minutes = abs(offset) / 60
    func two(_ n: Int) -> String { n < 10 ? "0\(n)" : "\(n)" }
    return "\(local(date))\(offset < 0 ? "-" : "+")\(two(minutes / 60)):\(two(minutes % 60))"
  }
}
