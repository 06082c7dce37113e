/// One run of an automaton over one message: wake the patterns that can match, run each over the whole message once.
///
/// A pattern's threads from all first tokens run together. At a position those in the same state become one, the best,
/// for what follows is the same for all of them: a pattern takes at most one step per position, state and reading,
/// however its wildcards and gaps begin. A thread deep in a gap dies where one that is less deep scores no worse.
struct MatchSearch {
  private typealias Thread = MatchBuffers.Thread
  private typealias Ending = MatchBuffers.Ending

  private let automaton: PatternAutomaton
  private let needs: PatternNeeds
  private let lattice: Lattice
  var buffers: MatchBuffers
  /// Whether the pattern in hand may not touch some clause of this message.
  private var hasForbidden = false
  private var last = 0
  private(set) var matches: [PatternMatch] = []
  /// Threads made, wakened patterns looked at: the work done, for tests that prove its bound.
  private(set) var steps = 0
  private var isNoting = false
  private var farthest: (weight: Int, atoms: Int, position: Int, state: Int32)?

  init(_ automaton: PatternAutomaton, in lattice: Lattice, buffers: consuming MatchBuffers) {
    self.automaton = automaton
    needs = automaton.needs
    self.lattice = lattice
    self.buffers = buffers
    self.buffers.prepare(for: automaton, lattice: lattice)
  }

  /// Runs every pattern that can match.
  mutating func run() {
    guard lattice.tokenCount > 0 else { return }
    wake()
    for index in buffers.awake.indices {
      let (pattern, lastStart) = buffers.awake[index]
      run(Int(pattern), lastStart: Int(lastStart))
      collect(Int(pattern))
    }
  }

  // MARK: - Waking

  private mutating func wake() {
    for pattern in needs.always { buffers.awake.append((pattern, Int32(lattice.tokenCount))) }
    for edge in lattice.edges.indices {
      let symbol = Int(lattice.edges[edge].symbol.raw)
      guard symbol >= 0, symbol < needs.symbolCount, buffers.firstEdge[symbol] == Int32(edge) else { continue }
      for index in Int(needs.waitingStart[symbol])..<Int(needs.waitingStart[symbol + 1]) {
        let pattern = needs.waiting[index]
        guard buffers.wakenedAt[Int(pattern)] != buffers.message else { continue }
        buffers.wakenedAt[Int(pattern)] = buffers.message
        steps += 1
        let lastStart = lastStart(of: Int(pattern))
        if lastStart >= 0 { buffers.awake.append((pattern, lastStart)) }
      }
    }
    buffers.awake.sort { $0.pattern < $1.pattern }
  }

  /// Where a match of `pattern` can begin at the latest, for it takes a member of every set; -1 if one is not met.
  private mutating func lastStart(of pattern: Int) -> Int32 {
    var least = Int32.max
    // The first set, the one that woke the pattern, is met; of the others the rarest fails soonest.
    let first = Int(needs.needStart[pattern])
    let end = Int(needs.needStart[pattern + 1])
    for place in first..<end {
      let index = place + 1 < end ? place + 1 : first
      let set = Int(needs.sets[index])
      if buffers.lastMemberAt[set] != buffers.message {
        var last: Int32 = -1
        for member in Int(needs.setStart[set])..<Int(needs.setStart[set + 1]) {
          last = max(last, buffers.lastStart(of: needs.members[member]))
        }
        buffers.lastMemberAt[set] = buffers.message
        buffers.lastMember[set] = last
      }
      least = min(least, buffers.lastMember[set])
      if least < 0 { return least }
    }
    return least
  }

  // MARK: - One pattern

