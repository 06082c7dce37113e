package import Foundation

/// What the engine asks of the shop: its customers' orders, and the changes that a conversation may make to them.
///
/// Every call names the customer on whose behalf it is made. An order of somebody else and an order that does not exist
/// get the same answer, so that nobody learns which numbers exist. Writing calls carry a key: the same key gives the
/// stored outcome again and changes nothing, however often it comes, and requests check the policies themselves at the
/// moment of writing, because minutes may have passed since the customer was asked to confirm.
///
/// - Important: no call may be made inside a transaction of the database that holds the conversations.
package protocol OrderService: Sendable {
  /// The shop's name, zone, currency and order number pattern, and the policies in force.
  func profile() throws(OrderServiceError) -> ShopProfile

  /// The account of `id`, with its payment methods and their balances.
  func customer(_ id: String, now: Date) throws(OrderServiceError) -> Customer?

  /// Finds whose account the claim describes, by the combinations that the policy `identify_by` admits.
  func identify(_ claim: IdentityClaim, now: Date) throws(OrderServiceError) -> IdentificationOutcome

  /// All orders of the customer, newest first.
  func orders(of customer: String, now: Date) throws(OrderServiceError) -> [CustomerOrder]

  /// One order of the customer; nil when it does not exist or is somebody else's.
  func order(_ id: String, of customer: String, now: Date) throws(OrderServiceError) -> CustomerOrder?

  /// The customer's subscriptions with their charges, in the shop's order.
  func subscriptions(of customer: String, now: Date) throws(OrderServiceError) -> [Subscription]

  /// All products of the catalogue, in the shop's order.
  func products() throws(OrderServiceError) -> [Product]

  /// Carries the request out for the customer, once for each key; nil when there is no such customer.
  func perform<Request: ShopRequest>(
    _ request: Request, of customer: String, key: String, now: Date
  ) throws(OrderServiceError) -> Request.Outcome?
}

/// A call that the order service did not answer. Nothing is known about its effect: repeat it with the same key.
package enum OrderServiceError: Error, Hashable, Sendable {
  /// The service is down or failed; `cause` is for the log, never for the customer.
  case unavailable(OrderOperation, cause: String)
  /// The service did not answer in time.
  case timedOut(OrderOperation)
  /// The key was used before for another request: our own mistake, shown in the log.
  case keyReused(OrderOperation, key: String)

  package var operation: OrderOperation {
    switch self {
    case .unavailable(let operation, _), .timedOut(let operation), .keyReused(let operation, _): operation
    }
  }
}

/// The operations of the order service; the raw value is the name that authors write in transcripts.
package enum OrderOperation: String, Codable, Hashable, Sendable, CaseIterable {
  case profile = "tienda"
  case customer = "cliente"
  case identify = "identificar"
  case orders = "pedidos"
  case order = "pedido"
  case subscriptions = "suscripciones"
  case cancel = "cancelar"
  case requestCancellation = "solicitar_cancelacion"
  case createReturn = "devolver"
  case products = "productos"
  case changeAddress = "cambiar_direccion"
  case changePayment = "cambiar_pago"
  case changeGift = "cambiar_regalo"
  case changeItems = "cambiar_articulos"
  case exchange = "cambiar"
  case settleLostParcel = "reclamar_perdido"
  case refuseDelivery = "rechazar_entrega"
  case writeToSeller = "escribir_vendedor"
  case fileReport = "denunciar"
  case subscribeToSMS = "avisar_sms"
  case changeAccountAddress = "cambiar_direccion_cuenta"
  case cancelSubscription = "cancelar_suscripcion"
  case replaceDevice = "reemplazar_dispositivo"
}

/// What is true of the shop as a whole.
package struct ShopProfile: Codable, Hashable, Sendable {
  package var name: String
  /// ISO 3166-1 alpha-2, lower case.
  package var marketplace: String
  package var currency: String
  package var zone: String
  /// The pattern of an order number: literals, classes, counts.
  package var orderNumber: String
  /// Defaults, then the content's values, then the shop file's.
  package var policies: Policies

  package init(
    name: String, marketplace: String, currency: String, zone: String, orderNumber: String, policies: Policies
  ) {
    self.name = name
    self.marketplace = marketplace
    self.currency = currency
    self.zone = zone
    self.orderNumber = orderNumber
    self.policies = policies
  }
}

/// An order together with what is needed to speak and decide about it.
package struct CustomerOrder: Codable, Hashable, Sendable {
  package var order: Order
  package var seller: Seller
  /// The products of the lines, by id.
  package var products: [String: Product]

  package init(order: Order, seller: Seller, products: [String: Product]) {
    self.order = order
    self.seller = seller
    self.products = products
  }

  package var id: String { order.id }

  /// The other names that customers give to the product of a line.
  package func aliases(of line: OrderLine) -> [String] { products[line.product]?.aliases ?? [] }
}
