import Foundation

/// Something that a customer asks the shop to change: its inputs, and what the policies make of it.
///
/// A request is a value that decides and changes in one pure step, so that the shop can run it in a transaction, and
/// a test without one. The outcome is stored under the caller's key: the same key never runs a request twice.
package protocol ShopRequest: Codable, Hashable, Sendable {
  associatedtype Outcome: Codable, Hashable, Sendable

  /// The name by which logs and transcripts know the request.
  static var operation: OrderOperation { get }

  /// Checks the policies and carries the request out on `desk`. Where the outcome is a refusal, nothing has changed.
  func carryOut(on desk: inout ShopDesk) -> Outcome
}

/// What a request may see and change: the account, the orders and the subscriptions of one customer, at one moment.
package struct ShopDesk: Sendable {
  package let profile: ShopProfile
  package let now: Timestamp
  /// Counts working days, on the shop's calendar.
  package let calendar: WorkingCalendar
  package var customer: Customer
  /// Newest first.
  package var orders: [CustomerOrder]
  package var subscriptions: [Subscription]

  package init(
    profile: ShopProfile, now: Timestamp, calendar: WorkingCalendar = WorkingCalendar(), customer: Customer,
    orders: [CustomerOrder], subscriptions: [Subscription] = []
  ) {
    self.profile = profile
    self.now = now
    self.calendar = calendar
    self.customer = customer
    self.orders = orders
    self.subscriptions = subscriptions
  }

  package var policies: Policies { profile.policies }

  /// Where the customer's order `id` stands among `orders`; nil for a foreign one and for one that does not exist.
  package func place(ofOrder id: String) -> Int? { orders.firstIndex { $0.id == id } }

  /// Notes on an order what happened to it: a word for the kind, and what the customer said.
  mutating func note(_ kind: NoteKind, _ text: String = "", onOrderAt place: Int) {
    orders[place].order.notices.append(
      OrderNote(at: now, text: text.isEmpty ? kind.rawValue : "\(kind.rawValue): \(text)"))
  }

  /// Moves `amount` between the customer and a method: a payment on the order, and a gift card's balance at once.
  mutating func pay(_ amount: Money, by method: String, kind: Payment.Kind, onOrderAt place: Int) {
    guard amount.amount > 0 else { return }
    orders[place].order.payment.append(Payment(method: method, amount: amount, kind: kind, at: now))
    customer.move(kind == .charge ? amount * -1 : amount, by: method, policies: policies)
  }
}

/// The first word of a notice that a request leaves on an order.
package enum NoteKind: String, Codable, Hashable, Sendable, CaseIterable {
  case sellerMessage = "mensaje_vendedor"
  case investigation = "investigacion"
  case deliveryRefused = "entrega_rechazada"
  case smsUpdates = "avisos_sms"
  case guaranteeClaim = "reclamacion_az"
  case counterfeit = "falsificacion"
  case paymentDeclined = "pago_rechazado"
}

extension Customer {
  /// Moves `amount` onto a gift card (negative: off it), where the policy lets balances move at once. Other methods
  /// keep no balance.
  mutating func move(_ amount: Money, by method: String, policies: Policies) {
    guard policies.giftCardAtOnce,
      let index = paymentMethods.firstIndex(where: { $0.id == method && $0.kind == .giftCard })
    else { return }
    paymentMethods[index].balance = (paymentMethods[index].balance ?? .zero(amount.currency)) + amount
  }
}
