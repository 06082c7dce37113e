import Spanish
import TextAnalysis

/// Which of the options that the dialogue offered a message picks.
///
/// By id, by place («el segundo», «2»), by what stands for all («todo», «los dos»), by yes or no, and by the words of
/// label and aliases, typos and endings aside. A word that every option shares tells nothing.
struct OptionPicker {
  private let model: UnderstandingModel
  private let text: AnalyzedText
  private let units: [MessageReading.Unit]
  private let expectation: Expectation
  private let names: OptionNames.List

  init(model: UnderstandingModel, text: AnalyzedText, units: [MessageReading.Unit], expectation: Expectation) {
    self.model = model
    self.text = text
    self.units = units
    self.expectation = expectation
    names = model.optionNames.list(expectation.options, analyzer: model.analyzer)
  }

  private var options: [ExpectedOption] { expectation.options }

  /// How many there are beside those that stand for all the others.
  private var realCount: Int { options.count { !$0.all } }

  /// A unit of the message that carries meaning, with its folded bytes.
  private struct Word {
    var unit: Int
    var text: String
    /// Of all that the unit can be read as.
    var classes: WordClass
    /// Of `text` itself; nil where it is no word of the content, and must be looked up.
    var own: WordClass?

    /// Whether the text is one of `words`, whose class is `flag`.
    func isOne(of flag: WordClass, _ words: Set<String>) -> Bool { own?.contains(flag) ?? words.contains(text) }

    var isFunction: Bool { isOne(of: .function, FunctionWords.all) }

    var beginsWithDigit: Bool { text.utf8.first.map { (48...57).contains($0) } ?? false }
  }

  func chosen() -> [String]? {
    guard !options.isEmpty, !units.isEmpty else { return nil }
    let words = words()
    if let exact = exactOption() { return [exact.id] }
    if let exception = byException(words) { return exception }
    if let answer = yesOrNo(words) { return answer.isEmpty ? nil : answer }
    if let all = everything(words) { return all }
    let named = byLimit(words) ?? byLabel(words)
    if let named, named.count == 1 || expectation.several { return ordered(named) }
    if let place = byPlace(words) { return ordered(place) }
    if let pointed = byPointing(words) { return pointed }
    return nil
  }

  /// The option whose id or label the whole message is.
  private func exactOption() -> ExpectedOption? {
    let typed = text.text.trimmingWhitespace
    // Folding leaves every ASCII letter one, and makes of another at most twice its bytes: most messages are too long
    // for any label.
    let least = typed.utf8.count { $0 < 0x80 }
    let lengths = least...(2 * typed.utf8.count - least)
    let folded = names.labels.contains { lengths.contains($0.utf8.count) } ? model.analyzer.fold(typed) : nil
    let place = options.indices.first { place in
      options[place].id == typed && (!["si", "no"].contains(typed) || says(typed, options[place]))
        || names.labels[place] == folded
    }
    return place.map { options[$0] }
  }

  private func words() -> [Word] {
    var words: [Word] = []
    words.reserveCapacity(units.count)
    for unit in units.indices {
      let about = units[unit]
      let kind = text.tokens[about.token].kind
      guard kind != .punctuation, kind != .emoji else { continue }
      if about.word >= 0, !about.repaired {
        let word = Int(about.word)
        words.append(
          Word(unit: unit, text: model.lexicon.words[word], classes: about.classes, own: model.wordClasses[word]))
      } else {
        words.append(Word(unit: unit, text: text.folded(about.token), classes: about.classes, own: nil))
      }
    }
    return words
  }

  /// In the order in which the customer saw them, each once.
  private func ordered(_ ids: Set<String>) -> [String]? {
    ids.isEmpty ? nil : options.map(\.id).filter(ids.contains)
  }

  // MARK: words of the label

  private func name(_ text: String) -> OptionNames.Name { model.optionNames.name(text, analyzer: model.analyzer) }

  /// The units that name an option, with the option's place.
  func labelHits() -> [(unit: Int, option: Int)] {
    words().flatMap { word in hits(of: word).map { (unit: word.unit, option: $0) } }
  }

