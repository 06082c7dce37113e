import Spanish

/// Reads the parts of the authored files that understanding owns; `messages`, `flows` and answers are the dialogue's.
struct ContentReader {
  private(set) var content = ContentDeclarations()
  private(set) var diagnostics: [Diagnostic] = []
  private var intentIDs: [String: SourceLocation] = [:]
  private var listNames: [String: SourceLocation] = [:]
  private var lemmas: Set<String> = []
  /// The patterns of the file in hand.
  private var patterns = ParsedPatterns()

  init(files: [ContentFile]) {
    let patterns = Concurrently.map(files) { ParsedPatterns(of: $0) }
    for (file, patterns) in zip(files, patterns) {
      self.patterns = patterns
      read(file)
    }
  }

  private mutating func read(_ file: ContentFile) {
    switch file.path.split(separator: "/").last.map(String.init) ?? "" {
    case "lexico.yaml": readLexicon(file.root)
    case "tienda.yaml":
      if let node = file.root["order_number"], let pattern = node.string {
        content.orderNumber = (pattern, node.location)
      }
    default:
      for entry in file.root.entries {
        switch entry.key {
        case "rules": content.rules = readRules(entry.value, besides: content.rules)
        case "lists": readLists(entry.value)
        case "intents": readIntents(entry.value)
        case "samples":
          for entry in entry.value.entries {
            content.samples.append(
              .init(intent: entry.key, location: entry.location, sentences: sentences(entry.value)))
          }
        case "names":
          for entry in entry.value.entries {
            content.names.append(.init(lemma: entry.key, location: entry.location, names: sentences(entry.value)))
          }
        case "messages", "flows": break
        default:
          report(
            "unknown_key", "la clave «\(entry.key)» no existe",
            hint: Suggestion.hint(
              for: entry.key, among: ["rules", "lists", "intents", "samples", "messages", "flows"]),
            at: entry.location)
        }
      }
    }
  }

  // MARK: lexico.yaml

  private mutating func readLexicon(_ root: ContentNode) {
    let keys = ["verbs", "nouns", "adjectives", "others", "synonyms", "abbreviations", "skip"]
    for entry in root.entries {
      switch entry.key {
      case "verbs": readLemmas(entry.value, .verb)
      case "nouns": readLemmas(entry.value, .noun)
      case "adjectives": readLemmas(entry.value, .adjective)
      case "others": readLemmas(entry.value, .other)
      case "synonyms":
        for synonym in entry.value.entries {
          content.synonyms.append((synonym.key, strings(synonym.value), synonym.location))
        }
      case "abbreviations":
        for abbreviation in entry.value.entries {
          if let expansion = abbreviation.value.string {
            content.abbreviations.append((abbreviation.key, expansion))
          } else {
            report("wrong_type", "«\(abbreviation.key)» necesita un texto", at: abbreviation.location)
          }
        }
      case "skip": content.skip += strings(entry.value)
      default:
        report(
          "unknown_key", "la clave «\(entry.key)» no existe", hint: Suggestion.hint(for: entry.key, among: keys),
          at: entry.location)
      }
    }
  }

  private mutating func readLemmas(_ node: ContentNode, _ partOfSpeech: PartOfSpeech) {
    for item in node.items {
      if let lemma = item.string { add(lemma, partOfSpeech, [], at: item.location) }
      for entry in item.entries { readLemma(entry, partOfSpeech) }
    }
    for entry in node.entries { readLemma(entry, partOfSpeech) }
  }

  private mutating func readLemma(_ entry: ContentEntry, _ partOfSpeech: PartOfSpeech) {
    let forms = entry.value["forms"].map(strings) ?? strings(entry.value)
    add(entry.key, partOfSpeech, forms, at: entry.location)
  }

  private mutating func add(
    _ lemma: String, _ partOfSpeech: PartOfSpeech, _ forms: [String], at location: SourceLocation
  ) {
    // A lemma may be two parts of speech («completo» and «completar» share forms), but not the same one twice.
    guard lemmas.insert("\(partOfSpeech.rawValue) \(lemma)").inserted else {
      report("duplicate_lemma", "«\(lemma)» está dos veces en el léxico", at: location, severity: .warning)
      return
    }
    content.entries.append(LemmaEntry(lemma: lemma, partOfSpeech: partOfSpeech, extraForms: forms))
  }

