/// The patterns of one file, parsed ahead of their declarations: files know nothing of each other, so that all cores help.
struct ParsedPatterns: Sendable {
  typealias Parsed = (syntax: PatternSyntax?, diagnostics: [Diagnostic])

  /// By line and column.
  private var parsed: [Place: Parsed] = [:]

  private struct Place: Hashable {
    var line: Int
    var column: Int
  }

  init() {}

  init(of file: ContentFile) {
    for entry in file.root.entries {
      switch entry.key {
      case "rules", "lists": addAll(below: entry.value)
      case "intents":
        for intent in entry.value.entries {
          for field in intent.value.entries where ["patterns", "rules", "lists"].contains(field.key) {
            addAll(below: field.value)
          }
        }
      default: break
      }
    }
  }

  /// Nil for what stands where no pattern was expected.
  subscript(location: SourceLocation) -> Parsed? { parsed[Place(line: location.line, column: location.column)] }

  /// Other texts among them are parsed in vain, and nobody asks for them.
  private mutating func addAll(below node: ContentNode) {
    switch node.kind {
    case .scalar(let text):
      let place = Place(line: node.location.line, column: node.location.column)
      parsed[place] = PatternParser.parse(text, at: node.location)
    case .sequence(let items): for item in items { addAll(below: item) }
    case .mapping(let entries): for entry in entries { addAll(below: entry.value) }
    }
  }
}
