import Commerce
import Foundation
import GRDB

/// The tables of the order service and all SQL on them.
enum OrderRows {
  static func createTables(in db: Database) throws {
    try db.execute(
      sql: """
        CREATE TABLE order_shop (
          id INTEGER PRIMARY KEY CHECK (id = 1), json TEXT NOT NULL);
        CREATE TABLE order_customer (
          id TEXT PRIMARY KEY, position INTEGER NOT NULL, email TEXT NOT NULL, postcode TEXT NOT NULL,
          json TEXT NOT NULL) WITHOUT ROWID;
        CREATE INDEX order_customer_email ON order_customer (email);
        CREATE INDEX order_customer_postcode ON order_customer (postcode);
        CREATE TABLE order_seller (
          id TEXT PRIMARY KEY, position INTEGER NOT NULL, json TEXT NOT NULL) WITHOUT ROWID;
        CREATE TABLE order_product (
          id TEXT PRIMARY KEY, position INTEGER NOT NULL, json TEXT NOT NULL) WITHOUT ROWID;
        CREATE TABLE order_order (
          id TEXT PRIMARY KEY, position INTEGER NOT NULL, customer TEXT NOT NULL, placed_at REAL NOT NULL,
          json TEXT NOT NULL) WITHOUT ROWID;
        CREATE INDEX order_order_customer ON order_order (customer, placed_at);
        CREATE TABLE order_subscription (
          id TEXT PRIMARY KEY, position INTEGER NOT NULL, customer TEXT NOT NULL, json TEXT NOT NULL) WITHOUT ROWID;
        CREATE INDEX order_subscription_customer ON order_subscription (customer);
        CREATE TABLE order_effect (
          key TEXT PRIMARY KEY, operation TEXT NOT NULL, request TEXT NOT NULL, outcome TEXT NOT NULL,
          at REAL NOT NULL) WITHOUT ROWID;
        """)
  }

  static func deleteAll(in db: Database) throws {
    for table in ["shop", "customer", "seller", "product", "order", "subscription", "effect"] {
      try db.execute(sql: "DELETE FROM order_\(table)")
    }
  }

  // MARK: - The shop

  static func insert(_ shop: Shop, in db: Database) throws {
    var frame = shop
    frame.customers = []
    frame.sellers = []
    frame.products = []
    frame.orders = []
    frame.subscriptions = []
    try db.execute(sql: "INSERT INTO order_shop (id, json) VALUES (1, ?)", arguments: [json(frame)])
    for (position, customer) in shop.customers.enumerated() {
      try db.execute(
        sql: "INSERT INTO order_customer (id, position, email, postcode, json) VALUES (?, ?, ?, ?, ?)",
        arguments: [
          customer.id, position, Identification.folded(customer.email),
          Identification.folded(customer.address.postcode), json(customer),
        ])
    }
    for (position, seller) in shop.sellers.enumerated() {
      try db.execute(
        sql: "INSERT INTO order_seller (id, position, json) VALUES (?, ?, ?)",
        arguments: [seller.id, position, json(seller)])
    }
    for (position, product) in shop.products.enumerated() {
      try db.execute(
        sql: "INSERT INTO order_product (id, position, json) VALUES (?, ?, ?)",
        arguments: [product.id, position, json(product)])
    }
    for (position, order) in shop.orders.enumerated() {
      try db.execute(
        sql: "INSERT INTO order_order (id, position, customer, placed_at, json) VALUES (?, ?, ?, ?, ?)",
        arguments: [order.id, position, order.customer, order.placedAt.date.timeIntervalSince1970, json(order)])
    }
    for (position, subscription) in shop.subscriptions.enumerated() {
      try db.execute(
        sql: "INSERT INTO order_subscription (id, position, customer, json) VALUES (?, ?, ?, ?)",
        arguments: [subscription.id, position, subscription.customer, json(subscription)])
    }
  }

  /// The shop without what the other tables hold; nil before the first import.
  static func frame(in db: Database) throws -> Shop? {
    try String.fetchOne(db, sql: "SELECT json FROM order_shop").map { try value($0) }
  }

  static func shop(in db: Database) throws -> Shop? {
    guard var shop = try frame(in: db) else { return nil }
    func all<Part: Decodable>(_ table: String) throws -> [Part] {
      try String.fetchAll(db, sql: "SELECT json FROM order_\(table) ORDER BY position").map { try value($0) }
    }
    shop.customers = try all("customer")
    shop.sellers = try all("seller")
    shop.products = try all("product")
    shop.orders = try all("order")
    shop.subscriptions = try all("subscription")
    return shop
  }

  static func profile(contentPolicies: [String: PolicyValue], in db: Database) throws -> ShopProfile {
    guard let shop = try frame(in: db) else { throw EmbeddedOrderService.StoreError.empty }
    let policies = Policies().overridden(by: contentPolicies).policies.overridden(by: shop.policies).policies
    return ShopProfile(
      name: shop.name, marketplace: shop.marketplace, currency: shop.currency, zone: shop.zone,
      orderNumber: shop.orderNumber, policies: policies)
  }

  // MARK: - Customers

  static func customer(_ id: String, in db: Database) throws -> Customer? {
    try String.fetchOne(db, sql: "SELECT json FROM order_customer WHERE id = ?", arguments: [id]).map { try value($0) }
  }

