import Automata
import Spanish
import TextAnalysis

/// How a message falls into stretches that hold a wish each: the best way to cut it, found over all pieces at once.
///
/// The pieces are its clauses, cut again where something is wished, asked or ordered behind other words («no puedo entrar
/// llámenme»): who dictates uses no commas. A cut is worth what speaks for a wish on either side of it; the best sum
/// wins, and only cuts that stand by themselves count. A message of n pieces costs n²/2 verdicts, and none if the whole
/// says one thing only.
///
/// The weights were learned (a structured perceptron, each list of messages checked with those learned on the others)
/// and rounded; they add up in the scale of the evidence, where 1 is a clear lead.
struct WishDivision {
  /// A stretch with one wish.
  struct Part {
    var units: Range<Int>
    var verdict: WordEvidence.Verdict
  }

  private let model: UnderstandingModel
  private let reading: MessageReading
  private let evidence: WordEvidence
  private let winners: [Candidate]
  private let candidates: [Candidate]
  /// The units of each piece.
  private let pieces: [Range<Int>]
  /// How each is said; nil if nobody has asked.
  private var manners: [RegionManner?]
  /// What the pieces say, by range of pieces.
  private let verdicts: [WordEvidence.Verdict?]

  private enum Least {
    /// What the second wish of a message says at least, of the whole.
    static let second = 0.25
    /// In more than so many pieces nobody wishes for things one by one, and to look for them all would take its time.
    static let pieces = 16
    /// By how much the wish of a part leads what its words could mean instead.
    static let margin = 0.05
    /// By how much it leads the wish of a neighbor, unless both may be one wish.
    static let distance = 0.8
    /// By how much what the shop does not serve leads, for a part to be none of its business beside others.
    static let outsideLead = 0.4
    /// Longer words in a part for which no pattern speaks.
    static let longWords = 2
    /// By how much a question of fewer leads: «¿y por dónde va la mía?»
    static let briefMargin = 0.35
    /// Words that say something before a cut inside of a clause.
    static let wordsBefore = 2
  }

  private enum Weight {
    /// That the wish of either side leads what else its words could mean there.
    static let margin = 1.6
    /// That it leads the wish of the other side.
    static let distance = 1.0
    /// What it falls short of ``Least/distance``: «cambia la talla, una más» says one thing twice.
    static let likeness = -1.0
    /// That both are still heard in the whole.
    static let whole = 1.25
    /// «además», «otra cosa»
    static let addition = 1.3
    /// «y»
    static let joint = 0.7
    /// That the first is asked with a question mark, or in another way.
    static let question = 1.0
    static let request = 0.45
    /// Told and not asked, where people ask: it leads to the wish.
    static let told = -1.25
    /// «cámbiamela», on either side.
    static let order = 0.6
    /// That a pattern won which says the same as the first side, and on both.
    static let firstWinner = 0.65
    static let bothWinners = 0.8
    /// Each piece: stories are long.
    static let piece = -0.42
    /// What it takes to cut.
    static let cut = -2.1
  }

  /// - Parameters:
  ///   - winners: what the patterns decided.
  ///   - candidates: what they found.
  ///   - isFree: whether a unit may say something; nil for all.
  /// - Returns: nil if the message cannot hold several wishes.
  init?(
    _ model: UnderstandingModel, _ reading: MessageReading, _ said: SaidWords, _ whole: WordEvidence.Verdict,
    winners: [Candidate], candidates: [Candidate], isFree: ((Int) -> Bool)? = nil
  ) {
    guard winners.count > 1 || whole.second.score >= Least.second else { return nil }
    // A region of marks alone («? ¿») says nothing.
    let regions = (0..<reading.regionStart.count - 1).map { reading.units(ofRegions: $0...$0) }
      .filter { $0.contains { !reading.units[$0].skippable } }
    let small = regions.flatMap { Self.pieces(of: $0, reading, model) }
    let pieces = small.count > Least.pieces ? regions : small
    let count = pieces.count
    guard (2...Least.pieces).contains(count) else { return nil }
    self.model = model
    self.reading = reading
    self.winners = winners
    self.candidates = candidates
    self.pieces = pieces
    let evidence = model.evidence.value
    self.evidence = evidence
    verdicts = Self.verdicts(
      pieces.map { units in
        guard let isFree else { return evidence.tally(said, of: units) }
        return evidence.tally(said, of: units.filter(isFree))
      }, evidence, outside: model.outside)
    manners = [RegionManner?](repeating: nil, count: count)
    guard (1..<count).contains(where: { mayBeWish(0..<$0) }), (1..<count).contains(where: { mayBeWish($0..<count) })
    else { return nil }
  }

