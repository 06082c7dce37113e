import Automata
import Spanish
import TextAnalysis

/// Turns written patterns into patterns over symbols: rules inlined, names resolved, mistakes collected.
struct PatternResolver {
  /// A pattern ready for the automaton.
  struct Resolved {
    var node: PatternNode
    var excluded: [SymbolID] = []
  }

  let content: ContentDeclarations
  let analyzer: TextAnalyzer
  let lemmas: Set<String>
  let lists: [String: Int]
  var symbols = SymbolTable()
  /// Literal words, folded, each once: the lexicon reads them.
  private(set) var words: [String] = []
  private var wordIndices: [String: Int] = [:]
  /// Patterns say the same few words, lemmas and rules over and over: what was resolved before.
  private var wordSymbols: [String: [SymbolID]] = [:]
  private var lemmaSymbols: [String: SymbolID] = [:]
  private var ruleNodes: [String: (node: PatternNode, used: [SymbolID])] = [:]
  private(set) var slotNames: [String] = []
  private var slotIndices: [String: Int] = [:]
  private(set) var diagnostics: [Diagnostic] = []
  private var reported: Set<Diagnostic> = []

  // The pattern in hand.
  private var intent: ContentDeclarations.Intent?
  private var place = SourceLocation(file: "", line: 1, column: 1)
  private var ruleStack: [String] = []
  private var excluded: [SymbolID] = []
  /// The symbols that it mentions, outside its exclusions; some more than once.
  private(set) var used: [SymbolID] = []
  /// Whether what has been resolved of the rule in hand is the same in every intent.
  private var isCommon = true
  /// Slots that patterns capture without a declaration: name → kind.
  private(set) var captured: [String: String] = [:]

  /// Kinds that only a wildcard fills: no recogniser knows them.
  static let wildcardKinds: Set<String> = ["text", "address", "payment_method"]
  private static let pronouns = ["me", "te", "se", "nos", "os", "lo", "la", "los", "las", "le", "les"]
  static let kinds: Set<String> = wildcardKinds.union(EntityKind.allCases.map(\.rawValue))

  init(content: ContentDeclarations, analyzer: TextAnalyzer) {
    self.content = content
    self.analyzer = analyzer
    lemmas = Set(content.entries.map(\.lemma)).union(content.synonyms.map(\.lemma)).union(content.names.map(\.lemma))
    lists = Dictionary(content.lists.enumerated().map { ($1.name, $0) }, uniquingKeysWith: { a, _ in a })
  }

  /// Resolves one pattern. `used` and `captured` hold what it mentions until the next call.
  mutating func resolve(
    _ syntax: PatternSyntax, at location: SourceLocation, in intent: ContentDeclarations.Intent?
  ) -> Resolved? {
    self.intent = intent
    place = location
    ruleStack = []
    excluded = []
    used = []
    captured = [:]
    guard let node = node(of: syntax) else { return nil }
    return Resolved(node: node, excluded: excluded)
  }

  mutating func intern(word: String) -> SymbolID {
    if wordIndices[word] == nil {
      wordIndices[word] = words.count
      words.append(word)
    }
    return symbols.intern(.word(word))
  }

  mutating func slotIndex(_ name: String) -> Int {
    if let known = slotIndices[name] { return known }
    slotIndices[name] = slotNames.count
    slotNames.append(name)
    return slotNames.count - 1
  }

  private mutating func node(of syntax: PatternSyntax) -> PatternNode? {
    switch syntax {
    case .word(let word): return wordNode(word)
    case .exact(let word):
      for part in foldedWords(word) { _ = intern(word: part) }
      return symbol(.exact(word.lowercased()))
    case .lemma(let lemma):
      if let known = lemmaSymbols[lemma] {
        used.append(known)
        return .symbol(known)
      }
      guard lemmas.contains(lemma) else {
        // `~llamarme` is `~llamar`: a lemma accepts its enclitic pronouns anyway.
        let host = Self.pronouns.lazy.filter { lemma.hasSuffix($0) }.map { String(lemma.dropLast($0.count)) }
          .first { $0.hasSuffix("r") && lemmas.contains($0) }
        if let host { return symbol(.lemma(host)) }
        report(
          "undefined_lemma", "«~\(lemma)» no está en lexico.yaml",
          hint: [Suggestion.hint(for: lemma, among: lemmas), "añádelo a verbs, nouns o adjectives"]
            .filter { !$0.isEmpty }.joined(separator: "; "))
        return nil
      }
      let node = symbol(.lemma(lemma))
      lemmaSymbols[lemma] = used.last
      return node
    case .rule(let name): return ruleNode(name)
    case .slot(let kind, let name): return slotNode(kind, name)
    case .range(let range, let slot):
      let id = symbols.intern(.range(NumberRange(from: range.lowerBound, to: range.upperBound)))
      used.append(id)
      guard let slot else { return .symbol(id) }
      declare(slot, kind: "number")
      return .slot(slotIndex(slot), id)
    case .wildcard(let slot):
      declare(slot, kind: "text")
      return .wildcard(slot: slotIndex(slot))
    case .sequence(let parts):
      var nodes: [PatternNode] = []
      for part in parts {
        if case .exclude = part { _ = node(of: part) } else { nodes.append(node(of: part) ?? .alternatives([])) }
      }
      return .sequence(nodes)
    case .alternatives(let parts): return .alternatives(parts.compactMap { node(of: $0) })
    case .optional(let part): return .optional(node(of: part) ?? .sequence([]))
    case .permutation(let parts): return .permutation(parts.compactMap { node(of: $0) })
    case .gap(let most): return .gap(max: most)
    case .exclude(let part):
      let before = used.count
      if let inner = node(of: part) { exclude(inner) }
      used.removeLast(used.count - before)
      isCommon = false
      return .sequence([])
    case .clauseStart: return .clauseStart
    case .clauseEnd: return .clauseEnd
    }
  }

