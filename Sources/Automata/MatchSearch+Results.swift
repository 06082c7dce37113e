// What a search found, and how far it came where it found nothing.

extension MatchSearch {
  // MARK: - Matches

  /// Of the endings that overlap the better stays, then the earlier.
  mutating func collect(_ pattern: Int, in lattice: Lattice, into matches: inout [PatternMatch]) {
    guard !endings.isEmpty else { return }
    let required = Int(tables.patterns[pattern].firstRequired)..<Int(tables.patterns[pattern + 1].firstRequired)
    if endings.count == 1 {
      guard holds(required, in: endings[0]) else { return }
      return matches.append(match(endings[0], of: pattern, in: lattice))
    }
    var ranked: [MatchEnding] = []
    for index in endings.indices where holds(required, in: endings[index]) { ranked.append(endings[index]) }
    ranked.sort { $0.score == $1.score ? $0.start < $1.start : $0.score.isBetter(than: $1.score) }
    let firstMatch = matches.count
    for ending in ranked {
      // The matches of this pattern are apart and in order: only the neighbours can overlap.
      var place = firstMatch
      var high = matches.count
      while place < high {
        let middle = (place + high) / 2
        if matches[middle].tokens.lowerBound < Int(ending.end) { place = middle + 1 } else { high = middle }
      }
      if place > firstMatch, matches[place - 1].tokens.upperBound > Int(ending.start) { continue }
      matches.insert(match(ending, of: pattern, in: lattice), at: place)
    }
  }

  /// Whether each symbol at `places` of `required` stands in a clause that the match touches.
  private mutating func holds(_ places: Range<Int>, in ending: MatchEnding) -> Bool {
    let clauses = clause(of: Int(ending.start))...clause(of: Int(ending.end) - 1)
    for place in places {
      let symbol = tables.required[place]
      let isThere = edges.indices.contains {
        edges[$0].symbol == symbol && clauses.contains(clause(of: Int(edges[$0].from)))
      }
      if !isThere { return false }
    }
    return true
  }

  private mutating func match(_ ending: MatchEnding, of pattern: Int, in lattice: Lattice) -> PatternMatch {
    var (edgeCount, captureCount) = (0, 0)
    var index = ending.thread
    while index >= 0 {
      let thread = threads[Int(index)]
      if thread.label >= 0 { edgeCount += 1 }
      if thread.terms != AutomatonTables.Terms.plain { captureCount += 1 }
      index = thread.previous
    }
    var taken: [LatticeEdge] = []
    taken.reserveCapacity(edgeCount)
    var captures: [Capture] = []
    captures.reserveCapacity(captureCount)
    var end = 0
    index = ending.thread
    while index >= 0 {
      let thread = threads[Int(index)]
      let slot = Int(tables.terms[Int(thread.terms)].slot)
      index = thread.previous
      if thread.label >= 0 {
        let edge = lattice.edges[Int(thread.taken)]
        taken.append(edge)
        if slot >= 0 { captures.append(Capture(slot: slot, tokens: edge.from..<edge.to, symbol: edge.symbol)) }
      } else if thread.label == PatternAutomaton.Transition.wildcardContinue {
        end = max(end, Int(thread.taken) + 1)
      } else if thread.label == PatternAutomaton.Transition.wildcardBegin {
        let token = Int(thread.taken)
        captures.append(Capture(slot: slot, tokens: token..<max(end, token + 1), symbol: nil))
        end = 0
      }
    }
    taken.reverse()
    captures.reverse()
    return PatternMatch(
      pattern: tables.ids[pattern], tokens: Int(ending.start)..<Int(ending.end), captures: captures,
      weight: ending.score.weight, gapTokens: ending.score.gapTokens, repairs: ending.score.repairs, edges: taken)
  }

  // MARK: - Misses

  mutating func note(_ index: Int32, at position: Int) {
    let thread = threads[Int(index)]
    var atoms = 0
    var step = index
    while step >= 0 {
      if threads[Int(step)].label >= 0 { atoms += 1 }
      step = threads[Int(step)].previous
    }
    let weight = thread.score.weight
    if let farthest, (farthest.weight, farthest.atoms, farthest.position) >= (weight, atoms, position) { return }
    farthest = FarthestThread(weight: weight, atoms: atoms, position: position, state: firstState + Int(thread.state))
  }

  /// How far `pattern` came; nil if it matches.
  mutating func nearestMiss(of pattern: Int, in lattice: Lattice) -> NearestMiss? {
    prepare(for: lattice)
    isNoting = true
    farthest = nil
    defer { isNoting = false }
    var matches: [PatternMatch] = []
    if tokenCount > 0 {
      run(pattern, lastStart: .max)
      collect(pattern, in: lattice, into: &matches)
    }
    guard matches.isEmpty else { return nil }
    guard let farthest else {
      let first = tables.labels(of: tables.startState(of: pattern))
      return NearestMiss(matchedAtoms: 0, matchedWeight: 0, failedAt: 0, expected: first.map { SymbolID($0) })
    }
    return NearestMiss(
      matchedAtoms: farthest.atoms, matchedWeight: farthest.weight,
      failedAt: Int(lattice.positions[farthest.position].nextSolid),
      expected: tables.labels(of: farthest.state).map { SymbolID($0) })
  }
}

/// The thread that came farthest before its pattern failed.
struct FarthestThread {
  var weight: Int
  var atoms: Int
  var position: Int
  var state: Int
}
