import ArgumentParser
import Assistant
import Dialogue
import Foundation
import Understanding

/// The compiler of the authored files.
struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Comprueba los contenidos: todos los errores, con fichero:línea:columna.")

  @ArgumentParser.Argument(
    help: ArgumentHelp("Carpeta de los contenidos; por omisión, la de --intents.", valueName: "dir"))
  var path: String?

  @Flag(help: "Cuántas frases tiene cada intención.") var frases = false

  @Flag(name: .customLong("acciones"), help: "Escribe la tabla de acciones para los flujos, en Markdown, y termina.")
  var actions = false

  @OptionGroup var content: ContentOptions

  func run() throws {
    if actions { return Console.out(ActionCatalog.document) }
    let clock = ContinuousClock()
    let start = clock.now
    let folder = try ContentFolder(named: path ?? content.intents)
    var (content, diagnostics) = try folder.diagnosed()
    var analysis: ContentAnalysis?
    if let content {
      let found = ContentAnalysis(content.model)
      diagnostics += content.model.check() + found.diagnostics
      analysis = found
    }
    let errors = diagnostics.count { $0.severity == .error }
    for diagnostic in diagnostics { Console.error(diagnostic.description) }
    let took = start.duration(to: clock.now)
    let counts =
      Console.count(errors, "error", "errores") + ", " + Console.count(diagnostics.count - errors, "aviso", "avisos")
    guard errors == 0, let content else {
      throw CommandFailure(.content, "\(folder.path): \(counts)")
    }
    let sentenceCounts = analysis?.sentenceCounts ?? []
    if frases { for (intent, count) in sentenceCounts { Console.out("\(intent): \(Self.rounded(count)) frases") } }
    let sentences = Self.rounded(sentenceCounts.map(\.count).reduce(0, +))
    Console.out(
      "\(folder.path): \(content.model.intentIDs.count) intenciones (\(sentences) frases), "
        + "\(content.dialogue.content.flows.count) flujos, "
        + "\(content.dialogue.content.messages.count) mensajes; \(counts) (\(took.milliseconds) ms)")
  }

  /// Exact up to a million, a power of ten beyond: `~10^9`.
  static func rounded(_ count: Double) -> String {
    count < 1_000_000 ? "\(Int(count))" : "~10^\(Int(log10(count).rounded()))"
  }
}

extension Duration {
  var milliseconds: Int64 { components.seconds * 1_000 + components.attoseconds / 1_000_000_000_000_000 }
  var microseconds: Int64 { components.seconds * 1_000_000 + components.attoseconds / 1_000_000_000_000 }
}
