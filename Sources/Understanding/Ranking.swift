import Automata
import Spanish
import TextAnalysis

/// From matches to winners.
extension UnderstandingModel {
  /// Every match whose pattern holds in this context as a candidate, best first.
  func candidates(
    in reading: MessageReading, _ context: UnderstandingContext, _ denials: DenialScan?
  ) -> [Candidate] {
    let matches = automaton.matches(in: reading.lattice)
    var candidates: [Candidate] = []
    candidates.reserveCapacity(matches.count)
    // By index: the loop's own copy of a match would be one too many.
    for index in matches.indices {
      if let candidate = candidate(matches[index], in: reading, expectation: context.expectation),
        holds(candidate, in: reading, context)
      {
        candidates.append(candidate)
      }
    }
    candidates.sort { ($0.isViable ? 0 : 1, $0.key) < ($1.isViable ? 0 : 1, $1.key) }
    guard let denials else { return candidates }
    for index in candidates.indices where candidates[index].isViable {
      candidates[index].negated = isNegated(candidates[index], in: reading, denials)
    }
    return candidates
  }

  /// Nil if what the pattern asks for elsewhere in the message is not there.
  private func candidate(
    _ match: consuming PatternMatch, in reading: MessageReading, expectation: Expectation
  ) -> Candidate? {
    let pattern = Int(match.pattern)
    var companion: LatticeEdge?
    if let symbol = patterns[pattern].companion {
      companion = self.companion(symbol, of: match, in: reading)
      if companion == nil { return nil }
    }
    let intent = patterns[pattern].intent
    match.weight += Int(companion?.weight ?? 0)
    match.repairs += Int(companion?.cost ?? 0)
    var first = Int.max
    var last = 0
    var contentWords = companion == nil ? 0 : 1
    var strongest = 0
    // What it would weigh if no word of its own were common: rarity ranks, but a win needs words.
    var firm = match.weight
    for edge in match.edges {
      first = min(first, reading.units[edge.from].region)
      last = max(last, reading.units[edge.to - 1].region)
      strongest = max(strongest, Int(edge.weight))
      let isContent = traits[Int(edge.symbol.raw)].contains(.content)
      if edge.weight >= 3 || isContent { contentWords += 1 }
      if isContent { firm += max(0, Self.firmWord - Int(edge.weight)) }
    }
    if match.edges.isEmpty {
      first = reading.units[match.tokens.lowerBound].region
      last = first
    }
    let regions = min(first, last)...max(first, last)
    let leftover = leftover(of: match, regions: regions, intent: intent, in: reading)
    let expected = isExpected(match, intent: intent, in: reading, expectation: expectation) ? 1 : 0
    let key = RankingKey(
      expected: expected, slots: specificSlots(of: match), weight: max(0, match.weight - handicap(of: intent)),
      gaps: match.gapTokens,
      repairs: match.repairs, leftover: leftover, priority: patterns[pattern].priority, pattern: pattern)
    // In a story without commas only what stands near counts: the rest is another sentence.
    let near = min(
      leftover, self.leftover(of: match, regions: regions, within: Self.nearby, intent: intent, in: reading))
    let total = max(1, match.weight + near)
    let cover = Double(match.weight) / Double(total)
    let explains =
      leftover == 0 && !match.edges.isEmpty
      || ((strongest >= 8 || match.weight >= 10 || contentWords >= 2)
        && Double(firm) >= 0.3 * Double(firm + near))
    let viable = expected == 1 || explains && !isReport(match, of: intent, in: reading)
    let confidence = confidence(cover: cover, match, expected: expected == 1)
    return Candidate(
      match: match, pattern: pattern, intent: intent, key: key, leftover: leftover, regions: regions,
      contentWords: contentWords, isViable: viable, companion: companion, confidence: confidence)
  }

  /// The heaviest reading as `symbol` that shares no word with `match`; one that does adds no weight to it.
  private func companion(_ symbol: SymbolID, of match: PatternMatch, in reading: MessageReading) -> LatticeEdge? {
    var best: LatticeEdge?
    for var edge in reading.lattice.edges where edge.symbol == symbol {
      if match.edges.contains(where: { $0.from < edge.to && edge.from < $0.to }) { edge.weight = 0 }
      if edge.weight >= best?.weight ?? 0 { best = edge }
    }
    return best
  }

  /// How many words on either side of a match are asked whether it explains them.
  private static let nearby = 8

  /// The least that a content word weighs when a match is asked whether it explains enough.
  private static let firmWord = 4

