import TextAnalysis

/// The features of a sentence, as hashes: of each word its stem, the whole of a longer one, and each two stems in a row,
/// the beginning being one.
struct SampleFeatures {
  /// One after the other, doubles included.
  private var hashes: [UInt64] = []
  /// The stems alone, in the order of the words.
  private(set) var stems: [UInt64] = []
  /// The whole words that are no shorter than a stem.
  private(set) var longWords: [UInt64] = []
  private var last: UInt64 = 0

  private static let stemLength = 4
  /// Tells pairs from words.
  private static let pairBit: UInt64 = 1
  /// Any number: which one it is says nothing.
  private static let number = FNV1a.hash("#".utf8) & ~pairBit

  /// - Parameter count: how many words and numbers will be added.
  init(reserving count: Int = 0) {
    hashes.reserveCapacity(count * 3)
    stems.reserveCapacity(count)
    longWords.reserveCapacity(count)
  }

  /// What a text says, token by token, as it was typed.
  init(_ text: AnalyzedText) {
    self.init(reserving: text.tokens.count)
    for token in text.tokens {
      switch token.kind {
      case .word: add(word: text.foldedBytes[token.folded])
      case .number: addNumber()
      default: break
      }
    }
  }

  /// Each feature once, sorted.
  var distinct: [UInt64] {
    var sorted = hashes.sorted()
    var kept = 0
    for hash in sorted where kept == 0 || sorted[kept - 1] != hash {
      sorted[kept] = hash
      kept += 1
    }
    sorted.removeLast(sorted.count - kept)
    return sorted
  }

  static func isPair(_ feature: UInt64) -> Bool { feature & pairBit != 0 }

  /// - Parameter word: folded, UTF-8.
  mutating func add(word: some Collection<UInt8>) {
    var stem = FNV1a.basis
    var letters = 0
    var rest = word[...]
    while let byte = rest.first {
      // A letter ends where the next one begins: «ñ» is one.
      if byte & 0xC0 != 0x80 {
        if letters == Self.stemLength { break }
        letters += 1
      }
      stem = (stem ^ UInt64(byte)) &* FNV1a.prime
      rest.removeFirst()
    }
    add(stem: stem & ~Self.pairBit)
    var whole = stem
    for byte in rest { whole = (whole ^ UInt64(byte)) &* FNV1a.prime }
    whole &= ~Self.pairBit
    if letters == Self.stemLength { longWords.append(whole) }
    if !rest.isEmpty { hashes.append(whole) }
  }

  mutating func addNumber() { add(stem: Self.number) }

  private mutating func add(stem: UInt64) {
    stems.append(stem)
    hashes.append(stem)
    hashes.append((last ^ stem.byteSwapped) &* FNV1a.prime | Self.pairBit)
    last = stem
  }
}
