package import Foundation

/// What of an order can be changed while it has not left.
package enum OrderField: String, Codable, Hashable, Sendable, CaseIterable {
  case address = "direccion"
  case payment = "pago"
  case gift = "regalo"
  case items = "articulo"
}

/// Whether an order can be changed now.
package enum ModificationVerdict: Codable, Hashable, Sendable {
  case possible
  /// In the shipping process: only a cancellation can be asked for (MOD4).
  case preparing
  case shipped
  case delivered
  case cancelled
  case cancellationRequested
  /// An external seller's order after its deadline: the seller has to do it (MOD3).
  case sellerOnly(deadline: Date)
  /// `modify_items_once`: its variants have been changed already.
  case alreadyModified
}

/// MOD1–MOD4 as pure functions.
package enum ModificationPolicy {
  /// The verdict on changing `field` of `order`; `lines` are those to change, nil stands for all that are left.
  package static func verdict(
    on order: Order, soldBy seller: Seller.Kind, field: OrderField, lines: [String]? = nil, now: Date,
    policies: Policies
  ) -> ModificationVerdict {
    let asked = order.lines.filter { (lines?.contains($0.id) ?? true) && (lines != nil || $0.status != .cancelled) }
    let statuses = Set(asked.map(\.status))
    if statuses.subtracting([.pending]).isEmpty, !statuses.isEmpty {
      if policies.modifyItemsOnce, order.itemsModifiedAt != nil, field != .address { return .alreadyModified }
      let deadline = CancellationPolicy.sellerDeadline(of: order, policies: policies)
      return seller == .external && now > deadline ? .sellerOnly(deadline: deadline) : .possible
    }
    if statuses.isEmpty || statuses == [.cancelled] { return .cancelled }
    if statuses.contains(.shipped) { return .shipped }
    if !statuses.isDisjoint(with: [.delivered, .returnRequested, .returned, .exchangeRequested]) { return .delivered }
    return statuses.contains(.preparing) ? .preparing : .cancellationRequested
  }
}

/// Why a line cannot be had in another variant.
package enum VariantObstacle: Codable, Hashable, Sendable {
  case unknownLine(String)
  /// Not a variant of the line's product.
  case unknownVariant(String)
  case outOfStock(String)
  /// The line has this variant already, and `replace_same_variant` is off or nothing would change.
  case same(String)
}

/// A line and the variant that it is to become.
package struct LineVariant: Codable, Hashable, Sendable {
  package var line: String
  package var variant: String

  package init(line: String, variant: String) {
    self.line = line
    self.variant = variant
  }
}

/// Variants and what they cost, as pure functions.
package enum VariantPolicy {
  /// The first thing that stands in the way of `changes`; nil: nothing.
  package static func obstacle(
    to changes: [LineVariant], in record: CustomerOrder, sameAllowed: Bool
  ) -> VariantObstacle? {
    for change in changes {
      guard let line = record.order.line(change.line) else { return .unknownLine(change.line) }
      guard let variant = record.products[line.product]?.variant(change.variant) else {
        return .unknownVariant(change.variant)
      }
      if variant.id == line.variant, !sameAllowed { return .same(line.id) }
      if variant.stock < line.quantity { return .outOfStock(variant.id) }
    }
    return nil
  }

  /// What `changes` cost; negative: to the customer. Lines and variants are known to exist.
  package static func difference(of changes: [LineVariant], in record: CustomerOrder) -> Money {
    changes.reduce(.zero(record.order.currency)) { sum, change in
      guard let line = record.order.line(change.line),
        let variant = record.products[line.product]?.variant(change.variant)
      else { return sum }
      return sum + (variant.price - line.price) * line.quantity
    }
  }
}
