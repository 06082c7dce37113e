import Automata
import Spanish
import TextAnalysis

/// The words of a message as the sample sentences have them.
extension UnderstandingModel {
  /// Whether no word can overrule a winner: control and courtesies.
  func isFirm(_ winner: Candidate) -> Bool {
    intents[winner.intent].isControl || samplePatterns[winner.intent] == nil
  }

  /// Which words spoke for an intent that its sample sentences decided, most telling first; for a trace.
  func evidenceLines(for winner: Candidate, in reading: MessageReading) -> [String] {
    guard winner.isHeard else { return [] }
    var words: [(word: String, weight: Double)] = []
    for token in reading.tokens(ofUnits: winner.match.tokens) where reading.text.tokens[token].kind == .word {
      let word = SampleFeatures.Word(reading.text.foldedBytes[reading.text.tokens[token].folded])
      if let said = evidence.value.weight(of: word.stem, for: winner.intent) {
        words.append((reading.text.folded(token), said))
      }
    }
    return words.sorted { $0.weight > $1.weight }.prefix(6).map { word in
      "    «\(word.word)» \(word.weight > 0 ? "+" : "")\((word.weight * 100).rounded() / 100)"
    }
  }
}
