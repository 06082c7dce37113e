import Foundation
import Spanish
import Understanding

/// The work of one event: a state in the making and the effects so far.
struct DialogueTurn {
  /// Steps that one event may run before the turn is cut short: a guard, never reached by checked content.
  static let stepLimit = 64

  let dialogue: Dialogue
  var state = DialogueState()
  let context: DialogueContext
  var effects: [DialogueEffect] = []
  /// The steps that ran and the ways taken, in order; nil if nobody wants to know.
  var path: [FlowPassage]?
  /// The state came from an older content and was taken up anew.
  var mended = false
  /// The message of the event, if there is one, and what it names of each list.
  var message: (text: String, choices: [String: String])?
  /// The message has been reviewed, and found to say nothing else about the task.
  var isReconsidering = false

  /// Lent, not copied: a copy would retain every table at every look-up.
  var content: DialogueContent { _read { yield dialogue.content } }

  /// The flow on top and the step that it stands at; nil if nothing runs.
  var running: (flow: Flow, step: Step)? {
    guard !state.stack.isEmpty, case .at(let flow, let step) = state.stack[state.stack.count - 1].place else {
      return nil
    }
    return (flow, step)
  }

  init(dialogue: Dialogue, context: DialogueContext) {
    self.dialogue = dialogue
    self.context = context
  }

  // MARK: Running flows

  /// Runs steps until something must be waited for, or nothing is left to do.
  mutating func run() {
    for _ in 0..<DialogueTurn.stepLimit {
      if let next = state.waiting.first, state.stack.count <= next.depth {
        state.waiting.removeFirst()
        start(next)
        continue
      }
      guard !state.stack.isEmpty else { return }
      guard let (flow, step) = running else {
        // `mend` has looked already: only a link can lead here, and its flow is gone.
        state.stack.removeLast()
        continue
      }
      if state.resuming {
        // The customer knows the flow by its name, not the part of it that they are in.
        state.resuming = false
        say(BuiltInMessage.resume, ["name": .text(runningName ?? flow.name)])
      }
      if !perform(step, of: flow) { return }
    }
    // Content that goes round in circles must not keep the customer there.
    state.stack.removeAll()
    handOff(reason: "limite_de_pasos", skill: "general", priority: 3)
  }

  /// Performs one step of the flow on top; false if the turn must wait.
  private mutating func perform(_ step: Step, of flow: Flow) -> Bool {
    let top = state.stack.count - 1
    path?.append(FlowPassage(flow: flow.id, from: step.id, kind: .step))
    switch step.kind {
    case .say(let message, let arguments):
      say(message, resolve(arguments))
      advance(to: step.next, in: flow)
      return true
    case .ask(let question):
      return ask(question, step: step, flow: flow)
    case .confirm(let message, _, _):
      say(message)
      state.awaiting = Awaiting(slot: "confirmar", kind: "confirm", options: content.messages[message]?.options ?? [])
      return false
    case .call(let action, let arguments, _):
      guard let signature = content.actions[action] else {
        state.stack.removeAll()
        return false
      }
      var values = resolve(arguments)
      let slots = state.stack[top].slots
      for input in signature.inputs where values[input] == nil {
        if let value = slots[input], value != .skipped { values[input] = value }
      }
      state.calling = action
      effects.append(.call(action: action, arguments: values, writes: signature.writes))
      return false
    case .branch(let slot, let cases):
      let value = state.stack[top].slots[slot].flatMap { DialogueTurn.branchName($0) }
      let target = value.flatMap { cases[$0] } ?? (value == nil ? cases["vacio"] : nil) ?? cases["otro"] ?? step.next
      advance(to: target, in: flow)
      return true
    case .link(let linked):
      guard let start = content.flows[linked]?.start else {
        state.stack.removeAll()
        return false
      }
      var frame = state.stack[top]
      frame.place = start
      frame.linked = true
      frame.answered = []
      state.stack.append(frame)
      return true
    case .handOff(let people):
      state.handOffMessage = people.message
      handOff(reason: people.reason, skill: people.skill, priority: people.priority)
      return false
    case .end(let abandon):
      finish(abandon: abandon)
      return true
    }
  }

