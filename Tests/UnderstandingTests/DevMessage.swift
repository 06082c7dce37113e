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

/// What happens to a message between the head and the counter. Deterministic.
enum Perturbation: String, CaseIterable {
  case accentsOff, capitals, decomposed, typo, greetingBefore, thanksAfter

  func callAsFunction(_ text: String) -> String {
    switch self {
    case .accentsOff: withoutAccents(text)
    case .capitals: text.uppercased()
    case .decomposed: text.decomposedStringWithCanonicalMapping
    case .typo: withOneTypo(text)
    case .greetingBefore: "hola buenas, \(text)"
    case .thanksAfter: "\(text) por favor gracias"
    }
  }

  /// Points of the top intent that it may cost.
  var allowance: Double {
    switch self {
    case .capitals, .decomposed: 0
    case .typo: 5
    case .accentsOff, .greetingBefore, .thanksAfter: 1
    }
  }

  /// The tilde of ñ stays: people without accents type it.
  private func withoutAccents(_ text: String) -> String {
    var scalars = String.UnicodeScalarView()
    for scalar in text.decomposedStringWithCanonicalMapping.unicodeScalars
    where scalar == "\u{303}" || scalar.properties.canonicalCombiningClass == .notReordered {
      scalars.append(scalar)
    }
    return String(scalars).precomposedStringWithCanonicalMapping
  }

  private static let neighbours: [Character: Character] = [
    "a": "s", "e": "r", "i": "u", "o": "p", "u": "i", "s": "d", "r": "e", "c": "v", "t": "y", "d": "f", "n": "m",
    "l": "k", "m": "n", "p": "o", "b": "v", "v": "b",
  ]

  /// In a word of six letters or more: one dropped, swapped with the next, doubled, or its neighbour on the keyboard.
  private func withOneTypo(_ text: String) -> String {
    var words = text.split(separator: " ", omittingEmptySubsequences: false).map(Array.init)
    let long = words.indices.filter { words[$0].count >= 6 && words[$0].allSatisfy(\.isLetter) }
    guard !long.isEmpty else { return text }
    let seed = text.utf8.reduce(0) { $0 + Int($1) }
    let word = long[seed % long.count]
    let at = 1 + seed / 7 % (words[word].count - 2)
    switch seed % 4 {
    case 0: words[word].remove(at: at)
    case 1: words[word].swapAt(at, at + 1)
    case 2: words[word].insert(words[word][at], at: at)
    default: words[word][at] = Self.neighbours[words[word][at]] ?? "x"
    }
    return words.map { String($0) }.joined(separator: " ")
  }
}
