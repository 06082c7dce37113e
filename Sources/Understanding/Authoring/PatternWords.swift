/// Words, and the groups inside them that spell several.
extension PatternReader {
  enum WordKind { case word, lemma }

  /// Reads letters and groups without white space between them: `pedido`, `paus(a|e)`, `(a|b)`.
  mutating func readRun(of kind: WordKind) -> Part? {
    let start = position
    var pieces: [Piece] = []
    var failed = false
    while let next = peek(), !next.properties.isWhitespace {
      if next == "(" || next == "[" {
        if let group = readGroup() { pieces.append(group) } else { failed = true }
      } else if let text = readText(continuing: position > start) {
        pieces.append(.text(text))
      } else {
        break
      }
    }
    if position == start {
      // Nothing here that a word could begin with; step over it rather than stand still.
      position += 1
      return nil
    }
    guard !failed, let first = pieces.first else { return nil }
    if pieces.count == 1, case .group(let part, _) = first, kind == .word { return part }
    if pieces.count > 1, !pieces.contains(where: { if case .text = $0 { true } else { false } }) {
      report(
        "pattern_glued_groups", "Grupos pegados sin letras", hint: "sepáralos con un espacio: (a|b) [c]", at: start)
      return nil
    }
    return spelledOut(pieces, kind, at: start)
  }

  /// All the words that the pieces spell.
  mutating func spelledOut(_ pieces: [Piece], _ kind: WordKind, at start: Int) -> Part? {
    var spellings = [""]
    for piece in pieces {
      let endings: [String]
      switch piece {
      case .text(let text): endings = [text]
      case .group(let part, let padded):
        guard !padded, let words = Self.words(of: part.syntax) else {
          report(
            "pattern_glued_groups", "Dentro de una palabra solo caben letras: paus(a|e), pedido[s]",
            hint: "si son palabras aparte, deja un espacio fuera del grupo", at: part.offset)
          return nil
        }
        endings = words
      }
      guard spellings.count * endings.count <= PatternParser.expansionLimit else {
        report(
          "pattern_too_many_words", "La palabra se despliega en más de \(PatternParser.expansionLimit)",
          hint: "usa ~lema o una regla", at: start)
        return nil
      }
      spellings = spellings.flatMap { spelling in endings.map { spelling + $0 } }
    }
    let words = spellings.filter { !$0.isEmpty }.map { kind == .word ? PatternSyntax.word($0) : .lemma($0) }
    guard !words.isEmpty else { return nil }
    return Part(words.count == 1 ? words[0] : .alternatives(words), at: start)
  }

  /// Reads the letters of a word; drops sentence punctuation with a warning. An apostrophe belongs to a word that
  /// has begun: «pa'».
  mutating func readText(continuing: Bool) -> String? {
    let start = position
    var text = String.UnicodeScalarView()
    while let next = peek(), !next.properties.isWhitespace {
      if next == "\\", position + 1 < scalars.count {
        text.append(scalars[position + 1])
        position += 2
        continue
      }
      let apostrophe = next == "'" && (continuing || position > start)
      if (Self.special.contains(next) && !apostrophe) || gapLength() > 0 { break }
      if Self.punctuation.contains(next) {
        report(
          "pattern_punctuation", "«\(next)» no cuenta en un patrón", hint: "bórralo", at: position, severity: .warning)
      } else {
        text.append(next)
      }
      position += 1
    }
    return position > start ? String(text) : nil
  }
}
