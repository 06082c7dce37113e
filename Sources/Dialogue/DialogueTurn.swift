import Foundation
import Spanish
import Understanding

/// The work of one event: a state in the making and the effects so far.
struct DialogueTurn {
  /// Steps that one event may run before the turn is cut short: a guard, never reached by checked content.
  static let stepLimit = 64

  let dialogue: Dialogue
  var state: DialogueState
  let context: DialogueContext
  var effects: [DialogueEffect] = []

  var content: DialogueContent { dialogue.content }

  init(dialogue: Dialogue, state: DialogueState, context: DialogueContext) {
    self.dialogue = dialogue
    self.state = state
    self.context = context
  }

  // MARK: Saying

  mutating func say(_ message: BuiltInMessage, _ arguments: [String: SlotValue] = [:]) {
    say(message.rawValue, arguments)
  }

  /// Says `id`: picks a wording by the seed, never the same twice in a row, and fills its places.
  mutating func say(_ id: String, _ arguments: [String: SlotValue] = [:], options: [ExpectedOption]? = nil) {
    guard let template = content.messages[id] else { return }
    var values = state.memory
    if let frame = state.stack.last { values.merge(frame.slots) { _, new in new } }
    values.merge(arguments) { _, new in new }
    var shown: [String: SlotValue] = [:]
    for name in template.names { shown[name] = values[name] }
    let variant = variant(of: template)
    let text = template.render(variant: variant, arguments: values, settings: content.settings, now: context.now)
    let message = SaidMessage(
      template: id, arguments: shown, text: text, options: options ?? template.options)
    state.lastVariant[id] = variant
    effects.append(.say(message))
  }

  private func variant(of template: MessageTemplate) -> Int {
    let count = template.variants.count
    guard count > 1 else { return 0 }
    var hash = context.seed ^ 0xcbf2_9ce4_8422_2325
    for byte in template.id.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    // The last bits of FNV-1a are its weakest: fold the high half in.
    let index = Int((hash ^ (hash >> 32)) % UInt64(count))
    return state.lastVariant[template.id] == index ? (index + 1) % count : index
  }

  // MARK: Running flows

  /// Runs steps until something must be waited for, or nothing is left to do.
  mutating func run() {
    for _ in 0..<DialogueTurn.stepLimit {
      guard let frame = state.stack.last else {
        guard let next = state.waiting.first else { return }
        state.waiting.removeFirst()
        start(intent: next.id, slots: next.slots, utterance: next.utterance)
        continue
      }
      guard let flow = content.flows[frame.flow], let index = flow.indexOfStep[frame.step] else {
        // The content changed under a running conversation: this flow cannot go on.
        state.stack.removeLast()
        continue
      }
      if !perform(flow.steps[index], of: flow, frame: frame) { return }
    }
  }

  /// Performs one step; false if the turn must wait.
  private mutating func perform(_ step: Step, of flow: Flow, frame: Frame) -> Bool {
    switch step.kind {
    case .say(let message, let arguments):
      say(message, resolve(arguments, in: frame))
      advance(to: step.next, in: flow)
      return true
    case .ask(let question):
      return ask(question, step: step, flow: flow)
    case .confirm(let message, _, _):
      let options = content.messages[message]?.options ?? []
      say(message)
      state.awaiting = Awaiting(slot: "confirmar", kind: "confirm", options: options, several: false, misses: 0)
      return false
    case .call(let action, let arguments, _):
      guard let signature = content.actions[action] else { return fail() }
      var values: [String: SlotValue] = [:]
      for input in signature.inputs {
        if let value = frame.slots[input] { values[input] = value }
      }
      values.merge(resolve(arguments, in: frame)) { _, new in new }
      state.calling = action
      effects.append(.call(action: action, arguments: values, writes: signature.writes))
      return false
    case .branch(let slot, let cases):
      let value = frame.slots[slot].flatMap(branchName)
      let target = value.flatMap { cases[$0] } ?? (value == nil ? cases["vacio"] : nil) ?? cases["otro"] ?? step.next
      advance(to: target, in: flow)
      return true
    case .link(let linked):
      guard let target = content.flows[linked], let first = target.steps.first else { return fail() }
      state.stack.append(
        Frame(
          flow: linked, step: first.id, slots: frame.slots, given: frame.given, utterance: frame.utterance,
          linked: true))
      return true
    case .handOff(let reason, let skill, let priority, let message):
      state.handOffMessage = message
      effects.append(.handOff(reason: reason, skill: skill, priority: priority))
      return false
    case .end(let abandon):
      finish(abandon: abandon)
      return true
    }
  }

