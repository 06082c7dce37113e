import Foundation
import Testing
import TextAnalysis

@testable import Understanding

/// The authors' own examples, spoiled as chat text is: how many still win with their intent.
/// Deterministic; the floors only go up.
@Suite struct RobustnessTests {
  /// The whole content, once.
  private static let model = Result { () throws -> UnderstandingModel in
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appendingPathComponent("Intents").resolvingSymlinksInPath().path
    let names = (FileManager.default.enumerator(atPath: root)?.allObjects as? [String] ?? [])
      .filter(ContentLoader.isAuthored).sorted()
    let sources = try names.map {
      ContentSource(path: $0, text: try String(contentsOfFile: root + "/" + $0, encoding: .utf8))
    }
    let (files, _) = ContentLoader.parse(sources)
    let (model, diagnostics) = UnderstandingModel.compile(files: files, analyzer: try TextAnalyzer())
    guard let model else { throw UnderstandingFixture.Broken(diagnostics: diagnostics) }
    return model
  }

  private func winner(_ message: String, _ model: UnderstandingModel) -> String? {
    let intents = model.understand(message, context: UnderstandingFixture.context()).intents
    return (intents.first { !$0.negated } ?? intents.first)?.id
  }

  /// The share of spoiled examples that keep their winner, in percent, and the first that do not.
  private func survival(_ spoil: (String, UInt64) -> [String]) throws -> (percent: Double, lost: [String]) {
    let model = try Self.model.get()
    var total = 0
    var lost: [String] = []
    var seed: UInt64 = 0
    for intent in model.intents {
      for example in intent.examples where winner(example.text, model) == intent.id {
        seed += 1
        for spoiled in spoil(example.text, seed) {
          total += 1
          if winner(spoiled, model) != intent.id { lost.append("\(spoiled) [\(intent.id)]") }
        }
      }
    }
    #expect(total > 300, "too few examples to say anything")
    return (100 * Double(total - lost.count) / Double(max(1, total)), lost)
  }

  private static func everyTypo(in message: String, seed: UInt64) -> [String] {
    MessagePerturber.Typo.allCases.enumerated().compactMap { index, typo in
      var perturber = MessagePerturber(seed: seed &* 31 &+ UInt64(index))
      return perturber.withTypo(typo, in: message)
    }
  }

  private static func without(_ marks: Set<Unicode.Scalar>, _ message: String) -> String {
    var scalars = String.UnicodeScalarView()
    scalars.append(
      contentsOf: message.decomposedStringWithCanonicalMapping.unicodeScalars.filter { !marks.contains($0) })
    return String(scalars).precomposedStringWithCanonicalMapping
  }

  @Test func oneTypo() throws {
    let (percent, lost) = try survival { Self.everyTypo(in: $0, seed: $1) }
    print("one typo: \(percent) %")
    #expect(percent >= 97, "\(lost.prefix(20))")
  }

  @Test func oneTypoInEveryWord() throws {
    let (percent, lost) = try survival { message, seed in
      var perturber = MessagePerturber(seed: seed)
      return [perturber.withTypoInEveryWord(message)]
    }
    print("a typo in every word: \(percent) %")
    #expect(percent >= 90, "\(lost.prefix(20))")
  }

  @Test(arguments: [("accents", 99.0), ("capitals", 100), ("decomposed", 100), ("punctuation", 99)])
  func anotherHabit(name: String, floor: Double) throws {
    let (percent, lost) = try survival { message, _ in
      switch name {
      case "accents": [Self.without(["\u{301}", "\u{303}", "\u{308}"], message)]
      case "capitals": [message.uppercased()]
      case "decomposed": [message.decomposedStringWithCanonicalMapping]
      default: [message.filter { !"¿?¡!.".contains($0) }]
      }
    }
    print("\(name): \(percent) %")
    #expect(percent >= floor, "\(lost.prefix(20))")
  }
}
