// One pattern over the whole message.

extension MatchSearch {
  mutating func run(_ pattern: Int, lastStart: Int32) {
    threads.removeAll()
    trail.removeAll()
    endings.removeAll()
    forbid(for: pattern)
    firstState = tables.patterns[pattern].firstState
    last = 0
    findStarts(of: pattern)
    var position = tokenCount + 1
    for index in starts.indices { position = min(position, begin(starts[index], lastStart: lastStart)) }
    while position <= last {
      let newest = positions[position].waiting
      if newest >= 0 {
        positions[position].waiting = -1
        settle(newest, at: position)
        for index in live.indices { advance(Int(live[index]), at: position) }
      }
      position += 1
    }
  }

  /// A loop of its own, for most first steps have no symbol of the message.
  private mutating func findStarts(of pattern: Int) {
    starts.removeAll()
    tables.starts.forEach(in: tables.starts(of: pattern)) { arc in
      if arc.label < 0 || holds(arc.label) { starts.append(arc) }
    }
  }

  /// Takes a first step wherever it can be taken, up to the place `lastStart`; returns the first position that it reaches, or one
  /// behind all of them.
  private mutating func begin(_ arc: AutomatonTables.Arc, lastStart: Int32) -> Int {
    var first = tokenCount + 1
    guard arc.label >= 0 else {
      for token in 0..<tokenCount where !positions[token].isSkippable {
        if positions[token].solidBefore > lastStart { break }
        if takeAny(arc, token: token, after: -1) { first = min(first, token + 1) }
      }
      return first
    }
    var index = firstEdge(of: arc.label)
    while index >= 0 {
      let edge = edges[Int(index)]
      if positions[Int(edge.from)].solidBefore > lastStart { break }
      if take(arc, edge: index, after: -1) { first = min(first, Int(edge.to)) }
      index = edge.next
    }
    return first
  }

  /// Marks the clauses that the pattern must not touch.
  private mutating func forbid(for pattern: Int) {
    hasForbidden = false
    for place in Int(tables.patterns[pattern].firstExcluded)..<Int(tables.patterns[pattern + 1].firstExcluded) {
      var index = firstEdge(of: tables.excluded[place])
      while index >= 0 {
        if !hasForbidden {
          hasForbidden = true
          isForbidden.removeAll()
          for _ in 0...clause(of: tokenCount - 1) { isForbidden.append(false) }
        }
        let edge = edges[Int(index)]
        isForbidden[clause(of: Int(edge.from))] = true
        index = edge.next
      }
    }
  }

  /// Keeps the best thread of every state at `position`, and notes the best match that ends here.
  private mutating func settle(_ newest: Int32, at position: Int) {
    nextStanding()
    live.removeAll()
    let held = UInt8(1) << positions[position].anchors.rawValue
    var ending = -1
    var index = newest
    while index >= 0 {
      let thread = threads[Int(index)]
      if thread.isFresh, tables.states[Int(thread.state)].accepts & held != 0 {
        if ending < 0 {
          ending = endings.count
          endings.append(
            MatchEnding(start: thread.start, end: Int32(position), score: thread.score, trail: thread.trail))
        } else if thread.isBetter(than: endings[ending].score, start: endings[ending].start) {
          endings[ending] = MatchEnding(
            start: thread.start, end: Int32(position), score: thread.score, trail: thread.trail)
        }
      }
      let place = Int(thread.state - firstState) * 2 + (thread.hasCrossed ? 1 : 0)
      let rival = standing[place]
      if rival.stamp != settled {
        standing[place] = Stamped(stamp: settled, value: index)
        live.append(Int32(place))
      } else {
        let other = threads[Int(rival.value)]
        if thread.isBetter(than: other.score, start: other.start) { standing[place].value = index }
      }
      index = thread.next
    }
  }

  /// Whether a thread that can do all that `thread` can, and scores no worse, stands beside it.
  @inline(__always)
  private func isDominated(_ thread: MatchThread) -> Bool {
    var wider = thread.hasCrossed ? thread.state : tables.states[Int(thread.state)].widerGap
    while wider >= 0 {
      let rival = standing[Int(wider - firstState) * 2]
      if rival.stamp == settled {
        let other = threads[Int(rival.value)]
        if other.score == thread.score ? other.start >= thread.start : other.score.isBetter(than: thread.score) {
          return true
        }
      }
      wider = tables.states[Int(wider)].widerGap
    }
    return false
  }

