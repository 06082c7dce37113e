package import Foundation

/// What the shop knows of a device by its serial number.
package enum WarrantyVerdict: Codable, Hashable, Sendable {
  case covered(order: String, line: String, until: Date)
  case expired(order: String, line: String, until: Date)
  /// The device is the customer's, and no warranty is on record.
  case noWarranty(order: String, line: String)
  /// Another one is on its way already.
  case beingReplaced(order: String, line: String)
  /// None of the customer's devices has this number.
  case unknownSerial
}

/// DEV2 and DEV3 as a pure function.
package enum Warranty {
  /// The verdict on the device `serial` at `now`. Spaces, hyphens and case do not count; the last day counts whole.
  package static func verdict(serial: String, orders: [CustomerOrder], now: Date) -> WarrantyVerdict {
    let wanted = bare(serial)
    for order in orders.map(\.order) {
      guard let line = order.lines.first(where: { $0.serial.map(bare) == wanted }) else { continue }
      guard line.status == .delivered else { return .beingReplaced(order: order.id, line: line.id) }
      guard let until = line.warrantyUntil.flatMap(lastMoment) else {
        return .noWarranty(order: order.id, line: line.id)
      }
      return until >= now
        ? .covered(order: order.id, line: line.id, until: until)
        : .expired(order: order.id, line: line.id, until: until)
    }
    return .unknownSerial
  }

  private static func bare(_ serial: String) -> String {
    String(decoding: serial.utf8.filter { $0 != 0x20 && $0 != 0x2D }, as: UTF8.self).uppercased()
  }

  private static func lastMoment(_ text: String) -> Date? {
    if text.utf8.count == 10 { return Timestamp(text + "T00:00:00Z")?.endOfDay(after: 0) }
    return Timestamp(text)?.date
  }
}
