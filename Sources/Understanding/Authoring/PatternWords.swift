/// Words, and the groups inside them that spell several.
extension PatternReader {
  enum WordKind { case word, lemma }

  /// Reads letters and groups without white space between them: `pedido`, `paus(a|e)`, `(a|b)`.
  mutating func readRun(of kind: WordKind) -> Part? {
    let start = position
    var pieces: [Piece] = []
    var failed = false
    while let next = peek(), !next.isSpace {
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
    if pieces.count == 1 {
      switch first {
      case .group(let part) where kind == .word: return part
      case .text(let text):
        return Part(kind == .word ? .word(text) : .lemma(text), at: start)
      default: break
      }
    }
    return kind == .word ? glued(pieces, at: start) : lemmas(pieces, at: start)
  }

  /// All the lemmas that the pieces spell; only letters may stand in their groups.
  private mutating func lemmas(_ pieces: [Piece], at start: Int) -> Part? {
    guard let spellings = PatternGluing(pieces).spellings(limit: PatternParser.expansionLimit) else {
      reportTooManyWords(at: start)
      return nil
    }
    var words: [PatternSyntax] = []
    for spelling in spellings {
      switch spelling.items.first {
      case nil: continue
      case .word(let word) where spelling.items.count == 1: words.append(.lemma(word))
      default:
        reportGlued(at: start)
        return nil
      }
    }
    guard !words.isEmpty else { return nil }
    return Part(words.count == 1 ? words[0] : .alternatives(words), at: start)
  }

  /// Pieces without white space between them: what they spell, word by word or as words in a row.
  private mutating func glued(_ pieces: [Piece], at start: Int) -> Part? {
    var parts: [PatternSyntax] = []
    var options: [Part] = []
    for segment in PatternGluing.segments(of: pieces) {
      if segment.count == 1, case .group(let part) = segment[0] {
        parts.append(part.syntax)
        continue
      }
      let gluing = PatternGluing(segment)
      guard !gluing.gluesNonWords else {
        reportGlued(at: start)
        return nil
      }
      guard let spellings = gluing.spellings(limit: PatternParser.expansionLimit) else {
        reportTooManyWords(at: start)
        return nil
      }
      let full = spellings.filter { !$0.items.isEmpty }.map(\.syntax)
      guard !full.isEmpty else { continue }
      let words = full.count == 1 ? full[0] : .alternatives(full)
      parts.append(full.count < spellings.count ? .optional(words) : words)
      options = spellings.map { $0.part(at: start) }
    }
    guard let first = parts.first else { return nil }
    var part = Part(parts.count == 1 ? first : .sequence(parts), at: start)
    // A group around this one may glue more letters to it.
    if parts.count == 1 { part.options = options }
    let groups = pieces.map { piece -> Part? in if case .group(let part) = piece { part } else { nil } }
    part.beginsWithWildcard = groups.first??.beginsWithWildcard ?? false
    part.endsWithWildcard = groups.last??.endsWithWildcard ?? false
    part.canBeEmpty = groups.allSatisfy { $0?.canBeEmpty == true }
    return part
  }

  private mutating func reportGlued(at offset: Int) {
    report(
      "pattern_glued_groups", "A una palabra solo se le pegan letras: paus(a|e), pedido[s]",
      hint: "si son palabras aparte, deja un espacio", at: offset)
  }

  private mutating func reportTooManyWords(at offset: Int) {
    report(
      "pattern_too_many_words", "La palabra se despliega en más de \(PatternParser.expansionLimit)",
      hint: "usa ~lema o una regla", at: offset)
  }

  /// Reads the letters of a word; drops sentence punctuation with a warning. An apostrophe belongs to a word that
  /// has begun: «pa'».
  mutating func readText(continuing: Bool) -> String? {
    let start = position
    var text: [UInt8] = []
    while let next = peek(), !next.isSpace {
      if next == "\\", position + 1 < scalars.count {
        text += String(scalars[position + 1]).utf8
        position += 2
        continue
      }
      if ("a"..."z").contains(next) {
        text.append(UInt8(ascii: next))
        position += 1
        continue
      }
      let apostrophe = next == "'" && (continuing || position > start)
      if (next.isSpecial && !apostrophe) || gapLength() > 0 { break }
      if next.isSentenceMark {
        report(
          "pattern_punctuation", "«\(next)» no cuenta en un patrón", hint: "bórralo", at: position, severity: .warning)
      } else {
        text += String(next).utf8
      }
      position += 1
    }
    return position > start ? String(decoding: text, as: UTF8.self) : nil
  }
}
