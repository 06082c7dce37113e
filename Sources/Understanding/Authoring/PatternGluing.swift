/// What pieces spell that stand without white space between them: `paus(a|e)`, `(no |in|des)activ[ad]o`, `por[ ]cien[to]`.
///
/// White space inside a bracket, next to it, ends the word there; without it letters on both sides become one word.
struct PatternGluing {
  /// One way to spell the pieces: parts in a row, and whether letters may be added at either end.
  struct Spelling {
    var items: [PatternSyntax] = []
    var isOpenBefore = true
    var isOpenAfter = true

    var syntax: PatternSyntax { items.count == 1 ? items[0] : .sequence(items) }
  }

  private let choices: [[Spelling]]

  init(_ pieces: [PatternReader.Piece]) { choices = pieces.map(Self.choices) }

  /// Cuts the pieces where no word can run across, so that only what belongs together is spelled out together.
  static func segments(of pieces: [PatternReader.Piece]) -> [[PatternReader.Piece]] {
    let choices = pieces.map(Self.choices)
    var segments: [[PatternReader.Piece]] = []
    var start = 0
    for index in pieces.indices.dropLast() {
      let (left, right) = (choices[index], choices[index + 1])
      let closesAfter = left.allSatisfy { $0.items.isEmpty || !$0.isOpenAfter }
      let opensBefore = right.contains { !$0.items.isEmpty && $0.isOpenBefore }
      let leftVanishes = index > start && left.contains { $0.items.isEmpty }
      let rightVanishes = index + 2 < pieces.count && right.contains { $0.items.isEmpty }
      if closesAfter && !leftVanishes || !opensBefore && !rightVanishes {
        segments.append(Array(pieces[start...index]))
        start = index + 1
      }
    }
    return segments + [Array(pieces[start...])]
  }

  /// Whether letters touch something that is no word: `pedido(s|<regla>)`.
  var gluesNonWords: Bool {
    zip(choices, choices.dropFirst()).contains { left, right in
      left.contains { a in
        right.contains { b in
          guard let end = a.items.last, let begin = b.items.first, a.isOpenAfter, b.isOpenBefore else { return false }
          return !Self.isWord(end) || !Self.isWord(begin)
        }
      }
    }
  }

  /// Every way to spell the pieces; nil if there are more than `limit`.
  func spellings(limit: Int) -> [Spelling]? {
    var all = [Spelling()]
    for options in choices {
      guard all.count * options.count <= limit else { return nil }
      all = all.flatMap { left in options.map { Self.joined(left, $0) } }
    }
    // Few enough to be looked through.
    var different: [Spelling] = []
    for spelling in all where !different.contains(where: { $0.items == spelling.items }) { different.append(spelling) }
    return different
  }

  private static func joined(_ a: Spelling, _ b: Spelling) -> Spelling {
    if a.items.isEmpty {
      var joined = b
      joined.isOpenBefore = a.isOpenBefore && a.isOpenAfter && b.isOpenBefore
      if b.items.isEmpty { joined.isOpenAfter = a.isOpenAfter && b.isOpenAfter }
      return joined
    }
    if b.items.isEmpty {
      return Spelling(items: a.items, isOpenBefore: a.isOpenBefore, isOpenAfter: a.isOpenAfter && b.isOpenBefore)
    }
    var items = a.items
    var rest = b.items
    if a.isOpenAfter, b.isOpenBefore, case .word(let left)? = items.last, case .word(let right)? = rest.first {
      items[items.count - 1] = .word(left + right)
      rest.removeFirst()
    }
    return Spelling(items: items + rest, isOpenBefore: a.isOpenBefore, isOpenAfter: b.isOpenAfter)
  }

  private static func isWord(_ syntax: PatternSyntax) -> Bool { if case .word = syntax { true } else { false } }

  // MARK: - Choices of one piece

  private static func choices(_ piece: PatternReader.Piece) -> [Spelling] {
    switch piece {
    case .text(let text): [Spelling(items: [.word(text)])]
    case .group(let part): choices(of: part)
    }
  }

  private static func choices(of part: PatternReader.Part) -> [Spelling] {
    var all: [Spelling] =
      if !part.items.isEmpty { choices(ofSequence: part) } else if !part.options.isEmpty {
        part.options.flatMap { choices(of: $0) }
      } else { choices(of: part.syntax) }
    if part.isOptional, !all.contains(where: \.isNothing) { all.append(Spelling()) }
    return all.map { spelling in
      var spelling = spelling
      if part.hasSpaceBefore { spelling.isOpenBefore = false }
      if part.hasSpaceAfter { spelling.isOpenAfter = false }
      return spelling
    }
  }

  private static func choices(of syntax: PatternSyntax) -> [Spelling] {
    switch syntax {
    case .sequence([]): return [Spelling()]
    // Any order puts white space around its parts.
    case .permutation, .optional(.permutation):
      return [Spelling(items: [syntax], isOpenBefore: false, isOpenAfter: false)]
    default:
      guard let words = PatternReader.words(of: syntax) else { return [Spelling(items: [syntax])] }
      return words.map { Spelling(items: $0.isEmpty ? [] : [.word($0)]) }
    }
  }

  /// Only the ends of a sequence can grow; what stands between them stays as it is.
  private static func choices(ofSequence part: PatternReader.Part) -> [Spelling] {
    func edge(_ item: PatternReader.Part, isOpen: Bool) -> [Spelling] {
      isOpen ? choices(of: item) : [Spelling(items: [item.syntax], isOpenBefore: false, isOpenAfter: false)]
    }
    let middle = part.items.dropFirst().dropLast().map(\.syntax)
    return edge(part.items[0], isOpen: !part.hasSpaceBefore).flatMap { first in
      edge(part.items[part.items.count - 1], isOpen: !part.hasSpaceAfter).map { last in
        // Where an end vanishes, the space behind it stays.
        Spelling(
          items: first.items + middle + last.items, isOpenBefore: first.isOpenBefore && !first.items.isEmpty,
          isOpenAfter: last.isOpenAfter && !last.items.isEmpty)
      }
    }
  }
}

extension PatternGluing.Spelling {
  fileprivate var isNothing: Bool { items.isEmpty && isOpenBefore && isOpenAfter }

  /// As a part of a pattern again.
  func part(at offset: Int) -> PatternReader.Part {
    var part = PatternReader.Part(syntax, at: offset)
    if items.count > 1 { part.items = items.map { PatternReader.Part($0, at: offset) } }
    part.hasSpaceBefore = !isOpenBefore
    part.hasSpaceAfter = !isOpenAfter
    return part
  }
}
