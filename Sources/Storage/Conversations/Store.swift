import Foundation
package import GRDB
import Glibc

/// Conversations, their events, the outbox and the queue, in one SQLite file with one connection.
///
/// One connection, because Debian's SQLite is older than the fix of the WAL-reset bug (3.51.3), which needs two; and
/// one process per file unless `shared`. Writes begin IMMEDIATE, so that the busy timeout holds when files are shared.
package final class Store: Sendable {
  /// For those who keep other tables in the same file. Never call it inside `write` or `read`: one connection, no nesting.
  package let writer: any DatabaseWriter
  /// `sqlite` or `memory`.
  package let kind: String
  private let lock: StoreLock?

  /// Opens the file, creates it if it is missing, and brings it up to date.
  ///
  /// A file that is no database of ours, or of a newer version, is left as it was.
  package init(path: String, shared: Bool = false) throws(StoreError) {
    let inMemory = path == ":memory:"
    kind = inMemory ? "memory" : "sqlite"
    if inMemory {
      lock = nil
    } else {
      try Store.inspectHeader(path)
      lock = shared ? nil : try StoreLock(beside: path)
      try Store.createPrivately(path)
    }
    var configuration = Configuration()
    configuration.busyMode = .timeout(5)
    configuration.foreignKeysEnabled = true
    configuration.label = "mostrador.store"
    do {
      let queue =
        inMemory
        ? try DatabaseQueue(configuration: configuration) : try DatabaseQueue(path: path, configuration: configuration)
      writer = queue
      try queue.writeWithoutTransaction { db in
        let version = try Store.checkedVersion(db, path: path)
        if !inMemory { try db.execute(sql: "PRAGMA journal_mode = WAL") }
        try db.execute(sql: "PRAGMA synchronous = FULL")
        guard version < StoreSchema.version else { return }
        try db.inTransaction(.immediate) {
          // Read again: another process may have migrated meanwhile.
          let current = try Store.checkedVersion(db, path: path)
          if current < StoreSchema.version { try StoreSchema.migrate(db, from: current) }
          return .commit
        }
      }
    } catch let error as StoreError {
      throw error
    } catch {
      throw StoreError.cannotOpen(path: path, reason: Store.reason(error))
    }
  }

  /// Runs `body` in one transaction that holds the write lock from its start; an error rolls all of it back.
  @discardableResult
  package func write<T>(_ body: (StoreSession) throws -> T) throws -> T {
    try translatingErrors {
      try writer.writeWithoutTransaction { db in
        var result: T?
        try db.inTransaction(.immediate) {
          result = try body(StoreSession(db: db))
          return .commit
        }
        guard let result else { throw StoreError.failed("the transaction ended without a result") }
        return result
      }
    }
  }

  /// Runs `body` over one state of the store.
  @discardableResult
  package func read<T>(_ body: (StoreSession) throws -> T) throws -> T {
    try translatingErrors {
      try writer.read { db in try body(StoreSession(db: db)) }
    }
  }

  private func translatingErrors<T>(_ body: () throws -> T) throws -> T {
    do {
      return try body()
    } catch let error as DatabaseError {
      throw StoreError.failed(Store.reason(error))
    }
  }

  /// SQLite's code and message. Not GRDB's description: that one shows the statement with its values.
  private static func reason(_ error: any Error) -> String {
    guard let error = error as? DatabaseError else { return "\(error)" }
    return "SQLite \(error.extendedResultCode.rawValue): \(error.message ?? "unknown")"
  }
}

extension Store {
  /// Looks at a file's first bytes without SQLite, which would already touch a database in WAL mode.
  private static func inspectHeader(_ path: String) throws(StoreError) {
    let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else {
      if errno == ENOENT { return }
      throw StoreError.cannotOpen(path: path, reason: unsafe String(cString: strerror(errno)))
    }
    defer { close(descriptor) }
    var header = [UInt8](repeating: 0, count: 100)
    let count = unsafe header.withUnsafeMutableBytes { buffer in unsafe Glibc.read(descriptor, buffer.baseAddress, 100)
    }
    guard count >= 0 else {
      throw StoreError.cannotOpen(path: path, reason: unsafe String(cString: strerror(errno)))
    }
    if count == 0 { return }
    guard count == 100, header.starts(with: Array("SQLite format 3".utf8) + [0]) else {
      throw StoreError.cannotOpen(path: path, reason: "the file is not a database")
    }
    // Offsets 60 and 68, big-endian: https://www.sqlite.org/fileformat.html#the_database_header
    func integer(at offset: Int) -> Int { header[offset..<offset + 4].reduce(0) { $0 << 8 | Int($1) } }
    try check(version: integer(at: 60), applicationID: integer(at: 68), path: path)
  }

  /// The version as SQLite sees it: the header may be older than a log that a killed process left behind.
  private static func checkedVersion(_ db: Database, path: String) throws -> Int {
    let version = try Int.fetchOne(db, sql: "PRAGMA user_version") ?? 0
    let applicationID = try Int.fetchOne(db, sql: "PRAGMA application_id") ?? 0
    try check(version: version, applicationID: applicationID, path: path)
    if applicationID == 0, try Bool.fetchOne(db, sql: "SELECT EXISTS(SELECT 1 FROM sqlite_master)") == true {
      throw StoreError.cannotOpen(path: path, reason: "the database belongs to another program")
    }
    return version
  }

  private static func check(version: Int, applicationID: Int, path: String) throws(StoreError) {
    guard applicationID == 0 || applicationID == StoreSchema.applicationID else {
      throw StoreError.cannotOpen(path: path, reason: "the database belongs to another program")
    }
    guard version <= StoreSchema.version else {
      throw StoreError.newerVersion(path: path, found: version, known: StoreSchema.version)
    }
  }

  /// Creates the file for its owner alone: it holds personal data. SQLite gives its side files the same mode.
  private static func createPrivately(_ path: String) throws(StoreError) {
    let descriptor = unsafe open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else {
      throw StoreError.cannotOpen(path: path, reason: unsafe String(cString: strerror(errno)))
    }
    close(descriptor)
  }
}
