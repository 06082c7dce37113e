import Foundation
package import Spanish
package import TextAnalysis

/// `Understanding` as the JSON of `serve.md` and `parse`: keys in a fixed order, decimals as strings, spans in scalars.
package enum UnderstandingJSON {
  /// - Parameter extra: members written first, their values JSON already: `[("id", "\"7\""), ("us", "12")]`.
  /// - Parameter parse: `text` first and `entities` after `slots`, as `mostrador parse` writes them.
  package static func json(
    of understanding: Understanding, extra: [(String, String)] = [], parse: Bool = true
  ) -> String {
    var members = extra
    if parse { members.append(("text", string(understanding.text.text))) }
    members.append(("intents", array(understanding.intents.map { intent($0, in: understanding.text) })))
    members.append(
      (
        "alternatives",
        array(
          understanding.alternatives.map {
            object([("id", string($0.id)), ("confidence", number($0.confidence))])
          })
      ))
    members.append(("margin", number(understanding.margin)))
    members.append(("slots", array(understanding.slots.map { slot($0, in: understanding.text) })))
    if parse {
      members.append(("entities", array(understanding.entities.map { entity($0, in: understanding.text) })))
    }
    if let chosen = understanding.chosen { members.append(("chosen", array(chosen.map(string)))) }
    members.append(("language", string(understanding.language)))
    return object(members)
  }

  static func intent(_ match: IntentMatch, in text: AnalyzedText) -> String {
    object([
      ("id", string(match.id)), ("confidence", number(match.confidence)), ("span", span(match.range, in: text)),
      ("negated", match.negated ? "true" : "false"),
    ])
  }

  static func slot(_ slot: FilledSlot, in text: AnalyzedText) -> String {
    var members = [
      ("name", string(slot.name)), ("value", slotValue(slot)), ("raw", string(slot.raw)),
      ("span", span(slot.range, in: text)), ("source", string(slot.source)),
    ]
    if let intent = slot.intent { members.append(("intent", String(intent))) }
    return object(members)
  }

  /// Identifiers and texts are bare strings in a slot, as in the example of `serve.md`.
  private static func slotValue(_ slot: FilledSlot) -> String { slot.value.string.map(string) ?? value(slot.value) }

  package static func entity(_ entity: Entity, in text: AnalyzedText) -> String {
    var members = [
      ("kind", string(entity.kind.rawValue)), ("text", string(text.original(entity.range))),
      ("span", span(entity.range, in: text)), ("value", value(entity.value)),
    ]
    if !entity.alternatives.isEmpty { members.append(("alt", array(entity.alternatives.map(value)))) }
    return object(members)
  }

  /// A value as `entities.md` writes it.
  package static func value(_ value: SlotValue) -> String {
    switch value {
    case .text(let text): return object([("value", string(text))])
    case .number(let decimal): return object([("value", string("\(decimal)"))])
    case .flag(let flag): return object([("value", flag ? "true" : "false")])
    case .money(let amount, let currency):
      return object([("amount", string("\(amount)")), ("currency", string(currency))])
    case .moneyRange(let least, let most, let currency):
      return object([("min", decimal(least)), ("max", decimal(most)), ("currency", string(currency))])
    case .interval(let start, let end, let grain):
      return object([
        ("start", start.map { string($0.description) } ?? "null"),
        ("end", end.map { string($0.description) } ?? "null"),
        ("grain", string(grain)),
      ])
    case .timeOfDay(let start, let end):
      guard let end else { return object([("time", string(clock(start)))]) }
      return object([("time_start", string(clock(start))), ("time_end", string(clock(end)))])
    case .duration(let seconds, let grain, let count):
      return object([("seconds", string("\(seconds)")), ("grain", string(grain)), ("count", string("\(count)"))])
    case .set(let period): return object([("set", string(period))])
    case .quantity(let amount, let unit): return object([("value", string("\(amount)")), ("unit", string(unit))])
    case .identifier(let text, let valid):
      return object([("value", string(text)), ("valid", valid ? "true" : "false")])
    case .url(let text, let host): return object([("value", string(text)), ("host", string(host)), ("valid", "true")])
    case .list(let items): return array(items.map { $0.string.map(string) ?? Self.value($0) })
    case .record(let fields):
      return object(
        fields.sorted { $0.key < $1.key }.map { ($0.key, $0.value.string.map(string) ?? Self.value($0.value)) })
    }
  }

  // MARK: writing

  private static func decimal(_ value: Decimal?) -> String { value.map { string("\($0)") } ?? "null" }

  private static func clock(_ seconds: Int) -> String {
    [seconds / 3_600, seconds / 60 % 60, seconds % 60].map { $0 < 10 ? "0\($0)" : "\($0)" }.joined(separator: ":")
  }

  private static func span(_ range: TextRange, in text: AnalyzedText) -> String {
    let scalars = text.scalarRange(range)
    return "[\(scalars.lowerBound),\(scalars.upperBound)]"
  }

  /// Three decimals at most; never `1e-05`.
  private static func number(_ value: Double) -> String {
    let thousandths = Int((value * 1000).rounded())
    let whole = thousandths / 1000
    let rest = thousandths % 1000
    if rest == 0 { return "\(whole)" }
    var digits = String(1000 + rest).dropFirst()
    while digits.last == "0" { digits.removeLast() }
    return "\(whole).\(digits)"
  }

  private static func array(_ items: [String]) -> String { "[" + items.joined(separator: ",") + "]" }

  private static func object(_ members: [(String, String)]) -> String {
    "{" + members.map { "\(string($0.0)):\($0.1)" }.joined(separator: ",") + "}"
  }

  /// A JSON string; controls and the line ends that some clients split at are escaped.
  package static func string(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\r": result += "\\r"
      case "\t": result += "\\t"
      case _ where scalar.value < 0x20 || scalar.value == 0x7f || [0x85, 0x2028, 0x2029].contains(scalar.value):
        let hex = String(scalar.value, radix: 16)
        result += "\\u" + String(repeating: "0", count: 4 - hex.count) + hex
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }
}
