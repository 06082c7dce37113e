import Automata
import Spanish
import TextAnalysis

/// What the authors' sample sentences decide: where no pattern wins, and where one wins that the words speak against.
extension UnderstandingModel {
  private enum Least {
    /// By how much the best intent leads the next, where no pattern wins.
    static let margin = 0.15
    /// Below this the runner-up is worth a question.
    static let clearMargin = 0.25
    /// By how much it leads what the shop does not serve.
    static let distanceFromOutside = 0.3
    /// By how much it leads the intent of a pattern that won: measured, what turns more to the good than to the bad.
    static func lead(over confidence: Double) -> Double {
      confidence < 0.8 ? 0.3 : confidence < 0.9 ? 0.45 : 0.6
    }
    static let longWords = 2
    static let knownShare = 0.6
  }

  /// The winners after the words were heard, and who else may be meant where that is not clear. Only without an open
  /// question, for an answer is short and has words of its own; and where nothing is denied, for a word cannot tell what.
  func weighed(
    _ winners: [Candidate], in reading: MessageReading, expectation: Expectation, _ denials: DenialScan?
  ) -> (winners: [Candidate], rivals: [Candidate]) {
    guard expectation.kind == nil, winners.count <= 1, !winners.contains(where: isFirm),
      denials?.deniesSomething != true,
      let verdict = evidence.value.verdict(on: features(of: reading)), verdict.longWords >= Least.longWords,
      verdict.knownWords * 2 >= verdict.longWords, verdict.knownShare >= Least.knownShare,
      let best = verdict.best.first, isServed(best, verdict),
      let heard = candidate(for: best.intent, verdict: verdict, in: reading)
    else { return (winners, []) }
    if let winner = winners.first {
      guard winner.intent != best.intent, !intents[best.intent].isSmall,
        let own = evidence.value.score(of: winner.intent, in: verdict),
        best.score - own >= Least.lead(over: winner.confidence)
      else { return (winners, []) }
      return ([heard], [])
    }
    guard verdict.margin >= Least.margin else { return (winners, []) }
    let rivals = verdict.best.dropFirst().prefix(verdict.margin < Least.clearMargin ? 1 : 0)
      .filter { isServed($0, verdict) }.compactMap { candidate(for: $0.intent, verdict: verdict, in: reading) }
    return ([heard], rivals)
  }

  private func isServed(_ one: (intent: Int, score: Double), _ verdict: WordEvidence.Verdict) -> Bool {
    guard one.intent != outside, !intents[one.intent].isControl else { return false }
    let apart = outside.flatMap { evidence.value.score(of: $0, in: verdict) }.map { one.score - $0 }
    return apart.map { $0 >= Least.distanceFromOutside } ?? true
  }

  private func isFirm(_ winner: Candidate) -> Bool {
    winner.negated || intents[winner.intent].isSmall || samplePatterns[winner.intent] == nil
  }

  private func candidate(
    for intent: Int, verdict: WordEvidence.Verdict, in reading: MessageReading
  ) -> Candidate? {
    guard let pattern = samplePatterns[intent], let first = reading.units.indices.first,
      let last = reading.units.indices.last
    else { return nil }
    let match = PatternMatch(
      pattern: PatternID(pattern), tokens: first..<last + 1, captures: [], weight: 0, gapTokens: 0, repairs: 0,
      edges: [])
    let key = RankingKey(
      expected: 0, slots: 0, weight: 0, gaps: 0, repairs: 0, leftover: 0, priority: 0, pattern: pattern)
    // From 0.5 for a hair's breadth to 0.8 where the words leave no doubt.
    let confidence = (0.5 + 0.3 * min(1, verdict.margin)) * 1000
    return Candidate(
      match: match, pattern: pattern, intent: intent, key: key, leftover: 0,
      regions: reading.units[first].region...reading.units[last].region, contentWords: verdict.knownWords,
      isViable: true, confidence: confidence.rounded() / 1000)
  }

  /// The message's words as the samples have them: one that was repaired counts as what it was repaired to.
  func features(of reading: MessageReading) -> SampleFeatures {
    var features = SampleFeatures(reserving: reading.text.tokens.count)
    for (token, about) in reading.text.tokens.enumerated() {
      switch about.kind {
      case .number: features.addNumber()
      case .word:
        let unit = reading.units[reading.unitOfToken[token]]
        if unit.repaired, let word = repairedWord(of: unit, in: reading) {
          features.add(word: word.utf8)
        } else {
          features.add(word: reading.text.foldedBytes[about.folded])
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
    guard winner.pattern >= patternCount else { return [] }
    var words: [(word: String, weight: Double)] = []
    for token in reading.text.tokens.indices where reading.text.tokens[token].kind == .word {
      var features = SampleFeatures()
      features.add(word: reading.text.foldedBytes[reading.text.tokens[token].folded])
      if let said = features.stems.first.flatMap({ evidence.value.weight(of: $0, for: winner.intent) }) {
        words.append((reading.text.folded(token), said))
      }
    }
    return words.sorted { $0.weight > $1.weight }.prefix(6).map { word in
      "    «\(word.word)» \(word.weight > 0 ? "+" : "")\((word.weight * 100).rounded() / 100)"
    }
  }
}
