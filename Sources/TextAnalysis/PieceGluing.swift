/// A stretch of the message that becomes one token.
struct Piece: Equatable {
  /// UTF-8 offsets in the message.
  var lower: Int
  var upper: Int
  var kind: TokenKind
  /// Whether white space, or a line end, stands between the previous piece and this one.
  var spaceBefore: Bool
  var lineEndBefore: Bool
  /// Whether full stops inside only abbreviate: the folded form goes without them («n.º» → «nº», «a.m» → «am»).
  var isAbbreviation = false
}

/// Corrects ICU's segments where customers' messages differ from prose.
///
/// Together come: e-mail addresses and URLs; digits with inner separators («12/03», «402-1234567-1234567»); «n.º», «2.º»,
/// «n°»; emoticons. Apart come: words around a full stop without a space («llegado.quiero»), numbers and their unit
/// («20euros», «10:30h»), underscores around a word (WhatsApp's italics).
struct PieceGluing {
  private let bytes: [UInt8]
  private let segments: [Segment]
  private var pieces: [Piece] = []
  private var spacePending = false
  private var lineEndPending = false

  init(bytes: [UInt8], segments: [Segment]) {
    self.bytes = bytes
    self.segments = segments
  }

  /// Consumes the segments. Cost: O(bytes).
  mutating func glued() -> [Piece] {
    pieces.reserveCapacity(segments.count / 2 + 4)
    let scanner = AddressScanner(bytes: bytes)
    var index = 0
    while index < segments.count {
      let segment = segments[index]
      if segment.kind.isSeparator {
        spacePending = true
        if segment.kind == .lineEnd { lineEndPending = true }
        index += 1
        continue
      }
      var end = index
      while end < segments.count, !segments[end].kind.isSeparator { end += 1 }
      if isPlain(index..<end) {
        for segment in segments[index..<end] {
          appendPiece(segment.lower, segment.upper, segment.kind == .word ? .word : .punctuation)
        }
        index = end
        continue
      }
      let run = segment.lower..<segments[end - 1].upper
      let addresses = mayHoldAddress(run) ? scanner.addresses(in: run) : []
      let runStart = pieces.count
      appendRun(segments[index..<end], around: addresses)
      joinWithinRun(from: runStart)
      index = end
    }
    return pieces
  }

  /// Whether there is nothing to correct in a run: a word of letters, as nearly all are, with marks around it. Those behind
  /// which something could follow («.amazon», «:)», «nº») are left to the rules.
  private func isPlain(_ run: Range<Int>) -> Bool {
    var hasWord = false
    for index in run {
      let segment = segments[index]
      switch segment.kind {
      case .word:
        if hasWord { return false }
        hasWord = true
        for byte in bytes[segment.lower..<segment.upper] where !byte.isPlainLetterPart { return false }
      case .punctuation:
        switch bytes[segment.lower] {
        case UInt8(ascii: ":"), UInt8(ascii: ";"): return false
        case UInt8(ascii: ".") where !hasWord: return false
        case 0xC3...: return false
        default: break
        }
      default: return false
      }
    }
    return true
  }

  /// Whether `run` holds a byte without which there is no address: `@`, or a dot between two other characters, or `:/`.
  private func mayHoldAddress(_ run: Range<Int>) -> Bool {
    guard run.count > 3 else { return false }
    for index in run.dropFirst().dropLast() {
      switch bytes[index] {
      case UInt8(ascii: "@"): return true
      case UInt8(ascii: "."), UInt8(ascii: ":"):
        let next = bytes[index + 1]
        if next.isASCIILetter || next >= 0xC3 || next == UInt8(ascii: "/") { return true }
      default: break
      }
    }
    return false
  }

  /// Appends the segments of one run, with each address as one piece and what it cuts clipped.
  private mutating func appendRun(_ run: ArraySlice<Segment>, around addresses: [AddressScanner.Address]) {
    var next = 0
    for segment in run {
      var lower = segment.lower
      while lower < segment.upper {
        guard next < addresses.count, addresses[next].lower < segment.upper else {
          append(segment, lower, segment.upper)
          break
        }
        let address = addresses[next]
        if lower < address.lower { append(segment, lower, address.lower) }
        if address.upper <= segment.upper {
          appendPiece(address.lower, address.upper, address.kind)
          next += 1
        }
        lower = max(lower, address.upper)
      }
    }
  }

  private mutating func append(_ segment: Segment, _ lower: Int, _ upper: Int) {
    switch segment.kind {
    case .space, .lineEnd, .ignorable: break
    case .word: appendWord(lower, upper)
    case .symbol where upper - lower > 1 && bytes[lower] == UInt8(ascii: "@"): appendWord(lower, upper)
    case .number: appendNumber(lower, upper)
    case .punctuation: appendPiece(lower, upper, .punctuation)
    case .symbol: appendPiece(lower, upper, .symbol)
    case .emoji: appendPiece(lower, upper, .emoji)
    }
  }

