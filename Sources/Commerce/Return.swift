/// A return, exchange or replacement of delivered lines.
package struct Return: Codable, Hashable, Sendable {
  package var id: String
  package var kind: Kind
  package var lines: [ReturnLine]
  package var reason: String
  package var resolution: Resolution
  /// What comes back once the parcel has arrived.
  package var refund: MethodAmount?
  /// What an exchange costs; negative: to the customer.
  package var difference: MethodAmount?
  package var requestedAt: Timestamp
  package var status: Status
  /// The label for the parcel.
  package var label: String?

  private enum CodingKeys: String, CodingKey {
    case id, kind, lines, reason, resolution, refund, difference, status, label
    case requestedAt = "requested_at"
  }

  package init(
    id: String, kind: Kind, lines: [ReturnLine], reason: String, resolution: Resolution, refund: MethodAmount? = nil,
    difference: MethodAmount? = nil, requestedAt: Timestamp, status: Status = .requested, label: String? = nil
  ) {
    self.id = id
    self.kind = kind
    self.lines = lines
    self.reason = reason
    self.resolution = resolution
    self.refund = refund
    self.difference = difference
    self.requestedAt = requestedAt
    self.status = status
    self.label = label
  }

  package enum Kind: String, Codable, Hashable, Sendable, CaseIterable { case `return`, exchange, replacement }
  package enum Status: String, Codable, Hashable, Sendable, CaseIterable { case requested, received, closed }
}

/// A line that goes back, whole or in part, and the variant that comes for it.
package struct ReturnLine: Codable, Hashable, Sendable {
  package var line: String
  package var quantity: Int?
  package var variant: String?

  package init(line: String, quantity: Int? = nil, variant: String? = nil) {
    self.line = line
    self.quantity = quantity
    self.variant = variant
  }
}

/// Money by one payment method, by its id.
package struct MethodAmount: Codable, Hashable, Sendable {
  package var method: String
  package var amount: Money

  package init(method: String, amount: Money) {
    self.method = method
    self.amount = amount
  }
}

/// Money that is due to the customer.
package struct Refund: Codable, Hashable, Sendable {
  package var id: String
  package var method: String
  package var amount: Money
  package var reason: String
  package var `return`: String?
  package var expectedAt: Timestamp
  package var paidAt: Timestamp?

  private enum CodingKeys: String, CodingKey {
    case id, method, amount, reason, `return`
    case expectedAt = "expected_at"
    case paidAt = "paid_at"
  }

  package init(
    id: String, method: String, amount: Money, reason: String, return: String? = nil, expectedAt: Timestamp,
    paidAt: Timestamp? = nil
  ) {
    self.id = id
    self.method = method
    self.amount = amount
    self.reason = reason
    self.return = `return`
    self.expectedAt = expectedAt
    self.paidAt = paidAt
  }
}
