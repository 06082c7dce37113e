/// Folds pieces into tokens and counts clauses and sentences.
struct TokenAssembly {
  private var tokens: [Token] = []
  /// The folded forms up to `foldedEnd`, and room.
  private var foldedBytes: [UInt8] = []
  private var foldedEnd = 0
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
    foldedBytes.reserveCapacity(bytes.count * 2)
    foldedBytes.append(contentsOf: repeatElement(0, count: bytes.count * 2))
    tokens.reserveCapacity(count)
  }

  mutating func append(_ piece: Piece) {
    let start = foldedEnd
    fold(piece)
    if foldedEnd == start { return }
    if closingIsDoubtful, goesOn(with: piece) { closing = .nothing }
    closingIsDoubtful = false
    let closes = closing(of: piece)
    if closesItemNumber(piece) { openItem() }
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
        range: TextRange(piece.lower, piece.upper), folded: start..<foldedEnd, kind: piece.kind, clause: clause,
        sentence: sentence, spaceBefore: piece.spaceBefore && !tokens.isEmpty))
  }

  private mutating func fold(_ piece: Piece) {
    let start = foldedEnd
    do {
      foldedEnd = try folding.fold(bytes, in: piece.lower..<piece.upper, into: &foldedBytes, at: start)
    } catch {
      // Out of memory: better unfolded than lost.
      foldedBytes.replaceSubrange(start..., with: bytes[piece.lower..<piece.upper])
      foldedEnd = foldedBytes.count
    }
    if piece.isAbbreviation {
      let letters = foldedBytes[start..<foldedEnd].filter { $0 != UInt8(ascii: ".") }
      foldedBytes.replaceSubrange(start..., with: letters)
      foldedEnd = foldedBytes.count
    }
  }

  /// The message with the tokens of all pieces.
  mutating func finished(_ text: String) -> AnalyzedText {
    foldedBytes.removeLast(foldedBytes.count - foldedEnd)
    return AnalyzedText(text: text, bytes: bytes, tokens: tokens, foldedBytes: foldedBytes)
  }

  private func goesOn(with piece: Piece) -> Bool {
    let first = bytes[piece.lower]
    return !piece.lineEndBefore && (first.isDigit || first.isASCIILetter && first & 0x20 != 0)
  }

  /// «1) dónde está 2) cancélalo», «1- dónde está 2- cancélalo»: the number of an item opens a clause.
  private mutating func openItem() {
    let number = tokens.count - 1
    guard number > 0, tokens[number].clause == tokens[number - 1].clause else { return }
    clause += 1
    tokens[number].clause = clause
  }

  private func closesItemNumber(_ piece: Piece) -> Bool {
    guard let last = tokens.last, last.range.upper == piece.lower, last.range.upper - last.range.lower == 1,
      bytes[last.range.lower].isDigit, last.spaceBefore
    else { return false }
    if bytes[piece.lower] == UInt8(ascii: "-") {
      return piece.upper < bytes.count && bytes[piece.upper] == UInt8(ascii: " ")
    }
    guard bytes[piece.lower] == UInt8(ascii: ")") else { return false }
    // «(el 2)» is a remark.
    return !tokens.contains { bytes[$0.range.lower] == UInt8(ascii: "(") }
  }

  /// Between spaces: «… la tostadora + el cupón», «… la tostadora / y el cupón».
  private static let separators = ["+", "-", "–", "—", "•", "/", "|"]

  private func separates(_ piece: Piece) -> Bool {
    guard piece.spaceBefore, piece.upper < bytes.count, bytes[piece.upper] == UInt8(ascii: " "),
      tokens.last?.kind != .number
    else { return false }
    return Self.separators.contains { bytes[piece.lower..<piece.upper].elementsEqual($0.utf8) }
  }

  private func closing(of piece: Piece) -> Closing {
    guard piece.kind == .punctuation || piece.kind == .symbol else { return .nothing }
    if separates(piece) { return .clause }
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
