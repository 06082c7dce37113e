/// All patterns in one automaton: flat arrays, no epsilon moves, built once and read by every message.
///
/// A state belongs to one pattern. What a start state offers first is indexed by symbol, so a token wakes only the
/// patterns that can begin with it.
package struct PatternAutomaton: Sendable {
  /// The most items that a permutation may have: its states are the subsets of its items.
  package static let permutationLimit = 6
  /// The most nodes that one pattern may expand to.
  package static let nodeLimit = 20_000

  /// The patterns that were left out, and why; in the order given.
  package let errors: [AutomatonBuildError]

  /// One arc of the automaton.
  struct Transition: Hashable, Sendable {
    /// A symbol, or one of the negative labels below.
    var label: Int32
    var slot: Int32
    var target: Int32
    /// What must hold at the position before the step.
    var anchors: Anchors

    static let gap: Int32 = -1
    static let wildcardBegin: Int32 = -2
    static let wildcardContinue: Int32 = -3
    static let noSlot: Int32 = -1
  }

  /// `transitions[transitionStart[s]..<transitionStart[s + 1]]` leave state `s`, sorted by label.
  let transitions: [Transition]
  let transitionStart: [Int32]
  /// The index in `patterns` that a state belongs to.
  let patternOf: [Int32]
  /// Bit `m` is set if and only if the state accepts where the anchors with raw value `m` hold.
  let accepts: [UInt8]
  /// Whether the step out of the state must begin in the clause of the token before it (inside a gap).
  let staysInClause: [Bool]
  let patterns: [AutomatonPattern]

  /// `starts[startIndex[y]..<startIndex[y + 1]]` are the first steps on symbol `y`.
  let starts: [Transition]
  let startIndex: [Int32]
  /// First steps that take any token: a wildcard, or a gap behind an anchor.
  let anyStarts: [Transition]

  package init(patterns: [AutomatonPattern]) {
    let builder = AutomatonBuilder(patterns: patterns)
    errors = builder.errors
    transitions = builder.transitions
    transitionStart = builder.transitionStart
    patternOf = builder.patternOf
    accepts = builder.accepts
    staysInClause = builder.staysInClause
    self.patterns = patterns
    let sorted = builder.starts.sorted { ($0.label, $0.target) < ($1.label, $1.target) }
    anyStarts = sorted.filter { $0.label < 0 }
    starts = sorted.filter { $0.label >= 0 }
    var startIndex = [Int32](repeating: 0, count: Int(starts.last?.label ?? -1) + 2)
    for start in starts { startIndex[Int(start.label) + 1] += 1 }
    for symbol in startIndex.indices.dropFirst() { startIndex[symbol] += startIndex[symbol - 1] }
    self.startIndex = startIndex
  }

  package var stateCount: Int { patternOf.count }
  package var transitionCount: Int { transitions.count }

  /// The matches of every pattern, by the pattern's place in the list, then by token.
  ///
  /// For every pattern and first token the best match counts: more weight, then fewer gap tokens, fewer repairs, more
  /// tokens in wildcards, an earlier end. Of those that overlap, the better stays, then the earlier.
  ///
  /// Between two steps a match may pass over skippable tokens, also into another clause; the tokens of a gap stay
  /// within one clause together with what stands on either side of them, those of a wildcard among themselves.
  ///
  /// - Complexity: O(tokens × tokens × states × readings of a token × log arcs), for at each position there is at
  ///   most one thread per state and first token; without wildcards a pattern's length replaces one of the tokens.
  package func matches(in lattice: Lattice) -> [PatternMatch] {
    var search = MatchSearch(self, in: lattice)
    search.run()
    return search.bestMatches()
  }

  /// How far the best attempt at `pattern` came; nil if it matches.
  package func nearestMiss(in lattice: Lattice, pattern: PatternID) -> NearestMiss? {
    guard let index = patterns.firstIndex(where: { $0.id == pattern }) else { return nil }
    var search = MatchSearch(self, in: lattice, only: Int32(index))
    search.run()
    return search.nearestMiss()
  }

  /// The arcs that leave `state`.
  func arcs(of state: Int32) -> Range<Int> {
    Int(transitionStart[Int(state)])..<Int(transitionStart[Int(state) + 1])
  }

  /// The first steps on `symbol`.
  func startArcs(on symbol: SymbolID) -> Range<Int> {
    let raw = Int(symbol.raw)
    guard raw >= 0, raw + 1 < startIndex.count else { return 0..<0 }
    return Int(startIndex[raw])..<Int(startIndex[raw + 1])
  }

  /// The arcs of `state` with `label`: they stand side by side.
  func arcs(of state: Int32, on label: Int32) -> Range<Int> {
    let all = arcs(of: state)
    var low = all.lowerBound
    var high = all.upperBound
    while low < high {
      let middle = (low + high) / 2
      if transitions[middle].label < label { low = middle + 1 } else { high = middle }
    }
    var end = low
    while end < all.upperBound, transitions[end].label == label { end += 1 }
    return low..<end
  }
}
