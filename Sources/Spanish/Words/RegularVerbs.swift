/// The forms of the listed verbs that follow the rules, as stems and endings: a thousand verbs with seventy forms each
/// are a thousand keys.
struct RegularVerbs: Sendable {
  static let shared = RegularVerbs()

  /// The listed verbs that do not follow them.
  private(set) var others: [String] = []

  /// What may follow a stem, by bit: endings in a or o of -ar, in e of -ar (after «busqu-», «pagu-», «empec-»), and those
  /// of -er and -ir.
  private struct Endings: OptionSet {
    let rawValue: UInt8
    static let back = Endings(rawValue: 1)
    static let front = Endings(rawValue: 2)
    static let er = Endings(rawValue: 4)
    static let ir = Endings(rawValue: 8)
  }

  private var stems = ByteTable(minimumCapacity: 4096)
  private var allowed: [Endings] = []
  private var endings = ByteTable(minimumCapacity: 256)
  private var classes: [Endings] = []
  private var longestEnding = 0

  private init() {
    // The endings are what is left of a verb of one letter.
    addEndings(of: "bar")
    addEndings(of: "ber")
    addEndings(of: "bir")
    for verb in CommonWords.list(CommonVerbs.first) + CommonWords.list(CommonVerbs.others) {
      guard Self.follows(verb) else {
        others.append(verb)
        continue
      }
      let stem = String(verb.dropLast(2))
      switch verb.suffix(2) {
      case "ar":
        add(stem, .back)
        add(Spelling.beforeFrontVowel(stem, ofBackStem: true), .front)
      case "er": add(stem, .er)
      default: add(stem, .ir)
      }
    }
  }

  /// Whether all forms of the verb are its stem and an ending.
  private static func follows(_ verb: String) -> Bool {
    guard StemChange.of(verb) == .none, IrregularVerb.of(verb) == nil, IrregularVerb.participles(of: verb) == nil else {
      return false
    }
    if verb.hasSuffix("ar") { return true }
    // Stems of -er and -ir verbs that are written in several ways: coger, leer, construir, gruñir.
    guard let last = verb.dropLast(2).utf8.last else { return false }
    return "bdfmnprtv".utf8.contains(last) && (verb.hasSuffix("er") || verb.hasSuffix("ir"))
  }

  func containsForm(_ word: ArraySlice<UInt8>) -> Bool {
    guard word.count >= 3 else { return false }
    for length in 1...min(longestEnding, word.count - 1) {
      guard let ending = endings.find(word.suffix(length)), let stem = stems.find(word.dropLast(length)) else {
        continue
      }
      if !allowed[stem].isDisjoint(with: classes[ending]) { return true }
    }
    return false
  }

  private mutating func addEndings(of verb: String) {
    let group: Endings = verb.hasSuffix("er") ? .er : .ir
    for form in Conjugation(infinitive: verb)?.forms() ?? [] where form.use.contains(.free) {
      let ending = LexiconBuilder.folded(String(form.text.dropFirst())) { $0 }
      guard let first = ending.first else { continue }
      let index = endings.insert(ending[...])
      if index == classes.count { classes.append([]) }
      classes[index].insert(verb.hasSuffix("ar") ? first == UInt8(ascii: "e") ? .front : .back : group)
      longestEnding = max(longestEnding, ending.count)
    }
  }

  private mutating func add(_ stem: String, _ endings: Endings) {
    let folded = LexiconBuilder.folded(stem) { $0 }
    for key in folded.contains(0xc3) ? [folded, LexiconBuilder.withoutTilde(folded)] : [folded] {
      let index = stems.insert(key[...])
      if index == allowed.count { allowed.append([]) }
      allowed[index].insert(endings)
    }
  }
}
