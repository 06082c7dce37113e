import Automata
import Spanish
import TextAnalysis

/// What the words of a message decide beside the patterns, from the authors' sample sentences: where no pattern wins,
/// where one wins that the words speak against, and whether a message holds several wishes or tells on the way to one.
///
/// The thresholds are measured on messages that neither patterns nor samples were written for.
struct EvidenceDecision {
  private let model: UnderstandingModel
  private let reading: MessageReading
  private let evidence: WordEvidence
  private let candidates: [Candidate]
  private let denials: DenialScan?

  private enum Least {
    /// By how much the best intent leads the next, with or without a pattern that wins.
    static let margin = 0.1
    /// The same, beside a denial.
    static let clearMargin = 0.25
    /// How much more it takes to call something not the shop's business that a pattern knows.
    static let outsideLead = 0.15
    /// By how much it leads what the shop does not serve.
    static let distanceFromOutside = 0.2
    /// By how much it leads the intent of a pattern that won: the more, the surer the pattern and the rarer its words.
    static func lead(over winner: Candidate) -> Double {
      let lead = max(0.1, 0.55 * winner.confidence + 0.016 * Double(winner.key.weight) - 0.5)
      // What an author ranked above others needs more to be overruled.
      return winner.key.priority > 0 ? lead + 0.3 : lead
    }
    /// Longer words in what is heard; fewer must be clearer.
    static let longWords = 2
    static let briefMargin = 0.4
    /// So many words are more than a name.
    static let nameWords = 4
    /// What is heard beside an open question, which has the first right to the words.
    static let digressionWords = 3
    static let digressionMargin = 0.4
    /// What the second wish of a message says at least, of the whole.
    static let second = 0.25
    /// In more than so many clauses nobody wishes for things one by one, and to look for them all would take its time.
    static let regions = 16
    /// By how much each of two wishes leads what its words could mean instead.
    static let sideMargin = 0.2
    /// What speaks for two wishes, summed up.
    static let division = 1.45
    /// Which part of what the best intent says another winner says at least, to stay beside it.
    static let share = 0.75
  }

  /// - Parameter candidates: what the patterns found, best first.
  init(
    _ model: UnderstandingModel, _ reading: MessageReading, _ candidates: [Candidate], _ denials: DenialScan?
  ) {
    self.model = model
    self.reading = reading
    self.candidates = candidates
    self.denials = denials
    evidence = model.evidence.value
  }

  /// The winners after the words were heard, and who else may be meant where that is not clear.
  func weighed(_ winners: [Candidate]) -> (winners: [Candidate], rivals: [Candidate]) {
    if let denials, denials.deniesSomething { return (weighed(winners, beside: denials), []) }
    guard !winners.contains(where: isFirm) else { return (winners, []) }
    let whole = 0..<reading.units.count
    guard let verdict = evidence.verdict(on: evidence.tally(model.features(of: whole, in: reading))),
      verdict.isInformed
    else { return (winners, []) }
    if let parts = division(of: verdict, winners) {
      let heard = parts.compactMap { part in
        decide(winners.filter { part.units.contains($0.match.tokens.lowerBound) }, part.verdict, in: part.units).first
      }
      let apart = heard.indices.filter { place in
        !isSmall(heard[place]) && !heard[..<place].contains { $0.intent == heard[place].intent }
      }
      if apart.count > 1 { return (apart.map { heard[$0] }, []) }
    }
    let heard = decide(winners, verdict, in: whole)
    guard let best = heard.first, best.isHeard else { return (heard, []) }
    let rivals = verdict.best.dropFirst().filter { isServed($0, verdict) }.compactMap { other -> Candidate? in
      var rival = candidate(for: other.intent, verdict, in: whole)
      rival?.confidence = max(0, best.confidence - Self.confidence * (verdict.best[0].score - other.score))
      return rival
    }
    return (heard, rivals)
  }

  /// What is said instead of an answer, where neither an answer nor a pattern was found: only what is very clear.
  func digression() -> [Candidate] {
    let units = 0..<reading.units.count
    guard denials?.deniesSomething != true,
      let verdict = evidence.verdict(on: evidence.tally(model.features(of: units, in: reading))), verdict.isInformed,
      verdict.longWords >= Least.digressionWords, verdict.margin >= Least.digressionMargin
    else { return [] }
    return decide([], verdict, in: units)
  }

