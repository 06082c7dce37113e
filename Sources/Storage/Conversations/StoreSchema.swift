import GRDB

/// The tables, version by version. `PRAGMA user_version` says which of them a file has.
enum StoreSchema {
  static let version = 1
  /// «MOST»: marks the file as ours (`PRAGMA application_id`).
  static let applicationID = 0x4D4F_5354

  /// Brings a file of `version` up to date, inside the caller's transaction.
  static func migrate(_ db: Database, from version: Int) throws {
    if version < 1 {
      try db.execute(sql: first)
      // The embedded order service's tables live in the same file, behind the same connection.
      try EmbeddedOrderService.migrate(db)
    }
    try db.execute(sql: "PRAGMA user_version = \(StoreSchema.version); PRAGMA application_id = \(applicationID)")
  }

  /// Times are microseconds since 1970 as integers: exact, comparable, free of zones.
  private static let first = """
    CREATE TABLE conversation(
      id TEXT PRIMARY KEY, customer TEXT NOT NULL, customer_id TEXT, channel TEXT NOT NULL, control TEXT NOT NULL,
      epoch INTEGER NOT NULL, version INTEGER NOT NULL, state BLOB NOT NULL, content_hash TEXT NOT NULL,
      created_at INTEGER NOT NULL, updated_at INTEGER NOT NULL, expires_at INTEGER NOT NULL,
      last_seq INTEGER NOT NULL, turn INTEGER NOT NULL, closed_at INTEGER, metadata TEXT NOT NULL
    ) STRICT;
    CREATE INDEX conversation_customer ON conversation(customer_id, updated_at) WHERE customer_id IS NOT NULL;
    CREATE INDEX conversation_created ON conversation(created_at);

    CREATE TABLE event(
      conversation TEXT NOT NULL REFERENCES conversation(id) ON DELETE CASCADE, seq INTEGER NOT NULL,
      at INTEGER NOT NULL, kind TEXT NOT NULL, turn INTEGER, body TEXT NOT NULL, PRIMARY KEY(conversation, seq)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX event_kind ON event(kind, at);

    CREATE TABLE inbox(
      conversation TEXT NOT NULL, message_id TEXT NOT NULL, payload_hash TEXT NOT NULL, result BLOB,
      received_at INTEGER NOT NULL, PRIMARY KEY(conversation, message_id)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE effect(
      number INTEGER PRIMARY KEY, key TEXT NOT NULL UNIQUE, conversation TEXT NOT NULL, kind TEXT NOT NULL,
      payload BLOB NOT NULL, state TEXT NOT NULL, attempts INTEGER NOT NULL, outcome BLOB
    ) STRICT;
    CREATE INDEX effect_pending ON effect(number) WHERE state = 'pending';
    CREATE INDEX effect_conversation ON effect(conversation, number) WHERE state = 'pending';

    CREATE TABLE email(
      number INTEGER PRIMARY KEY, key TEXT NOT NULL UNIQUE, conversation TEXT NOT NULL, template TEXT NOT NULL,
      recipient TEXT NOT NULL, body TEXT NOT NULL, queued_at INTEGER NOT NULL
    ) STRICT;
    CREATE INDEX email_conversation ON email(conversation, number);

    CREATE TABLE ticket(
      number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE,
      conversation TEXT NOT NULL REFERENCES conversation(id) ON DELETE CASCADE, customer TEXT NOT NULL,
      skill TEXT NOT NULL, priority INTEGER NOT NULL, priority_reason TEXT NOT NULL, reason TEXT NOT NULL,
      level INTEGER NOT NULL, status TEXT NOT NULL, queued_at INTEGER NOT NULL, claimed_at INTEGER,
      first_reply_at INTEGER, resolved_at INTEGER, agent TEXT, attempts INTEGER NOT NULL, lease_token TEXT,
      lease_until INTEGER, epoch INTEGER NOT NULL, summary TEXT NOT NULL, record TEXT NOT NULL, outcome TEXT,
      note TEXT, return_to TEXT, callback TEXT
    ) STRICT;
    CREATE INDEX ticket_queue ON ticket(status, priority, queued_at, number);
    CREATE UNIQUE INDEX ticket_open ON ticket(conversation) WHERE status IN ('queued', 'claimed');

    CREATE TABLE rating(
      conversation TEXT NOT NULL, message_id TEXT NOT NULL, score INTEGER NOT NULL CHECK(score BETWEEN 1 AND 5),
      comment TEXT, at INTEGER NOT NULL, PRIMARY KEY(conversation, message_id)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE promise(
      number INTEGER PRIMARY KEY, conversation TEXT NOT NULL, what TEXT NOT NULL, due INTEGER NOT NULL,
      kept_at INTEGER
    ) STRICT;
    CREATE INDEX promise_due ON promise(due) WHERE kept_at IS NULL;

    CREATE TABLE counter(name TEXT PRIMARY KEY, value INTEGER NOT NULL) STRICT, WITHOUT ROWID;
    """
}
