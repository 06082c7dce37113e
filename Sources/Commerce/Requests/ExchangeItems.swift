import Foundation

/// What became of an exchange.
package enum ExchangeOutcome: Codable, Hashable, Sendable {
  case created(CreatedReturn)
  case refused(ReturnVerdict)
  case variant(VariantObstacle)
  case payment(PaymentPolicy.Obstacle)
  case notFound
}

/// Exchanges delivered lines for other variants and writes the difference down (RET2, RET5, X2).
package struct ExchangeItems: ShopRequest {
  package static let operation = OrderOperation.exchange

  package var order: String
  package var changes: [LineVariant]
  package var reason: String
  /// Pays or takes the difference; nil: the original method.
  package var method: String?

  package init(order: String, changes: [LineVariant], reason: String = "otro", method: String? = nil) {
    self.order = order
    self.changes = changes
    self.reason = reason
    self.method = method
  }

  package func carryOut(on desk: inout ShopDesk) -> ExchangeOutcome {
    guard let place = desk.place(ofOrder: order) else { return .notFound }
    let record = desk.orders[place]
    let lines = changes.map(\.line)
    let verdict = ReturnPolicy.verdict(
      on: record.order, soldBy: record.seller.kind, lines: lines, now: desk.now.date, policies: desk.policies)
    guard case .possible = verdict else { return .refused(verdict) }
    if let obstacle = VariantPolicy.obstacle(
      to: changes, in: record, sameAllowed: desk.policies.replaceSameVariant)
    {
      return .variant(obstacle)
    }
    let difference = VariantPolicy.difference(of: changes, in: record)
    let method: PaymentMethod
    switch PaymentPolicy.settling(
      difference, by: self.method, for: record.order, of: desk.customer, policies: desk.policies)
    {
    case .success(let settling): method = settling
    case .failure(let obstacle): return .payment(obstacle)
    }
    let number = record.order.returns.count + 1
    let entry = Return(
      id: "DEV-\(order)-\(number)", kind: .exchange,
      lines: changes.map { change in
        ReturnLine(line: change.line, quantity: record.order.line(change.line)?.quantity, variant: change.variant)
      },
      reason: reason, resolution: .exchange, difference: MethodAmount(method: method.id, amount: difference),
      requestedAt: desk.now, label: "ETQ-\(order)-\(number)")
    desk.orders[place].order.returns.append(entry)
    OrderChanges.mark(lines, of: &desk.orders[place].order, as: .exchangeRequested)
    return .created(
      CreatedReturn(
        order: order, entry: entry, lines: record.order.lines.filter { lines.contains($0.id) },
        refund: MethodRefund(method: method, amount: difference),
        refundBusinessDays: desk.policies.refundBusinessDays,
        confirmation: Confirmation(kind: .exchangeCreated, email: desk.customer.email)))
  }
}
