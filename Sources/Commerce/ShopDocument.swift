/// A JSON document as it is written: members keep their order, numbers their digits.
///
/// Foundation's reader forgets both, and tells neither `true` from `1` on every platform nor where a fault is.
indirect enum ShopDocument: Hashable, Sendable {
  case null
  case bool(Bool)
  case number(String)
  case string(String)
  case array([ShopDocument])
  case object([Member])

  struct Member: Hashable, Sendable {
    var key: String
    var value: ShopDocument

    init(_ key: String, _ value: ShopDocument) {
      self.key = key
      self.value = value
    }
  }

  /// The value of a member of an object.
  subscript(key: String) -> ShopDocument? {
    guard case .object(let members) = self else { return nil }
    return members.first { $0.key == key }?.value
  }

  var string: String? {
    guard case .string(let text) = self else { return nil }
    return text
  }

  var elements: [ShopDocument] {
    guard case .array(let elements) = self else { return [] }
    return elements
  }

  /// The text of the document, indented by two spaces; containers of plain values stay on one line while they fit.
  func pretty(indent: Int = 0) -> String {
    let flat = compact
    guard indent + flat.utf8.count > 100 || flat.utf8.count > 80 else { return flat }
    let pad = String(repeating: " ", count: indent + 2)
    let end = "\n" + String(repeating: " ", count: indent)
    switch self {
    case .array(let elements) where !elements.isEmpty:
      return "[\n" + elements.map { pad + $0.pretty(indent: indent + 2) }.joined(separator: ",\n") + end + "]"
    case .object(let members) where !members.isEmpty:
      let lines = members.map { pad + ShopDocument.quoted($0.key) + ": " + $0.value.pretty(indent: indent + 2) }
      return "{\n" + lines.joined(separator: ",\n") + end + "}"
    default: return flat
    }
  }

  /// The text of the document on one line.
  var compact: String {
    switch self {
    case .null: "null"
    case .bool(let flag): flag ? "true" : "false"
    case .number(let digits): digits
    case .string(let text): ShopDocument.quoted(text)
    case .array(let elements): "[" + elements.map(\.compact).joined(separator: ", ") + "]"
    case .object(let members) where members.isEmpty: "{}"
    case .object(let members):
      "{ " + members.map { ShopDocument.quoted($0.key) + ": " + $0.value.compact }.joined(separator: ", ") + " }"
    }
  }

  private static func quoted(_ text: String) -> String {
    var out = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": out += "\\\""
      case "\\": out += "\\\\"
      case "\n": out += "\\n"
      case "\t": out += "\\t"
      case "\r": out += "\\r"
      case let control where control.value < 0x20:
        let hex = String(control.value, radix: 16)
        out += "\\u" + String(repeating: "0", count: 4 - hex.utf8.count) + hex
      default: out.unicodeScalars.append(scalar)
      }
    }
    return out + "\""
  }
}
