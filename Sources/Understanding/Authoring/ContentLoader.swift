import Yams

/// Reads authored files, YAML, sample sentences and names, into nodes that know their place.
///
/// Scalars stay what was typed: nothing is made a number or a Boolean.
package enum ContentLoader {
  /// Whether a file of the content's folder is one that authors write for the engine.
  package static func isAuthored(_ path: String) -> Bool {
    [".yaml", ".yml", ".txt"].contains { path.hasSuffix($0) }
  }

  /// Returns the files that hold a mapping (or nothing at all), in the order given; what is wrong with the others, and
  /// keys that stand twice in a mapping, come as diagnostics.
  package static func parse(_ sources: [ContentSource]) -> (files: [ContentFile], diagnostics: [Diagnostic]) {
    let parsed = Concurrently.map(sources) { source -> (file: ContentFile?, diagnostics: [Diagnostic]) in
      if source.path.hasSuffix(".txt") {
        var reader = SampleReader(source)
        return (ContentFile(path: source.path, root: reader.read()), reader.diagnostics)
      }
      var reader = YAMLReader(source)
      let file = reader.read().map { ContentFile(path: source.path, root: $0) }
      return (file: file, diagnostics: reader.diagnostics)
    }
    return (parsed.compactMap(\.file), parsed.flatMap(\.diagnostics))
  }
}

/// One file on its way from text to nodes.
private struct YAMLReader {
  var diagnostics: [Diagnostic] = []
  private let path: String
  /// What is parsed: the source, with marks in keys that stand twice (see `compose`).
  private var text: AuthoredText
  private var hasMarks = false
  private var nodeCount = 0

  /// Put before a key that stands twice; no author types it.
  private static let doubleMark: Unicode.Scalar = "\u{F8FF}"
  /// Aliases of aliases can multiply; a real file stays far below.
  private static let nodeLimit = 500_000

  init(_ source: ContentSource) {
    path = source.path
    text = AuthoredText(source.text)
  }

  mutating func read() -> ContentNode? {
    let root: Node?
    switch compose() {
    case .failure(let diagnostic):
      diagnostics.append(diagnostic)
      return nil
    case .success(let node): root = node
    }
    let start = SourceLocation(file: path, line: 1, column: 1)
    guard let root else { return ContentNode(.mapping([]), at: start) }
    let content = convert(root)
    if case .scalar("") = content.kind { return ContentNode(.mapping([]), at: start) }
    guard case .mapping = content.kind else {
      diagnostics.append(
        Diagnostic(
          "yaml_root", "El archivo debe empezar con claves", hint: "por ejemplo «intents:»", at: content.location))
      return nil
    }
    return content
  }

  private enum Outcome {
    case success(Node?)
    case failure(Diagnostic)
  }

  /// Parses; while Yams refuses a mapping for a key that stands twice, marks the first of the two and tries again, so
  /// that all of them are found, not only the first, and the rest of the file is checked too.
  private mutating func compose() -> Outcome {
    for _ in 0..<1000 {
      do {
        // The basic resolver gives every plain scalar the same tag: «no» and 'no' are one key.
        let parser = try Parser(yaml: text.string, resolver: .basic, constructor: .default, encoding: .utf8)
        return .success(try parser.singleRoot())
      } catch YamlError.duplicatedKeysInMapping(let keys, let context) {
        let place = contentStart(at: context.mark)
        guard let offset = text.offset(line: place.line, column: place.column) else {
          return .failure(doubleKey(keys.joined(separator: ", "), first: nil, at: location(context.mark)))
        }
        text.insert(Self.doubleMark, at: offset)
        hasMarks = true
      } catch let error as YamlError {
        return .failure(diagnostic(for: error))
      } catch {
        return .failure(
          Diagnostic("yaml", "YAML no válido: \(error)", at: SourceLocation(file: path, line: 1, column: 1)))
      }
    }
    return .failure(
      Diagnostic("yaml_double_key", "Demasiadas claves repetidas", at: SourceLocation(file: path, line: 1, column: 1)))
  }

