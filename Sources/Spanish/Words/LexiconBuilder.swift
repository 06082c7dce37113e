/// Collects the keys and readings of a lexicon while it is built.
struct LexiconBuilder {
  private(set) var table = ByteTable(minimumCapacity: 32_768)
  private(set) var heads: [Int32] = []
  private(set) var uses: [FormUse] = []
  private(set) var cells: [Lexicon.Cell] = []

  /// Adds a folded form of a lemma or a literal word, and its twin with n for ñ.
  mutating func add(_ folded: [UInt8], lemma: Int32 = -1, word: Int32 = -1, use: FormUse) {
    guard !folded.isEmpty else { return }
    addKey(folded, lemma: lemma, word: word, use: use)
    guard folded.contains(0xc3) else { return }
    let twin = Self.withoutTilde(folded)
    if twin.count < folded.count { addKey(twin, lemma: lemma, word: word, use: use) }
  }

  private mutating func addKey(_ folded: [UInt8], lemma: Int32, word: Int32, use: FormUse) {
    let key = table.insert(folded[...])
    if key == heads.count {
      heads.append(-1)
      uses.append([])
    }
    uses[key].formUnion(use)
    var last: Int32 = -1
    var next = heads[key]
    while next >= 0 {
      if cells[Int(next)].lemma == lemma, cells[Int(next)].word == word {
        cells[Int(next)].use.formUnion(use)
        return
      }
      last = next
      next = cells[Int(next)].next
    }
    let cell = Int32(cells.count)
    cells.append(Lexicon.Cell(lemma: lemma, word: word, use: use, next: -1))
    if last >= 0 { cells[Int(last)].next = cell } else { heads[key] = cell }
  }

  /// ñ (C3 B1) written as n.
  static func withoutTilde(_ folded: [UInt8]) -> [UInt8] {
    var plain: [UInt8] = []
    plain.reserveCapacity(folded.count)
    for byte in folded {
      if byte == 0xb1, plain.last == 0xc3 { plain[plain.count - 1] = UInt8(ascii: "n") } else { plain.append(byte) }
    }
    return plain
  }

  /// Folds text of Spanish letters itself, which is what nearly all forms are; the rest by the analyzer's folding.
  static func folded(_ text: String, fold: (String) -> String) -> [UInt8] {
    if isPlain(text) { return Array(text.utf8) }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.utf8.count)
    var lead = false
    for byte in text.utf8 {
      if lead {
        lead = false
        switch byte {
        case 0xa1, 0x81: bytes.append(UInt8(ascii: "a"))
        case 0xa9, 0x89: bytes.append(UInt8(ascii: "e"))
        case 0xad, 0x8d: bytes.append(UInt8(ascii: "i"))
        case 0xb3, 0x93: bytes.append(UInt8(ascii: "o"))
        case 0xba, 0x9a, 0xbc, 0x9c: bytes.append(UInt8(ascii: "u"))
        case 0xb1, 0x91: bytes += [0xc3, 0xb1]
        default: return Array(fold(text).utf8)
        }
        continue
      }
      switch byte {
      case 0xc3: lead = true
      case UInt8(ascii: "A")...UInt8(ascii: "Z"): bytes.append(byte + 32)
      case 0..<0x80: bytes.append(byte)
      default: return Array(fold(text).utf8)
      }
    }
    return bytes
  }

  private static func isPlain(_ text: String) -> Bool {
    let bytes = text.utf8.span
    for index in bytes.indices where bytes[index] &- UInt8(ascii: "a") >= 26 { return false }
    return true
  }
}
