import Commerce

/// Reads which variant of a product a text wishes for: values, «una talla más», «la más barata», «y si no, en azul».
struct VariantWishReader {
  let product: Product
  let current: ProductVariant?

  /// A value that the text names, with its place among the words.
  private struct Mention {
    var at: Int
    var key: String
    var value: String
  }

  func wish(in text: String) -> VariantWish {
    let words = Words.list(text)
    var wish = VariantWish()
    var spoken: Set<Int> = []
    comparisons(in: words, into: &wish, spoken: &spoken)
    let isConditional = zip(words, words.dropFirst()).contains { $0 == "si" && $1 == "no" } || words.contains("sino")
    let mentions = mentions(in: words, besides: spoken)
    for key in Set(mentions.map(\.key)) {
      var values = mentions.filter { $0.key == key }.map(\.value)
      // «La negra, por una azul»: what it is now is no wish, if there is another.
      if let now = current?.options[key], values.contains(where: { $0 != now }) { values.removeAll { $0 == now } }
      if isConditional {
        wish.values[key] = values.first
        for other in values.dropFirst() where other != values.first { wish.otherwise.append([key: other]) }
      } else {
        wish.values[key] = values.last
      }
    }
    return wish
  }

  private func mentions(in words: [String], besides spoken: Set<Int>) -> [Mention] {
    var found: [Mention] = []
    for option in product.options ?? [] {
      for value in option.values {
        for name in [value.value] + (value.aliases ?? []) {
          let parts = Words.list(name)
          guard !parts.isEmpty, parts.count <= words.count else { continue }
          for start in 0...(words.count - parts.count)
          where Array(words[start..<start + parts.count]) == parts && !spoken.contains(start) {
            guard name.utf8.count > 1 || VariantWishReader.announces(words, start) else { continue }
            if !found.contains(where: { $0.at == start && $0.key == option.key }) {
              found.append(Mention(at: start, key: option.key, value: value.value))
            }
          }
        }
      }
    }
    return found.sorted { $0.at < $1.at }
  }

  /// Whether a single letter or digit stands where a size would: «la M», «talla s».
  private static func announces(_ words: [String], _ index: Int) -> Bool {
    words.count <= 2
      || index > 0 && ["talla", "la", "una", "en", "numero", "tamano", "a", "de"].contains(words[index - 1])
  }

  // MARK: Comparisons

  private enum Direction { case up, down }

  private static let adjectives: [String: Direction] = [
    "grande": .up, "larga": .up, "largo": .up, "ancha": .up, "ancho": .up, "alta": .up, "alto": .up,
    "pequena": .down, "pequeno": .down, "chica": .down, "chico": .down, "corta": .down, "corto": .down,
    "estrecha": .down, "estrecho": .down, "baja": .down, "bajo": .down,
  ]

  private func comparisons(in words: [String], into wish: inout VariantWish, spoken: inout Set<Int>) {
    let ordered = product.options?.first { $0.ordered == true }
    let names = Set(
      (["talla", "numero", "tamano"] + [ordered?.key ?? ""] + (ordered?.aliases ?? [])).flatMap(Words.list))
    for (index, word) in words.enumerated() {
      let next = index + 1 < words.count ? words[index + 1] : ""
      if word == "barata" || word == "barato" || word == "economica" || word == "economico" {
        wish.price = .cheapest
        continue
      }
      if word == "cara" || word == "caro" {
        wish.price = .dearest
        continue
      }
      guard let ordered, word == "mas" || word == "meno" || word == "menos" else { continue }
      // «Una talla más», «dos números menos», «una talla más grande», «la más grande».
      let before = words[..<index].suffix(3)
      let direction = VariantWishReader.adjectives[next]
      if direction != nil { spoken.insert(index + 1) }
      if let name = before.last, names.contains(name) {
        let count = before.dropLast().last.flatMap { VariantWishReader.counts[$0] }
        if count == nil, let direction, ["la", "el"].contains(before.dropLast().last ?? "") {
          wish.extremes[ordered.key] = direction == .up ? .last : .first
        } else {
          let sign = (direction ?? (word == "mas" ? .up : .down)) == .up ? 1 : -1
          wish.steps[ordered.key] = sign * (count ?? 1)
        }
      } else if let direction {
        let isSuperlative = ["la", "el"].contains(before.last ?? "")
        if isSuperlative {
          wish.extremes[ordered.key] = direction == .up ? .last : .first
        } else {
          wish.steps[ordered.key] = direction == .up ? 1 : -1
        }
      }
    }
  }

  private static let counts = ["un": 1, "una": 1, "1": 1, "dos": 2, "2": 2, "tre": 3, "tres": 3, "3": 3]
}

extension VariantWishReader {
  /// The part of a text that is about one of several lines: from its name to the name of the next one. All of it where
  /// no line is named; nil where only others are.
  static func part(of text: String, about line: OrderLine, in order: CustomerOrder) -> String? {
    let pieces = text.split(separator: " ")
    var owner: String?
    var named = false
    var mine: [Substring] = []
    for piece in pieces {
      let hit = OrderFinder.lines(namedBy: Words.content(of: [String(piece)]), in: order)
      if hit.count == 1, OrderFinder.isName(String(piece), of: hit[0], in: order) {
        owner = hit[0].id
        named = true
      }
      if owner == line.id { mine.append(piece) }
    }
    if !named { return text }
    return mine.isEmpty ? nil : mine.joined(separator: " ")
  }
}
