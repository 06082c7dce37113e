import Commerce

/// Which part of a text is about which line of an order: from what introduces its name to the next name.
struct LineParts {
  /// The words about each line that is named.
  private(set) var parts: [String: [WishWord]] = [:]
  /// Lines in the order in which they were first named.
  private(set) var named: [String] = []
  let words: [WishWord]

  init(_ text: String, among lines: [OrderLine], in order: CustomerOrder) {
    words = WishWord.read(text)
    var owners: [[String]] = Array(repeating: [], count: words.count)
    var owner: [String] = []
    for index in words.indices {
      let now = LineParts.lines(at: index, of: words, among: lines, in: order)
      if !now.isEmpty, now != owner {
        owner = now
        var start = index
        while start > 0, !words[start].opensClause, LineParts.introducing.contains(words[start - 1].text) { start -= 1 }
        for place in start..<index { owners[place] = now }
        named += now.filter { !named.contains($0) }
      }
      owners[index] = owner
    }
    // What stands before the first name is about it: «quiero una talla más de las zapatillas».
    if let first = owners.first(where: { !$0.isEmpty }) {
      for index in owners.indices { if owners[index].isEmpty { owners[index] = first } else { break } }
    }
    for line in named { parts[line] = words.indices.filter { owners[$0].contains(line) }.map { words[$0] } }
  }

  /// The lines that a word names: one, or all of a plural; none where it stays open.
  private static func lines(
    at index: Int, of words: [WishWord], among lines: [OrderLine], in order: CustomerOrder
  ) -> [String] {
    let word = words[index].text
    let hits = lines.filter { OrderFinder.isName(word, of: $0, in: order) }
    guard hits.count > 1 else { return hits.map(\.id) }
    // «La camiseta negra por una azul»: what it is now tells which of the two.
    let near = words[(index + 1)...].prefix { !$0.opensClause && !["por", "a"].contains($0.text) }.prefix(4).map(\.text)
    let scores = hits.map { line in
      let product = order.products[line.product]
      let values =
        product?.variant(line.variant)?.options.values.flatMap { value -> [String] in
          let known = (product?.options ?? []).flatMap(\.values).first { $0.value == value }
          return ([value] + (known?.aliases ?? [])).flatMap { WishWord.read($0).map(\.text) }
        } ?? []
      let names = WishWord.read(line.name).map(\.text)
      return near.count { word in values.contains { WishWord.agree($0, word) } } * 2 + near.count(where: names.contains)
    }
    guard let best = scores.max(), best > 0 else { return [] }
    let winners = zip(hits, scores).filter { $0.1 == best }.map(\.0.id)
    return winners.count == 1 ? winners : []
  }

  /// The words about a line without those that follow its name and say what it is now: «la camiseta roja».
  func withoutDescription(of line: OrderLine, in order: CustomerOrder) -> [WishWord] {
    let part = parts[line.id] ?? []
    guard let name = part.lastIndex(where: { OrderFinder.isName($0.text, of: line, in: order) }) else { return part }
    let rest = part[(name + 1)...].drop { word in
      !word.opensClause && !["a", "al", "por", "en", "de", "con"].contains(word.text)
    }
    return Array(part[..<name]) + rest
  }

  /// Small words that lead to a name.
  private static let introducing: Set<String> = [
    "y", "e", "si", "la", "el", "las", "los", "un", "una", "unos", "unas", "mi", "mis", "al", "de", "del", "tambien",
    "ademas", "pero", "con", "que", "lo", "cambia", "cambiame", "cambiar", "quiero", "otro", "otra",
  ]
}
