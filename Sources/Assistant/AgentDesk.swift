import Dialogue
package import Foundation
import Storage
import TextAnalysis

/// The agents' side: tickets are seen, claimed, answered and resolved; every write proves its lease.
extension Assistant {
  package func tickets(
    status: String? = nil, skill: String? = nil, limit: Int = 50
  ) throws(AssistantError) -> QueueView {
    var wanted: Set<TicketStatus>?
    if let status {
      guard let known = TicketStatus(rawValue: status) else {
        throw .invalid("status: queued, claimed, resolved o cancelled")
      }
      wanted = [known]
    }
    let opensAt = hours.nextOpening(after: clock.now(), zone: zone)
    try returnLostLeases()
    let (tickets, counts) = try storing { session in
      (try session.tickets(status: wanted, skill: skill, limit: limit).tickets, try session.counts())
    }
    return QueueView(tickets: tickets, counts: counts, open: opensAt == nil, opensAt: opensAt)
  }

  /// Takes the named ticket, or the next one of `skills`; nil when none waits.
  package func claim(
    agent: String, ticket: String? = nil, skills: [String]? = nil, leaseSeconds: Int = 120
  ) throws(AssistantError) -> ClaimedTicket? {
    try returnLostLeases()
    let found = try storing { session in
      if let ticket { return try session.ticket(ticket) }
      return try session.nextTicket(skills: skills)
    }
    guard let found else {
      if let ticket { throw .invalid("no existe el tique «\(ticket)»") }
      return nil
    }
    return try locked(found.conversation) { () throws(AssistantError) in
      var ticket = try current(found.id)
      if ticket.status == .claimed, ticket.agent == agent, let token = ticket.leaseToken {
        return try claimed(ticket, token: token)
      }
      guard ticket.status == .queued else { throw .alreadyClaimed }
      var work = try work(on: ticket)
      try work.run(.claimed(agent: agent))
      ticket.status = .claimed
      ticket.agent = agent
      ticket.claimedAt = work.now
      ticket.attempts += 1
      ticket.leaseUntil = work.now + Double(leaseSeconds)
      ticket.epoch = work.record.epoch
      ticket.leaseToken = Assistant.leaseToken(of: ticket, seed: seed)
      work.emit("handoff.claimed", ["agent": .string(agent), "ticket": .string(ticket.id)])
      work.replace(ticket)
      _ = try work.commit()
      return try claimed(ticket, token: ticket.leaseToken ?? "")
    }
  }

  package func renew(ticket id: String, lease: Lease, leaseSeconds: Int = 120) throws(AssistantError) -> Date {
    try holding(id, lease) { (ticket: inout TicketRecord, work: inout TurnWork) throws(AssistantError) in
      let until = work.now + Double(leaseSeconds)
      ticket.leaseUntil = until
      return until
    }
  }

  /// Gives the ticket back; it waits where it stood before.
  package func release(ticket id: String, lease: Lease, reason: String) throws(AssistantError) -> Int {
    try holding(id, lease) { (ticket: inout TicketRecord, work: inout TurnWork) throws(AssistantError) in
      giveBack(&ticket, work: &work, reason: reason)
    }
    return try storing { session in try session.position(of: id) }
  }

  /// Says something to the customer; the same message id again changes nothing.
  package func say(
    ticket id: String, lease: Lease, messageID: String, text: String
  ) throws(AssistantError) -> Int {
    try holding(id, lease) { (ticket: inout TicketRecord, work: inout TurnWork) throws(AssistantError) in
      let conversation = ticket.conversation
      let said = try storing { session in
        try session.events(of: conversation, after: 0, limit: .max).first {
          $0.kind == "agent.message" && $0.body["messageId"]?.string == messageID
        }
      }
      if let said { return said.seq }
      work.emit(
        "agent.message",
        ["agent": .string(ticket.agent ?? ""), "text": .string(text), "messageId": .string(messageID)])
      if ticket.firstReplyAt == nil { ticket.firstReplyAt = work.now }
      ticket.leaseUntil = work.now + 120
      return work.record.lastSeq
    }
  }

