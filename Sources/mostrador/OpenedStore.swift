import Assistant
import Commerce
import Foundation
import Spanish
import Storage

/// A store with a shop in it, and the assistant that serves from both.
struct OpenedStore {
  let content: Content
  let store: Store
  let orders: EmbeddedOrderService
  let assistant: Assistant
  let clock: CommandClock
  let zone: TimeZone

  /// Opens `path`, fills it if it is fresh, and finishes what a killed process left undone.
  ///
  /// - Parameter shared: whether another process may serve the same file meanwhile.
  init(path: String, shared: Bool, options: StoreOptions) throws {
    let folder = try ContentFolder(named: options.content.intents)
    let authored = try folder.load()
    clock = CommandClock(fixedTime: options.fixedTime)
    (store, orders) = try OpenedStore.openOrders(
      path: path, shared: shared, shop: options.shop, folder: folder, policies: authored.policies,
      calendar: authored.calendar, now: clock.clock.now())
    content = try authored.replacing(policies: orders.shopPolicies()).replacing(shopName: orders.profile().name)
    zone = try OpenedStore.zone(named: options.content.zone, content: content, orders: orders)
    assistant = Assistant(
      content: content, store: store, orders: orders, clock: clock.clock, zone: zone, seed: options.seed)
    do { try assistant.recover() } catch { throw CommandFailure(.runtime, error.message) }
  }

  /// Opens the store and its order service; a fresh one gets the shop file, or the demonstration shop.
  static func openOrders(
    path: String, shared: Bool, shop: String?, folder: ContentFolder, policies: [String: PolicyValue] = [:],
    calendar: Commerce.WorkingCalendar = WorkingCalendar(), now: Date
  ) throws -> (Store, EmbeddedOrderService) {
    let store: Store
    do { store = try Store(path: path, shared: shared) } catch { throw CommandFailure(error) }
    let orders = EmbeddedOrderService(writer: store.writer, contentPolicies: policies, calendar: calendar)
    if try orders.isEmpty {
      try orders.importShop(readShop(shop, folder: folder, now: now))
    } else if let shop {
      Console.error("aviso: la base de datos ya tiene una tienda; no se importa «\(shop)» (usa «orders import»)")
    }
    return (store, orders)
  }

  /// Reads a shop file, or the demonstration shop if none is named.
  static func readShop(_ path: String?, folder: ContentFolder, now: Date) throws(CommandFailure) -> Shop {
    let data: Data
    if let path {
      guard let read = FileManager.default.contents(atPath: path) else {
        throw CommandFailure(.runtime, "no se puede leer el fichero de tienda «\(path)»")
      }
      data = read
    } else {
      data = try folder.demoShop()
    }
    do { return try ShopFile.decode(data, now: now) } catch {
      throw CommandFailure(.runtime, "el fichero de tienda «\(path ?? "tienda.demo.json")» no vale:\n\(error)")
    }
  }

  private static func zone(
    named: String?, content: Content, orders: EmbeddedOrderService
  ) throws -> TimeZone {
    let name = try named ?? content.settings["hours.zone"]?.string ?? orders.profile().zone
    guard let zone = TimeZone(identifier: name) else {
      throw CommandFailure(.usage, "zona horaria desconocida: «\(name)»")
    }
    return zone
  }
}

/// Files that the tool keeps for its user between two runs.
enum UserState {
  /// `$XDG_STATE_HOME/mostrador`, made with mode 0700 if it is missing.
  static func directory() throws(CommandFailure) -> String {
    let environment = ProcessInfo.processInfo.environment
    let home = environment["HOME"] ?? NSHomeDirectory()
    let base = environment["XDG_STATE_HOME"].flatMap { $0.hasPrefix("/") ? $0 : nil } ?? home + "/.local/state"
    let path = base + "/mostrador"
    do {
      try FileManager.default.createDirectory(
        atPath: path, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    } catch {
      throw CommandFailure(.store, "no se puede crear «\(path)»; indica otra base de datos con --store")
    }
    return path
  }

  /// Where `chat` keeps its conversations, and where `queue` and `orders` look for them.
  static func storePath(_ named: String?) throws(CommandFailure) -> String {
    if let named { return named }
    return try directory() + "/chat.sqlite"
  }
}
