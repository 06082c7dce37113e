/// All patterns in one automaton: flat arrays, no epsilon moves, built once and read by every message.
///
/// A state belongs to one pattern, and the states of a pattern are neighbors. A pattern runs only on messages that hold
/// what it needs (``PatternNeeds``), so that the number of patterns costs next to nothing.
package final class PatternAutomaton: Sendable {
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
  /// The state of the same pattern that can do all that a state can and more; -1 for none.
  let widerGap: [Int32]
  package let patterns: [AutomatonPattern]
  /// `stateStart[p]..<stateStart[p + 1]` are the states of pattern `p`.
  let stateStart: [Int32]
  /// The states of the largest pattern.
  let mostStates: Int
  /// One more than the greatest symbol that a pattern uses.
  let symbolCount: Int

  /// The first steps of all patterns. Those with a negative label take any token: a wildcard, or a gap behind an anchor.
  let starts: [Transition]
  private let startIndex: [Int32]
  let needs: PatternNeeds
  private let pool = MatchBufferPool()

  package init(patterns: [AutomatonPattern]) {
    let builder = AutomatonBuilder(patterns: patterns)
    errors = builder.errors
    transitions = builder.transitions
    transitionStart = builder.transitionStart
    patternOf = builder.patternOf
    accepts = builder.accepts
    staysInClause = builder.staysInClause
    widerGap = builder.widerGap
    self.patterns = patterns
    stateStart = builder.stateStart
    mostStates = zip(builder.stateStart, builder.stateStart.dropFirst()).map { Int($1 - $0) }.max() ?? 0
    starts = builder.starts
    startIndex = builder.startIndex
    let broken = Set(errors.map(\.pattern))
    needs = PatternNeeds(patterns: patterns.map { broken.contains($0.id) ? nil : $0.node })
    let vetoes = patterns.flatMap { $0.excluded + $0.required }.map(\.raw)
    symbolCount = Int(max((transitions + starts).map(\.label).max() ?? -1, vetoes.max() ?? -1)) + 1
  }

  package var stateCount: Int { patternOf.count }

  /// The matches of every pattern, by the pattern's place in the list, then by token.
  ///
  /// For every pattern and last token the best match counts: more weight, then fewer gap tokens, fewer repairs, more
  /// tokens in wildcards, a later start. Of those that overlap, the better stays, then the earlier.
  ///
  /// Between two steps a match may pass over skippable tokens, also into another clause; the tokens of a gap stay
  /// within one clause together with what stands on either side of them, those of a wildcard among themselves.
  ///
  /// - Complexity: O(tokens × readings of a token × states of the patterns whose needs the message meets × log arcs).
  package func matches(in lattice: Lattice) -> [PatternMatch] {
    search(lattice) { search in
      search.run()
      return search.matches
    }
  }

  /// The work of `matches(in:)`: threads made and patterns looked at. For tests that prove its bound.
  package func stepCount(in lattice: Lattice) -> Int {
    search(lattice) { search in
      search.run()
      return search.steps
    }
  }

  /// How far the best attempt at `pattern` came; nil if it matches.
  package func nearestMiss(in lattice: Lattice, pattern: PatternID) -> NearestMiss? {
    guard let index = patterns.firstIndex(where: { $0.id == pattern }) else { return nil }
    return search(lattice) { $0.nearestMiss(of: index) }
  }

  private func search<Result>(_ lattice: Lattice, _ body: (inout MatchSearch) -> Result) -> Result {
    var search = MatchSearch(self, in: lattice, buffers: pool.take())
    let result = body(&search)
    pool.give(&search.buffers)
    return result
  }

  /// The arcs that leave `state`.
  func arcs(of state: Int32) -> Range<Int> {
    Int(transitionStart[Int(state)])..<Int(transitionStart[Int(state) + 1])
  }

  /// The places in `starts` of the first steps of `pattern`.
  func starts(of pattern: Int) -> Range<Int> { Int(startIndex[pattern])..<Int(startIndex[pattern + 1]) }

  /// Those of `arcs`, the arcs of one state, that have `label`: they stand side by side.
  func arcs(in arcs: Range<Int>, on label: Int32) -> Range<Int> {
    var low = arcs.lowerBound
    var high = arcs.upperBound
    while low < high {
      let middle = (low + high) / 2
      if transitions[middle].label < label { low = middle + 1 } else { high = middle }
    }
    var end = low
    while end < arcs.upperBound, transitions[end].label == label { end += 1 }
    return low..<end
  }
}