  private func branchName(_ value: SlotValue) -> String? {
    switch value {
    case .text(let text), .identifier(let text, _): text
    case .flag(let flag): flag ? "si" : "no"
    case .number(let number): "\(number)"
    case .list(let items): items.isEmpty ? nil : items.first?.string ?? "lleno"
    default: "lleno"
    }
  }

  private mutating func fail() -> Bool {
    state.stack.removeAll()
    return false
  }

  func resolve(_ arguments: [String: Argument], in frame: Frame) -> [String: SlotValue] {
    var values: [String: SlotValue] = [:]
    for (name, argument) in arguments {
      switch argument {
      case .slot(let slot): values[name] = frame.slots[slot] ?? state.memory[slot]
      case .literal(let text): values[name] = .text(text)
      }
    }
    return values
  }

  /// Goes on to the step at `index` of the running flow; without one the flow ends.
  mutating func advance(to index: Int?, in flow: Flow) {
    guard let index else { return finish(abandon: false) }
    state.stack[state.stack.count - 1].step = flow.steps[index].id
  }

  /// Ends the running flow. A linked one hands its slots back to the flow below, which goes on after its link;
  /// an interrupted one below is announced and asks again.
  mutating func finish(abandon: Bool) {
    let ended = state.stack.removeLast()
    remember(ended.slots)
    if !ended.linked, ended.slots["pedido"] != nil { state.lastIntent = content.flows[ended.flow]?.intents.first }
    guard let below = state.stack.last, let flow = content.flows[below.flow] else { return }
    if ended.linked {
      if abandon { return finish(abandon: true) }
      state.stack[state.stack.count - 1].slots.merge(ended.slots) { _, new in new }
      state.stack[state.stack.count - 1].given.formUnion(ended.given)
      if let index = flow.indexOfStep[below.step] { advance(to: flow.steps[index].next, in: flow) }
    } else {
      say(BuiltInMessage.resume, ["name": .text(flow.name)])
    }
  }

  /// Keeps what later messages may refer to.
  mutating func remember(_ slots: [String: SlotValue]) {
    for name in ["pedido", "correo", "nombre"] {
      if let value = slots[name] { state.memory[name] = value }
    }
  }

  /// Starts what serves `intent`: its flow, or the message that answers it.
  mutating func start(intent: String, slots: [String: SlotValue], utterance: String) {
    if let flowID = content.flowOfIntent[intent], let flow = content.flows[flowID], let first = flow.steps.first {
      state.awaiting = nil
      state.stack.append(
        Frame(
          flow: flowID, step: first.id, slots: slots, given: Set(slots.keys), utterance: utterance, linked: false))
      remember(slots)
    } else if let message = content.answerOfIntent[intent] {
      say(message, slots)
      if let below = state.stack.last, let flow = content.flows[below.flow] {
        say(BuiltInMessage.resume, ["name": .text(topmostName(flow))])
      }
    }
  }

  /// The name of the flow that the customer knows of: linked ones are parts of the one below.
  private func topmostName(_ flow: Flow) -> String {
    for frame in state.stack.reversed() where !frame.linked {
      if let flow = content.flows[frame.flow] { return flow.name }
    }
    return flow.name
  }

  // MARK: Asking

  private mutating func ask(_ question: Question, step: Step, flow: Flow) -> Bool {
    let top = state.stack.count - 1
    if state.stack[top].slots[question.slot] != nil {
      advance(to: step.next, in: flow)
      return true
    }
    let listed = question.optionsSlot.flatMap { state.stack[top].slots[$0] }.map(options(of:)) ?? []
    let choices = listed + question.fixedOptions
    let extra = choices.count > 1 || choices.isEmpty ? content.messages[question.message]?.options ?? [] : []
    let offered = choices + extra
    if let value = answerBeforehand(question, choices: choices) {
      state.stack[top].slots[question.slot] = value
      advance(to: step.next, in: flow)
      return true
    }
    say(question.message, options: offered)
    state.awaiting = Awaiting(
      slot: question.slot, kind: kind(of: question, offered: offered), options: offered,
      several: question.several, misses: 0)
    return false
  }

