import Foundation
import TextAnalysis

/// What the words of a message say for each intent, learned from the authors' sample sentences.
///
/// A linear model over the features of a sentence (``SampleFeatures``), trained by four rounds of the averaged
/// multiclass passive-aggressive algorithm (Crammer et al., «Online Passive-Aggressive Algorithms», JMLR 7, 2006) on
/// features weighed by rarity (tf–idf, unit length). Nothing is random: the samples are gone through in an order that
/// spreads each intent evenly, so the same sentences give the same weights, and a trace shows which words spoke for the
/// winner. A message costs a search for each of its features.
final class WordEvidence: Sendable {
  /// What words add up to, before their number is divided out: two stretches of a message add up to both.
  struct Tally {
    /// By place in the evidence's `intents`, side by side.
    fileprivate var scores: [Lane] = []
    /// Of the features' rarities, squared.
    fileprivate var length: Float = 0
    /// How many of the longer words some sample has as they stand, and of how many.
    fileprivate(set) var knownWords = 0
    fileprivate(set) var longWords = 0
    /// How many of all the words some sample has the stem of, and of how many.
    fileprivate(set) var knownStems = 0
    fileprivate(set) var stems = 0

    fileprivate subscript(place: Int) -> Float { scores[place / Lane.scalarCount][place % Lane.scalarCount] }

    /// The places of the three highest scores, -1 for none; of equals the first comes first.
    ///
    /// - Parameter count: the number of places.
    fileprivate func bestPlaces(of count: Int) -> (Int, Int, Int) {
      var (first, second, third) = (-1, -1, -1)
      var (high, middle, low) = (-Float.infinity, -Float.infinity, -Float.infinity)
      for lane in scores.indices {
        let row = scores[lane]
        guard any(row .> low) else { continue }
        let base = lane * Lane.scalarCount
        for place in 0..<min(Lane.scalarCount, count - base) where row[place] > low {
          let score = row[place]
          if score > high {
            (third, second, first) = (second, first, base + place)
            (low, middle, high) = (middle, high, score)
          } else if score > middle {
            (third, second) = (second, base + place)
            (low, middle) = (middle, score)
          } else {
            (third, low) = (base + place, score)
          }
        }
      }
      return (first, second, third)
    }

    static func += (sum: inout Tally, other: Tally) {
      for lane in sum.scores.indices { sum.scores[lane] += other.scores[lane] }
      sum.length += other.length
      sum.knownWords += other.knownWords
      sum.longWords += other.longWords
      sum.knownStems += other.knownStems
      sum.stems += other.stems
    }
  }

  /// What a message, or a stretch of it, says for the intents.
  struct Verdict {
    typealias Ranked = (intent: Int, score: Double)

    /// The three best of the intents, as the model counts them. About 1 apart where it is clear.
    let best: Ranked
    let second: Ranked
    let third: Ranked?
    fileprivate let tally: Tally
    fileprivate let scale: Float

    /// How far the best is above the next.
    var margin: Double { best.score - second.score }

    /// Whether enough of the words are known for the verdict to mean something.
    var isInformed: Bool {
      tally.longWords >= 1 && tally.knownWords * 2 >= tally.longWords && tally.knownStems * 5 >= tally.stems * 3
    }

    /// The same without `intent` where it is best and leads by less than `lead`.
    func withholding(_ intent: Int?, leadingBy lead: Double) -> Verdict {
      guard best.intent == intent, margin < lead else { return self }
      return ignoring { $0 == intent } ?? self
    }

    /// The same among the other intents; nil if too few of the best are left.
    func ignoring(_ isIgnored: (Int) -> Bool) -> Verdict? {
      let ranked = [best, second, third].compactMap(\.self).filter { !isIgnored($0.intent) }
      guard ranked.count > 1 else { return nil }
      return Verdict(
        best: ranked[0], second: ranked[1], third: ranked.count > 2 ? ranked[2] : nil, tally: tally, scale: scale)
    }

    var knownWords: Int { tally.knownWords }
    var longWords: Int { tally.longWords }
    /// All of its words.
    var words: Int { tally.stems }
  }

  /// The intents that have samples, as the model counts them.
  private let intents: [Int]
  /// By intent: its place in `intents`; -1 for one without samples.
  private let places: [Int32]
  /// Sorted.
  private let features: [UInt64]
  /// The first feature whose highest bits are this number or more.
  private let buckets: [Int32]
  /// By feature: how much it counts, before the message's length is divided out.
  private let rarity: [Float]
  /// By feature, `lanes` each: its weight for every intent, in units of its own.
  private let weights: [SIMD16<Int8>]
  /// By feature: what one unit of its weights is worth, times its rarity.
  private let steps: [Float]
  private let lanes: Int

  /// Intents side by side: so many multiplications at once.
  fileprivate typealias Lane = SIMD16<Float>

