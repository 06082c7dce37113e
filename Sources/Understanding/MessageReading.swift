import Automata
import Spanish
import TextAnalysis

/// Everything that a message can be read as: the input of the automaton, and of all that is decided after it.
///
/// Made once (``ReadingDraft``) and held by all who decide.
final class MessageReading: Sendable {
  /// A step of the lattice: usually a token; a token that stands for two words («xq», «porfavor») is two units.
  struct Unit {
    var token: Int
    /// Where its letters stand in the folded bytes; empty for the word of an abbreviation.
    var form: Range<Int>
    var clause: Int
    /// A stretch that holds one wish: a clause, cut again at «y», «pero», «sino».
    var region: Int
    var classes: WordClass = []
    /// What leaving it unexplained costs.
    var leftover: Int = 0
    var skippable = false
    var isSkipWord = false
    /// The lexicon's words it reads as, repaired ones too: for ordinals and cardinals.
    var word: Int32 = -1
    var repaired = false
    /// Unknown as it stands, or repaired: counted in `foreignWords` unless it belongs to a name.
    var isForeign = false
    /// What is known of its token's word.
    var traits: WordTraits = []
    /// What that word has to do with entities.
    var bearing = EntityBearing.opener
    /// Its place in `readings`.
    var readings: Range<Int32> = 0..<0
    /// Its letters.
    let spelling: Spelling

    /// - Parameter form: where in the folded bytes it stands; empty for the word of an abbreviation.
    init(_ form: Range<Int>, ofToken token: Int, in text: AnalyzedText) {
      self.token = token
      self.form = form
      clause = text.tokens[token].clause
      region = 0
      spelling = Spelling(text.foldedBytes[form])
    }
  }

  /// What a phrase found of a list.
  struct Choice: Sendable {
    /// That of the list.
    var symbol: SymbolID
    var units: Range<Int>
    var choice: String
    var weight: Int
  }

  let text: AnalyzedText
  /// What the lexicon reads in the words, unit after unit.
  let readings: [Reading]
  let units: [Unit]
  /// The first unit of each token, and the unit count after the last.
  let unitOfToken: [Int]
  let entities: [Entity]
  /// The kinds of the entities, one bit each.
  let entityKinds: UInt64
  /// The proper names, with their first tokens.
  let names: [(token: Int, name: NameTable.Name)]
  /// How many words are not Spanish as they stand: unknown, or repaired.
  let foreignWords: Int
  /// The first unit of each region, and the unit count after the last.
  let regionStart: [Int]
  /// The sum of the left-overs before each unit, and of all.
  private let leftoverBefore: [Int]
  let choices: [Choice]
  let lattice: Lattice

  init(_ draft: ReadingDraft, lattice: Lattice, choices: [Choice]) {
    text = draft.text
    readings = draft.readings
    units = draft.units
    unitOfToken = draft.unitOfToken
    entities = draft.entities
    entityKinds = draft.entities.reduce(0) { $0 | $1.kind.bit }
    names = draft.names
    foreignWords = draft.foreignWords
    regionStart = draft.regionStart
    leftoverBefore = draft.leftoverBefore
    self.choices = choices
    self.lattice = lattice
  }

  /// The choice of a list that the message names: the clearest, and of two such the first.
  func choice(of list: SymbolID) -> Choice? {
    choices.filter { $0.symbol == list }
      .max { ($0.weight, $1.units.lowerBound) < ($1.weight, $0.units.lowerBound) }
  }

  func units(ofRegions regions: ClosedRange<Int>) -> Range<Int> {
    regionStart[regions.lowerBound]..<regionStart[regions.upperBound + 1]
  }

  /// The units of the region around a unit.
  func region(of unit: Int) -> Range<Int> { units(ofRegions: units[unit].region...units[unit].region) }

  func readings(of unit: Unit) -> ArraySlice<Reading> {
    readings[Int(unit.readings.lowerBound)..<Int(unit.readings.upperBound)]
  }

  /// What leaving `units` unexplained costs.
  func leftover(in units: Range<Int>) -> Int { leftoverBefore[units.upperBound] - leftoverBefore[units.lowerBound] }

  /// How many of `units` say something.
  func words(in units: Range<Int>) -> Int { units.count { self.units[$0].leftover > 0 } }

  func units(ofTokens tokens: Range<Int>) -> Range<Int> {
    unitOfToken[tokens.lowerBound]..<unitOfToken[tokens.upperBound]
  }

  func tokens(ofUnits range: Range<Int>) -> Range<Int> {
    guard !range.isEmpty else { return 0..<0 }
    return units[range.lowerBound].token..<units[range.upperBound - 1].token + 1
  }

  func textRange(ofUnits range: Range<Int>) -> TextRange { text.range(ofTokens: tokens(ofUnits: range)) }

  /// The folded letters of the unit, which may be a part of its token.
  func bytes(ofUnit unit: Int) -> ArraySlice<UInt8> { text.foldedBytes[units[unit].form] }

  func folded(_ unit: Int) -> String { text.folded(units[unit].token) }

  /// Whether there is such a unit, and it is one of `words`, folded.
  @inline(__always)
  func says<let number: Int>(_ unit: Int, _ words: InlineArray<number, Spelling>) -> Bool {
    units.indices.contains(unit) && units[unit].spelling.isOne(of: words)
  }

  /// Whether a question mark stands among the units.
  ///
  /// - Parameter opening: whether «¿» is one as well.
  func asks(_ units: Range<Int>, opening: Bool = false) -> Bool {
    units.contains { unit in
      let token = text.tokens[self.units[unit].token]
      guard case .punctuation = token.kind else { return false }
      return text.original(token.range).contains { $0 == "?" || opening && $0 == "¿" }
    }
  }

  func verbForm(ofUnit unit: Int, lemma: String) -> VerbForm {
    VerbForm(units[unit].spelling, of: text.tokens[units[unit].token], in: text, lemma: lemma)
  }
}

/// What is known of a word whatever stands around it.
struct WordTraits: OptionSet, Sendable {
  var rawValue: UInt8

  /// It is Spanish as it stands: ``Lexicon/isKnown(_:)``.
  static let known = WordTraits(rawValue: 1)
  /// With the word behind it, it may be one word of the content, or it is «por».
  static let mayJoinNext = WordTraits(rawValue: 2)
  /// A shop may call a product so: it names nothing else to the content.
  static let perhapsWare = WordTraits(rawValue: 4)
  /// With the word before it, it may be one word of the content: what is good Spanish each is joined only before an
  /// infinitive's end.
  static let mayJoinPrevious = WordTraits(rawValue: 8)
  /// A phrase that is passed over begins with it.
  static let opensSkipPhrase = WordTraits(rawValue: 16)
  /// A proper name begins with it: ``NameTable/opens(_:)``.
  static let opensName = WordTraits(rawValue: 32)
}
