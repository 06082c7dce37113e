/// A step that ran, or a way taken from it: what traces show and coverage counts.
package struct FlowPassage: Hashable, Sendable {
  package enum Kind: Hashable, Sendable {
    case step
    /// To the next step; nil is the flow's end.
    case way(to: String?)
  }

  package var flow: String
  package var from: String
  package var kind: Kind

  package init(flow: String, from: String, kind: Kind) {
    self.flow = flow
    self.from = from
    self.kind = kind
  }

  /// Every step and every way of `flow`, taken or not.
  package static func all(of flow: Flow) -> [FlowPassage] {
    flow.steps.flatMap { step -> [FlowPassage] in
      let ends = step.canEnd && !step.isLast
      let exits = Set(step.exits).sorted().map { Optional(flow.steps[$0].id) } + (ends ? [nil] : [])
      return [FlowPassage(flow: flow.id, from: step.id, kind: .step)]
        + exits.map { FlowPassage(flow: flow.id, from: step.id, kind: .way(to: $0)) }
    }
  }
}

extension Step {
  /// Whether nothing comes after it, in the flow or by another's choice.
  package var isLast: Bool {
    switch kind {
    case .end, .handOff: true
    case .say, .ask, .confirm, .call, .branch, .link: false
    }
  }
}
