import Automata
import Testing

/// A message for tests: words; `,` closes a clause and may be stepped over, `.` closes one and may not, `*` may be
/// stepped over inside a clause. A word's symbol is its place in `vocabulary`.
private struct Sentence {
  static let vocabulary = ["cancelar", "pedido", "mi", "no", "num", "quiero", "de", "volver", "devolver"]

  static func symbol(_ word: String) -> SymbolID { SymbolID(Int32(vocabulary.firstIndex(of: word) ?? 99)) }

  static func lattice(_ text: String, extra: [LatticeEdge] = []) -> Lattice {
    let tokens = text.split(separator: " ").map(String.init)
    var clause = 0
    var clauses: [Int] = []
    for token in tokens {
      clauses.append(clause)
      if token == "," || token == "." { clause += 1 }
    }
    let edges = tokens.enumerated().compactMap { index, token -> LatticeEdge? in
      guard vocabulary.contains(token) else { return nil }
      return LatticeEdge(symbol: symbol(token), from: index, to: index + 1, cost: 0, weight: 1)
    }
    return Lattice(
      tokens: zip(clauses, tokens).map { LatticeToken(clause: $0, isSkippable: $1 == "," || $1 == "*") },
      edges: edges + extra)
  }
}

private func w(_ word: String) -> PatternNode { .symbol(Sentence.symbol(word)) }

/// Named so that a table's rows stay short.
private let forms: [String: PatternNode] = [
  "sequence": .sequence([w("cancelar"), w("mi"), w("pedido")]),
  "gap": .sequence([w("cancelar"), .gap(max: 2), w("pedido")]),
  "optional": .sequence([w("cancelar"), .optional(w("mi")), w("pedido")]),
  "either": .alternatives([w("cancelar"), w("devolver")]),
  "any order": .permutation([w("cancelar"), w("mi"), w("pedido")]),
  "slot": .sequence([w("pedido"), .slot(7, Sentence.symbol("num"))]),
  "tail": .sequence([w("quiero"), .wildcard(slot: 3)]),
  "between": .sequence([w("quiero"), .wildcard(slot: 3), w("pedido")]),
  "first": .sequence([.clauseStart, w("pedido")]),
  "last": .sequence([w("pedido"), .clauseEnd]),
  "whole": .sequence([.clauseStart, w("pedido"), .clauseEnd]),
  "gap to the end": .sequence([w("cancelar"), .gap(max: 2), .clauseEnd]),
]

@Suite("patterns on messages")
struct PatternAutomatonTests {
  @Test(
    "match",
    arguments: [
      ("sequence", "hola cancelar mi pedido ya", [1..<4]), ("sequence", "cancelar , mi * pedido", [0..<5]),
      ("gap", "cancelar pedido", [0..<2]), ("gap", "cancelar a b pedido", [0..<4]),
      ("gap", "cancelar a * b pedido", [0..<5]), ("gap", "cancelar a cancelar pedido", [2..<4]),
      ("optional", "cancelar mi pedido y cancelar pedido", [0..<3, 4..<6]), ("either", "devolver", [0..<1]),
      ("any order", "pedido cancelar mi", [0..<3]), ("any order", "mi cancelar pedido", [0..<3]),
      ("slot", "pedido , num", [0..<3]), ("tail", "quiero x y z , w", [0..<4]),
      ("between", "quiero x y pedido", [0..<4]),
      ("first", "pedido x", [0..<1]), ("first", "* pedido", [1..<2]), ("first", "x . pedido", [2..<3]),
      ("last", "x pedido *", [1..<2]), ("last", "pedido , x", [0..<1]), ("whole", "x , pedido , y", [2..<3]),
      ("gap to the end", "cancelar a b", [0..<3]), ("gap to the end", "cancelar", [0..<1]),
    ])
  func matches(form: String, message: String, tokens: [Range<Int>]) throws {
    let node = try #require(forms[form])
    let automaton = PatternAutomaton(patterns: [AutomatonPattern(id: 5, node: node)])
    #expect(automaton.errors.isEmpty)
    let found = automaton.matches(in: Sentence.lattice(message))
    #expect(found.map(\.tokens) == tokens)
    #expect(found.allSatisfy { $0.pattern == 5 })
  }

