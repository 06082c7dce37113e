import Commerce
import Dialogue
import Foundation
import Testing

@testable import Assistant

private func euros(_ text: String) -> Money { Money(Money.amount(text) ?? -1, "EUR") }

private let shirt = Product(
  id: "camiseta", name: "Camiseta", aliases: ["playera"],
  options: [
    ProductOption(
      key: "color",
      values: [
        ProductOptionValue(value: "negro", aliases: ["negra"]), ProductOptionValue(value: "azul"),
        ProductOptionValue(value: "rojo", aliases: ["roja"]),
      ]),
    ProductOption(
      key: "talla", aliases: ["tamaño"], ordered: true,
      values: [
        ProductOptionValue(value: "S", aliases: ["pequeña"]), ProductOptionValue(value: "M"),
        ProductOptionValue(value: "L", aliases: ["grande"]),
      ]),
  ],
  variants: [
    ProductVariant(id: "negro-M", options: ["color": "negro", "talla": "M"], price: euros("15.00"), stock: 3),
    ProductVariant(id: "rojo-L", options: ["color": "rojo", "talla": "L"], price: euros("16.00"), stock: 3),
  ])

@Suite("what customers say of variants")
struct VariantWishReaderTests {
  private func wish(_ text: String) -> VariantWish {
    VariantWishReader(product: shirt, current: shirt.variant("negro-M")).wish(in: text)
  }

