/// Everything that a message can be read as: a graph over its tokens whose edges carry symbols.
///
/// Positions stand between tokens: 0 before the first, one more behind each. Clause numbers never decrease from one token
/// to the next.
package final class Lattice: Sendable {
  package let tokens: [LatticeToken]
  /// By `from`, then `to`, then symbol; the cheapest first.
  package let edges: [LatticeEdge]
  /// One for each position, and one more, where the edges end.
  let positions: [Position]

  package var tokenCount: Int { tokens.count }

  struct Position: BitwiseCopyable, Sendable {
    /// The edges from here on up to the first of the next position leave it.
    var firstEdge: Int32 = 0
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
  package init(tokens: [LatticeToken], edges: consuming [LatticeEdge]) {
    self.tokens = tokens
    Self.sort(&edges)
    var positions = Self.positions(around: tokens)
    for index in edges.indices {
      Self.check(edges[index], tokenCount: tokens.count)
      positions[edges[index].from + 1].firstEdge += 1
    }
    for position in positions.indices.dropFirst() { positions[position].firstEdge += positions[position - 1].firstEdge }
    self.edges = edges
    self.positions = positions
  }

  private init(tokens: [LatticeToken], edges: [LatticeEdge], positions: [Position]) {
    self.tokens = tokens
    self.edges = edges
    self.positions = positions
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

  private static func check(_ edge: LatticeEdge, tokenCount: Int) {
    precondition(
      0 <= edge.from && edge.from < edge.to && edge.to <= tokenCount, "an edge covers at least one token of the message"
    )
  }

  /// This lattice with a few more edges.
  ///
  /// - Complexity: O(its edges + the new ones), which is copying for nearly all of them.
  package func adding(_ others: consuming [LatticeEdge]) -> Lattice {
    Self.sort(&others)
    var merged: [LatticeEdge] = []
    merged.reserveCapacity(edges.count + others.count)
    var copied = 0
    for index in others.indices {
      let edge = others[index]
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
    return Lattice(tokens: tokens, edges: merged, positions: positions)
  }

  /// The edges that leave `position`.
  package func edges(from position: Int) -> ArraySlice<LatticeEdge> { edges[edgeIndices(from: position)] }

  /// The indices of the edges that leave `position`.
  private func edgeIndices(from position: Int) -> Range<Int> {
    Int(positions[position].firstEdge)..<Int(positions[position + 1].firstEdge)
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
