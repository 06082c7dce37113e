/// Compiles pattern trees into the flat arrays of an automaton, one pattern at a time.
///
/// A pattern becomes a graph with epsilon moves between two given nodes (no node of its own for a word, so all
/// alternatives meet in one), then the epsilon moves are folded into arcs, and nodes that continue alike become one
/// state. The graph's only cycle is a wildcard's step from a node to itself, so one pass in depth-first order is enough.
struct AutomatonBuilder {
  private(set) var errors: [AutomatonBuildError] = []
  private(set) var transitions: [PatternAutomaton.Transition] = []
  /// One more stands behind the last state, once all patterns are in.
  private(set) var states: [AutomatonTables.State] = []
  /// By pattern: its first state; the states of a pattern are neighbors.
  private(set) var stateStart: [Int32] = []
  private(set) var starts: [PatternAutomaton.Transition] = []
  /// `starts[startIndex[p]..<startIndex[p + 1]]` are the first steps of pattern `p`.
  private(set) var startIndex: [Int32] = [0]

  init(patterns: [AutomatonPattern]) {
    for pattern in patterns {
      stateStart.append(Int32(states.count))
      defer { startIndex.append(Int32(starts.count)) }
      var graph = PatternGraph()
      graph.add(pattern.node, from: PatternGraph.entry, to: PatternGraph.exit)
      if let reason = graph.error ?? graph.emptiness {
        errors.append(AutomatonBuildError(pattern: pattern.id, reason: reason))
        continue
      }
      var numbering = Numbering(nodeCount: graph.nodes.count)
      let first = closure(of: PatternGraph.entry, in: graph, &numbering.reached)
      let starting = starts.count
      for step in first.steps {
        // A gap that nothing anchors on its left never betters the match that starts behind it.
        if step.label == PatternAutomaton.Transition.gap && step.anchors.isEmpty { continue }
        let arc = step.arc(to: number(step.target, in: graph, &numbering))
        if !starts[starting...].contains(arc) { starts.append(arc) }
      }
      for (node, state) in numbering.states.enumerated() where state >= 0 {
        guard let wider = graph.nodes[node].widerGap, numbering.states[wider] >= 0, numbering.states[wider] != state
        else { continue }
        states[Int(state)].widerGap = max(states[Int(state)].widerGap, numbering.states[wider])
      }
    }
    stateStart.append(Int32(states.count))
    states.append(
      AutomatonTables.State(
        firstArc: Int32(transitions.count), widerGap: -1, accepts: 0, staysInClause: false))
  }

  /// What has been numbered of one pattern.
  private struct Numbering {
    /// By node: its state; -1 for none yet.
    var states: [Int32]
    var known: [Signature: Int32] = [:]
    /// By node, while one closure is made: the sets of anchors with which it was reached, one bit each.
    var reached: [UInt8]

    init(nodeCount: Int) {
      states = Array(repeating: -1, count: nodeCount)
      reached = Array(repeating: 0, count: nodeCount)
    }
  }

  /// What a state does; two nodes with the same signature are one state. A step to the node itself has target -1.
  private struct Signature: Hashable {
    var arcs: [PatternAutomaton.Transition]
    var accepts: UInt8
    var staysInClause: Bool
  }

  private mutating func number(_ node: Int, in graph: PatternGraph, _ numbering: inout Numbering) -> Int32 {
    if numbering.states[node] >= 0 { return numbering.states[node] }
    let closure = closure(of: node, in: graph, &numbering.reached)
    var arcs: [PatternAutomaton.Transition] = []
    arcs.reserveCapacity(closure.steps.count)
    for step in closure.steps {
      arcs.append(step.arc(to: step.target == node ? -1 : number(step.target, in: graph, &numbering)))
    }
    arcs.sort {
      ($0.label, $0.target, $0.slot, $0.anchors.rawValue) < ($1.label, $1.target, $1.slot, $1.anchors.rawValue)
    }
    let signature = Signature(
      arcs: arcs.withoutRepetitions(), accepts: closure.accepts, staysInClause: graph.nodes[node].staysInClause)
    if let state = numbering.known[signature] {
      numbering.states[node] = state
      return state
    }
    let state = Int32(states.count)
    states.append(
      AutomatonTables.State(
        firstArc: Int32(transitions.count), widerGap: -1, accepts: signature.accepts,
        staysInClause: signature.staysInClause))
    for var arc in signature.arcs {
      if arc.target < 0 { arc.target = state }
      transitions.append(arc)
    }
    numbering.states[node] = state
    numbering.known[signature] = state
    return state
  }

  /// The steps that can be taken from `node`, with the anchors passed on the way, and where it accepts. Sorted.
  ///
  /// - Parameter reached: zeros, one for each node; zeros again afterwards.
  private func closure(
    of node: Int, in graph: PatternGraph, _ reached: inout [UInt8]
  ) -> (steps: [PatternGraph.Step], accepts: UInt8) {
    var touched: [Int] = []
    var pending: [(node: Int, anchors: Anchors)] = [(node, [])]
    var steps: [PatternGraph.Step] = []
    var accepts: UInt8 = 0
    while let (node, anchors) = pending.popLast() {
      let bit = UInt8(1) << anchors.rawValue
      guard reached[node] & bit == 0 else { continue }
      if reached[node] == 0 { touched.append(node) }
      reached[node] |= bit
      if node == PatternGraph.exit {
        for held in anchors.rawValue..<4 where held & anchors.rawValue == anchors.rawValue {
          accepts |= UInt8(1) << held
        }
      }
      for var step in graph.nodes[node].steps {
        step.anchors = anchors
        steps.append(step)
      }
      for jump in graph.nodes[node].jumps { pending.append((jump.target, anchors.union(jump.anchors))) }
    }
    for node in touched { reached[node] = 0 }
    steps.sort {
      ($0.target, $0.label, $0.slot, $0.anchors.rawValue) < ($1.target, $1.label, $1.slot, $1.anchors.rawValue)
    }
    // The same step with fewer demands makes the one with more superfluous; it stands before it.
    var kept: [PatternGraph.Step] = []
    kept.reserveCapacity(steps.count)
    for step in steps {
      let isSuperfluous = kept.reversed().prefix { $0.leadsLike(step) }.contains {
        $0.anchors.isSubset(of: step.anchors)
      }
      if !isSuperfluous { kept.append(step) }
    }
    return (kept, accepts)
  }
}

extension [PatternAutomaton.Transition] {
  /// Of a sorted list, each element once.
  fileprivate func withoutRepetitions() -> Self {
    var kept: Self = []
    kept.reserveCapacity(count)
    for element in self where kept.last != element { kept.append(element) }
    return kept
  }
}