  private static func branchName(_ value: SlotValue) -> String? {
    switch value {
    case SlotValue.skipped: nil
    case .text(let text), .identifier(let text, _): text
    case .flag(let flag): flag ? "si" : "no"
    case .number(let number): "\(number)"
    case .list(let items): items.isEmpty ? nil : items.first?.string ?? "lleno"
    default: "lleno"
    }
  }

  /// The values of `arguments` in the running flow.
  private func resolve(_ arguments: [String: Argument]) -> Slots {
    guard !arguments.isEmpty else { return [:] }
    let slots = state.stack[state.stack.count - 1].slots
    var values: Slots = [:]
    for (name, argument) in arguments {
      switch argument {
      case .slot(let slot): values[name] = slots[slot] ?? state.memory[slot]
      case .literal(let text): values[name] = .text(text)
      }
    }
    return values
  }

  /// Goes on to the step at `index` of the running flow; without one the flow ends.
  mutating func advance(to index: Int?, in flow: Flow) {
    path?.append(
      FlowPassage(flow: flow.id, from: state.stack.last?.step ?? "", kind: .way(to: index.map { flow.steps[$0].id })))
    guard let index else { return finish(abandon: false) }
    state.stack[state.stack.count - 1].place = .at(flow, flow.steps[index])
  }

  /// Ends the running flow. A linked one hands its slots back to the flow below, which goes on after its link;
  /// an interrupted one below announces itself and asks again.
  mutating func finish(abandon: Bool) {
    if state.stack.last?.linked == false { passReasonsOn() }
    let ended = state.stack.removeLast()
    state.misses = 0
    remember(ended.slots)
    if !ended.linked { noteServed(ended) }
    guard let (flow, step) = running else { return }
    guard ended.linked else {
      state.resuming = true
      return
    }
    if abandon { return finish(abandon: true) }
    let top = state.stack.count - 1
    state.stack[top].slots.update(with: ended.slots)
    state.stack[top].given.formUnion(ended.given)
    advance(to: step.next, in: flow)
  }

  /// «Lo mismo con el otro» means the flow that ended last, if it was about an order.
  private mutating func noteServed(_ ended: Frame) {
    guard ended.slots["pedido"] != nil, let intent = ended.place.flow?.intents.first else { return }
    let slots = ended.slots.filter { slot, _ in
      slot == "pedido" || slot == "lineas" || ended.given.contains(slot)
    }
    state.lastServed = WaitingIntent(id: intent, slots: slots, utterance: "")
  }

  /// Keeps what later messages may refer to.
  mutating func remember(_ slots: Slots) {
    for name in ["pedido", "correo", "nombre", "producto"] {
      if let value = slots[name] { state.memory[name] = value }
    }
    if let order = slots["pedido"]?.string { mention(order) }
  }

  /// Orders spoken of, the latest first; past eight nobody says «el otro» of them.
  mutating func mention(_ order: String) {
    guard state.mentioned.first != order else { return }
    state.mentioned.removeAll { $0 == order }
    state.mentioned.insert(order, at: 0)
    if state.mentioned.count > 8 { state.mentioned.removeLast() }
  }

  /// Starts what serves `intent`: its flow, or the message that answers it.
  mutating func start(_ intent: WaitingIntent, linked: Bool = false) {
    var slots = intent.slots
    if slots.removeValue(forKey: WaitingIntent.sameOrder) != nil, slots["pedido"] == nil {
      slots["pedido"] = state.memory["pedido"]
    }
    let given = Set(slots.keys)
    if isAboutContact(intent.id) {
      for known in ["asunto", "idioma"] { slots[known] = slots[known] ?? state.memory[known] }
      if intent.id == BuiltInIntent.person {
        state.personRequests += 1
        slots["veces_persona"] = .number(Decimal(state.personRequests))
      }
    } else if let label = content.labelOfIntent[intent.id], !intent.id.hasPrefix(BuiltInIntent.smallTalk) {
      state.memory["asunto"] = .text(label)
    }
    if intent.id == BuiltInIntent.rating, state.stack.isEmpty { return takeRating(slots, said: intent.utterance) }
    if let start = content.flowOfIntent[intent.id]?.start {
      state.awaiting = nil
      state.resuming = false
      state.stack.append(
        Frame(
          place: start, slots: slots, given: given, utterance: intent.utterance, linked: linked))
      remember(slots)
    } else if let messages = content.answersOfIntent[intent.id] {
      // Within something else nobody asks whether it helped: the rest goes on.
      for message in messages where state.stack.isEmpty || message != BuiltInMessage.didItHelp.rawValue {
        say(message, slots)
      }
      if linked, let (flow, step) = running {
        advance(to: step.next, in: flow)
      } else if !state.stack.isEmpty {
        state.resuming = true
      }
    }
  }

