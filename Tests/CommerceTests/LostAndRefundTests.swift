import Commerce
import Foundation
import Testing

@Suite("parcels that are not there")
struct LostParcelTests {
  static func word(_ verdict: LostVerdict) -> String {
    "\(verdict)".split(separator: "(").first.map(String.init) ?? ""
  }

  /// An order whose parcel was delivered so many hours ago.
  static func delivered(_ hours: Double) -> Order {
    var order = order(placed: 10_000, [.delivered])
    order.shipments = [
      Shipment(id: "e", lines: ["L1"], deliveredAt: Timestamp(noon.addingTimeInterval(-hours * 3_600), offset: 3_600))
    ]
    return order
  }

  /// On its way, and expected so many days from now.
  static func shipped(_ days: Double?) -> Order {
    var order = order(placed: 10_000, [.shipped])
    let expected = days.map { Timestamp(noon.addingTimeInterval($0 * 86_400), offset: 3_600) }
    order.shipments = [Shipment(id: "e", lines: ["L1"], estimated: expected)]
    return order
  }

  @Test(
    "the clocks of L2, on both sides",
    arguments: [
      (0.5, "wait"), (23.99, "wait"), (24, "may"), (47.99, "may"), (48, "must"), (500, "must"),
    ])
  func clocks(hours: Double, expected: String) {
    let verdict = LostPolicy.verdict(
      on: Self.delivered(hours), soldBy: .own, lines: nil, now: noon, policies: Policies())
    #expect(Self.word(verdict) == expected)
  }

  @Test("what has not arrived at all")
  func onTheWay() {
    func word(_ order: Order, _ seller: Seller.Kind = .own) -> String {
      Self.word(LostPolicy.verdict(on: order, soldBy: seller, lines: nil, now: noon, policies: Policies()))
    }
    #expect(word(Self.shipped(1)) == "onTheWay")
    #expect(word(Self.shipped(0)) == "onTheWay")
    #expect(word(Self.shipped(nil)) == "onTheWay")
    #expect(word(Self.shipped(-1)) == "late")
    #expect(word(Self.shipped(-1), .external) == "externalSeller")
    #expect(word(order([.pending])) == "notShipped")
    #expect(word(order([.cancelled])) == "cancelled")
    #expect(word(order([.exchangeRequested])) == "alreadySettled")
  }

  @Test(
    "what may be chosen when",
    arguments: [
      (10.0, LostRemedy.refund, false, false), (25, .refund, false, true), (25, .investigation, false, true),
      (10, .replacement, true, false), (50, .replacement, true, true),
    ])
  func remedies(hours: Double, remedy: LostRemedy, urgent: Bool, open: Bool) {
    let order = Self.delivered(hours)
    var desk = desk([order])
    let outcome = SettleLostParcel(order: order.id, remedy: remedy, urgent: urgent).carryOut(on: &desk)
    if case .refused = outcome { #expect(!open && desk.orders[0].order == order) } else { #expect(open) }
  }

  @Test("a late parcel is looked for; only somebody in a hurry gets another one at once")
  func late() {
    let order = Self.shipped(-2)
    var desk = desk([order])
    func settle(_ remedy: LostRemedy, urgent: Bool = false) -> LostOutcome {
      SettleLostParcel(order: order.id, remedy: remedy, urgent: urgent).carryOut(on: &desk)
    }
    guard case .refused(.late) = settle(.refund), case .investigating = settle(.investigation) else {
      Issue.record("late parcels are looked for first")
      return
    }
    #expect(desk.orders[0].order.notices.map(\.text) == ["investigacion: L1"])
    guard case .refused(.investigated) = settle(.investigation),
      case .settled(let created) = settle(.replacement, urgent: true)
    else {
      Issue.record("one investigation, then the replacement")
      return
    }
    #expect(created.entry.kind == .replacement && created.entry.label == nil)
    #expect(created.entry.reason == "no_recibido_urgente")
    guard case .refused(.alreadySettled) = settle(.refund, urgent: true) else {
      Issue.record("nothing twice")
      return
    }
  }

  @Test("the money of a lost parcel is due at once, in working days")
  func refund() {
    let order = Self.delivered(50)
    var desk = desk([order])
    _ = SettleLostParcel(order: order.id, remedy: .refund).carryOut(on: &desk)
    let after = desk.orders[0].order
    #expect(after.returns.map(\.status) == [.received])
    #expect(
      after.refunds.map { "\($0.method) \($0.amount.amountText) \($0.expectedAt)" } == [
        "visa 10.00 2026-03-19T23:59:59+01:00"
      ])
    #expect(after.payment == order.payment)
  }

