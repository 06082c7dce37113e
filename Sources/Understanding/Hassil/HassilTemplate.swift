/// A sentence template of Home Assistant's hassil, as written: white space matters, for it decides where words end.
indirect enum HassilTemplate: Hashable, Sendable {
  /// Letters without white space.
  case text(String)
  case space
  case sequence([HassilTemplate])
  case alternatives([HassilTemplate])
  case optional(HassilTemplate)
  /// All of them in any order, with white space between.
  case permutation([HassilTemplate])
  /// `{list}`, `{list:slot}`; a capture `{list:@name}` is for responses only and has no slot.
  case list(String, slot: String?)
  case rule(String)
}

/// Reads a template. The first mistake ends it: what follows would be misread.
struct HassilTemplateReader {
  struct Mistake: Error {
    var code: String
    var message: String
    var hint: String
    /// In Unicode scalars from the template's start.
    var offset: Int
  }

  /// How deep brackets may nest.
  static let depthLimit = 60

  private let scalars: [Unicode.Scalar]
  private var position = 0
  private var depth = 0

  static func read(_ text: String) throws(Mistake) -> HassilTemplate {
    var reader = HassilTemplateReader(scalars: Array(text.unicodeScalars))
    let template = try reader.readGroup(closedBy: nil, openedAt: 0)
    return template
  }

  private init(scalars: [Unicode.Scalar]) { self.scalars = scalars }

  /// Reads up to `closer` (the template's end if nil): a sequence, alternatives, or a permutation.
  private mutating func readGroup(closedBy closer: Unicode.Scalar?, openedAt start: Int) throws(Mistake)
    -> HassilTemplate
  {
    depth += 1
    defer { depth -= 1 }
    guard depth <= Self.depthLimit else {
      throw Mistake(
        code: "hassil_too_deep", message: "demasiados paréntesis anidados", hint: "saca una parte a una regla",
        offset: start)
    }
    var parts: [[HassilTemplate]] = [[]]
    var separator: Unicode.Scalar?
    while position < scalars.count, scalars[position] != closer {
      let here = position
      switch scalars[here] {
      case "|", ";":
        guard separator == nil || separator == scalars[here] else {
          throw Mistake(
            code: "hassil_mixed_separators", message: "«|» y «;» mezclados en un mismo paréntesis",
            hint: "usa paréntesis dentro: ((a|b);c)", offset: here)
        }
        separator = scalars[here]
        parts.append([])
        position += 1
      case let next: if let item = try readItem(next) { parts[parts.count - 1].append(item) }
      }
    }
    guard closer == nil || position < scalars.count else {
      throw Mistake(
        code: "hassil_unbalanced", message: "«\(scalars[start])» sin cerrar",
        hint: "falta «\(closer.map(String.init) ?? "")»", offset: start)
    }
    if closer != nil { position += 1 }
    let groups = parts.map { $0.count == 1 ? $0[0] : .sequence($0) }
    if groups.count == 1 { return groups[0] }
    return separator == ";" ? .permutation(groups) : .alternatives(groups)
  }

  private mutating func readItem(_ next: Unicode.Scalar) throws(Mistake) -> HassilTemplate? {
    let start = position
    switch next {
    case "(", "[":
      position += 1
      let group = try readGroup(closedBy: next == "(" ? ")" : "]", openedAt: start)
      return next == "(" ? group : .optional(group)
    case "{": return try readList()
    case "<": return .rule(try readName(closedBy: ">"))
    case ")", "]", "}", ">":
      throw Mistake(
        code: "hassil_unbalanced", message: "«\(next)» cierra algo que no se abrió", hint: "bórralo", offset: start)
    case _ where next.properties.isWhitespace:
      while position < scalars.count, scalars[position].properties.isWhitespace { position += 1 }
      return .space
    default: return readText()
    }
  }

  private mutating func readList() throws(Mistake) -> HassilTemplate {
    let name = try readName(closedBy: "}")
    guard let colon = name.firstIndex(of: ":") else { return .list(name, slot: name) }
    let slot = name[name.index(after: colon)...]
    return .list(String(name[..<colon]), slot: slot.hasPrefix("@") ? nil : String(slot))
  }

  private mutating func readName(closedBy closer: Unicode.Scalar) throws(Mistake) -> String {
    let start = position
    guard let end = scalars[start...].firstIndex(of: closer) else {
      throw Mistake(
        code: "hassil_unbalanced", message: "«\(scalars[start])» sin cerrar", hint: "falta «\(closer)»", offset: start)
    }
    position = end + 1
    let name = PatternReader.trimmed(String(String.UnicodeScalarView(scalars[(start + 1)..<end])))
    guard !name.isEmpty else {
      throw Mistake(
        code: "hassil_empty_name", message: "falta un nombre entre «\(scalars[start])» y «\(closer)»",
        hint: "escribe {lista} o <regla>", offset: start)
    }
    return name
  }

  private mutating func readText() -> HassilTemplate {
    var text = String.UnicodeScalarView()
    while position < scalars.count, !Self.special.contains(scalars[position]),
      !scalars[position].properties.isWhitespace
    {
      if scalars[position] == "\\", position + 1 < scalars.count { position += 1 }
      text.append(scalars[position])
      position += 1
    }
    return .text(String(text).lowercased())
  }

  private static let special: Set<Unicode.Scalar> = ["(", ")", "[", "]", "{", "}", "<", ">", "|", ";"]
}
