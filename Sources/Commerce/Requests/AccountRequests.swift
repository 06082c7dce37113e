import Foundation

/// Makes an address the account's own (X1). Orders under way keep theirs.
package struct ChangeAccountAddress: ShopRequest {
  package static let operation = OrderOperation.changeAccountAddress

  package enum Outcome: Codable, Hashable, Sendable {
    case changed(email: String)
    case unchanged
  }

  package var address: Address

  package init(address: Address) { self.address = address }

  package func carryOut(on desk: inout ShopDesk) -> Outcome {
    guard desk.customer.address != address else { return .unchanged }
    desk.customer.address = address
    return .changed(email: desk.customer.email)
  }
}

/// Ends a subscription; on the customer's word that it was an accident the last charge goes back (CHG2).
package struct CancelSubscription: ShopRequest {
  package static let operation = OrderOperation.cancelSubscription

  package enum Outcome: Codable, Hashable, Sendable {
    case cancelled(Subscription, refund: MethodRefund?, confirmation: Confirmation)
    case alreadyCancelled
    case notFound
  }

  package var subscription: String
  package var refund: Bool

  package init(subscription: String, refund: Bool = false) {
    self.subscription = subscription
    self.refund = refund
  }

  package func carryOut(on desk: inout ShopDesk) -> Outcome {
    guard let place = desk.subscriptions.firstIndex(where: { $0.id == subscription }) else { return .notFound }
    guard desk.subscriptions[place].status == .active else { return .alreadyCancelled }
    desk.subscriptions[place].status = .cancelled
    var returned: MethodRefund?
    if refund, let last = desk.subscriptions[place].refundableCharge,
      let method = desk.subscriptions[place].method.flatMap({ desk.customer.paymentMethod($0) })
    {
      desk.subscriptions[place].charges.append(SubscriptionCharge(at: desk.now, amount: last.amount * -1))
      desk.customer.move(last.amount, by: method.id, policies: desk.policies)
      returned = MethodRefund(method: method, amount: last.amount)
    }
    return .cancelled(
      desk.subscriptions[place], refund: returned,
      confirmation: Confirmation(kind: .subscriptionCancelled, email: desk.customer.email))
  }
}

extension Subscription {
  /// The last charge, unless it has gone back already: a refund is a charge below zero.
  package var refundableCharge: SubscriptionCharge? {
    charges.last.flatMap { $0.amount.amount > 0 ? $0 : nil }
  }
}

/// Sends another device for a defective one in warranty, with a prepaid label for the old one (DEV2, DEV3).
package struct ReplaceDevice: ShopRequest {
  package static let operation = OrderOperation.replaceDevice

  package enum Outcome: Codable, Hashable, Sendable {
    case replaced(CreatedReturn)
    case refused(WarrantyVerdict)
  }

  package var serial: String

  package init(serial: String) { self.serial = serial }

  package func carryOut(on desk: inout ShopDesk) -> Outcome {
    let verdict = Warranty.verdict(serial: serial, orders: desk.orders, now: desk.now.date)
    guard case .covered(let order, let line, _) = verdict, let place = desk.place(ofOrder: order) else {
      return .refused(verdict)
    }
    return .replaced(
      desk.register(
        [line], onOrderAt: place, reason: "defectuoso", resolution: .replacement, refundTo: nil, sentBack: true))
  }
}
