/// Reads one pattern. Every mistake in it is reported, not only the first.
///
/// Columns count Unicode scalars, as libYAML does. An escape inside a double-quoted YAML string shifts them.
package enum PatternParser {
  /// What `...` alone stands for.
  package static let defaultGap = 5
  /// The longest gap that makes sense inside a clause.
  package static let longestGap = 20
  /// The most items of `(a;b)`: the automaton's states are the subsets.
  package static let permutationLimit = 6
  /// How many words one spelled-out word may expand to.
  package static let expansionLimit = 64
  /// How deep brackets may nest.
  package static let depthLimit = 40

  /// - Parameter location: the place of the text's first character.
  /// - Returns: a nil syntax if and only if a diagnostic is an error.
  package static func parse(
    _ text: String, at location: SourceLocation
  ) -> (syntax: PatternSyntax?, diagnostics: [Diagnostic]) {
    var reader = PatternReader(text, at: location)
    let syntax = reader.readPattern()
    let failed = reader.diagnostics.contains { $0.severity == .error }
    return (failed ? nil : syntax, reader.diagnostics)
  }
}
