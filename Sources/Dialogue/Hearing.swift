import Foundation
import Spanish
import TextAnalysis
import Understanding

/// How a message of the customer moves the conversation. What is tried first wins; the order is the policy:
/// what cannot be read, tempers, giving up, the answer to the open question, a wish, something shown, the conversation
/// itself, another language, and at last: not understood.
extension DialogueTurn {
  /// Unicode scalars past which a message is not read.
  static let longestMessage = 2_000

  mutating func hear(_ understanding: Understanding) {
    state.reminded = false
    message = (understanding.text.text, understanding.choices)
    switch state.control {
    case .human, .closed: return
    case .queue: hearInQueue(understanding)
    case .bot: respond(to: understanding)
    }
  }

  private mutating func respond(to understanding: Understanding) {
    if let complaint = unreadable(understanding) { return say(complaint) }
    if !isReconsidering, understanding.entities.contains(where: { $0.kind == .card }) {
      say(BuiltInMessage.cardWarning)
    }
    var heard = Heard(understanding)
    if mended, heard.domain.isEmpty { return run() }
    // Who has found the word for people still speaks no Spanish; any other wish shows that they do.
    if understanding.language == "es", heard.domain.contains(where: { !isAboutContact($0.id) }) {
      state.memory["idioma"] = nil
    }
    if state.awaiting?.purpose == .step, !heard.domain.isEmpty, namesNothingButThings(heard) { heard.domain = [] }
    if givesUpAndGoesOn(heard) { return }
    if settlesForAnything(heard) { return }
    if review(heard) { return }
    // «No, espera» at a confirmation is neither a no nor a yes.
    if state.awaiting?.kind == "confirm", heard.says("espera"), heard.domain.isEmpty, heard.wordCount <= 3,
      !namesAnotherThing(heard)
    {
      return say(BuiltInMessage.takeYourTime)
    }
    // «Si no me lo devolvéis a PayPal, déjalo»: whether it comes to that is on the screen.
    if heard.says("dejalo"), heard.opensWithCondition, state.awaiting?.kind == "confirm" {
      return answer(with: heard) ? run() : askOnceMore()
    }
    // «No, mejor me la quedo» is the no that was asked for.
    if heard.says("dejalo"), heard.domain.isEmpty, state.awaiting?.kind == "confirm", heard.chosen == ["no"],
      state.awaiting?.purpose == .step, heard.wordCount > 3, !isReason(heard)
    {
      confirm(false)
      return run()
    }
    if heard.says("dejalo"), heard.domain.isEmpty, state.awaiting?.kind != "text" || heard.isShort,
      !isReason(heard)
    {
      return drop(everything: heard.reference.contains(.whole))
    }
    if state.awaiting?.purpose == .rating, answer(with: heard) { return run() }
    if state.awaiting?.kind != "text", calm(&heard) { return }
    if state.awaiting != nil, answer(with: heard) { return run() }
    if state.awaiting == nil, let reply = quickReply(in: heard) { return pick(reply) }
    if heard.reference.contains(.also) || turnsToAnotherThing(heard), repeatForOther(heard) { return }
    if !heard.domain.isEmpty { return serve(heard) }
    if state.awaiting == nil, let option = heard.chosen.first { return pick(option) }
    if absorb(heard) {
      say(BuiltInMessage.noted)
      return askOnceMore()
    }
    if repeatForOther(heard) { return }
    if let control = heard.controls.first, obey(control) { return }
    if understanding.language != "es", understanding.language != "und" {
      return answerForeigner(in: understanding.language)
    }
    if state.awaiting != nil { return askAgain(after: heard) }
    if heard.negatesDomain { return say(BuiltInMessage.nothingToDrop) }
    if !asksAmongSuggestions(heard) { missed() }
  }

