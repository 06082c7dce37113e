import Assistant
import Foundation
import Storage

/// `/agente …`: the person behind the counter, played from the customer's own terminal.
struct AgentRole {
  let session: ChatSession
  private static let name = "agente"

  func act(_ argument: String) throws(AssistantError) {
    let parts = argument.split(separator: " ", maxSplits: 1)
    switch parts.first {
    case "reclama": try claim()
    case "dice": try say(parts.count > 1 ? String(parts[1]) : "")
    case "resuelve":
      let held = try heldTicket()
      _ = try session.assistant.resolve(ticket: held.ticket.id, lease: held.lease, outcome: "resuelto")
      session.held = nil
    case "libera":
      let held = try heldTicket()
      _ = try session.assistant.release(ticket: held.ticket.id, lease: held.lease, reason: "agente")
      session.held = nil
    default: return session.screen.problem("/agente reclama | dice \"…\" | resuelve | libera")
    }
    session.showNews()
  }

  private func claim() throws(AssistantError) {
    let conversation = session.conversation
    guard
      let ticket = try session.assistant.tickets(limit: 500).tickets.first(where: {
        $0.conversation == conversation && ($0.status == .queued || $0.status == .claimed)
      })
    else { return session.screen.problem("esta conversación no está en la cola") }
    session.held = try session.assistant.claim(agent: AgentRole.name, ticket: ticket.id, leaseSeconds: 3_600)
  }

  private func say(_ text: String) throws(AssistantError) {
    let held = try heldTicket()
    let words = text.trimmingCharacters(in: CharacterSet(charactersIn: " \"«»"))
    guard !words.isEmpty else { return session.screen.problem("/agente dice \"…\"") }
    _ = try session.assistant.say(
      ticket: held.ticket.id, lease: held.lease, messageID: "agente-\(UUID().uuidString)", text: words)
    _ = try session.assistant.renew(ticket: held.ticket.id, lease: held.lease, leaseSeconds: 3_600)
  }

  private func heldTicket() throws(AssistantError) -> ClaimedTicket {
    if session.held == nil { try claim() }
    guard let held = session.held else {
      throw AssistantError(code: 1006, message: "primero: /agente reclama")
    }
    return held
  }
}
