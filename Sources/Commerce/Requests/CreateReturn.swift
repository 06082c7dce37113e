import Foundation

/// Registers a return for a refund or the same product again (RET1, RET2, RET5, RET6).
///
/// Where parts are missing there is nothing to send back: no label, and the money is due at once.
package struct CreateReturn: ShopRequest {
  package static let operation = OrderOperation.createReturn

  package var order: String
  package var lines: [String]
  package var reason: String
  package var resolution: Resolution
  /// The id of a payment method; nil: the original one.
  package var refundTo: String?

  package init(
    order: String, lines: [String], reason: String, resolution: Resolution = .refund, refundTo: String? = nil
  ) {
    self.order = order
    self.lines = lines
    self.reason = reason
    self.resolution = resolution
    self.refundTo = refundTo
  }

  package func carryOut(on desk: inout ShopDesk) -> ReturnOutcome {
    guard let place = desk.place(ofOrder: order) else { return .notFound }
    let record = desk.orders[place]
    let verdict = ReturnPolicy.verdict(
      on: record.order, soldBy: record.seller.kind, lines: lines, now: desk.now.date, policies: desk.policies)
    guard case .possible(let affected, _) = verdict else { return .refused(verdict) }
    if let obstacle = ReturnPolicy.obstacle(to: resolution, policies: desk.policies) { return .refused(obstacle) }
    let method = PaymentPolicy.method(
      refundTo, by: desk.policies.returnRefundTo, for: record.order, of: desk.customer)
    if refundTo != nil, method == nil { return .refused(.methodNotAllowed) }
    return .created(
      desk.register(
        affected, onOrderAt: place, reason: reason, resolution: resolution, refundTo: method,
        sentBack: !ReturnPolicy.staysWithCustomer(reason: reason)))
  }
}

extension ShopDesk {
  /// Writes the return of `lines` down. `sentBack` false: nothing to send, so no label, and a refund is due at once.
  mutating func register(
    _ lines: [String], onOrderAt place: Int, reason: String, resolution: Resolution, refundTo method: PaymentMethod?,
    sentBack: Bool
  ) -> CreatedReturn {
    let before = orders[place].order
    let returned = before.lines.filter { lines.contains($0.id) }
    let number = before.returns.count + 1
    let refund =
      resolution == .refund ? method.map { MethodRefund(method: $0, amount: before.total(of: lines)) } : nil
    let entry = Return(
      id: "DEV-\(before.id)-\(number)", kind: resolution.kind,
      lines: returned.map { ReturnLine(line: $0.id, quantity: $0.quantity, variant: resolution.variant(for: $0)) },
      reason: reason, resolution: resolution,
      refund: refund.map { MethodAmount(method: $0.method.id, amount: $0.amount) }, requestedAt: now,
      status: sentBack ? .requested : .received, label: sentBack ? "ETQ-\(before.id)-\(number)" : nil)
    orders[place].order.returns.append(entry)
    OrderChanges.mark(
      lines, of: &orders[place].order, as: resolution == .refund ? .returnRequested : .exchangeRequested)
    if !sentBack, let refund {
      let due = calendar.deadline(after: policies.refundBusinessDays, from: now)
      orders[place].order.refunds.append(
        Refund(
          id: "REE-\(before.id)-\(before.refunds.count + 1)", method: refund.method.id, amount: refund.amount,
          reason: reason, return: entry.id, expectedAt: Timestamp(due, offset: now.offset)))
    }
    let kind: Confirmation.Kind =
      !sentBack ? .nothingToSend : resolution == .replacement ? .replacementCreated : .returnCreated
    return CreatedReturn(
      order: before.id, entry: entry, lines: returned, refund: refund,
      refundBusinessDays: policies.refundBusinessDays,
      confirmation: Confirmation(kind: kind, email: customer.email))
  }
}
