import Commerce
import Foundation
import Testing

@Suite("sellers, reports, deliveries and messages")
struct SellerRequestTests {
  @Test("a message reaches an external seller, in the customer's words, and waits two working days")
  func message() {
    let order = order([.delivered], delivered: 2)
    var desk = desk([order], soldBy: .external)
    guard
      case .sent(let seller, let answerBy) = WriteToSeller(order: order.id, text: "¿La factura?").carryOut(on: &desk)
    else {
      Issue.record("not sent")
      return
    }
    #expect(seller.name == "Libros Luna")
    #expect(Timestamp(answerBy, offset: 3_600).description == "2026-03-12T23:59:59+01:00")
    #expect(desk.orders[0].order.notices.map(\.text) == ["mensaje_vendedor: ¿La factura?"])
    var own = Self.own(order)
    #expect(WriteToSeller(order: order.id, text: "x").carryOut(on: &own) == .ownSeller)
    #expect(own.orders[0].order.notices.isEmpty)
  }

  private static func own(_ order: Order) -> ShopDesk { desk([order]) }

  @Test("the guarantee is for what others sell, and nothing is filed twice")
  func reports() {
    let order = order([.delivered], delivered: 2)
    var external = desk([order], soldBy: .external)
    var own = desk([order])
    func file(_ kind: FileReport.Kind, _ desk: inout ShopDesk) -> String {
      "\(FileReport(order: order.id, kind: kind).carryOut(on: &desk))".split(separator: "(").first.map(String.init)
        ?? ""
    }
    #expect(file(.guarantee, &external) == "filed")
    #expect(file(.guarantee, &external) == "alreadyFiled")
    #expect(file(.guarantee, &own) == "ownSeller")
    #expect(file(.counterfeit, &own) == "filed")
    #expect(file(.counterfeit, &own) == "alreadyFiled")
    #expect(own.orders[0].order.notices.map(\.text) == ["falsificacion"])
  }

  @Test(
    "a delivery can be refused while it is on its way",
    arguments: [
      ([.shipped], Seller.Kind.own, "noted"), ([.shipped], .external, "externalSeller"),
      ([.pending], .own, "notShipped"),
      ([.delivered], .own, "delivered"), ([.cancelled], .own, "cancelled"), ([.shipped, .delivered], .own, "noted"),
    ] as [([OrderStatus], Seller.Kind, String)])
  func refuses(statuses: [OrderStatus], seller: Seller.Kind, expected: String) {
    let order = order(statuses)
    var desk = desk([order], soldBy: seller)
    func word() -> String {
      "\(RefuseDelivery(order: order.id).carryOut(on: &desk))".split(separator: "(").first.map(String.init) ?? ""
    }
    #expect(word() == expected)
    if expected == "noted" { #expect(word() == "alreadyNoted") }
    #expect(desk.orders[0].order.notices.count == (expected == "noted" ? 1 : 0))
  }

  @Test("SMS are for what is still to come, once a number")
  func sms() {
    let order = order([.shipped])
    var desk = desk([order, Self.arrived])
    func ask(_ id: String, _ phone: String) -> SubscribeToSMS.Outcome {
      SubscribeToSMS(order: id, phone: phone).carryOut(on: &desk)
    }
    #expect(ask(order.id, "+34600111222") == .subscribed(phone: "+34600111222"))
    #expect(ask(order.id, "+34600111222") == .alreadySubscribed(phone: "+34600111222"))
    #expect(ask(order.id, "+34600111333") == .subscribed(phone: "+34600111333"))
    #expect(ask("402-2", "+34600111222") == .nothingToCome)
    #expect(ask("402-3", "+34600111222") == .notFound)
  }

  private static var arrived: Order {
    var order = order([.delivered], delivered: 1)
    order.id = "402-2"
    return order
  }
}