  // MARK: - Nodes

  private mutating func convert(_ node: Node) -> ContentNode {
    nodeCount += 1
    guard nodeCount <= Self.nodeLimit else {
      if nodeCount == Self.nodeLimit + 1 {
        diagnostics.append(Diagnostic("yaml_too_large", "El archivo se despliega demasiado", at: location(node.mark)))
      }
      return ContentNode(.scalar(""), at: location(node.mark))
    }
    switch node {
    case .scalar(let scalar):
      let place = scalar.mark.map { contentStart(at: $0) } ?? SourceLocation(file: path, line: 1, column: 1)
      let isQuoted = scalar.style == .doubleQuoted || scalar.style == .singleQuoted
      return ContentNode(.scalar(unmarked(scalar.string)), at: original(place), isQuoted: isQuoted)
    case .sequence(let sequence):
      return ContentNode(.sequence(sequence.map { convert($0) }), at: location(sequence.mark))
    case .mapping(let mapping):
      var entries: [ContentEntry] = []
      entries.reserveCapacity(mapping.count)
      var firstPlace = [String: SourceLocation](minimumCapacity: mapping.count)
      for (key, value) in mapping {
        guard case .scalar(let scalar) = key else {
          diagnostics.append(
            Diagnostic(
              "yaml_key", "Una clave debe ser una palabra", hint: "si es un patrón, ponlo entre comillas",
              at: location(key.mark)))
          continue
        }
        let name = unmarked(scalar.string)
        let place = original(scalar.mark.map { contentStart(at: $0) } ?? location(nil))
        if let first = firstPlace[name] {
          diagnostics.append(doubleKey(name, first: first, at: place))
          continue
        }
        firstPlace[name] = place
        entries.append(ContentEntry(key: name, location: place, value: convert(value)))
      }
      return ContentNode(.mapping(entries), at: location(mapping.mark))
    case .alias(let alias):
      return ContentNode(.scalar(""), at: location(alias.mark))
    }
  }

  private func unmarked(_ text: String) -> String {
    guard hasMarks, text.unicodeScalars.contains(Self.doubleMark) else { return text }
    return String(String.UnicodeScalarView(text.unicodeScalars.filter { $0 != Self.doubleMark }))
  }

  private func doubleKey(_ name: String, first: SourceLocation?, at place: SourceLocation) -> Diagnostic {
    Diagnostic(
      "yaml_double_key", "La clave «\(name)» está repetida",
      hint: first.map { "ya está en la línea \($0.line); junta las dos o cambia un nombre" } ?? "", at: place)
  }

  // MARK: - Places

  private func location(_ mark: Mark?) -> SourceLocation {
    original(SourceLocation(file: path, line: mark?.line ?? 1, column: mark?.column ?? 1))
  }

  /// The place in the file as it was, before keys were marked.
  private func original(_ place: SourceLocation) -> SourceLocation {
    guard hasMarks, let line = text[line: place.line] else { return place }
    var place = place
    place.column -= String(decoding: line, as: UTF8.self).unicodeScalars.prefix(place.column - 1)
      .count { $0 == Self.doubleMark }
    return place
  }

  /// Where a scalar's own text begins: behind its anchor or tag and its opening quote; for `|` and `>` on the next
  /// line that is not blank.
  private func contentStart(at mark: Mark) -> SourceLocation {
    let place = SourceLocation(file: path, line: mark.line, column: mark.column)
    guard let start = text.offset(line: mark.line, column: mark.column), let line = text[line: mark.line] else {
      return place
    }
    var rest = line[start...]
    while rest.first == UInt8(ascii: "&") || rest.first == UInt8(ascii: "!") {
      rest = rest.drop { $0 != Self.space }.drop { $0 == Self.space }
    }
    guard let first = rest.first else { return place }
    switch first {
    case UInt8(ascii: "\""), UInt8(ascii: "'"): rest.removeFirst()
    case UInt8(ascii: "|"), UInt8(ascii: ">"): if let next = firstText(below: mark.line) { return next }
    default: break
    }
    var moved = place
    moved.column += text.scalarCount(in: start..<rest.startIndex)
    return moved
  }

