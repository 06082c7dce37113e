import Spanish
import Understanding

/// Answers to the open question.
extension DialogueTurn {
  /// Tries the message as the answer to the question that is open; false if it is none.
  mutating func answer(with heard: Heard) -> Bool {
    guard let awaiting = state.awaiting else { return false }
    switch awaiting.purpose {
    case .step: return awaiting.kind == "confirm" ? answerConfirmation(heard) : answerStep(heard, awaiting)
    case .person: return answerOffer(heard, awaiting)
    case .retry:
      let named = literalOption(in: heard, of: awaiting)?.id ?? heard.chosen.first
      if heard.domain.isEmpty, let option = named ?? (heard.says("si") ? "reintentar" : nil) {
        retry(option)
        return true
      }
      return false
    case .intent:
      if let option = literalOption(in: heard, of: awaiting)?.id ?? heard.chosen.first {
        clarify(option)
        return true
      }
      return false
    case .rating: return answerRating(heard, awaiting)
    case .comment: return answerComment(heard)
    }
  }

  // MARK: Steps that ask

  private mutating func answerStep(_ heard: Heard, _ awaiting: Awaiting) -> Bool {
    if awaiting.kind == "text" { return answerText(heard) }
    if queuesAnotherOrder(heard) { return true }
    if canCorrect(heard), correct(heard) { return true }
    // The very words of an option are that option, whatever else they could mean.
    if let option = literalOption(in: heard, of: awaiting) {
      settle(value(ofChosen: [option.id], options: awaiting.options, several: awaiting.several))
      return true
    }
    if isElsewhere(heard) { return servesTopic(heard) }
    if settlesSeveralOrders(heard, awaiting) { return true }
    if !heard.chosen.isEmpty {
      keepWords(of: heard)
      settle(value(ofChosen: heard.chosen, options: awaiting.options, several: awaiting.several))
      _ = absorb(heard)
      return true
    }
    if let value = heard.value(ofSlot: awaiting.slot, kind: awaiting.kind) {
      keepWords(of: heard)
      settle(value)
      _ = absorb(heard)
      return true
    }
    if revise(heard) { return true }
    if heard.says("no") {
      drop(everything: false)
      return true
    }
    return false
  }

  /// A question for free words takes any, but for those that turn to the conversation itself or ask for people.
  private mutating func answerText(_ heard: Heard) -> Bool {
    let asksForPeople = heard.domain.contains { $0.id.hasPrefix(BuiltInIntent.contact) }
    guard heard.controls.isEmpty, !asksForPeople, state.awaiting?.slot.isEmpty == false else { return false }
    settle(.text(heard.text))
    return true
  }

  /// Whether the message wishes something that the running flow does not serve.
  func isElsewhere(_ heard: Heard) -> Bool {
    let running = Set(runningGroup.map(\.flow))
    return heard.domain.contains { intent in
      guard let flow = content.flowOfIntent[intent.id] else { return true }
      return !running.contains(flow)
    }
  }

  /// Another order beside another wish belongs to that wish: «¿y dónde está el 402-…?» corrects nothing.
  private func canCorrect(_ heard: Heard) -> Bool { !isElsewhere(heard) || heard.reference.contains(.instead) }

  /// The flow that the customer is in, with those that it linked, from the bottom up.
  var runningGroup: ArraySlice<Frame> { state.stack[(state.stack.lastIndex { !$0.linked } ?? state.stack.endIndex)...] }

  /// The question asks what the matter is, and the message says so.
  private mutating func servesTopic(_ heard: Heard) -> Bool {
    guard let question = openQuestion, question.servesIntent, let first = heard.domain.first,
      first.id != BuiltInIntent.person
    else { return false }
    let top = state.stack.count - 1
    state.stack[top].utterance = heard.text
    state.stack[top].slots[question.slot] = .text(first.id)
    state.stack[top].given.insert(question.slot)
    state.awaiting = nil
    start(
      WaitingIntent(id: first.id, slots: slots(for: first.index, in: heard), utterance: heard.text), linked: true)
    return true
  }

