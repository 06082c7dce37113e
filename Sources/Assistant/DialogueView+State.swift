import Dialogue
import Spanish
import Storage

extension Assistant {
  /// The state of `record` as the protocol's `Dialogue`.
  func view(of record: ConversationRecord) throws(AssistantError) -> DialogueView {
    let state = try decodeState(record)
    var fields: [String: JSONValue] = [
      "state": .string(state.place),
      "stack": .array(state.stack.map { .object(["flow": .string($0.flow), "step": .string($0.step)]) }),
      "control": .string(state.control.rawValue), "epoch": .number(record.epoch), "version": .number(record.version),
    ]
    var slots = state.memory
    for frame in state.stack { slots.merge(frame.slots) { _, new in new } }
    fields["slots"] = .object(slots.mapValues(\.json))
    fields["previous"] = .object(state.previous.mapValues(\.json))
    if let awaiting = state.awaiting {
      var asked: [String: JSONValue] = ["slot": .string(awaiting.slot), "kind": .string(awaiting.kind)]
      if !awaiting.options.isEmpty { asked["options"] = .array(awaiting.options.map(TurnWork.json(of:))) }
      fields["awaiting"] = .object(asked)
    }
    return DialogueView(json: .object(fields))
  }
}
