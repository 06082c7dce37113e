import Automata
import Spanish
import TextAnalysis

/// Builds the tables of an ``UnderstandingModel`` from what the authors declared.
struct UnderstandingCompiler {
  private var resolver: PatternResolver
  private let content: ContentDeclarations
  private let analyzer: TextAnalyzer
  private var diagnostics: [Diagnostic]
  private var intents: [IntentTable] = []
  private var patterns: [PatternTable] = []
  private var nodes: [AutomatonPattern] = []
  private var phrases: [PhraseTable] = []
  private var phraseNodes: [AutomatonPattern] = []
  private var phraseLocations: [SourceLocation] = []
  private var intentCounts = IntentCounts()

  init(files: [ContentFile], analyzer: TextAnalyzer) {
    let reader = ContentReader(files: files)
    content = reader.content
    diagnostics = reader.diagnostics
    self.analyzer = analyzer
    resolver = PatternResolver(content: content, analyzer: analyzer)
  }

  mutating func compile() -> (model: UnderstandingModel?, diagnostics: [Diagnostic]) {
    compileLists()
    compileSynonyms()
    for intent in content.intents { compile(intent) }
    checkUnusedRules()

    let (entries, skipPhrases) = words()
    let (patternNodes, phraseNodes, patternCount) = (nodes, phraseNodes, patterns.count)
    let common = resolver.symbols.common
    // The two halves of the work, of about the same size, know nothing of each other.
    let ((automaton, phraseAutomaton, samples), words) = Concurrently.both { [content, intents] in
      (
        PatternAutomaton(patterns: patternNodes, common: common),
        PatternAutomaton(patterns: phraseNodes, common: common),
        SampleTables(content.samples, intents: intents, patternCount: patternCount)
      )
    } and: { [content, analyzer, resolver, intents, intentCounts] in
      WordTables(content, entries: entries, intents: intents, counts: intentCounts, resolver: resolver, analyzer)
    }
    report(automaton.errors, places: patterns.map(\.location))
    report(phraseAutomaton.errors, places: phraseLocations)
    patterns += samples.patterns

    let recognizer: EntityRecognizer?
    let orderNumber = content.orderNumber?.pattern ?? #"\d{3}-\d{7}-\d{7}"#
    do {
      recognizer = try EntityRecognizer(orderNumberPattern: orderNumber)
    } catch {
      recognizer = nil
      diagnostics.append(
        Diagnostic(
          "order_number", "«\(orderNumber)» no es un patrón de número de pedido: \(error)",
          at: content.orderNumber?.location ?? SourceLocation(file: "tienda.yaml", line: 1, column: 1)))
    }

    diagnostics += resolver.diagnostics + samples.diagnostics + words.names.diagnostics
    diagnostics.sort {
      ($0.location.file, $0.location.line, $0.location.column) < (
        $1.location.file, $1.location.line, $1.location.column
      )
    }
    guard let recognizer, !diagnostics.contains(where: { $0.severity == .error }) else { return (nil, diagnostics) }
    // Behind the rest of the load, which needs both cores.
    let evidence = Deferred { [analyzer, names = words.names] in
      EntityRecognizer.prepare()
      return WordEvidence(
        samples: samples.sentences.enumerated().map { intent, sentences in
          (intent, sentences.map { SampleFeatures(analyzer.analyze($0), names: names).distinct })
        })
    }
    let model = UnderstandingModel(
      analyzer: analyzer, recognizer: recognizer, symbols: resolver.symbols, words: words, skipPhrases: skipPhrases,
      patterns: patterns, slotNames: resolver.slotNames, automaton: automaton, phrases: phrases,
      phraseAutomaton: phraseAutomaton, evidence: evidence, samplePatterns: samples.rows)
    return (model, diagnostics)
  }

  // MARK: declarations

  private mutating func compileLists() {
    for list in content.lists where list.kind == .choices {
      let symbol = resolver.symbols.intern(.list(list.name))
      for choice in list.choices {
        for pattern in choice.patterns {
          guard let resolved = resolver.resolve(pattern.syntax, at: pattern.location, in: nil) else { continue }
          addPhrase(resolved, symbol: symbol, choice: choice.id, context: choice.context, at: pattern.location)
        }
      }
    }
  }

