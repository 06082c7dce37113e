import Automata
import Spanish
import TextAnalysis

/// The words of a message as the sample sentences have them.
extension UnderstandingModel {
  /// Whether no word can overrule a winner: control and courtesies, unless much else is said beside them («…, que ya no
  /// me acuerdo»).
  func isFirm(_ winner: Candidate, in reading: MessageReading) -> Bool {
    guard intents[winner.intent].isControl || samplePatterns[winner.intent] == nil else { return false }
    var beside = 0
    for unit in reading.units.indices where reading.units[unit].leftover > 0 && !winner.match.tokens.contains(unit) {
      beside += 1
    }
    return beside < Self.muchBeside
  }

  /// So many words that say something are more than a turn of phrase around an answer.
  private static let muchBeside = 4

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
