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
  package let patterns: [AutomatonPattern]
  private let tables: AutomatonTables
  private let pool = Pool<SearchPlace>()

  /// One arc, as it is built.
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

  /// - Parameter common: symbols that many messages hold whatever they are about; they count as more common than the
  ///   patterns tell, so that most patterns wait for another of theirs.
  package init(patterns: [AutomatonPattern], common: Set<SymbolID> = []) {
    var trimmed = patterns
    for index in trimmed.indices { trimmed[index].node = trimmed[index].node.withoutOuterGaps }
    let builder = AutomatonBuilder(patterns: trimmed)
    errors = builder.errors
    self.patterns = patterns
    tables = AutomatonTables(builder, patterns: trimmed, common: common)
  }

  package var stateCount: Int { tables.states.count - 1 - patterns.count }

  /// The matches of every pattern, by the pattern's place in the list, then by token.
  ///
  /// For every pattern and last token the best match counts: more weight, then fewer gap tokens, fewer repairs, more
  /// tokens in wildcards, a later start. Of those that overlap, the better stays, then the earlier.
  ///
  /// Between two steps a match may pass over skippable tokens, also into another clause; the tokens of a gap stay
  /// within one clause together with what stands on either side of them, those of a wildcard among themselves.
  ///
  /// - Complexity: O(tokens × readings of a token × states of the patterns whose needs the message meets × log arcs).
  package func matches(in lattice: Lattice) -> [PatternMatch] { search { $0.matches(in: lattice) } }

  /// The work of `matches(in:)`: threads made and patterns looked at. For tests that prove its bound.
  package func stepCount(in lattice: Lattice) -> Int {
    search { search in
      _ = search.matches(in: lattice)
      return search.steps
    }
  }

  /// How far the best attempt at `pattern` came; nil if it matches.
  package func nearestMiss(in lattice: Lattice, pattern: PatternID) -> NearestMiss? {
    guard let index = patterns.firstIndex(where: { $0.id == pattern }) else { return nil }
    return search { $0.nearestMiss(of: index, in: lattice) }
  }

  private func search<Result>(_ body: (inout MatchSearch) -> Result) -> Result {
    let place = pool.take() ?? SearchPlace(tables)
    defer { pool.give(place) }
    return body(&place.search)
  }
}
