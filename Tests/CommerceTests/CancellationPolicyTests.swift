import Commerce
import Foundation
import Testing

/// One row of the table: what is asked, and the word for the verdict.
struct CancellationCase: Sendable, CustomTestStringConvertible {
  var name: String
  var order: Order
  var seller: Seller.Kind
  var lines: [String]?
  var verdict: String

  init(_ name: String, _ order: Order, _ seller: Seller.Kind = .own, _ lines: [String]? = nil, _ verdict: String) {
    (self.name, self.order, self.seller, self.lines, self.verdict) = (name, order, seller, lines, verdict)
  }

  var testDescription: String { name }
}

func word(_ verdict: CancellationVerdict) -> String {
  switch verdict {
  case .possible(let lines): "possible \(lines.joined(separator: " "))"
  case .choose(let lines): "choose \(lines.joined(separator: " "))"
  case .bundle(let lines): "bundle \(lines.joined(separator: " "))"
  case .bundleWait(let lines, _): "bundleWait \(lines.joined(separator: " "))"
  case .tooLate(let lines, _): "tooLate \(lines.joined(separator: " "))"
  case .preparing(let lines): "preparing \(lines.joined(separator: " "))"
  case .wholeOrderOnly(let lines): "whole \(lines.joined(separator: " "))"
  case .unknownLine(let line): "unknown \(line)"
  case .reasonNotAccepted: "reason"
  case .shipped: "shipped"
  case .delivered: "delivered"
  case .alreadyCancelled: "cancelled"
  case .alreadyRequested: "requested"
  case .alreadyModified: "modified"
  }
}

@Suite("what can be cancelled")
struct CancellationPolicyTests {
  static let own: [CancellationCase] = [
    .init("one line", order([.pending]), .own, nil, "possible L1"),
    .init("two lines, none named", order([.pending, .pending]), .own, nil, "choose L1 L2"),
    .init("two lines, one named", order([.pending, .pending]), .own, ["L2"], "possible L2"),
    .init("two lines, both named", order([.pending, .pending]), .own, ["L1", "L2"], "possible L1 L2"),
    .init("old, but not in the shipping process", order(placed: 90_000, [.pending]), .own, nil, "possible L1"),
    .init("one left over", order([.shipped, .pending]), .own, nil, "possible L2"),
    .init("one shipped, named", order([.shipped, .pending]), .own, ["L1"], "shipped"),
    .init("one shipped, both named", order([.shipped, .pending]), .own, ["L1", "L2"], "shipped"),
    .init("preparing", order([.preparing]), .own, nil, "preparing L1"),
    .init("preparing and pending, both named", order([.preparing, .pending]), .own, ["L1", "L2"], "preparing L1 L2"),
    .init("shipped", order([.shipped]), .own, nil, "shipped"),
    .init("delivered", order([.delivered]), .own, nil, "delivered"),
    .init("returned", order([.returned]), .own, nil, "delivered"),
    .init("cancelled", order([.cancelled]), .own, nil, "cancelled"),
    .init("cancelled line of an open order", order([.cancelled, .pending]), .own, ["L1"], "cancelled"),
    .init("requested", order([.cancellationRequested]), .own, nil, "requested"),
    .init("no such line", order([.pending]), .own, ["L9"], "unknown L9"),
    .init("no line at all", order([.pending]), .own, [], "cancelled"),
  ]

  static let external: [CancellationCase] = [
    .init("29 minutes", order(placed: 29, [.pending]), .external, nil, "possible L1"),
    .init("30 minutes sharp", order(placed: 30, [.pending]), .external, nil, "possible L1"),
    .init("30 minutes and a second", order(placed: 30 + 1.0 / 60, [.pending]), .external, nil, "tooLate L1"),
    .init("a day, two lines", order(placed: 1_440, [.pending, .pending]), .external, nil, "tooLate L1 L2"),
    .init("preparing in time", order(placed: 5, [.preparing]), .external, nil, "preparing L1"),
    .init("preparing too late", order(placed: 31, [.preparing]), .external, nil, "tooLate L1"),
    .init("shipped", order(placed: 5, [.shipped]), .external, nil, "shipped"),
  ]

  static let both: Set<String> = ["L1", "L2"]

