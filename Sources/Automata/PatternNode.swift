/// An interned symbol: a word form, a lemma or an entity kind. The automaton never knows which.
@usableFromInline package struct SymbolID: Hashable, BitwiseCopyable, Sendable, Comparable {
  @usableFromInline package var raw: Int32
  package init(_ raw: Int32) { self.raw = raw }
  @inlinable package static func < (a: SymbolID, b: SymbolID) -> Bool { a.raw < b.raw }
  @inlinable package static func == (a: SymbolID, b: SymbolID) -> Bool { a.raw == b.raw }
}

/// The index of a pattern in the list that was compiled.
package typealias PatternID = Int32

/// A pattern as a tree, before it is compiled.
package enum PatternNode: Hashable, Sendable {
  /// One edge of the lattice with this symbol.
  case symbol(SymbolID)
  /// One edge with this symbol, remembered under `slot`.
  case slot(Int, SymbolID)
  case sequence([PatternNode])
  case alternatives([PatternNode])
  indirect case optional(PatternNode)
  /// All of them, each once, in any order; compiled without factorial growth of the automaton's text.
  case permutation([PatternNode])
  /// Up to `max` tokens of any kind, inside one clause.
  case gap(max: Int)
  /// One or more tokens of any kind inside the clause, remembered under `slot`: a wildcard.
  case wildcard(slot: Int)
  /// The clause starts here, ends here.
  case clauseStart
  case clauseEnd
  /// A part that was built as a graph already.
  case graph(PatternFragment)
}

extension PatternNode {
  /// The same without gaps at its ends that nothing anchors: they never better the match that does without.
  var withoutOuterGaps: PatternNode { withoutGaps(atStart: true).withoutGaps(atStart: false) }

  private func withoutGaps(atStart: Bool) -> PatternNode {
    switch self {
    case .gap: return .sequence([])
    case .optional(let part): return .optional(part.withoutGaps(atStart: atStart))
    case .alternatives(let parts): return .alternatives(parts.map { $0.withoutGaps(atStart: atStart) })
    case .sequence(var parts):
      guard let place = atStart ? parts.indices.first : parts.indices.last else { return self }
      parts[place] = parts[place].withoutGaps(atStart: atStart)
      // What is nothing now, or was, leaves the next one at the end.
      guard case .sequence([]) = parts[place] else { return .sequence(parts) }
      parts.remove(at: place)
      return PatternNode.sequence(parts).withoutGaps(atStart: atStart)
    default: return self
    }
  }
}

/// A part of a pattern as a graph without cycles, for templates whose words are spelled across their brackets.
///
/// Node 0 is the entry, into which no arc leads; node 1 is the exit, which no arc leaves.
package struct PatternFragment: Hashable, Sendable {
  package enum Label: Hashable, Sendable {
    /// Consumes nothing.
    case empty
    case symbol(SymbolID)
    case slot(Int, SymbolID)
    case wildcard(slot: Int)
  }

  package struct Arc: Hashable, Sendable {
    package var from: Int
    package var to: Int
    package var label: Label

    package init(from: Int, to: Int, label: Label) {
      self.from = from
      self.to = to
      self.label = label
    }
  }

  package static let entry = 0
  package static let exit = 1

  package var nodeCount = 2
  package var arcs: [Arc] = []

  package init() {}

  package mutating func addNode() -> Int {
    nodeCount += 1
    return nodeCount - 1
  }
}

/// One step that the message offers: the tokens `from..<to` can be read as `symbol`.
///
/// Messages hold dozens of them, and patterns walk them: sixteen bytes.
@usableFromInline package struct LatticeEdge: Hashable, BitwiseCopyable, Sendable {
  package var symbol: SymbolID
  @usableFromInline var first: Int32
  @usableFromInline var end: Int32
  /// 0: as typed. 1: another form of the word. 2 and more: a typo repaired.
  package var cost: UInt8
  /// How much of the message's content it explains, weighted by rarity.
  package var weight: UInt16

  package init(symbol: SymbolID, from: Int, to: Int, cost: UInt8, weight: UInt16) {
    self.symbol = symbol
    first = Int32(truncatingIfNeeded: from)
    end = Int32(truncatingIfNeeded: to)
    self.cost = cost
    self.weight = weight
  }

  @inlinable package var from: Int {
    get { Int(first) }
    set { first = Int32(truncatingIfNeeded: newValue) }
  }

  @inlinable package var to: Int {
    get { Int(end) }
    set { end = Int32(truncatingIfNeeded: newValue) }
  }
}