  @Test(
    "missing parts stay: no label, and the money is due at once",
    arguments: [
      ("incompleto", true), ("danado", false), ("equivocado", false), ("talla", false),
    ])
  func missingParts(reason: String, stays: Bool) {
    let order = order([.delivered], delivered: 2)
    var desk = desk([order])
    guard case .created(let created) = CreateReturn(order: order.id, lines: ["L1"], reason: reason).carryOut(on: &desk)
    else {
      Issue.record("no return")
      return
    }
    #expect((created.entry.label == nil) == stays)
    #expect(desk.orders[0].order.refunds.isEmpty == !stays)
    #expect(created.confirmation.kind == (stays ? .nothingToSend : .returnCreated))
  }
}

@Suite("refunds, charges and deadlines")
struct MoneyTests {
  @Test("where a refund is: the most urgent first")
  func reports() {
    var order = order([.returned, .returnRequested], delivered: 20)
    func entry(_ id: String, _ line: String, _ status: Return.Status) -> Return {
      Return(
        id: id, kind: .return, lines: [ReturnLine(line: line)], reason: "otro", resolution: .refund,
        refund: MethodAmount(method: "visa", amount: euros("10.00")), requestedAt: Timestamp(noon), status: status)
    }
    func refund(_ entry: String, due days: Double, paid: Bool = false) -> Refund {
      Refund(
        id: "r" + entry, method: "visa", amount: euros("10.00"), reason: "otro", return: entry,
        expectedAt: Timestamp(noon.addingTimeInterval(days * 86_400)), paidAt: paid ? Timestamp(noon) : nil)
    }
    func states() -> [RefundReport.State] { RefundReport.reports(on: order, now: noon).map(\.state) }
    #expect(states() == [])
    order.returns = [entry("a", "L1", .received), entry("b", "L2", .requested)]
    #expect(states() == [.awaitingParcel, .awaitingParcel])
    order.refunds = [refund("a", due: 3)]
    #expect(states() == [.due, .awaitingParcel])
    order.refunds = [refund("a", due: -1)]
    #expect(states() == [.overdue, .awaitingParcel])
    order.refunds = [refund("a", due: -1, paid: true)]
    #expect(states() == [.awaitingParcel, .paid])
  }

  @Test(
    "a charge is matched by amount, and by date three days to each side",
    arguments: [
      ("10.00", 0.0, ["o"]), ("10.00", 3, ["o"]), ("10.00", 3.1, []), ("10.00", -3, ["o"]), ("10.01", 0, []),
      ("9.99", 0, ["s"]), ("9.99", -3.1, []),
    ])
  func matches(amount: String, daysLater: Double, expected: [String]) {
    let order = order(placed: 0, [.pending])
    let subscription = Subscription(
      id: "s", customer: "cli_001", name: "Canal", price: euros("9.99"), period: "P1M", since: Timestamp(noon),
      charges: [SubscriptionCharge(at: Timestamp(noon), amount: euros("9.99"))])
    let date = noon.addingTimeInterval(daysLater * 86_400)
    let found = Payments.matches(
      amount: euros(amount), from: date, to: date, days: 3, orders: desk([order]).orders, subscriptions: [subscription])
    let ids = found.map { match in
      switch match.source {
      case .order: "o"
      case .subscription: "s"
      }
    }
    #expect(ids == expected)
  }

