package import Foundation
import GRDB

/// Counts over the store, for operators.
package struct StoreStatistics: Hashable, Sendable {
  package var conversations: Int
  package var turns: Int
  /// Bot replies that say that a message was not understood.
  package var fallbacks: Int
  /// Conversations that were ever queued for a person.
  package var handedOff: Int
  package var ratings: Int
  /// 0 without a rating.
  package var averageScore: Double
}

extension StoreSession {
  /// Counts what happened since `time`.
  package func statistics(since time: Date) throws -> StoreStatistics {
    let since = microseconds(time)
    let row = try row(
      """
      SELECT
        (SELECT count(*) FROM conversation WHERE created_at >= :since) AS conversations,
        (SELECT count(*) FROM event WHERE kind = 'user.message' AND at >= :since) AS turns,
        (SELECT count(*) FROM event WHERE kind = 'bot.message' AND at >= :since
          AND body ->> 'template' LIKE 'aclara.no_entendido%') AS fallbacks,
        (SELECT count(DISTINCT conversation) FROM ticket WHERE queued_at >= :since) AS handed_off,
        (SELECT count(*) FROM rating WHERE at >= :since) AS ratings,
        (SELECT coalesce(avg(score), 0.0) FROM rating WHERE at >= :since) AS average_score
      """, ["since": since])
    guard let row else { throw StoreError.failed("the statistics returned nothing") }
    return StoreStatistics(
      conversations: row["conversations"], turns: row["turns"], fallbacks: row["fallbacks"],
      handedOff: row["handed_off"], ratings: row["ratings"], averageScore: row["average_score"])
  }
}