  private mutating func exclude(_ node: PatternNode) {
    switch node {
    case .symbol(let symbol): excluded.append(symbol)
    case .alternatives(let parts): for part in parts { exclude(part) }
    case .sequence(let parts) where parts.count == 1: exclude(parts[0])
    default:
      report("wide_exclusion", "después de «!» va una palabra, un lema o alternativas de una palabra")
    }
  }

  private mutating func symbol(_ meaning: SymbolTable.Meaning) -> PatternNode {
    let id = symbols.intern(meaning)
    used.append(id)
    return .symbol(id)
  }

  private func foldedWords(_ text: String) -> [String] {
    let analyzed = analyzer.analyze(text)
    return analyzed.tokens.indices.filter { analyzed.tokens[$0].kind != .punctuation }.map { analyzed.folded($0) }
  }

  private mutating func wordNode(_ word: String) -> PatternNode? {
    let symbols: [SymbolID]
    if let known = wordSymbols[word] {
      symbols = known
    } else {
      symbols = foldedWords(word).map { intern(word: $0) }
      wordSymbols[word] = symbols
    }
    guard !symbols.isEmpty else {
      report("empty_word", "«\(word)» no contiene ninguna palabra: la puntuación no se busca")
      return nil
    }
    used += symbols
    return symbols.count == 1 ? .symbol(symbols[0]) : .sequence(symbols.map { .symbol($0) })
  }

  private mutating func ruleNode(_ name: String) -> PatternNode? {
    // A rule of the intent's own may hide one that a rule of all mentions.
    let mayShare = intent?.rules.isEmpty ?? true
    if mayShare, let known = ruleNodes[name] {
      used += known.used
      return known.node
    }
    guard let rule = intent?.rules[name] ?? content.rules[name] else {
      report(
        "undefined_rule", "la regla «<\(name)>» no existe",
        hint: Suggestion.hint(for: name, among: Array(content.rules.keys) + (intent?.rules.keys.map { $0 } ?? [])))
      return nil
    }
    guard !ruleStack.contains(name) else {
      report(
        "rule_cycle", "la regla «<\(name)>» se usa a sí misma: \((ruleStack + [name]).joined(separator: " → "))",
        at: rule.location)
      return nil
    }
    let (outerPlace, outerIsCommon, usedBefore) = (place, isCommon, used.count)
    ruleStack.append(name)
    place = rule.location
    isCommon = true
    let node = node(of: rule.syntax)
    if mayShare, isCommon, let node { ruleNodes[name] = (node, Array(used[usedBefore...])) }
    ruleStack.removeLast()
    place = outerPlace
    isCommon = isCommon && outerIsCommon
    return node
  }

  private mutating func slotNode(_ kind: String, _ name: String?) -> PatternNode? {
    var kind = kind
    let slot = name ?? kind
    if name == nil, let declared = intent?.slots.first(where: { $0.name == slot }) { kind = declared.kind }
    declare(slot, kind: kind)
    if Self.wildcardKinds.contains(kind) { return .wildcard(slot: slotIndex(slot)) }
    if Self.kinds.contains(kind), kind != "choice" {
      let id = symbols.intern(.kind(kind))
      used.append(id)
      return .slot(slotIndex(slot), id)
    }
    if let list = list(named: kind, in: intent) {
      let id: SymbolID
      switch list.kind {
      case .wildcard: return .wildcard(slot: slotIndex(slot))
      case .range(let range): id = symbols.intern(.range(range))
      case .choices: id = symbols.intern(.list(list.name))
      }
      used.append(id)
      return .slot(slotIndex(slot), id)
    }
    // Without an intent at hand (an unused rule, a list) a slot's own name says nothing about its kind.
    if intent == nil, name == nil { return nil }
    let known = Self.kinds.union(lists.keys).union(intent?.slots.map(\.name) ?? [])
    report(
      name == nil ? "undefined_slot" : "undefined_kind",
      "«{\(kind)}» no es un dato de la intención, un tipo ni una lista",
      hint: Suggestion.hint(for: kind, among: known))
    return nil
  }

  /// An intent's own list, or one of all.
  func list(named name: String, in intent: ContentDeclarations.Intent?) -> ContentDeclarations.List? {
    let local = intent.flatMap { lists[ContentDeclarations.localName(of: name, in: $0.id)] }
    return (local ?? lists[name]).map { content.lists[$0] }
  }

  private mutating func declare(_ slot: String, kind: String) {
    isCommon = false
    guard let intent else { return }
    if !intent.slots.contains(where: { $0.name == slot }) {
      captured[slot] = kind
      if ruleStack.isEmpty {
        report(
          "undeclared_slot", "«\(slot)» no está en los «slots» de «\(intent.id)»",
          hint: Suggestion.hint(for: slot, among: intent.slots.map(\.name)), severity: .warning)
      }
    }
  }

  mutating func report(
    _ code: String, _ message: String, hint: String = "", at location: SourceLocation? = nil,
    severity: Diagnostic.Severity = .error
  ) {
    isCommon = false
    let diagnostic = Diagnostic(code, message, hint: hint, at: location ?? place, severity: severity)
    if reported.insert(diagnostic).inserted { diagnostics.append(diagnostic) }
  }
}
