/// What a text says in answer to a question, whatever it wishes besides: it is read, and no pattern is looked for. About
/// a third of the cost of understanding it.
extension UnderstandingModel {
  /// What the text names of each list, by the list.
  package func choices(in text: String, context: UnderstandingContext) -> [String: String] {
    choices(in: read(text, context: context))
  }

  func choices(in reading: MessageReading) -> [String: String] {
    var choices: [String: String] = [:]
    for found in reading.choices {
      guard case .list(let list) = symbols[found.symbol], choices[list] == nil else { continue }
      choices[list] = reading.choice(of: found.symbol)?.choice
    }
    return choices
  }

  /// Which of the expectation's options the text picks, as in `Understanding.chosen`.
  package func chosen(in text: String, context: UnderstandingContext) -> [String]? {
    context.expectation.options.isEmpty ? nil : chosen(in: read(text, context: context), context.expectation)
  }

  func chosen(in reading: MessageReading, _ expectation: Expectation) -> [String]? {
    guard !expectation.options.isEmpty else { return nil }
    return OptionPicker(model: self, text: reading.text, units: reading.units, expectation: expectation).chosen()
  }
}
