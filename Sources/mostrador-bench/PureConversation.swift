import Assistant
import Dialogue
import Foundation
import Spanish
import Understanding

/// A conversation without store and shop: understanding, dialogue and replies alone, the service answered by a stub.
struct PureConversation {
  private let content: Content
  private let answers: [String: (outcome: String, outputs: Slots)]
  private let now = LocalTime(2026, 3, 10, 10)
  private var state = DialogueState()

  init(content: Content) {
    self.content = content
    let actions = content.dialogue.content.actions
    answers = actions.mapValues { action in
      let outputs = action.outputs.map { ($0, PureConversation.value(of: $0)) }
      return (action.outcomes.first ?? ActionSignature.failure, Slots(Dictionary(outputs) { first, _ in first }))
    }
  }

  /// Values of the size that the order service gives.
  private static func value(of output: String) -> SlotValue {
    func option(_ number: Int) -> SlotValue {
      .record([
        "id": .text("402-111111\(number)-1111111"), "label": .text("Producto \(number)"),
        "aliases": .list([.text("cosa \(number)")]),
      ])
    }
    return switch output {
    case "pedidos", "lineas_posibles": .list([option(1), option(2)])
    case "pedido": .text("402-1111111-1111111")
    case "productos", "lineas": .list([.text("Producto 1")])
    // Further orders of the same wish: seldom any.
    case "pedidos_siguientes": .list([])
    case "importe": .money(12.99, currency: "EUR")
    case "cuantos", "minutos": .number(2)
    default: .text(output)
    }
  }

  mutating func restart() { state = DialogueState() }

  /// One turn; the characters that it said.
  mutating func say(_ text: String, turn: Int) -> Int {
    let recognition = RecognitionContext(now: now)
    let context = DialogueContext(now: now, seed: UInt64(turn), recognition: recognition)
    let understanding = content.model.understand(
      text, context: UnderstandingContext(recognition: recognition, expectation: state.expectation))
    var effects = content.dialogue.handle(.said(understanding), state: &state, context: context)
    var said: [SaidMessage] = []
    var index = 0
    while index < effects.count, index < 64 {
      switch effects[index] {
      case .say(let message): said.append(message)
      case .call(let action, _, _):
        guard let answer = answers[action] else { break }
        effects += content.dialogue.handle(
          .outcome(answer.outcome, outputs: answer.outputs), state: &state, context: context)
      case .handOff:
        effects += content.dialogue.handle(.queued(position: 1, opensAt: nil), state: &state, context: context)
        effects += content.dialogue.handle(.resolved(returnToBot: true), state: &state, context: context)
      case .leaveQueue, .reconsider, .askRating, .rate, .comment: break
      }
      index += 1
    }
    if !said.isEmpty { state.lastSaid = said }
    return said.reduce(0) { $0 + $1.text.utf8.count }
  }
}
