import Spanish
import TextAnalysis

/// Which of the options that the dialogue offered a message picks.
///
/// By id, by place («el segundo», «2»), by what stands for all («todo», «los dos»), by yes or no, and by the words of
/// label and aliases, typos and endings aside. A word that every option shares tells nothing.
struct OptionPicker {
  let model: UnderstandingModel
  let reading: MessageReading
  let expectation: Expectation

  private var options: [ExpectedOption] { expectation.options }

  /// A unit of the message that carries meaning, with its folded bytes.
  private struct Word {
    var unit: Int
    var text: String
    var classes: WordClass
  }

  func chosen() -> [String]? {
    guard !options.isEmpty, !reading.units.isEmpty else { return nil }
    let words = words()
    let typed = reading.text.text.trimmingWhitespace
    let folded = model.analyzer.fold(typed)
    let exact = options.first { option in
      option.id == typed && (!["si", "no"].contains(typed) || says(typed, option))
        || name(option.label).folded == folded
    }
    if let exact { return [exact.id] }
    if let exception = byException(words) { return exception }
    if let answer = yesOrNo(words) { return answer.isEmpty ? nil : answer }
    if let all = everything(words) { return all }
    let named = byLimit(words) ?? byLabel(words)
    if let named, named.count == 1 || expectation.several { return ordered(named) }
    if let place = byPlace(words) { return ordered(place) }
    if let pointed = byPointing(words) { return pointed }
    return nil
  }

  private func words(in range: Range<Int>? = nil) -> [Word] {
    let range = range ?? 0..<reading.units.count
    return range.compactMap { unit in
      let about = reading.units[unit]
      let kind = reading.text.tokens[about.token].kind
      guard kind != .punctuation, kind != .emoji else { return nil }
      let text = about.word >= 0 && !about.repaired ? model.lexicon.words[Int(about.word)] : reading.folded(unit)
      return Word(unit: unit, text: text, classes: about.classes)
    }
  }

  /// In the order in which the customer saw them, each once.
  private func ordered(_ ids: Set<String>) -> [String]? {
    ids.isEmpty ? nil : options.map(\.id).filter(ids.contains)
  }

  // MARK: words of the label

  /// A content word of an option's names, folded and cut to its stem, with the option's place.
  private typealias NameStem = (stem: String, option: Int)

  /// Those of every option, one option after the other.
  private func stems() -> [NameStem] {
    var stems: [NameStem] = []
    for (place, option) in options.enumerated() {
      for stem in name(option.label).stems { stems.append((stem, place)) }
      for alias in option.aliases { for stem in name(alias).stems { stems.append((stem, place)) } }
    }
    return stems
  }

  private func name(_ text: String) -> OptionNames.Name { model.optionNames.name(text, analyzer: model.analyzer) }

  /// The units that name an option, with the option's place.
  func labelHits() -> [(unit: Int, option: Int)] {
    let stems = stems()
    return words().flatMap { word in
      hits(of: word, in: stems).map { (unit: word.unit, option: $0) }
    }
  }

  private func hits(of word: Word, in stems: [NameStem]) -> [Int] {
    guard !FunctionWords.all.contains(word.text), word.text.utf8.count >= 2 else { return [] }
    let stem = Self.stem(word.text)
    let exact = Self.places(in: stems) { $0 == stem }
    let real = options.count { !$0.all }
    if !exact.isEmpty { return exact.count == options.count && real > 1 ? [] : exact }
    let bytes = Array(stem.utf8)
    // A good word is never repaired: «agente» is no «agenda».
    let typed = reading.text.foldedBytes[reading.text.tokens[reading.units[word.unit].token].folded]
    guard bytes.count >= 4, !model.lexicon.isKnown(typed) else { return [] }
    let budget = bytes.count >= 8 ? 2 : 1
    let near = Self.places(in: stems) { name in
      let count = name.utf8.count
      // Each byte more or less is an edit, so most names need no count of them.
      return count >= 4 && abs(count - bytes.count) <= budget
        && Suggestion.editDistance(Array(name.utf8), bytes) <= budget
    }
    return near.count == options.count && real > 1 ? [] : near
  }

