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
    var demand = HassilContextDemand()
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

  struct Range: Hashable, Sendable {
    var from: Int
    var to: Int
    var step = 1
    /// What lies between two steps: nothing, halves or tenths.
    var fractions: [Double] = []
    var multiplier: Double?
    var digits = true
    var words = true

    func contains(_ number: Double) -> Bool {
      guard Double(from) <= number, number < Double(to) + 1 else { return false }
      let whole = number.rounded(.down)
      guard whole <= Double(to), (Int(whole) - from) % step == 0 else { return false }
      return number == whole || fractions.contains { abs(number - whole - $0) < 1e-9 }
    }
  }

  enum List: Sendable {
    case values([Value], location: SourceLocation)
    case range(Range)
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
    for entry in node["requires_context"]?.entries ?? [] {
      let value = HassilValue(entry.value)
      block.demand.required[entry.key] = .some(Self.choices(value))
      switch value["slot"] {
      case .flag(true): block.demand.copied[entry.key] = entry.key
      case .text(let slot): block.demand.copied[entry.key] = slot
      default: break
      }
    }
    for entry in node["excludes_context"]?.entries ?? [] {
      block.demand.excluded[entry.key] = Self.choices(HassilValue(entry.value)) ?? []
    }
    grammar.blocks.append(block)
  }

  /// The values that a context key may have: `x`, `[x, y]`, `{value: …}`; nil for any.
  private static func choices(_ value: HassilValue) -> [HassilValue]? {
    switch value {
    case .mapping: value["value"].flatMap { choices($0) }
    case .list(let items): items
    case .null: nil
    default: [value]
    }
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

  private mutating func range(_ node: ContentNode) -> HassilDeclarations.Range? {
    func number(_ key: String) -> Double? { node[key]?.string.flatMap { Double($0) } }
    func flag(_ key: String) -> Bool { node[key].map { HassilValue($0) } != .flag(false) }
    guard let from = number("from"), let to = number("to"), from <= to, abs(from) < 1e9, abs(to) < 1e9 else {
      report("hassil_range", "un intervalo necesita «from» y «to», en este orden", at: node.location)
      return nil
    }
    var range = HassilDeclarations.Range(from: Int(from), to: Int(to))
    range.step = Int(number("step") ?? 1)
    range.multiplier = number("multiplier")
    range.digits = flag("digits")
    range.words = flag("words")
    switch node["fractions"]?.string {
    case nil: break
    case "halves": range.fractions = [0.5]
    case "tenths": range.fractions = (1...9).map { Double($0) / 10 }
    case let other?:
      report(
        "hassil_range", "«\(other)» no es una fracción", hint: "«halves» o «tenths»",
        at: node["fractions"]?.location ?? node.location)
    }
    guard range.step > 0 else {
      report("hassil_range", "«step» debe ser mayor que 0", at: node.location)
      return nil
    }
    return range
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
