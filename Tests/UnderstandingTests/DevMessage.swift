import Foundation

/// A message of the dev set with what it means: one line of `DevMessages/*.txt`,
/// `intents in order | slots | negated intents | style | message`.
///
/// A slot is `name=value`, an amount `34.95 EUR`, and `name=*` is filled with whatever. A message of the style
/// `rechazo` is none of the service's. Written by hand, apart from the examples of the content and never shown to it.
struct DevMessage: Sendable {
  var place: String
  var intents: [String]
  var slots: [(name: String, value: String)]
  var negated: [String]
  var style: String
  var text: String

  var isForeign: Bool { style == "rechazo" }

  /// All messages, in the order of the files' names.
  static func all() throws -> [DevMessage] {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("DevMessages")
    let files = try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
      .filter { $0.pathExtension == "txt" }.sorted { $0.lastPathComponent < $1.lastPathComponent }
    return try files.flatMap { file in
      try String(contentsOf: file, encoding: .utf8).split(separator: "\n", omittingEmptySubsequences: false)
        .enumerated().compactMap { number, line in
          try DevMessage(String(line), at: "\(file.lastPathComponent):\(number + 1)")
        }
    }
  }

  struct Malformed: Error { var place: String }

  /// Nil for an empty line and a comment.
  init?(_ line: String, at place: String) throws {
    guard !line.isEmpty, !line.hasPrefix("#") else { return nil }
    let fields = line.split(separator: "|", maxSplits: 4, omittingEmptySubsequences: false)
      .map { $0.trimmingCharacters(in: .whitespaces) }
    guard fields.count == 5, !fields[3].isEmpty, !fields[4].isEmpty else { throw Malformed(place: place) }
    self.place = place
    intents = Self.list(fields[0])
    slots = try Self.list(fields[1]).map { slot in
      let parts = slot.split(separator: "=", maxSplits: 1).map(String.init)
      guard parts.count == 2 else { throw Malformed(place: place) }
      return (parts[0], parts[1])
    }
    negated = Self.list(fields[2])
    style = fields[3]
    text = fields[4]
  }

  private static func list(_ field: String) -> [String] {
    field.split(separator: ",").map { $0.trimmingCharacters(in: .whitespaces) }
  }
}
