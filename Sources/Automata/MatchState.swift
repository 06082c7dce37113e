// The plain values that a search works with.

/// One way of having come to a position: the best to its state.
struct MatchThread: BitwiseCopyable, Sendable {
  var score: MatchScore
  /// Its first token.
  var start: Int32
  /// The next thread at the same position; -1 for none.
  var next: Int32
  /// The thread that its last step was taken from; -1 if that was the first.
  var previous: Int32
  /// The label of that step, ...
  var label: Int32
  /// ... the edge, or the token if the step takes any, ...
  var taken: Int32
  /// ... the state to which it led, or a gap behind it; counted from the first of the pattern ...
  var state: UInt16
  /// ... and what it is remembered under: an index of the tables' terms.
  var terms: UInt16
  /// Whether that step ended here; otherwise it has stepped over skippable tokens since.
  var isFresh = true
  /// Whether it has stepped into another clause since that step.
  var hasCrossed = false

  /// Where among the threads of a position it stands for its state.
  var standing: Int { Int(state) * 2 + (hasCrossed ? 1 : 0) }

  /// Whether it ranks above, or no lower but begins no earlier than, what scores `score` and begins at `start`.
  func isBetter(than other: MatchScore, start otherStart: Int32) -> Bool {
    score == other ? start >= otherStart : score.isBetter(than: other)
  }
}

/// The best way to end a match at a token.
struct MatchEnding: BitwiseCopyable, Sendable {
  var start: Int32
  var end: Int32
  var score: MatchScore
  var thread: Int32
}

/// A match that was found: its parts stand in the lists of the search.
struct FoundMatch: BitwiseCopyable, Sendable {
  /// The pattern's place.
  var pattern: Int32
  var start: Int32
  var end: Int32
  var score: MatchScore
  var firstEdge: Int32
  var edgeEnd: Int32
  var firstCapture: Int32
  var captureEnd: Int32
}

/// What stands at a position between tokens, and the token behind it.
struct SearchPosition: BitwiseCopyable, Sendable {
  let lattice: Lattice.Position
  /// Where the edges that leave it end; they begin at its `firstEdge`.
  let edgeEnd: Int32
  /// The symbols of the edges that leave it.
  var filter = SymbolFilter.none
  /// The newest thread that waits here; -1 for none.
  var waiting: Int32 = -1

  /// - Parameter next: the position behind it.
  init(_ position: Lattice.Position, next: Lattice.Position) {
    lattice = position
    edgeEnd = next.firstEdge
  }
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
