import ArgumentParser
import Assistant
import Foundation
import Glibc
import Storage
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

  @Flag(help: "Reescribe los mensajes esperados que fallan y no llevan comodín; enseña los cambios.")
  var actualiza = false

  @Option(help: ArgumentHelp("Escribe el resultado en JUnit.", valueName: "fichero")) var junit: String?
  @Flag(help: "El resultado en TAP.") var tap = false
  @Flag(help: "El resultado en JSON.") var json = false

  @Option(help: ArgumentHelp("Escribe lo que se ha cubierto: texto, JSON y HTML.", valueName: "carpeta"))
  var cobertura: String?

  @Option(help: ArgumentHelp("Falla si se cubre menos de este porcentaje de pasos y transiciones.", valueName: "n"))
  var minimo: Double?

  @OptionGroup var content: ContentOptions

  func validate() throws {
    if tap && json { throw ValidationError("--tap o --json, no los dos") }
    if let minimo, !(0...100).contains(minimo) { throw ValidationError("--minimo: de 0 a 100") }
  }

  func run() throws {
    let files = try selectedFiles()
    let parsed = try parse(files)
    let content = try ContentFolder(named: content.intents).load()
    let replay = TranscriptReplay(content: content, onlyDirect: soloDirecto)
    if actualiza { return try update(parsed.map(\.file), with: replay) }
    var report = ReplayReport()
    var coverage = CoverageCount()
    for (file, source) in parsed {
      let start = ContinuousClock.now
      let failures = replay.run(file, branch: rama, coverage: &coverage)
      let took = start.duration(to: .now)
      report.entries.append(
        ReplayReport.Entry(
          path: file.path, covers: file.covers, failures: failures, seconds: Double(took.microseconds) / 1_000_000))
      guard !tap, !json else { continue }
      for failure in failures {
        Console.out(failure.description)
        Console.out(failure.excerpt(of: source))
      }
    }
    try write(report)
    let enough = try write(CoverageReport(of: coverage, in: content, rows: rows()))
    if report.failed > 0 || !enough { throw ExitCode(1) }
  }

  private func write(_ report: ReplayReport) throws {
    if let junit { try save(report.junit, to: junit) }
    if tap {
      Console.write(report.tap, to: STDOUT_FILENO)
    } else if json {
      Console.out(report.json.text)
    } else {
      let passed = report.entries.count - report.failed
      Console.out(Console.count(passed, "pasa", "pasan") + ", " + Console.count(report.failed, "falla", "fallan"))
    }
  }

  /// Writes the coverage where it is wanted; false if it is too low.
  private func write(_ report: CoverageReport) throws -> Bool {
    if let cobertura {
      try? FileManager.default.createDirectory(atPath: cobertura, withIntermediateDirectories: true)
      try save(report.text, to: cobertura + "/cobertura.txt")
      try save(report.json.text + "\n", to: cobertura + "/cobertura.json")
      try save(report.html, to: cobertura + "/cobertura.html")
      if !tap, !json {
        for section in report.sections {
          Console.out("\(section.name): \(section.covered)/\(section.items.count)")
        }
      }
    }
    guard let minimo, report.flowPercent < minimo else { return true }
    Console.error(
      "cobertura de pasos y transiciones: \(CoverageReport.tenths(report.flowPercent)) %, menos que \(CoverageReport.tenths(minimo)) %"
    )
    return false
  }

  /// The rows of the capabilities: one a line in `filas.txt` beside the transcripts, if it is there.
  private func rows() -> [String] {
    let lists = (paths + ["Transcripts"]).compactMap { try? String(contentsOfFile: $0 + "/filas.txt", encoding: .utf8) }
    return (lists.first ?? "").split(whereSeparator: \.isWhitespace).map(String.init)
  }

  /// Rewrites the files until they say what happens, or nothing more can be rewritten.
  private func update(_ files: [TranscriptFile], with replay: TranscriptReplay) throws {
    if ProcessInfo.processInfo.environment["CI"] == "1" {
      throw CommandFailure(.usage, "--actualiza no se usa con CI=1: los cambios se miran antes de guardarlos")
    }
    var left = 0
    for file in files {
      var current = file
      for _ in 0..<4 {
        let update = replay.update(of: current)
        guard !update.isEmpty, let source = try? String(contentsOfFile: file.path, encoding: .utf8) else { break }
        let (text, diff) = update.applied(to: source)
        guard text != source else { break }
        Console.out("\(file.path)\n" + diff.joined(separator: "\n"))
        try save(text, to: file.path)
        current = TranscriptFile.parse(text, path: file.path).file
      }
      if !replay.run(current).isEmpty {
        left += 1
        Console.out("\(file.path): sigue fallando; lo que queda no se reescribe solo")
      }
    }
    if left > 0 { throw ExitCode(1) }
  }

  private func save(_ text: String, to path: String) throws(CommandFailure) {
    do { try Data(text.utf8).write(to: URL(fileURLWithPath: path)) } catch {
      throw CommandFailure(.runtime, "no se puede escribir «\(path)»: \(error.localizedDescription)")
    }
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
      Console.error(errors.map(\.description).joined(separator: "\n"))
      throw CommandFailure(.usage, "no se ha reproducido nada: hay líneas que no se entienden")
    }
    return parsed
  }
}
