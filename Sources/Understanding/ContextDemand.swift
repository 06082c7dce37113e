/// What a pattern demands of the context: of the message's own, and of what the values of lists bring along.
struct ContextDemand: Hashable, Sendable {
  /// Key → the values of which one must hold; nil for any value.
  var required: [String: [HassilValue]?] = [:]
  var excluded: [String: [HassilValue]] = [:]
  /// Context key → the slot that it is copied to.
  var copied: [String: String] = [:]

  init() {}

  /// Reads `requires_context` and `excludes_context`: key → a value, several, `{value: …}`, or nothing for any value.
  init(requires: ContentNode?, excludes: ContentNode?) {
    for entry in requires?.entries ?? [] {
      let value = HassilValue(entry.value)
      required[entry.key] = .some(Self.choices(value))
      switch value["slot"] {
      case .flag(true): copied[entry.key] = entry.key
      case .text(let slot): copied[entry.key] = slot
      default: break
      }
    }
    for entry in excludes?.entries ?? [] { excluded[entry.key] = Self.choices(HassilValue(entry.value)) ?? [] }
  }

  private static func choices(_ value: HassilValue) -> [HassilValue]? {
    switch value {
    case .mapping: value["value"].flatMap { choices($0) }
    case .list(let items): items
    case .null: nil
    default: [value]
    }
  }

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
