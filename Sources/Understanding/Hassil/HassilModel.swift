import Automata
import Spanish
package import TextAnalysis

/// A grammar in hassil's own format, run by our automaton.
///
/// In whole-sentence mode a sentence must be a template from its first word to its last, accents included, and hassil's
/// scoring decides. In contained mode our own matching applies: anywhere in the message, folded, repaired.
package final class HassilModel: Sendable {
  let analyzer: TextAnalyzer
  let wholeSentence: Bool
  let lexicon: Lexicon
  /// By the lexicon's words: the spellings that share its folded form.
  let spellings: [[(bytes: [UInt8], symbol: SymbolID)]]
  let letters: [Int]
  let trie: HassilValueTrie
  /// By list.
  let values: [[HassilListValue]]
  let symbolsOfList: [[(symbol: SymbolID, demand: Int)]]
  let listOfSymbol: [SymbolID: Int]
  let ranges: [(list: Int, range: HassilDeclarations.Range)]
  let demands: [HassilContextDemand]
  /// The lists whose values a message brings, by name.
  let messageLists: [String: Int]
  let skipPhrases: [[[UInt8]]]
  let blocks: [HassilDeclarations.Block]
  let patterns: [HassilPattern]
  let slotNames: [String]
  let automaton: PatternAutomaton

  /// The list and slot by which hassil ranks first.
  static let bestSlot = "name"
  let bestList: Int
  let bestSlotIndex: Int

  /// Compiles a grammar, JSON or YAML. The model is nil if and only if one of the diagnostics is an error.
  package static func compile(
    _ source: ContentSource, analyzer: TextAnalyzer, wholeSentence: Bool
  ) -> (model: HassilModel?, diagnostics: [Diagnostic]) {
    let (files, loading) = ContentLoader.parse([source])
    guard let file = files.first else { return (nil, loading) }
    let reader = HassilReader(file: file)
    var compiler = HassilCompiler(reader.grammar, analyzer: analyzer)
    let automaton = compiler.compile(wholeSentence: wholeSentence)
    let diagnostics = loading + reader.diagnostics + compiler.diagnostics
    guard !diagnostics.contains(where: { $0.severity == .error }) else { return (nil, diagnostics) }
    return (HassilModel(compiler, automaton, wholeSentence: wholeSentence), diagnostics)
  }

  private init(_ compiler: HassilCompiler, _ automaton: PatternAutomaton, wholeSentence: Bool) {
    analyzer = compiler.analyzer
    self.wholeSentence = wholeSentence
    self.automaton = automaton
    let (folded, exact) = compiler.vocabulary.spellings(fold: compiler.analyzer.fold)
    lexicon = Lexicon(entries: [], words: folded, abbreviations: [], fold: compiler.analyzer.fold)
    spellings = exact
    letters = compiler.vocabulary.letters
    trie = compiler.trie
    values = compiler.values
    let lists = compiler.linker.lists
    let vocabulary = compiler.vocabulary
    symbolsOfList = lists.indices.map { vocabulary.symbolsOfList[$0] ?? [] }
    listOfSymbol = vocabulary.listOfSymbol
    ranges = lists.enumerated().compactMap { index, list in
      if case .range(let range) = list, vocabulary.symbolsOfList[index] != nil { (index, range) } else { nil }
    }
    demands = compiler.demands
    let names = compiler.linker.listNames
    messageLists = Dictionary(
      HassilLinker.messageLists.compactMap { name in names.firstIndex(of: name).map { (name, $0) } },
      uniquingKeysWith: { a, _ in a })
    bestList = messageLists[Self.bestSlot] ?? -1
    bestSlotIndex = compiler.slotNames.firstIndex(of: Self.bestSlot) ?? -1
    blocks = compiler.grammar.blocks
    patterns = compiler.patterns
    slotNames = compiler.slotNames
    let greetings = wholeSentence ? [] : FunctionWords.greetings
    skipPhrases = (compiler.grammar.skipWords + greetings).map { phrase in
      let text = HassilText(phrase, analyzer: compiler.analyzer)
      return text.units.map { Array(text.text.foldedBytes[$0.folded]) }
    }.filter { !$0.isEmpty }
  }

  /// The best result, or nil if no template matches.
  package func recognize(_ sentence: String, in world: HassilWorld) -> HassilAnswer? {
    let reading = read(sentence, in: world)
    var best: HassilCandidate?
    for match in automaton.matches(in: reading.lattice) {
      guard let candidate = candidate(match, in: reading, world), best.map({ candidate.key < $0.key }) ?? true else {
        continue
      }
      best = candidate
    }
    return best.map { answer($0, in: reading, world) }
  }
}
