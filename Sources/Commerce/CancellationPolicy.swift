package import Foundation

/// Whether lines of an order can be cancelled now. Lists of lines are line ids, in the order's order.
package enum CancellationVerdict: Codable, Hashable, Sendable {
  /// These lines, which are all that were asked for (or the only ones there are), can be cancelled at once.
  case possible(lines: [String])
  /// No lines were named and several can be cancelled: the customer chooses among them.
  case choose(lines: [String])
  /// Part of a bundle was named: all of these would be cancelled with it (CAN8). Ask again with these lines.
  case bundle(lines: [String])
  /// The bundle has been shipped in part: its rest can be cancelled from `from` on (CAN9).
  case bundleWait(lines: [String], from: Date)
  /// An external seller's order after its deadline (CAN2). A request is still possible.
  case tooLate(lines: [String], deadline: Date)
  /// In the shipping process (CAN1, CAN3): only a request is possible. `lines` are those that could be requested.
  case preparing(lines: [String])
  case shipped
  case delivered
  case alreadyCancelled
  case alreadyRequested
  /// `partial_cancel` is off: all of these lines or none.
  case wholeOrderOnly(lines: [String])
  /// `modify_items_once`: the order has been changed and cannot be cancelled any more.
  case alreadyModified
  /// `cancel_reasons` is set and the reason is none of them.
  case reasonNotAccepted(accepted: [String])
  /// A line was named that the order does not have.
  case unknownLine(String)
}

/// Whether a cancellation can be requested for lines that can no longer be cancelled at once.
package enum CancellationRequestVerdict: Codable, Hashable, Sendable {
  case possible(lines: [String])
  case shipped
  case alreadyCancelled
  case alreadyRequested
  /// `cancellation_request` is off.
  case notOffered
  case unknownLine(String)
}

