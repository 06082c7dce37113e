package import Foundation

/// A normalised value: what a recogniser found, what a slot holds, what a message shows.
///
/// Money is decimal, never binary floating point. Times are local.
package indirect enum SlotValue: Hashable, Sendable, Codable {
  /// Free text, an order number, a telephone in E.164, an id of a line or a choice.
  case text(String)
  case number(Decimal)
  case flag(Bool)
  case money(Decimal, currency: String)
  /// An open side is nil.
  case moneyRange(min: Decimal?, max: Decimal?, currency: String)
  /// Half-open; an open side is nil. `grain`: second, minute, hour, day, week, month, quarter, year.
  case interval(start: LocalTime?, end: LocalTime?, grain: String)
  /// Seconds of a day; a clock time alone has no end.
  case timeOfDay(start: Int, end: Int?)
  case duration(seconds: Decimal, grain: String, count: Decimal)
  /// An ISO 8601 repetition period, `P1W`.
  case set(String)
  case quantity(Decimal, unit: String)
  /// Something with a check digit or a fixed shape, separators removed.
  case identifier(String, valid: Bool)
  /// As typed, with the host as a URL parser sees it (lower case; empty if there is none).
  case url(String, host: String)
  case list([SlotValue])
  /// Named parts, for options and messages: `{"id": …, "nombre": …}`.
  case record([String: SlotValue])
}

extension SlotValue {
  /// The text of `.text`, and the bare value of identifiers and links; nil for the rest.
  package var string: String? {
    switch self {
    case .text(let s), .identifier(let s, _), .url(let s, _), .set(let s): s
    default: nil
    }
  }

  package var items: [SlotValue] {
    if case .list(let items) = self { items } else { [self] }
  }

  package subscript(field: String) -> SlotValue? {
    if case .record(let fields) = self { fields[field] } else { nil }
  }
}
