package import Commerce
package import Foundation
import Synchronization

/// How a call of the order service goes wrong, for transcripts and tests.
package enum OrderServiceFault: String, Codable, Hashable, Sendable, CaseIterable {
  /// Refused at the door; nothing happens.
  case unavailable = "caido"
  /// Lost on the way there; nothing happens.
  case timedOut = "tiempo_agotado"
  /// Lost on the way back: the effect has happened, and the caller does not know.
  case replyLost = "respuesta_perdida"
}

/// Which operations fail now; shared between a service and the test that breaks it.
package final class FaultInjection: Sendable {
  private let faults = Mutex<[OrderOperation: OrderServiceFault]>([:])
  private let delays = Mutex<[OrderOperation: TimeInterval]>([:])
  /// Lets time pass while a slow call is waited for: it moves the clock of a test, and sleeps nowhere.
  private let pass: @Sendable (TimeInterval) -> Void

  package init(passing: @escaping @Sendable (TimeInterval) -> Void = { _ in }) { pass = passing }

  /// Makes every call of `operation` take this many seconds from now on.
  package func setDelay(_ seconds: TimeInterval, operation: OrderOperation) {
    delays.withLock { $0[operation] = seconds }
  }

  func wait(for operation: OrderOperation) {
    if let seconds = delays.withLock({ $0[operation] }) { pass(seconds) }
  }

  /// Makes `operation` fail in this way from now on; nil mends it.
  package func setFault(_ fault: OrderServiceFault?, operation: OrderOperation) {
    faults.withLock { $0[operation] = fault }
  }

  package func fault(of operation: OrderOperation) -> OrderServiceFault? { faults.withLock { $0[operation] } }
}

/// An order service that fails where its fault injection says so, and is the inner one elsewhere.
package struct FaultyOrderService: OrderService {
  package let inner: any OrderService
  package let faults: FaultInjection

  package init(_ inner: any OrderService, faults: FaultInjection) {
    self.inner = inner
    self.faults = faults
  }

  private func call<Result>(
    _ operation: OrderOperation, _ body: () throws(OrderServiceError) -> Result
  ) throws(OrderServiceError) -> Result {
    faults.wait(for: operation)
    switch faults.fault(of: operation) {
    case nil: return try body()
    case .unavailable?: throw .unavailable(operation, cause: "fault injection")
    case .timedOut?: throw .timedOut(operation)
    case .replyLost?:
      _ = try body()
      throw .timedOut(operation)
    }
  }

  package func profile() throws(OrderServiceError) -> ShopProfile {
    try call(.profile) { () throws(OrderServiceError) in try inner.profile() }
  }

  package func customer(_ id: String, now: Date) throws(OrderServiceError) -> Customer? {
    try call(.customer) { () throws(OrderServiceError) in try inner.customer(id, now: now) }
  }

  package func identify(_ claim: IdentityClaim, now: Date) throws(OrderServiceError) -> IdentificationOutcome {
    try call(.identify) { () throws(OrderServiceError) in try inner.identify(claim, now: now) }
  }

  package func orders(of customer: String, now: Date) throws(OrderServiceError) -> [CustomerOrder] {
    try call(.orders) { () throws(OrderServiceError) in try inner.orders(of: customer, now: now) }
  }

  package func order(_ id: String, of customer: String, now: Date) throws(OrderServiceError) -> CustomerOrder? {
    try call(.order) { () throws(OrderServiceError) in try inner.order(id, of: customer, now: now) }
  }

  package func subscriptions(of customer: String, now: Date) throws(OrderServiceError) -> [Subscription] {
    try call(.subscriptions) { () throws(OrderServiceError) in try inner.subscriptions(of: customer, now: now) }
  }

  package func products() throws(OrderServiceError) -> [Product] {
    try call(.products) { () throws(OrderServiceError) in try inner.products() }
  }

  package func perform<Request: ShopRequest>(
    _ request: Request, of customer: String, key: String, now: Date
  ) throws(OrderServiceError) -> Request.Outcome? {
    try call(Request.operation) { () throws(OrderServiceError) in
      try inner.perform(request, of: customer, key: key, now: now)
    }
  }
}
