/// All forms of a Spanish verb: every simple tense and person with voseo, the imperatives, gerund and participles.
/// The future of the subjunctive, which nearly nobody types, is never what a typo meant; «cancelastes», which many type,
/// is in.
struct Conjugation {
  private enum Group { case ar, er, ir }

  private let infinitive: String
  private let group: Group
  private let stem: String
  private let prefix: String
  private let irregular: IrregularVerb
  private let change: StemChange

  /// Nil when the text does not end like an infinitive; «quejarse» counts as «quejar».
  init?(infinitive text: String) {
    let infinitive = text.hasSuffix("se") && text.utf8.count > 4 ? String(text.dropLast(2)) : text
    switch infinitive.suffix(2) {
    case "ar": group = .ar
    case "er": group = .er
    case "ir", "ír": group = .ir
    default: return nil
    }
    self.infinitive = infinitive
    stem = String(infinitive.dropLast(2))
    let found = IrregularVerb.of(infinitive)
    prefix = found?.prefix ?? ""
    irregular = found?.verb ?? IrregularVerb()
    let listed = StemChange.of(infinitive)
    change = listed == .none ? irregular.change : listed
  }

  func forms() -> [GeneratedForm] {
    let present = present()
    let subjunctive = subjunctive(first: present[0])
    let preterite = preterite()
    var free = present + subjunctive + imperfect() + preterite + preterite.prefix(2).dropFirst().map { $0 + "s" }
    if let third = preterite.last { free += pastSubjunctives(third) }
    free += futures() + irregular.others.map { prefix + $0 }
    var forms = free.map { GeneratedForm(text: $0, use: .usual) }
    if let third = preterite.last { forms += futureSubjunctives(third).map { GeneratedForm(text: $0, use: .free) } }
    let main = [infinitive, gerund(), present[0], preterite[0]] + participles()
    forms += main.map { GeneratedForm(text: $0, use: [.usual, .main]) }
    let hosts = [infinitive, gerund()] + (infinitive == "haber" ? [] : imperatives(present, subjunctive))
    // «se» + «lo» must not be read as a form of ser.
    let use: FormUse = infinitive == "ser" ? .usual : [.usual, .host]
    forms += hosts.map { GeneratedForm(text: $0, use: $0.utf8.count > 1 ? use : .usual) }
    let together = infinitive == "ir" ? "vamos" : subjunctive[3]
    forms.append(GeneratedForm(text: String(together.dropLast()), use: [.clippedHost, .indexed]))
    return forms
  }

  // MARK: Present

  private var isYVerb: Bool { group == .ir && stem.hasSuffix("u") && !stem.hasSuffix("gu") && !stem.hasSuffix("qu") }

  private var stressedStem: String {
    if let stem = irregular.stressedStem { return stem }
    return isYVerb ? stem + "y" : change.stressed(stem)
  }

  /// «pidió», «durmamos»; «discernir» alone keeps its e.
  private var raisedStem: String { infinitive == "discernir" ? stem : change.raised(stem) }

  private func present() -> [String] {
    if let whole = irregular.wholePresent { return whole.map(prefixed) }
    let strong = stressedStem
    let first = irregular.first.map { prefix + $0 } ?? back(strong) + "o"
    switch group {
    case .ar:
      return [
        first, strong + "as", strong + "a", stem + "amos", stem + "áis", strong + "an", stem + "ás",
      ]
    case .er:
      return [
        first, strong + "es", strong + "e", stem + "emos", stem + "éis", strong + "en", stem + "és",
      ]
    case .ir:
      let weak = Spelling.join(stem, "imos")
      return [first, strong + "es", strong + "e", weak, stem + "ís", strong + "en", stem + "ís"]
    }
  }

  /// A stem as it is written before o and a.
  private func back(_ stem: String) -> String {
    group == .ar ? stem : Spelling.beforeBackVowel(stem, withVelar: isVelar)
  }

  /// «conozco» but «venzo», «cuezo», «mezo».
  private var isVelar: Bool {
    guard group != .ar, stem.hasSuffix("c"), let before = stem.dropLast().last else { return false }
    return "aeiou".contains(before) && !["cocer", "escocer", "recocer", "mecer", "remecer"].contains(infinitive)
  }

  private func subjunctive(first: String) -> [String] {
    if let whole = irregular.wholeSubjunctive { return whole.map { prefix + $0 } }
    let strong: String
    let weak: String
    if let stem = irregular.subjunctiveStem {
      strong = prefix + stem
      weak = strong
    } else if irregular.first != nil || isYVerb {
      strong = String(first.dropLast())
      weak = strong
    } else if group == .ar {
      strong = Spelling.beforeFrontVowel(stressedStem, ofBackStem: true)
      weak = Spelling.beforeFrontVowel(stem, ofBackStem: true)
    } else {
      strong = back(stressedStem)
      weak = back(group == .ir ? raisedStem : stem)
    }
    return group == .ar
      ? [strong + "e", strong + "es", strong + "e", weak + "emos", weak + "éis", strong + "en", weak + "és"]
      : [strong + "a", strong + "as", strong + "a", weak + "amos", weak + "áis", strong + "an", weak + "ás"]
  }

