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
  private let needs: PatternNeeds
  /// Threads made, wakened patterns looked at: the work done, for tests that prove its bound.
  var steps = 0

  // Of one message. What is stamped holds for the message whose number it bears.
  private var message: UInt32 = 0
  var tokenCount = 0
  private(set) var edges = PlainArray<SearchEdge>()
  /// One for each position, the last one behind all tokens.
  var positions = PlainArray<SearchPosition>()
  /// By symbol: small enough to stay at hand while hundreds of symbols are asked for.
  private(set) var isPresent: PlainArray<Bool>
  private var occurrences: PlainArray<Occurrences>
  /// By set: where its last member begins; -1 if the message holds none.
  private var lastMembers: PlainArray<Stamped>
  /// By pattern: the last message that it was looked at for.
  private var wakenedAt: PlainArray<UInt32>
  private var awake: [AwakePattern] = []

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
    occurrences = PlainArray(repeating: Occurrences(firstEdge: -1, lastStart: -1), count: tables.symbolCount)
    lastMembers = PlainArray(repeating: Stamped(), count: needs.setCount)
    wakenedAt = PlainArray(repeating: 0, count: tables.patterns.count)
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
    nextMessage()
    tokenCount = lattice.tokenCount
    steps = 0
    positions.removeAll()
    for position in 0...tokenCount {
      let isToken = position < tokenCount
      positions.append(
        SearchPosition(
          firstEdge: lattice.positions[position].firstEdge, clause: isToken ? Int32(lattice.clauseOf[position]) : -1,
          waiting: -1, anchors: lattice.anchors(at: position), isSkippable: isToken && lattice.skippable[position]))
    }
    // What the message before held.
    for index in edges.indices where covers(edges[index].symbol) { isPresent[Int(edges[index].symbol)] = false }
    edges.removeAll()
    for edge in lattice.edges {
      edges.append(
        SearchEdge(
          symbol: edge.symbol.raw, from: Int32(edge.from), to: Int32(edge.to), next: -1, gain: MatchScore(of: edge)))
    }
    // From the back, so that chains run forwards.
    for index in edges.indices.reversed() where covers(edges[index].symbol) { link(index) }
  }

  private mutating func nextMessage() {
    if message == .max {
      message = 0
      for index in lastMembers.indices { lastMembers[index].stamp = 0 }
      for index in wakenedAt.indices { wakenedAt[index] = 0 }
    }
    message += 1
  }

  /// Puts an edge at the head of the chain of its symbol.
  private mutating func link(_ index: Int) {
    let symbol = Int(edges[index].symbol)
    if isPresent[symbol] {
      edges[index].next = occurrences[symbol].firstEdge
      occurrences[symbol].firstEdge = Int32(index)
    } else {
      isPresent[symbol] = true
      occurrences[symbol] = Occurrences(firstEdge: Int32(index), lastStart: edges[index].from)
    }
  }

  /// Whether a pattern uses the symbol at all.
  @inline(__always)
  private func covers(_ symbol: Int32) -> Bool { symbol >= 0 && symbol < isPresent.count }

  /// The first edge of the message with a symbol that a pattern uses; -1 for none.
  @inline(__always)
  func firstEdge(of symbol: Int32) -> Int32 {
    isPresent[Int(symbol)] ? occurrences[Int(symbol)].firstEdge : -1
  }

  @inline(__always)
  func clause(of token: Int) -> Int { Int(positions[token].clause) }

  // MARK: - Waking

  private mutating func wake() {
    awake.removeAll(keepingCapacity: true)
    for pattern in needs.always { awake.append(AwakePattern(pattern: pattern, lastStart: Int32(tokenCount))) }
    for index in edges.indices {
      let symbol = edges[index].symbol
      guard symbol >= 0, symbol < needs.symbolCount, firstEdge(of: symbol) == Int32(index) else { continue }
      for place in Int(needs.waitingStart[Int(symbol)])..<Int(needs.waitingStart[Int(symbol) + 1]) {
        let waiter = needs.waiting[place]
        steps += 1
        if lastMember(of: waiter.nextSet) >= 0 { wake(Int(waiter.pattern)) }
      }
    }
    awake.sort { $0.pattern < $1.pattern }
  }

  /// Wakes a pattern, unless it is awake already or one of its sets is not met.
  private mutating func wake(_ pattern: Int) {
    guard wakenedAt[pattern] != message else { return }
    wakenedAt[pattern] = message
    // A match takes a member of every set: it cannot begin behind the last of any.
    var lastStart = Int32.max
    for place in Int(needs.needStart[pattern])..<Int(needs.needStart[pattern + 1]) {
      lastStart = min(lastStart, lastMember(of: needs.sets[place]))
      if lastStart < 0 { return }
    }
    awake.append(AwakePattern(pattern: Int32(pattern), lastStart: lastStart))
  }

  /// Where the last member of `set` begins in the message; -1 if it holds none.
  @inline(__always)
  private mutating func lastMember(of set: Int32) -> Int32 {
    let known = lastMembers[Int(set)]
    return known.stamp == message ? known.value : findLastMember(of: Int(set))
  }

  private mutating func findLastMember(of set: Int) -> Int32 {
    var last: Int32 = -1
    needs.members.forEach(in: Int(needs.setStart[set])..<Int(needs.setStart[set + 1])) { member in
      if isPresent[Int(member)] { last = max(last, occurrences[Int(member)].lastStart) }
    }
    lastMembers[set] = Stamped(stamp: message, value: last)
    return last
  }

  mutating func nextStanding() {
    if settled == .max {
      settled = 0
      for index in standing.indices { standing[index].stamp = 0 }
    }
    settled += 1
  }
}
