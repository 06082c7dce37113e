/// One run of an automaton over one message: all threads from one first token, then from the next.
///
/// Threads wait in lists by position, for a reading may cover several tokens. Before a position's threads move on,
/// those in the same state become one, the best: with equal state, position and first token the future is the same.
struct MatchSearch {
  private let automaton: PatternAutomaton
  private let lattice: Lattice
  /// The pattern to run alone; -1 for all.
  private let only: Int32
  private let anchors: [Anchors]

  private var pending: [[Thread]]
  private var lastPending = 0
  private var trail: [TrailStep] = []
  private var candidates: [Candidate] = []
  /// Where in the current list a state's thread stands; valid where `seenAt` has the current stamp.
  private var seenIndex: [Int32]
  private var seenAt: [Int32]
  private var stamp: Int32 = 0
  /// The candidate of a pattern from the current first token; valid from `firstCandidate` on.
  private var candidateOf: [Int32]
  private var firstCandidate = 0
  private var farthest: (atoms: Int, position: Int, state: Int32)?

  /// What makes one match better than another; every part is a sum over the path, so the best prefix is part of
  /// the best match.
  private struct Score {
    var weight: Int32 = 0
    var gapTokens: Int32 = 0
    var repairs: Int32 = 0
    var wildcardTokens: Int32 = 0

    func isBetter(than other: Score) -> Bool {
      if weight != other.weight { return weight > other.weight }
      if gapTokens != other.gapTokens { return gapTokens < other.gapTokens }
      if repairs != other.repairs { return repairs < other.repairs }
      return wildcardTokens > other.wildcardTokens
    }
  }

  private struct Thread {
    var state: Int32
    var trail: Int32
    var score: Score
  }

  /// One step that a thread took, and the index of the step before; -1 for none.
  private struct TrailStep {
    var previous: Int32
    /// The edge taken, or a negative label of `Transition`.
    var edge: Int32
    var slot: Int32
    var token: Int32
  }

  private struct Candidate {
    var pattern: Int32
    var start: Int
    var end: Int
    var score: Score
    var trail: Int32
  }

  init(_ automaton: PatternAutomaton, in lattice: Lattice, only: Int32 = -1) {
    self.automaton = automaton
    self.lattice = lattice
    self.only = only
    anchors = (0...lattice.tokenCount).map { lattice.anchors(at: $0) }
    pending = Array(repeating: [], count: lattice.tokenCount + 1)
    seenIndex = Array(repeating: 0, count: automaton.stateCount)
    seenAt = Array(repeating: 0, count: automaton.stateCount)
    candidateOf = Array(repeating: -1, count: automaton.patterns.count)
  }

  mutating func run() {
    for start in 0..<lattice.tokenCount {
      firstCandidate = candidates.count
      lastPending = start
      seed(at: start)
      var position = start + 1
      while position <= lastPending {
        if !pending[position].isEmpty {
          keepBestPerState(at: position)
          let threads = pending[position]
          pending[position].removeAll(keepingCapacity: true)
          for thread in threads {
            accept(thread, from: start, at: position)
            advance(thread, at: position)
          }
        }
        position += 1
      }
    }
  }

  // MARK: - Moving

  private mutating func seed(at start: Int) {
    for index in lattice.edgeIndices(from: start) {
      for arc in automaton.startArcs(on: lattice.edges[index].symbol) {
        take(automaton.starts[arc], edge: index, after: nil, at: start)
      }
    }
    guard !automaton.anyStarts.isEmpty, !lattice.skippable[start] else { return }
    for arc in automaton.anyStarts { takeAny(arc, token: start, after: nil, at: start) }
  }

  private mutating func advance(_ thread: Thread, at position: Int) {
    let clause = lattice.clauseOf[position - 1]
    let stays = automaton.staysInClause[Int(thread.state)]
    let solid = lattice.nextSolid[position]
    if only >= 0 { note(thread, at: position) }
    for from in position...solid where from < lattice.tokenCount {
      if stays && lattice.clauseOf[from] != clause { break }
      for index in lattice.edgeIndices(from: from) {
        for arc in automaton.arcs(of: thread.state, on: lattice.edges[index].symbol.raw) {
          take(automaton.transitions[arc], edge: index, after: thread, at: position)
        }
      }
    }
    guard solid < lattice.tokenCount else { return }
    let inClause = lattice.clauseOf[solid] == clause
    for arc in automaton.arcs(of: thread.state) {
      let transition = automaton.transitions[arc]
      // The negative labels stand first.
      guard transition.label < 0 else { break }
      if inClause || (transition.label == PatternAutomaton.Transition.wildcardBegin && !stays) {
        takeAny(transition, token: solid, after: thread, at: position)
      }
    }
  }

  private mutating func take(
    _ arc: PatternAutomaton.Transition, edge index: Int, after thread: Thread?, at position: Int
  ) {
    let edge = lattice.edges[index]
    var score = thread?.score ?? Score()
    score.weight += Int32(edge.weight)
    score.repairs += Int32(edge.cost)
    let step = TrailStep(
      previous: thread?.trail ?? -1, edge: Int32(index), slot: arc.slot, token: Int32(edge.from))
    push(arc, step, score, from: position, to: edge.to)
  }

  private mutating func takeAny(_ arc: PatternAutomaton.Transition, token: Int, after thread: Thread?, at position: Int)
  {
    var score = thread?.score ?? Score()
    if arc.label == PatternAutomaton.Transition.gap { score.gapTokens += 1 } else { score.wildcardTokens += 1 }
    let step = TrailStep(previous: thread?.trail ?? -1, edge: arc.label, slot: arc.slot, token: Int32(token))
    push(arc, step, score, from: position, to: token + 1)
  }

