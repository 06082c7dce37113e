import Spanish
import Understanding

/// Dropping, waiting, repeating, and what is not understood.
extension DialogueTurn {
  /// Lets the running flow go, or all of them; an interrupted one below comes up again.
  mutating func drop(everything: Bool) {
    guard !state.stack.isEmpty || state.awaiting != nil else { return say(BuiltInMessage.nothingToDrop) }
    state.awaiting = nil
    state.misses = 0
    if everything, state.stack.count > 1 {
      for frame in state.stack { remember(frame.slots) }
      state.stack.removeAll()
      state.waiting.removeAll()
      return say(BuiltInMessage.droppedAll)
    }
    var name: SlotValue?
    while let frame = state.stack.popLast() {
      remember(frame.slots)
      name = frame.place.flow.map { .text($0.name) }
      if !frame.linked { break }
    }
    say(BuiltInMessage.dropped, name.map { ["name": $0] } ?? [:])
    state.resuming = !state.stack.isEmpty
    run()
  }

  /// «Déjalo, y otra cosa: ¿dónde…?»: what runs is let go without a word, and the rest is served.
  mutating func givesUpAndGoesOn(_ heard: Heard) -> Bool {
    guard state.awaiting?.purpose == .step, heard.opensByDropping else { return false }
    guard !heard.domain.isEmpty else {
      guard heard.text.lowercased().contains("otra cosa") else { return false }
      drop(everything: false)
      return true
    }
    state.awaiting = nil
    let root = state.stack.lastIndex { !$0.linked } ?? state.stack.startIndex
    for frame in state.stack[root...] { remember(frame.slots) }
    state.stack.removeSubrange(root...)
    serve(heard)
    return true
  }

  /// Words about the conversation itself; false if this one asks for nothing here.
  mutating func obey(_ control: String) -> Bool {
    switch control {
    case "control.espera": say(BuiltInMessage.takeYourTime)
    case "control.repite":
      guard !state.lastSaid.isEmpty else { return false }
      effects += state.lastSaid.map { .say($0) }
    case "control.reiniciar":
      state.stack.removeAll()
      state.waiting.removeAll()
      state.awaiting = nil
      state.misses = 0
      say(BuiltInMessage.restarted)
    case "control.si":
      // A yes to the only thing there is picks it; a yes to a list of things, none of them.
      if let awaiting = state.awaiting, awaiting.purpose == .step, awaiting.kind != "confirm",
        awaiting.options.count == 1
      {
        settle(value(ofChosen: [awaiting.options[0].id], options: awaiting.options, several: awaiting.several))
        run()
        return true
      }
      if state.awaiting?.kind == "choice", state.awaiting?.purpose == .step { return askToChoose() }
      guard state.awaiting == nil else { return false }
      say(BuiltInMessage.goAhead)
    case "control.no":
      guard state.awaiting == nil else { return false }
      takeLeave()
    case "control.no_se":
      guard state.awaiting?.purpose == .step else { return false }
      helpAnswering()
    case "control.saltar":
      guard state.awaiting?.purpose == .step else { return false }
      skip()
    default: return false
    }
    return true
  }

  /// «No» to «¿algo más?»: the conversation is at its end, and if something was done, how was it?
  private mutating func takeLeave() {
    if state.changes > 0, !state.rated { return askRating() }
    say(BuiltInMessage.goodbye)
  }

  /// Passes over a question, if the flow can do without its answer.
  private mutating func skip() {
    guard openQuestion?.optional == true else {
      return say(BuiltInMessage.cannotSkip, runningName.map { ["name": .text($0)] } ?? [:])
    }
    settle(.skipped)
    run()
  }

  /// «No sé»: tells where the answer stands; a question that may be passed over is.
  private mutating func helpAnswering() {
    guard let question = openQuestion else { return askAgain() }
    if question.optional { return skip() }
    guard let help = question.help, let misses = state.awaiting?.misses, misses <= 1 else { return askAgain() }
    state.awaiting?.misses += 1
    say(help, options: state.awaiting?.options)
  }

