package import TextAnalysis

/// What a word, however it is typed, has to do with entities: known once for a word, it spares most messages the rules.
package enum EntityBearing: UInt8, Sendable {
  /// Nothing: letters that no rule knows, not even mistyped.
  case none
  /// Rules know it («de», «el», «hasta»), and none is satisfied without a word that tells, or a digit.
  case opener
  /// It tells of an entity only between certain neighbors: «la una», «un punto», «ya mismo».
  case dependent
  /// A message may hold an entity for this word: numerals, the calendar, money, names of countries; and what is no word.
  case telling

  package init(_ token: Token, of text: AnalyzedText) {
    self = token.isWord ? Self.bearing(text.foldedBytes, token.folded, Vocabulary.shared) : .telling
  }

  private static func bearing(
    _ foldedBytes: [UInt8], _ word: Range<Int>, _ vocabulary: borrowing Vocabulary
  ) -> EntityBearing {
    guard EntityScan.isAllLetters(foldedBytes[word]) else { return .telling }
    var index = vocabulary.index(of: foldedBytes, in: word)
    if index == 0 {
      if FusedNumeral(foldedBytes, word, vocabulary) != nil { return .telling }
      index = vocabulary.repairedIndex(of: foldedBytes, in: word)
      if index == 0 { return .none }
    }
    let meaning = vocabulary.meanings[index]
    if meaning.isTelling { return meaning.isArticle || meaning.keyword == .ya ? .dependent : .telling }
    return .opener
  }

  /// Whether a word that bears so tells of an entity where it stands.
  package func tells(at index: Int, of text: AnalyzedText) -> Bool {
    switch self {
    case .none, .opener: false
    case .telling: true
    case .dependent: Self.stands(at: index, of: text)
    }
  }

  /// Whether a dependent word stands where a rule takes it: alone, behind «la», before the mark or the parts of a number
  /// («un tercio»), before «mismo».
  private static func stands(at index: Int, of text: AnalyzedText) -> Bool {
    let before = meaning(index - 1, of: text)
    let after = meaning(index + 1, of: text)
    return text.tokens.count == 1 || before.keyword == .la || before.keyword == .las || after.keyword == .mismo
      || after.keyword == .punto || after.denominator > 0
      || index + 1 < text.tokens.count
        && text.foldedBytes[text.tokens[index + 1].folded].elementsEqual("porciento".utf8)
  }

  private static func meaning(_ index: Int, of text: AnalyzedText) -> Meaning {
    let vocabulary = Vocabulary.shared
    guard text.tokens.indices.contains(index) else { return vocabulary.meanings[0] }
    return vocabulary.meanings[vocabulary.index(of: text.foldedBytes, in: text.tokens[index].folded)]
  }
}
