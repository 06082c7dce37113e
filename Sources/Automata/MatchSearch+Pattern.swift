// One pattern over the whole message.

extension MatchSearch {
  /// - Parameter lastStart: the last place at which a match can begin.
  mutating func run(_ pattern: Int, lastStart: Int32) {
    threads.removeAll()
    endings.removeAll()
    forbid(for: pattern)
    firstState = Int(tables.patterns[pattern].firstState)
    let start = tables.startState(of: pattern)
    let about = tables.states[start]
    let free = tables.freeArcs(of: start)
    last = 0
    var position = 0
    while position <= tokenCount {
      let here = positions[position]
      if here.waiting >= 0 {
        positions[position].waiting = -1
        advance(here.waiting, at: position)
      }
      if position < tokenCount, here.lattice.solidBefore <= lastStart {
        if !free.isEmpty, !here.lattice.isSkippable { takeAny(free, at: position, inClause: true, after: -1) }
        if about.filter & here.filter != 0 { take(about, at: position, after: -1) }
      } else if position >= last {
        return
      }
      position += 1
    }
  }

  /// Marks the clauses that the pattern must not touch.
  private mutating func forbid(for pattern: Int) {
    hasForbidden = false
    for place in Int(tables.patterns[pattern].firstExcluded)..<Int(tables.patterns[pattern + 1].firstExcluded) {
      let symbol = tables.excluded[place]
      guard holds(symbol) else { continue }
      if !hasForbidden {
        hasForbidden = true
        isForbidden.removeAll()
        for _ in 0...clause(of: tokenCount - 1) { isForbidden.append(false) }
      }
      for index in edges.indices where edges[index].symbol.raw == symbol {
        isForbidden[clause(of: edges[index].from)] = true
      }
    }
  }

  /// Takes the threads that wait at `position`, from `newest` on, further: the best of each state.
  @inline(__always)
  private mutating func advance(_ newest: Int32, at position: Int) {
    if threads[Int(newest)].next < 0 {
      var ending = -1
      end(newest, at: position, &ending)
      return advance(newest, at: position, isAlone: true)
    }
    settle(newest, at: position)
    for index in live.indices {
      advance(standing[Int(live[index])].value, at: position, isAlone: live.count == 1)
    }
  }

  /// Keeps the best thread of every state at `position`, and notes the best match that ends here.
  private mutating func settle(_ newest: Int32, at position: Int) {
    nextStanding()
    live.removeAll()
    var ending = -1
    var index = newest
    while index >= 0 {
      end(index, at: position, &ending)
      let thread = threads[Int(index)]
      let rival = standing[thread.standing]
      if rival.stamp != settled {
        standing[thread.standing] = Stamped(stamp: settled, value: index)
        live.append(Int32(thread.standing))
      } else {
        let other = threads[Int(rival.value)]
        if thread.isBetter(than: other.score, start: other.start) { standing[thread.standing].value = index }
      }
      index = thread.next
    }
  }

  /// Notes that a match ends here, unless that at `ending` is better.
  @inline(__always)
  private mutating func end(_ index: Int32, at position: Int, _ ending: inout Int) {
    let thread = threads[Int(index)]
    let held = UInt8(1) << positions[position].lattice.anchors.rawValue
    guard thread.isFresh, tables.states[firstState + Int(thread.state)].accepts & held != 0 else { return }
    let match = MatchEnding(start: thread.start, end: Int32(position), score: thread.score, thread: index)
    if ending < 0 {
      ending = endings.count
      endings.append(match)
    } else if thread.isBetter(than: endings[ending].score, start: endings[ending].start) {
      endings[ending] = match
    }
  }

  /// Whether a thread that can do all that `thread` can, and scores no worse, stands beside it.
  @inline(__always)
  private func isDominated(_ thread: MatchThread) -> Bool {
    var wider = thread.hasCrossed ? thread.state : tables.states[firstState + Int(thread.state)].widerGap
    while wider != AutomatonTables.State.none {
      let rival = standing[Int(wider) * 2]
      if rival.stamp == settled {
        let other = threads[Int(rival.value)]
        if other.score == thread.score ? other.start >= thread.start : other.score.isBetter(than: thread.score) {
          return true
        }
      }
      wider = tables.states[firstState + Int(wider)].widerGap
    }
    return false
  }

