import Assistant
import Spanish
import Storage
import TextAnalysis
import Understanding

/// What `--debug` and `/porque` print of a turn: one fact a line, names aligned.
struct DebugBlock {
  let turn: TurnResult
  let microseconds: Int64?

  var text: String {
    var lines: [(String, String)] = [("turno", "\(turn.turn)\(turn.duplicate ? " (repetido)" : "")")]
    if let understanding = turn.understanding {
      for intent in understanding.intents {
        let negated = intent.negated ? " (negada)" : ""
        lines.append(
          ("intención", "\(intent.id) \(rounded(intent.confidence))\(negated)  \(intent.file):\(intent.line)"))
        lines.append(("", intent.pattern))
      }
      if understanding.intents.isEmpty { lines.append(("intención", "ninguna")) }
      lines.append(("margen", rounded(understanding.margin)))
      for other in understanding.alternatives { lines.append(("otra", "\(other.id) \(rounded(other.confidence))")) }
      for slot in understanding.slots {
        let span = understanding.text.scalarRange(slot.range)
        lines.append(
          (
            "dato",
            "\(slot.name) = «\(slot.raw)» [\(span.lowerBound),\(span.upperBound)] \(slot.kind.rawValue) (\(slot.source))"
          ))
      }
      if let chosen = understanding.chosen { lines.append(("elige", chosen.joined(separator: ", "))) }
      if understanding.language != "es" { lines.append(("idioma", understanding.language)) }
    }
    if let dialogue = turn.dialogue?.json {
      lines.append(("estado", dialogue["state"]?.string ?? ""))
      lines.append(("pila", DebugBlock.stack(of: dialogue)))
      lines.append(("control", dialogue["control"]?.string ?? ""))
    }
    for event in turn.events {
      switch event.kind {
      case "bot.message": lines.append(("dice", event.body["template"]?.string ?? ""))
      case "action.executed":
        lines.append(("hace", "\(event.body["name"]?.string ?? "") → \(event.body["outcome"]?.string ?? "")"))
      case "email.queued":
        lines.append(("correo", "\(event.body["template"]?.string ?? "") a \(event.body["to"]?.string ?? "")"))
      case "handoff.queued": lines.append(("cola", event.body["reason"]?.string ?? ""))
      default: break
      }
    }
    if let microseconds { lines.append(("tiempo", "\(microseconds) µs")) }
    return lines.map { "  \(OrderText.pad($0.0, 10)) \($0.1)" }.joined(separator: "\n")
  }

  static func stack(of dialogue: JSONValue) -> String {
    let frames = (dialogue["stack"]?.array ?? []).map { "\($0["flow"]?.string ?? "")/\($0["step"]?.string ?? "")" }
    return frames.isEmpty ? "vacía" : frames.joined(separator: " › ")
  }

  private func rounded(_ value: Double) -> String { JSONValue.number((value * 1_000).rounded() / 1_000).text }
}
