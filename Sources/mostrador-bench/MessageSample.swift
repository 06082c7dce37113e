import ArgumentParser
import Foundation
import Understanding

/// What customers are expected to say: labelled messages if there are any, or else the examples beside the patterns.
struct MessageSample {
  let texts: [String]

  /// - Parameters:
  ///   - messages: a folder of files whose lines end in «| message»; other lines start with `#`.
  ///   - files: the authors' files.
  init(messages folder: String, files: [ContentFile]) throws {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder))?.filter { $0.hasSuffix(".txt") }.sorted()
    let lines = try (names ?? []).flatMap { name in
      try String(contentsOfFile: "\(folder)/\(name)", encoding: .utf8).split(separator: "\n").filter {
        !$0.hasPrefix("#")
      }
    }
    let labelled = lines.compactMap { $0.split(separator: "|").last?.trimmingCharacters(in: .whitespaces) }
    let examples = files.flatMap { $0.root["intents"]?.entries ?? [] }
      .flatMap { $0.value["examples"]?.items ?? [] }.compactMap(\.string)
    texts = labelled.isEmpty ? examples : labelled
    guard !texts.isEmpty else { throw ValidationError("no messages in «\(folder)», and no examples") }
  }
}
