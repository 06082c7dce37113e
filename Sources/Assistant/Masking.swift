import Foundation
import Spanish
import TextAnalysis

/// Hides what must not be stored: cards, bank accounts and personal numbers keep their last four characters.
enum Masking {
  private static let hidden: Set<EntityKind> = [.card, .iban, .dni, .nie]

  static func masked(_ text: String, entities: [Entity]) -> String {
    let spans = entities.filter { hidden.contains($0.kind) }.sorted { $0.range.lower > $1.range.lower }
    guard !spans.isEmpty else { return text }
    var bytes = Array(text.utf8)
    for span in spans where span.range.upper <= bytes.count {
      let tail = bytes[max(span.range.lower, span.range.upper - 4)..<span.range.upper]
      bytes.replaceSubrange(span.range.lower..<span.range.upper, with: Array("••••".utf8) + Array(tail))
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
