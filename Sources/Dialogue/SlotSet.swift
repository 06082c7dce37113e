/// Some of a content's slots, by their numbers: a bit each.
struct SlotSet: Equatable {
  private var words: [UInt64]

  /// - Parameter count: how many slots there are.
  init(count: Int) { words = [UInt64](repeating: 0, count: (count + 63) / 64) }

  func contains(_ slot: Int) -> Bool { words[slot / 64] >> UInt64(slot % 64) & 1 != 0 }

  mutating func insert(_ slot: Int) { words[slot / 64] |= 1 << UInt64(slot % 64) }

  func union(_ other: SlotSet) -> SlotSet {
    var union = self
    for index in words.indices { union.words[index] |= other.words[index] }
    return union
  }

  func intersection(_ other: SlotSet) -> SlotSet {
    var intersection = self
    for index in words.indices { intersection.words[index] &= other.words[index] }
    return intersection
  }
}
