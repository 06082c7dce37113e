import Spanish
import TextAnalysis

/// Recognition as a turn does it, seen from Tuesday 10 March 2026, 10:00.
enum Entities {
  static let now = LocalTime(2026, 3, 10, 10, 0)

  static func found(
    in text: String, orders: String = #"\d{3}-\d{7}-\d{7}"#, country: String = "ES",
    preference: RecognitionContext.TimePreference = .nearest
  ) throws -> [Entity] {
    let recognizer = try EntityRecognizer(orderNumberPattern: orders)
    let context = RecognitionContext(now: now, country: country, preference: preference)
    return recognizer.entities(in: try TextAnalyzer().analyze(text), context: context)
  }

  /// One entity as a line: `datetime 2026-03-10…2026-03-11`, `money 12.99 EUR`.
  static func line(_ entity: Entity) -> String {
    func time(_ time: LocalTime?) -> String {
      guard let time else { return "" }
      return String(time.secondOfDay == 0 ? time.description.prefix(10) : time.description.prefix(16))
    }
    func clock(_ seconds: Int) -> String { SpanishFormatting.clock(secondOfDay: seconds) }
    let value: String =
      switch entity.value {
      case .text(let text): text
      case .number(let number): "\(number)"
      case .money(let amount, let currency): "\(amount) \(currency)"
      case .moneyRange(let min, let max, let currency):
        (min.map { "\($0)" } ?? "") + "…" + (max.map { "\($0)" } ?? "") + " " + currency
      case .interval(let start, let end, _): time(start) + "…" + time(end)
      case .timeOfDay(let start, let end): clock(start) + (end.map { "…" + clock($0) } ?? "")
      case .duration(let seconds, _, _): "\(seconds)"
      case .set(let period): period
      case .identifier(let identifier, let valid): identifier + (valid ? "" : " invalid")
      case .url(let url, let host): url + " " + host
      default: "\(entity.value)"
      }
    return entity.kind.rawValue + " " + value
  }

  static func lines(_ text: String, preference: RecognitionContext.TimePreference = .nearest) throws -> [String] {
    try found(in: text, preference: preference).map(line)
  }
}
