import Understanding

/// A flow as a picture, in Mermaid's or Graphviz's language: every step, and every way with what leads there.
package struct FlowGraph: Sendable {
  private let flow: Flow

  package init(_ flow: Flow) { self.flow = flow }

  private struct Way {
    var from: String
    var to: String
    var label: String
  }

  private var ways: [Way] {
    flow.steps.flatMap { step -> [Way] in
      func way(_ index: Int?, _ label: String = "") -> Way {
        Way(from: step.id, to: index.map { flow.steps[$0].id } ?? "(fin)", label: label)
      }
      switch step.kind {
      case .say, .ask, .link: return [way(step.next)]
      case .confirm(_, let yes, let no): return [way(yes, "sí"), way(no, "no")]
      case .call(_, _, let outcomes): return outcomes.sorted { $0.key < $1.key }.map { way($0.value, $0.key) }
      case .branch(_, let cases):
        return cases.sorted { $0.key < $1.key }.map { way($0.value, $0.key) }
          + (cases["otro"] == nil ? [way(step.next, "si no")] : [])
      case .handOff, .end: return []
      }
    }
  }

  /// What a step does, in the author's words.
  private func label(of step: Step) -> String {
    switch step.kind {
    case .say(let message, _): "di \(message)"
    case .ask(let question): "pide \(question.slot)"
    case .confirm(let message, _, _): "confirma \(message)"
    case .call(let action, _, _): "llama \(action)"
    case .branch(let slot, _): "según \(slot)"
    case .link(let flow): "enlaza \(flow)"
    case .handOff(let people): "pasa \(people.reason) a \(people.skill)"
    case .end(let abandon): abandon ? "fin: dejado" : "fin"
    }
  }

  package var mermaid: String {
    var lines = ["flowchart TD", "  %% \(flow.id): \(flow.name)"]
    for (index, step) in flow.steps.enumerated() {
      let text = "\"\(step.id)<br/>\(label(of: step))\""
      let shape =
        switch step.kind {
        case .ask, .confirm: "[/\(text)/]"
        case .branch: "{\(text)}"
        case .call, .link: "[[\(text)]]"
        case .handOff, .end: "([\(text)])"
        case .say: "[\(text)]"
        }
      lines.append("  s\(index)\(shape)")
    }
    if ways.contains(where: { $0.to == "(fin)" }) { lines.append("  fin([\"fin\"])") }
    for way in ways {
      let arrow = way.label.isEmpty ? "-->" : "-->|\(way.label)|"
      lines.append("  \(node(way.from)) \(arrow) \(node(way.to))")
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private func node(_ step: String) -> String { flow.indexOfStep[step].map { "s\($0)" } ?? "fin" }

  package var dot: String {
    func quoted(_ text: String) -> String { "\"" + text.split(separator: "\"").joined(separator: "'") + "\"" }
    var lines = ["digraph \(quoted(flow.id)) {", "  rankdir=TB; node [fontname=\"sans-serif\"];"]
    for step in flow.steps {
      let shape =
        switch step.kind {
        case .ask, .confirm: "parallelogram"
        case .branch: "diamond"
        case .call, .link: "component"
        case .handOff, .end: "oval"
        case .say: "box"
        }
      lines.append("  \(quoted(step.id)) [shape=\(shape), label=\(quoted("\(step.id)\\n\(label(of: step))"))];")
    }
    for way in ways {
      let label = way.label.isEmpty ? "" : " [label=\(quoted(way.label))]"
      lines.append("  \(quoted(way.from)) -> \(quoted(way.to))\(label);")
    }
    return lines.joined(separator: "\n") + "\n}\n"
  }
}
