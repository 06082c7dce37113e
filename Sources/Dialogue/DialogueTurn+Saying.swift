import Spanish
import TextAnalysis
import Understanding

extension DialogueTurn {
  mutating func say(_ message: BuiltInMessage, _ arguments: [String: SlotValue] = [:]) {
    say(message.rawValue, arguments)
  }

  /// Says `id`: picks a wording by the seed, never the same twice in a row, and fills its places.
  mutating func say(_ id: String, _ arguments: [String: SlotValue] = [:], options: [ExpectedOption]? = nil) {
    state.settledText = nil
    guard let template = content.messages[id] else { return }
    // «¿Algo más?» in the middle of several things would sound as if the rest were forgotten.
    if id == BuiltInMessage.anythingElse.rawValue || id == BuiltInMessage.didItHelp.rawValue, isAmidOtherThings {
      return
    }
    var shown: [String: SlotValue] = [:]
    let slots = state.stack.last?.slots
    for name in template.names {
      if let value = arguments[name] ?? slots?[name] ?? state.memory[name] { shown[name] = value }
    }
    let variant = variant(of: template)
    let text = template.render(variant: variant, arguments: shown, settings: content.settings, now: context.now)
    if template.variants.count > 1 { state.lastVariant[id] = variant }
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
    !state.waiting.isEmpty || state.stack.count { !$0.linked } > 1 || state.stack.contains(where: isServingTopic)
  }

  /// Whether the frame stands at a question whose answer is being served: the flow has more to ask after it.
  private func isServingTopic(_ frame: Frame) -> Bool {
    guard frame.step != state.stack.last?.step, let flow = content.flows[frame.flow],
      let index = flow.indexOfStep[frame.step], case .ask(let question) = flow.steps[index].kind
    else { return false }
    return question.servesIntent
  }

  private func variant(of template: MessageTemplate) -> Int {
    let count = template.variants.count
    guard count > 1 else { return 0 }
    let hash = FNV1a.hash(template.id.utf8, from: context.seed ^ FNV1a.basis)
    // The last bits of FNV-1a are its weakest: fold the high half in.
    let index = Int((hash ^ (hash >> 32)) % UInt64(count))
    return state.lastVariant[template.id] == index ? (index + 1) % count : index
  }

  /// The name of the flow that the customer knows of: linked ones are parts of the one below.
  var runningName: String? {
    state.stack.last { !$0.linked }.flatMap { content.flows[$0.flow]?.name }
  }
}