  /// Ends the agent's part: back to the bot, or the conversation is over.
  package func resolve(
    ticket id: String, lease: Lease, outcome: String, note: String = "", returnTo: String = "bot"
  ) throws(AssistantError) -> DialogueView {
    guard returnTo == "bot" || returnTo == "close" else { throw .invalid("return: bot o close") }
    let conversation = try holding(id, lease) {
      (ticket: inout TicketRecord, work: inout TurnWork) throws(AssistantError) in
      ticket.status = .resolved
      ticket.resolvedAt = work.now
      ticket.outcome = outcome
      ticket.note = note
      ticket.returnTo = returnTo
      work.emit("handoff.resolved", ["outcome": .string(outcome), "return": .string(returnTo)])
      try work.run(.resolved(returnToBot: returnTo == "bot"))
      if returnTo == "close" { work.record.closedAt = work.now }
      return ticket.conversation
    }
    return try view(of: record(conversation))
  }

  // MARK: Leases

  private func claimed(_ ticket: TicketRecord, token: String) throws(AssistantError) -> ClaimedTicket {
    ClaimedTicket(
      ticket: ticket, lease: Lease(token: token, epoch: ticket.epoch), until: ticket.leaseUntil ?? clock.now(),
      transcript: try transcript(conversation: ticket.conversation, format: "md"))
  }

  private func current(_ id: String) throws(AssistantError) -> TicketRecord {
    guard let ticket = try storing({ session in try session.ticket(id) }) else {
      throw .invalid("no existe el tique «\(id)»")
    }
    return ticket
  }

  private func work(on ticket: TicketRecord) throws(AssistantError) -> TurnWork {
    let record = try record(ticket.conversation)
    return TurnWork(assistant: self, record: record, state: try decodeState(record), now: clock.now())
  }

  /// Runs `body` for the agent who holds the ticket, and stores what it changed in one transaction.
  @discardableResult
  private func holding<T>(
    _ id: String, _ lease: Lease, _ body: (inout TicketRecord, inout TurnWork) throws(AssistantError) -> T
  ) throws(AssistantError) -> T {
    let conversation = try current(id).conversation
    return try locked(conversation) { () throws(AssistantError) in
      var ticket = try current(id)
      var work = try work(on: ticket)
      guard ticket.status == .claimed, ticket.leaseToken == lease.token, ticket.epoch == lease.epoch,
        (ticket.leaseUntil ?? .distantPast) > work.now
      else { throw .leaseLost }
      let result = try body(&ticket, &work)
      work.replace(ticket)
      _ = try work.commit()
      return result
    }
  }

  /// Tickets whose agent went silent wait again, in their old place.
  private func returnLostLeases() throws(AssistantError) {
    let now = clock.now()
    for lost in try storing({ session in try session.ticketsWithLostLease(at: now) }) {
      try locked(lost.conversation) { () throws(AssistantError) in
        var ticket = try current(lost.id)
        guard ticket.status == .claimed, (ticket.leaseUntil ?? .distantPast) <= now else { return }
        var work = try work(on: ticket)
        giveBack(&ticket, work: &work, reason: "lease_expired")
        work.replace(ticket)
        _ = try work.commit()
      }
    }
  }

  private func giveBack(_ ticket: inout TicketRecord, work: inout TurnWork, reason: String) {
    ticket.status = .queued
    ticket.agent = nil
    ticket.leaseToken = nil
    ticket.leaseUntil = nil
    if ticket.attempts >= 3 { ticket.level = max(ticket.level, 2) }
    work.moveControl(to: .queue)
    ticket.epoch = work.record.epoch
    work.emit("handoff.released", ["reason": .string(reason)])
  }

  /// Different at every claim, and the same in every run with the same seed.
  private static func leaseToken(of ticket: TicketRecord, seed: UInt64) -> String {
    let claim = "\(ticket.id):\(ticket.attempts):\(ticket.agent ?? "")"
    let hash = FNV1a.hash(claim.utf8, from: seed ^ FNV1a.basis)
    return "l_" + String(hash, radix: 16)
  }
}

extension TurnWork {
  mutating func moveControl(to control: Control) {
    let before = state.control
    guard before != control else { return }
    state.control = control
    changeControl(from: before)
  }
}
