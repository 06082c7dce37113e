// The plain values that a search works with.

/// One way of having come to a position: the best to its state.
struct MatchThread: BitwiseCopyable, Sendable {
  var state: Int32
  /// Its last step in the trail.
  var trail: Int32
  /// Its first token.
  var start: Int32
  /// The next thread at the same position; -1 for none.
  var next: Int32
  var score: MatchScore
  /// Whether its last step ended here; otherwise it has stepped over skippable tokens since.
  var isFresh: Bool
  /// Whether it has stepped into another clause since its last step.
  var hasCrossed: Bool

  /// Whether it ranks above, or no lower but begins no earlier than, what scores `score` and begins at `start`.
  func isBetter(than other: MatchScore, start otherStart: Int32) -> Bool {
    score == other ? start >= otherStart : score.isBetter(than: other)
  }
}

/// One step that a thread took, and the index of the step before; -1 for none.
struct TrailStep: BitwiseCopyable, Sendable {
  var previous: Int32
  /// The edge taken, or a negative label of `Transition`.
  var edge: Int32
  var slot: Int32
  var token: Int32
}

/// The best way to end a match at a token.
struct MatchEnding: BitwiseCopyable, Sendable {
  var start: Int32
  var end: Int32
  var score: MatchScore
  var trail: Int32
}

/// An edge of the lattice, of the same index.
struct SearchEdge: BitwiseCopyable, Sendable {
  var symbol: Int32
  var from: Int32
  var to: Int32
  /// The next one with the same symbol; -1 for none.
  var next: Int32
  var gain: MatchScore
}

/// What stands at a position between tokens, and the token behind it.
struct SearchPosition: BitwiseCopyable, Sendable {
  /// The first edge that leaves it; the edges of a position end where those of the next begin.
  var firstEdge: Int32
  /// The clause of the token behind it; -1 behind the last one.
  var clause: Int32
  /// The newest thread that waits here; -1 for none.
  var waiting: Int32
  /// How many tokens before it may not be passed over.
  var solidBefore: Int32
  var anchors: Anchors
  /// Whether the token behind it may be passed over.
  var isSkippable: Bool
}

/// Something that holds while its stamp is the current one: tables of them need no clearing.
struct Stamped: BitwiseCopyable, Sendable {
  var stamp: UInt32 = 0
  var value: Int32 = -1
}

/// What a message is to a set of several symbols.
struct MetUnion: BitwiseCopyable, Sendable {
  /// Where the last message that asked met members of it, one bit for each place.
  var places: UInt64 = 0
  /// The number of that message.
  var known: UInt32 = 0
}
