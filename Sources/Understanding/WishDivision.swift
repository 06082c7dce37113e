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
  private let evidence: WordEvidence
  private let winners: [Candidate]
  /// What some pattern found, whether or not it won.
  private let found: [Candidate]
  /// What they found told as done.
  private let reported: [Candidate]
  /// The units of each piece.
  private let pieces: [Range<Int>]
  /// How each is said.
  private let manners: [RegionManner]
  /// What the pieces say, by range of pieces.
  private let spans: Spans

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
    let evidence = model.evidence.value
    let spans = Spans(
      pieces.map { units in
        guard let isFree else { return evidence.tally(said, of: units) }
        return evidence.tally(said, of: units.filter(isFree))
      }, evidence, outside: model.outside)
    guard (1..<count).contains(where: { Self.mayBeWish(spans[0..<$0], model) }),
      (1..<count).contains(where: { Self.mayBeWish(spans[$0..<count], model) })
    else { return nil }
    self.model = model
    self.evidence = evidence
    self.spans = spans
    self.winners = winners
    found = candidates.filter { $0.isViable && !$0.negated }
    reported = candidates.filter { !$0.isViable && model.isReport($0.match, of: $0.intent, in: reading) }
    self.pieces = pieces
    manners = pieces.map { RegionManner($0, of: reading, model) }
  }

  /// The parts in their order; none if the message holds one wish.
  var parts: [Part] {
    let count = pieces.count
    // By span: the best sum of the cuts before it, with it as the last part; and the part before it.
    var best = [(sum: Double, before: Range<Int>?)?](repeating: nil, count: count * count)
    for end in 1...count {
      for start in 0..<end where isWish(start..<end) {
        let place = spans.place(of: start..<end)
        if start == 0 { best[place] = (0, nil) }
        for first in 0..<start {
          guard let before = best[spans.place(of: first..<start)], let worth = worth(of: first..<start, start..<end),
            worth > 0, before.sum + worth > best[place]?.sum ?? 0
          else { continue }
          best[place] = (before.sum + worth, first..<start)
        }
      }
    }
    let ends = (1..<count).filter { best[spans.place(of: $0..<count)] != nil }
    var last = ends.max { sum(best, $0) < sum(best, $1) }.map { $0..<count }
    var parts: [Part] = []
    while let span = last, let verdict = spans[span] {
      parts.append(Part(units: units(of: span), verdict: verdict))
      last = best[spans.place(of: span)]?.before
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
    best[spans.place(of: start..<pieces.count)]?.sum ?? 0
  }

  /// Whether the words of a stretch say something that the shop serves.
  private static func mayBeWish(_ verdict: WordEvidence.Verdict?, _ model: UnderstandingModel) -> Bool {
    guard let verdict else { return false }
    return verdict.isInformed && verdict.best.intent != model.outside && verdict.margin >= Least.margin
  }

  /// Whether a stretch says something that the shop serves, by a pattern or with some words of its own and a verb: «y el
  /// dinero a PayPal» is no wish.
  private func isWish(_ span: Range<Int>) -> Bool {
    guard let verdict = spans[span], Self.mayBeWish(verdict, model), !isReported(verdict.best.intent, in: span) else {
      return false
    }
    let said = manners[span]
    let isSaid = said.contains { $0.acts || $0.asks || $0.questions }
    let hasWords =
      verdict.longWords >= Least.longWords
      || verdict.margin >= Least.briefMargin && said.contains { $0.questions && $0.asks }
    if isSaid, hasWords { return true }
    // «…, una talla más» is said of what stands before.
    return isFound(verdict.best.intent, in: span, among: found)
      && (isSaid || hasWords || said.contains { $0.joins || $0.adds || $0.orders })
  }

  /// «cancelé un pedido»: what a pattern took for done.
  private func isReported(_ intent: Int, in span: Range<Int>) -> Bool {
    isFound(intent, in: span, among: reported) && !isFound(intent, in: span, among: found)
  }

  private func isFound(_ intent: Int, in span: Range<Int>, among candidates: [Candidate]) -> Bool {
    let units = units(of: span)
    return candidates.contains { $0.intent == intent && units.contains($0.match.tokens.lowerBound) }
  }

  /// What speaks for a wish in each of two stretches, rather than one in both; nil if both say the same.
  private func worth(of first: Range<Int>, _ second: Range<Int>) -> Double? {
    let both = first.lowerBound..<second.upperBound
    guard let left = spans[first], let right = spans[second], let whole = spans[both] else { return nil }
    let (one, other) = (left.best, right.best)
    guard one.intent != other.intent else { return nil }
    let score = { (intent: Int, verdict: WordEvidence.Verdict) in self.evidence.score(of: intent, in: verdict) ?? 0 }
    var worth = Weight.cut + Weight.piece * Double(both.count)
    worth += Weight.margin * min(left.margin, right.margin)
    let distance = min(one.score - score(other.intent, left), other.score - score(one.intent, right))
    worth += Weight.distance * distance + Weight.likeness * max(0, Least.distance - distance)
    worth += Weight.whole * min(score(one.intent, whole), score(other.intent, whole))
    if manners[second.lowerBound].adds { worth += Weight.addition }
    if manners[second.lowerBound].joins { worth += Weight.joint }
    if manners[first].contains(where: \.questions) {
      worth += Weight.question
    } else if manners[first].contains(where: { $0.requests(model.intents[one.intent]) }) {
      worth += Weight.request
    } else {
      worth += Weight.told * model.intents[one.intent].askedShare
    }
    for side in [first, second] where manners[side].contains(where: \.orders) { worth += Weight.order }
    if isFound(one.intent, in: first, among: winners) { worth += Weight.firstWinner }
    if [one, other].allSatisfy({ isFound($0.intent, in: both, among: winners) }) { worth += Weight.bothWinners }
    return worth
  }
}

extension WishDivision {
  /// What every stretch of pieces says.
  private struct Spans {
    private let count: Int
    private var verdicts: [WordEvidence.Verdict?]

    init(_ tallies: [WordEvidence.Tally], _ evidence: WordEvidence, outside: Int?) {
      count = tallies.count
      verdicts = [WordEvidence.Verdict?](repeating: nil, count: count * count)
      for start in 0..<count {
        var sum = tallies[start]
        for last in start..<count {
          if last > start { sum += tallies[last] }
          verdicts[place(of: start..<last + 1)] =
            evidence.verdict(on: sum)?.withholding(outside, leadingBy: Least.outsideLead)
        }
      }
    }

    func place(of span: Range<Int>) -> Int { span.lowerBound * count + span.upperBound - 1 }

    subscript(span: Range<Int>) -> WordEvidence.Verdict? { verdicts[place(of: span)] }
  }
}
