import Foundation
import Spanish
import Testing
import TextAnalysis

@testable import Understanding

/// The shop's own content under messages made to hurt: the work must grow with the message and no faster.
@Suite(.serialized) struct HostileMessageTests {
  private static let content = Result { try ShopContent.model() }

  @Test(
    "two thousand characters of anything",
    arguments: [
      "a ", "no ", "mi ", "hola ", "el pedido ", "no quiero ", "no me ha llegado el pedido, ",
      "quiero cancelar mi pedido ",
      "cancelar ", "cancelamelo ", "1 ", "402-1234567-1234567 ", "🙂", "e\u{301}", "!", "? ", "שלום ", "中",
      "\u{202E}ab ",
      "\u{FFFD}", "xq ", "porfavor ", "y ", "ha llegado roto ", "¿dónde está? ", "me ", "de la ",
    ])
  func linear(unit: String) throws {
    let model = try Self.content.get()
    func steps(_ scalars: Int) -> Int {
      var text = ""
      while text.unicodeScalars.count < scalars { text += unit }
      return model.matchingSteps(of: text, context: UnderstandingFixture.context())
    }
    let (short, long) = (steps(1_000), steps(2_000))
    #expect(long <= short * 22 / 10 + 3_000, "\(short) steps for 1,000 characters, \(long) for 2,000")
    #expect(long <= 400_000)
  }

  @Test("the words of all examples, in any order", arguments: UInt64(0)..<6)
  func shuffled(seed: UInt64) throws {
    let model = try Self.content.get()
    var numbers = SeededNumbers(state: seed)
    let words = model.intents.flatMap(\.examples).flatMap { $0.text.split(separator: " ") }
    var text = ""
    while text.unicodeScalars.count < 2_000, let word = words.randomElement(using: &numbers) { text += word + " " }
    #expect(model.matchingSteps(of: text, context: UnderstandingFixture.context()) <= 400_000)
    _ = model.understand(text, context: UnderstandingFixture.context())
  }
}

/// Numbers from a fixed seed (SplitMix64), so a failure comes back.
struct SeededNumbers: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}

/// The repository's own content, and the messages that its authors labelled.
enum ShopContent {
  private static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  static func model() throws -> UnderstandingModel {
    let folder = root.appendingPathComponent("Intents").path
    let names = (FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String } ?? [])
      .filter { $0.hasSuffix(".yaml") }.sorted()
    let sources = try names.map {
      ContentSource(path: "Intents/\($0)", text: try String(contentsOfFile: "\(folder)/\($0)", encoding: .utf8))
    }
    try #require(!sources.isEmpty, "no content below \(folder)")
    let (files, loading) = ContentLoader.parse(sources)
    let compiled = UnderstandingModel.compile(files: files, analyzer: try TextAnalyzer())
    guard let model = compiled.model else {
      throw UnderstandingFixture.Broken(diagnostics: loading + compiled.diagnostics)
    }
    return model
  }

  /// Lines of `Messages`: intents | slots | negated | style | message.
  static func labelled() throws -> [(intents: Set<String>, message: String)] {
    let folder = root.appendingPathComponent("Tests/UnderstandingTests/Messages").path
    let names = try FileManager.default.contentsOfDirectory(atPath: folder).filter { $0.hasSuffix(".txt") }.sorted()
    return try names.flatMap { name in
      try String(contentsOfFile: "\(folder)/\(name)", encoding: .utf8).split(separator: "\n")
        .filter { !$0.hasPrefix("#") }.compactMap { line in
          let fields = line.split(separator: "|", maxSplits: 4, omittingEmptySubsequences: false)
            .map { $0.trimmingCharacters(in: .whitespaces) }
          guard fields.count == 5 else { return nil }
          let intents = fields[0].split(separator: ",").map { $0.trimmingCharacters(in: .whitespaces) }
          return (Set(intents), fields[4])
        }
    }
  }
}
