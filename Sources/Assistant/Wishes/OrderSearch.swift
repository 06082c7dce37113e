import Commerce
import Dialogue
import Foundation
import Spanish

/// Which of the customer's orders a text means: one, several one after the other, or a few to choose from.
struct OrderSearch {
  let all: [CustomerOrder]
  /// Those that serve what is wished.
  let eligible: [CustomerOrder]
  let runner: ActionRunner
  let arguments: Slots
  /// Whether the same wish may be meant for several orders.
  let takesSeveral: Bool
  /// Whether «todos» is meant: who wants to see all orders does not want to see each.
  let takesAll: Bool
  /// Whether «el que ya tengo», «el que viene» tell of an order: only where both kinds serve.
  var readsArrival = false

  /// Whether a place is where something shall go («cambia el envío a Cádiz») unless the order is described by it.
  var placesAreTargets = false

  /// Whether what has not arrived cannot be meant: nothing of it can be broken or sent back.
  var isOfDelivered = false

  /// What was found: the orders to choose from now, and what comes after that.
  struct Choice {
    var orders: [CustomerOrder]
    var later: [Later] = []
  }

  /// Another order of the same wish: the order itself, or the words that name it.
  struct Later {
    var order: String?
    var words: String

    var slot: SlotValue {
      .record(["frase": .text(words)].merging(order.map { ["pedido": .text($0)] } ?? [:]) { _, new in new })
    }
  }

  func choice(_ texts: [String]) throws(OrderServiceError) -> Choice {
    for text in texts {
      if takesSeveral, let several = named(in: text) { return several }
      var traits = self.traits(text)
      if case .interval(let start, let end, _) = arguments["fecha"], traits.from == nil, traits.until == nil {
        traits.from = start.map { runner.zone.date($0) }
        traits.until = end.map { runner.zone.date($0) }
      }
      if readsArrival, traits.statuses.isEmpty { traits.statuses = OrderTraits.arrival(in: text) }
      if traits.amount == nil { traits.amount = arguments.money("importe") }
      let described = OrderFinder.find(traits, among: eligible)
      let found = described ?? eligible
      if !OrderFinder.isNamed(traits.words, among: eligible), let other = otherwiseNamed(traits) { return other }
      let paid = try paid(text, among: found)
      if takesSeveral, takesAll, OrderSearch.meansAll(text, of: paid.count) {
        return Choice(
          orders: Array(paid.prefix(1)), later: paid.dropFirst().map { Later(order: $0.id, words: "") })
      }
      if paid.count < eligible.count, let same = paid.first(where: { $0.id == arguments.text("pedido_anterior") }) {
        return Choice(orders: [same])
      }
      if paid.count < eligible.count || eligible.count == 1 && described != nil { return Choice(orders: paid) }
    }
    return Choice(orders: eligible)
  }

  private func traits(_ text: String) -> OrderTraits {
    var traits = OrderTraits(reading: text, model: runner.model, recognition: runner.recognition, zone: runner.zone)
    if placesAreTargets, !OrderSearch.describesOrder(text) {
      traits.words.subtract(Words.content(of: all.flatMap { [$0.order.address.city, $0.order.address.region ?? ""] }))
    }
    return traits
  }

  /// «El pedido que va a Cádiz», «el de Cádiz»; «a la de Cádiz» is an address.
  private static func describesOrder(_ text: String) -> Bool {
    let words = Words.list(text)
    return words.indices.dropLast().contains { index in
      let leads = ["de", "del", "que"].contains(words[index + 1])
      if ["pedido", "paquete", "compra", "envio"].contains(words[index]) { return leads }
      let before = index > 0 ? words[index - 1] : ""
      return leads && ["el", "la", "lo", "las"].contains(words[index]) && !["a", "en", "por"].contains(before)
    }
  }

  /// «Devuelve el banco», which came long ago: the customer hears why not, and is not offered something else.
  private func otherwiseNamed(_ traits: OrderTraits) -> Choice? {
    guard OrderFinder.isNamed(traits.words, among: all), let found = OrderFinder.find(traits, among: all) else {
      return nil
    }
    let arrived = found.filter { record in record.order.lines.contains { $0.status == .delivered } }
    return Choice(orders: isOfDelivered && !arrived.isEmpty ? arrived : found)
  }

