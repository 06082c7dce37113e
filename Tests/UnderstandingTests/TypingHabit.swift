/// What happens to a message between the head and the counter. Deterministic.
enum TypingHabit: String, CaseIterable {
  case accentsOff, capitals, decomposed, typo, greetingBefore, thanksAfter

  func callAsFunction(_ text: String) -> String {
    switch self {
    case .accentsOff: Perturbation.withoutAccents(text)
    case .capitals: text.uppercased()
    case .decomposed: Perturbation.decomposed(text)
    case .typo: Perturbation.withTypo(text, seed: 1)
    case .greetingBefore: "hola buenas, \(text)"
    case .thanksAfter: "\(text) por favor gracias"
    }
  }

  /// Points of the top intent that it may cost.
  var allowance: Double {
    switch self {
    case .capitals, .decomposed: 0
    case .typo: 5
    case .accentsOff, .greetingBefore, .thanksAfter: 1
    }
  }
}
