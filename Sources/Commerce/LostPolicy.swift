package import Foundation

/// What a customer may do about a parcel that is not there.
package enum LostVerdict: Codable, Hashable, Sendable {
  /// Marked delivered a short while ago: look around first; from `until` on something can be done.
  case wait(lines: [String], deliveredAt: Date, until: Date)
  /// From `lost_may_hours` on: an investigation, another one or the money, if the customer asks.
  case may(lines: [String], deliveredAt: Date)
  /// From `lost_must_hours` on: the bot offers it by itself.
  case must(lines: [String], deliveredAt: Date)
  /// On its way, and its day has passed.
  case late(lines: [String], estimated: Date?)
  /// On its way, and in time as far as anybody knows.
  case onTheWay(lines: [String], estimated: Date?)
  case notShipped
  /// Cancelled, or its cancellation asked for.
  case cancelled
  /// A return, another one or an investigation is under way already.
  case alreadySettled
  /// An investigation runs; another one or the money can still be asked for.
  case investigated(lines: [String], since: Date)
  /// The seller ships: the seller first, then the guarantee (SEL1, SEL6).
  case externalSeller
  case unknownLine(String)
}

/// What the customer chooses (L2, L3).
package enum LostRemedy: String, Codable, Hashable, Sendable, CaseIterable {
  case investigation = "investigacion"
  case replacement = "reemplazo"
  case refund = "reembolso"
}

/// L1–L3 as pure functions.
package enum LostPolicy {
  /// The reason that the return of a lost parcel carries.
  package static let reason = "no_recibido"
  /// The same for somebody who needs it soon: another one goes out first (L3).
  package static let urgentReason = "no_recibido_urgente"

  /// The verdict on `lines` of `order` at `now`; nil: all that is not cancelled.
  package static func verdict(
    on order: Order, soldBy seller: Seller.Kind, lines: [String]?, now: Date, policies: Policies
  ) -> LostVerdict {
    if let unknown = lines?.first(where: { order.line($0) == nil }) { return .unknownLine(unknown) }
    let asked = order.lines.filter { lines?.contains($0.id) ?? true }
    func ids(_ status: OrderStatus) -> [String] { asked.filter { $0.status == status }.map(\.id) }
    let (delivered, shipped) = (ids(.delivered), ids(.shipped))
    if delivered.isEmpty, shipped.isEmpty {
      if asked.contains(where: { $0.status == .pending || $0.status == .preparing }) { return .notShipped }
      let over: Set<OrderStatus> = [.cancelled, .cancellationRequested]
      return asked.allSatisfy { over.contains($0.status) } ? .cancelled : .alreadySettled
    }
    if seller == .external { return .externalSeller }
    let lines = shipped.isEmpty ? delivered : shipped
    if let opened = investigation(of: order) { return .investigated(lines: lines, since: opened) }
    guard shipped.isEmpty else {
      let estimates = order.shipments.filter { !Set($0.lines).isDisjoint(with: shipped) }.compactMap(\.estimated)
      let isLate = estimates.max().map { $0.endOfDay(after: 0) < now } ?? false
      let estimated = estimates.max()?.date
      return isLate ? .late(lines: shipped, estimated: estimated) : .onTheWay(lines: shipped, estimated: estimated)
    }
    let deliveredAt = delivered.map { order.deliveredAt(line: $0).date }.max() ?? now
    let hours = now.timeIntervalSince(deliveredAt) / 3_600
    if hours < Double(policies.lostMayHours) {
      return .wait(
        lines: lines, deliveredAt: deliveredAt,
        until: deliveredAt.addingTimeInterval(Double(policies.lostMayHours) * 3_600))
    }
    return hours < Double(policies.lostMustHours)
      ? .may(lines: lines, deliveredAt: deliveredAt) : .must(lines: lines, deliveredAt: deliveredAt)
  }

  /// The lines for which the verdict lets the customer choose `remedy`; nil: not now.
  ///
  /// A late parcel is looked for; only somebody in a hurry need not wait for what is found (L3).
  package static func lines(open verdict: LostVerdict, to remedy: LostRemedy, urgent: Bool) -> [String]? {
    switch verdict {
    case .may(let lines, _), .must(let lines, _): lines
    case .late(let lines, _): remedy == .investigation || urgent ? lines : nil
    case .investigated(let lines, _): remedy == .investigation ? nil : lines
    default: nil
    }
  }

  /// When an investigation of the order was opened, if one was.
  package static func investigation(of order: Order) -> Date? {
    order.notices.last { $0.text.hasPrefix(NoteKind.investigation.rawValue) }?.at.date
  }
}
