import Commerce
import Foundation
import Testing

@Suite("what actions do to orders and money")
struct OrderChangesTests {
  static func refunds(_ order: Order, _ lines: [String]) -> [String] {
    OrderChanges.cancellationRefunds(of: order, lines: lines).map { "\($0.method) \($0.amount.amountText)" }
  }

  @Test("the methods that paid take back, in their order, and no more than they paid")
  func split() {
    var order = order([.pending, .pending])
    #expect(Self.refunds(order, ["L1"]) == ["visa 10.00"])
    order.payment = [
      Payment(method: "regalo", amount: euros("8.00"), kind: .charge, at: order.placedAt),
      Payment(method: "visa", amount: euros("15.99"), kind: .charge, at: order.placedAt),
    ]
    #expect(Self.refunds(order, ["L1"]) == ["regalo 8.00", "visa 2.00"])
    #expect(Self.refunds(order, ["L1", "L2"]) == ["regalo 8.00", "visa 15.99"])
    order.payment.append(Payment(method: "regalo", amount: euros("8.00"), kind: .refund, at: order.placedAt))
    #expect(Self.refunds(order, ["L1"]) == ["visa 10.00"])
    order.payment = []
    #expect(Self.refunds(order, ["L1"]) == [])
  }

  @Test("a cancellation marks lines, writes the refund and fills the gift card at once")
  func cancel() throws {
    var order = order([.pending, .pending])
    order.payment[0].method = "regalo"
    var desk = desk([order])
    let outcome = CancelLines(order: order.id, lines: ["L2"], reason: "ya_no_lo_quiero").carryOut(on: &desk)
    guard case .cancelled(let cancellation) = outcome else {
      Issue.record("\(outcome)")
      return
    }
    let after = desk.orders[0].order
    #expect(after.lines.map(\.status) == [.pending, .cancelled])
    #expect(after.status == .pending)
    #expect(after.payment.last == Payment(method: "regalo", amount: euros("10"), kind: .refund, at: desk.now))
    #expect(after.cancellation == OrderCancellation(reason: "ya_no_lo_quiero", at: desk.now))
    #expect(desk.customer.paymentMethod("regalo")?.balance == euros("15"))
    #expect(cancellation.amount == euros("10"))
    #expect(cancellation.confirmation == Confirmation(kind: .cancelled, email: "jessica@example.com"))
  }

  @Test("the gift card waits where the shop wants it so")
  func cancelLater() {
    var order = order([.pending])
    order.payment[0].method = "regalo"
    var desk = desk([order]) { $0.giftCardAtOnce = false }
    _ = CancelLines(order: order.id, lines: ["L1"]).carryOut(on: &desk)
    #expect(desk.customer == jessica)
    #expect(desk.orders[0].order.status == .cancelled)
  }

  @Test("a return is written down with label and refund, and no money moves")
  func createReturn() {
    let order = order([.delivered, .delivered], delivered: 2)
    var desk = desk([order])
    let outcome = CreateReturn(order: order.id, lines: ["L1"], reason: "talla").carryOut(on: &desk)
    guard case .created(let created) = outcome else {
      Issue.record("\(outcome)")
      return
    }
    let after = desk.orders[0].order
    #expect(created.entry.refund == MethodAmount(method: "visa", amount: euros("10")))
    #expect(created.entry.label == "ETQ-402-1111111-1111111-1")
    #expect(after.returns == [created.entry])
    #expect(after.payment == order.payment)
    #expect(after.refunds.isEmpty)
    #expect(after.lines.map(\.status) == [.returnRequested, .delivered])
  }

  @Test(
    "an order's status follows from its lines",
    arguments: [
      ([.pending, .shipped], .pending), ([.cancelled, .shipped], .shipped), ([.cancelled, .cancelled], .cancelled),
      ([.delivered, .returnRequested], .delivered), ([.returned, .returned], .returned),
      ([.cancellationRequested, .shipped], .cancellationRequested),
    ] as [([OrderStatus], OrderStatus)])
  func status(lines: [OrderStatus], expected: OrderStatus) { #expect(order(lines).status == expected) }

  @Test(
    "a claim names an account",
    arguments: [
      ("jessica romero", true), ("Jessica Romero Díaz", true), ("JESSICA ROMERO DIAZ", true), ("romero jessica", true),
      ("Jessica", false), ("Jessica Díaz", false), ("Jessica Romero Pérez", false), ("Ana Romero", false),
    ])
  func names(claimed: String, matches: Bool) {
    #expect(Identification.isName(claimed, of: jessica.name) == matches)
  }

  @Test("nothing but the admitted combinations identifies")
  func ways() {
    var policies = Policies()
    let claim = IdentityClaim(email: "jessica@example.com", order: " ", name: "Jessica Romero")
    #expect(Identification.ways(open: claim, policies: policies) == [])
    policies.identifyBy = ["email"]
    #expect(Identification.ways(open: claim, policies: policies) == ["email"])
  }

  @Test("policies read what authors write")
  func policyValues() {
    #expect(PolicyValue(parsing: " 72 ") == .number(72))
    #expect(PolicyValue(parsing: "true") == .flag(true))
    #expect(PolicyValue(parsing: "[original, \"gift_card\"]") == .list(["original", "gift_card"]))
    let (policies, problems) = Policies().overridden(by: [
      "return_days": .number(14), "return_day": .number(1), "partial_cancel": .number(1),
      "assurance": .table(["act": "authenticated"]),
    ])
    #expect(policies.returnDays == 14)
    #expect(policies.assurance.act == .authenticated)
    #expect(problems == ["return_day": .unknownName, "partial_cancel": .wrongValue(expected: "true o false")])
    #expect(Policies.names.count == 22)
  }
}
