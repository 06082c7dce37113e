/// One run of an automaton over one message: wake the patterns that can match, run each over the whole message once.
///
/// A pattern's threads from all first tokens run together. At a position those in the same state become one, the best,
/// for what follows is the same for all of them: a pattern takes at most one step per position, state and reading,
/// however its wildcards and gaps begin. A thread deep in a gap dies where one that is less deep scores no worse.
///
/// Its memory is kept for the next message, which allocates nothing that grows with the patterns. Not copyable, so that
/// nothing of it is ever copied by accident; its small helpers are inlined, for a call that borrows so large a value
/// copies it to the stack.
struct MatchSearch: ~Copyable, Sendable {
  let tables: AutomatonTables
  let needs: PatternNeeds
  /// Threads made, wakened patterns looked at: the work done, for tests that prove its bound.
  var steps = 0

  // Of one message.
  var tokenCount = 0
  private(set) var edges = PlainArray<LatticeEdge>()
  /// One for each position, the last one behind all tokens.
  var positions = PlainArray<SearchPosition>()
  /// The symbols of the message that a pattern uses, each once.
  private(set) var symbols = PlainArray<Int32>()
  /// By set of one symbol: where it begins, one bit for each place (see ``lastPlace``).
  var symbolPlaces: PlainArray<UInt64>
  /// The number of the message.
  private(set) var message: UInt32 = 0
  /// By set of several symbols, counted from the first.
  var unions: PlainArray<MetUnion>
  /// How many tokens that may not be passed over one edge takes at most.
  private(set) var longestEdge = 1
  /// By pattern, a bit each: whether it is to be run.
  var awake: PlainArray<UInt64>
  /// By pattern: if it is awake, the last place at which a match of it can begin.
  var lastStarts: PlainArray<Int32>
  /// What was found, by the pattern's place, then by token; and the readings and captures of all, match after match.
  var found = PlainArray<FoundMatch>()
  var taken = PlainArray<LatticeEdge>()
  var captured: [Capture] = []

  // Of one pattern.
  var firstState = 0
  var threads = PlainArray<MatchThread>()
  var endings = PlainArray<MatchEnding>()
  /// By state, twice: before and after a crossing. The thread that stands for it at the current position.
  var standing: PlainArray<Stamped>
  private(set) var settled: UInt32 = 0
  /// The places in `standing` that are taken.
  var live = PlainArray<Int32>()
  /// The last position at which a thread waits.
  var last = 0
  /// Whether the pattern may not touch some clause of this message, and by clause: which.
  var hasForbidden = false
  var isForbidden = PlainArray<Bool>()

  /// Set while one pattern is run for ``nearestMiss(of:in:)``.
  var farthest: FarthestThread?
  var isNoting = false

  init(_ tables: AutomatonTables) {
    self.tables = tables
    needs = tables.needs
    symbolPlaces = PlainArray(repeating: 0, count: Int(needs.firstUnion))
    unions = PlainArray(repeating: MetUnion(), count: needs.members.count)
    awake = PlainArray(repeating: 0, count: tables.ids.count / 64 + 1)
    lastStarts = PlainArray(repeating: 0, count: tables.ids.count)
    standing = PlainArray(repeating: Stamped(), count: tables.mostStates * 2)
  }

  /// The matches of every pattern, by the pattern's place, then by token.
  mutating func matches(in lattice: Lattice) -> [PatternMatch] {
    prepare(for: lattice)
    guard tokenCount > 0 else { return [] }
    wake()
    forgetMatches()
    for word in awake.indices {
      var awakeHere = awake[word]
      awake[word] = 0
      while awakeHere != 0 {
        let pattern = word * 64 + awakeHere.trailingZeroBitCount
        awakeHere &= awakeHere - 1
        run(pattern, lastStart: lastStarts[pattern])
        collect(pattern)
      }
    }
    return matches()
  }

  // MARK: - The message

  mutating func prepare(for lattice: Lattice) {
    tokenCount = lattice.tokenCount
    steps = 0
    positions.removeAll()
    for position in 0...tokenCount {
      positions.append(SearchPosition(lattice.positions[position], next: lattice.positions[position + 1]))
    }
    // What the message before held.
    for index in symbols.indices { symbolPlaces[Int(SymbolSets.firstSymbol + symbols[index])] = 0 }
    symbols.removeAll()
    nextMessage()
    edges.replaceAll(with: lattice.edges)
    longestEdge = 1
    for index in edges.indices {
      let edge = edges[index]
      let place = positions[edge.from].lattice.solidBefore
      if edge.to > edge.from + 1 { longestEdge = max(longestEdge, Int(positions[edge.to].lattice.solidBefore - place)) }
      // Symbols that no pattern uses stand in no way of any.
      let symbol = edge.symbol.raw
      let set = Int(SymbolSets.firstSymbol + symbol)
      guard symbol >= 0, set < symbolPlaces.count else { continue }
      positions[edge.from].filter |= SymbolFilter.bit(of: symbol)
      if symbolPlaces[set] == 0 { symbols.append(symbol) }
      symbolPlaces[set] |= Self.bit(ofPlace: place)
    }
  }

  /// Whether the message holds a symbol that a pattern uses.
  @inline(__always)
  func holds(_ symbol: Int32) -> Bool { symbolPlaces[Int(SymbolSets.firstSymbol + symbol)] != 0 }

  private mutating func nextMessage() {
    if message == .max {
      message = 0
      for index in unions.indices { unions[index] = MetUnion() }
    }
    message += 1
  }

  @inline(__always)
  func clause(of token: Int) -> Int { Int(positions[token].lattice.clause) }

  mutating func nextStanding() {
    if settled == .max {
      settled = 0
      for index in standing.indices { standing[index].stamp = 0 }
    }
    settled += 1
  }
}
