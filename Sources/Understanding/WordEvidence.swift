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
    /// By place in the evidence's `intents`, side by side; −∞ behind the last.
    fileprivate var scores: [Lane]
    /// Of the features' rarities, squared.
    fileprivate var length: Float = 0
    /// How many of the longer words some sample has as they stand, and of how many.
    fileprivate(set) var knownWords = 0
    fileprivate(set) var longWords = 0
    /// How many of all the words some sample has the stem of, and of how many.
    fileprivate(set) var knownStems = 0
    fileprivate(set) var stems = 0

    fileprivate subscript(place: Int) -> Float { scores[place / Lane.scalarCount][place % Lane.scalarCount] }

    /// The three highest of the scores.
    fileprivate var best: HighestThree {
      var best = HighestThree()
      for (lane, row) in scores.enumerated() { best.offer(row, firstPlace: lane * Lane.scalarCount) }
      return best
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
  private let table: FeatureTable
  /// Those of no words at all.
  private let noScores: [Lane]

  fileprivate typealias Lane = FeatureTable.Lane

  /// - Parameter samples: by intent, the features of each of its sentences.
  init(samples: [(intent: Int, sentences: [[UInt64]])]) {
    let filled = samples.filter { !$0.sentences.isEmpty }
    intents = filled.map(\.intent)
    let corpus = SampleCorpus(filled.map(\.sentences))
    let weights = corpus.train()
    table = FeatureTable(corpus.features, rarity: corpus.rarity, weights: weights, lanes: corpus.lanes)
    var places = [Int32](repeating: -1, count: (intents.max() ?? -1) + 1)
    for (place, intent) in intents.enumerated() { places[intent] = Int32(place) }
    self.places = places
    var noScores = [Lane](repeating: .zero, count: corpus.lanes)
    for place in intents.count..<corpus.lanes * Lane.scalarCount {
      noScores[place / Lane.scalarCount][place % Lane.scalarCount] = -.infinity
    }
    self.noScores = noScores
  }

  /// What the words of a stretch add up to, the greetings before and the thanks behind aside.
  func tally(_ said: SaidWords, of units: some BidirectionalCollection<Int>) -> Tally {
    var tally = Tally(scores: noScores)
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
    tally.length = table.add(features.places, to: &tally.scores)
    return tally
  }

  /// Features in the order in which they come: each counts once.
  private struct FeatureSet {
    private(set) var places: [Int] = []
    /// One bit of each: only a feature whose bit is set may be there.
    private var bits: UInt64 = 0

    init(reserving count: Int) { places.reserveCapacity(count) }

    mutating func insert(_ place: Int) {
      let bit: UInt64 = 1 &<< UInt64(place & 63)
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
    let best = tally.best
    return Verdict(
      best: ranked(best.first), second: ranked(best.second), third: best.third < 0 ? nil : ranked(best.third),
      tally: tally, scale: scale)
  }

  /// What a message says for one intent; nil for an intent without samples.
  func score(of intent: Int, in verdict: Verdict) -> Double? {
    column(of: intent).map { Double(verdict.tally[$0] * verdict.scale) }
  }

  /// Its place in `intents`; nil for one without samples.
  private func column(of intent: Int) -> Int? {
    places.indices.contains(intent) && places[intent] >= 0 ? Int(places[intent]) : nil
  }

  /// What a feature says for an intent, for a trace; nil if no sample holds it.
  func weight(of feature: UInt64, for intent: Int) -> Double? {
    guard let place = place(of: feature), let column = column(of: intent) else { return nil }
    return Double(table.weight(of: place, for: column))
  }

  /// The place of a feature; nil if no sample holds it.
  func place(of feature: UInt64) -> Int? { table.place(of: feature) }
}

/// The places of the three highest scores, and these; -1 and −∞ for none. Of equals the first comes first.
private struct HighestThree {
  private(set) var first = -1
  private(set) var second = -1
  private(set) var third = -1
  private var high = -Float.infinity
  private var middle = -Float.infinity
  private var low = -Float.infinity

  /// Later places come later.
  mutating func offer(_ scores: FeatureTable.Lane, firstPlace place: Int) {
    offer(scores.lowHalf.lowHalf, firstPlace: place)
    offer(scores.lowHalf.highHalf, firstPlace: place + 4)
    offer(scores.highHalf.lowHalf, firstPlace: place + 8)
    offer(scores.highHalf.highHalf, firstPlace: place + 12)
  }

  /// Most fours of scores hold none that is high enough.
  @inline(__always)
  private mutating func offer(_ scores: SIMD4<Float>, firstPlace: Int) {
    guard any(scores .> low) else { return }
    for place in 0..<4 { offer(scores[place], at: firstPlace + place) }
  }

  private mutating func offer(_ score: Float, at place: Int) {
    if score > high {
      (third, second, first) = (second, first, place)
      (low, middle, high) = (middle, high, score)
    } else if score > middle {
      (third, second) = (second, place)
      (low, middle) = (middle, score)
    } else if score > low {
      (third, low) = (place, score)
    }
  }
}
