import Assistant
import Commerce
import Foundation
import Spanish
import Storage
import Testing

@testable import Transcripts

/// What the protocol gives as `format: chat` must pass when it is replayed.
@Suite("saved conversations replay")
struct SavedTranscriptTests {
  @Test(
    "whatever was said",
    arguments: [
      ["cancela el 402-1111111-1111111", "la funda", "sí", "no, gracias"],
      ["¿dónde está el 402-5555555-5555555?", "quiero hablar con una persona", "déjalo"],
      ["quiero devolver las zapatillas", "trufulas del gizmo", "blorp", "déjalo"],
      ["hola", "sois unos inútiles", "¿cómo saco la factura?"],
    ])
  func replays(texts: [String]) throws {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let content = try #require(try Content.load(directory: root.appendingPathComponent("Intents").path).content)
    let zone = TimeZone(identifier: "Europe/Madrid") ?? .gmt
    let clock = SettableClock(zone.date(LocalTime(2026, 3, 10, 10)))
    let store = try Store(path: ":memory:")
    let orders = EmbeddedOrderService(writer: store.writer, contentPolicies: content.policies)
    try orders.importShop(try ShopFile.decode(content.demoShop, now: clock.now()))
    let assistant = Assistant(
      content: content, store: store, orders: orders, clock: clock, zone: zone, seed: 7)
    let conversation = try assistant.open(customer: CustomerIdentity(id: "cli_001")).conversation
    for (index, text) in texts.enumerated() {
      _ = try assistant.send(conversation: conversation, messageID: "m\(index)", input: .text(text))
      clock.advance(by: 45)
    }
    clock.advance(by: 700)
    _ = try assistant.tick()
    let saved = try assistant.transcript(conversation: conversation, format: "chat")
    let (file, errors) = TranscriptFile.parse(saved, path: "guardada.chat")
    #expect(errors.isEmpty)
    let failures = TranscriptReplay(content: content).run(file)
    #expect(failures.map(\.description) == [], "\(saved)")
  }
}
