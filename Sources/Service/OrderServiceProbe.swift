import Assistant
import Commerce

extension Assistant {
  /// Asks the order service for the least that it can answer: whether it is there at all.
  func askOrderService() throws { _ = try orders.profile() }
}
