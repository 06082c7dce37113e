package import Foundation

/// Where an order, or one line of it, is, in the words of T1–T8.
package struct TrackingReport: Codable, Hashable, Sendable {
  package enum State: String, Codable, Hashable, Sendable, CaseIterable {
    case pending, preparing, cancellationRequested, shipped, delivered, cancelled, returned
    /// On its way, and its day has passed.
    case late
    /// On its way, by a method or a seller that does not say where (T3, T4).
    case untrackable
  }

  package var state: State
  /// The lines of which this is true.
  package var lines: [OrderLine]
  /// The parcel that carries them; nil before it is packed.
  package var shipment: Shipment?
  /// The parcel goes beyond the customs union, where it may take longer (T7).
  package var passesCustoms: Bool

  package var estimated: Timestamp? { shipment?.estimated }
  package var deliveredAt: Timestamp? { shipment?.deliveredAt }
  package var lastEvent: OrderNote? { shipment?.events.max { $0.at < $1.at } }
}

/// What is known about where things are, as pure functions.
package enum Tracking {
  /// One report for each parcel and for what is not packed yet, the least advanced first; `lines` narrows it down.
  package static func reports(on order: Order, lines: [String]? = nil, now: Date) -> [TrackingReport] {
    let asked = order.lines.filter { lines?.contains($0.id) ?? true }
    var groups: [(shipment: Shipment?, status: OrderStatus, lines: [OrderLine])] = []
    for line in asked {
      let shipment = order.shipments(of: line.id).last
      if let index = groups.firstIndex(where: { $0.shipment?.id == shipment?.id && $0.status == line.status }) {
        groups[index].lines.append(line)
      } else {
        groups.append((shipment, line.status, [line]))
      }
    }
    let advance = Dictionary(uniqueKeysWithValues: zip(OrderStatus.allCases, 0...))
    return
      groups
      .sorted { (advance[$0.status] ?? 0) < (advance[$1.status] ?? 0) }
      .map { group in
        TrackingReport(
          state: state(of: group.status, in: group.shipment, now: now), lines: group.lines, shipment: group.shipment,
          passesCustoms: order.address.isBeyondCustoms || order.address.country != "ES")
      }
  }

  /// What stands for the order as a whole: its least advanced part that is not cancelled.
  package static func report(on order: Order, lines: [String]? = nil, now: Date) -> TrackingReport? {
    reports(on: order, lines: lines, now: now).first
  }

  private static func state(of status: OrderStatus, in shipment: Shipment?, now: Date) -> TrackingReport.State {
    switch status {
    case .pending: .pending
    case .preparing: .preparing
    case .cancellationRequested: .cancellationRequested
    case .cancelled: .cancelled
    case .delivered: .delivered
    case .returned, .returnRequested, .exchangeRequested: .returned
    case .shipped:
      if let estimated = shipment?.estimated, estimated.endOfDay(after: 0) < now {
        .late
      } else {
        shipment?.trackable ?? false ? .shipped : .untrackable
      }
    }
  }
}
