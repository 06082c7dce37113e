import Automata
import Spanish
import TextAnalysis

/// Everything that a message can be read as: the input of the automaton, and of all that is decided after it.
struct MessageReading {
  /// A step of the lattice: usually a token; a token that stands for two words («xq», «porfavor») is two units.
  struct Unit {
    var token: Int
    var clause: Int
    /// A stretch that holds one wish: a clause, cut again at «y», «pero», «sino».
    var region: Int
    var classes: WordClass = []
    /// What leaving it unexplained costs.
    var leftover: Int = 0
    var skippable = false
    var isSkipWord = false
    /// The lexicon's words it reads as, repaired ones too: for ordinals and cardinals.
    var word: Int32 = -1
    var repaired = false
  }

  var text: AnalyzedText
  var units: [Unit] = []
  /// The first unit of each token, and the unit count after the last.
  var unitOfToken: [Int] = []
  var edges: [LatticeEdge] = []
  var entities: [Entity] = []
  /// Which choices the phrases found: by edge.
  var choices: [(symbol: SymbolID, units: Range<Int>, choice: String, weight: Int)] = []
  var lattice = Lattice(tokenCount: 0, edges: [], clauseOf: [], skippable: [])

  func units(ofTokens tokens: Range<Int>) -> Range<Int> {
    unitOfToken[tokens.lowerBound]..<unitOfToken[tokens.upperBound]
  }

  func tokens(ofUnits range: Range<Int>) -> Range<Int> {
    guard !range.isEmpty else { return 0..<0 }
    return units[range.lowerBound].token..<units[range.upperBound - 1].token + 1
  }

  func textRange(ofUnits range: Range<Int>) -> TextRange { text.range(ofTokens: tokens(ofUnits: range)) }

  func folded(_ unit: Int) -> String { text.folded(units[unit].token) }
}
