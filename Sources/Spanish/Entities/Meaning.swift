/// All that one word can be at once: «segundo» is an ordinal and a unit, «cuarto» an ordinal and a quarter of an hour.
///
/// Plain bits of the size of four words, so that looking a word up copies nothing that is counted.
struct Meaning {
  /// A cardinal's value; 0 if it is none.
  var cardinal = 0
  private var ordinalValue: Int32 = 0
  private var denominatorValue: Int32 = 0
  var keyword = Keyword.none
  var cardinalClass = CardinalClass.none
  var unit = TimeUnit.none
  var measure = MeasureUnit.none
  /// Whether it can begin a date.
  var lead = DateLead.none
  /// Whether a holiday's name begins with it.
  var opensHoliday = false
  private var monthNumber: Int8 = 0
  private var weekdayNumber: Int8 = 0
  /// +1: a verb form that looks ahead; -1: one that looks back.
  var tense: Int8 = 0
  private var currencyIndex: UInt8 = 0
  private var countryIndex: UInt8 = 0
  private var originIndex: UInt8 = 0
  /// A code of a currency that is one in capitals only.
  var isCodeOnly = false
  /// Which rules a phrase that begins with this word may satisfy.
  var opens: Openings = []
  /// Whether a message may hold an entity for this word: numerals, the calendar, money, names of countries. Small words
  /// («de», «el», «hasta») open rules, and satisfy none without one of these or a digit.
  var isTelling: Bool {
    guard opens.isDisjoint(with: [.numeral, .ordinal]) else { return true }
    // «El» opens one country, and «salvador» tells it.
    if opens.contains(.country) && keyword != .el { return true }
    if lead == .lead || unit != .none || hasCurrency { return true }
    return opens.contains(.repetition) && keyword != .los && keyword != .a
  }

  /// «un», «una»: a numeral that is usually none. «Uno» counts.
  var isArticle = false

  /// 1…12; 0 if it names no month.
  var month: Int {
    get { Int(monthNumber) }
    set { monthNumber = Int8(newValue) }
  }
  /// 1 is Monday, 7 Sunday; 0 if it names none.
  var weekday: Int {
    get { Int(weekdayNumber) }
    set { weekdayNumber = Int8(newValue) }
  }
  /// The value that an ordinal word adds; 0 if it is none.
  var ordinal: Int {
    get { Int(ordinalValue) }
    set { ordinalValue = Int32(newValue) }
  }

  /// The parts of one that a word counts: «tercio» is 3; 0 if it is none.
  var denominator: Int {
    get { Int(denominatorValue) }
    set { denominatorValue = Int32(newValue) }
  }

  var hasCurrency: Bool { currencyIndex > 0 }
  var hasCountry: Bool { countryIndex > 0 }

  /// An ISO code, or `$`, `peso` and `cent`, which the country decides; empty if none.
  var currency: String {
    get { CurrencyWords.all[Int(currencyIndex)] }
    set { currencyIndex = UInt8(CurrencyWords.all.firstIndex(of: newValue) ?? 0) }
  }

  /// The country of an adjective of origin, as ISO 3166-1; empty if it is none.
  var origin: String {
    get { originIndex == 0 ? "" : CurrencyWords.origins[Int(originIndex) - 1].country }
    set { originIndex = UInt8((CurrencyWords.origins.firstIndex { $0.country == newValue } ?? -1) + 1) }
  }

  /// An ISO 3166-1 code; empty if none.
  var country: String {
    get { VocabularyWords.countryCodes[Int(countryIndex)] }
    set { countryIndex = UInt8(VocabularyWords.countryCodes.firstIndex(of: newValue) ?? 0) }
  }
}

/// The families of rules by the words that can begin what they match.
///
/// A rule is asked only at atoms whose word opens its family. A word that the vocabulary does not hold opens nothing: a rule
/// whose first word has no other meaning needs it defined (`VocabularyWords.openers`).
struct Openings: OptionSet {
  let rawValue: UInt8

  static let date = Openings(rawValue: 1)
  static let money = Openings(rawValue: 2)
  static let duration = Openings(rawValue: 4)
  static let repetition = Openings(rawValue: 8)
  static let ordinal = Openings(rawValue: 16)
  static let country = Openings(rawValue: 32)
  /// The word begins a numeral: numbers, percentages and quantities.
  static let numeral = Openings(rawValue: 64)

  init(rawValue: UInt8) { self.rawValue = rawValue }

  /// What digits open.
  static let digits: Openings = [.date, .money, .duration, .numeral]

  init(of meaning: Meaning) {
    self = meaning.opens
    let isNumeral = meaning.cardinalClass != .none || [.medio, .media, .coma, .mitad].contains(meaning.keyword)
    if isNumeral { formUnion([.numeral, .money, .duration]) }
    if meaning.hasCurrency { insert(.money) }
    if meaning.hasCountry { insert(.country) }
    if meaning.ordinal > 0 { insert(.ordinal) }
    if meaning.unit != .none { insert(.duration) }
    if meaning.lead != .none { insert(.date) }
    switch meaning.keyword {
    case .cada, .todos, .diario, .diariamente, .semanal, .quincenal, .mensual, .bimestral, .trimestral, .semestral,
      .anual, .los, .a:
      insert(.repetition)
    case .todo, .varios, .un, .de, .entre: insert(.duration)
    default: break
    }
    if isNumeral { insert(.repetition) }
    if meaning.measure != .none { insert(.numeral) }
  }
}
