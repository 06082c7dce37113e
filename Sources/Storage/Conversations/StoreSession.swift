package import Foundation
package import GRDB

/// The store inside one transaction. Valid only in the closure that receives it.
package struct StoreSession {
  /// For other tables of the same file, in the same transaction.
  package let db: Database

  init(db: Database) { self.db = db }
}

// MARK: Statements

extension StoreSession {
  /// Runs a statement that is compiled once per connection, and returns how many rows it changed.
  @discardableResult
  func execute(_ sql: String, _ arguments: StatementArguments) throws -> Int {
    try db.cachedStatement(sql: sql).execute(arguments: arguments)
    return db.changesCount
  }

  func row(_ sql: String, _ arguments: StatementArguments = []) throws -> Row? {
    try Row.fetchOne(db.cachedStatement(sql: sql), arguments: arguments)
  }

  func rows(_ sql: String, _ arguments: StatementArguments = []) throws -> [Row] {
    try Row.fetchAll(db.cachedStatement(sql: sql), arguments: arguments)
  }

  /// Runs an insert; a key that is taken is a version conflict: somebody else was faster.
  func insert(_ sql: String, _ arguments: StatementArguments) throws {
    do {
      try execute(sql, arguments)
    } catch let error as DatabaseError
      where error.extendedResultCode == .SQLITE_CONSTRAINT_PRIMARYKEY
      || error.extendedResultCode == .SQLITE_CONSTRAINT_UNIQUE
    {
      throw StoreError.versionConflict
    }
  }
}

/// Microseconds since 1970, as the tables keep times.
func microseconds(_ date: Date) -> Int64 { Int64((date.timeIntervalSince1970 * 1e6).rounded()) }

extension Row {
  func date(_ column: String) -> Date {
    let value: Int64 = self[column]
    return Date(timeIntervalSince1970: Double(value) / 1e6)
  }

  func optionalDate(_ column: String) -> Date? {
    let value: Int64? = self[column]
    return value.map { Date(timeIntervalSince1970: Double($0) / 1e6) }
  }

  func json(_ column: String) throws -> JSONValue {
    let text: String = self[column]
    do {
      return try JSONValue.parse(text)
    } catch {
      throw StoreError.failed("column \(column) holds no JSON: \(error)")
    }
  }
}

// MARK: Conversations

extension StoreSession {
  package func conversation(_ id: String) throws -> ConversationRecord? {
    try row("SELECT * FROM conversation WHERE id = ?", [id]).map(record)
  }

  /// The customer's open conversation that moved last.
  package func latestConversation(ofCustomer customer: String) throws -> ConversationRecord? {
    try row(
      """
      SELECT * FROM conversation WHERE customer_id = ? AND closed_at IS NULL
      ORDER BY updated_at DESC, created_at DESC, id DESC LIMIT 1
      """, [customer]
    ).map(record)
  }

  /// Inserts a record of version 0, or updates the version that the record was read at.
  ///
  /// - Returns: the record with its new version. Saving the old value again is a `versionConflict`.
  @discardableResult
  package func save(_ record: ConversationRecord) throws -> ConversationRecord {
    let values: StatementArguments = [
      record.customer.text, record.customer["id"]?.string, record.channel, record.control, record.epoch, record.state,
      record.contentHash, microseconds(record.createdAt), microseconds(record.updatedAt),
      microseconds(record.expiresAt), record.lastSeq, record.turn, record.closedAt.map(microseconds),
      record.metadata.text, record.version + 1, record.id,
    ]
    if record.version == 0 {
      try insert(
        """
        INSERT INTO conversation(customer, customer_id, channel, control, epoch, state, content_hash, created_at,
          updated_at, expires_at, last_seq, turn, closed_at, metadata, version, id)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """, values)
    } else {
      let changed = try execute(
        """
        UPDATE conversation SET customer = ?, customer_id = ?, channel = ?, control = ?, epoch = ?, state = ?,
          content_hash = ?, created_at = ?, updated_at = ?, expires_at = ?, last_seq = ?, turn = ?, closed_at = ?,
          metadata = ?, version = ? WHERE id = ? AND version = ?
        """, values + [record.version])
      guard changed == 1 else { throw StoreError.versionConflict }
    }
    var saved = record
    saved.version += 1
    return saved
  }

  private func record(_ row: Row) throws -> ConversationRecord {
    ConversationRecord(
      id: row["id"], customer: try row.json("customer"), channel: row["channel"], control: row["control"],
      epoch: row["epoch"], version: row["version"], state: row["state"], contentHash: row["content_hash"],
      createdAt: row.date("created_at"), updatedAt: row.date("updated_at"), expiresAt: row.date("expires_at"),
      lastSeq: row["last_seq"], turn: row["turn"], closedAt: row.optionalDate("closed_at"),
      metadata: try row.json("metadata"))
  }
}

// MARK: Events and inbox

extension StoreSession {
  /// Appends events under the numbers that they carry; a number that is taken is a `versionConflict`.
  package func append(_ events: [ConversationEvent], to conversation: String) throws {
    for event in events {
      try insert(
        "INSERT INTO event(conversation, seq, at, kind, turn, body) VALUES (?, ?, ?, ?, ?, ?)",
        [
          conversation, event.seq, microseconds(event.at), event.kind, event.turn, JSONValue.object(event.body).text,
        ])
    }
  }

  /// The events with a number over `after`, in order.
  package func events(of conversation: String, after: Int = 0, limit: Int = .max) throws -> [ConversationEvent] {
    try rows(
      "SELECT * FROM event WHERE conversation = ? AND seq > ? ORDER BY seq LIMIT ?", [conversation, after, limit]
    ).map { row in
      ConversationEvent(
        seq: row["seq"], at: row.date("at"), kind: row["kind"], turn: row["turn"],
        body: try row.json("body").object ?? [:])
    }
  }

  package func inbox(_ conversation: String, _ messageID: String) throws -> InboxRecord? {
    try row("SELECT * FROM inbox WHERE conversation = ? AND message_id = ?", [conversation, messageID]).map { row in
      InboxRecord(
        conversation: row["conversation"], messageID: row["message_id"], payloadHash: row["payload_hash"],
        result: row["result"], receivedAt: row.date("received_at"))
    }
  }

  /// A `conversation` need not exist: keys of `conversation.open` and `queue.claim` may live under a name of their own.
  package func insert(_ inbox: InboxRecord) throws {
    try insert(
      "INSERT INTO inbox(conversation, message_id, payload_hash, result, received_at) VALUES (?, ?, ?, ?, ?)",
      [inbox.conversation, inbox.messageID, inbox.payloadHash, inbox.result, microseconds(inbox.receivedAt)])
  }

  package func complete(inbox conversation: String, _ messageID: String, result: Data) throws {
    try execute(
      "UPDATE inbox SET result = ? WHERE conversation = ? AND message_id = ?", [result, conversation, messageID])
  }
}
