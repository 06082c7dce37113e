/// Why bytes are no JSON text, and at which offset.
package struct JSONParseError: Error, Hashable, Sendable, CustomStringConvertible {
  package enum Reason: String, Sendable {
    case unexpectedEnd = "the text ends too early"
    case unexpectedByte = "unexpected byte"
    case invalidUTF8 = "invalid UTF-8"
    case invalidEscape = "invalid escape"
    case loneSurrogate = "lone surrogate"
    case controlCharacter = "raw control character in a string"
    case invalidNumber = "invalid number"
    case duplicateKey = "duplicate key"
    case tooDeep = "nested deeper than 64 levels"
    case trailingBytes = "bytes behind the value"
  }

  package var reason: Reason
  /// In bytes from the start of the text.
  package var offset: Int

  package init(_ reason: Reason, at offset: Int) {
    self.reason = reason
    self.offset = offset
  }

  package var description: String { "\(reason.rawValue) at byte \(offset)" }
}

/// RFC 8259 by recursive descent, with every leniency of the RFC refused.
///
/// Foundation's `JSONSerialization` is no judge here: it takes the last of two equal keys and replaces lone surrogates.
struct JSONParser {
  static let maximumDepth = 64

  private let bytes: [UInt8]
  private var position = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  mutating func wholeText() throws(JSONParseError) -> JSONValue {
    let value = try value(depth: 0)
    skipWhiteSpace()
    guard position == bytes.count else { throw JSONParseError(.trailingBytes, at: position) }
    return value
  }

  private mutating func value(depth: Int) throws(JSONParseError) -> JSONValue {
    skipWhiteSpace()
    switch try peek() {
    case UInt8(ascii: "{"): return try object(depth: depth + 1)
    case UInt8(ascii: "["): return try array(depth: depth + 1)
    case UInt8(ascii: "\""): return .string(try string())
    case UInt8(ascii: "t"): return try literal("true", .bool(true))
    case UInt8(ascii: "f"): return try literal("false", .bool(false))
    case UInt8(ascii: "n"): return try literal("null", .null)
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return .number(try number())
    default: throw JSONParseError(.unexpectedByte, at: position)
    }
  }

  private mutating func object(depth: Int) throws(JSONParseError) -> JSONValue {
    guard depth <= JSONParser.maximumDepth else { throw JSONParseError(.tooDeep, at: position) }
    position += 1
    var members: [String: JSONValue] = [:]
    skipWhiteSpace()
    if try peek() == UInt8(ascii: "}") {
      position += 1
      return .object(members)
    }
    while true {
      skipWhiteSpace()
      let keyOffset = position
      guard try peek() == UInt8(ascii: "\"") else { throw JSONParseError(.unexpectedByte, at: position) }
      let key = try string()
      skipWhiteSpace()
      try expect(UInt8(ascii: ":"))
      let value = try value(depth: depth)
      // Keys that differ only in normalization count as equal too: String compares canonically.
      guard members.updateValue(value, forKey: key) == nil else {
        throw JSONParseError(.duplicateKey, at: keyOffset)
      }
      skipWhiteSpace()
      if try next(UInt8(ascii: ","), orEnd: UInt8(ascii: "}")) { return .object(members) }
    }
  }

  private mutating func array(depth: Int) throws(JSONParseError) -> JSONValue {
    guard depth <= JSONParser.maximumDepth else { throw JSONParseError(.tooDeep, at: position) }
    position += 1
    var items: [JSONValue] = []
    skipWhiteSpace()
    if try peek() == UInt8(ascii: "]") {
      position += 1
      return .array(items)
    }
    while true {
      items.append(try value(depth: depth))
      skipWhiteSpace()
      if try next(UInt8(ascii: ","), orEnd: UInt8(ascii: "]")) { return .array(items) }
    }
  }

  /// Passes a separator (false) or an end (true).
  private mutating func next(_ separator: UInt8, orEnd end: UInt8) throws(JSONParseError) -> Bool {
    let byte = try peek()
    guard byte == separator || byte == end else { throw JSONParseError(.unexpectedByte, at: position) }
    position += 1
    return byte == end
  }

