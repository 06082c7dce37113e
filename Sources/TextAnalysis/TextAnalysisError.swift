/// ICU refused: its data is missing or memory ran out.
package struct TextAnalysisError: Error, Hashable, CustomStringConvertible {
  /// The ICU call that failed.
  package let call: String
  /// ICU's `UErrorCode`.
  package let code: Int32

  package var description: String { "\(call) failed with ICU error \(code)" }
}
