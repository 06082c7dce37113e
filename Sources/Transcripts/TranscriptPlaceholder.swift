import Foundation
import Spanish
import Storage

/// Matches a line with placeholders: `{{*}}`, `{{re:…}}`, `{{v=re:…}}` captures, `{{v}}` recalls.
enum TranscriptPlaceholder {
  /// The captures of a match, or nil. White space is folded and NFC applied; accents and case count.
  static func match(_ expected: String, _ actual: String, captures: [String: String]) -> [String: String]? {
    let expected = normalized(expected)
    let actual = normalized(actual)
    guard expected.contains("{{") else { return expected == actual ? [:] : nil }
    var pattern = "^"
    var names: [String] = []
    var rest = Substring(expected)
    while let open = rest.range(of: "{{"), let close = rest.range(of: "}}", range: open.upperBound..<rest.endIndex) {
      pattern += NSRegularExpression.escapedPattern(for: String(rest[..<open.lowerBound]))
      let inside = String(rest[open.upperBound..<close.lowerBound])
      if inside == "*" {
        pattern += ".*?"
      } else if inside.hasPrefix("re:") {
        pattern += "(?:\(inside.dropFirst(3)))"
      } else if let separator = inside.range(of: "=re:") {
        names.append(String(inside[..<separator.lowerBound]))
        pattern += "(?<c\(names.count)>\(inside[separator.upperBound...]))"
      } else {
        pattern += NSRegularExpression.escapedPattern(for: captures[inside] ?? "{{\(inside)}}")
      }
      rest = rest[close.upperBound...]
    }
    pattern += NSRegularExpression.escapedPattern(for: String(rest)) + "$"
    guard let expression = try? NSRegularExpression(pattern: pattern, options: .dotMatchesLineSeparators),
      let match = expression.firstMatch(in: actual, range: NSRange(actual.startIndex..., in: actual))
    else { return nil }
    var found: [String: String] = [:]
    for (index, name) in names.enumerated() {
      if let range = Range(match.range(withName: "c\(index + 1)"), in: actual) { found[name] = String(actual[range]) }
    }
    return found
  }

  static func normalized(_ text: String) -> String {
    text.precomposedStringWithCanonicalMapping.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}

/// Values as transcripts write them: `402-…`, `[B1 B2]`, `12.99`.
enum TranscriptValue {
  static func text(_ value: JSONValue) -> String {
    switch value {
    case .null: "nada"
    case .bool(let flag): flag ? "si" : "no"
    case .number(let number): number
    case .string(let string): string
    case .array(let items): "[" + items.map(text).joined(separator: " ") + "]"
    case .object(let fields):
      if let amount = fields["amount"] {
        text(amount)
      } else if let start = fields["start"] {
        String(text(start).prefix(fields["grain"]?.string == "day" ? 10 : 19))
      } else {
        fields["id"].map(text) ?? value.text
      }
    }
  }

  static func text(_ text: String?, raw: String) -> String { text ?? raw }
}

extension SlotValue {
  /// The value as a transcript writes it; nil where only the typed text says it.
  var transcriptText: String? {
    switch self {
    case .text(let text), .identifier(let text, _), .url(let text, _): text
    case .number(let number): "\(number)"
    case .money(let amount, _): "\(amount)"
    case .interval(let start?, _, let grain): String(start.description.prefix(grain == "day" ? 10 : 19))
    default: nil
    }
  }
}
