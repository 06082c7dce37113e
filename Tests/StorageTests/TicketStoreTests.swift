import Foundation
import Testing

@testable import Storage

@Suite("the queue of tickets")
struct TicketStoreTests {
  let store: Store
  let now = Date(timeIntervalSince1970: 1_773_133_200)

  /// Four waiting tickets: an urgent one that came last, two at the same second, one of another skill.
  init() throws {
    store = try Store(path: ":memory:")
    try store.write { session in
      for (n, skill, priority, seconds) in [
        (1, "general", 5, 10.0), (2, "general", 5, 20), (3, "general", 5, 20), (4, "general", 1, 30),
        (5, "seguridad", 1, 40),
      ] {
        try session.save(sampleConversation("c_\(n)"))
        try session.insert(ticket(n, skill: skill, priority: priority, after: seconds))
      }
    }
  }

  func ticket(_ n: Int, skill: String = "general", priority: Int = 5, after seconds: Double = 0) -> TicketRecord {
    TicketRecord(
      id: "t_\(n)", conversation: "c_\(n)", customer: ["id": "cu_1"], skill: skill, priority: priority,
      reason: "pedido_por_cliente", queuedAt: now + seconds, record: ["slots": ["pedido": "402-1111111-1111111"]])
  }

  @Test("served by priority, then time, then arrival")
  func order() throws {
    let page = try store.read { try $0.tickets(status: [.queued]) }
    #expect(page.tickets.map(\.id) == ["t_4", "t_5", "t_1", "t_2", "t_3"])
    #expect(page.cursor == nil)
    #expect(page.tickets[2] == ticket(1, after: 10))
    #expect(try store.read { try $0.tickets(skill: "seguridad") }.tickets.map(\.id) == ["t_5"])
    #expect(try store.read { try $0.nextTicket(skills: nil) }?.id == "t_4")
    #expect(try store.read { try $0.nextTicket(skills: ["seguridad"]) }?.id == "t_5")
    #expect(try store.read { try $0.nextTicket(skills: []) } == nil)
  }

  @Test("in pages, no ticket twice and none left out", arguments: [1, 2, 3, 5])
  func pages(limit: Int) throws {
    var found: [String] = []
    var cursor: String?
    repeat {
      let page = try store.read { try $0.tickets(status: [.queued], limit: limit, cursor: cursor) }
      found += page.tickets.map(\.id)
      cursor = page.cursor
    } while cursor != nil
    #expect(found == ["t_4", "t_5", "t_1", "t_2", "t_3"])
  }

  @Test("the position counts those of the same skill", arguments: [(4, 1), (1, 2), (2, 3), (3, 4), (5, 1), (9, 0)])
  func position(n: Int, expected: Int) throws {
    #expect(try store.read { try $0.position(of: "t_\(n)") } == expected)
  }

  @Test("a ticket that comes back has the place that it had")
  func returned() throws {
    var claimed = ticket(1, after: 10)
    claimed.status = .claimed
    claimed.leaseUntil = now + 120
    try store.write { try $0.update(claimed) }
    #expect(try store.read { try $0.position(of: "t_1") } == 0)
    #expect(try store.read { try $0.position(of: "t_2") } == 2)
    #expect(try store.read { try $0.ticketsWithLostLease(at: now + 119) }.isEmpty)
    #expect(try store.read { try $0.ticketsWithLostLease(at: now + 121) }.map(\.id) == ["t_1"])
    claimed.status = .queued
    claimed.attempts += 1
    try store.write { try $0.update(claimed) }
    #expect(try store.read { try $0.position(of: "t_1") } == 2)
  }

  @Test("one open ticket for a conversation")
  func oneOpen() throws {
    var second = ticket(1)
    second.id = "t_9"
    #expect(throws: StoreError.versionConflict) { try store.write { try $0.insert(second) } }
    #expect(try store.read { try $0.openTicket(of: "c_1") }?.id == "t_1")
    var first = ticket(1, after: 10)
    first.status = .resolved
    first.callback = ["phone": "+34600111222"]
    try store.write { session in
      try session.update(first)
      try session.insert(second)
    }
    #expect(try store.read { try $0.openTicket(of: "c_1") }?.id == "t_9")
    #expect(try store.read { try $0.ticket("t_1") } == first)
    #expect(
      try store.read { try $0.counts() } == ["queued": 5, "claimed": 0, "resolved": 1, "cancelled": 0])
  }

  @Test("a ticket that nobody has cannot be changed")
  func unknown() throws {
    #expect(throws: StoreError.versionConflict) { try store.write { try $0.update(ticket(77)) } }
    #expect(try store.read { try $0.ticket("t_77") } == nil)
  }
}
