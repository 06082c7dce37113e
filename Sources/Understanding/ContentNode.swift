/// An authored file's text, by the path that diagnostics show.
package struct ContentSource: Sendable, Hashable {
  package var path: String
  package var text: String

  package init(path: String, text: String) {
    self.path = path
    self.text = text
  }
}

/// A node of an authored YAML file with its place. Scalars stay text: `no` is «no», `0012` is «0012».
package struct ContentNode: Sendable, Hashable {
  package enum Kind: Sendable, Hashable {
    case scalar(String)
    case sequence([ContentNode])
    /// In the order of the file; keys are unique (a double is a diagnostic).
    case mapping([ContentEntry])
  }

  package var kind: Kind
  package var location: SourceLocation
  /// Whether a scalar stands in quotes: `"10"` is a text where `10` is a number.
  package var isQuoted: Bool

  package init(_ kind: Kind, at location: SourceLocation, isQuoted: Bool = false) {
    self.kind = kind
    self.location = location
    self.isQuoted = isQuoted
  }

  package var string: String? { if case .scalar(let s) = kind { s } else { nil } }
  /// The items of a sequence; a scalar alone counts as a list of one.
  package var items: [ContentNode] {
    switch kind {
    case .sequence(let items): items
    case .scalar: [self]
    case .mapping: []
    }
  }
  package var entries: [ContentEntry] { if case .mapping(let entries) = kind { entries } else { [] } }
  package subscript(key: String) -> ContentNode? { entries.first { $0.key == key }?.value }
}

package struct ContentEntry: Sendable, Hashable {
  package var key: String
  package var location: SourceLocation
  package var value: ContentNode

  package init(key: String, location: SourceLocation, value: ContentNode) {
    self.key = key
    self.location = location
    self.value = value
  }
}

/// One authored file, parsed.
package struct ContentFile: Sendable {
  package var path: String
  package var root: ContentNode

  package init(path: String, root: ContentNode) {
    self.path = path
    self.root = root
  }
}
