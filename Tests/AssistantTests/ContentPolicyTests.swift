import Assistant
import Commerce
import Foundation
import Testing
import Understanding

/// Policies of the content that the order service would leave aside are mistakes, each with its place.
@Suite struct ContentPolicyTests {
  /// The codes and lines of what is wrong with a content of these policies alone.
  private static func problems(_ policies: String) throws -> [String] {
    let folder = NSTemporaryDirectory() + "mostrador-policies-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try policies.write(toFile: folder + "/tienda.yaml", atomically: true, encoding: .utf8)
    let (_, diagnostics) = try Content.load(directory: folder)
    return diagnostics.filter { $0.code.hasSuffix("_policy") }.map { "\($0.code) \($0.location.line)" }
  }

  @Test(
    "mistakes",
    arguments: [
      ("policies:\n  return_days: 30\n  return_dais: 20", ["unknown_policy 3"]),
      ("policies:\n  return_days: pronto", ["wrong_policy 2"]), ("policies:\n  split_payment: 3", ["wrong_policy 2"]),
      ("policies:\n  return_refund_to: [tarjeta]", ["wrong_policy 2"]),
      ("policies:\n  assurance:\n    see: nadie", ["wrong_policy 3"]),
      ("policies:\n  return_days: 14\n  partial_cancel: false\n  assurance: {see: anonymous}", []),
      ("shop: {name: T}", []),
    ])
  func finds(policies: String, expected: [String]) throws {
    #expect(try Self.problems(policies) == expected)
  }

  @Test("a folder that is a link is read like the folder itself") func followsLinks() throws {
    let folder = NSTemporaryDirectory() + "mostrador-link-\(UUID().uuidString)"
    let link = folder + "-link"
    try FileManager.default.createDirectory(atPath: folder + "/tema", withIntermediateDirectories: true)
    try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: folder)
    defer {
      try? FileManager.default.removeItem(atPath: link)
      try? FileManager.default.removeItem(atPath: folder)
    }
    try "rules: {falta: \"<nadie>\"}".write(toFile: folder + "/tema/a.yaml", atomically: true, encoding: .utf8)
    let (_, diagnostics) = try Content.load(directory: link)
    #expect(diagnostics.contains { $0.location.file == link + "/tema/a.yaml" })
  }

  @Test(
    "what the shop file sets stands above the content, in the texts and for the order service",
    arguments: [
      ("return_days", PolicyValue.number(14)), ("cancel_reasons", .list(["otro"])), ("partial_cancel", .flag(false)),
      ("assurance", .table(["see": "anonymous", "act": "identified", "account": "authenticated"])),
    ])
  func overrides(name: String, value: PolicyValue) throws {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let content = try #require(try Content.load(directory: root.appendingPathComponent("Intents").path).content)
    let changed = content.replacing(policies: [name: value])
    #expect(content.policies[name] != value)
    #expect(changed.policies[name] == value)
    #expect(changed.policies.filter { $0.key != name } == content.policies.filter { $0.key != name })
  }
}
