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
  init(_ form: ArraySlice<UInt8>, lemma: String, endsAccented: Bool) {
    if Self.isInfinitive(form) {
      self = .infinitive
    } else if lemma.isEmpty {
      self = .other
    } else if endsAccented {
      // «cancelará», «devolveré» are still to come.
      self = Self.ends(form, in: Self.future) ? .other : .past
    } else {
      let isFirst = lemma.hasSuffix("ar") || lemma.hasSuffix("arse")
      let stem = lemma.utf8.count - (lemma.hasSuffix("se") ? 4 : 2)
      if Self.ends(form, in: Self.participles), form.count >= stem + 3 {
        // «añada», «decida» are too short for participles.
        self = .past
      } else if Self.ends(form, in: Self.preterites) || !isFirst && form.last == UInt8(ascii: "i") {
        self = .past
      } else if Self.ends(form, in: isFirst ? Self.firstSubjunctive : Self.otherSubjunctive) {
        self = .subjunctive
      } else if form.last == UInt8(ascii: "o"), form.count <= stem + 2 {
        // A letter of the ending and one of a diphthong; «cancélalo» is longer.
        self = .firstPerson
      } else {
        self = .other
      }
    }
  }

  /// «pásame», «cancélalo»: longer than its lemma, with a pronoun behind it.
  static func endsInPronoun(_ form: ArraySlice<UInt8>, of lemma: String) -> Bool {
    form.count > lemma.utf8.count && mayEndInPronoun(form)
  }

  /// Whether a form of any verb may end in a pronoun. Most words do not.
  static func mayEndInPronoun(_ form: ArraySlice<UInt8>) -> Bool { ends(form.dropFirst(4), in: ordered) }

  static func isInfinitive(_ form: ArraySlice<UInt8>) -> Bool {
    if hasInfinitiveEnding(form) { return true }
    // Pronouns end in a vowel or «s», and stand behind an «r».
    guard let last = form.last, pronounEnds.contains(last), form.contains(UInt8(ascii: "r")) else { return false }
    return pronouns.contains { ends(form, with: $0) && hasInfinitiveEnding(form.dropLast($0.count)) }
  }

  private static func hasInfinitiveEnding(_ form: ArraySlice<UInt8>) -> Bool {
    form.count > 2 && ends(form, in: infinitives)
  }

  private static func list(_ endings: String) -> [[UInt8]] { endings.split(separator: " ").map { Array($0.utf8) } }

  private static let infinitives = list("ar er ir")
  private static let future = list("re ra")
  static let participles = list("ado ada ados adas ido ida idos idas")
  /// With the participles that are irregular.
  private static let preterites = list(
    "eron aron aste iste asteis isteis aba aban abais roto abierto escrito hecho uelto uelta ueltos ueltas")
  private static let firstSubjunctive = list("e es en eis emos")
  private static let otherSubjunctive = list("a as an ais amos")
  static let imperfectSubjunctives = list("ara aran iera ieran ase asen")
  /// Direct objects, for what stands behind an imperative.
  static let objects = list("la lo las los")
  /// With the persons whom an order speaks of: «llámame», «llévanos».
  private static let ordered = list("me lo la los las nos")
  private static let pronounEnds = Array("aeos".utf8)
  private static let pronouns = list(
    "melo mela melos melas selo sela selos selas noslo nosla me te se lo la los las le les nos os")

  /// Whether it ends in one of `endings`.
  static func ends(_ form: ArraySlice<UInt8>, in endings: [[UInt8]]) -> Bool {
    endings.contains { ends(form, with: $0) }
  }

  private static func ends(_ form: ArraySlice<UInt8>, with ending: [UInt8]) -> Bool {
    guard form.count >= ending.count else { return false }
    var index = form.endIndex
    for byte in ending.reversed() {
      index -= 1
      if form[index] != byte { return false }
    }
    return true
  }
}
