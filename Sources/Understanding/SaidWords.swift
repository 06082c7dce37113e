import Automata
import Spanish
import TextAnalysis

/// The words and numbers of a message as the sample sentences have them: each is looked up once, however many stretches
/// of the message are weighed.
struct SaidWords {
  struct Word {
    var features: SampleFeatures.Word
    /// The places of the features in the evidence; nil for what no sample says.
    var stem: Int?
    var whole: Int?
    /// That of the pair with the word before it.
    var pair: Int?

    /// Whether some sample has it as it stands.
    var isKnown: Bool { (features.whole == nil ? stem : whole) != nil }
  }

  private(set) var words: [Word] = []
  /// By unit: its word; nil for what is neither a word nor a number.
  private(set) var wordOfUnit: [Int?] = []
  /// By unit: whether it only opens or closes what is said, like greetings and thanks.
  private var isFrame: [Bool] = []

  /// A word that was repaired counts as what it was repaired to.
  init(_ reading: borrowing MessageReading, _ model: UnderstandingModel, _ evidence: WordEvidence) {
    words.reserveCapacity(reading.units.count)
    wordOfUnit.reserveCapacity(reading.units.count)
    isFrame.reserveCapacity(reading.units.count)
    var last = -1
    /// The token behind the last name.
    var end = 0
    for (index, unit) in reading.units.enumerated() {
      isFrame.append(model.isFrame(index, in: reading))
      if unit.token == last {
        wordOfUnit.append(wordOfUnit[index - 1])
        continue
      }
      last = unit.token
      if unit.token < end {
        wordOfUnit.append(words.count - 1)
        continue
      }
      let token = reading.text.tokens[unit.token]
      let features: SampleFeatures.Word
      switch token.kind {
      case .number: features = .number
      case .word:
        if unit.traits.contains(.opensName), let name = reading.names.first(where: { $0.token == unit.token })?.name {
          end = unit.token + name.length
          features = SampleFeatures.Word(nameOf: name.symbol)
        } else if unit.repaired, let repaired = model.repairedWord(of: unit, in: reading) {
          features = SampleFeatures.Word(repaired.utf8)
        } else {
          features = SampleFeatures.Word(reading.text.foldedBytes[token.folded])
        }
      default:
        wordOfUnit.append(nil)
        continue
      }
      let pair = SampleFeatures.pair(words.last?.features, features)
      wordOfUnit.append(words.count)
      words.append(
        Word(
          features: features, stem: evidence.place(of: features.stem),
          whole: features.whole.flatMap(evidence.place), pair: evidence.place(of: pair)))
    }
  }

  /// A stretch without the greetings before and the thanks behind.
  func withoutFrame<Units: BidirectionalCollection<Int>>(_ units: Units) -> Units.SubSequence {
    let said = units.drop { isFrame[$0] }
    let end = said.lastIndex { !isFrame[$0] }.map { said.index(after: $0) } ?? said.startIndex
    return said[..<end]
  }
}

extension UnderstandingModel {
  fileprivate func isFrame(_ unit: Int, in reading: MessageReading) -> Bool {
    guard reading.units[unit].isSkipWord else { return reading.units[unit].skippable }
    return !reading.lattice.edges(from: unit).contains { traits[Int($0.symbol.raw)].contains([.content, .word]) }
  }

  fileprivate func repairedWord(of unit: MessageReading.Unit, in reading: MessageReading) -> String? {
    guard let best = reading.readings(of: unit).min(by: { $0.cost < $1.cost }) else { return nil }
    if best.word >= 0 { return lexicon.words[Int(best.word)] }
    return best.lemma >= 0 ? analyzer.fold(lexicon.lemmas[Int(best.lemma)]) : nil
  }
}
