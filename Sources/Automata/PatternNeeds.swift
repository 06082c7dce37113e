/// What a message must hold before a pattern can match: of each of some sets of symbols at least one, in the order and
/// about as near to each other as the pattern has them (``Landmarks``).
///
/// Most patterns cannot match most messages, and most of those show it in one look-up: every pattern waits under its
/// rarest set, so that a message looks only at patterns one of whose rare words it holds. Sets are shared among patterns;
/// a message marks once where it meets each.
final class PatternNeeds: Sendable {
  /// A pattern that waits for its rarest set.
  struct Waiter: BitwiseCopyable, Sendable {
    var pattern: Int32
    /// Its rarest set but one, which fails soonest; the rarest one again if it has no other.
    var nextSet: Int32
  }

  /// One of the sets that a pattern meets from left to right.
  struct Mark: BitwiseCopyable, Sendable {
    var set: Int32
    /// What the set's own edge and what may stand behind it take, up to where the next mark begins.
    var width: PatternWidth
  }

  /// `setsOf[setsStart[n]..<setsStart[n + 1]]` are the sets that symbol `y` is in, those that wake patterns for `n = 2 × (y - l)`
  /// and the others for the next, where `l` is the least symbol of all, ``SymbolSet/leastSymbol``.
  let setsOf: PlainArray<Int32>
  private let setsStart: PlainArray<Int32>
  /// `waiting[waitingStart[s]..<waitingStart[s + 1]]` are the patterns that set `s` wakes; sets that wake some come first.
  let waiting: PlainArray<Waiter>
  let waitingStart: PlainArray<Int32>
  /// `marks[markStart[p]..<markStart[p + 1]]` are those of pattern `p`, from left to right.
  let marks: PlainArray<Mark>
  let markStart: PlainArray<Int32>
  /// `loose[looseStart[p]..<looseStart[p + 1]]` are the sets that pattern `p` needs besides.
  let loose: PlainArray<Int32>
  let looseStart: PlainArray<Int32>
  /// Patterns that need nothing in particular: wildcards and anchors only.
  let always: [Int32]

  let setCount: Int

  /// The places in `setsOf` of the sets that `symbol` is in: of those that wake patterns, and of the others.
  @inline(__always)
  func sets(of symbol: Int32) -> (waking: Range<Int>, others: Range<Int>) {
    let place = Int(symbol - SymbolSet.leastSymbol) * 2
    guard place + 2 < setsStart.count else { return (0..<0, 0..<0) }
    let middle = Int(setsStart[place + 1])
    return (Int(setsStart[place])..<middle, middle..<Int(setsStart[place + 2]))
  }

  /// - Parameter patterns: left out where nil: they failed to compile.
  init(patterns: [PatternNode?], _ uses: SymbolUses) {
    var sets = SymbolSets()
    var (marks, markStart): ([Mark], [Int32]) = ([], [0])
    var (loose, looseStart): ([Int32], [Int32]) = ([], [0])
    for pattern in patterns {
      if let pattern {
        let landmarks = Landmarks(of: pattern, uses).withFewSets
        for (index, landmark) in landmarks.chain.enumerated() {
          let next = index + 1 < landmarks.chain.count ? landmarks.chain[index + 1].lead : .nothing
          marks.append(Mark(set: sets.index(of: landmark.set), width: landmark.width + next))
        }
        for set in landmarks.loose { loose.append(sets.index(of: set)) }
      }
      markStart.append(Int32(marks.count))
      looseStart.append(Int32(loose.count))
    }

    var waiting: [(set: Int32, waiter: Waiter)] = []
    var always: [Int32] = []
    for pattern in patterns.indices where patterns[pattern] != nil {
      var own = marks[Int(markStart[pattern])..<Int(markStart[pattern + 1])].map(\.set)
      own += loose[Int(looseStart[pattern])..<Int(looseStart[pattern + 1])]
      own.sort { (sets.uses[Int($0)], $0) < (sets.uses[Int($1)], $1) }
      guard let rarest = own.first else {
        always.append(Int32(pattern))
        continue
      }
      waiting.append((rarest, Waiter(pattern: Int32(pattern), nextSet: own.first { $0 != rarest } ?? rarest)))
    }
    // Sets that wake somebody come first: a message asks only those.
    var wakes = [Bool](repeating: false, count: sets.count)
    for waiter in waiting { wakes[Int(waiter.set)] = true }
    var number = [Int32](repeating: 0, count: sets.count)
    for (place, set) in (wakes.indices.filter { wakes[$0] } + wakes.indices.filter { !wakes[$0] }).enumerated() {
      number[set] = Int32(place)
    }
    for index in marks.indices { marks[index].set = number[Int(marks[index].set)] }
    let waiters = Groups(
      waiting.map {
        (number[Int($0.set)], Waiter(pattern: $0.waiter.pattern, nextSet: number[Int($0.waiter.nextSet)]))
      },
      count: wakes.count { $0 })
    let memberships = Groups(
      sets.indices.flatMap { set in
        sets[set].map { (($0 - SymbolSet.leastSymbol) * 2 + (wakes[Int(set)] ? 0 : 1), number[Int(set)]) }
      }, count: sets.symbolCount * 2)
    setCount = sets.count
    setsOf = PlainArray(memberships.values)
    setsStart = PlainArray(memberships.start)
    self.waiting = PlainArray(waiters.values)
    waitingStart = PlainArray(waiters.start)
    self.marks = PlainArray(marks)
    self.markStart = PlainArray(markStart)
    self.loose = PlainArray(loose.map { number[Int($0)] })
    self.looseStart = PlainArray(looseStart)
    self.always = always
  }
}

/// Sets of symbols, each once, while tables are made.
private struct SymbolSets {
  private var members: [Int32] = []
  private var start: [Int32] = [0]
  private var known: [[Int32]: Int32] = [:]
  /// By set.
  private(set) var uses: [Int] = []
  /// One more than the greatest symbol, from the least on.
  private(set) var symbolCount = 0

  var count: Int { uses.count }
  var indices: Range<Int32> { 0..<Int32(count) }

  subscript(set: Int32) -> ArraySlice<Int32> { members[Int(start[Int(set)])..<Int(start[Int(set) + 1])] }

  mutating func index(of set: SymbolSet) -> Int32 {
    if let index = known[set.symbols] { return index }
    let index = Int32(count)
    known[set.symbols] = index
    members += set.symbols
    start.append(Int32(members.count))
    uses.append(set.uses)
    symbolCount = max(symbolCount, Int((set.symbols.last ?? -1) - SymbolSet.leastSymbol) + 1)
    return index
  }
}

/// Values by a small number: those of `n` are `values[start[n]..<start[n + 1]]`, in the order given.
private struct Groups<Value> {
  private(set) var start: [Int32]
  private(set) var values: [Value] = []

  init(_ pairs: [(key: Int32, value: Value)], count: Int) {
    start = [Int32](repeating: 0, count: count + 1)
    for pair in pairs { start[Int(pair.key) + 1] += 1 }
    for key in start.indices.dropFirst() { start[key] += start[key - 1] }
    var next = start
    var order = [Int](repeating: 0, count: pairs.count)
    for (index, pair) in pairs.enumerated() {
      order[Int(next[Int(pair.key)])] = index
      next[Int(pair.key)] += 1
    }
    values = order.map { pairs[$0].value }
  }
}
