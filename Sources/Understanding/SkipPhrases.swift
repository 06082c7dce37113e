/// What is passed over wherever it stands, folded word by word («por favor»); longer ones may share a beginning.
struct SkipPhrases: Sendable {
  let phrases: [[[UInt8]]]
  /// Their places, by the first byte and the length of their first word.
  private var places: [[Int32]]

  private static let lengths = 16

  init(_ phrases: [[[UInt8]]]) {
    self.phrases = phrases
    places = Array(repeating: [], count: 256 * Self.lengths)
    for (index, phrase) in phrases.enumerated() {
      guard let first = phrase.first, let byte = first.first else { continue }
      places[Self.place(byte, length: first.count)].append(Int32(index))
    }
  }

  /// The places in `phrases` of those whose first word can be one that begins so and is so long.
  func startingWith(_ byte: UInt8, length: Int) -> [Int32] { places[Self.place(byte, length: length)] }

  private static func place(_ byte: UInt8, length: Int) -> Int { Int(byte) * lengths + min(length, lengths - 1) }
}