  /// By start, then by end.
  private static func verdicts(
    _ tallies: [WordEvidence.Tally], _ evidence: WordEvidence, outside: Int?
  ) -> [WordEvidence.Verdict?] {
    var verdicts: [WordEvidence.Verdict?] = []
    verdicts.reserveCapacity(tallies.count * (tallies.count + 1) / 2)
    for start in tallies.indices {
      var sum = tallies[start]
      for last in start..<tallies.count {
        if last > start { sum += tallies[last] }
        verdicts.append(evidence.verdict(on: sum)?.withholding(outside, leadingBy: Least.outsideLead))
      }
    }
    return verdicts
  }

  private func place(of span: Range<Int>) -> Int {
    let (first, count) = (span.lowerBound, pieces.count)
    return first * count - first * (first - 1) / 2 + span.count - 1
  }

  /// The parts in their order; none if the message holds one wish.
  mutating func parts() -> [Part] {
    let count = pieces.count
    // By span: the best sum of the cuts before it, with it as the last part; and the part before it.
    var best = [(sum: Double, before: Range<Int>?)?](repeating: nil, count: verdicts.count)
    for end in 1...count {
      for start in 0..<end {
        let parts = (0..<start).filter { best[place(of: $0..<start)] != nil }
        guard start == 0 || !parts.isEmpty, isWish(start..<end) else { continue }
        let own = place(of: start..<end)
        if start == 0 { best[own] = (0, nil) }
        for first in parts {
          guard let before = best[place(of: first..<start)], let worth = worth(of: first..<start, start..<end),
            worth > 0, before.sum + worth > best[own]?.sum ?? 0
          else { continue }
          best[own] = (before.sum + worth, first..<start)
        }
      }
    }
    let ends = (1..<count).filter { best[place(of: $0..<count)] != nil }
    var last = ends.max { sum(best, $0) < sum(best, $1) }.map { $0..<count }
    var parts: [Part] = []
    while let span = last, let verdict = verdicts[place(of: span)] {
      parts.append(Part(units: units(of: span), verdict: verdict))
      last = best[place(of: span)]?.before
    }
    return parts.reversed()
  }

  private func units(of span: Range<Int>) -> Range<Int> {
    pieces[span.lowerBound].lowerBound..<pieces[span.upperBound - 1].upperBound
  }

  /// A clause, cut before what is wished behind other words.
  private static func pieces(
    of clause: Range<Int>, _ reading: MessageReading, _ model: UnderstandingModel
  ) -> [Range<Int>] {
    var pieces: [Range<Int>] = []
    var start = clause.lowerBound
    for unit in clause where RegionManner.opensWish(unit, reading, model) {
      let cut = opening(of: unit, behind: start, reading)
      guard reading.words(in: start..<cut) >= Least.wordsBefore else { continue }
      pieces.append(start..<cut)
      start = cut
    }
    return pieces + [start..<clause.upperBound]
  }

  /// Where what is wished at `unit` begins: «y no me…» belongs to it.
  private static func opening(of unit: Int, behind start: Int, _ reading: MessageReading) -> Int {
    var opening = unit
    while opening - 1 > start,
      !reading.units[opening - 1].classes.isDisjoint(with: [.clitic, .negator])
        || reading.says(opening - 1, ["y", "e", "si"])
    {
      opening -= 1
    }
    return opening
  }

  private func sum(_ best: [(sum: Double, before: Range<Int>?)?], _ start: Int) -> Double {
    best[place(of: start..<pieces.count)]?.sum ?? 0
  }

