/// Hashes of a key without one or two of its letters, each in constant time: a polynomial over the letters, modulo 2³².
struct DeletionHashes {
  /// Of the letters before each place, and of those from it on; what stands behind the last letter is of longer keys.
  private var prefix = [UInt32](repeating: 0, count: Self.powers.count)
  private var suffix = [UInt32](repeating: 0, count: Self.powers.count)
  private var letters: [UInt8] = []

  private static let base: UInt32 = 0x0100_0193

  private let powers = Self.powers

  /// Of every key that is hashed: words have at most ``TypoIndex/longest`` letters.
  private static let powers: [UInt32] = (0...64).reduce(into: [1]) { powers, _ in
    powers.append(powers[powers.count - 1] &* base)
  }

  /// Takes the next key; the arrays are kept.
  mutating func reset(to key: [UInt8]) {
    letters = key
    let count = key.count
    precondition(count < powers.count, "only words of limited length are indexed and repaired")
    for index in 0..<count { prefix[index + 1] = prefix[index] &* Self.base &+ UInt32(key[index]) }
    suffix[count] = 0
    for index in (0..<count).reversed() {
      suffix[index] = UInt32(key[index]) &* powers[count - 1 - index] &+ suffix[index + 1]
    }
  }

  /// The whole key, and the key without each letter; when that leaves the same letter twice, also with only one of
  /// them, as keys are written.
  func forEachSingle(_ body: (UInt32) -> Void) {
    body(ByteTable.mixed(suffix[0]))
    for index in letters.indices where index == 0 || letters[index] != letters[index - 1] {
      body(ByteTable.mixed(prefix[index] &* powers[letters.count - 1 - index] &+ suffix[index + 1]))
      if index > 0, index + 1 < letters.count, letters[index - 1] == letters[index + 1] {
        body(ByteTable.mixed(prefix[index] &* powers[letters.count - 2 - index] &+ suffix[index + 2]))
      }
    }
  }

  /// The key without each two letters.
  func forEachPair(_ body: (UInt32) -> Void) {
    let count = letters.count
    for second in letters.indices.dropFirst() {
      let end = suffix[second + 1]
      for first in 0..<second {
        let between = prefix[second] &- prefix[first + 1] &* powers[second - first - 1]
        let hash = prefix[first] &* powers[count - 2 - first] &+ between &* powers[count - 1 - second] &+ end
        body(ByteTable.mixed(hash))
      }
    }
  }
}
