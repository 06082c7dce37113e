/// One way through a pattern: what every match that takes it must meet, from left to right. That is sets of symbols of each of
/// which it consumes one, edges of clauses, and how much may stand between two of them.
///
/// A plain value of fixed size: ways are made by the ten thousand, copied and thrown away.
struct PatternWay: BitwiseCopyable, Sendable {
  struct Landmark: BitwiseCopyable, Sendable {
    /// One of these the match consumes here; ``SymbolSets/clauseStart`` and ``SymbolSets/clauseEnd`` consume nothing.
    var set: SymbolSetID
    /// What may stand between the landmark before it, or the beginning, and it.
    var lead = PatternWidth.nothing
    /// What it takes itself.
    var width = PatternWidth.atom
  }

  /// Where one set stands, seen from another.
  struct Relation: BitwiseCopyable, Sendable {
    enum Side: UInt8, BitwiseCopyable { case anywhere, before, behind }

    var side: Side
    /// What may stand from the beginning of the former to that of the latter.
    var distance: PatternWidth
  }

  /// Those below `count` are in use.
  private var landmarks = InlineArray<8, Landmark>(repeating: Landmark(set: 0))
  private(set) var count = 0
  /// How many of them are no edges of clauses.
  private(set) var consumed = 0
  /// What may stand behind the last landmark; all that the way takes if there is none.
  private(set) var trail = PatternWidth.nothing
  /// Sets of which the match consumes one, nobody knows where: rarest first, those below `looseCount` are in use.
  private var looseSets = InlineArray<3, SymbolSetID>(repeating: 0)
  private(set) var looseCount = 0

  init() {}

  init(through set: SymbolSetID) {
    landmarks[0] = Landmark(set: set)
    (count, consumed) = (1, 1)
  }

  subscript(index: Int) -> Landmark { landmarks[index] }
  func loose(_ index: Int) -> SymbolSetID { looseSets[index] }

  /// Whether it says nothing of what stands in the message but its clauses.
  var isBlank: Bool { consumed == 0 && looseCount == 0 }

  /// The set of which it consumes one symbol, if that is all that it does.
  var onlySet: SymbolSetID? {
    count == 1 && consumed == 1 && looseCount == 0 && landmarks[0].lead == .nothing && trail == .nothing
      ? landmarks[0].set : nil
  }

  /// All that a match can take.
  var width: PatternWidth {
    var width = trail
    for index in 0..<count { width = width + landmarks[index].lead + landmarks[index].width }
    return width
  }

  mutating func widen(by width: PatternWidth) { trail = trail + width }

  /// Goes on through the landmark, behind what may stand before it.
  mutating func append(_ landmark: Landmark, _ sets: borrowing SymbolSets) {
    if count == landmarks.count {
      if let place = commonest(sets) { drop(place) } else { drop(0, consumes: false) }
    }
    landmarks[count] = landmark
    landmarks[count].lead = trail + landmark.lead
    trail = .nothing
    count += 1
    if !sets.isEdge(landmark.set) { consumed += 1 }
  }

  /// Goes on as `other` does.
  mutating func append(_ other: PatternWay, _ sets: borrowing SymbolSets) {
    for index in 0..<other.count { append(other.landmarks[index], sets) }
    trail = trail + other.trail
    for index in 0..<other.looseCount { addLoose(other.looseSets[index], sets) }
  }

  /// Keeps the rarest.
  mutating func addLoose(_ set: SymbolSetID, _ sets: borrowing SymbolSets) {
    var place = looseCount
    while place > 0, sets.uses(of: set) < sets.uses(of: looseSets[place - 1]) {
      if place < looseSets.count { looseSets[place] = looseSets[place - 1] }
      place -= 1
    }
    guard place < looseSets.count else { return }
    looseSets[place] = set
    looseCount = min(looseCount + 1, looseSets.count)
  }

  /// Leaves the `most` rarest sets, and the edges of clauses.
  mutating func keepRarest(_ most: Int, _ sets: borrowing SymbolSets) {
    while consumed > most, let place = commonest(sets) { drop(place) }
  }

  /// Leaves the `most` rarest sets where they are, the others without a place, and no edges of clauses.
  mutating func loosen(toRarest most: Int, _ sets: borrowing SymbolSets) {
    for place in (0..<count).reversed() where sets.isEdge(landmarks[place].set) { drop(place, consumes: false) }
    while consumed > most, let place = commonest(sets) {
      addLoose(landmarks[place].set, sets)
      drop(place)
    }
  }

  /// The set that fewest patterns ask for, and the one to look at next: the rarest of one symbol if there is one, which costs less
  /// to look at. Twice the same if there is only one.
  func rarestSets(_ sets: borrowing SymbolSets) -> (first: SymbolSetID, second: SymbolSetID) {
    var order =
      (0..<count).map { landmarks[$0].set }.filter { !sets.isEdge($0) } + (0..<looseCount).map { looseSets[$0] }
    order.sort { sets.uses(of: $0) < sets.uses(of: $1) }
    let others = order.filter { $0 != order[0] }
    return (order[0], others.first { $0 >= 0 } ?? others.first ?? order[0])
  }

  /// Where `other` stands, seen from `set`.
  func relation(of other: SymbolSetID, to set: SymbolSetID) -> Relation {
    guard let here = (0..<count).first(where: { landmarks[$0].set == set }),
      let there = (0..<count).first(where: { landmarks[$0].set == other }), here != there
    else { return Relation(side: .anywhere, distance: .unbounded) }
    let distance = (min(here, there)..<max(here, there)).reduce(PatternWidth.nothing) {
      $0 + landmarks[$1].width + landmarks[$1 + 1].lead
    }
    return Relation(side: here < there ? .behind : .before, distance: distance)
  }

  /// The place of the set that most patterns ask for, edges of clauses aside.
  private func commonest(_ sets: borrowing SymbolSets) -> Int? {
    var commonest: Int?
    for place in 0..<count where !sets.isEdge(landmarks[place].set) {
      if let other = commonest, sets.uses(of: landmarks[other].set) > sets.uses(of: landmarks[place].set) { continue }
      commonest = place
    }
    return commonest
  }

  /// Forgets a landmark; what stood there widens the way between those beside it.
  private mutating func drop(_ place: Int, consumes: Bool = true) {
    let gone = landmarks[place].lead + landmarks[place].width
    for next in place..<count - 1 { landmarks[next] = landmarks[next + 1] }
    count -= 1
    if consumes { consumed -= 1 }
    if place < count { landmarks[place].lead = gone + landmarks[place].lead } else { trail = gone + trail }
  }
}

/// How much of a message a part of a pattern can take at most: edges of the lattice, and tokens in gaps.
struct PatternWidth: Equatable, BitwiseCopyable, Sendable {
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