  /// Whether the words of a stretch say something that the shop serves.
  private func mayBeWish(_ span: Range<Int>) -> Bool {
    guard let verdict = verdicts[place(of: span)] else { return false }
    return verdict.isInformed && verdict.best.intent != model.outside && verdict.margin >= Least.margin
  }

  /// Whether a stretch says something that the shop serves, by a pattern or with some words of its own and a verb: «y el
  /// dinero a PayPal» is no wish.
  private mutating func isWish(_ span: Range<Int>) -> Bool {
    guard mayBeWish(span), let verdict = verdicts[place(of: span)] else { return false }
    let units = units(of: span)
    let isFound = candidates.contains { $0.isViable && !$0.negated && $0.says(verdict.best.intent, in: units) }
    // «cancelé un pedido»: what a pattern took for done.
    let isReported = candidates.contains {
      !$0.isViable && $0.says(verdict.best.intent, in: units) && model.isReport($0.match, of: $0.intent, in: reading)
    }
    if isReported, !isFound { return false }
    let hasWords =
      verdict.longWords >= Least.longWords
      || verdict.margin >= Least.briefMargin && isSaid(span) { $0.questions && $0.asks }
    guard hasWords || isFound else { return false }
    if isSaid(span, { $0.acts || $0.asks || $0.questions }) { return true }
    // «…, una talla más» is said of what stands before.
    return isFound && (hasWords || isSaid(span, { $0.joins || $0.adds || $0.orders }))
  }

  /// Whether some piece of a stretch is said so.
  private mutating func isSaid(_ span: Range<Int>, _ isSo: (RegionManner) -> Bool) -> Bool {
    for piece in span where isSo(manner(of: piece)) { return true }
    return false
  }

  /// What speaks for a wish in each of two stretches, rather than one in both; nil if both say the same.
  private mutating func worth(of first: Range<Int>, _ second: Range<Int>) -> Double? {
    let both = first.lowerBound..<second.upperBound
    guard let left = verdicts[place(of: first)], let right = verdicts[place(of: second)],
      left.best.intent != right.best.intent, let whole = verdicts[place(of: both)]
    else { return nil }
    let (one, other) = (left.best, right.best)
    let score = { [evidence] (intent: Int, verdict: WordEvidence.Verdict) in
      evidence.score(of: intent, in: verdict) ?? 0
    }
    var worth = Weight.cut + Weight.piece * Double(both.count)
    worth += Weight.margin * min(left.margin, right.margin)
    let distance = min(one.score - score(other.intent, left), other.score - score(one.intent, right))
    worth += Weight.distance * distance + Weight.likeness * max(0, Least.distance - distance)
    worth += Weight.whole * min(score(one.intent, whole), score(other.intent, whole))
    let opening = manner(of: second.lowerBound)
    if opening.adds { worth += Weight.addition }
    if opening.joins { worth += Weight.joint }
    let wish = model.intents[one.intent]
    if isSaid(first, \.questions) {
      worth += Weight.question
    } else if isSaid(first, { $0.requests(wish) }) {
      worth += Weight.request
    } else {
      worth += Weight.told * wish.askedShare
    }
    for side in [first, second] where isSaid(side, \.orders) { worth += Weight.order }
    let hasWon = { [winners] (intent: Int, units: Range<Int>) in winners.contains { $0.says(intent, in: units) } }
    if hasWon(one.intent, units(of: first)) { worth += Weight.firstWinner }
    if hasWon(one.intent, units(of: both)), hasWon(other.intent, units(of: both)) { worth += Weight.bothWinners }
    return worth
  }

  private mutating func manner(of piece: Int) -> RegionManner {
    if let known = manners[piece] { return known }
    let manner = RegionManner(pieces[piece], of: reading, model)
    manners[piece] = manner
    return manner
  }
}

extension Candidate {
  /// Whether it says `intent` from one of the units on.
  fileprivate func says(_ intent: Int, in units: Range<Int>) -> Bool {
    self.intent == intent && units.contains(match.tokens.lowerBound)
  }
}
