import Commerce
import Dialogue
import Foundation
import Spanish
import Storage
import TextAnalysis
import Understanding

/// A turn in the making: what it read, what it decided, and what its one transaction will write.
struct TurnWork {
  let assistant: Assistant
  var record: ConversationRecord
  var state: DialogueState
  let now: Date
  /// All events of the turn, also those that an earlier transaction of it has stored.
  var events: [ConversationEvent] = []
  var ratings: [RatingRecord] = []
  /// What ran, for traces and coverage.
  private(set) var observation = TurnObservation()
  /// What customers add to the score that they gave in an earlier turn.
  private var comments: [(text: String, score: Int)] = []
  private var storedEvents = 0
  private var emails: [EmailRecord] = []
  private var promises: [PromiseRecord] = []
  private var newTicket: TicketRecord?
  private var changedTicket: TicketRecord?
  private var finishedEffects: [(key: String, outcome: Data, failed: Bool)] = []
  private var calls = 0
  private var inboxStored = false
  /// The message that is being answered, kept with the first thing that the turn writes.
  private var inbox: InboxRecord?
  /// What was understood of it.
  private var understanding: Understanding?

  /// Calls of actions in one turn: a guard against flows that never stop asking the service.
  private static let callLimit = 32

  init(assistant: Assistant, record: ConversationRecord, state: DialogueState, now: Date) {
    self.assistant = assistant
    self.record = record
    self.state = state
    self.now = now
  }

  // MARK: What happens in a turn

  mutating func emit(_ kind: String, _ body: [String: JSONValue]) {
    record.lastSeq += 1
    events.append(ConversationEvent(seq: record.lastSeq, at: now, kind: kind, turn: record.turn, body: body))
  }

  /// Hears the customer and does all that follows.
  mutating func hear(_ input: CustomerInput, inbox: InboxRecord) throws(AssistantError) -> Understanding? {
    self.inbox = inbox
    record.turn += 1
    let expired = now > record.expiresAt
    record.closedAt = nil
    switch input {
    case .text(let text):
      let context = assistant.dialogueContext(conversation: record.id, turn: record.turn, now: now)
      // A text that is too long is not read at all: its start is enough to say so.
      let readable = String(text.unicodeScalars.prefix(2_001))
      let understanding = assistant.content.model.understand(
        readable,
        context: UnderstandingContext(
          recognition: context.recognition, expectation: expired ? Expectation() : state.expectation,
          wares: context.wares))
      emit(
        "user.message",
        [
          "messageId": .string(inbox.messageID),
          "text": .string(Masking.masked(text, entities: understanding.entities)),
        ])
      try wake(expired: expired)
      self.understanding = understanding
      try run(introduction(understanding) ?? .said(understanding))
      return understanding
    case .option(let option):
      emit("user.message", ["messageId": .string(inbox.messageID), "text": .string(label(ofOption: option))])
      try wake(expired: expired)
      try run(.picked(option))
      return nil
    }
  }

  /// Somebody unknown who says something of who they are: it is kept with what they said before, and if all of it
  /// together names an account, that is who they are from now on.
  private mutating func introduction(_ understanding: Understanding) -> DialogueEvent? {
    guard state.control == .bot, CustomerIdentity(json: record.customer).isAnonymous else { return nil }
    let asked = state.awaiting?.slot ?? ""
    let reader = IdentityReader(
      model: assistant.content.model,
      isAsked: ["correo", "nombre_completo", "codigo_postal", "sin_identificar"].contains(asked),
      asksName: ["nombre_completo", "sin_identificar"].contains(asked))
    let new = reader.read(understanding)
    guard !new.isEmpty else { return nil }
    var understanding = understanding
    if reader.saysOnly(new, in: understanding) { understanding.intents.removeAll(where: \.isHeard) }
    var said = SaidIdentity(slot: state.memory[SaidIdentity.memory]).adding(new)
    let isExhausted = said.isExhausted(assistant.content.settings)
    let outcome = isExhausted ? .incomplete : try? said.recognized(by: assistant.orders, now: now)
    if case .noMatch? = outcome { said.failures += 1 }
    state.memory[SaidIdentity.memory] = said.slot
    // An order number, and an e-mail that was asked for, are answers like others, too.
    let isIntroduction = !new.names.isEmpty || !new.postcodes.isEmpty || !new.emails.isEmpty && state.awaiting == nil
    guard case .identified(let account)? = outcome else {
      return isIntroduction ? .introduced(understanding, known: false) : nil
    }
    bind(account)
    return isIntroduction ? .introduced(understanding, known: true) : nil
  }

