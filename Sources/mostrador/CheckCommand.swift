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

  @Flag(name: .customLong("acciones"), help: "Escribe la tabla de acciones para los flujos, en Markdown, y termina.")
  var actions = false

  @OptionGroup var content: ContentOptions

  func run() throws {
    if actions { return Console.out(ActionCatalog.document) }
    let clock = ContinuousClock()
    let start = clock.now
    let folder = try ContentFolder(named: path ?? content.intents)
    var (content, diagnostics) = try folder.diagnosed()
    if let content { diagnostics += content.model.check() }
    let errors = diagnostics.count { $0.severity == .error }
    for diagnostic in diagnostics { Console.error(diagnostic.description) }
    let took = start.duration(to: clock.now)
    let counts = "\(errors) errores, \(diagnostics.count - errors) avisos"
    guard errors == 0, let content else {
      throw CommandFailure(.content, "\(folder.path): \(counts)")
    }
    Console.out(
      "\(folder.path): \(content.model.intentIDs.count) intenciones, \(content.dialogue.content.flows.count) flujos, "
        + "\(content.dialogue.content.messages.count) mensajes; \(counts) (\(took.milliseconds) ms)")
  }
}

extension Duration {
  var milliseconds: Int64 { components.seconds * 1_000 + components.attoseconds / 1_000_000_000_000_000 }
  var microseconds: Int64 { components.seconds * 1_000_000 + components.attoseconds / 1_000_000_000_000 }
}
