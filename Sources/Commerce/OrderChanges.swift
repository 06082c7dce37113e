import Foundation

/// Pieces of what the requests do to an order. Whether they may is the policies' business; these only carry out.
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

  static func mark(_ lines: [String], of order: inout Order, as status: OrderStatus) {
    for index in order.lines.indices where lines.contains(order.lines[index].id) {
      order.lines[index].status = status
    }
    order.givenStatus = OrderStatus.following(order.lines)
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
  func variant(for line: OrderLine) -> String? { self == .replacement ? line.variant : nil }
}