  /// Small talk gives way to a wish that explains nearly as much: «hablar con una persona». A name from elsewhere comes
  /// before our words: «se me olvidó la contraseña de …» is about what is named behind it.
  func handicap(of intent: Int) -> Int {
    if intents[intent].isForeign { return -4 }
    return intents[intent].isSmallTalk ? 2 : 0
  }

  /// 0.4 for a thin cover up to 0.96 for one that leaves nothing over; repairs, gaps and light words take a little.
  private func confidence(cover: Double, _ match: PatternMatch, expected: Bool) -> Double {
    var confidence = 0.4 + 0.56 * cover
    confidence -= min(0.15, 0.02 * Double(match.repairs))
    confidence -= min(0.06, 0.01 * Double(match.gapTokens))
    if match.weight < 6 { confidence -= 0.08 }
    if expected { confidence = max(confidence, 0.95) }
    return (max(0.05, min(0.99, confidence)) * 1000).rounded() / 1000
  }

  /// The weights of what stands in `regions` and is explained neither by the match nor as an entity that the intent takes.
  ///
  /// - Parameter reach: how many units on either side of the match count at most; nil for all.
  private func leftover(
    of match: PatternMatch, regions: ClosedRange<Int>, within reach: Int? = nil, intent: Int, in reading: MessageReading
  ) -> Int {
    var units = reading.units(ofRegions: regions)
    if let reach {
      units = units.clamped(to: max(0, match.tokens.lowerBound - reach)..<match.tokens.upperBound + reach)
    }
    var total = reading.leftover(in: units)
    for edge in match.edges { total -= reading.leftover(in: (edge.from..<edge.to).clamped(to: units)) }
    for capture in match.captures where capture.symbol == nil {
      total -= reading.leftover(in: capture.tokens.clamped(to: units))
    }
    guard total > 0, intents[intent].kinds & reading.entityKinds != 0 else { return max(0, total) }
    for entity in reading.entities where intents[intent].kinds & entity.kind.bit != 0 {
      for unit in reading.units(ofTokens: entity.tokens).clamped(to: units)
      where !match.edges.contains(where: { $0.from <= unit && unit < $0.to }) {
        total -= reading.units[unit].leftover
      }
    }
    return max(0, total)
  }

  private func specificSlots(of match: PatternMatch) -> Int {
    match.captures.count { capture in
      capture.symbol.map { traits[Int($0.raw)].contains(.specificKind) } ?? false
    }
  }

  /// After a question for confirmation, a yes or no that opens the message is the answer to it.
  private func isExpected(
    _ match: PatternMatch, intent: Int, in reading: MessageReading, expectation: Expectation
  ) -> Bool {
    guard expectation.kind == "confirm", ["control.si", "control.no"].contains(intents[intent].id) else { return false }
    let solidBefore = (0..<match.tokens.lowerBound).count { !reading.units[$0].skippable }
    return solidBefore <= 2
  }

  // MARK: winners

  func winners(among candidates: [Candidate], in reading: MessageReading, expectation: Expectation) -> [Candidate] {
    var winners: [Candidate] = []
    for candidate in candidates where candidate.isViable {
      guard !winners.contains(where: { $0.intent == candidate.intent && $0.negated == candidate.negated }) else {
        continue
      }
      if winners.isEmpty || mayJoin(candidate, winners, in: reading) { winners.append(candidate) }
      if winners.count == 5 { break }
    }
    // One alone gives way to nobody.
    guard winners.count > 1 else { return winners }
    winners = withoutSmallTalk(winners, expectation: expectation)
    // The same intent wanted once and denied once («no cancelo; bueno, cancélalo»): both stay, in order.
    return winners.sorted { a, b in
      a.key.expected != b.key.expected
        ? a.key.expected > b.key.expected : a.match.tokens.lowerBound < b.match.tokens.lowerBound
    }
  }