  private mutating func run(_ pattern: Int, lastStart: Int) {
    buffers.threads.removeAll(keepingCapacity: true)
    buffers.trail.removeAll(keepingCapacity: true)
    buffers.endings.removeAll(keepingCapacity: true)
    forbid(automaton.patterns[pattern].excluded)
    let base = automaton.stateStart[pattern]
    var first = lattice.tokenCount + 1
    last = 0
    for index in automaton.starts(of: pattern) {
      let arc = automaton.starts[index]
      if arc.label >= 0 {
        var edge = buffers.firstEdge(of: arc.label)
        while edge >= 0 {
          let from = lattice.edges[Int(edge)].from
          if from > lastStart { break }
          if take(arc, edge: Int(edge), after: nil, at: from) { first = min(first, lattice.edges[Int(edge)].to) }
          edge = buffers.nextEdge[Int(edge)]
        }
      } else {
        for token in 0...min(lastStart, lattice.tokenCount - 1) where !lattice.skippable[token] {
          if takeAny(arc, token: token, after: nil, at: token) { first = min(first, token + 1) }
        }
      }
    }
    var position = first
    while position <= last {
      let thread = buffers.waiting[position]
      if thread >= 0 {
        buffers.waiting[position] = -1
        settle(thread, at: position, base: base)
        for index in buffers.live.indices { advance(Int(buffers.live[index]), at: position, base: base) }
      }
      position += 1
    }
  }

  /// Marks the clauses that the pattern must not touch.
  private mutating func forbid(_ excluded: [SymbolID]) {
    hasForbidden = false
    for symbol in excluded {
      var edge = buffers.firstEdge(of: symbol.raw)
      while edge >= 0 {
        if !hasForbidden {
          hasForbidden = true
          buffers.isForbidden.removeAll(keepingCapacity: true)
          for _ in 0...(lattice.clauseOf.last ?? 0) { buffers.isForbidden.append(false) }
        }
        buffers.isForbidden[lattice.clauseOf[lattice.edges[Int(edge)].from]] = true
        edge = buffers.nextEdge[Int(edge)]
      }
    }
  }

  /// Keeps the best thread of every state at `position`, and notes the best match that ends here.
  private mutating func settle(_ newest: Int32, at position: Int, base: Int32) {
    buffers.nextStamp()
    buffers.live.removeAll(keepingCapacity: true)
    var ending = -1
    var index = newest
    while index >= 0 {
      let thread = buffers.threads[Int(index)]
      if thread.isFresh, automaton.accepts[Int(thread.state)] & (1 << buffers.anchors[position].rawValue) != 0 {
        if ending < 0 {
          ending = buffers.endings.count
          buffers.endings.append(
            Ending(start: thread.start, end: Int32(position), score: thread.score, trail: thread.trail))
        } else if isBetter(thread, buffers.endings[ending].score, start: buffers.endings[ending].start) {
          buffers.endings[ending].start = thread.start
          buffers.endings[ending].score = thread.score
          buffers.endings[ending].trail = thread.trail
        }
      }
      let place = Int(thread.state - base) * 2 + (thread.hasCrossed ? 1 : 0)
      if buffers.standingAt[place] != buffers.position {
        buffers.standingAt[place] = buffers.position
        buffers.standing[place] = index
        buffers.live.append(Int32(place))
      } else {
        let standing = buffers.threads[Int(buffers.standing[place])]
        if isBetter(thread, standing.score, start: standing.start) { buffers.standing[place] = index }
      }
      index = thread.next
    }
  }

  private func isBetter(_ thread: Thread, _ score: MatchScore, start: Int32) -> Bool {
    thread.score == score ? thread.start >= start : thread.score.isBetter(than: score)
  }

  /// Whether a thread that can do all that `thread` can, and scores no worse, stands beside it.
  private func isDominated(_ thread: Thread, base: Int32) -> Bool {
    var wider = thread.hasCrossed ? thread.state : automaton.widerGap[Int(thread.state)]
    while wider >= 0 {
      let place = Int(wider - base) * 2
      if buffers.standingAt[place] == buffers.position {
        let other = buffers.threads[Int(buffers.standing[place])]
        if other.score == thread.score ? other.start >= thread.start : other.score.isBetter(than: thread.score) {
          return true
        }
      }
      wider = automaton.widerGap[Int(wider)]
    }
    return false
  }

