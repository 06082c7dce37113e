import Understanding

/// Which slots are filled for certain at each step, whatever way led there: proves that no message has a hole in it.
///
/// A forward analysis to a fixed point: the meet of two ways is what both fill. Flows that others link start with what
/// every linker has filled. Cost: O(rounds × steps); a handful of rounds.
struct SlotFlow {
  /// What the conversation itself knows: the account's data and what the engine hands to its own messages.
  static let conversationSlots: Set<String> = ["correo", "nombre", "posicion", "asunto", "abre", "idioma"]

  private let content: DialogueContent
  private let flows: [Flow]
  /// Which slots *can* be filled at each step, by whatever way: the join of two ways is what either fills.
  private let findsPossible: Bool
  /// Filled before the first step of each flow; nil while no way is known that leads there.
  private var entries: [String: Set<String>] = [:]
  /// Filled when a flow ends as it should; nil while that is not known to happen.
  private var ends: [String: Set<String>] = [:]

  init(content: DialogueContent, findsPossible: Bool = false) {
    self.content = content
    self.findsPossible = findsPossible
    flows = content.flows.values.sorted { $0.id < $1.id }
    for flow in flows where !flow.intents.isEmpty || flow.id == BuiltInFlow.introduction {
      let declared = Set(flow.intents.flatMap { content.slotsOfIntent[$0] ?? [] })
      entries[flow.id] = findsPossible ? SlotFlow.conversationSlots.union(declared) : []
    }
    var before: [String: Set<String>]
    repeat {
      before = entries.merging(ends.map { ("end \($0.key)", $0.value) }) { old, _ in old }
      for flow in flows { _ = states(in: flow, meetingLinks: true) }
    } while before != entries.merging(ends.map { ("end \($0.key)", $0.value) }) { old, _ in old }
  }

  func diagnostics() -> [Diagnostic] {
    var copy = self
    return flows.flatMap { flow -> [Diagnostic] in
      guard entries[flow.id] != nil else {
        return [
          Diagnostic(
            "unused_flow", "nadie empieza ni enlaza el flujo «\(flow.id)»", hint: "ponle «intents» o enlázalo",
            at: flow.location, severity: .warning)
        ]
      }
      let states = copy.states(in: flow, meetingLinks: false)
      return zip(flow.steps, states).flatMap { step, filled in filled.map { holes(in: step, filled: $0) } ?? [] }
    } + answers() + SlotFlow(content: content, findsPossible: true).emptyArguments()
  }

  private func joined(_ a: Set<String>?, _ b: Set<String>) -> Set<String> {
    guard let a else { return b }
    return findsPossible ? a.union(b) : a.intersection(b)
  }

  /// Arguments that name a slot which nothing can have filled by then: the word itself was meant.
  private func emptyArguments() -> [Diagnostic] {
    var copy = self
    return flows.flatMap { flow in
      zip(flow.steps, copy.states(in: flow, meetingLinks: false)).flatMap { step, filled -> [Diagnostic] in
        guard let filled else { return [] }
        let arguments: [String: Argument] =
          switch step.kind {
          case .call(_, let arguments, _), .say(_, let arguments): arguments
          default: [:]
          }
        return arguments.sorted { $0.key < $1.key }.compactMap { name, argument in
          guard case .slot(let slot) = argument, slot != name, !filled.contains(slot), !isAlwaysKnown(slot) else {
            return nil
          }
          return Diagnostic(
            "empty_argument", "«\(name): \(slot)» es el dato «\(slot)», y aquí nada lo ha rellenado",
            hint: "si es la palabra misma, escribe «\(name): =\(slot)»", at: step.location)
        }
      }
    }
  }

