extension PatternNode {
  /// Whether two wildcards may stand side by side, so that nobody can say where the first ends: nothing that must consume
  /// a token stands between them.
  ///
  /// - Complexity: that of building the pattern's graph, unless it has fewer than two wildcards.
  package var hasAdjacentWildcards: Bool {
    guard wildcardCount > 1 else { return false }
    var graph = PatternGraph()
    graph.add(self, from: PatternGraph.entry, to: PatternGraph.exit)
    return graph.nodes.indices.contains { node in
      graph.hasStep(from: node, label: PatternAutomaton.Transition.wildcardContinue)
        && graph.reachesWildcard(from: node)
    }
  }

  /// How many wildcards the pattern has, at least; permutations repeat theirs.
  private var wildcardCount: Int {
    switch self {
    case .wildcard: 1
    case .sequence(let parts), .alternatives(let parts), .permutation(let parts):
      parts.reduce(0) { $0 + $1.wildcardCount }
    case .optional(let part): part.wildcardCount
    case .graph(let fragment): fragment.arcs.count { if case .wildcard = $0.label { true } else { false } }
    case .symbol, .slot, .gap, .clauseStart, .clauseEnd: 0
    }
  }
}

extension PatternGraph {
  /// Whether a wildcard can begin right behind `node`, the inside of another; a gap may be empty.
  fileprivate func reachesWildcard(from node: Int) -> Bool {
    var seen: Set<Int> = [node]
    var pending: [Int] = []
    forEachJump(from: node) { pending.append($0.target) }
    while let here = pending.popLast() {
      guard seen.insert(here).inserted else { continue }
      if hasStep(from: here, label: PatternAutomaton.Transition.wildcardBegin) { return true }
      forEachJump(from: here) { pending.append($0.target) }
    }
    return false
  }

  fileprivate func hasStep(from node: Int, label: Int32) -> Bool {
    var found = false
    forEachStep(from: node) { if $0.label == label { found = true } }
    return found
  }
}