  private mutating func appendPiece(_ lower: Int, _ upper: Int, _ kind: TokenKind) {
    pieces.append(
      Piece(lower: lower, upper: upper, kind: kind, spaceBefore: spacePending, lineEndBefore: lineEndPending))
    spacePending = false
    lineEndPending = false
  }

  /// Appends a word without the underscores around it, cut at full stops and colons that lack their space.
  private mutating func appendWord(_ lower: Int, _ upper: Int) {
    var lower = lower
    var upper = upper
    while lower < upper, bytes[lower] == UInt8(ascii: "_") {
      appendPiece(lower, lower + 1, .punctuation)
      lower += 1
    }
    let end = upper
    while lower < upper, bytes[upper - 1] == UInt8(ascii: "_") { upper -= 1 }
    if lower < upper {
      if isDottedAbbreviation(lower..<upper) {
        appendPiece(lower, upper, .word)
        pieces[pieces.count - 1].isAbbreviation = true
      } else {
        appendCut(lower, upper)
      }
    }
    for index in upper..<end { appendPiece(index, index + 1, .punctuation) }
  }

  /// Appends a word, cut at every `@`, at full stops and colons that stand between letters or at an edge that an address
  /// left, and behind «nº» («nº402» is two).
  private mutating func appendCut(_ lower: Int, _ upper: Int) {
    var start = lower
    for index in lower..<upper {
      let byte = bytes[index]
      let isStop = byte == UInt8(ascii: ".") || byte == UInt8(ascii: ":")
      if byte == UInt8(ascii: "@")
        || isStop && !isDigit(index - 1, in: lower..<upper) && !isDigit(index + 1, in: lower..<upper)
      {
        appendPlainWord(start, index)
        appendPiece(index, index + 1, isStop ? .punctuation : .symbol)
        start = index + 1
      } else if byte == 0xBA, isNumberSign(at: index, from: start) {
        appendPlainWord(start, index + 1)
        start = index + 1
      }
    }
    appendPlainWord(start, upper)
  }

  /// Whether the º at `index` stands behind «n» only, or opens the piece (its «n.» is a segment of its own).
  private func isNumberSign(at index: Int, from start: Int) -> Bool {
    guard index > start, bytes[index - 1] == 0xC2 else { return false }
    return index == start + 1 || index == start + 2 && bytes[start] | 0x20 == UInt8(ascii: "n")
  }

  private func isDigit(_ index: Int, in range: Range<Int>) -> Bool { range.contains(index) && bytes[index].isDigit }

  /// Appends a word; a number with its unit typed together becomes two pieces.
  private mutating func appendPlainWord(_ lower: Int, _ upper: Int) {
    if lower >= upper { return }
    if bytes[lower].isDigit {
      var digits = lower
      while digits < upper,
        bytes[digits].isDigit || bytes[digits] == UInt8(ascii: ",") || bytes[digits] == UInt8(ascii: ".")
      {
        digits += 1
      }
      if digits == upper {
        appendPiece(lower, upper, .number)
        return
      }
      if digits - lower <= 9, Units.contains(bytes[digits..<upper]) {
        appendPiece(lower, digits, .number)
        appendPiece(digits, upper, .word)
        return
      }
    }
    appendPiece(lower, upper, .word)
  }

  /// Appends digits, cut at the semicolons that ICU takes for separators.
  private mutating func appendNumber(_ lower: Int, _ upper: Int) {
    var start = lower
    for index in lower..<upper where bytes[index] == UInt8(ascii: ";") {
      appendPiece(start, index, .number)
      appendPiece(index, index + 1, .punctuation)
      start = index + 1
    }
    if start < upper { appendPiece(start, upper, .number) }
  }

