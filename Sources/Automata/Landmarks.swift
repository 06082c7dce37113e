/// What a pattern must meet on its way, from left to right: sets of symbols of each of which every match consumes one, and
/// how much may stand between two of them.
struct Landmarks {
  /// A set of symbols, sorted, one of which every match consumes here.
  struct Landmark {
    var set: SymbolSet
    /// What may stand between the landmark before it, or the beginning, and it.
    var lead: PatternWidth
  }

  private(set) var chain: [Landmark] = []
  /// What may stand behind the last landmark; all that the pattern takes if there is none.
  private(set) var trail = PatternWidth.nothing
  /// Sets of which every match consumes one, nobody knows where.
  private(set) var loose: [SymbolSet] = []

  /// More sets than these say little more.
  private static let mostSets = 5

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
    case .clauseStart, .clauseEnd: break
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

  /// The union of one set of each part stands for all of them, and so does that of another set of each.
  private init(alternatives parts: [Landmarks]) {
    var rests = parts.map(\.loose)
    if parts.allSatisfy({ !$0.chain.isEmpty }), !parts.isEmpty {
      var lead = PatternWidth.nothing
      var sets: [SymbolSet] = []
      for (index, part) in parts.enumerated() {
        let place = part.rarestPlace
        let split = part.widths(around: place)
        sets.append(part.chain[place].set)
        lead = lead.union(split.before)
        trail = trail.union(split.after)
        rests[index] += part.chain.indices.lazy.filter { $0 != place }.map { part.chain[$0].set }
      }
      chain = [Landmark(set: SymbolSet(union: sets), lead: lead)]
    } else {
      for (index, part) in parts.enumerated() {
        trail = trail.union(part.width)
        rests[index] = part.sets
      }
    }
    let common = min(rests.map(\.count).min() ?? 0, Self.mostSets)
    guard common > 0 else { return }
    rests = rests.map { $0.sorted { $0.uses < $1.uses } }
    loose = (0..<common).map { place in SymbolSet(union: rests.map { $0[place] }) }
  }

  /// One of the sets stands somewhere in the whole; so do the others.
  private init(permutation parts: [Landmarks]) {
    let width = parts.reduce(PatternWidth.nothing) { $0 + $1.width }
    var sets = parts.flatMap { $0.chain.map(\.set) }
    trail = width
    if let rarest = sets.indices.min(by: { sets[$0].uses < sets[$1].uses }) {
      chain = [Landmark(set: sets.remove(at: rarest), lead: width)]
    }
    loose = Self.rarest(sets + parts.flatMap(\.loose))
  }

  private mutating func append(_ other: Landmarks) {
    for (index, landmark) in other.chain.enumerated() {
      chain.append(Landmark(set: landmark.set, lead: index == 0 ? trail + landmark.lead : landmark.lead))
    }
    trail = other.chain.isEmpty ? trail + other.trail : other.trail
    if !other.loose.isEmpty { loose = Self.rarest(loose + other.loose) }
  }

  /// Leaves the rarest sets; what stood at the others widens the way between those that stay.
  mutating func keepTheRarest() {
    while chain.count > Self.mostSets, let place = chain.indices.max(by: { chain[$0].set.uses < chain[$1].set.uses }) {
      let gone = chain.remove(at: place)
      if place < chain.count {
        chain[place].lead = gone.lead + .atom + chain[place].lead
      } else {
        trail = gone.lead + .atom + trail
      }
    }
  }

  /// All sets, wherever they are met.
  var sets: [SymbolSet] { chain.map(\.set) + loose }

  /// All that a match can take.
  private var width: PatternWidth { chain.reduce(trail) { $0 + $1.lead + .atom } }

  private var rarestPlace: Int { chain.indices.min { chain[$0].set.uses < chain[$1].set.uses } ?? 0 }

  /// What may stand before the landmark at `place`, and behind it.
  private func widths(around place: Int) -> (before: PatternWidth, after: PatternWidth) {
    var before = chain[place].lead
    for landmark in chain[..<place] { before = before + landmark.lead + .atom }
    var after = trail
    for landmark in chain[(place + 1)...] { after = after + landmark.lead + .atom }
    return (before, after)
  }

  private static func rarest(_ sets: [SymbolSet]) -> [SymbolSet] {
    sets.count <= mostSets ? sets : Array(sets.sorted { $0.uses < $1.uses }.prefix(mostSets))
  }
}

/// Symbols, sorted, each once.
struct SymbolSet {
  let symbols: [Int32]
  /// How many patterns ask for one of them: the more, the commoner they are in messages.
  let uses: Int

  init(_ symbols: [Int32], _ uses: SymbolUses) {
    self.symbols = symbols
    self.uses = symbols.reduce(0) { $0 + uses[$1] }
  }

  init(union sets: [SymbolSet]) {
    var sorted = sets.flatMap(\.symbols).sorted()
    var kept = 0
    for symbol in sorted where kept == 0 || sorted[kept - 1] != symbol {
      sorted[kept] = symbol
      kept += 1
    }
    sorted.removeLast(sorted.count - kept)
    symbols = sorted
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

  /// - Parameters:
  ///   - symbolCount: one more than the greatest symbol.
  ///   - labels: those of each pattern's steps; some are no symbols.
  init(symbolCount: Int, labels: [[Int32]]) {
    counts = [Int](repeating: 0, count: symbolCount)
    var last = [Int](repeating: -1, count: symbolCount)
    for (pattern, labels) in labels.enumerated() {
      for label in labels where label >= 0 && last[Int(label)] != pattern {
        last[Int(label)] = pattern
        counts[Int(label)] += 1
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
