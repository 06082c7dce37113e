import Spanish
package import Understanding

/// Who answers the customer.
package enum Control: String, Sendable, Codable {
  case bot, queue, human, closed
}

/// A running flow: where it stands and what it knows.
package struct Frame: Sendable, Hashable {
  package var place: Place
  package var slots: Slots
  /// The slots that the customer gave, apart from those that actions filled.
  package var given: Set<String>
  /// What the customer said when the flow started or was last corrected: later choices are looked for in it.
  package var utterance: String
  /// Whether the frame below linked this one: its slots flow back and it does not announce itself.
  package var linked: Bool
  /// The choices made so far, oldest first: «mejor la otra» goes back to one of them.
  package var answered: [AnsweredChoice] = []
}

/// A choice that was made, with everything that making it anew needs.
package struct AnsweredChoice: Sendable, Hashable, Codable {
  package var slot: String
  package var step: String
  package var options: [ExpectedOption]
  package var several: Bool
  /// The slots that were filled when it was asked.
  package var known: [String]
}

/// A question that waits for its answer.
package struct Awaiting: Sendable, Hashable {
  /// Who asks, and so who gets the answer.
  package enum Purpose: String, Sendable, Codable {
    /// The running step of the flow on top.
    case step
    /// Whether a person shall take over; asked by the engine.
    case person
    /// Whether to call again a service that did not answer.
    case retry
    /// Which of a few intents was meant.
    case intent
    case rating, comment
  }

  package var slot: String
  /// An entity kind, or `choice`, `confirm`, `text`, `rating`.
  package var kind: String
  package var options: [ExpectedOption]
  package var several: Bool
  /// How often the answer was not understood.
  package var misses: Int
  package var purpose: Purpose

  package init(
    slot: String, kind: String, options: [ExpectedOption] = [], several: Bool = false, misses: Int = 0,
    purpose: Purpose = .step
  ) {
    self.slot = slot
    self.kind = kind
    self.options = options
    self.several = several
    self.misses = misses
    self.purpose = purpose
  }
}

/// A question whose answer is being looked through for something else.
package struct ReviewedQuestion: Sendable, Hashable {
  package var step: String
  package var awaiting: Awaiting
}

/// An intent that waits for its turn, or was served last.
package struct WaitingIntent: Sendable, Hashable, Codable {
  package var id: String
  package var slots: Slots
  package var utterance: String
  /// It starts once no more than this many flows run.
  package var depth = 0

  /// A slot that says: about the order of what was served before it.
  static let sameOrder = "mismo_pedido"
}

/// The whole conversation as a value: everything that must survive a restart, and nothing else.
package struct DialogueState: Sendable, Hashable {
  package var control: Control = .bot
  /// The flow on top is the one that runs.
  package var stack: [Frame] = []
  package var awaiting: Awaiting?
  /// The call whose outcome is awaited, by action name.
  package var calling: String?
  /// The question that stands while its answer is reviewed; never set between turns, so it is not kept on disk.
  package var reviewed: ReviewedQuestion?
  /// The step whose question was answered in free words, until anything is said; never set between turns either.
  package var settledText: String?
  /// What the conversation knows beyond one flow: the order last spoken of, the customer's name.
  package var memory: Slots = [:]
  /// Intents of the message that still wait for their turn.
  package var waiting: [WaitingIntent] = []
  /// What is said instead of the place in the queue, once the ticket stands there.
  package var handOffMessage: String?
  /// Messages of the running task that were not understood.
  package var misses = 0
  /// What was served last, for «lo mismo con el otro».
  package var lastServed: WaitingIntent?
  /// The message whose intent the customer is asked for.
  package var clarifying: WaitingIntent?
  /// What was asked last, with its slots: the same again is counted.
  package var lastAsked: String?
  /// What the time before was answered, in short: if the answers differ, so did the questions.
  package var lastAnswer: String?
  /// How often in a row the same thing was asked.
  package var repeats = 0
  /// How often the customer asked for a person in this conversation.
  package var personRequests = 0
  /// How often the customer was angry or rude: it raises the priority of a ticket.
  package var anger = 0
  /// Calls in a row that the service did not answer.
  package var failures = 0
  /// Actions that changed something: a conversation that did is worth a rating.
  package var changes = 0
  package var rated = false
  /// The score whose comment is awaited.
  package var score: Int?
  /// What was said in the last turn that asked or told something: for «repite».
  package var lastSaid: [SaidMessage] = []
  /// The variant used last, by message.
  package var lastVariant: [String: Int] = [:]
  /// Slots before their last correction, for «antes».
  package var previous: Slots = [:]
  /// The options shown last, by slot: «el primero» and «los dos» point into them.
  package var shown: [String: [ExpectedOption]] = [:]
  /// Orders spoken of, the latest first.
  package var mentioned: [String] = []
  /// A flow was interrupted and must announce itself when it goes on.
  package var resuming = false
  /// The reminder of this silence has been given.
  package var reminded = false
  /// Nobody closed the conversation; it fell asleep, and the next message wakes it.
  package var asleep = false

  package init() {}

  /// What the next message is read against: the open question, or the quick replies still on the screen.
  package var expectation: Expectation {
    if let awaiting {
      return Expectation(
        slot: awaiting.slot, kind: awaiting.kind, options: awaiting.options, several: awaiting.several)
    }
    let offered = lastSaid.flatMap(\.options)
    return offered.isEmpty ? Expectation() : Expectation(kind: "choice", options: offered)
  }

  /// `flow/step` of the running step; `libre` when nothing runs.
  package var place: String { stack.last.map { "\($0.flow)/\($0.step)" } ?? "libre" }
}
