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

  struct Position: Sendable {
    /// The edges from here on up to the first of the next position leave it.
    var firstEdge: Int32 = 0
    /// The first token at or after the position that may not be skipped; `tokenCount` if there is none.
    var nextSolid: Int32 = 0
    /// The last token before the position that may not be skipped; -1 if there is none.
    var previousSolid: Int32 = -1
  }

  /// One for each position, and one more, where the edges end.
  let positions: [Position]

  package static let empty = Lattice(tokenCount: 0, edges: [], clauseOf: [], skippable: [])

  package init(tokenCount: Int, edges: [LatticeEdge], clauseOf: [Int], skippable: [Bool]) {
    precondition(clauseOf.count == tokenCount && skippable.count == tokenCount, "one clause and one flag per token")
    precondition(
      zip(clauseOf, clauseOf.dropFirst()).allSatisfy { $0 <= $1 }, "clauses are numbered in the order of the message")
    // Appended one by one: to repeat a value calls code that is made for all types.
    var positions: [Position] = []
    positions.reserveCapacity(tokenCount + 2)
    for _ in 0..<tokenCount + 2 { positions.append(Position()) }
    var isOrdered = true
    var last = 0
    var at = positions.mutableSpan
    for edge in edges {
      Self.check(edge, tokenCount: tokenCount)
      at[edge.from + 1].firstEdge += 1
      if edge.from < last { isOrdered = false }
      last = edge.from
    }
    for position in 1...tokenCount + 1 { at[position].firstEdge += at[position - 1].firstEdge }
    at[tokenCount].nextSolid = Int32(tokenCount)
    for token in (0..<tokenCount).reversed() {
      at[token].nextSolid = skippable[token] ? at[token + 1].nextSolid : Int32(token)
    }
    for token in 0..<tokenCount {
      at[token + 1].previousSolid = skippable[token] ? at[token].previousSolid : Int32(token)
    }
    // A counting sort by position, then insertion among the few of one position.
    var edges = edges
    if !isOrdered {
      var next = positions
      var order = [Int](repeating: 0, count: edges.count)
      for (index, edge) in edges.enumerated() {
        order[Int(next[edge.from].firstEdge)] = index
        next[edge.from].firstEdge += 1
      }
      edges = order.map { edges[$0] }
    }
    for position in 0..<tokenCount {
      Self.sort(&edges, Int(positions[position].firstEdge)..<Int(positions[position + 1].firstEdge))
    }
    self.tokenCount = tokenCount
    self.edges = edges
    self.clauseOf = clauseOf
    self.skippable = skippable
    self.positions = positions
  }

  private init(_ lattice: Lattice, edges: [LatticeEdge], positions: [Position]) {
    tokenCount = lattice.tokenCount
    self.edges = edges
    clauseOf = lattice.clauseOf
    skippable = lattice.skippable
    self.positions = positions
  }

  private static func check(_ edge: LatticeEdge, tokenCount: Int) {
    precondition(
      0 <= edge.from && edge.from < edge.to && edge.to <= tokenCount, "an edge covers at least one token of the message"
    )
  }

  /// This lattice with a few more edges.
  ///
  /// - Complexity: O(its edges + the new ones), which is copying for nearly all of them.
  package func adding(_ others: ArraySlice<LatticeEdge>) -> Lattice {
    let others = others.sorted { $0.from != $1.from ? $0.from < $1.from : Self.precedes($0, $1) }
    var merged: [LatticeEdge] = []
    merged.reserveCapacity(edges.count + others.count)
    var copied = 0
    for edge in others {
      Self.check(edge, tokenCount: tokenCount)
      let range = edgeIndices(from: edge.from)
      var place = range.upperBound
      while place > max(copied, range.lowerBound), Self.precedes(edge, edges[place - 1]) { place -= 1 }
      merged += edges[copied..<place]
      merged.append(edge)
      copied = place
    }
    merged += edges[copied...]
    var positions = positions
    var before = 0
    for position in positions.indices {
      while before < others.count, others[before].from < position { before += 1 }
      positions[position].firstEdge += Int32(before)
    }
    return Lattice(self, edges: merged, positions: positions)
  }

  /// The edges that leave `position`.
  package func edges(from position: Int) -> ArraySlice<LatticeEdge> { edges[edgeIndices(from: position)] }

  /// The indices of the edges that leave `position`.
  func edgeIndices(from position: Int) -> Range<Int> {
    Int(positions[position].firstEdge)..<Int(positions[position + 1].firstEdge)
  }

  /// Which anchors hold at `position`. Skippable tokens on either side do not count.
  func anchors(at position: Int) -> Anchors {
    let before = Int(positions[position].previousSolid)
    let after = Int(positions[position].nextSolid)
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
