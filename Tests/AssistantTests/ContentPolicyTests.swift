import Assistant
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
}
