/// What can go wrong with the store itself. The texts are for operators and logs.
package enum StoreError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The file cannot be opened or is no database of ours. Nothing was written to it.
  case cannotOpen(path: String, reason: String)
  /// A later version of the program wrote the file. Nothing was written to it.
  case newerVersion(path: String, found: Int, known: Int)
  /// Another process serves this file.
  case locked(path: String)
  /// Somebody else changed the record since it was read, or took the number that it claims: read again and retry.
  case versionConflict
  /// SQLite refused; holds its code and message, never the values of a statement.
  case failed(String)

  package var description: String {
    switch self {
    case .cannotOpen(let path, let reason): "cannot open the store \(path): \(reason)"
    case .newerVersion(let path, let found, let known):
      "the store \(path) has version \(found); this program knows versions up to \(known)"
    case .locked(let path): "another process serves the store \(path)"
    case .versionConflict: "the record was changed by somebody else"
    case .failed(let reason): "the store failed: \(reason)"
    }
  }
}
