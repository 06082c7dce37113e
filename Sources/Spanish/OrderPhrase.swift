import Foundation

/// «… del pedido del teclado», «… del paquete que fue a Cádiz»: words that say which order is meant, not what of it.
package enum OrderPhrase {
  /// The text without such phrases: what is left names the products themselves. Cost: O(words).
  package static func removed(from text: String) -> String {
    var kept: [Substring] = []
    var isInside = false
    let pieces = text.split(separator: " ", omittingEmptySubsequences: true)
    for (index, piece) in pieces.enumerated() {
      let word = folded(piece)
      if isInside, stops.contains(word) { isInside = false }
      if !isInside, nouns.contains(word), index + 1 < pieces.count, openers.contains(folded(pieces[index + 1])),
        !piece.hasSuffix(",")
      {
        isInside = true
        while let last = kept.last, leads.contains(folded(last)) { kept.removeLast() }
      }
      if !isInside { kept.append(piece) }
      if let end = piece.last, ",.;:!?".contains(end) { isInside = false }
    }
    return kept.joined(separator: " ")
  }

  private static func folded(_ piece: Substring) -> String {
    piece.trimmingCharacters(in: .punctuationCharacters)
      .folding(options: [.caseInsensitive, .diacriticInsensitive], locale: nil)
  }

  private static let nouns: Set<String> = ["pedido", "paquete", "compra", "encargo", "envio", "orden"]
  private static let openers: Set<String> = ["de", "del", "que", "con", "donde", "en"]
  private static let leads: Set<String> = ["del", "de", "el", "la", "mi", "en", "ese", "este", "esa", "esta"]
  private static let stops: Set<String> = [
    "todo", "toda", "todos", "todas", "menos", "excepto", "salvo", "solo", "y", "pero", "porque", "pq", "xq", "si",
    "no", "ya", "quiero", "por", "a",
  ]
}
