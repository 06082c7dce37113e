import Automata
import Spanish
import TextAnalysis

/// What tokens can be read as, over all forms that the lexicon knows: which symbols meet in one token, and a token that
/// shows it.
struct TokenTable {
  private struct Pair: Hashable {
    var a: SymbolID
    var b: SymbolID
  }

  /// Symbol → the symbols that some token can be read as besides.
  private(set) var related: [SymbolID: [SymbolID]] = [:]
  /// How many forms read as a symbol.
  private(set) var formCount: [SymbolID: Double] = [:]
  private var samples: [SymbolID: String] = [:]
  private var witnesses: [Pair: String] = [:]
  private var shared: [Pair: Double] = [:]

  init(_ model: UnderstandingModel) {
    model.lexicon.forEachForm { form, readings in
      var symbols: [SymbolID] = []
      for reading in readings {
        if reading.word >= 0 { symbols.append(model.wordSymbols[Int(reading.word)]) }
        if reading.lemma >= 0 { symbols += model.lemmaSymbols[Int(reading.lemma)] }
      }
      let text = String(decoding: form, as: UTF8.self)
      add(symbols, text, model)
      for reading in readings where reading.word >= 0 {
        for exact in model.exactSymbols[Int(reading.word)] { add(symbols + [exact.symbol], exact.typed, model) }
      }
    }
    for (raw, meaning) in model.symbols.meanings.enumerated() {
      guard case .range(let range) = meaning else { continue }
      samples[SymbolID(Int32(raw))] = "\(range.lowerBound)"
      formCount[SymbolID(Int32(raw))] = Double(range.count)
    }
    addEntities(model)
    addLists(model)
  }

  /// A text that can be read as both; nil if none is known.
  func sample(_ a: SymbolID, _ b: SymbolID) -> String? { a == b ? samples[a] : witnesses[Pair(a: a, b: b)] }

  /// Whether everything that reads as `a` reads as `b` too.
  func covers(_ a: SymbolID, _ b: SymbolID) -> Bool {
    guard let count = formCount[a], let both = shared[Pair(a: a, b: b)] else { return false }
    return both == count
  }

  private mutating func add(_ symbols: [SymbolID], _ text: String, _ model: UnderstandingModel) {
    let symbols = Set(symbols).sorted()
    for symbol in symbols {
      formCount[symbol, default: 0] += 1
      // The lemma itself shows best what is meant.
      if samples[symbol] == nil || model.symbols[symbol] == .lemma(text) { samples[symbol] = text }
      for other in symbols where other != symbol {
        let pair = Pair(a: symbol, b: other)
        shared[pair, default: 0] += 1
        if witnesses[pair] == nil {
          witnesses[pair] = text
          related[symbol, default: []].append(other)
        }
      }
    }
  }

  /// The authors' examples show what an entity looks like here.
  private mutating func addEntities(_ model: UnderstandingModel) {
    let context = RecognitionContext(now: UnderstandingModel.checkTime)
    for example in model.intents.lazy.flatMap(\.examples) {
      let text = model.analyzer.analyze(example.text)
      for entity in model.recognizer.entities(in: text, context: context) {
        guard let symbol = model.symbols.symbol(.kind(entity.kind.rawValue)) else { continue }
        let typed = text.original(entity.range)
        if typed.utf8.count < samples[symbol]?.utf8.count ?? .max { samples[symbol] = typed }
      }
    }
    for (raw, meaning) in model.symbols.meanings.enumerated() {
      if case .kind = meaning { formCount[SymbolID(Int32(raw))] = 1 }
    }
  }

  /// A list counts the sentences of its choices, and shows its shortest.
  private mutating func addLists(_ model: UnderstandingModel) {
    for (phrase, pattern) in zip(model.phrases, model.phraseAutomaton.patterns) where phrase.choice != nil {
      guard let shape = PatternShape(pattern) else { continue }
      formCount[phrase.symbol, default: 0] += shape.sentenceCount { formCount[$0] ?? 1 }
      let words = shape.shortestSentence?.map { samples[$0] } ?? []
      guard samples[phrase.symbol] == nil, !words.isEmpty, !words.contains(nil) else { continue }
      samples[phrase.symbol] = words.compactMap { $0 }.joined(separator: " ")
    }
  }
}
