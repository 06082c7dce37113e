/// Compiles pattern trees into the flat arrays of an automaton, one pattern at a time.
///
/// A pattern becomes a graph with epsilon moves between two given nodes (no node of its own for a word, so all
/// alternatives meet in one), then the epsilon moves are folded into arcs, and nodes that continue alike become one
/// state. The graph's only cycle is a wildcard's step from a node to itself, so one pass in depth-first order is enough.
struct AutomatonBuilder {
  private(set) var errors: [AutomatonBuildError] = []
  private(set) var transitions: [PatternAutomaton.Transition] = []
  /// One more stands behind the last state, once all patterns are in.
  private(set) var states: [State] = []
  /// By pattern: its first state; the states of a pattern are neighbors.
  private(set) var stateStart: [Int32] = []
  private(set) var starts: [PatternAutomaton.Transition] = []
  /// `starts[startIndex[p]..<startIndex[p + 1]]` are the first steps of pattern `p`.
  private(set) var startIndex: [Int32] = [0]

  /// What is in the tables, too (``AutomatonTables/State``).
  struct State {
    /// Where its transitions begin; they end where those of the next state begin.
    var first: Int32
    var widerGap: Int32 = -1
    var accepts: UInt8
    var staysInClause: Bool
  }

  init(patterns: [AutomatonPattern]) {
    // More than most have: what is never written to is no memory, what is moved is twice as much.
    transitions.reserveCapacity(patterns.count * 80)
    states.reserveCapacity(patterns.count * 20)
    var graph = PatternGraph()
    var numbering = Numbering()
    for pattern in patterns {
      stateStart.append(Int32(states.count))
      defer { startIndex.append(Int32(starts.count)) }
      graph.clear()
      graph.add(pattern.node, from: PatternGraph.entry, to: PatternGraph.exit)
      if let reason = graph.error ?? graph.emptiness {
        errors.append(AutomatonBuildError(pattern: pattern.id, reason: reason))
        continue
      }
      numbering.clear(nodeCount: graph.nodes.count)
      let first = closure(of: PatternGraph.entry, in: graph, &numbering)
      let starting = starts.count
      for step in first.steps {
        // A gap that nothing anchors on its left never betters the match that starts behind it.
        if step.label == PatternAutomaton.Transition.gap && step.anchors.isEmpty { continue }
        let arc = step.arc(to: number(step.target, in: graph, &numbering))
        if !starts[starting...].contains(arc) { starts.append(arc) }
      }
      starts[starting...].sort { $0.order < $1.order }
      for (node, state) in numbering.states.enumerated() where state >= 0 {
        guard let wider = graph.nodes[node].widerGap, numbering.states[wider] >= 0, numbering.states[wider] != state
        else { continue }
        states[Int(state)].widerGap = max(states[Int(state)].widerGap, numbering.states[wider])
      }
    }
    stateStart.append(Int32(states.count))
    states.append(State(first: Int32(transitions.count), accepts: 0, staysInClause: false))
  }

  /// The first steps of the pattern at `index`.
  func starts(of index: Int) -> ArraySlice<PatternAutomaton.Transition> {
    starts[Int(startIndex[index])..<Int(startIndex[index + 1])]
  }

  func transitions(of state: Int) -> ArraySlice<PatternAutomaton.Transition> {
    transitions[Int(states[state].first)..<Int(states[state + 1].first)]
  }

  /// All transitions of the pattern at `index`, first steps aside.
  func transitions(ofPattern index: Int) -> ArraySlice<PatternAutomaton.Transition> {
    let (first, end) = (states[Int(stateStart[index])].first, states[Int(stateStart[index + 1])].first)
    return transitions[Int(first)..<Int(end)]
  }

  /// What has been numbered of one pattern; its memory is kept for the next one.
  private struct Numbering {
    /// By node: its state; -1 for none yet.
    var states: [Int32] = []
    /// States by the hash of what they do. Two nodes that do the same are one state.
    var known: [UInt64: Int32] = [:]
    /// By node, while one closure is made: the sets of anchors with which it was reached, one bit each.
    var reached: [UInt8] = []
    var touched: [Int] = []
    var pending: [(node: Int, anchors: Anchors)] = []
    var steps: [PatternGraph.Step] = []

    mutating func clear(nodeCount: Int) {
      states.removeAll(keepingCapacity: true)
      states += repeatElement(-1, count: nodeCount)
      reached.removeAll(keepingCapacity: true)
      reached += repeatElement(0, count: nodeCount)
      known.removeAll(keepingCapacity: true)
    }
  }

  private mutating func number(_ node: Int, in graph: PatternGraph, _ numbering: inout Numbering) -> Int32 {
    if numbering.states[node] >= 0 { return numbering.states[node] }
    let closure = closure(of: node, in: graph, &numbering)
    var arcs: [PatternAutomaton.Transition] = []
    arcs.reserveCapacity(closure.steps.count)
    for step in closure.steps {
      arcs.append(step.arc(to: step.target == node ? Self.itself : number(step.target, in: graph, &numbering)))
    }
    if arcs.count > 1 { arcs.sort { $0.order < $1.order } }
    arcs.removeRepetitions()
    let staysInClause = graph.nodes[node].staysInClause
    let hash = Self.hash(arcs, closure.accepts, staysInClause)
    if let state = numbering.known[hash], does(state, arcs, closure.accepts, staysInClause) {
      numbering.states[node] = state
      return state
    }
    let state = Int32(states.count)
    states.append(
      State(first: Int32(transitions.count), accepts: closure.accepts, staysInClause: staysInClause))
    for var arc in arcs {
      if arc.target == Self.itself { arc.target = state }
      transitions.append(arc)
    }
    numbering.states[node] = state
    numbering.known[hash] = state
    return state
  }

