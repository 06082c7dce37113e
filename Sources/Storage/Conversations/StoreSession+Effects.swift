package import Foundation
import GRDB

extension StoreSession {
  package func insert(_ effect: EffectRecord) throws {
    try insert(
      """
      INSERT INTO effect(key, conversation, kind, payload, state, attempts, outcome) VALUES (?, ?, ?, ?, ?, ?, ?)
      """,
      [
        effect.key, effect.conversation, effect.kind, effect.payload, effect.state.rawValue, effect.attempts,
        effect.outcome,
      ])
  }

  package func effect(_ key: String) throws -> EffectRecord? {
    try row("SELECT * FROM effect WHERE key = ?", [key]).map(effect)
  }

  /// Counts one more try of an effect, before it is tried.
  package func countAttempt(ofEffect key: String) throws {
    try execute("UPDATE effect SET attempts = attempts + 1 WHERE key = ?", [key])
  }

  package func complete(effect key: String, outcome: Data, failed: Bool) throws {
    try execute(
      "UPDATE effect SET state = ?, outcome = ? WHERE key = ?",
      [(failed ? EffectRecord.State.failed : .done).rawValue, outcome, key])
  }

  /// What was decided and not yet done, oldest first: what a sweeper takes up after a crash.
  package func pendingEffects(limit: Int) throws -> [EffectRecord] {
    try rows("SELECT * FROM effect WHERE state = 'pending' ORDER BY number LIMIT ?", [limit]).map(effect)
  }

  /// The same for one conversation.
  package func pendingEffects(of conversation: String) throws -> [EffectRecord] {
    try rows("SELECT * FROM effect WHERE state = 'pending' AND conversation = ? ORDER BY number", [conversation])
      .map(effect)
  }

  private func effect(_ row: Row) throws -> EffectRecord {
    guard let state = EffectRecord.State(rawValue: row["state"]) else {
      throw StoreError.failed("unknown state of an effect")
    }
    return EffectRecord(
      key: row["key"], conversation: row["conversation"], kind: row["kind"], payload: row["payload"], state: state,
      attempts: row["attempts"], outcome: row["outcome"])
  }
}

// MARK: Outbox, promises, ratings, counters

extension StoreSession {
  /// Puts an e-mail into the outbox, unless its key is there already.
  ///
  /// - Returns: whether it is new.
  @discardableResult
  package func enqueue(_ email: EmailRecord) throws -> Bool {
    let changed = try execute(
      """
      INSERT INTO email(key, conversation, template, recipient, body, queued_at) VALUES (?, ?, ?, ?, ?, ?)
      ON CONFLICT(key) DO NOTHING
      """,
      [email.key, email.conversation, email.template, email.to, email.body, microseconds(email.queuedAt)])
    return changed == 1
  }

  package func emails(of conversation: String) throws -> [EmailRecord] {
    try rows("SELECT * FROM email WHERE conversation = ? ORDER BY number", [conversation]).map { row in
      EmailRecord(
        key: row["key"], conversation: row["conversation"], template: row["template"], to: row["recipient"],
        body: row["body"], queuedAt: row.date("queued_at"))
    }
  }

  package func insert(_ promise: PromiseRecord) throws {
    try insert(
      "INSERT INTO promise(conversation, what, due, kept_at) VALUES (?, ?, ?, ?)",
      [promise.conversation, promise.what, microseconds(promise.due), promise.keptAt.map(microseconds)])
  }

  package func promises(of conversation: String) throws -> [PromiseRecord] {
    try rows("SELECT * FROM promise WHERE conversation = ? ORDER BY due, number", [conversation]).map(promise)
  }

  /// Promises not kept that are due at `time`, the oldest first.
  package func duePromises(at time: Date, limit: Int) throws -> [PromiseRecord] {
    try rows(
      "SELECT * FROM promise WHERE kept_at IS NULL AND due <= ? ORDER BY due, number LIMIT ?",
      [microseconds(time), limit]
    ).map(promise)
  }

  private func promise(_ row: Row) -> PromiseRecord {
    PromiseRecord(
      conversation: row["conversation"], what: row["what"], due: row.date("due"), keptAt: row.optionalDate("kept_at"))
  }

  /// Records a score; the same message id again is a `versionConflict`.
  package func insert(_ rating: RatingRecord) throws {
    try insert(
      "INSERT INTO rating(conversation, message_id, score, comment, at) VALUES (?, ?, ?, ?, ?)",
      [rating.conversation, rating.messageID, rating.score, rating.comment, microseconds(rating.at)])
  }

  package func ratings(of conversation: String) throws -> [RatingRecord] {
    try rows("SELECT * FROM rating WHERE conversation = ? ORDER BY at, message_id", [conversation]).map { row in
      RatingRecord(
        conversation: row["conversation"], messageID: row["message_id"], score: row["score"],
        comment: row["comment"], at: row.date("at"))
    }
  }

  /// 1, 2, 3 … by name: ids that a test can foretell.
  package func nextCounter(_ name: String) throws -> Int {
    let row = try row(
      """
      INSERT INTO counter(name, value) VALUES (?, 1) ON CONFLICT(name) DO UPDATE SET value = value + 1 RETURNING value
      """, [name])
    guard let row else { throw StoreError.failed("the counter \(name) returned nothing") }
    return row["value"]
  }
}
