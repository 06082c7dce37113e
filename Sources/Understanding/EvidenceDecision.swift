import Automata
import Spanish
import TextAnalysis

/// What the words of a message decide beside the patterns, from the authors' sample sentences: where no pattern wins,
/// where one wins that the words speak against, and whether a message holds several wishes or tells on the way to one.
///
/// The thresholds are measured on messages that neither patterns nor samples were written for.
struct EvidenceDecision {
  let model: UnderstandingModel
  let reading: MessageReading
  private let evidence: WordEvidence
  private let said: SaidWords
  let candidates: [Candidate]
  private let winners: [Candidate]
  private let denials: DenialScan?
  let context: UnderstandingContext
  private let isAnswer: Bool

  enum Least {
    /// By how much the best intent leads the next, with or without a pattern that wins.
    static let margin = 0.08
    /// The same, beside a denial.
    static let clearMargin = 0.25
    /// How many denials are asked what they name.
    static let stretches = 6
    /// How much lighter another pattern of a denial may be, and how much more its words must say for it.
    static let rivalWeight = 4
    static let rivalLead = 0.3
    /// How much more it takes to call something not the shop's business that a pattern knows.
    static let outsideLead = 0.08
    /// By how much it leads what the shop does not serve.
    static let distanceFromOutside = 0.2
    /// By how much that must lead where a thing is named that this very shop sells.
    static let outsideLeadOverWares = 0.8
    /// How much more it takes to call something the shop's business in which another company is named.
    static let overName = 0.4
    /// By how much it leads the intent of a pattern that won: the more, the surer the pattern and the rarer its words.
    static func lead(over winner: Candidate) -> Double {
      let lead = max(0.1, 0.55 * winner.confidence + 0.016 * Double(winner.key.weight) - 0.45)
      // What an author ranked above others needs more to be overruled.
      return winner.key.priority > 0 ? lead + 0.3 : lead
    }
    /// Longer words in what is heard; fewer must be clearer.
    static let longWords = 2
    static let briefMargin = 0.4
    /// How sure the words alone are of what is denied: «no quiero la silla» could mean many things.
    static let namedConfidence = 0.6
    /// So many words are more than a name.
    static let nameWords = 4
    /// What is heard beside an open question, which has the first right to the words.
    static let digressionWords = 3
    static let digressionMargin = 0.4
    /// How many of an intent's examples ask for it, for one that is told to lead to the wish.
    static let askedShare = 0.7
    /// Which part of what the best intent says another winner says at least, to stay beside it.
    static let share = 0.75
  }

  /// Nil where the words have no say: beside a wish that none can overrule, where a pattern explains all that is said,
  /// and in what answers a question. Then nothing waits for the training either.
  ///
  /// - Parameters:
  ///   - candidates: what the patterns found, best first.
  ///   - context: what the dialogue expects, and what the shop sells.
  init?(
    _ model: UnderstandingModel, _ reading: MessageReading, _ candidates: [Candidate], _ winners: [Candidate],
    _ denials: DenialScan?, _ context: borrowing UnderstandingContext
  ) {
    let kind = context.expectation.kind
    switch kind {
    case nil:
      let hasFirm = winners.contains { !$0.negated && model.isFirm($0, in: reading) }
      guard !hasFirm, !Self.explainsAll(winners, reading, denials) else { return nil }
    case "choice", "confirm": guard winners.isEmpty, denials?.deniesSomething != true else { return nil }
    default: return nil
    }
    self.model = model
    self.reading = reading
    self.candidates = candidates
    self.winners = winners
    self.denials = denials
    self.context = copy context
    isAnswer = kind != nil
    evidence = model.evidence.value
    said = SaidWords(reading, model, evidence)
  }

  /// Whether one pattern leaves nothing over in a message of one clause.
  private static func explainsAll(_ winners: [Candidate], _ reading: MessageReading, _ denials: DenialScan?) -> Bool {
    guard winners.count == 1, let winner = winners.first else { return false }
    return winner.leftover == 0 && !winner.negated && reading.regionStart.count == 2
      && denials?.deniesSomething != true
  }

  /// The winners after the words were heard, and who else may be meant where that is not clear.
  func weighed() -> (winners: [Candidate], rivals: [Candidate]) {
    if isAnswer { return (digression(), []) }
    let (heard, rivals) = heard()
    let wished = withoutReasons(withoutTold(heard))
    guard let denials, denials.deniesSomething else { return (wished, rivals) }
    return (namingDenied(wished, denials), rivals)
  }