  private mutating func bind(_ account: Customer) {
    let identity = CustomerIdentity(
      id: account.id, assurance: "identified", name: account.name.first, email: account.email, phone: account.phone)
    record.customer = identity.json
    // The order that proved it is the one that was spoken of.
    let orders = SaidIdentity(slot: state.memory[SaidIdentity.memory]).orders
    if orders.count == 1, state.stack.isEmpty { state.memory["pedido"] = .text(orders[0]) }
    state.memory[SaidIdentity.memory] = nil
    assistant.remember(identity, in: &state)
  }

  /// A conversation that fell asleep, or that is older than it may become, is taken up before the message is.
  private mutating func wake(expired: Bool) throws(AssistantError) {
    guard expired || state.asleep else { return }
    if expired { emit("session.expired", [:]) }
    try run(.awoke(expired: expired))
  }

  private func label(ofOption option: String) -> String {
    state.awaiting?.options.first { $0.id == option || $0.label == option }?.label ?? option
  }

  /// Hands `event` to the dialogue and performs what it wants, until nothing is left.
  mutating func run(_ event: DialogueEvent) throws(AssistantError) {
    var queue = step(event)
    var said: [SaidMessage] = []
    while !queue.isEmpty {
      let effect = queue.removeFirst()
      switch effect {
      case .say(let message):
        said.append(message)
        observation.said.append((template: message.template, variant: message.variant))
        emitBotMessage(message)
      case .call(let action, let arguments, let writes):
        let outcome = try call(action, arguments, writes: writes)
        observation.calls.append((action: action, outcome: outcome.outcome))
        queue += step(.outcome(outcome.outcome, outputs: outcome.outputs))
      case .handOff(let reason, let skill, let priority):
        queue += try handOff(reason: reason, skill: skill, priority: priority)
      case .reconsider:
        if let understanding { queue += step(.reconsidered(understanding)) }
      case .leaveQueue: try leaveQueue()
      case .askRating: emit("csat.requested", [:])
      case .rate(let score):
        ratings.append(
          RatingRecord(
            conversation: record.id, messageID: inbox?.messageID ?? "turn-\(record.turn)", score: score, comment: nil,
            at: now))
        emit("csat.recorded", ["score": .number(score)])
      case .comment(let text, let score): comment(text, score: score)
      }
    }
    if said.contains(where: { !$0.isPassing }) { state.lastSaid = said }
  }

  /// A comment belongs to its score: to the one of this turn, or to the one stored in an earlier turn.
  private mutating func comment(_ text: String, score: Int) {
    if let last = ratings.indices.last {
      ratings[last].comment = text
    } else {
      comments.append((text: text, score: score))
    }
  }

  private mutating func step(_ event: DialogueEvent) -> [DialogueEffect] {
    let before = state.control
    let effects = assistant.content.dialogue.handle(
      event, state: &state,
      context: assistant.dialogueContext(conversation: record.id, turn: record.turn, now: now),
      path: &observation.path)
    if state.control != before { changeControl(from: before) }
    return effects
  }

  mutating func changeControl(from before: Control) {
    record.epoch += 1
    emit(
      "control.changed",
      ["from": .string(before.rawValue), "to": .string(state.control.rawValue), "epoch": .number(record.epoch)])
  }

  private mutating func emitBotMessage(_ message: SaidMessage) {
    var body: [String: JSONValue] = [
      "template": .string(message.template), "text": .string(message.text),
      "arguments": .object(message.arguments.mapValues(\.json)),
    ]
    if !message.options.isEmpty { body["options"] = .array(message.options.map(TurnWork.json(of:))) }
    emit("bot.message", body)
  }

  static func json(of option: ExpectedOption) -> JSONValue {
    .object(["id": .string(option.id), "label": .string(option.label), "send": .string(option.id)])
  }

  // MARK: Actions

  private mutating func call(
    _ action: String, _ arguments: Slots, writes: Bool
  ) throws(AssistantError) -> ActionResult {
    calls += 1
    guard calls <= TurnWork.callLimit else { return ActionResult(ActionSignature.failure) }
    let key = "\(record.id):\(record.turn):\(calls)"
    guard writes else {
      let result = perform(action, arguments, key: key)
      if let letter = result.letter { queue(letter, values: arguments, outputs: result.outputs, key: key) }
      return result
    }
    // The decision is on disk before the world changes: whoever comes after a crash does it again with the same key.
    let payload = JSONValue.object([
      "action": .string(action), "arguments": .string(try encode(arguments)), "call": .number(calls),
      "messageId": inbox.map { .string($0.messageID) } ?? .null,
    ])
    let effect = EffectRecord(
      key: key, conversation: record.id, kind: "action", payload: Data(payload.utf8Text), state: .pending,
      attempts: 0, outcome: nil)
    try store(completing: nil, planning: effect)
    return finish(action, arguments, key: key)
  }

