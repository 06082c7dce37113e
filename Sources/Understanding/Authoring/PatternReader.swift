/// A position in a pattern's text, and what was wrong on the way there.
struct PatternReader {
  var diagnostics: [Diagnostic] = []
  let scalars: [Unicode.Scalar]
  let location: SourceLocation
  var position = 0
  var depth = 0

  init(_ text: String, at location: SourceLocation) {
    scalars = Array(text.unicodeScalars)
    self.location = location
  }

  /// A part with what neighbours need to know of its wildcards.
  struct Part {
    var syntax: PatternSyntax
    var offset: Int
    var beginsWithWildcard = false
    var endsWithWildcard = false
    var canBeEmpty = false
    /// White space at the edges, inside the brackets or separators around it.
    var hasSpaceBefore = false
    var hasSpaceAfter = false
    /// The parts of a group in brackets, or the ways to spell glued pieces; none for anything else.
    var options: [Part] = []
    var isOptional = false
    /// The parts of a sequence of several.
    var items: [Part] = []

    init(_ syntax: PatternSyntax, at offset: Int) {
      self.syntax = syntax
      self.offset = offset
    }
  }

  /// What stands between the parts of a group.
  struct Separators {
    private(set) var hasBar = false
    private(set) var hasSemicolon = false

    var isMixed: Bool { hasBar && hasSemicolon }

    mutating func insert(_ separator: Unicode.Scalar) {
      if separator == "|" { hasBar = true } else { hasSemicolon = true }
    }
  }

  /// What can be glued together into a word.
  enum Piece {
    case text(String)
    case group(Part)
  }

  // MARK: - Pattern, sequence, group

  mutating func readPattern() -> PatternSyntax? {
    guard scalars.contains(where: { !$0.isSpace }) else {
      report("pattern_empty", "El patrón está vacío", hint: "escribe al menos una palabra o borra la línea", at: 0)
      return nil
    }
    var parts: [Part] = []
    var separators = Separators()
    while true {
      parts.append(readOption())
      guard let stray = peek() else { break }
      if stray == "|" || stray == ";" {
        separators.insert(stray)
        position += 1
        continue
      }
      report(
        "pattern_unbalanced", "«\(stray)» cierra algo que no se abrió", hint: "bórralo o abre antes", at: position)
      position += 1
    }
    return group(of: parts, separatedBy: separators, at: 0).syntax
  }

  /// Reads up to a separator, a closing bracket or the end.
  mutating func readSequence() -> Part {
    let start = position
    var parts: [Part] = []
    var isSpaced = false
    while true {
      let before = position
      skipWhiteSpace()
      isSpaced = position > before
      guard let next = peek(), !next.isTerminator else { break }
      if let part = readItem() { parts.append(part) }
    }
    var open = false
    for part in parts {
      if open && part.beginsWithWildcard { reportAdjacentWildcards(at: part.offset) }
      open = part.endsWithWildcard || (open && part.canBeEmpty)
    }
    var sequence = Part(parts.count == 1 ? parts[0].syntax : .sequence(parts.map(\.syntax)), at: start)
    sequence.canBeEmpty = parts.allSatisfy(\.canBeEmpty)
    for part in parts {
      sequence.beginsWithWildcard = sequence.beginsWithWildcard || part.beginsWithWildcard
      if !part.canBeEmpty { break }
    }
    sequence.endsWithWildcard = open
    if parts.count > 1 { sequence.items = parts }
    if parts.count == 1 {
      sequence.options = parts[0].options
      sequence.isOptional = parts[0].isOptional
    }
    sequence.hasSpaceBefore = start < scalars.count && scalars[start].isSpace
    sequence.hasSpaceAfter = isSpaced
    return sequence
  }

  /// Reads one part of a group; nothing at all is a mistake, white space alone (`por[ ]ciento`) is not.
  mutating func readOption() -> Part {
    let start = position
    let before = diagnostics.count
    let part = readSequence()
    if case .sequence(let items) = part.syntax, items.isEmpty, !part.hasSpaceAfter, diagnostics.count == before {
      report("pattern_empty_alternative", "Alternativa vacía", hint: "para algo opcional escribe [algo]", at: start)
    }
    return part
  }

  /// Reads `(…)` or `[…]`.
  mutating func readGroup() -> Piece? {
    let start = position
    let isOptional = scalars[start] == "["
    let closer: Unicode.Scalar = isOptional ? "]" : ")"
    position += 1
    depth += 1
    defer { depth -= 1 }
    guard depth <= PatternParser.depthLimit else {
      report("pattern_too_deep", "Demasiados paréntesis anidados", hint: "saca una parte a una regla", at: start)
      position = scalars.count
      return nil
    }
    var parts: [Part] = []
    var separators = Separators()
    while true {
      parts.append(readOption())
      guard let next = peek(), next == "|" || next == ";" else { break }
      separators.insert(next)
      position += 1
    }
    if peek() == closer {
      position += 1
    } else {
      report(
        "pattern_unbalanced", "«\(scalars[start])» sin cerrar", hint: "falta «\(closer)»", at: start)
      if let other = peek(), other == ")" || other == "]" { position += 1 }
    }
    var group = group(of: parts, separatedBy: separators, at: start)
    if isOptional {
      group.syntax = .optional(group.syntax)
      group.canBeEmpty = true
      group.isOptional = true
    }
    return .group(group)
  }

  private mutating func group(
    of parts: [Part], separatedBy separators: Separators, at start: Int
  ) -> Part {
    if separators.isMixed {
      report(
        "pattern_mixed_separators", "«|» y «;» mezclados en un mismo paréntesis",
        hint: "usa paréntesis dentro: ((a|b);c)", at: start)
    }
    if separators.hasSemicolon { return permutation(of: parts, at: start) }
    var group = alternatives(of: parts, at: start)
    group.options = parts
    return group
  }

