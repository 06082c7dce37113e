/// Reads `frases.txt`: how customers say things, a line each, below the intent that they mean.
///
///     # Un comentario.
///     [pedido.cancelar]
///     mira al final no me hace falta, anúlalo
///
/// The result is the node that a YAML mapping `samples` would give: intent → sentences, each with its place. A file
/// called `nombres.txt` gives `names` in the same way: lemma → names.
struct SampleReader {
  private(set) var diagnostics: [Diagnostic] = []
  private let source: ContentSource
  private var holdsNames: Bool { source.path.split(separator: "/").last == "nombres.txt" }
  private var sections: [ContentEntry] = []
  private var lines: [ContentNode] = []

  init(_ source: ContentSource) { self.source = source }

  mutating func read() -> ContentNode {
    let text = AuthoredText(source.text)
    var number = 1
    while let line = text[line: number] {
      read(line, at: SourceLocation(file: source.path, line: number, column: 1))
      number += 1
    }
    endSection()
    let start = SourceLocation(file: source.path, line: 1, column: 1)
    let samples = ContentNode(.mapping(sections), at: start)
    return ContentNode(
      .mapping([ContentEntry(key: holdsNames ? "names" : "samples", location: start, value: samples)]), at: start)
  }

  private mutating func read(_ line: ArraySlice<UInt8>, at place: SourceLocation) {
    let content = line.drop { $0 <= 0x20 }
    let end = content.lastIndex { $0 > 0x20 }.map { $0 + 1 } ?? content.startIndex
    guard let first = content[..<end].first, first != UInt8(ascii: "#") else { return }
    let said = String(decoding: content[..<end], as: UTF8.self)
    if first == UInt8(ascii: "[") {
      endSection()
      guard said.hasSuffix("]"), said.utf8.count > 2 else {
        diagnostics.append(
          Diagnostic(
            "sample_section", "«\(said)» no es el título de una sección", hint: "escribe «\(exampleTitle)»",
            at: place))
        return
      }
      let intent = String(said.dropFirst().dropLast())
      sections.append(ContentEntry(key: intent, location: place, value: ContentNode(.sequence([]), at: place)))
    } else if sections.isEmpty {
      diagnostics.append(
        Diagnostic(
          "sample_without_intent",
          holdsNames ? "este nombre no está debajo de ningún lema" : "esta frase no está debajo de ninguna intención",
          hint: "pon antes una línea como «\(exampleTitle)»", at: place))
    } else {
      lines.append(ContentNode(.scalar(said), at: place))
    }
  }

  private var exampleTitle: String { holdsNames ? "[otra_empresa]" : "[pedido.cancelar]" }

  private mutating func endSection() {
    guard let last = sections.indices.last else { return }
    sections[last].value = ContentNode(.sequence(lines), at: sections[last].location)
    lines = []
  }
}
