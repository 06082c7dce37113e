import Automata
import TextAnalysis

/// The features of a sentence, as hashes: of each word its stem, the whole of a longer one, and each two stems in a row,
/// the beginning being one.
struct SampleFeatures {
  struct Feature {
    var hash: UInt64
    var isStem = false
    /// Of a word that is no shorter than a stem: the whole of it.
    var isLongWord = false
  }

  /// One after the other, doubles included.
  private(set) var features: [Feature] = []
  private var last: UInt64 = 0

  private static let stemLength = 4
  /// Tells pairs from words.
  private static let pairBit: UInt64 = 1
  /// Any number: which one it is says nothing.
  private static let number = FNV1a.hash("#".utf8) & ~pairBit

  /// - Parameter count: how many words and numbers will be added.
  init(reserving count: Int = 0) {
    features.reserveCapacity(count * 3)
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
  var distinct: [UInt64] { features.map(\.hash).sortedUnique() }

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
    let isWhole = rest.isEmpty
    add(stem: stem & ~Self.pairBit, isLongWord: isWhole && letters == Self.stemLength)
    guard !isWhole else { return }
    let whole = FNV1a.hash(rest, from: stem)
    features.append(Feature(hash: whole & ~Self.pairBit, isLongWord: true))
  }

  mutating func addNumber() { add(stem: Self.number, isLongWord: false) }

  private mutating func add(stem: UInt64, isLongWord: Bool) {
    features.append(Feature(hash: stem, isStem: true, isLongWord: isLongWord))
    features.append(Feature(hash: (last ^ stem.byteSwapped) &* FNV1a.prime | Self.pairBit))
    last = stem
  }
}
