import Dialogue
import Foundation
package import Storage

extension Assistant {
  /// The conversation as text: `chat` (a transcript to replay), `md` or `json`.
  package func transcript(conversation: String, format: String) throws(AssistantError) -> String {
    let record = try record(conversation)
    let events = try storing { session in try session.events(of: conversation, after: 0, limit: .max) }
    switch format {
    case "json": return JSONValue.array(events.map { eventJSON($0) }).text
    case "md": return markdown(events)
    case "chat": return chat(events, record: record)
    default: throw .invalid("format: chat, md o json")
    }
  }

  /// An event as the protocol shows it.
  package func eventJSON(_ event: ConversationEvent) -> JSONValue {
    var fields = event.body
    fields["arguments"] = event.kind == "bot.message" ? nil : fields["arguments"]
    fields["seq"] = .number(event.seq)
    fields["at"] = .string(zone.rfc3339(event.at))
    fields["kind"] = .string(event.kind)
    fields["turn"] = event.turn.map { .number($0) }
    return .object(fields)
  }

  private func markdown(_ events: [ConversationEvent]) -> String {
    var lines: [String] = []
    for event in events {
      let text = event.body["text"]?.string ?? ""
      switch event.kind {
      case "user.message": lines.append("**Cliente:** \(text)")
      case "bot.message": lines.append("**Mostrador:** \(text)")
      case "agent.message": lines.append("**\(event.body["agent"]?.string ?? "Agente"):** \(text)")
      default: break
      }
    }
    return lines.joined(separator: "\n\n")
  }

  private func chat(_ events: [ConversationEvent], record: ConversationRecord) -> String {
    let customer = CustomerIdentity(json: record.customer)
    var lines = ["@zona    \(zone.identifier)", "@reloj   \(zone.local(record.createdAt))"]
    if !customer.isAnonymous { lines.append("@cliente \(customer.id)") }
    for event in events {
      let parts = (event.body["text"]?.string ?? "").split(separator: "\n", omittingEmptySubsequences: false)
      switch event.kind {
      case "user.message": lines.append(contentsOf: ["", "> " + parts.joined(separator: " ")])
      case "bot.message", "agent.message":
        lines.append("< " + (parts.first ?? ""))
        lines += parts.dropFirst().map { "<| " + $0 }
        if let options = event.body["options"]?.array, !options.isEmpty {
          lines.append("<[ " + options.compactMap { $0["label"]?.string }.joined(separator: " | ") + " ]")
        }
      default: break
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }
}
