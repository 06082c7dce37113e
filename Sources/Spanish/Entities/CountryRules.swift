extension EntityScan {
  /// Names of two words, which the vocabulary cannot hold.
  private static let phrases: [(first: String, second: String, code: String)] = [
    ("estados", "unidos", "US"), ("reino", "unido", "GB"), ("gran", "bretaña", "GB"), ("gran", "bretana", "GB"),
    ("costa", "rica", "CR"), ("el", "salvador", "SV"), ("republica", "dominicana", "DO"), ("puerto", "rico", "PR"),
    ("ee", "uu", "US"),
  ]

  /// A country by its name, as its ISO 3166-1 code.
  func country(at i: Int) -> Candidate? {
    if meaning(i).hasCountry {
      return Candidate(kind: .country, atoms: i..<(i + 1), value: .text(meaning(i).country), rule: "country")
    }
    for phrase in Self.phrases where isFolded(i, phrase.first) && isFolded(i + 1, phrase.second) {
      return Candidate(kind: .country, atoms: i..<(i + 2), value: .text(phrase.code), rule: "country-phrase")
    }
    return nil
  }
}
