import Assistant
package import Dialogue
import Storage
import Understanding

/// What transcripts have exercised.
package struct CoverageCount: Sendable {
  package struct Wording: Hashable, Sendable {
    package var message: String
    package var variant: Int
  }

  /// `file:line` of a pattern that won.
  struct Rule: Hashable, Sendable {
    var file: String
    var line: Int
  }

  package internal(set) var intents: Set<String> = []
  var rules: Set<Rule> = []
  package internal(set) var passages: Set<FlowPassage> = []
  package internal(set) var wordings: Set<Wording> = []
  /// `acción -> resultado`.
  package internal(set) var calls: Set<String> = []
  package internal(set) var handOffs: Set<String> = []
  /// The files that name a row of the capabilities, by row.
  package internal(set) var rows: [String: Set<String>] = [:]

  package init() {}

  mutating func note(_ turn: TurnResult) {
    for intent in turn.understanding?.intents ?? [] where !intent.negated {
      intents.insert(intent.id)
      rules.insert(Rule(file: intent.file, line: intent.line))
    }
    passages.formUnion(turn.observation.path)
    for said in turn.observation.said { wordings.insert(Wording(message: said.template, variant: said.variant)) }
    for call in turn.observation.calls { calls.insert("\(call.action) -> \(call.outcome)") }
    note(turn.events)
  }

  mutating func note(_ events: [ConversationEvent]) {
    for event in events {
      if event.kind == "handoff.queued", let reason = event.body["reason"]?.string { handOffs.insert(reason) }
      if event.kind == "bot.message", let template = event.body["template"]?.string {
        if !wordings.contains(where: { $0.message == template }) {
          wordings.insert(Wording(message: template, variant: 0))
        }
      }
    }
  }

  package mutating func merge(_ other: CoverageCount) {
    intents.formUnion(other.intents)
    rules.formUnion(other.rules)
    passages.formUnion(other.passages)
    wordings.formUnion(other.wordings)
    calls.formUnion(other.calls)
    handOffs.formUnion(other.handOffs)
    rows.merge(other.rows) { $0.union($1) }
  }
}
