import ArgumentParser
import Foundation
import Logging
import Service

/// The protocol over stdin and stdout.
struct ServeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "serve", abstract: "Atiende por JSON-RPC 2.0 en stdin y stdout, un objeto por línea.")

  @Option(help: ArgumentHelp("Qué métodos se admiten: customer, agent, admin.", valueName: "lista"))
  var allow: String = "customer,agent"

  @OptionGroup var options: StoreOptions

  func validate() throws {
    if roles == nil { throw ValidationError("--allow espera una lista de customer, agent y admin, no «\(allow)»") }
    if Logger.Level(rawValue: options.log) == nil {
      throw ValidationError("nivel de registro desconocido: «\(options.log)»")
    }
  }

  func run() throws {
    LoggingSystem.bootstrap { StreamLogHandler.standardError(label: $0) }
    var logger = Logger(label: "mostrador.serve")
    logger.logLevel = Logger.Level(rawValue: options.log) ?? .warning
    if options.store == nil { Console.error("sin --store: los datos están en memoria y se pierden al terminar") }
    let opened = try OpenedStore(path: options.store ?? ":memory:", shared: false, options: options)
    let service = ServiceOptions(
      roles: roles ?? [], workers: options.workers ?? max(2, ProcessInfo.processInfo.activeProcessorCount),
      version: MostradorCommand.version,
      log: { [logger] line in logger.warning("\(line)") })
    let code = ServiceLoop(assistant: opened.assistant, options: service).run()
    // The store's lock and file are closed by now or with the process; nothing is left to flush.
    if code != 0 { throw ExitCode(code) }
  }

  /// nil if one of the names is unknown.
  private var roles: Set<ServiceRole>? {
    let names = allow.split(separator: ",").map { $0.trimmingCharacters(in: .whitespaces) }
    let roles = names.compactMap(ServiceRole.init(rawValue:))
    return roles.count == names.count && !roles.isEmpty ? Set(roles) : nil
  }
}
