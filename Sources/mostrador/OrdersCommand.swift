import ArgumentParser
import Assistant
import Commerce
import Foundation
import Glibc
import Storage

/// The shop's own view of the order service's data.
struct OrdersCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "orders", abstract: "Los datos del servicio de pedidos: importar, exportar, ver, empezar de nuevo.",
    subcommands: [Import.self, Export.self, List.self, Show.self, Reset.self])

  /// Opens the orders of the store that `options` names, also while `serve` runs.
  static func orders(_ options: StoreOptions) throws -> EmbeddedOrderService {
    let now = CommandClock(fixedTime: options.fixedTime).clock.now()
    return try OpenedStore.openOrders(
      path: UserState.storePath(options.store), shared: true, shop: options.shop,
      folder: ContentFolder(named: options.content.intents), now: now
    ).1
  }

  struct Import: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Sustituye todos los datos por los de un fichero de tienda.")
    @Argument(help: ArgumentHelp("Fichero de tienda.", valueName: "fichero")) var file: String
    @OptionGroup var options: StoreOptions

    func run() throws {
      let folder = try ContentFolder(named: options.content.intents)
      let now = CommandClock(fixedTime: options.fixedTime).clock.now()
      let shop = try OpenedStore.readShop(file, folder: folder, now: now)
      try OrdersCommand.orders(options).importShop(shop)
      Console.out("\(shop.orders.count) pedidos de \(shop.customers.count) clientes importados de «\(file)»")
    }
  }

  struct Export: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Escribe el fichero de tienda en stdout.")
    @OptionGroup var options: StoreOptions

    func run() throws {
      let data = try ShopFile.encode(OrdersCommand.orders(options).exportShop())
      Console.write(Array(data), to: STDOUT_FILENO)
    }
  }

  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Los pedidos, primero los últimos.")
    @Option(name: .customLong("cliente"), help: "Solo los de este cliente.") var customer: String?
    @Flag(help: "Un objeto JSON por línea.") var json = false
    @OptionGroup var options: StoreOptions

    func run() throws {
      let orders = try OrdersCommand.orders(options).allOrders().filter {
        customer == nil || $0.order.customer == customer
      }
      for record in orders { Console.out(json ? OrderText.jsonLine(of: record) : OrderText.line(of: record)) }
    }
  }

  struct Show: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Un pedido, con todo.")
    @Argument(help: ArgumentHelp("Número de pedido.", valueName: "pedido")) var order: String
    @Flag(help: "Como en el fichero de tienda.") var json = false
    @OptionGroup var options: StoreOptions

    func run() throws {
      guard let record = try OrdersCommand.orders(options).anyOrder(order) else {
        throw CommandFailure(.runtime, "no existe el pedido «\(order)»")
      }
      if json {
        Console.write(Array(try ShopFile.encode(record.order)), to: STDOUT_FILENO)
      } else {
        Console.out(OrderText.card(of: record))
      }
    }
  }

  struct Reset: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Vuelve a la tienda del principio: la de --shop o la de demostración.")
    @OptionGroup var options: StoreOptions

    func run() throws {
      let folder = try ContentFolder(named: options.content.intents)
      let now = CommandClock(fixedTime: options.fixedTime).clock.now()
      let shop = try OpenedStore.readShop(options.shop, folder: folder, now: now)
      var silent = options
      silent.shop = nil
      try OrdersCommand.orders(silent).importShop(shop)
      Console.out("\(shop.orders.count) pedidos de \(shop.customers.count) clientes, como al principio")
    }
  }
}

/// Orders as a terminal shows them.
enum OrderText {
  static func line(of record: CustomerOrder) -> String {
    let order = record.order
    let names = order.lines.map(\.name).joined(separator: ", ")
    return [order.id, pad(name(of: order.status), 22), pad(order.customer, 8), order.total.description, names]
      .joined(separator: "  ")
  }

  static func jsonLine(of record: CustomerOrder) -> String {
    let order = record.order
    return JSONValue.object([
      "id": .string(order.id), "customer": .string(order.customer), "status": .string(order.status.rawValue),
      "placed_at": .string(order.placedAt.description), "seller": .string(order.seller),
      "total": .object(["amount": .string(order.total.amountText), "currency": .string(order.total.currency)]),
      "lines": .array(
        order.lines.map {
          .object(["id": .string($0.id), "name": .string($0.name), "status": .string($0.status.rawValue)])
        }),
    ]).text
  }

  static func card(of record: CustomerOrder) -> String {
    let order = record.order
    var lines = [
      "Pedido \(order.id) · \(name(of: order.status)) · hecho \(order.placedAt) · cliente \(order.customer)",
      "  vende \(record.seller.name); va a \(order.address.line1), \(order.address.postcode) \(order.address.city)",
    ]
    for line in order.lines {
      lines.append("  \(pad(line.id, 4)) \(line.quantity) × \(line.name)  \(line.price)  \(name(of: line.status))")
    }
    for shipment in order.shipments {
      let parts = [
        shipment.carrier, shipment.tracking, shipment.estimated.map { "previsto \($0)" },
        shipment.deliveredAt.map { "entregado \($0)" },
      ]
      lines.append("  envío \(shipment.id): \(parts.compactMap { $0 }.joined(separator: ", "))")
    }
    for payment in order.payment {
      lines.append(
        "  \(payment.kind == .charge ? "cobro" : "reembolso") \(payment.amount) · \(payment.method) · \(payment.at)")
    }
    for entry in order.returns {
      let returned = entry.lines.map(\.line).joined(separator: ", ")
      lines.append("  devolución \(entry.id): \(returned) · \(entry.reason) · \(entry.status.rawValue)")
    }
    if let cancellation = order.cancellation {
      lines.append("  cancelado \(cancellation.at)\(cancellation.reason.map { ": \($0)" } ?? "")")
    }
    return lines.joined(separator: "\n")
  }

  static func name(of status: OrderStatus) -> String {
    switch status {
    case .pending: "pendiente"
    case .preparing: "en preparación"
    case .cancellationRequested: "cancelación solicitada"
    case .shipped: "enviado"
    case .delivered: "entregado"
    case .exchangeRequested: "cambio solicitado"
    case .returnRequested: "devolución solicitada"
    case .returned: "devuelto"
    case .cancelled: "cancelado"
    }
  }

  static func pad(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - text.count))
  }
}
