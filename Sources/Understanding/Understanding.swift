package import Spanish
package import TextAnalysis

/// What a message means, and why: the value that dialogue, protocol and `parse` share.
package struct Understanding: Sendable {
  package var text: AnalyzedText
  /// Winners in the order of the message. A negated one says so.
  package var intents: [IntentMatch]
  /// What else could have won, best first; at most three, none of them in `intents`.
  package var alternatives: [IntentCandidate]
  /// Confidence of the first winner less that of the best alternative; 0 without a winner.
  package var margin: Double
  /// When nothing won: what the message may be about, best first, at most three. To be asked, never carried out.
  package var suggestions: [IntentCandidate]
  package var slots: [FilledSlot]
  package var entities: [Entity]
  /// What the message names of each list, by the list, whether or not an intent has use for it.
  package var choices: [String: String]
  /// Which of the expectation's options the message picks, by id, in the order of the options; nil when it picks none.
  package var chosen: [String]?
  /// What the dialogue expected when the message was read, so that a trace can show the same run.
  package var expectation: Expectation
  /// ISO 639-1 code, `es` unless another language is certain; `und` for no language at all (emoji, digits).
  package var language: String

  package init(
    text: AnalyzedText, intents: [IntentMatch] = [], alternatives: [IntentCandidate] = [], margin: Double = 0,
    suggestions: [IntentCandidate] = [], slots: [FilledSlot] = [], entities: [Entity] = [],
    choices: [String: String] = [:], chosen: [String]? = nil, expectation: Expectation = Expectation(),
    language: String = "es"
  ) {
    self.text = text
    self.intents = intents
    self.alternatives = alternatives
    self.margin = margin
    self.suggestions = suggestions
    self.slots = slots
    self.entities = entities
    self.choices = choices
    self.chosen = chosen
    self.expectation = expectation
    self.language = language
  }
}

package struct IntentMatch: Sendable {
  package var id: String
  /// In [0, 1], derived from the ranking key.
  package var confidence: Double
  /// UTF-8 offsets of what the winning pattern covers.
  package var range: TextRange
  package var negated: Bool
  /// Where the pattern stands: `Intents/pedidos/cancelar.yaml`, line.
  package var file: String
  package var line: Int
  package var pattern: String
  /// Whether no pattern found it, but the words as the sample sentences use them.
  package var isHeard: Bool

  package init(
    id: String, confidence: Double, range: TextRange, negated: Bool, file: String, line: Int, pattern: String,
    isHeard: Bool = false
  ) {
    self.id = id
    self.confidence = confidence
    self.range = range
    self.negated = negated
    self.file = file
    self.line = line
    self.pattern = pattern
    self.isHeard = isHeard
  }
}

package struct IntentCandidate: Sendable {
  package var id: String
  package var confidence: Double

  package init(id: String, confidence: Double) {
    self.id = id
    self.confidence = confidence
  }
}

package struct FilledSlot: Sendable {
  package var name: String
  package var kind: EntityKind
  package var value: SlotValue
  /// What was typed.
  package var raw: String
  package var range: TextRange
  /// `text` (found in the message), `pattern` (set by the pattern that won), `option` (picked).
  package var source: String
  /// The index in `Understanding.intents` that it belongs to; nil if it belongs to all.
  package var intent: Int?

  package init(
    name: String, kind: EntityKind, value: SlotValue, raw: String, range: TextRange, source: String, intent: Int?
  ) {
    self.name = name
    self.kind = kind
    self.value = value
    self.raw = raw
    self.range = range
    self.source = source
    self.intent = intent
  }
}

/// What the dialogue expects of the next message: it takes part in understanding.
package struct Expectation: Sendable, Hashable, Codable {
  /// The slot that was asked for.
  package var slot: String?
  /// The kind that fills it: an entity kind, or `choice`, `confirm`, `text`, `rating`.
  package var kind: String?
  /// What was offered, in the order in which the customer saw it.
  package var options: [ExpectedOption]
  /// Whether several options may be picked at once («la funda y el cargador», «todo menos la agenda»).
  package var several: Bool

  package init(slot: String? = nil, kind: String? = nil, options: [ExpectedOption] = [], several: Bool = false) {
    self.slot = slot
    self.kind = kind
    self.options = options
    self.several = several
  }
}

package struct ExpectedOption: Sendable, Hashable, Codable {
  package var id: String
  /// What the customer reads.
  package var label: String
  /// Other names by which it may be called, and words of its pattern.
  package var aliases: [String]
  /// What «todo», «todos», «los dos» pick: this option stands for all the others.
  package var all: Bool

  package init(id: String, label: String, aliases: [String] = [], all: Bool = false) {
    self.id = id
    self.label = label
    self.aliases = aliases
    self.all = all
  }
}

/// What understanding may know of the world beside the text.
package struct UnderstandingContext: Sendable {
  package var recognition: RecognitionContext
  package var expectation: Expectation
  /// What patterns may demand by `requires_context` and `excludes_context`: key → value.
  package var facts: [String: String]
  /// What the shop at hand calls its products.
  package var wares: WareNames

  package init(
    recognition: RecognitionContext, expectation: Expectation = Expectation(), facts: [String: String] = [:],
    wares: WareNames = WareNames()
  ) {
    self.recognition = recognition
    self.expectation = expectation
    self.facts = facts
    self.wares = wares
  }
}