  /// The customers with this e-mail or this postcode.
  static func customers(email: String?, postcode: String?, in db: Database) throws -> [Customer] {
    try String.fetchAll(
      db, sql: "SELECT json FROM order_customer WHERE email = ? OR postcode = ? ORDER BY position",
      arguments: [email.map(Identification.folded), postcode.map(Identification.folded)]
    ).map { try value($0) }
  }

  static func update(_ customer: Customer, in db: Database) throws {
    try db.execute(
      sql: "UPDATE order_customer SET email = ?, postcode = ?, json = ? WHERE id = ?",
      arguments: [
        Identification.folded(customer.email), Identification.folded(customer.address.postcode), json(customer),
        customer.id,
      ])
  }

  // MARK: - Orders

  static func owner(of order: String, in db: Database) throws -> String? {
    try String.fetchOne(db, sql: "SELECT customer FROM order_order WHERE id = ?", arguments: [order])
  }

  /// An order of anybody, for the shop's own people.
  static func order(_ id: String, in db: Database) throws -> CustomerOrder? {
    try String.fetchOne(db, sql: "SELECT json FROM order_order WHERE id = ?", arguments: [id])
      .flatMap { try record(of: try value($0), in: db) }
  }

  static func order(_ id: String, of customer: String, in db: Database) throws -> CustomerOrder? {
    try String.fetchOne(
      db, sql: "SELECT json FROM order_order WHERE id = ? AND customer = ?", arguments: [id, customer]
    ).flatMap { try record(of: try value($0), in: db) }
  }

  /// Newest first; nil stands for everybody.
  static func orders(of customer: String?, in db: Database) throws -> [CustomerOrder] {
    let order = "ORDER BY placed_at DESC, position"
    let texts =
      if let customer {
        try String.fetchAll(
          db, sql: "SELECT json FROM order_order WHERE customer = ? \(order)", arguments: [customer])
      } else {
        try String.fetchAll(db, sql: "SELECT json FROM order_order \(order)")
      }
    return try texts.compactMap { try record(of: try value($0), in: db) }
  }

  static func update(_ order: Order, in db: Database) throws {
    try db.execute(sql: "UPDATE order_order SET json = ? WHERE id = ?", arguments: [json(order), order.id])
  }

  private static func record(of order: Order, in db: Database) throws -> CustomerOrder? {
    let seller: Seller? = try String.fetchOne(
      db, sql: "SELECT json FROM order_seller WHERE id = ?", arguments: [order.seller]
    ).map { try value($0) }
    guard let seller else { return nil }
    var products: [String: Product] = [:]
    for id in Set(order.lines.map(\.product)) {
      products[id] = try String.fetchOne(db, sql: "SELECT json FROM order_product WHERE id = ?", arguments: [id])
        .map { try value($0) }
    }
    return CustomerOrder(order: order, seller: seller, products: products)
  }

  static func subscriptions(of customer: String, in db: Database) throws -> [Subscription] {
    try String.fetchAll(
      db, sql: "SELECT json FROM order_subscription WHERE customer = ? ORDER BY position", arguments: [customer]
    ).map { try value($0) }
  }

  static func products(in db: Database) throws -> [Product] {
    try String.fetchAll(db, sql: "SELECT json FROM order_product ORDER BY position").map { try value($0) }
  }

  static func update(_ product: Product, in db: Database) throws {
    try db.execute(sql: "UPDATE order_product SET json = ? WHERE id = ?", arguments: [json(product), product.id])
  }

  static func update(_ subscription: Subscription, in db: Database) throws {
    try db.execute(
      sql: "UPDATE order_subscription SET json = ? WHERE id = ?", arguments: [json(subscription), subscription.id])
  }

  /// Writes what a request has changed on a customer's desk, and nothing else.
  static func store(_ desk: ShopDesk, insteadOf before: ShopDesk, in db: Database) throws {
    if desk.customer != before.customer { try update(desk.customer, in: db) }
    for (new, old) in zip(desk.orders, before.orders) where new.order != old.order { try update(new.order, in: db) }
    for (new, old) in zip(desk.subscriptions, before.subscriptions) where new != old { try update(new, in: db) }
  }

  // MARK: - Effects

  static func effect(key: String, in db: Database) throws -> (operation: String, request: String, outcome: String)? {
    try Row.fetchOne(
      db, sql: "SELECT operation, request, outcome FROM order_effect WHERE key = ?", arguments: [key]
    ).map { ($0["operation"], $0["request"], $0["outcome"]) }
  }

  static func insertEffect(
    key: String, operation: String, request: String, outcome: some Encodable, at: Date, in db: Database
  ) throws {
    try db.execute(
      sql: "INSERT INTO order_effect (key, operation, request, outcome, at) VALUES (?, ?, ?, ?, ?)",
      arguments: [key, operation, request, json(outcome), at.timeIntervalSince1970])
  }

  // MARK: - JSON

  static func json(_ value: some Encodable) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(value), as: UTF8.self)
  }

  private static func value<Value: Decodable>(_ json: String) throws -> Value {
    try JSONDecoder().decode(Value.self, from: Data(json.utf8))
  }
}
