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

  /// What a stretch asks for as a message of its own, without the word that denies it.
  private func named(by stretch: Range<Int>, _ denials: DenialScan) -> Candidate? {
    guard denials.saysSomething(stretch) else { return nil }
    let negator = denials.negator(of: stretch)
    let words = stretch.filter { $0 != negator && !denials.frames($0) && !denials.isTalking($0) }
    let text = words.map { reading.text.original(reading.text.tokens[reading.units[$0].token].range) }
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
    let candidates = candidates(in: reading, expectation: context.expectation, nil)
      .filter { holds($0, in: reading, context) }
    let winners = winners(among: candidates, in: reading, expectation: context.expectation)
    return EvidenceDecision(self, reading, candidates, winners, nil, context)?.weighed().winners ?? winners
  }
}

extension DenialScan {
  /// What each denial governs, with the small words around it, in the order of the message: two where «o» or a mark
  /// stands between.
  var stretches: [Range<Int>] {
    var stretches: [Range<Int>] = []
    var last = -1
    for unit in deniedBy.indices where deniedBy[unit] >= 0 && !lacks(unit) {
      if deniedBy[unit] == last, let open = stretches.last, continues(open, to: unit) {
        stretches[stretches.count - 1] = open.lowerBound..<unit + 1
      } else {
        stretches.append(opening(of: unit)..<unit + 1)
      }
      last = deniedBy[unit]
    }
    return stretches.indices.map { index in
      let next = index + 1 < stretches.count ? stretches[index + 1].lowerBound : deniedBy.count
      return stretches[index].lowerBound..<ending(of: stretches[index], before: next)
    }
  }

  /// The word that denies what a stretch names; -1 for none.
  func negator(of stretch: Range<Int>) -> Int {
    stretch.first { deniedBy[$0] >= 0 }.map { deniedBy[$0] } ?? -1
  }

  /// Whether more is denied than that one talks: «no pregunto eso», «no digo que no».
  func saysSomething(_ stretch: Range<Int>) -> Bool {
    guard let first = stretch.first(where: { deniedBy[$0] >= 0 }) else { return false }
    // «nada de la licuadora» is no news of it.
    if says(deniedBy[first], ["nada"]), deniedBy[first] + 2 < first { return false }
    return contents(of: stretch).contains { deniedBy[$0] >= 0 && !isTalking($0) && !frames($0) }
  }

  /// «(no) hace falta»
  func frames(_ unit: Int) -> Bool {
    says(unit, ["falta"]) && says(unit - 1, ["hace", "hacen"])
      || says(unit, ["hace", "hacen"]) && says(unit + 1, ["falta"])
  }

  private func continues(_ stretch: Range<Int>, to unit: Int) -> Bool {
    reading.units[stretch.upperBound - 1].clause == reading.units[unit].clause
      && !(stretch.upperBound..<unit).contains { says($0, ["o", "u", "y", "e", "ni"]) }
  }

  /// The pronouns and articles before what is denied belong to it.
  private func opening(of unit: Int) -> Int {
    var start = unit
    // «nada de correos»
    if says(unit - 1, ["de"]), unit > 1, reading.units[unit - 2].classes.contains(.instead) { return start }
    while start > 0, isSmall(start - 1), deniedBy[start - 1] < 0, start - 1 != deniedBy[unit],
      reading.units[start - 1].clause == reading.units[unit].clause
    {
      start -= 1
    }
    return start
  }

  private func ending(of stretch: Range<Int>, before next: Int) -> Int {
    var end = stretch.upperBound
    while end < next, isSmall(end), reading.units[end].clause == reading.units[end - 1].clause,
      !says(end, ["que", "q", "porque", "solo", "si", "como"])
    {
      end += 1
    }
    return end
  }

  private func isSmall(_ unit: Int) -> Bool {
    let classes = reading.units[unit].classes
    return !classes.isDisjoint(with: [.function, .clitic, .determiner]) && classes.isDisjoint(with: [.joint, .negator])
  }
}
