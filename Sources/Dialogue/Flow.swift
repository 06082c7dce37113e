import Spanish
package import Understanding

/// A task of the dialogue as data: steps that ask, choose, confirm, call and say.
///
/// A class, as all that is compiled once and looked up many times in a turn: as a struct each look-up would retain every
/// field.
package final class Flow: Sendable {
  package let id: String
  /// The intents that start it.
  package let intents: [String]
  /// How a message names it: «la cancelación».
  package let name: String
  /// At least one.
  package let steps: [Step]
  /// Where each step stands in `steps`.
  package let indexOfStep: [String: Int]
  package let location: SourceLocation
  let source: FlowSource
  /// The slots that it asks for.
  let asked: Set<String>
  /// The flows that it runs.
  let linked: Set<String>
  /// The steps that ask for one of a list that a slot holds.
  let listing: [Step]

  init(id: String, intents: [String], name: String, steps: [Step], location: SourceLocation, source: FlowSource) {
    self.source = source
    self.id = id
    self.intents = intents
    self.name = name
    self.steps = steps
    self.location = location
    indexOfStep = Dictionary(steps.enumerated().map { ($0.element.id, $0.offset) }) { _, last in last }
    asked = Set(steps.compactMap { $0.question?.slot })
    linked = Set(steps.compactMap { if case .link(let linked) = $0.kind { linked } else { nil } })
    listing = steps.filter { $0.question?.optionsSlot != nil }
  }

  /// Where it starts.
  var start: Place { .at(self, steps[0]) }

  func step(_ id: String) -> Step? { indexOfStep[id].map { steps[$0] } }
}

/// The compilation that flows come from: nothing but an identity.
final class FlowSource: Sendable {}

/// One step of a flow. `next` is the index of the step that follows; nil ends the flow.
package final class Step: Sendable {
  package let id: String
  package let kind: StepKind
  package let next: Int?
  /// Of a question: the call that looks first whether the message changes something else about the task.
  package let review: Int?
  package let location: SourceLocation

  init(id: String, kind: StepKind, next: Int?, review: Int?, location: SourceLocation) {
    self.id = id
    self.kind = kind
    self.next = next
    self.review = review
    self.location = location
  }

  /// What it asks, if it asks for a slot.
  var question: Question? { if case .ask(let question) = kind { question } else { nil } }
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
package final class Question: Sendable {
  package let slot: String
  package let message: String
  /// Other wordings for the second and the third time.
  package let reprompts: [String]
  /// The slot that holds the list of options, if any.
  package let optionsSlot: String?
  package let fixedOptions: [ExpectedOption]
  package let several: Bool
  /// What to tell those who do not know the answer.
  package let help: String?
  /// Whether the flow can go on without it.
  package let optional: Bool
  /// The answer is an intent: it is served, and the flow goes on after it.
  package let servesIntent: Bool
  /// Nothing hangs on the answer: whoever speaks of something else is not asked again.
  package let passing: Bool
  /// What «cualquiera» and «me da igual» pick.
  package let whichever: String?
  /// The words that started the flow are the answer, if there are any.
  package let takesOpening: Bool

  init(
    slot: String, message: String, reprompts: [String], optionsSlot: String?, fixedOptions: [ExpectedOption],
    several: Bool, help: String?, optional: Bool, servesIntent: Bool, passing: Bool, whichever: String?,
    takesOpening: Bool
  ) {
    self.slot = slot
    self.message = message
    self.reprompts = reprompts
    self.optionsSlot = optionsSlot
    self.fixedOptions = fixedOptions
    self.several = several
    self.help = help
    self.optional = optional
    self.servesIntent = servesIntent
    self.passing = passing
    self.whichever = whichever
    self.takesOpening = takesOpening
  }
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