  var openQuestion: Question? {
    guard let frame = state.stack.last, let flow = content.flows[frame.flow], let index = flow.indexOfStep[frame.step],
      case .ask(let question) = flow.steps[index].kind
    else { return nil }
    return question
  }

  /// The option whose label or alias the message is, word for word; a plain yes or no takes the only option that
  /// says so («Sí, pásame»).
  func literalOption(in heard: Heard, of awaiting: Awaiting) -> ExpectedOption? {
    guard !awaiting.options.isEmpty else { return nil }
    let said = UnderstandingModel.bareWords(of: heard.understanding.text)
    let names = awaiting.options.map { option in
      ([option.label] + option.aliases).map { dialogue.model.bareWords(of: $0) }
    }
    if let index = names.firstIndex(where: { $0.contains(said) }) { return awaiting.options[index] }
    guard heard.chosen.isEmpty, heard.domain.isEmpty else { return nil }
    for (control, word) in [("si", "si"), ("no", "no")] where heard.says(control) {
      let fitting = names.indices.filter { names[$0].contains { $0 == word || $0.hasPrefix(word + " ") } }
      if fitting.count == 1 { return awaiting.options[fitting[0]] }
    }
    return nil
  }

  /// Fills the slot that was asked for and goes on.
  mutating func settle(_ value: SlotValue) {
    guard let awaiting = state.awaiting else { return }
    state.awaiting = nil
    guard let frame = state.stack.last, let flow = content.flows[frame.flow] else { return }
    let top = state.stack.count - 1
    state.stack[top].slots[awaiting.slot] = value
    state.stack[top].given.insert(awaiting.slot)
    remember([awaiting.slot: value])
    if openQuestion?.servesIntent == true { return }
    if let index = flow.indexOfStep[frame.step] { advance(to: flow.steps[index].next, in: flow) }
  }

  /// Words beside an answer may answer what is asked next: «el 402-…, solo la funda». Places do not: «el primero» was
  /// meant for the list that was shown.
  private mutating func keepWords(of heard: Heard) {
    guard heard.wordCount >= 2, heard.reference.isDisjoint(with: [.place, .all, .whole, .other, .any]),
      let top = state.stack.indices.last, !state.stack[top].utterance.contains(heard.text)
    else { return }
    state.stack[top].utterance += "\n" + heard.text
  }

  /// Slots of the running flow that the message fills beside its answer, or before they are asked for.
  mutating func absorb(_ heard: Heard) -> Bool {
    guard !state.stack.isEmpty, state.awaiting?.purpose ?? .step == .step else { return false }
    var known: Set<String> = []
    for intent in runningGroup.flatMap({ content.flows[$0.flow]?.intents ?? [] }) {
      known.formUnion(content.slotsOfIntent[intent] ?? [])
    }
    var found = false
    let top = state.stack.count - 1
    for filled in heard.understanding.slots
    where known.contains(filled.name) && filled.source != "option" && state.stack[top].slots[filled.name] == nil {
      state.stack[top].slots[filled.name] = filled.value
      state.stack[top].given.insert(filled.name)
      found = true
    }
    return found
  }

  // MARK: Confirmations