/// CAN1–CAN9 as pure functions.
package enum CancellationPolicy {
  /// The verdict on cancelling `lines` of `order` at `now`; nil lines: none named yet.
  ///
  /// What has happened to the goods decides before the deadlines: shipped goods are «shipped» at any hour.
  package static func verdict(
    on order: Order, soldBy seller: Seller.Kind, lines: [String]?, now: Date, policies: Policies
  ) -> CancellationVerdict {
    if let unknown = lines?.first(where: { order.line($0) == nil }) { return .unknownLine(unknown) }
    let asked = order.lines.filter { lines?.contains($0.id) ?? true }
    let open = asked.filter { $0.status == .pending }
    guard lines == nil ? !open.isEmpty : open.count == asked.count && !asked.isEmpty else {
      return obstacle(among: asked, soldBy: seller, of: order, now: now, policies: policies)
    }
    if policies.modifyItemsOnce, order.itemsModifiedAt != nil { return .alreadyModified }
    if seller == .external {
      let deadline = sellerDeadline(of: order, policies: policies)
      if now > deadline { return .tooLate(lines: open.map(\.id), deadline: deadline) }
    }
    return scope(of: open, named: lines != nil, in: order, now: now, policies: policies)
  }

  /// The last instant at which an external seller's order can be cancelled (CAN2).
  package static func sellerDeadline(of order: Order, policies: Policies) -> Date {
    order.placedAt.date.addingTimeInterval(Double(policies.sellerCancelMinutes) * 60)
  }

  /// Whether `reason` is admitted by `cancel_reasons`; no list admits all, also none.
  package static func accepts(reason: String?, policies: Policies) -> Bool {
    guard let accepted = policies.cancelReasons else { return true }
    return reason.map { accepted.contains($0) } ?? false
  }

  /// The verdict on asking for a cancellation of `lines`; nil: every line that has not left yet (CAN3).
  package static func requestVerdict(
    on order: Order, lines: [String]?, policies: Policies
  ) -> CancellationRequestVerdict {
    if let unknown = lines?.first(where: { order.line($0) == nil }) { return .unknownLine(unknown) }
    let asked = order.lines.filter { lines?.contains($0.id) ?? true }
    let open = asked.filter { $0.status == .pending || $0.status == .preparing }
    if lines == nil ? !open.isEmpty : open.count == asked.count && !asked.isEmpty {
      return policies.cancellationRequest ? .possible(lines: open.map(\.id)) : .notOffered
    }
    if asked.contains(where: { $0.status == .cancellationRequested }) { return .alreadyRequested }
    return asked.allSatisfy { $0.status == .cancelled } ? .alreadyCancelled : .shipped
  }

  /// Why not all of `asked` are open: the status that the customer has to hear about first.
  private static func obstacle(
    among asked: [OrderLine], soldBy seller: Seller.Kind, of order: Order, now: Date, policies: Policies
  ) -> CancellationVerdict {
    let statuses = Set(asked.map(\.status))
    if statuses.contains(.preparing) {
      let unshipped = asked.filter { $0.status == .preparing || $0.status == .pending }.map(\.id)
      let deadline = sellerDeadline(of: order, policies: policies)
      return seller == .external && now > deadline
        ? .tooLate(lines: unshipped, deadline: deadline) : .preparing(lines: unshipped)
    }
    if statuses.contains(.cancellationRequested) { return .alreadyRequested }
    if statuses.contains(.shipped) { return .shipped }
    return statuses.subtracting([.cancelled, .pending]).isEmpty ? .alreadyCancelled : .delivered
  }

  /// How far a cancellation of `open` lines reaches: bundles (CAN8, CAN9), then single lines or all (CAN5).
  private static func scope(
    of open: [OrderLine], named: Bool, in order: Order, now: Date, policies: Policies
  ) -> CancellationVerdict {
    let bundles = Set(open.compactMap(\.bundle))
    let members = order.lines.filter { $0.bundle.map(bundles.contains) ?? false }
    let leftOrGone: Set<OrderStatus> = [
      .shipped, .delivered, .returnRequested, .returned, .exchangeRequested,
    ]
    let shippedBundles = Set(members.filter { leftOrGone.contains($0.status) }.compactMap(\.bundle))
    let from = order.placedAt.date.addingTimeInterval(Double(policies.bundlePartialCancelHours) * 3_600)
    var free = open
    if !shippedBundles.isEmpty, now < from {
      let waiting = open.filter { $0.bundle.map(shippedBundles.contains) ?? false }
      free = open.filter { line in !waiting.contains(line) }
      if named || free.isEmpty { return .bundleWait(lines: waiting.map(\.id), from: from) }
    }
    let held = members.filter { $0.status == .preparing }
    if !held.isEmpty {
      let heldBundles = Set(held.compactMap(\.bundle))
      let stuck = free.filter { $0.bundle.map(heldBundles.contains) ?? false }
      free = free.filter { line in !stuck.contains(line) }
      if !stuck.isEmpty, named || free.isEmpty {
        return .preparing(lines: order.lines.filter { stuck.contains($0) || held.contains($0) }.map(\.id))
      }
    }
    return choice(among: free, named: named, in: order, policies: policies)
  }

  private static func choice(
    among free: [OrderLine], named: Bool, in order: Order, policies: Policies
  ) -> CancellationVerdict {
    let bundles = Set(free.compactMap(\.bundle))
    let reached = order.lines.filter { line in
      line.status == .pending && (free.contains(line) || (line.bundle.map(bundles.contains) ?? false))
    }
    let ids = reached.map(\.id)
    if !policies.partialCancel {
      let whole = order.lines.filter { $0.status != .cancelled }
      if whole.contains(where: { $0.status != .pending }) { return .shipped }
      if whole.count != free.count { return .wholeOrderOnly(lines: whole.map(\.id)) }
      return .possible(lines: whole.map(\.id))
    }
    if named { return reached.count == free.count ? .possible(lines: ids) : .bundle(lines: ids) }
    if reached.count == 1 { return .possible(lines: ids) }
    let isOneBundle = bundles.count == 1 && reached.allSatisfy { $0.bundle != nil }
    return isOneBundle ? .bundle(lines: ids) : .choose(lines: ids)
  }
}
