package import Foundation

extension Money {
  /// Without its sign.
  package var magnitude: Money { amount < 0 ? self * -1 : self }
}

extension Order {
  /// What all methods have paid and not got back.
  package var paid: Money { paidByMethod.reduce(.zero(currency)) { $0 + $1.amount } }

  /// What is left to pay for the lines that are not cancelled; nothing of an order that is paid.
  package var outstanding: Money {
    let open = total(of: lines.filter { $0.status != .cancelled }.map(\.id))
    let rest = open - paid
    return rest.amount > 0 ? rest : .zero(currency)
  }

  /// Whether a charge for it was declined: it waits, and not all of it is paid (PAY1).
  package var awaitsPayment: Bool {
    outstanding.amount > 0 && lines.contains { $0.status == .pending || $0.status == .preparing }
  }
}

/// A charge that an amount and a date may stand for (CHG1).
package struct ChargeMatch: Codable, Hashable, Sendable {
  package enum Source: Codable, Hashable, Sendable {
    /// The order's id and what it holds.
    case order(String, names: [String])
    /// The subscription's id and its name.
    case subscription(String, name: String)
  }

  package var source: Source
  package var amount: Money
  package var at: Timestamp
}

/// Questions about what was paid, as pure functions.
package enum Payments {
  /// What a method that takes the whole order over is charged.
  package static func due(on order: Order) -> Money { order.paid + order.outstanding }

  /// The charges of this amount, or of any, from `days` before `start` to `days` after `end`, newest first. Nil dates: any time.
  package static func matches(
    amount: Money?, from start: Date?, to end: Date?, days: Int, orders: [CustomerOrder], subscriptions: [Subscription]
  ) -> [ChargeMatch] {
    let margin = Double(days) * 86_400
    func fits(_ charged: Money, _ at: Timestamp) -> Bool {
      amount.map { charged == $0 } ?? true && start.map { at.date >= $0 - margin } ?? true
        && end.map { at.date <= $0 + margin } ?? true
    }
    let paid = orders.flatMap { record in
      record.order.payment.filter { $0.kind == .charge && fits($0.amount, $0.at) }.map { payment in
        ChargeMatch(
          source: .order(record.id, names: record.order.lines.map(\.name)), amount: payment.amount, at: payment.at)
      }
    }
    let subscribed = subscriptions.flatMap { subscription in
      subscription.charges.filter { fits($0.amount, $0.at) }.map { charge in
        ChargeMatch(
          source: .subscription(subscription.id, name: subscription.name), amount: charge.amount, at: charge.at)
      }
    }
    return (paid + subscribed).sorted { $0.at > $1.at }
  }

  /// What has come back, or is on its way, because of what was done since `start`; and what was charged (X5).
  package static func sums(since start: Date, orders: [CustomerOrder], currency: String) -> (back: Money, paid: Money) {
    var back = Money.zero(currency)
    var paid = Money.zero(currency)
    for order in orders.map(\.order) {
      for payment in order.payment where payment.at.date >= start {
        if payment.kind == .refund { back = back + payment.amount } else { paid = paid + payment.amount }
      }
      for entry in order.returns where entry.requestedAt.date >= start {
        if let refund = entry.refund { back = back + refund.amount }
        if let difference = entry.difference?.amount {
          if difference.amount < 0 { back = back + difference.magnitude } else { paid = paid + difference }
        }
      }
    }
    return (back, paid)
  }
}