  /// Synonyms of several words become phrases; those of one word are lemmas of their own.
  private mutating func compileSynonyms() {
    for synonym in content.synonyms {
      if !content.entries.contains(where: { $0.lemma == synonym.lemma }) {
        resolver.report(
          "undefined_lemma", "«\(synonym.lemma)» no está en lexico.yaml",
          hint: Suggestion.hint(for: synonym.lemma, among: content.entries.map(\.lemma)), at: synonym.location)
      }
      let symbol = resolver.symbols.intern(.lemma(synonym.lemma))
      for other in synonym.others where other.contains(" ") {
        let syntax = PatternSyntax.sequence(other.split(separator: " ").map { .word(String($0)) })
        guard let resolved = resolver.resolve(syntax, at: synonym.location, in: nil) else { continue }
        addPhrase(resolved, symbol: symbol, choice: nil, at: synonym.location)
      }
    }
  }

  private mutating func addPhrase(
    _ resolved: PatternResolver.Resolved, symbol: SymbolID, choice: String?, context: [String: HassilValue] = [:],
    at location: SourceLocation
  ) {
    phraseNodes.append(
      AutomatonPattern(id: PatternID(phrases.count), node: resolved.node, excluded: resolved.excluded))
    phrases.append(PhraseTable(symbol: symbol, choice: choice, context: context))
    phraseLocations.append(location)
    intentCounts.addPhrase(resolver.used)
  }

  private mutating func compile(_ declared: ContentDeclarations.Intent) {
    var slots: [IntentTable.Slot] = []
    for slot in declared.slots {
      if let table = compile(slot.name, kind: slot.kind, of: declared, at: slot.location) { slots.append(table) }
    }
    if declared.patterns.isEmpty {
      resolver.report(
        "no_patterns", "la intención «\(declared.id)» no tiene patrones", at: declared.location, severity: .warning)
    }
    var used: [SymbolID] = []
    for pattern in declared.patterns {
      for fixed in pattern.fixed { checkFixed(fixed, slots: slots, in: declared, at: pattern.location) }
      guard let resolved = resolver.resolve(pattern.syntax, at: pattern.location, in: declared) else { continue }
      used += resolver.used
      let captured = resolver.captured
      if resolved.node.hasAdjacentWildcards {
        resolver.report(
          "adjacent_wildcards", "dos textos libres seguidos: no se sabe dónde acaba el primero",
          hint: "pon entre ellos una palabra obligatoria", at: pattern.location)
      }
      for (name, kind) in captured.sorted(by: { $0.key < $1.key })
      where !slots.contains(where: { $0.name == name }) {
        if let table = compile(name, kind: kind, of: declared, at: pattern.location) { slots.append(table) }
      }
      nodes.append(AutomatonPattern(id: PatternID(patterns.count), node: resolved.node, excluded: resolved.excluded))
      patterns.append(
        PatternTable(
          intent: intents.count, text: pattern.text, location: pattern.location, priority: pattern.priority,
          fixed: pattern.fixed, demand: pattern.demand, companion: companion(of: pattern, in: declared)))
    }
    intentCounts.add(used, of: intents.count)
    intents.append(
      IntentTable(
        id: declared.id, slots: slots, isSmallTalk: declared.id.hasPrefix("charla."),
        isControl: declared.id.hasPrefix("control."), isForeign: declared.id == IntentTable.foreignID,
        examples: declared.examples,
        counterexamples: declared.counterexamples))
  }

  /// The symbol of what the pattern asks for elsewhere: a list's own, or that of a phrase that all its patterns share.
  private mutating func companion(
    of pattern: ContentDeclarations.Pattern, in intent: ContentDeclarations.Intent
  ) -> SymbolID? {
    guard let companion = pattern.companion,
      let resolved = resolver.resolve(companion.syntax, at: companion.location, in: intent)
    else { return nil }
    if case .slot(_, let symbol) = resolved.node { return symbol }
    let name = intent.rules.isEmpty ? companion.text : "\(companion.text) of \(intent.id)"
    let isKnown = resolver.symbols.symbol(.companion(name)) != nil
    let symbol = resolver.symbols.intern(.companion(name))
    if !isKnown { addPhrase(resolved, symbol: symbol, choice: nil, at: companion.location) }
    return symbol
  }

