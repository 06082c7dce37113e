/// Plurals, genders, diminutives and superlatives of nouns and adjectives.
enum NominalForms {
  /// Nouns from other languages that only take an s.
  private static let plainPlurals: Set<String> = [
    "email", "e-mail", "mail", "router", "link", "blog", "web", "app", "spam", "ticket", "chat", "bot", "pack",
    "chip", "kit", "club", "póster", "smartwatch", "tablet", "smartphone", "airbag", "pin", "pen", "film",
  ]

  static func noun(_ lemma: String) -> [String] {
    var forms = withPlural([lemma] + feminineOfAgent(lemma))
    if lemma.utf8.count >= 4, !plainPlurals.contains(lemma) { forms += withPlural(diminutives(of: lemma)) }
    return forms
  }

  /// Forms that say how big something is: «paquetazo», «cajota», «librón». Nobody means them by a typo.
  static func augmentatives(of lemma: String) -> [String] {
    guard lemma.utf8.count >= 4, let last = lemma.last, "aoe".contains(last), !plainPlurals.contains(lemma) else {
      return []
    }
    let stem = String(Accents.removed(from: lemma).dropLast())
    let large = lexicalized.contains(stem + "ón") ? [] : [stem + "ón"]
    return withPlural((last == "a" ? [stem + "aza", stem + "ota"] : [stem + "azo", stem + "ote"]) + large)
  }

  /// «urgentemente», «rápidamente».
  static func adverb(of adjective: String) -> String {
    (adjective.hasSuffix("o") ? adjective.dropLast() + "a" : adjective) + "mente"
  }

  /// Things of their own, no big ones of another kind: a «cajón» is no «caja».
  private static let lexicalized: Set<String> = [
    "cajón", "cartón", "sillón", "camisón", "tazón", "salón", "ratón", "bolsón", "telón", "tapón", "tirón", "mesón",
    "buzón", "botón", "montón", "callejón", "pantalón", "colchón", "cordón", "corazón", "escalón", "portón", "plumón",
    "camión", "millón", "punzón", "cinturón", "calzón", "doblón", "canalón", "jarrón", "piñón", "peatón", "marcón",
    "vagón", "tablón", "talón", "cargón", "pasón", "avisón", "partón", "pagón", "cambión", "guión", "región",
  ]

  static func adjective(_ lemma: String) -> [String] {
    inflections(ofAdjective: lemma) + withPlural(superlatives(of: lemma)) + withPlural(diminutives(of: lemma))
  }

  /// Gender and number alone, and «buen», «gran».
  static func inflections(ofAdjective lemma: String) -> [String] {
    withPlural([lemma] + feminine(ofAdjective: lemma)) + (shortened[lemma].map { [$0] } ?? [])
  }

  private static let shortened = [
    "bueno": "buen", "malo": "mal", "grande": "gran", "primero": "primer", "tercero": "tercer",
    "alguno": "algún", "ninguno": "ningún",
  ]

  private static func withPlural(_ singulars: [String]) -> [String] {
    singulars.flatMap { [$0] + plurals(of: $0) }
  }

  static func plurals(of word: String) -> [String] {
    if let last = word.utf8.last, "aeiou".utf8.contains(last) { return [word + "s"] }
    guard let last = word.last else { return [] }
    let stem = String(word.dropLast())
    if plainPlurals.contains(word) { return [word + "s"] }
    switch last {
    case "á", "é", "ó": return [word + "s"]
    case "í", "ú": return [word + "es", word + "s"]
    case "z": return [stem + "ces"]
    case "s", "x":
      // «autobús», «mes»: stressed at the end; «lunes», «virus», «tórax»: one form for both.
      guard last == "s" else { return [] }
      if let bare = Accents.withoutFinalAccent(stem) { return [bare + "ses"] }
      return Accents.vowelGroups(in: stem) == 1 ? [word + "es"] : []
    case "y": return ["ey", "oy"].contains(String(word.suffix(2))) ? [word + "es"] : [stem + "is"]
    case "n", "l", "r", "d", "j":
      if let bare = Accents.withoutFinalAccent(stem) { return [bare + String(last) + "es"] }
      if last == "n", let accented = Accents.accentingStressedVowel(of: stem, unlessAccented: true) {
        return [accented + "nes"]
      }
      return [word + "es"]
    default: return [word + "s"]
    }
  }

  private static func feminineOfAgent(_ noun: String) -> [String] {
    ["dor", "sor", "stor", "ctor"].contains { noun.hasSuffix($0) } ? [noun + "a"] : []
  }

  private static func feminine(ofAdjective lemma: String) -> [String] {
    if lemma.hasSuffix("o") { return [String(lemma.dropLast()) + "a"] }
    if lemma == "español" || lemma == "andaluz" { return [lemma + "a"] }
    if [
      "mayor", "menor", "mejor", "peor", "anterior", "posterior", "superior", "inferior", "exterior", "interior",
      "ulterior",
    ].contains(lemma) {
      return []
    }
    if lemma.hasSuffix("or") { return [lemma + "a"] }
    for ending in ["ón", "án", "és", "ín"] where lemma.hasSuffix(ending) && lemma != "cortés" {
      if let bare = Accents.withoutFinalAccent(String(lemma.dropLast())) {
        return [bare + String(lemma.suffix(1)) + "a"]
      }
    }
    return []
  }

  private static func superlatives(of lemma: String) -> [String] {
    let stem: String
    if lemma.hasSuffix("ble") {
      stem = lemma.dropLast(3) + "bil"
    } else if lemma.hasSuffix("co") {
      stem = lemma.dropLast(2) + "qu"
    } else if lemma.hasSuffix("go") {
      stem = lemma.dropLast(2) + "gu"
    } else if lemma.hasSuffix("z") {
      stem = lemma.dropLast() + "c"
    } else if lemma.hasSuffix("io") {
      stem = String(lemma.dropLast(2))
    } else if let last = lemma.last, "oe".contains(last) {
      stem = String(lemma.dropLast())
    } else if let last = lemma.last, "lr".contains(last) {
      stem = lemma
    } else {
      return []
    }
    let bare = Accents.removed(from: stem)
    return [bare + "ísimo", bare + "ísima"]
  }

  private static func diminutives(of lemma: String) -> [String] {
    guard let last = lemma.last else { return [] }
    let bare = Accents.removed(from: lemma)
    let stem = String(bare.dropLast())
    switch last {
    case "o", "a":
      guard let before = stem.last, !"ií".contains(before) else { return [] }
      return ["it" + String(last)].map { Spelling.beforeFrontVowel(stem, ofBackStem: true) + $0 }
    case "e":
      guard Accents.vowelGroups(in: bare) > 2 else { return [bare + "cito", bare + "cita"] }
      let soft = Spelling.beforeFrontVowel(stem, ofBackStem: false)
      return [soft + "ito", soft + "ita"]
    case "n", "r":
      if bare.hasSuffix("ion") { return [bare + "cita", bare + "cito"] }
      if Accents.vowelGroups(in: bare) == 1 { return [bare + "ecito", bare + "ecita"] }
      return [bare + "cito", bare + "cita"]
    case "z":
      return Accents.vowelGroups(in: bare) == 1 ? [stem + "cecito", stem + "cecita"] : [stem + "cito", stem + "cita"]
    case "l": return [bare + "ito", bare + "ita"]
    default: return []
    }
  }
}
