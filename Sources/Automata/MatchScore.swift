/// What makes one match better than another; every part is a sum over the path, so the best prefix is part of the
/// best match. Weight and gaps share one word, repairs and wildcards another: two comparisons instead of four.
struct MatchScore: Equatable, Sendable {
  private var major: Int64 = 0
  private var minor: Int64 = 0

  static let zero = MatchScore()

  mutating func take(_ edge: LatticeEdge) {
    major += Int64(edge.weight) << 32
    minor -= Int64(edge.cost) << 32
  }

  mutating func passGap() { major -= 1 }
  mutating func passWildcard() { minor += 1 }

  var weight: Int { Int((major + 0xFFFF_FFFF) >> 32) }
  var gapTokens: Int { weight << 32 - Int(major) }
  var wildcardTokens: Int { Int(minor & 0xFFFF_FFFF) }
  var repairs: Int { -Int((minor - Int64(wildcardTokens)) >> 32) }

  /// More weight, then fewer gap tokens, fewer repairs, more tokens in wildcards.
  func isBetter(than other: MatchScore) -> Bool {
    major != other.major ? major > other.major : minor > other.minor
  }
}
