package import Commerce
package import Foundation
package import GRDB

/// The order service that lives in the same SQLite file as the conversations.
///
/// One row holds one customer, product or order as JSON; beside it stand the columns by which it is looked up, so that a
/// turn reads the orders of one customer and nothing else. Every call is one transaction.
package final class EmbeddedOrderService: OrderService {
  let writer: any DatabaseWriter
  private let contentPolicies: [String: PolicyValue]
  private let calendar: WorkingCalendar

  /// - Parameters:
  ///   - contentPolicies: the policies that the content sets; the shop's own come on top. Names and values have been
  ///     checked where the content was read: what cannot be applied is left out.
  ///   - calendar: the days that count where a deadline is in working days.
  package init(
    writer: any DatabaseWriter, contentPolicies: [String: PolicyValue] = [:],
    calendar: WorkingCalendar = WorkingCalendar()
  ) {
    self.writer = writer
    self.contentPolicies = contentPolicies
    self.calendar = calendar
  }

  // MARK: - Reading

  package func profile() throws(OrderServiceError) -> ShopProfile {
    try reading(.profile) { db in try self.profile(in: db) }
  }

  /// The policies that the shop file sets itself.
  package func shopPolicies() throws(OrderServiceError) -> [String: PolicyValue] {
    try reading(.profile) { db in try OrderRows.frame(in: db)?.policies ?? [:] }
  }

  package func customer(_ id: String, now: Date) throws(OrderServiceError) -> Customer? {
    try reading(.customer) { db in try OrderRows.customer(id, in: db) }
  }

  package func identify(_ claim: IdentityClaim, now: Date) throws(OrderServiceError) -> IdentificationOutcome {
    try reading(.identify) { db in
      let ways = Identification.ways(open: claim, policies: try self.profile(in: db).policies)
      guard !ways.isEmpty else { return .incomplete }
      let owner = try claim.order.flatMap { try OrderRows.owner(of: $0, in: db) }
      let matches = try OrderRows.customers(email: claim.email, postcode: claim.postcode, in: db)
        .filter { Identification.matches(claim, customer: $0, ordersOwner: owner, ways: ways) }
      return matches.count == 1 ? .identified(matches[0]) : .noMatch
    }
  }

  package func orders(of customer: String, now: Date) throws(OrderServiceError) -> [CustomerOrder] {
    try reading(.orders) { db in try OrderRows.orders(of: customer, in: db) }
  }

  package func order(_ id: String, of customer: String, now: Date) throws(OrderServiceError) -> CustomerOrder? {
    try reading(.order) { db in try OrderRows.order(id, of: customer, in: db) }
  }

  package func subscriptions(of customer: String, now: Date) throws(OrderServiceError) -> [Subscription] {
    try reading(.subscriptions) { db in try OrderRows.subscriptions(of: customer, in: db) }
  }

  package func products() throws(OrderServiceError) -> [Product] {
    try reading(.products) { db in try OrderRows.products(in: db) }
  }

  // MARK: - Writing

  /// The outcome is stored with the change, in one transaction; a key that is known gives the stored outcome and runs
  /// nothing.
  package func perform<Request: ShopRequest>(
    _ request: Request, of customer: String, key: String, now: Date
  ) throws(OrderServiceError) -> Request.Outcome? {
    let operation = Request.operation
    do {
      return try writer.write { db in
        let fingerprint = try OrderRows.json(request) + "\u{1E}" + customer
        if let stored = try OrderRows.effect(key: key, in: db) {
          guard stored.operation == operation.rawValue, stored.request == fingerprint else {
            throw OrderServiceError.keyReused(operation, key: key)
          }
          return try JSONDecoder().decode(Request.Outcome.self, from: Data(stored.outcome.utf8))
        }
        guard let account = try OrderRows.customer(customer, in: db) else { return nil }
        let profile = try self.profile(in: db)
        let desk = ShopDesk(
          profile: profile, now: profile.timestamp(now), calendar: calendar, customer: account,
          orders: try OrderRows.orders(of: customer, in: db),
          subscriptions: try OrderRows.subscriptions(of: customer, in: db))
        var after = desk
        let outcome = request.carryOut(on: &after)
        try OrderRows.store(after, insteadOf: desk, in: db)
        try OrderRows.insertEffect(
          key: key, operation: operation.rawValue, request: fingerprint, outcome: outcome, at: now, in: db)
        return outcome
      }
    } catch let error as OrderServiceError {
      throw error
    } catch {
      throw .unavailable(operation, cause: String(describing: error))
    }
  }

  // MARK: - Transactions

  private func profile(in db: Database) throws -> ShopProfile {
    try OrderRows.profile(contentPolicies: contentPolicies, in: db)
  }

  private func reading<Result>(
    _ operation: OrderOperation, _ body: (Database) throws -> Result
  ) throws(OrderServiceError) -> Result {
    do {
      return try writer.read(body)
    } catch {
      throw .unavailable(operation, cause: String(describing: error))
    }
  }
}

extension ShopProfile {
  /// The instant on the shop's wall clock.
  func timestamp(_ date: Date) -> Timestamp { Timestamp(date, in: TimeZone(identifier: zone) ?? .gmt) }
}