  static let bundles: [CancellationCase] = [
    .init("none named", order([.pending, .pending], bundle: both), .own, nil, "bundle L1 L2"),
    .init("part named", order([.pending, .pending], bundle: both), .own, ["L1"], "bundle L1 L2"),
    .init("all named", order([.pending, .pending], bundle: both), .own, ["L1", "L2"], "possible L1 L2"),
    .init(
      "a stranger beside it, named", order([.pending, .pending, .pending], bundle: both), .own, ["L3"], "possible L3"),
    .init("a stranger beside it", order([.pending, .pending, .pending], bundle: both), .own, nil, "choose L1 L2 L3"),
    .init("in part cancelled", order([.cancelled, .pending], bundle: both), .own, ["L2"], "possible L2"),
    .init("in part preparing", order([.preparing, .pending], bundle: both), .own, ["L2"], "preparing L1 L2"),
    .init(
      "in part shipped, 71 h 59", order(placed: 72 * 60 - 1, [.shipped, .pending], bundle: both), .own, nil,
      "bundleWait L2"),
    .init(
      "in part shipped, 72 h", order(placed: 72 * 60, [.shipped, .pending], bundle: both), .own, nil, "possible L2"),
    .init(
      "in part delivered, 2 h", order(placed: 120, [.delivered, .pending], bundle: both), .own, ["L2"],
      "bundleWait L2"),
    .init(
      "in part shipped, a stranger is free",
      order(placed: 120, [.shipped, .pending, .pending], bundle: both), .own, nil, "possible L3"),
    .init(
      "in part shipped, external, 72 h", order(placed: 72 * 60, [.shipped, .pending], bundle: both), .external, nil,
      "tooLate L2"),
  ]

  @Test("the verdict", arguments: own + external + bundles)
  func verdict(row: CancellationCase) {
    let verdict = CancellationPolicy.verdict(
      on: row.order, soldBy: row.seller, lines: row.lines, now: noon, policies: Policies())
    #expect(word(verdict) == row.verdict)
  }

  @Test("policies change the verdict")
  func switches() {
    var policies = Policies()
    policies.partialCancel = false
    let two = order([.pending, .pending])
    func verdict(_ order: Order, _ lines: [String]?, _ seller: Seller.Kind = .own) -> String {
      word(CancellationPolicy.verdict(on: order, soldBy: seller, lines: lines, now: noon, policies: policies))
    }
    #expect(verdict(two, ["L1"]) == "whole L1 L2")
    #expect(verdict(two, nil) == "possible L1 L2")
    #expect(verdict(order([.shipped, .pending]), nil) == "shipped")
    policies = Policies()
    policies.sellerCancelMinutes = 5
    #expect(verdict(order(placed: 6, [.pending]), nil, .external) == "tooLate L1")
    policies.modifyItemsOnce = true
    var modified = two
    #expect(verdict(modified, ["L1"]) == "possible L1")
    modified.itemsModifiedAt = Timestamp(noon)
    #expect(verdict(modified, ["L1"]) == "modified")
  }

  @Test(
    "reasons",
    arguments: [
      (nil, nil, true), (nil, "frio", true), (["ya_no_lo_quiero"], "ya_no_lo_quiero", true),
      (["ya_no_lo_quiero"], "otro", false), (["ya_no_lo_quiero"], nil, false),
    ] as [([String]?, String?, Bool)])
  func reasons(accepted: [String]?, reason: String?, holds: Bool) {
    var policies = Policies()
    policies.cancelReasons = accepted
    #expect(CancellationPolicy.accepts(reason: reason, policies: policies) == holds)
  }

  @Test(
    "requests",
    arguments: [
      ([.preparing], nil, .possible(lines: ["L1"])),
      ([.preparing, .shipped], nil, .possible(lines: ["L1"])),
      ([.preparing, .shipped], ["L1", "L2"], .shipped),
      ([.shipped], nil, .shipped), ([.cancelled], nil, .alreadyCancelled),
      ([.cancellationRequested], nil, .alreadyRequested), ([.pending], ["L2"], .unknownLine("L2")),
    ] as [([OrderStatus], [String]?, CancellationRequestVerdict)])
  func requests(statuses: [OrderStatus], lines: [String]?, expected: CancellationRequestVerdict) {
    #expect(CancellationPolicy.requestVerdict(on: order(statuses), lines: lines, policies: Policies()) == expected)
  }

  @Test("no requests where the shop offers none")
  func noRequests() {
    var policies = Policies()
    policies.cancellationRequest = false
    #expect(CancellationPolicy.requestVerdict(on: order([.preparing]), lines: nil, policies: policies) == .notOffered)
  }
}