  // MARK: rules and lists

  private mutating func readRules(
    _ node: ContentNode, besides known: [String: ContentDeclarations.Rule]
  ) -> [String: ContentDeclarations.Rule] {
    var rules = known
    for entry in node.entries {
      let texts = entry.value.items
      var alternatives: [PatternSyntax] = []
      for item in texts { if let syntax = parse(item) { alternatives.append(syntax) } }
      if texts.isEmpty { report("empty_rule", "la regla «\(entry.key)» está vacía", at: entry.location) }
      if let known = rules[entry.key] {
        report(
          "duplicate_rule", "la regla «\(entry.key)» ya está en \(known.location)", hint: "cambia uno de los nombres",
          at: entry.location)
        continue
      }
      rules[entry.key] = .init(
        name: entry.key, location: entry.location,
        syntax: alternatives.count == 1 ? alternatives[0] : .alternatives(alternatives))
    }
    return rules
  }

  /// - Parameter intent: whose patterns alone see the lists; nil for all.
  private mutating func readLists(_ node: ContentNode, of intent: String? = nil) {
    for entry in node.entries {
      let name = intent.map { ContentDeclarations.localName(of: entry.key, in: $0) } ?? entry.key
      if let known = listNames.updateValue(entry.location, forKey: name) {
        report("duplicate_list", "la lista «\(entry.key)» ya está en \(known)", at: entry.location)
      }
      if EntityKind(rawValue: entry.key) != nil {
        report("reserved_name", "«\(entry.key)» es el nombre de un tipo de dato", at: entry.location)
      }
      var list = ContentDeclarations.List(name: name, location: entry.location)
      if let values = entry.value["values"], values.string == nil {
        list.choices = values.items.compactMap { readValue($0) }
      } else if let range = entry.value["range"], range["from"] != nil || range["to"] != nil {
        do { list.kind = .range(try NumberRange(range)) } catch {
          report("bad_range", error.message, hint: error.hint, at: error.location)
        }
      } else if let wildcard = entry.value["wildcard"], HassilValue(wildcard) == .flag(true) {
        list.kind = .wildcard
      } else {
        list.choices = entry.value.entries.map { readChoice($0) }
      }
      if list.choices.isEmpty, list.kind == .choices {
        report("empty_list", "la lista «\(entry.key)» está vacía", at: entry.location)
      }
      content.lists.append(list)
    }
  }

  private mutating func readChoice(_ choice: ContentEntry) -> ContentDeclarations.Choice {
    let unknown = choice.value.entries.filter { !["label", "patterns", "aliases", "context"].contains($0.key) }
    for key in unknown { report("unknown_key", "la clave «\(key.key)» no existe en una lista", at: key.location) }
    let nodes = (choice.value["patterns"] ?? choice.value).items + (choice.value["aliases"]?.items ?? [])
    var patterns: [(syntax: PatternSyntax, location: SourceLocation)] = []
    for item in nodes { if let syntax = parse(item) { patterns.append((syntax, item.location)) } }
    return .init(
      id: choice.key, label: choice.value["label"]?.string ?? choice.key, patterns: patterns,
      context: values(choice.value["context"]))
  }

  /// A value in hassil's form: `{in: patrón, out: valor, context: {…}}`, or a text that is both.
  private mutating func readValue(_ node: ContentNode) -> ContentDeclarations.Choice? {
    guard let input = node.string == nil ? node["in"] : node, let text = input.string else {
      report("missing_pattern", "falta la clave «in»", at: node.location)
      return nil
    }
    guard let syntax = parse(input) else { return nil }
    let output = node["out"]?.string ?? text
    return .init(
      id: output, label: output, patterns: [(syntax, input.location)], context: values(node["context"]))
  }

  private func values(_ node: ContentNode?) -> [String: HassilValue] {
    Dictionary((node?.entries ?? []).map { ($0.key, HassilValue($0.value)) }, uniquingKeysWith: { _, b in b })
  }

