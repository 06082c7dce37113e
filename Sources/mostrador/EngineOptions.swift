import ArgumentParser
import Assistant
import Commerce
import Foundation
import Spanish

/// Where the authored files are.
struct ContentOptions: ParsableArguments {
  @Option(help: ArgumentHelp("Carpeta de los contenidos.", valueName: "dir"))
  var intents: String = "Intents"

  @Option(help: ArgumentHelp("Zona horaria; si falta, la de los contenidos.", valueName: "zona"))
  var zone: String?

  func validate() throws {
    if let zone, TimeZone(identifier: zone) == nil {
      throw ValidationError("zona horaria desconocida: «\(zone)» (ejemplo: Europe/Madrid)")
    }
  }
}

/// Where the data is, and when «now» is.
struct StoreOptions: ParsableArguments {
  @Option(help: ArgumentHelp("Base de datos SQLite, o «:memory:».", valueName: "fichero"))
  var store: String?

  @Option(help: ArgumentHelp("Fichero de tienda con el que empieza una base nueva.", valueName: "fichero"))
  var shop: String?

  @Option(help: ArgumentHelp("Reloj fijo: «fixed:2026-03-10T10:00:00+01:00».", valueName: "reloj"))
  var clock: String?

  @Option(help: ArgumentHelp("Semilla de las variantes y los identificadores.", valueName: "n"))
  var seed: UInt64 = 1

  @Option(help: ArgumentHelp("Hilos que atienden a la vez.", valueName: "n"))
  var workers: Int?

  @Option(help: ArgumentHelp("Nivel del registro en stderr: trace, debug, info, warning, error.", valueName: "nivel"))
  var log: String = "warning"

  @OptionGroup var content: ContentOptions

  func validate() throws {
    if let clock, fixedTime(clock) == nil {
      throw ValidationError("--clock espera «fixed:<RFC 3339>», no «\(clock)»")
    }
    if let workers, !(1...256).contains(workers) { throw ValidationError("--workers: de 1 a 256") }
  }

  /// The instant at which the clock stands, if it was fixed.
  var fixedTime: Date? { clock.flatMap(fixedTime) }

  private func fixedTime(_ clock: String) -> Date? {
    guard clock.hasPrefix("fixed:") else { return nil }
    return Timestamp(String(clock.dropFirst("fixed:".count)))?.date
  }
}

/// The clock of a command: it runs or stands, and can be pushed forward in both cases.
enum CommandClock {
  case running(ShiftedClock)
  case fixed(SettableClock)

  init(fixedTime: Date?) { self = fixedTime.map { .fixed(SettableClock($0)) } ?? .running(ShiftedClock()) }

  var clock: any AssistantClock {
    switch self {
    case .running(let clock): clock
    case .fixed(let clock): clock
    }
  }

  func advance(by seconds: TimeInterval) {
    switch self {
    case .running(let clock): clock.advance(by: seconds)
    case .fixed(let clock): clock.advance(by: seconds)
    }
  }
}
