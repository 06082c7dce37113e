package import Foundation

/// A conversation between two turns.
package struct ConversationRecord: Hashable, Sendable {
  package var id: String
  /// `{id, assurance, name?, email?, phone?}`; `id` is also indexed.
  package var customer: JSONValue
  package var channel: String
  /// Who answers: `bot`, `queue`, `human`, `closed`.
  package var control: String
  /// One more at every change of `control`.
  package var epoch: Int
  /// The version that was read; 0 means never saved. `StoreSession.save` checks and advances it.
  package var version: Int
  /// The dialogue's state, in the dialogue's own coding.
  package var state: Data
  /// The hash of the content under which `state` was made.
  package var contentHash: String
  package var createdAt: Date
  package var updatedAt: Date
  package var expiresAt: Date
  /// The number of the last event, 0 before the first.
  package var lastSeq: Int
  package var turn: Int
  package var closedAt: Date?
  /// What the client attached when it opened the conversation.
  package var metadata: JSONValue

  package init(
    id: String, customer: JSONValue, channel: String, control: String, epoch: Int, version: Int = 0, state: Data,
    contentHash: String, createdAt: Date, updatedAt: Date, expiresAt: Date, lastSeq: Int = 0, turn: Int = 0,
    closedAt: Date? = nil, metadata: JSONValue = .null
  ) {
    self.id = id
    self.customer = customer
    self.channel = channel
    self.control = control
    self.epoch = epoch
    self.version = version
    self.state = state
    self.contentHash = contentHash
    self.createdAt = createdAt
    self.updatedAt = updatedAt
    self.expiresAt = expiresAt
    self.lastSeq = lastSeq
    self.turn = turn
    self.closedAt = closedAt
    self.metadata = metadata
  }
}

/// Something that happened in a conversation, under its contract name.
package struct ConversationEvent: Hashable, Sendable, Codable {
  /// From 1, without holes, unique in its conversation.
  package var seq: Int
  package var at: Date
  /// `user.message`, `bot.message`, `handoff.queued` …
  package var kind: String
  package var turn: Int?
  /// The rest of the event's fields.
  package var body: [String: JSONValue]

  package init(seq: Int, at: Date, kind: String, turn: Int? = nil, body: [String: JSONValue] = [:]) {
    self.seq = seq
    self.at = at
    self.kind = kind
    self.turn = turn
    self.body = body
  }
}

/// A message id that a conversation has seen, and what was answered.
package struct InboxRecord: Hashable, Sendable {
  package var conversation: String
  package var messageID: String
  /// Tells a repeated message from another one under the same id.
  package var payloadHash: String
  /// nil while the turn is still running, or died half-way.
  package var result: Data?
  package var receivedAt: Date

  package init(conversation: String, messageID: String, payloadHash: String, result: Data? = nil, receivedAt: Date) {
    self.conversation = conversation
    self.messageID = messageID
    self.payloadHash = payloadHash
    self.result = result
    self.receivedAt = receivedAt
  }
}