  // MARK: What the world answers

  mutating func continueCall(outcome: String, outputs: Slots) {
    guard state.calling != nil else { return run() }
    state.calling = nil
    guard let (flow, step) = running, case .call(let action, _, let outcomes) = step.kind else { return }
    if outcome == ActionSignature.failure, outcomes[outcome] == nil, outcomes["otro"] == nil {
      return serviceFailed()
    }
    if outcome != ActionSignature.failure {
      state.failures = 0
      if content.actions[action]?.writes == true {
        state.changes += 1
        state.repeats = 0
      }
    }
    if let reviewed = state.reviewed {
      state.reviewed = nil
      if outcome == ActionSignature.nothingNew { return backToQuestion(reviewed) }
    }
    let top = state.stack.count - 1
    state.stack[top].slots.update(with: outputs)
    // A list that is asked about is noted when it is asked.
    if let orders = outputs["pedidos"], !flow.asked.contains("pedido") {
      state.shown["pedido"] = options(of: orders)
    }
    if let order = outputs["pedido"] { remember(["pedido": order]) }
    if let later = outputs["pedidos_siguientes"] { queueOrders(later.items) }
    if let thing = outputs["no_comprado"] { sayNotBought(thing) }
    advance(to: outcomes[outcome] ?? outcomes["otro"] ?? step.next, in: flow)
    run()
  }

  /// A question to the service stays open: the first time the customer may try again, the second time people see to it.
  private mutating func serviceFailed() {
    state.failures += 1
    guard state.failures < 2, let message = content.messages[BuiltInMessage.serviceBusy.rawValue],
      !message.options.isEmpty
    else {
      state.failures = 0
      state.handOffMessage = BuiltInMessage.serviceFailed.rawValue
      return handOff(reason: "servicio_caido", skill: "general", priority: 3)
    }
    say(BuiltInMessage.serviceBusy)
    state.awaiting = Awaiting(slot: "reintentar", kind: "choice", options: message.options, purpose: .retry)
  }

  /// Wants people; anger brings a ticket forward, but never before what is urgent by nature.
  mutating func handOff(reason: String, skill: String, priority: Int) {
    let raised = max(min(priority, 3), priority - state.anger)
    effects.append(.handOff(reason: reason, skill: skill, priority: raised))
  }

  mutating func stand(inQueueAt position: Int, opensAt: LocalTime?) {
    let closed = content.handOffStep(of: state)?.closed
    state.stack.removeAll()
    state.waiting.removeAll()
    state.awaiting = nil
    state.resuming = false
    state.misses = 0
    let message = state.handOffMessage
    state.handOffMessage = nil
    if let opensAt {
      say(
        closed ?? BuiltInMessage.queueClosed.rawValue,
        ["abre": .interval(start: opensAt, end: nil, grain: "minute")])
      return
    }
    state.control = .queue
    state.memory["posicion"] = .number(Decimal(position))
    say(message ?? BuiltInMessage.waitingInQueue.rawValue, ["posicion": .number(Decimal(position))])
  }

  mutating func comeBack(toBot: Bool) {
    state.control = toBot ? .bot : .closed
    state.stack.removeAll()
    askRating()
  }

  mutating func askRating() {
    state.rated = true
    say(BuiltInMessage.askRating)
    state.awaiting = Awaiting(
      slot: "puntuacion", kind: "rating", options: content.messages[BuiltInMessage.askRating.rawValue]?.options ?? [],
      purpose: .rating)
    effects.append(.askRating)
  }
}

extension SlotValue {
  /// What an optional question holds that the customer passed over: it counts as empty.
  static let skipped = SlotValue.text("")
}
