/// Which variant of a product a customer has in mind (X6, X7), once the words have been read.
package struct VariantWish: Hashable, Sendable {
  package enum Extreme: Hashable, Sendable { case first, last }
  package enum Side: Hashable, Sendable { case up, down }
  package enum Price: Hashable, Sendable { case cheapest, dearest, cheaper, dearer }

  /// Option → value: «en azul».
  package var values: [String: String]
  /// Option → values that a part of a name fits: «azul» of «azul marino» and «azul claro».
  package var groups: [String: Set<String>]
  /// Option → values that are not wished: «que no sea negra».
  package var excluded: [String: Set<String>]
  /// Options that shall be anything but what they are: «otro color».
  package var differing: Set<String>
  /// Ordered option → places up or down: «una talla más».
  package var steps: [String: Int]
  /// Ordered option → a side of where it stands now: «más grande», whichever is nearest.
  package var towards: [String: Side]
  /// Ordered option → its end: «la más grande».
  package var extremes: [String: Extreme]
  package var price: Price?
  /// Words that would be values, and are none of this product: «morado».
  package var unknown: [String]
  /// What is wished, in this order, where the first wish cannot be had: «y si no hay, en negro».
  package var otherwise: [VariantWish]
  /// Where nothing of it can be had, everything stays as it is.
  package var keepsOtherwise: Bool

  package init(
    values: [String: String] = [:], groups: [String: Set<String>] = [:], excluded: [String: Set<String>] = [:],
    differing: Set<String> = [], steps: [String: Int] = [:], towards: [String: Side] = [:],
    extremes: [String: Extreme] = [:], price: Price? = nil,
    unknown: [String] = [], otherwise: [VariantWish] = [], keepsOtherwise: Bool = false
  ) {
    self.values = values
    self.groups = groups
    self.excluded = excluded
    self.differing = differing
    self.steps = steps
    self.towards = towards
    self.extremes = extremes
    self.price = price
    self.unknown = unknown
    self.otherwise = otherwise
    self.keepsOtherwise = keepsOtherwise
  }

  /// Whether it says nothing about a variant.
  package var isEmpty: Bool { touched.isEmpty && price == nil && unknown.isEmpty }

  /// The options that it is about; those left out stay as they are.
  package var touched: Set<String> {
    Set(values.keys).union(groups.keys).union(excluded.keys).union(differing).union(steps.keys).union(towards.keys)
      .union(extremes.keys)
  }

  /// This wish with what `other` says instead of what it said about the same options.
  package func replaced(by other: VariantWish) -> VariantWish {
    var wish = other
    let open = { (key: String) in !other.touched.contains(key) }
    wish.values.merge(values.filter { open($0.key) }) { new, _ in new }
    wish.groups.merge(groups.filter { open($0.key) }) { new, _ in new }
    wish.excluded.merge(excluded.filter { open($0.key) }) { new, _ in new }
    wish.steps.merge(steps.filter { open($0.key) }) { new, _ in new }
    wish.towards.merge(towards.filter { open($0.key) }) { new, _ in new }
    wish.extremes.merge(extremes.filter { open($0.key) }) { new, _ in new }
    wish.differing.formUnion(differing.filter(open))
    wish.price = other.price ?? price
    return wish
  }
}

/// What there is of what was wished.
package enum VariantChoice: Hashable, Sendable {
  case one(ProductVariant)
  /// `instead`: the first wish could not be had, this is the second.
  case instead(ProductVariant)
  case several([ProductVariant])
  /// It exists, and there are not enough left.
  case outOfStock(ProductVariant)
  /// There is no such variant; also «one size more» of the largest.
  case none
  /// Nothing that was wished can be had, and then it shall stay as it is.
  case kept
}

extension VariantWish {
  /// The variant of `product` that is wished, seen from `current`, whose other options are kept where they can be.
  ///
  /// - Parameter quantity: how many pieces there must be of it.
  package func choose(of product: Product, current: ProductVariant?, quantity: Int = 1) -> VariantChoice {
    let first = chooseOne(of: product, current: current, quantity: quantity)
    switch first {
    case .one: return first
    case .several(let found) where found.contains { $0.stock >= quantity }: return first
    default: break
    }
    for other in otherwise {
      switch replaced(by: other).chooseOne(of: product, current: current, quantity: quantity) {
      case .one(let variant): return .instead(variant)
      case .several(let found) where found.contains { $0.stock >= quantity }: return .several(found)
      default: continue
      }
    }
    return keepsOtherwise ? .kept : first
  }

