/// The words that the content knows, with every form of them. Built once, looked up by folded bytes.
package struct Lexicon: Sendable {
  package let lemmas: [String]
  package let words: [String]

  /// One reading of a key; the readings of a key are a chain.
  struct Cell: Sendable {
    var lemma: Int32
    var word: Int32
    var use: FormUse
    var next: Int32
  }

  let table: ByteTable
  /// First cell of each key of the table.
  let heads: [Int32]
  /// What a key may do, whichever its readings.
  let uses: [FormUse]
  let cells: [Cell]
  let typos: TypoIndex
  private let abbreviationTable: ByteTable
  private let expansions: [[[UInt8]]]

  /// - Parameters:
  ///   - words: the literal words of the patterns.
  ///   - fold: the folding of the analyzer, for what the author wrote in an unusual way.
  package init(
    entries: [LemmaEntry], words: [String], abbreviations: [(short: String, expansion: String)],
    fold: (String) -> String
  ) {
    var builder = LexiconBuilder()
    var lemmas: [String] = []
    var indices: [String: Int32] = [:]
    for entry in entries {
      let index: Int32
      if let known = indices[entry.lemma] {
        index = known
      } else {
        index = Int32(lemmas.count)
        lemmas.append(entry.lemma)
        indices[entry.lemma] = index
      }
      for form in Self.generated(for: entry) {
        builder.add(LexiconBuilder.folded(form.text, fold: fold), lemma: index, use: form.use)
      }
    }
    for (index, word) in words.enumerated() {
      builder.add(LexiconBuilder.folded(word, fold: fold), word: Int32(index), use: [.usual, .main])
    }
    var abbreviationTable = ByteTable()
    var expansions: [[[UInt8]]] = []
    for abbreviation in abbreviations {
      let key = LexiconBuilder.folded(abbreviation.short, fold: fold)
      let index = abbreviationTable.insert(key[...])
      let parts = abbreviation.expansion.split(separator: " ").map {
        LexiconBuilder.folded(String($0), fold: fold)
      }
      if index == expansions.count { expansions.append(parts) }
    }
    self.lemmas = lemmas
    self.words = words
    self.table = builder.table
    self.heads = builder.heads
    self.uses = builder.uses
    self.cells = builder.cells
    self.typos = TypoIndex(table: builder.table, uses: builder.uses)
    self.abbreviationTable = abbreviationTable
    self.expansions = expansions
    Self.prepare()
  }

  /// Makes what all lexicons share, which is good Spanish that no content names, so that no message has to: the first
  /// lexicon does it last of all, unless somebody was at it meanwhile.
  package static func prepare() { CommonWords.prepare() }

  /// Every reading of the token as typed: words, forms, and verbs with enclitic pronouns.
  package func appendReadings(of folded: ArraySlice<UInt8>, to readings: inout [Reading]) {
    if let key = table.find(folded) {
      append(key, needing: .free, enclitics: 0, cost: 0, to: &readings)
    }
    appendEnclitics(of: folded, to: &readings)
  }

  func appendEnclitics(of folded: ArraySlice<UInt8>, to readings: inout [Reading]) {
    Enclitics.forEach(in: folded) { host, pronouns, use in
      if let key = table.find(host), !uses[key].isDisjoint(with: use) {
        append(key, needing: use, enclitics: pronouns, cost: 0, to: &readings)
      }
    }
  }

  /// Whether the token is a word of the content, a form of one, or common Spanish: then it is never repaired.
  package func isKnown(_ folded: ArraySlice<UInt8>) -> Bool {
    if isContent(folded) || CommonWords.contains(folded) { return true }
    var known = false
    Enclitics.forEach(in: folded) { host, _, use in
      if known { return }
      if let key = table.find(host), !uses[key].isDisjoint(with: use) {
        known = true
      } else if use == .host, CommonWords.isCertainHost(host) {
        known = true
      }
    }
    return known
  }

  /// The words of an abbreviation: «xq» → por, que.
  package func expansion(of folded: ArraySlice<UInt8>) -> [[UInt8]]? {
    abbreviationTable.find(folded).map { expansions[$0] }
  }

  /// Every form of a lemma, accents written where the tables know them, without enclitic pronouns.
  package static func forms(of entry: LemmaEntry) -> [String] {
    var seen: Set<String> = []
    return generated(for: entry).filter { $0.use.contains(.free) && seen.insert($0.text).inserted }.map(\.text)
  }

  static func generated(for entry: LemmaEntry) -> [GeneratedForm] {
    let lemma = entry.lemma.lowercased()
    let use: FormUse = [.usual, .main]
    var forms = [GeneratedForm(text: lemma, use: use)]
    switch entry.partOfSpeech {
    case .verb: forms += Conjugation(infinitive: lemma)?.forms() ?? []
    case .noun:
      forms += NominalForms.noun(lemma).map { GeneratedForm(text: $0, use: use) }
      forms += NominalForms.augmentatives(of: lemma).map { GeneratedForm(text: $0, use: .free) }
    case .adjective:
      forms += NominalForms.adjective(lemma).map { GeneratedForm(text: $0, use: use) }
      forms.append(GeneratedForm(text: NominalForms.adverb(of: lemma), use: .usual))
    case .other: break
    }
    return forms + entry.extraForms.map { GeneratedForm(text: $0, use: use) }
  }

  /// Appends the readings of a key whose use allows it, each once and at its lowest cost.
  func append(
    _ key: Int, needing use: FormUse, enclitics: UInt8, cost: UInt8, to readings: inout [Reading]
  ) {
    var next = heads[key]
    while next >= 0 {
      let cell = cells[Int(next)]
      next = cell.next
      guard !cell.use.isDisjoint(with: use) else { continue }
      let reading = Reading(lemma: cell.lemma, word: cell.word, cost: cost, enclitics: enclitics)
      if !readings.contains(reading) { readings.append(reading) }
    }
  }

  /// Whether it is a word of the content, and not only good Spanish.
  func isContent(_ folded: ArraySlice<UInt8>) -> Bool {
    guard let key = table.find(folded) else { return false }
    return uses[key].contains(.free)
  }
}
