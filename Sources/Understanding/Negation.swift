import Automata
import Spanish
import TextAnalysis

/// Whether a message denies the wish that a pattern found: «no quiero cancelar», «no canceles», «sin cancelar».
///
/// A denied fact is no denied wish: «no me ha llegado», «no encuentro», «no puedo cancelar». A «no» that the pattern
/// itself consumed («ya no lo quiero») belongs to the pattern.
extension UnderstandingModel {
  func isNegated(_ candidate: Candidate, in reading: MessageReading) -> Bool {
    guard let (main, lemma) = mainWord(of: candidate) else { return false }
    var position = main - 1
    var throughWish = false
    var frames: Set<Int> = []
    for edge in candidate.match.edges { frames.formUnion(edge.from..<edge.to) }
    let region = reading.units[main].region
    while position >= 0, reading.units[position].region == region || reading.units[position].classes.contains(.negator)
    {
      let unit = reading.units[position]
      guard unit.clause == reading.units[main].clause else { return false }
      if unit.skippable, !unit.isSkipWord {
        position -= 1
        continue
      }
      if unit.classes.contains(.negator), !unit.repaired {
        if frames.contains(position) { return false }
        return denies(at: position, main: main, lemma: lemma, throughWish: throughWish, in: reading)
      }
      if unit.classes.contains(.wish) {
        throughWish = true
      } else if unit.classes.isDisjoint(with: [.clitic, .determiner]), !unit.isSkipWord {
        return false
      }
      position -= 1
    }
    return false
  }

  /// The word that carries the wish: the first covered word that is neither a function word nor a frame of wishing.
  private func mainWord(of candidate: Candidate) -> (unit: Int, lemma: String?)? {
    let edges = candidate.match.edges
    guard let heaviest = edges.map(\.weight).max() else { return nil }
    for edge in edges where edge.weight >= min(4, heaviest) {
      switch symbols[edge.symbol] {
      case .lemma(let lemma): return (edge.from, lemma)
      case .word: return (edge.from, nil)
      default: continue
      }
    }
    return nil
  }

  private func denies(
    at negator: Int, main: Int, lemma: String?, throughWish: Bool, in reading: MessageReading
  ) -> Bool {
    let word = reading.folded(negator)
    if negator > 0 {
      // «¿por qué no cancelan?», «si no cancelan», «¿cómo no…?» deny nothing.
      let before = reading.folded(negator - 1)
      if ["que", "porque", "si", "como", "xq", "pq"].contains(before), !throughWish {
        let saysThat = before == "que" && negator > 1 && ["por", "x"].contains(reading.folded(negator - 2))
        if before != "que" || saysThat { return false }
      }
    }
    let form = reading.folded(main)
    let isVerb = lemma.map { $0.hasSuffix("r") || $0.hasSuffix("rse") } ?? VerbMood.isInfinitive(form)
    if word == "sin" { return !isVerb || VerbMood.isInfinitive(form) }
    guard isVerb else { return throughWish }
    if let lemma, FunctionWords.factVerbs.contains(lemma) { return throughWish && VerbMood.isInfinitive(form) }
    if VerbMood.isInfinitive(form) { return true }
    let typed = reading.text.original(reading.text.tokens[reading.units[main].token].range)
    if let last = typed.unicodeScalars.last, "áéíóÁÉÍÓ".unicodeScalars.contains(last) { return false }
    if throughWish { return VerbMood.isSubjunctive(form, of: lemma) || form.hasSuffix("do") }
    return VerbMood.isSubjunctive(form, of: lemma) || form.hasSuffix("o") && !form.hasSuffix("do")
  }
}

/// The mood of a verb's form, from its ending and its lemma: enough to tell a request from a report.
enum VerbMood {
  private static let clitics = [
    "melo", "mela", "melos", "melas", "selo", "sela", "noslo", "me", "te", "se", "lo", "la", "los", "las", "le", "les",
    "nos", "os",
  ]

  /// «cancelar», «cancelarlo», «devolvérmelo».
  static func isInfinitive(_ form: String) -> Bool {
    if hasInfinitiveEnding(form) { return true }
    return clitics.contains { form.hasSuffix($0) && hasInfinitiveEnding(String(form.dropLast($0.count))) }
  }

  private static func hasInfinitiveEnding(_ form: String) -> Bool {
    form.count > 2 && (form.hasSuffix("ar") || form.hasSuffix("er") || form.hasSuffix("ir"))
  }

  /// «canceles», «cancelen», «devuelvas»: the vowel of the other conjugation.
  static func isSubjunctive(_ form: String, of lemma: String?) -> Bool {
    guard let lemma else { return false }
    let endings =
      lemma.hasSuffix("ar") || lemma.hasSuffix("arse")
      ? ["e", "es", "en", "eis", "emos"] : ["a", "as", "an", "ais", "amos"]
    return endings.contains { form.hasSuffix($0) }
  }
}
