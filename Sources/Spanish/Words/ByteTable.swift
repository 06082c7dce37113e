/// A set of byte strings with dense indices: flat storage, open addressing, a fixed hash.
/// Equal input gives equal tables in every process.
package struct ByteTable: Sendable {
  private var bytes: [UInt8] = []
  private var starts: [UInt32] = [0]
  private var hashes: [UInt32] = []
  /// Index + 1 of the key of a slot; 0 is free. Always a power of two.
  private var slots: [UInt32]

  package init(minimumCapacity: Int = 64) {
    var size = 64
    while size < minimumCapacity * 2 { size *= 2 }
    slots = [UInt32](repeating: 0, count: size)
  }

  var count: Int { hashes.count }

  /// The bytes of one key.
  subscript(index: Int) -> ArraySlice<UInt8> {
    bytes[Int(starts[index])..<Int(starts[index + 1])]
  }

  /// The index of the key, new or old.
  @discardableResult
  package mutating func insert(_ key: ArraySlice<UInt8>) -> Int {
    let hash = Self.hash(key)
    if let found = find(key, hash: hash) { return found }
    if (hashes.count + 1) * 2 > slots.count { grow() }
    let index = hashes.count
    bytes.append(contentsOf: key)
    starts.append(UInt32(bytes.count))
    hashes.append(hash)
    place(index, hash: hash)
    return index
  }

  package func find(_ key: ArraySlice<UInt8>) -> Int? { find(key, hash: Self.hash(key)) }

  /// The index of a key whose hash the caller made letter by letter, with ``extended(_:by:)`` and ``mixed(_:)``.
  func find(_ key: ArraySlice<UInt8>, hash: UInt32) -> Int? {
    let mask = slots.count - 1
    var slot = Int(hash) & mask
    while slots[slot] != 0 {
      let index = Int(slots[slot]) - 1
      if hashes[index] == hash, equals(index, key) { return index }
      slot = (slot + 1) & mask
    }
    return nil
  }

  private func equals(_ index: Int, _ key: ArraySlice<UInt8>) -> Bool {
    let start = Int(starts[index])
    guard Int(starts[index + 1]) - start == key.count else { return false }
    var position = start
    for byte in key {
      if bytes[position] != byte { return false }
      position += 1
    }
    return true
  }

  private mutating func place(_ index: Int, hash: UInt32) {
    let mask = slots.count - 1
    var slot = Int(hash) & mask
    while slots[slot] != 0 { slot = (slot + 1) & mask }
    slots[slot] = UInt32(index + 1)
  }

  private mutating func grow() {
    slots = [UInt32](repeating: 0, count: slots.count * 2)
    for index in hashes.indices { place(index, hash: hashes[index]) }
  }

  /// FNV-1a with a final mix, so that the low bits can pick the slot.
  static func hash(_ key: ArraySlice<UInt8>) -> UInt32 {
    var hash = emptyHash
    for byte in key { hash = extended(hash, by: byte) }
    return mixed(hash)
  }

  static let emptyHash: UInt32 = 2_166_136_261

  static func extended(_ hash: UInt32, by byte: UInt8) -> UInt32 { (hash ^ UInt32(byte)) &* 16_777_619 }

  static func mixed(_ hash: UInt32) -> UInt32 {
    var hash = hash
    hash ^= hash >> 15
    hash = hash &* 0x2c1b_3c6d
    hash ^= hash >> 13
    return hash
  }
}
