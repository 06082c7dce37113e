import Automata
import Spanish
import TextAnalysis

/// Terms of the topic search: lemmas first, then the literal words of the patterns.
extension UnderstandingModel {
  /// What the message may be about although nothing won, best first; at most three.
  func suggestions(for reading: MessageReading) -> [IntentCandidate] {
    var search = topics.search()
    for unit in reading.units {
      let kind = reading.text.tokens[unit.token].kind
      guard kind == .word, !unit.isSkipWord, unit.classes.isDisjoint(with: [.function, .clitic]) else { continue }
      let readings = reading.readings(of: unit)
      guard !TopicTerms.areEmpty(readings, in: lexicon, classes: wordClasses) else { continue }
      search.beginWord(certainty: unit.repaired ? 0.7 : 1)
      for one in readings { search.add(TopicTerms.term(of: one, in: lexicon)) }
      search.endWord()
    }
    return search.best().map { IntentCandidate(id: intents[$0.document].id, confidence: rounded($0.share)) }
  }

  private func rounded(_ share: Double) -> Double { (min(0.99, share) * 1000).rounded() / 1000 }
}

enum TopicTerms {
  static func term(of reading: Reading, in lexicon: Lexicon) -> Int32 {
    reading.lemma >= 0 ? reading.lemma : Int32(lexicon.lemmas.count) + reading.word
  }

  /// Function words and frames of wishing name no topic.
  static func areEmpty(_ readings: some Sequence<Reading>, in lexicon: Lexicon, classes: [WordClass]) -> Bool {
    readings.contains { reading in
      reading.word >= 0 && classes[Int(reading.word)].contains(.function)
        || reading.lemma >= 0 && FunctionWords.frameLemmas.contains(lexicon.lemmas[Int(reading.lemma)])
    }
  }

  /// What the documents hold: every example and label, each word's readings sharing one count.
  static func counts(
    of texts: [AnalyzedText], lexicon: Lexicon, classes: [WordClass]
  ) -> [Int32: Double] {
    var counts: [Int32: Double] = [:]
    var readings: [Reading] = []
    for text in texts {
      for token in text.tokens where token.kind == .word {
        readings.removeAll(keepingCapacity: true)
        lexicon.appendReadings(of: text.foldedBytes[token.folded], to: &readings)
        if areEmpty(readings, in: lexicon, classes: classes) { continue }
        for term in Set(readings.map { Self.term(of: $0, in: lexicon) }) { counts[term, default: 0] += 1 }
      }
    }
    return counts
  }
}