  @Test(
    "do not match",
    arguments: [
      ("sequence", "cancelar pedido"), ("sequence", "cancelar mi . pedido"), ("sequence", "pedido mi cancelar"),
      ("gap", "cancelar a b c pedido"), ("gap", "cancelar a , pedido"), ("gap", "cancelar , a pedido"),
      ("any order", "pedido cancelar"), ("any order", "pedido pedido mi"), ("slot", "num pedido"), ("tail", "x quiero"),
      ("between", "quiero pedido"), ("between", "quiero x , y pedido"), ("first", "x pedido"), ("last", "pedido x"),
      ("whole", "x pedido , y"), ("gap to the end", "cancelar a b c"), ("either", ""),
    ])
  func rejects(form: String, message: String) throws {
    let node = try #require(forms[form])
    let automaton = PatternAutomaton(patterns: [AutomatonPattern(id: 0, node: node)])
    #expect(automaton.matches(in: Sentence.lattice(message)).isEmpty)
    #expect(automaton.nearestMiss(in: Sentence.lattice(message), pattern: 0) != nil)
  }

  /// More edges in a row than a way through a pattern keeps in mind.
  @Test(arguments: ["", "pedido"]) func manyEdgesOfClauses(word: String) {
    let edges = [PatternNode](repeating: .clauseStart, count: 9)
    let words: [PatternNode] = word.isEmpty ? [] : [.symbol(Sentence.symbol(word))]
    let automaton = PatternAutomaton(patterns: [
      AutomatonPattern(id: 0, node: .sequence(edges + words)),
      AutomatonPattern(id: 1, node: .alternatives([.sequence(edges + words), .symbol(Sentence.symbol("nada"))])),
    ])
    let found = automaton.matches(in: Sentence.lattice("pedido"))
    #expect(found.map(\.pattern) == (word.isEmpty ? [] : [0, 1]))
  }