  /// The options, each once, of which a stem is such.
  private static func places(in stems: [NameStem], where isSuch: (String) -> Bool) -> [Int] {
    var places: [Int] = []
    for (stem, option) in stems where places.last != option && isSuch(stem) { places.append(option) }
    return places
  }

  private func byLabel(_ words: [Word]) -> Set<String>? {
    let stems = stems()
    var scores = [Int](repeating: 0, count: options.count)
    var namedAlone: Set<Int> = []
    var heads: [Int: [Int]] = [:]
    for (index, word) in words.enumerated()
    where !isWhence(index, of: words) && !isLeftOut(index, of: words, after: heads) {
      let found = hits(of: word, in: stems)
      if expectation.several, isComplement(index, of: words, heads: heads, hits: found) { continue }
      heads[index] = found
      for option in found { scores[option] += found.count == 1 ? 3 : 1 }
      if found.count == 1 { namedAlone.insert(found[0]) }
    }
    guard let best = scores.max(), best > 0 else { return nil }
    if expectation.several, !namedAlone.isEmpty { return Set(namedAlone.map { options[$0].id }) }
    let winners = options.indices.filter { scores[$0] == best }
    guard winners.count == 1, expectation.kind != "text" || covers(words, stems.filter { $0.option == winners[0] })
    else { return nil }
    return [options[winners[0]].id]
  }

  /// «El pedido de las baquetas, pero solo el atril»: what stands behind «solo».
  private func byLimit(_ words: [Word]) -> Set<String>? {
    let limits: Set<String> = ["solo", "solamente", "unicamente"]
    guard expectation.several, let at = words.firstIndex(where: { limits.contains($0.text) }), at > 0 else {
      return nil
    }
    let clause = reading.units[words[at].unit].clause
    return byLabel(words[(at + 1)...].filter { reading.units[$0.unit].clause == clause })
  }

  /// «Las cestas, no la regadera», «el termostato me lo quedo»: named in order to be left out.
  private func isLeftOut(_ index: Int, of words: [Word], after heads: [Int: [Int]]) -> Bool {
    guard expectation.several else { return false }
    let isSecond = heads.contains { !$0.value.isEmpty }
    let before = words[..<index].last { !$0.classes.contains(.article) && !["mi", "mis"].contains($0.text) }
    // «No, el cargador» corrects; only behind something that is wanted does a no leave out.
    if isSecond, let before, ["no", "ni"].contains(before.text) { return true }
    let clause = reading.units[words[index].unit].clause
    let rest = words[(index + 1)...].prefix { reading.units[$0.unit].clause == clause }
    if rest.last?.text == "no", rest.count <= 3 { return true }
    let keeps: Set<String> = ["quedo", "quedare", "quedamos", "quedaria"]
    return rest.contains { keeps.contains($0.text) } && rest.contains { ["lo", "la", "los", "las"].contains($0.text) }
  }

  /// «Las cuerdas de la guitarra» are one thing: what stands behind «de» tells which strings.
  private func isComplement(_ index: Int, of words: [Word], heads: [Int: [Int]], hits: [Int]) -> Bool {
    guard !hits.isEmpty, let of = words[..<index].lastIndex(where: { !$0.classes.contains(.article) }),
      ["de", "del", "para"].contains(words[of].text), of > 0, let head = heads[of - 1], !head.isEmpty
    else { return false }
    return Set(head).isDisjoint(with: hits)
  }

  /// Whether an option says all that the message does. Beside a question for free words only then is it picked by name:
  /// «Calle Mayor 7» is another street than «Calle Ancha 3».
  private func covers(_ words: [Word], _ stems: [NameStem]) -> Bool {
    words.allSatisfy { word in
      guard !FunctionWords.all.contains(word.text) else { return true }
      let stem = Self.stem(word.text)
      return stems.contains { $0.stem == stem }
    }
  }

  /// «Desde mi móvil» tells where somebody writes from, not which thing is meant.
  private func isWhence(_ index: Int, of words: [Word]) -> Bool {
    words[max(0, index - 2)..<index].contains { ["desde", "mediante"].contains($0.text) }
  }

