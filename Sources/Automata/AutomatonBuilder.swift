/// Compiles pattern trees into the flat arrays of an automaton, one pattern at a time.
///
/// A pattern becomes a graph with epsilon moves between two given nodes (no node of its own for a word, so all
/// alternatives meet in one), then the epsilon moves are folded into arcs, and nodes that continue alike become one
/// state. The graph's only cycle is a wildcard's step from a node to itself, so one pass in depth-first order is enough.
struct AutomatonBuilder {
  private(set) var errors: [AutomatonBuildError] = []
  private(set) var transitions: [PatternAutomaton.Transition] = []
  private(set) var transitionStart: [Int32] = [0]
  private(set) var patternOf: [Int32] = []
  private(set) var accepts: [UInt8] = []
  private(set) var staysInClause: [Bool] = []
  /// By state: the one that can do all that it can and more, being less deep in the same gap; -1 for none.
  private(set) var widerGap: [Int32] = []
  /// By pattern: its first state; the states of a pattern are neighbors.
  private(set) var stateStart: [Int32] = []
  private(set) var starts: [PatternAutomaton.Transition] = []
  /// `starts[startIndex[p]..<startIndex[p + 1]]` are the first steps of pattern `p`.
  private(set) var startIndex: [Int32] = [0]

  init(patterns: [AutomatonPattern]) {
    for (index, pattern) in patterns.enumerated() {
      stateStart.append(Int32(patternOf.count))
      defer { startIndex.append(Int32(starts.count)) }
      var graph = PatternGraph()
      graph.add(pattern.node, from: PatternGraph.entry, to: PatternGraph.exit)
      if let reason = graph.error ?? graph.emptiness {
        errors.append(AutomatonBuildError(pattern: pattern.id, reason: reason))
        continue
      }
      var numbering = Numbering(pattern: Int32(index))
      let first = closure(of: PatternGraph.entry, in: graph)
      var seen: Set<PatternAutomaton.Transition> = []
      for step in first.steps {
        // A gap that nothing anchors on its left never betters the match that starts behind it.
        if step.label == PatternAutomaton.Transition.gap && step.anchors.isEmpty { continue }
        let arc = step.arc(to: number(step.target, in: graph, &numbering))
        if seen.insert(arc).inserted { starts.append(arc) }
      }
      for (node, state) in numbering.states {
        guard let wider = graph.nodes[node].widerGap, let other = numbering.states[wider], other != state else {
          continue
        }
        widerGap[Int(state)] = max(widerGap[Int(state)], other)
      }
    }
    stateStart.append(Int32(patternOf.count))
  }

  /// What has been numbered of one pattern.
  private struct Numbering {
    var pattern: Int32
    var states: [Int: Int32] = [:]
    var known: [Signature: Int32] = [:]
  }

  /// What a state does; two nodes with the same signature are one state. A step to the node itself has target -1.
  private struct Signature: Hashable {
    var arcs: [PatternAutomaton.Transition]
    var accepts: UInt8
    var staysInClause: Bool
  }

  private mutating func number(_ node: Int, in graph: PatternGraph, _ numbering: inout Numbering) -> Int32 {
    if let state = numbering.states[node] { return state }
    let closure = closure(of: node, in: graph)
    let arcs = closure.steps.map { step in
      step.arc(to: step.target == node ? -1 : number(step.target, in: graph, &numbering))
    }
    let signature = Signature(
      arcs: Array(Set(arcs)).sorted {
        ($0.label, $0.target, $0.slot, $0.anchors.rawValue) < ($1.label, $1.target, $1.slot, $1.anchors.rawValue)
      }, accepts: closure.accepts, staysInClause: graph.nodes[node].staysInClause)
    if let state = numbering.known[signature] {
      numbering.states[node] = state
      return state
    }
    let state = Int32(patternOf.count)
    for var arc in signature.arcs {
      if arc.target < 0 { arc.target = state }
      transitions.append(arc)
    }
    transitionStart.append(Int32(transitions.count))
    patternOf.append(numbering.pattern)
    accepts.append(signature.accepts)
    staysInClause.append(signature.staysInClause)
    widerGap.append(-1)
    numbering.states[node] = state
    numbering.known[signature] = state
    return state
  }

  /// The steps that can be taken from `node`, with the anchors passed on the way, and where it accepts.
  private func closure(of node: Int, in graph: PatternGraph) -> (steps: [PatternGraph.Step], accepts: UInt8) {
    var seen: [Int: UInt8] = [:]
    var pending: [(node: Int, anchors: Anchors)] = [(node, [])]
    var steps: [PatternGraph.Step] = []
    var accepts: UInt8 = 0
    while let (node, anchors) = pending.popLast() {
      let bit = UInt8(1) << anchors.rawValue
      guard seen[node, default: 0] & bit == 0 else { continue }
      seen[node, default: 0] |= bit
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
    // The same step with fewer demands makes the one with more superfluous.
    let all = Set(steps)
    let kept = all.filter { step in
      !all.contains { other in
        other.target == step.target && other.label == step.label && other.slot == step.slot
          && other.anchors != step.anchors && other.anchors.isSubset(of: step.anchors)
      }
    }
    return (
      kept.sorted {
        ($0.target, $0.label, $0.slot, $0.anchors.rawValue)
          < ($1.target, $1.label, $1.slot, $1.anchors.rawValue)
      }, accepts
    )
  }
}