  private func hits(of word: Word) -> [Int] {
    guard !word.isFunction, word.text.utf8.count >= 2 else { return [] }
    let stem = Self.stem(word.text)
    let exact = places { $0 == stem }
    if !exact.isEmpty { return exact.count == options.count && realCount > 1 ? [] : exact }
    let length = stem.utf8.count
    guard length >= 4, !isKnown(word) else { return [] }
    let budget = length >= 8 ? 2 : 1
    let bytes = Array(stem.utf8)
    let near = places { name in
      let count = name.utf8.count
      // Each byte more or less is an edit, so most names need no count of them.
      return count >= 4 && abs(count - length) <= budget
        && Suggestion.editDistance(Array(name.utf8), bytes, limit: budget) <= budget
    }
    return near.count == options.count && realCount > 1 ? [] : near
  }

  /// A good word is never repaired: «agente» is no «agenda».
  private func isKnown(_ word: Word) -> Bool {
    let unit = units[word.unit]
    let token = text.tokens[unit.token]
    return token.isWord ? unit.traits.contains(.known) : model.lexicon.isKnown(text.foldedBytes[token.folded])
  }

  /// The options, each once, of which a stem is such.
  private func places(where isSuch: (String) -> Bool) -> [Int] {
    var places: [Int] = []
    for (stem, option) in names.stems where places.last != option && isSuch(stem) { places.append(option) }
    return places
  }

  private func byLabel(_ words: [Word]) -> Set<String>? {
    var scores = [Int](repeating: 0, count: options.count)
    var namedAlone: Set<Int> = []
    // By word: what it names.
    var heads: [[Int]] = []
    for (index, word) in words.enumerated() {
      let found = hits(of: word)
      heads.append([])
      if found.isEmpty || isWhence(index, of: words) || isLeftOut(index, of: words, after: heads) { continue }
      if expectation.several, isComplement(index, of: words, heads: heads, hits: found) { continue }
      heads[index] = found
      for option in found { scores[option] += found.count == 1 ? 3 : 1 }
      if found.count == 1 { namedAlone.insert(found[0]) }
    }
    guard let best = scores.max(), best > 0 else { return nil }
    if expectation.several, !namedAlone.isEmpty { return Set(namedAlone.map { options[$0].id }) }
    let winners = options.indices.filter { scores[$0] == best }
    guard winners.count == 1, expectation.kind != "text" || covers(words, option: winners[0]) else { return nil }
    return [options[winners[0]].id]
  }

  private static let limits: Set<String> = ["solo", "solamente", "unicamente"]

  /// «El pedido de las baquetas, pero solo el atril»: what stands behind «solo».
  private func byLimit(_ words: [Word]) -> Set<String>? {
    guard expectation.several, let at = words.firstIndex(where: { Self.limits.contains($0.text) }), at > 0 else {
      return nil
    }
    let clause = units[words[at].unit].clause
    return byLabel(words[(at + 1)...].filter { units[$0.unit].clause == clause })
  }

  /// «Las cestas, no la regadera», «el termostato me lo quedo»: named in order to be left out.
  private func isLeftOut(_ index: Int, of words: [Word], after heads: [[Int]]) -> Bool {
    guard expectation.several else { return false }
    let isSecond = heads.contains { !$0.isEmpty }
    let before = words[..<index].last { !$0.classes.contains(.article) && !["mi", "mis"].contains($0.text) }
    // «No, el cargador» corrects; only behind something that is wanted does a no leave out.
    if isSecond, let before, ["no", "ni"].contains(before.text) { return true }
    let clause = units[words[index].unit].clause
    let rest = words[(index + 1)...].prefix { units[$0.unit].clause == clause }
    if rest.last?.text == "no", rest.count <= 3 { return true }
    let keeps: Set<String> = ["quedo", "quedare", "quedamos", "quedaria"]
    return rest.contains { keeps.contains($0.text) } && rest.contains { ["lo", "la", "los", "las"].contains($0.text) }
  }

  /// «Las cuerdas de la guitarra» are one thing: what stands behind «de» tells which strings.
  private func isComplement(_ index: Int, of words: [Word], heads: [[Int]], hits: [Int]) -> Bool {
    guard !hits.isEmpty, let of = words[..<index].lastIndex(where: { !$0.classes.contains(.article) }),
      ["de", "del", "para"].contains(words[of].text), of > 0, !heads[of - 1].isEmpty
    else { return false }
    return Set(heads[of - 1]).isDisjoint(with: hits)
  }

