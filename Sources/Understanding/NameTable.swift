import Automata
import Spanish
import TextAnalysis

/// Proper names by the thousand that are one thing to the patterns and to the words: «~otra_empresa» of `nombres.txt`.
///
/// Found as they are written, without repairs. A word with which no name begins costs nothing: whether one does is
/// remembered with the word (``WordTraits/opensName``).
struct NameTable: Sendable {
  struct Name {
    var symbol: SymbolID
    /// How many tokens it takes.
    var length: Int
  }

  /// Folded, a space between the words.
  private var names = ByteTable()
  /// By name.
  private var symbols: [SymbolID] = []
  private var firstWords = ByteTable()
  /// How many tokens the longest takes.
  private var longest = 0

  /// - Parameter declared: what no pattern speaks of is left out.
  init(_ declared: [ContentDeclarations.Names], _ table: SymbolTable, _ analyzer: TextAnalyzer) {
    for section in declared {
      guard let symbol = table.symbol(.lemma(section.lemma)) else { continue }
      for name in section.names { add(analyzer.analyze(name.text), symbol) }
    }
  }

  private mutating func add(_ name: AnalyzedText, _ symbol: SymbolID) {
    guard let first = name.tokens.first, first.kind == .word else { return }
    firstWords.insert(name.foldedBytes[first.folded])
    longest = max(longest, name.tokens.count)
    if names.insert(key(of: name.tokens[...], in: name)[...]) == symbols.count { symbols.append(symbol) }
  }

  /// Names of one word that the content knows as another: every message with that word would be about the name.
  static func diagnostics(
    for declared: [ContentDeclarations.Names], _ lexicon: Lexicon, _ analyzer: TextAnalyzer
  ) -> [Diagnostic] {
    var readings: [Reading] = []
    return declared.flatMap(\.names).compactMap { name in
      let folded = analyzer.fold(name.text)
      readings.removeAll(keepingCapacity: true)
      lexicon.appendReadings(of: Array(folded.utf8)[...], to: &readings)
      guard FunctionWords.all.contains(folded) || readings.contains(where: { $0.lemma >= 0 }) else { return nil }
      return Diagnostic(
        "name_is_word", "«\(name.text)» es también una palabra de los contenidos",
        hint: "ponle algo delante («tienda …») o quítalo", at: name.location, severity: .warning)
    }
  }

  private func key(of tokens: ArraySlice<Token>, in text: AnalyzedText) -> [UInt8] {
    Array(tokens.map { text.foldedBytes[$0.folded] }.joined(separator: [UInt8(ascii: " ")]))
  }

  /// Whether some name begins with a word.
  func opens(_ folded: ArraySlice<UInt8>) -> Bool { firstWords.find(folded) != nil }

  /// The longest name that begins at a token, which opens one.
  func name(at token: Int, of text: AnalyzedText) -> Name? {
    let rest = text.tokens[token...].prefix(longest)
    for length in stride(from: rest.count, to: 0, by: -1) {
      if let index = names.find(key(of: rest.prefix(length), in: text)[...]) {
        return Name(symbol: symbols[index], length: length)
      }
    }
    return nil
  }
}
