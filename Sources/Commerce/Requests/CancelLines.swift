import Foundation

/// Cancels lines at once and returns the money (CAN1–CAN9).
package struct CancelLines: ShopRequest {
  package static let operation = OrderOperation.cancel

  package var order: String
  package var lines: [String]
  package var reason: String?

  package init(order: String, lines: [String], reason: String? = nil) {
    self.order = order
    self.lines = lines
    self.reason = reason
  }

  package func carryOut(on desk: inout ShopDesk) -> CancelOutcome {
    guard let place = desk.place(ofOrder: order) else { return .notFound }
    let record = desk.orders[place]
    guard CancellationPolicy.accepts(reason: reason, policies: desk.policies) else {
      return .refused(.reasonNotAccepted(accepted: desk.policies.cancelReasons ?? []))
    }
    let verdict = CancellationPolicy.verdict(
      on: record.order, soldBy: record.seller.kind, lines: lines, now: desk.now.date, policies: desk.policies)
    guard case .possible(let affected) = verdict else { return .refused(verdict) }
    let cancelled = record.order.lines.filter { affected.contains($0.id) }
    let refunds = OrderChanges.cancellationRefunds(of: record.order, lines: affected)
    OrderChanges.mark(affected, of: &desk.orders[place].order, as: .cancelled)
    desk.orders[place].order.cancellation = OrderCancellation(reason: reason, at: desk.now)
    for refund in refunds { desk.pay(refund.amount, by: refund.method, kind: .refund, onOrderAt: place) }
    return .cancelled(
      Cancellation(
        order: order, lines: cancelled,
        amount: refunds.reduce(Money(0, record.order.currency)) { $0 + $1.amount },
        refunds: refunds.compactMap { refund in
          desk.customer.paymentMethod(refund.method).map { MethodRefund(method: $0, amount: refund.amount) }
        },
        confirmation: Confirmation(kind: .cancelled, email: desk.customer.email)))
  }
}

/// Asks that lines be cancelled if it is still possible (CAN3, CAN4); nil lines: every one that has not left yet.
package struct RequestCancellation: ShopRequest {
  package static let operation = OrderOperation.requestCancellation

  package var order: String
  package var lines: [String]?
  package var reason: String?

  package init(order: String, lines: [String]? = nil, reason: String? = nil) {
    self.order = order
    self.lines = lines
    self.reason = reason
  }

  package func carryOut(on desk: inout ShopDesk) -> CancellationRequestOutcome {
    guard let place = desk.place(ofOrder: order) else { return .notFound }
    let verdict = CancellationPolicy.requestVerdict(
      on: desk.orders[place].order, lines: lines, policies: desk.policies)
    guard case .possible(let affected) = verdict else { return .refused(verdict) }
    let asked = desk.orders[place].order.lines.filter { affected.contains($0.id) }
    OrderChanges.mark(affected, of: &desk.orders[place].order, as: .cancellationRequested)
    desk.orders[place].order.cancellation = OrderCancellation(reason: reason, at: desk.now)
    return .requested(
      CancellationRequest(
        order: order, lines: asked,
        answerBy: desk.now.date.addingTimeInterval(Double(desk.policies.cancellationAnswerMinutes) * 60),
        confirmation: Confirmation(kind: .cancellationRequested, email: desk.customer.email)))
  }
}
