/// The kind of word that a lemma is, which decides the forms that it takes.
package enum PartOfSpeech: String, Sendable {
  case verb, noun, adjective, other
}

/// A lemma that the content names, as its author wrote it: «pedido», «devolver».
package struct LemmaEntry: Hashable, Sendable {
  package var lemma: String
  package var partOfSpeech: PartOfSpeech
  /// Forms that no rule gives, written by the author.
  package var extraForms: [String]

  package init(lemma: String, partOfSpeech: PartOfSpeech, extraForms: [String] = []) {
    self.lemma = lemma
    self.partOfSpeech = partOfSpeech
    self.extraForms = extraForms
  }
}

/// One way to read a token: as a form of a lemma, or as a literal word of a pattern.
package struct Reading: Hashable, Sendable {
  /// Index in ``Lexicon/lemmas``, or -1.
  package var lemma: Int32
  /// Index in ``Lexicon/words``, or -1.
  package var word: Int32
  /// 0 as typed, accents aside; from 2 up the token was repaired, about 2 for each edit.
  package var cost: UInt8
  /// Pronouns at the end of the verb: 1 me, 2 te, 4 se, 8 lo/la/los/las, 16 le/les, 32 nos, 64 os.
  package var enclitics: UInt8

  package init(lemma: Int32, word: Int32, cost: UInt8 = 0, enclitics: UInt8 = 0) {
    self.lemma = lemma
    self.word = word
    self.cost = cost
    self.enclitics = enclitics
  }
}

/// What a generated form may do: stand alone, carry pronouns, or both.
struct FormUse: OptionSet, Hashable, Sendable {
  let rawValue: UInt8
  static let free = FormUse(rawValue: 1)
  /// Infinitive, gerund or imperative: pronouns may follow.
  static let host = FormUse(rawValue: 2)
  /// «vamo-», «cancelemo-»: only before nos and se.
  static let clippedHost = FormUse(rawValue: 4)
  /// One of the forms that people type most: repaired from two errors.
  static let main = FormUse(rawValue: 8)
  /// Typos are repaired towards it; bookish and playful forms are only recognized.
  static let indexed = FormUse(rawValue: 16)

  static let usual: FormUse = [.free, .indexed]
}

/// What a token turned out to be.
package enum TokenReading: Hashable, Sendable {
  /// As it stands: words of the content, of which there may be no readings when it is only good Spanish.
  case known
  /// Not a word; the readings are what was probably meant.
  case repaired
  /// Several words written as one, `areTyped` if they are slices of the token. The readings that were appended, if any,
  /// are those of the token as a whole.
  case parts([ArraySlice<UInt8>], cost: UInt8, areTyped: Bool)
  /// Nothing that we know.
  case unknown
}

/// A generated form with its use.
struct GeneratedForm: Hashable, Sendable {
  var text: String
  var use: FormUse
}
