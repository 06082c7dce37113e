/// An order as the shop knows it.
package struct Order: Codable, Hashable, Sendable {
  package var id: String
  package var customer: String
  package var placedAt: Timestamp
  package var seller: String
  /// The status as the shop gives it; nil: it follows from the lines.
  package var givenStatus: OrderStatus?
  package var address: Address
  package var payment: [Payment]
  package var lines: [OrderLine]
  package var shipments: [Shipment]
  package var returns: [Return]
  package var refunds: [Refund]
  package var notices: [OrderNote]
  package var cancellation: OrderCancellation?
  package var itemsModifiedAt: Timestamp?
  package var gift: GiftOptions?

  private enum CodingKeys: String, CodingKey {
    case id, customer, seller, address, payment, lines, shipments, returns, refunds, notices, cancellation, gift
    case placedAt = "placed_at"
    case givenStatus = "status"
    case itemsModifiedAt = "items_modified_at"
  }

  package init(
    id: String, customer: String, placedAt: Timestamp, seller: String, givenStatus: OrderStatus? = nil,
    address: Address, payment: [Payment] = [], lines: [OrderLine], shipments: [Shipment] = [], returns: [Return] = [],
    refunds: [Refund] = [], notices: [OrderNote] = [], cancellation: OrderCancellation? = nil,
    itemsModifiedAt: Timestamp? = nil, gift: GiftOptions? = nil
  ) {
    self.id = id
    self.customer = customer
    self.placedAt = placedAt
    self.seller = seller
    self.givenStatus = givenStatus
    self.address = address
    self.payment = payment
    self.lines = lines
    self.shipments = shipments
    self.returns = returns
    self.refunds = refunds
    self.notices = notices
    self.cancellation = cancellation
    self.itemsModifiedAt = itemsModifiedAt
    self.gift = gift
  }

  /// The status as given, or else what the lines say.
  package var status: OrderStatus { givenStatus ?? OrderStatus.following(lines) }

  package func line(_ id: String) -> OrderLine? { lines.first { $0.id == id } }

  /// The parcels that carry the line.
  package func shipments(of line: String) -> [Shipment] { shipments.filter { $0.lines.contains(line) } }

  /// When the line arrived; where the shop does not say, the latest moment that it knows of.
  package func deliveredAt(line: String) -> Timestamp {
    let parcels = shipments(of: line)
    return parcels.compactMap(\.deliveredAt).max() ?? parcels.compactMap(\.estimated).max()
      ?? parcels.compactMap(\.shippedAt).max() ?? placedAt
  }

  /// The sum of these lines.
  package func total(of ids: [String]) -> Money {
    lines.filter { ids.contains($0.id) }.reduce(Money.zero(currency)) { $0 + $1.total }
  }

  /// The sum of all lines.
  package var total: Money { total(of: lines.map(\.id)) }

  package var currency: String { lines.first?.price.currency ?? "EUR" }

  /// What each method has paid and not got back, in the order in which the methods first paid.
  package var paidByMethod: [MethodAmount] {
    var balances: [MethodAmount] = []
    for payment in payment {
      let amount = payment.kind == .charge ? payment.amount : payment.amount * -1
      if let index = balances.firstIndex(where: { $0.method == payment.method }) {
        balances[index].amount = balances[index].amount + amount
      } else {
        balances.append(MethodAmount(method: payment.method, amount: amount))
      }
    }
    return balances
  }
}
