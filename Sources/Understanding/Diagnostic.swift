/// An author's mistake, with its place. Collected, and shown all at once.
package struct Diagnostic: Hashable, Sendable, CustomStringConvertible {
  package enum Severity: String, Sendable { case error, warning }

  package var severity: Severity
  /// A stable id for programs: `undefined_rule`.
  package var code: String
  /// What is wrong, in Spanish: authors read it.
  package var message: String
  /// What to do about it, in Spanish; may be empty.
  package var hint: String
  package var location: SourceLocation

  package init(
    _ code: String, _ message: String, hint: String = "", at location: SourceLocation, severity: Severity = .error
  ) {
    self.severity = severity
    self.code = code
    self.message = message
    self.hint = hint
    self.location = location
  }

  /// `file:line:column: error: message (hint) [code]`
  package var description: String {
    "\(location): \(severity == .error ? "error" : "aviso"): \(message)\(hint.isEmpty ? "" : " · \(hint)") [\(code)]"
  }
}

/// A place in an authored file; lines and columns count from 1.
package struct SourceLocation: Hashable, Comparable, Sendable, CustomStringConvertible {
  package var file: String
  package var line: Int
  package var column: Int

  package init(file: String, line: Int, column: Int) {
    self.file = file
    self.line = line
    self.column = column
  }

  package var description: String { "\(file):\(line):\(column)" }

  package static func < (a: SourceLocation, b: SourceLocation) -> Bool {
    (a.file, a.line, a.column) < (b.file, b.line, b.column)
  }
}
