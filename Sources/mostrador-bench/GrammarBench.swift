import ArgumentParser
import Foundation
import TextAnalysis
import Understanding

/// How long a grammar in hassil's own format takes over its own test sentences; the lists of a sentence are made before.
struct GrammarBench {
  private let model: HassilModel
  private let cases: [(sentence: String, world: HassilWorld)]

  /// Nil if there is no grammar at `path`; its tests are the lines of `tests.dev.jsonl` beside it.
  init?(path: String, analyzer: TextAnalyzer) throws {
    guard let data = FileManager.default.contents(atPath: path) else { return nil }
    let source = ContentSource(path: path, text: String(decoding: data, as: UTF8.self))
    let (model, diagnostics) = HassilModel.compile(source, analyzer: analyzer, wholeSentence: true)
    guard let model else { throw ValidationError("\(path): \(diagnostics.count) diagnostics") }
    let tests = URL(fileURLWithPath: path).deletingLastPathComponent().appendingPathComponent("tests.dev.jsonl")
    let messages = try String(contentsOf: tests, encoding: .utf8).split(separator: "\n").map {
      try HassilMessage(line: Data($0.utf8))
    }
    guard !messages.isEmpty else { throw ValidationError("\(tests.path) is empty") }
    self.model = model
    cases = messages.map { ($0.sentence, $0.world(analyzer: analyzer)) }
  }

  func measure(count: Int) throws -> Measurement {
    var found = 0
    let measurement = try Measurement("hassil's grammar", count: count) {
      let one = cases[$0 % cases.count]
      found &+= model.recognize(one.sentence, in: one.world) == nil ? 0 : 1
    }
    guard found > 0 else { throw ValidationError("the grammar recognizes none of its tests") }
    return measurement
  }
}
