import Commerce
import Foundation
import Testing

@Suite("orders by their traits, variants by comparison")
struct FindingTests {
  private static func record(
    _ id: String, _ name: String, quantity: Int = 1, city: String = "Madrid", status: OrderStatus = .pending,
    daysAgo: Double
  ) -> CustomerOrder {
    var order = order(placed: daysAgo * 1_440, [status])
    order.id = id
    order.lines[0].name = name
    order.lines[0].quantity = quantity
    order.address.city = city
    return CustomerOrder(order: order, seller: Seller(id: "s", name: "Libros Luna", kind: .own), products: [:])
  }

  /// Newest first, as the service gives them.
  static let orders = [
    record("a", "Lámpara de mesa", daysAgo: 1), record("b", "Lámpara de pie", quantity: 2, daysAgo: 2),
    record("c", "Novela", city: "Cádiz", status: .shipped, daysAgo: 5),
    record("d", "Teclado", quantity: 3, city: "Sevilla", status: .delivered, daysAgo: 9),
  ]

  @Test(
    "what tells orders apart",
    arguments: [
      (OrderTraits(words: ["novela"]), ["c"]), (OrderTraits(words: ["lampara"]), ["a", "b"]),
      (OrderTraits(words: ["lampara", "mesa"]), ["a"]), (OrderTraits(words: ["cadiz"]), ["c"]),
      (OrderTraits(words: ["lampara"], counts: ["lampara": 2]), ["b"]),
      (OrderTraits(words: ["lampara"], counts: ["lampara": 7]), ["a", "b"]),
      (OrderTraits(statuses: [.delivered]), ["d"]),
      (OrderTraits(place: .newest), ["a"]), (OrderTraits(place: .oldest), ["d"]),
      (OrderTraits(words: ["lampara"], place: .oldest), ["b"]), (OrderTraits(amount: euros("30.00")), ["d"]),
      (OrderTraits(from: noon.addingTimeInterval(-6 * 86_400), until: noon.addingTimeInterval(-4 * 86_400)), ["c"]),
    ])
  func finds(traits: OrderTraits, expected: [String]) {
    #expect(OrderFinder.find(traits, among: Self.orders)?.map(\.id) == expected)
  }

  @Test(
    "what tells nothing",
    arguments: [
      OrderTraits(), OrderTraits(words: ["zapato"]), OrderTraits(statuses: [.returned]),
      OrderTraits(amount: euros("1.00")),
    ])
  func findsNothing(traits: OrderTraits) { #expect(OrderFinder.find(traits, among: Self.orders) == nil) }

  @Test(
    "words are compared without accents and plurals",
    arguments: [
      ("Lámparas", "lampara"), ("azules", "azul"), ("leones", "leon"), ("luces", "luc"), ("mes", "mes"), ("gas", "gas"),
    ])
  func words(said: String, expected: String) { #expect(Words.list(said) == [expected]) }

  static func choice(_ wish: VariantWish, current: String? = "v") -> String {
    switch wish.choose(of: shirt, current: current.flatMap(shirt.variant)) {
    case .one(let variant): variant.id
    case .instead(let variant): "instead \(variant.id)"
    case .several(let variants): variants.map(\.id).sorted().joined(separator: " ")
    case .outOfStock(let variant): "out \(variant.id)"
    case .none: "none"
    case .kept: "kept"
    }
  }

  @Test(
    "a wish is seen from the variant at hand",
    arguments: [
      (VariantWish(values: ["color": "azul"]), "azul-M"), (VariantWish(steps: ["talla": 1]), "rojo-L"),
      (VariantWish(steps: ["talla": -1]), "out rojo-S"), (VariantWish(steps: ["talla": 3]), "none"),
      (VariantWish(extremes: ["talla": .last]), "rojo-L"), (VariantWish(price: .cheapest), "azul-M"),
      (VariantWish(price: .dearest), "rojo-L"), (VariantWish(values: ["color": "verde"]), "none"),
      (VariantWish(values: ["talla": "S"], otherwise: [VariantWish(values: ["talla": "L"])]), "instead rojo-L"),
      (VariantWish(values: ["talla": "L"], otherwise: [VariantWish(values: ["talla": "M"])]), "rojo-L"),
      (VariantWish(values: ["talla": "S"], keepsOtherwise: true), "kept"),
      (VariantWish(values: ["talla": "L"], keepsOtherwise: true), "rojo-L"),
      (VariantWish(towards: ["talla": .up]), "rojo-L"), (VariantWish(towards: ["talla": .down]), "out rojo-S"),
      (VariantWish(differing: ["color"]), "azul-M"), (VariantWish(excluded: ["color": ["rojo"]]), "azul-M"),
      (VariantWish(unknown: ["morado"]), "none"),
    ])
  func wishes(wish: VariantWish, expected: String) { #expect(Self.choice(wish) == expected) }

  @Test("without a variant at hand a value may leave several")
  func several() {
    #expect(Self.choice(VariantWish(values: ["color": "rojo"]), current: nil) == "rojo-L v")
    #expect(Self.choice(VariantWish(steps: ["talla": 1]), current: nil) == "none")
  }
}