  /// The target of a step to the state itself, while it has no number.
  private static var itself: Int32 { -1 }

  private static func hash(_ arcs: [PatternAutomaton.Transition], _ accepts: UInt8, _ staysInClause: Bool) -> UInt64 {
    var hash = UInt64(accepts) << 1 | (staysInClause ? 1 : 0)
    for arc in arcs {
      let order = arc.order
      hash = ((hash ^ order.0) &* 0x9E37_79B9_7F4A_7C15 ^ order.1) &* 0xBF58_476D_1CE4_E5B9
      hash ^= hash >> 29
    }
    return hash
  }

  /// Whether a state, the arcs of which end where those of the next begin, does what these say.
  private func does(
    _ state: Int32, _ arcs: [PatternAutomaton.Transition], _ accepts: UInt8, _ staysInClause: Bool
  ) -> Bool {
    let about = states[Int(state)]
    guard about.accepts == accepts, about.staysInClause == staysInClause else { return false }
    let first = Int(about.first)
    let end = Int(state) + 1 < states.count ? Int(states[Int(state) + 1].first) : transitions.count
    guard end - first == arcs.count else { return false }
    return arcs.indices.allSatisfy { index in
      var arc = transitions[first + index]
      if arc.target == state { arc.target = Self.itself }
      return arc == arcs[index]
    }
  }

  /// The steps that can be taken from `node`, with the anchors passed on the way, and where it accepts. Sorted.
  ///
  private func closure(
    of node: Int, in graph: PatternGraph, _ scratch: inout Numbering
  ) -> (steps: [PatternGraph.Step], accepts: UInt8) {
    scratch.touched.removeAll(keepingCapacity: true)
    scratch.steps.removeAll(keepingCapacity: true)
    scratch.pending.append((node, []))
    var accepts: UInt8 = 0
    while let (node, anchors) = scratch.pending.popLast() {
      let bit = UInt8(1) << anchors.rawValue
      guard scratch.reached[node] & bit == 0 else { continue }
      if scratch.reached[node] == 0 { scratch.touched.append(node) }
      scratch.reached[node] |= bit
      if node == PatternGraph.exit {
        for held in anchors.rawValue..<4 where held & anchors.rawValue == anchors.rawValue {
          accepts |= UInt8(1) << held
        }
      }
      graph.forEachStep(from: node) { step in
        scratch.steps.append(step)
        scratch.steps[scratch.steps.count - 1].anchors = anchors
      }
      graph.forEachJump(from: node) { jump in
        scratch.pending.append((jump.target, anchors.union(jump.anchors)))
      }
    }
    for node in scratch.touched { scratch.reached[node] = 0 }
    if scratch.steps.count > 1 {
      // The steps of a node come last first, and the sort is quick on what is nearly sorted.
      scratch.steps.reverse()
      scratch.steps.sort { $0.order < $1.order }
    }
    // The same step with fewer demands makes the one with more superfluous; it stands before it.
    var kept: [PatternGraph.Step] = []
    kept.reserveCapacity(scratch.steps.count)
    for step in scratch.steps {
      var place = kept.count - 1
      while place >= 0, kept[place].leadsLike(step), !kept[place].anchors.isSubset(of: step.anchors) { place -= 1 }
      if place < 0 || !kept[place].leadsLike(step) { kept.append(step) }
    }
    return (kept, accepts)
  }
}

extension PatternAutomaton.Transition {
  /// By label, then target, slot and anchors.
  fileprivate var order: (UInt64, UInt64) {
    (
      UInt64(UInt32(bitPattern: label) ^ 0x8000_0000) << 32 | UInt64(UInt32(bitPattern: target) ^ 0x8000_0000),
      UInt64(UInt32(bitPattern: slot) ^ 0x8000_0000) << 8 | UInt64(anchors.rawValue)
    )
  }
}

extension PatternGraph.Step {
  /// By target, then label, slot and anchors.
  fileprivate var order: (UInt64, UInt64) {
    (
      UInt64(target) << 32 | UInt64(UInt32(bitPattern: label) ^ 0x8000_0000),
      UInt64(UInt32(bitPattern: slot) ^ 0x8000_0000) << 8 | UInt64(anchors.rawValue)
    )
  }
}

extension [PatternAutomaton.Transition] {
  /// Of a sorted list, leaves each element once.
  fileprivate mutating func removeRepetitions() {
    var kept = 0
    for index in indices where kept == 0 || self[kept - 1] != self[index] {
      if kept < index { self[kept] = self[index] }
      kept += 1
    }
    removeLast(count - kept)
  }
}
