package import Commerce
package import Foundation
package import GRDB

/// What the shop's own people do with the data: import, export, look, and move the world on in a test.
extension EmbeddedOrderService {
  package enum StoreError: Error, Hashable, Sendable {
    /// No shop has been imported.
    case empty
    case unknownOrder(String)
    case unknownVariant(String)
  }

  /// Creates the tables; part of the store's migrations, and never called twice on one database.
  package static func migrate(_ db: Database) throws {
    try OrderRows.createTables(in: db)
  }

  /// Replaces everything, also the memory of what has been done, by `shop`.
  package func importShop(_ shop: Shop) throws {
    try writer.write { db in
      try OrderRows.deleteAll(in: db)
      try OrderRows.insert(shop, in: db)
    }
  }

  /// The shop as it stands now.
  package func exportShop() throws -> Shop {
    try writer.read { db in
      guard let shop = try OrderRows.shop(in: db) else { throw StoreError.empty }
      return shop
    }
  }

  /// Whether no shop has been imported.
  package var isEmpty: Bool {
    get throws { try writer.read { try OrderRows.frame(in: $0) == nil } }
  }

  /// The orders of all customers, newest first.
  package func allOrders() throws -> [CustomerOrder] {
    try writer.read { try OrderRows.orders(of: nil, in: $0) }
  }

  /// An order of any customer.
  package func anyOrder(_ id: String) throws -> CustomerOrder? {
    try writer.read { try OrderRows.order(id, in: $0) }
  }

  /// Gives an order another status, as when the parcel leaves while the customer is still writing.
  package func advance(order id: String, to status: OrderStatus, now: Date) throws {
    try writer.write { db in
      guard var order = try OrderRows.order(id, in: db)?.order, let shop = try OrderRows.frame(in: db) else {
        throw StoreError.unknownOrder(id)
      }
      let zone = TimeZone(identifier: shop.zone) ?? .gmt
      OrderChanges.advance(&order, to: status, at: Timestamp(now, in: zone))
      try OrderRows.update(order, in: db)
    }
  }

  /// Leaves so many of a variant, as when somebody else buys the last one.
  package func stock(variant: String, _ count: Int) throws {
    try writer.write { db in
      for var product in try OrderRows.products(in: db) {
        guard let place = product.variants.firstIndex(where: { $0.id == variant }) else { continue }
        product.variants[place].stock = count
        return try OrderRows.update(product, in: db)
      }
      throw StoreError.unknownVariant(variant)
    }
  }
}
