import Understanding

/// Proves of every flow that no step is dead, that no loop runs without a question, and that nothing changes
/// the world without a confirmation before it. Cost: O(steps × exits) a flow.
struct FlowChecker {
  let content: DialogueContent

  func diagnostics() -> [Diagnostic] {
    content.flows.values.sorted { $0.id < $1.id }.flatMap { flow in
      unreachable(in: flow) + unguarded(in: flow) + silentLoops(in: flow)
    }
  }

  /// Where a step can go; nil is the flow's end.
  private func exits(of step: Step) -> [Int] {
    switch step.kind {
    case .say, .ask, .link: step.next.map { [$0] } ?? []
    case .confirm(_, let yes, let no): [yes, no]
    case .call(_, _, let outcomes): outcomes.values.sorted()
    case .branch(_, let cases): cases.values.sorted() + (step.next.map { [$0] } ?? [])
    case .handOff, .end: []
    }
  }

  private func unreachable(in flow: Flow) -> [Diagnostic] {
    var seen: Set<Int> = [0]
    var open = [0]
    while let index = open.popLast() {
      for exit in exits(of: flow.steps[index]) where seen.insert(exit).inserted { open.append(exit) }
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
      var next = exits(of: step)
      if case .confirm(_, _, let no) = step.kind { next = [no] }
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
        for exit in exits(of: flow.steps[index]) {
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
