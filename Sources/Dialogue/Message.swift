import Foundation
package import Spanish
package import Understanding

/// A message to the customer: wordings to choose from, with places for slots, and the options that go with it.
package struct MessageTemplate: Sendable {
  package var id: String
  package var variants: [[Piece]]
  package var options: [ExpectedOption]
  package var location: SourceLocation

  /// A piece of a wording.
  package enum Piece: Sendable, Hashable {
    case text(String)
    /// `{name}`: a slot, or a setting by its dotted path.
    case value(String)
    /// `{, name}`: a comma and a slot, or nothing while the slot is empty: «¡Hola, Jessica!», «¡Hola!».
    case address(String)
    /// `{name|singular|plural}`: a word that agrees with how many `name` holds.
    case agreement(String, one: String, many: String)
  }

  /// The names that it inserts.
  package var names: Set<String> {
    var names: Set<String> = []
    for piece in variants.joined() {
      switch piece {
      case .text: break
      case .value(let name), .address(let name), .agreement(let name, _, _): names.insert(name)
      }
    }
    return names
  }
}

/// A message as it was said: its id and arguments (what transcripts check), and its words.
package struct SaidMessage: Sendable, Hashable, Codable {
  package var template: String
  package var arguments: [String: SlotValue]
  package var text: String
  package var options: [ExpectedOption]
  /// Which of the template's wordings it is.
  package var variant: Int

  package init(
    template: String, arguments: [String: SlotValue], text: String, options: [ExpectedOption], variant: Int = 0
  ) {
    self.variant = variant
    self.template = template
    self.arguments = arguments
    self.text = text
    self.options = options
  }

  /// Whether it asks and tells nothing of its own: «repite» means what came before it.
  package var isPassing: Bool { BuiltInMessage.passing.contains(template) }
}

extension MessageTemplate {
  /// Cuts «Cancelo {lineas} ({importe})» into pieces; nil where a brace is not closed.
  package static func pieces(of text: String) -> [Piece]? {
    var pieces: [Piece] = []
    var literal = ""
    var rest = Substring(text)
    while let open = rest.firstIndex(of: "{") {
      literal += rest[..<open]
      guard let close = rest[open...].firstIndex(of: "}") else { return nil }
      let inside = rest[rest.index(after: open)..<close].split(separator: "|", omittingEmptySubsequences: false)
        .map { part in String(part.drop(while: { $0 == " " })) }
      if !literal.isEmpty { pieces.append(.text(literal)) }
      literal = ""
      guard let name = inside.first, !name.isEmpty else { return nil }
      if inside.count == 1, name.hasPrefix(",") {
        pieces.append(.address(String(name.dropFirst().drop { $0 == " " })))
      } else if inside.count == 1 {
        pieces.append(.value(name))
      } else if inside.count == 3 {
        pieces.append(.agreement(name, one: inside[1], many: inside[2]))
      } else {
        return nil
      }
      rest = rest[rest.index(after: close)...]
    }
    literal += rest
    if !literal.isEmpty { pieces.append(.text(literal)) }
    return pieces
  }

  /// The words of variant `index`, with `arguments` and then `settings` in their places.
  package func render(
    variant index: Int, arguments: [String: SlotValue], settings: [String: SlotValue], now: LocalTime
  ) -> String {
    var text = ""
    for piece in variants[index] {
      switch piece {
      case .text(let literal): text += literal
      case .value(let name):
        guard let value = arguments[name] ?? settings[name] else { continue }
        text = SpanishFormatting.joining(text, SpanishFormatting.format(value, now: now))
      case .address(let name):
        guard let value = arguments[name] ?? settings[name] else { continue }
        text += ", " + SpanishFormatting.format(value, now: now)
      case .agreement(let name, let one, let many):
        text += MessageTemplate.isOne(arguments[name] ?? settings[name]) ? one : many
      }
    }
    return text
  }

  private static func isOne(_ value: SlotValue?) -> Bool {
    switch value {
    case .list(let items): items.count == 1
    case .number(let n): n == 1
    case .duration(_, _, let count): count == 1
    case .text(let s): s == "1"
    default: false
    }
  }
}