  /// Whether a weaker candidate stands beside the winners: elsewhere in the message, and strong enough on its own.
  private func mayJoin(_ candidate: Candidate, _ winners: [Candidate], in reading: MessageReading) -> Bool {
    guard !winners.contains(where: { $0.overlaps(candidate) }) else { return false }
    if candidate.key.expected == 1 { return true }
    let small = isSmall(candidate)
    let shared = winners.filter { winner in
      winner.regions.overlaps(candidate.regions)
        || winner.companion.map { candidate.regions.contains(reading.units[$0.from].region) } ?? false
    }
    if shared.isEmpty {
      if small || candidate.negated { return true }
      // Beside what is only denied, any wish is the wish.
      if winners.allSatisfy(\.negated), candidate.confidence >= 0.68 { return true }
      // Two questions, each between its own marks: the second needs no more than the first.
      if candidate.confidence >= 0.68, candidate.key.weight >= 5,
        reading.text.text.utf8.count(where: { $0 == UInt8(ascii: "?") }) >= 2
      {
        return true
      }
      return candidate.key.weight >= 9 && candidate.confidence >= 0.68
        || candidate.key.weight >= 7 && candidate.confidence >= 0.8
    }
    // An oath or a feeling in front of a wish keeps nobody from hearing the wish: «joder, quiero hablar con alguien».
    if shared.allSatisfy({ patterns[$0.pattern].priority < 0 }), patterns[candidate.pattern].priority >= 0,
      candidate.key.weight >= 7, candidate.confidence >= 0.6
    {
      return true
    }
    // What is denied beside another wish («ni cancelar ni devolver») is carried out by nobody.
    if small || candidate.negated && candidate.contentWords >= 1 { return true }
    if shared.allSatisfy({ $0.negated != candidate.negated }), candidate.contentWords >= 1 {
      return candidate.key.weight >= 10
    }
    return candidate.contentWords >= 2 && candidate.key.weight >= 18
  }

  /// «hola, quiero cancelar» is a wish to cancel. After a question for confirmation a yes or no stays, and a wish that
  /// only repeats what was asked («sí, cancélalo») goes.
  private func withoutSmallTalk(_ winners: [Candidate], expectation: Expectation) -> [Candidate] {
    if expectation.kind == "confirm", winners.contains(where: { $0.key.expected == 1 }) {
      return winners.filter {
        $0.key.expected == 1 || (!isSmall($0) && ($0.contentWords >= 2 || !$0.match.captures.isEmpty))
      }
    }
    guard winners.contains(where: { !givesWay($0) }) else {
      // Among small talk a greeting gives way to whatever else is said.
      let others = winners.filter { intents[$0.intent].id != "charla.saludo" }
      return others.isEmpty ? winners : others
    }
    return winners.filter { candidate in
      guard givesWay(candidate) else { return true }
      // «no me interesa el cambio» is about the change.
      return Self.steering.contains(intents[candidate.intent].id) && candidate.key.weight >= 8
        && candidate.leftover == 0
    }
  }

  /// Control that stands beside a wish.
  private static let steering: Set<String> = ["control.dejalo", "control.reiniciar", "control.saltar"]

  /// Small talk, and what its author marked with a negative priority: feelings and circumstances («estoy harta», «me he
  /// mudado») that are a wish only if no other is said.
  func givesWay(_ candidate: Candidate) -> Bool {
    isSmall(candidate) || patterns[candidate.pattern].priority < 0 && !candidate.negated
  }

  /// «vivo sin ascensor», «no me devuelve la fianza»: nobody denies wishing for what the shop does not do. It gives way
  /// to a wish, and is what the message is about without one.
  func withoutDeniedOutside(_ winners: [Candidate]) -> [Candidate] {
    guard let denied = winners.firstIndex(where: { $0.negated && $0.intent == outside }) else { return winners }
    var winners = winners
    if winners.count > 1 {
      winners.remove(at: denied)
    } else {
      winners[denied].negated = false
    }
    return winners
  }

  /// Whether it is small talk or control.
  func isSmall(_ candidate: Candidate) -> Bool { intents[candidate.intent].isSmall }

  /// The best candidates of other intents that contend for the first winner's words; their confidence says how close.
  func alternatives(to winners: [Candidate], among candidates: [Candidate]) -> [IntentCandidate] {
    // Few enough to be looked through.
    var taken = winners.map(\.intent)
    var alternatives: [IntentCandidate] = []
    for candidate in candidates where candidate.isViable {
      guard alternatives.count < 3 else { break }
      if taken.contains(candidate.intent) { continue }
      taken.append(candidate.intent)
      var confidence = candidate.confidence
      if let first = winners.first {
        if isSmall(candidate), !isSmall(first) { continue }
        let distance = first.overlaps(candidate) ? first.key.distance(over: candidate.key) : 0.12
        confidence = max(0, min(candidate.confidence, first.confidence - distance))
        if distance < 0.08 { confidence = max(confidence, first.confidence - distance) }
      }
      alternatives.append(IntentCandidate(id: intents[candidate.intent].id, confidence: confidence))
    }
    return alternatives.count > 1 ? alternatives.sorted { $0.confidence > $1.confidence } : alternatives
  }
}
