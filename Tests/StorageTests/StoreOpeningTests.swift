import Foundation
import GRDB
import Testing

@testable import Storage

/// A folder that goes away with the test.
final class TemporaryFolder {
  let path: String

  init() throws {
    path = NSTemporaryDirectory() + "mostrador-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  func file(_ name: String) -> String { path + "/" + name }
  func bytes(_ name: String) throws -> Data { try Data(contentsOf: URL(fileURLWithPath: file(name))) }
  var names: [String] { get throws { try FileManager.default.contentsOfDirectory(atPath: path).sorted() } }
}

@Suite("opening a store")
struct StoreOpeningTests {
  @Test("a new file is created for its owner, with tables, in WAL mode")
  func fresh() throws {
    let folder = try TemporaryFolder()
    let store = try Store(path: folder.file("a.db"))
    let mode = try store.writer.read { try String.fetchOne($0, sql: "PRAGMA journal_mode") }
    #expect(mode == "wal")
    #expect(try store.writer.read { try Int.fetchOne($0, sql: "PRAGMA synchronous") } == 2)
    #expect(try store.writer.read { try Int.fetchOne($0, sql: "PRAGMA foreign_keys") } == 1)
    let attributes = try FileManager.default.attributesOfItem(atPath: folder.file("a.db"))
    #expect(attributes[.posixPermissions] as? Int == 0o600)
    #expect(store.kind == "sqlite")
  }

  @Test("what was written is there after a restart")
  func restart() throws {
    let folder = try TemporaryFolder()
    do {
      let store = try Store(path: folder.file("a.db"))
      try store.write { session in try session.save(sampleConversation("c_1")) }
    }
    let store = try Store(path: folder.file("a.db"))
    #expect(try store.read { try $0.conversation("c_1") }?.version == 1)
  }

  @Test("a second server is refused, a shared one is not")
  func locked() throws {
    let folder = try TemporaryFolder()
    let first = try Store(path: folder.file("a.db"))
    #expect(throws: StoreError.locked(path: folder.file("a.db"))) { try Store(path: folder.file("a.db")) }
    let shared = try Store(path: folder.file("a.db"), shared: true)
    try shared.write { try $0.save(sampleConversation("c_1")) }
    #expect(try first.read { try $0.conversation("c_1") } != nil)
  }

  @Test("a newer version is refused and untouched")
  func newer() throws {
    let folder = try TemporaryFolder()
    do {
      let store = try Store(path: folder.file("a.db"))
      try store.writer.writeWithoutTransaction { db in
        try db.execute(sql: "PRAGMA user_version = 99")
        try db.execute(sql: "PRAGMA wal_checkpoint(TRUNCATE)")
      }
    }
    try FileManager.default.removeItem(atPath: folder.file("a.db.lock"))
    let before = try (folder.bytes("a.db"), folder.names)
    #expect(throws: StoreError.newerVersion(path: folder.file("a.db"), found: 99, known: StoreSchema.version)) {
      try Store(path: folder.file("a.db"))
    }
    #expect(try folder.bytes("a.db") == before.0)
    #expect(try folder.names == before.1)
  }

  @Test(
    "a file that is no database is refused and untouched",
    arguments: ["hola\n", String(repeating: "SQLite format 3", count: 20), "SQLite format 3\u{0}"])
  func noDatabase(text: String) throws {
    let folder = try TemporaryFolder()
    try Data(text.utf8).write(to: URL(fileURLWithPath: folder.file("a.db")))
    #expect(throws: StoreError.cannotOpen(path: folder.file("a.db"), reason: "the file is not a database")) {
      try Store(path: folder.file("a.db"))
    }
    #expect(try folder.bytes("a.db") == Data(text.utf8))
    #expect(try folder.names == ["a.db"])
  }

  @Test("another program's database is refused")
  func foreignDatabase() throws {
    let folder = try TemporaryFolder()
    do {
      let queue = try DatabaseQueue(path: folder.file("a.db"))
      try queue.write { try $0.execute(sql: "CREATE TABLE theirs(x)") }
    }
    let before = try folder.bytes("a.db")
    let error = StoreError.cannotOpen(path: folder.file("a.db"), reason: "the database belongs to another program")
    #expect(throws: error) { try Store(path: folder.file("a.db")) }
    #expect(try folder.bytes("a.db") == before)
  }

  @Test("a folder that does not exist, and a folder in place of a file")
  func noFolder() throws {
    let folder = try TemporaryFolder()
    #expect(throws: StoreError.self) { try Store(path: folder.file("no/a.db")) }
    #expect(throws: StoreError.self) { try Store(path: folder.path) }
  }
}

/// A conversation just opened at 10:00 of 10 March 2026, Madrid.
func sampleConversation(_ id: String, customer: JSONValue = ["id": "cu_1", "assurance": "authenticated"])
  -> ConversationRecord
{
  let now = Date(timeIntervalSince1970: 1_773_133_200)
  return ConversationRecord(
    id: id, customer: customer, channel: "web", control: "bot", epoch: 0, state: Data("{}".utf8), contentHash: "h",
    createdAt: now, updatedAt: now, expiresAt: now.addingTimeInterval(3_600))
}