  /// Makes a writing call whose decision is stored, and notes what became of it.
  private mutating func finish(_ action: String, _ arguments: Slots, key: String) -> ActionResult {
    let result = perform(action, arguments, key: key)
    finishedEffects.append(
      (key: key, outcome: Data(result.outcome.utf8), failed: result.outcome == ActionSignature.failure))
    emit(
      "action.executed",
      [
        "name": .string(action), "key": .string(key), "arguments": .object(arguments.mapValues(\.json)),
        "outcome": .string(result.outcome),
      ])
    if let letter = result.letter { queue(letter, values: arguments, outputs: result.outputs, key: key) }
    if let promise = result.promise {
      promises.append(PromiseRecord(conversation: record.id, what: promise.what, due: promise.due))
      emit("promise", ["what": .string(promise.what), "due": .string(assistant.zone.rfc3339(promise.due))])
    }
    return result
  }

  private mutating func perform(_ action: String, _ arguments: Slots, key: String) -> ActionResult {
    let latest = events.last { $0.kind == "user.message" }?.body["text"]?.string ?? ""
    let opening = state.stack.last?.utterance ?? ""
    let words = Said(
      // Of a message with several wishes only this one's part counts.
      latest: !opening.isEmpty && latest.contains(opening) ? opening : latest, opening: opening,
      identity: SaidIdentity(slot: state.memory[SaidIdentity.memory]), recentOrder: state.memory["pedido"]?.string)
    let runner = ActionRunner(
      orders: assistant.orders, customer: CustomerIdentity(json: record.customer), now: now, zone: assistant.zone,
      hours: assistant.hours, settings: assistant.content.settings, model: assistant.content.model, said: words,
      tongue: assistant.tongue,
      since: record.createdAt, conversation: record.id,
      wording: { [events, assistant, record] in
        let earlier = (try? assistant.storing { try $0.events(of: record.id, after: 0, limit: .max) }) ?? []
        let known = Set(earlier.map(\.seq))
        return Assistant.wording(of: earlier + events.filter { !known.contains($0.seq) })
      })
    do {
      let result = try runner.run(action, arguments, key: key)
      if let top = state.stack.indices.last {
        for slot in result.cleared {
          state.stack[top].slots[slot] = nil
          state.stack[top].given.remove(slot)
        }
      }
      if let account = result.identified { bind(account) }
      return result
    } catch {
      return ActionResult(ActionSignature.failure)
    }
  }

  private mutating func queue(
    _ letter: Letter, values: Slots, outputs: Slots, key: String
  ) {
    let content = assistant.content.dialogue.content
    let arguments = state.memory.merging(values) { _, new in new }.merging(outputs) { _, new in new }
      .merging(letter.details) { _, new in new }
    let body =
      content.messages[letter.template]?.render(
        variant: 0, arguments: arguments, settings: content.settings, now: assistant.zone.local(now)) ?? ""
    emails.append(
      EmailRecord(
        key: key, conversation: record.id, template: letter.template, to: letter.to, body: body, queuedAt: now))
    emit("email.queued", ["template": .string(letter.template), "to": .string(letter.to)])
  }

  /// Goes on with a turn that died after its decision was stored.
  mutating func resume(_ effect: EffectRecord) throws(AssistantError) {
    let payload: JSONValue
    do { payload = try JSONValue.parse(Array(effect.payload)) } catch { throw .store("\(error)") }
    let action = payload["action"]?.string ?? ""
    let arguments = try decode(payload["arguments"]?.string ?? "{}")
    calls = payload["call"]?.int ?? 1
    if let messageID = payload["messageId"]?.string {
      let (conversation, turn) = (record.id, record.turn)
      let (seen, earlier) = try assistant.storing { session in
        (
          try session.inbox(conversation, messageID),
          try session.events(of: conversation).filter { $0.turn == turn }
        )
      }
      inbox = seen
      events = earlier
      storedEvents = earlier.count
    }
    let result = finish(action, arguments, key: effect.key)
    guard state.calling == action else { return }
    try run(.outcome(result.outcome, outputs: result.outputs))
  }

  private func encode(_ arguments: Slots) throws(AssistantError) -> String {
    do { return String(decoding: try JSONEncoder().encode(arguments), as: UTF8.self) } catch {
      throw .store("\(error)")
    }
  }

  private func decode(_ text: String) throws(AssistantError) -> Slots {
    do { return try JSONDecoder().decode(Slots.self, from: Data(text.utf8)) } catch {
      throw .store("\(error)")
    }
  }

  // MARK: The queue

