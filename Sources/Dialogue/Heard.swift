import Foundation
import Spanish
import TextAnalysis
import Understanding

/// The intents of a message, sorted by what they ask of the dialogue.
struct Heard {
  struct Intent {
    var id: String
    var index: Int
  }

  let understanding: Understanding
  /// Its words, folded, without numbers and marks.
  let words: [String]
  /// All but its marks, folded and without gender, as the names of options are compared.
  let bareWords: String
  /// What the shop serves, small talk included, in the order of the message; negated ones are kept out.
  var domain: [Intent] = []
  /// Words about the conversation itself.
  var controls: [String] = []
  /// Whether a domain intent was negated: «no, no lo canceles».
  var negatesDomain = false
  /// What the small words point at.
  let reference: SpokenReference

  init(_ understanding: Understanding) {
    self.understanding = understanding
    let text = understanding.text
    var words: [String] = []
    words.reserveCapacity(text.tokens.count)
    for index in text.tokens.indices where text.tokens[index].kind == .word { words.append(text.folded(index)) }
    self.words = words
    bareWords = Heard.bareWords(of: text)
    reference = SpokenReference.read(understanding.text)
    for (index, intent) in understanding.intents.enumerated() {
      if intent.id.hasPrefix("control.") {
        if !intent.negated { controls.append(intent.id) }
      } else if intent.negated {
        negatesDomain = true
      } else {
        domain.append(Intent(id: intent.id, index: index))
      }
    }
    if domain.count > 1 { domain.removeAll { $0.id == BuiltInIntent.outOfDomain } }
  }

  var chosen: [String] { understanding.chosen ?? [] }
  var text: String { understanding.text.text }

  /// «Ya no las quiero» is «Ya no lo quiero»: which one depends on the thing, not on the answer.
  static func withoutGender(_ words: String) -> String {
    words.split(separator: " ").map { isArticle(Array($0.utf8)[...]) ? "lo" : $0 }.joined(separator: " ")
  }

