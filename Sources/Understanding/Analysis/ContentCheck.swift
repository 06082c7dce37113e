import Spanish

/// The authors' own tests, run by the model that serves customers.
extension UnderstandingModel {
  /// The «now» of checks: what wins must not depend on the day.
  static let checkTime = LocalTime(2026, 3, 10, 10)

  /// Every example that does not win with its own intent, and every counter-example that does.
  package func check() -> [Diagnostic] {
    let context = UnderstandingContext(recognition: RecognitionContext(now: Self.checkTime))
    var diagnostics: [Diagnostic] = []
    for intent in intents {
      for example in intent.examples {
        let understanding = understand(example.text, context: context)
        let won = understanding.intents.first { !$0.negated } ?? understanding.intents.first
        guard won?.id != intent.id else { continue }
        let winner = won.map { "gana «\($0.id)» (\($0.file):\($0.line))" } ?? "no gana nadie"
        diagnostics.append(
          Diagnostic(
            "example_lost", "«\(example.text)» no da «\(intent.id)»", hint: winner, at: example.location))
      }
      for example in intent.counterexamples {
        let understanding = understand(example.text, context: context)
        guard let won = understanding.intents.first(where: { $0.id == intent.id && !$0.negated }) else { continue }
        diagnostics.append(
          Diagnostic(
            "counterexample_won", "«\(example.text)» da «\(intent.id)», y no debe",
            hint: "lo hace \(won.file):\(won.line): \(won.pattern)", at: example.location))
      }
    }
    return diagnostics
  }
}