  private func chooseOne(of product: Product, current: ProductVariant?, quantity: Int) -> VariantChoice {
    guard unknown.isEmpty, var found = matches(of: product, current: current) else { return .none }
    let available = found.filter { $0.stock >= quantity }
    switch price {
    case .cheapest?, .dearest?:
      let sorted = available.sorted { $0.price.amount < $1.price.amount }
      guard let best = price == .cheapest ? sorted.first : sorted.last else { return .none }
      let equal = sorted.filter { $0.price == best.price }
      // Among equals the one that the customer has already is no change.
      let others = equal.count > 1 ? equal.filter { $0.id != current?.id } : equal
      return pick(others, current: current, quantity: quantity) ?? .several(others)
    case .cheaper?, .dearer?:
      found = available.filter { variant in
        current.map {
          price == .cheaper ? variant.price.amount < $0.price.amount : variant.price.amount > $0.price.amount
        } ?? true
      }
      guard !found.isEmpty else { return .none }
      return found.count == 1 ? .one(found[0]) : .several(found)
    case nil: break
    }
    for (key, side) in towards {
      let order = product.option(key)?.values.map(\.value) ?? []
      guard let now = current?.options[key].flatMap({ order.firstIndex(of: $0) }) else { return .none }
      let further = side == .up ? Array(order[(now + 1)...]) : order[..<now].reversed()
      let stocked = found.filter { $0.stock >= quantity }
      let pool = stocked.contains { further.contains($0.options[key] ?? "") } ? stocked : found
      let value = further.first { value in pool.contains { $0.options[key] == value } }
      found = pool.filter { value != nil && $0.options[key] == value }
    }
    // «La más grande» that is in stock comes before one that is not.
    for (key, end) in extremes {
      let order = product.option(key)?.values.map(\.value) ?? []
      let stocked = found.filter { $0.stock >= quantity }
      let pool = stocked.isEmpty ? found : stocked
      let ranked = order.filter { value in pool.contains { $0.options[key] == value } }
      let value = end == .last ? ranked.last : ranked.first
      found = pool.filter { $0.options[key] == value }
    }
    if let picked = pick(found, current: current, quantity: quantity) { return picked }
    let left = found.filter { $0.stock >= quantity }
    if left.count == 1 { return .one(left[0]) }
    return found.isEmpty
      ? .none : left.isEmpty && found.count == 1 ? .outOfStock(found[0]) : .several(left.isEmpty ? found : left)
  }

  /// The variants that have all that is certain about the wish; nil where a step leads past the end.
  package func matches(of product: Product, current: ProductVariant?) -> [ProductVariant]? {
    var fixed = values
    for (key, step) in steps {
      let order = product.option(key)?.values.map(\.value) ?? []
      guard let now = current?.options[key].flatMap({ order.firstIndex(of: $0) }), order.indices.contains(now + step)
      else { return nil }
      fixed[key] = order[now + step]
    }
    return product.variants.filter { variant in
      fixed.allSatisfy { variant.options[$0.key] == $0.value }
        && groups.allSatisfy { key, group in variant.options[key].map(group.contains) ?? false }
        && excluded.allSatisfy { key, out in !(variant.options[key].map(out.contains) ?? false) }
        && differing.allSatisfy { variant.options[$0] != current?.options[$0] }
    }
  }

  /// The only one, or the one that keeps everything else as it is.
  private func pick(_ found: [ProductVariant], current: ProductVariant?, quantity: Int) -> VariantChoice? {
    func told(_ variant: ProductVariant) -> VariantChoice {
      variant.stock >= quantity || variant.id == current?.id ? .one(variant) : .outOfStock(variant)
    }
    if found.count == 1 { return told(found[0]) }
    guard let current else { return nil }
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
