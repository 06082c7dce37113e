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
    checkWildcards(in: linked)
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

  /// Two wildcards with nothing that must stand between them: nobody can say where the first ends.
  private mutating func checkWildcards(in template: HassilTemplate) {
    if edges(of: template).adjacent {
      report(
        "hassil_adjacent_wildcards", "dos textos libres seguidos: no se sabe dónde acaba el primero",
        hint: "pon entre ellos una palabra obligatoria")
    }
  }

  private struct WildcardEdges {
    var begins = false
    var ends = false
    var canBeEmpty = false
    var adjacent = false
  }

  private func edges(of template: HassilTemplate) -> WildcardEdges {
    switch template {
    case .text: return WildcardEdges()
    case .space, .rule: return WildcardEdges(canBeEmpty: true)
    case .list(let index, _):
      guard case .wildcard = lists[Int(index) ?? 0] else { return WildcardEdges() }
      return WildcardEdges(begins: true, ends: true)
    case .optional(let part):
      var edges = edges(of: part)
      edges.canBeEmpty = true
      return edges
    case .alternatives(let parts):
      return parts.map { edges(of: $0) }.reduce(WildcardEdges()) { all, one in
        WildcardEdges(
          begins: all.begins || one.begins, ends: all.ends || one.ends, canBeEmpty: all.canBeEmpty || one.canBeEmpty,
          adjacent: all.adjacent || one.adjacent)
      }
    case .sequence(let parts):
      var result = WildcardEdges(canBeEmpty: true)
      for part in parts {
        let next = edges(of: part)
        result.adjacent = result.adjacent || next.adjacent || result.ends && next.begins
        if result.canBeEmpty { result.begins = result.begins || next.begins }
        result.ends = next.ends || result.ends && next.canBeEmpty
        result.canBeEmpty = result.canBeEmpty && next.canBeEmpty
      }
      return result
    case .permutation(let parts):
      let all = parts.map { edges(of: $0) }
      let adjacent = all.indices.contains { first in
        all.indices.contains { $0 != first && all[first].ends && all[$0].begins }
      }
      return WildcardEdges(
        begins: all.contains(where: \.begins), ends: all.contains(where: \.ends),
        canBeEmpty: all.allSatisfy(\.canBeEmpty), adjacent: adjacent || all.contains(where: \.adjacent))
    }
  }

  private mutating func report(_ code: String, _ message: String, hint: String = "") {
    let diagnostic = Diagnostic(code, message, hint: hint, at: location)
    if reported.insert(diagnostic).inserted { diagnostics.append(diagnostic) }
  }
}
