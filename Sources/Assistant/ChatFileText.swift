package import Dialogue
package import Foundation
import Spanish
package import Storage
import Understanding

/// A conversation written as a transcript that passes when replayed: every message, effect and change of the queue.
///
/// A message with several wordings is listed by its id, because the choice among them depends on the conversation's own
/// number; the wording that was shown stands above it as a comment.
package struct ChatFileText {
  private let events: [ConversationEvent]
  private let customer: CustomerIdentity
  private let zone: TimeZone
  private let messages: [String: MessageTemplate]

  package init(
    events: [ConversationEvent], customer: CustomerIdentity, zone: TimeZone, messages: [String: MessageTemplate]
  ) {
    self.events = events
    self.customer = customer
    self.zone = zone
    self.messages = messages
  }

  /// The file's text; without a shop file it starts from the demonstration shop.
  package func text(shopFile: String? = nil) -> String {
    let start = events.first.map { zone.local($0.at) } ?? LocalTime(1970, 1, 1)
    var lines = ["@zona    \(zone.identifier)", "@reloj   \(start)"]
    if let shopFile { lines.append("@tienda  \(shopFile)") }
    if !customer.isAnonymous, !identifiedHere {
      let level = customer.assurance == "identified" ? " nivel=identificado" : ""
      lines.append("@cliente \(customer.id)\(level)")
    }
    var (now, offered, agent) = (start, Set<String>(), "agente")
    // What is said on opening belongs to no turn, and a transcript does not list it.
    for event in events.drop(while: { $0.turn == 0 && $0.kind != "user.message" }) {
      let body = event.body
      func field(_ name: String) -> String { ChatFileText.oneLine(body[name]?.string ?? "") }
      agent = body["agent"]?.string ?? agent
      if event.kind == "bot.message", field("template").hasPrefix("silencio.") {
        // Said by the clock, not in answer to anybody.
        let time = zone.local(event.at)
        lines += ["", "! silencio \(time.seconds - now.seconds)s"]
        now = time
      }
      let startsTurn = ["user.message", "handoff.claimed", "agent.message", "handoff.resolved"].contains(event.kind)
      if startsTurn {
        lines.append("")
        let time = zone.local(event.at)
        if time != now { lines.append("! reloj \(time)") }
        now = time
      }
      switch event.kind {
      case "user.message": lines.append(offered.contains(field("text")) ? ">[\(field("text"))]" : "> \(field("text"))")
      case "bot.message": lines += said(body)
      case "agent.message": lines += ["! agente \(agent) dice \"\(field("text"))\"", "< \(field("text"))"]
      case "handoff.claimed": lines.append("! agente \(agent) reclama")
      case "handoff.resolved": lines.append("! agente \(agent) resuelve")
      case "handoff.released": lines.append(field("reason") == "agente" ? "\n! agente \(agent) libera" : "? cola -1")
      case "handoff.queued": lines.append("? cola +1 motivo=\(field("reason"))")
      case "action.executed": lines.append("? servicio \(field("name")) -> \(field("outcome"))")
      case "email.queued": lines.append("? correo \(field("template")) a \(field("to"))")
      default: break
      }
      if let options = body["options"]?.array { offered = Set(options.compactMap { $0["label"]?.string }) }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// The customer came without a name and gave it in the chat: the file must begin without one, too.
  private var identifiedHere: Bool {
    customer.assurance == "identified"
      && events.contains { $0.body["template"]?.string?.hasPrefix("identificar.") ?? false }
  }

  private func said(_ body: [String: JSONValue]) -> [String] {
    let template = body["template"]?.string ?? ""
    let parts = (body["text"]?.string ?? "").split(separator: "\n", omittingEmptySubsequences: false)
    var lines: [String]
    if (messages[template]?.variantCount ?? 1) > 1 {
      lines = parts.map { "# \($0)" } + ["<= \(template)"]
    } else {
      lines = parts.enumerated().map { $0.offset == 0 ? "< \($0.element)" : "<| \($0.element)" }
    }
    if let options = body["options"]?.array, !options.isEmpty {
      lines.append("<[ \(options.compactMap { $0["label"]?.string }.joined(separator: " | ")) ]")
    }
    return lines
  }

  private static func oneLine(_ text: String) -> String {
    text.split(whereSeparator: \.isNewline).joined(separator: " ")
  }
}
