/// One article of an order.
package struct OrderLine: Codable, Hashable, Sendable {
  package var id: String
  package var product: String
  package var variant: String
  package var name: String
  package var quantity: Int
  /// For one piece.
  package var price: Money
  package var status: OrderStatus
  /// Lines with the same word were bought together at one price (CAN8).
  package var bundle: String?
  package var serial: String?
  /// A day or an instant, as written.
  package var warrantyUntil: String?

  private enum CodingKeys: String, CodingKey {
    case id, product, variant, name, quantity, price, status, bundle, serial
    case warrantyUntil = "warranty_until"
  }

  package init(
    id: String, product: String, variant: String, name: String, quantity: Int = 1, price: Money, status: OrderStatus,
    bundle: String? = nil, serial: String? = nil, warrantyUntil: String? = nil
  ) {
    self.id = id
    self.product = product
    self.variant = variant
    self.name = name
    self.quantity = quantity
    self.price = price
    self.status = status
    self.bundle = bundle
    self.serial = serial
    self.warrantyUntil = warrantyUntil
  }

  /// Price times quantity.
  package var total: Money { price * quantity }
}

/// A parcel on its way.
package struct Shipment: Codable, Hashable, Sendable {
  package var id: String
  package var lines: [String]
  package var carrier: String?
  package var tracking: String?
  package var trackable: Bool
  package var shippedAt: Timestamp?
  package var estimated: Timestamp?
  package var deliveredAt: Timestamp?
  package var events: [OrderNote]

  private enum CodingKeys: String, CodingKey {
    case id, lines, carrier, tracking, trackable, estimated, events
    case shippedAt = "shipped_at"
    case deliveredAt = "delivered_at"
  }

  package init(
    id: String, lines: [String], carrier: String? = nil, tracking: String? = nil, trackable: Bool = true,
    shippedAt: Timestamp? = nil, estimated: Timestamp? = nil, deliveredAt: Timestamp? = nil, events: [OrderNote] = []
  ) {
    self.id = id
    self.lines = lines
    self.carrier = carrier
    self.tracking = tracking
    self.trackable = trackable
    self.shippedAt = shippedAt
    self.estimated = estimated
    self.deliveredAt = deliveredAt
    self.events = events
  }
}

/// Something that was told about an order or a parcel.
package struct OrderNote: Codable, Hashable, Sendable {
  package var at: Timestamp
  package var text: String

  package init(at: Timestamp, text: String) {
    self.at = at
    self.text = text
  }
}

/// Money that moved between customer and shop.
package struct Payment: Codable, Hashable, Sendable {
  package var method: String
  package var amount: Money
  package var kind: Kind
  package var at: Timestamp

  package init(method: String, amount: Money, kind: Kind, at: Timestamp) {
    self.method = method
    self.amount = amount
    self.kind = kind
    self.at = at
  }

  package enum Kind: String, Codable, Hashable, Sendable, CaseIterable { case charge, refund }
}

/// Why and when lines were cancelled, or their cancellation asked for.
package struct OrderCancellation: Codable, Hashable, Sendable {
  package var reason: String?
  package var at: Timestamp

  package init(reason: String? = nil, at: Timestamp) {
    self.reason = reason
    self.at = at
  }
}

/// Wrapping and a card.
package struct GiftOptions: Codable, Hashable, Sendable {
  package var wrap: Bool
  package var message: String?

  package init(wrap: Bool = true, message: String? = nil) {
    self.wrap = wrap
    self.message = message
  }
}
