import ArgumentParser
import Foundation
import Understanding

/// What customers are expected to say: the examples beside the authors' patterns.
struct MessageSample {
  let texts: [String]

  init(directory: String) throws {
    let names = FileManager.default.enumerator(atPath: directory)?.compactMap { $0 as? String } ?? []
    let sources = try names.filter { $0.hasSuffix(".yaml") }.sorted().map { name in
      ContentSource(
        path: "\(directory)/\(name)", text: try String(contentsOfFile: "\(directory)/\(name)", encoding: .utf8))
    }
    let intents = ContentLoader.parse(sources).files.flatMap { $0.root["intents"]?.entries ?? [] }
    texts = intents.flatMap { $0.value["examples"]?.items ?? [] }.compactMap(\.string)
    guard !texts.isEmpty else { throw ValidationError("no examples below «\(directory)»") }
  }
}
