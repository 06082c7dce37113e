import Spanish
import TextAnalysis
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
      // A yes to a single one is that one.
      let only = heard.says("si") && state.clarifying != nil && awaiting.options.count == 2
      if let option = literalOption(in: heard, of: awaiting)?.id ?? heard.chosen.first
        ?? (only ? awaiting.options[0].id : nil)
      {
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
    if awaiting.kind == "text" {
      if heard.isNothingBut(.orderNumber), correct(heard) { return true }
      // Nobody is called «y lo de la mochila, ¿qué pasó?»: the wish waits until it is known whose it is.
      if state.stack.last?.flow == BuiltInFlow.identification, isElsewhere(heard), !heard.domain.isEmpty {
        return keepForLater(heard)
      }
      return pickBriefly(heard, among: awaiting) || answerText(heard)
    }
    if queuesAnotherOrder(heard) || settlesSeveralWishes(heard, awaiting) { return true }
    if !isElsewhere(heard), namesAnotherThing(heard), renameOrder(heard) { return true }
    if canCorrect(heard), correct(heard) { return true }
    // The very words of an option are that option, whatever else they could mean.
    if let option = literalOption(in: heard, of: awaiting) {
      settle(value(ofChosen: [option.id], options: awaiting.options, several: awaiting.several))
      return true
    }
    if let option = namedFixedOption(in: heard, of: awaiting) {
      settle(value(ofChosen: [option.id], options: awaiting.options, several: awaiting.several))
      return true
    }
    if !heard.negatesDomain, !isElsewhere(heard) || saysLittleElse(heard),
      let value = listValue(of: awaiting.slot, in: heard.text),
      awaiting.options.contains(where: { $0.id == value.string })
    {
      keepWords(of: heard)
      settle(value)
      return true
    }
    if isElsewhere(heard) { return servesTopic(heard) }
    if let option = optionByAge(in: heard, of: awaiting) {
      settle(.text(option))
      return true
    }
    if settlesSeveralOrders(heard, awaiting) { return true }
    if !heard.chosen.isEmpty {
      keepWords(of: heard)
      settle(value(ofChosen: heard.chosen, options: awaiting.options, several: awaiting.several))
      _ = absorb(heard)
      return true
    }
    if let value = heard.value(ofSlot: awaiting.slot, kind: awaiting.kind) ?? bareAmount(in: heard, for: awaiting) {
      keepWords(of: heard)
      settle(value)
      _ = absorb(heard)
      return true
    }
    if revise(heard) { return true }
    // «¿Y el otro?» where nothing that is offered has another: the other order is meant.
    // A bare «otra» may as well be another piece of the same thing.
    if openQuestion?.optionsSlot == nil, heard.onlyPoints, !heard.isSingleWord, askAnew(heard) { return true }
    if absorbReason(heard) {
      state.awaiting = nil
      return true
    }
    // «No, mejor a otro número» gives nothing up.
    if heard.says("no"), heard.wordCount <= 3 || heard.reference.isEmpty && heard.isShort {
      drop(everything: false)
      return true
    }
    return false
  }

  /// «Quiero otra igual» to «¿tramito la devolución?»: a detail that nobody had asked for changes what is to be confirmed.
  mutating func supply(_ heard: Heard) -> Bool {
    guard let frame = state.stack.last,
      let slot = listSlots.first(where: { frame.slots[$0] == nil && listValue(of: $0, in: heard.text) != nil }),
      let value = listValue(of: slot, in: heard.text)
    else { return false }
    restart(
      with: frame.slots.filter { frame.given.contains($0.key) }.merging([slot: value]) { _, new in new },
      utterance: frame.utterance)
    return true
  }

  /// «Ya no la necesito» is a wish of its own elsewhere; as the answer to a question it is short and names nothing.
  private func saysLittleElse(_ heard: Heard) -> Bool {
    heard.isShort && !heard.asks && heard.order == nil && !heard.reference.contains(.also)
      && !dialogue.model.namesProduct(heard.understanding.text, wares: context.wares)
  }

  /// «Ya no lo necesito» to «¿qué pedido cancelamos?» says why, and gives nothing up; «déjalo, ya no lo necesito» does.
  func isReason(_ heard: Heard) -> Bool {
    guard state.awaiting?.purpose == .step, heard.wordCount > 1, let frame = state.stack.last else { return false }
    let words = dialogue.model.bareWords(of: heard.text).split(separator: " ")
    guard !words.contains(where: { $0.hasPrefix("dej") || $0.hasPrefix("olvid") || $0 == "nada" }) else { return false }
    return listSlots.contains { slot in
      slot != "resolucion" && frame.slots[slot] == nil
        && listValue(of: slot, in: heard.text).map { $0.string != "otro" } == true
    }
  }

  /// «Es que ya no los necesito» beside another question: a detail of the task that the customer had not given yet.
  private mutating func absorbReason(_ heard: Heard) -> Bool {
    guard !heard.negatesDomain, heard.wordCount > 1, let top = state.stack.indices.last else { return false }
    for slot in listSlots where state.stack[top].slots[slot] == nil && slot != state.awaiting?.slot {
      guard let value = listValue(of: slot, in: heard.text), value.string != "otro" else { continue }
      let frame = state.stack[top]
      restart(
        with: frame.slots.filter { frame.given.contains($0.key) }.merging([slot: value]) { _, new in new },
        utterance: frame.utterance)
      return true
    }
    return false
  }

  /// «La primera», «paypal»: a few words that pick one of the options beside a question for free words. More words are
  /// the answer themselves, whatever options they touch: an address names a city that another one has too.
  private mutating func pickBriefly(_ heard: Heard, among awaiting: Awaiting) -> Bool {
    let literal = literalOption(in: heard, of: awaiting)?.id
    guard let picked = literal ?? (heard.wordCount <= 3 ? heard.chosen.first : nil) else { return false }
    settle(value(ofChosen: [picked], options: awaiting.options, several: awaiting.several))
    return true
  }

  /// A question for free words takes any, whatever wish they could be, but for a few that turn to the conversation
  /// itself, those that ask for people, and a short question about something else.
  private mutating func answerText(_ heard: Heard) -> Bool {
    let asksForPeople = heard.domain.contains {
      $0.id == BuiltInIntent.person || $0.id.hasPrefix(BuiltInIntent.contact) && heard.isShort
    }
    let steers = !heard.controls.isEmpty && heard.isShort
    // What is written down may be a question: «¿dónde anda el altavoz?» to a seller. One that a message answers is not,
    // nor one that is about no order at all; and nobody means a bare link for the text.
    let digresses =
      heard.hasQuestionMark && !heard.domain.isEmpty && heard.domain.allSatisfy { isBesideOrders($0.id, in: heard) }
      || !heard.domain.isEmpty && heard.isNothingBut(.url)
    // What a review has looked through in vain is no answer either.
    guard !(isReconsidering && isReviewed) else { return false }
    guard !steers, !asksForPeople, !digresses, state.awaiting?.slot.isEmpty == false else { return false }
    state.settledText = state.stack.last.map { "\($0.flow)/\($0.step)" }
    settle(.text(heard.text))
    return true
  }

  private mutating func keepForLater(_ heard: Heard) -> Bool {
    guard !heard.domain.contains(where: { isAboutContact($0.id) || $0.id.hasPrefix(BuiltInIntent.smallTalk) }),
      heard.domain.contains(where: { content.flowOfIntent[$0.id] != nil })
    else { return false }
    keepWishes(of: heard)
    say(BuiltInMessage.noted)
    state.awaiting = nil
    return true
  }

  /// Whether a question is about the shop, and not about what somebody bought.
  private func isBesideOrders(_ intent: String, in heard: Heard) -> Bool {
    if content.flowOfIntent[intent] == nil { return heard.isShort }
    return heard.wordCount <= 12 && content.slotsOfIntent[intent]?.isDisjoint(with: ["pedido", "producto"]) != false
      && !belongsHere(intent)
  }

  /// Whether the message wishes something that the running flow does not serve.
  func isElsewhere(_ heard: Heard) -> Bool {
    heard.domain.contains { intent in
      guard let flow = content.flowOfIntent[intent.id] else { return true }
      return !runs(flow)
    }
  }

  /// Whether the customer is in the flow, or in one that linked it.
  func runs(_ flow: Flow) -> Bool { runningGroup.contains { $0.place.flow === flow } }

  /// Another order beside another wish belongs to that wish: «¿y dónde está el 402-…?» corrects nothing.
  func canCorrect(_ heard: Heard) -> Bool { !isElsewhere(heard) || heard.reference.contains(.instead) }

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
    running?.step.question
  }

  /// The option whose label or alias the message is, word for word; a plain yes or no takes the only option that
  /// says so («Sí, pásame»).
  func literalOption(in heard: Heard, of awaiting: Awaiting) -> ExpectedOption? {
    if let exact = exactOption(in: heard, of: awaiting) { return exact }
    guard heard.chosen.isEmpty, heard.domain.isEmpty else { return nil }
    for word in ["si", "no"] where heard.says(word) {
      let fitting = awaiting.options.filter { option in
        ([option.label] + option.aliases).contains { name in
          let words = dialogue.model.bareWords(of: name)
          return words == word || words.hasPrefix(word + " ")
        }
      }
      if fitting.count == 1 { return fitting[0] }
    }
    return nil
  }

  /// The option whose label or alias the message is.
  func exactOption(in heard: Heard, of awaiting: Awaiting) -> ExpectedOption? {
    guard !awaiting.options.isEmpty else { return nil }
    let said = heard.bareWords
    var found: ExpectedOption?
    for option in awaiting.options
    where means(said, option.label) || option.aliases.contains(where: { means(said, $0) }) {
      // «Azul» is a name of every blue one.
      guard found == nil else { return nil }
      found = option
    }
    return found
  }

  /// Whether folded words are a name of an option.
  private func means(_ said: String, _ name: String) -> Bool {
    // Folding takes accents and signs off, a few bytes at most, and leaves a first letter what it is: a name that is
    // longer, shorter or begins otherwise needs no analysis.
    guard abs(name.utf8.count - said.utf8.count) <= 10, let first = name.utf8.first else { return false }
    if (65...90).contains(first & 0xDF), said.utf8.first != first | 0x20 { return false }
    return Heard.withoutGender(dialogue.model.bareWords(of: name)) == said
  }

  /// The quick reply on the screen whose very words the message is: they mean it, whatever else they could mean.
  func quickReply(in heard: Heard) -> String? {
    let offered = state.lastSaid.flatMap(\.options)
    guard !offered.isEmpty else { return nil }
    return literalOption(in: heard, of: Awaiting(slot: "", kind: "choice", options: offered))?.id
  }

  /// «Mejor el reembolso», «quiero que me devuelvan el dinero»: an answer in words that are a wish of their own, too. It
  /// is the answer if it asks nothing and half of its words of weight are the option's; lists of orders and products
  /// are kept out, for their words stand in any wish about them.
  private func namedFixedOption(in heard: Heard, of awaiting: Awaiting) -> ExpectedOption? {
    guard let question = openQuestion, question.optionsSlot == nil, !question.servesIntent, heard.chosen.count == 1,
      isElsewhere(heard), !heard.asks, heard.order == nil,
      !heard.domain.contains(where: { isAboutContact($0.id) }),
      let option = awaiting.options.first(where: { $0.id == heard.chosen[0] }), !serves(option.id)
    else { return nil }
    let named = Set(
      ([option.label] + option.aliases).flatMap {
        dialogue.model.bareWords(of: $0).split(separator: " ").map { Heard.stem(String($0)) }
      })
    let stems = heard.weightyStems
    return stems.count(where: named.contains) * 2 >= max(stems.count, 1) ? option : nil
  }

  /// «El más reciente» of the orders on offer, which come newest first.
  private func optionByAge(in heard: Heard, of awaiting: Awaiting) -> String? {
    guard awaiting.slot == "pedido", !awaiting.several else { return nil }
    let orders = awaiting.options.filter { !$0.all && !serves($0.id) }
    if heard.reference.contains(.newest) { return orders.first?.id }
    return heard.reference.contains(.oldest) ? orders.last?.id : nil
  }

  /// Fills the slot that was asked for and goes on.
  mutating func settle(_ value: SlotValue) {
    guard let awaiting = state.awaiting else { return }
    state.awaiting = nil
    guard let (flow, step) = running else { return }
    let top = state.stack.count - 1
    state.stack[top].slots[awaiting.slot] = value
    state.stack[top].given.insert(awaiting.slot)
    remember([awaiting.slot: value])
    if step.question?.servesIntent == true { return }
    advance(to: step.next, in: flow)
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
    for intent in runningGroup.flatMap({ $0.place.flow?.intents ?? [] }) {
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
    // «9,99» to the question for the day, where the amount had been passed over.
    for intent in runningGroup.flatMap({ $0.place.flow?.intents ?? [] }) {
      guard let (slot, amount) = bareAmount(for: intent, in: heard), slot != state.awaiting?.slot,
        state.stack[top].slots[slot] ?? .skipped == .skipped
      else { continue }
      state.stack[top].slots[slot] = amount
      state.stack[top].given.insert(slot)
      found = true
    }
    return found
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
}
