/// A numeral that was written in one word and that no table can list: «cientocincoavos», «dosmil», «vigesimotercero».
struct FusedNumeral: Equatable {
  enum Kind: UInt8 {
    case none
    /// «dosmil».
    case cardinal
    /// «vigesimotercero», «diezmilésimo».
    case ordinal
    /// «onceavo»: a part, and in people's mouths an ordinal too.
    case part
  }

  var kind: Kind
  var value: Int

  private static let parts = ["avos", "avas", "avo", "ava", "vos", "vas", "vo", "va"].map { Array($0.utf8) }
  private static let scales: [(stem: [UInt8], factor: Int)] = [
    (Array("millonesim".utf8), 1_000_000), (Array("milesim".utf8), 1_000),
  ]

  /// Reads `bytes[range]`, which the vocabulary does not hold. Only words with a numeral's ending cost more than a glance.
  init?(_ bytes: [UInt8], _ range: Range<Int>, _ vocabulary: borrowing Vocabulary) {
    guard range.count >= 6 else { return nil }
    let word = bytes[range]
    if word.last == UInt8(ascii: "l") {
      guard word.suffix(3).elementsEqual("mil".utf8),
        let thousands = Self.cardinal(bytes, range.lowerBound..<(range.upperBound - 3), vocabulary), thousands < 1_000
      else { return nil }
      self.init(kind: .cardinal, value: thousands * 1_000)
      return
    }
    let isPlural = word.last == UInt8(ascii: "s")
    let singular = isPlural ? word.dropLast() : word
    guard let vowel = singular.last,
      vowel == UInt8(ascii: "o") || vowel == UInt8(ascii: "a") || vowel == UInt8(ascii: "r")
    else { return nil }
    let stem = singular.dropLast()
    if stem.last == UInt8(ascii: "v") {
      for ending in Self.parts where word.suffix(ending.count).elementsEqual(ending) {
        if let value = Self.cardinal(bytes, range.lowerBound..<(range.upperBound - ending.count), vocabulary) {
          self.init(kind: .part, value: value)
          return
        }
      }
      return nil
    }
    for scale in Self.scales where stem.suffix(scale.stem.count).elementsEqual(scale.stem) {
      let head = range.lowerBound..<(stem.endIndex - scale.stem.count)
      guard let times = Self.cardinal(bytes, head, vocabulary), times < 1_000_000 else { return nil }
      self.init(kind: .ordinal, value: times * scale.factor)
      return
    }
    guard let value = Self.ordinal(bytes, range, vocabulary) else { return nil }
    self.init(kind: .ordinal, value: value)
  }

  private init(kind: Kind, value: Int) {
    self.kind = kind
    self.value = value
  }

  /// «cientocinco», «milcinco», «treintaidos»: cardinals one after the other, each smaller than the one before.
  private static func cardinal(_ bytes: [UInt8], _ range: Range<Int>, _ vocabulary: borrowing Vocabulary) -> Int? {
    var total = 0
    var group = 0
    var at = range.lowerBound
    var limit = Int.max
    while at < range.upperBound {
      guard let (word, end) = longest(bytes, at..<range.upperBound, vocabulary, { $0.cardinalClass != .none }) else {
        // The «i» or «y» of «treintaidos».
        guard at > range.lowerBound, bytes[at] == UInt8(ascii: "i") || bytes[at] == UInt8(ascii: "y") else {
          return nil
        }
        at += 1
        continue
      }
      switch word.cardinalClass {
      case .thousand:
        guard total == 0 else { return nil }
        total = max(1, group) * 1_000
        group = 0
        limit = 1_000
      case .unit, .teen, .tens, .hundreds:
        guard word.cardinal < limit else { return nil }
        group += word.cardinal
        limit = word.cardinal
      default: return nil
      }
      at = end
    }
    let value = total + group
    return value > 0 ? value : nil
  }

  /// «vigesimoprimero», «centesimovigesimo»: a ten or hundred that ends in o, and a smaller ordinal.
  private static func ordinal(_ bytes: [UInt8], _ range: Range<Int>, _ vocabulary: borrowing Vocabulary) -> Int? {
    var total = 0
    var limit = Int.max
    var at = range.lowerBound
    while at < range.upperBound {
      guard let (word, end) = longest(bytes, at..<range.upperBound, vocabulary, { $0.ordinal > 0 }),
        word.ordinal < limit,
        end == range.upperBound || word.ordinal >= 10
      else { return nil }
      total += word.ordinal
      limit = word.ordinal >= 100 ? 100 : 10
      at = end
    }
    return total > 0 ? total : nil
  }

  private static func longest(
    _ bytes: [UInt8], _ range: Range<Int>, _ vocabulary: borrowing Vocabulary, _ accepts: (Meaning) -> Bool
  ) -> (Meaning, Int)? {
    var end = min(range.upperBound, range.lowerBound + 16)
    while end > range.lowerBound + 1 {
      let meaning = vocabulary.meanings[vocabulary.index(of: bytes, in: range.lowerBound..<end)]
      if accepts(meaning) { return (meaning, end) }
      end -= 1
    }
    return nil
  }
}
