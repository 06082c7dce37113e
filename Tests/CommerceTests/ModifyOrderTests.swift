import Commerce
import Foundation
import Testing

/// A shirt in four variants; `v` is what the sample orders hold.
let shirt = Product(
  id: "p", name: "Camiseta", aliases: ["playera"],
  options: [
    ProductOption(
      key: "color", values: [ProductOptionValue(value: "rojo", aliases: ["roja"]), ProductOptionValue(value: "azul")]),
    ProductOption(
      key: "talla", ordered: true, values: ["S", "M", "L", "XL"].map { ProductOptionValue(value: $0) }),
  ],
  variants: [
    ProductVariant(id: "v", options: ["color": "rojo", "talla": "M"], price: euros("10.00"), stock: 3),
    ProductVariant(id: "rojo-L", options: ["color": "rojo", "talla": "L"], price: euros("12.50"), stock: 3),
    ProductVariant(id: "azul-M", options: ["color": "azul", "talla": "M"], price: euros("8.00"), stock: 1),
    ProductVariant(id: "rojo-S", options: ["color": "rojo", "talla": "S"], price: euros("10.00"), stock: 0),
  ])

@Suite("changing an order")
struct ModifyOrderTests {
  static func word(_ outcome: ModifyOutcome) -> String {
    switch outcome {
    case .modified: "modified"
    case .refused(let verdict): "\(verdict)".split(separator: "(").first.map(String.init) ?? ""
    case .variant(.outOfStock): "outOfStock"
    case .variant(.same): "same"
    case .variant(.unknownLine): "unknownLine"
    case .variant(.unknownVariant): "unknownVariant"
    case .payment(.notAllowed): "notAllowed"
    case .payment(.tooLittle(let balance)): "tooLittle \(balance.amountText)"
    case .unchanged: "unchanged"
    case .notFound: "notFound"
    }
  }

  let elsewhere = Address(line1: "Calle Ancha 3", city: "Cádiz", postcode: "11001")

  @Test(
    "what may be changed depends on how far it has come, and on who sells it when",
    arguments: [
      ([.pending], 10, .own, "modified"), ([.pending], 10_000, .own, "modified"),
      ([.pending], 30, .external, "modified"), ([.pending], 30.1, .external, "sellerOnly"),
      ([.pending, .shipped], 10, .own, "shipped"), ([.preparing], 10, .own, "preparing"),
      ([.delivered], 10, .own, "delivered"), ([.cancelled], 10, .own, "cancelled"),
      ([.pending, .cancelled], 10, .own, "modified"), ([.cancellationRequested], 10, .own, "cancellationRequested"),
      ([.shipped], 10, .external, "shipped"),
    ] as [([OrderStatus], Double, Seller.Kind, String)])
  func address(statuses: [OrderStatus], minutes: Double, seller: Seller.Kind, expected: String) {
    let order = order(placed: minutes, statuses)
    var desk = desk([order], soldBy: seller)
    let outcome = ChangeAddress(order: order.id, address: elsewhere).carryOut(on: &desk)
    #expect(Self.word(outcome) == expected)
    #expect((desk.orders[0].order.address == elsewhere) == (expected == "modified"))
  }

  @Test("the same address, and an order that is not the customer's, change nothing")
  func noChange() {
    let order = order([.pending])
    var desk = desk([order])
    #expect(ChangeAddress(order: order.id, address: order.address).carryOut(on: &desk) == .unchanged)
    #expect(ChangeAddress(order: "402-0000000-0000000", address: elsewhere).carryOut(on: &desk) == .notFound)
    #expect(desk.orders[0].order == order)
  }