  /// «El que pagué con PayPal», «el del cheque Navidad».
  private func paid(_ text: String, among orders: [CustomerOrder]) throws(OrderServiceError) -> [CustomerOrder] {
    let words = Words.list(text)
    guard orders.count > 1,
      words.contains(where: { $0 == "del" || OrderSearch.paidForms.contains(where: $0.hasPrefix) }),
      let account = try runner.account()
    else { return orders }
    let said = Words.content(of: [text])
    let methods = account.paymentMethods.filter { method in
      !Words.content(of: [method.label]).subtracting(OrderSearch.commonMethodWords).isDisjoint(with: said)
    }
    guard methods.count == 1 else { return orders }
    let fitting = orders.filter { $0.order.payment.contains { $0.kind == .charge && $0.method == methods[0].id } }
    return fitting.isEmpty ? orders : fitting
  }

  /// How something paid is told; «págalo» asks for it.
  private static let paidForms = ["pagu", "pagad", "pagamo", "pagaste", "pagaron", "pago"]

  private static let commonMethodWords: Set<String> = ["terminada", "acabada", "tarjeta", "cuenta", "bancaria"]

  // MARK: Several

  /// «El edredón y las tijeras», of which no order holds both: each in its turn.
  private func named(in text: String) -> Choice? {
    let parts = OrderSearch.parts(of: text).compactMap { part -> (words: String, orders: [CustomerOrder])? in
      let words = Words.content(of: [part])
      let pool = OrderFinder.isNamed(words, among: eligible) ? eligible : all
      guard OrderFinder.isNamed(words, among: pool) else { return nil }
      return (part, OrderFinder.find(traits(part), among: pool) ?? [])
    }
    guard parts.count > 1 else { return nil }
    let ids = parts.map { Set($0.orders.map(\.id)) }
    let shared = all.contains { order in
      parts.allSatisfy { OrderFinder.isNamed(Words.content(of: [$0.words]), among: [order]) }
    }
    guard !shared, !ids.contains(where: \.isEmpty) else { return nil }
    // What is said of an order that was named already is about its lines.
    var heads: [Int] = []
    for index in parts.indices where !heads.contains(where: { !ids[$0].isDisjoint(with: ids[index]) }) {
      heads.append(index)
    }
    guard heads.count > 1 else { return nil }
    return Choice(
      orders: parts[heads[0]].orders,
      later: heads.dropFirst().map { index in
        Later(order: parts[index].orders.count == 1 ? parts[index].orders[0].id : nil, words: parts[index].words)
      })
  }

  /// The things that a text lists, without its reasons, conditions and exceptions.
  static func parts(of text: String) -> [String] {
    var parts: [[Substring]] = [[]]
    var isAside = false
    for piece in text.split(whereSeparator: \.isWhitespace) {
      let word = Words.list(String(piece)).first ?? ""
      if joints.contains(word) {
        parts.append([])
        isAside = false
        continue
      }
      if asides.contains(word) { isAside = true }
      if !isAside { parts[parts.count - 1].append(piece) }
      if let end = piece.last, ",;.:".contains(end) {
        parts.append([])
        isAside = false
      }
    }
    return parts.filter { !$0.isEmpty }.map { $0.joined(separator: " ") }
  }

  private static let joints: Set<String> = ["y", "e", "ademas", "tambien", "luego"]
  private static let asides: Set<String> = [
    "porque", "pq", "xq", "pue", "si", "menos", "meno", "excepto", "salvo", "por", "como", "pero", "no", "sin",
  ]

  /// «Los dos pedidos», «los dos que no han salido», «todos mis pedidos», and there are so many.
  static func meansAll(_ text: String, of count: Int) -> Bool {
    guard count > 1 else { return false }
    let words = Words.list(text)
    for (index, word) in words.enumerated() {
      let next = index + 1 < words.count ? words[index + 1] : ""
      let before = index > 0 ? words[index - 1] : ""
      let isOfOrders = next.isEmpty || ordersFollow.contains(next)
      if counts[word] == count, ["lo", "la", "los", "las", "mis", "esto", "eso"].contains(before), isOfOrders {
        return true
      }
      if word == "ambo" || word == "amba", count == 2, isOfOrders { return true }
      let behind = words[index...].dropFirst()
      if word == "todo" || word == "toda", behind.prefix(2).contains(where: ordersAll.contains) { return true }
      // «Todo lo que tengo pendiente», «todo lo que no ha salido».
      if word == "todo", next == "lo", behind.prefix(6).contains(where: outstanding.contains) { return true }
    }
    return false
  }

  private static let counts = ["dos": 2, "2": 2, "tre": 3, "tres": 3, "3": 3, "cuatro": 4, "4": 4]
  private static let ordersFollow: Set<String> = [
    "pedido", "compra", "paquete", "encargo", "que", "ultimo", "ultima", "pendient", "pendiente",
  ]
  private static let outstanding: Set<String> = ["pendiente", "pendient", "salido", "enviado", "llegado", "queda"]
  private static let ordersAll: Set<String> = ["pedido", "compra", "paquete", "encargo"]
}
