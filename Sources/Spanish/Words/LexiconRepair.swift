extension Lexicon {
  /// Readings of what the customer probably meant by an unknown word: elongations («holaaaa») and the nearest words of
  /// the content. Words of three letters are not repaired, of four to seven get one edit, longer ones two.
  /// Far repairs that could be several words are dropped.
  package func appendRepairs(of folded: ArraySlice<UInt8>, to readings: inout [Reading]) {
    guard folded.count >= 3, folded.count <= 256, let word = Phonetics.letters(of: folded) else { return }
    guard !isKnown(folded) else { return }
    let found = readings.count
    appendElongation(of: word, to: &readings)
    guard readings.count == found, word.count >= 4, word.count <= TypoIndex.longest else { return }
    // «mipedido» is two words rather than two errors.
    let budget = Self.budget(for: word.count)
    let allowed = budget > 3 && split(folded) != nil ? 3 : budget
    appendNearest(to: word, budget: allowed, needing: .free, enclitics: 0, to: &readings)
    guard readings.count == found, word.count >= 6 else { return }
    Enclitics.forEach(in: folded) { host, pronouns, use in
      guard use == .host, readings.count == found, let letters = Phonetics.letters(of: host), letters.count >= 5 else {
        return
      }
      appendNearest(
        to: letters, budget: min(3, Self.budget(for: letters.count)), needing: .host, enclitics: pronouns,
        to: &readings)
    }
  }

  private static func budget(for count: Int) -> Int { count <= 4 ? 2 : count <= 7 ? 3 : 5 }

  private func appendNearest(
    to word: [UInt8], budget: Int, needing use: FormUse, enclitics: UInt8, to readings: inout [Reading]
  ) {
    let candidates = typos.nearest(to: word, budget: budget) { !uses[$0].isDisjoint(with: use) }
    guard let cost = candidates.first?.cost else { return }
    var repairs: [Reading] = []
    for candidate in candidates {
      append(candidate.key, needing: use, enclitics: enclitics, cost: UInt8(max(2, cost)), to: &repairs)
    }
    // Far away, several meanings are none.
    let meanings = candidates.count { first in
      !candidates.contains { $0.key < first.key && shareReading($0.key, first.key) }
    }
    let allowed = cost >= 4 ? 1 : cost == 3 ? 2 : 6
    if meanings <= allowed { readings += repairs }
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

  /// «holaaaa» → hola, «leeeer» → leer, «siii» → sí: a letter typed three times or more, or the last one twice.
  private func appendElongation(of word: [UInt8], to readings: inout [Reading]) {
    var single: [UInt8] = []
    var double: [UInt8] = []
    var stretched = false
    var index = 0
    while index < word.count {
      var end = index
      while end < word.count, word[end] == word[index] { end += 1 }
      let run = end - index
      let long = run >= 3 || (run == 2 && end == word.count && Phonetics.isVowel(word[index]))
      if long { stretched = true }
      single += [UInt8](repeating: word[index], count: long ? 1 : run)
      double += [UInt8](repeating: word[index], count: min(run, 2))
      index = end
    }
    guard stretched else { return }
    for letters in single == double ? [single] : [single, double] where letters.count < word.count {
      let bytes = letters.flatMap { letter -> [UInt8] in letter == Phonetics.tildeN ? [0xc3, 0xb1] : [letter] }
      guard let key = table.find(bytes[...]) else { continue }
      append(key, needing: .free, enclitics: 0, cost: 2, to: &readings)
    }
  }

  /// Cuts an unknown word in two known ones: «porfavor», «mipedido», «noquiero».
  package func split(_ folded: ArraySlice<UInt8>) -> (left: ArraySlice<UInt8>, right: ArraySlice<UInt8>)? {
    guard folded.count >= 5, folded.count <= 32, !isKnown(folded) else { return nil }
    var best: (score: Int, cut: Int)?
    for cut in (folded.startIndex + 1)..<(folded.endIndex - 1) {
      let left = folded[..<cut]
      let right = folded[cut...]
      let score = pieceScore(left) * pieceScore(right)
      // The longer right half wins a tie: mi + pedido.
      if score >= 8, score > best?.score ?? 0 { best = (score, cut) }
    }
    return best.map { (folded[..<$0.cut], folded[$0.cut...]) }
  }

  /// How much a half of a glued word is worth: 0 unknown, 2 a short function word, 4 good Spanish, more for content.
  private func pieceScore(_ piece: ArraySlice<UInt8>) -> Int {
    if CommonWords.isGlue(piece) { return 2 }
    guard piece.count >= 4, let key = table.find(piece), uses[key].contains(.free) else { return 0 }
    return heads[key] >= 0 ? 4 + min(piece.count, 12) : 4
  }

  /// Whether two tokens are one word of the content written apart: «de volver».
  package func joined(_ left: ArraySlice<UInt8>, _ right: ArraySlice<UInt8>) -> Bool {
    guard left.count >= 1, right.count >= 3, left.count + right.count >= 6, left.count + right.count <= 32 else {
      return false
    }
    return isContent(ArraySlice(Array(left) + Array(right)))
  }
}
