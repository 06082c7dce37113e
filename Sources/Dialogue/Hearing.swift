import Foundation
import Spanish
import TextAnalysis
import Understanding

/// How a message of the customer moves the conversation.
extension DialogueTurn {
  /// Unicode scalars past which a message is not read.
  static let longestMessage = 2_000

  mutating func hear(_ understanding: Understanding) {
    switch state.control {
    case .human, .closed: return
    case .queue: hearInQueue(understanding)
    case .bot: respond(to: understanding)
    }
  }

  private mutating func respond(to understanding: Understanding) {
    if let complaint = unreadable(understanding) { return say(complaint) }
    if understanding.entities.contains(where: { $0.kind == .card }) {
      say(BuiltInMessage.cardWarning)
    }
    let heard = Heard(understanding)
    if heard.controls.contains("control.dejalo"), heard.domain.isEmpty { return drop() }
    if state.awaiting != nil, answer(with: heard) {
      state.misses = 0
      return run()
    }
    if !heard.domain.isEmpty { return serve(heard) }
    if repeatForOther(heard) { return }
    if let control = heard.controls.first, obey(control) { return }
    if state.awaiting != nil { return askAgain() }
    if understanding.language != "es", understanding.language != "und" {
      return say(BuiltInMessage.otherLanguage, ["idioma": .text(understanding.language)])
    }
    missed()
  }

  private func unreadable(_ understanding: Understanding) -> BuiltInMessage? {
    let text = understanding.text
    if text.text.unicodeScalars.count > DialogueTurn.longestMessage { return .tooLong }
    if text.tokens.isEmpty { return .empty }
    let meaningful = text.tokens.contains { $0.kind != .emoji && $0.kind != .punctuation && $0.kind != .symbol }
    if !meaningful { return text.tokens.contains { $0.kind == .emoji } ? .onlyEmoji : .notUnderstood }
    return nil
  }

  // MARK: Answers

  /// Tries the message as the answer to the question that is open; false if it is none.
  private mutating func answer(with heard: Heard) -> Bool {
    guard let awaiting = state.awaiting else { return false }
    let running = state.stack.last.map(\.flow)
    let elsewhere = heard.domain.contains { intent in
      content.flowOfIntent[intent.id] != running || running == nil
    }
    switch awaiting.kind {
    case "confirm": return answerConfirmation(heard, awaiting: awaiting, elsewhere: elsewhere)
    case "rating": return rate(heard, awaiting: awaiting, elsewhere: elsewhere)
    default: break
    }
    if correct(heard) { return true }
    // The very words of an option are that option, whatever else they could mean.
    if let option = literalOption(in: heard, of: awaiting) {
      return settle(value(ofChosen: [option.id], options: awaiting.options, several: awaiting.several), awaiting)
    }
    if elsewhere { return false }
    if let chosen = heard.understanding.chosen, !chosen.isEmpty {
      return settle(value(ofChosen: chosen, options: awaiting.options, several: awaiting.several), awaiting)
    }
    if let value = slotValue(for: awaiting.slot, kind: awaiting.kind, in: heard) { return settle(value, awaiting) }
    if awaiting.kind == "text", heard.controls.isEmpty, !awaiting.slot.isEmpty {
      return settle(.text(heard.understanding.text.text), awaiting)
    }
    if heard.controls.contains("control.no") {
      drop()
      return true
    }
    return false
  }

  /// The option whose label or alias the message is, word for word; a plain yes or no takes the only option that
  /// says so («Sí, pásame»).
  private func literalOption(in heard: Heard, of awaiting: Awaiting) -> ExpectedOption? {
    let said = UnderstandingModel.bareWords(of: heard.understanding.text)
    let names = awaiting.options.map { option in
      ([option.label] + option.aliases).map { dialogue.model.bareWords(of: $0) }
    }
    if let index = names.firstIndex(where: { $0.contains(said) }) { return awaiting.options[index] }
    let chosen = heard.understanding.chosen ?? []
    guard chosen.isEmpty, heard.domain.isEmpty else { return nil }
    for (control, word) in [("control.si", "si"), ("control.no", "no")] where heard.controls.contains(control) {
      let fitting = names.indices.filter { names[$0].contains { $0 == word || $0.hasPrefix(word + " ") } }
      if fitting.count == 1 { return awaiting.options[fitting[0]] }
    }
    return nil
  }

