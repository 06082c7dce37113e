import Synchronization

/// The memory of one search, kept for the next one, so that a message allocates nothing that grows with the patterns.
///
/// Tables by symbol, set or pattern are never cleared: an entry holds only where its stamp is the current one.
struct MatchBuffers: Sendable {
  /// One way of having come to a position: the best to its state.
  struct Thread: Sendable {
    var state: Int32
    /// Its last step in `trail`.
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
  }

  /// One step that a thread took, and the index of the step before; -1 for none.
  struct TrailStep: Sendable {
    var previous: Int32
    /// The edge taken, or a negative label of `Transition`.
    var edge: Int32
    var slot: Int32
    var token: Int32
  }

  /// The best way to end a match at a token.
  struct Ending: Sendable {
    var start: Int32
    var end: Int32
    var score: MatchScore
    var trail: Int32
  }

  var message: UInt32 = 0
  /// By symbol: its first edge in the message.
  var firstEdge: [Int32] = []
  var firstEdgeAt: [UInt32] = []
  /// By symbol: where its last edge begins; valid with `firstEdge`.
  var lastStart: [Int32] = []
  /// By edge: the next one with the same symbol; -1 for none.
  var nextEdge: [Int32] = []
  /// By set: where its last member begins in the message; -1 if there is none.
  var lastMember: [Int32] = []
  var lastMemberAt: [UInt32] = []
  var wakenedAt: [UInt32] = []
  /// The patterns to run, and the last position at which a match of each can begin.
  var awake: [(pattern: Int32, lastStart: Int32)] = []
  var anchors: [Anchors] = []
  /// By position: the newest thread that waits there; -1 for none.
  var waiting: [Int32] = []

  // Of one pattern.
  var threads: [Thread] = []
  var trail: [TrailStep] = []
  var endings: [Ending] = []
  /// By state, twice: before and after a crossing. The thread that stands for it at the current position.
  var standing: [Int32] = []
  var standingAt: [UInt32] = []
  var position: UInt32 = 0
  var live: [Int32] = []
  var isForbidden: [Bool] = []

  mutating func prepare(for automaton: PatternAutomaton, lattice: Lattice) {
    if firstEdge.isEmpty {
      firstEdge = Array(repeating: -1, count: automaton.symbolCount)
      firstEdgeAt = Array(repeating: 0, count: automaton.symbolCount)
      lastStart = Array(repeating: -1, count: automaton.symbolCount)
      lastMember = Array(repeating: -1, count: automaton.needs.setCount)
      lastMemberAt = Array(repeating: 0, count: automaton.needs.setCount)
      wakenedAt = Array(repeating: 0, count: automaton.patterns.count)
      standing = Array(repeating: -1, count: automaton.mostStates * 2)
      standingAt = Array(repeating: 0, count: automaton.mostStates * 2)
    }
    if message == .max {
      message = 0
      for index in firstEdgeAt.indices { firstEdgeAt[index] = 0 }
      for index in lastMemberAt.indices { lastMemberAt[index] = 0 }
      for index in wakenedAt.indices { wakenedAt[index] = 0 }
    }
    message += 1
    let positions = lattice.tokenCount + 1
    if waiting.count < positions { waiting += Array(repeating: -1, count: positions - waiting.count) }
    anchors.removeAll(keepingCapacity: true)
    for position in 0..<positions { anchors.append(lattice.anchors(at: position)) }
    awake.removeAll(keepingCapacity: true)
    nextEdge.removeAll(keepingCapacity: true)
    for _ in lattice.edges { nextEdge.append(-1) }
    // From the back, so that chains run forwards.
    for index in lattice.edges.indices.reversed() {
      let symbol = Int(lattice.edges[index].symbol.raw)
      guard symbol >= 0, symbol < firstEdge.count else { continue }
      if firstEdgeAt[symbol] == message {
        nextEdge[index] = firstEdge[symbol]
      } else {
        lastStart[symbol] = Int32(lattice.edges[index].from)
      }
      firstEdge[symbol] = Int32(index)
      firstEdgeAt[symbol] = message
    }
  }

  /// The first edge of the message with `symbol`; -1 for none.
  func firstEdge(of symbol: Int32) -> Int32 {
    let index = Int(symbol)
    guard index < firstEdge.count, firstEdgeAt[index] == message else { return -1 }
    return firstEdge[index]
  }

  /// Where the last edge with `symbol` begins; -1 for none.
  func lastStart(of symbol: Int32) -> Int32 {
    let index = Int(symbol)
    return index < lastStart.count && firstEdgeAt[index] == message ? lastStart[index] : -1
  }

  mutating func nextStamp() {
    if position == .max {
      position = 0
      for index in standingAt.indices { standingAt[index] = 0 }
    }
    position += 1
  }
}

/// Buffers that wait for the next search; searches may run at once.
final class MatchBufferPool: Sendable {
  private let free = Mutex<[MatchBuffers]>([])

  func take() -> MatchBuffers { free.withLock { $0.popLast() } ?? MatchBuffers() }

  /// Takes the buffers back, and leaves empty ones.
  func give(_ buffers: inout MatchBuffers) {
    free.withLock { waiting in
      // Moved, not copied: a second reference to the arrays would make the next message copy them.
      waiting.append(MatchBuffers())
      swap(&waiting[waiting.count - 1], &buffers)
    }
  }
}
