import Dialogue
import Spanish
import Storage

/// What a person must know when the bot steps back.
enum Handoff {
  /// One line for the queue: where the conversation stood, which order, and the customer's last words.
  static func summary(reason: String, state: DialogueState, events: [ConversationEvent]) -> String {
    var parts = [state.place]
    if let order = state.stack.last?.slots["pedido"]?.string ?? state.memory["pedido"]?.string { parts.append(order) }
    // What told the most, and what came last.
    let told = events.filter { $0.kind == "user.message" }.compactMap { $0.body["text"]?.string }
    let fullest = told.max { $0.utf8.count < $1.utf8.count }
    for words in [fullest, told.last == fullest ? nil : told.last] {
      if let words { parts.append("«\(words.prefix(200))»") }
    }
    return "\(reason): " + parts.joined(separator: " · ")
  }

  /// Slots with their values, and what the whole conversation has done already.
  static func record(reason: String, state: DialogueState, events: [ConversationEvent]) -> JSONValue {
    var slots = state.memory
    for frame in state.stack { slots.merge(frame.slots) { _, new in new } }
    return .object([
      "reason": .string(reason), "state": .string(state.place), "slots": .object(slots.mapValues(\.json)),
      "actions": .array(events.filter { $0.kind == "action.executed" }.map { .object($0.body) }),
    ])
  }
}
