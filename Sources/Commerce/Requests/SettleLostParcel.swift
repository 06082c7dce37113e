import Foundation

/// What became of a lost parcel's case.
package enum LostOutcome: Codable, Hashable, Sendable {
  /// Which lines the carrier is asked for.
  case investigating(lines: [OrderLine], confirmation: Confirmation)
  /// Another one, or the money.
  case settled(CreatedReturn)
  case refused(LostVerdict)
  case notFound
}

/// Opens an investigation of a parcel that did not come, sends another one or gives the money back (L2, L3).
package struct SettleLostParcel: ShopRequest {
  package static let operation = OrderOperation.settleLostParcel

  package var order: String
  /// Nil: all that should have come.
  package var lines: [String]?
  package var remedy: LostRemedy
  package var urgent: Bool

  package init(order: String, lines: [String]? = nil, remedy: LostRemedy, urgent: Bool = false) {
    self.order = order
    self.lines = lines
    self.remedy = remedy
    self.urgent = urgent
  }

  package func carryOut(on desk: inout ShopDesk) -> LostOutcome {
    guard let place = desk.place(ofOrder: order) else { return .notFound }
    let record = desk.orders[place]
    let verdict = LostPolicy.verdict(
      on: record.order, soldBy: record.seller.kind, lines: lines, now: desk.now.date, policies: desk.policies)
    guard let lines = LostPolicy.lines(open: verdict, to: remedy, urgent: urgent) else { return .refused(verdict) }
    let confirmation = Confirmation(kind: .lostSettled, email: desk.customer.email)
    guard remedy != .investigation else {
      desk.note(.investigation, lines.joined(separator: ", "), onOrderAt: place)
      return .investigating(lines: record.order.lines.filter { lines.contains($0.id) }, confirmation: confirmation)
    }
    var created = desk.register(
      lines, onOrderAt: place, reason: urgent ? LostPolicy.urgentReason : LostPolicy.reason,
      resolution: remedy == .refund ? .refund : .replacement,
      refundTo: PaymentPolicy.original(of: record.order, customer: desk.customer), sentBack: false)
    created.confirmation = confirmation
    return .settled(created)
  }
}

/// Notes that the customer will not take the parcel in (REF1, REF2).
package struct RefuseDelivery: ShopRequest {
  package static let operation = OrderOperation.refuseDelivery

  package enum Outcome: Codable, Hashable, Sendable {
    case noted(lines: [OrderLine])
    case externalSeller
    /// Nothing has left yet: it can be cancelled.
    case notShipped
    /// It is there already: it can be returned.
    case delivered
    case cancelled
    case alreadyNoted
    case notFound
  }

  package var order: String

  package init(order: String) { self.order = order }

  package func carryOut(on desk: inout ShopDesk) -> Outcome {
    guard let place = desk.place(ofOrder: order) else { return .notFound }
    let verdict = RefuseDelivery.verdict(on: desk.orders[place])
    if case .noted = verdict { desk.note(.deliveryRefused, onOrderAt: place) }
    return verdict
  }

  /// What the request would find, without changing anything.
  package static func verdict(on record: CustomerOrder) -> Outcome {
    let order = record.order
    let open = order.lines.filter { $0.status == .shipped }
    if open.isEmpty {
      if order.lines.contains(where: { $0.status == .pending || $0.status == .preparing }) { return .notShipped }
      return order.lines.allSatisfy { $0.status == .cancelled || $0.status == .cancellationRequested }
        ? .cancelled : .delivered
    }
    if record.seller.kind == .external { return .externalSeller }
    let noted = order.notices.contains { $0.text.hasPrefix(NoteKind.deliveryRefused.rawValue) }
    return noted ? .alreadyNoted : .noted(lines: open)
  }
}
