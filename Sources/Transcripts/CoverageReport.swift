package import Assistant
import Dialogue
import Foundation
package import Storage
import Understanding

/// What transcripts exercised of a content, against all that there is, with the place of what is missing.
package struct CoverageReport: Sendable {
  /// One thing that can be covered.
  package struct Item: Hashable, Sendable {
    package var name: String
    /// `fichero:línea`; empty where there is none.
    package var place: String
    package var covered: Bool
  }

  package struct Section: Sendable {
    package var name: String
    package var items: [Item]

    package var covered: Int { items.count(where: \.covered) }
    /// In percent; a section without items is covered.
    package var percent: Double { items.isEmpty ? 100 : Double(covered) * 100 / Double(items.count) }
  }

  package var sections: [Section]

  /// - Parameter rows: the rows of the capabilities that there are; those that transcripts name when empty.
  package init(of count: CoverageCount, in content: Content, rows: [String] = []) {
    let flows = content.dialogue.content.flows.values.sorted { $0.id < $1.id }
    let dialogue = content.dialogue.content
    let rules = content.model.rules
    var steps: [Item] = []
    var ways: [Item] = []
    for flow in flows {
      for passage in FlowPassage.all(of: flow) {
        let index = flow.indexOfStep[passage.from]
        let location = index.map { flow.steps[$0].location }
        let place = location.map { "\($0.file):\($0.line)" } ?? ""
        let covered = count.passages.contains(passage)
        switch passage.kind {
        case .step: steps.append(Item(name: "\(flow.id)/\(passage.from)", place: place, covered: covered))
        case .way(let to):
          ways.append(Item(name: "\(flow.id)/\(passage.from) → \(to ?? "fin")", place: place, covered: covered))
        }
      }
    }
    let messages = dialogue.messages.values.sorted { $0.id < $1.id }
    let used = Set(
      flows.flatMap {
        $0.steps.compactMap { step in if case .call(let action, _, _) = step.kind { action } else { nil } }
      })
    let outcomes = dialogue.actions.values.filter { used.contains($0.name) }.sorted { $0.name < $1.name }.flatMap {
      action in
      (action.outcomes + [ActionSignature.failure]).map { "\(action.name) -> \($0)" }
    }
    let reasons = Set(
      flows.flatMap {
        $0.steps.compactMap { step in if case .handOff(let people) = step.kind { people.reason } else { nil } }
      })
    let known = rows.isEmpty ? count.rows.keys.sorted() : rows
    sections = [
      Section(name: "pasos", items: steps), Section(name: "transiciones", items: ways),
      Section(
        name: "filas",
        items: known.map {
          Item(name: $0, place: count.rows[$0]?.sorted().first ?? "", covered: count.rows[$0] != nil)
        }),
      Section(
        name: "intenciones",
        items: content.model.intentIDs.map { Item(name: $0, place: "", covered: count.intents.contains($0)) }),
      Section(
        name: "patrones",
        items: rules.map { rule in
          Item(
            name: "\(rule.intent): \(rule.pattern)", place: "\(rule.location.file):\(rule.location.line)",
            covered: count.rules.contains(CoverageCount.Rule(file: rule.location.file, line: rule.location.line)))
        }),
      Section(
        name: "mensajes",
        items: messages.map { message in
          Item(
            name: message.id, place: "\(message.location.file):\(message.location.line)",
            covered: count.wordings.contains { $0.message == message.id })
        }),
      Section(
        name: "variantes",
        items: messages.filter { $0.variantCount > 1 }.flatMap { message in
          (0..<message.variantCount).map { variant in
            Item(
              name: "\(message.id) \(variant + 1)", place: "\(message.location.file):\(message.location.line)",
              covered: count.wordings.contains(CoverageCount.Wording(message: message.id, variant: variant)))
          }
        }),
      Section(
        name: "servicio", items: outcomes.map { Item(name: $0, place: "", covered: count.calls.contains($0)) }),
      Section(
        name: "políticas",
        items: outcomes.filter { $0.contains("comprobar") || $0.contains("elegibles") }.map {
          Item(name: $0, place: "", covered: count.calls.contains($0))
        }),
      Section(
        name: "pasos a persona",
        items: reasons.union(["servicio_caido", "no_entendido", "idioma"]).sorted().map {
          Item(name: $0, place: "", covered: count.handOffs.contains($0))
        }),
    ]
  }

  /// Steps and transitions together, in percent: what `--minimo` asks for.
  package var flowPercent: Double {
    let flow = sections.prefix(2)
    let all = flow.reduce(0) { $0 + $1.items.count }
    return all == 0 ? 100 : Double(flow.reduce(0) { $0 + $1.covered }) * 100 / Double(all)
  }

  // MARK: Writing

  package var text: String {
    var lines = sections.map { section in
      let name = section.name + String(repeating: " ", count: max(0, 16 - section.name.count))
      return "\(name) \(section.covered)/\(section.items.count)  \(CoverageReport.tenths(section.percent)) %"
    }
    lines.append("flujos           \(CoverageReport.tenths(flowPercent)) % de pasos y transiciones")
    for section in sections where section.covered < section.items.count {
      lines.append(contentsOf: ["", "Sin cubrir: \(section.name)"])
      for item in section.items where !item.covered {
        lines.append("  \(item.name)\(item.place.isEmpty ? "" : "  (\(item.place))")")
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  package var json: JSONValue {
    .object([
      "flowPercent": .string(CoverageReport.tenths(flowPercent)),
      "sections": .array(
        sections.map { section in
          .object([
            "name": .string(section.name), "covered": .number(section.covered), "total": .number(section.items.count),
            "percent": .string(CoverageReport.tenths(section.percent)),
            "items": .array(
              section.items.map { item in
                .object([
                  "name": .string(item.name), "place": .string(item.place), "covered": .bool(item.covered),
                ])
              }),
          ])
        }),
    ])
  }

  /// One self-contained page, readable without colours.
  package var html: String {
    let rows = sections.map { section in
      let missing = section.items.filter { !$0.covered }
      let items = missing.map { item in
        "<li>\(CoverageReport.escaped(item.name)) <code>\(CoverageReport.escaped(item.place))</code></li>"
      }.joined(separator: "\n")
      return """
        <details><summary>\(section.name): \(section.covered) de \(section.items.count)
        (\(CoverageReport.tenths(section.percent)) %) <meter min="0" max="100" value="\(CoverageReport.tenths(section.percent))">
        </meter></summary><ul>\(items.isEmpty ? "<li>Todo cubierto</li>" : items)</ul></details>
        """
    }.joined(separator: "\n")
    return """
      <!doctype html>
      <html lang="es"><head><meta charset="utf-8"><title>Cobertura de las transcripciones</title>
      <style>body{font:1rem/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem}
      summary{cursor:pointer;font-weight:600}code{opacity:.7}meter{vertical-align:middle}</style></head>
      <body><h1>Cobertura</h1><p>Pasos y transiciones: \(CoverageReport.tenths(flowPercent)) %.
      Cada apartado lista lo que ninguna transcripción ha tocado.</p>
      \(rows)
      </body></html>

      """
  }

  package static func tenths(_ value: Double) -> String { String(format: "%.1f", value) }

  static func escaped(_ text: String) -> String {
    text.replacingOccurrences(of: "&", with: "&amp;").replacingOccurrences(of: "<", with: "&lt;")
      .replacingOccurrences(of: ">", with: "&gt;").replacingOccurrences(of: "\"", with: "&quot;")
  }
}