  private func heard() -> (winners: [Candidate], rivals: [Candidate]) {
    if let denials, denials.deniesSomething { return (weighed(beside: denials), []) }
    let whole = 0..<reading.units.count
    guard let verdict = verdict(on: whole) else { return (winners, []) }
    let apart = decideApart(verdict)
    if apart.count > 1 { return (apart, []) }
    let heard = decide(winners, verdict, in: whole)
    guard let best = heard.first, best.isHeard else { return (heard, []) }
    let rivals = [verdict.second, verdict.third].compactMap { other -> Candidate? in
      guard let other, isServed(other, verdict) else { return nil }
      var rival = candidate(for: other.intent, verdict, in: whole)
      rival?.confidence = max(0, best.confidence - Self.confidence * (verdict.best.score - other.score))
      return rival
    }
    return (heard, rivals)
  }

  /// What is said instead of an answer, where neither an answer nor a pattern was found: only what is very clear.
  private func digression() -> [Candidate] {
    let whole = 0..<reading.units.count
    guard let verdict = verdict(on: whole), verdict.longWords >= Least.digressionWords,
      verdict.margin >= Least.digressionMargin
    else { return [] }
    return decide([], verdict, in: whole)
  }

  /// What is wanted beside something that is not: the words of the denial say nothing for it.
  private func weighed(beside denials: DenialScan) -> [Candidate] {
    let denied = winners.filter(\.negated)
    let wanted = winners.filter { !$0.negated }
    let free = denials.freeUnits
    let tally = evidence.tally(said, of: free)
    let verdict = verdict(on: tally)
    if !wanted.isEmpty, let outside = foreign(wanted, beside: verdict) { return [outside] }
    // A pattern that took the words of the denial knows better what they mean.
    guard wanted.allSatisfy({ $0.match.tokens.allSatisfy(free.contains) }),
      let first = free.first, let last = free.last
    else { return winners }
    let isNew = { (heard: Candidate) in
      heard.intent != model.outside && !model.isSmall(heard) && !denied.contains { $0.intent == heard.intent }
    }
    var heard: [Candidate] = []
    if let verdict, isHeard(verdict, beside: wanted, free: free) {
      let apart = decideApart(verdict, isFree: free.contains).filter(isNew)
      heard = apart.count > 1 ? apart : decide(wanted, verdict, in: first..<last + 1).filter(isNew)
    }
    if heard.isEmpty, wanted.isEmpty, tally.longWords >= Least.longWords {
      heard = ofTopic(of: denials, denied, free: free).filter(isNew)
    }
    guard !heard.isEmpty else { return winners }
    return (denied + heard).sorted { $0.match.tokens.lowerBound < $1.match.tokens.lowerBound }
  }

  /// Whether the words beside a denial have a say: more of them, or clearer ones, than where nothing is denied, unless a
  /// pattern says the same.
  private func isHeard(_ verdict: WordEvidence.Verdict, beside wanted: [Candidate], free: [Int]) -> Bool {
    guard wanted.isEmpty else { return verdict.longWords >= Least.longWords }
    guard verdict.longWords >= Least.longWords else { return verdict.margin >= Least.briefMargin }
    return verdict.margin >= Least.clearMargin
      || candidates.contains {
        $0.isViable && !$0.negated && $0.intent == verdict.best.intent && $0.match.tokens.allSatisfy(free.contains)
      }
  }

  /// «no quiero darme de baja de Prime, solo saber qué incluye»: what is asked beside a denial is about the same thing.
  private func ofTopic(of denials: DenialScan, _ denied: [Candidate], free: [Int]) -> [Candidate] {
    guard !denied.isEmpty, let first = free.first, let last = free.last,
      free.contains(where: { asks(at: $0) }) || reading.asks(first..<last + 1)
    else { return [] }
    let all = reading.units.indices.filter { denials.deniedBy[$0] >= 0 }
    let things = all.filter { denials.isThing($0) || denials.verb($0) == nil }
    let isDenied = { (intent: Int) in denied.contains { $0.intent == intent } }
    for topic in [things, all] {
      guard let verdict = verdict(on: (free + topic).sorted())?.ignoring(isDenied) else { continue }
      let heard = decide([], verdict, in: first..<last + 1)
      if !heard.isEmpty { return heard }
    }
    return []
  }

