import ArgumentParser
import Foundation
import Glibc

/// The command line's front door.
@main
struct MostradorCommand: ParsableCommand {
  static let version = "0.1.0"

  static let configuration = CommandConfiguration(
    commandName: "mostrador", abstract: "El mostrador de una tienda: atiende a clientes en español.", version: version,
    subcommands: [
      ChatCommand.self, ServeCommand.self, ParseCommand.self, CheckCommand.self, ReplayCommand.self, QueueCommand.self,
      OrdersCommand.self, GraphCommand.self,
    ])

  /// Parses and runs by hand, because the library would leave with 64 where the project promises 2.
  static func main() {
    do {
      var command = try parseAsRoot()
      try command.run()
    } catch let failure as CommandFailure {
      leave(failure.code.rawValue, saying: "error: \(failure.message)")
    } catch {
      let code = exitCode(for: error)
      let text = inSpanish(fullMessage(for: error))
      leave(code == .validationFailure ? CommandFailure.Code.usage.rawValue : code.rawValue, saying: text)
    }
  }

  private static func leave(_ code: Int32, saying text: String) -> Never {
    if !text.isEmpty {
      let output = code == 0 ? FileHandle.standardOutput : FileHandle.standardError
      output.write(Data((text.hasSuffix("\n") ? text : text + "\n").utf8))
    }
    Glibc.exit(code)
  }

  /// The library's fixed words; ours are Spanish already.
  private static func inSpanish(_ text: String) -> String {
    let words = [
      ("OVERVIEW: ", ""), ("USAGE: ", "USO: "), ("Usage: ", "Uso: "), ("ARGUMENTS:", "ARGUMENTOS:"),
      ("OPTIONS:", "OPCIONES:"), ("SUBCOMMANDS:", "ÓRDENES:"), ("Error: ", "error: "),
      ("Show help information.", "Muestra esta ayuda."),
      ("Show the version.", "Muestra la versión."), ("<subcommand>", "<orden>"), ("<options>", "[opciones]"),
      ("(default: ", "(por omisión: "),
      ("Unknown option", "opción desconocida"), ("Unexpected argument", "argumento inesperado"),
      ("Missing expected argument", "falta el argumento"), ("Missing value for", "falta el valor de"),
      ("The value '", "el valor '"), ("' is invalid for '", "' no vale para '"), ("Help:  ", "Ayuda:  "),
      ("Did you mean", "¿Querías decir"), ("for detailed help.", "para saber más."),
      ("for more information.", "para saber más."), ("  See '", "  Mira '"),
    ]
    return words.reduce(text) { $0.replacingOccurrences(of: $1.0, with: $1.1) }
  }
}
