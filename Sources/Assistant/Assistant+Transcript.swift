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
    case "md": return Assistant.wording(of: events)
    case "chat":
      return ChatFileText(
        events: events, customer: CustomerIdentity(json: record.customer), zone: zone,
        messages: content.dialogue.content.messages
      ).text()
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

  /// What was said, a paragraph each, as Markdown.
  static func wording(of events: [ConversationEvent]) -> String {
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
}
