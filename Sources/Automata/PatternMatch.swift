/// Where a pattern matched, and by which readings.
package struct PatternMatch: Hashable, Sendable {
  package var pattern: PatternID
  /// From the first to the last token consumed.
  package var tokens: Range<Int>
  /// In the order of the message.
  package var captures: ArraySlice<Capture>
  /// The sum of the weights of `edges`.
  package var weight: Int
  /// How many tokens gaps ate; those of wildcards are captured and do not count.
  package var gapTokens: Int
  /// The sum of the costs of `edges`.
  package var repairs: Int
  /// The readings taken, in order.
  package var edges: ArraySlice<LatticeEdge>

  package init(
    pattern: PatternID, tokens: Range<Int>, captures: ArraySlice<Capture>, weight: Int, gapTokens: Int, repairs: Int,
    edges: ArraySlice<LatticeEdge>
  ) {
    self.pattern = pattern
    self.tokens = tokens
    self.captures = captures
    self.weight = weight
    self.gapTokens = gapTokens
    self.repairs = repairs
    self.edges = edges
  }
}

/// What a pattern remembered under a slot.
package struct Capture: Hashable, Sendable {
  package var slot: Int
  package var tokens: Range<Int>
  /// The symbol that filled it; nil for a wildcard.
  package var symbol: SymbolID?

  package init(slot: Int, tokens: Range<Int>, symbol: SymbolID?) {
    self.slot = slot
    self.tokens = tokens
    self.symbol = symbol
  }
}

/// How far the best attempt at a pattern came that did not match: for traces.
package struct NearestMiss: Hashable, Sendable {
  /// How many edges were taken before it failed.
  package var matchedAtoms: Int
  /// The sum of their weights.
  package var matchedWeight: Int
  /// The token that did not continue it; the token count at the message's end.
  package var failedAt: Int
  /// What would have continued it, sorted; empty when only a gap, an anchor or a veto failed.
  package var expected: [SymbolID]

  package init(matchedAtoms: Int, matchedWeight: Int, failedAt: Int, expected: [SymbolID]) {
    self.matchedAtoms = matchedAtoms
    self.matchedWeight = matchedWeight
    self.failedAt = failedAt
    self.expected = expected
  }
}
