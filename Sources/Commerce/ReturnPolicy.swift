package import Foundation

/// What the customer wants instead of the product; the raw value is the shop file's and the content's word.
package enum Resolution: String, Codable, Hashable, Sendable, CaseIterable {
  case refund = "reembolso"
  case replacement = "reemplazo"
  case exchange = "cambio"
}

/// Whether lines of an order can be returned now. Lists of lines are line ids, in the order's order.
package enum ReturnVerdict: Codable, Hashable, Sendable {
  /// These lines can be returned until `deadline`, the end of the last day.
  case possible(lines: [String], deadline: Date)
  /// No lines were named and several can be returned: the customer chooses among them.
  case choose(lines: [String], deadline: Date)
  /// The last day has passed.
  case tooLate(deadline: Date)
  /// Not delivered yet, or never to be.
  case notDelivered
  case alreadyReturned
  /// The seller has a procedure of its own (RET4).
  case externalSeller
  /// `replace_same_variant` is off, or the exchange names no variant.
  case resolutionNotOffered
  /// `return_refund_to` does not admit this payment method, or it is not the customer's own.
  case methodNotAllowed
  /// A line was named that the order does not have.
  case unknownLine(String)
}

/// RET1, RET4 and RET6 as pure functions.
///
/// `after_delivery_once` allows one return or exchange an order, with all the lines that are to go: a second one is
/// refused, whatever its lines.
package enum ReturnPolicy {
  /// The verdict on returning `lines` of `order` at `now`; nil lines: none named yet.
  package static func verdict(
    on order: Order, soldBy seller: Seller.Kind, lines: [String]?, now: Date, policies: Policies
  ) -> ReturnVerdict {
    if let unknown = lines?.first(where: { order.line($0) == nil }) { return .unknownLine(unknown) }
    let asked = order.lines.filter { lines?.contains($0.id) ?? true }
    let delivered = asked.filter { $0.status == .delivered }
    guard lines == nil ? !delivered.isEmpty : delivered.count == asked.count && !asked.isEmpty else {
      let gone: Set<OrderStatus> = [.returnRequested, .returned, .exchangeRequested]
      return asked.contains { gone.contains($0.status) } ? .alreadyReturned : .notDelivered
    }
    if policies.afterDeliveryOnce, !order.returns.isEmpty { return .alreadyReturned }
    if seller == .external { return .externalSeller }
    let deadlines = delivered.map { deadline(of: $0, in: order, policies: policies) }
    let inTime = zip(delivered, deadlines).filter { $0.1 >= now }
    guard let deadline = inTime.map(\.1).min(), lines == nil || inTime.count == delivered.count else {
      return .tooLate(deadline: deadlines.filter { $0 < now }.max() ?? now)
    }
    let ids = inTime.map(\.0.id)
    return lines == nil && ids.count > 1
      ? .choose(lines: ids, deadline: deadline) : .possible(lines: ids, deadline: deadline)
  }

  /// The last second of the last day on which a delivered line can be returned.
  ///
  /// Days are counted on the calendar of the place where the parcel was delivered: «hasta el 9 de abril» includes
  /// the evening of the ninth, whatever the hour of the delivery.
  package static func deadline(of line: OrderLine, in order: Order, policies: Policies) -> Date {
    order.deliveredAt(line: line.id).endOfDay(after: policies.returnDays)
  }

  /// Whether there is nothing to send back: parts or products that never came (RET6), parcels that got lost (L2).
  package static func staysWithCustomer(reason: String) -> Bool {
    ["incompleto", LostPolicy.reason, LostPolicy.urgentReason].contains(reason)
  }

  /// What stands in the way of the wished resolution; nil: nothing. An exchange needs a variant, which a plain return
  /// does not name.
  package static func obstacle(to resolution: Resolution, policies: Policies) -> ReturnVerdict? {
    switch resolution {
    case .refund: nil
    case .replacement: policies.replaceSameVariant ? nil : .resolutionNotOffered
    case .exchange: .resolutionNotOffered
    }
  }
}
