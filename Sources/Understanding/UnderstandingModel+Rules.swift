/// A pattern as its author wrote it, with its place.
package struct AuthoredRule: Hashable, Sendable {
  package var intent: String
  package var pattern: String
  package var location: SourceLocation
}

extension UnderstandingModel {
  /// Every pattern of every intent, in the order of the files.
  package var rules: [AuthoredRule] {
    patterns.map { AuthoredRule(intent: intents[$0.intent].id, pattern: $0.text, location: $0.location) }
  }
}
