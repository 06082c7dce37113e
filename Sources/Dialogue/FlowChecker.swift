import Understanding

/// Proves of every flow that each step is reached and reaches an end, that no loop runs without a question, that nothing
/// changes the world without a confirmation before it, and that every choice has its way on. Cost: O(steps × exits).
struct FlowChecker {
  let content: DialogueContent

  func diagnostics() -> [Diagnostic] {
    let flows = content.flows.values.sorted { $0.id < $1.id }
    return flows.flatMap { flow in
      unreachable(in: flow) + dead(in: flow) + unguarded(in: flow) + silentLoops(in: flow) + choices(in: flow)
    } + circularLinks(among: flows) + SlotFlow(content: content).diagnostics()
  }

  /// Steps from which no way leads out: the customer would answer the same questions for ever.
  private func dead(in flow: Flow) -> [Diagnostic] {
    var alive = Set(flow.steps.indices.filter { flow.steps[$0].canEnd })
    var grew = true
    while grew {
      grew = false
      for index in flow.steps.indices where !alive.contains(index) {
        if flow.steps[index].exits.contains(where: alive.contains) {
          alive.insert(index)
          grew = true
        }
      }
    }
    return flow.steps.indices.filter { !alive.contains($0) }.map { index in
      Diagnostic(
        "dead_step", "desde este paso no se llega a ningún final: «\(flow.id)/\(flow.steps[index].id)»",
        hint: "añade un camino hasta «fin» o «pasa»", at: flow.steps[index].location)
    }
  }

  /// A branch on a slot that only fixed options fill must know each of them, and no other.
  private func choices(in flow: Flow) -> [Diagnostic] {
    var values: [String: Set<String>] = [:]
    var open: Set<String> = []
    for step in flow.steps {
      switch step.kind {
      case .ask(let question) where question.fixedOptions.isEmpty || question.several || question.optionsSlot != nil:
        open.insert(question.slot)
      case .ask(let question): values[question.slot, default: []].formUnion(question.fixedOptions.map(\.id))
      case .call(let action, _, _): open.formUnion(content.actions[action]?.outputs ?? [])
      case .link: open.formUnion(values.keys)
      default: break
      }
    }
    return flow.steps.flatMap { step -> [Diagnostic] in
      guard case .branch(let slot, let cases) = step.kind, let known = values[slot], !open.contains(slot) else {
        return []
      }
      let named = Set(cases.keys).subtracting(["vacio", "otro"])
      let unhandled = cases["otro"] == nil ? known.subtracting(named).sorted() : []
      return unhandled.map {
        Diagnostic(
          "unhandled_value", "falta el caso «\($0)» de «\(slot)»", hint: "añádelo en «casos», u «otro»",
          at: step.location)
      }
        + named.subtracting(known).sorted().map {
          Diagnostic(
            "unknown_value", "«\(slot)» no puede valer «\($0)»",
            hint: "opciones: \(known.sorted().joined(separator: ", "))", at: step.location)
        }
    }
  }

  /// Flows that link each other round would never end.
  private func circularLinks(among flows: [Flow]) -> [Diagnostic] {
    func reaches(_ target: String, from id: String, seen: inout Set<String>) -> Bool {
      for step in content.flows[id]?.steps ?? [] {
        guard case .link(let linked) = step.kind else { continue }
        if linked == target { return true }
        if seen.insert(linked).inserted, reaches(target, from: linked, seen: &seen) { return true }
      }
      return false
    }
    return flows.filter { flow in
      var seen: Set<String> = []
      return reaches(flow.id, from: flow.id, seen: &seen)
    }.map { flow in
      Diagnostic("circular_link", "el flujo «\(flow.id)» se enlaza a sí mismo", at: flow.location)
    }
  }

  private func unreachable(in flow: Flow) -> [Diagnostic] {
    var seen: Set<Int> = [0]
    var open = [0]
    while let index = open.popLast() {
      for exit in flow.steps[index].exits where seen.insert(exit).inserted { open.append(exit) }
    }
    return flow.steps.indices.filter { !seen.contains($0) }.map { index in
      Diagnostic(
        "unreachable_step", "a este paso no llega nadie: «\(flow.id)/\(flow.steps[index].id)»",
        hint: "quítalo o enlázalo", at: flow.steps[index].location)
    }
  }

  /// Writing calls that some path reaches without passing a confirmation's «sí».
  private func unguarded(in flow: Flow) -> [Diagnostic] {
    var seen: Set<Int> = [0]
    var open = [0]
    var found: [Diagnostic] = []
    while let index = open.popLast() {
      let step = flow.steps[index]
      if case .call(let action, _, _) = step.kind, content.actions[action]?.writes == true {
        found.append(
          Diagnostic(
            "unguarded_effect", "«\(action)» se puede ejecutar sin una confirmación antes",
            hint: "pon un paso «confirma» delante", at: step.location))
      }
      var next = step.exits
      if case .confirm(_, let yes, _) = step.kind { next.removeAll { $0 == yes } }
      for exit in next where seen.insert(exit).inserted { open.append(exit) }
    }
    return found
  }

  /// Cycles in which nobody is asked anything: the step limit would end them, badly.
  private func silentLoops(in flow: Flow) -> [Diagnostic] {
    var color = [UInt8](repeating: 0, count: flow.steps.count)
    var found: [Diagnostic] = []
    func visit(_ index: Int) {
      color[index] = 1
      switch flow.steps[index].kind {
      case .ask, .confirm: break
      default:
        for exit in flow.steps[index].exits {
          if color[exit] == 1 {
            found.append(
              Diagnostic(
                "silent_loop", "un bucle sin ninguna pregunta pasa por «\(flow.id)/\(flow.steps[exit].id)»",
                at: flow.steps[exit].location))
          } else if color[exit] == 0 {
            visit(exit)
          }
        }
      }
      color[index] = 2
    }
    for index in flow.steps.indices where color[index] == 0 { visit(index) }
    return found
  }
}

extension Step {
  /// Where a step can go inside its flow.
  package var exits: [Int] {
    onward + (review.map { [$0] } ?? [])
  }

  private var onward: [Int] {
    switch kind {
    case .say, .ask, .link: next.map { [$0] } ?? []
    case .confirm(_, let yes, let no): [yes, no]
    case .call(_, _, let outcomes): outcomes.values.sorted()
    // With an «otro» no value falls through to the next step.
    case .branch(_, let cases): cases.values.sorted() + (cases["otro"] == nil ? next.map { [$0] } ?? [] : [])
    case .handOff, .end: []
    }
  }

  /// Whether the flow can be over after this step.
  package var canEnd: Bool {
    switch kind {
    case .handOff, .end: true
    case .say, .ask, .link: next == nil
    case .branch(_, let cases): next == nil && cases["otro"] == nil
    case .confirm, .call: false
    }
  }
}
