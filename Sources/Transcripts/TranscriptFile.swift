import Foundation

/// A `.chat` file, parsed: its header, its lines, its branches.
package struct TranscriptFile: Sendable {
  package var path: String
  package var header: [HeaderEntry]
  /// The lines before the first branch.
  package var steps: [TranscriptLine]
  package var branches: [TranscriptBranch]

  /// The rows of the capabilities that it says it covers.
  package var covers: [String] {
    header.filter { $0.key == "cubre" }.flatMap { $0.value.split(separator: " ").map(String.init) }
  }
}

package struct HeaderEntry: Sendable, Hashable {
  package var key: String
  package var value: String
  /// `@  …` lines below it.
  package var continuation: [String]
  package var line: Int
}

/// `== rama "título" desde punto`
package struct TranscriptBranch: Sendable {
  package var title: String
  package var from: String
  package var steps: [TranscriptLine]
  package var line: Int
}

/// One line that does or checks something.
package struct TranscriptLine: Sendable {
  package enum Kind: Sendable, Hashable {
    case say(String)
    /// Says without waiting for the reply: what the bot answers is checked after the next `>`.
    case burst(String)
    case tap(String)
    /// A message of exactly these words; `<||` adds other wordings.
    case text([String])
    case template(id: String, arguments: [String])
    case options([String])
    case ignoreRest
    case silence
    case assert(String, negated: Bool)
    case world(String)
    case checkpoint(String)
  }

  package var kind: Kind
  /// From 1.
  package var line: Int
  /// As written, for failures.
  package var source: String
}

/// A line that does not parse, with its place.
package struct TranscriptParseError: Error, Hashable, Sendable, CustomStringConvertible {
  package var path: String
  package var line: Int
  package var column: Int
  package var message: String

  package var description: String { "\(path):\(line):\(column): error: \(message)" }
}

extension TranscriptFile {
  /// Parses the whole file; all lines that do not parse are reported at once.
  package static func parse(
    _ text: String, path: String
  ) -> (file: TranscriptFile, errors: [TranscriptParseError]) {
    var parser = TranscriptParser(path: path)
    let lines = text.split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r\n" }
    for (index, line) in lines.enumerated() { parser.read(String(line), number: index + 1) }
    return parser.finish()
  }
}

/// Reads a transcript line by line: the first characters of a line decide.
private struct TranscriptParser {
  private let path: String
  private var file: TranscriptFile
  private var errors: [TranscriptParseError] = []
  private var branch: TranscriptBranch?

  private static let headerKeys: Set<String> = [
    "zona", "reloj", "cliente", "pedido", "tienda", "agentes", "horario", "semilla", "politica", "cubre",
  ]

  init(path: String) {
    self.path = path
    file = TranscriptFile(path: path, header: [], steps: [], branches: [])
  }

  mutating func finish() -> (file: TranscriptFile, errors: [TranscriptParseError]) {
    if let branch { file.branches.append(branch) }
    let points = Set(
      (file.steps + file.branches.flatMap(\.steps)).compactMap { line in
        if case .checkpoint(let name) = line.kind { name } else { nil }
      })
    for branch in file.branches where !points.contains(branch.from) {
      errors.append(
        TranscriptParseError(
          path: path, line: branch.line, column: 1, message: "no existe el punto «\(branch.from)» del que sale la rama")
      )
    }
    return (file, errors)
  }

