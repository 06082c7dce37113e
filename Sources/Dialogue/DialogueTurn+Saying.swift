import Spanish
import Understanding

extension DialogueTurn {
  mutating func say(_ message: BuiltInMessage, _ arguments: Slots = [:]) {
    say(message.rawValue, arguments)
  }

  /// Says `id`: picks a wording by the seed, never the same twice in a row, and fills its places.
  mutating func say(_ id: String, _ arguments: Slots = [:], options: [ExpectedOption]? = nil) {
    state.settledText = nil
    guard let template = content.messages[id] else { return }
    // «¿Algo más?» in the middle of several things would sound as if the rest were forgotten.
    if id == BuiltInMessage.anythingElse.rawValue || id == BuiltInMessage.didItHelp.rawValue, isAmidOtherThings {
      return
    }
    let slots = state.stack.isEmpty ? [:] : state.stack[state.stack.count - 1].slots
    var shown = Slots()
    let values = template.names.map { name -> SlotValue? in
      guard let value = arguments[name] ?? slots[name] ?? state.memory[name] else {
        return content.settings[name]
      }
      shown[name] = value
      return value
    }
    var variant = 0
    if template.variantCount > 1 {
      variant = template.variant(seed: context.seed, last: state.lastVariant[id])
      state.lastVariant[id] = variant
    }
    let text = template.render(variant: variant, values: values, now: context.now)
    effects.append(
      .say(
        SaidMessage(
          template: id, arguments: shown, text: text, options: options ?? template.options, variant: variant)))
  }

  /// Says that no order holds `thing`, before what there is is offered; once, however often the orders are looked up.
  mutating func sayNotBought(_ thing: SlotValue) {
    let isSaid = state.lastSaid.contains {
      $0.template == BuiltInMessage.notBought.rawValue && $0.arguments["no_comprado"] == thing
    }
    if !isSaid { say(BuiltInMessage.notBought, ["no_comprado": thing]) }
  }

  private var isAmidOtherThings: Bool {
    !state.waiting.isEmpty || state.stack.count { !$0.linked } > 1 || state.stack.contains { isServingTopic($0) }
  }

  /// Whether the frame stands at a question whose answer is being served: the flow has more to ask after it.
  private func isServingTopic(_ frame: Frame) -> Bool {
    guard case .at(_, let step) = frame.place else { return false }
    return step.question?.servesIntent == true && step.id != state.stack.last?.step
  }

  /// The name of the flow that the customer knows of: linked ones are parts of the one below.
  var runningName: String? {
    state.stack.last { !$0.linked }.flatMap { $0.place.flow?.name }
  }
}