  private mutating func advance(_ place: Int, at position: Int) {
    let index = standing[place].value
    let state = threads[Int(index)].state
    let arcs = tables.arcs(of: state)
    if isNoting { note(threads[Int(index)], at: position) }
    let freeArcs = tables.freeArcs(of: state)
    guard position < tokenCount, !arcs.isEmpty || !freeArcs.isEmpty else { return }
    // Alone nobody is dominated.
    if live.count > 1, isDominated(threads[Int(index)]) { return }
    let here = positions[position]
    let inClause = !threads[Int(index)].hasCrossed && Int(here.clause) == clause(of: position - 1)
    if !inClause && tables.states[Int(state)].staysInClause { return }
    if here.isSkippable {
      stepOver(at: position, index, crossing: !inClause)
    } else {
      for place in freeArcs {
        let arc = tables.freeArcs[place]
        if inClause || arc.label == PatternAutomaton.Transition.wildcardBegin {
          takeAny(arc, token: position, after: index)
        }
      }
    }
    for edge in here.firstEdge..<positions[position + 1].firstEdge {
      for place in tables.arcs(in: arcs, on: edges[Int(edge)].symbol) {
        take(tables.arcs[place], edge: edge, after: index)
      }
    }
  }

  /// Lets a thread wait behind a token that may be passed over.
  private mutating func stepOver(at position: Int, _ index: Int32, crossing: Bool) {
    steps += 1
    var waiting = threads[Int(index)]
    waiting.isFresh = false
    waiting.hasCrossed = crossing
    append(waiting, at: position + 1)
  }

  @discardableResult
  private mutating func take(_ arc: AutomatonTables.Arc, edge index: Int32, after thread: Int32) -> Bool {
    let edge = edges[Int(index)]
    return push(arc, edge: index, gain: edge.gain, after: thread, from: Int(edge.from), to: Int(edge.to))
  }

  @discardableResult
  private mutating func takeAny(_ arc: AutomatonTables.Arc, token: Int, after thread: Int32) -> Bool {
    let gain = arc.label == PatternAutomaton.Transition.gap ? MatchScore.gap : MatchScore.wildcard
    return push(arc, edge: arc.label, gain: gain, after: thread, from: token, to: token + 1)
  }

  /// Makes a thread that takes one step more than `thread`, or the first one if that is -1. False if it may not.
  private mutating func push(
    _ arc: AutomatonTables.Arc, edge: Int32, gain: MatchScore, after thread: Int32, from position: Int, to end: Int
  ) -> Bool {
    steps += 1
    let terms = tables.terms[Int(arc.terms)]
    guard terms.anchors.isSubset(of: positions[position].anchors) else { return false }
    if hasForbidden, touchesForbidden(from: position, to: end, after: thread) { return false }
    var pushed = MatchThread(
      state: firstState + Int32(arc.target), trail: Int32(trail.count), start: Int32(position), next: -1, score: gain,
      isFresh: true, hasCrossed: false)
    var previous: Int32 = -1
    if thread >= 0 {
      let former = threads[Int(thread)]
      previous = former.trail
      pushed.start = former.start
      pushed.score.add(former.score)
    }
    trail.append(TrailStep(previous: previous, edge: edge, slot: terms.slot, token: Int32(position)))
    append(pushed, at: end)
    return true
  }

  /// A thread that is under way has not touched a forbidden clause; it may have stepped over one since its last step.
  private mutating func touchesForbidden(from position: Int, to end: Int, after thread: Int32) -> Bool {
    let from = thread >= 0 ? Int(trail[Int(threads[Int(thread)].trail)].token) : position
    for clause in clause(of: from)...clause(of: end - 1) where isForbidden[clause] { return true }
    return false
  }

  private mutating func append(_ thread: MatchThread, at position: Int) {
    var thread = thread
    thread.next = positions[position].waiting
    positions[position].waiting = Int32(threads.count)
    threads.append(thread)
    last = max(last, position)
  }
}