  /// Whether an option says all that the message does. Beside a question for free words only then is it picked by name:
  /// «Calle Mayor 7» is another street than «Calle Ancha 3».
  private func covers(_ words: [Word], option: Int) -> Bool {
    words.allSatisfy { word in
      guard !word.isFunction else { return true }
      let stem = Self.stem(word.text)
      return names.stems.contains { $0.option == option && $0.stem == stem }
    }
  }

  /// «Desde mi móvil» tells where somebody writes from, not which thing is meant.
  private func isWhence(_ index: Int, of words: [Word]) -> Bool {
    words[max(0, index - 2)..<index].contains { ["desde", "mediante"].contains($0.text) }
  }

  /// Number and gender off, crudely: both sides are cut alike.
  static func stem(_ word: String) -> String {
    let bytes = word.utf8.span
    var length = bytes.count
    guard length > 3 else { return word }
    if bytes[length - 1] == UInt8(ascii: "s") {
      length -= 1
      if bytes.count > 5, bytes[length - 1] == UInt8(ascii: "e") { length -= 1 }
    }
    if length > 3 {
      switch bytes[length - 1] {
      case UInt8(ascii: "a"), UInt8(ascii: "o"), UInt8(ascii: "e"): length -= 1
      default: break
      }
    }
    return length == bytes.count ? word : String(Substring(word.utf8.prefix(length)))
  }

  // MARK: all, and all but

  private func everything(_ words: [Word]) -> [String]? {
    let both = zip(words, words.dropFirst()).contains { a, b in
      a.classes.contains(.article)
        && (Self.cardinal(b).map { $0 == realCount && $0 > 1 } ?? false)
    }
    let says = words.contains { $0.classes.contains(.everything) }
    guard says || both, !words.contains(where: { $0.classes.contains(.negator) }) else { return nil }
    // «todo el cargador» names one thing; only a short answer is about all.
    if let all = options.first(where: \.all) { return words.count <= 8 ? [all.id] : nil }
    return expectation.several ? options.map(\.id) : nil
  }

  /// «todo menos la agenda», «los dos excepto el primero».
  private func byException(_ words: [Word]) -> [String]? {
    guard expectation.several, let at = words.firstIndex(where: { $0.classes.contains(.exception) }), at > 0 else {
      return nil
    }
    let rest = Array(words[(at + 1)...])
    guard let out = byLabel(rest) ?? byPlace(rest) else { return nil }
    return options.filter { !$0.all && !out.contains($0.id) }.map(\.id)
  }

  // MARK: places

  private func byPlace(_ words: [Word]) -> Set<String>? {
    let count = realCount
    var found: Set<String> = []
    func add(_ place: Int) {
      let index = place > 0 ? place - 1 : count + place
      guard (0..<count).contains(index) else { return }
      found.insert(options.filter { !$0.all }[index].id)
    }
    for (index, word) in words.enumerated() {
      if let place = Self.ordinal(word) { add(place) }
      let digit = word.text.utf8.first.map { $0 <= 57 } == true ? Int(word.text) : nil
      guard let place = digit ?? Self.cardinal(word), (1...max(count, 1)).contains(place) else { continue }
      let isMarked =
        index > 0 && (words[index - 1].classes.contains(.article) || Self.markers.contains(words[index - 1].text))
      let isMeant =
        digit != nil
        ? words.count <= 2 || isMarked || expectation.several && words.count <= 5
        : words.count == 1 || isMarked && !isCount(index, of: words) && !["un", "una"].contains(word.text)
      if isMeant { add(place) }
    }
    // «El primero» to «¿lo cancelo?» is no yes.
    found.subtract(["si", "no"])
    guard !found.isEmpty, found.count == 1 || expectation.several else { return nil }
    return found
  }

  private static func ordinal(_ word: Word) -> Int? {
    if let own = word.own, !own.contains(.ordinal), !word.beginsWithDigit { return nil }
    return FunctionWords.ordinals[ordinalText(word.text)]
  }

