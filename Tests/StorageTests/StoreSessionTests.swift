import Foundation
import Testing

@testable import Storage

@Suite("conversations, inbox and outbox")
struct StoreSessionTests {
  let store: Store
  let now = Date(timeIntervalSince1970: 1_773_133_200.125)

  init() throws { store = try Store(path: ":memory:") }

  @Test("a record comes back as it was saved")
  func roundTrip() throws {
    var record = sampleConversation("c_1")
    record.metadata = ["page": "/ayuda"]
    record.closedAt = now
    let saved = try store.write { try $0.save(record) }
    #expect(saved.version == 1)
    #expect(try store.read { try $0.conversation("c_1") } == saved)
    #expect(try store.read { try $0.conversation("c_2") } == nil)
  }

  @Test("two writers that read the same version: the second one is refused and changes nothing")
  func versionConflict() throws {
    try store.write { try $0.save(sampleConversation("c_1")) }
    var first = try #require(try store.read { try $0.conversation("c_1") })
    var second = first
    first.turn = 1
    second.turn = 2
    try store.write { try $0.save(first) }
    #expect(throws: StoreError.versionConflict) {
      try store.write { session in
        try session.append([ConversationEvent(seq: 1, at: now, kind: "user.message")], to: "c_1")
        try session.save(second)
      }
    }
    #expect(try store.read { try $0.conversation("c_1") }?.turn == 1)
    #expect(try store.read { try $0.events(of: "c_1") }.isEmpty)
  }

  @Test("two new conversations of one id")
  func insertConflict() throws {
    try store.write { try $0.save(sampleConversation("c_1")) }
    #expect(throws: StoreError.versionConflict) { try store.write { try $0.save(sampleConversation("c_1")) } }
  }

  @Test("the customer's latest conversation is open and moved last")
  func latest() throws {
    try store.write { session in
      for (id, minutes, closed) in [("c_1", 1.0, false), ("c_2", 3, true), ("c_3", 2, false)] {
        var record = sampleConversation(id)
        record.updatedAt += minutes * 60
        record.closedAt = closed ? record.updatedAt : nil
        try session.save(record)
      }
      try session.save(sampleConversation("c_4", customer: ["id": "cu_2"]))
    }
    #expect(try store.read { try $0.latestConversation(ofCustomer: "cu_1") }?.id == "c_3")
    #expect(try store.read { try $0.latestConversation(ofCustomer: "cu_9") } == nil)
  }

  @Test("events in pages, each number once")
  func events() throws {
    let events = (1...5).map {
      ConversationEvent(seq: $0, at: now, kind: "bot.message", turn: $0, body: ["text": "¿Qué\u{2028}tal?"])
    }
    try store.write { session in
      try session.save(sampleConversation("c_1"))
      try session.append(events, to: "c_1")
    }
    #expect(try store.read { try $0.events(of: "c_1") } == events)
    #expect(try store.read { try $0.events(of: "c_1", after: 2, limit: 2) } == Array(events[2..<4]))
    #expect(throws: StoreError.versionConflict) { try store.write { try $0.append([events[4]], to: "c_1") } }
    #expect(throws: StoreError.self) { try store.write { try $0.append([events[0]], to: "nobody") } }
  }

  @Test("a message id is taken once, and keeps its result")
  func inbox() throws {
    let record = InboxRecord(conversation: "c_1", messageID: "m-1", payloadHash: "h1", receivedAt: now)
    try store.write { try $0.insert(record) }
    #expect(throws: StoreError.versionConflict) { try store.write { try $0.insert(record) } }
    #expect(try store.read { try $0.inbox("c_1", "m-1") } == record)
    try store.write { try $0.complete(inbox: "c_1", "m-1", result: Data("r".utf8)) }
    #expect(try store.read { try $0.inbox("c_1", "m-1") }?.result == Data("r".utf8))
    #expect(try store.read { try $0.inbox("c_2", "m-1") } == nil)
  }

  @Test("effects stay pending until their outcome is known")
  func effects() throws {
    try store.write { session in
      for key in ["c_1:1:1", "c_1:1:2", "c_1:2:1"] {
        try session.insert(
          EffectRecord(key: key, conversation: "c_1", kind: "pedidos.cancelar", payload: Data("{}".utf8)))
      }
      try session.countAttempt(ofEffect: "c_1:1:1")
      try session.complete(effect: "c_1:1:1", outcome: Data("ok".utf8), failed: false)
      try session.complete(effect: "c_1:1:2", outcome: Data("no".utf8), failed: true)
    }
    #expect(try store.read { try $0.pendingEffects(limit: 9) }.map(\.key) == ["c_1:2:1"])
    #expect(try store.read { try $0.pendingEffects(of: "c_1") }.map(\.key) == ["c_1:2:1"])
    #expect(try store.read { try $0.pendingEffects(of: "c_2") }.isEmpty)
    let done = try #require(try store.read { try $0.effect("c_1:1:1") })
    #expect(done.state == .done && done.attempts == 1 && done.outcome == Data("ok".utf8))
    #expect(throws: StoreError.versionConflict) { try store.write { try $0.insert(done) } }
  }

  @Test("an e-mail enters the outbox once")
  func emails() throws {
    let email = EmailRecord(
      key: "c_1:1:1", conversation: "c_1", template: "correo.cancelacion_confirmada", to: "ana@example.com",
      body: "Hola", queuedAt: now)
    #expect(try store.write { try $0.enqueue(email) })
    #expect(try store.write { try $0.enqueue(email) } == false)
    #expect(try store.read { try $0.emails(of: "c_1") } == [email])
  }

  @Test("promises, ratings and counters")
  func theRest() throws {
    try store.write { session in
      try session.insert(PromiseRecord(conversation: "c_1", what: "llamar", due: now))
      try session.insert(PromiseRecord(conversation: "c_1", what: "escribir", due: now + 60))
      try session.insert(RatingRecord(conversation: "c_1", messageID: "m", score: 4, at: now))
    }
    #expect(try store.read { try $0.duePromises(at: now, limit: 9) }.map(\.what) == ["llamar"])
    #expect(try store.read { try $0.promises(of: "c_1") }.count == 2)
    #expect(try store.read { try $0.ratings(of: "c_1") }.map(\.score) == [4])
    #expect(throws: StoreError.self) {
      try store.write { try $0.insert(RatingRecord(conversation: "c_1", messageID: "n", score: 6, at: now)) }
    }
    let numbers = try (1...3).map { _ in try store.write { try $0.nextCounter("ticket") } }
    #expect(numbers == [1, 2, 3])
    #expect(try store.write { try $0.nextCounter("conversation") } == 1)
    #expect(try store.read { try $0.statistics(since: .distantPast) }.averageScore == 4)
  }

  @Test("an error rolls the whole transaction back")
  func rollback() throws {
    struct Stop: Error {}
    #expect(throws: Stop.self) {
      try store.write { session in
        try session.save(sampleConversation("c_1"))
        throw Stop()
      }
    }
    #expect(try store.read { try $0.conversation("c_1") } == nil)
  }
}
