// Which patterns can match a message at all: see PatternNeeds.

extension MatchSearch {
  /// Marks the patterns whose needs the message meets as awake.
  mutating func wake() {
    let needs = needs
    for index in needs.always.indices { wake(needs.always[index], lastStart: .max) }
    markClauses()
    for index in symbols.indices { wakeWaiters(for: symbols[index], needs) }
  }

  private mutating func wakeWaiters(for symbol: Int32, _ needs: PatternNeeds) {
    let waiters = needs.waiting.places(of: symbol)
    steps += waiters.count
    let here = symbolPlaces[Int(SymbolSets.firstSymbol + symbol)]
    symbolPlaces[Int(SymbolSets.waker)] = here
    var (nextSet, next): (SymbolSetID, UInt64) = (-1, 0)
    needs.waiting.values.forEach(in: waiters) { waiter in
      if waiter.nextSet != nextSet {
        nextSet = waiter.nextSet
        next = places(of: nextSet)
      }
      if next == 0 { return }
      let way = needs.ways[Int(waiter.way)]
      if stand(next, as: way.next, to: here), let lastStart = lastStart(of: way) {
        wake(way.pattern, lastStart: lastStart)
      }
    }
  }

  /// Whether one of the places `others` is near enough to one of `places`.
  @inline(__always)
  private func stand(_ others: UInt64, as relation: PatternWay.Relation, to places: UInt64) -> Bool {
    let width = relation.distance.tokens(edge: longestEdge)
    return switch relation.side {
    case .anywhere: true
    case .before: Self.widened(others, by: width) & places != 0
    case .behind: Self.widened(places, by: width) & others != 0
    }
  }

  @inline(__always)
  private mutating func wake(_ pattern: Int32, lastStart: Int32) {
    let bit = UInt64(1) << UInt64(pattern & 63)
    let word = Int(pattern >> 6)
    if awake[word] & bit == 0 {
      awake[word] |= bit
      lastStarts[Int(pattern)] = lastStart
    } else {
      // Several ways through it are met.
      lastStarts[Int(pattern)] = max(lastStarts[Int(pattern)], lastStart)
    }
  }

  private mutating func markClauses() {
    var (starts, ends): (UInt64, UInt64) = (0, 0)
    for index in positions.indices {
      let position = positions[index]
      let bit = Self.bit(ofPlace: position.lattice.solidBefore)
      if position.lattice.anchors.contains(.clauseStart) { starts |= bit }
      if position.lattice.anchors.contains(.clauseEnd) { ends |= bit }
    }
    symbolPlaces[Int(SymbolSets.clauseStart)] = starts
    symbolPlaces[Int(SymbolSets.clauseEnd)] = ends
  }

  /// Where members of the set begin, one bit for each place (see ``lastPlace``).
  @inline(__always)
  private mutating func places(of set: SymbolSetID) -> UInt64 {
    if set < needs.firstUnion { return symbolPlaces[Int(set)] }
    let union = set - needs.firstUnion
    let about = unions[Int(union)]
    return about.known == message ? about.places : findPlaces(ofUnion: union)
  }

  private mutating func findPlaces(ofUnion union: Int32) -> UInt64 {
    let places = symbolPlaces.union(at: needs.members.values, in: needs.members.places(of: union))
    unions[Int(union)].known = message
    unions[Int(union)].places = places
    return places
  }

  /// The last place at which a match that goes this way can begin; nil if there can be none: a set is not met, or not
  /// where the others would have it.
  @inline(__always)
  private mutating func lastStart(of way: PatternNeeds.Way) -> Int32? {
    let firstPlaced = Int(way.firstMark) + Int(way.looseCount)
    for place in Int(way.firstMark)..<firstPlaced where places(of: needs.marks[place].set) == 0 { return nil }
    var reachable = UInt64.max
    var last = Self.lastPlace
    for place in firstPlaced..<firstPlaced + Int(way.placedCount) {
      let mark = needs.marks[place]
      let here = places(of: mark.set) & reachable
      if here == 0 { return nil }
      // A match takes a member of every set: it cannot begin behind the last one of any.
      last = min(last, Self.lastPlace - here.leadingZeroBitCount)
      reachable = Self.widened(here, by: mark.width.tokens(edge: longestEdge))
    }
    return last < Self.lastPlace ? Int32(last) : .max
  }

  /// A position's place is the number of tokens before it that may not be passed over, which matches pass for nothing; all
  /// behind the 63rd are the last.
  private static var lastPlace: Int { 63 }

  @inline(__always)
  static func bit(ofPlace place: Int32) -> UInt64 { 1 << UInt64(min(Int(place), lastPlace)) }

  /// `places` with the next `width` behind each.
  @inline(__always)
  private static func widened(_ places: UInt64, by width: Int) -> UInt64 {
    let mask = width < lastPlace ? UInt64(2) << UInt64(width) &- 1 : .max
    var (widened, rest): (UInt64, UInt64) = (0, places)
    while rest != 0 {
      widened |= mask << UInt64(rest.trailingZeroBitCount)
      rest &= rest &- 1
    }
    return widened
  }
}
