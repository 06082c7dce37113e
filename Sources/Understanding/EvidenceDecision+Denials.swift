import Automata
import Spanish
import TextAnalysis

/// What a denial governs is understood on its own, as if nothing stood beside it: «nada de correos», «no me llaméis».
extension EvidenceDecision {
  /// The winners, with what the message denies: what a pattern found only weakly, or the words name.
  ///
  /// A stretch of which a wanted winner took words is left alone: its pattern knows better what they mean.
  func namingDenied(_ winners: [Candidate], _ denials: DenialScan) -> [Candidate] {
    let wanted = winners.filter { !$0.negated }
    guard !wanted.contains(where: { $0.intent == model.outside }) else { return winners }
    var named = winners
    for stretch in denials.stretches.prefix(Least.stretches) {
      if wanted.contains(where: { !$0.isHeard && $0.match.tokens.overlaps(stretch) }) { continue }
      let own = named.filter { $0.negated && $0.match.tokens.overlaps(stretch) }
      guard let denied = denied(in: stretch, own, denials) else { continue }
      named.removeAll { $0.negated && $0.match.tokens.overlaps(stretch) }
      let isNew = own.isEmpty || denied.isHeard
      if named.contains(where: { $0.intent == denied.intent && ($0.negated || isNew) }) { continue }
      named.append(denied)
    }
    return named.sorted { place(of: $0, denials) < place(of: $1, denials) }
  }

  /// Where a winner is said: what is heard in all that is not denied, where most of that stands.
  private func place(of winner: Candidate, _ denials: DenialScan) -> Int {
    let units = winner.match.tokens
    guard winner.isHeard, !winner.negated else { return units.lowerBound }
    let runs = units.split { denials.deniedBy[$0] >= 0 }
    let said = runs.max {
      reading.words(in: $0.startIndex..<$0.endIndex) < reading.words(in: $1.startIndex..<$1.endIndex)
    }
    return said?.startIndex ?? units.lowerBound
  }

  /// What one denied stretch names; nil if that is not clear.
  ///
  /// - Parameter own: the negated winners of its words.
  private func denied(in stretch: Range<Int>, _ own: [Candidate], _ denials: DenialScan) -> Candidate? {
    guard let best = own.min(by: { $0.key < $1.key }) else { return named(by: stretch, denials) }
    // Of patterns that are about as strong, the words know which is meant.
    let rivals = candidates.filter {
      $0.isViable && $0.negated && $0.match.tokens.overlaps(stretch)
        && $0.key.weight + Least.rivalWeight >= best.key.weight
    }
    guard rivals.contains(where: { $0.intent != best.intent }),
      let verdict = verdict(on: stretch.filter { !denials.frames($0) }),
      let likeliest = rivals.max(by: { score(of: $0, verdict) < score(of: $1, verdict) }),
      score(of: likeliest, verdict) >= score(of: best, verdict) + Least.rivalLead
    else { return best }
    return likeliest
  }

  /// What a stretch asks for as a message of its own, without the word that denies it. Costs as much as a message of its
  /// length; a message has no more than ``Least/stretches`` of them looked at.
  private func named(by stretch: Range<Int>, _ denials: DenialScan) -> Candidate? {
    guard denials.saysSomething(stretch) else { return nil }
    let negator = denials.negator(of: stretch)
    let words = stretch.filter { $0 != negator && !denials.frames($0) && !denials.isTalking($0) }
    // A token of two units is written once.
    let tokens = words.map { reading.units[$0].token }.sortedUnique()
    let text = tokens.map { reading.text.original(reading.text.tokens[$0].range) }
    let context = UnderstandingContext(recognition: context.recognition, facts: context.facts, wares: context.wares)
    let wishes = model.wishes(in: text.joined(separator: " "), context: context)
    guard var named = wishes.first(where: { !model.isSmall($0) && $0.intent != model.outside }),
      !named.isHeard || named.confidence >= Least.namedConfidence
    else { return nil }
    named.match = PatternMatch(
      pattern: named.match.pattern, tokens: stretch, captures: [], weight: 0, gapTokens: 0, repairs: 0, edges: [])
    named.regions = reading.units[stretch.lowerBound].region...reading.units[stretch.upperBound - 1].region
    named.companion = nil
    named.negated = true
    named.isHeard = true
    return named
  }
}

extension UnderstandingModel {
  /// What a part of a message asks for, as if it were all that was said; no denial in it is looked for.
  fileprivate func wishes(in text: String, context: UnderstandingContext) -> [Candidate] {
    let reading = read(text, context: context)
    let candidates = candidates(in: reading, context, nil)
    let winners = winners(among: candidates, in: reading, expectation: context.expectation)
    return EvidenceDecision(self, reading, candidates, winners, nil, context)?.weighed().winners ?? winners
  }
}
