/// How long one stage took, call by call.
struct Measurement {
  let name: String
  /// Nanoseconds, ascending.
  private let samples: [Int64]

  /// Runs `measured` once for warmth and then `count` times, each time after `before`, which is not counted.
  init(
    _ name: String, count: Int, before: (Int) throws -> Void = { _ in }, measured: (Int) throws -> Void
  ) throws {
    self.name = name
    let clock = ContinuousClock()
    var samples: [Int64] = []
    samples.reserveCapacity(count)
    for index in 0..<count {
      try before(index)
      let start = clock.now
      try measured(index)
      let took = start.duration(to: clock.now).components
      // The first tenth, at most a hundred calls, fills caches.
      if index >= min(count / 10, 100) {
        samples.append(took.seconds * 1_000_000_000 + took.attoseconds / 1_000_000_000)
      }
    }
    self.samples = samples.sorted()
  }

  /// The nearest-rank percentile, in microseconds.
  func microseconds(percentile: Int) -> Double {
    guard !samples.isEmpty else { return 0 }
    let rank = max(0, (samples.count * percentile + 99) / 100 - 1)
    return Double(samples[rank]) / 1_000
  }

  /// How often the other's median goes into this one's, in tenths.
  func ratio(to other: Measurement) -> String {
    Self.tenths(microseconds(percentile: 50) / max(0.001, other.microseconds(percentile: 50)))
  }

  /// One row a stage; the last column compares its median with that of the row above.
  static func printTable(_ stages: [Measurement]) {
    let name = stages.map(\.name.count).max() ?? 0
    print(
      right("", name) + right("p50 µs", 12) + right("p95 µs", 12) + right("p99 µs", 12) + right("most µs", 12)
        + right("n", 9)
        + right("ratio", 9))
    var above: Double?
    for stage in stages {
      let median = stage.microseconds(percentile: 50)
      let ratio = above.map { $0 > 0 ? "×" + tenths(median / $0) : "" } ?? ""
      print(
        stage.name + String(repeating: " ", count: name - stage.name.count) + right(tenths(median), 12)
          + right(tenths(stage.microseconds(percentile: 95)), 12)
          + right(tenths(stage.microseconds(percentile: 99)), 12)
          + right(tenths(stage.microseconds(percentile: 100)), 12) + right("\(stage.samples.count)", 9)
          + right(ratio, 9)
      )
      above = median
    }
  }

  private static func tenths(_ value: Double) -> String { "\((value * 10).rounded() / 10)" }

  private static func right(_ text: String, _ width: Int) -> String {
    String(repeating: " ", count: max(0, width - text.count)) + text
  }
}