  func alternatives(of parts: [Part], at start: Int) -> Part {
    var group = Part(parts.count == 1 ? parts[0].syntax : .alternatives(parts.map(\.syntax)), at: start)
    group.beginsWithWildcard = parts.contains(where: \.beginsWithWildcard)
    group.endsWithWildcard = parts.contains(where: \.endsWithWildcard)
    group.canBeEmpty = parts.contains(where: \.canBeEmpty)
    return group
  }

  mutating func permutation(of parts: [Part], at start: Int) -> Part {
    if parts.count > PatternParser.permutationLimit {
      report(
        "pattern_permutation_too_large", "Hay \(parts.count) partes en cualquier orden",
        hint: "como mucho \(PatternParser.permutationLimit)", at: start)
    }
    for (index, part) in parts.enumerated() where part.beginsWithWildcard {
      if parts.enumerated().contains(where: { $0.offset != index && $0.element.endsWithWildcard }) {
        reportAdjacentWildcards(at: part.offset)
      }
    }
    var group = Part(.permutation(parts.map(\.syntax)), at: start)
    group.beginsWithWildcard = parts.contains(where: \.beginsWithWildcard)
    group.endsWithWildcard = parts.contains(where: \.endsWithWildcard)
    group.canBeEmpty = parts.allSatisfy(\.canBeEmpty)
    return group
  }

  // MARK: - Scanning

  func peek() -> Unicode.Scalar? { position < scalars.count ? scalars[position] : nil }

  mutating func skipWhiteSpace() {
    while let next = peek(), next.isSpace { position += 1 }
  }

  /// How many scalars the gap sign at the position takes; 0 if there is none. Editors turn three dots into one sign.
  func gapLength() -> Int {
    guard let next = peek() else { return 0 }
    if next == "…" { return 1 }
    guard next == ".", position + 2 < scalars.count else { return 0 }
    return scalars[position + 1] == "." && scalars[position + 2] == "." ? 3 : 0
  }

  /// What stands between the opening sign at the position and `closer`; steps behind it.
  mutating func readDelimited(by closer: Unicode.Scalar) -> String? {
    let start = position
    guard let end = scalars[(start + 1)...].firstIndex(of: closer) else {
      report("pattern_unbalanced", "«\(scalars[start])» sin cerrar", hint: "falta «\(closer)»", at: start)
      position += 1
      return nil
    }
    position = end + 1
    return Self.trimmed(String(String.UnicodeScalarView(scalars[(start + 1)..<end])))
  }

  static func trimmed(_ text: some StringProtocol) -> String {
    let body = text.drop(while: \.isWhitespace)
    return String(body.prefix(body.count - body.reversed().prefix(while: \.isWhitespace).count))
  }

  static func isName(_ text: String) -> Bool {
    !text.isEmpty
      && text.unicodeScalars.allSatisfy {
        $0.properties.isAlphabetic || ("0"..."9").contains($0) || $0 == "_" || $0 == "." || $0 == "-"
      }
  }

  static func words(of syntax: PatternSyntax) -> [String]? {
    switch syntax {
    case .word(let word): return [word]
    // An empty alternative, which has been reported.
    case .sequence([]): return [""]
    case .optional(let part): return words(of: part).map { $0 + [""] }
    case .alternatives(let parts):
      let lists = parts.compactMap(words)
      return lists.count == parts.count ? lists.flatMap { $0 } : nil
    default: return nil
    }
  }

  static func isExcludable(_ syntax: PatternSyntax) -> Bool {
    switch syntax {
    case .word, .exact, .lemma, .rule, .slot: true
    case .alternatives(let parts): parts.allSatisfy(isExcludable)
    default: false
    }
  }

  // MARK: - Reporting

  mutating func reportBadName(_ name: String, at offset: Int) {
    report(
      "pattern_bad_name", name.isEmpty ? "Falta un nombre" : "«\(name)» no vale como nombre",
      hint: "letras, cifras y _", at: offset)
  }

  mutating func reportAdjacentWildcards(at offset: Int) {
    report(
      "pattern_adjacent_wildcards", "Dos textos libres seguidos: no se sabe dónde acaba el primero",
      hint: "pon entre ellos una palabra obligatoria", at: offset)
  }

  mutating func report(
    _ code: String, _ message: String, hint: String, at offset: Int, severity: Diagnostic.Severity = .error
  ) {
    let before = scalars[..<min(offset, scalars.count)]
    var place = location
    place.line += before.count { $0 == "\n" }
    place.column += before.lastIndex(of: "\n").map { offset - $0 - 1 } ?? offset
    diagnostics.append(Diagnostic(code, message, hint: hint, at: place, severity: severity))
  }
}

extension Unicode.Scalar {
  /// Whether it ends a part of a group.
  var isTerminator: Bool {
    switch self {
    case "|", ";", ")", "]": true
    default: false
    }
  }

  /// Whether it is a sign of the pattern language, and no part of a word.
  var isSpecial: Bool {
    switch self {
    case "(", ")", "[", "]", "<", ">", "{", "}", "|", ";", "~", "!", "^", "$", "'": true
    default: false
    }
  }

  /// Whether authors type it out of habit, where it says nothing.
  var isSentenceMark: Bool {
    switch self {
    case "¿", "?", "¡", ",", "«", "»", "“", "”": true
    default: false
    }
  }

  /// White space, found without a look into Unicode's tables for what authors type most.
  var isSpace: Bool { isASCII ? value == 32 || (9...13).contains(value) : properties.isWhitespace }
}