  /// What is wanted beside something that is not: the words of the denial say nothing for it.
  private func weighed(_ winners: [Candidate], beside denials: DenialScan) -> [Candidate] {
    let denied = winners.filter(\.negated)
    let wanted = winners.filter { !$0.negated }
    let free = denials.freeUnits
    // A pattern that took the words of the denial knows better what they mean.
    guard !wanted.contains(where: { winner in isFirm(winner) || !winner.match.tokens.allSatisfy(free.contains) }),
      let first = free.first, let last = free.last,
      let verdict = evidence.verdict(on: evidence.tally(model.features(of: free, in: reading))), verdict.isInformed,
      verdict.longWords >= Least.longWords, !wanted.isEmpty || verdict.margin >= Least.clearMargin
    else { return winners }
    let heard = decide(wanted, verdict, in: first..<last + 1).filter { heard in
      heard.intent != model.outside && !denied.contains { $0.intent == heard.intent }
    }
    guard !heard.isEmpty else { return winners }
    return (denied + heard).sorted { $0.match.tokens.lowerBound < $1.match.tokens.lowerBound }
  }

  // MARK: one wish

  /// The winners of a stretch that holds one wish.
  private func decide(_ winners: [Candidate], _ verdict: WordEvidence.Verdict, in units: Range<Int>) -> [Candidate] {
    guard let best = verdict.best.first, let heard = candidate(for: best.intent, verdict, in: units) else {
      return winners
    }
    guard !winners.isEmpty else {
      return isServed(best, verdict) && isClear(verdict) && isWording(verdict, units) ? [heard] : []
    }
    guard let strongest = winners.max(by: { score(of: $0, verdict) < score(of: $1, verdict) }) else { return winners }
    // What is told elsewhere on the way to the wish goes; what stands beside it in one clause, or is ordered, stays.
    let kept = winners.filter {
      $0.regions.overlaps(strongest.regions) || score(of: $0, verdict) >= Least.share * best.score
        || model.isOrdered($0, in: reading) || opensWish($0.regions.lowerBound)
    }
    guard
      strongest.intent != best.intent, !model.intents[best.intent].isSmall, best.intent != model.outside || !namesOrder,
      isClear(verdict),
      best.score - score(of: strongest, verdict)
        >= Least.lead(over: strongest) + (best.intent == model.outside ? Least.outsideLead : 0)
    else { return kept }
    return [heard]
  }

  private func isClear(_ verdict: WordEvidence.Verdict) -> Bool {
    verdict.margin >= (verdict.longWords < Least.longWords ? Least.briefMargin : Least.margin)
  }

  private func isSmall(_ candidate: Candidate) -> Bool { model.intents[candidate.intent].isSmall }

  private func score(of winner: Candidate, _ verdict: WordEvidence.Verdict) -> Double {
    evidence.score(of: winner.intent, in: verdict) ?? 0
  }

  private func isServed(_ one: (intent: Int, score: Double), _ verdict: WordEvidence.Verdict) -> Bool {
    guard one.intent != model.outside, !model.intents[one.intent].isControl else { return false }
    let apart = model.outside.flatMap { evidence.score(of: $0, in: verdict) }.map { one.score - $0 }
    return apart.map { $0 >= Least.distanceFromOutside } ?? true
  }

  /// Whom no word can overrule: control and courtesies.
  private func isFirm(_ winner: Candidate) -> Bool {
    model.intents[winner.intent].isControl || model.samplePatterns[winner.intent] == nil
  }

