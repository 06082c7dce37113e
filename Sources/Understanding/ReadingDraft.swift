import Automata
import Spanish
import TextAnalysis

/// A message while it is read: what becomes a ``MessageReading``.
struct ReadingDraft {
  let text: AnalyzedText
  var readings: [Reading] = []
  var units: [MessageReading.Unit] = []
  var unitOfToken: [Int] = []
  var edges: [LatticeEdge] = []
  var entities: [Entity] = []
  var names: [(token: Int, name: NameTable.Name)] = []
  var foreignWords = 0
  var regionStart: [Int] = []
  var leftoverBefore: [Int] = []

  init(_ text: AnalyzedText) {
    self.text = text
    let tokenCount = text.tokens.count
    units.reserveCapacity(tokenCount + 4)
    edges.reserveCapacity(tokenCount * 6)
    unitOfToken.reserveCapacity(tokenCount + 1)
    readings.reserveCapacity(tokenCount * 3)
  }

  /// Gives the edges away, for the lattice puts them into their order where they stand.
  mutating func takeEdges() -> [LatticeEdge] {
    defer { edges = [] }
    return edges
  }

  /// What the words have to do with entities, by token.
  var bearings: [EntityBearing] { unitOfToken.dropLast().map { units[$0].bearing } }

  func units(ofTokens tokens: Range<Int>) -> Range<Int> {
    unitOfToken[tokens.lowerBound]..<unitOfToken[tokens.upperBound]
  }
}
