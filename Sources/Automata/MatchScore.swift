/// What makes one match better than another; every part is a sum over the path, so the best prefix is part of the
/// best match. Weight and gaps share one word, repairs and wildcards another: two comparisons instead of four.
struct MatchScore: Equatable, BitwiseCopyable, Sendable {
  private var major: Int64
  private var minor: Int64

  /// What a token in a gap adds.
  static let gap = MatchScore(major: -1, minor: 0)
  /// What a token in a wildcard adds.
  static let wildcard = MatchScore(major: 0, minor: 1)

  private init(major: Int64, minor: Int64) {
    self.major = major
    self.minor = minor
  }

  /// What taking `edge` adds.
  init(of edge: LatticeEdge) {
    major = Int64(edge.weight) << 32
    minor = -Int64(edge.cost) << 32
  }

  mutating func add(_ other: MatchScore) {
    major += other.major
    minor += other.minor
  }

  var weight: Int { Int((major + 0xFFFF_FFFF) >> 32) }
  var gapTokens: Int { weight << 32 - Int(major) }
  var wildcardTokens: Int { Int(minor & 0xFFFF_FFFF) }
  var repairs: Int { -Int((minor - Int64(wildcardTokens)) >> 32) }

  /// More weight, then fewer gap tokens, fewer repairs, more tokens in wildcards.
  func isBetter(than other: MatchScore) -> Bool {
    major != other.major ? major > other.major : minor > other.minor
  }
}