  /// - Parameter samples: by intent, the features of each of its sentences.
  init(samples: [(intent: Int, sentences: [[UInt64]])]) {
    let filled = samples.filter { !$0.sentences.isEmpty }
    intents = filled.map(\.intent)
    var corpus = SampleCorpus(filled.map(\.sentences))
    let weights = corpus.train()
    features = corpus.features
    rarity = corpus.rarity
    var places = [Int32](repeating: -1, count: (intents.max() ?? -1) + 1)
    for (place, intent) in intents.enumerated() { places[intent] = Int32(place) }
    self.places = places
    var buckets = [Int32](repeating: 0, count: 1 << Self.bucketBits + 1)
    for feature in features { buckets[Int(feature >> (64 - Self.bucketBits)) + 1] += 1 }
    for bucket in buckets.indices.dropFirst() { buckets[bucket] += buckets[bucket - 1] }
    self.buckets = buckets
    lanes = corpus.lanes
    var small = [SIMD16<Int8>](repeating: .zero, count: weights.count)
    var steps: [Float] = []
    steps.reserveCapacity(features.count)
    for feature in features.indices {
      // Most features say something of a few intents only.
      let rows = (feature * lanes..<(feature + 1) * lanes).filter { weights[$0] != .zero }
      var largest = Float.leastNormalMagnitude
      for row in rows { for place in 0..<Lane.scalarCount { largest = max(largest, abs(weights[row][place])) } }
      let unit = largest / Float(Int8.max)
      for row in rows {
        for place in 0..<Lane.scalarCount { small[row][place] = Int8((weights[row][place] / unit).rounded()) }
      }
      steps.append(unit * rarity[feature])
    }
    self.weights = small
    self.steps = steps
  }

  /// What the words of a stretch add up to, the greetings before and the thanks behind aside.
  func tally(_ said: SaidWords, of units: some BidirectionalCollection<Int>) -> Tally {
    var tally = Tally()
    var features = FeatureSet(reserving: said.words.count * 3)
    var last: Int?
    for unit in said.withoutFrame(units) {
      guard let index = said.wordOfUnit[unit], index != last else { continue }
      let word = said.words[index]
      tally.stems += 1
      if word.stem != nil { tally.knownStems += 1 }
      if word.features.isLong {
        tally.longWords += 1
        if word.isKnown { tally.knownWords += 1 }
      }
      if let stem = word.stem { features.insert(stem) }
      // Behind anything else than the word before it in the message, it makes another pair.
      let pair =
        index - 1 == last ?? -1
        ? word.pair : place(of: SampleFeatures.pair(last.map { said.words[$0].features }, word.features))
      if let pair { features.insert(pair) }
      if let whole = word.whole { features.insert(whole) }
      last = index
    }
    for feature in features.places { tally.length += rarity[feature] * rarity[feature] }
    tally.scores.reserveCapacity(lanes)
    for lane in 0..<lanes {
      var sum = Lane.zero
      for feature in features.places { sum += steps[feature] * Lane(weights[feature * lanes + lane]) }
      tally.scores.append(sum)
    }
    return tally
  }

  /// Features in the order in which they come: each counts once.
  private struct FeatureSet {
    private(set) var places: [Int] = []
    /// One bit of each: only a feature whose bit is set may be there.
    private var bits: UInt64 = 0

    init(reserving count: Int) { places.reserveCapacity(count) }

    mutating func insert(_ place: Int) {
      let bit: UInt64 = 1 << UInt64(place & 63)
      if bits & bit != 0, places.contains(place) { return }
      bits |= bit
      places.append(place)
    }
  }

  /// What it means; nil if there are not two intents to choose from, or nothing known.
  func verdict(on tally: Tally) -> Verdict? {
    guard intents.count > 1, tally.length > 0 else { return nil }
    let scale = 1 / tally.length.squareRoot()
    let ranked = { (place: Int) -> Verdict.Ranked in (self.intents[place], Double(tally[place] * scale)) }
    let (first, second, third) = tally.bestPlaces(of: intents.count)
    return Verdict(
      best: ranked(first), second: ranked(second), third: third < 0 ? nil : ranked(third), tally: tally, scale: scale)
  }

  /// What a message says for one intent; nil for an intent without samples.
  func score(of intent: Int, in verdict: Verdict) -> Double? {
    guard places.indices.contains(intent), places[intent] >= 0 else { return nil }
    return Double(verdict.tally[Int(places[intent])] * verdict.scale)
  }

  /// What a feature says for an intent, for a trace; nil if no sample holds it.
  func weight(of feature: UInt64, for intent: Int) -> Double? {
    guard let place = place(of: feature), let column = intents.firstIndex(of: intent) else { return nil }
    let row = weights[place * lanes + column / Lane.scalarCount]
    return Double(steps[place] * Float(row[column % Lane.scalarCount]))
  }

  private static let bucketBits = 15

  /// The row of a feature; nil if no sample holds it.
  func place(of feature: UInt64) -> Int? {
    let bucket = Int(feature >> (64 - Self.bucketBits))
    for place in Int(buckets[bucket])..<Int(buckets[bucket + 1]) where features[place] == feature { return place }
    return nil
  }
}

/// The samples as a sparse matrix, and the training on it.
private struct SampleCorpus {
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

  typealias Lane = WordEvidence.Lane

  /// The averaged weights, `lanes` for each feature.
  mutating func train() -> [Lane] {
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
