import Automata

/// A match of a pattern, with what decides whether its intent wins.
struct Candidate {
  var match: PatternMatch
  var pattern: Int
  var intent: Int
  var key: RankingKey
  /// The weights of what stands unexplained beside it, in the regions that it touches.
  var leftover: Int
  /// The regions that its readings stand in.
  var regions: ClosedRange<Int>
  /// Covered units with a weight of their own, function words aside.
  var contentWords: Int
  /// False for what never wins alone: a gap, one common word, a thin cover.
  var isViable: Bool
  /// Where stands what the pattern asked for elsewhere in the message.
  var companion: LatticeEdge?
  var confidence: Double
  var negated: Bool = false
  /// Whether the words as the sample sentences use them decided for it, and no pattern that matched here: one that
  /// matched a denied stretch read on its own is no pattern of the message.
  var isHeard: Bool = false

  /// The unit of the reading that says most: a match may begin in one part of a message («quiero …») and mean the next.
  var home: Int { match.edges.max { $0.weight < $1.weight }?.from ?? match.tokens.lowerBound }

  func overlaps(_ other: Candidate) -> Bool {
    if match.tokens.overlaps(other.match.tokens) { return true }
    if let own = companion, (own.from..<own.to).overlaps(other.match.tokens) { return true }
    return other.companion.map { (theirs: LatticeEdge) in (theirs.from..<theirs.to).overlaps(match.tokens) } ?? false
  }
}

/// What decides between intents, first difference first. Read it out in `trace`; there is no hidden number.
struct RankingKey: Comparable {
  /// 1 if and only if the dialogue expects this intent now (yes or no after a question for confirmation).
  var expected: Int
  /// Typed slots that the pattern itself captured and that few intents take: a link, a telephone, a serial number. An
  /// order number counts as weight only, for nearly every intent takes one.
  var slots: Int
  /// Content words covered, weighted by rarity.
  var weight: Int
  var gaps: Int
  var repairs: Int
  var leftover: Int
  var priority: Int
  /// The pattern's place in the files: the last resort, so that the order is total.
  var pattern: Int

  /// Better sorts first.
  static func < (a: RankingKey, b: RankingKey) -> Bool {
    if a.expected != b.expected { return a.expected > b.expected }
    if a.slots != b.slots { return a.slots > b.slots }
    if a.weight != b.weight { return a.weight > b.weight }
    if a.gaps != b.gaps { return a.gaps < b.gaps }
    if a.repairs != b.repairs { return a.repairs < b.repairs }
    if a.leftover != b.leftover { return a.leftover < b.leftover }
    if a.priority != b.priority { return a.priority > b.priority }
    return a.pattern < b.pattern
  }

  /// How clearly `self` beats `other`, as a distance of confidences: a tie on everything but late keys is a close call.
  func distance(over other: RankingKey) -> Double {
    if expected != other.expected || slots != other.slots || weight >= other.weight + 2 { return 0.12 }
    if priority > other.priority || gaps + 2 <= other.gaps { return 0.1 }
    return 0.02 + (weight > other.weight ? 0.05 : 0) + (gaps < other.gaps ? 0.03 : 0)
      + (repairs < other.repairs ? 0.02 : 0)
  }

  var description: String {
    "esperado=\(expected) datos=\(slots) peso=\(weight) huecos=\(gaps) arreglos=\(repairs) resto=\(leftover) prioridad=\(priority)"
  }
}
