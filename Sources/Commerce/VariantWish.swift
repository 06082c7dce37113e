/// Which variant of a product a customer has in mind (X6, X7), once the words have been read.
package struct VariantWish: Hashable, Sendable {
  package enum Extreme: Hashable, Sendable { case first, last }
  package enum Price: Hashable, Sendable { case cheapest, dearest }

  /// Option → value: «en azul».
  package var values: [String: String]
  /// Ordered option → places up or down: «una talla más».
  package var steps: [String: Int]
  /// Ordered option → its end: «la más grande».
  package var extremes: [String: Extreme]
  package var price: Price?
  /// What is wished where the first wish cannot be had: «y si no hay, en negro».
  package var otherwise: [[String: String]]

  package init(
    values: [String: String] = [:], steps: [String: Int] = [:], extremes: [String: Extreme] = [:],
    price: Price? = nil, otherwise: [[String: String]] = []
  ) {
    self.values = values
    self.steps = steps
    self.extremes = extremes
    self.price = price
    self.otherwise = otherwise
  }

  package var isEmpty: Bool { values.isEmpty && steps.isEmpty && extremes.isEmpty && price == nil }
}

/// What there is of what was wished.
package enum VariantChoice: Hashable, Sendable {
  case one(ProductVariant)
  /// `instead`: the first wish could not be had, this is the second.
  case instead(ProductVariant)
  case several([ProductVariant])
  /// It exists, and there is none left.
  case outOfStock(ProductVariant)
  /// There is no such variant; also «one size more» of the largest.
  case none
}

extension VariantWish {
  /// The variant of `product` that is wished, seen from `current`, whose other options are kept where they can be.
  package func choose(of product: Product, current: ProductVariant?) -> VariantChoice {
    let first = choose(values, of: product, current: current)
    if case .one = first { return first }
    for other in otherwise {
      if case .one(let variant) = choose(values.merging(other) { _, new in new }, of: product, current: current) {
        return .instead(variant)
      }
    }
    return first
  }

  private func choose(_ wished: [String: String], of product: Product, current: ProductVariant?) -> VariantChoice {
    guard let fixed = places(of: wished, in: product, current: current) else { return .none }
    var found = product.variants.filter { variant in fixed.allSatisfy { variant.options[$0.key] == $0.value } }
    let available = found.filter { $0.stock > 0 }
    if let price {
      let sorted = available.sorted { $0.price.amount < $1.price.amount }
      guard let best = price == .cheapest ? sorted.first : sorted.last else { return .none }
      let equal = sorted.filter { $0.price == best.price }
      return pick(equal, current: current) ?? .several(equal)
    }
    // «La más grande» that is in stock comes before one that is not.
    for (key, end) in extremes {
      let order = product.option(key)?.values.map(\.value) ?? []
      let pool = found.contains { $0.stock > 0 } ? found.filter { $0.stock > 0 } : found
      let ranked = order.filter { value in pool.contains { $0.options[key] == value } }
      let value = end == .last ? ranked.last : ranked.first
      found = pool.filter { $0.options[key] == value }
    }
    return pick(found, current: current)
      ?? (found.isEmpty
        ? .none : .several(found.filter { $0.stock > 0 }.isEmpty ? found : found.filter { $0.stock > 0 }))
  }

  /// The values that are certain; nil where a step leads past the end.
  private func places(
    of wished: [String: String], in product: Product, current: ProductVariant?
  ) -> [String: String]? {
    var fixed = wished
    for (key, step) in steps {
      let order = product.option(key)?.values.map(\.value) ?? []
      guard let now = current?.options[key].flatMap({ order.firstIndex(of: $0) }), order.indices.contains(now + step)
      else { return nil }
      fixed[key] = order[now + step]
    }
    return fixed
  }

  /// The only one, or the one that keeps everything else as it is.
  private func pick(_ found: [ProductVariant], current: ProductVariant?) -> VariantChoice? {
    func told(_ variant: ProductVariant) -> VariantChoice { variant.stock > 0 ? .one(variant) : .outOfStock(variant) }
    if found.count == 1 { return told(found[0]) }
    guard let current else { return nil }
    let touched = Set(values.keys).union(steps.keys).union(extremes.keys).union(otherwise.flatMap(\.keys))
    let kept = current.options.filter { !touched.contains($0.key) }
    let same = found.filter { variant in kept.allSatisfy { variant.options[$0.key] == $0.value } }
    return same.count == 1 ? told(same[0]) : nil
  }
}

extension Product {
  package func option(_ key: String) -> ProductOption? { options?.first { $0.key == key } }

  /// The values of a variant in the order of the options: «azul, 39».
  package func values(of variant: ProductVariant) -> [String] {
    let known = (options ?? []).compactMap { variant.options[$0.key] }
    return known.isEmpty ? variant.options.sorted { $0.key < $1.key }.map(\.value) : known
  }
}
