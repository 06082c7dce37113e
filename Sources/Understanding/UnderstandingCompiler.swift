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
    let (reader, _) = Concurrently.both {
      ContentReader(files: files)
    } and: {
      Lexicon.prepare()
    }
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
    let (patternNodes, phraseNodes) = (nodes, phraseNodes)
    let (literals, abbreviations) = (resolver.words, content.abbreviations)
    // The two halves of the work, of about the same size, know nothing of each other.
    let ((automaton, phraseAutomaton), lexicon) = Concurrently.both {
      (PatternAutomaton(patterns: patternNodes), PatternAutomaton(patterns: phraseNodes))
    } and: { [analyzer] in
      Lexicon(entries: entries, words: literals, abbreviations: abbreviations, fold: analyzer.fold)
    }
    report(automaton.errors, places: patterns.map(\.location))
    report(phraseAutomaton.errors, places: phraseLocations)

    let (samplePatterns, samples) = samplePatterns()
    let evidence = Deferred { [analyzer] in
      WordEvidence(
        samples: samples.map { sample in
          (sample.intent, sample.sentences.map { SampleFeatures(analyzer.analyze($0)).distinct })
        })
    }

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

    diagnostics += resolver.diagnostics
    diagnostics.sort {
      ($0.location.file, $0.location.line, $0.location.column) < (
        $1.location.file, $1.location.line, $1.location.column
      )
    }
    guard let recognizer, !diagnostics.contains(where: { $0.severity == .error }) else { return (nil, diagnostics) }
    let model = model(
      automaton, phraseAutomaton, recognizer, lexicon, entries, skipPhrases, evidence: evidence,
      samplePatterns: samplePatterns)
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

  // MARK: sample sentences

  /// Gives each intent that has sample sentences a row among the patterns, which a win by them names. What counts as
  /// said are its samples and its examples.
  private mutating func samplePatterns() -> (rows: [Int: Int], samples: [(intent: Int, sentences: [String])]) {
    let places = Dictionary(intents.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { a, _ in a })
    var rows: [Int: Int] = [:]
    var sentences = intents.map { _ in [String]() }
    // By the hash of what was said.
    var owners: [UInt64: Int] = [:]
    for samples in content.samples {
      guard let intent = places[samples.intent] else {
        resolver.report(
          "undefined_intent", "la intención «\(samples.intent)» no existe",
          hint: Suggestion.hint(for: samples.intent, among: places.keys), at: samples.location)
        continue
      }
      if rows[intent] == nil {
        rows[intent] = patterns.count
        sentences[intent] = intents[intent].examples.map(\.text)
        patterns.append(
          PatternTable(
            intent: intent, text: "frases", location: samples.location, priority: 0, fixed: [], demand: ContextDemand())
        )
      }
      for sentence in samples.sentences {
        let owner = owners.updateValue(intent, forKey: Self.hashInSmallLetters(sentence.text)) ?? intent
        if owner != intent {
          resolver.report(
            "sample_twice", "«\(sentence.text)» está también en «\(intents[owner].id)»",
            hint: "déjala en la intención que quiere decir", at: sentence.location, severity: .warning)
        }
        sentences[intent].append(sentence.text)
      }
    }
    return (rows, sentences.enumerated().map { ($0, $1) })
  }

  /// A hash that capitals make no difference to, those with Spanish accents included.
  private static func hashInSmallLetters(_ text: String) -> UInt64 {
    var hash = FNV1a.basis
    var last: UInt8 = 0
    for byte in text.utf8 {
      let isCapital = byte &- 0x41 < 26 || last == 0xC3 && byte &- 0x80 < 0x1F
      hash = (hash ^ UInt64(isCapital ? byte | 0x20 : byte)) &* FNV1a.prime
      last = byte
    }
    return hash
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

  private mutating func model(
    _ automaton: PatternAutomaton, _ phraseAutomaton: PatternAutomaton, _ recognizer: EntityRecognizer,
    _ lexicon: Lexicon, _ entries: [LemmaEntry], _ skipPhrases: [[[UInt8]]], evidence: Deferred<WordEvidence>,
    samplePatterns: [Int: Int]
  ) -> UnderstandingModel {
    var lemmaSymbols = [[SymbolID]](repeating: [], count: lexicon.lemmas.count)
    // By word: the synonyms, by their places, that name it.
    var heads: [String: [Int]] = [:]
    for (place, synonym) in content.synonyms.enumerated() {
      for other in synonym.others { heads[other, default: []].append(place) }
    }
    for (index, lemma) in lexicon.lemmas.enumerated() {
      if let own = resolver.symbols.symbol(.lemma(lemma)) { lemmaSymbols[index].append(own) }
      for synonym in (heads[lemma] ?? []).map({ content.synonyms[$0] }) {
        if let head = resolver.symbols.symbol(.lemma(synonym.lemma)), !lemmaSymbols[index].contains(head) {
          lemmaSymbols[index].append(head)
        }
      }
    }
    var exactSymbols: [String: [(typed: String, symbol: SymbolID)]] = [:]
    for (raw, meaning) in resolver.symbols.meanings.enumerated() {
      guard case .exact(let typed) = meaning else { continue }
      exactSymbols[analyzer.fold(typed), default: []].append((typed, SymbolID(Int32(raw))))
    }
    let weights = resolver.symbols.meanings.indices.map { weight(of: SymbolID(Int32($0))) }
    let parts = Dictionary(entries.map { ($0.lemma, [$0.partOfSpeech]) }, uniquingKeysWith: { $0 + $1 })
    let traits = resolver.symbols.meanings.map { Self.traits(of: $0, parts: parts) }
    for index in intents.indices {
      intents[index].kinds = intents[index].slots.reduce(0) { $0 | $1.kind.bit }
      intents[index].onlyRequested = onlyRequested(
        in: intents[index].examples.map(\.text), lexicon: lexicon, lemmaSymbols: lemmaSymbols, traits: traits)
      intents[index].askedShare = askedShare(of: intents[index].examples.map(\.text))
    }
    return UnderstandingModel(
      analyzer: analyzer, lexicon: lexicon, recognizer: recognizer, symbols: resolver.symbols, weights: weights,
      traits: traits, wordSymbols: resolver.words.map { resolver.symbols.intern(.word($0)) },
      lemmaSymbols: lemmaSymbols,
      wordClasses: resolver.words.map { WordClass(of: $0) },
      exactSymbols: resolver.words.map { exactSymbols[$0] ?? [] }, skipPhrases: skipPhrases, intents: intents,
      patterns: patterns, slotNames: resolver.slotNames, automaton: automaton, phrases: phrases,
      phraseAutomaton: phraseAutomaton, topics: topics(lexicon), evidence: evidence,
      samplePatterns: samplePatterns)
  }

  /// Small talk and control are no topics, nor is what the shop does not do.
  private func topics(_ lexicon: Lexicon) -> TopicIndex {
    let classes = resolver.words.map { WordClass(of: $0) }
    let counts = content.intents.map { intent -> [Int32: Double] in
      guard let label = intent.label, intent.id != IntentTable.foreignID, !intent.id.hasPrefix("charla."),
        !intent.id.hasPrefix("control.")
      else {
        return [:]
      }
      return TopicTerms.counts(
        of: intent.examples.map(\.text) + [label, label], lexicon: lexicon, classes: classes, analyzer: analyzer)
    }
    return TopicIndex(counts: counts, termCount: lexicon.lemmas.count + lexicon.words.count)
  }

  private static func traits(of meaning: SymbolTable.Meaning, parts: [String: [PartOfSpeech]]) -> SymbolTraits {
    switch meaning {
    case .word(let word), .exact(let word): return FunctionWords.all.contains(word) ? .word : [.word, .content]
    case .lemma(let lemma):
      var traits: SymbolTraits = .word
      if parts[lemma]?.contains(.verb) == true { traits.insert(.verb) }
      if parts[lemma]?.contains(.noun) == true { traits.insert(.noun) }
      if FunctionWords.factVerbs.contains(lemma) { traits.insert(.fact) }
      if !FunctionWords.frameLemmas.contains(lemma) { traits.insert(.content) }
      return traits
    case .kind(let kind): return specificKinds.contains(kind) ? .specificKind : []
    case .list, .range, .companion: return []
    }
  }

  private static let specificKinds: Set<String> = [
    "url", "phone", "serial", "iban", "card", "tracking", "email", "country",
  ]

  /// Verbs that `examples` use, and never in a form that reports.
  private func onlyRequested(
    in examples: [String], lexicon: Lexicon, lemmaSymbols: [[SymbolID]], traits: [SymbolTraits]
  ) -> Set<SymbolID> {
    var requested: Set<SymbolID> = []
    var reported: Set<SymbolID> = []
    var readings: [Reading] = []
    for example in examples {
      let text = analyzer.analyze(example)
      var reading = MessageReading(text: text)
      for token in text.tokens.indices where text.tokens[token].kind == .word {
        reading.units = [.init(token: token, form: text.tokens[token].folded, clause: 0, region: 0)]
        readings.removeAll(keepingCapacity: true)
        lexicon.appendReadings(of: text.foldedBytes[text.tokens[token].folded], to: &readings)
        for one in readings where one.lemma >= 0 {
          let lemma = lexicon.lemmas[Int(one.lemma)]
          let form = reading.verbForm(ofUnit: 0, lemma: lemma)
          for symbol in lemmaSymbols[Int(one.lemma)] where traits[Int(symbol.raw)].contains(.verb) {
            if form == .past { reported.insert(symbol) }
            if form == .infinitive || form == .firstPerson { requested.insert(symbol) }
          }
        }
      }
    }
    return requested.subtracting(reported)
  }

  /// Which part of `examples` asks, wishes or orders rather than tells.
  private func askedShare(of examples: [String]) -> Double {
    let asked = examples.count { example in
      let text = analyzer.analyze(example)
      return example.contains("?")
        || text.tokens.indices.contains { token in
          !WordClass(of: text.folded(token)).isDisjoint(with: [.want, .tellMe, .asking])
            || VerbForm.isInfinitive(text.foldedBytes[text.tokens[token].folded])
        }
    }
    return Double(asked) / Double(max(1, examples.count))
  }

  /// Question words: function words that say what is asked.
  private static let questionWords: Set<String> = [
    "donde", "cuando", "cuanto", "cuanta", "cuantos", "cuantas", "como", "quien", "cual", "cuales",
  ]

  /// Rarity: the fewer intents use a symbol, the more it says. From 1 to 12.
  private func weight(of symbol: SymbolID) -> UInt16 {
    var count = intentCounts[symbol]
    var weight: UInt16 = 12
    while count > 1, weight > 2 {
      weight -= 2
      count /= 2
    }
    switch resolver.symbols[symbol] {
    case .word(let word), .exact(let word):
      if Self.questionWords.contains(word) { return min(weight, 6) }
      if FunctionWords.negators.contains(word) { return 2 }
      return FunctionWords.all.contains(word) ? 1 : weight
    case .lemma(let lemma):
      if FunctionWords.wishLemmas.contains(lemma) { return 3 }
      return FunctionWords.frameLemmas.contains(lemma) ? min(weight, 3) : weight
    case .kind, .range: return max(3, min(weight, 8))
    case .list: return max(4, weight)
    case .companion: return 1
    }
  }
}