  /// «quiero», «dime», «solo pregunto»
  private func asks(at unit: Int) -> Bool {
    RegionManner.opensWish(unit, reading, model)
      || reading.says(
        unit, ["pregunto", "preguntar", "preguntaros", "preguntarles", "consultar", "averiguo", "consulto"])
  }

  /// What is no business of the shop, if the whole message says so against a wish that a pattern found in it, and so
  /// does what is not denied (`free`) by itself.
  private func foreign(_ wanted: [Candidate], beside free: WordEvidence.Verdict?) -> Candidate? {
    let whole = 0..<reading.units.count
    guard let verdict = verdict(on: whole), verdict.best.intent == model.outside, let free,
      decide(wanted, free, in: whole).contains(where: { $0.intent == model.outside })
    else { return nil }
    return decide(wanted, verdict, in: whole).first { $0.intent == model.outside }
  }

  /// What a stretch says; nil if too few of its words are known for that to mean something.
  func verdict(on units: some BidirectionalCollection<Int>) -> WordEvidence.Verdict? {
    verdict(on: evidence.tally(said, of: units))
  }

  private func verdict(on tally: WordEvidence.Tally) -> WordEvidence.Verdict? {
    guard let verdict = evidence.verdict(on: tally), verdict.isInformed else { return nil }
    guard verdict.best.intent == model.outside, namesWare else { return verdict }
    return verdict.withholding(model.outside, leadingBy: Least.outsideLeadOverWares)
  }

  // MARK: several wishes

  /// The winner of each part of a message that holds several wishes, small talk aside; fewer than two if it does not.
  private func decideApart(_ verdict: WordEvidence.Verdict, isFree: ((Int) -> Bool)? = nil) -> [Candidate] {
    let wanted = winners.filter { !$0.negated }
    var division = WishDivision(
      model, reading, said, verdict, winners: wanted, candidates: candidates, isFree: isFree)
    guard let parts = division?.parts(), parts.count > 1 else { return [] }
    var apart: [Candidate] = []
    for part in parts {
      var units = part.units
      if let isFree, let first = units.first(where: isFree), let last = units.last(where: isFree) {
        units = first..<last + 1
      }
      var own = wanted.filter { units.contains($0.home) }
      // What lost against a winner elsewhere wins here.
      if own.isEmpty, let best = candidates.first(where: { mayWin($0, in: units) }) { own = [best] }
      guard let heard = decide(own, part.verdict, in: units).first, !model.isSmall(heard),
        !model.givesWay(heard) || part.verdict.margin >= Least.briefMargin,
        !apart.contains(where: { $0.intent == heard.intent })
      else { continue }
      apart.append(heard)
    }
    return apart
  }

  private func mayWin(_ candidate: Candidate, in units: Range<Int>) -> Bool {
    candidate.isViable && !candidate.negated && !model.isSmall(candidate)
      && candidate.match.tokens.clamped(to: units) == candidate.match.tokens
  }

  /// «ayer cancelé un pedido, ¿me devolvéis el dinero?»: what people ask for, and is told here, leads to the wish.
  private func withoutTold(_ winners: [Candidate]) -> [Candidate] {
    guard let first = winners.first(where: { !$0.negated }),
      winners.contains(where: { !$0.negated && $0.regions != first.regions })
    else { return winners }
    let isTold = winners.map { winner in
      let intent = model.intents[winner.intent]
      let manners = winner.regions.map { RegionManner($0, of: reading, model) }
      return intent.askedShare >= Least.askedShare && manners.contains(where: \.tells)
        && !manners.contains { $0.requests(intent) }
    }
    guard zip(winners, isTold).contains(where: { !$0.negated && !$1 }) else { return winners }
    return zip(winners, isTold).filter { $0.negated || !$1 }.map(\.0)
  }

  // MARK: one wish

  /// The winners of a stretch that holds one wish.
  private func decide(_ winners: [Candidate], _ verdict: WordEvidence.Verdict, in units: Range<Int>) -> [Candidate] {
    let best = verdict.best
    guard let strongest = winners.max(by: { score(of: $0, verdict) < score(of: $1, verdict) }) else {
      guard isServed(best, verdict), isClear(verdict), isWording(verdict, units) else { return [] }
      return candidate(for: best.intent, verdict, in: units).map { [$0] } ?? []
    }
    if strongest.intent == model.outside, strongest.intent == best.intent, !namesOrder, isClear(verdict) {
      return [strongest]
    }
    // What is told elsewhere on the way to the wish goes; what stands beside it in one clause, or is ordered, stays.
    let kept = winners.filter {
      $0.regions.overlaps(strongest.regions) || score(of: $0, verdict) >= Least.share * best.score
        || model.isOrdered($0, in: reading) || opensWish($0.regions.lowerBound)
    }
    guard
      strongest.intent != best.intent, !model.intents[best.intent].isSmall, best.intent != model.outside || !namesOrder,
      isClear(verdict),
      best.score - score(of: strongest, verdict) >= lead(of: best.intent, over: strongest),
      let heard = candidate(for: best.intent, verdict, in: units)
    else { return kept }
    return [heard]
  }

