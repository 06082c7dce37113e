import Assistant
import Commerce
import Foundation
import Spanish

/// The customers and orders that a transcript's header writes in its own words.
enum TranscriptShop {
  /// `@cliente cli_001 nivel=autenticado nombre="Jessica" correo=jessica@example.com`; without it nobody is known.
  static func addCustomer(_ entry: HeaderEntry?, to shop: inout Shop, path: String) throws -> CustomerIdentity {
    guard let entry else { return .anonymous }
    let words = TranscriptWords.split(entry.value)
    guard let id = words.first, !id.contains("=") else {
      throw TranscriptParseError(
        path: path, line: entry.line, column: 1, message: "@cliente id nivel=… nombre=… correo=…")
    }
    var values: [String: String] = [:]
    for word in words.dropFirst() {
      let (key, value) = TranscriptWords.pair(word)
      values[key] = value
    }
    if !shop.customers.contains(where: { $0.id == id }) {
      let name = (values["nombre"] ?? "Ana").split(separator: " ", maxSplits: 1).map(String.init)
      shop.customers.append(
        Customer(
          id: id, name: PersonName(first: name[0], last: name.count > 1 ? name[1] : "García"),
          email: values["correo"] ?? "\(id)@example.com", phone: values["telefono"],
          address: Address(line1: "Calle Mayor 1", city: "Madrid", postcode: values["codigo_postal"] ?? "28001"),
          paymentMethods: [PaymentMethod(id: "tarjeta", kind: .card, label: "tu tarjeta")]))
    }
    let level = ["anonimo": "anonymous", "identificado": "identified"][values["nivel"] ?? ""] ?? "authenticated"
    return level == "anonymous"
      ? .anonymous : CustomerIdentity(id: id, assurance: level, name: values["nombre"], email: values["correo"])
  }

  private static let statuses: [String: OrderStatus] = [
    "pendiente": .pending, "en_preparacion": .preparing, "preparando": .preparing, "enviado": .shipped,
    "entregado": .delivered, "cancelado": .cancelled, "cancelacion_solicitada": .cancellationRequested,
    "devolucion_solicitada": .returnRequested, "devuelto": .returned,
  ]

  static func status(_ name: String) -> OrderStatus? { statuses[name] ?? OrderStatus(rawValue: name) }

  /// `@pedido ID vendedor=… tipo=externo estado=… hecho=…` and its lines `linea A1 "Funda" 12,99 pendiente`.
  static func addOrder(
    _ entry: HeaderEntry, customer: String, to shop: inout Shop, zone: TimeZone, path: String
  ) throws {
    func wrong(_ message: String) -> TranscriptParseError {
      TranscriptParseError(path: path, line: entry.line, column: 1, message: message)
    }
    let words = TranscriptWords.split(entry.value)
    guard let id = words.first else { throw wrong("@pedido id …") }
    var values: [String: String] = [:]
    for word in words.dropFirst() {
      let (key, value) = TranscriptWords.pair(word)
      values[key] = value
    }
    func time(_ key: String) throws -> Timestamp? {
      guard let text = values[key] else { return nil }
      guard let local = LocalTime(text) else { throw wrong("\(key)=2026-03-10T08:30") }
      return Timestamp(zone.date(local), in: zone)
    }
    guard let status = status(values["estado"] ?? "pendiente") else { throw wrong("estado desconocido") }
    let owner = values["cliente"] ?? (customer.isEmpty ? shop.customers.first?.id ?? "" : customer)
    let seller = values["vendedor"] ?? "amazon"
    let kind: Seller.Kind = values["tipo"] == "externo" ? .external : .own
    if !shop.sellers.contains(where: { $0.id == seller }) {
      shop.sellers.append(Seller(id: seller, name: kind == .own ? shop.name : seller, kind: kind))
    }
    guard let placed = try time("hecho") else { throw wrong("falta hecho=2026-03-10T08:30") }
    var lines: [OrderLine] = []
    for text in entry.continuation {
      lines.append(try line(text, status: status, shop: &shop, wrong: wrong))
    }
    let account = shop.customers.first { $0.id == owner }
    let method = account?.paymentMethods.first?.id ?? "tarjeta"
    let total = lines.reduce(Money(0, shop.currency)) { $0 + $1.total }
    var order = Order(
      id: id, customer: owner, placedAt: placed, seller: seller,
      address: account?.address ?? Address(line1: "Calle Mayor 1", city: "Madrid", postcode: "28001"),
      payment: [Payment(method: method, amount: total, kind: .charge, at: placed)], lines: lines)
    if let region = values["destino"] {
      order.address = Address(
        line1: "Calle Real 2", city: region, region: region, postcode: values["codigo_postal"] ?? "35001")
    }
    let left = lines.filter { [.shipped, .delivered, .returnRequested, .returned].contains($0.status) }
    if !left.isEmpty {
      order.shipments = [
        Shipment(
          id: "E-\(id)", lines: left.map(\.id), carrier: values["transportista"], tracking: values["seguimiento"],
          trackable: values["rastreable"] != "no", shippedAt: try time("enviado") ?? placed,
          estimated: try time("estimado"), deliveredAt: try time("entregado"))
      ]
    }
    shop.orders.append(order)
  }

  private static func line(
    _ text: String, status: OrderStatus, shop: inout Shop, wrong: (String) -> TranscriptParseError
  ) throws -> OrderLine {
    let words = TranscriptWords.split(text)
    guard words.count >= 4, words[0] == "linea",
      let price = Money.amount(words[3].replacingOccurrences(of: ",", with: "."))
    else { throw wrong("linea A1 \"Funda de móvil\" 12,99 pendiente") }
    var bundle: String?
    var quantity = 1
    var state = status
    for word in words.dropFirst(4) {
      let (key, value) = TranscriptWords.pair(word)
      switch key {
      case "lote": bundle = value
      case "cantidad": quantity = Int(value) ?? 1
      default:
        guard let named = TranscriptShop.status(value) else { throw wrong("estado desconocido: \(value)") }
        state = named
      }
    }
    let money = Money(price, shop.currency)
    if !shop.products.contains(where: { $0.name == words[2] }) {
      shop.products.append(
        Product(
          id: "p_\(shop.products.count + 1)_\(words[1])", name: words[2],
          variants: [ProductVariant(id: "v_\(shop.products.count + 1)_\(words[1])", price: money, stock: 10)])
      )
    }
    let product = shop.products.first { $0.name == words[2] }
    return OrderLine(
      id: words[1], product: product?.id ?? "", variant: product?.variants.first?.id ?? "", name: words[2],
      quantity: quantity, price: money, status: state, bundle: bundle)
  }
}