  /// «EE.UU», «a.m», «S.L»: single letters, or letters doubled for the plural, between full stops.
  private func isDottedAbbreviation(_ range: Range<Int>) -> Bool {
    guard range.count <= 12, bytes[range].contains(UInt8(ascii: ".")) else { return false }
    return bytes[range].split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false).allSatisfy { part in
      guard let first = part.first, first.isASCIILetter else { return false }
      return part.count == 1 || part.count == 2 && part.last == first
    }
  }

  // MARK: - Joining

  /// Joins the pieces of the last run that belong together.
  private mutating func joinWithinRun(from start: Int) {
    guard pieces.count - start > 1 else { return }
    var write = start
    var read = start
    while read < pieces.count {
      var piece = pieces[read]
      read += 1
      read += joined(&piece, with: read)
      pieces[write] = piece
      write += 1
    }
    pieces.removeSubrange(write...)
  }

  /// Extends `piece` by what follows from `next` on, all in one run; returns how many pieces it took.
  private func joined(_ piece: inout Piece, with next: Int) -> Int {
    switch piece.kind {
    case .number:
      var taken = 0
      while next + taken + 1 < pieces.count, isNumberSeparator(pieces[next + taken]),
        pieces[next + taken + 1].kind == .number,
        pieces[next + taken + 1].lower == pieces[next + taken].upper
      {
        piece.upper = pieces[next + taken + 1].upper
        taken += 2
      }
      return taken > 0 ? taken : joinedOrdinal(&piece, with: next)
    case .word:
      return piece.upper - piece.lower <= 3 ? joinedOrdinal(&piece, with: next) : 0
    case .punctuation:
      return joinedEmoticon(&piece, with: next)
    default:
      return 0
    }
  }

  /// One of `- / . , : '` or a dash or apostrophe of print: «402‑1234567‑1234567» copied from a web page.
  private func isNumberSeparator(_ piece: Piece) -> Bool {
    switch piece.upper - piece.lower {
    case 1: return "-/.,:'".utf8.contains(bytes[piece.lower])
    case 3:
      let mark = bytes[piece.lower..<piece.upper]
      return mark.elementsEqual("’".utf8)
        || mark.dropLast().elementsEqual([0xE2, 0x80]) && (0x90...0x95).contains(mark[mark.endIndex - 1])
    default: return false
    }
  }

  /// «n.º», «2.º», «1.er», «n°»: the indicator belongs to what it stands behind. «20°C» is a temperature.
  private func joinedOrdinal(_ piece: inout Piece, with next: Int) -> Int {
    guard next < pieces.count else { return 0 }
    let hasStop = isMark(pieces[next], ".")
    let ending = hasStop ? next + 1 : next
    guard ending < pieces.count else { return 0 }
    let isOrdinal = piece.kind == .number && hasStop && isMark(pieces[ending], "er")
    let isTemperature =
      piece.kind == .number && ending + 1 < pieces.count && pieces[ending + 1].kind == .word
    guard isOrdinal || isIndicator(pieces[ending]) && !isTemperature else { return 0 }
    piece.upper = pieces[ending].upper
    piece.kind = .word
    piece.isAbbreviation = hasStop
    return hasStop ? 2 : 1
  }

  /// º, ª, or the degree sign that people type for º.
  private func isIndicator(_ piece: Piece) -> Bool {
    guard piece.upper - piece.lower == 2, bytes[piece.lower] == 0xC2 else { return false }
    let second = bytes[piece.lower + 1]
    return second == 0xBA || second == 0xAA || second == 0xB0
  }

  /// `:)` `:-(` `;)` `:D` when nothing else stands around them.
  private func joinedEmoticon(_ piece: inout Piece, with next: Int) -> Int {
    guard next < pieces.count, isMark(piece, ":") || isMark(piece, ";") else { return 0 }
    let mouth = isMark(pieces[next], "-") || isMark(pieces[next], "'") ? next + 1 : next
    guard mouth < pieces.count, ["(", ")", "D", "P", "/"].contains(where: { isMark(pieces[mouth], $0) }) else {
      return 0
    }
    let isAlone =
      piece.spaceBefore || piece.lower == 0 || mouth + 1 == pieces.count && pieces[mouth].kind == .punctuation
    guard isAlone, mouth + 1 == pieces.count || isMark(pieces[mouth + 1], ".") else { return 0 }
    piece.upper = pieces[mouth].upper
    piece.kind = .emoji
    return mouth + 1 - next
  }

  private func isMark(_ piece: Piece, _ mark: String) -> Bool {
    bytes[piece.lower..<piece.upper].elementsEqual(mark.utf8)
  }
}

/// Units that people type right behind a number. Codes are left whole: «12345678Z», «1Z999AA1», «5G».
private enum Units {
  private static let folded: Set<ArraySlice<UInt8>> = Set(
    [
      "h", "hs", "hrs", "hora", "horas", "min", "mins", "minuto", "minutos", "seg", "am", "pm", "dia", "dias", "semana",
      "semanas", "mes", "meses", "año", "años", "eur", "euro", "euros", "leuros", "kg", "kgs", "kilos", "cm", "mm",
      "ml",
      "km", "gb", "tb", "uds", "unidades", "x",
    ].map { Array($0.utf8)[...] })

  static func contains(_ letters: ArraySlice<UInt8>) -> Bool {
    guard !letters.isEmpty, letters.count <= 10 else { return false }
    return folded.contains(ArraySlice(letters.map { $0.isASCIILetter ? $0 | 0x20 : $0 }))
      || letters.elementsEqual("día".utf8) || letters.elementsEqual("días".utf8)
  }
}
