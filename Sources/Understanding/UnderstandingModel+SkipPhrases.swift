import Spanish
import TextAnalysis

/// Phrases that are passed over wherever they stand, found in a message.
extension UnderstandingModel {
  /// Marks what the phrases take in a message.
  func markSkipPhrases(in reading: inout ReadingDraft) {
    for unit in reading.units.indices where reading.units[unit].traits.contains(.opensSkipPhrase) {
      let start = reading.units[unit].token
      let length = skipPhraseLength(at: start, in: reading)
      for unit in reading.units(ofTokens: start..<start + length) {
        reading.units[unit].skippable = true
        reading.units[unit].isSkipWord = true
        reading.units[unit].leftover = 0
      }
    }
  }

  /// How many tokens the longest of the phrases takes that stand at a token; 0 if none does.
  private func skipPhraseLength(at start: Int, in reading: ReadingDraft) -> Int {
    var longest = 0
    forEachSkipPhrase(perhapsAt: start, in: reading) { phrase in
      guard phrase.count > longest, start + phrase.count <= reading.text.tokens.count,
        phrase.indices.allSatisfy({ isWord(phrase[$0], at: start + $0, in: reading) })
      else { return }
      longest = phrase.count
    }
    return longest
  }

  /// Whether one of the phrases begins with the token.
  func opensSkipPhrase(_ token: Int, in reading: ReadingDraft) -> Bool {
    var opens = false
    forEachSkipPhrase(perhapsAt: token, in: reading) { phrase in
      if !opens { opens = isWord(phrase[0], at: token, in: reading) }
    }
    return opens
  }

  /// Calls `body` with those of the phrases whose first word begins like the token and is as long, as typed or repaired.
  private func forEachSkipPhrase(perhapsAt token: Int, in reading: ReadingDraft, _ body: ([[UInt8]]) -> Void) {
    let folded = reading.text.tokens[token].folded
    guard !folded.isEmpty else { return }
    let first = reading.text.foldedBytes[folded.lowerBound]
    for place in skipPhrases.startingWith(first, length: folded.count) { body(skipPhrases.phrases[Int(place)]) }
    let unit = reading.unitOfToken[token]
    guard reading.units[unit].repaired, reading.units[unit].word >= 0 else { return }
    let length = lexicon.words[Int(reading.units[unit].word)].utf8.count
    guard length != folded.count else { return }
    for place in skipPhrases.startingWith(first, length: length) { body(skipPhrases.phrases[Int(place)]) }
  }

  /// Whether the token is the folded word, as typed or repaired.
  private func isWord(_ word: [UInt8], at token: Int, in reading: ReadingDraft) -> Bool {
    if reading.text.foldedBytes[reading.text.tokens[token].folded].elementsEqual(word) { return true }
    let unit = reading.units[reading.unitOfToken[token]]
    return unit.repaired && unit.word >= 0 && lexicon.words[Int(unit.word)].utf8.elementsEqual(word)
  }
}
