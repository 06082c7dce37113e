import Assistant
import Commerce
import Foundation
import Spanish
import Storage

/// The world of one run: a store, an order service that can fail, a clock that only the file moves.
final class TranscriptWorld {
  let store: Store
  let orders: EmbeddedOrderService
  let faults = FaultInjection()
  let clock: SettableClock
  let zone: TimeZone
  let seed: UInt64
  let content: Content
  let customer: CustomerIdentity
  private(set) var assistant: Assistant

  /// Builds the world that the header describes; its mistakes are thrown with their line.
  init(header: [HeaderEntry], content: Content, path: String, directory: String) throws {
    func value(_ key: String) -> HeaderEntry? { header.last { $0.key == key } }
    func wrong(_ entry: HeaderEntry, _ message: String) -> TranscriptParseError {
      TranscriptParseError(path: path, line: entry.line, column: 1, message: message)
    }
    self.content = content
    let zoneName = value("zona")?.value ?? content.settings["hours.zone"]?.string ?? "Europe/Madrid"
    guard let zone = TimeZone(identifier: zoneName) else {
      throw TranscriptParseError(
        path: path, line: value("zona")?.line ?? 1, column: 1, message: "no existe la zona «\(zoneName)»")
    }
    self.zone = zone
    var start = LocalTime(2026, 3, 10, 10)
    if let entry = value("reloj") {
      guard let time = LocalTime(entry.value) else { throw wrong(entry, "@reloj 2026-03-10T10:00:00") }
      start = time
    }
    let now = zone.date(start)
    clock = SettableClock(now)
    seed = value("semilla").flatMap { UInt64($0.value) } ?? 1
    var shop: Shop
    if let entry = value("tienda") {
      let file = directory + "/" + entry.value
      guard let data = FileManager.default.contents(atPath: file) else {
        throw wrong(entry, "no se puede leer «\(file)»")
      }
      do { shop = try ShopFile.decode(data, now: now) } catch { throw wrong(entry, "\(error)") }
    } else if header.contains(where: { $0.key == "pedido" }) {
      shop = Shop(name: content.settings["shop.name"]?.string ?? "Tienda", zone: zoneName)
    } else {
      shop = try ShopFile.decode(content.demoShop, now: now)
    }
    for entry in header where entry.key == "politica" {
      for word in TranscriptWords.split(entry.value) {
        let (name, text) = TranscriptWords.pair(word)
        shop.policies[name] = PolicyValue(parsing: text)
      }
    }
    customer = try TranscriptShop.addCustomer(value("cliente"), to: &shop, path: path)
    for entry in header where entry.key == "pedido" {
      try TranscriptShop.addOrder(entry, customer: customer.id, to: &shop, zone: zone, path: path)
    }
    store = try Store(path: ":memory:")
    orders = EmbeddedOrderService(writer: store.writer, contentPolicies: content.policies, calendar: content.calendar)
    try orders.importShop(shop)
    assistant = Assistant(
      content: content, store: store, orders: FaultyOrderService(orders, faults: faults), clock: clock, zone: zone,
      seed: seed)
  }

  /// Forgets everything that is not stored, as a new process would.
  func restart() throws {
    assistant = Assistant(
      content: content, store: store, orders: FaultyOrderService(orders, faults: faults), clock: clock, zone: zone,
      seed: seed)
    try assistant.recover()
  }
}
