package import Foundation
import GRDB

extension StoreSession {
  /// Open conversations with the bot in which nothing has moved since `time`, the longest silent first.
  ///
  /// Reads the whole table of conversations: meant for once a minute, not for a turn.
  package func idleConversations(since time: Date, limit: Int) throws -> [String] {
    try rows(
      """
      SELECT id FROM conversation WHERE closed_at IS NULL AND control = 'bot' AND updated_at <= ?
      ORDER BY updated_at, id LIMIT ?
      """, [microseconds(time), limit]
    ).map { $0["id"] }
  }

  /// Adds the customer's words to the score given last.
  package func comment(_ text: String, on score: Int, of conversation: String) throws {
    try execute(
      """
      UPDATE rating SET comment = ?1 WHERE conversation = ?2 AND score = ?3
        AND at = (SELECT max(at) FROM rating WHERE conversation = ?2)
      """, [text, conversation, score])
  }
}
