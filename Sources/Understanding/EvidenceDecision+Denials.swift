import Automata
import Spanish

/// What a denial governs is understood on its own, as if nothing stood beside it: «nada de correos», «no me llaméis».
extension EvidenceDecision {
  /// The winners, with what the message denies: what a pattern found only weakly, or the words name.
  ///
  /// A stretch of which a wanted winner took words is left alone: its pattern knows better what they mean.
  func namingDenied(_ winners: [Candidate], _ denials: DenialScan) -> [Candidate] {
    let wanted = winners.filter { !$0.negated }
    guard !wanted.contains(where: { $0.intent == model.outside }) else { return winners }
    var named = winners
    for stretch in denials.stretches {
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
    if own.count == 1 { return own.first }
    let words = stretch.filter { !denials.frames($0) }
    let verdict = verdict(on: words)
    if let verdict, !own.isEmpty { return own.max { score(of: $0, verdict) < score(of: $1, verdict) } }
    if let known = own.first ?? candidates.first(where: { explains($0, stretch) }) { return negated(known) }
    guard let verdict, denials.saysSomething(stretch) else { return nil }
    let isBare = denials.refusesBare(stretch)
    let isIgnored = { (intent: Int) in intent == model.outside ? isBare : model.intents[intent].isSmall }
    guard let named = verdict.ignoring(isIgnored) else { return nil }
    let isClear = isBare ? named.margin >= Least.bareMargin : isServed(named.best, named) && isClear(named)
    return isClear ? candidate(for: named.best.intent, named, in: stretch).map(negated) : nil
  }

  private func negated(_ candidate: Candidate) -> Candidate {
    var candidate = candidate
    candidate.negated = true
    return candidate
  }

  /// Whether a pattern that found too little to win explains all that the stretch says.
  private func explains(_ candidate: Candidate, _ stretch: Range<Int>) -> Bool {
    guard !model.isSmall(candidate), candidate.intent != model.outside, !candidate.match.edges.isEmpty,
      candidate.match.tokens.clamped(to: stretch) == candidate.match.tokens
    else { return false }
    return stretch.allSatisfy { reading.units[$0].leftover == 0 || candidate.match.tokens.contains($0) }
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

  /// Whether something is named and refused in so many words: «correos no», «nada de llamadas», «los plazos ya los sé».
  func refusesBare(_ stretch: Range<Int>) -> Bool {
    guard let denied = stretch.first(where: { deniedBy[$0] >= 0 }) else { return false }
    let negator = deniedBy[denied]
    if says(negator, "nada") { return true }
    if settles(negator) { return stretch.contains { says($0, "se", "sabemos", "vi", "tengo") } }
    return negator > denied && isNo(negator) && isThing(denied)
  }

  /// Whether more is denied than that one talks: «no pregunto eso», «no digo que no».
  func saysSomething(_ stretch: Range<Int>) -> Bool {
    guard let first = stretch.first(where: { deniedBy[$0] >= 0 }) else { return false }
    // «nada de la licuadora» is no news of it.
    if says(deniedBy[first], "nada"), deniedBy[first] + 2 < first { return false }
    return contents(of: stretch).contains { deniedBy[$0] >= 0 && !isTalking($0) && !frames($0) }
  }

  /// What only carries the denial: «no», «(no) hace falta».
  func frames(_ unit: Int) -> Bool {
    reading.units[unit].classes.contains(.negator) || says(unit, "falta") && says(unit - 1, "hace", "hacen")
      || says(unit, "hace", "hacen") && says(unit + 1, "falta")
  }

  private func continues(_ stretch: Range<Int>, to unit: Int) -> Bool {
    reading.units[stretch.upperBound - 1].clause == reading.units[unit].clause
      && !(stretch.upperBound..<unit).contains { says($0, "o", "u", "y", "e", "ni") }
  }

  /// The pronouns and articles before what is denied belong to it.
  private func opening(of unit: Int) -> Int {
    var start = unit
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
      !says(end, "que", "q", "porque", "solo", "si", "como")
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
