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

  /// Words that are a name, or the beginning of one.
  private struct Beginning {
    /// Nil if more words are missing.
    var symbol: SymbolID?
    /// Whether more words make a name of it.
    var goesOn = false
  }

  /// By the hash of the words.
  private var beginnings: [UInt64: Beginning] = [:]
  /// What names stand for.
  private(set) var symbols: Set<SymbolID> = []

  /// What is wrong with the names that were declared.
  private(set) var diagnostics: [Diagnostic] = []

  /// - Parameters:
  ///   - declared: what no pattern speaks of is left out.
  ///   - lexicon: knows the words that are no names.
  init(
    _ declared: [ContentDeclarations.Names], _ table: SymbolTable, _ lexicon: Lexicon, _ analyzer: TextAnalyzer
  ) {
    var readings: [Reading] = []
    for section in declared {
      let symbol = table.symbol(.lemma(section.lemma))
      for (name, location) in section.names {
        let text = analyzer.analyze(name)
        guard let first = text.tokens.first, first.kind == .word else {
          diagnostics.append(
            Diagnostic(
              "name_opens_badly", "«\(name)» no empieza por una palabra: no se encontrará",
              hint: "escríbelo con letras o quítalo", at: location, severity: .warning))
          continue
        }
        if text.tokens.count == 1 {
          // Every message with that word would be about the name.
          readings.removeAll(keepingCapacity: true)
          lexicon.appendReadings(of: text.foldedBytes[first.folded], to: &readings)
          if FunctionWords.all.contains(text.folded(0)) || readings.contains(where: { $0.lemma >= 0 }) {
            diagnostics.append(
              Diagnostic(
                "name_is_word", "«\(name)» es también una palabra de los contenidos",
                hint: "ponle algo delante («tienda …») o quítalo", at: location, severity: .warning))
          }
        }
        if let symbol { add(text, symbol) }
      }
    }
  }

  private mutating func add(_ name: AnalyzedText, _ symbol: SymbolID) {
    // «el corte inglés» is known without its article, so that not every article may open a name.
    let hasArticle = name.tokens.count > 2 && ["el", "la", "los", "las"].contains(name.folded(0))
    var hash = FNV1a.basis
    for token in name.tokens.dropFirst(hasArticle ? 1 : 0) {
      if hash != FNV1a.basis { beginnings[hash, default: Beginning()].goesOn = true }
      hash = Self.hash(name.foldedBytes[token.folded], after: hash)
    }
    beginnings[hash, default: Beginning()].symbol = symbol
    symbols.insert(symbol)
  }

  private static func hash(_ word: ArraySlice<UInt8>, after words: UInt64) -> UInt64 {
    FNV1a.hash(word, from: words == FNV1a.basis ? words : FNV1a.adding(UInt8(ascii: " "), to: words))
  }

  /// Whether some name begins with a word.
  func opens(_ folded: ArraySlice<UInt8>) -> Bool { beginnings[Self.hash(folded, after: FNV1a.basis)] != nil }

  /// The longest name that begins at a token, which opens one.
  func name(at token: Int, of text: AnalyzedText) -> Name? {
    var longest: Name?
    var hash = FNV1a.basis
    for end in token..<text.tokens.count {
      hash = Self.hash(text.foldedBytes[text.tokens[end].folded], after: hash)
      guard let beginning = beginnings[hash] else { break }
      if let symbol = beginning.symbol { longest = Name(symbol: symbol, length: end + 1 - token) }
      guard beginning.goesOn else { break }
    }
    return longest
  }
}