  /// By how much an intent must lead the winner of a pattern to overrule it.
  private func lead(of intent: Int, over winner: Candidate) -> Double {
    var lead = Least.lead(over: winner)
    if intent == model.outside { lead += Least.outsideLead }
    let isNamed = winner.match.edges.contains { model.names.symbols.contains($0.symbol) }
    return winner.intent == model.outside && isNamed ? lead + Least.overName : lead
  }

  private func isClear(_ verdict: WordEvidence.Verdict) -> Bool {
    verdict.margin >= (verdict.longWords < Least.longWords ? Least.briefMargin : Least.margin)
  }

  func score(of winner: Candidate, _ verdict: WordEvidence.Verdict) -> Double {
    evidence.score(of: winner.intent, in: verdict) ?? 0
  }

  private func isServed(_ one: WordEvidence.Verdict.Ranked, _ verdict: WordEvidence.Verdict) -> Bool {
    guard one.intent != model.outside, !model.intents[one.intent].isControl else { return false }
    let apart = model.outside.flatMap { evidence.score(of: $0, in: verdict) }.map { one.score - $0 }
    return apart.map { $0 >= Least.distanceFromOutside } ?? true
  }

  /// «y saber…», «y dime…»
  private func opensWish(_ region: Int) -> Bool {
    let units = reading.units(ofRegions: region...region)
    guard let first = units.first, reading.units[first].classes.contains(.joint) else { return false }
    return units.dropFirst().prefix(2).contains {
      reading.units[$0].classes.contains(.tellMe) || reading.says($0, ["saber"])
    }
  }

  /// Names of people are no wish: a few words of which the content knows none. Nor is what is repaired from end to end.
  private func isWording(_ verdict: WordEvidence.Verdict, _ units: Range<Int>) -> Bool {
    guard reading.foreignWords * 2 <= verdict.words else { return false }
    return verdict.words >= Least.nameWords
      || reading.lattice.edges.contains {
        units.contains($0.from) && model.traits[Int($0.symbol.raw)].contains([.content, .word])
      }
  }

  /// Who tells an order's number is in the right place.
  private var namesOrder: Bool { reading.entities.contains { $0.kind == .orderNumber } }

  /// Who names what the shop sells may be, too.
  private var namesWare: Bool {
    !context.wares.isEmpty && reading.units.indices.contains { context.wares.contains(reading.bytes(ofUnit: $0)) }
  }

  // MARK: candidates

  /// What a lead of 1 adds to the confidence.
  private static let confidence = 0.3

  private func candidate(for intent: Int, _ verdict: WordEvidence.Verdict, in units: Range<Int>) -> Candidate? {
    guard let pattern = model.samplePatterns[intent], let first = units.first, let last = units.last else { return nil }
    // From 0.5 for a hair's breadth to 0.8 where the words leave no doubt.
    let confidence = ((0.5 + Self.confidence * min(1, verdict.margin)) * 1000).rounded() / 1000
    // A pattern of the same intent knows what its words are: a value, a product, a reason.
    if var known = candidates.first(where: {
      $0.intent == intent && !$0.negated && units.contains($0.match.tokens.lowerBound)
    }) {
      known.confidence = max(confidence, known.confidence)
      known.isHeard = true
      return known
    }
    let match = PatternMatch(
      pattern: PatternID(pattern), tokens: units, captures: [], weight: 0, gapTokens: 0, repairs: 0, edges: [])
    let key = RankingKey(
      expected: 0, slots: 0, weight: 0, gaps: 0, repairs: 0, leftover: 0, priority: 0, pattern: pattern)
    return Candidate(
      match: match, pattern: pattern, intent: intent, key: key, leftover: 0,
      regions: reading.units[first].region...reading.units[last].region, contentWords: verdict.knownWords,
      isViable: true, confidence: confidence, isHeard: true)
  }
}
