import Commerce

/// Which lines of an order shall become which variants, as far as the customer's words tell (X6, X7).
struct ChangePlan {
  /// A line whose wish leads to no variant yet.
  struct Problem {
    var line: String
    var wish: VariantWish
    var choice: VariantChoice
  }

  /// The lines that may change and have something to change to.
  let open: [OrderLine]
  private let order: CustomerOrder
  /// What is settled, in the order of the lines.
  private(set) var changes: [LineVariant]
  private(set) var problems: [Problem] = []
  /// Lines that got their second wish.
  private(set) var replaced: [String] = []
  /// Lines that stay as they are, since what was wished cannot be had.
  private(set) var left: [String] = []
  /// Lines that were named without a word about what they shall become.
  private(set) var bare: [String] = []

  /// What was wished before of the line that is asked about, and could not be had.
  let earlier: [String]

  init(_ changes: [LineVariant], open: [OrderLine], earlier: [String] = [], in order: CustomerOrder) {
    self.changes = changes
    self.earlier = earlier
    self.open = open
    self.order = order
  }

  /// Whether the words have settled or asked anything.
  var isTouched: Bool { !problems.isEmpty || !replaced.isEmpty || !left.isEmpty || isChanged }
  private(set) var isChanged = false

  /// Reads a text; words that name no line are about `asked`, or about the only line that they can mean.
  ///
  /// - Returns: whether the text wishes for anything.
  @discardableResult
  mutating func read(_ text: String, about asked: String?) -> Bool {
    let parts = LineParts(text, among: open, in: order)
    guard !parts.named.isEmpty else {
      let wished = open.filter { !wish(for: $0, in: parts.words).isEmpty }
      let known = asked.flatMap { id in wished.first { $0.id == id } }
      // «Las dos en negro».
      if known == nil, LineParts.meansAll(parts.words) {
        for line in changes.isEmpty ? wished : wished.filter({ line in changes.contains { $0.line == line.id } }) {
          settle(line, wish(for: line, in: parts.words))
        }
        return !wished.isEmpty
      }
      if let line = known {
        settle(line, continued(wish(for: line, in: parts.words), for: line))
        return true
      }
      guard asked == nil else { return false }
      let changed = wished.filter { line in changes.contains { $0.line == line.id } }
      guard let line = (changed.count == 1 ? changed[0] : wished.count == 1 ? wished[0] : nil) else {
        return false
      }
      settle(line, wish(for: line, in: parts.words))
      return true
    }
    var wishes = parts.named.compactMap { id in open.first { $0.id == id } }.map { line in
      (line, wish(for: line, in: parts.parts[line.id] ?? []))
    }
    // «El teclado y el ratón, los dos en blanco».
    if LineParts.meansAll(parts.words) {
      wishes = wishes.map { line, own in (line, own.isEmpty ? wish(for: line, in: parts.words) : own) }
    }
    let told = wishes.filter { !says(nothing: $0.1, about: $0.0) }
    for (line, wish) in told { settle(line, wish) }
    var any = !told.isEmpty
    // «La camiseta, a la M roja», which it is already; «la camiseta roja» only tells which one it is.
    if !any, wishes.count == 1, let (line, wish) = wishes.first, !wish.isEmpty,
      !self.wish(for: line, in: parts.withoutDescription(of: line, in: order)).isEmpty
    {
      settle(line, wish)
      any = true
    }
    if !any { bare += wishes.map(\.0.id).filter { id in !bare.contains(id) } }
    return any
  }

  /// The words of a text about a line, as one text; nothing where it names others only.
  func words(about line: String, in text: String) -> [String] {
    let parts = LineParts(text, among: open, in: order)
    let words = parts.named.isEmpty ? parts.words : parts.parts[line] ?? []
    return words.isEmpty ? [] : [words.map { ($0.opensClause ? ", " : "") + $0.text }.joined(separator: " ")]
  }

  /// «Déjala como está», «ninguna», to a line that was asked about.
  func keeps(_ text: String) -> Bool {
    let words = WishWord.read(text)
    return words.count <= 8
      && (VariantWishReader.keeps(words[...]) || words.contains { ["ninguna", "ninguno"].contains($0.text) })
  }

  mutating func leave(_ line: String) {
    drop([line])
    left.append(line)
  }

  /// Settles a line on the variant that was picked.
  mutating func choose(_ variant: ProductVariant, for line: String) {
    isChanged = true
    problems.removeAll { $0.line == line }
    changes.removeAll { $0.line == line }
    let place = place(of: line)
    let at = changes.firstIndex { self.place(of: $0.line) > place } ?? changes.endIndex
    changes.insert(LineVariant(line: line, variant: variant.id), at: at)
  }