  private func kind(of question: Question, offered: [ExpectedOption]) -> String {
    if let kind = content.slotKinds[question.slot], EntityKind(rawValue: kind) != nil { return kind }
    return offered.isEmpty ? "text" : "choice"
  }

  /// What the customer has said already: the whole order, a product by its name, or the only thing there is.
  private mutating func answerBeforehand(_ question: Question, choices: [ExpectedOption]) -> SlotValue? {
    guard question.optionsSlot != nil, !choices.isEmpty else { return nil }
    let top = state.stack.count - 1
    let all = SlotValue.list(choices.map { .text($0.id) })
    if question.several, state.stack[top].slots["alcance"] == .text("todo") { return all }
    let utterance = state.stack[top].utterance
    if !utterance.isEmpty {
      // Without «Todo el pedido»: its words stand in too many wishes to mean anything before the question is asked.
      let expectation = Expectation(slot: question.slot, kind: "choice", options: choices, several: question.several)
      let understood = dialogue.model.understand(
        utterance, context: UnderstandingContext(recognition: context.recognition, expectation: expectation))
      if let chosen = understood.chosen, !chosen.isEmpty {
        return value(ofChosen: chosen, options: choices, several: question.several)
      }
    }
    if question.several, choices.count == 1 { return all }
    return nil
  }

  /// The slot's value for the picked ids; an option that stands for all gives all the others.
  func value(ofChosen chosen: [String], options: [ExpectedOption], several: Bool) -> SlotValue {
    guard several else { return .text(chosen[0]) }
    let all = options.contains { $0.all && chosen.contains($0.id) }
    return .list(all ? options.filter { !$0.all }.map { .text($0.id) } : chosen.map { .text($0) })
  }

  private func options(of value: SlotValue) -> [ExpectedOption] {
    value.items.compactMap { item in
      guard let id = item["id"]?.string, let label = item["label"]?.string else {
        return item.string.map { ExpectedOption(id: $0, label: $0) }
      }
      return ExpectedOption(id: id, label: label, aliases: (item["aliases"]?.items ?? []).compactMap(\.string))
    }
  }

  // MARK: What the world answers

  mutating func continueCall(outcome: String, outputs: [String: SlotValue]) {
    state.calling = nil
    guard let frame = state.stack.last, let flow = content.flows[frame.flow],
      let index = flow.indexOfStep[frame.step],
      case .call(_, _, let outcomes) = flow.steps[index].kind
    else { return }
    if outcome == ActionSignature.failure, outcomes[outcome] == nil, outcomes["otro"] == nil {
      state.handOffMessage = BuiltInMessage.serviceFailed.rawValue
      effects.append(.handOff(reason: "servicio_caido", skill: "general", priority: 3))
      return
    }
    state.stack[state.stack.count - 1].slots.merge(outputs) { _, new in new }
    advance(to: outcomes[outcome] ?? outcomes["otro"] ?? flow.steps[index].next, in: flow)
    run()
  }

  mutating func stand(inQueueAt position: Int, opensAt: LocalTime?) {
    state.stack.removeAll()
    state.waiting.removeAll()
    state.awaiting = nil
    state.misses = 0
    let message = state.handOffMessage
    state.handOffMessage = nil
    if let opensAt {
      say(BuiltInMessage.queueClosed, ["abre": .interval(start: opensAt, end: nil, grain: "minute")])
      return
    }
    state.control = .queue
    state.memory["posicion"] = .number(Decimal(position))
    say(message ?? BuiltInMessage.waitingInQueue.rawValue, ["posicion": .number(Decimal(position))])
  }

  mutating func comeBack(toBot: Bool) {
    state.control = toBot ? .bot : .closed
    state.stack.removeAll()
    say(BuiltInMessage.askRating)
    let options = content.messages[BuiltInMessage.askRating.rawValue]?.options ?? []
    state.awaiting = Awaiting(slot: "puntuacion", kind: "rating", options: options, several: false, misses: 0)
    effects.append(.askRating)
  }
}
