import Automata
import TextAnalysis

/// The features of a sentence, as hashes: of each word its stem, the whole of a longer one, and each two stems in a row,
/// the beginning being one.
struct SampleFeatures {
  /// The features of one word, or of a number.
  struct Word {
    /// Its first letters; all of a short word.
    var stem: UInt64
    /// All of a word that is longer than a stem.
    var whole: UInt64?
    /// No shorter than a stem.
    var isLong: Bool

    /// Any number: which one it is says nothing.
    static let number = Word(stem: FNV1a.hash("#".utf8) & ~pairBit, whole: nil, isLong: false)

    /// Any of the names that a symbol stands for.
    init(nameOf symbol: SymbolID) {
      self.init(stem: FNV1a.hash("~\(symbol.raw)".utf8) & ~pairBit, whole: nil, isLong: true)
    }

    private init(stem: UInt64, whole: UInt64?, isLong: Bool) {
      self.stem = stem
      self.whole = whole
      self.isLong = isLong
    }

    /// - Parameter letters: folded, UTF-8.
    init(_ letters: some Collection<UInt8>) {
      var stem: UInt64?
      var hash = FNV1a.basis
      var count = 0
      for byte in letters {
        // A letter ends where the next one begins: «ñ» is one.
        if byte & 0xC0 != 0x80 {
          if count == stemLength { stem = hash }
          count += 1
        }
        hash = FNV1a.adding(byte, to: hash)
      }
      self.stem = (stem ?? hash) & ~pairBit
      whole = stem == nil ? nil : hash & ~pairBit
      isLong = count >= stemLength
    }
  }

  /// Each feature once, sorted.
  let distinct: [UInt64]

  private static let stemLength = 4
  /// Tells pairs from words.
  private static let pairBit: UInt64 = 1

  /// What a text says, token by token, as it was typed.
  init(_ text: AnalyzedText, names: NameTable) {
    var features: [UInt64] = []
    features.reserveCapacity(text.tokens.count * 3)
    var before: Word?
    /// Where the last name ends.
    var end = 0
    for (index, token) in text.tokens.enumerated() where index >= end {
      let word: Word
      switch token.kind {
      case .word:
        let letters = text.foldedBytes[token.folded]
        if names.opens(letters), let name = names.name(at: index, of: text) {
          end = index + name.length
          word = Word(nameOf: name.symbol)
        } else {
          word = Word(letters)
        }
      case .number: word = .number
      default: continue
      }
      features.append(word.stem)
      features.append(Self.pair(before, word))
      if let whole = word.whole { features.append(whole) }
      before = word
    }
    distinct = features.sortedUnique()
  }

  /// - Parameter first: nil for the beginning.
  static func pair(_ first: Word?, _ second: Word) -> UInt64 {
    ((first?.stem ?? 0) ^ second.stem.byteSwapped) &* FNV1a.prime | pairBit
  }

  static func isPair(_ feature: UInt64) -> Bool { feature & pairBit != 0 }
}