  @Test(
    "a wish",
    arguments: [
      ("la quiero en azul", VariantWish(values: ["color": "azul"])),
      ("la roja, talla L", VariantWish(values: ["color": "rojo", "talla": "L"])),
      ("cambia la negra por la roja", VariantWish(values: ["color": "rojo"])),
      (
        "en rojo o en azul", VariantWish(values: ["color": "rojo"], otherwise: [VariantWish(values: ["color": "azul"])])
      ),
      ("en rojo, no, en azul", VariantWish(values: ["color": "azul"])),
      ("una talla más", VariantWish(steps: ["talla": 1])), ("una talla menos porfa", VariantWish(steps: ["talla": -1])),
      ("dos tallas mas", VariantWish(steps: ["talla": 2])), ("una talla más grande", VariantWish(steps: ["talla": 1])),
      ("algo más pequeña", VariantWish(towards: ["talla": .down])),
      ("la siguiente talla", VariantWish(steps: ["talla": 1])),
      ("una más barata", VariantWish(price: .cheaper)),
      ("en otro color", VariantWish(differing: ["color"])),
      ("la roja de la misma talla", VariantWish(values: ["color": "rojo", "talla": "M"])),
      ("una que no sea roja", VariantWish(excluded: ["color": ["rojo"]])),
      ("la roaj", VariantWish()), ("la rojja", VariantWish()), ("la neggra", VariantWish(values: ["color": "negro"])),
      ("en morado", VariantWish(unknown: ["morado"])), ("la talla 46", VariantWish(unknown: ["46"])),
      ("la XL", VariantWish(unknown: ["XL"])),
      (
        "azul; si no hay, rojo, y si tampoco la dejo como está",
        VariantWish(
          values: ["color": "azul"], otherwise: [VariantWish(values: ["color": "rojo"])], keepsOtherwise: true)
      ),
      ("si no la tenéis en azul me la quedo", VariantWish(values: ["color": "azul"], keepsOtherwise: true)),
      ("la más grande", VariantWish(extremes: ["talla": .last])),
      ("la talla más pequeña", VariantWish(extremes: ["talla": .first])),
      ("la más barata", VariantWish(price: .cheapest)),
      ("la mas cara en azul", VariantWish(values: ["color": "azul"], price: .dearest)),
      (
        "en azul y si no hay en rojo",
        VariantWish(values: ["color": "azul"], otherwise: [VariantWish(values: ["color": "rojo"])])
      ),
      (
        "si no hay en rojo, en azul",
        VariantWish(values: ["color": "rojo"], otherwise: [VariantWish(values: ["color": "azul"])])
      ),
      ("como la otra pero en rojo", VariantWish(values: ["color": "rojo"])),
      ("la grande", VariantWish(values: ["talla": "L"])),
      ("a la M", VariantWish(values: ["talla": "M"])), ("l", VariantWish(values: ["talla": "L"])),
    ])
  func reads(text: String, expected: VariantWish) { #expect(wish(text) == expected) }

  @Test(
    "no wish",
    arguments: [
      "quiero cambiar la camiseta", "no me gusta", "muy caro", "sí, no pasa nada", "s l a", "más tarde",
      "el pedido 402-1234567-1234567",
    ])
  func readsNothing(text: String) { #expect(wish(text).isEmpty) }

  @Test("of several products each has its part of the sentence")
  func parts() {
    let hoodie = Product(id: "sudadera", name: "Sudadera", variants: [])
    func line(_ id: String, _ product: Product) -> OrderLine {
      OrderLine(id: id, product: product.id, variant: "x", name: product.name, price: euros("1.00"), status: .pending)
    }
    let order = Order(
      id: "o", customer: "c", placedAt: Timestamp(.now), seller: "s",
      address: Address(line1: "", city: "", postcode: ""), lines: [line("L1", shirt), line("L2", hoodie)])
    let found = CustomerOrder(
      order: order, seller: Seller(id: "s", name: "", kind: .own), products: ["camiseta": shirt, "sudadera": hoodie])
    func part(_ text: String, _ index: Int) -> String? {
      LineParts(text, among: order.lines, in: found).parts[order.lines[index].id]?.map(\.text).joined(separator: " ")
    }
    let both = "cambia la camiseta a la L y la sudadera a la XL"
    #expect(part(both, 0) == "cambia la camiseta a la l")
    #expect(part(both, 1) == "y la sudadera a la xl")
    #expect(part("quiero en rojo la playera", 0) == "quiero en rojo la playera")
    #expect(part("la playera en azul", 1) == nil)
    #expect(part("en azul", 1) == nil)
  }
}

@Suite("what customers say of addresses")
struct AddressReaderTests {
  private static let home = Address(
    name: "Lucía", line1: "Calle Colón 30", line2: "4.º A", city: "Valencia", region: "Valencia", postcode: "46004")
  private static let cadiz = Address(line1: "Calle Ancha 3", city: "Cádiz", region: "Cádiz", postcode: "11001")

  private func read(_ text: String, namesProfile: Bool = true) -> String {
    let order = Order(
      id: "402-1111111-1111111", customer: "c", placedAt: Timestamp(.now), seller: "s", address: Self.cadiz, lines: [])
    let record = CustomerOrder(order: order, seller: Seller(id: "s", name: "", kind: .own), products: [:])
    let reader = AddressReader(profile: Self.home, orders: [record], base: Self.home, namesProfile: namesProfile)
    switch reader.read(text) {
    case .complete(let address):
      return [address.line1, address.line2, address.postcode, address.city].compactMap(\.self).joined(separator: " | ")
    case .missing(let parts): return "missing " + parts.joined(separator: " ")
    case .several: return "several"
    case .nothing: return "nothing"
    }
  }

  @Test(
    "written out, by reference, in part",
    arguments: [
      ("Calle Mayor 5, 2.º B, 41001 Sevilla", "Calle Mayor 5 | 2.º B | 41001 | Sevilla"),
      ("calle mayor 5, 41001 Sevilla", "Calle mayor 5 | 41001 | Sevilla"),
      ("a la avenida del Puerto 120, 46023, Valencia", "Avenida del Puerto 120 | 46023 | Valencia"),
      ("Plaza Nueva, 7, bajo izquierda, 48005 Bilbao", "Plaza Nueva 7 | bajo izquierda | 48005 | Bilbao"),
      ("C/ Luna 3 28004 Madrid", "C/ Luna 3 | 28004 | Madrid"),
      ("Calle Mayor 5, 2.º B", "missing codigo_postal ciudad"),
      ("calle Mayor, 41001 Sevilla", "missing numero"), ("a la de Cádiz", "Calle Ancha 3 | 11001 | Cádiz"),
      ("la del pedido 402-1111111-1111111", "Calle Ancha 3 | 11001 | Cádiz"),
      ("la de mi perfil", "Calle Colón 30 | 4.º A | 46004 | Valencia"),
      ("es el 5.º C", "Calle Colón 30 | 5.º C | 46004 | Valencia"),
      ("el número es el 32", "Calle Colón 32 | 4.º A | 46004 | Valencia"),
      ("el código postal es 46005", "Calle Colón 30 | 4.º A | 46005 | Valencia"),
    ])
  func reads(text: String, expected: String) { #expect(read(text) == expected) }

  @Test("no address", arguments: ["no sé", "quiero cambiar la dirección", "otra", "la calle"])
  func readsNothing(text: String) { #expect(read(text) == "nothing") }

  @Test("the profile's address says nothing while it is being changed")
  func profile() { #expect(read("la de mi cuenta", namesProfile: false) == "nothing") }
}

@Suite("the actions of the flows")
struct ActionCatalogTests {
  @Test("names are used once, and every action answers for customers whom the shop does not know")
  func names() {
    let names = ActionCatalog.signatures.map(\.name)
    #expect(Set(names).count == names.count)
    #expect(ActionCatalog.entries.allSatisfy { $0.demand == nil || $0.signature.outcomes.contains($0.refusal) })
    #expect(ActionCatalog.signatures.allSatisfy { Set($0.outcomes).count == $0.outcomes.count })
  }

  @Test("the authors' table is what the catalogue says")
  func table() throws {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let written = try String(contentsOf: root.appendingPathComponent("Intents/ACCIONES.md"), encoding: .utf8)
    #expect(written.contains(ActionCatalog.table), "mostrador check --acciones > Intents/ACCIONES.md")
  }
}
