/// Changes that make a file say what happens: `--actualiza`.
///
/// Only expectations of messages that fail are rewritten, and none that holds a placeholder: those were written with
/// care. Comments, order and everything else stay.
package struct TranscriptUpdate: Sendable, Hashable {
  /// The new lines for a line, by its number; none deletes it. Its continuations (`<|`, `<||`) go with it.
  package internal(set) var replaced: [Int: [String]] = [:]
  /// Lines to add after a line and its continuations, by its number.
  package internal(set) var added: [Int: [String]] = [:]

  package var isEmpty: Bool { replaced.isEmpty && added.isEmpty }

  /// Adds what `other` knows of lines that are not touched yet: branches share the lines before them.
  mutating func merge(_ other: TranscriptUpdate) {
    replaced.merge(other.replaced) { old, _ in old }
    added.merge(other.added) { old, _ in old }
  }

  /// The new text of a file, and what changed as a diff's lines.
  package func applied(to source: String) -> (text: String, diff: [String]) {
    let lines = source.split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r\n" }.map(String.init)
    var result: [String] = []
    var diff: [String] = []
    var index = 0
    while index < lines.count {
      let number = index + 1
      var end = index + 1
      while end < lines.count, TranscriptUpdate.continues(lines[end]) { end += 1 }
      let old = Array(lines[index..<end])
      var new = old
      if let replacement = replaced[number] { new = replacement }
      new += added[number] ?? []
      if new != old {
        diff.append("@@ línea \(number) @@")
        diff += old.filter { !new.contains($0) }.map { "- \($0)" }
        diff += new.filter { !old.contains($0) }.map { "+ \($0)" }
      }
      result += new
      index = end
    }
    return (result.joined(separator: "\n"), diff)
  }

  private static func continues(_ line: String) -> Bool { line.drop { $0 == " " }.hasPrefix("<|") }
}

/// The messages of one turn and the lines that expect them.
struct TurnExpectations {
  struct Line {
    var entry: TranscriptLine
    /// The message that it was held against; nil if there was none left.
    var messageAt: Int?
    var holds: Bool
  }

  struct Message {
    var template: String
    var text: String
    var options: [String]
    var optionsListed: Bool
  }

  /// The line that started the turn.
  var start = 0
  var lines: [Line] = []
  var messages: [Message] = []
  var ignored = false

  var update: TranscriptUpdate {
    var update = TranscriptUpdate()
    var last = start
    var claimed: Set<Int> = []
    for line in lines {
      last = line.entry.line
      if let index = line.messageAt { claimed.insert(index) }
      guard !line.holds, !line.entry.source.contains("{{") else { continue }
      guard let index = line.messageAt else {
        update.replaced[line.entry.line] = []
        continue
      }
      let message = messages[index]
      switch line.entry.kind {
      case .text: update.replaced[line.entry.line] = TurnExpectations.text(of: message)
      case .template: update.replaced[line.entry.line] = ["<= \(message.template)"]
      case .options:
        update.replaced[line.entry.line] = message.options.isEmpty ? [] : [TurnExpectations.options(of: message)]
      case .silence: update.replaced[line.entry.line] = TurnExpectations.all(of: message)
      default: break
      }
    }
    guard !ignored else { return update }
    for line in lines {
      guard let index = line.messageAt, !messages[index].optionsListed, !messages[index].options.isEmpty else { continue }
      guard case .options = line.entry.kind else {
        update.added[line.entry.line, default: []].append(TurnExpectations.options(of: messages[index]))
        continue
      }
    }
    for index in messages.indices where !claimed.contains(index) {
      update.added[last, default: []] += TurnExpectations.all(of: messages[index])
    }
    return update
  }

  private static func all(of message: Message) -> [String] {
    (message.template.isEmpty ? text(of: message) : ["<= \(message.template)"])
      + (message.options.isEmpty ? [] : [options(of: message)])
  }

  private static func text(of message: Message) -> [String] {
    message.text.split(separator: "\n", omittingEmptySubsequences: false).enumerated().map { index, line in
      index == 0 ? "< \(line)" : "<| \(line)"
    }
  }

  private static func options(of message: Message) -> String { "<[ \(message.options.joined(separator: " | ")) ]" }
}
