import ArgumentParser
import Assistant
import Foundation
import Transcripts

/// Runs transcripts as regression tests.
struct ReplayCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "replay", abstract: "Reproduce transcripciones .chat y compara línea a línea.")

  @Argument(help: ArgumentHelp("Ficheros .chat o carpetas.", valueName: "ruta"))
  var paths: [String] = ["Transcripts"]

  @Option(help: ArgumentHelp("Solo los ficheros cuya ruta contiene esta expresión regular.", valueName: "re"))
  var filtro: String?

  @Option(help: ArgumentHelp("Solo la rama con este título.", valueName: "título"))
  var rama: String?

  @Flag(help: "Sin las pasadas con reinicios y con mensajes repetidos.")
  var soloDirecto = false

  @OptionGroup var content: ContentOptions

  func run() throws {
    let files = try selectedFiles()
    let parsed = try parse(files)
    let content = try ContentFolder(named: content.intents).load()
    let replay = TranscriptReplay(content: content, onlyDirect: soloDirecto)
    var failed = 0
    for (file, source) in parsed {
      let failures = replay.run(file, branch: rama)
      guard !failures.isEmpty else { continue }
      failed += 1
      for failure in failures {
        Console.out(failure.description)
        Console.out(failure.excerpt(of: source))
      }
    }
    Console.out("\(parsed.count - failed) passed, \(failed) failed")
    if failed > 0 { throw ExitCode(1) }
  }

  private func selectedFiles() throws -> [String] {
    for path in paths where !FileManager.default.fileExists(atPath: path) {
      throw CommandFailure(.usage, "no existe «\(path)»")
    }
    var files = TranscriptReplay.files(at: paths)
    if let filtro {
      guard let expression = try? Regex(filtro) else {
        throw CommandFailure(.usage, "--filtro no es una expresión regular: \(filtro)")
      }
      files = files.filter { $0.firstMatch(of: expression) != nil }
    }
    guard !files.isEmpty else { throw CommandFailure(.usage, "no hay ningún fichero .chat que reproducir") }
    return files
  }

  /// All files; those that do not parse are reported together, and nothing is run.
  private func parse(_ paths: [String]) throws -> [(file: TranscriptFile, source: String)] {
    var parsed: [(file: TranscriptFile, source: String)] = []
    var errors: [TranscriptParseError] = []
    for path in paths {
      guard let data = FileManager.default.contents(atPath: path), let text = String(data: data, encoding: .utf8) else {
        throw CommandFailure(.usage, "no se puede leer «\(path)» como UTF-8")
      }
      let result = TranscriptFile.parse(text, path: path)
      parsed.append((result.file, text))
      errors += result.errors
    }
    guard errors.isEmpty else {
      throw CommandFailure(.usage, "\n" + errors.map(\.description).joined(separator: "\n"))
    }
    return parsed
  }
}
