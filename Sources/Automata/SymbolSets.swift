/// A set of symbols by number: 0 and 1 stand for the edges of clauses, 2 for what wakes a way, `3 + y` for symbol `y` alone.
/// Those of several symbols are negative while they are collected (``SymbolSets``), and have the numbers behind the greatest
/// symbol in ``PatternNeeds``.
typealias SymbolSetID = Int32

/// Sets of symbols, each once, while the needs of patterns are made.
struct SymbolSets: ~Copyable {
  /// Not symbols of a message, but what stands around its clauses.
  static var clauseStart: SymbolSetID { 0 }
  static var clauseEnd: SymbolSetID { 1 }
  /// The one symbol of a way's rarest set that it has been woken for.
  static var waker: SymbolSetID { 2 }
  static var firstSymbol: SymbolSetID { 3 }

  private let symbolUses: SymbolUses
  /// Of the sets of several symbols: those of one, sorted, behind those of the other.
  private var members: [Int32] = []
  private var start: [Int32] = [0]
  private var setUses: [Int] = []
  /// By the hash of the members.
  private var known: [UInt64: SymbolSetID] = [:]
  private var collected: [Int32] = []

  init(_ uses: SymbolUses) { symbolUses = uses }

  static func set(of symbol: SymbolID) -> SymbolSetID { firstSymbol + symbol.raw }

  func isEdge(_ set: SymbolSetID) -> Bool { set >= 0 && set < Self.firstSymbol }

  /// How many patterns ask for one of them: the more, the commoner they are in messages. Every message has edges of clauses.
  func uses(of set: SymbolSetID) -> Int {
    if set < 0 { return setUses[Int(~set)] }
    return set < Self.firstSymbol ? .max : symbolUses[set - Self.firstSymbol]
  }

  /// The symbols of a set that is no edge of clauses.
  func symbols(of set: SymbolSetID) -> [Int32] {
    if set >= 0 { return [set - Self.firstSymbol] }
    return Array(members[Int(start[Int(~set)])..<Int(start[Int(~set) + 1])])
  }

  /// The set of all that stands in one of `sets`.
  mutating func union(_ sets: some Sequence<SymbolSetID>) -> SymbolSetID {
    collected.removeAll(keepingCapacity: true)
    for set in sets {
      if set >= 0 {
        collected.append(set - Self.firstSymbol)
      } else {
        collected += members[Int(start[Int(~set)])..<Int(start[Int(~set) + 1])]
      }
    }
    collected.sort()
    var (count, hash): (Int, UInt64) = (0, 0)
    for symbol in collected where count == 0 || collected[count - 1] != symbol {
      collected[count] = symbol
      count += 1
      hash = (hash ^ UInt64(UInt32(bitPattern: symbol))) &* 0x9E37_79B9_7F4A_7C15
      hash ^= hash >> 29
    }
    if count == 1 { return Self.firstSymbol + collected[0] }
    while let other = known[hash] {
      if members[Int(start[Int(~other)])..<Int(start[Int(~other) + 1])].elementsEqual(collected[..<count]) {
        return other
      }
      hash &+= 1
    }
    let set = ~SymbolSetID(setUses.count)
    known[hash] = set
    members += collected[..<count]
    start.append(Int32(members.count))
    setUses.append(collected[..<count].reduce(0) { $0 + symbolUses[$1] })
    return set
  }
}

/// In how many patterns a symbol stands: the more, the commoner it is in messages; and those that are said to be common are
/// commoner than patterns tell.
struct SymbolUses {
  private var counts: [Int]

  /// Where nothing is known all are alike.
  static let alike = SymbolUses(counts: [])

  private init(counts: [Int]) { self.counts = counts }

  /// What a use of a common symbol counts for.
  private static let commonUse = 8

  /// - Parameter symbolCount: one more than the greatest symbol.
  init(_ builder: AutomatonBuilder, symbolCount: Int, common: Set<SymbolID>) {
    counts = [Int](repeating: 0, count: symbolCount)
    var last = [Int](repeating: -1, count: symbolCount)
    for pattern in builder.stateStart.indices.dropLast() {
      for transitions in [builder.starts(of: pattern), builder.transitions(ofPattern: pattern)] {
        for label in transitions.lazy.map(\.label) where label >= 0 && last[Int(label)] != pattern {
          last[Int(label)] = pattern
          counts[Int(label)] += 1
        }
      }
    }
    for symbol in common where symbol.raw < symbolCount { counts[Int(symbol.raw)] *= Self.commonUse }
  }

  subscript(symbol: Int32) -> Int { counts.isEmpty ? 1 : counts[Int(symbol)] }
}