  /// The same as ``withoutGender(_:)`` of the message's bare words.
  private static func bareWords(of text: AnalyzedText) -> String {
    let folded = text.foldedBytes
    var bytes: [UInt8] = []
    bytes.reserveCapacity(folded.count + text.tokens.count)
    for token in text.tokens where token.kind != .punctuation && token.kind != .emoji {
      if !bytes.isEmpty { bytes.append(UInt8(ascii: " ")) }
      if isArticle(folded[token.folded]) {
        bytes += [UInt8(ascii: "l"), UInt8(ascii: "o")]
      } else {
        for index in token.folded { bytes.append(folded[index]) }
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// «la», «los», «las».
  private static func isArticle(_ word: ArraySlice<UInt8>) -> Bool {
    guard word.count == 2 || word.count == 3, word.first == UInt8(ascii: "l") else { return false }
    let vowel = word[word.startIndex + 1]
    return word.count == 2
      ? vowel == UInt8(ascii: "a")
      : (vowel == UInt8(ascii: "a") || vowel == UInt8(ascii: "o")) && word.last == UInt8(ascii: "s")
  }

  /// The part of the message that a wish stands in: all of it, unless there are several tasks. It begins behind the
  /// last «y» or mark before the wish.
  func part(of intent: Intent, among tasks: [Intent]) -> String {
    guard let range = range(ofIntentAt: intent.index, among: tasks) else { return text }
    return understanding.text.original(range).trimmingCharacters(in: .whitespacesAndNewlines)
  }

  /// Where that part is; nil if the wish is the only task.
  func range(ofIntentAt index: Int, among tasks: [Intent]) -> TextRange? {
    guard tasks.count > 1, tasks.contains(where: { $0.index == index }) else { return nil }
    let places = tasks.map { understanding.intents[$0.index].range.lower }.sorted()
    let starts = places.enumerated().map { index, place in index == 0 ? 0 : start(of: place, after: places[index - 1]) }
    guard let place = places.firstIndex(of: understanding.intents[index].range.lower) else { return nil }
    return TextRange(starts[place], place + 1 < starts.count ? starts[place + 1] : understanding.text.bytes.count)
  }

  private func start(of place: Int, after earlier: Int) -> Int {
    let text = understanding.text
    let joint = text.tokens.indices.last { index in
      let token = text.tokens[index]
      guard token.range.upper <= place, token.range.lower > earlier else { return false }
      return token.kind == .punctuation
        || ["y", "e", "pero", "ademas", "luego", "tambien"].contains(text.folded(index))
    }
    // «Y» says that it goes on with what was wished before.
    return joint.map {
      text.tokens[$0].kind == .punctuation ? text.tokens[$0].range.upper : text.tokens[$0].range.lower
    }
      ?? place
  }

  /// The parts of a text between its commas and stops, and before what joins another one, which stands first in its part.
  static func clauses(of text: String) -> [String] {
    var parts: [[Substring]] = []
    var isNew = true
    for piece in text.split(whereSeparator: \.isWhitespace) {
      if isNew || ["y", "e", "además", "ademas", "también", "tambien", "luego"].contains(piece.lowercased()) {
        parts.append([])
      }
      parts[parts.count - 1].append(piece)
      isNew = piece.last.map { ",;.:!?".contains($0) } ?? false
    }
    return parts.map { $0.joined(separator: " ") }
  }

  /// Whether a word of the message, cut to its stem, is one of `stems`.
  func holds(anyOf stems: ByteTable) -> Bool {
    let text = understanding.text
    return text.tokens.contains { token in
      token.kind == .word && stems.find(Heard.stem(text.foldedBytes[token.folded])) != nil
    }
  }

  /// The stems of `words`, for ``holds(anyOf:)``.
  static func stems(of words: some Sequence<String>) -> ByteTable {
    var stems = ByteTable()
    for word in words { stems.insert(stem(Array(word.utf8)[...])) }
    return stems
  }

  /// Whether the message only points, without a word that could wish anything: «¿y el otro?», «lo mismo con el primero».
  var onlyPoints: Bool {
    words.allSatisfy { UnderstandingModel.isFunctionWord($0) || Heard.pointing.contains($0) }
  }

  static func isPointing(_ word: String) -> Bool { pointing.contains(word) }

  private static let pointing: Set<String> = [
    "pedido", "paquete", "compra", "orden", "igual", "dos", "ambos", "ambas", "primero", "primera", "segundo",
    "segunda",
    "tercero", "tercera", "ultimo", "ultima", "refiero", "referia", "equivocado", "equivoque", "decir", "mejor",
    "hazlo",
    "haz", "repite", "numero", "tambien", "ademas",
  ]

  /// The words that say what the message is about: neither grammar, nor wishing, nor «pedido» and the like.
  var weightyStems: [String] {
    words.compactMap { word in
      let light =
        UnderstandingModel.isFunctionWord(word) || Heard.pointing.contains(word) || Heard.wishing.contains(word)
      return light ? nil : Heard.stem(word)
    }
  }

  private static let wishing: Set<String> = [
    "quiero", "queria", "quisiera", "querria", "prefiero", "preferiria", "necesito", "gustaria", "favor", "porfa",
    "gracias", "pues", "bueno", "vale", "entonces", "venga", "producto", "articulo",
  ]

  /// «No, espera, ¿cuándo llega?»: neither yes nor no.
  var opensWithWait: Bool {
    words.prefix(3).contains { ["espera", "espere", "esperad", "esperate", "momento"].contains($0) }
  }

  /// «Déjalo, y otra cosa: …»: gives up what is open and goes on; «déjalo en la puerta» gives nothing up.
  var opensByDropping: Bool {
    let text = understanding.text
    var gives = false
    var opening = 0
    for index in text.tokens.indices {
      if text.tokens[index].kind == .punctuation {
        if opening > 0 { break }
        continue
      }
      guard text.tokens[index].kind == .word else { return false }
      let word = text.folded(index)
      if word == "y" || word == "pero" { break }
      if Heard.givingUp.contains(word) { gives = true } else if !Heard.passing.contains(word) { return false }
      opening += 1
    }
    return gives && wordCount > opening + 1
  }

  private static let givingUp: Set<String> = [
    "dejalo", "dejala", "dejalos", "dejalas", "dejadlo", "dejelo", "dejenlo", "dejemoslo", "dejarlo", "olvidalo",
    "olvidala", "olvidadlo", "olvidelo", "olvidenlo", "olvidate", "olvidemoslo",
  ]

  /// Whether a word stands before a thing that is known: «la agenda», «mi agenda».
  static func isDeterminer(_ word: String) -> Bool { ["el", "la", "los", "las", "mi", "mis"].contains(word) }

  /// What is said on the way to what is meant: «ah no espera, era…».
  static let passing: Set<String> = [
    "a", "ah", "ay", "bah", "bueno", "de", "del", "digo", "disculpa", "disculpe", "e", "entonces", "era", "eran", "es",
    "espera", "esperad", "esperate", "espere", "gracias", "hablo", "luego", "mejor", "mira", "momento", "nada", "no",
    "oh", "ok", "oye", "para", "perdon", "perdona", "perdone", "pero", "por", "porfa", "favor", "pues", "que",
    "refiero", "referia", "decir", "me", "si", "sino", "son", "sorry", "tambien", "todo", "uf", "un", "uy",
    "vale", "venga", "y", "ya", "asi", "estar", "ahora", "ademas", "quise",
  ]

  /// Whether the message opens with «que si…», which asks or tells; a yes bears its accent, or stands alone.
  var opensIndirectly: Bool {
    let text = understanding.text
    guard wordCount > 3, words.prefix(2).elementsEqual(["que", "si"]),
      let second = text.tokens.indices.filter({ text.tokens[$0].kind == .word }).dropFirst().first
    else { return false }
    return text.original(text.tokens[second].range).lowercased() == "si"
  }

  /// The words that «no, dile que…», «cámbialo: …» and «que si…» give for a message to somebody; nil if it gives none.
  var newWording: String? {
    if opensIndirectly { return text }
    let tokens = understanding.text.tokens
    guard
      let first = tokens.indices.first(where: {
        tokens[$0].kind == .word && !Heard.passing.contains(understanding.text.folded($0))
      })
    else { return nil }
    let verb = understanding.text.folded(first)
    if ["dile", "digale", "decidle", "diganle", "preguntale", "preguntele", "preguntadle", "escribele"].contains(verb) {
      let rest = TextRange(tokens[first].range.lower, understanding.text.bytes.count)
      return understanding.text.original(rest).trimmingCharacters(in: .whitespacesAndNewlines)
    }
    guard ["cambialo", "cambiala", "cambiadlo", "cambielo", "corrigelo", "corrijalo", "ponle", "pon"].contains(verb),
      let colon = text.firstIndex(of: ":")
    else { return nil }
    let told = text[text.index(after: colon)...].trimmingCharacters(in: .whitespacesAndNewlines)
    return told.isEmpty ? nil : told
  }

  /// Whether it opens with a condition: «si no se puede, el pedido entero».
  var opensWithCondition: Bool {
    words.count > 3 && (words.starts(with: ["si", "no"]) || words.dropFirst().starts(with: ["si", "no"]))
  }

  /// Whether it names another thing of the kind that was spoken of: «¿y el de las velas?», «no, la de la tienda de
  /// campaña», «el que fue a Cádiz».
  var namesAnother: Bool {
    var words = words[...]
    let opens: Set<String> = [
      "y", "no", "perdon", "perdona", "digo", "mejor", "pues", "vale", "tambien", "que", "pasa", "con",
    ]
    while let first = words.first, opens.contains(first) { words.removeFirst() }
    if words.prefix(2).elementsEqual(["ese", "no"]) || words.prefix(2).elementsEqual(["esa", "no"]) {
      words.removeFirst(2)
    }
    guard words.count >= 2, let article = words.first, ["el", "la", "los", "las", "lo"].contains(article) else {
      return false
    }
    return ["de", "del", "que"].contains(words[words.startIndex + 1]) && words.count >= 3
  }

  /// Whether a few words add a thing to what was done last, and wish nothing of their own: «y la cesta también».
  var adds: Bool {
    guard reference.contains(.also), wordCount <= 7, !asks, order == nil, domain.count <= 1 else { return false }
    let passing: Set<String> = [
      "ah", "oye", "vale", "ok", "pues", "si", "y", "e", "tambien", "ademas", "bueno", "espera",
    ]
    return ["el", "la", "los", "las", "mi", "mis"].contains(words.first { !passing.contains($0) } ?? "")
  }

  /// Whether the message is a link, a number or the like, with a word or two around it at most.
  func isNothingBut(_ kind: EntityKind) -> Bool {
    let places = understanding.entities.filter { $0.kind == kind }.map(\.range)
    guard !places.isEmpty else { return false }
    return understanding.text.tokens.count { token in
      token.kind == .word && !places.contains { $0.lower <= token.range.lower && token.range.upper <= $0.upper }
    } <= 2
  }

  /// Whether the message holds a question mark.
  var hasQuestionMark: Bool { text.utf8.contains(UInt8(ascii: "?")) }

  /// Whether the message asks something, with its marks or by its first word.
  var asks: Bool { hasQuestionMark || words.prefix(2).contains { Heard.interrogatives.contains($0) } }

  /// Whether a part of a message asks.
  static func asks(_ part: String) -> Bool {
    part.utf8.contains(UInt8(ascii: "?"))
      || part.split { !$0.isLetter }.prefix(4).contains { word in
        interrogatives.contains(word.lowercased().folding(options: .diacriticInsensitive, locale: nil))
      }
  }

  /// «Dime dónde está»: the question word comes a little later.
  var asksWithin: Bool { words.prefix(5).contains { Heard.interrogatives.contains($0) } }

  /// «El pedido de Málaga», «los pedidos»: other than the one at hand.
  var describesOrder: Bool {
    words.indices.contains { index in
      if ["pedidos", "compras", "paquetes"].contains(words[index]) { return true }
      return ["pedido", "compra", "paquete", "orden", "encargo", "el", "la", "los", "las"].contains(words[index])
        && index + 1 < words.count && ["de", "del", "que", "con", "a"].contains(words[index + 1])
    }
  }

  private static let interrogatives: Set<String> = [
    "donde", "cuando", "cuanto", "cuanta", "cuantos", "cuantas", "como", "cual", "cuales", "quien",
  ]

  var isSingleWord: Bool { wordCount == 1 }

  /// Few enough words to be meant for the conversation, not for what it asks to be written down.
  var isShort: Bool { wordCount <= 6 }

  static func stem(_ word: String) -> String { String(decoding: stem(Array(word.utf8)[...]), as: UTF8.self) }

  /// Number and gender off, crudely: both sides are cut alike.
  private static func stem(_ word: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var end = word.endIndex
    if word.count > 4, word[end - 1] == UInt8(ascii: "s") {
      end -= 1
      if word[end - 1] == UInt8(ascii: "e") { end -= 1 }
    }
    if end - word.startIndex > 4 {
      switch word[end - 1] {
      case UInt8(ascii: "a"), UInt8(ascii: "o"), UInt8(ascii: "e"): end -= 1
      default: break
      }
    }
    return word[..<end]
  }

  /// Whether the message begins with a plain yes or no, whatever comes after it.
  var opensWithAnswer: Bool {
    guard let first = words.first else { return false }
    return ["si", "no", "vale", "ok", "claro", "dale", "adelante", "nop"].contains(first)
  }

  var wordCount: Int { words.count }

  func says(_ control: String) -> Bool { !controls.isEmpty && controls.contains("control." + control) }

  /// The order number that the message holds, if any.
  var order: SlotValue? { understanding.entities.first { $0.kind == .orderNumber }?.value.bareText }

  /// The value for a slot, by its name or its kind.
  func value(ofSlot slot: String, kind: String) -> SlotValue? {
    if let filled = understanding.slots.first(where: { $0.name == slot }) { return filled.value }
    if let filled = understanding.slots.first(where: { $0.kind.rawValue == kind }) { return filled.value }
    return understanding.entities.first { $0.kind.rawValue == kind }?.value
  }
}

extension SlotValue {
  /// The bare text of an identifier, as slots hold order numbers.
  var bareText: SlotValue { string.map { .text($0) } ?? self }
}
