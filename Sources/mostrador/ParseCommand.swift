import ArgumentParser
import Assistant
import Commerce
import Foundation
import Glibc
import Spanish
import Storage
import Understanding

/// Understanding alone: a message in, a JSON line out.
struct ParseCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "parse", abstract: "Entiende mensajes, uno por línea de stdin o por argumento, y escribe JSON.")

  @Argument(help: ArgumentHelp("Mensajes; sin ninguno se leen de stdin.", valueName: "mensaje"))
  var messages: [String] = []

  @Flag(help: "Las líneas son objetos {\"id\"?, \"text\", \"reference_time\"?, \"expects\"?}.")
  var jsonl = false

  @Option(help: ArgumentHelp("El «ahora» de las fechas relativas (RFC 3339 o local).", valueName: "hora"))
  var now: String?

  @Flag(help: "Escribe en stderr cómo se ha decidido cada mensaje.")
  var trace = false

  @Flag(help: "Solo los datos encontrados.")
  var entitiesOnly = false

  @Option(help: ArgumentHelp("Gramática en el formato de hassil, en lugar de los contenidos.", valueName: "fichero"))
  var hassil: String?

  @Flag(help: "Con --hassil: en cualquier parte del mensaje, sin acentos y con erratas, no la frase entera.")
  var contained = false

  @OptionGroup var content: ContentOptions

  func validate() throws {
    if contained, hassil == nil { throw ValidationError("--contained solo vale con --hassil") }
    if let now, localTime(now, in: .gmt) == nil { throw ValidationError("--now espera una hora RFC 3339, no «\(now)»") }
  }

  func run() throws {
    if let hassil {
      return try GrammarParsing(grammar: hassil, contained: contained, jsonl: jsonl).run(messages: messages)
    }
    let content = try ContentFolder(named: content.intents).load()
    let zoneName = self.content.zone ?? content.settings["hours.zone"]?.string ?? "Europe/Madrid"
    let zone = TimeZone(identifier: zoneName) ?? .gmt
    let now = now.flatMap { localTime($0, in: zone) } ?? zone.local(Date())
    var output = BufferedOutput()
    var input = LineInput()
    var given = messages.makeIterator()
    var (number, failed) = (0, false)
    while let line = messages.isEmpty ? input.next() : given.next() {
      number += 1
      var request = Request(text: line, now: now)
      if jsonl {
        do {
          request = try Request(json: line, now: now, zone: zone)
        } catch {
          failed = true
          output.write("{\"error\":\(UnderstandingJSON.string("línea \(number): \(error.message)"))}\n")
          continue
        }
      }
      output.write(answer(to: request, model: content.model))
      // Somebody who types waits for each answer; a pipe does not.
      if isatty(STDIN_FILENO) == 1 { output.flush() }
    }
    output.flush()
    if failed { throw ExitCode(CommandFailure.Code.runtime.rawValue) }
  }

  private func answer(to request: Request, model: UnderstandingModel) -> String {
    let context = UnderstandingContext(
      recognition: RecognitionContext(now: request.now), expectation: request.expectation)
    let clock = ContinuousClock()
    let start = clock.now
    let understanding = model.understand(request.text, context: context)
    let took = start.duration(to: clock.now).microseconds
    if trace { Console.write(model.trace(request.text, context: context), to: STDERR_FILENO) }
    let identity = request.id.map { [("id", $0.text)] } ?? []
    if entitiesOnly {
      let members = identity.map { "\"\($0.0)\":\($0.1)," }.joined()
      let entities = understanding.entities.map { UnderstandingJSON.entity($0, in: understanding.text) }
      return "{\(members)\"text\":\(UnderstandingJSON.string(request.text)),"
        + "\"entities\":[\(entities.joined(separator: ","))],\"us\":\(took)}\n"
    }
    return UnderstandingJSON.json(of: understanding, extra: identity).dropLast() + ",\"us\":\(took)}\n"
  }

  private func localTime(_ text: String, in zone: TimeZone) -> LocalTime? {
    ParseCommand.localTime(text, in: zone)
  }

  /// An instant on the wall clock of `zone`, or a time that is local already.
  static func localTime(_ text: String, in zone: TimeZone) -> LocalTime? {
    Timestamp(text).map { zone.local($0.date) } ?? LocalTime(text)
  }
}

/// One message to understand.
private struct Request {
  var id: JSONValue?
  var text: String
  var now: LocalTime
  var expectation = Expectation()

  init(text: String, now: LocalTime) {
    self.text = text
    self.now = now
  }

  /// Reads a line of `--jsonl`.
  init(json line: String, now: LocalTime, zone: TimeZone) throws(CommandFailure) {
    let json: JSONValue
    do { json = try JSONValue.parse(line) } catch { throw CommandFailure(.runtime, "no es JSON: \(error)") }
    guard let text = json["text"]?.string else { throw CommandFailure(.runtime, "falta «text»") }
    self.init(text: text, now: now)
    id = json["id"]
    if let reference = json["reference_time"]?.string {
      guard let time = ParseCommand.localTime(reference, in: zone) else {
        throw CommandFailure(.runtime, "«reference_time» no es una hora: «\(reference)»")
      }
      self.now = time
    }
    if let expects = json["expects"] {
      expectation.slot = expects["slot"]?.string
      expectation.kind = expects["kind"]?.string ?? expects.string
      expectation.several = expects["several"]?.bool ?? false
      expectation.options = (expects["options"]?.array ?? []).compactMap { option in
        guard let label = option["label"]?.string ?? option.string else { return nil }
        return ExpectedOption(
          id: option["id"]?.string ?? label, label: label,
          aliases: (option["aliases"]?.array ?? []).compactMap(\.string), all: option["all"]?.bool ?? false)
      }
    }
  }
}

/// Collects output, so that a million answers are not a million system calls.
struct BufferedOutput {
  private var bytes: [UInt8] = []

  mutating func write(_ text: String) {
    bytes += text.utf8
    if bytes.count >= 65_536 { flush() }
  }

  mutating func flush() {
    Console.write(bytes, to: STDOUT_FILENO)
    bytes.removeAll(keepingCapacity: true)
  }
}
