import Commerce
import Foundation
import Testing

@Suite("the shop file")
struct ShopFileTests {
  /// A small whole shop; the tests break it in one place.
  static let text = #"""
    { "format": 1, "name": "Tienda", "marketplace": "es", "currency": "EUR", "zone": "Europe/Madrid",
      "order_number": "\\d{3}-\\d{7}-\\d{7}", "policies": { "return_days": 14, "cancel_reasons": null },
      "customers": [ { "id": "c1", "name": {"first": "Ana", "last": "Gil"}, "email": "ana@example.com",
        "address": {"line1": "Calle 1", "city": "Cádiz", "postcode": "11001", "country": "ES"},
        "payment_methods": [ {"id": "visa", "kind": "card", "label": "Visa"} ] } ],
      "sellers": [ {"id": "s1", "name": "Tienda", "kind": "own"} ],
      "products": [ {"id": "p1", "name": "Lámpara", "aliases": ["flexo"],
        "variants": [ {"id": "v1", "options": {"color": "rojo"}, "price": {"amount": "12.90", "currency": "EUR"}, "stock": 3} ]} ],
      "orders": [ { "id": "402-1111111-1111111", "customer": "c1", "placed_at": "2026-03-10T08:30:00+01:00", "seller": "s1",
        "address": {"line1": "Calle 1", "city": "Cádiz", "postcode": "11001", "country": "ES"},
        "payment": [ {"method": "visa", "amount": {"amount": "12.90", "currency": "EUR"}, "kind": "charge", "at": "@-PT15M"} ],
        "lines": [ {"id": "L1", "product": "p1", "variant": "v1", "name": "Lámpara", "quantity": 1,
          "price": {"amount": "12.90", "currency": "EUR"}, "status": "pending"} ],
        "shipments": [], "returns": [], "refunds": [], "notices": [] } ],
      "subscriptions": [] }
    """#

  static func problems(in text: String) -> [String] {
    do throws(ShopFileError) {
      _ = try ShopFile.decode(Data(text.utf8), now: noon)
      return []
    } catch {
      return error.problems.map(\.description)
    }
  }

  @Test("a round trip loses nothing and gives the same bytes")
  func roundTrip() throws {
    let shop = try ShopFile.decode(Data(Self.text.utf8), now: noon)
    let written = try ShopFile.encode(shop)
    let again = try ShopFile.decode(written, now: .distantPast)
    #expect(again == shop)
    #expect(try ShopFile.encode(again) == written)
    let document = String(decoding: written, as: UTF8.self)
    #expect(document.contains(#""placed_at": "2026-03-10T08:30:00+01:00""#))
    #expect(document.contains(#"{ "amount": "12.90", "currency": "EUR" }"#))
    #expect(document.contains(#""at": "2026-03-10T09:45:00+01:00""#))
    #expect(document.contains(#""cancel_reasons": null"#))
    #expect(document.contains(#""order_number": "\\d{3}-\\d{7}-\\d{7}""#))
    #expect(!document.contains("balance"))
  }

  @Test(
    "a fault is told with its path",
    arguments: [
      (
        #""price": {"amount": "12.90", "currency": "EUR"}, "status""#, #""pric": 1, "status""#,
        ["orders[0].lines[0].pric: clave desconocida", "orders[0].lines[0].price: falta esta clave"]
      ),
      (#""stock": 3"#, #""stock": "3""#, ["products[0].variants[0].stock: se esperaba un número entero"]),
      (#""quantity": 1"#, #""quantity": 1.5"#, ["orders[0].lines[0].quantity: se esperaba un número entero"]),
      (#""quantity": 1"#, #""quantity": 0"#, ["orders[0].lines[0].quantity: tiene que ser mayor que cero"]),
      (#""customer": "c1""#, #""customer": "c2""#, ["orders[0].customer: no hay ningún cliente «c2»"]),
      (#""seller": "s1""#, #""seller": "s2""#, ["orders[0].seller: no hay ningún vendedor «s2»"]),
      (#""product": "p1""#, #""product": "p2""#, ["orders[0].lines[0].product: no hay ningún producto «p2»"]),
      (
        #""method": "visa""#, #""method": "amex""#,
        ["orders[0].payment[0].method: c1 no tiene el método de pago «amex»"]
      ),
      (#""return_days": 14"#, #""return_day": 14"#, ["policies.return_day: política desconocida"]),
      (#""return_days": 14"#, #""return_days": "14""#, ["policies.return_days: se esperaba un número entero"]),
      (
        #""status": "pending""#, #""status": "perdido""#,
        [
          "orders[0].lines[0].status: «perdido» no es ninguno de pending, preparing, cancellation_requested, shipped, "
            + "delivered, exchange_requested, return_requested, returned, cancelled"
        ]
      ),
      (
        #""at": "@-PT15M""#, #""at": "ayer""#,
        [
          "orders[0].payment[0].at: «ayer» no es una hora: se esperaba \"2026-03-10T10:00:00+01:00\" o \"@-PT15M\""
        ]
      ),
      (
        #""placed_at": "2026-03-10T08:30:00+01:00""#, #""placed_at": "2026-03-10T08:30:00""#,
        [
          "orders[0].placed_at: «2026-03-10T08:30:00» no es una hora: "
            + "se esperaba \"2026-03-10T10:00:00+01:00\" o \"@-PT15M\""
        ]
      ),
      (#""format": 1"#, #""format": 2"#, ["format: solo se conoce el formato 1"]),
      (#""subscriptions": [] }"#, "", ["línea 15, columna 3: no es JSON: falta una clave entre comillas"]),
      (#""subscriptions": []"#, #""name": "Otra""#, ["línea 15, columna 3: no es JSON: clave repetida «name»"]),
      (
        #"{"id": "s1", "name": "Tienda", "kind": "own"}"#,
        #"{"id": "s1", "name": "Tienda", "kind": "own"}, {"id": "s1", "name": "Otra", "kind": "external"}"#,
        ["sellers[1].id: «s1» está repetido"]
      ),
    ])
  func faults(original: String, broken: String, expected: [String]) {
    #expect(Self.text.contains(original))
    let found = Self.problems(in: Self.text.replacingOccurrences(of: original, with: broken))
    #expect(found == expected)
  }

  @Test("all faults are told at once")
  func allFaults() {
    let broken = Self.text.replacingOccurrences(of: "\"kind\": \"own\"", with: "\"tipo\": \"own\"")
      .replacingOccurrences(of: "\"stock\"", with: "\"stok\"")
    #expect(
      Self.problems(in: broken) == [
        "sellers[0].tipo: clave desconocida", "sellers[0].kind: falta esta clave",
        "products[0].variants[0].stok: clave desconocida",
      ])
  }

  @Test(
    "amounts", arguments: [("12.99", "12.99"), ("12.9", "12.90"), ("3", "3.00"), ("-4.5", "-4.50"), ("0.005", "0.005")])
  func amounts(text: String, written: String) throws {
    #expect(Money(try #require(Money.amount(text)), "EUR").amountText == written)
  }

  @Test("not amounts", arguments: ["", "12,99", "1.2.3", ".5", "5.", "--1", "1e3", "12.99 €", "NaN"])
  func notAmounts(text: String) { #expect(Money.amount(text) == nil) }

  @Test(
    "relative times",
    arguments: [
      ("@-PT15M", -900), ("@-P2D", -172_800), ("@+P3D", 259_200), ("@-P1DT2H", -93_600), ("@+P1W", 604_800),
      ("@+P1M", 2_592_000),
    ])
  func relative(text: String, seconds: Double) {
    #expect(RelativeTime.resolve(text, from: noon) == noon.addingTimeInterval(seconds))
  }

  @Test("not relative times", arguments: ["@", "@-P", "@-PT", "@P2D", "@-P2", "@-P2H", "@-PT2D", "-PT15M", "@-PTxM"])
  func notRelative(text: String) { #expect(RelativeTime.resolve(text, from: noon) == nil) }

  @Test(
    "timestamps",
    arguments: [
      "2026-03-10T08:30:00+01:00", "2026-03-10T08:30:00Z", "2026-12-31T23:59:59.25-03:30", "0001-01-01T00:00:00+00:00",
    ])
  func timestamps(text: String) throws { #expect(try #require(Timestamp(text)).description == text) }

  @Test(
    "not timestamps",
    arguments: [
      "2026-03-10T08:30:00", "2026-02-30T08:30:00Z", "2026-03-10 08:30:00Z", "2026-3-10T08:30:00Z",
      "2026-03-10T08:30:00.Z", "2026-03-10T24:30:00Z", "2026-03-10T08:30:00+0100", "",
    ])
  func notTimestamps(text: String) { #expect(Timestamp(text) == nil) }

  @Test("the demonstration shop is a shop file and has what the issue asks for")
  func demonstration() throws {
    let root = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    let shop = try ShopFile.decode(
      try Data(contentsOf: root.appendingPathComponent("Intents/tienda.demo.json")), now: noon)
    #expect(shop.customers.first?.id == "cli_001")
    let kinds = Dictionary(uniqueKeysWithValues: shop.sellers.map { ($0.id, $0.kind) })
    func verdict(_ id: String, _ lines: [String]? = nil) throws -> String {
      let order = try #require(shop.orders.first { $0.id == id })
      return word(
        CancellationPolicy.verdict(
          on: order, soldBy: kinds[order.seller] ?? .own, lines: lines, now: noon, policies: Policies()))
    }
    #expect(try verdict("402-1111111-1111111") == "choose L1 L2")
    #expect(try verdict("402-2222222-2222222") == "possible L1")
    #expect(try verdict("402-3333333-3333333") == "tooLate L1")
    #expect(try verdict("402-4444444-4444444") == "preparing L1")
    #expect(try verdict("402-5555555-5555555") == "shipped")
    #expect(try verdict("402-7777777-7777777") == "delivered")
    #expect(try verdict("402-9999999-9999999") == "cancelled")
    #expect(try verdict("402-1010101-1010101") == "bundle L1 L2 L3")
    #expect(try verdict("402-4100441-0044100") == "bundleWait L2")
    #expect(try verdict("402-4141414-1414141") == "possible L2")
    #expect(try verdict("402-4800948-0094800") == "requested")
    #expect(shop.orders.filter(\.awaitsPayment).map(\.id) == ["402-5050505-0000002"])
    for order in shop.orders where order.status != .cancelled && !order.awaitsPayment {
      #expect(order.paidByMethod.reduce(Money.zero("EUR")) { $0 + $1.amount } == order.total, "\(order.id)")
    }
  }
}
