import Commerce
import Dialogue
import Foundation
import Spanish
import Understanding

/// Which order is meant, where it is and what is in it.
enum OrderActions {
  static let entries: [ActionEntry] = [
    ActionEntry(
      "pedidos.elegibles",
      "Los pedidos que sirven `para` algo; si el cliente ha dicho cuál («el de las dos lámparas»), solo ese",
      demand: .see,
      inputs: ["para", "fecha", "importe", "pedido_anterior", "pedido_descartado", "uno_de_varios"],
      outcomes: ["uno", "varios", "ninguno"],
      outputs: ["pedidos", "pedido", "pedidos_siguientes", "no_comprado"],
      words: ["para": OrderPurpose.allCases.map(\.rawValue)], body: ActionRunner.eligibleOrders),
    ActionEntry(
      "pedidos.localizar", "Dónde está un pedido, o el producto que se nombre", demand: .see,
      inputs: ["pedido", "producto"],
      outcomes: [
        "pendiente", "en_preparacion", "enviado", "retrasado", "entregado", "cancelado", "cancelacion_solicitada",
        "devuelto", "no_rastreable", "no_existe",
      ],
      outputs: [
        "vendedor", "transportista", "seguimiento", "estimada", "entregado_el", "aduanas", "ultimo_evento", "productos",
        "envios", "varios_envios",
      ], body: ActionRunner.track),
    ActionEntry(
      "pedidos.detalle", "Qué lleva un pedido y qué costó; `linea` si se pregunta por un producto", demand: .see,
      inputs: ["pedido", "producto"], outcomes: ["pedido", "linea", "no_existe"],
      outputs: [
        "lineas_texto", "total", "metodo", "direccion_actual", "vendedor", "fecha_pedido", "estado_pedido",
        "producto_nombre", "opciones_texto", "precio", "cantidad", "dedicatoria",
      ], body: ActionRunner.details),
    ActionEntry(
      "pedidos.avisos", "Lo último que la tienda ha anotado en los pedidos", demand: .see, inputs: ["pedido"],
      outcomes: ["hay", "nada"], outputs: ["avisos"], body: ActionRunner.notices),
  ]
}

extension ActionRunner {
  func eligibleOrders(_ call: ActionCall) throws(OrderServiceError) -> ActionResult {
    let purpose = call.arguments.text("para").flatMap(OrderPurpose.init(rawValue:)) ?? .track
    let all = try orders.orders(of: customer.id, now: now)
    var eligible = Eligibility.orders(all, for: purpose, now: now, policies: try policies())
    // «¿Y el otro?» is any but the one that was spoken of.
    let others = eligible.filter { $0.id != call.arguments.text("pedido_descartado") }
    if !others.isEmpty { eligible = others }
    let changes = [.variants, .modify].contains(purpose)
    // «Ponla en L» names a size, and no order that has it: what is called by its name is meant.
    let told = told(of: all)
    let holding = changes ? eligible.filter { isNamed($0, in: told) } : []
    let search = OrderSearch(
      all: holding.isEmpty ? all : holding, eligible: holding.isEmpty ? eligible : holding, runner: self,
      arguments: call.arguments,
      takesSeveral: !changes && purpose != .exchange && !call.arguments.flag("uno_de_varios"),
      takesAll: purpose != .any, readsArrival: purpose == .variants, placesAreTargets: purpose == .modify,
      isOfDelivered: purpose == .return || purpose == .exchange)
    let elsewhere = changes ? namedElsewhere(all, than: eligible, in: told) : []
    var choice = elsewhere.isEmpty ? try search.choice(told) : OrderSearch.Choice(orders: elsewhere)
    if changes, said.goesOn, choice.orders.count > 1, choice.orders.count == eligible.count,
      let recent = eligible.first(where: { $0.id == said.recentOrder })
    {
      choice = OrderSearch.Choice(orders: [recent])
    }
    guard let first = choice.orders.first else { return ActionResult("ninguno", ["pedidos": .list([])]) }
    let options = SlotValue.list(choice.orders.prefix(8).map { orderOption($0) })
    var outputs: Slots = ["pedidos": options, "pedidos_siguientes": .list(choice.later.map(\.slot))]
    let missing = notBought(all, in: told)
    outputs["no_comprado"] = missing.map { .text($0.name) }
    // Nothing tells that the only order that would serve is the one that is meant.
    guard choice.orders.count == 1, missing?.isAlone != true else { return ActionResult("varios", outputs) }
    outputs["pedido"] = .text(first.id)
    return ActionResult("uno", outputs)
  }

  /// What the newest words that name a thing speak of, if no order holds it.
  private func notBought(_ all: [CustomerOrder], in texts: [String]) -> ThingNotBought? {
    for text in texts {
      if model.namesProduct(text, wares: tongue.wares) {
        return ThingNotBought(in: text, orders: all, model: model, wares: tongue.wares)
      }
      if let stranger = ThingNotBought(strangeIn: text, orders: all, model: model, wares: tongue.wares) {
        return stranger
      }
    }
    return nil
  }

  /// Whether what was said names a product of the order, and not only one of its options.
  private func isNamed(_ record: CustomerOrder, in texts: [String]) -> Bool {
    let words = Words.content(of: texts)
    return record.order.lines.contains { line in words.contains { OrderFinder.isName($0, of: line, in: record) } }
  }

