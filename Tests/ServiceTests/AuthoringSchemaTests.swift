import Foundation
import Storage
import Testing
import Understanding

/// The authored files against the schemas that editors use to complete and check them.
@Suite("authored files against their schemas")
struct AuthoringSchemaTests {
  private static let intents = ServiceFixture.root + "/Intents"

  private static func schema(for path: String) throws -> SchemaValidator {
    let name =
      path.hasSuffix("lexico.yaml") ? "lexico" : path.hasSuffix("tienda.yaml") ? "tienda" : "tema"
    return try SchemaValidator(path: "\(intents)/.esquemas/\(name).schema.json")
  }

  /// The node as JSON: whole numbers and Booleans as such, every other scalar as text.
  private func json(_ node: ContentNode) -> JSONValue {
    switch node.kind {
    case .scalar(let text):
      if text == "true" || text == "false" { return .bool(text == "true") }
      return Int(text).map { .number($0) } ?? .string(text)
    case .sequence(let items): return .array(items.map(json))
    case .mapping(let entries):
      return .object(Dictionary(entries.map { ($0.key, json($0.value)) }, uniquingKeysWith: { first, _ in first }))
    }
  }

  private func faults(_ text: String, path: String) throws -> [String] {
    let parsed = ContentLoader.parse([ContentSource(path: path, text: text)])
    let root = try #require(parsed.files.first?.root)
    return try Self.schema(for: path).faults(json(root))
  }

  @Test("every file of Intents fits its schema and names it")
  func files() throws {
    let found = try FileManager.default.subpathsOfDirectory(atPath: Self.intents).filter { $0.hasSuffix(".yaml") }
    #expect(found.count >= 10)
    for path in found {
      let text = try String(contentsOfFile: "\(Self.intents)/\(path)", encoding: .utf8)
      #expect(try faults(text, path: path) == [], "\(path)")
      let up = path.contains("/") ? "../" : ""
      #expect(text.hasPrefix("# yaml-language-server: $schema=\(up).esquemas/"), "\(path)")
    }
  }

  @Test(
    "what the schemas refuse",
    arguments: [
      ("t/a.yaml", "intents: {a.b: {label: A, paterns: [x]}}"),
      ("t/a.yaml", "intents: {a.b: {patterns: [x]}}"),
      ("t/a.yaml", "messages: {m: {options: [{id: a, label: A}]}}"),
      ("t/a.yaml", "messages: {m: []}"),
      ("t/a.yaml", "flows: {f: {steps: {uno: {dice: m}}}}"),
      ("t/a.yaml", "flows: {f: {steps: {uno: {confirma: m, si: dos}}}}"),
      ("t/a.yaml", "flows: {f: {steps: {uno: {fin: bien}}}}"),
      ("t/a.yaml", "flujos: {}"),
      ("lexico.yaml", "verbos: [cancelar]"),
      ("tienda.yaml", "shop: {name: A}"),
    ])
  func refused(path: String, text: String) throws {
    #expect(try !faults(text, path: path).isEmpty)
  }
}
