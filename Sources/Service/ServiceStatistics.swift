import Storage
import Synchronization
import Understanding

/// What this process counts itself: winners of intents and how long turns took.
final class ServiceStatistics: Sendable {
  private struct Counts {
    var intents: [String: Int] = [:]
    /// The last turns' microseconds, oldest overwritten first.
    var latencies: [Int] = []
    var next = 0
  }

  private static let sampleLimit = 10_000
  private let counts = Mutex(Counts())
  private let start = ContinuousClock.now

  var uptimeSeconds: Int { Int((ContinuousClock.now - start).components.seconds) }
  var intents: [String: Int] { counts.withLock { $0.intents } }

  func count(_ understanding: Understanding?, took duration: Duration) {
    let ids = understanding?.intents.map(\.id) ?? []
    counts.withLock { counts in
      for id in ids { counts.intents[id, default: 0] += 1 }
      if counts.latencies.count < ServiceStatistics.sampleLimit {
        counts.latencies.append(duration.microseconds)
      } else {
        counts.latencies[counts.next] = duration.microseconds
        counts.next = (counts.next + 1) % ServiceStatistics.sampleLimit
      }
    }
  }

  /// `{p50, p95, p99}` of the last 10,000 turns; zeros before the first.
  var latencyJSON: JSONValue {
    let sorted = counts.withLock { $0.latencies }.sorted()
    func percentile(_ percent: Int) -> JSONValue {
      guard !sorted.isEmpty else { return 0 }
      return .number(sorted[min(sorted.count - 1, sorted.count * percent / 100)])
    }
    return ["p50": percentile(50), "p95": percentile(95), "p99": percentile(99)]
  }
}

extension Duration {
  var microseconds: Int { Int(components.seconds) * 1_000_000 + Int(components.attoseconds / 1_000_000_000_000) }
}
