/// Words written together, and words written apart.
extension Lexicon {
  private static let longestGlued = 40
  private static let longestPiece = 16

  /// How good a cut is: the more letters in long pieces, the better.
  private struct Cut {
    var score: Int
    var start: Int
    var isGlue: Bool
  }

  /// Cuts a word that is none into known ones: «porfavor», «mipedido», «nomellego», «quierocancelarlo». One of them is a
  /// word of the content, or all are short ones that hang together; nil when no cut is sound.
  package func segments(of folded: ArraySlice<UInt8>) -> [ArraySlice<UInt8>]? {
    guard folded.count >= 4, folded.count <= Self.longestGlued else { return nil }
    let base = folded.startIndex
    let count = folded.count
    // The best cut up to each position, by whether a word of the content is among its pieces.
    var best = [Cut?](repeating: nil, count: (count + 1) * 2)
    best[0] = Cut(score: 0, start: -1, isGlue: true)
    for start in 0..<count where best[start * 2] != nil || best[start * 2 + 1] != nil {
      var hash = ByteTable.emptyHash
      for end in (start + 1)...min(count, start + Self.longestPiece) {
        hash = ByteTable.extended(hash, by: folded[base + end - 1])
        if end - start == count { continue }
        let piece = folded[base + start..<base + end]
        guard let kind = kind(of: piece, hash: ByteTable.mixed(hash), isLast: end == count) else { continue }
        for content in 0...1 {
          guard let before = best[start * 2 + content] else { continue }
          // «pago» + «la» is a name more often than two words.
          if end == count, kind == .glue, content == 1 || !before.isGlue, piece.count < 3 { continue }
          let target = end * 2 + (content == 1 || kind == .content ? 1 : 0)
          let score = before.score + piece.count * piece.count
          if score > best[target]?.score ?? -1 {
            best[target] = Cut(score: score, start: start * 2 + content, isGlue: before.isGlue && kind == .glue)
          }
        }
      }
    }
    let last = best[count * 2 + 1] != nil ? count * 2 + 1 : count * 2
    guard let found = best[last], last % 2 == 1 || found.isGlue else { return nil }
    var pieces: [ArraySlice<UInt8>] = []
    var end = last
    while end > 1, let cut = best[end] {
      pieces.append(folded[base + cut.start / 2..<base + end / 2])
      end = cut.start
    }
    pieces.reverse()
    return pieces.count <= 5 && pieces.count { $0.count == 1 } <= 1 ? pieces : nil
  }

  private enum PieceKind { case glue, common, content }

  private func kind(of piece: ArraySlice<UInt8>, hash: UInt32, isLast: Bool) -> PieceKind? {
    if CommonWords.isGlue(piece, hash: hash) { return .glue }
    guard piece.count >= 3 else { return nil }
    if let key = table.find(piece, hash: hash), uses[key].isSuperset(of: .usual) {
      return piece.count >= 4 ? .content : .common
    }
    guard piece.count >= 4 else { return nil }
    if isLast, piece.count >= 6, hasEncliticReading(piece) { return .content }
    return CommonWords.isListed(piece, hash: hash) ? .common : nil
  }

  private func hasEncliticReading(_ piece: ArraySlice<UInt8>) -> Bool {
    var found = false
    Enclitics.forEach(in: piece) { host, _, use in
      if !found, let key = table.find(host), !uses[key].isDisjoint(with: use) { found = true }
    }
    return found
  }

  /// A short word before a mistyped one: «mipedio», «quierocanselar». The second piece comes repaired.
  func repairedSegments(of folded: ArraySlice<UInt8>) -> [ArraySlice<UInt8>]? {
    guard folded.count >= 7, folded.count <= Self.longestGlued, folded.allSatisfy({ $0 < 0x80 }) else { return nil }
    for length in (2...min(8, folded.count - 5)).reversed() {
      let left = folded.prefix(length)
      guard CommonWords.isGlue(left) || (length >= 5 && isContent(left)) else { continue }
      let right = folded.dropFirst(length)
      guard right.count <= TypoIndex.longest, let letters = Phonetics.letters(of: right) else { return nil }
      let near = typos.nearest(to: letters, budget: 2) { uses[$0].contains(.free) }
      if let candidate = near.first { return [left, table[candidate.key]] }
    }
    return nil
  }

  /// Words behind which an infinitive stands, so that «de volver» cannot be «de» and «volver».
  private static let beforeInfinitives: ByteTable = {
    var table = ByteTable()
    for verb in ["querer", "poder", "desear", "necesitar", "intentar", "deber", "solicitar"] {
      for form in Conjugation(infinitive: verb)?.forms() ?? [] {
        _ = table.insert(LexiconBuilder.folded(form.text) { $0 }[...])
      }
    }
    for word in ["para", "a", "como", "pa", "gustaria", "puedo", "no", "lo", "la", "los", "las"] {
      _ = table.insert(Array(word.utf8)[...])
    }
    return table
  }()

  /// Whether two tokens, that meet at `cut` of `whole`, are one word of the content written apart: «can celar», «quiero de
  /// volver». Two words that are good Spanish each are joined only where the first cannot stand.
  package func joined(_ whole: ArraySlice<UInt8>, at cut: Int, after previous: ArraySlice<UInt8>) -> Bool {
    guard whole.count >= 6, whole.count <= 32, isContent(whole) else { return false }
    let left = whole[..<cut]
    let right = whole[cut...]
    if left.elementsEqual("por".utf8) { return true }
    guard isKnown(left), isKnown(right) else { return true }
    return right.last == UInt8(ascii: "r") && (previous.isEmpty || Self.beforeInfinitives.find(previous) != nil)
  }
}