  /// «Cualquiera», «me da igual» to a choice picks what the author says; if that is nothing, the customer must choose.
  /// «¿Qué me recomiendas?» gets the question's help.
  mutating func settlesForAnything(_ heard: Heard) -> Bool {
    guard heard.reference.contains(.any) || heard.reference.contains(.advice), heard.domain.isEmpty,
      let awaiting = state.awaiting,
      awaiting.purpose == .step, !awaiting.options.isEmpty, awaiting.kind != "confirm", let question = openQuestion
    else { return false }
    if !heard.reference.contains(.any) {
      guard heard.chosen.isEmpty, awaiting.misses < 2 else { return false }
      guard let help = question.help else { return askToChoose() }
      state.awaiting?.misses += 1
      say(help, options: awaiting.options)
      return true
    }
    let first = question.whichever == "primera" ? awaiting.options.first : nil
    if let option = awaiting.options.first(where: { $0.id == question.whichever }) ?? first {
      settle(value(ofChosen: [option.id], options: awaiting.options, several: awaiting.several))
      run()
      return true
    }
    guard !heard.says("dejalo") else { return false }
    return askToChoose()
  }

  /// Nothing is picked for the customer; false once that has been said often enough.
  private mutating func askToChoose() -> Bool {
    guard let awaiting = state.awaiting, awaiting.misses < 2 else { return false }
    state.awaiting?.misses += 1
    state.misses += 1
    say(BuiltInMessage.mustChoose.rawValue, options: awaiting.options)
    return true
  }

  /// Asks the open question again as it was: the customer said something else of use.
  mutating func askOnceMore() {
    state.awaiting = nil
    run()
  }

  /// Asks the open question in other words, twice at most, the last time saying what it is for; then offers a person.
  mutating func askAgain(after heard: Heard? = nil) {
    guard var awaiting = state.awaiting else { return missed() }
    guard awaiting.purpose == .step, let (flow, step) = running else {
      // What the engine offered was passed over: back to what is open, if anything is.
      state.awaiting = nil
      guard !state.stack.isEmpty, state.misses < 3 else { return missed() }
      state.misses += 1
      state.resuming = true
      return run()
    }
    // «Las zapatillas» to «¿tramito la devolución de las zapatillas?» tells nothing new: the question stands.
    if awaiting.kind == "confirm", echoesQuestion(heard) { return askOnceMore() }
    awaiting.misses += 1
    state.misses += 1
    guard awaiting.misses <= 2, state.misses <= 2 else {
      if openQuestion?.optional == true { return skip() }
      return offerPerson(.notUnderstoodAgain)
    }
    switch step.kind {
    case .ask(let question):
      if question.reprompts.indices.contains(awaiting.misses - 1) {
        say(question.reprompts[awaiting.misses - 1], options: awaiting.options)
      } else {
        say(BuiltInMessage.answerNeeded.rawValue, ["name": .text(runningName ?? flow.name)], options: awaiting.options)
      }
    case .confirm(let message, _, _):
      // «¿Cuánto es?» is answered by the question itself.
      if awaiting.misses == 1, !(heard?.asks == true && heard?.isSingleWord == false) {
        say(BuiltInMessage.yesOrNo.rawValue, options: awaiting.options)
      } else {
        say(message)
      }
    default: break
    }
    state.awaiting = awaiting
  }

  /// Whether every word of some weight stood in what was just asked.
  private func echoesQuestion(_ heard: Heard?) -> Bool {
    guard let heard, let asked = state.lastSaid.last?.text else { return false }
    let known = Set(dialogue.model.bareWords(of: asked).split(separator: " "))
    let said = UnderstandingModel.bareWords(of: heard.understanding.text).split(separator: " ").filter {
      $0.utf8.count > 3
    }
    return !said.isEmpty && said.allSatisfy(known.contains)
  }

  /// A message that nothing explains: clarify, then offer a person, then call one.
  mutating func missed() {
    state.misses += 1
    switch state.misses {
    case 1: say(BuiltInMessage.notUnderstood)
    case 2: offerPerson(.notUnderstoodAgain)
    default: handOff(reason: "no_entendido", skill: "general", priority: 5)
    }
  }

  /// Offers a person; what is open waits below and comes up again after a no.
  mutating func offerPerson(_ message: BuiltInMessage) {
    guard state.misses <= 3 else { return handOff(reason: "no_entendido", skill: "general", priority: 5) }
    say(message)
    state.awaiting = Awaiting(
      slot: "persona", kind: "confirm", options: content.messages[message.rawValue]?.options ?? [], purpose: .person)
  }
}