  /// Where the next line that is not blank begins to say something.
  private func firstText(below line: Int) -> SourceLocation? {
    var number = line + 1
    while let next = text[line: number] {
      if let offset = next.firstIndex(where: { $0 != Self.space }) {
        return SourceLocation(file: path, line: number, column: offset - next.startIndex + 1)
      }
      number += 1
    }
    return nil
  }

  private static let space = UInt8(ascii: " ")

  // MARK: - Errors

  private func diagnostic(for error: YamlError) -> Diagnostic {
    switch error {
    case .scanner(let context, let problem, let mark, _), .parser(let context, let problem, let mark, _),
      .composer(let context, let problem, let mark, _):
      let place = location(mark)
      let margin = text[line: mark.line]?.prefix { $0 == Self.space || $0 == UInt8(ascii: "\t") } ?? []
      if margin.contains(UInt8(ascii: "\t")) {
        return Diagnostic(
          "yaml_tab", "Hay un tabulador al principio de la línea", hint: "sangra con espacios", at: place)
      }
      let known = YAMLProblem.all.first { problem.contains($0.problem) || context?.text.contains($0.problem) ?? false }
      return Diagnostic(
        "yaml", known?.message ?? "YAML no válido: \(problem)",
        hint: known?.hint ?? "revisa la sangría; los patrones van entre comillas", at: place)
    case .reader(_, let offset, _, let text):
      // The offset counts characters.
      let before = text.prefix(offset ?? 0).unicodeScalars
      let column = before.reversed().prefix { $0 != "\n" }.count + 1
      let place = SourceLocation(file: path, line: before.count { $0 == "\n" } + 1, column: column)
      return Diagnostic("yaml", "Hay un carácter que no se puede leer", hint: "bórralo y escríbelo otra vez", at: place)
    default:
      return Diagnostic("yaml", "YAML no válido: \(error)", at: SourceLocation(file: path, line: 1, column: 1))
    }
  }
}

/// What libYAML says, and what an author can do about it.
private struct YAMLProblem {
  var problem: String
  var message: String
  var hint: String

  /// The more specific first.
  static let all = [
    YAMLProblem(
      problem: "undefined alias", message: "El alias «*» no se ha definido antes",
      hint: "si es un patrón, ponlo entre comillas"),
    YAMLProblem(
      problem: "found another document", message: "Hay más de un documento en el archivo", hint: "borra la línea «---»"),
    YAMLProblem(
      problem: "unexpected end of stream", message: "Faltan unas comillas o un corchete por cerrar",
      hint: "ciérralo en su línea"),
    YAMLProblem(
      problem: "could not find expected ':'", message: "Falta «:» detrás de una clave",
      hint: "si es un texto, ponlo entre comillas"),
    YAMLProblem(
      problem: "mapping values are not allowed", message: "Aquí no puede ir «:»",
      hint: "pon el texto entre comillas o revisa la sangría"),
    YAMLProblem(
      problem: "did not find expected '-' indicator", message: "Se esperaba otro elemento «- » de la lista",
      hint: "revisa la sangría; los patrones van entre comillas"),
    YAMLProblem(
      problem: "did not find expected key", message: "Se esperaba una clave",
      hint: "revisa la sangría; los textos con comillas o corchetes van enteros entre comillas"),
    YAMLProblem(
      problem: "did not find expected ',' or", message: "Falta «,» o el cierre de la lista o del mapa",
      hint: "los patrones van entre comillas"),
    YAMLProblem(
      problem: "cannot start any token", message: "Un texto no puede empezar con este signo",
      hint: "ponlo entre comillas"),
    YAMLProblem(
      problem: "unknown escape character", message: "«\\» no se puede usar así entre comillas dobles",
      hint: "usa comillas simples o escribe «\\\\»"),
  ]
}