  /// «Solo la lámpara», «sin el ratón», «el teclado déjalo»: takes lines out of the plan.
  mutating func narrow(_ text: String) {
    let parts = LineParts(text, among: open, in: order)
    let planned = parts.named.filter { id in changes.contains { $0.line == id } }
    if let at = parts.words.firstIndex(where: { ["solo", "solamente", "unicamente"].contains($0.text) }) {
      let meant = LineParts(parts.words[at...].map(\.text).joined(separator: " "), among: open, in: order).named
      if !meant.isEmpty { return drop(changes.map(\.line).filter { !meant.contains($0) }) }
    }
    guard !planned.isEmpty, changes.count > 1 else { return }
    let out: Set<String> = [
      "sin", "menos", "excepto", "salvo", "quita", "quitar", "deja", "dejalo", "dejala", "dejo", "olvida", "quedo",
    ]
    for line in planned where changes.count > 1 {
      let own = (parts.parts[line] ?? []).map(\.text)
      let before = parts.words.firstIndex {
        OrderFinder.isName($0.text, of: order.order.line(line) ?? open[0], in: order)
      }
      let near = before.map { parts.words[max(0, $0 - 3)..<$0].map(\.text) } ?? []
      // «La botella no la cambies», «sin el ratón»; «la botella no en azul, en rojo» wishes something.
      let isOut =
        own.contains(where: out.contains) || near.contains(where: out.contains)
        || own.contains("no")
          && open.first { $0.id == line }.map { wish(for: $0, in: parts.parts[line] ?? []).isEmpty } == true
      if isOut { drop([line]) }
    }
  }

  private mutating func drop(_ lines: [String]) {
    let before = changes
    changes.removeAll { lines.contains($0.line) }
    if changes != before { isChanged = true }
  }

  private func wish(for line: OrderLine, in words: [WishWord]) -> VariantWish {
    guard let product = order.products[line.product] else { return VariantWish() }
    return VariantWishReader(product: product, current: variant(of: line)).wish(in: words)
  }

  /// What the line is to become, as far as that is settled, or what it is.
  private func variant(of line: OrderLine) -> ProductVariant? {
    let planned = changes.first { $0.line == line.id }?.variant
    return order.products[line.product]?.variant(planned ?? line.variant)
  }

  /// «El de Alexa blanco» – there is none left – «¿y en negro?»: what was said before still holds, if that can be had.
  private func continued(_ wish: VariantWish, for line: OrderLine) -> VariantWish {
    guard let product = order.products[line.product], wish.price == nil else { return wish }
    let before = earlier.reduce(VariantWish()) { $0.replaced(by: self.wish(for: line, in: WishWord.read($1))) }
    guard !before.isEmpty else { return wish }
    let whole = before.replaced(by: wish)
    switch whole.choose(of: product, current: variant(of: line), quantity: line.quantity) {
    case .one(let variant), .instead(let variant): return variant.id == line.variant ? wish : whole
    case .several: return whole
    case .outOfStock, .none, .kept: return wish
    }
  }

  /// «La camiseta negra» only tells which one it is.
  private func says(nothing wish: VariantWish, about line: OrderLine) -> Bool {
    guard !wish.isEmpty else { return true }
    guard let now = variant(of: line), wish.unknown.isEmpty, wish.price == nil,
      wish.touched == Set(wish.values.keys), wish.otherwise.isEmpty
    else { return false }
    return wish.values.allSatisfy { now.options[$0.key] == $0.value }
  }

  private mutating func settle(_ line: OrderLine, _ wish: VariantWish) {
    guard let product = order.products[line.product] else { return }
    let choice = wish.choose(of: product, current: variant(of: line), quantity: line.quantity)
    problems.removeAll { $0.line == line.id }
    replaced.removeAll { $0 == line.id }
    switch choice {
    case .one(let variant) where variant.id == line.variant && changes.contains { $0.line == line.id }:
      // «Déjalo en gris, como estaba».
      leave(line.id)
    case .one(let variant) where variant.id != line.variant, .instead(let variant) where variant.id != line.variant:
      if case .instead = choice { replaced.append(line.id) }
      let change = LineVariant(line: line.id, variant: variant.id)
      guard !changes.contains(change) else { return }
      choose(variant, for: line.id)
    case .kept:
      leave(line.id)
    default: problems.append(Problem(line: line.id, wish: wish, choice: choice))
    }
  }

  private func place(of line: String) -> Int { order.order.lines.firstIndex { $0.id == line } ?? 0 }
}

extension LineParts {
  /// «Los dos», «ambas», «todo».
  static func meansAll(_ words: [WishWord]) -> Bool {
    words.contains { ["ambo", "amba", "ambos", "ambas", "todo", "toda"].contains($0.text) }
      || zip(words, words.dropFirst()).contains {
        ["los", "las"].contains($0.text) && ["dos", "tre", "tres", "2", "3"].contains($1.text)
      }
  }
}
