import Foundation

/// Which of a customer's payment methods may take or give money, as pure functions (X2).
package enum PaymentPolicy {
  /// Why a method cannot be used.
  package enum Obstacle: Error, Codable, Hashable, Sendable {
    /// Not the customer's own, or not admitted by the policy.
    case notAllowed
    /// `gift_card_must_cover`: there is less on the card than it would have to pay.
    case tooLittle(balance: Money)
  }

  /// The customer's methods that `rule` admits for `order`, in the account's order.
  ///
  /// - Parameter rule: words of `return_refund_to` and `difference_by`: `original`, `gift_card`, `any_own_method`.
  package static func admitted(
    by rule: [String], for order: Order, of customer: Customer
  ) -> [PaymentMethod] {
    let original = Set(order.payment.filter { $0.kind == .charge }.map(\.method))
    return customer.paymentMethods.filter { method in
      rule.contains("any_own_method") || rule.contains("original") && original.contains(method.id)
        || rule.contains("gift_card") && method.kind == .giftCard
    }
  }

  /// The method that paid most of the order and still belongs to the customer.
  package static func original(of order: Order, customer: Customer) -> PaymentMethod? {
    order.paidByMethod.max { $0.amount.amount < $1.amount.amount }.flatMap { customer.paymentMethod($0.method) }
  }

  /// The wished method, or the original one where none was wished; nil when `rule` does not admit the wish.
  package static func method(
    _ wished: String?, by rule: [String], for order: Order, of customer: Customer
  ) -> PaymentMethod? {
    guard let wished else { return original(of: order, customer: customer) }
    return admitted(by: rule, for: order, of: customer).first { $0.id == wished }
  }

  /// The method that pays or takes `difference`, the wished one or the original one, or why it cannot.
  package static func settling(
    _ difference: Money, by wished: String?, for order: Order, of customer: Customer, policies: Policies
  ) -> Result<PaymentMethod, Obstacle> {
    guard let method = method(wished, by: policies.differenceBy, for: order, of: customer) else {
      return .failure(.notAllowed)
    }
    return obstacle(toCharging: difference, to: method, policies: policies).map { .failure($0) } ?? .success(method)
  }

  /// How `amount` is paid by `method`: whole, or, where a gift card holds too little and the policy lets payments be
  /// split, what is on the card and the rest by `rest`.
  package static func shares(
    of amount: Money, by method: PaymentMethod, rest: String?, of customer: Customer, policies: Policies
  ) -> Result<[MethodAmount], Obstacle> {
    guard let obstacle = obstacle(toCharging: amount, to: method, policies: policies) else {
      return .success([MethodAmount(method: method.id, amount: amount)])
    }
    guard case .tooLittle(let balance) = obstacle, policies.splitPayment, balance.amount > 0,
      let second = rest.flatMap(customer.paymentMethod), second.id != method.id
    else { return .failure(obstacle) }
    let left = amount - balance
    if let obstacle = self.obstacle(toCharging: left, to: second, policies: policies) { return .failure(obstacle) }
    return .success([MethodAmount(method: method.id, amount: balance), MethodAmount(method: second.id, amount: left)])
  }

  /// What stands in the way of charging `amount` to `method`; nil: nothing.
  package static func obstacle(toCharging amount: Money, to method: PaymentMethod, policies: Policies) -> Obstacle? {
    guard method.kind == .giftCard, policies.giftCardMustCover, amount.amount > 0 else { return nil }
    let balance = method.balance ?? .zero(amount.currency)
    return balance.amount < amount.amount ? .tooLittle(balance: balance) : nil
  }
}
