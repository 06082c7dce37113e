/// What a part of the shop file must look like. The reader checks against it, the writer takes the keys' order from it.
indirect enum ShopSchema: Sendable {
  case text
  case integer
  case flag
  /// RFC 3339, or relative to the moment of reading: `@-PT15M`.
  case time
  /// The same, or a day alone.
  case dayOrTime
  /// Digits with a point, in a string.
  case amount
  case word([String])
  case list(ShopSchema)
  /// An object with free keys.
  case table(ShopSchema)
  case policies
  case object([Field])

  /// A key of an object.
  struct Field: Sendable {
    var key: String
    var schema: ShopSchema
    var presence: Presence
  }

  enum Presence: Sendable {
    case required
    case optional
    /// Written in where it is missing.
    case assumed(ShopDocument)
  }

  /// The whole document, as `interfaces/shop.md` gives it.
  static let shop = ShopSchema.object([
    need("format", .integer), need("name", .text), need("marketplace", .text), need("currency", .text),
    assume("zone", .text, .string("Europe/Madrid")),
    assume("order_number", .text, .string("\\d{3}-\\d{7}-\\d{7}")),
    assume("policies", .policies, .object([])),
    many("customers", customer), many("sellers", seller), many("products", product), many("orders", order),
    many("subscriptions", subscription),
  ])

  private static func need(_ key: String, _ schema: ShopSchema) -> Field {
    Field(key: key, schema: schema, presence: .required)
  }

  private static func may(_ key: String, _ schema: ShopSchema) -> Field {
    Field(key: key, schema: schema, presence: .optional)
  }

  private static func assume(_ key: String, _ schema: ShopSchema, _ value: ShopDocument) -> Field {
    Field(key: key, schema: schema, presence: .assumed(value))
  }

  private static func many(_ key: String, _ schema: ShopSchema) -> Field {
    assume(key, .list(schema), .array([]))
  }

  private static let money = ShopSchema.object([need("amount", .amount), need("currency", .text)])

  private static let methodAmount = ShopSchema.object([need("method", .text), need("amount", money)])

  private static let note = ShopSchema.object([need("at", .time), need("text", .text)])

  private static func words<Word: RawRepresentable & CaseIterable>(_: Word.Type) -> ShopSchema
  where Word.RawValue == String {
    .word(Word.allCases.map(\.rawValue))
  }

  private static let address = ShopSchema.object([
    may("name", .text), need("line1", .text), may("line2", .text), need("city", .text), may("region", .text),
    need("postcode", .text), need("country", .text),
  ])

  private static let customer = ShopSchema.object([
    need("id", .text), need("name", .object([need("first", .text), assume("last", .text, .string(""))])),
    need("email", .text), may("phone", .text), need("address", address),
    many(
      "payment_methods",
      .object([
        need("id", .text), need("kind", words(PaymentMethod.Kind.self)), need("label", .text), may("balance", money),
      ])),
  ])

  private static let seller = ShopSchema.object([
    need("id", .text), need("name", .text), need("kind", words(Seller.Kind.self)),
  ])

  private static let product = ShopSchema.object([
    need("id", .text), need("name", .text), many("aliases", .text), may("category", .text),
    may(
      "options",
      .list(
        .object([
          need("key", .text), may("aliases", .list(.text)), may("ordered", .flag),
          many("values", .object([need("value", .text), may("aliases", .list(.text))])),
        ]))),
    many(
      "variants",
      .object([
        need("id", .text), assume("options", .table(.text), .object([])), need("price", money),
        assume("stock", .integer, .number("0")),
      ])),
  ])

  private static let line = ShopSchema.object([
    need("id", .text), need("product", .text), need("variant", .text), need("name", .text),
    assume("quantity", .integer, .number("1")), need("price", money), need("status", words(OrderStatus.self)),
    may("bundle", .text), may("serial", .text), may("warranty_until", .dayOrTime),
  ])

  private static let shipment = ShopSchema.object([
    need("id", .text), many("lines", .text), may("carrier", .text), may("tracking", .text),
    assume("trackable", .flag, .bool(true)), may("shipped_at", .time), may("estimated", .time),
    may("delivered_at", .time), many("events", note),
  ])

  private static let returned = ShopSchema.object([
    need("id", .text), need("kind", words(Return.Kind.self)),
    many("lines", .object([need("line", .text), may("quantity", .integer), may("variant", .text)])),
    need("reason", .text), need("resolution", words(Resolution.self)), may("refund", methodAmount),
    may("difference", methodAmount), need("requested_at", .time), need("status", words(Return.Status.self)),
    may("label", .text),
  ])

  static let order = ShopSchema.object([
    need("id", .text), need("customer", .text), need("placed_at", .time), need("seller", .text),
    may("status", words(OrderStatus.self)), need("address", address),
    many(
      "payment",
      .object([
        need("method", .text), need("amount", money), need("kind", words(Payment.Kind.self)), need("at", .time),
      ])),
    many("lines", line), many("shipments", shipment), many("returns", returned),
    many(
      "refunds",
      .object([
        need("id", .text), need("method", .text), need("amount", money), need("reason", .text), may("return", .text),
        need("expected_at", .time), may("paid_at", .time),
      ])),
    many("notices", note),
    may("cancellation", .object([may("reason", .text), need("at", .time)])), may("items_modified_at", .time),
    may("gift", .object([need("wrap", .flag), may("message", .text)])),
  ])

  private static let subscription = ShopSchema.object([
    need("id", .text), need("customer", .text), need("name", .text), need("price", money), need("period", .text),
    need("since", .time), need("status", words(Subscription.Status.self)), may("method", .text),
    many("charges", .object([need("at", .time), need("amount", money)])),
  ])
}
