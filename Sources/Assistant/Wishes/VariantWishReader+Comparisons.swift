import Commerce

/// «Una talla más», «la más potente», «la más barata».
extension VariantWishReader {
  private enum Direction { case up, down }

  private static let adjectives: [String: Direction] = [
    "grande": .up, "larga": .up, "largo": .up, "ancha": .up, "ancho": .up, "alta": .up, "alto": .up, "mayor": .up,
    "gruesa": .up, "grueso": .up, "superior": .up,
    "pequena": .down, "pequeno": .down, "chica": .down, "chico": .down, "corta": .down, "corto": .down,
    "estrecha": .down, "estrecho": .down, "baja": .down, "bajo": .down, "menor": .down, "fina": .down, "fino": .down,
    "inferior": .down,
  ]

  private static let counts = ["un": 1, "una": 1, "uno": 1, "1": 1, "dos": 2, "2": 2, "tre": 3, "tres": 3, "3": 3]
  private static let cheap: Set<String> = ["barata", "barato", "economica", "economico", "asequible"]
  private static let dear: Set<String> = ["cara", "caro"]

  /// Words that compare, and so are no values.
  static let comparing: Set<String> = Set(adjectives.keys).union(cheap).union(dear).union([
    "mas", "meno", "menos", "siguiente", "distinta", "distinto", "diferente", "disponible", "anterior",
  ])

  func comparisons(in words: [WishWord], into wish: inout VariantWish, spoken: inout Set<Int>) {
    for (index, word) in words.enumerated() {
      let before = words[..<index].suffix(3).map(\.text)
      let isSuperlative = before.suffix(2).contains { ["la", "el", "lo", "las", "los"].contains($0) }
      // «Muy caro» complains, and wishes for nothing.
      let isCompared = ["mas", "meno", "menos"].contains(before.last ?? "")
      if Self.cheap.contains(word.text) || Self.dear.contains(word.text) && isCompared {
        let cheap = Self.cheap.contains(word.text) != ["meno", "menos"].contains(before.last ?? "")
        wish.price = isSuperlative || current == nil ? (cheap ? .cheapest : .dearest) : cheap ? .cheaper : .dearer
        continue
      }
      if word.text == "siguiente", let option = option(named: words[index...].dropFirst().first?.text) ?? ordered.first
      {
        wish.steps[option.key] = 1
        continue
      }
      guard ["mas", "meno", "menos"].contains(word.text) else { continue }
      let next = index + 1 < words.count && !words[index + 1].opensClause ? words[index + 1].text : ""
      let sign = word.text == "mas" ? 1 : -1
      // «Una talla más», «dos números menos», «una talla más grande», «la talla más grande».
      if let option = option(named: before.last) {
        let count = before.dropLast().last.flatMap { Self.counts[$0] }
        let direction = Self.adjectives[next]
        if direction != nil { spoken.insert(index + 1) }
        if count == nil, let direction, ["la", "el"].contains(before.dropLast().last ?? "") {
          wish.extremes[option.key] = direction == .up ? .last : .first
        } else {
          wish.steps[option.key] = (direction.map { $0 == .up ? 1 : -1 } ?? sign) * (count ?? 1)
        }
        continue
      }
      guard let (option, direction) = comparison(next) else {
        // «La misma talla o una más».
        if next.isEmpty || next == "y" || next == "o", let count = before.last.flatMap({ Self.counts[$0] }),
          let only = ordered.first,
          ordered.count == 1
        {
          wish.steps[only.key] = sign * count
        }
        continue
      }
      spoken.insert(index + 1)
      let up = (direction == .up) == (sign > 0)
      if ["la", "el", "lo", "las", "los"].contains(before.last ?? "") {
        wish.extremes[option.key] = up ? .last : .first
      } else {
        wish.towards[option.key] = up ? .up : .down
      }
    }
  }

  private var ordered: [ProductOption] { (product.options ?? []).filter { $0.ordered == true } }

  /// The ordered option of this name; «talla», «número» and «tamaño» mean the first one of any product.
  private func option(named word: String?) -> ProductOption? {
    guard let word else { return nil }
    let named = ordered.first { option in
      ([option.key] + (option.aliases ?? [])).contains { WishWord.read($0).contains { $0.text == word } }
    }
    return named ?? (["talla", "numero", "tamano"].contains(word) ? ordered.first : nil)
  }

  /// What «más potente» compares: the option whose name begins like the word, or the first one where the word is general.
  private func comparison(_ word: String) -> (ProductOption, Direction)? {
    guard word.utf8.count > 3 else { return nil }
    let near = ordered.first { option in
      ([option.key] + (option.aliases ?? [])).contains { name in
        WishWord.read(name).contains { part in
          part.text.utf8.count > 3
            && (WishWord.agree(part.text, word)
              || part.text.utf8.count > 5 && word.utf8.count > 5 && part.text.prefix(5) == word.prefix(5))
        }
      }
    }
    if let near { return (near, Self.adjectives[word] ?? .up) }
    guard let direction = Self.adjectives[word], let first = ordered.first else { return nil }
    return (first, direction)
  }
}