  /// Takes one thread further, unless another one does all that it can.
  private mutating func advance(_ index: Int32, at position: Int, isAlone: Bool) {
    let thread = threads[Int(index)]
    if isNoting { note(index, at: position) }
    let place = firstState + Int(thread.state)
    let state = tables.states[place]
    let free = tables.freeArcs(of: place)
    guard position < tokenCount, state.filter != 0 || !free.isEmpty else { return }
    // Alone nobody is dominated.
    if !isAlone, isDominated(thread) { return }
    let here = positions[position]
    let inClause = !thread.hasCrossed && !here.lattice.beginsClause
    if !inClause && state.staysInClause { return }
    if here.lattice.isSkippable {
      // It waits behind the token.
      var waiting = thread
      waiting.isFresh = false
      waiting.hasCrossed = !inClause
      append(waiting, at: position + 1)
    } else if !free.isEmpty {
      takeAny(free, at: position, inClause: inClause, after: index)
    }
    if state.filter & here.filter != 0 { take(state, at: position, after: index) }
  }

  /// Takes the arcs of gaps and wildcards; into another clause only those of wildcards that begin.
  private mutating func takeAny(_ arcs: Range<Int>, at position: Int, inClause: Bool, after thread: Int32) {
    for place in arcs {
      let arc = tables.freeArcs[place]
      if !inClause && arc.label != PatternAutomaton.Transition.wildcardBegin { continue }
      let gain = arc.label == PatternAutomaton.Transition.gap ? MatchScore.gap : MatchScore.wildcard
      push(arc, taking: Int32(position), gain: gain, after: thread, from: position, to: position + 1)
    }
  }

  /// Takes the arcs of `state` that the edges from `position` on offer.
  private mutating func take(_ state: AutomatonTables.State, at position: Int, after thread: Int32) {
    let arcs = Int(state.firstArc)..<Int(state.arcEnd)
    for index in Int(positions[position].lattice.firstEdge)..<Int(positions[position].edgeEnd) {
      let edge = edges[index]
      let symbol = edge.symbol.raw
      if state.filter & SymbolFilter.bit(of: symbol) == 0 { continue }
      var place = tables.arcs.firstIndex(in: arcs) { $0.label < symbol }
      while place < arcs.upperBound, tables.arcs[place].label == symbol {
        let gain = MatchScore(of: edge)
        push(tables.arcs[place], taking: Int32(index), gain: gain, after: thread, from: position, to: edge.to)
        place += 1
      }
    }
  }

  /// Makes a thread that takes one step more than `thread`, or the first one if that is -1; unless it may not.
  @inline(__always)
  private mutating func push(
    _ arc: AutomatonTables.Arc, taking taken: Int32, gain: MatchScore, after thread: Int32, from position: Int,
    to end: Int
  ) {
    if arc.terms != AutomatonTables.Terms.plain {
      let anchors = tables.terms[Int(arc.terms)].anchors
      guard anchors.isSubset(of: positions[position].lattice.anchors) else { return }
    }
    var pushed = MatchThread(
      score: gain, start: Int32(position), next: -1, previous: thread, label: arc.label, taken: taken,
      state: arc.target, terms: arc.terms)
    if thread >= 0 {
      pushed.start = threads[Int(thread)].start
      pushed.score.add(threads[Int(thread)].score)
    }
    if hasForbidden, touchesForbidden(from: Int(pushed.start), to: end) { return }
    append(pushed, at: end)
  }

  private mutating func touchesForbidden(from start: Int, to end: Int) -> Bool {
    for clause in clause(of: start)...clause(of: end - 1) where isForbidden[clause] { return true }
    return false
  }

  /// Lets a thread wait at `position`; or, if it is in a gap and nothing there goes on, behind the next token, and so on.
  private mutating func append(_ thread: MatchThread, at position: Int) {
    var (thread, position) = (thread, position)
    while true {
      steps += 1
      let place = firstState + Int(thread.state)
      let state = tables.states[place]
      let here = positions[position]
      if state.accepts != 0 || state.filter & here.filter != 0 || here.lattice.isSkippable || isNoting { break }
      let free = tables.freeArcs(of: place)
      if position == tokenCount || free.isEmpty { return }
      let arc = tables.freeArcs[free.lowerBound]
      let isGap = arc.label == PatternAutomaton.Transition.gap && arc.terms == AutomatonTables.Terms.plain
      guard free.count == 1, isGap else { break }
      if thread.hasCrossed || here.lattice.beginsClause { return }
      thread.score.add(.gap)
      thread.state = arc.target
      thread.isFresh = true
      position += 1
    }
    thread.next = positions[position].waiting
    positions[position].waiting = Int32(threads.count)
    threads.append(thread)
    last = max(last, position)
  }
}
