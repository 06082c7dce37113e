/// Every form that the lexicon knows, for what is proved of the content before any message comes.
extension Lexicon {
  /// Calls `body` with each folded form that is a word of the content, without enclitic pronouns, and its readings.
  package func forEachForm(_ body: (ArraySlice<UInt8>, [Reading]) -> Void) {
    var readings: [Reading] = []
    for key in 0..<table.count where heads[key] >= 0 {
      readings.removeAll(keepingCapacity: true)
      append(key, needing: .free, enclitics: 0, cost: 0, to: &readings)
      if !readings.isEmpty { body(table[key], readings) }
    }
  }
}
