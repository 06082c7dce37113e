import Commerce
import Foundation

/// A moment to look from: Tuesday 10 March 2026, 10:00 in Madrid.
let noon = Timestamp("2026-03-10T10:00:00+01:00")?.date ?? .distantPast

func euros(_ text: String) -> Money { Money(Money.amount(text) ?? -1, "EUR") }

/// An order placed `minutes` ago with these lines, each 10 euros, paid by card; `bundle` binds the lines named in it.
func order(
  placed minutes: Double = 10, _ statuses: [OrderStatus], bundle: Set<String> = [], delivered daysAgo: Double? = nil
) -> Order {
  let placed = Timestamp(noon.addingTimeInterval(-minutes * 60), offset: 3_600)
  let lines = statuses.enumerated().map { index, status in
    OrderLine(
      id: "L\(index + 1)", product: "p", variant: "v", name: "Cosa \(index + 1)", price: euros("10.00"), status: status,
      bundle: bundle.contains("L\(index + 1)") ? "lote" : nil)
  }
  let delivered = daysAgo.map { Timestamp(noon.addingTimeInterval(-$0 * 86_400), offset: 3_600) }
  return Order(
    id: "402-1111111-1111111", customer: "cli_001", placedAt: placed, seller: "s",
    address: Address(line1: "Calle Mayor 1", city: "Madrid", postcode: "28001"),
    payment: [
      Payment(method: "visa", amount: euros("10.00") * statuses.count, kind: .charge, at: placed)
    ], lines: lines,
    shipments: delivered.map { [Shipment(id: "e", lines: lines.map(\.id), deliveredAt: $0)] } ?? [])
}

let jessica = Customer(
  id: "cli_001", name: PersonName(first: "Jessica", last: "Romero Díaz"), email: "jessica@example.com",
  address: Address(line1: "Calle Mayor 1", city: "Madrid", postcode: "28001"),
  paymentMethods: [
    PaymentMethod(id: "visa", kind: .card, label: "Visa terminada en 4242"),
    PaymentMethod(id: "regalo", kind: .giftCard, label: "Tarjeta regalo", balance: euros("5.00")),
  ])

/// The desk of Jessica with these orders, which the shop itself sells unless told otherwise.
func desk(
  _ orders: [Order], soldBy kind: Seller.Kind = .own, products: [Product] = [], subscriptions: [Subscription] = [],
  _ change: (inout Policies) -> Void = { _ in }
) -> ShopDesk {
  var policies = Policies()
  change(&policies)
  return ShopDesk(
    profile: ShopProfile(
      name: "Tienda", marketplace: "es", currency: "EUR", zone: "Europe/Madrid", orderNumber: "\\d+", policies: policies
    ),
    now: Timestamp(noon, offset: 3_600), customer: jessica,
    orders: orders.map { order in
      CustomerOrder(
        order: order, seller: Seller(id: "s", name: "Libros Luna", kind: kind),
        products: Dictionary(products.map { ($0.id, $0) }) { first, _ in first })
    }, subscriptions: subscriptions)
}
