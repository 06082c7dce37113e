import Automata
import Testing

/// No pattern and no message makes the search slow: the steps it takes are counted, so that a slow machine proves
/// nothing and a fast one hides nothing.
@Suite("hostile patterns and messages")
struct HostileTests {
  private static func symbol(_ raw: Int32) -> PatternNode { .symbol(SymbolID(raw)) }

  /// Gaps, wildcards and optional parts where they multiply best.
  private static let hostile: [(name: String, node: PatternNode)] = [
    ("wildcard first", .sequence([.wildcard(slot: 0), symbol(1)])),
    (
      "wildcards around", .sequence([.wildcard(slot: 0), symbol(1), .wildcard(slot: 1), symbol(0), .wildcard(slot: 2)])
    ),
    ("gaps", .sequence([symbol(0), .gap(max: 20), symbol(0), .gap(max: 20), symbol(0), .gap(max: 20), symbol(1)])),
    ("anchored gap", .sequence([.clauseStart, .gap(max: 30), symbol(1)])),
    ("any order", .permutation((0..<5).map { _ in .sequence([symbol(0), .gap(max: 3)]) } + [symbol(1)])),
    (
      "optional parts",
      .sequence((0..<12).map { _ in .optional(.alternatives([symbol(0), .gap(max: 3)])) } + [symbol(1)])
    ),
  ]

  /// Words, one after the other; the symbols of a word are a letter each: «a» is 0, «b» 1, «_» may be skipped.
  private static func lattice(_ unit: String, tokens: Int) -> Lattice {
    let letters = Array(unit.utf8)
    var edges: [LatticeEdge] = []
    var skippable: [Bool] = []
    for token in 0..<tokens {
      let letter = letters[token % letters.count]
      skippable.append(letter == UInt8(ascii: "_") || letter == UInt8(ascii: "s"))
      // «s» is a word that may be skipped, and reads as 0.
      let raw = letter == UInt8(ascii: "s") ? 0 : Int32(letter) - 97
      if letter != UInt8(ascii: "_") {
        edges.append(
          LatticeEdge(symbol: SymbolID(raw), from: token, to: token + 1, cost: 0, weight: UInt16(1 + token % 3)))
        if token + 2 <= tokens {
          edges.append(LatticeEdge(symbol: SymbolID(raw), from: token, to: token + 2, cost: 1, weight: 2))
        }
      }
    }
    // The last word is the one that patterns wait for.
    edges.append(LatticeEdge(symbol: SymbolID(1), from: tokens - 1, to: tokens, cost: 0, weight: 1))
    return Lattice(tokens: skippable.map { LatticeToken(clause: 0, isSkippable: $0) }, edges: edges)
  }

  @Test("steps grow with the message, and no faster", arguments: ["a", "ab", "aab", "s", "a_", "____a", "ccca", "sab"])
  func linear(unit: String) {
    for pattern in Self.hostile {
      let automaton = PatternAutomaton(patterns: [AutomatonPattern(id: 0, node: pattern.node)])
      #expect(automaton.errors.isEmpty, "\(pattern.name)")
      let short = automaton.stepCount(in: Self.lattice(unit, tokens: 300))
      let long = automaton.stepCount(in: Self.lattice(unit, tokens: 600))
      #expect(short > 0 && long <= short * 21 / 10 + 200, "\(pattern.name): \(short) for 300 tokens, \(long) for 600")
      #expect(long <= 600 * 8 * automaton.stateCount, "\(pattern.name): \(long) steps, \(automaton.stateCount) states")
    }
  }

  @Test("a pattern whose words are not all there costs one look")
  func asleep() {
    let patterns = (Int32(0)..<500).map { id in
      AutomatonPattern(
        id: id, node: .sequence([Self.symbol(0), .gap(max: 5), Self.symbol(10 + id), .gap(max: 5), Self.symbol(2)]))
    }
    let automaton = PatternAutomaton(patterns: patterns)
    let lattice = Self.lattice("aaaaaac", tokens: 200)
    #expect(automaton.stepCount(in: lattice) == 0)
    let edges = lattice.edges + [LatticeEdge(symbol: SymbolID(17), from: 3, to: 4, cost: 0, weight: 1)]
    let one = Lattice(tokens: lattice.tokens, edges: edges)
    #expect(automaton.stepCount(in: one) < 100)
    #expect(automaton.matches(in: one).map(\.pattern) == [7])
  }
}
