import Automata
import Spanish
import TextAnalysis

/// What a model knows of the words of messages: the lexicon, and what its words and lemmas mean to the patterns.
struct WordTables: Sendable {
  let lexicon: Lexicon
  /// By symbol; so are `traits`.
  let weights: [UInt16]
  let traits: [SymbolTraits]
  /// By the lexicon's words; so are `classes` and `exactSymbols`.
  let symbols: [SymbolID]
  let classes: [WordClass]
  let exactSymbols: [[(typed: String, symbol: SymbolID)]]
  /// By the lexicon's lemmas.
  let lemmaSymbols: [[SymbolID]]
  let names: NameTable
  let topics: TopicIndex
  /// With what their examples say about them.
  private(set) var intents: [IntentTable]

  /// - Parameters:
  ///   - entries: the declared lemmas and their synonyms.
  ///   - resolver: has resolved all patterns.
  init(
    _ content: ContentDeclarations, entries: [LemmaEntry], intents: [IntentTable], counts: IntentCounts,
    resolver: PatternResolver, _ analyzer: TextAnalyzer
  ) {
    let table = resolver.symbols
    lexicon = Lexicon(
      entries: entries, words: resolver.words, abbreviations: content.abbreviations, fold: analyzer.fold)
    lemmaSymbols = Self.lemmaSymbols(of: lexicon.lemmas, content.synonyms, table)
    var exact: [String: [(typed: String, symbol: SymbolID)]] = [:]
    for (raw, meaning) in table.meanings.enumerated() {
      guard case .exact(let typed) = meaning else { continue }
      exact[analyzer.fold(typed), default: []].append((typed, SymbolID(Int32(raw))))
    }
    exactSymbols = lexicon.words.map { exact[$0] ?? [] }
    weights = table.meanings.enumerated().map { Self.weight(of: $1, usedIn: counts[SymbolID(Int32($0))]) }
    let parts = Dictionary(entries.map { ($0.lemma, [$0.partOfSpeech]) }, uniquingKeysWith: { $0 + $1 })
    traits = table.meanings.map { Self.traits(of: $0, parts: parts) }
    names = NameTable(content.names, table, lexicon, analyzer)
    symbols = lexicon.words.compactMap { table.symbol(.word($0)) }
    classes = lexicon.words.map { WordClass(of: $0) }
    let examples = intents.map { intent in intent.examples.map { analyzer.analyze($0.text) } }
    topics = Self.topics(of: content.intents, examples: examples, lexicon, classes, analyzer)
    self.intents = intents
    for index in intents.indices {
      self.intents[index].kinds = intents[index].slots.reduce(0) { $0 | $1.kind.bit }
      self.intents[index].onlyRequested = onlyRequested(in: examples[index])
      self.intents[index].askedShare = Self.askedShare(of: examples[index])
    }
  }

  /// By lemma: its own symbol, and those of what it is a synonym of.
  private static func lemmaSymbols(
    of lemmas: [String], _ synonyms: [(lemma: String, others: [String], location: SourceLocation)], _ table: SymbolTable
  ) -> [[SymbolID]] {
    // By word: the synonyms, by their places, that name it.
    var heads: [String: [Int]] = [:]
    for (place, synonym) in synonyms.enumerated() {
      for other in synonym.others { heads[other, default: []].append(place) }
    }
    return lemmas.map { lemma in
      var symbols: [SymbolID] = []
      if let own = table.symbol(.lemma(lemma)) { symbols.append(own) }
      for place in heads[lemma] ?? [] {
        if let head = table.symbol(.lemma(synonyms[place].lemma)), !symbols.contains(head) { symbols.append(head) }
      }
      return symbols
    }
  }

  /// Small talk and control are no topics, nor is what the shop does not do.
  private static func topics(
    of intents: [ContentDeclarations.Intent], examples: [[AnalyzedText]], _ lexicon: Lexicon, _ classes: [WordClass],
    _ analyzer: TextAnalyzer
  ) -> TopicIndex {
    let counts = zip(intents, examples).map { intent, examples -> [Int32: Double] in
      guard let label = intent.label, intent.id != IntentTable.foreignID, !intent.id.hasPrefix("charla."),
        !intent.id.hasPrefix("control.")
      else {
        return [:]
      }
      let name = analyzer.analyze(label)
      return TopicTerms.counts(of: examples + [name, name], lexicon: lexicon, classes: classes)
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
  private func onlyRequested(in examples: [AnalyzedText]) -> Set<SymbolID> {
    var requested: Set<SymbolID> = []
    var reported: Set<SymbolID> = []
    var readings: [Reading] = []
    for text in examples {
      for token in text.tokens.indices where text.tokens[token].kind == .word {
        readings.removeAll(keepingCapacity: true)
        lexicon.appendReadings(of: text.foldedBytes[text.tokens[token].folded], to: &readings)
        for one in readings where one.lemma >= 0 {
          let lemma = lexicon.lemmas[Int(one.lemma)]
          let form = VerbForm(text.tokens[token].folded, ofToken: token, in: text, lemma: lemma)
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
  private static func askedShare(of examples: [AnalyzedText]) -> Double {
    let asked = examples.count { text in
      text.bytes.contains(UInt8(ascii: "?"))
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
  private static func weight(of meaning: SymbolTable.Meaning, usedIn count: Int) -> UInt16 {
    var count = count
    var weight: UInt16 = 12
    while count > 1, weight > 2 {
      weight -= 2
      count /= 2
    }
    switch meaning {
    case .word(let word), .exact(let word):
      if questionWords.contains(word) { return min(weight, 6) }
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
