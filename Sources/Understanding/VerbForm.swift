import TextAnalysis

/// What a verb's form says, from its ending and its lemma: enough to tell a request from a report.
///
/// Read off the folded bytes, typos and all. Where Spanish leaves it open («cancele» is an order, or a past without its
/// accent), it is taken for the request.
enum VerbForm {
  /// «cancelar», «cancelarlo», «devolvérmelo».
  case infinitive
  /// «canceles», «cancelen», «devuelvas»: the vowel of the other conjugation.
  case subjunctive
  /// «cancelo», «devuelvo».
  case firstPerson
  /// «cancelado», «devuelto», «cancelaron», «cancelé», «cancelaba»: done, not wished.
  case past
  /// Imperatives, gerunds, futures and what else there is.
  case other

  /// - Parameters:
  ///   - form: folded.
  ///   - lemma: the infinitive; empty if unknown, which leaves only infinitives to be told.
  ///   - endsAccented: whether the customer typed an accent on the last letter.
  init(_ form: Spelling, lemma: String, endsAccented: Bool) {
    if Self.isInfinitive(form) {
      self = .infinitive
    } else if lemma.isEmpty {
      self = .other
    } else if endsAccented {
      // «cancelará», «devolveré» are still to come.
      self = form.ends(in: ["re", "ra"]) ? .other : .past
    } else {
      let isReflexive = lemma.hasSuffix("se")
      let isFirst = lemma.hasSuffix("ar") || isReflexive && lemma.hasSuffix("arse")
      let stem = lemma.utf8.count - (isReflexive ? 4 : 2)
      let last = UInt8(truncatingIfNeeded: form.end)
      if form.count >= stem + 3, Self.isParticiple(form) {
        // «añada», «decida» are too short for participles.
        self = .past
      } else if Self.isPreterite(form) || Self.isIrregularParticiple(form) || !isFirst && last == UInt8(ascii: "i") {
        self = .past
      } else if Self.isSubjunctive(form, isFirst: isFirst) {
        self = .subjunctive
      } else if last == UInt8(ascii: "o"), form.count <= stem + 2 {
        // A letter of the ending and one of a diphthong; «cancélalo» is longer.
        self = .firstPerson
      } else {
        self = .other
      }
    }
  }

  /// The form of a token, or of the part of it that is spelled so.
  init(_ form: Spelling, of token: Token, in text: AnalyzedText, lemma: String) {
    self.init(
      form, lemma: lemma, endsAccented: Self.endsAccented(text.bytes[token.range.lower..<token.range.upper]))
  }

  /// á é í ó, of either case, composed or with a combining accent.
  private static func endsAccented(_ typed: ArraySlice<UInt8>) -> Bool {
    guard typed.count >= 2 else { return false }
    let (lead, last) = (typed[typed.endIndex - 2], typed[typed.endIndex - 1])
    if lead == 0xCC { return last == 0x81 }
    return lead == 0xC3 && [0xA1, 0xA9, 0xAD, 0xB3, 0x81, 0x89, 0x8D, 0x93].contains(last)
  }

  /// «pásame», «cancélalo»: longer than its lemma, with a pronoun behind it.
  static func endsInPronoun(_ form: Spelling, of lemma: String) -> Bool {
    form.count > lemma.utf8.count && mayEndInPronoun(form)
  }

  /// Whether a form of any verb may end in a pronoun, the direct object or whom an order speaks of: «llámame»,
  /// «llévanos». Most words do not.
  static func mayEndInPronoun(_ form: Spelling) -> Bool {
    form.ends(in: ["me", "lo", "la", "los", "las", "nos"], behind: 4)
  }

  /// «cancelar», «cancelarlo», «devolvérmelo»: pronouns are of two to five letters.
  static func isInfinitive(_ form: Spelling) -> Bool {
    hasInfinitiveEnding(form, before: 0)
      || (2...5).contains { hasInfinitiveEnding(form, before: $0) && isPronoun($0, at: form) }
  }

  /// «ar», «er», «ir», behind a letter at least.
  private static func hasInfinitiveEnding(_ form: Spelling, before length: Int) -> Bool {
    let letters = form.end &>> (8 * UInt64(length))
    guard UInt8(truncatingIfNeeded: letters) == UInt8(ascii: "r"), form.count > 2 + length else { return false }
    let vowel = UInt8(truncatingIfNeeded: letters >> 8)
    return vowel == UInt8(ascii: "a") || vowel == UInt8(ascii: "e") || vowel == UInt8(ascii: "i")
  }

  // MARK: endings, each list where it is asked for, so that it is made of constants

  static func isParticiple(_ form: Spelling, behind length: Int = 0) -> Bool {
    form.ends(in: ["ado", "ada", "ados", "adas", "ido", "ida", "idos", "idas"], behind: length)
  }

  private static func isIrregularParticiple(_ form: Spelling) -> Bool {
    form.ends(in: ["roto", "abierto", "escrito", "hecho", "uelto", "uelta", "ueltos", "ueltas"])
  }

  /// Of either past: «cancelaron», «cancelaban».
  private static func isPreterite(_ form: Spelling) -> Bool {
    form.ends(in: ["eron", "aron", "aste", "iste", "asteis", "isteis", "aba", "aban", "abais"])
  }

  /// - Parameter isFirst: whether the infinitive ends in «ar».
  private static func isSubjunctive(_ form: Spelling, isFirst: Bool) -> Bool {
    isFirst ? form.ends(in: ["e", "es", "en", "eis", "emos"]) : form.ends(in: ["a", "as", "an", "ais", "amos"])
  }

  static func isImperfectSubjunctive(_ form: Spelling) -> Bool {
    form.ends(in: ["ara", "aran", "iera", "ieran", "ase", "asen"])
  }

  /// «cancélalo»: a direct object behind an imperative.
  ///
  /// - Parameter length: of the verb at least, in bytes.
  static func endsInObject(_ form: Spelling, behind length: Int = 0) -> Bool {
    form.ends(in: ["la", "lo", "las", "los"], behind: length)
  }

  private static func isPronoun(_ length: Int, at form: Spelling) -> Bool {
    form.hasEnd(
      of: length,
      among: [
        "melo", "mela", "melos", "melas", "selo", "sela", "selos", "selas", "noslo", "nosla", "me", "te", "se", "lo",
        "la", "los", "las", "le", "les", "nos", "os",
      ])
  }
}