  private mutating func answerConfirmation(_ heard: Heard) -> Bool {
    let yes = heard.chosen.contains("si") || (heard.chosen.isEmpty && heard.says("si"))
    let no =
      heard.chosen.contains("no") || (heard.chosen.isEmpty && heard.says("no"))
      || (heard.negatesDomain && heard.domain.isEmpty)
    if queuesAnotherOrder(heard) || canCorrect(heard) && correct(heard) { return true }
    if isElsewhere(heard) {
      // «No, quiero devolverlo» and «sí, y además…» answer first; «sí, pero ¿cuánto tarda?» asks first.
      guard yes != no, heard.opensWithAnswer, !heard.reference.contains(.limit) else { return false }
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
    if !plain, !(bare && no), revise(heard) || askAnew(heard) { return true }
    guard yes != no, !(yes && heard.reference.contains(.limit)) else { return false }
    confirm(yes)
    return true
  }

  mutating func confirm(_ yes: Bool) {
    state.awaiting = nil
    guard let frame = state.stack.last, let flow = content.flows[frame.flow],
      let index = flow.indexOfStep[frame.step], case .confirm(_, let yesStep, let noStep) = flow.steps[index].kind
    else { return }
    advance(to: yes ? yesStep : noStep, in: flow)
  }

  // MARK: What the engine asks

  private mutating func answerOffer(_ heard: Heard, _ awaiting: Awaiting) -> Bool {
    guard heard.domain.isEmpty else { return false }
    let option = literalOption(in: heard, of: awaiting)?.id ?? heard.chosen.first
    guard option == "si" || option == "no" || heard.says("si") != heard.says("no") else { return false }
    decide(onPerson: option == "si" || (option == nil && heard.says("si")))
    return true
  }

  /// The offer of a person, which belongs to no flow: a no goes back to what was open.
  mutating func decide(onPerson yes: Bool) {
    state.awaiting = nil
    state.misses = 0
    if yes {
      state.personRequests = max(1, state.personRequests)
      start(WaitingIntent(id: BuiltInIntent.person, slots: [:], utterance: ""))
    } else if state.stack.isEmpty {
      say(BuiltInMessage.anythingElse)
    } else {
      state.resuming = true
    }
  }

  mutating func retry(_ option: String) {
    state.awaiting = nil
    switch option {
    case "reintentar": break
    case "persona":
      state.failures = 0
      handOff(reason: "servicio_caido", skill: "general", priority: 3)
      state.handOffMessage = BuiltInMessage.waitingInQueue.rawValue
      state.stack.removeAll()
    default: drop(everything: false)
    }
  }

  /// Which of a few intents was meant: the message that was not clear is served as that.
  mutating func clarify(_ intent: String) {
    state.awaiting = nil
    state.misses = 0
    let unclear = state.clarifying
    state.clarifying = nil
    guard serves(intent) else { return missed() }
    let slots = unclear?.slots.filter { content.slotsOfIntent[intent]?.contains($0.key) ?? false }
    start(WaitingIntent(id: intent, slots: slots ?? [:], utterance: unclear?.utterance ?? ""))
  }

  /// A score from 1 to 5, as an option or a number; anything else lets the question go.
  private mutating func answerRating(_ heard: Heard, _ awaiting: Awaiting) -> Bool {
    var score = heard.chosen.first.flatMap { Int($0) }
    if score == nil, case .number(let number) = heard.value(ofSlot: "puntuacion", kind: "number") {
      score = Int("\(number)")
    }
    guard !isElsewhere(heard), let score, (1...5).contains(score) else {
      state.awaiting = nil
      guard heard.says("no") || heard.says("saltar") else { return false }
      say(BuiltInMessage.goodbye)
      return true
    }
    rate(score, comment: heard.wordCount >= 3 ? heard.text : nil)
    return true
  }

  /// A poor score is asked about; a comment that came with the score is kept.
  mutating func rate(_ score: Int, comment: String?) {
    state.awaiting = nil
    effects.append(.rate(score))
    if let comment { effects.append(.comment(comment, score: score)) }
    guard comment == nil, score <= 2 else { return say(BuiltInMessage.thanksForRating) }
    state.score = score
    say(BuiltInMessage.askComment)
    state.awaiting = Awaiting(slot: "comentario", kind: "text", purpose: .comment)
  }

  private mutating func answerComment(_ heard: Heard) -> Bool {
    state.awaiting = nil
    if heard.domain.contains(where: { !$0.id.hasPrefix(BuiltInIntent.smallTalk) && $0.id != BuiltInIntent.complaint }) {
      return false
    }
    if let score = state.score, !heard.says("no"), !heard.says("saltar") {
      effects.append(.comment(heard.text, score: score))
    }
    state.score = nil
    say(BuiltInMessage.thanksForRating)
    return true
  }
}
