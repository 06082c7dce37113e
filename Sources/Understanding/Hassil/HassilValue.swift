/// A value of a hassil grammar: what a list gives out, a fixed slot, a context.
package indirect enum HassilValue: Hashable, Sendable {
  case text(String)
  case number(Double)
  case flag(Bool)
  case list([HassilValue])
  case mapping([String: HassilValue])
  case null

  /// A JSON value, or YAML's reading of a scalar that stands without quotes.
  init(_ node: ContentNode) {
    switch node.kind {
    case .scalar(let text): self = node.isQuoted ? .text(text) : Self.plain(text)
    case .sequence(let items): self = .list(items.map { HassilValue($0) })
    case .mapping(let entries):
      self = .mapping(Dictionary(entries.map { ($0.key, HassilValue($0.value)) }, uniquingKeysWith: { _, b in b }))
    }
  }

  private static func plain(_ text: String) -> HassilValue {
    switch text {
    case "true", "True": .flag(true)
    case "false", "False": .flag(false)
    case "null", "~", "": .null
    default: Double(text).flatMap { $0.isFinite ? .number($0) : nil } ?? .text(text)
    }
  }

  subscript(key: String) -> HassilValue? { if case .mapping(let members) = self { members[key] } else { nil } }

  var text: String? { if case .text(let text) = self { text } else { nil } }

  /// Compact JSON; the keys of an object are sorted.
  package var json: String {
    switch self {
    case .text(let text): UnderstandingJSON.string(text)
    case .number(let number): number == number.rounded() && abs(number) < 1e15 ? "\(Int(number))" : "\(number)"
    case .flag(let flag): flag ? "true" : "false"
    case .list(let items): "[\(items.map(\.json).joined(separator: ","))]"
    case .mapping(let members):
      "{\(members.sorted { $0.key < $1.key }.map { "\(UnderstandingJSON.string($0.key)):\($0.value.json)" }.joined(separator: ","))}"
    case .null: "null"
    }
  }
}

/// What a block demands of the context: of the message's own, and of what list values bring along.
struct HassilContextDemand: Hashable, Sendable {
  /// Key → the values of which one must hold; nil for any value.
  var required: [String: [HassilValue]?] = [:]
  var excluded: [String: [HassilValue]] = [:]
  /// Context key → the slot that it is copied to.
  var copied: [String: String] = [:]

  var isEmpty: Bool { required.isEmpty && excluded.isEmpty }

  /// Whether `context` contradicts a demand; a key that it lacks contradicts nothing.
  func isViolated(by context: [String: HassilValue]) -> Bool {
    for (key, value) in context {
      if let wanted = required[key], let wanted, !wanted.contains(value) { return true }
      if let unwanted = excluded[key], unwanted.contains(value) { return true }
    }
    return false
  }

  /// Whether every demand holds in `context`, which is complete.
  func holds(in context: [String: HassilValue]) -> Bool {
    !isViolated(by: context) && required.keys.allSatisfy { context[$0] != nil && context[$0] != .null }
  }
}
