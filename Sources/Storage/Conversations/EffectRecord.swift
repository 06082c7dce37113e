package import Foundation

/// Something that a turn decided to do outside its transaction, once.
package struct EffectRecord: Hashable, Sendable {
  package enum State: String, Hashable, Sendable { case pending, done, failed }

  /// The idempotency key, `conversation:turn:n`.
  package var key: String
  package var conversation: String
  package var kind: String
  package var payload: Data
  package var state: State
  package var attempts: Int
  package var outcome: Data?

  package init(
    key: String, conversation: String, kind: String, payload: Data, state: State = .pending, attempts: Int = 0,
    outcome: Data? = nil
  ) {
    self.key = key
    self.conversation = conversation
    self.kind = kind
    self.payload = payload
    self.state = state
    self.attempts = attempts
    self.outcome = outcome
  }
}

/// An e-mail in the outbox. It leaves at least once; the mailer drops doubles by `key`.
package struct EmailRecord: Hashable, Sendable {
  package var key: String
  package var conversation: String
  package var template: String
  package var to: String
  package var body: String
  package var queuedAt: Date

  package init(key: String, conversation: String, template: String, to: String, body: String, queuedAt: Date) {
    self.key = key
    self.conversation = conversation
    self.template = template
    self.to = to
    self.body = body
    self.queuedAt = queuedAt
  }
}

/// Something that the shop said it would do, and by when.
package struct PromiseRecord: Hashable, Sendable {
  package var conversation: String
  package var what: String
  package var due: Date
  package var keptAt: Date?

  package init(conversation: String, what: String, due: Date, keptAt: Date? = nil) {
    self.conversation = conversation
    self.what = what
    self.due = due
    self.keptAt = keptAt
  }
}

/// A customer's score of a conversation.
package struct RatingRecord: Hashable, Sendable {
  package var conversation: String
  package var messageID: String
  /// 1 to 5.
  package var score: Int
  package var comment: String?
  package var at: Date

  package init(conversation: String, messageID: String, score: Int, comment: String? = nil, at: Date) {
    self.conversation = conversation
    self.messageID = messageID
    self.score = score
    self.comment = comment
    self.at = at
  }
}
