/// What every path through a fragment must consume, for ``PatternNeeds``.
extension PatternFragment {
  /// Sets of symbols, sorted, of each of which every path takes one; in the order of the path.
  ///
  /// Nodes that all paths pass cut the graph into stretches; where a stretch cannot be passed without consuming a symbol,
  /// whatever can come first in it is needed. A fragment of more than 2⁶³ paths needs nothing, as far as this can tell.
  ///
  /// - Complexity: O(nodes × arcs) at worst; one pass over the arcs where stretches are short.
  var needs: [[Int32]] {
    let out = arcsByNode
    guard let order = topologicalOrder(out), let before = pathCounts(order, out), let total = before[Self.exit] else {
      return []
    }
    var after = [Int](repeating: 0, count: nodeCount)
    after[Self.exit] = 1
    for node in order.reversed() where node != Self.exit {
      for arc in out[node] { after[node] &+= after[arc.to] }
    }
    // No overflow: the paths through a node are at most all paths, and these were counted.
    let cuts = order.filter { node in
      let (product, overflow) = (before[node] ?? 0).multipliedReportingOverflow(by: after[node])
      return !overflow && product == total
    }
    return zip(cuts, cuts.dropFirst()).compactMap { first(from: $0, to: $1, out) }
  }

  private var arcsByNode: [[Arc]] {
    var out = [[Arc]](repeating: [], count: nodeCount)
    for arc in arcs { out[arc.from].append(arc) }
    return out
  }

  /// The nodes that the entry reaches, each before those that it leads to.
  private func topologicalOrder(_ out: [[Arc]]) -> [Int]? {
    var incoming = [Int](repeating: 0, count: nodeCount)
    var reached: Set<Int> = [Self.entry]
    var pending = [Self.entry]
    while let node = pending.popLast() {
      for arc in out[node] {
        incoming[arc.to] += 1
        if reached.insert(arc.to).inserted { pending.append(arc.to) }
      }
    }
    var order: [Int] = []
    pending = [Self.entry]
    while let node = pending.popLast() {
      order.append(node)
      for arc in out[node] {
        incoming[arc.to] -= 1
        if incoming[arc.to] == 0 { pending.append(arc.to) }
      }
    }
    return order.count == reached.count ? order : nil
  }

  /// How many paths lead from the entry to each node; nil if there are too many to count.
  private func pathCounts(_ order: [Int], _ out: [[Arc]]) -> [Int: Int]? {
    var counts = [Self.entry: 1]
    for node in order {
      for arc in out[node] {
        let (sum, overflow) = counts[arc.to, default: 0].addingReportingOverflow(counts[node] ?? 0)
        if overflow { return nil }
        counts[arc.to] = sum
      }
    }
    return counts
  }

  /// The symbols that can come first between two nodes; nil if a path consumes none of them, or a wildcard.
  private func first(from: Int, to: Int, _ out: [[Arc]]) -> [Int32]? {
    var symbols: Set<Int32> = []
    var seen: Set<Int> = [from]
    var pending = [from]
    while let node = pending.popLast() {
      for arc in out[node] {
        switch arc.label {
        case .symbol(let symbol), .slot(_, let symbol): symbols.insert(symbol.raw)
        case .wildcard: return nil
        case .empty:
          if arc.to == to { return nil }
          if seen.insert(arc.to).inserted { pending.append(arc.to) }
        }
      }
    }
    return symbols.sorted()
  }
}