  private static func cardinal(_ word: Word) -> Int? {
    if let own = word.own, !own.contains(.cardinal) { return nil }
    return FunctionWords.cardinals[word.text]
  }

  /// «Los dos» counts, «el dos» points.
  private func isCount(_ index: Int, of words: [Word]) -> Bool {
    index > 0 && ["los", "las"].contains(words[index - 1].text)
  }

  private static let markers: Set<String> = ["opcion", "numero", "no", "nº", "num", "#"]

  /// «2º», «2.º», «1ª» → «2o», «1a».
  private static func ordinalText(_ text: String) -> String {
    guard let first = text.utf8.first, first >= 48, first <= 57 else { return text }
    let digits = text.prefix { $0.isNumber }
    if text.contains("º") || text.hasSuffix("o") { return digits + "o" }
    if text.contains("ª") || text.hasSuffix("a") { return digits + "a" }
    return text
  }

  private func byPointing(_ words: [Word]) -> [String]? {
    guard words.count <= 4, realCount == 1, words.contains(where: { Self.pointers.contains($0.text) }) else {
      return nil
    }
    return options.first { !$0.all }.map { [$0.id] }
  }

  private static let pointers: Set<String> = ["ese", "esa", "este", "esta", "eso", "esto", "aquel", "aquella"]

  // MARK: yes and no

  /// Whether an option is a yes or a no in words, too: «Lo necesito ya» is none, whatever its id.
  private func says(_ word: String, _ option: ExpectedOption) -> Bool {
    expectation.kind == "confirm"
      || ([option.label] + option.aliases).contains { alias in
        let folded = name(alias).folded
        return folded == word || folded.hasPrefix(word + " ") || folded.hasPrefix(word + ",")
      }
  }

  /// nil: neither. Empty: a yes with a condition («sí, pero solo la funda») that no option expresses.
  private func yesOrNo(_ words: [Word]) -> [String]? {
    let yes = options.first { $0.id == "si" && says("si", $0) }
    let no = options.first { $0.id == "no" && says("no", $0) }
    guard yes != nil || no != nil else { return nil }
    let first = words.lazy.filter { !units[$0.unit].isSkipWord }.prefix(3)
    guard let opening = first.first else { return nil }
    if let denied = deniesAll(words), denied { return no.map { [$0.id] } }
    let positive =
      opening.classes.contains(.yes)
      || first.dropFirst().first.map {
        $0.classes.contains(.yes)
          && ["pues", "ah", "que", "por", "de", "ya", "es", "uy", "claro"].contains(opening.text)
      } ?? false
    guard positive else { return nil }
    if words.contains(where: { Self.conditions.contains($0.text) }) {
      let lines = byLabel(words)?.subtracting(["si", "no"]) ?? []
      return ordered(lines) ?? []
    }
    return yes.map { [$0.id] }
  }

  private static let conditions: Set<String> = [
    "pero", "solo", "solamente", "unicamente", "menos", "excepto", "salvo", "sino",
  ]

  /// Whether a denial opens the message or governs it; nil when there is none.
  private func deniesAll(_ words: [Word]) -> Bool? {
    guard let at = words.firstIndex(where: { $0.classes.contains(.no) }) else { return nil }
    if at > 0, ["que", "como"].contains(words[at - 1].text) { return false }
    // «Si no se puede solo eso, el pedido entero» denies nothing.
    if at > 0, words[at - 1].text == "si", words.count > at + 2 { return false }
    let after = words.dropFirst(at + 1).first?.text ?? ""
    if ["hay", "importa", "pasa"].contains(after) { return false }
    return at <= 2 || units[words[at].unit].clause == units[words[0].unit].clause
  }
}

extension String {
  /// Without white space at its ends.
  var trimmingWhitespace: String {
    if let first = utf8.first, let last = utf8.last, first.isGraphicASCII, last.isGraphicASCII { return self }
    var view = Substring(self)
    while let first = view.first, first.isWhitespace { view.removeFirst() }
    while let last = view.last, last.isWhitespace { view.removeLast() }
    return String(view)
  }
}

extension UInt8 {
  /// Whether it is ASCII, and neither white space nor a control character.
  fileprivate var isGraphicASCII: Bool { self > 0x20 && self < 0x7F }
}
