import Foundation

/// What the actions do to an order and to the customer's money, as pure functions. Whether they may is the policies'
/// business; these only carry out.
package enum OrderChanges {
  /// Which method takes back how much when `lines` are cancelled: the methods that paid, in the order in which they
  /// did, never more than each has paid. A whole order gives back all that was paid for it.
  package static func cancellationRefunds(of order: Order, lines: [String]) -> [MethodAmount] {
    let paid = order.paidByMethod.filter { $0.amount.amount > 0 }
    let all = paid.reduce(Money(0, order.currency)) { $0 + $1.amount }
    let isWhole = lines.count == order.lines.count && order.returns.isEmpty
    var due = isWhole ? all : order.total(of: lines)
    var refunds: [MethodAmount] = []
    for method in paid where due.amount > 0 {
      let part = Money(min(method.amount.amount, due.amount), due.currency)
      refunds.append(MethodAmount(method: method.method, amount: part))
      due = due - part
    }
    return refunds
  }

  /// Cancels `lines`: their status, the refund payments, and what a gift card gets back at once.
  package static func cancel(
    _ lines: [String], of order: inout Order, for customer: inout Customer, reason: String?, at time: Timestamp,
    policies: Policies
  ) -> Cancellation {
    let cancelled = order.lines.filter { lines.contains($0.id) }
    let refunds = cancellationRefunds(of: order, lines: lines)
    mark(lines, of: &order, as: .cancelled)
    order.cancellation = OrderCancellation(reason: reason, at: time)
    for refund in refunds {
      order.payment.append(Payment(method: refund.method, amount: refund.amount, kind: .refund, at: time))
      credit(refund, to: &customer, policies: policies)
    }
    return Cancellation(
      order: order.id, lines: cancelled, amount: refunds.reduce(Money(0, order.currency)) { $0 + $1.amount },
      refunds: refunds.compactMap { named($0, of: customer) },
      confirmation: Confirmation(kind: .cancelled, email: customer.email))
  }

  /// Notes the wish to cancel `lines`, to be answered in time.
  package static func requestCancellation(
    of lines: [String], in order: inout Order, for customer: Customer, reason: String?, at time: Timestamp,
    policies: Policies
  ) -> CancellationRequest {
    let asked = order.lines.filter { lines.contains($0.id) }
    mark(lines, of: &order, as: .cancellationRequested)
    order.cancellation = OrderCancellation(reason: reason, at: time)
    return CancellationRequest(
      order: order.id, lines: asked,
      answerBy: time.date.addingTimeInterval(Double(policies.cancellationAnswerMinutes) * 60),
      confirmation: Confirmation(kind: .cancellationRequested, email: customer.email))
  }

  /// The method to which the money of a return goes, by the policy `return_refund_to`; nil when it may not go there.
  ///
  /// The original method is the one that paid most of the order.
  package static func refundMethod(
    _ wished: String?, for order: Order, of customer: Customer, policies: Policies
  ) -> PaymentMethod? {
    let original = order.paidByMethod.max { $0.amount.amount < $1.amount.amount }?.method
    guard let id = wished ?? original, let method = customer.paymentMethod(id) else { return nil }
    let admitted = policies.returnRefundTo
    let isOriginal = order.payment.contains { $0.method == id && $0.kind == .charge }
    let isAdmitted =
      admitted.contains("any_own_method") || (isOriginal && admitted.contains("original"))
      || (method.kind == .giftCard && admitted.contains("gift_card")) || wished == nil
    return isAdmitted ? method : nil
  }

  /// Registers the return of `lines` with its label. The money is written down as due, and moves once the parcel
  /// has arrived.
  package static func createReturn(
    of lines: [String], in order: inout Order, for customer: Customer, reason: String, resolution: Resolution,
    refundTo method: PaymentMethod?, at time: Timestamp, policies: Policies
  ) -> CreatedReturn {
    let returned = order.lines.filter { lines.contains($0.id) }
    let number = order.returns.count + 1
    let refund = resolution == .refund ? method.map { MethodRefund(method: $0, amount: order.total(of: lines)) } : nil
    let entry = Return(
      id: "DEV-\(order.id)-\(number)", kind: resolution.kind,
      lines: returned.map { ReturnLine(line: $0.id, quantity: $0.quantity, variant: resolution.variant(for: $0)) },
      reason: reason, resolution: resolution,
      refund: refund.map { MethodAmount(method: $0.method.id, amount: $0.amount) }, requestedAt: time,
      label: "ETQ-\(order.id)-\(number)")
    order.returns.append(entry)
    mark(lines, of: &order, as: resolution == .refund ? .returnRequested : .exchangeRequested)
    return CreatedReturn(
      order: order.id, entry: entry, lines: returned, refund: refund, refundBusinessDays: policies.refundBusinessDays,
      confirmation: Confirmation(kind: .returnCreated, email: customer.email))
  }

  /// Gives all lines that are not cancelled this status, as when the world moves on in a test.
  ///
  /// A parcel is added or completed where the status means that there is one.
  package static func advance(_ order: inout Order, to status: OrderStatus, at time: Timestamp) {
    let open = order.lines.filter { $0.status != .cancelled }.map(\.id)
    mark(open, of: &order, as: status)
    guard status == .shipped || status == .delivered else { return }
    let carried = Set(order.shipments.flatMap(\.lines))
    let loose = open.filter { !carried.contains($0) }
    if !loose.isEmpty {
      order.shipments.append(Shipment(id: "ENV-\(order.id)-\(order.shipments.count + 1)", lines: loose))
    }
    for index in order.shipments.indices {
      if order.shipments[index].shippedAt == nil { order.shipments[index].shippedAt = time }
      if status == .delivered, order.shipments[index].deliveredAt == nil { order.shipments[index].deliveredAt = time }
    }
  }

  private static func mark(_ lines: [String], of order: inout Order, as status: OrderStatus) {
    for index in order.lines.indices where lines.contains(order.lines[index].id) {
      order.lines[index].status = status
    }
    order.givenStatus = OrderStatus.following(order.lines)
  }

  private static func credit(_ refund: MethodAmount, to customer: inout Customer, policies: Policies) {
    guard policies.giftCardAtOnce,
      let index = customer.paymentMethods.firstIndex(where: { $0.id == refund.method && $0.kind == .giftCard })
    else { return }
    let balance = customer.paymentMethods[index].balance ?? Money(0, refund.amount.currency)
    customer.paymentMethods[index].balance = balance + refund.amount
  }

  private static func named(_ amount: MethodAmount, of customer: Customer) -> MethodRefund? {
    customer.paymentMethod(amount.method).map { MethodRefund(method: $0, amount: amount.amount) }
  }
}

extension Resolution {
  /// The kind of return that this wish leads to.
  package var kind: Return.Kind {
    switch self {
    case .refund: .return
    case .replacement: .replacement
    case .exchange: .exchange
    }
  }

  /// The variant that comes for a line: the same one in a replacement.
  fileprivate func variant(for line: OrderLine) -> String? { self == .replacement ? line.variant : nil }
}