  @Test("a slot remembers its edge, a wildcard its words")
  func captures() throws {
    let patterns = ["slot", "tail", "between"].enumerated().compactMap { index, form in
      forms[form].map { AutomatonPattern(id: Int32(index), node: $0) }
    }
    let automaton = PatternAutomaton(patterns: patterns)
    let slot = automaton.matches(in: Sentence.lattice("mi pedido num"))
    #expect(slot.map(\.captures) == [[Capture(slot: 7, tokens: 2..<3, symbol: Sentence.symbol("num"))]])
    let tail = automaton.matches(in: Sentence.lattice("quiero a * b pedido"))
    #expect(
      tail.map(\.captures) == [
        [Capture(slot: 3, tokens: 1..<5, symbol: nil)], [Capture(slot: 3, tokens: 1..<4, symbol: nil)],
      ])
  }

  @Test(
    "vetoes and demands look at the clause",
    arguments: [
      ("cancelar pedido", 1), ("no cancelar", 0), ("cancelar x no", 0), ("no , cancelar", 1), ("no . cancelar", 1),
    ])
  func exclusion(message: String, count: Int) {
    let veto = AutomatonPattern(id: 0, node: w("cancelar"), excluded: [Sentence.symbol("no")])
    let demand = AutomatonPattern(id: 1, node: w("cancelar"), required: [Sentence.symbol("no")])
    let found = PatternAutomaton(patterns: [veto, demand]).matches(in: Sentence.lattice(message))
    #expect(found.map(\.pattern) == [count == 1 ? 0 : 1])
  }

  @Test("more weight wins over fewer repairs, and a reading may cover two tokens")
  func readings() {
    let glued = LatticeEdge(symbol: Sentence.symbol("devolver"), from: 0, to: 2, cost: 2, weight: 5)
    let pattern = AutomatonPattern(
      id: 0, node: .alternatives([.sequence([w("de"), w("volver")]), .slot(1, Sentence.symbol("devolver"))]))
    let found = PatternAutomaton(patterns: [pattern]).matches(in: Sentence.lattice("de volver", extra: [glued]))
    #expect(found.map(\.edges) == [[glued]])
    #expect(found.map(\.repairs) == [2])
    #expect(found.map(\.weight) == [5])
  }

  @Test(
    "left out, with the reason",
    arguments: [
      (PatternNode.optional(w("mi")), AutomatonBuildError.Reason.matchesEmpty), (.gap(max: 3), .matchesEmpty),
      (.sequence([.clauseStart, .clauseEnd]), .matchesEmpty), (.sequence([]), .matchesEmpty),
      (.permutation([.optional(w("mi")), .gap(max: 1)]), .matchesEmpty), (.alternatives([]), .neverMatches),
      (.sequence([w("mi"), .alternatives([])]), .neverMatches),
      (.permutation((0..<7).map { _ in w("mi") }), .permutationTooLarge(items: 7)),
      (.sequence([w("mi"), .gap(max: 30_000), w("mi")]), .tooLarge),
    ])
  func errors(node: PatternNode, reason: AutomatonBuildError.Reason) {
    let automaton = PatternAutomaton(patterns: [
      AutomatonPattern(id: 3, node: node), AutomatonPattern(id: 4, node: w("mi")),
    ])
    #expect(automaton.errors == [AutomatonBuildError(pattern: 3, reason: reason)])
    #expect(automaton.matches(in: Sentence.lattice("mi")).map(\.pattern) == [4])
  }

  @Test("the nearest miss says where and what was expected")
  func miss() throws {
    let automaton = PatternAutomaton(patterns: [
      AutomatonPattern(id: 9, node: .sequence([w("cancelar"), .optional(w("mi")), w("pedido")]))
    ])
    let miss = try #require(automaton.nearestMiss(in: Sentence.lattice("cancelar mi x"), pattern: 9))
    #expect(miss == NearestMiss(matchedAtoms: 2, matchedWeight: 2, failedAt: 2, expected: [Sentence.symbol("pedido")]))
    let start = try #require(automaton.nearestMiss(in: Sentence.lattice("x"), pattern: 9))
    #expect(
      start == NearestMiss(matchedAtoms: 0, matchedWeight: 0, failedAt: 0, expected: [Sentence.symbol("cancelar")]))
    #expect(automaton.nearestMiss(in: Sentence.lattice("x"), pattern: 1) == nil)
  }

  @Test("states grow with subsets, not with orders, and alternatives share one")
  func size() {
    let six = PatternNode.permutation((0..<6).map { .symbol(SymbolID($0)) })
    #expect(PatternAutomaton(patterns: [AutomatonPattern(id: 0, node: six)]).stateCount == 63)
    let wide = PatternNode.alternatives((0..<50).map { .symbol(SymbolID($0)) })
    #expect(PatternAutomaton(patterns: [AutomatonPattern(id: 0, node: wide)]).stateCount == 1)
  }

  @Test("a long hostile message stays cheap")
  func hostile() {
    let node = PatternNode.sequence([
      .wildcard(slot: 0), .symbol(SymbolID(0)), .gap(max: 5), .wildcard(slot: 1), .symbol(SymbolID(1)),
    ])
    let automaton = PatternAutomaton(patterns: (0..<20).map { AutomatonPattern(id: $0, node: node) })
    let edges = (0..<80).map { LatticeEdge(symbol: SymbolID(0), from: $0, to: $0 + 1, cost: 0, weight: 1) }
    let lattice = Lattice(tokens: Array(repeating: LatticeToken(clause: 0), count: 80), edges: edges)
    #expect(automaton.matches(in: lattice).isEmpty)
  }
}
