/// What a pattern must meet on its way, from left to right: sets of symbols of each of which every match consumes one, edges
/// of clauses, and how much may stand between two of them.
struct Landmarks {
  struct Landmark {
    /// One of these every match consumes here; ``SymbolSet/clauseStart`` and ``SymbolSet/clauseEnd`` consume nothing.
    var set: SymbolSet
    /// What may stand between the landmark before it, or the beginning, and it.
    var lead: PatternWidth
    /// What it takes itself.
    var width = PatternWidth.atom
  }

  private(set) var chain: [Landmark] = []
  /// What may stand behind the last landmark; all that the pattern takes if there is none.
  private(set) var trail = PatternWidth.nothing
  /// Sets of which every match consumes one, nobody knows where.
  private(set) var loose: [SymbolSet] = []

  /// More sets than these say little more.
  private static let mostSets = 3
  /// How many landmarks alternatives leave at most.
  private static let mostCommon = 2

  private init() {}

  init(of node: PatternNode, _ uses: SymbolUses) {
    switch node {
    case .symbol(let symbol), .slot(_, let symbol):
      chain = [Landmark(set: SymbolSet([symbol.raw], uses), lead: .nothing)]
    case .sequence(let parts):
      for part in parts { append(Landmarks(of: part, uses)) }
    case .alternatives(let parts):
      if let symbols = Self.symbols(parts) {
        chain = [Landmark(set: SymbolSet(union: [SymbolSet(symbols, uses)]), lead: .nothing)]
        return
      }
      let parts = parts.map { Landmarks(of: $0, uses) }
      self = parts.count == 1 ? parts[0] : Landmarks(alternatives: parts)
    case .permutation(let parts):
      let parts = parts.map { Landmarks(of: $0, uses) }
      self = parts.count == 1 ? parts[0] : Landmarks(permutation: parts)
    case .optional(let part): trail = Landmarks(of: part, uses).width
    case .gap(let max): trail = PatternWidth(atoms: 0, gaps: max)
    case .wildcard: trail = .unbounded
    case .clauseStart: chain = [Landmark(set: .clauseStart, lead: .nothing, width: .nothing)]
    case .clauseEnd: chain = [Landmark(set: .clauseEnd, lead: .nothing, width: .nothing)]
    case .graph(let fragment):
      trail = .unbounded
      loose = Self.rarest(fragment.needs.map { SymbolSet($0, uses) })
    }
  }

  /// Of alternatives that are symbols each, which most are; nil for others.
  private static func symbols(_ parts: [PatternNode]) -> [Int32]? {
    var symbols: [Int32] = []
    symbols.reserveCapacity(parts.count)
    for part in parts {
      guard case .symbol(let symbol) = part else { return nil }
      symbols.append(symbol.raw)
    }
    return symbols.isEmpty ? nil : symbols
  }

  /// The union of one set of each part stands for all of them; the rarest, where a part has more than the others.
  private init(alternatives parts: [Landmarks]) {
    let common = min(parts.lazy.map { $0.consumed.count }.min() ?? 0, Self.mostCommon)
    let kept = parts.map { $0.chain.count == common ? $0 : $0.keeping($0.rarestPlaces(common)) }
    for place in 0..<common {
      chain.append(
        Landmark(
          set: SymbolSet(union: kept.map { $0.chain[place].set }),
          lead: kept.reduce(.nothing) { $0.union($1.chain[place].lead) }))
    }
    trail = kept.reduce(.nothing) { $0.union($1.trail) }
    let looseCount = min(kept.lazy.map { $0.loose.count }.min() ?? 0, Self.mostSets)
    guard looseCount > 0 else { return }
    let rests = kept.map { $0.loose.sorted { $0.uses < $1.uses } }
    loose = (0..<looseCount).map { place in SymbolSet(union: rests.map { $0[place] }) }
  }

  /// One of the sets stands somewhere in the whole; so do the others.
  private init(permutation parts: [Landmarks]) {
    let width = parts.reduce(PatternWidth.nothing) { $0 + $1.width }
    var sets = parts.flatMap { part in part.consumed.map { part.chain[$0].set } }
    trail = width
    if let rarest = sets.indices.min(by: { sets[$0].uses < sets[$1].uses }) {
      chain = [Landmark(set: sets.remove(at: rarest), lead: width)]
    }
    loose = Self.rarest(sets + parts.flatMap(\.loose))
  }

  private mutating func append(_ other: Landmarks) {
    for (index, landmark) in other.chain.enumerated() {
      chain.append(landmark)
      if index == 0 { chain[chain.count - 1].lead = trail + landmark.lead }
    }
    trail = other.chain.isEmpty ? trail + other.trail : other.trail
    if !other.loose.isEmpty { loose = Self.rarest(loose + other.loose) }
  }

