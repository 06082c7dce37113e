import ArgumentParser
import Foundation
import Glibc
import TextAnalysis
import Understanding

/// `parse --hassil`: a grammar in hassil's own format in place of the contents.
struct GrammarParsing {
  let grammar: String
  let contained: Bool
  /// Whether the lines are JSON objects that bring their lists and context along.
  let jsonl: Bool

  func run(messages: [String]) throws {
    let analyzer: TextAnalyzer
    do { analyzer = try TextAnalyzer() } catch { throw CommandFailure(.runtime, "ICU no está disponible: \(error)") }
    let model = try load(analyzer)
    var output = BufferedOutput()
    var input = LineInput()
    var given = messages.makeIterator()
    var (number, failed) = (0, false)
    while let line = messages.isEmpty ? input.next() : given.next() {
      number += 1
      do {
        let message = try jsonl ? HassilMessage(line: Data(line.utf8)) : HassilMessage(sentence: line)
        output.write(answer(to: message, model, analyzer))
      } catch {
        failed = true
        output.write("{\"error\":\(UnderstandingJSON.string("línea \(number): no es un caso de hassil"))}\n")
      }
      if isatty(STDIN_FILENO) == 1 { output.flush() }
    }
    output.flush()
    if failed { throw ExitCode(CommandFailure.Code.runtime.rawValue) }
  }

  private func load(_ analyzer: TextAnalyzer) throws -> HassilModel {
    guard let data = FileManager.default.contents(atPath: grammar), let text = String(validating: data, as: UTF8.self)
    else { throw CommandFailure(.content, "no se puede leer la gramática «\(grammar)» como UTF-8") }
    let (model, diagnostics) = HassilModel.compile(
      ContentSource(path: grammar, text: text), analyzer: analyzer, wholeSentence: !contained)
    for diagnostic in diagnostics { Console.error(diagnostic.description) }
    guard let model else {
      throw CommandFailure(.content, "\(grammar): \(diagnostics.count { $0.severity == .error }) errores")
    }
    return model
  }

  /// The lists of a message are its surroundings: they are made ready before the clock starts.
  private func answer(to message: HassilMessage, _ model: HassilModel, _ analyzer: TextAnalyzer) -> String {
    let world = message.world(analyzer: analyzer)
    let clock = ContinuousClock()
    let start = clock.now
    let answer = model.recognize(message.sentence, in: world)
    let took = start.duration(to: clock.now).microseconds
    let id = message.id.map { "\"id\":\($0.json)," } ?? ""
    return "{\(id)\"us\":\(took),\(answer?.json ?? "\"intent\":null")}\n"
  }
}
