package import Foundation

/// What a customer says of an order instead of its number (X4): «el de las dos lámparas», «el que fue a Cádiz».
package struct OrderTraits: Hashable, Sendable {
  package enum Place: Hashable, Sendable { case newest, oldest, dearest, cheapest }

  /// Folded words that may name contents, options, the place of delivery or the seller.
  package var words: Set<String>
  /// How many of what: `["lampara": 2]`.
  package var counts: [String: Int]
  package var statuses: Set<OrderStatus>
  /// When it was placed; an open side is nil.
  package var from: Date?
  package var until: Date?
  package var amount: Money?
  package var place: Place?

  package init(
    words: Set<String> = [], counts: [String: Int] = [:], statuses: Set<OrderStatus> = [], from: Date? = nil,
    until: Date? = nil, amount: Money? = nil, place: Place? = nil
  ) {
    self.words = words
    self.counts = counts
    self.statuses = statuses
    self.from = from
    self.until = until
    self.amount = amount
    self.place = place
  }
}

/// Finds orders by their traits, as pure functions.
package enum OrderFinder {
  /// The orders that the traits describe, in the order given; nil when nothing was said that could tell them apart.
  ///
  /// Words decide first: an order that more of them name wins. Each other trait then narrows the rest down, and is
  /// passed over where nothing would be left, since customers remember wrongly.
  package static func find(_ traits: OrderTraits, among orders: [CustomerOrder]) -> [CustomerOrder]? {
    var found = orders
    var said = false
    // «Del pedido pendiente» leaves the others out, whatever words they share with the message.
    let inState = orders.filter { order in order.order.lines.contains { traits.statuses.contains($0.status) } }
    if !inState.isEmpty {
      found = inState
      said = true
    }
    let hits = found.map { order in traits.words.intersection(words(of: order)).count }
    if let best = hits.max(), best > 0 {
      found = zip(found, hits).filter { $0.1 == best }.map(\.0)
      said = true
    }
    func narrow(_ fits: (CustomerOrder) -> Bool) {
      let fitting = found.filter(fits)
      guard !fitting.isEmpty else { return }
      found = fitting
      said = true
    }
    for (word, count) in traits.counts {
      narrow { order in
        order.order.lines.filter { words(of: $0, in: order).contains(word) }.reduce(0) { $0 + $1.quantity } == count
      }
    }
    if traits.from != nil || traits.until != nil {
      narrow { order in
        let placed = order.order.placedAt.date
        return traits.from.map { placed >= $0 } ?? true && traits.until.map { placed < $0 } ?? true
      }
    }
    if let amount = traits.amount {
      narrow { order in order.order.total == amount || order.order.payment.contains { $0.amount == amount } }
    }
    if let place = traits.place, let order = at(place, of: found) { return [order] }
    return said ? found : nil
  }

  private static func at(_ place: OrderTraits.Place, of orders: [CustomerOrder]) -> CustomerOrder? {
    switch place {
    case .newest: orders.first
    case .oldest: orders.last
    case .dearest: orders.max { $0.order.total.amount < $1.order.total.amount }
    case .cheapest: orders.min { $0.order.total.amount < $1.order.total.amount }
    }
  }

  /// Whether some order is called by one of the words.
  package static func isNamed(_ words: Set<String>, among orders: [CustomerOrder]) -> Bool {
    orders.contains { !words.isDisjoint(with: self.words(of: $0)) }
  }

  /// All words that some order is called by.
  package static func vocabulary(of orders: [CustomerOrder]) -> Set<String> {
    orders.reduce(into: []) { $0.formUnion(words(of: $1)) }
  }

  /// All words that some product is called by.
  package static func vocabulary(of catalogue: [Product]) -> Set<String> {
    catalogue.reduce(into: []) { $0.formUnion(words(of: $1)) }
  }

  /// The lines of an order that the words name; empty when they name none, or nothing but what all share.
  package static func lines(namedBy words: Set<String>, in order: CustomerOrder) -> [OrderLine] {
    let hits = order.order.lines.map { words.intersection(self.words(of: $0, in: order)).count }
    guard let best = hits.max(), best > 0 else { return [] }
    return zip(order.order.lines, hits).filter { $0.1 == best }.map(\.0)
  }

  /// Whether a word names the product of the line, and not only one of its options.
  package static func isName(_ word: String, of line: OrderLine, in order: CustomerOrder) -> Bool {
    let names = [line.name] + (order.products[line.product]?.aliases ?? [])
    return !Words.content(of: names).isDisjoint(with: Words.content(of: [word]))
  }

  /// The products that the words name best.
  package static func products(namedBy words: Set<String>, in catalogue: [Product]) -> [Product] {
    let hits = catalogue.map { words.intersection(self.words(of: $0)).count }
    guard let best = hits.max(), best > 0 else { return [] }
    return zip(catalogue, hits).filter { $0.1 == best }.map(\.0)
  }

  private static func words(of product: Product) -> Set<String> {
    Words.content(of: [product.name] + product.aliases)
  }

  private static func words(of order: CustomerOrder) -> Set<String> {
    let address = order.order.address
    return order.order.lines.reduce(
      into: Words.content(of: [address.city, address.region ?? "", order.seller.name])
    ) { $0.formUnion(words(of: $1, in: order)) }
  }

  private static func words(of line: OrderLine, in order: CustomerOrder) -> Set<String> {
    let product = order.products[line.product]
    var texts = [line.name] + (product?.aliases ?? [])
    for (key, value) in product?.variant(line.variant)?.options ?? [:] {
      let known = product?.options?.first { $0.key == key }?.values.first { $0.value == value }
      texts += [value] + (known?.aliases ?? [])
    }
    return Words.content(of: texts)
  }
}

/// Words cut to what can be compared: folded, without their plural.
package enum Words {
  /// All words of the text, in order.
  package static func list(_ text: String) -> [String] {
    Identification.folded(text).split { !$0.isLetter && !$0.isNumber }.map { singular(String($0)) }
  }

  /// The words that name something; articles and prepositions name nothing.
  package static func content(of texts: [String]) -> Set<String> {
    Set(texts.flatMap(list)).subtracting(empty)
  }

  /// Crude, and the same on both sides: «lámparas» and «lámpara», «azules» and «azul».
  package static func singular(_ word: String) -> String {
    if word.utf8.count > 4, word.hasSuffix("es"), let before = word.dropLast(2).last, !"aeiou".contains(before) {
      return String(word.dropLast(2))
    }
    return word.utf8.count > 3 && word.hasSuffix("s") ? String(word.dropLast()) : word
  }

  private static let empty: Set<String> = [
    "a", "al", "con", "de", "del", "el", "en", "la", "las", "lo", "los", "o", "para", "por", "sin", "un", "una", "uno",
    "y", "que", "mi", "tu", "su", "se", "me", "es", "pedido", "producto", "tienda", "todo", "mas", "otro", "otra",
  ]
}
