/// How far an order or a line has come. The cases stand from the first to the last that goods pass through.
package enum OrderStatus: String, Codable, Hashable, Sendable, CaseIterable {
  /// Not in the shipping process.
  case pending
  /// In the shipping process.
  case preparing
  case cancellationRequested = "cancellation_requested"
  case shipped
  case delivered
  case exchangeRequested = "exchange_requested"
  case returnRequested = "return_requested"
  case returned
  case cancelled

  /// The status of an order whose lines are these: the least advanced among the lines that are not cancelled.
  ///
  /// So an order has reached a status if and only if all that is left of it has.
  package static func following(_ lines: [OrderLine]) -> OrderStatus {
    let statuses = Set(lines.map(\.status))
    return allCases.first { statuses.contains($0) } ?? .pending
  }
}
