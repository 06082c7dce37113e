package import Assistant
import Commerce
import Foundation
import Spanish
import Storage
import Understanding

/// Runs transcripts: as written, with the process restarted between all turns, and with every message sent twice.
package struct TranscriptReplay: Sendable {
  /// How a file is run.
  package enum Pass: String, Sendable, CaseIterable {
    case direct = "directo"
    case restarting = "con reinicios"
    case doubled = "con mensajes repetidos"
  }

  package let content: Content
  package let passes: [Pass]

  package init(content: Content, onlyDirect: Bool = false) {
    self.content = content
    passes = onlyDirect ? [.direct] : Pass.allCases
  }

  /// Every `.chat` file at or below `paths`, in order.
  package static func files(at paths: [String]) -> [String] {
    var files: [String] = []
    for path in paths {
      if path.hasSuffix(".chat") {
        files.append(path)
      } else {
        let inside = FileManager.default.enumerator(atPath: path)?.compactMap { $0 as? String } ?? []
        files += inside.filter { $0.hasSuffix(".chat") }.sorted().map { path + "/" + $0 }
      }
    }
    return files
  }

  /// Runs one file with its branches in every pass; the failures, empty when all went as written.
  package func run(_ file: TranscriptFile, branch wanted: String? = nil) -> [TranscriptFailure] {
    var coverage = CoverageCount()
    return run(file, branch: wanted, coverage: &coverage)
  }

  /// The same, adding what it exercised to `coverage`.
  package func run(
    _ file: TranscriptFile, branch wanted: String? = nil, coverage: inout CoverageCount
  ) -> [TranscriptFailure] {
    var failures: [TranscriptFailure] = []
    for pass in passes {
      for (branch, lines) in runs(of: file, branch: wanted) {
        let outcome = play(file, branch: branch, lines: lines, pass: pass)
        failures += outcome.failures
        if pass == .direct, let run = outcome.run { coverage.merge(run.coverage) }
      }
      // One report of a mistake is enough: the later passes would repeat it.
      if !failures.isEmpty { return failures }
    }
    for row in file.covers { coverage.rows[row, default: []].insert(file.path) }
    return failures
  }

  /// What would make the file's failing messages say what happens; the failures that no update mends stay failures.
  package func update(of file: TranscriptFile) -> TranscriptUpdate {
    runs(of: file, branch: nil).reduce(into: TranscriptUpdate()) { update, next in
      let outcome = play(file, branch: next.branch, lines: next.lines, pass: .direct, toTheEnd: true)
      if let run = outcome.run { update.merge(run.update) }
    }
  }

  private func runs(
    of file: TranscriptFile, branch wanted: String?
  ) -> [(branch: String?, lines: [TranscriptLine])] {
    let main: [(branch: String?, lines: [TranscriptLine])] = wanted == nil ? [(nil, file.steps)] : []
    return main
      + file.branches.filter { wanted == nil || $0.title == wanted }.map { ($0.title, lines(to: $0, in: file)) }
  }

  /// All lines from the start to the branch's point, then its own.
  private func lines(to branch: TranscriptBranch, in file: TranscriptFile) -> [TranscriptLine] {
    var prefix: [TranscriptLine] = []
    if let end = index(ofPoint: branch.from, in: file.steps) {
      prefix = Array(file.steps[...end])
    } else {
      for other in file.branches where other.title != branch.title {
        guard let end = index(ofPoint: branch.from, in: other.steps) else { continue }
        prefix = lines(to: other, in: file)
        prefix.removeLast(other.steps.count - end - 1)
      }
    }
    return prefix + branch.steps
  }

  private func index(ofPoint name: String, in lines: [TranscriptLine]) -> Int? {
    lines.firstIndex { $0.kind == .checkpoint(name) }
  }

  private func play(
    _ file: TranscriptFile, branch: String?, lines: [TranscriptLine], pass: Pass, toTheEnd: Bool = false
  ) -> (failures: [TranscriptFailure], run: TranscriptRun?) {
    func failure(_ line: Int, _ expected: String, _ actual: String) -> [TranscriptFailure] {
      [
        TranscriptFailure(
          path: file.path, branch: branch, pass: pass, line: line, expected: expected, actual: actual, why: [])
      ]
    }
    do {
      let folder = (file.path as NSString).deletingLastPathComponent
      let directory = folder.isEmpty ? "." : folder
      let world = try TranscriptWorld(header: file.header, content: content, path: file.path, directory: directory)
      let run = TranscriptRun(world: world, file: file, branch: branch, pass: pass)
      run.neverStops = toTheEnd
      return (try run.run(lines), run)
    } catch let error as TranscriptParseError {
      return (failure(error.line, error.message, ""), nil)
    } catch {
      return (failure(1, "", "\(error)"), nil)
    }
  }
}

/// One line that did not hold.
package struct TranscriptFailure: Sendable, CustomStringConvertible {
  package var path: String
  package var branch: String?
  package var pass: TranscriptReplay.Pass
  package var line: Int
  package var expected: String
  package var actual: String
  /// The rules that fired in the turn: `intent file:line`.
  package var why: [String]

  package var description: String {
    var text = "\(path):\(line): ✗"
    if let branch { text += " rama «\(branch)»" }
    if pass != .direct { text += " (\(pass.rawValue))" }
    if !expected.isEmpty { text += "\n    esperado: \(expected)" }
    if !actual.isEmpty { text += "\n    ocurrió:  \(actual)" }
    for rule in why { text += "\n    regla:    \(rule)" }
    return text
  }

  /// The lines around the failure, with ✗ at its own.
  package func excerpt(of source: String) -> String {
    let lines = source.split(separator: "\n", omittingEmptySubsequences: false)
    let first = max(0, line - 4)
    let last = min(lines.count, line + 2)
    guard first < last else { return "" }
    return (first..<last).map { index in
      "  \(index + 1 == line ? "✗" : " ") \(index + 1)  \(lines[index])"
    }.joined(separator: "\n")
  }
}
