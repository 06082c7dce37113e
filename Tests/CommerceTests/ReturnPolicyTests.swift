import Commerce
import Foundation
import Testing

@Suite("what can be returned")
struct ReturnPolicyTests {
  static func word(_ verdict: ReturnVerdict) -> String {
    switch verdict {
    case .possible(let lines, _): "possible \(lines.joined(separator: " "))"
    case .choose(let lines, _): "choose \(lines.joined(separator: " "))"
    case .tooLate: "tooLate"
    case .notDelivered: "notDelivered"
    case .alreadyReturned: "alreadyReturned"
    case .externalSeller: "externalSeller"
    case .resolutionNotOffered: "resolution"
    case .methodNotAllowed: "method"
    case .unknownLine(let line): "unknown \(line)"
    }
  }

  @Test(
    "the verdict",
    arguments: [
      ([.delivered], 29, .own, nil, "possible L1"), ([.delivered], 30, .own, nil, "possible L1"),
      ([.delivered], 30.5, .own, nil, "tooLate"),  // the evening of the day before
      ([.delivered], 31, .own, nil, "tooLate"), ([.delivered], 31, .own, ["L1"], "tooLate"),
      ([.delivered, .delivered], 1, .own, nil, "choose L1 L2"),
      ([.delivered, .delivered], 1, .own, ["L2"], "possible L2"),
      ([.delivered, .returned], 1, .own, nil, "possible L1"),
      ([.delivered, .returnRequested], 1, .own, ["L2"], "alreadyReturned"),
      ([.exchangeRequested], 1, .own, nil, "alreadyReturned"), ([.shipped], nil, .own, nil, "notDelivered"),
      ([.cancelled], nil, .own, nil, "notDelivered"), ([.pending, .delivered], 1, .own, ["L1"], "notDelivered"),
      ([.delivered], 1, .external, nil, "externalSeller"), ([.shipped], nil, .external, nil, "notDelivered"),
      ([.delivered], 1, .own, ["L7"], "unknown L7"),
    ] as [([OrderStatus], Double?, Seller.Kind, [String]?, String)])
  func verdict(statuses: [OrderStatus], daysAgo: Double?, seller: Seller.Kind, lines: [String]?, expected: String) {
    let verdict = ReturnPolicy.verdict(
      on: order(placed: 100_000, statuses, delivered: daysAgo), soldBy: seller, lines: lines, now: noon,
      policies: Policies())
    #expect(Self.word(verdict) == expected)
  }

  @Test("the last day counts to its last second")
  func lastDay() throws {
    let order = order(placed: 100_000, [.delivered], delivered: 30)
    let evening = try #require(Timestamp("2026-03-10T23:59:59+01:00")).date
    func verdict(_ now: Date) -> String {
      Self.word(ReturnPolicy.verdict(on: order, soldBy: .own, lines: nil, now: now, policies: Policies()))
    }
    #expect(verdict(evening) == "possible L1")
    #expect(verdict(evening.addingTimeInterval(1)) == "tooLate")
  }

  @Test("at most one return an order, whatever its lines, where the shop wants it so")
  func once() {
    var policies = Policies()
    policies.afterDeliveryOnce = true
    var order = order(placed: 100_000, [.delivered, .delivered], delivered: 1)
    func verdict(_ lines: [String]?) -> String {
      Self.word(ReturnPolicy.verdict(on: order, soldBy: .own, lines: lines, now: noon, policies: policies))
    }
    #expect(verdict(nil) == "choose L1 L2")
    #expect(verdict(["L1"]) == "possible L1")
    order.returns = [
      Return(
        id: "r", kind: .return, lines: [], reason: "otro", resolution: .refund, requestedAt: Timestamp(noon))
    ]
    #expect(verdict(nil) == "alreadyReturned")
    #expect(verdict(["L2"]) == "alreadyReturned")
  }

  @Test(
    "where the money of a return may go",
    arguments: [
      (["original"], nil, "visa"), (["original"], "visa", "visa"), (["original"], "regalo", nil),
      (["original", "gift_card"], "regalo", "regalo"), (["any_own_method"], "regalo", "regalo"),
      (["any_own_method"], "ajena", nil), (["gift_card"], "visa", nil),
    ] as [([String], String?, String?)])
  func refundMethod(admitted: [String], wished: String?, expected: String?) {
    var policies = Policies()
    policies.returnRefundTo = admitted
    let method = PaymentPolicy.method(
      wished, by: policies.returnRefundTo, for: order([.delivered]), of: jessica)
    #expect(method?.id == expected)
  }
}
