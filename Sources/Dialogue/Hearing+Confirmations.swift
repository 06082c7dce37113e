import Spanish
import TextAnalysis
import Understanding

/// Answers to «¿lo hago?»: a yes, a no, and all that is neither.
extension DialogueTurn {
  mutating func answerConfirmation(_ heard: Heard) -> Bool {
    // «Si no se puede solo eso, cancela el pedido entero»: done or not, it is wished.
    if heard.opensWithCondition {
      if givesUp(heard) {
        confirm(false)
        return true
      }
      guard !heard.domain.isEmpty, !isElsewhere(heard), !heard.says("dejalo") else { return false }
      confirm(true)
      return true
    }
    if tellsWhy(heard) { return true }
    if let option = state.awaiting.flatMap({ exactOption(in: heard, of: $0) }), ["si", "no"].contains(option.id) {
      confirm(option.id == "si")
      return true
    }
    if rewrite(heard) { return true }
    // «¿Seguro?» asks, and confirms nothing.
    let doubts = heard.hasQuestionMark && heard.wordCount <= 2 || heard.opensIndirectly
    let yes = !doubts && (heard.chosen.contains("si") || (heard.chosen.isEmpty && heard.says("si")))
    let no =
      heard.chosen.contains("no") || (heard.chosen.isEmpty && heard.says("no"))
      || (heard.negatesDomain && heard.domain.isEmpty)
    if queuesAnotherOrder(heard) || canCorrect(heard) && correct(heard) { return true }
    if isElsewhere(heard) {
      // «No, quiero devolverlo» and «sí, y además…» answer first; «sí, pero ¿cuánto tarda?» asks first.
      guard yes != no, heard.opensWithAnswer, !heard.reference.contains(.limit), !heard.opensWithWait else {
        return false
      }
      let depth = rootDepth
      let next = waitingIntents(of: heard).map { intent in
        var intent = intent
        intent.depth = depth
        return intent
      }
      confirm(yes)
      state.waiting = next + state.waiting
      return true
    }
    if let intent = heard.chosen.first, serves(intent) {
      begin(intent)
      return true
    }
    // «Sí, todo bien» changes nothing; «sí, pero solo la funda» does.
    let plain = yes && heard.reference.isDisjoint(with: [.limit, .other, .instead])
    let bare = heard.wordCount <= 1 && heard.reference.isEmpty
    if !yes, !no, supply(heard) { return true }
    if !plain, !(bare && no), revise(heard) { return true }
    if !yes, namesAnotherThing(heard), renameOrder(heard) { return true }
    if !plain, !(bare && no), askAnew(heard) || reopen(heard) { return true }
    if !yes, !no || heard.wordCount > 3, retell(heard) { return true }
    if !yes, no || heard.reference.contains(.instead), heard.namesAnother, renameOrder(heard) { return true }
    guard yes != no, !(yes && heard.reference.contains(.limit)) else { return false }
    confirm(yes)
    return true
  }

  /// «Ya no los necesito» to «¿lo cancelo?»: a reason, however much it denies; what is to be confirmed is asked again.
  private mutating func tellsWhy(_ heard: Heard) -> Bool {
    guard !heard.opensWithAnswer, !heard.negatesDomain, heard.wordCount > 2, !isElsewhere(heard),
      isReason(heard) || !heard.says("dejalo") && !heard.says("no"), let top = state.stack.indices.last
    else { return false }
    for slot in listSlots where slot != "resolucion" {
      guard let value = listValue(of: slot, in: heard.text), value.string != "otro" else { continue }
      if let old = state.stack[top].slots[slot], old.string != value.string { continue }
      state.stack[top].slots[slot] = value
      state.stack[top].given.insert(slot)
      state.awaiting = nil
      return true
    }
    return false
  }

  /// «Si no se puede solo eso, entonces nada»: nothing that the condition names is on the screen.
  private func givesUp(_ heard: Heard) -> Bool {
    let words = heard.words
    guard heard.says("dejalo") || ["nada", "dejalo", "dejala", "dejadlo"].contains(words.last ?? "") else {
      return false
    }
    let asked = Set(
      dialogue.model.bareWords(of: state.lastSaid.last?.text ?? "").split(separator: " ").map(String.init))
    return !words.dropFirst(2).contains { $0.utf8.count > 4 && asked.contains($0) }
  }

  mutating func confirm(_ yes: Bool) {
    state.awaiting = nil
    guard let (flow, step) = running, case .confirm(_, let yesStep, let noStep) = step.kind else { return }
    advance(to: yes ? yesStep : noStep, in: flow)
  }
}
