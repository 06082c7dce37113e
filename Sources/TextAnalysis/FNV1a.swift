/// FNV-1a, 64 bits (Fowler, Noll, Vo): for tables and seeds, not against somebody who looks for collisions.
@usableFromInline package enum FNV1a {
  @inlinable package static var basis: UInt64 { 0xcbf2_9ce4_8422_2325 }
  @inlinable package static var prime: UInt64 { 0x100_0000_01b3 }

  /// Goes on from `hash`, so that parts can be hashed one after the other.
  @inlinable package static func hash(_ bytes: some Sequence<UInt8>, from hash: UInt64 = basis) -> UInt64 {
    var hash = hash
    for byte in bytes { hash = adding(byte, to: hash) }
    return hash
  }

  @inlinable package static func adding(_ byte: UInt8, to hash: UInt64) -> UInt64 { (hash ^ UInt64(byte)) &* prime }
}