  private mutating func string() throws(JSONParseError) -> String {
    let start = position
    position += 1
    var content: [UInt8] = []
    while true {
      let byte = try peek()
      switch byte {
      case UInt8(ascii: "\""):
        position += 1
        guard let string = String(validating: content, as: UTF8.self) else {
          throw JSONParseError(.invalidUTF8, at: start)
        }
        return string
      case UInt8(ascii: "\\"): try escape(into: &content)
      case 0..<0x20: throw JSONParseError(.controlCharacter, at: position)
      default:
        content.append(byte)
        position += 1
      }
    }
  }

  private mutating func escape(into content: inout [UInt8]) throws(JSONParseError) {
    let start = position
    position += 1
    let byte = try peek()
    position += 1
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): content.append(byte)
    case UInt8(ascii: "b"): content.append(0x08)
    case UInt8(ascii: "f"): content.append(0x0C)
    case UInt8(ascii: "n"): content.append(0x0A)
    case UInt8(ascii: "r"): content.append(0x0D)
    case UInt8(ascii: "t"): content.append(0x09)
    case UInt8(ascii: "u"):
      var code = try hexadecimal()
      if (0xD800..<0xDC00).contains(code) {
        guard position + 1 < bytes.count, bytes[position] == UInt8(ascii: "\\"),
          bytes[position + 1] == UInt8(ascii: "u")
        else { throw JSONParseError(.loneSurrogate, at: start) }
        position += 2
        let low = try hexadecimal()
        guard (0xDC00..<0xE000).contains(low) else { throw JSONParseError(.loneSurrogate, at: start) }
        code = 0x10000 + (code - 0xD800) << 10 + (low - 0xDC00)
      }
      guard let scalar = Unicode.Scalar(code) else { throw JSONParseError(.loneSurrogate, at: start) }
      content += UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter
    default: throw JSONParseError(.invalidEscape, at: start)
    }
  }

  private mutating func hexadecimal() throws(JSONParseError) -> UInt32 {
    var code: UInt32 = 0
    for _ in 0..<4 {
      let byte = try peek()
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"): code = code << 4 | UInt32(byte - UInt8(ascii: "0"))
      case UInt8(ascii: "a")...UInt8(ascii: "f"): code = code << 4 | UInt32(byte - UInt8(ascii: "a") + 10)
      case UInt8(ascii: "A")...UInt8(ascii: "F"): code = code << 4 | UInt32(byte - UInt8(ascii: "A") + 10)
      default: throw JSONParseError(.invalidEscape, at: position)
      }
      position += 1
    }
    return code
  }

  private mutating func number() throws(JSONParseError) -> String {
    let start = position
    if bytes[position] == UInt8(ascii: "-") { position += 1 }
    let leading = position
    guard digits() > 0, position - leading == 1 || bytes[leading] != UInt8(ascii: "0") else {
      throw JSONParseError(.invalidNumber, at: start)
    }
    if position < bytes.count, bytes[position] == UInt8(ascii: ".") {
      position += 1
      guard digits() > 0 else { throw JSONParseError(.invalidNumber, at: start) }
    }
    if position < bytes.count, bytes[position] | 0x20 == UInt8(ascii: "e") {
      position += 1
      if position < bytes.count, bytes[position] == UInt8(ascii: "+") || bytes[position] == UInt8(ascii: "-") {
        position += 1
      }
      guard digits() > 0 else { throw JSONParseError(.invalidNumber, at: start) }
    }
    return String(decoding: bytes[start..<position], as: UTF8.self)
  }

  private mutating func digits() -> Int {
    let start = position
    while position < bytes.count, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(bytes[position]) { position += 1 }
    return position - start
  }

  private mutating func literal(_ word: StaticString, _ value: JSONValue) throws(JSONParseError) -> JSONValue {
    let expected = Array(word.description.utf8)
    guard bytes.count - position >= expected.count, bytes[position..<position + expected.count].elementsEqual(expected)
    else { throw JSONParseError(.unexpectedByte, at: position) }
    position += expected.count
    return value
  }

  private mutating func expect(_ byte: UInt8) throws(JSONParseError) {
    guard try peek() == byte else { throw JSONParseError(.unexpectedByte, at: position) }
    position += 1
  }

  private func peek() throws(JSONParseError) -> UInt8 {
    guard position < bytes.count else { throw JSONParseError(.unexpectedEnd, at: position) }
    return bytes[position]
  }

  private mutating func skipWhiteSpace() {
    while position < bytes.count {
      let byte = bytes[position]
      guard byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D else { return }
      position += 1
    }
  }
}
