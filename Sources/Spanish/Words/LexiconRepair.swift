extension Lexicon {
  /// What a token is: its readings as typed, what abbreviations and confusions make of it, or, if `repairing`, what was
  /// probably meant by a word that is none. `next` is the token behind it: see ``isAuxiliary(_:before:)``; nothing else
  /// matters.
  ///
  /// - Complexity: O(length) of the word; independent of the number of words that the content names.
  package func read(
    _ folded: ArraySlice<UInt8>, before next: ArraySlice<UInt8>, repairing: Bool, into readings: inout [Reading]
  ) -> TokenReading {
    // No word is that long.
    guard folded.count <= Self.longestToken else { return .unknown }
    appendReadings(of: folded, to: &readings)
    if let parts = expansion(of: folded) { return .parts(parts.map { $0[...] }, cost: 1, areTyped: false) }
    if folded.count <= 10 {
      if let auxiliary = Confusions.auxiliary(for: folded, before: next) {
        appendExact(auxiliary[...], cost: 1, to: &readings)
      }
      for alternative in Confusions.alternatives(to: folded) {
        if alternative.count > 1 { return .parts(alternative.map { $0[...] }, cost: 2, areTyped: false) }
        appendExact(alternative[0][...], cost: 1, to: &readings)
      }
    }
    if !readings.isEmpty || isKnown(folded) { return .known }
    guard repairing else { return .unknown }
    let cost = appendRepairs(of: folded, to: &readings)
    if let cost, cost <= 2 { return .repaired }
    // «mipedido» is two words rather than two errors.
    if let parts = segments(of: folded) { return .parts(parts, cost: 1, areTyped: true) }
    if cost == nil, let parts = repairedSegments(of: folded) { return .parts(parts, cost: 3, areTyped: false) }
    return cost == nil ? .unknown : .repaired
  }

  /// Whether the token is an auxiliary without its h, or a preposition with one: the token behind it tells «a llegado» from
  /// «a casa».
  package static func isAuxiliary(_ folded: ArraySlice<UInt8>, before next: ArraySlice<UInt8>) -> Bool {
    Confusions.isAuxiliary(folded, before: next)
  }

  /// Readings of what the customer probably meant by a word that is not Spanish: elongations («holaaaa»), the nearest
  /// words of the content, its verbs with pronouns, and words without vowels («cnclar»). The longer the word, the more
  /// may be wrong; far repairs that could be several words are dropped. Returns the cost, or nil.
  @discardableResult
  package func appendRepairs(of folded: ArraySlice<UInt8>, to readings: inout [Reading]) -> Int? {
    guard folded.count >= 3, folded.count <= Self.longestToken, var word = Phonetics.letters(of: folded) else {
      return nil
    }
    if let shortened = Elongation.forms(of: word) {
      let found = readings.count
      for letters in shortened { appendExact(Phonetics.folded(letters)[...], cost: 2, to: &readings) }
      if readings.count > found { return 2 }
      word = shortened[shortened.count - 1]
    }
    guard word.count >= 3, word.count <= TypoIndex.longest else { return nil }
    let budget = Self.budget(for: word.count)
    var best = nearest(to: word, budget: budget, needing: .free, enclitics: 0)
    if best.cost > 2, word.count >= 5 {
      let whole = Phonetics.folded(word)
      Enclitics.forEach(in: whole[...]) { host, pronouns, use in
        guard use == .host, host.count >= 3, let letters = Phonetics.letters(of: host) else { return }
        let other = nearest(to: letters, budget: min(3, budget, best.cost - 1), needing: .host, enclitics: pronouns)
        if other.cost < best.cost { best = other }
      }
      if best.cost > 2, let unscrambled = unscrambled(whole) { best = (unscrambled, 2) }
    }
    if best.readings.isEmpty { best = shortened(word) }
    readings += best.readings
    return best.readings.isEmpty ? nil : best.cost
  }

  private static let longestToken = 128

  private static func budget(for count: Int) -> Int { count <= 4 ? 2 : count <= 7 ? 3 : 5 }

  private func appendExact(_ word: ArraySlice<UInt8>, cost: UInt8, to readings: inout [Reading]) {
    guard let key = table.find(word) else { return }
    append(key, needing: .free, enclitics: 0, cost: cost, to: &readings)
  }

  /// The nearest words of the content; a cost above every budget when there are none.
  private func nearest(
    to word: [UInt8], budget: Int, needing use: FormUse, enclitics: UInt8
  ) -> (readings: [Reading], cost: Int) {
    var candidates = typos.nearest(to: word, budget: budget) { !uses[$0].isDisjoint(with: use) }
    guard let cost = candidates.first?.cost else { return ([], .max) }
    // Near or far, too many meanings are none.
    let allowed = cost >= 4 ? 1 : cost == 3 ? 3 : 6
    if meanings(of: candidates) > allowed {
      candidates.removeAll { $0.cost > cost }
      if meanings(of: candidates) > allowed { return ([], .max) }
    }
    var repairs: [Reading] = []
    for candidate in candidates {
      let cost = UInt8(max(2, candidate.cost))
      append(candidate.key, needing: use, enclitics: enclitics, cost: cost, to: &repairs)
      guard use == .free else { continue }
      // A literal word of a pattern may be a verb with pronouns, too: «déjalo».
      let first = repairs.count
      appendEnclitics(of: table[candidate.key], to: &repairs)
      for index in first..<repairs.count { repairs[index].cost = cost }
    }
    return (repairs, cost)
  }

  /// Words whose vowels were left out.
  private func shortened(_ word: [UInt8]) -> (readings: [Reading], cost: Int) {
    let keys = typos.words(withSkeletonOf: word) { uses[$0].contains(.free) }
    guard !keys.isEmpty, meanings(of: keys.map { .init(key: $0, cost: 3) }) <= 3 else { return ([], .max) }
    var repairs: [Reading] = []
    for key in keys { append(key, needing: .free, enclitics: 0, cost: 3, to: &repairs) }
    return (repairs, 3)
  }

  /// Two letters swapped, or one typed twice, where a verb meets its pronouns: «cancelaemlo», «cancelameelo».
  private func unscrambled(_ folded: [UInt8]) -> [Reading]? {
    guard folded.count >= 6 else { return nil }
    var readings: [Reading] = []
    for index in folded.indices.dropFirst() where folded[index] < 0x80 && folded[index - 1] < 0x80 {
      var other = folded
      if other[index] == other[index - 1] { other.remove(at: index) } else { other.swapAt(index, index - 1) }
      appendReadings(of: other[...], to: &readings)
    }
    for index in readings.indices { readings[index].cost = 2 }
    return readings.isEmpty ? nil : readings
  }

  /// How many different words the candidates are forms of.
  private func meanings(of candidates: [TypoIndex.Candidate]) -> Int {
    var count = 0
    for (index, candidate) in candidates.enumerated() {
      if !candidates[..<index].contains(where: { shareReading($0.key, candidate.key) }) { count += 1 }
    }
    return count
  }

  /// Whether two keys are forms of one lemma.
  private func shareReading(_ left: Int, _ right: Int) -> Bool {
    var next = heads[left]
    while next >= 0 {
      let cell = cells[Int(next)]
      next = cell.next
      var other = heads[right]
      while other >= 0 {
        if cell.lemma >= 0, cells[Int(other)].lemma == cell.lemma { return true }
        other = cells[Int(other)].next
      }
    }
    return false
  }
}

/// «holaaaa», «leeeer», «siii», «graciasss»: letters held down.
enum Elongation {
  /// The word with its runs of three or more cut to one letter, then to two; nil without such runs.
  static func forms(of word: [UInt8]) -> [[UInt8]]? {
    guard word.indices.dropFirst(2).contains(where: { word[$0] == word[$0 - 1] && word[$0] == word[$0 - 2] }) else {
      return nil
    }
    var single: [UInt8] = []
    var double: [UInt8] = []
    var index = 0
    while index < word.count {
      var end = index
      while end < word.count, word[end] == word[index] { end += 1 }
      let run = end - index
      single += [UInt8](repeating: word[index], count: run >= 3 ? 1 : run)
      double += [UInt8](repeating: word[index], count: min(run, 2))
      index = end
    }
    return double == word || double == single ? [single] : [single, double]
  }
}
