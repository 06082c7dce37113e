/// Finds the word of the calendar or of money that a mistyped word was meant to be: «semmana», «febrrero», «euors».
///
/// Each word of the fixed list is kept under its hash and under the hash of itself without each of its letters, so that a
/// look-up costs as many probes as the typed word has letters, however long the list is. Only words of five letters and
/// more, one slip away (a letter left out, too many, wrong, or two exchanged) and with their first letter right; never
/// numerals, and never a word that is Spanish («abrir», «libro»).
struct RepairIndex: Sendable {
  private static let words = """
    enero febrero marzo abril junio julio agosto septiembre setiembre octubre noviembre diciembre
    lunes martes miercoles jueves viernes sabado domingo
    anteayer anoche mañana manana tarde noche madrugada mediodia medianoche
    semana semanas quincena meses minutos horas
    pasado pasada proximo proxima siguiente viene dentro despues hasta desde
    primeros principios mediados finales laborables habiles euros centimos dolares
    """

  /// 0 where nothing stands, else the index of a word plus one; words of one hash follow each other.
  private var slots: [UInt8]
  private var tags: [UInt32]
  private var spellings: [[UInt8]] = []
  /// The vocabulary's index of each word.
  private var meanings: [Int] = []
  /// By first byte: how long a typed word can be that is a slip of one with that byte, one bit for each length.
  private var lengths: [UInt16]

  init(_ vocabulary: borrowing Vocabulary) {
    slots = [UInt8](repeating: 0, count: 2_048)
    tags = [UInt32](repeating: 0, count: slots.count)
    lengths = [UInt16](repeating: 0, count: 256)
    for word in Self.words.split(whereSeparator: { $0 == " " || $0 == "\n" }) {
      let bytes = Array(word.utf8)
      spellings.append(bytes)
      meanings.append(vocabulary.index(of: word))
      lengths[Int(bytes[0])] |= 0b111 << UInt16(bytes.count - 1)
      for skipped in -1..<bytes.count { insert(Self.hash(bytes, 0..<bytes.count, without: skipped)) }
    }
  }

  private mutating func insert(_ hash: UInt32) {
    var slot = Int(hash) & (slots.count - 1)
    while slots[slot] != 0 {
      if slots[slot] == UInt8(spellings.count), tags[slot] == hash { return }
      slot = (slot + 1) & (slots.count - 1)
    }
    slots[slot] = UInt8(spellings.count)
    tags[slot] = hash
  }

  /// FNV-1a over the bytes but the one at offset `skipped`, mixed downwards.
  private static func hash(_ bytes: borrowing [UInt8], _ range: Range<Int>, without skipped: Int) -> UInt32 {
    var hash: UInt32 = 2_166_136_261
    for index in range where index != skipped { hash = (hash ^ UInt32(bytes[index])) &* 16_777_619 }
    return hash ^ hash >> 15
  }

  /// The vocabulary's index of the word that `bytes[range]` was meant to be; 0 if it is none of them.
  func index(of bytes: borrowing [UInt8], in range: Range<Int>) -> Int {
    guard (5...12).contains(range.count), lengths[Int(bytes[range.lowerBound])] >> UInt16(range.count) & 1 != 0 else {
      return 0
    }
    for skipped in (range.lowerBound - 1)..<range.upperBound {
      let hash = Self.hash(bytes, range, without: skipped)
      var slot = Int(hash) & (slots.count - 1)
      while slots[slot] != 0 {
        let word = Int(slots[slot]) - 1
        if tags[slot] == hash, Self.isSlip(bytes, range, spellings[word]) {
          return CommonWords.contains(bytes[range]) ? 0 : meanings[word]
        }
        slot = (slot + 1) & (slots.count - 1)
      }
    }
    return 0
  }

  /// Whether one slip behind the first letter makes `word` what was typed.
  private static func isSlip(_ bytes: borrowing [UInt8], _ range: Range<Int>, _ word: [UInt8]) -> Bool {
    guard bytes[range.lowerBound] == word[0], abs(range.count - word.count) <= 1 else { return false }
    let shorter = min(range.count, word.count)
    var head = 1
    while head < shorter, bytes[range.lowerBound + head] == word[head] { head += 1 }
    var tail = 0
    while tail < shorter - head, bytes[range.upperBound - 1 - tail] == word[word.count - 1 - tail] { tail += 1 }
    let typedRest = range.count - head - tail
    let wordRest = word.count - head - tail
    if max(typedRest, wordRest) <= 1 { return true }
    // Two letters exchanged.
    return typedRest == 2 && wordRest == 2 && bytes[range.lowerBound + head] == word[head + 1]
      && bytes[range.lowerBound + head + 1] == word[head]
  }
}
