/// Everything that a message can be read as: a graph over its tokens whose edges carry symbols.
///
/// Positions stand between tokens: 0 before the first, one more behind each. Clause numbers never decrease from one token
/// to the next.
@usableFromInline package final class Lattice: Sendable {
  package let tokens: [LatticeToken]
  /// By `from`, then `to`, then symbol; the cheapest first.
  @usableFromInline package let edges: [LatticeEdge]
  /// One for each position, and one more, where the edges end.
  @usableFromInline let positions: [Position]

  package var tokenCount: Int { tokens.count }

  @usableFromInline struct Position: BitwiseCopyable, Sendable {
    /// The edges from here on up to the first of the next position leave it.
    @usableFromInline var firstEdge: Int32 = 0
    /// The first token at or after the position that may not be skipped; the token count if there is none.
    var nextSolid: Int32 = 0
    /// How many tokens before it may not be skipped.
    var solidBefore: Int32
    /// The clause of the token behind it; -1 behind the last one.
    var clause: Int32 = -1
    /// Which hold here. Skippable tokens on either side do not count.
    var anchors: Anchors = []
    /// Whether the token behind it may be skipped.
    var isSkippable = false
    /// Whether the tokens on both sides stand in different clauses.
    var beginsClause = false
  }

  package static let empty = Lattice(tokens: [], edges: [])

  /// - Parameter edges: in any order; the nearer to the final one the better.
  package convenience init(tokens: [LatticeToken], edges: consuming [LatticeEdge]) {
    self.init(tokens: tokens, positions: Self.positions(around: tokens), edges: edges)
  }

  /// - Parameter positions: what they know of the edges is forgotten.
  private init(tokens: [LatticeToken], positions: consuming [Position], edges: consuming [LatticeEdge]) {
    Self.sort(&edges)
    for position in positions.indices { positions[position].firstEdge = 0 }
    for index in edges.indices {
      let edge = edges[index]
      precondition(
        0 <= edge.from && edge.from < edge.to && edge.to <= tokens.count,
        "an edge covers at least one token of the message")
      positions[edge.from + 1].firstEdge += 1
    }
    for position in positions.indices.dropFirst() { positions[position].firstEdge += positions[position - 1].firstEdge }
    self.tokens = tokens
    self.positions = positions
    self.edges = edges
  }

  /// This lattice with a few more edges. Cost: as making it.
  package func adding(_ others: [LatticeEdge]) -> Lattice {
    Lattice(tokens: tokens, positions: positions, edges: edges + others)
  }

  /// The positions, without edges.
  private static func positions(around tokens: [LatticeToken]) -> [Position] {
    var positions: [Position] = []
    positions.reserveCapacity(tokens.count + 2)
    var solidBefore: Int32 = 0
    var clause: Int32 = -1
    for token in tokens {
      precondition(token.clause >= clause, "clauses are numbered in the order of the message")
      positions.append(
        Position(
          solidBefore: solidBefore, clause: token.clause, isSkippable: token.isSkippable,
          beginsClause: token.clause != clause && !positions.isEmpty))
      if !token.isSkippable { solidBefore += 1 }
      clause = token.clause
    }
    positions.append(Position(solidBefore: solidBefore, beginsClause: !tokens.isEmpty))
    positions.append(Position(solidBefore: solidBefore))
    addAnchors(to: &positions)
    return positions
  }

  private static func addAnchors(to positions: inout [Position]) {
    let end = positions.count - 2
    var next = end
    for position in (0...end).reversed() {
      if position < end, !positions[position].isSkippable { next = position }
      positions[position].nextSolid = Int32(next)
    }
    // The clause of the last token before that may not be skipped.
    var clauseBefore: Int32?
    for position in 0...end {
      let next = Int(positions[position].nextSolid)
      let isBetween = clauseBefore.map { next < end && $0 != positions[next].clause } ?? false
      if isBetween || clauseBefore == nil { positions[position].anchors.insert(.clauseStart) }
      if isBetween || next == end { positions[position].anchors.insert(.clauseEnd) }
      if position < end, !positions[position].isSkippable { clauseBefore = positions[position].clause }
    }
  }

  /// The edges that leave `position`.
  @inlinable package func edges(from position: Int) -> ArraySlice<LatticeEdge> {
    edges[Int(positions[position].firstEdge)..<Int(positions[position + 1].firstEdge)]
  }

  /// More edges than these are not sorted by insertion, which is the quickest for what is nearly in order.
  private static let fewEdges = 256

  private static func sort(_ edges: inout [LatticeEdge]) {
    if edges.count > fewEdges { return edges.sort(by: precedes) }
    for index in edges.indices.dropFirst() {
      let edge = edges[index]
      var place = index
      while place > 0, precedes(edge, edges[place - 1]) {
        edges[place] = edges[place - 1]
        place -= 1
      }
      if place < index { edges[place] = edge }
    }
  }

  private static func precedes(_ a: LatticeEdge, _ b: LatticeEdge) -> Bool {
    if a.from != b.from { return a.from < b.from }
    if a.to != b.to { return a.to < b.to }
    if a.symbol != b.symbol { return a.symbol < b.symbol }
    return a.cost != b.cost ? a.cost < b.cost : a.weight > b.weight
  }
}

/// What a lattice knows of a token beside its readings.
package struct LatticeToken: BitwiseCopyable, Sendable {
  package var clause: Int32
  /// A match may step over it for nothing, and gaps and anchors do not count it.
  package var isSkippable: Bool

  package init(clause: Int, isSkippable: Bool = false) {
    self.clause = Int32(truncatingIfNeeded: clause)
    self.isSkippable = isSkippable
  }
}

/// The edges of a clause that a step demands, or that a position offers.
struct Anchors: OptionSet, Hashable, BitwiseCopyable, Sendable {
  var rawValue: UInt8
  static let clauseStart = Anchors(rawValue: 1)
  static let clauseEnd = Anchors(rawValue: 2)
}
