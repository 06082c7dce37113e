package import Foundation

/// What a customer may want with an order.
package enum OrderPurpose: String, Codable, Hashable, Sendable, CaseIterable {
  case cancel = "cancelar"
  case `return` = "devolver"
  case track = "localizar"
}

/// Which of a customer's orders come into question when none was named.
package enum Eligibility {
  /// The orders for `purpose`, in the order given.
  ///
  /// To cancel: those with something that has not left yet, even when it is too late to cancel at once, since it can
  /// be asked for. To return: those with something delivered and in time. To track: those still awaited, or, where
  /// there are none, those delivered.
  package static func orders(
    _ orders: [CustomerOrder], for purpose: OrderPurpose, now: Date, policies: Policies
  ) -> [CustomerOrder] {
    switch purpose {
    case .cancel:
      return orders.filter { record in
        record.order.lines.contains { $0.status == .pending || $0.status == .preparing }
      }
    case .return:
      return orders.filter { record in
        record.order.lines.contains { line in
          line.status == .delivered
            && ReturnPolicy.deadline(of: line, in: record.order, policies: policies) >= now
        }
      }
    case .track:
      let awaited = orders.filter { record in
        record.order.lines.contains {
          [.pending, .preparing, .shipped, .cancellationRequested].contains($0.status)
        }
      }
      return awaited.isEmpty ? orders.filter { $0.order.lines.contains { $0.status == .delivered } } : awaited
    }
  }
}
