package import Foundation

/// Where a ticket stands. Exits: queued → claimed, cancelled · claimed → queued (released, lease lost), resolved ·
/// resolved and cancelled are final.
package enum TicketStatus: String, Hashable, Sendable, CaseIterable { case queued, claimed, resolved, cancelled }

/// A conversation that waits for a person, or has one.
package struct TicketRecord: Hashable, Sendable {
  package var id: String
  package var conversation: String
  package var customer: JSONValue
  package var skill: String
  /// 1 is served first, 5 is normal.
  package var priority: Int
  package var priorityReason: String
  /// Why the conversation was handed off, as a reason code.
  package var reason: String
  package var level: Int
  package var status: TicketStatus
  /// Kept through releases: a ticket goes back to the position that it had.
  package var queuedAt: Date
  package var claimedAt: Date?
  package var firstReplyAt: Date?
  package var resolvedAt: Date?
  package var agent: String?
  /// How often it was claimed and came back.
  package var attempts: Int
  package var leaseToken: String?
  package var leaseUntil: Date?
  /// The conversation's epoch at the last change of hands.
  package var epoch: Int
  package var summary: String
  /// Slots, orders, promises, last turns: what the agent reads first.
  package var record: JSONValue
  package var outcome: String?
  package var note: String?
  /// `bot` or `close`, once resolved.
  package var returnTo: String?
  package var callback: JSONValue?

  package init(
    id: String, conversation: String, customer: JSONValue, skill: String, priority: Int = 5,
    priorityReason: String = "", reason: String, level: Int = 1, status: TicketStatus = .queued, queuedAt: Date,
    claimedAt: Date? = nil, firstReplyAt: Date? = nil, resolvedAt: Date? = nil, agent: String? = nil,
    attempts: Int = 0, leaseToken: String? = nil, leaseUntil: Date? = nil, epoch: Int = 0, summary: String = "",
    record: JSONValue = .object([:]), outcome: String? = nil, note: String? = nil, returnTo: String? = nil,
    callback: JSONValue? = nil
  ) {
    self.id = id
    self.conversation = conversation
    self.customer = customer
    self.skill = skill
    self.priority = priority
    self.priorityReason = priorityReason
    self.reason = reason
    self.level = level
    self.status = status
    self.queuedAt = queuedAt
    self.claimedAt = claimedAt
    self.firstReplyAt = firstReplyAt
    self.resolvedAt = resolvedAt
    self.agent = agent
    self.attempts = attempts
    self.leaseToken = leaseToken
    self.leaseUntil = leaseUntil
    self.epoch = epoch
    self.summary = summary
    self.record = record
    self.outcome = outcome
    self.note = note
    self.returnTo = returnTo
    self.callback = callback
  }
}

/// One page of a list of tickets.
package struct TicketPage: Hashable, Sendable {
  package var tickets: [TicketRecord]
  /// Where the next page starts; nil on the last one.
  package var cursor: String?
}
