/// Whether what a shop names also exists, once, and whether its plain values make sense.
enum ShopReferences {
  /// All faults, in the order of the file.
  static func problems(in shop: Shop) -> [ShopFileError.Problem] {
    var check = Check()
    check.expect(shop.format == 1, "format", "solo se conoce el formato 1")
    check.expect(isCode(shop.marketplace, 2, 0x61...0x7A), "marketplace", "se esperaban dos minúsculas: \"es\"")
    check.expect(isCode(shop.currency, 3, 0x41...0x5A), "currency", "se esperaban tres mayúsculas: \"EUR\"")
    check.unique(shop.customers.map(\.id), "customers")
    for (index, customer) in shop.customers.enumerated() {
      check.unique(customer.paymentMethods.map(\.id), "customers[\(index)].payment_methods")
      check.country(customer.address, "customers[\(index)].address")
    }
    check.unique(shop.sellers.map(\.id), "sellers")
    check.unique(shop.products.map(\.id), "products")
    for (index, product) in shop.products.enumerated() {
      check.unique(product.variants.map(\.id), "products[\(index)].variants")
    }
    check.unique(shop.orders.map(\.id), "orders")
    check.orders(shop)
    check.unique(shop.subscriptions.map(\.id), "subscriptions")
    let customers = Dictionary(shop.customers.map { ($0.id, $0) }) { first, _ in first }
    for (index, subscription) in shop.subscriptions.enumerated() {
      let path = "subscriptions[\(index)]"
      let customer = customers[subscription.customer]
      check.expect(customer != nil, "\(path).customer", "no hay ningún cliente «\(subscription.customer)»")
      if let customer, let method = subscription.method {
        check.method(method, of: customer, "\(path).method")
      }
    }
    return check.problems
  }

  private static func isCode(_ text: String, _ length: Int, _ range: ClosedRange<UInt8>) -> Bool {
    text.utf8.count == length && text.utf8.allSatisfy(range.contains)
  }

  /// The faults found so far.
  private struct Check {
    var problems: [ShopFileError.Problem] = []

    mutating func expect(_ holds: Bool, _ path: String, _ reason: @autoclosure () -> String) {
      if !holds { problems.append(.init(path: path, reason: reason())) }
    }

    mutating func unique(_ ids: [String], _ path: String) {
      var seen: Set<String> = []
      for (index, id) in ids.enumerated() {
        expect(!id.isEmpty, "\(path)[\(index)].id", "está vacío")
        expect(seen.insert(id).inserted, "\(path)[\(index)].id", "«\(id)» está repetido")
      }
    }

    mutating func country(_ address: Address, _ path: String) {
      expect(isCode(address.country, 2, 0x41...0x5A), "\(path).country", "se esperaban dos mayúsculas: \"ES\"")
    }

    mutating func method(_ id: String, of customer: Customer, _ path: String) {
      expect(customer.paymentMethod(id) != nil, path, "\(customer.id) no tiene el método de pago «\(id)»")
    }

    mutating func orders(_ shop: Shop) {
      let customers = Dictionary(shop.customers.map { ($0.id, $0) }) { first, _ in first }
      let sellers = Set(shop.sellers.map(\.id))
      let products = Set(shop.products.map(\.id))
      for (index, order) in shop.orders.enumerated() {
        let path = "orders[\(index)]"
        let customer = customers[order.customer]
        expect(customer != nil, "\(path).customer", "no hay ningún cliente «\(order.customer)»")
        expect(sellers.contains(order.seller), "\(path).seller", "no hay ningún vendedor «\(order.seller)»")
        country(order.address, "\(path).address")
        if let customer { methods(of: order, customer: customer, path) }
        expect(!order.lines.isEmpty, "\(path).lines", "está vacía")
        unique(order.lines.map(\.id), "\(path).lines")
        for (number, line) in order.lines.enumerated() {
          let place = "\(path).lines[\(number)]"
          expect(products.contains(line.product), "\(place).product", "no hay ningún producto «\(line.product)»")
          expect(line.quantity > 0, "\(place).quantity", "tiene que ser mayor que cero")
        }
        lines(of: order, path)
      }
    }

    private mutating func methods(of order: Order, customer: Customer, _ path: String) {
      for (number, payment) in order.payment.enumerated() {
        method(payment.method, of: customer, "\(path).payment[\(number)].method")
      }
      for (number, entry) in order.returns.enumerated() {
        if let refund = entry.refund { method(refund.method, of: customer, "\(path).returns[\(number)].refund.method") }
        if let difference = entry.difference {
          method(difference.method, of: customer, "\(path).returns[\(number)].difference.method")
        }
      }
      for (number, refund) in order.refunds.enumerated() {
        method(refund.method, of: customer, "\(path).refunds[\(number)].method")
      }
    }

    private mutating func lines(of order: Order, _ path: String) {
      let returns = Set(order.returns.map(\.id))
      unique(order.shipments.map(\.id), "\(path).shipments")
      for (number, shipment) in order.shipments.enumerated() {
        for (position, line) in shipment.lines.enumerated() {
          expect(
            order.line(line) != nil, "\(path).shipments[\(number)].lines[\(position)]",
            "el pedido no tiene la línea «\(line)»")
        }
      }
      for (number, entry) in order.returns.enumerated() {
        for (position, line) in entry.lines.enumerated() {
          expect(
            order.line(line.line) != nil, "\(path).returns[\(number)].lines[\(position)].line",
            "el pedido no tiene la línea «\(line.line)»")
        }
      }
      for (number, refund) in order.refunds.enumerated() {
        if let entry = refund.return {
          expect(returns.contains(entry), "\(path).refunds[\(number)].return", "no hay ninguna devolución «\(entry)»")
        }
      }
    }
  }
}