  private mutating func answerConfirmation(_ heard: Heard, awaiting: Awaiting, elsewhere: Bool) -> Bool {
    if elsewhere { return false }
    if correct(heard) { return true }
    let chosen = heard.understanding.chosen ?? []
    if let intent = chosen.first, serves(intent) { return begin(intent) }
    let yes = chosen.contains("si") || (chosen.isEmpty && heard.controls.contains("control.si"))
    let no = chosen.contains("no") || (chosen.isEmpty && heard.controls.contains("control.no")) || heard.negatesDomain
    guard yes != no else { return false }
    return confirm(yes)
  }

  /// A score from 1 to 5, as an option or a number; anything else lets the question go.
  private mutating func rate(_ heard: Heard, awaiting: Awaiting, elsewhere: Bool) -> Bool {
    var score = heard.understanding.chosen?.first.flatMap { Int($0) }
    if score == nil, case .number(let number) = slotValue(for: "puntuacion", kind: "number", in: heard) {
      score = Int("\(number)")
    }
    guard !elsewhere, let score, (1...5).contains(score) else {
      state.awaiting = nil
      return false
    }
    return rate(score)
  }

  private mutating func rate(_ score: Int) -> Bool {
    state.awaiting = nil
    effects.append(.rate(score))
    say(BuiltInMessage.thanksForRating)
    return true
  }

  private mutating func confirm(_ yes: Bool) -> Bool {
    state.awaiting = nil
    guard let frame = state.stack.last, let flow = content.flows[frame.flow],
      let index = flow.indexOfStep[frame.step], case .confirm(_, let yesStep, let noStep) = flow.steps[index].kind
    else {
      // The offer of a person, which belongs to no flow.
      if yes {
        start(intent: "contacto.persona", slots: [:], utterance: "")
      } else {
        say(BuiltInMessage.anythingElse)
      }
      return true
    }
    advance(to: yes ? yesStep : noStep, in: flow)
    return true
  }

  /// Whether `id` is an intent that the content serves: options may name one.
  private func serves(_ id: String) -> Bool {
    content.flowOfIntent[id] != nil || content.answerOfIntent[id] != nil
  }

  private mutating func begin(_ intent: String) -> Bool {
    state.awaiting = nil
    if intent == "contacto.persona" { state.personRequests += 1 }
    start(intent: intent, slots: [:], utterance: "")
    return true
  }

  /// Fills the slot that was asked for and goes on.
  private mutating func settle(_ value: SlotValue, _ awaiting: Awaiting) -> Bool {
    state.awaiting = nil
    guard let frame = state.stack.last, let flow = content.flows[frame.flow] else {
      if let intent = value.string, serves(intent) { return begin(intent) }
      return true
    }
    let top = state.stack.count - 1
    state.stack[top].slots[awaiting.slot] = value
    state.stack[top].given.insert(awaiting.slot)
    remember([awaiting.slot: value])
    if let index = flow.indexOfStep[frame.step] { advance(to: flow.steps[index].next, in: flow) }
    return true
  }

  private func slotValue(for slot: String, kind: String, in heard: Heard) -> SlotValue? {
    let understanding = heard.understanding
    if let filled = understanding.slots.first(where: { $0.name == slot }) { return filled.value }
    if let filled = understanding.slots.first(where: { $0.kind.rawValue == kind }) { return filled.value }
    return understanding.entities.first { $0.kind.rawValue == kind }?.value
  }

  /// A slot of the running flow that the message names anew: the flow goes back to its start with the new value.
  private mutating func correct(_ heard: Heard) -> Bool {
    guard let frame = state.stack.last, let flow = content.flows[frame.flow], let first = flow.steps.first,
      let (name, old, new) = correction(in: heard, of: frame)
    else { return false }
    let top = state.stack.count - 1
    state.previous[name] = old
    // What actions found out, and what was chosen among it, belongs to the old value.
    var slots = frame.slots.filter { slot, _ in
      frame.given.contains(slot) && content.slotKinds[slot] != nil && slot != "lineas" && slot != "producto"
    }
    slots[name] = new
    // What was picked among the old order's options says nothing about the new one.
    for filled in heard.understanding.slots where filled.name != name && filled.source != "option" {
      slots[filled.name] = filled.value
    }
    if let chosen = heard.understanding.chosen, let awaiting = state.awaiting,
      awaiting.options.contains(where: { $0.all && chosen.contains($0.id) })
    {
      slots["alcance"] = .text("todo")
    }
    state.stack[top].slots = slots
    state.stack[top].given = Set(slots.keys)
    state.stack[top].utterance = heard.understanding.text.text
    state.stack[top].step = first.id
    state.awaiting = nil
    remember(slots)
    if name == "pedido" { say(BuiltInMessage.corrected, ["pedido": new]) }
    return true
  }

