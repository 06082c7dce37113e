import Foundation

extension EntityScan {
  private static let suffixes = [
    "º", "ª", "°", "o", "a", "er", "ro", "ra", "do", "da", "to", "ta", "mo", "ma", "vo", "va", "no", "na", "ero", "era",
    "avo", "ava", "os", "as", "ros", "ras", "dos", "das", "tos", "tas",
  ]

  /// «2.º», «1er», «tercera», «décimo tercero», «tres mil millonésimo septuagésimo tercero».
  func ordinal(at i: Int) -> Candidate? {
    if isDigits(i) { return ordinalDigits(at: i) }
    if let relative = relativeOrdinal(at: i) { return relative }
    guard let (value, end) = ordinalWords(at: i) else { return nil }
    if end == i + 1, meaning(i).ordinal > 0, isOtherThing(i) { return nil }
    return Candidate(kind: .ordinal, atoms: i..<end, value: .number(Decimal(value)), rule: "ordinal-words")
  }

  /// «el último», «el anterior», «el siguiente»: a place counted from the end or from what is being spoken of, as data:
  /// `end+0`, `end-1`, `current+1`, `current-1`.
  private func relativeOrdinal(at i: Int) -> Candidate? {
    // Only as a name of its own: after an article or in quotes. «Mi próximo pedido» describes, «lo siguiente» announces.
    guard says(i - 1, .el, .la, .los, .las) || says(i - 1, .del, .al) || i > 0 && atoms[i - 1].symbol != 0 || i == 0
    else {
      return nil
    }
    var at = i
    let place: String
    switch keyword(i) {
    case .ultimo: place = "end+0"
    case .siguiente, .proximo: place = "current+1"
    case .anterior: place = "current-1"
    case .antes where says(i + 1, .del) && says(i + 2, .ultimo):
      place = "end-1"
      at = i + 2
    default:
      guard isFolded(i, "penultimo") || isFolded(i, "penultima") else { return nil }
      place = "end-1"
    }
    return Candidate(kind: .ordinal, atoms: i..<(at + 1), value: .text(place), rule: "ordinal-relative")
  }

  private func ordinalDigits(at i: Int) -> Candidate? {
    guard !continuesLeft(i), atoms[i].digitCount <= 9, atoms[i].value > 0 else { return nil }
    var end = i + 1
    if shows(end, "."), isGlued(end), isGlued(end + 1) { end += 1 }
    guard isGlued(end), Self.suffixes.contains(where: { isFolded(end, $0) }) else { return nil }
    return Candidate(
      kind: .ordinal, atoms: i..<(end + 1), value: .number(Decimal(atoms[i].value)), rule: "ordinal-digits")
  }

  /// «un segundo», «un momento, segundo», «un cuarto», «cuarto de baño», «las cinco menos cuarto».
  private func isOtherThing(_ i: Int) -> Bool {
    let left = keyword(i - 1)
    if meaning(i).unit == .second { return left == .un || left == .espera || numerals[i - 1] != nil }
    guard meaning(i).ordinal == 4 else { return false }
    return left == .un || left == .y || left == .menos || says(i + 1, .de)
  }

  /// The value of the ordinal that starts at `i`, with the cardinal that may lead it: «tres millones dos milésimo quinto».
  private func ordinalWords(at i: Int) -> (value: Int, end: Int)? {
    guard let lead = numerals[i], !lead.isArticle, !lead.isDigits, let count = lead.whole else {
      return ordinalTail(1, at: i, isLed: false)
    }
    // The cardinal must multiply a thousandth or a millionth: «dos segundos» and «tres quintos» are something else.
    return ordinalTail(count, at: lead.end, isLed: true)
  }

  private func ordinalTail(_ count: Int, at i: Int, isLed: Bool) -> (value: Int, end: Int)? {
    var at = i
    var value = 0
    var lead = count
    if ordinalPart(at) == 1_000_000, !isPlural(at) {
      guard lead <= 1_000_000_000 else { return nil }
      value = lead * 1_000_000
      at += 1
      lead = 0
    }
    if ordinalPart(at) == 1_000, !isPlural(at) || !isLed {
      // What is left of the lead above a million stays as it is.
      value += lead == 0 ? 1_000 : lead / 1_000_000 * 1_000_000 + max(1, lead % 1_000_000) * 1_000
      at += 1
    }
    guard at > i || !isLed else { return nil }
    var limit = at > i ? 1_000 : Int.max
    // Each part smaller than the one before: «vigésimo primero», never «primero segundo».
    while let part = ordinalPart(at), part < limit, part != 1_000_000 || at == i {
      value += part
      limit = part >= 100 ? 100 : part >= 10 && part % 10 == 0 ? 10 : 0
      at += 1
    }
    return at > i ? (value, at) : nil
  }

  /// What the word at `i` adds to an ordinal; nil if it is none. «doceavo» is one where no numerator stands before it.
  private func ordinalPart(_ i: Int) -> Int? {
    guard isWord(i) else { return nil }
    switch atoms[i].fused {
    case .ordinal: return atoms[i].value
    case .part: return numerals[i - 1] == nil ? atoms[i].value : nil
    default: return meaning(i).ordinal > 0 ? meaning(i).ordinal : nil
    }
  }
}