  mutating func read(_ raw: String, number: Int) {
    let line = raw.trimmingCharacters(in: .whitespaces)
    func rest(_ count: Int) -> String { String(line.dropFirst(count)).trimmingCharacters(in: .whitespaces) }
    func add(_ kind: TranscriptLine.Kind) { append(TranscriptLine(kind: kind, line: number, source: raw)) }
    if line.isEmpty || line.hasPrefix("#") { return }
    if line.hasPrefix("@") { return header(raw, number: number) }
    if line.hasPrefix(">+") { return add(.burst(rest(2))) }
    if line.hasPrefix(">[") {
      guard line.hasSuffix("]") else { return fail(number, line.count, "falta «]»") }
      return add(.tap(String(line.dropFirst(2).dropLast()).trimmingCharacters(in: .whitespaces)))
    }
    if line.hasPrefix(">") { return add(.say(rest(1))) }
    if line.hasPrefix("<||") { return extend(with: rest(3), separator: nil, number: number) }
    if line.hasPrefix("<|") { return extend(with: rest(2), separator: "\n", number: number) }
    if line.hasPrefix("<[") {
      guard line.hasSuffix("]") else { return fail(number, line.count, "falta «]»") }
      let labels = line.dropFirst(2).dropLast().components(separatedBy: "|")
      return add(.options(labels.map { $0.trimmingCharacters(in: .whitespaces) }))
    }
    if line.hasPrefix("<...") { return add(.ignoreRest) }
    if line == "<-" { return add(.silence) }
    if line.hasPrefix("<=") {
      let words = TranscriptWords.split(rest(2))
      guard let id = words.first else { return fail(number, 3, "falta el id del mensaje") }
      return add(.template(id: id, arguments: Array(words.dropFirst())))
    }
    if line.hasPrefix("<") { return add(.text([rest(1)])) }
    if line.hasPrefix("?!") { return add(.assert(rest(2), negated: true)) }
    if line.hasPrefix("?") { return add(.assert(rest(1), negated: false)) }
    if line.hasPrefix("!") { return add(.world(rest(1))) }
    if line.hasPrefix("-- punto ") { return add(.checkpoint(rest(9))) }
    if line.hasPrefix("==") { return startBranch(rest(2), number: number) }
    fail(number, 1, "esta línea no empieza por ninguna marca (>, <, ?, !, @, #, --, ==)")
  }

  private mutating func header(_ raw: String, number: Int) {
    let body = raw.dropFirst()
    if body.first == " " || body.first == "\t" {
      guard !file.header.isEmpty else { return fail(number, 1, "una continuación sin cabecera antes") }
      file.header[file.header.count - 1].continuation.append(body.trimmingCharacters(in: .whitespaces))
      return
    }
    let key = String(body.prefix { $0 != " " && $0 != "\t" })
    guard TranscriptParser.headerKeys.contains(key) else {
      return fail(
        number, 2,
        "no existe la cabecera «@\(key)»; las hay: \(TranscriptParser.headerKeys.sorted().joined(separator: ", "))")
    }
    file.header.append(
      HeaderEntry(
        key: key, value: body.dropFirst(key.count).trimmingCharacters(in: .whitespaces), continuation: [], line: number)
    )
  }

  private mutating func extend(with text: String, separator: String?, number: Int) {
    var lines = branch?.steps ?? file.steps
    guard let last = lines.last, case .text(var wordings) = last.kind else {
      return fail(number, 1, "«<|» y «<||» siguen a una línea «<»")
    }
    if let separator {
      wordings[wordings.count - 1] += separator + text
    } else {
      wordings.append(text)
    }
    lines[lines.count - 1].kind = .text(wordings)
    if branch == nil { file.steps = lines } else { branch?.steps = lines }
  }

  private mutating func startBranch(_ text: String, number: Int) {
    if let branch { file.branches.append(branch) }
    let words = TranscriptWords.split(text)
    guard words.count == 4, words[0] == "rama", words[2] == "desde" else {
      branch = nil
      return fail(number, 1, "se escribe: == rama \"título\" desde punto")
    }
    branch = TranscriptBranch(title: words[1], from: words[3], steps: [], line: number)
  }

  private mutating func append(_ line: TranscriptLine) {
    if branch == nil { file.steps.append(line) } else { branch?.steps.append(line) }
  }

  private mutating func fail(_ line: Int, _ column: Int, _ message: String) {
    errors.append(TranscriptParseError(path: path, line: line, column: column, message: message))
  }
}

/// Words of a line: quotes group (`nombre="Ana Ruiz"` is one), brackets too (`lineas=[A1 A2]`).
enum TranscriptWords {
  static func split(_ text: String) -> [String] {
    var words: [String] = []
    var word = ""
    var quoted = false
    var depth = 0
    for character in text {
      switch character {
      case "\"": quoted.toggle()
      case "[" where !quoted, "(" where !quoted:
        depth += 1
        word.append(character)
      case "]" where !quoted, ")" where !quoted:
        depth -= 1
        word.append(character)
      case " " where !quoted && depth <= 0, "\t" where !quoted && depth <= 0:
        if !word.isEmpty { words.append(word) }
        word = ""
      default: word.append(character)
      }
    }
    if !word.isEmpty { words.append(word) }
    return words
  }

  /// `clave=valor` as a pair; a bare word has an empty key.
  static func pair(_ word: String) -> (key: String, value: String) {
    guard let equals = word.firstIndex(of: "=") else { return ("", word) }
    return (String(word[..<equals]), String(word[word.index(after: equals)...]))
  }
}
