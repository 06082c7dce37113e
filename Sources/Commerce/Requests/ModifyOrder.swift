import Foundation

/// What became of a change of an order.
package enum ModifyOutcome: Codable, Hashable, Sendable {
  case modified(Modification)
  /// The policy says no (any case but `.possible`); nothing has changed.
  case refused(ModificationVerdict)
  case variant(VariantObstacle)
  case payment(PaymentPolicy.Obstacle)
  /// It is so already.
  case unchanged
  case notFound
}

/// A change that has taken effect.
package struct Modification: Codable, Hashable, Sendable {
  package var order: String
  /// The order as it stands now.
  package var after: Order
  /// What the change cost; negative: what came back. Nil where no money moved.
  package var difference: MethodRefund?
  package var confirmation: Confirmation
}

extension ShopDesk {
  /// The place of an order whose `field` may be changed now, or why it may not.
  fileprivate func place(
    ofOrder id: String, changing field: OrderField, lines: [String]? = nil
  ) -> (place: Int?, refusal: ModifyOutcome) {
    guard let place = place(ofOrder: id) else { return (nil, .notFound) }
    let verdict = ModificationPolicy.verdict(
      on: orders[place].order, soldBy: orders[place].seller.kind, field: field, lines: lines, now: now.date,
      policies: policies)
    return (verdict == .possible ? place : nil, .refused(verdict))
  }

  fileprivate func modified(orderAt place: Int, difference: MethodRefund? = nil) -> ModifyOutcome {
    .modified(
      Modification(
        order: orders[place].id, after: orders[place].order, difference: difference,
        confirmation: Confirmation(kind: .orderModified, email: customer.email)))
  }
}

/// Sends an order that has not left to another address (MOD1, MOD2, X1).
package struct ChangeAddress: ShopRequest {
  package static let operation = OrderOperation.changeAddress

  package var order: String
  package var address: Address

  package init(order: String, address: Address) {
    self.order = order
    self.address = address
  }

  package func carryOut(on desk: inout ShopDesk) -> ModifyOutcome {
    let (place, refusal) = desk.place(ofOrder: order, changing: .address)
    guard let place else { return refusal }
    guard desk.orders[place].order.address != address else { return .unchanged }
    desk.orders[place].order.address = address
    return desk.modified(orderAt: place)
  }
}

/// Has another of the customer's own methods pay an order: the old ones get back what they paid (MOD2, X2). An order
/// whose payment was declined is charged to it for the first time.
package struct ChangePayment: ShopRequest {
  package static let operation = OrderOperation.changePayment

  package var order: String
  package var method: String
  /// Pays what a gift card cannot, where payments may be split.
  package var rest: String?

  package init(order: String, method: String, rest: String? = nil) {
    self.order = order
    self.method = method
    self.rest = rest
  }

  package func carryOut(on desk: inout ShopDesk) -> ModifyOutcome {
    let (place, refusal) = desk.place(ofOrder: order, changing: .payment)
    guard let place else { return refusal }
    guard let method = desk.customer.paymentMethod(method) else { return .payment(.notAllowed) }
    let paid = desk.orders[place].order.paidByMethod.filter { $0.amount.amount > 0 }
    if paid.map(\.method) == [method.id], desk.orders[place].order.outstanding.amount <= 0 { return .unchanged }
    let due = Payments.due(on: desk.orders[place].order)
    let shares: [MethodAmount]
    switch PaymentPolicy.shares(of: due, by: method, rest: rest, of: desk.customer, policies: desk.policies) {
    case .success(let parts): shares = parts
    case .failure(let obstacle): return .payment(obstacle)
    }
    for old in paid { desk.pay(old.amount, by: old.method, kind: .refund, onOrderAt: place) }
    for share in shares { desk.pay(share.amount, by: share.method, kind: .charge, onOrderAt: place) }
    return desk.modified(orderAt: place, difference: MethodRefund(method: method, amount: due))
  }
}

/// Wraps an order as a gift, or no more (MOD2).
package struct ChangeGift: ShopRequest {
  package static let operation = OrderOperation.changeGift

  package var order: String
  package var gift: GiftOptions

  package init(order: String, gift: GiftOptions) {
    self.order = order
    self.gift = gift
  }

  package func carryOut(on desk: inout ShopDesk) -> ModifyOutcome {
    let (place, refusal) = desk.place(ofOrder: order, changing: .gift)
    guard let place else { return refusal }
    let wanted: GiftOptions? = gift.wrap || gift.message != nil ? gift : nil
    guard desk.orders[place].order.gift != wanted else { return .unchanged }
    desk.orders[place].order.gift = wanted
    return desk.modified(orderAt: place)
  }
}

/// Changes the variant of lines that have not left, and settles the difference (MOD1, X2).
package struct ChangeItems: ShopRequest {
  package static let operation = OrderOperation.changeItems

  package var order: String
  package var changes: [LineVariant]
  /// Pays or takes the difference; nil: the original method.
  package var method: String?
  /// Pays what a gift card cannot, where payments may be split.
  package var rest: String?

  package init(order: String, changes: [LineVariant], method: String? = nil, rest: String? = nil) {
    self.order = order
    self.changes = changes
    self.method = method
    self.rest = rest
  }

  package func carryOut(on desk: inout ShopDesk) -> ModifyOutcome {
    let (place, refusal) = desk.place(ofOrder: order, changing: .items, lines: changes.map(\.line))
    guard let place else { return refusal }
    let record = desk.orders[place]
    if let obstacle = VariantPolicy.obstacle(to: changes, in: record, sameAllowed: false) { return .variant(obstacle) }
    let difference = VariantPolicy.difference(of: changes, in: record)
    guard
      let method = PaymentPolicy.method(
        self.method, by: desk.policies.differenceBy, for: record.order, of: desk.customer)
    else { return .payment(.notAllowed) }
    var shares = [MethodAmount(method: method.id, amount: difference.magnitude)]
    if difference.amount > 0 {
      switch PaymentPolicy.shares(of: difference, by: method, rest: rest, of: desk.customer, policies: desk.policies) {
      case .success(let parts): shares = parts
      case .failure(let obstacle): return .payment(obstacle)
      }
    }
    for change in changes {
      for index in record.order.lines.indices where record.order.lines[index].id == change.line {
        guard let variant = record.products[record.order.lines[index].product]?.variant(change.variant) else {
          continue
        }
        desk.orders[place].order.lines[index].variant = variant.id
        desk.orders[place].order.lines[index].price = variant.price
      }
    }
    desk.orders[place].order.itemsModifiedAt = desk.now
    for share in shares {
      desk.pay(share.amount, by: share.method, kind: difference.amount > 0 ? .charge : .refund, onOrderAt: place)
    }
    return desk.modified(orderAt: place, difference: MethodRefund(method: method, amount: difference))
  }
}