  private mutating func push(
    _ arc: PatternAutomaton.Transition, _ step: TrailStep, _ score: Score, from position: Int, to end: Int
  ) {
    guard arc.anchors.isSubset(of: anchors[position]) else { return }
    guard only < 0 || automaton.patternOf[Int(arc.target)] == only else { return }
    trail.append(step)
    pending[end].append(Thread(state: arc.target, trail: Int32(trail.count - 1), score: score))
    lastPending = max(lastPending, end)
  }

  private mutating func keepBestPerState(at position: Int) {
    stamp += 1
    var kept = 0
    for thread in pending[position] {
      let state = Int(thread.state)
      if seenAt[state] != stamp {
        seenAt[state] = stamp
        seenIndex[state] = Int32(kept)
        pending[position][kept] = thread
        kept += 1
      } else if thread.score.isBetter(than: pending[position][Int(seenIndex[state])].score) {
        pending[position][Int(seenIndex[state])] = thread
      }
    }
    pending[position].removeLast(pending[position].count - kept)
  }

  // MARK: - Accepting

  private mutating func accept(_ thread: Thread, from start: Int, at end: Int) {
    guard automaton.accepts[Int(thread.state)] & (1 << anchors[end].rawValue) != 0 else { return }
    let pattern = automaton.patternOf[Int(thread.state)]
    let clauses = lattice.clauseOf[start]...lattice.clauseOf[end - 1]
    let wanted = automaton.patterns[Int(pattern)]
    for symbol in wanted.excluded where lattice.contains(symbol, inClauses: clauses) { return }
    for symbol in wanted.required where !lattice.contains(symbol, inClauses: clauses) { return }
    let candidate = Candidate(pattern: pattern, start: start, end: end, score: thread.score, trail: thread.trail)
    let known = Int(candidateOf[Int(pattern)])
    if known < firstCandidate {
      candidateOf[Int(pattern)] = Int32(candidates.count)
      candidates.append(candidate)
    } else if candidate.score.isBetter(than: candidates[known].score) {
      candidates[known] = candidate
    }
  }

  /// The best of every pattern and region: of two that overlap the better, then the earlier.
  func bestMatches() -> [PatternMatch] {
    let ranked = candidates.sorted { a, b in
      if a.pattern != b.pattern { return a.pattern < b.pattern }
      if a.score.isBetter(than: b.score) { return true }
      if b.score.isBetter(than: a.score) { return false }
      return a.start < b.start
    }
    var chosen: [Candidate] = []
    var firstOfPattern = 0
    for candidate in ranked {
      if let last = chosen.last, last.pattern != candidate.pattern { firstOfPattern = chosen.count }
      let overlaps = chosen[firstOfPattern...].contains { $0.start < candidate.end && candidate.start < $0.end }
      if !overlaps { chosen.append(candidate) }
    }
    return chosen.sorted { ($0.pattern, $0.start) < ($1.pattern, $1.start) }.map(match)
  }

  private func match(_ candidate: Candidate) -> PatternMatch {
    var steps: [TrailStep] = []
    var index = candidate.trail
    while index >= 0 {
      steps.append(trail[Int(index)])
      index = trail[Int(index)].previous
    }
    var edges: [LatticeEdge] = []
    var captures: [Capture] = []
    for step in steps.reversed() {
      if step.edge >= 0 {
        let edge = lattice.edges[Int(step.edge)]
        edges.append(edge)
        if step.slot >= 0 {
          captures.append(Capture(slot: Int(step.slot), tokens: edge.from..<edge.to, symbol: edge.symbol))
        }
      } else if step.edge == PatternAutomaton.Transition.wildcardBegin {
        captures.append(Capture(slot: Int(step.slot), tokens: Int(step.token)..<Int(step.token) + 1, symbol: nil))
      } else if step.edge == PatternAutomaton.Transition.wildcardContinue, let last = captures.indices.last {
        captures[last].tokens = captures[last].tokens.lowerBound..<Int(step.token) + 1
      }
    }
    return PatternMatch(
      pattern: automaton.patterns[Int(candidate.pattern)].id, tokens: candidate.start..<candidate.end,
      captures: captures, weight: Int(candidate.score.weight), gapTokens: Int(candidate.score.gapTokens),
      repairs: Int(candidate.score.repairs), edges: edges)
  }

  // MARK: - Misses

  private mutating func note(_ thread: Thread, at position: Int) {
    var atoms = 0
    var index = thread.trail
    while index >= 0 {
      if trail[Int(index)].edge >= 0 { atoms += 1 }
      index = trail[Int(index)].previous
    }
    if let farthest, (farthest.atoms, farthest.position) >= (atoms, position) { return }
    farthest = (atoms, position, thread.state)
  }

  /// After a run of one pattern alone.
  func nearestMiss() -> NearestMiss? {
    guard candidates.isEmpty else { return nil }
    guard let farthest else {
      let first = automaton.starts.filter { automaton.patternOf[Int($0.target)] == only }.map(\.label)
      return NearestMiss(matchedAtoms: 0, failedAt: 0, expected: Set(first).sorted().map { SymbolID($0) })
    }
    let next = automaton.arcs(of: farthest.state).map { automaton.transitions[$0].label }.filter { $0 >= 0 }
    return NearestMiss(
      matchedAtoms: farthest.atoms, failedAt: lattice.nextSolid[farthest.position],
      expected: Set(next).sorted().map { SymbolID($0) })
  }
}
