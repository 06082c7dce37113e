import Commerce

/// «La quiero en azul; si no hay, en negro; y si tampoco, la dejo como está» (X7).
extension VariantWishReader {
  func wish(in text: String) -> VariantWish { wish(in: WishWord.read(text)) }

  func wish(in words: [WishWord]) -> VariantWish {
    let markers = VariantWishReader.markers(in: words)
    guard let first = markers.first else { return wish(in: words[...]) }
    var whole = wish(in: words[..<first])
    for (place, marker) in markers.enumerated() {
      let end = place + 1 < markers.count ? markers[place + 1] : words.count
      let split =
        words[(marker + 1)..<end].firstIndex { $0.opensClause || ["pue", "pues", "entonce"].contains($0.text) } ?? end
      let condition = wish(in: words[marker..<split], negations: false)
      var instead = wish(in: words[split..<end])
      var keeps = VariantWishReader.keeps(words[split..<end])
      if instead.isEmpty, !keeps {
        // Without a comma the condition holds the answer: «si no hay en negro», «y si no lo dejo como está».
        keeps = VariantWishReader.keeps(words[marker..<split])
        if place > 0 || !whole.isEmpty {
          instead = keeps ? VariantWish() : condition
        } else {
          whole = condition
        }
      } else if place == 0 {
        // «Si no hay en rojo, en azul»: what the condition speaks of is the first wish.
        let unknown = whole.isEmpty ? condition.unknown : whole.unknown
        whole = condition.replaced(by: whole)
        whole.unknown = unknown
      }
      if keeps { whole.keepsOtherwise = true }
      if !instead.isEmpty {
        let further = instead.otherwise
        instead.otherwise = []
        whole.otherwise += [instead] + further
      }
    }
    return whole
  }

  /// Where a condition begins: «si no hay…», «si el de Google no está…», «y si tampoco», «sino», «en su defecto».
  private static func markers(in words: [WishWord]) -> [Int] {
    words.indices.filter { index in
      switch words[index].text {
      case "sino": return true
      case "defecto": return index > 1 && words[index - 1].text == "su"
      case "si":
        let rest = words[(index + 1)...].prefix { !$0.opensClause }.prefix(8)
        return rest.contains { ["no", "tampoco", "agotada", "agotado"].contains($0.text) }
      default: return false
      }
    }
  }

  /// «Lo dejo como está», «me la quedo», «no la cambies».
  static func keeps(_ words: ArraySlice<WishWord>) -> Bool {
    let kept: Set<String> = [
      "dejo", "deja", "dejalo", "dejala", "dejarlo", "dejarla", "dejar", "dejad", "dejamo", "quedo", "quedar",
      "quedarmelo", "quedarmela", "nada", "olvidalo",
    ]
    return words.contains { kept.contains($0.text) }
      || zip(words, words.dropFirst()).contains { $0.text == "como" && $1.text == "esta" }
  }
}
