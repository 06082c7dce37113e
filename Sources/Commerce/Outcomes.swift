package import Foundation

/// What `cancel` did.
package enum CancelOutcome: Codable, Hashable, Sendable {
  case cancelled(Cancellation)
  /// The policy says no (any case but `.possible`); nothing has changed.
  case refused(CancellationVerdict)
  case notFound
}

/// A cancellation that has taken effect.
package struct Cancellation: Codable, Hashable, Sendable {
  package var order: String
  /// The lines that are now cancelled, as they were ordered.
  package var lines: [OrderLine]
  /// What comes back in all; zero when nothing had been charged.
  package var amount: Money
  /// Which method takes back how much.
  package var refunds: [MethodRefund]
  package var confirmation: Confirmation

  package init(order: String, lines: [OrderLine], amount: Money, refunds: [MethodRefund], confirmation: Confirmation) {
    self.order = order
    self.lines = lines
    self.amount = amount
    self.refunds = refunds
    self.confirmation = confirmation
  }
}

/// Money that goes back to one of the customer's payment methods.
package struct MethodRefund: Codable, Hashable, Sendable {
  package var method: PaymentMethod
  package var amount: Money

  package init(method: PaymentMethod, amount: Money) {
    self.method = method
    self.amount = amount
  }
}

/// What `requestCancellation` did.
package enum CancellationRequestOutcome: Codable, Hashable, Sendable {
  case requested(CancellationRequest)
  case refused(CancellationRequestVerdict)
  case notFound
}

/// A cancellation that has been asked for and may fail.
package struct CancellationRequest: Codable, Hashable, Sendable {
  package var order: String
  package var lines: [OrderLine]
  /// When the customer will know at the latest (CAN4).
  package var answerBy: Date
  package var confirmation: Confirmation

  package init(order: String, lines: [OrderLine], answerBy: Date, confirmation: Confirmation) {
    self.order = order
    self.lines = lines
    self.answerBy = answerBy
    self.confirmation = confirmation
  }
}

/// What `createReturn` did.
package enum ReturnOutcome: Codable, Hashable, Sendable {
  case created(CreatedReturn)
  /// The policy says no (any case but `.possible`); nothing has changed.
  case refused(ReturnVerdict)
  case notFound
}

/// A return that has been registered.
package struct CreatedReturn: Codable, Hashable, Sendable {
  package var order: String
  /// The entry that the order now carries, with its label.
  package var entry: Return
  package var lines: [OrderLine]
  /// What comes back once the parcel has arrived; nil for a replacement.
  package var refund: MethodRefund?
  /// Working days between arrival and refund.
  package var refundBusinessDays: Int
  package var confirmation: Confirmation

  package init(
    order: String, entry: Return, lines: [OrderLine], refund: MethodRefund? = nil, refundBusinessDays: Int,
    confirmation: Confirmation
  ) {
    self.order = order
    self.entry = entry
    self.lines = lines
    self.refund = refund
    self.refundBusinessDays = refundBusinessDays
    self.confirmation = confirmation
  }
}

/// The e-mail that confirms an action: the service says which and to whom, the assistant words and queues it.
package struct Confirmation: Codable, Hashable, Sendable {
  /// The e-mails that follow an action.
  package enum Kind: String, Codable, Hashable, Sendable, CaseIterable {
    case cancelled, cancellationRequested, returnCreated, replacementCreated, nothingToSend,
      exchangeCreated, orderModified, lostSettled
    case subscriptionCancelled
  }

  package var kind: Kind
  package var email: String

  package init(kind: Kind, email: String) {
    self.kind = kind
    self.email = email
  }
}
