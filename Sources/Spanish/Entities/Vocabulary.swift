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
}

/// What cardinal a word is, by the place it can take in a numeral.
enum CardinalClass: UInt8 { case none, zero, unit, teen, tens, hundreds, thousand, million, billion }

/// The unit of a length of time.
enum TimeUnit: UInt8, Sendable {
  case none, second, minute, hour, day, week, month, quarter, year

  /// The name of the entity specification.
  var grain: String {
    switch self {
    case .none, .second: "second"
    case .minute: "minute"
    case .hour: "hour"
    case .day: "day"
    case .week: "week"
    case .month: "month"
    case .quarter: "quarter"
    case .year: "year"
    }
  }

  /// A month has 30 days and a year 365, as the specification counts durations.
  var seconds: Int {
    switch self {
    case .none: 0
    case .second: 1
    case .minute: 60
    case .hour: 3_600
    case .day: 86_400
    case .week: 604_800
    case .month: 2_592_000
    case .quarter: 7_776_000
    case .year: 31_536_000
    }
  }
}

/// All that one word can be at once: «segundo» is an ordinal and a unit, «cuarto» an ordinal and a quarter of an hour.
struct Meaning {
  var keyword = Keyword.none
  var cardinalClass = CardinalClass.none
  var cardinal = 0
  var ordinal = 0
  var month = 0
  var weekday = 0
  var unit = TimeUnit.none
  private var currencyIndex: UInt8 = 0
  private var countryIndex: UInt8 = 0
  /// +1: a verb form that looks ahead; -1: one that looks back.
  var tense: Int8 = 0
  var holiday = Holiday.none

  var hasCurrency: Bool { currencyIndex > 0 }
  var hasCountry: Bool { countryIndex > 0 }

  /// An ISO code, or `$`, `peso` and `cent`, which the country decides; empty if none. Kept as an index, so that a meaning is
  /// plain bits and costs nothing to copy.
  var currency: String {
    get { VocabularyWords.currencyCodes[Int(currencyIndex)] }
    set { currencyIndex = UInt8(VocabularyWords.currencyCodes.firstIndex(of: newValue) ?? 0) }
  }

  /// An ISO 3166-1 code; empty if none.
  var country: String {
    get { VocabularyWords.countryCodes[Int(countryIndex)] }
    set { countryIndex = UInt8(VocabularyWords.countryCodes.firstIndex(of: newValue) ?? 0) }
  }
}

/// The word table: one open-addressed hash table over folded UTF-8 bytes, built once.
struct Vocabulary: Sendable {
  static let shared = Vocabulary()

  private var slots: [Int32]
  private var words: [[UInt8]] = [[]]
  private(set) var meanings: [Meaning] = [Meaning()]

  private init() {
    slots = [Int32](repeating: 0, count: 4_096)
    for keyword in Keyword.allCases.dropFirst() { define("\(keyword)") { $0.keyword = keyword } }
    VocabularyWords.define(in: &self)
    VocabularyWords.defineNumerals(in: &self)
  }

  private static func hash(_ bytes: ArraySlice<UInt8>) -> UInt32 {
    var hash: UInt32 = 2_166_136_261
    for byte in bytes { hash = (hash ^ UInt32(byte)) &* 16_777_619 }
    return hash ^ hash >> 15
  }

  /// Adds to what each of `list`'s words (separated by spaces) means.
  mutating func define(_ list: String, _ change: (inout Meaning) -> Void) {
    for word in list.utf8.split(separator: UInt8(ascii: " ")) { define(Array(word), change) }
  }

  private mutating func define(_ word: [UInt8], _ change: (inout Meaning) -> Void) {
    let bytes = word[...]
    var slot = Int(Self.hash(bytes)) & (slots.count - 1)
    while slots[slot] != 0 {
      let index = Int(slots[slot])
      if words[index].elementsEqual(bytes) { return change(&meanings[index]) }
      slot = (slot + 1) & (slots.count - 1)
    }
    slots[slot] = Int32(words.count)
    words.append(word)
    var meaning = Meaning()
    change(&meaning)
    meanings.append(meaning)
  }

  /// The index of a word's meaning; 0 if it means nothing here.
  func index(of bytes: ArraySlice<UInt8>) -> Int {
    var slot = Int(Self.hash(bytes)) & (slots.count - 1)
    while slots[slot] != 0 {
      let index = Int(slots[slot])
      if words[index].elementsEqual(bytes) { return index }
      slot = (slot + 1) & (slots.count - 1)
    }
    return 0
  }
}
