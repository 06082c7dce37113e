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

  /// By the hash of its words.
  private var names: [UInt64: SymbolID] = [:]
  /// The hashes of what more words make a name of.
  private var beginnings: Set<UInt64> = []

  /// - Parameter declared: what no pattern speaks of is left out.
  init(_ declared: [ContentDeclarations.Names], _ table: SymbolTable, _ analyzer: TextAnalyzer) {
    for section in declared {
      guard let symbol = table.symbol(.lemma(section.lemma)) else { continue }
      for name in section.names { add(analyzer.analyze(name.text), symbol) }
    }
  }

  private mutating func add(_ name: AnalyzedText, _ symbol: SymbolID) {
    // «el corte inglés» is known without its article, so that not every article may open a name.
    let hasArticle = name.tokens.count > 2 && ["el", "la", "los", "las"].contains(name.folded(0))
    var hash = FNV1a.basis
    for token in name.tokens.dropFirst(hasArticle ? 1 : 0) {
      if hash != FNV1a.basis { beginnings.insert(hash) }
      hash = Self.hash(name.foldedBytes[token.folded], after: hash)
    }
    names[hash] = symbol
  }

  private static func hash(_ word: ArraySlice<UInt8>, after words: UInt64) -> UInt64 {
    FNV1a.hash(word, from: words == FNV1a.basis ? words : FNV1a.hash(CollectionOfOne(UInt8(ascii: " ")), from: words))
  }

  /// Whether some name begins with a word.
  func opens(_ folded: ArraySlice<UInt8>) -> Bool {
    let hash = Self.hash(folded, after: FNV1a.basis)
    return names[hash] != nil || beginnings.contains(hash)
  }

  /// The longest name that begins at a token, which opens one.
  func name(at token: Int, of text: AnalyzedText) -> Name? {
    var longest: Name?
    var hash = FNV1a.basis
    for end in token..<text.tokens.count {
      hash = Self.hash(text.foldedBytes[text.tokens[end].folded], after: hash)
      if let symbol = names[hash] { longest = Name(symbol: symbol, length: end + 1 - token) }
      guard beginnings.contains(hash) else { break }
    }
    return longest
  }

  /// Names of one word that the content knows as another, for every message with that word would be about the name; and
  /// those that no word opens, which are never found.
  static func diagnostics(
    for declared: [ContentDeclarations.Names], _ lexicon: Lexicon, _ analyzer: TextAnalyzer
  ) -> [Diagnostic] {
    var readings: [Reading] = []
    return declared.flatMap(\.names).compactMap { name in
      guard analyzer.analyze(name.text).tokens.first?.kind == .word else {
        return Diagnostic(
          "name_opens_badly", "«\(name.text)» no empieza por una palabra: no se encontrará",
          hint: "escríbelo con letras o quítalo", at: name.location, severity: .warning)
      }
      let folded = analyzer.fold(name.text)
      readings.removeAll(keepingCapacity: true)
      lexicon.appendReadings(of: Array(folded.utf8)[...], to: &readings)
      guard FunctionWords.all.contains(folded) || readings.contains(where: { $0.lemma >= 0 }) else { return nil }
      return Diagnostic(
        "name_is_word", "«\(name.text)» es también una palabra de los contenidos",
        hint: "ponle algo delante («tienda …») o quítalo", at: name.location, severity: .warning)
    }
  }
}
