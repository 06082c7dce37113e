/// Replaces rules by what they stand for and names of lists by their numbers; reports what does not exist.
struct HassilLinker {
  /// A list with the scope that its name has: a block's own lists hide the grammar's.
  private(set) var lists: [HassilDeclarations.List] = []
  private(set) var listNames: [String] = []
  private(set) var diagnostics: [Diagnostic] = []
  private var reported: Set<Diagnostic> = []
  private var globalLists: [String: Int] = [:]
  private var localLists: [String: Int] = [:]
  private var rules: [String: HassilDeclarations.Template] = [:]
  private var location = SourceLocation(file: "", line: 1, column: 1)
  private var stack: [String] = []

  /// The lists that a message brings along; the grammar need not declare them.
  static let messageLists = ["name", "area", "floor"]

  init(_ grammar: HassilDeclarations) {
    for (name, list) in grammar.lists.sorted(by: { $0.key < $1.key }) { globalLists[name] = add(list, name) }
    for name in Self.messageLists {
      globalLists[name] = add(.values([], location: location), name)
    }
  }

  /// Enters a block: its own rules and lists come first.
  mutating func enter(_ block: HassilDeclarations.Block, of grammar: HassilDeclarations) {
    rules = grammar.rules.merging(block.rules) { _, own in own }
    localLists = [:]
    for (name, list) in block.lists.sorted(by: { $0.key < $1.key }) { localLists[name] = add(list, name) }
  }

  /// The template with rules inlined; nil if something is wrong with it.
  mutating func link(_ template: HassilDeclarations.Template) -> HassilTemplate? {
    location = template.location
    stack = []
    let before = diagnostics.count
    let linked = link(template.syntax)
    return diagnostics.count == before ? linked : nil
  }

  private mutating func add(_ list: HassilDeclarations.List, _ name: String) -> Int {
    lists.append(list)
    listNames.append(name)
    return lists.count - 1
  }

  private mutating func link(_ template: HassilTemplate) -> HassilTemplate {
    switch template {
    case .text, .space: return template
    case .sequence(let parts): return .sequence(parts.map { link($0) })
    case .alternatives(let parts): return .alternatives(parts.map { link($0) })
    case .optional(let part): return .optional(link(part))
    case .permutation(let parts):
      if parts.count > 6 {
        report("hassil_permutation", "hay \(parts.count) partes en cualquier orden", hint: "como mucho 6")
        return .sequence([])
      }
      return .permutation(parts.map { link($0) })
    case .list(let name, let slot):
      guard let index = localLists[name] ?? globalLists[name] else {
        report(
          "hassil_list_unknown", "la lista «{\(name)}» no existe",
          hint: Suggestion.hint(for: name, among: Array(globalLists.keys) + localLists.keys))
        return .sequence([])
      }
      return .list("\(index)", slot: slot)
    case .rule(let name):
      guard let rule = rules[name] else {
        report(
          "hassil_rule_unknown", "la regla «<\(name)>» no existe", hint: Suggestion.hint(for: name, among: rules.keys))
        return .sequence([])
      }
      guard !stack.contains(name) else {
        report(
          "hassil_rule_cycle", "la regla «<\(name)>» se usa a sí misma: \((stack + [name]).joined(separator: " → "))")
        return .sequence([])
      }
      stack.append(name)
      defer { stack.removeLast() }
      return link(rule.syntax)
    }
  }

  private mutating func report(_ code: String, _ message: String, hint: String = "") {
    let diagnostic = Diagnostic(code, message, hint: hint, at: location)
    if reported.insert(diagnostic).inserted { diagnostics.append(diagnostic) }
  }
}
