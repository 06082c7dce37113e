/// Folds pieces into tokens and counts clauses and sentences.
struct TokenAssembly {
  private(set) var tokens: [Token] = []
  private(set) var foldedBytes: [UInt8] = []
  private let bytes: [UInt8]
  private let folding: Folding
  private var clause = 0
  private var sentence = 0
  /// What the tokens so far have closed: it takes effect with the next token that closes nothing.
  private var closing = Closing.nothing

  /// Whether the full stop that closed belongs to an abbreviation, so that small letters or digits go on: «a las 10 a.m. del».
  private var closingIsDoubtful = false
  private var previousIsAbbreviation = false

  private enum Closing: Int { case nothing, clause, sentence }

  /// Behind these a full stop closes nothing: «núm. 402», «la Sra. García».
  private static let abbreviations: Set<String> = [
    "sr", "sra", "srta", "dr", "dra", "num", "nro", "tel", "tlf", "ref", "av", "avda", "pza", "ud", "uds", "aprox",
    "art", "pag",
  ]

  /// - Parameter count: how many pieces will be appended.
  init(bytes: [UInt8], folding: Folding, count: Int) {
    self.bytes = bytes
    self.folding = folding
    foldedBytes.reserveCapacity(bytes.count)
    tokens.reserveCapacity(count)
  }

  mutating func append(_ piece: Piece) {
    let start = foldedBytes.count
    fold(piece)
    if foldedBytes.count == start { return }
    if closingIsDoubtful, goesOn(with: piece) { closing = .nothing }
    closingIsDoubtful = false
    let closes = closing(of: piece)
    if piece.lineEndBefore, !tokens.isEmpty { closing = .sentence }
    if closing != .nothing, closes == .nothing || piece.lineEndBefore {
      clause += 1
      if closing == .sentence { sentence += 1 }
      closing = .nothing
    }
    if closes.rawValue > closing.rawValue {
      closing = closes
      closingIsDoubtful = previousIsAbbreviation && bytes[piece.lower] == UInt8(ascii: ".")
    }
    previousIsAbbreviation = piece.isAbbreviation
    tokens.append(
      Token(
        range: TextRange(piece.lower, piece.upper), folded: start..<foldedBytes.count, kind: piece.kind, clause: clause,
        sentence: sentence, spaceBefore: piece.spaceBefore && !tokens.isEmpty))
  }

  private mutating func fold(_ piece: Piece) {
    let start = foldedBytes.count
    do {
      try folding.fold(bytes[piece.lower..<piece.upper], into: &foldedBytes)
    } catch {
      foldedBytes.append(contentsOf: bytes[piece.lower..<piece.upper])  // out of memory: better unfolded than lost
    }
    if piece.isAbbreviation {
      let letters = foldedBytes[start...].filter { $0 != UInt8(ascii: ".") }
      foldedBytes.replaceSubrange(start..., with: letters)
    }
  }

  private func goesOn(with piece: Piece) -> Bool {
    let first = bytes[piece.lower]
    return !piece.lineEndBefore && (first.isDigit || first.isASCIILetter && first & 0x20 != 0)
  }

  private func closing(of piece: Piece) -> Closing {
    guard piece.kind == .punctuation else { return .nothing }
    switch bytes[piece.lower] {
    case UInt8(ascii: ".") where followsKnownAbbreviation(piece): return .nothing
    case UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?"): return .sentence
    case UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: ":"): return .clause
    default: return bytes[piece.lower..<piece.upper].elementsEqual("…".utf8) ? .sentence : .nothing
    }
  }

  private func followsKnownAbbreviation(_ piece: Piece) -> Bool {
    guard let last = tokens.last, last.kind == .word, last.range.upper == piece.lower, last.folded.count <= 6 else {
      return false
    }
    return Self.abbreviations.contains(String(decoding: foldedBytes[last.folded], as: UTF8.self))
  }
}
