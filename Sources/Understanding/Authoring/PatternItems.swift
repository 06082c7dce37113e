/// The single items of a pattern: lemmas, rules, braces, exact words, gaps, exclusions.
extension PatternReader {
  mutating func readItem() -> Part? {
    let start = position
    switch scalars[start] {
    case "~": return readLemma()
    case "<": return readRule()
    case "{": return readBraces()
    case "'": return readExact()
    case "!": return readExclusion()
    case "^", "$":
      position += 1
      var part = Part(scalars[start] == "^" ? .clauseStart : .clauseEnd, at: start)
      part.canBeEmpty = true
      return part
    case ">", "}":
      report("pattern_unbalanced", "«\(scalars[start])» cierra algo que no se abrió", hint: "bórralo", at: start)
      position += 1
      return nil
    default:
      return gapLength() > 0 ? readGap() : readRun(of: .word)
    }
  }

  mutating func readLemma() -> Part? {
    let start = position
    position += 1
    if let next = peek(), !next.properties.isWhitespace, !next.isSpecial || next == "(" {
      return readRun(of: .lemma)
    }
    report("pattern_bad_lemma", "«~» sin palabra detrás", hint: "escribe ~cancelar, sin espacio", at: start)
    return nil
  }

  mutating func readRule() -> Part? {
    let start = position
    guard let content = readDelimited(by: ">") else { return nil }
    guard Self.isName(content) else {
      reportBadName(content, at: start + 1)
      return nil
    }
    return Part(.rule(content), at: start)
  }

  mutating func readExact() -> Part? {
    let start = position
    guard let content = readDelimited(by: "'") else { return nil }
    let words = content.split(whereSeparator: \.isWhitespace).map { PatternSyntax.exact(String($0)) }
    guard !words.isEmpty else {
      report("pattern_bad_exact", "Comillas sin nada dentro", hint: "escribe 'sí'", at: start)
      return nil
    }
    return Part(words.count == 1 ? words[0] : .sequence(words), at: start)
  }

  /// Reads `{slot}`, `{kind:slot}`, `{0..100:slot}` and `{*:slot}`.
  mutating func readBraces() -> Part? {
    let start = position
    guard let content = readDelimited(by: "}") else { return nil }
    let halves = content.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false).map(Self.trimmed)
    let kind = halves[0]
    let name = halves.count == 2 ? halves[1] : nil
    if let name, !Self.isName(name) {
      reportBadName(name, at: start + 2 + content.unicodeScalars.prefix { $0 != ":" }.count)
      return nil
    }
    if kind == "*" {
      guard let name else {
        report("pattern_bad_name", "«{*}» necesita un nombre", hint: "escribe {*:texto}", at: start)
        return nil
      }
      var part = Part(.wildcard(slot: name), at: start)
      part.beginsWithWildcard = true
      part.endsWithWildcard = true
      return part
    }
    if kind.contains("..") { return range(kind, slot: name, at: start) }
    guard Self.isName(kind) else {
      reportBadName(kind, at: start + 1)
      return nil
    }
    return Part(.slot(kind: kind, name: name), at: start)
  }

  mutating func range(_ text: String, slot: String?, at start: Int) -> Part? {
    let bounds = text.split(separator: "..", maxSplits: 1, omittingEmptySubsequences: false).map(Self.trimmed)
    guard bounds.count == 2, let low = Int(bounds[0]), let high = Int(bounds[1]) else {
      report(
        "pattern_bad_range", "«\(text)» no es un intervalo de números", hint: "escribe {0..100:nombre}", at: start + 1)
      return nil
    }
    guard low <= high else {
      report("pattern_bad_range", "El intervalo va al revés", hint: "escribe {\(high)..\(low)}", at: start + 1)
      return nil
    }
    return Part(.range(low...high, slot: slot), at: start)
  }

  mutating func readGap() -> Part? {
    let start = position
    position += gapLength()
    let digitsStart = position
    while let next = peek(), ("0"..."9").contains(next) { position += 1 }
    let digits = String(String.UnicodeScalarView(scalars[digitsStart..<position]))
    let length = digits.isEmpty ? PatternParser.defaultGap : Int(digits) ?? Int.max
    guard (1...PatternParser.longestGap).contains(length) else {
      report(
        "pattern_bad_gap", "Hueco de \(digits) palabras", hint: "de 1 a \(PatternParser.longestGap)", at: start)
      return nil
    }
    var part = Part(.gap(length), at: start)
    part.canBeEmpty = true
    return part
  }

  mutating func readExclusion() -> Part? {
    let start = position
    position += 1
    guard let next = peek(), !next.properties.isWhitespace, !next.isTerminator else {
      report("pattern_bad_exclusion", "«!» sin nada detrás", hint: "escribe !palabra, sin espacio", at: start)
      return nil
    }
    let outerDepth = depth
    guard let part = readItem() else { return nil }
    guard Self.isExcludable(part.syntax) else {
      report(
        "pattern_bad_exclusion", "«!» solo excluye palabras sueltas", hint: "escribe !palabra, !~lema o !(a|b)",
        at: start)
      return nil
    }
    if outerDepth > 0 {
      report(
        "pattern_nested_exclusion", "«!» dentro de un paréntesis o un corchete",
        hint: "vale para todo el patrón: sácalo fuera", at: start)
    }
    var exclusion = Part(.exclude(part.syntax), at: start)
    exclusion.canBeEmpty = true
    return exclusion
  }
}
