/// An article of the catalogue.
package struct Product: Codable, Hashable, Sendable {
  package var id: String
  package var name: String
  /// Other words that customers use for it.
  package var aliases: [String]
  package var category: String?
  package var options: [ProductOption]?
  package var variants: [ProductVariant]

  package init(
    id: String, name: String, aliases: [String] = [], category: String? = nil, options: [ProductOption]? = nil,
    variants: [ProductVariant] = []
  ) {
    self.id = id
    self.name = name
    self.aliases = aliases
    self.category = category
    self.options = options
    self.variants = variants
  }

  package func variant(_ id: String) -> ProductVariant? { variants.first { $0.id == id } }
}

/// A choice that the article offers, with the words for it.
package struct ProductOption: Codable, Hashable, Sendable {
  package var key: String
  package var aliases: [String]?
  /// Whether the values stand in their natural order: S before M before L.
  package var ordered: Bool?
  package var values: [ProductOptionValue]

  package init(key: String, aliases: [String]? = nil, ordered: Bool? = nil, values: [ProductOptionValue]) {
    self.key = key
    self.aliases = aliases
    self.ordered = ordered
    self.values = values
  }
}

/// One value of an option.
package struct ProductOptionValue: Codable, Hashable, Sendable {
  package var value: String
  package var aliases: [String]?

  package init(value: String, aliases: [String]? = nil) {
    self.value = value
    self.aliases = aliases
  }
}

/// What is really sold: one value for each option.
package struct ProductVariant: Codable, Hashable, Sendable {
  package var id: String
  package var options: [String: String]
  package var price: Money
  package var stock: Int

  package init(id: String, options: [String: String] = [:], price: Money, stock: Int = 0) {
    self.id = id
    self.options = options
    self.price = price
    self.stock = stock
  }
}
