// What a search found, and how far it came where it found nothing.

extension MatchSearch {
  // MARK: - Matches

  /// Of the endings that overlap the better stays, then the earlier.
  mutating func collect(_ pattern: Int) {
    guard !endings.isEmpty else { return }
    let required = Int(tables.patterns[pattern].firstRequired)..<Int(tables.patterns[pattern + 1].firstRequired)
    if endings.count == 1 {
      if holds(required, in: endings[0]) { add(endings[0], of: pattern) }
      return
    }
    var ranked: [MatchEnding] = []
    for index in endings.indices where holds(required, in: endings[index]) { ranked.append(endings[index]) }
    ranked.sort { $0.score == $1.score ? $0.start < $1.start : $0.score.isBetter(than: $1.score) }
    let firstMatch = found.count
    for ending in ranked {
      // The matches of this pattern are apart and in order: only the neighbours can overlap.
      var place = firstMatch
      var high = found.count
      while place < high {
        let middle = (place + high) / 2
        if found[middle].start < ending.end { place = middle + 1 } else { high = middle }
      }
      if place > firstMatch, found[place - 1].end > ending.start { continue }
      add(ending, of: pattern)
      found.moveLast(to: place)
    }
  }

  /// Whether each symbol at `places` of `required` stands in a clause that the match touches.
  private mutating func holds(_ places: Range<Int>, in ending: MatchEnding) -> Bool {
    let clauses = clause(of: Int(ending.start))...clause(of: Int(ending.end) - 1)
    for place in places {
      let symbol = tables.required[place]
      let isThere = edges.indices.contains {
        edges[$0].symbol.raw == symbol && clauses.contains(clause(of: edges[$0].from))
      }
      if !isThere { return false }
    }
    return true
  }

  private mutating func add(_ ending: MatchEnding, of pattern: Int) {
    let (firstEdge, firstCapture) = (taken.count, captured.count)
    var end = 0
    var index = ending.thread
    while index >= 0 {
      let thread = threads[Int(index)]
      let slot = Int(tables.terms[Int(thread.terms)].slot)
      index = thread.previous
      if thread.label >= 0 {
        let edge = edges[Int(thread.taken)]
        taken.append(edge)
        if slot >= 0 { captured.append(Capture(slot: slot, tokens: edge.from..<edge.to, symbol: edge.symbol)) }
      } else if thread.label == PatternAutomaton.Transition.wildcardContinue {
        end = max(end, Int(thread.taken) + 1)
      } else if thread.label == PatternAutomaton.Transition.wildcardBegin {
        let token = Int(thread.taken)
        captured.append(Capture(slot: slot, tokens: token..<max(end, token + 1), symbol: nil))
        end = 0
      }
    }
    taken.reverse(from: firstEdge)
    if captured.count > firstCapture + 1 { captured[firstCapture...].reverse() }
    found.append(
      FoundMatch(
        pattern: Int32(pattern), start: ending.start, end: ending.end, score: ending.score,
        firstEdge: Int32(firstEdge), edgeEnd: Int32(taken.count), firstCapture: Int32(firstCapture),
        captureEnd: Int32(captured.count)))
  }

  /// Makes ready for another message's matches; whoever keeps the last ones has their arrays.
  mutating func forgetMatches() {
    found.removeAll()
    taken.removeAll()
    captured = []
  }

  /// What was found, for those who keep it: all share two arrays.
  func matches() -> [PatternMatch] {
    guard !found.isEmpty else { return [] }
    let taken = taken.elements
    var matches: [PatternMatch] = []
    matches.reserveCapacity(found.count)
    for index in found.indices {
      let one = found[index]
      matches.append(
        PatternMatch(
          pattern: tables.ids[Int(one.pattern)], tokens: Int(one.start)..<Int(one.end),
          captures: captured[Int(one.firstCapture)..<Int(one.captureEnd)],
          weight: one.score.weight, gapTokens: one.score.gapTokens, repairs: one.score.repairs,
          edges: taken[Int(one.firstEdge)..<Int(one.edgeEnd)]))
    }
    return matches
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
    forgetMatches()
    if tokenCount > 0 {
      run(pattern, lastStart: .max)
      collect(pattern)
    }
    guard found.isEmpty else { return nil }
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