  // MARK: intents

  private mutating func readIntents(_ node: ContentNode) {
    let keys = [
      "slots", "patterns", "examples", "not", "answer", "answers", "name", "label", "description", "rules", "lists",
      "aparte", "detalle_de",
    ]
    for entry in node.entries {
      if let known = intentIDs.updateValue(entry.location, forKey: entry.key) {
        report("duplicate_intent", "la intención «\(entry.key)» ya está en \(known)", at: entry.location)
        continue
      }
      var intent = ContentDeclarations.Intent(id: entry.key, location: entry.location)
      for field in entry.value.entries {
        switch field.key {
        case "slots":
          for slot in field.value.entries {
            intent.slots.append(.init(name: slot.key, kind: slot.value.string ?? "", location: slot.value.location))
          }
        case "patterns": intent.patterns = field.value.items.compactMap { readPattern($0) } + mapped(field.value)
        case "rules": intent.rules = readRules(field.value, besides: intent.rules)
        case "lists": readLists(field.value, of: entry.key)
        case "examples": intent.examples = sentences(field.value)
        case "not": intent.counterexamples = sentences(field.value)
        case "label": intent.label = field.value.string
        case let key where keys.contains(key): break
        default:
          report(
            "unknown_key", "la clave «\(field.key)» no existe en una intención",
            hint: Suggestion.hint(for: field.key, among: keys), at: field.location)
        }
      }
      content.intents.append(intent)
    }
  }

  /// A single pattern written as a mapping in place of a list.
  private mutating func mapped(_ node: ContentNode) -> [ContentDeclarations.Pattern] {
    node.entries.isEmpty ? [] : [readPattern(node)].compactMap { $0 }
  }

  private mutating func readPattern(_ node: ContentNode) -> ContentDeclarations.Pattern? {
    if let text = node.string {
      return parse(node).map { .init(text: text, syntax: $0, location: node.location) }
    }
    guard let inner = node["pattern"], let text = inner.string else {
      report("missing_pattern", "falta la clave «pattern»", at: node.location)
      return nil
    }
    guard let syntax = parse(inner) else { return nil }
    var pattern = ContentDeclarations.Pattern(text: text, syntax: syntax, location: inner.location)
    for entry in node.entries {
      switch entry.key {
      case "pattern": break
      case "priority":
        if let priority = entry.value.string.flatMap({ Int($0) }) {
          pattern.priority = priority
        } else {
          report("wrong_type", "«priority» es un número entero", at: entry.location)
        }
      case "requires_context", "excludes_context":
        pattern.demand = ContextDemand(requires: node["requires_context"], excludes: node["excludes_context"])
      case "with":
        if let syntax = parse(entry.value) {
          pattern.companion = (entry.value.string ?? "", syntax, entry.value.location)
        }
      case "slots":
        pattern.fixed = entry.value.entries.compactMap { slot in slot.value.string.map { (slot.key, $0) } }
      default:
        report(
          "unknown_key", "la clave «\(entry.key)» no existe en un patrón",
          hint: Suggestion.hint(
            for: entry.key, among: ["pattern", "with", "slots", "priority", "requires_context", "excludes_context"]),
          at: entry.location)
      }
    }
    return pattern
  }

  // MARK: small parts

  private mutating func parse(_ node: ContentNode) -> PatternSyntax? {
    guard let text = node.string else {
      report("wrong_type", "aquí va un patrón, no una lista", at: node.location)
      return nil
    }
    let parsed = patterns[node.location] ?? PatternParser.parse(text, at: node.location)
    diagnostics += parsed.diagnostics
    return parsed.syntax
  }

  private func strings(_ node: ContentNode) -> [String] { node.items.compactMap(\.string) }

  private func sentences(_ node: ContentNode) -> [(text: String, location: SourceLocation)] {
    node.items.compactMap { item in item.string.map { ($0, item.location) } }
  }

  private mutating func report(
    _ code: String, _ message: String, hint: String = "", at location: SourceLocation,
    severity: Diagnostic.Severity = .error
  ) {
    diagnostics.append(Diagnostic(code, message, hint: hint, at: location, severity: severity))
  }
}
