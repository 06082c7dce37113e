import Assistant
import Commerce
import Foundation
import Spanish
import Storage
import Testing

/// A counter with the demonstration shop, a clock that stands at Tuesday 10 March 2026, 10:00, and no disk.
struct Counter {
  static let zone = TimeZone(identifier: "Europe/Madrid") ?? .gmt
  static let start = zone.date(LocalTime(2026, 3, 10, 10))
  let store: Store
  let orders: EmbeddedOrderService
  let faults = FaultInjection()
  let clock = SettableClock(Counter.start)
  let assistant: Assistant

  init() throws {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let content = try #require(try Content.load(directory: root.appendingPathComponent("Intents").path).content)
    store = try Store(path: ":memory:")
    orders = EmbeddedOrderService(writer: store.writer, contentPolicies: content.policies)
    try orders.importShop(try ShopFile.decode(content.demoShop, now: Counter.start))
    assistant = Assistant(
      content: content, store: store, orders: FaultyOrderService(orders, faults: faults), clock: clock,
      zone: Counter.zone, seed: 1)
  }

  func open(_ customer: String? = "cli_001") throws -> String {
    try assistant.open(customer: customer.map { CustomerIdentity(id: $0) }).conversation
  }

  /// Says each text in turn; the templates of the last turn's bot messages.
  @discardableResult
  func say(_ texts: [String], in conversation: String, prefix: String = "m") throws -> [String] {
    var templates: [String] = []
    for (index, text) in texts.enumerated() {
      let turn = try assistant.send(conversation: conversation, messageID: "\(prefix)\(index)", input: .text(text))
      templates = turn.events.filter { $0.kind == "bot.message" }.compactMap { $0.body["template"]?.string }
    }
    return templates
  }
}

@Suite("one conversation on the embedded shop")
struct AssistantTests {
  let own = "402-1111111-1111111"

  @Test("a confirmed cancellation changes the order once, however often the message comes")
  func cancelsOnce() throws {
    let counter = try Counter()
    let conversation = try counter.open()
    try counter.say(["quiero cancelar el pedido \(own) entero"], in: conversation)
    #expect(try counter.orders.order(own, of: "cli_001", now: Counter.start)?.order.status == .pending)
    let first = try counter.assistant.send(conversation: conversation, messageID: "yes", input: .text("si, cancelalo"))
    let again = try counter.assistant.send(conversation: conversation, messageID: "yes", input: .text("si, cancelalo"))
    #expect(again.duplicate && !first.duplicate)
    #expect(again.events == first.events)
    let order = try counter.orders.order(own, of: "cli_001", now: Counter.start)?.order
    #expect(order?.status == .cancelled)
    #expect(order?.payment.count { $0.kind == .refund } == 1)
    #expect(try counter.store.read { try $0.emails(of: conversation) }.count == 1)
  }

  @Test("the same message id with other words is refused")
  func otherPayload() throws {
    let counter = try Counter()
    let conversation = try counter.open()
    try counter.say(["hola"], in: conversation)
    #expect(throws: AssistantError.self) { try counter.say(["adiós"], in: conversation) }
  }

  @Test(
    "a stranger's order is like one that does not exist",
    arguments: [
      "402-3500235-0023500", "402-0000000-0000000",
    ])
  func foreignOrder(order: String) throws {
    let counter = try Counter()
    let conversation = try counter.open()
    let templates = try counter.say(["quiero cancelar el pedido \(order)"], in: conversation)
    #expect(templates == ["pedido.no_existe"])
  }

  @Test("a process that dies after the decision finishes the turn once it is back")
  func recovers() throws {
    let counter = try Counter()
    let conversation = try counter.open()
    try counter.say(["cancela el pedido \(own) entero"], in: conversation)
    counter.faults.setFault(.replyLost, operation: .cancel)
    let templates = try counter.say(["sí"], in: conversation, prefix: "n")
    #expect(templates.contains("error.servicio_reintento"))
    #expect(try counter.store.read { try $0.openTicket(of: conversation) }?.reason == "servicio_caido")
    // The effect has happened on the other side: its key keeps anybody from doing it twice.
    #expect(try counter.orders.order(own, of: "cli_001", now: Counter.start)?.order.status == .cancelled)
  }

  @Test(
    "odd input gets an answer and no crash",
    arguments: [
      "", "   ", "😀😀😀", "¿¿¿???", "\u{0}\u{1}\u{7}", String(repeating: "a", count: 100_000), "ñ\u{301}\u{301}",
      "402-1234567", String(repeating: "hola ", count: 600), "\u{202E}aloh", "asdf qwer zxcv",
    ])
  func oddInput(text: String) throws {
    let counter = try Counter()
    let conversation = try counter.open()
    #expect(try !counter.say([text], in: conversation).isEmpty)
  }

  @Test("a card number is hidden wherever the conversation is kept")
  func masksCards() throws {
    let counter = try Counter()
    let conversation = try counter.open()
    try counter.say(["mi tarjeta es 4111 1111 1111 1111"], in: conversation)
    let transcript = try counter.assistant.transcript(conversation: conversation, format: "json")
    #expect(!transcript.contains("4111 1111"))
    #expect(transcript.contains("1111"))
  }

  @Test("people: queued, claimed, answered, resolved; an old lease writes nothing")
  func queue() throws {
    let counter = try Counter()
    let conversation = try counter.open()
    try counter.say(["quiero hablar con una persona"], in: conversation)
    #expect(try counter.assistant.tickets(status: "queued").tickets.isEmpty)
    try counter.say(["una persona, por favor"], in: conversation, prefix: "p")
    #expect(try counter.assistant.tickets(status: "queued").tickets.count == 1)
    let claimed = try #require(try counter.assistant.claim(agent: "ana"))
    #expect(try counter.assistant.claim(agent: "luis")?.ticket == nil)
    _ = try counter.assistant.say(ticket: claimed.ticket.id, lease: claimed.lease, messageID: "a1", text: "Hola")
    #expect(try counter.say(["gracias"], in: conversation, prefix: "h").isEmpty)
    counter.clock.advance(by: 600)
    #expect(throws: AssistantError.self) {
      try counter.assistant.say(ticket: claimed.ticket.id, lease: claimed.lease, messageID: "a2", text: "¿Sigues?")
    }
    let taken = try #require(try counter.assistant.claim(agent: "luis"))
    let view = try counter.assistant.resolve(ticket: taken.ticket.id, lease: taken.lease, outcome: "resuelto")
    #expect(view.json["control"]?.string == "bot")
  }
}
