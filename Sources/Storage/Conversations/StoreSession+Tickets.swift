package import Foundation
import GRDB

extension StoreSession {
  /// A conversation has one open ticket at most; a second one is a `versionConflict`.
  package func insert(_ ticket: TicketRecord) throws {
    try insert(
      """
      INSERT INTO ticket(conversation, customer, skill, priority, priority_reason, reason, level, status, queued_at,
        claimed_at, first_reply_at, resolved_at, agent, attempts, lease_token, lease_until, epoch, summary, record,
        outcome, note, return_to, callback, id)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """, values(of: ticket))
  }

  package func update(_ ticket: TicketRecord) throws {
    let changed = try execute(
      """
      UPDATE ticket SET conversation = ?, customer = ?, skill = ?, priority = ?, priority_reason = ?, reason = ?,
        level = ?, status = ?, queued_at = ?, claimed_at = ?, first_reply_at = ?, resolved_at = ?, agent = ?,
        attempts = ?, lease_token = ?, lease_until = ?, epoch = ?, summary = ?, record = ?, outcome = ?, note = ?,
        return_to = ?, callback = ?
      WHERE id = ?
      """, values(of: ticket))
    guard changed == 1 else { throw StoreError.versionConflict }
  }

  package func ticket(_ id: String) throws -> TicketRecord? {
    try row("SELECT * FROM ticket WHERE id = ?", [id]).map(ticket)
  }

  /// The ticket of a conversation that is queued or claimed.
  package func openTicket(of conversation: String) throws -> TicketRecord? {
    try row(
      "SELECT * FROM ticket WHERE conversation = ? AND status IN ('queued', 'claimed')", [conversation]
    ).map(ticket)
  }

  /// Tickets in the order in which they are served: priority, time in the queue, arrival.
  ///
  /// `cursor` is that of the page before; one that no page gave starts from the top.
  package func tickets(
    status: Set<TicketStatus>? = nil, skill: String? = nil, limit: Int = 50, cursor: String? = nil
  ) throws -> TicketPage {
    var conditions: [String] = []
    var arguments: StatementArguments = []
    if let status {
      conditions.append("status IN (\(status.map { "'\($0.rawValue)'" }.sorted().joined(separator: ", ")))")
    }
    if let skill {
      conditions.append("skill = ?")
      arguments += [skill]
    }
    let position = (cursor ?? "").split(separator: ".").compactMap { Int64($0) }
    if position.count == 3 {
      conditions.append("(priority, queued_at, number) > (?, ?, ?)")
      arguments += [position[0], position[1], position[2]]
    }
    let filter = conditions.isEmpty ? "" : "WHERE " + conditions.joined(separator: " AND ")
    let found = try rows(
      "SELECT * FROM ticket \(filter) ORDER BY priority, queued_at, number LIMIT ?", arguments + [limit + 1])
    var page = TicketPage(tickets: try found.prefix(limit).map(ticket), cursor: nil)
    if found.count > limit, limit > 0 {
      let last = found[limit - 1]
      let priority: Int64 = last["priority"]
      let queuedAt: Int64 = last["queued_at"]
      let number: Int64 = last["number"]
      page.cursor = "\(priority).\(queuedAt).\(number)"
    }
    return page
  }

  /// The first queued ticket of any of `skills` (nil: of all).
  package func nextTicket(skills: [String]?) throws -> TicketRecord? {
    guard let skills else {
      return try row(
        "SELECT * FROM ticket WHERE status = 'queued' ORDER BY priority, queued_at, number LIMIT 1"
      ).map(ticket)
    }
    let text = JSONValue.array(skills.map(JSONValue.string)).text
    return try row(
      """
      SELECT * FROM ticket WHERE status = 'queued' AND skill IN (SELECT value FROM json_each(?))
      ORDER BY priority, queued_at, number LIMIT 1
      """, [text]
    ).map(ticket)
  }

  /// Claimed tickets whose lease ran out before `time`.
  package func ticketsWithLostLease(at time: Date) throws -> [TicketRecord] {
    try rows(
      "SELECT * FROM ticket WHERE status = 'claimed' AND lease_until < ? ORDER BY lease_until, number",
      [microseconds(time)]
    ).map(ticket)
  }

  /// 1 for the queued ticket that is served next among those of its skill; 0 for one that does not wait.
  package func position(of id: String) throws -> Int {
    let row = try row(
      """
      SELECT count(*) AS position FROM ticket AS mine JOIN ticket AS other
        ON other.skill = mine.skill AND other.status = 'queued'
        AND (other.priority, other.queued_at, other.number) <= (mine.priority, mine.queued_at, mine.number)
      WHERE mine.id = ? AND mine.status = 'queued'
      """, [id])
    return row?["position"] ?? 0
  }

  /// How many tickets there are, by status; every status is a key.
  package func counts() throws -> [String: Int] {
    var counts = Dictionary(uniqueKeysWithValues: TicketStatus.allCases.map { ($0.rawValue, 0) })
    for row in try rows("SELECT status, count(*) AS n FROM ticket GROUP BY status") {
      counts[row["status"]] = row["n"]
    }
    return counts
  }

  private func values(of ticket: TicketRecord) -> StatementArguments {
    [
      ticket.conversation, ticket.customer.text, ticket.skill, ticket.priority, ticket.priorityReason, ticket.reason,
      ticket.level, ticket.status.rawValue, microseconds(ticket.queuedAt), ticket.claimedAt.map(microseconds),
      ticket.firstReplyAt.map(microseconds), ticket.resolvedAt.map(microseconds), ticket.agent, ticket.attempts,
      ticket.leaseToken, ticket.leaseUntil.map(microseconds), ticket.epoch, ticket.summary, ticket.record.text,
      ticket.outcome, ticket.note, ticket.returnTo, ticket.callback?.text, ticket.id,
    ]
  }

  private func ticket(_ row: Row) throws -> TicketRecord {
    guard let status = TicketStatus(rawValue: row["status"]) else {
      throw StoreError.failed("unknown status of a ticket")
    }
    let callback: String? = row["callback"]
    return TicketRecord(
      id: row["id"], conversation: row["conversation"], customer: try row.json("customer"), skill: row["skill"],
      priority: row["priority"], priorityReason: row["priority_reason"], reason: row["reason"], level: row["level"],
      status: status, queuedAt: row.date("queued_at"), claimedAt: row.optionalDate("claimed_at"),
      firstReplyAt: row.optionalDate("first_reply_at"), resolvedAt: row.optionalDate("resolved_at"),
      agent: row["agent"], attempts: row["attempts"], leaseToken: row["lease_token"],
      leaseUntil: row.optionalDate("lease_until"), epoch: row["epoch"], summary: row["summary"],
      record: try row.json("record"), outcome: row["outcome"], note: row["note"], returnTo: row["return_to"],
      callback: callback == nil ? nil : try row.json("callback"))
  }
}
