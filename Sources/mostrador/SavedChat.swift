import Assistant
import Commerce
import Dialogue
import Foundation
import Storage

/// Conversations as `.chat` files: saved for `mostrador replay`, or said again here.
struct SavedChat {
  let session: ChatSession

  /// Writes the conversation, and beside it the shop from which it started.
  func save(to path: String) {
    guard !path.isEmpty else { return session.screen.problem("/guardar F.chat") }
    let url = URL(fileURLWithPath: path)
    let shopURL = url.deletingPathExtension().appendingPathExtension("tienda.json")
    do {
      guard let shop = session.startShop else {
        return session.screen.problem("no se pudo leer la tienda del principio")
      }
      let text = ChatFileText(
        events: try events(), customer: session.customer, zone: session.opened.zone,
        messages: session.opened.content.dialogue.content.messages)
      try ShopFile.encode(shop).write(to: shopURL)
      try Data(text.text(shopFile: shopURL.lastPathComponent).utf8).write(to: url)
      session.screen.note("guardado en \(url.path) (y su tienda en \(shopURL.lastPathComponent))")
    } catch {
      session.screen.problem("no se puede guardar en «\(path)»: \(error)")
    }
  }

  private func events() throws(AssistantError) -> [ConversationEvent] {
    var all: [ConversationEvent] = []
    var more = true
    while more {
      let page = try session.assistant.events(
        conversation: session.conversation, after: all.last?.seq ?? 0, limit: 500)
      all += page.events
      more = page.more
    }
    return all
  }

  /// Says what the customer of a file says; what the file expects is for `mostrador replay` to check.
  func load(from path: String) {
    guard let data = FileManager.default.contents(atPath: path) else {
      return session.screen.problem("no se puede leer «\(path)»")
    }
    for line in String(decoding: data, as: UTF8.self).split(whereSeparator: \.isNewline) {
      if line.hasPrefix("==") { break }
      if line.hasPrefix(">[") {
        echo(line)
        session.say(.option(trimmed(line.dropFirst(2).prefix { $0 != "]" })))
      } else if line.hasPrefix(">") {
        echo(line)
        session.say(.text(trimmed(line.dropFirst(line.hasPrefix(">+") ? 2 : 1))))
      } else if line.hasPrefix("! reloj") {
        ChatInstruction("/reloj \(trimmed(line.dropFirst("! reloj".count)))", in: session).run()
      } else if line.hasPrefix("! agente") {
        let words = line.split(separator: " ", maxSplits: 3).map(String.init)
        if words.count == 4 { ChatInstruction("/agente \(words[3])", in: session).run() }
      }
    }
  }

  private func echo(_ line: Substring) { session.screen.note(String(line)) }

  private func trimmed(_ text: Substring) -> String { text.trimmingCharacters(in: .whitespaces) }
}
