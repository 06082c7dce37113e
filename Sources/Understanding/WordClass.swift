/// What a word does in a sentence beside naming something. Kept as flags of the lexicon's words, so that a message
/// never looks a string up.
struct WordClass: OptionSet, Sendable {
  var rawValue: UInt32

  static let function = WordClass(rawValue: 1)
  static let clitic = WordClass(rawValue: 2)
  static let determiner = WordClass(rawValue: 4)
  static let wish = WordClass(rawValue: 8)
  static let negator = WordClass(rawValue: 16)
  static let joint = WordClass(rawValue: 32)
  static let yes = WordClass(rawValue: 64)
  static let no = WordClass(rawValue: 128)
  static let everything = WordClass(rawValue: 256)
  static let exception = WordClass(rawValue: 512)
  static let ordinal = WordClass(rawValue: 1024)
  static let cardinal = WordClass(rawValue: 2048)
  static let article = WordClass(rawValue: 4096)
  static let fact = WordClass(rawValue: 8192)
  /// Opens «en vez de», «en lugar de», «nada de».
  static let instead = WordClass(rawValue: 16384)
  /// Opens a wish of its own behind «y»: «y quiero», «y necesito».
  static let want = WordClass(rawValue: 32768)
  /// «y dime»: what follows is asked, whatever stands before.
  static let tellMe = WordClass(rawValue: 65536)

  /// Settles or dismisses a matter: «ya está», «olvídate de», «me da igual».
  static let settling = WordClass(rawValue: 131_072)

  /// Asks: «dónde», «puedo», «saber».
  static let asking = WordClass(rawValue: 262_144)

  /// May open «además», «otra cosa», «de paso»: what is said besides.
  static let addition = WordClass(rawValue: 524_288)

  private static let members: [(Set<String>, WordClass)] = [
    (FunctionWords.all, .function), (FunctionWords.clitics, .clitic), (FunctionWords.determiners, .determiner),
    (FunctionWords.wishes, .wish), (FunctionWords.negators, .negator), (FunctionWords.joints, .joint),
    (FunctionWords.yes, .yes), (FunctionWords.noes, .no), (FunctionWords.everything, .everything),
    (FunctionWords.exceptions, .exception), (Set(FunctionWords.ordinals.keys), .ordinal),
    (Set(FunctionWords.cardinals.keys), .cardinal), (["el", "la", "los", "las", "lo"], .article),
    (FunctionWords.facts, .fact), (["vez", "lugar", "nada"], .instead), (FunctionWords.wants, .want),
    (["dime", "diganme", "decidme", "digame", "decime"], .tellMe),
    (FunctionWords.settling, .settling), (FunctionWords.asking, .asking),
    (FunctionWords.additions, .addition),
  ]

  init(rawValue: UInt32) { self.rawValue = rawValue }

  /// The classes of a folded word.
  init(of word: String) {
    self = []
    for (words, flag) in Self.members where words.contains(word) { insert(flag) }
  }

  /// Every word that has a class, sorted.
  static let allWords: [String] = members.reduce(into: Set<String>()) { $0.formUnion($1.0) }.sorted()
}

/// What a symbol is in a sentence, by symbol.
struct SymbolTraits: OptionSet, Sendable {
  var rawValue: UInt8

  /// A word or a lemma, no entity and no list.
  static let word = SymbolTraits(rawValue: 1)
  static let verb = SymbolTraits(rawValue: 2)
  static let noun = SymbolTraits(rawValue: 4)
  /// A verb whose denial is a fact.
  static let fact = SymbolTraits(rawValue: 8)
  /// An entity that few intents take: a link, a telephone, a serial number.
  static let specificKind = SymbolTraits(rawValue: 16)
  /// It names something, however many intents speak of it: no function word and no frame of wishing.
  static let content = SymbolTraits(rawValue: 32)
}