  /// The given slot for whose kind the message holds another value: an order number, an e-mail, a telephone.
  private func correction(in heard: Heard, of frame: Frame) -> (slot: String, old: SlotValue, new: SlotValue)? {
    for name in frame.slots.keys.sorted() where name != state.awaiting?.slot {
      guard let kind = content.slotKinds[name], ["order_number", "email", "phone"].contains(kind),
        let old = frame.slots[name],
        let found = heard.understanding.entities.first(where: { $0.kind.rawValue == kind })?.value.textValue,
        found.string != old.string
      else { continue }
      return (name, old, found)
    }
    return nil
  }

  // MARK: Intents

  private mutating func serve(_ heard: Heard) {
    state.misses = 0
    let understanding = heard.understanding
    if state.stack.isEmpty, heard.domain.count == 1, isClose(understanding) {
      return askWhichIntent(understanding)
    }
    var queue = heard.domain.map { intent in
      WaitingIntent(
        id: intent.id, slots: slots(for: intent.index, in: understanding), utterance: understanding.text.text)
    }
    let first = queue.removeFirst()
    state.waiting = queue + state.waiting
    if first.id == "contacto.persona" { state.personRequests += 1 }
    if let flowID = content.flowOfIntent[first.id], state.stack.last?.flow == flowID {
      return askAgain()
    }
    let resumed = state.awaiting
    start(intent: first.id, slots: first.slots, utterance: first.utterance)
    if resumed != nil, content.flowOfIntent[first.id] == nil { state.awaiting = nil }
    run()
  }

  /// «¿Y la orden 402-…?»: another order and no wish; what was done last for one order is meant for this one too.
  private mutating func repeatForOther(_ heard: Heard) -> Bool {
    guard state.awaiting == nil, state.stack.isEmpty, let intent = state.lastIntent,
      let order = heard.understanding.entities.first(where: { $0.kind == .orderNumber })?.value.textValue
    else { return false }
    state.misses = 0
    start(intent: intent, slots: ["pedido": order], utterance: heard.understanding.text.text)
    run()
    return true
  }

  /// The slots of the intent at `index`; dates that are several also stand together as `fechas`.
  private func slots(for index: Int, in understanding: Understanding) -> [String: SlotValue] {
    var slots: [String: SlotValue] = [:]
    var dates: [SlotValue] = []
    for filled in understanding.slots where filled.intent == nil || filled.intent == index {
      if slots[filled.name] == nil { slots[filled.name] = filled.value }
      if filled.name == "fecha" { dates.append(filled.value) }
    }
    if dates.count > 1 { slots["fechas"] = .list(dates) }
    if slots["pedido"] == nil, let order = state.memory["pedido"], BackReference.isIn(understanding.text) {
      slots["pedido"] = order
    }
    return slots
  }

  /// Whether the runner-up is so near that asking is better than guessing.
  private func isClose(_ understanding: Understanding) -> Bool {
    guard let best = understanding.intents.first, let rival = understanding.alternatives.first else { return false }
    return understanding.margin < 0.05 && best.confidence < 0.75 && content.labelOfIntent[best.id] != nil
      && content.labelOfIntent[rival.id] != nil
  }

  private mutating func askWhichIntent(_ understanding: Understanding) {
    let ids = (understanding.intents.prefix(1).map(\.id) + understanding.alternatives.map(\.id))
      .filter { content.labelOfIntent[$0] != nil }
    let options = ids.prefix(3).map { ExpectedOption(id: $0, label: content.labelOfIntent[$0] ?? $0) }
    say(BuiltInMessage.whichIntent.rawValue, options: options)
    state.awaiting = Awaiting(slot: "intencion", kind: "choice", options: options, several: false, misses: 0)
  }

  // MARK: Repair

  private mutating func drop() {
    guard !state.stack.isEmpty || state.awaiting != nil else { return say(BuiltInMessage.nothingToDrop) }
    state.awaiting = nil
    var name: SlotValue?
    while let frame = state.stack.popLast() {
      remember(frame.slots)
      name = content.flows[frame.flow].map { .text($0.name) }
      if !frame.linked { break }
    }
    say(BuiltInMessage.dropped, name.map { ["name": $0] } ?? [:])
    if let below = state.stack.last, let flow = content.flows[below.flow] {
      say(BuiltInMessage.resume, ["name": .text(flow.name)])
    }
    run()
  }

