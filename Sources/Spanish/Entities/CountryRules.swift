import TextAnalysis

extension EntityScan {
  /// Names of several words, which the vocabulary cannot hold, by the first of them.
  private static let phrases = Dictionary(grouping: namesOfWords) { $0.words[0] }

  private static let namesOfWords: [(words: [String], code: String)] = [
    (["estados", "unidos"], "US"), (["reino", "unido"], "GB"), (["gran", "bretaña"], "GB"),
    (["gran", "bretana"], "GB"),
    (["costa", "rica"], "CR"), (["el", "salvador"], "SV"), (["republica", "dominicana"], "DO"),
    (["republica", "checa"], "CZ"), (["puerto", "rico"], "PR"), (["ee", "uu"], "US"), (["hong", "kong"], "HK"),
    (["nueva", "zelanda"], "NZ"), (["sri", "lanka"], "LK"), (["arabia", "saudi"], "SA"), (["arabia", "saudita"], "SA"),
    (["emiratos", "arabes", "unidos"], "AE"), (["islas", "caiman"], "KY"), (["islas", "salomon"], "SB"),
    (["santa", "helena"], "SH"), (["corea", "del", "sur"], "KR"), (["corea", "del", "norte"], "KP"),
  ]

  /// The country named at `i`, as its ISO 3166-1 code.
  func countryName(at i: Int) -> (code: String, end: Int)? {
    guard i < atoms.count, atoms[i].opens.contains(.country) else { return nil }
    if meaning(i).hasCountry { return (meaning(i).country, i + 1) }
    let first = String(decoding: text.foldedBytes[atoms[i].folded], as: UTF8.self)
    let phrase = Self.phrases[first]?.first { phrase in
      phrase.words.indices.dropFirst().allSatisfy { isFolded(i + $0, phrase.words[$0]) }
    }
    return phrase.map { ($0.code, i + $0.words.count) }
  }

  func country(at i: Int) -> Candidate? {
    countryName(at: i).map {
      Candidate(kind: .country, atoms: i..<$0.end, value: .text($0.code), rule: "country")
    }
  }
}