  /// What is filled before each step; nil where no way leads.
  private mutating func states(in flow: Flow, meetingLinks: Bool) -> [Set<String>?] {
    var states = [Set<String>?](repeating: nil, count: flow.steps.count)
    guard let entry = entries[flow.id], !flow.steps.isEmpty else { return states }
    var end: Set<String>?
    var open = [0]
    states[0] = entry
    while let index = open.popLast() {
      guard let filled = states[index] else { continue }
      let step = flow.steps[index]
      if case .link(let linked) = step.kind, meetingLinks {
        entries[linked] = joined(entries[linked], filled)
      }
      for (exit, slots) in ways(from: step, filled: filled) {
        guard let exit else {
          end = joined(end, slots)
          continue
        }
        let met = joined(states[exit], slots)
        if met != states[exit] {
          states[exit] = met
          open.append(exit)
        }
      }
    }
    if meetingLinks { ends[flow.id] = end }
    return states
  }

  /// The ways on from a step with what each fills; a way to nil ends the flow.
  private func ways(from step: Step, filled: Set<String>) -> [(exit: Int?, filled: Set<String>)] {
    let reviewed = step.review.map { [(exit: Int?.some($0), filled: filled)] } ?? []
    return reviewed + onward(from: step, filled: filled)
  }

  private func onward(from step: Step, filled: Set<String>) -> [(exit: Int?, filled: Set<String>)] {
    switch step.kind {
    case .say: return [(step.next, filled)]
    case .ask(let question):
      return [(step.next, question.optional && !findsPossible ? filled : filled.union([question.slot]))]
    case .confirm(_, let yes, let no): return [(yes, filled), (no, filled)]
    case .call(let action, _, let outcomes):
      let outputs = content.actions[action]?.outputs ?? []
      return outcomes.map { outcome, exit in
        (exit, outcome == ActionSignature.failure ? filled : filled.union(outputs))
      }
    case .branch(let slot, let cases):
      let named = cases.map { value, exit -> (Int?, Set<String>) in
        let isFilled = value == "otro" ? cases["vacio"] != nil : value != "vacio"
        return (exit, isFilled ? filled.union([slot]) : filled)
      }
      guard cases["otro"] == nil else { return named }
      return named + [(step.next, cases["vacio"] == nil ? filled : filled.union([slot]))]
    case .link(let linked):
      // A flow that never comes back leads nowhere.
      return ends[linked].map { [(step.next, filled.union($0))] } ?? []
    case .handOff: return []
    case .end(let abandon): return abandon ? [] : [(nil, filled)]
    }
  }

  // MARK: Messages

  private func holes(in step: Step, filled: Set<String>) -> [Diagnostic] {
    switch step.kind {
    case .say(let message, let arguments):
      let given = arguments.filter { _, argument in
        if case .slot(let slot) = argument { filled.contains(slot) || isAlwaysKnown(slot) } else { true }
      }
      return holes(in: message, filled: filled.union(given.keys), at: step.location)
    case .ask(let question):
      return ([question.message] + question.reprompts + (question.help.map { [$0] } ?? [])).flatMap {
        holes(in: $0, filled: filled, at: step.location)
      }
    case .confirm(let message, _, _): return holes(in: message, filled: filled, at: step.location)
    case .handOff(let people): return people.messages.flatMap { holes(in: $0, filled: filled, at: step.location) }
    case .call, .branch, .link, .end: return []
    }
  }

  private func holes(in message: String, filled: Set<String>, at location: SourceLocation) -> [Diagnostic] {
    (content.messages[message]?.names.sorted() ?? []).filter { !filled.contains($0) && !isAlwaysKnown($0) }.map {
      name in
      Diagnostic(
        "unfilled_slot", "el mensaje «\(message)» usa «{\(name)}», que aquí puede estar vacío",
        hint: "pregúntalo antes, bifurca con «vacio», o usa otro mensaje", at: location)
    }
  }

  private func isAlwaysKnown(_ name: String) -> Bool {
    SlotFlow.conversationSlots.contains(name) || content.settings[name] != nil
  }

  /// An answer without a flow has nobody who asks for its slots.
  private func answers() -> [Diagnostic] {
    content.answersOfIntent.sorted { $0.key < $1.key }.flatMap(\.value).flatMap { message in
      content.messages[message].map { holes(in: message, filled: [], at: $0.location) } ?? []
    }
  }
}
