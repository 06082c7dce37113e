import Commerce
import Foundation
import GRDB
import Storage
import Testing

/// Tuesday 10 March 2026, 10:00 in Madrid.
private let now = Timestamp("2026-03-10T10:00:00+01:00")?.date ?? .distantPast

private func service(_ change: (inout Shop) -> Void = { _ in }) throws -> EmbeddedOrderService {
  let queue = try DatabaseQueue()
  try queue.write { try EmbeddedOrderService.migrate($0) }
  let service = EmbeddedOrderService(writer: queue)
  let root = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()
  var shop = try ShopFile.decode(
    try Data(contentsOf: root.appendingPathComponent("Intents/tienda.demo.json")), now: now)
  change(&shop)
  #expect(try service.isEmpty)
  try service.importShop(shop)
  return service
}

extension OrderService {
  fileprivate func cancel(
    order: String, lines: [String], reason: String?, of customer: String, key: String, now: Date
  ) throws -> CancelOutcome? {
    try perform(CancelLines(order: order, lines: lines, reason: reason), of: customer, key: key, now: now)
  }

  fileprivate func createReturn(
    order: String, lines: [String], reason: String, resolution: Resolution, refundTo: String?, of customer: String,
    key: String, now: Date
  ) throws -> ReturnOutcome? {
    let request = CreateReturn(order: order, lines: lines, reason: reason, resolution: resolution, refundTo: refundTo)
    return try perform(request, of: customer, key: key, now: now)
  }
}

private let open = "402-1111111-1111111"
private let giftPaid = "402-4242424-2424242"

@Suite("the embedded order service")
struct OrdersTests {
  @Test("what is imported is exported")
  func roundTrip() throws {
    let service = try service()
    let shop = try service.exportShop()
    try service.importShop(shop)
    #expect(try ShopFile.encode(try service.exportShop()) == ShopFile.encode(shop))
    #expect(try !service.isEmpty)
    #expect(shop.customers.count == 7)
  }

  @Test("an empty store says so")
  func empty() throws {
    let queue = try DatabaseQueue()
    try queue.write { try EmbeddedOrderService.migrate($0) }
    let service = EmbeddedOrderService(writer: queue)
    #expect(throws: EmbeddedOrderService.StoreError.empty) { try service.exportShop() }
    #expect(throws: OrderServiceError.self) { try service.profile() }
  }

