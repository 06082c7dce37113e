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

  /// Whether a word of the message is one of `stems`.
  func holds(anyOf stems: Set<String>) -> Bool {
    guard !stems.isEmpty else { return false }
    let text = understanding.text
    return text.tokens.indices.contains { text.tokens[$0].kind == .word && stems.contains(Heard.stem(text.folded($0))) }
  }

  /// Whether the message only points, without a word that could wish anything: «¿y el otro?», «lo mismo con el primero».
  var onlyPoints: Bool {
    let text = understanding.text
    return text.tokens.indices.allSatisfy { index in
      guard text.tokens[index].kind == .word else { return true }
      let word = text.folded(index)
      return UnderstandingModel.isFunctionWord(word) || Heard.pointing.contains(word)
    }
  }

  private static let pointing: Set<String> = [
    "pedido", "paquete", "compra", "orden", "igual", "dos", "ambos", "ambas", "primero", "primera", "segundo",
    "segunda",
    "tercero", "tercera", "ultimo", "ultima", "refiero", "referia", "equivocado", "equivoque", "decir", "mejor",
    "hazlo",
    "haz", "repite", "numero", "tambien", "ademas",
  ]

  /// The words that say what the message is about: neither grammar, nor wishing, nor «pedido» and the like.
  var weightyStems: [String] {
    let text = understanding.text
    return text.tokens.indices.compactMap { index in
      guard text.tokens[index].kind == .word else { return nil }
      let word = text.folded(index)
      let light =
        UnderstandingModel.isFunctionWord(word) || Heard.pointing.contains(word) || Heard.wishing.contains(word)
      return light ? nil : Heard.stem(word)
    }
  }

  private static let wishing: Set<String> = [
    "quiero", "queria", "quisiera", "querria", "prefiero", "preferiria", "necesito", "gustaria", "favor", "porfa",
    "gracias", "pues", "bueno", "vale", "entonces", "venga", "producto", "articulo",
  ]

  /// Whether the message holds a question mark.
  var hasQuestionMark: Bool { text.utf8.contains(UInt8(ascii: "?")) }

  /// Whether the message asks something, with its marks or by its first word.
  var asks: Bool {
    let text = understanding.text
    let words = text.tokens.indices.filter { text.tokens[$0].kind == .word }.prefix(2).map(text.folded)
    return hasQuestionMark || words.contains { Heard.interrogatives.contains($0) }
  }

  private static let interrogatives: Set<String> = [
    "donde", "cuando", "cuanto", "cuanta", "cuantos", "cuantas", "como", "cual", "cuales", "quien",
  ]

  var isSingleWord: Bool { wordCount == 1 }

  /// Few enough words to be meant for the conversation, not for what it asks to be written down.
  var isShort: Bool { wordCount <= 6 }

  /// Number and gender off, crudely: both sides are cut alike.
  static func stem(_ word: String) -> String {
    var stem = Substring(word)
    if stem.utf8.count > 4, stem.hasSuffix("s") {
      stem.removeLast()
      if let last = stem.last, last == "e" { stem.removeLast() }
    }
    if stem.utf8.count > 4, let last = stem.last, "aoe".contains(last) { stem.removeLast() }
    return String(stem)
  }

  /// Whether the message begins with a plain yes or no, whatever comes after it.
  var opensWithAnswer: Bool {
    guard let first = understanding.text.tokens.indices.first(where: { understanding.text.tokens[$0].kind == .word })
    else { return false }
    return ["si", "no", "vale", "ok", "claro", "dale", "adelante", "nop"].contains(understanding.text.folded(first))
  }

  var wordCount: Int { understanding.text.tokens.count { $0.kind == .word } }

  func says(_ control: String) -> Bool { controls.contains("control." + control) }

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
