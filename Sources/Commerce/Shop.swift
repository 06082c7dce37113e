/// Everything that a shop file holds.
package struct Shop: Codable, Hashable, Sendable {
  package var format: Int
  package var name: String
  /// ISO 3166-1 alpha-2, lower case.
  package var marketplace: String
  package var currency: String
  package var zone: String
  /// The pattern of an order number.
  package var orderNumber: String
  /// Overrides of the content's values.
  package var policies: [String: PolicyValue]
  package var customers: [Customer]
  package var sellers: [Seller]
  package var products: [Product]
  package var orders: [Order]
  package var subscriptions: [Subscription]

  private enum CodingKeys: String, CodingKey {
    case format, name, marketplace, currency, zone, policies, customers, sellers, products, orders, subscriptions
    case orderNumber = "order_number"
  }

  package init(
    format: Int = 1, name: String, marketplace: String = "es", currency: String = "EUR", zone: String = "Europe/Madrid",
    orderNumber: String = "\\d{3}-\\d{7}-\\d{7}", policies: [String: PolicyValue] = [:], customers: [Customer] = [],
    sellers: [Seller] = [], products: [Product] = [], orders: [Order] = [], subscriptions: [Subscription] = []
  ) {
    self.format = format
    self.name = name
    self.marketplace = marketplace
    self.currency = currency
    self.zone = zone
    self.orderNumber = orderNumber
    self.policies = policies
    self.customers = customers
    self.sellers = sellers
    self.products = products
    self.orders = orders
    self.subscriptions = subscriptions
  }
}

/// Who sells: the shop itself or somebody else through it.
package struct Seller: Codable, Hashable, Sendable {
  package var id: String
  package var name: String
  package var kind: Kind

  package init(id: String, name: String, kind: Kind) {
    self.id = id
    self.name = name
    self.kind = kind
  }

  package enum Kind: String, Codable, Hashable, Sendable, CaseIterable { case own, external }
}

/// Something paid for again and again.
package struct Subscription: Codable, Hashable, Sendable {
  package var id: String
  package var customer: String
  package var name: String
  package var price: Money
  /// ISO 8601 duration: `P1M`.
  package var period: String
  package var since: Timestamp
  package var status: Status
  package var method: String?
  package var charges: [SubscriptionCharge]

  package init(
    id: String, customer: String, name: String, price: Money, period: String, since: Timestamp,
    status: Status = .active, method: String? = nil, charges: [SubscriptionCharge] = []
  ) {
    self.id = id
    self.customer = customer
    self.name = name
    self.price = price
    self.period = period
    self.since = since
    self.status = status
    self.method = method
    self.charges = charges
  }

  package enum Status: String, Codable, Hashable, Sendable, CaseIterable { case active, cancelled }
}

/// One payment of a subscription.
package struct SubscriptionCharge: Codable, Hashable, Sendable {
  package var at: Timestamp
  package var amount: Money

  package init(at: Timestamp, amount: Money) {
    self.at = at
    self.amount = amount
  }
}
