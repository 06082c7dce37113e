import Foundation
import Storage

@testable import Service

/// As much of JSON Schema 2020-12 as the project's schemas use; a keyword that it does not know is a fault itself.
struct SchemaValidator {
  let document: JSONValue

  /// - Parameter path: A schema file; the protocol's unless given.
  init(path: String = ServiceFixture.root + "/Sources/Service/Schema/protocol.schema.json") throws {
    document = try JSONValue.parse(Array(Data(contentsOf: URL(fileURLWithPath: path))))
  }

  /// What is wrong with `value`, each with its place; empty when nothing is.
  func faults(_ value: JSONValue, against reference: String) -> [String] {
    check(value, ["$ref": .string(reference)], at: "")
  }

  /// What is wrong with `value` against the whole document.
  func faults(_ value: JSONValue) -> [String] { check(value, document, at: "") }

  private func resolve(_ reference: String) -> JSONValue? {
    reference.split(separator: "/").dropFirst().reduce(Optional(document)) { $0?[String($1)] }
  }

  private func check(_ value: JSONValue, _ schema: JSONValue, at path: String) -> [String] {
    guard let keywords = schema.object else { return schema == true ? [] : ["\(path): nothing is allowed here"] }
    var faults: [String] = []
    func require(_ holds: Bool, _ text: String) { if !holds { faults.append("\(path): \(text)") } }
    for (keyword, wanted) in keywords {
      switch keyword {
      case "description", "title", "$schema", "$defs": break
      case "$ref":
        guard let target = wanted.string.flatMap(resolve) else { return ["\(path): no such definition \(wanted.text)"] }
        faults += check(value, target, at: path)
      case "type":
        let types = wanted.array ?? [wanted]
        require(types.contains { isOf($0.string ?? "", value) }, "is not \(wanted.text)")
      case "enum": require(wanted.array?.contains(value) == true, "\(value.text) is none of \(wanted.text)")
      case "const": require(value == wanted, "\(value.text) is not \(wanted.text)")
      case "required":
        for name in wanted.array ?? [] { require(value[name.string ?? ""] != nil, "lacks \(name.text)") }
      case "properties":
        for (name, schema) in wanted.object ?? [:] {
          if let member = value[name] { faults += check(member, schema, at: "\(path)/\(name)") }
        }
      case "additionalProperties":
        let known = keywords["properties"]?.object ?? [:]
        for (name, member) in value.object ?? [:] where known[name] == nil {
          faults += check(member, wanted, at: "\(path)/\(name)")
        }
      case "items":
        for (index, item) in (value.array ?? []).enumerated() { faults += check(item, wanted, at: "\(path)/\(index)") }
      case "oneOf":
        let results = (wanted.array ?? []).map { check(value, $0, at: path) }
        let fitting = results.count { $0.isEmpty }
        if fitting != 1 {
          faults.append("\(path): fits \(fitting) of \(results.count): \(results.min { $0.count < $1.count } ?? [])")
        }
      case "pattern": require(Date(rfc3339: value.string ?? "") != nil, "\(value.text) is no time")
      case "minimum": require((value.int ?? .min) >= (wanted.int ?? 0), "is under \(wanted.text)")
      case "maximum": require((value.int ?? .max) <= (wanted.int ?? 0), "is over \(wanted.text)")
      case "minLength": require((value.string ?? "").unicodeScalars.count >= (wanted.int ?? 0), "is too short")
      case "maxLength": require((value.string ?? "").unicodeScalars.count <= (wanted.int ?? 0), "is too long")
      case "minItems": require((value.array ?? []).count >= (wanted.int ?? 0), "has too few items")
      case "maxItems": require((value.array ?? []).count <= (wanted.int ?? 0), "has too many items")
      default: faults.append("\(path): the validator does not know \(keyword)")
      }
    }
    return faults
  }

  private func isOf(_ type: String, _ value: JSONValue) -> Bool {
    switch (type, value) {
    case ("null", .null), ("boolean", .bool), ("number", .number), ("string", .string), ("array", .array),
      ("object", .object):
      true
    case ("integer", .number): value.int != nil
    default: false
    }
  }
}
