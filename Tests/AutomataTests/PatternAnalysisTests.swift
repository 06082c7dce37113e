import Testing

@testable import Automata

/// Symbols are letters; a sentence is a string of them.
private func s(_ letter: Unicode.Scalar) -> PatternNode { .symbol(symbol(letter)) }
private func symbol(_ letter: Unicode.Scalar) -> SymbolID { SymbolID(Int32(letter.value)) }
private func text(_ symbols: [SymbolID]) -> String {
  String(String.UnicodeScalarView(symbols.compactMap { Unicode.Scalar(UInt32($0.raw)) }))
}

private func shape(_ node: PatternNode, excluded: [SymbolID] = []) throws -> PatternShape {
  try #require(PatternShape(AutomatonPattern(id: 0, node: node, excluded: excluded)))
}

@Suite("what is proved of patterns without a message")
struct PatternAnalysisTests {
  static let ten = (0..<10).map { _ in PatternNode.alternatives([s("a"), s("b"), s("c")]) }

  @Test(
    "sentences are counted, not enumerated",
    arguments: [
      (s("a"), 1.0), (.sequence([s("a"), .optional(s("b"))]), 2),
      (.alternatives([s("a"), s("b"), .sequence([s("a"), s("b")])]), 3),
      // The same sentence by two ways counts once.
      (.alternatives([.sequence([s("a"), s("b")]), .sequence([s("a"), .optional(s("b"))])]), 2),
      (.permutation([s("a"), s("b"), s("c")]), 6), (.permutation([s("a"), s("a")]), 1),
      (.sequence(ten), 59_049), (.sequence(ten + ten + ten + ten), 12_157_665_459_056_928_768),
      (.sequence([s("a"), .gap(max: 3), s("b")]), 4), (.sequence([s("a"), .wildcard(slot: 0)]), 1),
    ] as [(PatternNode, Double)])
  func counts(node: PatternNode, count: Double) throws {
    #expect(try shape(node).sentenceCount { _ in 1 } == count)
  }

  @Test func countsForms() throws {
    #expect(try shape(.sequence([s("a"), s("b")])).sentenceCount { $0 == symbol("a") ? 50 : 2 } == 100)
  }

  @Test("a pattern whose every way is excluded cannot match")
  func cannotMatch() throws {
    let node = PatternNode.sequence([s("a"), .alternatives([s("b"), s("c")])])
    #expect(try shape(node).canMatch)
    #expect(try shape(node, excluded: [symbol("b")]).canMatch)
    #expect(try !shape(node, excluded: [symbol("a")]).canMatch)
    #expect(try !shape(node, excluded: [symbol("b"), symbol("c")]).canMatch)
  }

  @Test(
    "inclusion",
    arguments: [
      (.sequence([s("a"), .optional(s("b"))]), s("a"), true), (s("a"), .sequence([s("a"), .optional(s("b"))]), false),
      (.permutation([s("a"), s("b")]), .sequence([s("b"), s("a")]), true),
      (
        .alternatives([.sequence([s("a"), s("b")]), .sequence([s("a"), s("c")])]),
        .sequence([s("a"), .alternatives([s("b"), s("c")])]), true
      ),
      (.sequence([s("a"), .gap(max: 2), s("b")]), .sequence([s("a"), .gap(max: 1), s("b")]), true),
      (.sequence([s("a"), .gap(max: 1), s("b")]), .sequence([s("a"), .gap(max: 2), s("b")]), false),
      (.sequence([.clauseStart, s("a")]), s("a"), false), (s("a"), .sequence([.clauseStart, s("a")]), true),
      (s("a"), .slot(1, symbol("a")), false), (s("u"), s("a"), true), (s("a"), s("u"), false),
    ] as [(PatternNode, PatternNode, Bool)])
  func includes(container: PatternNode, part: PatternNode, expected: Bool) throws {
    // Every token that reads as «a» reads as «u».
    let answer = try shape(container).includes(try shape(part)) { $0 == symbol("a") && $1 == symbol("u") }
    #expect(answer == expected)
  }

  @Test(
    "ties: the shortest sentence that both match for the same weight",
    arguments: [
      (.sequence([s("a"), .optional(s("b"))]), .sequence([.optional(s("a")), s("b")]), "ab"),
      (.sequence([s("a"), s("b")]), .permutation([s("b"), s("a")]), "ab"),
      (.sequence([s("a"), .optional(.sequence([s("b"), s("c")]))]), .sequence([s("a"), s("b"), s("c")]), "abc"),
      (s("a"), s("b"), ""), (.sequence([s("a"), s("b")]), .sequence([s("b"), s("a")]), ""),
      // «a» and «u» meet in one token; «U» does too but weighs more.
      (.sequence([s("x"), s("a")]), .sequence([s("x"), s("u")]), "xa"),
      (.sequence([s("x"), s("a")]), .sequence([s("x"), s("U")]), ""),
      (.sequence([s("a"), .clauseEnd, s("b")]), .sequence([s("a"), s("b")]), ""),
    ] as [(PatternNode, PatternNode, String)])
  func ties(a: PatternNode, b: PatternNode, sentence: String) throws {
    let overlap = PatternOverlap(
      [try shape(a), try shape(b)],
      related: [
        symbol("a"): [symbol("u"), symbol("U")], symbol("u"): [symbol("a")], symbol("U"): [symbol("a")],
      ]
    ) { $0 == symbol("U") ? 5 : 1 }
    let tie = overlap.ties(0, 1, handicap: 0, most: 1).first ?? []
    #expect(text(tie.map(\.0)) == sentence)
    if !sentence.isEmpty { #expect(overlap.mayOverlap(0, 1)) }
  }

  @Test func shortestSentence() throws {
    let node = PatternNode.sequence([.optional(s("a")), .alternatives([.sequence([s("b"), s("b")]), s("c")])])
    #expect(text(try shape(node).shortestSentence ?? []) == "c")
    #expect(try shape(.wildcard(slot: 0)).shortestSentence == nil)
  }

  @Test(
    "what every path through a graph needs",
    arguments: [
      ([(0, "a", 2), (2, "b", 1)], ["a", "b"]), ([(0, "a", 1), (0, "b", 1)], ["ab"]),
      ([(0, "a", 2), (0, "", 2), (2, "b", 1)], ["b"]), ([(0, "*", 2), (2, "b", 1)], ["b"]),
      ([(0, "a", 2), (0, "b", 3), (2, "c", 1), (3, "d", 1)], ["ab"]), ([(0, "", 1), (0, "a", 1)], []),
    ] as [([(Int, String, Int)], [String])])
  func needs(arcs: [(Int, String, Int)], expected: [String]) throws {
    var fragment = PatternFragment()
    for _ in 0..<2 { _ = fragment.addNode() }
    for (from, label, to) in arcs {
      let label: PatternFragment.Label =
        switch label {
        case "": .empty
        case "*": .wildcard(slot: 0)
        default: .symbol(symbol(label.unicodeScalars.first ?? " "))
        }
      fragment.arcs.append(.init(from: from, to: to, label: label))
    }
    #expect(fragment.needs.map { text($0.map { SymbolID($0) }) } == expected)
  }
}