  private func unreadable(_ understanding: Understanding) -> BuiltInMessage? {
    let text = understanding.text
    // No text has more scalars than bytes: most need no counting.
    if text.bytes.count > DialogueTurn.longestMessage, text.text.unicodeScalars.count > DialogueTurn.longestMessage {
      return .tooLong
    }
    if text.tokens.isEmpty { return .empty }
    let meaningful = text.tokens.contains { $0.kind != .emoji && $0.kind != .punctuation && $0.kind != .symbol }
    if !meaningful { return text.tokens.contains { $0.kind == .emoji } ? .onlyEmoji : .notUnderstood }
    return nil
  }

  /// Anger is noted for the priority of a ticket; beside a wish or an answer it gets a calm word, once, and the rest is
  /// served. Alone, it is answered, and from the second time on a person is offered.
  private mutating func calm(_ heard: inout Heard) -> Bool {
    let isTemper = heard.domain.contains { BuiltInIntent.isTemper($0.id) }
    guard isTemper || heard.holds(anyOf: dialogue.angryStems) else { return false }
    if !isReconsidering { state.anger += 1 }
    let wishes = heard.domain.filter { !BuiltInIntent.isTemper($0.id) }
    if !isTemper || !wishes.isEmpty {
      heard.domain = wishes
      if state.anger == 1, !isReconsidering { say(BuiltInMessage.calm) }
      return false
    }
    guard state.anger >= 2 else { return false }
    offerPerson(BuiltInMessage.angryAgain)
    return true
  }

  /// Says, by its name, that this language is not spoken here; the third time people see to it.
  private mutating func answerForeigner(in language: String) {
    state.misses += 1
    guard state.misses < 3 else { return handOff(reason: "idioma", skill: "general", priority: 5) }
    let name = content.messages[BuiltInMessage.languageName + language].map {
      $0.render(variant: 0, arguments: [:], settings: content.settings, now: context.now)
    }
    state.memory["idioma"] = .text(name ?? language)
    say(BuiltInMessage.otherLanguage, ["idioma": .text(name ?? language)])
  }

  // MARK: In the queue

  /// While people are awaited the bot only tells the place and lets go; the rest waits in the ticket.
  private mutating func hearInQueue(_ understanding: Understanding) {
    let heard = Heard(understanding)
    // Who waits and would rather be called, or written to, need not wait.
    let prefersOther = heard.domain.contains {
      isAboutContact($0.id) && $0.id != BuiltInIntent.person && content.slotsOfIntent[$0.id]?.isEmpty == false
    }
    guard prefersOther || heard.says("dejalo") || heard.says("reiniciar") else {
      return say(BuiltInMessage.stillWaiting)
    }
    state.control = .bot
    effects.append(.leaveQueue)
    if prefersOther { return serve(heard) }
    say(BuiltInMessage.leftQueue)
  }

  // MARK: Options

  /// An option that was tapped: exact, so nothing needs to be understood.
  mutating func pick(_ id: String) {
    guard state.control == .bot else { return }
    state.reminded = false
    let offered = state.awaiting?.options ?? state.lastSaid.flatMap(\.options)
    guard let option = offered.first(where: { $0.id == id }) ?? offered.first(where: { $0.label == id }) else {
      return missed()
    }
    guard let awaiting = state.awaiting else {
      if serves(option.id) { begin(option.id) }
      return run()
    }
    switch awaiting.purpose {
    case .step where awaiting.kind == "confirm" && (option.id == "si" || option.id == "no"):
      confirm(option.id == "si")
    case .step, .comment: settle(value(ofChosen: [option.id], options: awaiting.options, several: awaiting.several))
    case .person: decide(onPerson: option.id == "si")
    case .retry: retry(option.id)
    case .intent: clarify(option.id)
    case .rating: if let score = Int(option.id) { rate(score, comment: nil) }
    }
    run()
  }

  /// Starts the intent that an option names.
  mutating func begin(_ intent: String) {
    state.awaiting = nil
    state.misses = 0
    start(WaitingIntent(id: intent, slots: [:], utterance: ""))
  }
}
