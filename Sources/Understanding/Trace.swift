import Automata
import Spanish
import TextAnalysis

/// What `/porque` and `parse --trace` print: the run itself, as aligned text.
extension UnderstandingModel {
  package func trace(_ message: String, context: UnderstandingContext) -> String {
    let run = run(message, context: context)
    var lines: [String] = ["tokens"]
    lines += tokenLines(run.reading)
    if !run.reading.entities.isEmpty {
      lines.append("datos")
      for entity in run.reading.entities {
        lines.append(
          "  \(pad(entity.kind.rawValue, 14)) «\(run.reading.text.original(entity.range))» \(UnderstandingJSON.value(entity.value)) (\(entity.rule))"
        )
      }
    }
    if !run.candidates.isEmpty {
      lines.append("candidatos")
      for candidate in run.candidates.prefix(12) { lines.append("  " + line(candidate, in: run.reading)) }
    }
    if run.winners.isEmpty {
      lines.append("no gana nadie")
      lines += nearest(in: run.reading)
    } else {
      lines.append("gana")
      for winner in run.winners {
        lines.append(
          "  \(intents[winner.intent].id)\(winner.negated ? " (negada)" : "") \(winner.confidence) · \(patterns[winner.pattern].location)"
        )
        lines.append("    \(patterns[winner.pattern].text)")
        lines += evidenceLines(for: winner, in: run.reading)
      }
      lines.append("margen \((run.understanding.margin * 1000).rounded() / 1000)")
    }
    if !run.understanding.suggestions.isEmpty {
      let topics = run.understanding.suggestions.map { "\($0.id) \($0.confidence)" }.joined(separator: ", ")
      lines.append("¿es algo de esto?: \(topics)")
    }
    for slot in run.understanding.slots {
      lines.append("  \(slot.name) = \(UnderstandingJSON.value(slot.value)) «\(slot.raw)» [\(slot.source)]")
    }
    if let chosen = run.understanding.chosen { lines.append("opciones: \(chosen.joined(separator: ", "))") }
    if run.understanding.language != "es" { lines.append("idioma: \(run.understanding.language)") }
    return lines.joined(separator: "\n") + "\n"
  }

  private func tokenLines(_ reading: MessageReading) -> [String] {
    let denials = denials(in: reading)
    return reading.units.indices.map { unit in
      let about = reading.units[unit]
      let readings = reading.lattice.edges(from: unit).map { edge in
        let cost = edge.cost >= 2 ? " (arreglo \(edge.cost))" : ""
        let length = edge.to - edge.from > 1 ? "×\(edge.to - edge.from)" : ""
        return "\(symbols.name(of: edge.symbol))\(length)·\(edge.weight)\(cost)"
      }
      let negator = denials?.deniedBy[unit] ?? -1
      let notes =
        (about.isSkipWord ? " [se salta]" : "") + (about.leftover > 0 ? " resto \(about.leftover)" : "")
        + (negator >= 0 ? " [lo niega «\(reading.folded(negator))»]" : "")
      return "  \(pad(reading.folded(unit), 18)) \(readings.joined(separator: ", "))\(notes)"
    }
  }

  private func line(_ candidate: Candidate, in reading: MessageReading) -> String {
    let mark = candidate.isViable ? (candidate.negated ? "-" : "+") : "·"
    let range = reading.textRange(ofUnits: candidate.match.tokens)
    let why =
      candidate.isViable
      ? "" : isReport(candidate.match, of: candidate.intent, in: reading) ? " (cuenta algo)" : " (explica poco)"
    return
      "\(mark) \(pad(intents[candidate.intent].id, 26)) \(candidate.key.description) «\(reading.text.original(range))» \(patterns[candidate.pattern].location)\(why)"
  }

  /// The work that matching `message` takes: what must grow no faster than the message.
  package func matchingSteps(of message: String, context: UnderstandingContext) -> Int {
    let lattice = read(message, context: context).lattice
    return phraseAutomaton.stepCount(in: lattice) + automaton.stepCount(in: lattice)
  }

  /// For a miss: the patterns that came furthest, and what they wanted next.
  private func nearest(in reading: MessageReading) -> [String] {
    var misses: [(pattern: Int, miss: NearestMiss)] = []
    for pattern in 0..<patternCount {
      if let miss = automaton.nearestMiss(in: reading.lattice, pattern: PatternID(pattern)), miss.matchedAtoms > 0 {
        misses.append((pattern, miss))
      }
    }
    misses.sort { ($1.miss.matchedWeight, $0.pattern) < ($0.miss.matchedWeight, $1.pattern) }
    guard !misses.isEmpty else { return [] }
    return ["lo más cercano"]
      + misses.prefix(3).map { pattern, miss in
        let place = miss.failedAt < reading.units.count ? "en «\(reading.folded(miss.failedAt))»" : "al final"
        let wanted = miss.expected.prefix(6).map { symbols.name(of: $0) }.joined(separator: " | ")
        return
          "  \(pad(intents[patterns[pattern].intent].id, 26)) \(patterns[pattern].location): falla \(place); esperaba \(wanted.isEmpty ? "otra cosa" : wanted)"
      }
  }

  private func pad(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - text.count))
  }
}