  /// «y saber…», «y dime…»
  private func opensWish(_ region: Int) -> Bool {
    let units = reading.regionStart[region]..<reading.regionStart[region + 1]
    guard let first = units.first, reading.units[first].classes.contains(.joint) else { return false }
    return units.dropFirst().prefix(2).contains {
      reading.units[$0].classes.contains(.tellMe) || says($0, ["saber"])
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

  // MARK: several wishes

  private struct Part {
    var units: Range<Int>
    var verdict: WordEvidence.Verdict
  }

  /// The stretches of a message that hold a wish each; nil if it holds one.
  private func division(of whole: WordEvidence.Verdict, _ winners: [Candidate]) -> [Part]? {
    let regions = reading.regionStart.count - 1
    guard (2...Least.regions).contains(regions),
      winners.count > 1 || whole.best.count > 1 && whole.best[1].score >= Least.second
    else {
      return nil
    }
    let tallies = (0..<regions).map { region in
      evidence.tally(model.features(of: reading.regionStart[region]..<reading.regionStart[region + 1], in: reading))
    }
    let parts = parts(of: 0..<regions, whole, tallies, winners)
    return parts.count > 1 ? parts : nil
  }

  private func parts(
    of regions: Range<Int>, _ verdict: WordEvidence.Verdict, _ tallies: [WordEvidence.Tally], _ winners: [Candidate]
  ) -> [Part] {
    let units = reading.regionStart[regions.lowerBound]..<reading.regionStart[regions.upperBound]
    var best:
      (sum: Double, left: Range<Int>, right: Range<Int>, verdicts: (WordEvidence.Verdict, WordEvidence.Verdict))?
    for boundary in regions.dropFirst() {
      let (left, right) = (regions.lowerBound..<boundary, boundary..<regions.upperBound)
      guard let before = self.verdict(on: left, tallies), let behind = self.verdict(on: right, tallies),
        let first = before.best.first, let second = behind.best.first, first.intent != second.intent,
        first.intent != model.outside, second.intent != model.outside,
        min(before.margin, behind.margin) >= Least.sideMargin,
        isSaid(first.intent, before, in: left, winners), isSaid(second.intent, behind, in: right, winners)
      else { continue }
      let sum = first.score + second.score
      if let best, best.sum >= sum { continue }
      best = (sum, left, right, (before, behind))
    }
    guard let best,
      strength(best.verdicts, of: verdict, at: best.right.lowerBound, in: regions, winners) >= Least.division
    else { return [Part(units: units, verdict: verdict)] }
    return parts(of: best.left, best.verdicts.0, tallies, winners)
      + parts(of: best.right, best.verdicts.1, tallies, winners)
  }

  /// Whether a side holds more than a word of what it means, or a pattern that says the same.
  private func isSaid(
    _ intent: Int, _ verdict: WordEvidence.Verdict, in regions: Range<Int>, _ winners: [Candidate]
  ) -> Bool {
    verdict.longWords >= Least.longWords
      || winners.contains { $0.intent == intent && regions.contains($0.regions.lowerBound) }
  }

  private func verdict(on regions: Range<Int>, _ tallies: [WordEvidence.Tally]) -> WordEvidence.Verdict? {
    var sum = tallies[regions.lowerBound]
    for region in regions.dropFirst() { sum += tallies[region] }
    guard let verdict = evidence.verdict(on: sum), verdict.isInformed else { return nil }
    return verdict
  }

  /// What speaks for a wish on either side of a boundary: that each is clear by itself and still heard in the whole, that
  /// the second is added to the first, that the first is asked or wished; the patterns; and that it is not a long story.
  private func strength(
    _ sides: (WordEvidence.Verdict, WordEvidence.Verdict), of whole: WordEvidence.Verdict, at boundary: Int,
    in regions: Range<Int>, _ winners: [Candidate]
  ) -> Double {
    let intents = [sides.0.best[0].intent, sides.1.best[0].intent]
    var strength = 0.6 * min(sides.0.best[0].score, sides.1.best[0].score)
    strength += 1.4 * min(sides.0.margin, sides.1.margin)
    strength += intents.compactMap { evidence.score(of: $0, in: whole) }.min() ?? 0
    if addsSomething(boundary) { strength += 1.1 }
    if asks(before: boundary, from: regions.lowerBound) {
      strength += 0.9
    } else if wishes(in: regions.lowerBound..<boundary) {
      strength += 0.5
    }
    if refersBack(boundary) { strength -= 0.3 }
    if winners.count == 1 { strength -= 0.7 }
    if winners.count > 1, intents.allSatisfy({ intent in winners.contains { $0.intent == intent } }) { strength += 0.4 }
    return strength - 0.15 * Double(regions.count)
  }

  /// «además», «también», «de paso», «otra cosa»: among the first words behind a boundary.
  private func addsSomething(_ region: Int) -> Bool {
    let units = reading.regionStart[region]..<reading.regionStart[region + 1]
    return units.prefix(6).contains { unit in
      says(unit, Self.additive) || says(unit, Self.other) && says(unit + 1, Self.matters)
        || says(unit, ["de"]) && says(unit + 1, ["paso"]) || says(unit, ["por"]) && says(unit + 1, ["cierto"])
    }
  }

  private static let additive = ["ademas", "tambien", "aparte", "asimismo"]
  private static let other = ["otra", "otro", "lo"]
  private static let matters = ["cosa", "duda", "pregunta", "consulta", "tema", "lado", "parte", "otro"]

  /// «…y quiero devolverlo», «la quiero cambiar»: what stood before is the reason.
  private func refersBack(_ region: Int) -> Bool {
    let units = reading.regionStart[region]..<reading.regionStart[region + 1]
    return units.prefix(6).contains { unit in
      let bytes = reading.bytes(ofUnit: unit)
      let endsInPronoun = Self.pronouns.contains {
        bytes.count > $0.utf8.count + 3 && bytes.suffix($0.utf8.count).elementsEqual($0.utf8)
      }
      return endsInPronoun && VerbForm.isInfinitive(bytes)
        || says(unit, Self.pronouns) && unit + 1 < units.upperBound && reading.units[unit + 1].classes.contains(.want)
    }
  }

  private static let pronouns = ["lo", "la", "los", "las"]

  /// Whether a question ends before a boundary.
  private func asks(before boundary: Int, from first: Int) -> Bool {
    (reading.regionStart[first]..<reading.regionStart[boundary]).contains { unit in
      let token = reading.text.tokens[reading.units[unit].token]
      return token.kind == .punctuation && reading.text.original(token.range).utf8.contains(UInt8(ascii: "?"))
    }
  }

  private func wishes(in regions: Range<Int>) -> Bool {
    (reading.regionStart[regions.lowerBound]..<reading.regionStart[regions.upperBound]).contains { unit in
      !reading.units[unit].classes.isDisjoint(with: [.want, .tellMe]) || says(unit, Self.permissions)
    }
  }

  private static let permissions = ["puedo", "puede", "pueden", "podeis", "podemos", "podria", "podrian", "podriais"]

  private func says(_ unit: Int, _ words: [String]) -> Bool {
    guard reading.units.indices.contains(unit) else { return false }
    let bytes = reading.bytes(ofUnit: unit)
    return words.contains { bytes.elementsEqual($0.utf8) }
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

extension UnderstandingModel {
  /// The words of a stretch as the samples have them, without the greetings before and the thanks behind: one that was
  /// repaired counts as what it was repaired to.
  func features(of units: some BidirectionalCollection<Int>, in reading: MessageReading) -> SampleFeatures {
    let isFrame = { (unit: Int) in
      guard reading.units[unit].isSkipWord else { return reading.units[unit].skippable }
      return !reading.lattice.edges(from: unit).contains {
        self.traits[Int($0.symbol.raw)].contains([.content, .word])
      }
    }
    let said = units.drop(while: isFrame)
    let end = said.lastIndex { !isFrame($0) }.map { said.index(after: $0) } ?? said.startIndex
    var features = SampleFeatures(reserving: said.count)
    var last = -1
    for unit in said[..<end] where reading.units[unit].token != last {
      last = reading.units[unit].token
      let token = reading.text.tokens[last]
      switch token.kind {
      case .number: features.addNumber()
      case .word:
        if reading.units[unit].repaired, let word = repairedWord(of: reading.units[unit], in: reading) {
          features.add(word: word.utf8)
        } else {
          features.add(word: reading.text.foldedBytes[token.folded])
        }
      default: break
      }
    }
    return features
  }

  private func repairedWord(of unit: MessageReading.Unit, in reading: MessageReading) -> String? {
    let readings = reading.readings[Int(unit.readings.lowerBound)..<Int(unit.readings.upperBound)]
    guard let best = readings.min(by: { $0.cost < $1.cost }) else { return nil }
    if best.word >= 0 { return lexicon.words[Int(best.word)] }
    return best.lemma >= 0 ? analyzer.fold(lexicon.lemmas[Int(best.lemma)]) : nil
  }

  /// Which words spoke for an intent that its sample sentences decided, most telling first; for a trace.
  func evidenceLines(for winner: Candidate, in reading: MessageReading) -> [String] {
    guard winner.pattern >= patternCount else { return [] }
    var words: [(word: String, weight: Double)] = []
    for token in reading.tokens(ofUnits: winner.match.tokens) where reading.text.tokens[token].kind == .word {
      var features = SampleFeatures()
      features.add(word: reading.text.foldedBytes[reading.text.tokens[token].folded])
      if let said = features.features.first.flatMap({ evidence.value.weight(of: $0.hash, for: winner.intent) }) {
        words.append((reading.text.folded(token), said))
      }
    }
    return words.sorted { $0.weight > $1.weight }.prefix(6).map { word in
      "    «\(word.word)» \(word.weight > 0 ? "+" : "")\((word.weight * 100).rounded() / 100)"
    }
  }
}
