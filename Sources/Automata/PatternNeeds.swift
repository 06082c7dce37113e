/// What a message must hold before a pattern can match: what one of the ways through it meets (``PatternWay``), in its order and
/// about as near to each other.
///
/// Most patterns cannot match most messages, and most of those show it in one look-up: every way waits for its rarest set,
/// so that a message looks only at ways one of whose rare words it holds. Sets are shared among patterns; where a message
/// meets one it finds out once, if it is asked.
final class PatternNeeds: Sendable {
  struct Way: BitwiseCopyable, Sendable {
    var pattern: Int32
    /// Where in `marks` those without a place begin; those with one follow.
    var firstMark: Int32
    var looseCount: UInt8
    var placedCount: UInt8
    /// Where the set that its waiters look at next stands, seen from the rarest.
    var next: PatternWay.Relation
  }

  /// One of the sets that a way meets, from left to right if they have a place; for its rarest one ``SymbolSets/waker``.
  struct Mark: BitwiseCopyable, Sendable {
    var set: SymbolSetID
    /// What the set's own edge and what may stand behind it take, up to where the next mark begins.
    var width: PatternWidth
  }

  /// A way that waits for a symbol of its rarest set.
  struct Waiter: BitwiseCopyable, Sendable {
    /// Another of its sets, which mostly fails; ``SymbolSets/waker`` if it has no other.
    var nextSet: SymbolSetID
    var way: Int32
  }

  let ways: PlainArray<Way>
  let marks: PlainArray<Mark>
  /// By symbol; those with the same `nextSet` side by side.
  let waiting: GroupedArray<Waiter>
  /// By set of several symbols, from `firstUnion` on: the sets of one symbol that it unites.
  let members: GroupedArray<SymbolSetID>
  /// All before are edges of clauses and sets of one symbol.
  let firstUnion: SymbolSetID
  /// Patterns that need nothing in particular: wildcards and anchors only.
  let always: [Int32]

  /// More sets than these say little more. With a fourth a tenth fewer patterns run than with three.
  private static let mostSets = 4
  /// More ways than these cost more than they spare.
  private static let mostWays = 24

  /// - Parameters:
  ///   - patterns: left out where nil: they failed to compile.
  ///   - symbolCount: one more than the greatest symbol.
  init(patterns: [PatternNode?], _ uses: SymbolUses, symbolCount: Int) {
    var survey = WaySurvey(uses, mostWays: Self.mostWays)
    var found: [(pattern: Int32, way: PatternWay)] = []
    var always: [Int32] = []
    for (index, pattern) in patterns.enumerated() {
      guard let pattern else { continue }
      let ways = survey.ways(of: pattern)
      if ways.contains(where: \.isBlank) {
        always.append(Int32(index))
      } else {
        found += ways.map { (Int32(index), $0) }
      }
    }
    var numbering = UnionNumbering(firstUnion: SymbolSets.firstSymbol + Int32(symbolCount))
    var ways: [Way] = []
    var marks: [Mark] = []
    var waiting: [(key: Int32, value: Waiter)] = []
    for (pattern, way) in found {
      var way = way
      way.keepRarest(Self.mostSets, survey.sets)
      let (rarest, next) = way.rarestSets(survey.sets)
      let nextSet = next == rarest ? SymbolSets.waker : numbering.number(of: next, survey.sets)
      let waiter = Waiter(nextSet: nextSet, way: Int32(ways.count))
      for symbol in survey.sets.symbols(of: rarest) { waiting.append((symbol, waiter)) }
      // Both have been met before the marks are looked at.
      let loose = (0..<way.looseCount).map { way.loose($0) }.filter { $0 != rarest && $0 != next }
      ways.append(
        Way(
          pattern: pattern, firstMark: Int32(marks.count), looseCount: UInt8(loose.count),
          placedCount: UInt8(way.count), next: way.relation(of: next, to: rarest)))
      for set in loose { marks.append(Mark(set: numbering.number(of: set, survey.sets), width: .nothing)) }
      let waker = (0..<way.count).first { way[$0].set == rarest }
      for index in 0..<way.count {
        let lead = index + 1 < way.count ? way[index + 1].lead : .nothing
        let set = index == waker ? SymbolSets.waker : numbering.number(of: way[index].set, survey.sets)
        marks.append(Mark(set: set, width: way[index].width + lead))
      }
    }
    waiting.sort { $0.value.nextSet < $1.value.nextSet }
    firstUnion = numbering.firstUnion
    members = GroupedArray(
      numbering.members.map { ($0.union - numbering.firstUnion, $0.member) }, count: numbering.count)
    self.ways = PlainArray(ways)
    self.marks = PlainArray(marks)
    self.waiting = GroupedArray(waiting, count: symbolCount)
    self.always = always
  }
}

/// Numbers the sets that ways ask for; those that were only a step towards others get none.
private struct UnionNumbering {
  let firstUnion: SymbolSetID
  private(set) var count = 0
  private(set) var members: [(union: SymbolSetID, member: SymbolSetID)] = []
  private var numbers: [SymbolSetID: SymbolSetID] = [:]

  init(firstUnion: SymbolSetID) { self.firstUnion = firstUnion }

  mutating func number(of set: SymbolSetID, _ sets: borrowing SymbolSets) -> SymbolSetID {
    guard set < 0 else { return set }
    if let number = numbers[set] { return number }
    let number = firstUnion + SymbolSetID(count)
    numbers[set] = number
    members += sets.symbols(of: set).map { (number, SymbolSets.set(of: SymbolID($0))) }
    count += 1
    return number
  }
}
