import Foundation
package import Spanish
package import Storage

extension SlotValue {
  /// The value as the protocol writes it: decimals as text, times local.
  package var json: JSONValue {
    switch self {
    case .text(let text): .string(text)
    case .number(let number): .string("\(number)")
    case .flag(let flag): .bool(flag)
    case .money(let amount, let currency): .object(["amount": .string("\(amount)"), "currency": .string(currency)])
    case .moneyRange(let min, let max, let currency):
      .object([
        "min": min.map { .string("\($0)") } ?? .null, "max": max.map { .string("\($0)") } ?? .null,
        "currency": .string(currency),
      ])
    case .interval(let start, let end, let grain):
      .object([
        "start": start.map { .string($0.description) } ?? .null, "end": end.map { .string($0.description) } ?? .null,
        "grain": .string(grain),
      ])
    case .timeOfDay(let start, let end):
      .object(["time": .number(start), "time_end": end.map { .number($0) } ?? .null])
    case .duration(let seconds, let grain, let count):
      .object(["seconds": .string("\(seconds)"), "grain": .string(grain), "count": .string("\(count)")])
    case .set(let period): .object(["set": .string(period)])
    case .quantity(let amount, let unit): .object(["value": .string("\(amount)"), "unit": .string(unit)])
    case .identifier(let text, _): .string(text)
    case .url(let text, _): .string(text)
    case .list(let items): .array(items.map(\.json))
    case .record(let fields): .object(fields.mapValues(\.json))
    }
  }
}
