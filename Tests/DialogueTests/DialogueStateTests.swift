import Foundation
import Spanish
import Testing

@testable import Dialogue

@Suite("states are kept across releases")
struct DialogueStateTests {
  private func roundTrip(_ state: DialogueState) throws -> DialogueState {
    try JSONDecoder().decode(DialogueState.self, from: try StateWriter.data(of: state))
  }

  @Test("what is written is read, wherever a conversation stands")
  func conversation() throws {
    var kiosk = try Kiosk()
    for text in [
      "cancelar el 402-1111111-1111111", "quiero que me llamen", "blorp", "déjalo", "los dos", "sí", "precio", "blorp",
    ] {
      _ = kiosk.say(text)
      #expect(try roundTrip(kiosk.state) == kiosk.state, "«\(text)»")
    }
  }

  @Test("every kind of value, and every character")
  func values() throws {
    var state = DialogueState()
    let values: [SlotValue] = [
      .text("\"comillas\" \\ \n\t\u{1} ñ 🎁"), .number(12.5), .flag(true), .money(9.99, currency: "EUR"),
      .moneyRange(min: nil, max: 10, currency: "EUR"),
      .interval(start: LocalTime(2026, 3, 10, 10), end: nil, grain: "minute"), .timeOfDay(start: 3_600, end: nil),
      .duration(seconds: 60, grain: "minute", count: 1), .set("P1W"), .quantity(2, unit: "kg"),
      .identifier("X1", valid: true), .url("https://a.es", host: "a.es"), .list([]),
      .record(["id": .text("a"), "aliases": .list([.text("b"), .number(1)])]),
    ]
    for (index, value) in values.enumerated() { state.memory["v\(index)"] = value }
    state.awaiting = Awaiting(slot: "s", kind: "rating", several: true, misses: 2, purpose: .rating)
    state.clarifying = WaitingIntent(id: "x", slots: ["a": .text("b")], utterance: "u", depth: 2)
    state.score = 2
    state.lastVariant = ["a": 1, "b": 0]
    state.control = .queue
    (state.misses, state.anger, state.asleep, state.resuming, state.rated) = (1, 2, true, true, true)
    #expect(try roundTrip(state) == state)
  }

  @Test("a state that lacks newer fields is read, and so is an empty one")
  func older() throws {
    let text = #"{"control":"queue","stack":[{"flow":"f","step":"s"}],"awaiting":{"slot":"x","kind":"text"}}"#
    let state = try JSONDecoder().decode(DialogueState.self, from: Data(text.utf8))
    #expect(state.control == .queue && state.stack.first?.slots == [:] && state.awaiting?.purpose == .step)
    #expect(try JSONDecoder().decode(DialogueState.self, from: Data("{}".utf8)) == DialogueState())
  }
}
