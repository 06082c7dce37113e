import Automata
import Spanish
import TextAnalysis

/// From a grammar's declarations to tables.
struct HassilCompiler {
  /// How many texts the values of one list may spell.
  static let valueLimit = 20_000

  let grammar: HassilDeclarations
  let analyzer: TextAnalyzer
  private(set) var linker: HassilLinker
  private(set) var vocabulary = HassilVocabulary()
  private(set) var trie = HassilValueTrie()
  private(set) var diagnostics: [Diagnostic] = []
  private(set) var demands: [HassilContextDemand] = []
  private(set) var slotNames: [String] = []
  private(set) var patterns: [HassilPattern] = []
  private(set) var nodes: [AutomatonPattern] = []
  /// By list: what its values give out.
  private(set) var values: [[HassilListValue]] = []
  private var slotIndices: [String: Int] = [:]

  init(_ grammar: HassilDeclarations, analyzer: TextAnalyzer) {
    self.grammar = grammar
    self.analyzer = analyzer
    linker = HassilLinker(grammar)
  }

  mutating func compile(wholeSentence: Bool) -> PatternAutomaton {
    let intents = Set(grammar.blocks.map(\.intent)).sorted()
    let intentRank = Dictionary(uniqueKeysWithValues: intents.enumerated().map { ($1, $0) })
    for (index, block) in grammar.blocks.enumerated() {
      linker.enter(block, of: grammar)
      let demand = self.demand(block.demand)
      for sentence in block.sentences {
        guard let template = linker.link(sentence) else { continue }
        let fragment = fragment(of: HassilGraph(template), demand: demand)
        let body = PatternNode.graph(fragment)
        nodes.append(
          AutomatonPattern(
            id: PatternID(patterns.count), node: wholeSentence ? .sequence([.clauseStart, body, .clauseEnd]) : body))
        patterns.append(
          HassilPattern(
            block: index, demand: demand, intentRank: intentRank[block.intent] ?? 0,
            keywords: block.requiredKeywords.map { Array(analyzer.fold($0).utf8) }, text: sentence.text,
            location: sentence.location))
      }
    }
    for list in linker.lists.indices { compileValues(of: list) }
    trie.seal(symbolCount: vocabulary.symbolCount)
    let automaton = PatternAutomaton(patterns: nodes)
    diagnostics += linker.diagnostics
    for error in automaton.errors {
      let pattern = patterns[Int(error.pattern)]
      let (code, message) =
        switch error.reason {
        case .matchesEmpty: ("matches_empty", "esta frase no pide ninguna palabra")
        case .neverMatches: ("never_matches", "esta frase no puede casar con nada")
        case .permutationTooLarge, .tooLarge: ("pattern_too_large", "esta frase es demasiado grande")
        }
      diagnostics.append(Diagnostic(code, message, at: pattern.location))
    }
    return automaton
  }

  private mutating func demand(_ demand: HassilContextDemand) -> Int {
    if demand.isEmpty { return -1 }
    if let known = demands.firstIndex(of: demand) { return known }
    demands.append(demand)
    return demands.count - 1
  }

  // MARK: templates

  private mutating func fragment(of graph: HassilGraph, demand: Int) -> PatternFragment {
    let walk = HassilWordWalk(graph: graph)
    var fragment = PatternFragment()
    let entry = HassilWordWalk.Place(node: HassilGraph.entry, isGlued: false)
    var nodes = [entry: PatternFragment.entry]
    var pending = [entry]
    while let place = pending.popLast() {
      let here = nodes[place] ?? PatternFragment.entry
      let (steps, canEnd) = walk.steps(from: place)
      if canEnd { fragment.arcs.append(.init(from: here, to: PatternFragment.exit, label: .empty)) }
      for step in steps {
        switch step {
        case .word(let word, let target):
          let end = node(for: target, &nodes, &pending, &fragment)
          add(tokens(of: word).map { vocabulary.intern(word: $0) }, from: here, to: end, &fragment)
        case .list(let list, let slot, let target):
          let end = node(for: target, &nodes, &pending, &fragment)
          let slot = slotIndex(slot ?? "")
          if case .wildcard = linker.lists[list] {
            fragment.arcs.append(.init(from: here, to: end, label: .wildcard(slot: slot)))
          } else {
            let use = HassilVocabulary.ListUse(list: list, demand: usesContext(list) ? demand : -1)
            fragment.arcs.append(.init(from: here, to: end, label: .slot(slot, vocabulary.intern(use))))
          }
        }
      }
    }
    return fragment
  }

