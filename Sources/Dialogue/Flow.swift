import Spanish
package import Understanding

/// A task of the dialogue as data: steps that ask, choose, confirm, call and say.
package struct Flow: Sendable {
  package var id: String
  /// The intents that start it.
  package var intents: [String]
  /// How a message names it: «la cancelación».
  package var name: String
  package var steps: [Step]
  /// Where each step stands in `steps`.
  package var indexOfStep: [String: Int]
  package var location: SourceLocation
}

extension Flow {
  /// Whether some step runs the other flow.
  func links(to other: String) -> Bool {
    steps.contains { if case .link(let linked) = $0.kind { linked == other } else { false } }
  }
}

/// One step of a flow. `next` is the index of the step that follows; nil ends the flow.
package struct Step: Sendable {
  package var id: String
  package var kind: StepKind
  package var next: Int?
  /// Of a question: the call that looks first whether the message changes something else about the task.
  package var review: Int?
  package var location: SourceLocation
}

/// What a step does. The set is closed: no expressions, no code.
package enum StepKind: Sendable {
  /// Say a message.
  case say(message: String, arguments: [String: Argument])
  /// Fill a slot; skipped when it is filled already.
  case ask(Question)
  /// Ask for a yes or a no about what will happen.
  case confirm(message: String, yes: Int, no: Int)
  /// Call an action and go on where its outcome says.
  case call(action: String, arguments: [String: Argument], outcomes: [String: Int])
  /// Go on where the slot's value says; `vacio` when it is not filled, `otro` for any other value.
  case branch(slot: String, cases: [String: Int])
  /// Run another flow with these slots, then go on.
  case link(flow: String)
  /// Hand the conversation over to people.
  case handOff(HandOffStep)
  /// End the flow. `abandon` also ends the flows that linked it.
  case end(abandon: Bool)
}

/// What a step asks of people.
package struct HandOffStep: Sendable {
  package var reason: String
  package var skill: String
  /// 1 is the most urgent.
  package var priority: Int
  /// 1: whoever is free; 2: a supervisor; 3: those above.
  package var level: Int
  /// What is said instead of the place in the queue.
  package var message: String?
  /// What is said, while nobody is there, instead of when people are.
  package var closed: String?

  /// What is said, whenever it is.
  var messages: [String] { [message, closed].compactMap(\.self) }
}

/// A question for a slot.
package struct Question: Sendable {
  package var slot: String
  package var message: String
  /// Other wordings for the second and the third time.
  package var reprompts: [String]
  /// The slot that holds the list of options, if any.
  package var optionsSlot: String?
  package var fixedOptions: [ExpectedOption]
  package var several: Bool
  /// What to tell those who do not know the answer.
  package var help: String?
  /// Whether the flow can go on without it.
  package var optional: Bool
  /// The answer is an intent: it is served, and the flow goes on after it.
  package var servesIntent: Bool
  /// Nothing hangs on the answer: whoever speaks of something else is not asked again.
  package var passing: Bool
  /// What «cualquiera» and «me da igual» pick.
  package var whichever: String?
  /// The words that started the flow are the answer, if there are any.
  package var takesOpening = false
}

/// What a step hands to a message or an action.
package enum Argument: Sendable, Hashable {
  case slot(String)
  case literal(String)
}

/// What an action needs and declares: the contract that `check` proves flows against.
package struct ActionSignature: Sendable {
  package var name: String
  /// Slots that are handed over whenever they are filled.
  package var inputs: [String]
  package var outcomes: [String]
  /// Slots that it fills.
  package var outputs: [String]
  /// Whether it changes something: it then needs a confirmation before it.
  package var writes: Bool
  /// Inputs that take one of a few words: there the word means itself, whatever slots there are.
  package var words: [String: [String]]

  /// The outcome of any action whose service did not answer.
  package static let failure = "fallo"
  /// What a review answers that found nothing in the message: it is then heard as the answer to the question.
  package static let nothingNew = "nada_nuevo"

  package init(
    _ name: String, inputs: [String], outcomes: [String], outputs: [String], writes: Bool = false,
    words: [String: [String]] = [:]
  ) {
    self.name = name
    self.inputs = inputs
    self.outcomes = outcomes
    self.outputs = outputs
    self.writes = writes
    self.words = words
  }
}
