/// A grammar as its file declares it: templates read, names not resolved.
struct HassilDeclarations: Sendable {
  struct Template: Sendable {
    var syntax: HassilTemplate
    var text: String
    var location: SourceLocation
  }

  /// Sentences that share slots, context and metadata.
  struct Block: Sendable {
    var intent: String
    var sentences: [Template] = []
    var slots: [(name: String, value: HassilValue)] = []
    var metadata: HassilValue = .mapping([:])
    var demand = ContextDemand()
    var requiredKeywords: [String] = []
    var rules: [String: Template] = [:]
    var lists: [String: List] = [:]
  }

  struct Value: Sendable {
    var template: Template
    /// Nil: what was typed.
    var output: HassilValue?
    var context: [String: HassilValue] = [:]
  }

  enum List: Sendable {
    case values([Value], location: SourceLocation)
    case range(NumberRange)
    case wildcard
  }

  var language = "es"
  var blocks: [Block] = []
  var lists: [String: List] = [:]
  var rules: [String: Template] = [:]
  var skipWords: [String] = []
}

/// Reads a file in hassil's format, JSON or YAML. Keys that later versions of the format may add are left alone.
struct HassilReader {
  private(set) var grammar = HassilDeclarations()
  private(set) var diagnostics: [Diagnostic] = []

  init(file: ContentFile) {
    let root = file.root
    if let language = root["language"]?.string { grammar.language = language }
    grammar.lists = lists(root["lists"])
    grammar.rules = rules(root["expansion_rules"])
    grammar.skipWords = root["skip_words"]?.items.compactMap(\.string) ?? []
    guard let intents = root["intents"] else {
      report("hassil_no_intents", "falta la clave «intents»", at: root.location)
      return
    }
    for intent in intents.entries {
      for block in intent.value["data"]?.items ?? [] { read(block, of: intent.key) }
    }
  }

  private mutating func read(_ node: ContentNode, of intent: String) {
    var block = HassilDeclarations.Block(intent: intent)
    block.sentences = (node["sentences"]?.items ?? []).compactMap { template($0) }
    block.slots = (node["slots"]?.entries ?? []).map { ($0.key, HassilValue($0.value)) }
    block.metadata = node["metadata"].map { HassilValue($0) } ?? .mapping([:])
    block.requiredKeywords = node["required_keywords"]?.items.compactMap(\.string) ?? []
    block.rules = rules(node["expansion_rules"])
    block.lists = lists(node["lists"])
    block.demand = ContextDemand(requires: node["requires_context"], excludes: node["excludes_context"])
    grammar.blocks.append(block)
  }

  private mutating func rules(_ node: ContentNode?) -> [String: HassilDeclarations.Template] {
    var rules: [String: HassilDeclarations.Template] = [:]
    for entry in node?.entries ?? [] { rules[entry.key] = template(entry.value) }
    return rules
  }

  private mutating func lists(_ node: ContentNode?) -> [String: HassilDeclarations.List] {
    var lists: [String: HassilDeclarations.List] = [:]
    for entry in node?.entries ?? [] {
      let list = entry.value
      if let values = list["values"] {
        lists[entry.key] = .values(values.items.compactMap { value($0) }, location: entry.location)
      } else if let range = list["range"] {
        lists[entry.key] = self.range(range).map { .range($0) }
      } else if list["wildcard"].map({ HassilValue($0) }) == .flag(true) {
        lists[entry.key] = .wildcard
      } else {
        report(
          "hassil_list", "la lista «\(entry.key)» no tiene valores", hint: "«values», «range» o «wildcard: true»",
          at: entry.location)
      }
    }
    return lists
  }

  private mutating func value(_ node: ContentNode) -> HassilDeclarations.Value? {
    if let text = node.string {
      let isTemplate = text.contains { "(){}<>[]|".contains($0) }
      return template(node).map { .init(template: $0, output: isTemplate ? nil : .text(text)) }
    }
    guard let input = node["in"], let template = template(input) else {
      report("hassil_value", "un valor necesita «in»", at: node.location)
      return nil
    }
    var context: [String: HassilValue] = [:]
    for entry in node["context"]?.entries ?? [] { context[entry.key] = HassilValue(entry.value) }
    return .init(template: template, output: node["out"].map { HassilValue($0) }, context: context)
  }

  private mutating func range(_ node: ContentNode) -> NumberRange? {
    do { return try NumberRange(node) } catch {
      report("hassil_range", error.message, hint: error.hint, at: error.location)
      return nil
    }
  }

  private mutating func template(_ node: ContentNode) -> HassilDeclarations.Template? {
    guard let text = node.string else {
      report("hassil_sentence", "aquí va una frase", at: node.location)
      return nil
    }
    do {
      return .init(syntax: try HassilTemplateReader.read(text), text: text, location: node.location)
    } catch {
      var place = node.location
      place.column += error.offset
      report(error.code, error.message, hint: error.hint, at: place)
      return nil
    }
  }

  private mutating func report(_ code: String, _ message: String, hint: String = "", at location: SourceLocation) {
    diagnostics.append(Diagnostic(code, message, hint: hint, at: location))
  }
}
