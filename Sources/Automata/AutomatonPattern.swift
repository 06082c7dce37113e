/// A pattern as it goes into the automaton.
package struct AutomatonPattern: Sendable {
  /// Comes back in matches and errors; unique in one automaton.
  package var id: PatternID
  package var node: PatternNode
  /// A match is vetoed if and only if one of these stands in a clause that the match touches.
  package var excluded: [SymbolID]
  /// A match is vetoed unless each of these stands in a clause that the match touches.
  package var required: [SymbolID]

  package init(id: PatternID, node: PatternNode, excluded: [SymbolID] = [], required: [SymbolID] = []) {
    self.id = id
    self.node = node
    self.excluded = excluded
    self.required = required
  }
}

/// Why a pattern was left out of the automaton.
package struct AutomatonBuildError: Error, Hashable, Sendable {
  package enum Reason: Hashable, Sendable {
    /// It would match nothing at all, everywhere: `[a] [b]`, `...`.
    case matchesEmpty
    /// No message can match it: an empty list of alternatives on every path.
    case neverMatches
    /// Its sets of states double with every item; `PatternAutomaton.permutationLimit` is the most.
    case permutationTooLarge(items: Int)
    /// Nested optional, permutation and gap forms make more than `PatternAutomaton.nodeLimit` nodes.
    case tooLarge
  }

  package var pattern: PatternID
  package var reason: Reason

  package init(pattern: PatternID, reason: Reason) {
    self.pattern = pattern
    self.reason = reason
  }
}
