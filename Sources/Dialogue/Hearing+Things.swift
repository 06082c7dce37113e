import Spanish
import TextAnalysis
import Understanding

/// Things that a message names instead of an order: «espera, era la agenda», «cancela las tijeras», «¿y la cafetera?».
extension DialogueTurn {
  /// Whether the message does little more than name a thing, and one that the running task has not spoken of.
  func namesAnotherThing(_ heard: Heard) -> Bool {
    guard heard.order == nil, let things = thingsAlone(in: heard), !things.isEmpty else { return false }
    let known = stemsSpokenOf
    return !things.contains(where: known.contains)
  }

  /// «Y la funda también», «el cargador porfa» beside a question: an answer, whatever verb could go with it.
  func namesNothingButThings(_ heard: Heard) -> Bool {
    guard !heard.hasQuestionMark, let things = thingsAlone(in: heard, outsideWishes: false) else { return false }
    return !things.isEmpty
  }

  /// «¿Y la cafetera?», «entonces la lámpara» right behind what was done for something else: the same for this one.
  func turnsToAnotherThing(_ heard: Heard) -> Bool {
    guard state.awaiting == nil, let served = state.lastServed?.id, let asked = state.lastAsked,
      asked == served || asked.hasPrefix(served + " "), let things = thingsAlone(in: heard, outsideWishes: false)
    else { return false }
    return !things.isEmpty
  }

  /// The stems of the things that the message names if there is nothing else in it, but for words on the way, what hangs
  /// on a thing («la agenda de piel»), and the words of a wish that the running task serves; nil if there is more.
  private func thingsAlone(in heard: Heard, outsideWishes: Bool = true) -> [String]? {
    let understanding = heard.understanding
    let text = understanding.text
    let wishes = outsideWishes ? heard.domain.map { understanding.intents[$0.index].range } : []
    var things: [String] = []
    var before = ""
    for index in text.tokens.indices where text.tokens[index].kind == .word {
      let word = text.folded(index)
      defer { before = word }
      if !things.isEmpty, ["de", "del", "con", "para"].contains(word) || outsideWishes && word == "que" {
        return things
      }
      let isDetermined = Heard.isDeterminer(before)
      if isDetermined, !WareNames.isGeneral(word), dialogue.model.namesProduct(word, wares: context.wares) {
        things.append(Heard.stem(word))
        continue
      }
      if Heard.passing.contains(word) || Heard.isDeterminer(word) { continue }
      if outsideWishes, UnderstandingModel.isFunctionWord(word) || Heard.isPointing(word) { continue }
      guard wishes.contains(where: { $0.contains(text.tokens[index].range) }) else { return nil }
    }
    return things
  }

  /// The stems of what the running task began with, of what it knows, and of what stands on the screen.
  private var stemsSpokenOf: Set<String> {
    var texts = state.lastSaid.flatMap { [$0.text] + $0.options.map(\.label) }
    for frame in runningGroup {
      texts.append(frame.utterance)
      for (_, value) in frame.slots { texts += value.items.compactMap { $0.string ?? $0["label"]?.string } }
    }
    return Set(
      texts.flatMap { dialogue.model.bareWords(of: $0).split(separator: " ").map { Heard.stem(String($0)) } })
  }

  /// «No, la agenda», «espera, era la agenda»: the order is looked for, anew if it was found already, by these words.
  ///
  /// - Returns: false if that has been tried in vain.
  mutating func renameOrder(_ heard: Heard) -> Bool {
    guard let index = state.stack.lastIndex(where: { !$0.linked }) else { return false }
    let root = state.stack[index]
    guard let old = root.slots["pedido"] else { return lookForOrder(heard, in: index) }
    state.stack.removeSubrange((index + 1)...)
    let dropped: Set<String> = ["pedido", "lineas", "producto", "alcance", DialogueTurn.notThisOrder]
    state.previous["pedido"] = old
    restart(with: root.slots.filter { root.given.contains($0.key) && !dropped.contains($0.key) }, utterance: heard.text)
    return true
  }

  /// What was said before holds: only the order had not been told.
  private mutating func lookForOrder(_ heard: Heard, in index: Int) -> Bool {
    let root = state.stack[index]
    guard state.misses < 2, root.place.flow?.asked.contains("pedido") == true else { return false }
    state.misses += 1
    state.stack.removeSubrange((index + 1)...)
    restart(
      with: root.slots.filter { root.given.contains($0.key) },
      utterance: root.utterance.isEmpty ? heard.text : "\(heard.text)\n\(root.utterance)")
    return true
  }

  /// The slot that holds the order which «el otro» is not.
  static let notThisOrder = "pedido_descartado"
}
