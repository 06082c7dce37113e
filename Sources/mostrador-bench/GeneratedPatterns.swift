import Understanding

/// Patterns by the thousand, out of the content's own lemmas: what the content would be if it were ten times as large.
struct GeneratedPatterns {
  /// The next place in the fixed sequence that picks the lemmas.
  private var state: UInt64 = 1

  /// A file with `count` patterns over `lemmas`, ten to an intent.
  mutating func source(count: Int, lemmas: [String]) -> ContentSource {
    var text = "intents:\n"
    for index in 0..<count {
      if index % 10 == 0 { text += "  generada.n\(index / 10):\n    patterns:\n" }
      let words = (0..<5).map { _ in "~" + lemmas[next(below: lemmas.count)] }
      text += "      - \"\(words[0]) ...3 (\(words[1])|\(words[2])) [...2 \(words[3])] [(el|la)] \(words[4])\"\n"
    }
    return ContentSource(path: "Intents/generada.yaml", text: text)
  }

  /// SplitMix64: the same patterns in every run.
  private mutating func next(below bound: Int) -> Int {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return Int((mixed ^ (mixed >> 31)) % UInt64(bound))
  }
}
