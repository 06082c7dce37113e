package import Storage

/// What a replay of many files gave, for people's tools: JUnit, TAP and JSON.
package struct ReplayReport: Sendable {
  /// One file, with its branches and passes.
  package struct Entry: Sendable {
    package var path: String
    package var covers: [String]
    package var failures: [TranscriptFailure]
    package var seconds: Double

    package init(path: String, covers: [String], failures: [TranscriptFailure], seconds: Double) {
      self.path = path
      self.covers = covers
      self.failures = failures
      self.seconds = seconds
    }
  }

  package var entries: [Entry] = []

  package init() {}

  package var failed: Int { entries.count { !$0.failures.isEmpty } }

  package var junit: String {
    let cases = entries.map { entry in
      let name = CoverageReport.escaped(entry.path)
      let head = "  <testcase classname=\"\(CoverageReport.escaped(ReplayReport.folder(of: entry.path)))\" name=\"\(name)\" time=\"\(entry.seconds)\""
      guard let first = entry.failures.first else { return head + "/>" }
      let all = entry.failures.map(\.description).joined(separator: "\n")
      return head + ">\n    <failure message=\"\(CoverageReport.escaped("línea \(first.line): \(first.expected)"))\">"
        + CoverageReport.escaped(all) + "</failure>\n  </testcase>"
    }
    let seconds = entries.reduce(0) { $0 + $1.seconds }
    return """
      <?xml version="1.0" encoding="UTF-8"?>
      <testsuite name="transcripts" tests="\(entries.count)" failures="\(failed)" errors="0" time="\(seconds)">
      \(cases.joined(separator: "\n"))
      </testsuite>

      """
  }

  package var tap: String {
    var lines = ["TAP version 13", "1..\(entries.count)"]
    for (index, entry) in entries.enumerated() {
      // A «#» would start a directive.
      let name = entry.path.split(separator: "#", omittingEmptySubsequences: false).joined(separator: "\\#")
      lines.append("\(entry.failures.isEmpty ? "ok" : "not ok") \(index + 1) - \(name)")
      for failure in entry.failures {
        lines += failure.description.split(separator: "\n", omittingEmptySubsequences: false).map { "# \($0)" }
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  package var json: JSONValue {
    .object([
      "passed": .number(entries.count - failed), "failed": .number(failed),
      "files": .array(
        entries.map { entry in
          .object([
            "path": .string(entry.path), "ok": .bool(entry.failures.isEmpty),
            "covers": .array(entry.covers.map { .string($0) }), "milliseconds": .number(Int(entry.seconds * 1_000)),
            "failures": .array(
              entry.failures.map { failure in
                .object([
                  "line": .number(failure.line), "branch": failure.branch.map { .string($0) } ?? .null,
                  "pass": .string(failure.pass.rawValue), "expected": .string(failure.expected),
                  "actual": .string(failure.actual), "rules": .array(failure.why.map { .string($0) }),
                ])
              }),
          ])
        }),
    ])
  }

  private static func folder(of path: String) -> String {
    path.split(separator: "/").dropLast().joined(separator: "/")
  }
}
