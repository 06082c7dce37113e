import Automata
import Testing

/// Numbers from a fixed seed (SplitMix64), so a failure comes back.
struct SeededNumbers: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}

@Suite("the automaton and the slow matcher agree")
struct RandomisedComparisonTests {
  static func node(depth: Int, _ numbers: inout SeededNumbers) -> PatternNode {
    func parts(_ count: ClosedRange<Int>) -> [PatternNode] {
      (0..<Int.random(in: count, using: &numbers)).map { _ in node(depth: depth - 1, &numbers) }
    }
    let symbol = SymbolID(Int32.random(in: 0..<5, using: &numbers))
    switch Int.random(in: 0..<(depth == 0 ? 6 : 14), using: &numbers) {
    case 0...3: return .symbol(symbol)
    case 4: return .slot(Int.random(in: 0..<3, using: &numbers), symbol)
    case 5:
      return [.clauseStart, .clauseEnd, .gap(max: 2), .wildcard(slot: 1)].randomElement(using: &numbers) ?? .clauseStart
    case 6...8: return .sequence(parts(1...4))
    case 9...10: return .alternatives(parts(1...3))
    case 11...12: return .optional(node(depth: depth - 1, &numbers))
    default: return .permutation(parts(2...3))
    }
  }

  /// - Parameter padding: how many tokens without readings come first.
  static func lattice(_ numbers: inout SeededNumbers, padding: Int = 0) -> Lattice {
    let count = padding + Int.random(in: 0...8, using: &numbers)
    var clause = 0
    let clauses = (0..<count).map { _ in
      if Int.random(in: 0..<5, using: &numbers) == 0 { clause += 1 }
      return clause
    }
    let skippable = (0..<count).map { _ in Int.random(in: 0..<5, using: &numbers) == 0 }
    var edges: [LatticeEdge] = []
    for from in padding..<count {
      for _ in 0..<Int.random(in: 0...3, using: &numbers) {
        let to = min(count, from + (Int.random(in: 0..<5, using: &numbers) == 0 ? 2 : 1))
        edges.append(
          LatticeEdge(
            symbol: SymbolID(Int32.random(in: 0..<5, using: &numbers)), from: from, to: to,
            cost: UInt8.random(in: 0...2, using: &numbers), weight: UInt16.random(in: 0...3, using: &numbers)))
      }
    }
    return Lattice(tokens: zip(clauses, skippable).map { LatticeToken(clause: $0, isSkippable: $1) }, edges: edges)
  }

  @Test("on random patterns and messages", arguments: UInt64(0)..<40)
  func agree(seed: UInt64) { compare(seed: seed, messages: 15) { Self.lattice(&$0) } }

  // Where sets are met is kept for 64 tokens; all behind them are one place.
  @Test("on messages of more than 64 tokens", arguments: UInt64(100)..<110)
  func agreeOnLongMessages(seed: UInt64) {
    compare(seed: seed, messages: 4) { Self.lattice(&$0, padding: Int.random(in: 56...66, using: &$0)) }
  }

  private func compare(seed: UInt64, messages: Int, lattice: (inout SeededNumbers) -> Lattice) {
    var numbers = SeededNumbers(state: seed)
    var patterns: [AutomatonPattern] = []
    for id in Int32(0)..<12 {
      let excluded: [SymbolID] = id % 4 == 1 ? [SymbolID(4)] : []
      let required: [SymbolID] = id % 4 == 2 ? [SymbolID(3)] : []
      let node = Self.node(depth: 3, &numbers)
      patterns.append(AutomatonPattern(id: id, node: node, excluded: excluded, required: required))
    }
    let automaton = PatternAutomaton(patterns: patterns)
    let broken = Set(automaton.errors.map(\.pattern))
    for _ in 0..<messages {
      let lattice = lattice(&numbers)
      let reference = ReferenceMatcher(lattice: lattice)
      let found = automaton.matches(in: lattice)
      for pattern in patterns where !broken.contains(pattern.id) {
        let judged: [[Int]] = reference.matches(pattern).map { path in
          [path.start ?? 0, path.position, path.weight, path.gapTokens, path.repairs]
        }
        let matched = found.filter { $0.pattern == pattern.id }
        let figures: [[Int]] = matched.map { match in
          [match.tokens.lowerBound, match.tokens.upperBound, match.weight, match.gapTokens, match.repairs]
        }
        #expect(figures == judged, "\(pattern) \(lattice)")
        for match in matched {
          #expect(match.edges.reduce(0) { $0 + Int($1.weight) } == match.weight)
          #expect(match.edges.reduce(0) { $0 + Int($1.cost) } == match.repairs)
          #expect(match.captures.allSatisfy { match.tokens.clamped(to: $0.tokens) == $0.tokens })
        }
        #expect((automaton.nearestMiss(in: lattice, pattern: pattern.id) == nil) == !matched.isEmpty)
      }
      #expect(found == automaton.matches(in: lattice))
    }
  }
}