  /// With the rarest sets only, and the edges of clauses.
  var withFewSets: Landmarks {
    guard consumed.count > Self.mostSets else { return self }
    let rarest = rarestPlaces(Self.mostSets)
    var few = keeping(chain.indices.filter { chain[$0].set.isEdge || rarest.contains($0) })
    few.loose = loose
    return few
  }

  /// All sets of symbols, wherever they are met.
  var sets: [SymbolSet] { consumed.map { chain[$0].set } + loose }

  /// The landmarks that are no edges of clauses.
  private var consumed: [Int] { chain.indices.filter { !chain[$0].set.isEdge } }

  /// The places of the `count` rarest sets, from left to right.
  private func rarestPlaces(_ count: Int) -> [Int] {
    consumed.sorted { (chain[$0].set.uses, $0) < (chain[$1].set.uses, $1) }.prefix(count).sorted()
  }

  /// With the landmarks at `places` only: what stood at the others widens the way between these, and the sets are loose.
  private func keeping(_ places: [Int]) -> Landmarks {
    var kept = Landmarks()
    kept.loose = loose
    var next = 0
    for (index, landmark) in chain.enumerated() {
      kept.trail = kept.trail + landmark.lead
      if next < places.count, places[next] == index {
        next += 1
        kept.chain.append(Landmark(set: landmark.set, lead: kept.trail, width: landmark.width))
        kept.trail = .nothing
      } else {
        kept.trail = kept.trail + landmark.width
        if !landmark.set.isEdge { kept.loose.append(landmark.set) }
      }
    }
    kept.trail = kept.trail + trail
    return kept
  }

  /// All that a match can take.
  private var width: PatternWidth { chain.reduce(trail) { $0 + $1.lead + $1.width } }

  private static func rarest(_ sets: [SymbolSet]) -> [SymbolSet] {
    sets.count <= mostSets ? sets : Array(sets.sorted { $0.uses < $1.uses }.prefix(mostSets))
  }
}

/// Symbols, sorted, each once.
struct SymbolSet {
  let symbols: [Int32]
  /// How many patterns ask for one of them: the more, the commoner they are in messages.
  let uses: Int

  /// Not symbols of a message, but what stands around its clauses.
  static var startSymbol: Int32 { -2 }
  static var endSymbol: Int32 { -1 }
  static var leastSymbol: Int32 { startSymbol }
  static let clauseStart = SymbolSet(edge: startSymbol)
  static let clauseEnd = SymbolSet(edge: endSymbol)

  var isEdge: Bool { symbols.first.map { $0 < 0 } ?? false }

  private init(edge: Int32) {
    symbols = [edge]
    // Every message has them.
    uses = .max / 1_000
  }

  init(_ symbols: [Int32], _ uses: SymbolUses) {
    self.symbols = symbols
    self.uses = symbols.reduce(0) { $0 + uses[$1] }
  }

  init(union sets: [SymbolSet]) {
    symbols = sets.flatMap(\.symbols).sortedUnique()
    // What is in several counts more than once: an estimate.
    uses = sets.reduce(0) { $0 + $1.uses }
  }
}

/// In how many patterns a symbol stands.
struct SymbolUses {
  private var counts: [Int]

  /// Where nothing is known all are alike.
  static let alike = SymbolUses(counts: [])

  private init(counts: [Int]) { self.counts = counts }

  /// - Parameter symbolCount: one more than the greatest symbol.
  init(_ builder: AutomatonBuilder, symbolCount: Int) {
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
  }

  subscript(symbol: Int32) -> Int { counts.isEmpty ? 1 : counts[Int(symbol)] }
}

/// How much of a message a part of a pattern can take at most: edges of the lattice, and tokens in gaps.
struct PatternWidth: BitwiseCopyable, Sendable {
  private(set) var atoms: UInt8
  private(set) var gaps: UInt8

  /// As good as no bound: masks of a message's tokens have no more bits.
  static let limit = 64
  static let nothing = PatternWidth(atoms: 0, gaps: 0)
  static let atom = PatternWidth(atoms: 1, gaps: 0)
  static let unbounded = PatternWidth(atoms: limit, gaps: 0)

  init(atoms: Int, gaps: Int) {
    self.atoms = UInt8(max(0, min(atoms, Self.limit)))
    self.gaps = UInt8(max(0, min(gaps, Self.limit)))
  }

  static func + (a: PatternWidth, b: PatternWidth) -> PatternWidth {
    PatternWidth(atoms: Int(a.atoms) + Int(b.atoms), gaps: Int(a.gaps) + Int(b.gaps))
  }

  /// What takes no more than the wider of the two.
  func union(_ other: PatternWidth) -> PatternWidth {
    PatternWidth(atoms: Int(max(atoms, other.atoms)), gaps: Int(max(gaps, other.gaps)))
  }

  /// In tokens, where an edge takes at most `edge` of them.
  func tokens(edge: Int) -> Int { Int(atoms) * edge + Int(gaps) }
}