  @Test("a foreign order is no order")
  func foreign() throws {
    let service = try service()
    #expect(try service.order(open, of: "cli_001", now: now)?.id == open)
    #expect(try service.order(open, of: "cli_002", now: now) == nil)
    #expect(try service.order("402-0000000-0000000", of: "cli_002", now: now) == nil)
    for (index, id) in [open, "402-0000000-0000000"].enumerated() {
      let key = "k\(index)"
      #expect(
        try service.cancel(order: id, lines: ["L1"], reason: nil, of: "cli_002", key: key + "a", now: now) == .notFound)
      #expect(
        try service.perform(RequestCancellation(order: id), of: "cli_002", key: key + "b", now: now) == .notFound)
      #expect(
        try service.createReturn(
          order: id, lines: ["L1"], reason: "otro", resolution: .refund, refundTo: nil, of: "cli_002", key: key + "c",
          now: now) == .notFound)
    }
    #expect(try service.anyOrder(open)?.order.status == .pending)
  }

  @Test("a customer's orders, newest first, with sellers and products")
  func list() throws {
    let orders = try service().orders(of: "cli_001", now: now)
    #expect(orders.count == 10)
    #expect(orders.first?.id == "402-2222222-2222222")
    #expect(orders.first?.seller.kind == .external)
    #expect(orders.map(\.order.placedAt) == orders.map(\.order.placedAt).sorted(by: >))
    let lines = orders.flatMap { record in record.order.lines.map { record.aliases(of: $0) } }
    #expect(lines.allSatisfy { !$0.isEmpty })
    let ids = { (purpose: OrderPurpose) in
      Eligibility.orders(orders, for: purpose, now: now, policies: Policies()).map { $0.id.suffix(1) }.sorted()
    }
    #expect(ids(.cancel) == ["1", "1", "2", "3", "4"])
    #expect(ids(.return) == ["7"])
    #expect(ids(.track) == ["1", "1", "2", "3", "4", "5", "6"])
  }

  @Test("the same key does a thing once, and another request under it is refused")
  func idempotency() throws {
    let service = try service()
    func cancel(_ key: String, _ lines: [String]) throws -> CancelOutcome? {
      try service.cancel(order: giftPaid, lines: lines, reason: "otro", of: "cli_003", key: key, now: now)
    }
    let first = try cancel("conv:1:1", ["L2"])
    guard case .cancelled(let cancellation) = first else {
      Issue.record("\(String(describing: first))")
      return
    }
    #expect(cancellation.amount.amountText == "16.50")
    #expect(cancellation.refunds.map(\.method.id) == ["pm_regalo_003"])
    #expect(cancellation.refunds.first?.method.balance?.amountText == "76.50")
    #expect(try cancel("conv:1:1", ["L2"]) == first)
    #expect(try cancel("conv:1:2", ["L2"]) == .refused(.alreadyCancelled))
    #expect(throws: OrderServiceError.keyReused(.cancel, key: "conv:1:1")) { try cancel("conv:1:1", ["L1"]) }
    #expect(try service.customer("cli_003", now: now)?.paymentMethod("pm_regalo_003")?.balance?.amountText == "76.50")
    let order = try #require(try service.anyOrder(giftPaid)).order
    #expect(order.payment.filter { $0.kind == .refund }.count == 1)
    guard case .cancelled(let rest) = try cancel("conv:1:3", ["L1"]) else {
      Issue.record("the rest was not cancelled")
      return
    }
    #expect(
      rest.refunds.map { "\($0.method.id) \($0.amount.amountText)" } == ["pm_regalo_003 3.50", "pm_banco_003 31.40"])
    #expect(try service.anyOrder(giftPaid)?.order.status == .cancelled)
  }

  @Test("the policy is checked again at the moment of writing")
  func recheck() throws {
    let service = try service()
    let external = "402-2222222-2222222"
    let refused = try service.cancel(
      order: external, lines: ["L1"], reason: nil, of: "cli_001", key: "k", now: now.addingTimeInterval(901))
    guard case .refused(.tooLate) = refused else {
      Issue.record("\(String(describing: refused))")
      return
    }
    #expect(try service.anyOrder(external)?.order.status == .pending)
    guard
      case .cancelled = try service.cancel(
        order: external, lines: ["L1"], reason: nil, of: "cli_001", key: "k2", now: now.addingTimeInterval(900))
    else {
      Issue.record("thirty minutes sharp are in time")
      return
    }
  }

  @Test("the content's policies hold, and the shop's override them")
  func policies() throws {
    let queue = try DatabaseQueue()
    try queue.write { try EmbeddedOrderService.migrate($0) }
    let service = EmbeddedOrderService(
      writer: queue, contentPolicies: ["return_days": .number(10), "refund_business_days": .number(3)])
    try service.importShop(Shop(name: "Tienda", policies: ["return_days": .number(20)]))
    #expect(try service.profile().policies.returnDays == 20)
    #expect(try service.profile().policies.refundBusinessDays == 3)
  }

  @Test("a request is answered within the hour")
  func request() throws {
    let service = try service()
    let outcome = try service.perform(
      RequestCancellation(order: "402-4444444-4444444"), of: "cli_001", key: "k", now: now)
    guard case .requested(let request) = outcome else {
      Issue.record("\(String(describing: outcome))")
      return
    }
    #expect(request.answerBy == now.addingTimeInterval(3_600))
    #expect(try service.anyOrder("402-4444444-4444444")?.order.status == .cancellationRequested)
  }

  @Test("a return with its label")
  func createReturn() throws {
    let service = try service()
    func give(_ id: String, _ resolution: Resolution, _ key: String, to method: String? = nil) throws -> ReturnOutcome?
    {
      try service.createReturn(
        order: id, lines: ["L1"], reason: "no_me_vale", resolution: resolution, refundTo: method, of: "cli_001",
        key: key, now: now)
    }
    #expect(try give("402-7777777-7777777", .refund, "a", to: "pm_regalo_001") == .refused(.methodNotAllowed))
    #expect(try give("402-7777777-7777777", .exchange, "b") == .refused(.resolutionNotOffered))
    guard case .created(let created) = try give("402-7777777-7777777", .refund, "c") else {
      Issue.record("no return")
      return
    }
    #expect(created.refund?.amount.amountText == "59.90")
    #expect(created.confirmation.email == "jessica@example.com")
    #expect(try give("402-7777777-7777777", .refund, "d") == .refused(.alreadyReturned))
    guard case .refused(.tooLate) = try give("402-8888888-8888888", .refund, "e") else {
      Issue.record("sixty days are too many")
      return
    }
  }

  @Test("who is writing")
  func identify() throws {
    let service = try service()
    func who(_ claim: IdentityClaim) throws -> String {
      switch try service.identify(claim, now: now) {
      case .identified(let customer): customer.id
      case .noMatch: "nobody"
      case .incomplete: "incomplete"
      }
    }
    #expect(try who(IdentityClaim(email: "Jessica@Example.com", order: open)) == "cli_001")
    #expect(try who(IdentityClaim(email: "carmen@example.com", order: open)) == "nobody")
    #expect(try who(IdentityClaim(email: "jessica@example.com")) == "incomplete")
    #expect(try who(IdentityClaim(name: "inigo etxeberria", postcode: "48009")) == "cli_004")
    #expect(try who(IdentityClaim(firstName: "Miguel Ángel", lastName: "Santana", postcode: "35002")) == "cli_002")
    #expect(try who(IdentityClaim(name: "inigo etxeberria", postcode: "48010")) == "nobody")
    #expect(try who(IdentityClaim()) == "incomplete")
  }

  @Test("a service that fails: before, or after the effect")
  func faults() throws {
    let inner = try service()
    let faults = FaultInjection()
    let service = FaultyOrderService(inner, faults: faults)
    func cancel() throws -> CancelOutcome? {
      try service.cancel(order: open, lines: ["L1"], reason: nil, of: "cli_001", key: "k", now: now)
    }
    faults.setFault(.timedOut, operation: .cancel)
    #expect(throws: OrderServiceError.timedOut(.cancel)) { try cancel() }
    #expect(try inner.anyOrder(open)?.order.line("L1")?.status == .pending)
    faults.setFault(.replyLost, operation: .cancel)
    #expect(throws: OrderServiceError.timedOut(.cancel)) { try cancel() }
    #expect(try inner.anyOrder(open)?.order.line("L1")?.status == .cancelled)
    faults.setFault(nil, operation: .cancel)
    guard case .cancelled = try cancel() else {
      Issue.record("the stored outcome was expected")
      return
    }
    #expect(try inner.anyOrder(open)?.order.payment.count == 2)
  }

  @Test("the world moves on")
  func advance() throws {
    let service = try service()
    try service.advance(order: open, to: .delivered, now: now)
    let order = try #require(try service.anyOrder(open)).order
    #expect(order.status == .delivered)
    #expect(order.deliveredAt(line: "L2").date == now)
    #expect(throws: EmbeddedOrderService.StoreError.unknownOrder("x")) {
      try service.advance(order: "x", to: .shipped, now: now)
    }
  }
}
