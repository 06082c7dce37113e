/// Everything that a message can be read as: a graph over its tokens whose edges carry symbols.
///
/// Positions stand between tokens: 0 before the first, `tokenCount` after the last. Clause numbers never decrease
/// from one token to the next.
package struct Lattice: Sendable {
  package let tokenCount: Int
  /// By `from`, then `to`, then symbol; the cheapest first.
  package let edges: [LatticeEdge]
  package let clauseOf: [Int]
  /// Tokens that a match may step over for free, and that gaps and anchors do not count.
  package let skippable: [Bool]

  /// `edges[edgeStart[p]..<edgeStart[p + 1]]` leave position `p`.
  let edgeStart: [Int]
  /// The first token at or after the position that may not be skipped; `tokenCount` if there is none.
  let nextSolid: [Int]
  /// The last token before the position that may not be skipped; -1 if there is none.
  let previousSolid: [Int]
  package init(tokenCount: Int, edges: [LatticeEdge], clauseOf: [Int], skippable: [Bool]) {
    precondition(clauseOf.count == tokenCount && skippable.count == tokenCount, "one clause and one flag per token")
    precondition(
      edges.allSatisfy { 0 <= $0.from && $0.from < $0.to && $0.to <= tokenCount },
      "an edge covers at least one token of the message")
    precondition(
      zip(clauseOf, clauseOf.dropFirst()).allSatisfy { $0 <= $1 }, "clauses are numbered in the order of the message")
    var edgeStart = [Int](repeating: 0, count: tokenCount + 2)
    for edge in edges { edgeStart[edge.from + 1] += 1 }
    for position in 1..<edgeStart.count { edgeStart[position] += edgeStart[position - 1] }
    // A counting sort by position, then insertion among the few of one position.
    var edges = edges
    if !edges.indices.dropFirst().allSatisfy({ edges[$0 - 1].from <= edges[$0].from }) {
      var next = edgeStart
      var order = [Int](repeating: 0, count: edges.count)
      for (index, edge) in edges.enumerated() {
        order[next[edge.from]] = index
        next[edge.from] += 1
      }
      edges = order.map { edges[$0] }
    }
    for position in 0..<tokenCount { Self.sort(&edges, edgeStart[position]..<edgeStart[position + 1]) }
    var nextSolid = [Int](repeating: tokenCount, count: tokenCount + 1)
    for token in (0..<tokenCount).reversed() { nextSolid[token] = skippable[token] ? nextSolid[token + 1] : token }
    var previousSolid = [Int](repeating: -1, count: tokenCount + 1)
    for token in 0..<tokenCount { previousSolid[token + 1] = skippable[token] ? previousSolid[token] : token }

    self.tokenCount = tokenCount
    self.edges = edges
    self.clauseOf = clauseOf
    self.skippable = skippable
    self.edgeStart = edgeStart
    self.nextSolid = nextSolid
    self.previousSolid = previousSolid
  }

  /// The edges that leave `position`.
  package func edges(from position: Int) -> ArraySlice<LatticeEdge> { edges[edgeIndices(from: position)] }

  /// The indices of the edges that leave `position`.
  func edgeIndices(from position: Int) -> Range<Int> { edgeStart[position]..<edgeStart[position + 1] }

  /// Which anchors hold at `position`. Skippable tokens on either side do not count.
  func anchors(at position: Int) -> Anchors {
    let before = previousSolid[position]
    let after = nextSolid[position]
    let between = before >= 0 && after < tokenCount && clauseOf[before] != clauseOf[after]
    var anchors: Anchors = []
    if between || before < 0 { anchors.insert(.clauseStart) }
    if between || after == tokenCount { anchors.insert(.clauseEnd) }
    return anchors
  }

  /// Sorts the edges of one position: nearer ends first, then symbols, then the cheaper and heavier.
  private static func sort(_ edges: inout [LatticeEdge], _ range: Range<Int>) {
    guard range.count > 1 else { return }
    if range.count > 64 {
      edges[range].sort(by: precedes)
      return
    }
    for index in range.dropFirst() {
      var place = index
      while place > range.lowerBound, precedes(edges[place], edges[place - 1]) {
        edges.swapAt(place, place - 1)
        place -= 1
      }
    }
  }

  private static func precedes(_ a: LatticeEdge, _ b: LatticeEdge) -> Bool {
    if a.to != b.to { return a.to < b.to }
    if a.symbol != b.symbol { return a.symbol < b.symbol }
    return a.cost != b.cost ? a.cost < b.cost : a.weight > b.weight
  }
}

/// The edges of a clause that a step demands, or that a position offers.
struct Anchors: OptionSet, Hashable, BitwiseCopyable, Sendable {
  var rawValue: UInt8
  static let clauseStart = Anchors(rawValue: 1)
  static let clauseEnd = Anchors(rawValue: 2)
}
