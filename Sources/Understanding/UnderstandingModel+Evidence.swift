import Automata
import Spanish
import TextAnalysis

/// The words of a message as the sample sentences have them.
extension UnderstandingModel {
  /// Whether no word can overrule a winner: control and courtesies.
  func isFirm(_ winner: Candidate) -> Bool {
    intents[winner.intent].isControl || samplePatterns[winner.intent] == nil
  }

  /// The words of a stretch as the samples have them, without the greetings before and the thanks behind: one that was
  /// repaired counts as what it was repaired to.
  func features(of units: some BidirectionalCollection<Int>, in reading: MessageReading) -> SampleFeatures {
    let isFrame = { (unit: Int) in
      guard reading.units[unit].isSkipWord else { return reading.units[unit].skippable }
      return !reading.lattice.edges(from: unit).contains {
        self.traits[Int($0.symbol.raw)].contains([.content, .word])
      }
    }
    let said = units.drop(while: isFrame)
    let end = said.lastIndex { !isFrame($0) }.map { said.index(after: $0) } ?? said.startIndex
    var features = SampleFeatures(reserving: said.count)
    var last = -1
    for unit in said[..<end] where reading.units[unit].token != last {
      last = reading.units[unit].token
      let token = reading.text.tokens[last]
      switch token.kind {
      case .number: features.addNumber()
      case .word:
        if reading.units[unit].repaired, let word = repairedWord(of: reading.units[unit], in: reading) {
          features.add(word: word.utf8)
        } else {
          features.add(word: reading.text.foldedBytes[token.folded])
        }
      default: break
      }
    }
    return features
  }

  private func repairedWord(of unit: MessageReading.Unit, in reading: MessageReading) -> String? {
    let readings = reading.readings[Int(unit.readings.lowerBound)..<Int(unit.readings.upperBound)]
    guard let best = readings.min(by: { $0.cost < $1.cost }) else { return nil }
    if best.word >= 0 { return lexicon.words[Int(best.word)] }
    return best.lemma >= 0 ? analyzer.fold(lexicon.lemmas[Int(best.lemma)]) : nil
  }

  /// Which words spoke for an intent that its sample sentences decided, most telling first; for a trace.
  func evidenceLines(for winner: Candidate, in reading: MessageReading) -> [String] {
    guard winner.isHeard else { return [] }
    var words: [(word: String, weight: Double)] = []
    for token in reading.tokens(ofUnits: winner.match.tokens) where reading.text.tokens[token].kind == .word {
      var features = SampleFeatures()
      features.add(word: reading.text.foldedBytes[reading.text.tokens[token].folded])
      if let said = features.features.first.flatMap({ evidence.value.weight(of: $0.hash, for: winner.intent) }) {
        words.append((reading.text.folded(token), said))
      }
    }
    return words.sorted { $0.weight > $1.weight }.prefix(6).map { word in
      "    «\(word.word)» \(word.weight > 0 ? "+" : "")\((word.weight * 100).rounded() / 100)"
    }
  }
}
