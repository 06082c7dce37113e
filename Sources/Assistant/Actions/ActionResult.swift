import Commerce
import Dialogue
import Foundation
import Spanish

/// What an action answered, in the words of the flows.
struct ActionResult {
  var outcome: String
  var outputs: Slots = [:]
  /// Slots that hold nothing from now on: the next round of a loop fills them anew.
  var cleared: [String] = []
  /// The e-mail that follows, if any.
  var letter: Letter?
  /// The account that was recognised.
  var identified: Customer?
  var promise: (what: String, due: Date)?

  init(_ outcome: String, _ outputs: Slots = [:], confirmation: Confirmation? = nil) {
    self.outcome = outcome
    self.outputs = outputs
    letter = confirmation.map { Letter($0) }
  }
}

/// Slots as the actions read them.
extension Slots {
  func text(_ name: String) -> String? { self[name]?.string.flatMap { $0.isEmpty ? nil : $0 } }

  /// A yes in any of the ways in which flows and choices say it.
  func flag(_ name: String) -> Bool {
    switch self[name] {
    case .flag(let flag): flag
    case let value?: ["si", "sí", "true"].contains(value.string ?? "")
    case nil: false
    }
  }

  func money(_ name: String) -> Money? {
    if case .money(let amount, let currency) = self[name] { Money(amount, currency) } else { nil }
  }

  /// The ids of the lines; nil when none was named.
  var lines: [String]? {
    let ids = self["lineas"]?.items.compactMap(\.string) ?? []
    return ids.isEmpty ? nil : ids
  }

  /// The variants chosen so far, as `cambios.anotar` keeps them.
  var changes: [LineVariant] {
    (self["cambios"]?.items ?? []).compactMap { item in
      guard let line = item["linea"]?.string, let variant = item["variante"]?.string else { return nil }
      return LineVariant(line: line, variant: variant)
    }
  }
}
