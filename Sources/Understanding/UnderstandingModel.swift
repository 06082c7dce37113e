import Automata
package import Spanish
package import TextAnalysis

/// The authors' intents as tables: what a message means, decided by one automaton and one ranking.
///
/// A message is analyzed, read (``MessageReading``: forms, repairs, entities, phrases), matched, ranked
/// (``RankingKey``), and its winners get their slots. `trace` prints the same run; there is no second matcher.
package final class UnderstandingModel: Sendable {
  let analyzer: TextAnalyzer
  package let lexicon: Lexicon
  let names: NameTable
  let recognizer: EntityRecognizer
  let symbols: SymbolTable
  /// How much a symbol says, by symbol: 1 for a function word, 12 for a word of one intent only.
  let weights: [UInt16]
  /// By the lexicon's words.
  let wordSymbols: [SymbolID]
  /// By the lexicon's lemmas: its own symbol, and those whose synonym it is.
  let lemmaSymbols: [[SymbolID]]
  let wordClasses: [WordClass]
  let exactSymbols: [[(typed: String, symbol: SymbolID)]]
  let skipPhrases: SkipPhrases
  /// By symbol.
  let traits: [SymbolTraits]
  let intents: [IntentTable]
  let patterns: [PatternTable]
  let slotNames: [String]
  let automaton: PatternAutomaton
  let phrases: [PhraseTable]
  let phraseAutomaton: PatternAutomaton
  let topics: TopicIndex
  let evidence: Deferred<WordEvidence>
  /// By intent: the row of `patterns` that stands for its sample sentences, behind those of the automaton.
  let samplePatterns: [Int: Int]
  /// The intent of what the shop does not serve.
  let outside: Int?
  let optionNames = OptionNames()
  let wordMemories = Pool<WordMemoryPlace>()
  /// The number ranges that patterns ask for.
  let ranges: [(NumberRange, SymbolID)]

  init(
    analyzer: TextAnalyzer, recognizer: EntityRecognizer, symbols: SymbolTable, words: WordTables,
    skipPhrases: [[[UInt8]]], patterns: [PatternTable], slotNames: [String], automaton: PatternAutomaton,
    phrases: [PhraseTable], phraseAutomaton: PatternAutomaton, evidence: Deferred<WordEvidence>,
    samplePatterns: [Int: Int]
  ) {
    self.analyzer = analyzer
    self.recognizer = recognizer
    self.symbols = symbols
    lexicon = words.lexicon
    names = words.names
    weights = words.weights
    traits = words.traits
    wordSymbols = words.symbols
    wordClasses = words.classes
    exactSymbols = words.exactSymbols
    lemmaSymbols = words.lemmaSymbols
    topics = words.topics
    intents = words.intents
    self.skipPhrases = SkipPhrases(skipPhrases)
    self.patterns = patterns
    self.slotNames = slotNames
    self.automaton = automaton
    self.phrases = phrases
    self.phraseAutomaton = phraseAutomaton
    self.evidence = evidence
    self.samplePatterns = samplePatterns
    outside = intents.firstIndex(where: \.isForeign)
    ranges = symbols.meanings.enumerated().compactMap { raw, meaning in
      if case .range(let range) = meaning { (range, SymbolID(Int32(raw))) } else { nil }
    }
  }

  /// Compiles the authored files. The model is nil if and only if one of the diagnostics is an error.
  package static func compile(
    files: [ContentFile], analyzer: TextAnalyzer
  ) -> (model: UnderstandingModel?, diagnostics: [Diagnostic]) {
    Concurrently.both {
      var compiler = UnderstandingCompiler(files: files, analyzer: analyzer)
      return compiler.compile()
    } and: {
      Lexicon.prepare()
    }.0
  }

  package var patternCount: Int { automaton.patterns.count }

  /// Runs `work` when the last of the tables, which is made while conversations may run already, is done.
  package func whenComplete(_ work: @escaping @Sendable () -> Void) { evidence.notify(work) }

  /// The ids of all intents, in the order of the files.
  package var intentIDs: [String] { intents.map(\.id) }

  /// Where a slot of an intent gets its value: the declared kind or list; nil if it has no such slot.
  package func kind(ofSlot slot: String, in intent: String) -> String? {
    intents.first { $0.id == intent }?.slots.first { $0.name == slot }?.kindName
  }

  /// The words of `text`, folded, without punctuation: two texts that differ in nothing else are equal.
  ///
  /// For what is compared turn after turn: labels of options, names of flows. They are kept.
  package func bareWords(of text: String) -> String { optionNames.name(text, analyzer: analyzer).bareWords }

  package static func bareWords(of text: AnalyzedText) -> String {
    text.tokens.indices.filter { text.tokens[$0].kind != .punctuation && text.tokens[$0].kind != .emoji }
      .map { text.folded($0) }.joined(separator: " ")
  }

  /// Whether the content speaks of the word, in any of its forms.
  package func namesSomething(_ word: String) -> Bool {
    let folded = Array(analyzer.fold(word).utf8)[...]
    var readings: [Reading] = []
    lexicon.appendReadings(of: folded, to: &readings)
    return FunctionWords.all.contains(word) || readings.contains { $0.lemma >= 0 }
  }

  /// Whether a word of the text is what a product goes by, in the content or in the shop.
  package func namesProduct(_ text: AnalyzedText, wares: WareNames) -> Bool {
    guard let product = symbols.symbol(.lemma(Self.wareLemma)) else { return false }
    var readings: [Reading] = []
    return text.tokens.contains { isProductName($0, of: text, symbol: product, wares: wares, readings: &readings) }
  }

  private func isProductName(
    _ token: Token, of text: AnalyzedText, symbol product: SymbolID, wares: WareNames, readings: inout [Reading]
  ) -> Bool {
    guard token.kind == .word else { return false }
    let folded = text.foldedBytes[token.folded]
    if wares.contains(folded) { return true }
    readings.removeAll(keepingCapacity: true)
    lexicon.appendReadings(of: folded, to: &readings)
    return readings.contains { $0.lemma >= 0 && lemmaSymbols[Int($0.lemma)].contains(product) }
  }

  /// The words of the text and, of each, whether it is what a product goes by («pantalón» of «me cambiáis el pantalón»).
  package func wordsAndProducts(
    in text: String, wares: WareNames
  ) -> [(folded: String, typed: String, isProduct: Bool)] {
    guard let product = symbols.symbol(.lemma(Self.wareLemma)) else { return [] }
    let text = analyzer.analyze(text)
    var readings: [Reading] = []
    return text.tokens.indices.filter { text.tokens[$0].kind == .word }.map { index in
      let token = text.tokens[index]
      return (
        text.folded(index), String(text.original(token.range)),
        isProductName(token, of: text, symbol: product, wares: wares, readings: &readings)
      )
    }
  }

  /// Whether the content knows nothing of a folded word, nor of one that it could be a typo of.
  package func isStrange(_ word: String) -> Bool {
    var readings: [Reading] = []
    let found = lexicon.read(Array(word.utf8)[...], before: [], repairing: true, into: &readings)
    guard found == .known || found == .unknown, !FunctionWords.all.contains(word) else { return false }
    return readings.allSatisfy { $0.lemma < 0 }
  }

  /// The text with each word that is no Spanish replaced by the one of `names` (folded) that it is a typo of: «la cafetrea».
  /// Words that no single name is nearest to stay. `names` is asked only where a word is strange.
  package func mended(_ text: String, towards names: () -> Set<String>) -> String {
    let analyzed = analyzer.analyze(text)
    var readings: [Reading] = []
    let strange = analyzed.tokens.indices.filter { index in
      let token = analyzed.tokens[index]
      let folded = analyzed.foldedBytes[token.folded]
      guard token.kind == .word, folded.count >= 5 else { return false }
      readings.removeAll(keepingCapacity: true)
      return lexicon.read(folded, before: [], repairing: false, into: &readings) == .unknown
    }
    guard !strange.isEmpty else { return text }
    let names = names()
    var mended = Array(text.utf8)
    for index in strange.reversed() {
      guard let name = Suggestion.meant(by: analyzed.folded(index), among: names) else { continue }
      let range = analyzed.tokens[index].range
      mended.replaceSubrange(range.lower..<range.upper, with: name.utf8)
    }
    return String(decoding: mended, as: UTF8.self)
  }

  /// Whether some reading of a unit is a noun: «pedido» is one before it is a participle.
  func isThing(_ unit: Int, in reading: MessageReading) -> Bool {
    reading.lattice.edges(from: unit).contains { traits[Int($0.symbol.raw)].contains(.noun) }
  }

  package func namesProduct(_ text: String, wares: WareNames) -> Bool {
    namesProduct(analyzer.analyze(text), wares: wares)
  }

  package func wareNames(_ names: [String]) -> WareNames { WareNames(names, analyzer: analyzer) }

  package func understand(_ message: String, context: UnderstandingContext) -> Understanding {
    decide(read(message, context: context), context).understanding
  }

  /// One run with all that `trace` shows of it.
  struct Run {
    let reading: MessageReading
    /// Best first.
    let candidates: [Candidate]
    let winners: [Candidate]
    let understanding: Understanding
  }

  func run(_ message: String, context: UnderstandingContext) -> Run {
    let reading = read(message, context: context)
    let (understanding, candidates, winners) = decide(reading, context)
    return Run(reading: reading, candidates: candidates, winners: winners, understanding: understanding)
  }

  private func decide(
    _ reading: MessageReading, _ context: UnderstandingContext
  ) -> (understanding: Understanding, candidates: [Candidate], winners: [Candidate]) {
    let chosen = chosen(in: reading, context.expectation)
    let denials = denials(in: reading)
    let candidates = candidates(in: reading, context, denials)
    var winners = winners(among: candidates, in: reading, expectation: context.expectation)
    let language = language(of: reading, recognized: !winners.isEmpty || chosen != nil)
    // «I want to cancel my order»: one word that looks Spanish is no Spanish.
    if language != "es", language != "und", chosen == nil { winners = [] }
    var rivals: [Candidate] = []
    if chosen == nil, language == "es",
      let evidence = EvidenceDecision(self, reading, candidates, winners, denials, context)
    {
      (winners, rivals) = evidence.weighed()
    }
    winners = withoutDeniedOutside(winners)
    let alternatives =
      winners.contains(where: \.isHeard)
      ? rivals.map { IntentCandidate(id: intents[$0.intent].id, confidence: $0.confidence) }
      : alternatives(to: winners, among: candidates)
    let slots = slots(of: winners, in: reading, expectation: context.expectation, chosen: chosen)
    let isUnclear = language == "es" && chosen == nil && winners.isEmpty
    let understanding = Understanding(
      text: reading.text,
      intents: winners.map { intentMatch($0, in: reading) },
      alternatives: alternatives,
      margin: margin(of: winners, over: alternatives),
      suggestions: isUnclear ? suggestions(for: reading) : [],
      slots: slots,
      entities: reading.entities,
      choices: choices(in: reading),
      chosen: chosen,
      expectation: context.expectation,
      language: language)
    return (understanding, candidates, winners)
  }

  private func intentMatch(_ winner: Candidate, in reading: MessageReading) -> IntentMatch {
    let pattern = patterns[winner.pattern]
    return IntentMatch(
      id: intents[winner.intent].id, confidence: winner.confidence,
      range: reading.textRange(ofUnits: winner.match.tokens), negated: winner.negated, file: pattern.location.file,
      line: pattern.location.line, pattern: pattern.text, isHeard: winner.isHeard)
  }

  private func margin(of winners: [Candidate], over alternatives: [IntentCandidate]) -> Double {
    guard let first = winners.first else { return 0 }
    return max(0, first.confidence - (alternatives.first?.confidence ?? 0))
  }

  private func language(of reading: MessageReading, recognized: Bool) -> String {
    let tokens = reading.text.tokens
    if recognized, reading.foreignWords < 2, tokens.contains(where: { $0.kind == .word }) { return "es" }
    var guess = LanguageGuess()
    for (token, about) in tokens.enumerated() where about.kind == .word {
      let unit = reading.unitOfToken[token]
      let isContent = !reading.units[unit].repaired && !reading.lattice.edges(from: unit).isEmpty
      guess.add(reading.text.foldedBytes[about.folded], isContent: isContent)
    }
    if !guess.hasLetters, recognized, !reading.entities.isEmpty { return "es" }
    return guess.language
  }
}