  /// Number and gender off, crudely: both sides are cut alike.
  static func stem(_ word: String) -> String {
    let whole = word.utf8.count
    guard whole > 3 else { return word }
    var stem = word.utf8[...]
    if stem.last == UInt8(ascii: "s") {
      stem.removeLast()
      if whole > 5, stem.last == UInt8(ascii: "e") { stem.removeLast() }
    }
    if stem.count > 3, let last = stem.last, "aoe".utf8.contains(last) { stem.removeLast() }
    return stem.count == whole ? word : String(Substring(stem))
  }

  // MARK: all, and all but

  private func everything(_ words: [Word]) -> [String]? {
    let both = zip(words, words.dropFirst()).contains { a, b in
      a.classes.contains(.article)
        && (FunctionWords.cardinals[b.text].map { $0 == options.count { !$0.all } && $0 > 1 } ?? false)
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
    let real = options.filter { !$0.all }
    func option(_ place: Int) -> String? {
      let index = place > 0 ? place - 1 : real.count + place
      return real.indices.contains(index) ? real[index].id : nil
    }
    var found: Set<String> = []
    for (index, word) in words.enumerated() {
      if let place = FunctionWords.ordinals[Self.ordinalText(word.text)], let id = option(place) { found.insert(id) }
      let digit = Int(word.text).flatMap { $0 > 0 && $0 <= real.count ? $0 : nil }
      let marked =
        index > 0 && (words[index - 1].classes.contains(.article) || Self.markers.contains(words[index - 1].text))
      if let digit, words.count <= 2 || marked || expectation.several && words.count <= 5, let id = option(digit) {
        found.insert(id)
      } else if let place = FunctionWords.cardinals[word.text],
        marked && !isCount(index, of: words) || words.count == 1,
        place <= real.count,
        !["un", "una"].contains(word.text) || words.count == 1, let id = option(place)
      {
        found.insert(id)
      }
    }
    // «El primero» to «¿lo cancelo?» is no yes.
    found.subtract(["si", "no"])
    guard !found.isEmpty, found.count == 1 || expectation.several else { return nil }
    return found
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
    let real = options.filter { !$0.all }
    guard real.count == 1, words.count <= 4 else { return nil }
    let points: Set<String> = ["ese", "esa", "este", "esta", "eso", "esto", "aquel", "aquella"]
    return words.contains { points.contains($0.text) } ? [real[0].id] : nil
  }

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
    let first = words.filter { !reading.units[$0.unit].isSkipWord }.prefix(3)
    guard let opening = first.first else { return nil }
    if let denied = deniesAll(words), denied { return no.map { [$0.id] } }
    let positive =
      opening.classes.contains(.yes)
      || first.dropFirst().first.map {
        $0.classes.contains(.yes)
          && ["pues", "ah", "que", "por", "de", "ya", "es", "uy", "claro"].contains(opening.text)
      } ?? false
    guard positive else { return nil }
    let limits: Set<String> = ["pero", "solo", "solamente", "unicamente", "menos", "excepto", "salvo", "sino"]
    if words.contains(where: { limits.contains($0.text) }) {
      let lines = byLabel(words)?.subtracting(["si", "no"]) ?? []
      return ordered(lines) ?? []
    }
    return yes.map { [$0.id] }
  }

  /// Whether a denial opens the message or governs it; nil when there is none.
  private func deniesAll(_ words: [Word]) -> Bool? {
    guard let at = words.firstIndex(where: { $0.classes.contains(.no) }) else { return nil }
    if at > 0, ["que", "como"].contains(words[at - 1].text) { return false }
    // «Si no se puede solo eso, el pedido entero» denies nothing.
    if at > 0, words[at - 1].text == "si", words.count > at + 2 { return false }
    let after = words.dropFirst(at + 1).first?.text ?? ""
    if ["hay", "importa", "pasa"].contains(after) { return false }
    return at <= 2 || reading.units[words[at].unit].clause == reading.units[words[0].unit].clause
  }
}

extension String {
  /// Without white space at its ends.
  var trimmingWhitespace: String {
    var view = Substring(self)
    while let first = view.first, first.isWhitespace { view.removeFirst() }
    while let last = view.last, last.isWhitespace { view.removeLast() }
    return String(view)
  }
}