  @Test("without an amount the days alone tell", arguments: [(0.0, 2), (3, 2), (3.1, 0)])
  func matchesByDate(daysLater: Double, expected: Int) {
    let subscription = Subscription(
      id: "s", customer: "cli_001", name: "Canal", price: euros("9.99"), period: "P1M", since: Timestamp(noon),
      charges: [SubscriptionCharge(at: Timestamp(noon), amount: euros("9.99"))])
    let date = noon.addingTimeInterval(daysLater * 86_400)
    let found = Payments.matches(
      amount: nil, from: date, to: date, days: 3, orders: desk([order(placed: 0, [.pending])]).orders,
      subscriptions: [subscription])
    #expect(found.count == expected)
  }

  @Test("what came back and what was paid since the conversation began")
  func sums() {
    var old = order(placed: 10_000, [.pending, .pending])
    var desk = desk([old])
    _ = CancelLines(order: old.id, lines: ["L1"]).carryOut(on: &desk)
    old = desk.orders[0].order
    let sums = Payments.sums(since: noon.addingTimeInterval(-60), orders: desk.orders, currency: "EUR")
    #expect(sums.back == euros("10.00") && sums.paid == euros("0"))
    #expect(Payments.sums(since: noon.addingTimeInterval(60), orders: desk.orders, currency: "EUR").back == euros("0"))
  }

  @Test(
    "working days",
    arguments: [
      ("2026-03-10T10:00:00+01:00", 2, "2026-03-12"), ("2026-03-13T23:00:00+01:00", 2, "2026-03-17"),
      ("2026-03-14T10:00:00+01:00", 1, "2026-03-16"), ("2026-12-24T10:00:00+01:00", 1, "2026-12-28"),
      ("2026-03-10T10:00:00+01:00", 0, "2026-03-10"),
    ])
  func workingDays(start: String, days: Int, expected: String) throws {
    let calendar = WorkingCalendar(holidays: ["2026-12-25"])
    let start = try #require(Timestamp(start))
    let end = Timestamp(calendar.deadline(after: days, from: start), offset: start.offset)
    #expect(end.description == "\(expected)T23:59:59+01:00")
  }

  @Test("a subscription ends once; its last charge goes back at most once")
  func subscription() {
    let subscription = Subscription(
      id: "s", customer: "cli_001", name: "Canal", price: euros("9.99"), period: "P1M", since: Timestamp(noon),
      method: "regalo", charges: [SubscriptionCharge(at: Timestamp(noon), amount: euros("9.99"))])
    var desk = desk([], subscriptions: [subscription])
    let request = CancelSubscription(subscription: "s", refund: true)
    guard case .cancelled(let ended, let refund?, _) = request.carryOut(on: &desk) else {
      Issue.record("not cancelled")
      return
    }
    #expect(ended.status == .cancelled && refund.amount == euros("9.99"))
    #expect(desk.customer.paymentMethod("regalo")?.balance == euros("14.99"))
    #expect(desk.subscriptions[0].refundableCharge == nil)
    guard case .alreadyCancelled = request.carryOut(on: &desk) else {
      Issue.record("nothing twice")
      return
    }
    #expect(CancelSubscription(subscription: "x").carryOut(on: &desk) == .notFound)
  }

  @Test(
    "a device by its serial number",
    arguments: [
      ("G0B0 1234-5678", "2026-03-10", "covered"), ("g0b012345678", "2026-03-09", "expired"),
      ("G0B012345679", "2026-03-10", "unknownSerial"), ("G0B012345678", nil, "noWarranty"),
    ] as [(String, String?, String)])
  func warranty(serial: String, until: String?, expected: String) {
    var order = order([.delivered], delivered: 100)
    order.lines[0].serial = "G0B012345678"
    order.lines[0].warrantyUntil = until
    var desk = desk([order])
    let verdict = Warranty.verdict(serial: serial, orders: desk.orders, now: noon)
    #expect("\(verdict)".split(separator: "(").first.map(String.init) == expected)
    guard expected == "covered" else { return }
    guard case .replaced(let created) = ReplaceDevice(serial: serial).carryOut(on: &desk) else {
      Issue.record("no replacement")
      return
    }
    #expect(created.entry.label != nil && created.entry.kind == .replacement)
    guard case .refused(.beingReplaced) = ReplaceDevice(serial: serial).carryOut(on: &desk) else {
      Issue.record("nothing twice")
      return
    }
  }
}
