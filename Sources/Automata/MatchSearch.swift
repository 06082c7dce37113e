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
  private(set) var edges = PlainArray<SearchEdge>()
  /// One for each position, the last one behind all tokens.
  var positions = PlainArray<SearchPosition>()
  /// By symbol: small enough to stay at hand while hundreds of symbols are asked for.
  private(set) var isPresent: PlainArray<Bool>
  /// By symbol: its first edge; meaningless if the message does not hold it.
  private var firstEdges: PlainArray<Int32>
  /// By set: where its members begin, one bit for each place (see ``lastPlace``).
  var places: PlainArray<UInt64>
  /// The sets that wake patterns of which the message holds a member.
  var metWaking = PlainArray<Int32>()
  var awake: [AwakePattern] = []

  // Of one pattern.
  var firstState: Int32 = 0
  /// The first steps for which the message holds a symbol.
  var starts = PlainArray<AutomatonTables.Arc>()
  var threads = PlainArray<MatchThread>()
  var trail = PlainArray<TrailStep>()
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
    isPresent = PlainArray(repeating: false, count: tables.symbolCount)
    firstEdges = PlainArray(repeating: -1, count: tables.symbolCount)
    places = PlainArray(repeating: 0, count: needs.setCount)
    standing = PlainArray(repeating: Stamped(), count: tables.mostStates * 2)
  }

  /// The matches of every pattern, by the pattern's place, then by token.
  mutating func matches(in lattice: Lattice) -> [PatternMatch] {
    prepare(for: lattice)
    var matches: [PatternMatch] = []
    guard tokenCount > 0 else { return matches }
    wake()
    for index in awake.indices {
      run(Int(awake[index].pattern), lastStart: awake[index].lastStart)
      collect(Int(awake[index].pattern), in: lattice, into: &matches)
    }
    return matches
  }

  // MARK: - The message

  mutating func prepare(for lattice: Lattice) {
    tokenCount = lattice.tokenCount
    steps = 0
    positions.removeAll()
    var solidBefore: Int32 = 0
    for position in 0...tokenCount {
      let isToken = position < tokenCount
      let isSkippable = isToken && lattice.skippable[position]
      positions.append(
        SearchPosition(
          firstEdge: lattice.positions[position].firstEdge, clause: isToken ? Int32(lattice.clauseOf[position]) : -1,
          waiting: -1, solidBefore: solidBefore, anchors: lattice.anchors(at: position), isSkippable: isSkippable))
      if !isSkippable { solidBefore += 1 }
    }
    // What the message before held.
    for index in edges.indices where covers(edges[index].symbol) {
      isPresent[Int(edges[index].symbol)] = false
      unmark(edges[index].symbol)
    }
    edges.removeAll()
    for edge in lattice.edges {
      edges.append(
        SearchEdge(
          symbol: edge.symbol.raw, from: Int32(edge.from), to: Int32(edge.to), next: -1, gain: MatchScore(of: edge)))
    }
    // From the back, so that chains run forwards.
    for index in edges.indices.reversed() where covers(edges[index].symbol) { link(index) }
  }

  /// Puts an edge at the head of the chain of its symbol.
  private mutating func link(_ index: Int) {
    let symbol = Int(edges[index].symbol)
    if isPresent[symbol] { edges[index].next = firstEdges[symbol] }
    isPresent[symbol] = true
    firstEdges[symbol] = Int32(index)
  }

  /// Whether a pattern uses the symbol at all.
  @inline(__always)
  func covers(_ symbol: Int32) -> Bool { symbol >= 0 && symbol < isPresent.count }

  /// The first edge of the message with a symbol that a pattern uses; -1 for none.
  @inline(__always)
  func firstEdge(of symbol: Int32) -> Int32 {
    isPresent[Int(symbol)] ? firstEdges[Int(symbol)] : -1
  }

  @inline(__always)
  func clause(of token: Int) -> Int { Int(positions[token].clause) }

  mutating func nextStanding() {
    if settled == .max {
      settled = 0
      for index in standing.indices { standing[index].stamp = 0 }
    }
    settled += 1
  }
}
