package import Foundation

/// Where one refund of a customer is (RET3).
package struct RefundReport: Codable, Hashable, Sendable {
  package enum State: String, Codable, Hashable, Sendable, CaseIterable {
    case paid, due, overdue
    /// The parcel has not come back yet: nothing is due before that.
    case awaitingParcel
  }

  package var order: String
  package var names: [String]
  package var state: State
  package var amount: Money
  package var method: String
  /// When it was paid, or is expected; nil while the parcel is on its way.
  package var at: Date?

  /// What is on record for an order, the most urgent first: overdue, due, awaited, paid.
  package static func reports(on order: Order, now: Date) -> [RefundReport] {
    func names(_ entry: Return?) -> [String] {
      (entry?.lines.compactMap { order.line($0.line)?.name } ?? order.lines.map(\.name))
    }
    var reports = order.refunds.map { refund in
      let entry = order.returns.first { $0.id == refund.return }
      let state: State = refund.paidAt != nil ? .paid : refund.expectedAt.date < now ? .overdue : .due
      return RefundReport(
        order: order.id, names: names(entry), state: state, amount: refund.amount, method: refund.method,
        at: refund.paidAt?.date ?? refund.expectedAt.date)
    }
    for entry in order.returns where !order.refunds.contains(where: { $0.return == entry.id }) {
      guard let refund = entry.refund, entry.status != .closed else { continue }
      reports.append(
        RefundReport(
          order: order.id, names: names(entry), state: .awaitingParcel, amount: refund.amount, method: refund.method))
    }
    for payment in order.payment where payment.kind == .refund {
      let cancelled = order.lines.filter { $0.status == .cancelled }.map(\.name)
      reports.append(
        RefundReport(
          order: order.id, names: cancelled.isEmpty ? order.lines.map(\.name) : cancelled, state: .paid,
          amount: payment.amount, method: payment.method, at: payment.at.date))
    }
    let urgency: [State] = [.overdue, .due, .awaitingParcel, .paid]
    return reports.enumerated().sorted { a, b in
      (urgency.firstIndex(of: a.element.state) ?? 0, a.offset) < (
        urgency.firstIndex(of: b.element.state) ?? 0, b.offset
      )
    }.map(\.element)
  }
}