  /// Words about the conversation itself; false if this one asks for nothing here.
  private mutating func obey(_ control: String) -> Bool {
    switch control {
    case "control.espera":
      say(BuiltInMessage.takeYourTime)
    case "control.repite":
      guard !state.lastSaid.isEmpty else { return false }
      effects += state.lastSaid.map { .say($0) }
    case "control.reiniciar":
      state.stack.removeAll()
      state.waiting.removeAll()
      state.awaiting = nil
      say(BuiltInMessage.greeting)
    case "control.si", "control.no":
      guard state.awaiting == nil else { return false }
      say(BuiltInMessage.anythingElse)
    case "control.no_se", "control.saltar":
      guard state.awaiting != nil else { return false }
      askAgain()
    default: return false
    }
    return true
  }

  /// Asks the open question once more, in other words; after two times people take over.
  private mutating func askAgain() {
    guard var awaiting = state.awaiting else { return run() }
    awaiting.misses += 1
    state.misses += 1
    guard awaiting.misses < 3, state.misses < 4 else { return offerPerson() }
    guard let frame = state.stack.last, let flow = content.flows[frame.flow],
      let index = flow.indexOfStep[frame.step]
    else {
      state.awaiting = nil
      return missed()
    }
    switch flow.steps[index].kind {
    case .ask(let question):
      let wordings = question.reprompts.isEmpty ? [question.message] : question.reprompts
      say(wordings[min(awaiting.misses, wordings.count) - 1], options: awaiting.options)
    case .confirm(let message, _, _): say(message)
    default: break
    }
    state.awaiting = awaiting
  }

  /// A message that nothing explains: clarify, then offer a person, then call one.
  private mutating func missed() {
    state.misses += 1
    switch state.misses {
    case 1: say(BuiltInMessage.notUnderstood)
    case 2: offerPerson()
    default: effects.append(.handOff(reason: "no_entendido", skill: "general", priority: 5))
    }
  }

  private mutating func offerPerson() {
    if state.misses > 3 {
      effects.append(.handOff(reason: "no_entendido", skill: "general", priority: 5))
      return
    }
    state.stack.removeAll()
    say(BuiltInMessage.notUnderstoodAgain)
    state.awaiting = Awaiting(
      slot: "persona", kind: "confirm",
      options: content.messages[BuiltInMessage.notUnderstoodAgain.rawValue]?.options ?? [], several: false, misses: 0)
  }

  // MARK: In the queue

  /// While people are awaited the bot only tells the place and lets go; the rest waits in the ticket.
  private mutating func hearInQueue(_ understanding: Understanding) {
    let heard = Heard(understanding)
    let letsGo = heard.controls.contains("control.dejalo") || heard.controls.contains("control.reiniciar")
    guard letsGo else { return say(BuiltInMessage.stillWaiting) }
    state.control = .bot
    effects.append(.leaveQueue)
    say(BuiltInMessage.leftQueue)
  }

  // MARK: Options

  /// An option that was tapped: exact, so nothing needs to be understood.
  mutating func pick(_ id: String) {
    guard state.control == .bot else { return }
    let offered = state.awaiting?.options ?? state.lastSaid.flatMap(\.options)
    guard let option = offered.first(where: { $0.id == id }) ?? offered.first(where: { $0.label == id }) else {
      return missed()
    }
    state.misses = 0
    if let awaiting = state.awaiting {
      switch awaiting.kind {
      case "confirm" where option.id == "si" || option.id == "no": _ = confirm(option.id == "si")
      case "rating": _ = Int(option.id).map { rate($0) }
      default:
        _ = settle(value(ofChosen: [option.id], options: awaiting.options, several: awaiting.several), awaiting)
      }
    } else if serves(option.id) {
      _ = begin(option.id)
    }
    run()
  }
}

/// The intents of a message, sorted by what they ask of the dialogue.
private struct Heard {
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

  init(_ understanding: Understanding) {
    self.understanding = understanding
    for (index, intent) in understanding.intents.enumerated() {
      if intent.id.hasPrefix("control.") {
        if !intent.negated { controls.append(intent.id) }
      } else if intent.negated {
        negatesDomain = true
      } else {
        domain.append(Intent(id: intent.id, index: index))
      }
    }
  }
}

extension SlotValue {
  /// The bare text of an identifier, as slots hold order numbers.
  fileprivate var textValue: SlotValue { string.map { .text($0) } ?? self }
}