  private mutating func advance(_ place: Int, at position: Int, base: Int32) {
    let index = Int(buffers.standing[place])
    let thread = buffers.threads[index]
    let arcs = automaton.arcs(of: thread.state)
    if isNoting { note(thread, at: position) }
    guard position < lattice.tokenCount, !arcs.isEmpty, !isDominated(thread, base: base) else { return }
    let stays = automaton.staysInClause[Int(thread.state)]
    let inClause = !thread.hasCrossed && lattice.clauseOf[position] == lattice.clauseOf[position - 1]
    if stays && !inClause { return }
    if lattice.skippable[position] {
      steps += 1
      var waiting = thread
      waiting.isFresh = false
      waiting.hasCrossed = !inClause
      append(waiting, at: position + 1)
    } else {
      for arc in arcs {
        let transition = automaton.transitions[arc]
        // The negative labels stand first.
        guard transition.label < 0 else { break }
        if inClause || transition.label == PatternAutomaton.Transition.wildcardBegin {
          takeAny(transition, token: position, after: thread, at: position)
        }
      }
    }
    for edge in lattice.edgeIndices(from: position) {
      let label = lattice.edges[edge].symbol.raw
      for arc in automaton.arcs(in: arcs, on: label) {
        take(automaton.transitions[arc], edge: edge, after: thread, at: position)
      }
    }
  }

  @discardableResult
  private mutating func take(
    _ arc: PatternAutomaton.Transition, edge index: Int, after thread: Thread?, at position: Int
  ) -> Bool {
    let edge = lattice.edges[index]
    var score = thread?.score ?? .zero
    score.take(edge)
    return push(arc, edge: Int32(index), token: edge.from, score, after: thread, from: position, to: edge.to)
  }

  @discardableResult
  private mutating func takeAny(
    _ arc: PatternAutomaton.Transition, token: Int, after thread: Thread?, at position: Int
  ) -> Bool {
    var score = thread?.score ?? .zero
    if arc.label == PatternAutomaton.Transition.gap { score.passGap() } else { score.passWildcard() }
    return push(arc, edge: arc.label, token: token, score, after: thread, from: position, to: token + 1)
  }

  private mutating func push(
    _ arc: PatternAutomaton.Transition, edge: Int32, token: Int, _ score: MatchScore, after thread: Thread?,
    from position: Int, to end: Int
  ) -> Bool {
    steps += 1
    guard arc.anchors.isSubset(of: buffers.anchors[position]) else { return false }
    if hasForbidden {
      // A thread that is under way has not touched a forbidden clause; it may have stepped over one since.
      let from = thread.map { Int(buffers.trail[Int($0.trail)].token) } ?? token
      for clause in lattice.clauseOf[from]...lattice.clauseOf[end - 1] where buffers.isForbidden[clause] {
        return false
      }
    }
    buffers.trail.append(
      MatchBuffers.TrailStep(previous: thread?.trail ?? -1, edge: edge, slot: arc.slot, token: Int32(token)))
    append(
      Thread(
        state: arc.target, trail: Int32(buffers.trail.count - 1), start: thread?.start ?? Int32(token), next: -1,
        score: score, isFresh: true, hasCrossed: false), at: end)
    return true
  }

  private mutating func append(_ thread: Thread, at position: Int) {
    var thread = thread
    thread.next = buffers.waiting[position]
    buffers.waiting[position] = Int32(buffers.threads.count)
    buffers.threads.append(thread)
    last = max(last, position)
  }

  // MARK: - Matches