  /// «Cambia la lámpara», where only orders that do not serve hold one: these are meant, and their check says why not.
  private func namedElsewhere(
    _ all: [CustomerOrder], than eligible: [CustomerOrder], in texts: [String]
  ) -> [CustomerOrder] {
    var states: Set<OrderStatus> = []
    func holding(_ words: Set<String>, _ orders: [CustomerOrder]) -> [CustomerOrder] {
      orders.filter { record in
        record.order.lines.contains { line in
          (states.isEmpty || states.contains(line.status))
            && !words.isDisjoint(with: Words.content(of: [line.name] + record.aliases(of: line)))
        }
      }
    }
    for text in texts {
      let words = Words.content(of: [text])
      states = OrderTraits.arrival(in: text)
      if !holding(words, eligible).isEmpty { return [] }
      let others = holding(words, all)
      if !others.isEmpty { return others }
    }
    return []
  }

  private func told(of orders: [CustomerOrder]) -> [String] { told(towards: OrderFinder.vocabulary(of: orders)) }

  // MARK: Where it is

  func track(_ call: ActionCall) throws(OrderServiceError) -> ActionResult {
    guard let found = try order(call.arguments) else { return ActionResult("no_existe") }
    let named = linesSaid(of: found)
    let reports = Tracking.reports(on: found.order, lines: named.isEmpty ? nil : named.map(\.id), now: now)
    guard let report = reports.first else { return ActionResult("no_existe") }
    let live = reports.filter { $0.state != .cancelled && $0.state != .returned }
    var outputs: Slots = [
      "vendedor": .text(found.seller.name), "productos": names(report.lines),
      "aduanas": .flag(report.passesCustoms),
      "varios_envios": yesNo(live.count > 1 && live.contains { $0.shipment != nil }),
      "envios": texts(live.map { parcel($0) }),
    ]
    outputs["transportista"] = report.shipment?.carrier.map { .text($0) }
    outputs["seguimiento"] = report.shipment?.tracking.map { .text($0) }
    outputs["estimada"] = report.estimated.map { day($0.date) }
    outputs["entregado_el"] = report.deliveredAt.map { day($0.date) }
    outputs["ultimo_evento"] = report.lastEvent.map { .text($0.text) }
    return ActionResult(name(of: report.state), outputs)
  }

  /// «Funda de móvil: enviado, mañana, SEUR SE123»: a parcel in a list of several (T1).
  private func parcel(_ report: TrackingReport) -> String {
    var about = [word("estados.\(name(of: report.state))")]
    if let date = report.deliveredAt ?? report.estimated { about.append(shown(day(date.date))) }
    if let shipment = report.shipment, shipment.carrier != nil || shipment.tracking != nil {
      about.append([shipment.carrier, shipment.tracking].compactMap(\.self).joined(separator: " "))
    }
    return "\(SpanishFormatting.list(report.lines.map(\.name))): \(about.joined(separator: ", "))"
  }

  func name(of state: TrackingReport.State) -> String {
    switch state {
    case .pending: "pendiente"
    case .preparing: "en_preparacion"
    case .cancellationRequested: "cancelacion_solicitada"
    case .shipped: "enviado"
    case .late: "retrasado"
    case .untrackable: "no_rastreable"
    case .delivered: "entregado"
    case .cancelled: "cancelado"
    case .returned: "devuelto"
    }
  }

  // MARK: What is in it

  /// The lines that the words of this turn name, where they name some and not all.
  func linesSaid(of found: CustomerOrder) -> [OrderLine] {
    for text in told(of: [found]) {
      let named = OrderFinder.lines(namedBy: Words.content(of: [OrderPhrase.removed(from: text)]), in: found)
      if !named.isEmpty, named.count < found.order.lines.count { return named }
    }
    return []
  }

  func details(_ call: ActionCall) throws(OrderServiceError) -> ActionResult {
    guard let found = try order(call.arguments) else { return ActionResult("no_existe") }
    let order = found.order
    var outputs: Slots = [
      "lineas_texto": texts(order.lines.map { describe($0, in: found) }), "total": money(order.total),
      "direccion_actual": .text(addressText(order.address)), "vendedor": .text(found.seller.name),
      "fecha_pedido": day(order.placedAt.date),
      "estado_pedido": .text(word("estados.\(Tracking.report(on: order, now: now).map { name(of: $0.state) } ?? "")")),
    ]
    let account = try account()
    let methods = order.paidByMethod.compactMap { account?.paymentMethod($0.method)?.label }
    outputs["metodo"] = texts(methods)
    outputs["dedicatoria"] = order.gift?.message.map { .text($0) }
    let named = linesSaid(of: found)
    guard named.count == 1, let line = named.first else { return ActionResult("pedido", outputs) }
    outputs["producto_nombre"] = .text(line.name)
    let values = options(of: line, in: found)
    if !values.isEmpty { outputs["opciones_texto"] = .text(values.joined(separator: ", ")) }
    outputs["precio"] = money(line.price)
    outputs["cantidad"] = number(line.quantity)
    return ActionResult("linea", outputs)
  }

  /// «2 × Lámpara de mesa (negro), 64,00 €».
  private func describe(_ line: OrderLine, in found: CustomerOrder) -> String {
    let values = options(of: line, in: found)
    let count = line.quantity > 1 ? "\(line.quantity) × " : ""
    let about = values.isEmpty ? "" : " (\(values.joined(separator: ", ")))"
    return "\(count)\(line.name)\(about), \(shown(money(line.total)))"
  }

  func notices(_ call: ActionCall) throws(OrderServiceError) -> ActionResult {
    let mine = try orders.orders(of: customer.id, now: now)
    let named = call.arguments.text("pedido")
    let asked = mine.filter { named == nil || $0.id == named }
    let notices = asked.flatMap(\.order.notices).sorted { $0.at > $1.at }.prefix(3)
    return notices.isEmpty ? ActionResult("nada") : ActionResult("hay", ["avisos": texts(notices.map(\.text))])
  }
}