  private mutating func compile(
    _ name: String, kind: String, of intent: ContentDeclarations.Intent, at location: SourceLocation
  ) -> IntentTable.Slot? {
    if let list = resolver.list(named: kind, in: intent) {
      switch list.kind {
      case .choices:
        return .init(name: name, kindName: kind, kind: .choice, list: resolver.symbols.intern(.list(list.name)))
      case .range: return .init(name: name, kindName: kind, kind: .number, list: nil)
      case .wildcard: return .init(name: name, kindName: kind, kind: .text, list: nil)
      }
    }
    guard PatternResolver.kinds.contains(kind) else {
      resolver.report(
        "undefined_kind", "«\(kind)» no es un tipo de dato ni una lista",
        hint: Suggestion.hint(for: kind, among: PatternResolver.kinds.union(resolver.lists.keys)), at: location)
      return nil
    }
    return .init(name: name, kindName: kind, kind: EntityKind(rawValue: kind) ?? .text, list: nil)
  }

  private mutating func checkFixed(
    _ fixed: (name: String, value: String), slots: [IntentTable.Slot], in intent: ContentDeclarations.Intent,
    at location: SourceLocation
  ) {
    guard let slot = slots.first(where: { $0.name == fixed.name }) else {
      resolver.report(
        "undefined_slot", "«\(fixed.name)» no está en los «slots» de «\(intent.id)»",
        hint: Suggestion.hint(for: fixed.name, among: slots.map(\.name)), at: location)
      return
    }
    if let list = resolver.list(named: slot.kindName, in: intent), list.kind == .choices,
      !list.choices.contains(where: { $0.id == fixed.value })
    {
      resolver.report(
        "undefined_choice", "«\(fixed.value)» no está en la lista «\(list.name)»",
        hint: Suggestion.hint(for: fixed.value, among: list.choices.map(\.id)), at: location)
    }
  }

  /// A rule that no pattern uses is resolved too, so that its mistakes show.
  private mutating func checkUnusedRules() {
    for name in content.rules.keys.sorted() {
      if let rule = content.rules[name] { _ = resolver.resolve(.rule(name), at: rule.location, in: nil) }
    }
  }

  private mutating func report(_ errors: [AutomatonBuildError], places: [SourceLocation]) {
    // A pattern that lost a part to an error above would be reported twice.
    let broken = Set(resolver.diagnostics.filter { $0.severity == .error }.map(\.location))
    for error in errors where !broken.contains(places[Int(error.pattern)]) {
      let (code, message) =
        switch error.reason {
        case .matchesEmpty: ("matches_empty", "este patrón no pide ninguna palabra: casaría con todo")
        case .neverMatches: ("never_matches", "este patrón no puede casar con ningún mensaje")
        case .permutationTooLarge(let items):
          ("permutation_too_large", "demasiadas partes en cualquier orden (\(items))")
        case .tooLarge: ("pattern_too_large", "este patrón es demasiado grande")
        }
      diagnostics.append(Diagnostic(code, message, at: places[Int(error.pattern)]))
    }
  }

  // MARK: tables

  /// What the lexicon holds: the declared lemmas with their synonyms, and, interned, the words that the reading of a
  /// message asks for. Also what is skipped, folded word by word.
  private mutating func words() -> (entries: [LemmaEntry], skipPhrases: [[[UInt8]]]) {
    var entries = content.entries
    var partOf = Dictionary(entries.map { ($0.lemma, $0.partOfSpeech) }, uniquingKeysWith: { a, _ in a })
    for synonym in content.synonyms {
      for other in synonym.others where !other.contains(" ") && partOf[other] == nil {
        let part = partOf[synonym.lemma] ?? .noun
        partOf[other] = part
        entries.append(LemmaEntry(lemma: other, partOfSpeech: part))
      }
    }
    for word in WordClass.allWords { _ = resolver.intern(word: word) }
    let skipPhrases = content.skip.map { skip in
      let text = analyzer.analyze(skip)
      return text.tokens.indices.filter { text.tokens[$0].kind != .punctuation }.map { Array(text.folded($0).utf8) }
    }.filter { !$0.isEmpty }
    for word in skipPhrases.joined() { _ = resolver.intern(word: String(decoding: word, as: UTF8.self)) }
    return (entries, skipPhrases)
  }

}