  /// Of the endings that overlap the better stays, then the earlier.
  private mutating func collect(_ pattern: Int) {
    guard !buffers.endings.isEmpty else { return }
    let required = automaton.patterns[pattern].required
    if !required.isEmpty {
      buffers.endings = buffers.endings.filter { holds(required, from: Int($0.start), to: Int($0.end)) }
    }
    if buffers.endings.count > 1 {
      buffers.endings.sort { $0.score == $1.score ? $0.start < $1.start : $0.score.isBetter(than: $1.score) }
    }
    let firstMatch = matches.count
    for ending in buffers.endings {
      // The matches of this pattern are apart and in order: only the neighbours can overlap.
      var place = firstMatch
      var high = matches.count
      while place < high {
        let middle = (place + high) / 2
        if matches[middle].tokens.lowerBound < Int(ending.end) { place = middle + 1 } else { high = middle }
      }
      if place > firstMatch, matches[place - 1].tokens.upperBound > Int(ending.start) { continue }
      matches.insert(match(ending, of: pattern), at: place)
    }
  }

  private func holds(_ required: [SymbolID], from start: Int, to end: Int) -> Bool {
    let clauses = lattice.clauseOf[start]...lattice.clauseOf[end - 1]
    return required.allSatisfy { symbol in
      var edge = buffers.firstEdge(of: symbol.raw)
      while edge >= 0 {
        if clauses.contains(lattice.clauseOf[lattice.edges[Int(edge)].from]) { return true }
        edge = buffers.nextEdge[Int(edge)]
      }
      return false
    }
  }

  private func match(_ ending: Ending, of pattern: Int) -> PatternMatch {
    var edges: [LatticeEdge] = []
    var captures: [Capture] = []
    var index = ending.trail
    var end = 0
    while index >= 0 {
      let step = buffers.trail[Int(index)]
      index = step.previous
      if step.edge >= 0 {
        let edge = lattice.edges[Int(step.edge)]
        edges.append(edge)
        if step.slot >= 0 {
          captures.append(Capture(slot: Int(step.slot), tokens: edge.from..<edge.to, symbol: edge.symbol))
        }
      } else if step.edge == PatternAutomaton.Transition.wildcardContinue {
        end = max(end, Int(step.token) + 1)
      } else if step.edge == PatternAutomaton.Transition.wildcardBegin {
        let token = Int(step.token)
        captures.append(Capture(slot: Int(step.slot), tokens: token..<max(end, token + 1), symbol: nil))
        end = 0
      }
    }
    edges.reverse()
    captures.reverse()
    return PatternMatch(
      pattern: automaton.patterns[pattern].id, tokens: Int(ending.start)..<Int(ending.end), captures: captures,
      weight: ending.score.weight, gapTokens: ending.score.gapTokens, repairs: ending.score.repairs, edges: edges)
  }

  // MARK: - Misses

  private mutating func note(_ thread: Thread, at position: Int) {
    var atoms = 0
    var index = thread.trail
    while index >= 0 {
      if buffers.trail[Int(index)].edge >= 0 { atoms += 1 }
      index = buffers.trail[Int(index)].previous
    }
    let weight = thread.score.weight
    if let farthest, (farthest.weight, farthest.atoms, farthest.position) >= (weight, atoms, position) { return }
    farthest = (weight, atoms, position, thread.state)
  }

  /// How far `pattern` came; nil if it matches.
  mutating func nearestMiss(of pattern: Int) -> NearestMiss? {
    isNoting = true
    farthest = nil
    matches = []
    if lattice.tokenCount > 0 {
      run(pattern, lastStart: lattice.tokenCount)
      collect(pattern)
    }
    guard matches.isEmpty else { return nil }
    guard let farthest else {
      let first = automaton.starts(of: pattern).map { automaton.starts[$0].label }.filter { $0 >= 0 }
      return NearestMiss(
        matchedAtoms: 0, matchedWeight: 0, failedAt: 0, expected: Set(first).sorted().map { SymbolID($0) })
    }
    let next = automaton.arcs(of: farthest.state).map { automaton.transitions[$0].label }.filter { $0 >= 0 }
    return NearestMiss(
      matchedAtoms: farthest.atoms, matchedWeight: farthest.weight, failedAt: lattice.nextSolid[farthest.position],
      expected: Set(next).sorted().map { SymbolID($0) })
  }
}
