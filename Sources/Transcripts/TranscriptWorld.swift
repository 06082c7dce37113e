import Assistant
import Commerce
import Dialogue
import Foundation
import Spanish
import Storage

/// The world of one run: a store, an order service that can fail, a clock that only the file moves.
final class TranscriptWorld {
  let store: Store
  let orders: EmbeddedOrderService
  let faults: FaultInjection
  let clock: SettableClock
  let zone: TimeZone
  let seed: UInt64
  let content: Content
  let customer: CustomerIdentity
  /// Who may act as an agent, with the queues of each (nil: all); empty if the file does not say.
  let agents: [String: [String]?]
  private(set) var assistant: Assistant

  /// Builds the world that the header describes; its mistakes are thrown with their line.
  init(header: [HeaderEntry], content: Content, path: String, directory: String) throws {
    func value(_ key: String) -> HeaderEntry? { header.last { $0.key == key } }
    func wrong(_ entry: HeaderEntry, _ message: String) -> TranscriptParseError {
      TranscriptParseError(path: path, line: entry.line, column: 1, message: message)
    }
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
    let clock = SettableClock(now)
    self.clock = clock
    faults = FaultInjection { clock.advance(by: $0) }
    seed = value("semilla").flatMap { UInt64($0.value) } ?? 1
    var settings: [String: SlotValue] = [:]
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
    if let entry = value("horario") {
      guard let hours = TranscriptWorld.hours(entry.value) else { throw wrong(entry, "@horario 08:00-22:00") }
      settings.merge(hours) { _, new in new }
    }
    agents = TranscriptWorld.agents(value("agentes")?.value ?? "")
    self.content = (settings.isEmpty ? content : content.replacing(settings: settings))
      .replacing(policies: shop.policies).replacing(shopName: shop.name)
    customer = try TranscriptShop.addCustomer(value("cliente"), to: &shop, path: path)
    for entry in header where entry.key == "pedido" {
      try TranscriptShop.addOrder(entry, customer: customer.id, to: &shop, zone: zone, path: path)
    }
    store = try Store(path: ":memory:")
    orders = EmbeddedOrderService(
      writer: store.writer, contentPolicies: self.content.policies, calendar: self.content.calendar)
    try orders.importShop(shop)
    assistant = Assistant(
      content: self.content, store: store, orders: FaultyOrderService(orders, faults: faults), clock: clock, zone: zone,
      seed: seed)
  }

  /// `08:00-22:00 [festivos=2026-03-19,2026-12-25]`, `cerrado`, `siempre`.
  private static func hours(_ text: String) -> [String: SlotValue]? {
    var settings: [String: SlotValue] = [:]
    for word in TranscriptWords.split(text) {
      let (key, value) = TranscriptWords.pair(word)
      switch (key, value) {
      case ("festivos", _):
        settings["hours.holidays"] = .list(value.split(separator: ",").map { .text(String($0)) })
      case ("", "cerrado"): settings["hours.every_day"] = .text("23:59-23:59")
      case ("", "siempre"): settings["hours.every_day"] = .text("00:00-24:00")
      case ("", _):
        let times = value.split(separator: "-").map { $0.split(separator: ":").compactMap { Int($0) } }
        guard times.count == 2, times.allSatisfy({ $0.count == 2 }) else { return nil }
        settings["hours.every_day"] = .text(value)
      default: return nil
      }
    }
    return settings.isEmpty ? nil : settings
  }

  /// `ana luis=telefono,dispositivos`
  private static func agents(_ text: String) -> [String: [String]?] {
    var agents: [String: [String]?] = [:]
    for word in TranscriptWords.split(text) {
      let (key, value) = TranscriptWords.pair(word)
      if key.isEmpty {
        agents.updateValue(nil, forKey: value)
      } else {
        agents.updateValue(value.split(separator: ",").map(String.init), forKey: key)
      }
    }
    return agents
  }

  /// Forgets everything that is not stored, as a new process would.
  func restart() throws {
    assistant = Assistant(
      content: content, store: store, orders: FaultyOrderService(orders, faults: faults), clock: clock, zone: zone,
      seed: seed)
    try assistant.recover()
  }
}
