import Foundation

/// The samples as a sparse matrix, and the training on it.
struct SampleCorpus {
  /// Sorted.
  private(set) var features: [UInt64] = []
  private(set) var rarity: [Float] = []
  /// The number of intents, and of the lanes that hold a weight for each.
  let stride: Int
  var lanes: Int { (stride + Lane.scalarCount - 1) / Lane.scalarCount }

  private struct Sentence {
    var intent: Int
    var features: [Int32] = []
    /// Of the feature at the same place; their squares add up to 1.
    var values: [Float] = []
  }

  private var sentences: [Sentence] = []

  private typealias Row = (feature: UInt64, sentence: Int32)

  private static let rounds = 4
  /// The largest step of one sentence: an odd one turns nothing round.
  private static let largestStep: Float = 0.5
  /// By how much the right intent shall lead.
  private static let lead: Float = 1

  init(_ samples: [[[UInt64]]]) {
    stride = samples.count
    var rows: [Row] = []
    for (intent, said) in samples.enumerated() {
      for features in said {
        for feature in features { rows.append((feature, Int32(sentences.count))) }
        sentences.append(Sentence(intent: intent))
      }
    }
    rows = Self.sorted(rows)
    var next = 0
    while next < rows.count {
      let first = next
      while next < rows.count, rows[next].feature == rows[first].feature { next += 1 }
      // Two words in a row that were said once say nothing.
      if next - first < 2, SampleFeatures.isPair(rows[first].feature) { continue }
      let value = log(Float(1 + sentences.count) / Float(1 + next - first)) + 1
      for row in rows[first..<next] {
        sentences[Int(row.sentence)].features.append(Int32(features.count))
        sentences[Int(row.sentence)].values.append(value)
      }
      features.append(rows[first].feature)
      rarity.append(value)
    }
    for index in sentences.indices {
      let length = sentences[index].values.reduce(0) { $0 + $1 * $1 }.squareRoot()
      for place in sentences[index].values.indices { sentences[index].values[place] /= length }
    }
  }

  /// By feature, then by sentence. The highest bits of a hash part them into many small heaps, which are soon sorted.
  ///
  /// - Parameter rows: in the order of the sentences.
  private static func sorted(_ rows: [Row]) -> [Row] {
    let shift = UInt64(48)
    var next = [Int](repeating: 0, count: 1 << (64 - shift) + 1)
    for row in rows { next[Int(row.feature >> shift) + 1] += 1 }
    for heap in next.indices.dropFirst() { next[heap] += next[heap - 1] }
    let ends = next.dropFirst()
    var sorted = [Row](repeating: (0, 0), count: rows.count)
    for row in rows {
      let heap = Int(row.feature >> shift)
      sorted[next[heap]] = row
      next[heap] += 1
    }
    var first = 0
    for end in ends {
      sorted[first..<end].sort { ($0.feature, $0.sentence) < ($1.feature, $1.sentence) }
      first = end
    }
    return sorted
  }

  typealias Lane = FeatureTable.Lane

  /// The averaged weights, `lanes` for each feature.
  func train() -> [Lane] {
    var weights = [Lane](repeating: .zero, count: features.count * lanes)
    guard stride > 1 else { return weights }
    /// The updates, each times its step: what the average has less than the last weights.
    var early = weights
    var scores = [Lane](repeating: .zero, count: lanes)
    var step: Float = 0
    let order = order()
    for _ in 0..<Self.rounds {
      for sentence in order {
        step += 1
        let said = sentences[sentence]
        for lane in scores.indices { scores[lane] = .zero }
        for (feature, value) in zip(said.features, said.values) {
          let row = Int(feature) * lanes
          for lane in scores.indices { scores[lane] += value * weights[row + lane] }
        }
        let right = said.intent
        var rival = right == 0 ? 1 : 0
        for intent in 0..<stride where intent != right && Self.score(intent, scores) > Self.score(rival, scores) {
          rival = intent
        }
        let loss = Self.lead - Self.score(right, scores) + Self.score(rival, scores)
        guard loss > 0 else { continue }
        let push = min(Self.largestStep, loss / 2)
        for (feature, value) in zip(said.features, said.values) {
          let row = Int(feature) * lanes
          for (intent, change) in [(right, push * value), (rival, -push * value)] {
            weights[row + intent / Lane.scalarCount][intent % Lane.scalarCount] += change
            early[row + intent / Lane.scalarCount][intent % Lane.scalarCount] += step * change
          }
        }
      }
    }
    for place in weights.indices { weights[place] -= early[place] / max(1, step) }
    return weights
  }

  private static func score(_ intent: Int, _ scores: [Lane]) -> Float {
    scores[intent / Lane.scalarCount][intent % Lane.scalarCount]
  }

  /// All sentences, those of each intent spread evenly over the whole.
  private func order() -> [Int] {
    var counts = [Int](repeating: 0, count: stride)
    for sentence in sentences { counts[sentence.intent] += 1 }
    var seen = [Int](repeating: 0, count: stride)
    let places = sentences.map { sentence -> Double in
      seen[sentence.intent] += 1
      return (Double(seen[sentence.intent]) - 0.5) / Double(counts[sentence.intent])
    }
    return sentences.indices.sorted { (places[$0], $0) < (places[$1], $1) }
  }
}
