package import TextAnalysis

/// What the small words of a message say about things that were shown, asked or done before.
///
/// Only words of the language itself: which thing is meant is for the dialogue to find out.
package struct SpokenReference: OptionSet, Sendable, Hashable {
  package let rawValue: UInt16

  package init(rawValue: UInt16) { self.rawValue = rawValue }

  /// «cancélalo», «ese», «el mismo».
  package static let back = SpokenReference(rawValue: 1)
  /// «el otro», «la otra», «otro pedido».
  package static let other = SpokenReference(rawValue: 2)
  /// «el primero», «el segundo», «el último», «los dos», «ambos».
  package static let place = SpokenReference(rawValue: 4)
  /// «y también», «además», «después».
  package static let also = SpokenReference(rawValue: 8)
  /// «solo la funda», «sí, pero…».
  package static let limit = SpokenReference(rawValue: 16)
  /// «mejor», «perdona», «me refería», «me he equivocado», «quería decir».
  package static let instead = SpokenReference(rawValue: 32)
  /// «lo mismo con…», «igual para…».
  package static let same = SpokenReference(rawValue: 64)
  /// «los dos», «ambos», «todos».
  package static let all = SpokenReference(rawValue: 128)
  /// «el de siempre», «la habitual».
  package static let usual = SpokenReference(rawValue: 256)
  /// «cualquiera», «me da igual», «el que sea».
  package static let any = SpokenReference(rawValue: 512)
  /// «todo», «el pedido entero».
  package static let whole = SpokenReference(rawValue: 1024)
  /// «perdona», «me he equivocado», «quería decir»: what was said before was wrong.
  package static let sorry = SpokenReference(rawValue: 2048)

  /// «El más reciente», «el último que hice».
  package static let newest = SpokenReference(rawValue: 4096)
  /// «El más antiguo».
  package static let oldest = SpokenReference(rawValue: 8192)
  /// «¿Qué me recomiendas?», «¿tú qué harías?».
  package static let advice = SpokenReference(rawValue: 16384)

  /// What a word says.
  private struct Entry {
    var flags: SpokenReference = []
    /// What it says behind another word, more than each alone.
    var pairs: [(before: String, flags: SpokenReference)] = []
  }

  /// The words that say anything, and by their index what.
  private static let vocabulary: (words: ByteTable, entries: [Entry]) = {
    let table: [(SpokenReference, String)] = [
      (.other, "otro otra otros otras"),
      (.place, "primero primera primer segundo segunda tercero tercera tercer cuarto cuarta ultimo ultima penultimo"),
      (.also, "tambien ademas luego despues encima aparte"),
      (.limit, "solo solamente unicamente pero menos excepto salvo"),
      (.instead, "mejor sino prefiero"),
      ([.instead, .sorry], "perdona perdon perdone refiero referia equivoque equivocado equivocada digo corrijo"),
      ([.place, .all], "ambos ambas"),
      (.all, "todos todas"),
      (.whole, "todo toda entero entera"),
      (.usual, "siempre habitual acostumbrado"),
      (.any, "cualquiera cualquier"),
      (.back, "ese esa eso este esta esto mismo misma lo aquel aquello"),
      (.advice, "recomiendas recomiendan recomienda recomendais aconsejas aconsejan aconseja aconsejais recomendarias"),
    ]
    var words = ByteTable()
    var entries: [Entry] = []
    func index(of word: Substring) -> Int {
      let index = words.insert(Array(word.utf8)[...])
      if index == entries.count { entries.append(Entry()) }
      return index
    }
    for (flag, list) in table {
      for word in list.split(separator: " ") { entries[index(of: word)].flags.formUnion(flag) }
    }
    for (pair, flags) in pairs {
      let two = pair.split(separator: " ")
      entries[index(of: two[1])].pairs.append((String(two[0]), flags))
    }
    return (words, entries)
  }()

  /// Two words in a row that mean more than each alone.
  private static let pairs: [String: SpokenReference] = [
    "lo mismo": .same, "igual con": .same, "igual para": .same, "da igual": .any, "que sea": .any, "dan igual": .any,
    "como veas": .any, "tu veas": .any, "usted vea": .any, "ustedes vean": .any, "que veas": .any, "que quieras": .any,
    "como quieras": .any, "tu digas": .any, "usted diga": .any, "te parezca": .any, "le parezca": .any,
    "tu eliges": .any, "elige tu": .any, "elijas tu": .any, "tu decides": .any, "decide tu": .any, "decidas tu": .any,
    "tu mismo": .any, "que prefieras": .any, "que haya": .any, "que convenga": .any, "me conviene": .advice,
    "es mejor": .advice, "que harias": .advice, "tu harias": .advice, "que sugieres": .advice,
    "los dos": [.place, .all], "las dos": [.place, .all], "los tres": [.place, .all], "las tres": [.place, .all],
    "mas reciente": .newest, "mas nuevo": .newest, "mas nueva": .newest, "ultimo que": .newest, "ultima que": .newest,
    "mas antiguo": .oldest, "mas antigua": .oldest, "mas viejo": .oldest, "mas vieja": .oldest,
    "queria decir": [.instead, .sorry], "quise decir": [.instead, .sorry],
  ]

  /// Reads all of them. Cost: O(tokens).
  package static func read(_ text: AnalyzedText) -> SpokenReference {
    var found: SpokenReference = []
    let (words, entries) = vocabulary
    var before: Int?
    for index in text.tokens.indices where text.tokens[index].kind == .word {
      let word = text.foldedBytes[text.tokens[index].folded]
      if let known = words.find(word) {
        let entry = entries[known]
        if counts(text.folded(index), entry.flags, at: index, in: text) { found.formUnion(entry.flags) }
        if !entry.pairs.isEmpty, let before = before.map({ text.folded($0) }) {
          for pair in entry.pairs where pair.before == before { found.formUnion(pair.flags) }
        }
      }
      if endsInPronoun(word, at: index, in: text) { found.formUnion(.back) }
      before = index
    }
    return found
  }

  /// Whether the word points at anything here.
  private static func counts(_ word: String, _ flags: SpokenReference, at index: Int, in text: AnalyzedText) -> Bool {
    if isSuperlative(word) { return !isNoun(after: index, in: text) }
    if flags == .other { return !isAnew(after: index, in: text) }
    return word != "esta" || !isVerb(at: index, in: text)
  }

  /// «¿Dónde esta la lámpara?» points at nothing: «está» without its accent.
  private static func isVerb(at index: Int, in text: AnalyzedText) -> Bool {
    if text.original(text.tokens[index].range).contains("á") { return true }
    guard index > 0 else { return false }
    return ["donde", "adonde", "como", "ya", "no", "que", "si", "cuando", "aun", "cual"].contains(
      text.folded(index - 1))
  }

  /// «Cancélalo», «cambiarlas», «envíamela»: only where the ending can hardly be anything else, unlike in «solo»,
  /// «escuela» and «charla».
  private static func endsInPronoun(_ word: ArraySlice<UInt8>, at index: Int, in text: AnalyzedText) -> Bool {
    let end = word.last == UInt8(ascii: "s") ? word.endIndex - 1 : word.endIndex
    guard end - word.startIndex >= 2, word[end - 2] == UInt8(ascii: "l"),
      word[end - 1] == UInt8(ascii: "a") || word[end - 1] == UInt8(ascii: "o")
    else { return false }
    if word.count >= 7, word.last == UInt8(ascii: "o") { return true }
    let stem = String(decoding: word[..<(end - 2)], as: UTF8.self)
    guard stem.utf8.count >= 3 else { return false }
    if stem == "pon" || stem == "haz" { return true }
    if ["ar", "er", "ir"].contains(where: stem.hasSuffix) { return stem.utf8.count >= 5 }
    // The accent that a word of so many syllables bears only with a pronoun behind it.
    let typed = text.original(text.tokens[index].range)
    return (stem.hasSuffix("a") || stem.hasSuffix("e")) && stem.utf8.count >= 4
      && typed.utf8.count > word.count && typed.lowercased().contains(where: "áéíó".contains)
  }

  /// «mi último pedido» is the newest one, not the last of a list.
  private static func isSuperlative(_ word: String) -> Bool { word == "ultimo" || word == "ultima" }

  /// «Otra igual», «otra vez», «otra cosa» point at nothing that was shown.
  private static func isAnew(after index: Int, in text: AnalyzedText) -> Bool {
    guard index + 1 < text.tokens.count else { return false }
    return ["igual", "iguales", "nuevo", "nueva", "vez", "cosa", "dia", "momento", "lado", "talla", "color"].contains(
      text.folded(index + 1))
  }

  private static func isNoun(after index: Int, in text: AnalyzedText) -> Bool {
    guard index + 1 < text.tokens.count else { return false }
    return ["pedido", "compra", "orden", "paquete", "que"].contains(text.folded(index + 1))
  }
}
