/// What a message must hold before a pattern can match: of each of some sets of symbols at least one.
///
/// Most patterns cannot match most messages, and most of those show it in one look-up: every pattern waits under the
/// symbols of its rarest set, so that a message wakes only patterns one of whose rare words it holds; a wakened pattern
/// runs only if its other sets are met too. Sets are shared among patterns and judged once a message.
final class PatternNeeds: Sendable {
  /// A pattern that waits for a symbol of its rarest set.
  struct Waiter: BitwiseCopyable, Sendable {
    var pattern: Int32
    /// Its rarest set but one, which fails soonest; the rarest one again if it has no other.
    var nextSet: Int32
  }

  /// `members[setStart[s]..<setStart[s + 1]]` are the symbols of set `s`.
  let members: PlainArray<Int32>
  let setStart: PlainArray<Int32>
  /// `sets[needStart[p]..<needStart[p + 1]]` are what pattern `p` needs, the rarest first.
  let sets: PlainArray<Int32>
  let needStart: PlainArray<Int32>
  /// `waiting[waitingStart[y]..<waitingStart[y + 1]]` are the patterns that symbol `y` wakes.
  let waiting: PlainArray<Waiter>
  let waitingStart: PlainArray<Int32>
  /// Patterns that need nothing in particular: wildcards and anchors only.
  let always: [Int32]

  var setCount: Int { setStart.count - 1 }
  /// One more than the greatest symbol that wakes a pattern or is in a set.
  var symbolCount: Int { waitingStart.count - 1 }

  /// - Parameter patterns: left out where nil: they failed to compile.
  init(patterns: [PatternNode?]) {
    let all = patterns.map { $0.map { Self.needs(of: $0) } ?? [] }
    var use: [Int32: Int] = [:]
    for needs in all { for symbol in Set(needs.joined()) { use[symbol, default: 0] += 1 } }
    func commonness(_ set: [Int32]) -> Int { set.reduce(0) { $0 + (use[$1] ?? 0) } }

    var known: [[Int32]: Int32] = [:]
    var members: [Int32] = []
    var setStart: [Int32] = [0]
    var sets: [Int32] = []
    var needStart: [Int32] = [0]
    var always: [Int32] = []
    var pairs: [(symbol: Int32, pattern: Int32)] = []
    for (pattern, needs) in all.enumerated() {
      let ordered = needs.map { (commonness($0), $0) }.sorted {
        $0.0 != $1.0 ? $0.0 < $1.0 : $0.1.lexicographicallyPrecedes($1.1)
      }
      if let rarest = ordered.first {
        for symbol in rarest.1 { pairs.append((symbol, Int32(pattern))) }
      } else if patterns[pattern] != nil {
        always.append(Int32(pattern))
      }
      for (_, set) in ordered {
        if known[set] == nil {
          known[set] = Int32(setStart.count - 1)
          members += set
          setStart.append(Int32(members.count))
        }
        if let index = known[set] { sets.append(index) }
      }
      needStart.append(Int32(sets.count))
    }
    pairs.sort { ($0.symbol, $0.pattern) < ($1.symbol, $1.pattern) }
    var waitingStart = [Int32](repeating: 0, count: Int(members.max() ?? -1) + 2)
    for pair in pairs { waitingStart[Int(pair.symbol) + 1] += 1 }
    for symbol in waitingStart.indices.dropFirst() { waitingStart[symbol] += waitingStart[symbol - 1] }
    self.members = PlainArray(members)
    self.setStart = PlainArray(setStart)
    self.sets = PlainArray(sets)
    self.needStart = PlainArray(needStart)
    self.always = always
    self.waitingStart = PlainArray(waitingStart)
    waiting = PlainArray(
      pairs.map { pair in
        let own = sets[Int(needStart[Int(pair.pattern)])..<Int(needStart[Int(pair.pattern) + 1])]
        return Waiter(pattern: pair.pattern, nextSet: own.dropFirst().first ?? own[own.startIndex])
      })
  }

  /// More sets than these say little more.
  private static let mostSets = 8

  /// Sets of symbols, sorted, of each of which every match of `node` consumes one.
  static func needs(of node: PatternNode) -> [[Int32]] {
    switch node {
    case .symbol(let symbol), .slot(_, let symbol): return [[symbol.raw]]
    case .sequence(let parts), .permutation(let parts):
      var needs: [[Int32]] = []
      for need in parts.flatMap({ Self.needs(of: $0) }) where !needs.contains(need) { needs.append(need) }
      return Array(needs.sorted { $0.count < $1.count }.prefix(mostSets))
    case .alternatives(let parts):
      let all = parts.map { needs(of: $0).sorted { $0.count < $1.count } }
      // Whichever part matches, its first set is met, and so is the union of all first sets; likewise the second.
      let common = all.map(\.count).min() ?? 0
      return (0..<common).map { place in Set(all.flatMap { $0[place] }).sorted() }
    case .optional, .gap, .wildcard, .clauseStart, .clauseEnd: return []
    case .graph(let fragment): return Array(fragment.needs.sorted { $0.count < $1.count }.prefix(mostSets))
    }
  }
}
