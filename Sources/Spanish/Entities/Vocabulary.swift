/// The grammar words that rules ask for by name; spelled unaccented, as folding leaves them.
enum Keyword: UInt8, CaseIterable {
  case none
  case el, la, los, las, lo, un, de, del, al, a, y, e, o, u, con, en, por, para, hasta, desde, entre, hace, dentro, que
  case viene, vienen, pasado, proximo, siguiente, este, ese, ultimo, anterior, antes, despues, partir, aqui, atras, no
  case hoy, ayer, anteayer, anoche, manana, tarde, noche, madrugada, mediodia, medianoche, dia, fin
  case primeros, mediados, finales, media, medio, cuarto, menos, mas, par, docena, coma, punto, pico, casi, solo
  case ciento, hora, am, pm, m, k, h, nº, pedido, referencia, dni, tarjeta, iban, serie, telefono, seguimiento, cuenta
  case laborable, natural, nombre, talla, espera, durante, finde, cada, todos, fecha, sobre, plus, ano, antelacion,
    nadie, es, buenas, ya, como
  // The calendar's own; their other spellings are in `CalendarWords`.
  case ahora, mismo, actual, todo, resto, mitad, varios, temprano, posterior, alrededor, tan, antenoche, transanteayer
  case vispera, vez, cabo, tardar, primavera, verano, otono, invierno, diario, diariamente, semanal, quincenal, mensual
  case bimestral, trimestral, semestral, anual, cerca, presente, calendario, empezando, menor, mayor, muy, va
  case caduca
}

/// What cardinal a word is, by the place it can take in a numeral.
enum CardinalClass: UInt8 {
  case none, zero, unit, teen, tens, hundreds, thousand, million, billion, trillion
  /// «docena», «centenar»: so many at once.
  case group

  /// Million, billion (10¹²) or trillion (10¹⁸), by the long scale.
  var isMillion: Bool { self == .million || self == .billion || self == .trillion }
}

/// The word table: one open-addressed hash table over folded UTF-8 bytes, built once.
struct Vocabulary: Sendable {
  static let shared = Vocabulary()

  /// 0 where nothing stands, else the index of a word.
  private var slots: [Int32]
  /// All words, one after the other; word `i` ends where word `i + 1` starts.
  private var spellings: [UInt8] = []
  private var starts: [Int32] = [0, 0]
  /// By word; the first belongs to every word that means nothing here.
  private(set) var meanings: [Meaning] = [Meaning()]
  /// The words that are known mistyped, too; nil only while the table is being made.
  private var repairs: RepairIndex?

  private init() {
    slots = [Int32](repeating: 0, count: 8_192)
    for keyword in Keyword.allCases.dropFirst() { define("\(keyword)") { $0.keyword = keyword } }
    VocabularyWords.define(in: &self)
    CalendarWords.define(in: &self)
    VocabularyWords.defineNumerals(in: &self)
    define("un una") { $0.isArticle = true }
    for index in meanings.indices.dropFirst() {
      meanings[index].lead = DateLead(of: meanings[index])
      meanings[index].opens = Openings(of: meanings[index])
    }
    precondition(meanings.count * 2 < slots.count, "the word table needs more slots")
    repairs = RepairIndex(self)
  }

  /// FNV-1a over the bytes.
  private static func hash(_ bytes: borrowing [UInt8], _ range: Range<Int>) -> Int {
    var hash: UInt32 = 2_166_136_261
    for index in range { hash = (hash ^ UInt32(bytes[index])) &* 16_777_619 }
    return Int(hash ^ hash >> 15)
  }

  /// Adds to what each of `list`'s words (separated by spaces) means.
  mutating func define(_ list: String, _ change: (inout Meaning) -> Void) {
    for word in list.utf8.split(separator: UInt8(ascii: " ")) { define(Array(word), change) }
  }

  private mutating func define(_ word: [UInt8], _ change: (inout Meaning) -> Void) {
    let (slot, index) = find(word, 0..<word.count)
    if index > 0 { return change(&meanings[index]) }
    slots[slot] = Int32(meanings.count)
    spellings += word
    starts.append(Int32(spellings.count))
    var meaning = Meaning()
    change(&meaning)
    meanings.append(meaning)
  }

  private func find(_ bytes: borrowing [UInt8], _ range: Range<Int>) -> (slot: Int, index: Int) {
    var slot = Self.hash(bytes, range) & (slots.count - 1)
    while slots[slot] != 0 {
      let index = Int(slots[slot])
      if isWord(index, bytes, range) { return (slot, index) }
      slot = (slot + 1) & (slots.count - 1)
    }
    return (slot, 0)
  }

  private func isWord(_ index: Int, _ bytes: borrowing [UInt8], _ range: Range<Int>) -> Bool {
    let start = Int(starts[index])
    guard Int(starts[index + 1]) - start == range.count else { return false }
    for offset in 0..<range.count where spellings[start + offset] != bytes[range.lowerBound + offset] { return false }
    return true
  }

  /// The index of a folded word's meaning; 0 if it means nothing here.
  func index(of word: some StringProtocol) -> Int {
    let bytes = Array(word.utf8)
    return find(bytes, 0..<bytes.count).index
  }

  /// The index of the meaning of `bytes[range]`; 0 if it means nothing here.
  func index(of bytes: borrowing [UInt8], in range: Range<Int>) -> Int { find(bytes, range).index }

  /// The same for a word that means nothing as typed: the meaning of what it was meant to be.
  func repairedIndex(of bytes: borrowing [UInt8], in range: Range<Int>) -> Int {
    repairs?.index(of: bytes, in: range) ?? 0
  }
}
