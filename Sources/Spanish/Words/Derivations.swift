/// Words made of other words by a suffix: «perrito» of «perro», «cancelable» of «cancelar», «rapidísimo» of «rápido».
enum Derivations {
  /// What stands at the end of a noun or adjective, and what the word that it was made of has there instead. Folded.
  /// `-` is nothing, after a consonant.
  private static let nominal = parsed(
    """
    mente:-,e,a|ito:o,-|ita:a,-|itos:o,-|itas:a,-|cito:-,e,z|cita:-,e,z|citos:-,e,z|citas:-,e,z|ecito:-|ecita:-
    quito:co|quita:ca|quitos:co|quitas:ca|guito:go|guita:ga|illo:o|illa:a|illos:o|illas:a|azo:o,a|azos:o,a
    isimo:o,e,-|isima:o,e,-|isimos:o,e,-|isimas:o,e,-|quisimo:co|quisima:co
    """)

  /// The same for what is made of an infinitive.
  private static let verbal = parsed(
    """
    able:ar|ables:ar|ible:er,ir|ibles:er,ir|acion:ar|aciones:ar|amiento:ar|amientos:ar|imiento:er,ir|imientos:er,ir
    ador:ar|adora:ar|adores:ar|adoras:ar|edor:er|edora:er|edores:er|idor:ir|idores:ir
    """)

  private typealias Rule = (suffix: [UInt8], replacements: [[UInt8]])

  private static func parsed(_ text: String) -> [Rule] {
    text.split(whereSeparator: { $0 == "|" || $0 == "\n" }).map { rule in
      let halves = rule.split(separator: ":")
      return (Array(halves[0].utf8), halves[1].split(separator: ",").map { Array($0.utf8) })
    }
  }

  /// Whether a rule leads to a noun or adjective, or to the infinitive of a verb. Asks for a few words at most.
  static func isDerived(
    _ word: ArraySlice<UInt8>, isNominal: (ArraySlice<UInt8>) -> Bool, isInfinitive: (ArraySlice<UInt8>) -> Bool
  ) -> Bool {
    follows(nominal, word, isNominal) || follows(verbal, word, isInfinitive)
  }

  private static func follows(
    _ rules: [Rule], _ word: ArraySlice<UInt8>, _ isBase: (ArraySlice<UInt8>) -> Bool
  ) -> Bool {
    for (suffix, replacements) in rules where word.count >= suffix.count + 3 {
      guard word.last == suffix.last, word.suffix(suffix.count).elementsEqual(suffix) else { continue }
      let stem = word.dropLast(suffix.count)
      for replacement in replacements {
        if replacement == [UInt8(ascii: "-")] {
          if let last = stem.last, !Phonetics.isVowel(last), isBase(stem) { return true }
        } else if isBase(stem + replacement) {
          return true
        }
      }
    }
    return false
  }
}
