/// Which patterns a sentence can match at once, from the product of their automata.
package struct PatternOverlap {
  /// Symbol → the symbols that one token can be read as besides, itself aside.
  private let related: [Int32: [Int32]]
  private let weigh: (SymbolID) -> Int
  private let shapes: [PatternShape?]
  private let alphabets: [Set<Int32>]

  /// How many pairs of states one search may look at.
  private static let searchLimit = 4_000
  /// A difference of weights that no short sentence makes up for.
  private static let differenceLimit = 30

  /// - Parameters:
  ///   - related: pairs of symbols that one token can be read as, both ways round.
  ///   - weigh: how much a symbol covers.
  package init(_ shapes: [PatternShape?], related: [SymbolID: [SymbolID]], weigh: @escaping (SymbolID) -> Int) {
    self.shapes = shapes
    self.related = Dictionary(
      uniqueKeysWithValues: related.map { symbol, others in (symbol.raw, others.map(\.raw).sorted()) })
    self.weigh = weigh
    alphabets = shapes.map { $0?.alphabet ?? [] }
  }

  /// Whether both may match one whole sentence: each finds in the other's symbols what it needs. A quick test that
  /// misses none.
  package func mayOverlap(_ a: Int, _ b: Int) -> Bool { needsAreMet(of: a, by: b) && needsAreMet(of: b, by: a) }

  private func needsAreMet(of a: Int, by b: Int) -> Bool {
    guard let shape = shapes[a] else { return false }
    return shape.needs.allSatisfy { set in
      set.contains { symbol in
        alphabets[b].contains(symbol) || (related[symbol] ?? []).contains { alphabets[b].contains($0) }
      }
    }
  }

  /// The shortest sentences that both match whole, without gaps and wildcards, and that weigh the same for both once
  /// `handicap` is added to the second; at most `most`, each as the pair of symbols that each token must be read as.
  package func ties(_ a: Int, _ b: Int, handicap: Int, most: Int) -> [[(SymbolID, SymbolID)]] {
    guard let left = shapes[a], let right = shapes[b] else { return [] }
    var nodes: [Node] = [Node(left: 0, right: 0, difference: -handicap, previous: -1, symbols: (-1, -1))]
    var seen: Set<Key> = [Key(left: 0, right: 0, difference: -handicap)]
    var found: [[(SymbolID, SymbolID)]] = []
    var index = 0
    while index < nodes.count, nodes.count < Self.searchLimit, found.count < most {
      let node = nodes[index]
      if node.left != 0, node.difference == 0, left.acceptsAtEnd(node.left), right.acceptsAtEnd(node.right) {
        found.append(sentence(endingAt: index, nodes))
      }
      for arc in left.arcs[node.left] where arc.label >= 0 && left.isOpen(arc, atStart: node.left == 0) {
        for other in right.arcs[node.right] where right.isOpen(other, atStart: node.right == 0) {
          guard other.label == arc.label || (related[arc.label] ?? []).contains(other.label) else { continue }
          let difference = node.difference + weigh(SymbolID(arc.label)) - weigh(SymbolID(other.label))
          guard abs(difference) <= Self.differenceLimit,
            seen.insert(Key(left: arc.target, right: other.target, difference: difference)).inserted
          else { continue }
          nodes.append(
            Node(
              left: arc.target, right: other.target, difference: difference, previous: index,
              symbols: (arc.label, other.label)))
        }
      }
      index += 1
    }
    return found
  }

  private struct Node {
    var left: Int
    var right: Int
    var difference: Int
    var previous: Int
    var symbols: (Int32, Int32)
  }

  private struct Key: Hashable {
    var left: Int
    var right: Int
    var difference: Int
  }

  private func sentence(endingAt end: Int, _ nodes: [Node]) -> [(SymbolID, SymbolID)] {
    var symbols: [(SymbolID, SymbolID)] = []
    var index = end
    while nodes[index].previous >= 0 {
      symbols.append((SymbolID(nodes[index].symbols.0), SymbolID(nodes[index].symbols.1)))
      index = nodes[index].previous
    }
    return symbols.reversed()
  }
}

extension PatternShape {
  /// Whether everything that `other` matches, this pattern matches too, token by token and by the same captures.
  ///
  /// - Parameter covers: whether every token that can be read as the first symbol can be read as the second, for as much
  ///   weight; asked only for different symbols.
  /// - Complexity: O(states of `other` × sets of states of this one); gives up, with false, beyond a limit.
  package func includes(_ other: PatternShape, covers: (SymbolID, SymbolID) -> Bool) -> Bool {
    guard canMatch, other.canMatch else { return false }
    func isCovered(_ arc: Arc, by mine: Arc) -> Bool {
      guard mine.anchors.isSubset(of: arc.anchors), mine.isCaptured == arc.isCaptured else { return false }
      return mine.label == arc.label
        || mine.label >= 0 && arc.label >= 0 && covers(SymbolID(arc.label), SymbolID(mine.label))
    }
    var seen: Set<Pair> = []
    var pending = [Pair(other: 0, mine: [0])]
    while let pair = pending.popLast() {
      guard seen.insert(pair).inserted else { continue }
      guard seen.count < 2_000 else { return false }
      let accepted = pair.mine.reduce(UInt8(0)) { $0 | accepts[$1] }
      guard other.accepts[pair.other] & ~accepted == 0 else { return false }
      for arc in other.arcs[pair.other] {
        var targets: Set<Int> = []
        for state in pair.mine {
          for mine in arcs[state] where isCovered(arc, by: mine) { targets.insert(mine.target) }
        }
        guard !targets.isEmpty else { return false }
        pending.append(Pair(other: arc.target, mine: targets))
      }
    }
    return true
  }

  private struct Pair: Hashable {
    var other: Int
    var mine: Set<Int>
  }
}
