/// The value of a policy as it is written in a shop file, in the content or after `@politica`.
package enum PolicyValue: Hashable, Sendable {
  case null
  case flag(Bool)
  case number(Int)
  case text(String)
  case list([String])
  case table([String: String])

  /// Reads what an author wrote on one line: `72`, `true`, `null`, `[original, gift_card]`, `original`.
  package init(parsing text: String) {
    let trimmed = text.trimming(" ")
    if let number = Int(trimmed) {
      self = .number(number)
    } else if trimmed == "true" || trimmed == "false" {
      self = .flag(trimmed == "true")
    } else if trimmed == "null" {
      self = .null
    } else if trimmed.hasPrefix("["), trimmed.hasSuffix("]") {
      let items = trimmed.dropFirst().dropLast().split(separator: ",")
      self = .list(items.map { $0.trimming(" \"'") }.filter { !$0.isEmpty })
    } else {
      self = .text(trimmed)
    }
  }
}

extension StringProtocol {
  /// The text without the given ASCII characters at its ends.
  fileprivate func trimming(_ characters: String) -> String {
    let unwanted = Set(characters.utf8)
    let start = utf8.drop { unwanted.contains($0) }
    let kept = start.reversed().drop { unwanted.contains($0) }.reversed()
    return String(decoding: Array(kept), as: UTF8.self)
  }
}

extension PolicyValue: Codable {
  package init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if container.decodeNil() {
      self = .null
    } else if let flag = try? container.decode(Bool.self) {
      self = .flag(flag)
    } else if let number = try? container.decode(Int.self) {
      self = .number(number)
    } else if let text = try? container.decode(String.self) {
      self = .text(text)
    } else if let list = try? container.decode([String].self) {
      self = .list(list)
    } else {
      self = .table(try container.decode([String: String].self))
    }
  }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    switch self {
    case .null: try container.encodeNil()
    case .flag(let flag): try container.encode(flag)
    case .number(let number): try container.encode(number)
    case .text(let text): try container.encode(text)
    case .list(let list): try container.encode(list)
    case .table(let table): try container.encode(table)
    }
  }
}
