/// Finds the ways through patterns (``PatternWay``).
///
/// Alternatives of one word each are one set of one way, those of several words are ways of their own: of «ni idea» and «ni hablar»
/// a message must hold both words of one, which is much rarer than one of the first and one of the last words of all.
struct WaySurvey: ~Copyable {
  private(set) var sets: SymbolSets
  /// Where there would be more, some become one, which knows less.
  private let mostWays: Int

  /// How many landmarks ways that become one leave at most.
  private static let mostCommon = 2

  init(_ uses: SymbolUses, mostWays: Int) {
    sets = SymbolSets(uses)
    self.mostWays = mostWays
  }

  /// Sets of symbols of each of which every match of the pattern consumes one.
  static func sets(of node: PatternNode) -> [[Int32]] {
    var survey = WaySurvey(.alike, mostWays: 1)
    var sets: [[Int32]] = []
    for way in survey.ways(of: node).prefix(1) {
      sets += (0..<way.count).map { way[$0].set }.filter { !survey.sets.isEdge($0) }.map { survey.sets.symbols(of: $0) }
      sets += (0..<way.looseCount).map { survey.sets.symbols(of: way.loose($0)) }
    }
    return sets
  }

  /// At least one; every match takes one of them.
  mutating func ways(of node: PatternNode) -> [PatternWay] {
    var ways = [PatternWay()]
    extend(&ways, through: node)
    return ways
  }

  private mutating func extend(_ ways: inout [PatternWay], through node: PatternNode) {
    switch node {
    case .symbol(let symbol), .slot(_, let symbol):
      extend(&ways, through: PatternWay.Landmark(set: SymbolSets.set(of: symbol)))
    case .sequence(let parts):
      for part in parts { extend(&ways, through: part) }
    case .alternatives(let parts):
      join(alternatives(parts), to: &ways)
    case .permutation(let parts):
      join([permutation(parts)], to: &ways)
    case .optional(let part): widen(&ways, by: Self.width(of: part))
    case .gap, .wildcard: widen(&ways, by: Self.width(of: node))
    case .clauseStart:
      extend(&ways, through: PatternWay.Landmark(set: SymbolSets.clauseStart, width: .nothing))
    case .clauseEnd:
      extend(&ways, through: PatternWay.Landmark(set: SymbolSets.clauseEnd, width: .nothing))
    case .graph(let fragment):
      widen(&ways, by: .unbounded)
      for need in fragment.needs {
        let set = sets.union(need.map { SymbolSets.set(of: SymbolID($0)) })
        for index in ways.indices { ways[index].addLoose(set, sets) }
      }
    }
  }

  private mutating func extend(_ ways: inout [PatternWay], through landmark: PatternWay.Landmark) {
    for index in ways.indices { ways[index].append(landmark, sets) }
  }

  private func widen(_ ways: inout [PatternWay], by width: PatternWidth) {
    for index in ways.indices { ways[index].widen(by: width) }
  }

  /// Goes on, behind each of `ways`, in each of the ways `next`. If that makes too many, the fewer become one.
  private mutating func join(_ next: [PatternWay], to ways: inout [PatternWay]) {
    var next = next
    if ways.count * next.count > mostWays {
      if ways.count > next.count { next = [united(next)] } else { ways = [united(ways)] }
    }
    if next.count == 1 {
      for index in ways.indices { ways[index].append(next[0], sets) }
      return
    }
    let former = ways
    ways.removeAll(keepingCapacity: true)
    for way in former {
      for other in next {
        ways.append(way)
        ways[ways.count - 1].append(other, sets)
      }
    }
  }

  private mutating func alternatives(_ parts: [PatternNode]) -> [PatternWay] {
    var single: [SymbolSetID] = []
    var ways: [PatternWay] = []
    for part in parts {
      if case .symbol(let symbol) = part {
        single.append(SymbolSets.set(of: symbol))
        continue
      }
      for way in self.ways(of: part) {
        if let set = way.onlySet { single.append(set) } else { ways.append(way) }
      }
    }
    if !single.isEmpty { ways.append(PatternWay(through: sets.union(single))) }
    // One that asks for nothing makes it useless to tell the others apart.
    return ways.count > mostWays || ways.contains(where: \.isBlank) ? [united(ways)] : ways
  }

  /// One set stands somewhere in the whole; so do the others.
  private mutating func permutation(_ parts: [PatternNode]) -> PatternWay {
    let parts = parts.map { united(ways(of: $0)) }
    let width = parts.reduce(PatternWidth.nothing) { $0 + $1.width }
    var whole = PatternWay()
    for var part in parts {
      part.loosen(toRarest: 0, sets)
      for index in 0..<part.looseCount { whole.addLoose(part.loose(index), sets) }
    }
    whole.widen(by: width)
    return whole
  }

  /// What all of them have in common: the union of one set of each stands for all; the rarest, where one has more than the others.
  private mutating func united(_ ways: [PatternWay]) -> PatternWay {
    guard ways.count != 1 else { return ways[0] }
    let common = min(ways.lazy.map(\.consumed).min() ?? 0, Self.mostCommon)
    var ways = ways
    for index in ways.indices { ways[index].loosen(toRarest: common, sets) }
    var whole = PatternWay()
    for place in 0..<common {
      let lead = ways.reduce(PatternWidth.nothing) { $0.union($1[place].lead) }
      whole.append(PatternWay.Landmark(set: sets.union(ways.lazy.map { $0[place].set }), lead: lead), sets)
    }
    whole.widen(by: ways.reduce(.nothing) { $0.union($1.trail) })
    for place in 0..<(ways.lazy.map(\.looseCount).min() ?? 0) {
      whole.addLoose(sets.union(ways.lazy.map { $0.loose(place) }), sets)
    }
    return whole
  }

  /// All that a match of the part can take.
  private static func width(of node: PatternNode) -> PatternWidth {
    switch node {
    case .symbol, .slot: .atom
    case .sequence(let parts), .permutation(let parts): parts.reduce(.nothing) { $0 + width(of: $1) }
    case .alternatives(let parts): parts.reduce(.nothing) { $0.union(width(of: $1)) }
    case .optional(let part): width(of: part)
    case .gap(let max): PatternWidth(atoms: 0, gaps: max)
    case .wildcard, .graph: .unbounded
    case .clauseStart, .clauseEnd: .nothing
    }
  }
}
