import Foundation
package import Spanish
import TextAnalysis
package import Understanding

/// A message to the customer: wordings to choose from, with places for slots, and the options that go with it.
package final class MessageTemplate: Sendable {
  package let id: String
  let variants: [[Piece]]
  package let options: [ExpectedOption]
  package let location: SourceLocation
  /// The slots, and settings by their dotted path, that it inserts, each once.
  let names: [String]

  init(id: String, variants: [[Piece]], names: [String], options: [ExpectedOption], location: SourceLocation) {
    self.id = id
    self.variants = variants
    self.names = names
    self.options = options
    self.location = location
  }

  package var variantCount: Int { variants.count }

  /// Which wording `seed` chooses; another one if that was said last.
  func variant(seed: UInt64, last: Int?) -> Int {
    guard variants.count > 1 else { return 0 }
    let hash = FNV1a.hash(id.utf8, from: seed ^ FNV1a.basis)
    // The last bits of FNV-1a are its weakest: fold the high half in.
    let index = Int((hash ^ (hash >> 32)) % UInt64(variants.count))
    return last == index ? (index + 1) % variants.count : index
  }

  /// A piece of a wording. A name is its index in `names`.
  enum Piece: Sendable {
    case text(String)
    /// `{name}`: a slot or a setting.
    case value(Int)
    /// `{, name}`: a comma and a slot, or nothing while the slot is empty: «¡Hola, Jessica!», «¡Hola!».
    case address(Int)
    /// `{name|singular|plural}`: a word that agrees with how many `name` holds.
    case agreement(Int, one: String, many: String)
  }
}

/// A message as it was said: its id and arguments (what transcripts check), and its words.
package struct SaidMessage: Sendable, Hashable, Codable {
  package var template: String
  package var arguments: Slots
  package var text: String
  package var options: [ExpectedOption]
  /// Which of the template's wordings it is.
  package var variant: Int

  package init(
    template: String, arguments: Slots, text: String, options: [ExpectedOption], variant: Int = 0
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
  /// Cuts «Cancelo {lineas} ({importe})» into pieces, adding to `names` what they insert; nil where a brace is not closed.
  static func pieces(of text: String, names: inout [String]) -> [Piece]? {
    func index(of name: String) -> Int {
      if let known = names.firstIndex(of: name) { return known }
      names.append(name)
      return names.count - 1
    }
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
        pieces.append(.address(index(of: String(name.dropFirst().drop { $0 == " " }))))
      } else if inside.count == 1 {
        pieces.append(.value(index(of: name)))
      } else if inside.count == 3 {
        pieces.append(.agreement(index(of: name), one: inside[1], many: inside[2]))
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
    variant index: Int, arguments: Slots, settings: [String: SlotValue], now: LocalTime
  ) -> String {
    render(variant: index, values: names.map { arguments[$0] ?? settings[$0] }, now: now)
  }

  /// The words of variant `index`; `values` are those of `names`.
  func render(variant index: Int, values: [SlotValue?], now: LocalTime) -> String {
    let pieces = variants[index]
    if pieces.count == 1, case .text(let whole) = pieces[0] { return whole }
    var text = ""
    for piece in pieces {
      switch piece {
      case .text(let literal): text += literal
      case .value(let name):
        guard let value = values[name] else { continue }
        SpanishFormatting.append(SpanishFormatting.format(value, now: now), to: &text)
      case .address(let name):
        guard let value = values[name] else { continue }
        text += ", "
        text += SpanishFormatting.format(value, now: now)
      case .agreement(let name, let one, let many): text += MessageTemplate.isOne(values[name]) ? one : many
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