  private func node(
    for place: HassilWordWalk.Place, _ nodes: inout [HassilWordWalk.Place: Int],
    _ pending: inout [HassilWordWalk.Place], _ fragment: inout PatternFragment
  ) -> Int {
    if let known = nodes[place] { return known }
    let node = fragment.addNode()
    nodes[place] = node
    pending.append(place)
    return node
  }

  private func add(_ symbols: [SymbolID], from: Int, to: Int, _ fragment: inout PatternFragment) {
    guard !symbols.isEmpty else {
      fragment.arcs.append(.init(from: from, to: to, label: .empty))
      return
    }
    var here = from
    for (index, symbol) in symbols.enumerated() {
      let next = index == symbols.count - 1 ? to : fragment.addNode()
      fragment.arcs.append(.init(from: here, to: next, label: .symbol(symbol)))
      here = next
    }
  }

  /// A word as the messages' tokens will be: «1/2» is one, «20%» two.
  private func tokens(of word: String) -> [String] {
    let text = HassilText(word, analyzer: analyzer)
    return text.units.indices.map { text.lowercased($0) }
  }

  private mutating func slotIndex(_ name: String) -> Int {
    if let known = slotIndices[name] { return known }
    slotIndices[name] = slotNames.count
    slotNames.append(name)
    return slotNames.count - 1
  }

  // MARK: lists

  private func usesContext(_ list: Int) -> Bool {
    if HassilLinker.messageLists.contains(linker.listNames[list]) { return true }
    guard case .values(let values, _) = linker.lists[list] else { return false }
    return values.contains { !$0.context.isEmpty }
  }

  private mutating func compileValues(of list: Int) {
    values.append([])
    switch linker.lists[list] {
    case .wildcard: break
    case .range(let range): spell(range, list)
    case .values(let declared, let location):
      for value in declared {
        guard let template = linker.link(value.template) else { continue }
        let texts = texts(of: HassilGraph(template))
        guard texts.count <= Self.valueLimit else {
          diagnostics.append(
            Diagnostic("hassil_value_too_large", "este valor se despliega en demasiados textos", at: location))
          continue
        }
        values[list].append(HassilListValue(output: value.output, context: value.context))
        for text in texts { trie.insert(text, .init(list: list, value: values[list].count - 1)) }
      }
    }
  }

  /// The numbers of a range in words; digits are read from the message.
  private mutating func spell(_ range: HassilDeclarations.Range, _ list: Int) {
    guard range.words, (range.to - range.from) / range.step < Self.valueLimit else { return }
    for number in stride(from: range.from, through: range.to, by: range.step) {
      for fraction in [0] + range.fractions {
        let decimals =
          fraction == 0
          ? [""] : NumberSpelling.spellings(of: Int((fraction * 10).rounded())).prefix(1).map { " coma " + $0 }
        let value = (Double(number) + fraction) * (range.multiplier ?? 1)
        values[list].append(HassilListValue(output: .number(value), context: [:]))
        for spelling in NumberSpelling.spellings(of: number) {
          for decimal in decimals {
            let words = tokens(of: spelling + decimal).map { vocabulary.intern(word: $0) }
            trie.insert(words, .init(list: list, value: values[list].count - 1))
          }
        }
      }
    }
  }

  /// Every sequence of words that a value's template spells.
  private mutating func texts(of graph: HassilGraph) -> [[SymbolID]] {
    let walk = HassilWordWalk(graph: graph)
    var texts: [[SymbolID]] = []
    var pending: [(place: HassilWordWalk.Place, words: [SymbolID])] = [
      (.init(node: HassilGraph.entry, isGlued: false), [])
    ]
    while let (place, words) = pending.popLast(), texts.count <= Self.valueLimit {
      let (steps, canEnd) = walk.steps(from: place)
      if canEnd, !words.isEmpty { texts.append(words) }
      for case .word(let word, let target) in steps {
        pending.append((target, words + tokens(of: word).map { vocabulary.intern(word: $0) }))
      }
    }
    return texts
  }
}

/// A compiled sentence: whose it is, and where it stands.
struct HassilPattern: Sendable {
  var block: Int
  /// The index of its block's demand on the context; -1 for none.
  var demand: Int
  /// The place of its intent's name in the alphabet: hassil's last word between two results.
  var intentRank: Int
  /// Folded; the message must hold one of them, if there are any.
  var keywords: [[UInt8]]
  var text: String
  var location: SourceLocation
}

struct HassilListValue: Sendable {
  /// Nil: what was typed.
  var output: HassilValue?
  var context: [String: HassilValue]
}
