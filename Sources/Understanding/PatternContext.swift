import Automata

/// Patterns that hold in some situations only: `requires_context` and `excludes_context`.
extension UnderstandingModel {
  /// Whether what the candidate's pattern demands holds of the message's context and of the choices that it captured.
  func holds(_ candidate: Candidate, in reading: MessageReading, _ context: UnderstandingContext) -> Bool {
    let demand = patterns[candidate.pattern].demand
    guard !demand.isEmpty else { return true }
    var facts = context.facts.mapValues { HassilValue.text($0) }
    if demand.isViolated(by: facts) { return false }
    for capture in candidate.match.captures {
      guard let symbol = capture.symbol else { continue }
      let choice = reading.choices.first { $0.symbol == symbol && $0.units == capture.tokens }?.choice
      if let phrase = phrases.first(where: { $0.symbol == symbol && $0.choice == choice && !$0.context.isEmpty }) {
        facts.merge(phrase.context) { _, new in new }
      }
    }
    return demand.holds(in: facts)
  }
}