  // MARK: Past and future

  private func imperfect() -> [String] {
    if let whole = irregular.wholeImperfect { return whole.map { prefix + $0 } }
    return group == .ar
      ? ["aba", "abas", "ábamos", "abais", "aban"].map { stem + $0 }
      : ["ía", "ías", "íamos", "íais", "ían"].map { stem + $0 }
  }

  /// Yo, tú, él, nosotros, vosotros, ellos.
  private func preterite() -> [String] {
    if let whole = irregular.wholePreterite { return whole.map(prefixed) }
    if let strong = irregular.preterite {
      let root = prefix + strong
      let third = root.hasSuffix("hic") || root.hasSuffix("fic") ? root.dropLast() + "zo" : root + "o"
      let plural = root.hasSuffix("j") ? root + "eron" : root + "ieron"
      return [root + "e", root + "iste", third, root + "imos", root + "isteis", plural]
    }
    if group == .ar {
      let first = Spelling.beforeFrontVowel(stem, ofBackStem: true) + "é"
      return [first] + ["aste", "ó", "amos", "asteis", "aron"].map { stem + $0 }
    }
    let third = group == .ir ? raisedStem : stem
    return [
      stem + "í", Spelling.join(stem, "iste"), Spelling.join(third, "ió"), Spelling.join(stem, "imos"),
      Spelling.join(stem, "isteis"), Spelling.join(third, "ieron"),
    ]
  }

  /// «cancelara» and «cancelase», from the third person of the preterite.
  private func pastSubjunctives(_ third: String) -> [String] {
    let root = String(third.dropLast(3))
    let accented = root.dropLast() + (root.hasSuffix("a") ? "á" : "é")
    return ["ra", "ras", "rais", "ran", "se", "ses", "seis", "sen"].map { root + $0 }
      + ["ramos", "semos"].map { accented + $0 }
  }

  /// «cancelare»: laws and old shops.
  private func futureSubjunctives(_ third: String) -> [String] {
    let root = String(third.dropLast(3))
    let accented = root.dropLast() + (root.hasSuffix("a") ? "á" : "é")
    return ["re", "res", "reis", "ren"].map { root + $0 } + [accented + "remos"]
  }

  private func futures() -> [String] {
    let endings = ["é", "ás", "á", "emos", "éis", "án", "ía", "ías", "íamos", "íais", "ían"]
    let regular = Accents.removed(from: infinitive)
    guard let root = irregular.future else { return endings.map { regular + $0 } }
    let own = endings.map { prefix + root + $0 }
    // «predecirá» beside «predirá».
    return root == "dir" && !prefix.isEmpty ? own + endings.map { regular + $0 } : own
  }

  // MARK: Imperatives and names of the action

  private func imperatives(_ present: [String], _ subjunctive: [String]) -> [String] {
    var forms = [subjunctive[0], subjunctive[3], subjunctive[5]]
    if let own = irregular.imperative {
      forms.append(prefixed(own))
      if own == "di", !prefix.isEmpty { forms.append(present[2]) }
    } else {
      forms.append(present[2])
    }
    if infinitive == "ir" { forms.append("vamos") }
    let vowel = group == .ar ? "a" : group == .er ? "e" : "i"
    let accented = group == .ar ? "á" : group == .er ? "é" : "í"
    forms.append(irregular.vosImperative ?? stem + accented)
    let weak = group == .ir && ["a", "e", "o"].contains(stem.suffix(1)) ? "íd" : vowel + "d"
    forms.append(stem + weak)
    return forms
  }

  /// Words of one syllable that get an accent behind a prefix: «detén», «prevés».
  private static let accented = [
    "ten": "tén", "ven": "vén", "pon": "pón", "ves": "vés", "ve": "vé", "veis": "véis", "vi": "ví", "vio": "vió",
  ]

  private func prefixed(_ form: String) -> String { prefix.isEmpty ? form : prefix + (Self.accented[form] ?? form) }

  private func gerund() -> String {
    if let own = irregular.gerund { return prefix + own }
    if group == .ar { return stem + "ando" }
    return Spelling.join(group == .ir ? raisedStem : stem, "iendo")
  }

  private func participles() -> [String] {
    let singular: [String]
    if let own = irregular.participle {
      singular = [prefix + own]
    } else if let own = IrregularVerb.participles(of: infinitive) {
      singular = own
    } else if group == .ar {
      singular = [stem + "ado"]
    } else {
      singular = [Spelling.join(stem, "ido")]
    }
    return singular.flatMap { form in
      let root = String(form.dropLast())
      return ["o", "a", "os", "as"].map { root + $0 }
    }
  }
}
