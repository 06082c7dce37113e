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
  /// By name; all that any step can fill.
  private let numbers: [String: Int]
  private let flowNumbers: [String: Int]
  /// By flow and step: where it leads.
  private var ways: [[[Way]]] = []
  /// By flow: filled before its first step; nil while no way is known that leads there.
  private var entries: [SlotSet?]
  /// By flow: filled when it ends as it should; nil while that is not known to happen.
  private var ends: [SlotSet?]

  /// A way on from a step.
  private struct Way {
    /// A step of the flow; nil ends it.
    var exit: Int?
    var fills: SlotSet
    /// The flow that is passed through on the way.
    var linked: Int?
  }

  init(content: DialogueContent, findsPossible: Bool = false) {
    self.content = content
    self.findsPossible = findsPossible
    let flows = content.flows.values.sorted { $0.id < $1.id }
    self.flows = flows
    flowNumbers = Dictionary(uniqueKeysWithValues: flows.indices.map { (flows[$0].id, $0) })
    let names = SlotFlow.slots(of: flows, content)
    numbers = Dictionary(uniqueKeysWithValues: names.enumerated().map { ($1, $0) })
    entries = [SlotSet?](repeating: nil, count: flows.count)
    ends = entries
    ways = flows.map { flow in flow.steps.map { ways(from: $0) } }
    for (number, flow) in flows.enumerated() where !flow.intents.isEmpty || flow.id == BuiltInFlow.introduction {
      let declared = flow.intents.flatMap { content.slotsOfIntent[$0] ?? [] }
      entries[number] = set(findsPossible ? SlotFlow.conversationSlots.union(declared) : [])
    }
    findEntriesAndEnds()
  }

  /// Goes through all flows until nothing changes any more.
  private mutating func findEntriesAndEnds() {
    var before: ([SlotSet?], [SlotSet?])
    repeat {
      before = (entries, ends)
      for flow in flows.indices {
        let found = states(in: flow)
        for (linked, filled) in found.links { entries[linked] = joined(entries[linked], filled) }
        ends[flow] = found.end
      }
    } while before != (entries, ends)
  }

  private static func slots(of flows: [Flow], _ content: DialogueContent) -> Set<String> {
    var names = conversationSlots.union(content.slotsOfIntent.values.joined())
    for step in flows.lazy.flatMap(\.steps) {
      switch step.kind {
      case .ask(let question): names.insert(question.slot)
      case .call(let action, _, _): names.formUnion(content.actions[action]?.outputs ?? [])
      case .branch(let slot, _): names.insert(slot)
      case .say, .confirm, .link, .handOff, .end: break
      }
    }
    return names
  }

  private func set(_ names: some Sequence<String>) -> SlotSet {
    var set = SlotSet(count: numbers.count)
    for name in names { if let number = numbers[name] { set.insert(number) } }
    return set
  }

  func diagnostics() -> [Diagnostic] {
    flows.indices.flatMap { number -> [Diagnostic] in
      let flow = flows[number]
      guard entries[number] != nil else {
        return [
          Diagnostic(
            "unused_flow", "nadie empieza ni enlaza el flujo «\(flow.id)»", hint: "ponle «intents» o enlázalo",
            at: flow.location, severity: .warning)
        ]
      }
      return zip(flow.steps, states(in: number).before).flatMap { step, filled in
        filled.map { holes(in: step, filled: $0) } ?? []
      }
    } + answers() + SlotFlow(content: content, findsPossible: true).emptyArguments()
  }

  private func joined(_ a: SlotSet?, _ b: SlotSet) -> SlotSet {
    guard let a else { return b }
    return findsPossible ? a.union(b) : a.intersection(b)
  }

  /// Arguments that name a slot which nothing can have filled by then: the word itself was meant.
  private func emptyArguments() -> [Diagnostic] {
    flows.indices.flatMap { number in
      zip(flows[number].steps, states(in: number).before).flatMap { step, filled -> [Diagnostic] in
        guard let filled else { return [] }
        let arguments: [String: Argument] =
          switch step.kind {
          case .call(_, let arguments, _), .say(_, let arguments): arguments
          default: [:]
          }
        return arguments.sorted { $0.key < $1.key }.compactMap { name, argument in
          guard case .slot(let slot) = argument, slot != name, !isKnown(slot, filled) else { return nil }
          return Diagnostic(
            "empty_argument", "«\(name): \(slot)» es el dato «\(slot)», y aquí nada lo ha rellenado",
            hint: "si es la palabra misma, escribe «\(name): =\(slot)»", at: step.location)
        }
      }
    }
  }

  /// What is filled before each step, nil where no way leads; when the flow ends; and before each flow that it links.
  private func states(in flow: Int) -> (before: [SlotSet?], end: SlotSet?, links: [(flow: Int, filled: SlotSet)]) {
    var states = [SlotSet?](repeating: nil, count: flows[flow].steps.count)
    var end: SlotSet?
    var links: [(flow: Int, filled: SlotSet)] = []
    guard let entry = entries[flow], !states.isEmpty else { return (states, end, links) }
    var open = [0]
    states[0] = entry
    while let index = open.popLast() {
      guard let filled = states[index] else { continue }
      for way in ways[flow][index] {
        var slots = filled.union(way.fills)
        if let linked = way.linked {
          links.append((linked, filled))
          // A flow that never comes back leads nowhere.
          guard let end = ends[linked] else { continue }
          slots = slots.union(end)
        }
        guard let exit = way.exit else {
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
    return (states, end, links)
  }

  private func ways(from step: Step) -> [Way] {
    let reviewed = step.review.map { [Way(exit: $0, fills: set([]))] } ?? []
    return reviewed + onward(from: step)
  }

  private func onward(from step: Step) -> [Way] {
    let nothing = set([])
    switch step.kind {
    case .say: return [Way(exit: step.next, fills: nothing)]
    case .ask(let question):
      return [Way(exit: step.next, fills: question.optional && !findsPossible ? nothing : set([question.slot]))]
    case .confirm(_, let yes, let no): return [Way(exit: yes, fills: nothing), Way(exit: no, fills: nothing)]
    case .call(let action, _, let outcomes):
      let outputs = set(content.actions[action]?.outputs ?? [])
      return outcomes.map { outcome, exit in
        Way(exit: exit, fills: outcome == ActionSignature.failure ? nothing : outputs)
      }
    case .branch(let slot, let cases):
      let named = cases.map { value, exit in
        let isFilled = value == "otro" ? cases["vacio"] != nil : value != "vacio"
        return Way(exit: exit, fills: isFilled ? set([slot]) : nothing)
      }
      guard cases["otro"] == nil else { return named }
      return named + [Way(exit: step.next, fills: cases["vacio"] == nil ? nothing : set([slot]))]
    case .link(let linked): return flowNumbers[linked].map { [Way(exit: step.next, fills: nothing, linked: $0)] } ?? []
    case .handOff: return []
    case .end(let abandon): return abandon ? [] : [Way(exit: nil, fills: nothing)]
    }
  }

  // MARK: Messages

  private func holes(in step: Step, filled: SlotSet) -> [Diagnostic] {
    switch step.kind {
    case .say(let message, let arguments):
      let given = arguments.filter { _, argument in
        if case .slot(let slot) = argument { isKnown(slot, filled) } else { true }
      }
      return holes(in: message, filled: filled, given: Set(given.keys), at: step.location)
    case .ask(let question):
      return ([question.message] + question.reprompts + (question.help.map { [$0] } ?? [])).flatMap {
        holes(in: $0, filled: filled, at: step.location)
      }
    case .confirm(let message, _, _): return holes(in: message, filled: filled, at: step.location)
    case .handOff(let people): return people.messages.flatMap { holes(in: $0, filled: filled, at: step.location) }
    case .call, .branch, .link, .end: return []
    }
  }

  private func holes(
    in message: String, filled: SlotSet, given: Set<String> = [], at location: SourceLocation
  ) -> [Diagnostic] {
    (content.messages[message]?.names.sorted() ?? []).filter { !given.contains($0) && !isKnown($0, filled) }.map {
      name in
      Diagnostic(
        "unfilled_slot", "el mensaje «\(message)» usa «{\(name)}», que aquí puede estar vacío",
        hint: "pregúntalo antes, bifurca con «vacio», o usa otro mensaje", at: location)
    }
  }

  private func isKnown(_ name: String, _ filled: SlotSet) -> Bool {
    numbers[name].map(filled.contains) ?? false || SlotFlow.conversationSlots.contains(name)
      || content.settings[name] != nil
  }

  /// An answer without a flow has nobody who asks for its slots.
  private func answers() -> [Diagnostic] {
    content.answersOfIntent.sorted { $0.key < $1.key }.flatMap(\.value).flatMap { message in
      content.messages[message].map { holes(in: message, filled: set([]), at: $0.location) } ?? []
    }
  }
}
