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

  /// - Parameter contentPolicies: the policies that the content sets; the shop's own come on top. Names and values
  ///   have been checked where the content was read: what cannot be applied is left out.
  package init(writer: any DatabaseWriter, contentPolicies: [String: PolicyValue] = [:]) {
    self.writer = writer
    self.contentPolicies = contentPolicies
  }

  // MARK: - Reading

  package func profile() throws(OrderServiceError) -> ShopProfile {
    try reading(.profile) { db in try self.profile(in: db) }
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

  // MARK: - Writing

  package func cancel(
    order id: String, lines: [String], reason: String?, of customer: String, key: String, now: Date
  ) throws(OrderServiceError) -> CancelOutcome {
    let request = [id, lines.joined(separator: "\u{1F}"), reason ?? "", customer]
    return try writingOnce(.cancel, request: request, key: key, now: now) { db in
      guard let (record, owner) = try OrderRows.orderAndCustomer(id, of: customer, in: db) else { return .notFound }
      let profile = try self.profile(in: db)
      guard CancellationPolicy.accepts(reason: reason, policies: profile.policies) else {
        return .refused(.reasonNotAccepted(accepted: profile.policies.cancelReasons ?? []))
      }
      let verdict = CancellationPolicy.verdict(
        on: record.order, soldBy: record.seller.kind, lines: lines, now: now, policies: profile.policies)
      guard case .possible(let affected) = verdict else { return .refused(verdict) }
      var (order, account) = (record.order, owner)
      let cancellation = OrderChanges.cancel(
        affected, of: &order, for: &account, reason: reason, at: profile.timestamp(now), policies: profile.policies)
      try OrderRows.update(order, in: db)
      try OrderRows.update(account, in: db)
      return .cancelled(cancellation)
    }
  }

  package func requestCancellation(
    order id: String, lines: [String]?, reason: String?, of customer: String, key: String, now: Date
  ) throws(OrderServiceError) -> CancellationRequestOutcome {
    let request = [id, lines?.joined(separator: "\u{1F}") ?? "*", reason ?? "", customer]
    return try writingOnce(.requestCancellation, request: request, key: key, now: now) { db in
      guard let (record, account) = try OrderRows.orderAndCustomer(id, of: customer, in: db) else { return .notFound }
      let profile = try self.profile(in: db)
      let verdict = CancellationPolicy.requestVerdict(on: record.order, lines: lines, policies: profile.policies)
      guard case .possible(let affected) = verdict else { return .refused(verdict) }
      var order = record.order
      let request = OrderChanges.requestCancellation(
        of: affected, in: &order, for: account, reason: reason, at: profile.timestamp(now), policies: profile.policies)
      try OrderRows.update(order, in: db)
      return .requested(request)
    }
  }

  package func createReturn(
    order id: String, lines: [String], reason: String, resolution: Resolution, refundTo: String?, of customer: String,
    key: String, now: Date
  ) throws(OrderServiceError) -> ReturnOutcome {
    let request = [
      id, lines.joined(separator: "\u{1F}"), reason, resolution.rawValue, refundTo ?? "", customer,
    ]
    return try writingOnce(.createReturn, request: request, key: key, now: now) { db in
      guard let (record, account) = try OrderRows.orderAndCustomer(id, of: customer, in: db) else { return .notFound }
      let profile = try self.profile(in: db)
      let verdict = ReturnPolicy.verdict(
        on: record.order, soldBy: record.seller.kind, lines: lines, now: now, policies: profile.policies)
      guard case .possible(let affected, _) = verdict else { return .refused(verdict) }
      if let obstacle = ReturnPolicy.obstacle(to: resolution, policies: profile.policies) { return .refused(obstacle) }
      let method = OrderChanges.refundMethod(
        refundTo, for: record.order, of: account, policies: profile.policies)
      if refundTo != nil, method == nil { return .refused(.methodNotAllowed) }
      var order = record.order
      let created = OrderChanges.createReturn(
        of: affected, in: &order, for: account, reason: reason, resolution: resolution, refundTo: method,
        at: profile.timestamp(now), policies: profile.policies)
      try OrderRows.update(order, in: db)
      return .created(created)
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

  /// Runs `body` in a transaction that also stores its outcome under `key`; a key that is known gives the stored
  /// outcome and runs nothing.
  private func writingOnce<Outcome: Codable>(
    _ operation: OrderOperation, request: [String], key: String, now: Date, _ body: (Database) throws -> Outcome
  ) throws(OrderServiceError) -> Outcome {
    let fingerprint = request.joined(separator: "\u{1E}")
    do {
      return try writer.write { db in
        if let stored = try OrderRows.effect(key: key, in: db) {
          guard stored.operation == operation.rawValue, stored.request == fingerprint else {
            throw OrderServiceError.keyReused(operation, key: key)
          }
          return try JSONDecoder().decode(Outcome.self, from: Data(stored.outcome.utf8))
        }
        let outcome = try body(db)
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
}

extension ShopProfile {
  /// The instant on the shop's wall clock.
  func timestamp(_ date: Date) -> Timestamp { Timestamp(date, in: TimeZone(identifier: zone) ?? .gmt) }
}
