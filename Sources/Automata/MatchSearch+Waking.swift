// Which patterns can match a message at all: see PatternNeeds.

extension MatchSearch {
  /// Lists the patterns whose needs the message meets, in their order.
  mutating func wake() {
    awake.removeAll(keepingCapacity: true)
    for pattern in needs.always { awake.append(AwakePattern(pattern: pattern, lastStart: .max)) }
    let longestEdge = markPlaces()
    for index in metWaking.indices {
      let set = Int(metWaking[index])
      let waiters = Int(needs.waitingStart[set])..<Int(needs.waitingStart[set + 1])
      steps += waiters.count
      needs.waiting.forEach(in: waiters) { waiter in
        if places[Int(waiter.nextSet)] != 0, let lastStart = lastStart(of: Int(waiter.pattern), longestEdge) {
          awake.append(AwakePattern(pattern: waiter.pattern, lastStart: lastStart))
        }
      }
    }
    awake.sort { $0.pattern < $1.pattern }
  }

  /// Marks where the message meets each set; returns how many tokens that may not be passed over one edge takes at most.
  private mutating func markPlaces() -> Int {
    metWaking.removeAll()
    unmark(SymbolSet.startSymbol)
    unmark(SymbolSet.endSymbol)
    var longest = 1
    for index in edges.indices {
      let (symbol, from, to) = (edges[index].symbol, edges[index].from, edges[index].to)
      longest = max(longest, Int(positions[Int(to)].solidBefore - positions[Int(from)].solidBefore))
      guard covers(symbol), firstEdge(of: symbol) == Int32(index) else { continue }
      mark(begins(of: Int32(index)), asPlacesOf: symbol)
    }
    var (starts, ends): (UInt64, UInt64) = (0, 0)
    for index in positions.indices {
      let bit = UInt64(1) << UInt64(min(Int(positions[index].solidBefore), Self.lastPlace))
      if positions[index].anchors.contains(.clauseStart) { starts |= bit }
      if positions[index].anchors.contains(.clauseEnd) { ends |= bit }
    }
    mark(starts, asPlacesOf: SymbolSet.startSymbol)
    mark(ends, asPlacesOf: SymbolSet.endSymbol)
    return longest
  }

  private mutating func mark(_ begins: UInt64, asPlacesOf symbol: Int32) {
    let sets = needs.sets(of: symbol)
    needs.setsOf.forEach(in: sets.waking) { set in
      if places[Int(set)] == 0 { metWaking.append(set) }
    }
    places.formUnion(begins, at: needs.setsOf, in: sets.waking.lowerBound..<sets.others.upperBound)
  }

  /// Forgets that a message held the symbol.
  mutating func unmark(_ symbol: Int32) {
    let sets = needs.sets(of: symbol)
    places.clear(at: needs.setsOf, in: sets.waking.lowerBound..<sets.others.upperBound)
  }

  /// The places where an edge and those behind it with the same symbol begin.
  @inline(__always)
  private func begins(of first: Int32) -> UInt64 {
    var begins: UInt64 = 0
    var index = first
    while index >= 0 {
      begins |= 1 << UInt64(min(Int(positions[Int(edges[Int(index)].from)].solidBefore), Self.lastPlace))
      index = edges[Int(index)].next
    }
    return begins
  }

  /// The last place at which a match of the pattern can begin; nil if there can be none: a set is not met, or not
  /// where the others would have it.
  @inline(__always)
  private func lastStart(of pattern: Int, _ longestEdge: Int) -> Int32? {
    for place in Int(needs.looseStart[pattern])..<Int(needs.looseStart[pattern + 1])
    where places[Int(needs.loose[place])] == 0 { return nil }
    var within = UInt64.max
    var width = 0
    var last = Self.lastPlace
    for place in Int(needs.markStart[pattern])..<Int(needs.markStart[pattern + 1]) {
      let mark = needs.marks[place]
      let here = places[Int(mark.set)] & Self.widened(within, by: width)
      if here == 0 { return nil }
      // A match takes a member of every set: it cannot begin behind the last one of any.
      last = min(last, Self.lastPlace - here.leadingZeroBitCount)
      (within, width) = (here, mark.width.tokens(edge: longestEdge))
    }
    return last < Self.lastPlace ? Int32(last) : .max
  }

  /// A position's place is the number of tokens before it that may not be passed over, which matches pass for nothing; all
  /// behind the 63rd are the last.
  private static var lastPlace: Int { 63 }

  /// `places` with the next `width` behind each.
  @inline(__always)
  private static func widened(_ places: UInt64, by width: Int) -> UInt64 {
    // From the lowest on.
    if width >= lastPlace { return places | (~places &+ 1) }
    var widened = places
    var done = 0
    while done < width {
      let step = min(done + 1, width - done)
      widened |= widened << UInt64(step)
      done += step
    }
    return widened
  }
}
