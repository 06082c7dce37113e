package import Foundation

/// What a customer may want with an order.
package enum OrderPurpose: String, Codable, Hashable, Sendable, CaseIterable {
  case cancel = "cancelar"
  case `return` = "devolver"
  case track = "localizar"
  case modify = "modificar"
  case exchange = "cambiar"
  /// For another variant of something: by an exchange, or by a change of what has not left.
  case variants = "otra_variante"
  case lost = "reclamar"
  case refuse = "rechazar"
  case seller = "vendedor"
  case refund = "reembolso"
  case pay = "pagar"
  case report = "denunciar"
  case sms = "avisos"
  case any = "todos"
}

/// Which of a customer's orders come into question when none was named.
package enum Eligibility {
  /// The orders for `purpose`, in the order given.
  ///
  /// To cancel: those with something that has not left yet, even when it is too late to cancel at once, since it can
  /// be asked for. To return: those with something delivered and in time. To track: those still awaited, or, where
  /// there are none, those delivered. To claim a lost one: those on their way or delivered within the time to return.
  package static func orders(
    _ orders: [CustomerOrder], for purpose: OrderPurpose, now: Date, policies: Policies
  ) -> [CustomerOrder] {
    switch purpose {
    case .cancel:
      return orders.filter { record in
        record.order.lines.contains { $0.status == .pending || $0.status == .preparing }
      }
    case .modify:
      return orders.filter { record in record.order.lines.contains { $0.status == .pending } }
    case .variants:
      return orders.filter { record in
        let isOpen = { (line: OrderLine) in
          line.status == .pending
            || line.status == .delivered
              && ReturnPolicy.deadline(of: line, in: record.order, policies: policies) >= now
        }
        return record.order.lines.contains { line in
          isOpen(line) && (record.products[line.product]?.variants.count ?? 0) > 1
        }
      }
    case .refuse: return orders.filter { record in record.order.lines.contains { $0.status == .shipped } }
    case .seller: return orders.filter { $0.seller.kind == .external }
    case .report: return orders.filter { record in record.order.lines.contains { $0.status != .cancelled } }
    case .refund: return orders.filter { !RefundReport.reports(on: $0.order, now: now).isEmpty }
    case .pay: return orders.filter { $0.order.awaitsPayment }
    case .sms:
      return orders.filter { record in
        record.order.lines.contains { [.pending, .preparing, .shipped].contains($0.status) }
      }
    case .any: return orders
    case .lost:
      return orders.filter { record in
        record.order.lines.contains { line in
          line.status == .shipped
            || line.status == .delivered
              && ReturnPolicy.deadline(of: line, in: record.order, policies: policies) >= now
        }
      }
    case .return, .exchange:
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