  @Test("another method pays: the old one gets back what it paid, and a gift card must cover all of it")
  func payment() {
    let order = order([.pending])
    var desk = desk([order])
    func change(_ method: String) -> String {
      Self.word(ChangePayment(order: order.id, method: method).carryOut(on: &desk))
    }
    #expect(change("visa") == "unchanged")
    #expect(change("ajena") == "notAllowed")
    #expect(change("regalo") == "tooLittle 5.00")
    #expect(desk.orders[0].order == order)
    desk.customer.paymentMethods[1].balance = euros("10.00")
    #expect(change("regalo") == "modified")
    let paid = desk.orders[0].order.payment.map { "\($0.method) \($0.kind) \($0.amount.amountText)" }
    #expect(paid == ["visa charge 10.00", "visa refund 10.00", "regalo charge 10.00"])
    #expect(desk.customer.paymentMethod("regalo")?.balance == euros("0.00"))
  }

  @Test(
    "a payment is split only where the policy lets it and another method takes the rest",
    arguments: [
      (true, "visa", "modified"), (true, nil, "tooLittle 5.00"), (true, "regalo", "tooLittle 5.00"),
      (false, "visa", "tooLittle 5.00"),
    ] as [(Bool, String?, String)])
  func split(isAllowed: Bool, rest: String?, expected: String) {
    let order = order([.pending])
    var desk = desk([order]) { $0.splitPayment = isAllowed }
    let outcome = ChangePayment(order: order.id, method: "regalo", rest: rest).carryOut(on: &desk)
    #expect(Self.word(outcome) == expected)
    let paid = desk.orders[0].order.payment.dropFirst().map { "\($0.method) \($0.kind) \($0.amount.amountText)" }
    #expect(
      paid == (expected == "modified" ? ["visa refund 10.00", "regalo charge 5.00", "visa charge 5.00"] : []))
  }

  @Test("an order whose payment was declined is charged for the first time")
  func declined() {
    var order = order([.pending, .pending])
    order.payment = []
    #expect(order.awaitsPayment && order.outstanding == euros("20.00"))
    var desk = desk([order])
    #expect(Self.word(ChangePayment(order: order.id, method: "visa").carryOut(on: &desk)) == "modified")
    #expect(desk.orders[0].order.payment.map(\.amount) == [euros("20.00")])
    #expect(!desk.orders[0].order.awaitsPayment)
  }

  @Test(
    "a variant costs its difference",
    arguments: [
      ("rojo-L", nil, "modified", "visa charge 2.50", "5.00"),
      ("azul-M", "regalo", "modified", "regalo refund 2.00", "7.00"),
      ("rojo-L", "regalo", "modified", "regalo charge 2.50", "2.50"), ("rojo-S", nil, "outOfStock", nil, "5.00"),
      ("v", nil, "same", nil, "5.00"), ("x", nil, "unknownVariant", nil, "5.00"),
      ("rojo-L", "ajena", "notAllowed", nil, "5.00"),
    ] as [(String, String?, String, String?, String)])
  func items(variant: String, method: String?, expected: String, payment: String?, balance: String) {
    let order = order([.pending, .shipped])
    var desk = desk([order], products: [shirt])
    let request = ChangeItems(order: order.id, changes: [LineVariant(line: "L1", variant: variant)], method: method)
    #expect(Self.word(request.carryOut(on: &desk)) == expected)
    let after = desk.orders[0].order
    #expect(
      after.payment.dropFirst().map { "\($0.method) \($0.kind) \($0.amount.amountText)" }
        == [payment].compactMap(\.self))
    #expect(desk.customer.paymentMethod("regalo")?.balance?.amountText == balance)
    #expect((after.itemsModifiedAt != nil) == (expected == "modified"))
    if expected == "modified" { #expect(after.line("L1")?.variant == variant) } else { #expect(after == order) }
  }

  @Test("where variants change once, only the address may change after")
  func once() {
    let order = order([.pending])
    var desk = desk([order], products: [shirt]) { $0.modifyItemsOnce = true }
    let request = ChangeItems(order: order.id, changes: [LineVariant(line: "L1", variant: "rojo-L")])
    #expect(Self.word(request.carryOut(on: &desk)) == "modified")
    #expect(Self.word(request.carryOut(on: &desk)) == "alreadyModified")
    #expect(Self.word(ChangePayment(order: order.id, method: "regalo").carryOut(on: &desk)) == "alreadyModified")
    #expect(CancelLines(order: order.id, lines: ["L1"]).carryOut(on: &desk) == .refused(.alreadyModified))
    #expect(Self.word(ChangeAddress(order: order.id, address: elsewhere).carryOut(on: &desk)) == "modified")
  }

  @Test("a gift wrap comes and goes")
  func gift() {
    let order = order([.pending])
    var desk = desk([order])
    func wrap(_ gift: GiftOptions) -> String { Self.word(ChangeGift(order: order.id, gift: gift).carryOut(on: &desk)) }
    #expect(wrap(GiftOptions(wrap: false)) == "unchanged")
    #expect(wrap(GiftOptions(wrap: true, message: "Hola")) == "modified")
    #expect(desk.orders[0].order.gift == GiftOptions(wrap: true, message: "Hola"))
    #expect(wrap(GiftOptions(wrap: false)) == "modified")
    #expect(desk.orders[0].order.gift == nil)
  }
}

