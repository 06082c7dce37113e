package import Spanish
package import Understanding

/// Who answers the customer.
package enum Control: String, Sendable, Codable {
  case bot, queue, human, closed
}

/// A running flow: where it stands and what it knows.
package struct Frame: Sendable, Hashable, Codable {
  package var flow: String
  package var step: String
  package var slots: [String: SlotValue]
  /// The slots that the customer gave, apart from those that actions filled.
  package var given: Set<String>
  /// What the customer said when the flow started or was last corrected: later choices are looked for in it.
  package var utterance: String
  /// Whether the frame below linked this one: its slots flow back and it does not announce itself.
  package var linked: Bool
}

/// A question that waits for its answer.
package struct Awaiting: Sendable, Hashable, Codable {
  package var slot: String
  /// An entity kind, or `choice`, `confirm`, `text`, `rating`.
  package var kind: String
  package var options: [ExpectedOption]
  package var several: Bool
  /// How often the answer was not understood.
  package var misses: Int
}

/// The whole conversation as a value: everything that must survive a restart, and nothing else.
package struct DialogueState: Sendable, Hashable, Codable {
  package var control: Control = .bot
  /// The flow on top is the one that runs.
  package var stack: [Frame] = []
  package var awaiting: Awaiting?
  /// The call whose outcome is awaited, by action name.
  package var calling: String?
  /// What the conversation knows beyond one flow: the order last spoken of, the customer's name.
  package var memory: [String: SlotValue] = [:]
  /// Intents of the message that still wait for their turn.
  package var waiting: [WaitingIntent] = []
  /// What is said instead of the place in the queue, once the ticket stands there.
  package var handOffMessage: String?
  /// Messages in a row that were not understood.
  package var misses = 0
  /// The last intent that was served for one order.
  package var lastIntent: String?
  /// How often the customer asked for a person in this conversation.
  package var personRequests = 0
  /// What was said in the last turn that asked or told something: for «repite».
  package var lastSaid: [SaidMessage] = []
  /// The variant used last, by message.
  package var lastVariant: [String: Int] = [:]
  /// Slots before their last correction, for «antes».
  package var previous: [String: SlotValue] = [:]

  package init() {}

  /// What the next message is read against.
  package var expectation: Expectation {
    guard let awaiting else { return Expectation() }
    return Expectation(
      slot: awaiting.slot, kind: awaiting.kind, options: awaiting.options, several: awaiting.several)
  }

  /// `flow/step` of the running step; `libre` when nothing runs.
  package var place: String { stack.last.map { "\($0.flow)/\($0.step)" } ?? "libre" }
}

/// An intent that waits until the flow before it has ended.
package struct WaitingIntent: Sendable, Hashable, Codable {
  package var id: String
  package var slots: [String: SlotValue]
  package var utterance: String
}