  private mutating func handOff(
    reason: String, skill: String, priority: Int
  ) throws(AssistantError) -> [DialogueEffect] {
    let opensAt = assistant.hours.nextOpening(after: now, zone: assistant.zone)
    let place = try assistant.storing { session in
      (
        open: try session.openTicket(of: record.id), number: try session.nextCounter("ticket"),
        waiting: try session.tickets(status: [.queued], skill: skill, limit: 10_000).tickets,
        earlier: try session.events(of: record.id)
      )
    }
    let position = place.waiting.count { $0.priority <= priority } + 1
    let told = place.earlier + events[storedEvents...]
    let level = assistant.content.dialogue.content.handOffStep(of: state)?.level ?? 1
    let summary = Handoff.summary(reason: reason, state: state, events: told)
    if place.open == nil {
      let ticket = TicketRecord(
        id: "t_" + Assistant.padded(place.number), conversation: record.id, customer: record.customer, skill: skill,
        priority: priority, priorityReason: reason, reason: reason, level: level, queuedAt: now,
        epoch: record.epoch + 1,
        summary: summary,
        record: Handoff.record(
          reason: reason, state: state, events: told))
      newTicket = ticket
      var event: [String: JSONValue] = [
        "ticket": .string(ticket.id), "skill": .string(skill), "priority": .number(priority),
        "position": .number(position), "open": .bool(opensAt == nil), "reason": .string(reason),
        "summary": .string(summary),
      ]
      if let opensAt { event["opensAt"] = .string(assistant.zone.rfc3339(opensAt)) }
      emit("handoff.queued", event)
    } else if var ticket = place.open, ticket.status == .queued {
      // Somebody waits already, as at night: what they want now, and how, is what the ticket says.
      (ticket.skill, ticket.reason, ticket.level, ticket.summary) = (skill, reason, level, summary)
      if priority < ticket.priority { (ticket.priority, ticket.priorityReason) = (priority, reason) }
      ticket.record = Handoff.record(reason: reason, state: state, events: told)
      changedTicket = ticket
      emit("handoff.transferred", ["to": .string(skill)])
    }
    return step(.queued(position: position, opensAt: opensAt.map { assistant.zone.local($0) }))
  }

  mutating func leaveQueue() throws(AssistantError) {
    newTicket = nil
    let conversation = record.id
    guard var ticket = try assistant.storing({ session in try session.openTicket(of: conversation) }) else { return }
    ticket.status = .cancelled
    ticket.resolvedAt = now
    changedTicket = ticket
    emit("handoff.released", ["reason": .string("cliente")])
  }

  /// Writes `ticket` over its stored state with the rest of the turn.
  mutating func replace(_ ticket: TicketRecord) { changedTicket = ticket }

  // MARK: Writing

  /// Stores all that the turn did in one transaction; the reply may go out once this returns.
  mutating func commit() throws(AssistantError) -> ConversationRecord {
    let result = inbox.map { _ in
      StoredResult(turn: record.turn, first: events.first?.seq ?? 1, last: events.last?.seq ?? 0).data
    }
    try store(completing: result, planning: nil)
    return record
  }

  private mutating func store(completing result: Data?, planning effect: EffectRecord?) throws(AssistantError) {
    record.state = try assistant.encode(state)
    record.control = state.control.rawValue
    record.contentHash = assistant.content.hash
    record.updatedAt = now
    record.expiresAt = now + Assistant.lifetime
    let work = self
    record = try assistant.storing { session in
      let saved = try session.save(work.record)
      if let inbox = work.inbox, !work.inboxStored, try session.inbox(inbox.conversation, inbox.messageID) == nil {
        try session.insert(inbox)
      }
      try session.append(Array(work.events[work.storedEvents...]), to: work.record.id)
      if let effect { try session.insert(effect) }
      for finished in work.finishedEffects {
        try session.complete(effect: finished.key, outcome: finished.outcome, failed: finished.failed)
      }
      for email in work.emails { _ = try session.enqueue(email) }
      for promise in work.promises { try session.insert(promise) }
      for rating in work.ratings { try session.insert(rating) }
      for comment in work.comments { try session.comment(comment.text, on: comment.score, of: work.record.id) }
      if let ticket = work.newTicket { try session.insert(ticket) }
      if let ticket = work.changedTicket { try session.update(ticket) }
      if let inbox = work.inbox, let result {
        try session.complete(inbox: inbox.conversation, inbox.messageID, result: result)
      }
      return saved
    }
    assistant.states.keep(state, of: record.id, version: record.version)
    storedEvents = events.count
    inboxStored = true
    emails = []
    promises = []
    ratings = []
    comments = []
    newTicket = nil
    changedTicket = nil
    finishedEffects = []
  }
}