@Suite("exchanging what has arrived")
struct ExchangeTests {
  static func exchange(
    _ variant: String, method: String? = nil, on desk: inout ShopDesk
  ) -> ExchangeOutcome {
    ExchangeItems(order: desk.orders[0].id, changes: [LineVariant(line: "L1", variant: variant)], method: method)
      .carryOut(on: &desk)
  }

  @Test("the difference is written down, with its sign, and no money moves")
  func difference() {
    var desk = desk([order([.delivered, .delivered], delivered: 2)], products: [shirt])
    let paid = desk.orders[0].order.payment
    guard case .created(let created) = Self.exchange("azul-M", method: "regalo", on: &desk) else {
      Issue.record("no exchange")
      return
    }
    #expect(created.entry.kind == .exchange && created.entry.resolution == .exchange)
    #expect(created.entry.lines == [ReturnLine(line: "L1", quantity: 1, variant: "azul-M")])
    #expect(created.entry.difference == MethodAmount(method: "regalo", amount: euros("-2.00")))
    #expect(desk.orders[0].order.payment == paid && desk.customer == jessica)
    #expect(desk.orders[0].order.lines.map(\.status) == [.exchangeRequested, .delivered])
  }

  @Test(
    "what stands in its way",
    arguments: [
      ("rojo-S", nil, "outOfStock"), ("x", nil, "unknownVariant"), ("rojo-L", "ajena", "notAllowed"),
      ("v", nil, "same"),
    ] as [(String, String?, String)])
  func obstacles(variant: String, method: String?, expected: String) {
    var desk = desk([order([.delivered], delivered: 2)], products: [shirt]) { $0.replaceSameVariant = false }
    let before = desk.orders
    let word =
      switch Self.exchange(variant, method: method, on: &desk) {
      case .variant(.outOfStock): "outOfStock"
      case .variant(.unknownVariant): "unknownVariant"
      case .variant(.same): "same"
      case .payment(.notAllowed): "notAllowed"
      default: "something else"
      }
    #expect(word == expected)
    #expect(desk.orders == before)
  }

  @Test("a gift card must cover what it is asked to pay, and one exchange an order is enough where the shop says so")
  func policies() {
    var desk = desk([order([.delivered, .delivered], delivered: 2)], products: [shirt]) { $0.afterDeliveryOnce = true }
    desk.customer.paymentMethods[1].balance = euros("1.00")
    #expect(Self.exchange("rojo-L", method: "regalo", on: &desk) == .payment(.tooLittle(balance: euros("1.00"))))
    guard case .created = Self.exchange("rojo-L", on: &desk) else {
      Issue.record("no exchange")
      return
    }
    let order = desk.orders[0].id
    let second = ExchangeItems(order: order, changes: [LineVariant(line: "L2", variant: "rojo-L")]).carryOut(on: &desk)
    #expect(second == .refused(.alreadyReturned))
    let late = CreateReturn(order: order, lines: ["L2"], reason: "otro").carryOut(on: &desk)
    #expect(late == .refused(.alreadyReturned))
  }
}
