/// Reads RFC 8259 text and nothing else; a key that stands twice in one object is a fault.
struct ShopDocumentParser {
  /// Where and why the text is not JSON; line and column count from 1, columns in bytes.
  struct Fault: Error, Hashable, Sendable {
    var line: Int
    var column: Int
    /// Spanish, for the person who wrote the file.
    var reason: String
  }

  private let bytes: [UInt8]
  private var position = 0
  private var depth = 0

  private init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// The document in `bytes`, which must be all of it.
  static func parse(_ bytes: [UInt8]) throws(Fault) -> ShopDocument {
    var parser = ShopDocumentParser(bytes)
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { parser.position = 3 }
    let value = try parser.value()
    parser.skipSpace()
    if parser.position < bytes.count { throw parser.fault("sobra texto después del documento") }
    return value
  }

  private func fault(_ reason: String) -> Fault {
    let before = bytes[..<min(position, bytes.count)]
    let line = before.count { $0 == 0x0A } + 1
    let lineStart = before.lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
    return Fault(line: line, column: before.count - lineStart + 1, reason: reason)
  }

  private mutating func skipSpace() {
    while position < bytes.count, [0x20, 0x0A, 0x0D, 0x09].contains(bytes[position]) { position += 1 }
  }

  private var next: UInt8? { position < bytes.count ? bytes[position] : nil }

  private mutating func take(_ byte: UInt8) -> Bool {
    guard next == byte else { return false }
    position += 1
    return true
  }

  private mutating func value() throws(Fault) -> ShopDocument {
    skipSpace()
    depth += 1
    defer { depth -= 1 }
    if depth > 64 { throw fault("demasiados niveles") }
    switch next {
    case UInt8(ascii: "{"): return try object()
    case UInt8(ascii: "["): return try array()
    case UInt8(ascii: "\""): return .string(try string())
    case UInt8(ascii: "-"), (0x30...0x39)?: return .number(try number())
    default:
      for (word, value) in [("true", ShopDocument.bool(true)), ("false", .bool(false)), ("null", .null)]
      where bytes[position...].starts(with: word.utf8) {
        position += word.utf8.count
        return value
      }
      throw fault(next == nil ? "el documento acaba antes de tiempo" : "no es un valor JSON")
    }
  }

  private mutating func object() throws(Fault) -> ShopDocument {
    position += 1
    var members: [ShopDocument.Member] = []
    var keys: Set<String> = []
    skipSpace()
    if take(UInt8(ascii: "}")) { return .object([]) }
    repeat {
      skipSpace()
      guard next == UInt8(ascii: "\"") else { throw fault("falta una clave entre comillas") }
      let start = position
      let key = try string()
      if !keys.insert(key).inserted {
        position = start
        throw fault("clave repetida «\(key)»")
      }
      skipSpace()
      guard take(UInt8(ascii: ":")) else { throw fault("faltan los dos puntos") }
      members.append(.init(key, try value()))
      skipSpace()
    } while take(UInt8(ascii: ","))
    guard take(UInt8(ascii: "}")) else { throw fault("falta una coma o «}»") }
    return .object(members)
  }

  private mutating func array() throws(Fault) -> ShopDocument {
    position += 1
    var elements: [ShopDocument] = []
    skipSpace()
    if take(UInt8(ascii: "]")) { return .array([]) }
    repeat {
      elements.append(try value())
      skipSpace()
    } while take(UInt8(ascii: ","))
    guard take(UInt8(ascii: "]")) else { throw fault("falta una coma o «]»") }
    return .array(elements)
  }

  private mutating func number() throws(Fault) -> String {
    let start = position
    _ = take(UInt8(ascii: "-"))
    let integerStart = position
    try digits()
    if bytes[integerStart] == 0x30, position > integerStart + 1 { throw fault("un número no empieza por cero") }
    if take(UInt8(ascii: ".")) { try digits() }
    if take(UInt8(ascii: "e")) || take(UInt8(ascii: "E")) {
      _ = take(UInt8(ascii: "+")) || take(UInt8(ascii: "-"))
      try digits()
    }
    return String(decoding: bytes[start..<position], as: UTF8.self)
  }

  private mutating func digits() throws(Fault) {
    let start = position
    while let byte = next, (0x30...0x39).contains(byte) { position += 1 }
    if position == start { throw fault("falta una cifra") }
  }

  private mutating func string() throws(Fault) -> String {
    position += 1
    var out: [UInt8] = []
    while let byte = next, byte != UInt8(ascii: "\"") {
      if byte < 0x20 { throw fault("carácter de control dentro de un texto") }
      if byte == UInt8(ascii: "\\") {
        out += try escape()
      } else {
        out.append(byte)
        position += 1
      }
    }
    guard take(UInt8(ascii: "\"")) else { throw fault("falta cerrar las comillas") }
    guard let text = String(validating: out, as: UTF8.self) else { throw fault("un texto no es UTF-8") }
    return text
  }

  private mutating func escape() throws(Fault) -> [UInt8] {
    position += 1
    let plain: [UInt8: UInt8] = [
      0x22: 0x22, 0x5C: 0x5C, 0x2F: 0x2F, 0x62: 0x08, 0x66: 0x0C, 0x6E: 0x0A, 0x72: 0x0D, 0x74: 0x09,
    ]
    guard let byte = next else { throw fault("falta cerrar las comillas") }
    if let character = plain[byte] {
      position += 1
      return [character]
    }
    guard take(UInt8(ascii: "u")) else { throw fault("secuencia de escape desconocida") }
    var code = try hexadecimal()
    if (0xD800..<0xDC00).contains(code) {
      guard take(UInt8(ascii: "\\")), take(UInt8(ascii: "u")) else { throw fault("media pareja de sustitución") }
      let low = try hexadecimal()
      guard (0xDC00..<0xE000).contains(low) else { throw fault("media pareja de sustitución") }
      code = 0x10000 + (code - 0xD800) << 10 + (low - 0xDC00)
    }
    guard let scalar = Unicode.Scalar(code) else { throw fault("media pareja de sustitución") }
    return Array(String(Character(scalar)).utf8)
  }

  private mutating func hexadecimal() throws(Fault) -> UInt32 {
    guard position + 4 <= bytes.count,
      bytes[position..<position + 4].allSatisfy({ ($0 >= 0x30 && $0 < 0x3A) || ($0 | 0x20 > 0x60 && $0 | 0x20 < 0x67) }
      ),
      let code = UInt32(String(decoding: bytes[position..<position + 4], as: UTF8.self), radix: 16)
    else { throw fault("faltan cuatro cifras hexadecimales") }
    position += 4
    return code
  }
}
