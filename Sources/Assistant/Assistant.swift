package import Commerce
import Dialogue
package import Foundation
import Spanish
package import Storage
import Synchronization
import TextAnalysis
import Understanding

/// A message in, a turn out: runs the layers, performs effects once, and survives being killed between any two steps.
///
/// What a turn decides is stored in one transaction before its reply goes out. A call that changes an order is first
/// written down with its key, then made, then its outcome is stored with the rest; `recover` makes it again with the
/// same key if the process died in between, and the order service does it once.
package final class Assistant: Sendable {
  package let content: Content
  package let store: Store
  package let orders: any OrderService
  package let clock: any AssistantClock
  package let zone: TimeZone
  let seed: UInt64
  let hours: BusinessHours
  private let locks = ConversationLocks()
  let states = StateCache()
  private let knownTongue = Mutex<ShopTongue?>(nil)

  /// How long a conversation without messages stays open, in seconds.
  static let lifetime: TimeInterval = 24 * 3_600

  package init(
    content: Content, store: Store, orders: any OrderService, clock: any AssistantClock, zone: TimeZone, seed: UInt64
  ) {
    self.content = content
    self.store = store
    self.orders = orders
    self.clock = clock
    self.zone = zone
    self.seed = seed
    hours = BusinessHours(settings: content.settings)
  }

  // MARK: Conversations

  /// Opens a conversation and greets, or finds one again: the named one, or with `resume` `latest` the customer's last.
  package func open(
    conversation: String? = nil, customer: CustomerIdentity? = nil, channel: String = "chat", resume: String = "never",
    metadata: JSONValue? = nil
  ) throws(AssistantError) -> OpenedConversation {
    let customer = customer ?? .anonymous
    let found = try storing { session -> ConversationRecord? in
      if let conversation { return try session.conversation(conversation) }
      if resume == "latest", !customer.isAnonymous { return try session.latestConversation(ofCustomer: customer.id) }
      return nil
    }
    if let found, found.closedAt == nil {
      if !customer.isAnonymous {
        let known = CustomerIdentity(json: found.customer)
        guard known.isAnonymous || known.id == customer.id else { throw .otherCustomer }
      }
      return OpenedConversation(
        conversation: found.id, resumed: true, dialogue: try view(of: found), events: [])
    }
    if found != nil, conversation != nil { throw .closed }
    let id: String
    if let conversation {
      id = conversation
    } else {
      id = "c_" + Assistant.padded(try storing { session in try session.nextCounter("conversation") })
    }
    return try locked(id) { () throws(AssistantError) in
      let now = clock.now()
      var state = DialogueState()
      let known = try withAccount(customer)
      remember(known, in: &state)
      let record = ConversationRecord(
        id: id, customer: known.json, channel: channel, control: Control.bot.rawValue, epoch: 0,
        state: try encode(state), contentHash: content.hash, createdAt: now, updatedAt: now,
        expiresAt: now + Assistant.lifetime, metadata: metadata ?? .null)
      var work = TurnWork(assistant: self, record: record, state: state, now: now)
      try work.run(.opened)
      let saved = try work.commit()
      return OpenedConversation(
        conversation: id, resumed: false, dialogue: try view(of: saved), events: work.events)
    }
  }

  /// Binds a customer to an anonymous conversation: the host's word.
  package func identify(
    conversation: String, customer: CustomerIdentity
  ) throws(AssistantError) -> DialogueView {
    try locked(conversation) { () throws(AssistantError) in
      var record = try openRecord(conversation)
      let bound = CustomerIdentity(json: record.customer)
      guard bound.isAnonymous || bound.id == customer.id else { throw .otherCustomer }
      let known = try withAccount(customer)
      var state = try decodeState(record)
      remember(known, in: &state)
      record.customer = known.json
      record.state = try encode(state)
      let changed = record
      let saved = try storing { session in try session.save(changed) }
      return try view(of: saved)
    }
  }

  /// Takes one message of the customer. The same `messageID` again gives the stored result and does nothing.
  package func send(
    conversation: String, messageID: String, input: CustomerInput, want: Set<String> = []
  ) throws(AssistantError) -> TurnResult {
    try locked(conversation) { () throws(AssistantError) in
      try recoverPending(of: conversation)
      let (found, seen) = try storing { session in
        (try session.conversation(conversation), try session.inbox(conversation, messageID))
      }
      guard let record = found else { throw .unknownConversation(conversation) }
      let hash = Assistant.payloadHash(of: input)
      if let seen, let result = seen.result {
        guard seen.payloadHash == hash else { throw .otherPayload }
        return try duplicate(result, record: record, want: want)
      }
      let state = try decodeState(record)
      guard record.closedAt == nil || state.asleep else { throw .closed }
      var work = TurnWork(assistant: self, record: record, state: state, now: clock.now())
      let inbox = InboxRecord(
        conversation: conversation, messageID: messageID, payloadHash: hash, receivedAt: work.now)
      let understanding = try work.hear(input, inbox: inbox)
      let saved = try work.commit()
      return TurnResult(
        turn: saved.turn, duplicate: false, events: work.events,
        understanding: want.contains("understanding") ? understanding : nil,
        dialogue: want.contains("dialogue") ? try view(of: saved) : nil,
        trace: want.contains("trace") ? trace(input, before: state, now: work.now) : nil,
        observation: work.observation)
    }
  }

  /// The events with a number over `after`.
  package func events(
    conversation: String, after: Int, limit: Int
  ) throws(AssistantError) -> (events: [ConversationEvent], last: Int, more: Bool) {
    guard (1...500).contains(limit) else { throw .invalid("limit: de 1 a 500") }
    let (record, events) = try storing { session in
      (try session.conversation(conversation), try session.events(of: conversation, after: after, limit: limit + 1))
    }
    guard let record else { throw .unknownConversation(conversation) }
    return (Array(events.prefix(limit)), record.lastSeq, events.count > limit)
  }

  package func conversation(
    _ id: String
  ) throws(AssistantError) -> (dialogue: DialogueView, customer: CustomerIdentity, createdAt: Date, expiresAt: Date) {
    let record = try record(id)
    return (try view(of: record), CustomerIdentity(json: record.customer), record.createdAt, record.expiresAt)
  }

  /// Closes the conversation; its ticket, if one waits, is cancelled. Closing twice changes nothing.
  package func close(conversation: String, reason: String? = nil) throws(AssistantError) -> Date {
    try locked(conversation) { () throws(AssistantError) in
      let record = try record(conversation)
      if let closedAt = record.closedAt { return closedAt }
      var work = TurnWork(assistant: self, record: record, state: try decodeState(record), now: clock.now())
      try work.leaveQueue()
      work.state.control = .closed
      work.emit("session.closed", ["reason": .string(reason ?? "cliente")])
      work.record.closedAt = work.now
      _ = try work.commit()
      return work.now
    }
  }

  /// Records a score from 1 to 5; the same message id again changes nothing.
  package func rate(
    conversation: String, messageID: String, score: Int, comment: String? = nil
  ) throws(AssistantError) -> Bool {
    guard (1...5).contains(score) else { throw .invalid("score: de 1 a 5") }
    return try locked(conversation) { () throws(AssistantError) in
      let record = try record(conversation)
      let known = try storing { session in
        try session.ratings(of: conversation).contains { $0.messageID == messageID }
      }
      if known { return false }
      var work = TurnWork(assistant: self, record: record, state: try decodeState(record), now: clock.now())
      work.ratings.append(
        RatingRecord(
          conversation: conversation, messageID: messageID, score: score, comment: comment, at: work.now))
      work.emit("csat.recorded", ["score": .number(score)])
      _ = try work.commit()
      return true
    }
  }

  // MARK: Recovery

  /// Takes up every effect that was written down and not finished: call it once after start.
  package func recover() throws(AssistantError) {
    let pending = try storing { session in try session.pendingEffects(limit: 1_000) }
    for conversation in Set(pending.map(\.conversation)).sorted() {
      try locked(conversation) { () throws(AssistantError) in try recoverPending(of: conversation) }
    }
  }

  /// Finishes the turn that died between a decision and its effect. The caller holds the conversation's lock.
  private func recoverPending(of conversation: String) throws(AssistantError) {
    for effect in try storing({ session in try session.pendingEffects(of: conversation) }) {
      let record = try record(conversation)
      var work = TurnWork(assistant: self, record: record, state: try decodeState(record), now: clock.now())
      try work.resume(effect)
      _ = try work.commit()
    }
  }

  // MARK: Shared by the extensions

  /// Runs `body` in one transaction; failures become protocol errors.
  func storing<T>(_ body: (StoreSession) throws -> T) throws(AssistantError) -> T {
    do {
      return try store.write(body)
    } catch let error as StoreError {
      if case .versionConflict = error { throw .conflict }
      throw .store("\(error)")
    } catch {
      throw .store("\(error)")
    }
  }

  func locked<T>(_ conversation: String, _ body: () throws(AssistantError) -> T) throws(AssistantError) -> T {
    let lock = locks[conversation]
    lock.lock()
    defer { lock.unlock() }
    return try body()
  }

  func record(_ id: String) throws(AssistantError) -> ConversationRecord {
    guard let record = try storing({ session in try session.conversation(id) }) else { throw .unknownConversation(id) }
    return record
  }

  private func openRecord(_ id: String) throws(AssistantError) -> ConversationRecord {
    let record = try record(id)
    guard record.closedAt == nil else { throw .closed }
    return record
  }

  func encode(_ state: DialogueState) throws(AssistantError) -> Data {
    do { return try StateWriter.data(of: state) } catch { throw .store("\(error)") }
  }

  func decodeState(_ record: ConversationRecord) throws(AssistantError) -> DialogueState {
    if let known = states[record.id, record.version] { return known }
    do { return try JSONDecoder().decode(DialogueState.self, from: record.state) } catch { throw .store("\(error)") }
  }

  /// Fills in what the account says beyond the host's word.
  private func withAccount(_ customer: CustomerIdentity) throws(AssistantError) -> CustomerIdentity {
    guard !customer.isAnonymous else { return customer }
    var known = customer
    // A service that is down must not keep anybody from talking: the host's word is enough.
    if let account = try? orders.customer(customer.id, now: clock.now()) {
      known.name = known.name ?? account.name.first
      known.email = known.email ?? account.email
      known.phone = known.phone ?? account.phone
    }
    return known
  }

  func remember(_ customer: CustomerIdentity, in state: inout DialogueState) {
    state.memory["nombre"] = customer.name.map { .text($0) }
    state.memory["correo"] = customer.email.map { .text($0) }
  }

  func dialogueContext(conversation: String, turn: Int, now: Date) -> DialogueContext {
    let hash = FNV1a.hash("\(conversation):\(turn)".utf8, from: seed ^ FNV1a.basis)
    return DialogueContext(
      now: zone.local(now), seed: hash, recognition: tongue.recognition(now: zone.local(now)), wares: tongue.wares)
  }

  /// How the shop talks, read once; a service that is down is asked again the next time.
  var tongue: ShopTongue {
    knownTongue.withLock { known in
      if let known { return known }
      guard let tongue = ShopTongue(of: orders, model: content.model) else { return ShopTongue() }
      known = tongue
      return tongue
    }
  }

  private func trace(_ input: CustomerInput, before state: DialogueState, now: Date) -> String? {
    guard case .text(let text) = input else { return nil }
    return content.model.trace(
      text,
      context: UnderstandingContext(
        recognition: tongue.recognition(now: zone.local(now)), expectation: state.expectation, wares: tongue.wares))
  }

  private func duplicate(
    _ result: Data, record: ConversationRecord, want: Set<String>
  ) throws(AssistantError) -> TurnResult {
    guard let stored = StoredResult(result) else { throw .store("the stored result of a turn cannot be read") }
    let events = try storing { session in
      try session.events(of: record.id, after: stored.first - 1, limit: stored.last - stored.first + 1)
    }
    return TurnResult(
      turn: stored.turn, duplicate: true, events: events, understanding: nil,
      dialogue: want.contains("dialogue") ? try view(of: record) : nil, trace: nil)
  }

  static func payloadHash(of input: CustomerInput) -> String {
    switch input {
    case .text(let text): "t:" + text
    case .option(let option): "o:" + option
    }
  }

  static func padded(_ number: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, 6 - digits.count)) + digits
  }
}

/// One lock for many conversations each: two turns of one conversation never overlap.
private struct ConversationLocks: Sendable {
  private let locks = (0..<64).map { _ in NSLock() }

  subscript(conversation: String) -> NSLock {
    locks[Int(FNV1a.hash(conversation.utf8) % UInt64(locks.count))]
  }
}
