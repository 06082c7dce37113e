import Assistant
import Commerce
import Foundation
import Storage
import Testing
import Understanding

extension ServiceFixture {
  /// Where the project stands on disk.
  static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().path

  private static let loaded = Result { try Content.load(directory: root + "/Intents") }

  static func assistant(store: Store, now: Date) throws -> Assistant {
    let (content, diagnostics) = try loaded.get()
    let compiled = try #require(content, "the content has errors: \(diagnostics.prefix(3))")
    let orders = EmbeddedOrderService(writer: store.writer)
    if try orders.isEmpty { try orders.importShop(ShopFile.decode(compiled.demoShop, now: now)) }
    return Assistant(
      content: compiled, store: store, orders: orders, clock: SettableClock(now),
      zone: try #require(TimeZone(identifier: "Europe/Madrid")), seed: 1)
  }
}
