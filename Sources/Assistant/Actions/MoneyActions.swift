import Commerce
import Dialogue
import Foundation
import Spanish
import Understanding

/// Refunds, charges, subscriptions and invoices (RET3, PAY, CHG, INV, X5).
enum MoneyActions {
  static let entries: [ActionEntry] = [
    ActionEntry(
      "reembolsos.estado", "Cómo va el reembolso de un pedido", demand: .see, inputs: ["pedido"],
      outcomes: ["pagado", "pendiente", "atrasado", "falta_paquete", "sin_reembolso", "no_existe"],
      outputs: ["productos", "importe", "metodo", "fecha_reembolso"], body: ActionRunner.refundStatus),
    ActionEntry(
      "reembolsos.total", "Lo que vuelve al cliente, y lo que paga, por lo hecho en esta conversación", demand: .see,
      outcomes: ["vuelve", "paga", "ambos", "nada"], outputs: ["importe_vuelve", "importe_paga"],
      body: ActionRunner.sums),
    ActionEntry(
      "cargos.buscar", "A qué pedido o suscripción corresponde un cargo, por importe y fecha", demand: .see,
      inputs: ["importe", "fecha"],
      outcomes: ["pedido", "suscripcion", "varios", "por_fecha", "ninguno", "faltan_datos"],
      outputs: [
        "pedido", "productos", "suscripcion", "suscripcion_nombre", "importe", "fecha", "fecha_cargo", "coincidencias",
      ],
      body: ActionRunner.findCharge),
    ActionEntry(
      "pagos.pendiente", "Si a un pedido le falta un pago porque se rechazó", demand: .see, inputs: ["pedido"],
      outcomes: ["pendiente", "al_dia", "no_existe"], outputs: ["productos", "importe"],
      body: ActionRunner.pendingPayment),
    ActionEntry(
      "suscripciones.buscar", "La suscripción que el cliente nombra, o todas las activas", demand: .see,
      inputs: ["suscripcion", "importe"], outcomes: ["una", "varias", "ya_cancelada", "ninguna", "no_existe"],
      outputs: [
        "suscripciones", "suscripcion", "suscripcion_nombre", "precio", "periodo", "ultimo_cargo", "fecha_cargo",
        "metodo", "reembolsable",
      ], body: ActionRunner.findSubscription),
    ActionEntry(
      "suscripciones.cancelar", "Da de baja una suscripción; con `fue_error`, devuelve el último cobro", demand: .act,
      inputs: ["suscripcion", "fue_error"], outcomes: ["ok", "ya_cancelada", "no_existe"],
      outputs: ["suscripcion_nombre", "importe", "metodo", "devuelto"], writes: true,
      body: ActionRunner.cancelSubscription),
    ActionEntry(
      "facturas.buscar", "La factura de un pedido: nuestra o del vendedor", demand: .see, inputs: ["pedido"],
      outcomes: ["propia", "vendedor", "cancelado", "no_existe"], outputs: ["vendedor", "enlace", "total"],
      body: ActionRunner.invoice),
  ]
}

extension ActionRunner {
  func refundStatus(_ call: ActionCall) throws(OrderServiceError) -> ActionResult {
    guard let found = try order(call.arguments) else { return ActionResult("no_existe") }
    guard let report = RefundReport.reports(on: found.order, now: now).first else {
      return ActionResult("sin_reembolso")
    }
    var outputs: Slots = ["productos": texts(report.names), "importe": money(report.amount)]
    outputs["metodo"] = try account()?.paymentMethod(report.method).map { .text($0.label) }
    outputs["fecha_reembolso"] = report.at.map { day($0) }
    return switch report.state {
    case .paid: ActionResult("pagado", outputs)
    case .due: ActionResult("pendiente", outputs)
    case .overdue: ActionResult("atrasado", outputs)
    case .awaitingParcel: ActionResult("falta_paquete", outputs)
    }
  }

  func sums(_ call: ActionCall) throws(OrderServiceError) -> ActionResult {
    let mine = try orders.orders(of: customer.id, now: now)
    let sums = Payments.sums(since: since, orders: mine, currency: try orders.profile().currency)
    let outputs: Slots = ["importe_vuelve": money(sums.back), "importe_paga": money(sums.paid)]
    return switch (sums.back.amount > 0, sums.paid.amount > 0) {
    case (true, true): ActionResult("ambos", outputs)
    case (true, false): ActionResult("vuelve", outputs)
    case (false, true): ActionResult("paga", outputs)
    case (false, false): ActionResult("nada", outputs)
    }
  }

  // MARK: Charges

  func findCharge(_ call: ActionCall) throws(OrderServiceError) -> ActionResult {
    guard !customer.isAnonymous else { return ActionResult("faltan_datos") }
    let amount = call.arguments.money("importe")
    let date = pastDate(call.arguments["fecha"])
    var (start, end): (Date?, Date?)
    if case .interval(let from, let until, _) = date {
      start = from.map { zone.date($0) }
      end = until.map { zone.date($0) } ?? start
    }
    guard amount != nil || start != nil else { return ActionResult("faltan_datos") }
    var told: Slots = [:]
    told["fecha"] = date
    told["importe"] = amount.map { money($0) }
    let around = Payments.matches(
      amount: nil, from: start, to: end, days: try policies().chargeMatchDays,
      orders: try orders.orders(of: customer.id, now: now),
      subscriptions: try orders.subscriptions(of: customer.id, now: now))
    let matches = around.filter { $0.amount == amount }
    if matches.isEmpty, start != nil, amount?.currency != (try orders.profile().currency), !around.isEmpty {
      // Without an amount, or in the money of another country, the days alone tell.
      let shown = around.prefix(3).map { describe($0, withAmount: true) }
      return ActionResult("por_fecha", told.merging(["coincidencias": texts(shown)]) { _, new in new })
    }
    guard let match = matches.first else { return ActionResult(amount == nil ? "faltan_datos" : "ninguno", told) }
    var outputs = told
    guard matches.count == 1 else {
      outputs["coincidencias"] = texts(matches.prefix(3).map { describe($0, withAmount: false) })
      return ActionResult("varios", outputs)
    }
    outputs["fecha_cargo"] = day(match.at.date)
    switch match.source {
    case .order(let id, let names):
      outputs["pedido"] = .text(id)
      outputs["productos"] = texts(names)
      return ActionResult("pedido", outputs)
    case .subscription(let id, let name):
      outputs["suscripcion"] = .text(id)
      outputs["suscripcion_nombre"] = .text(name)
      return ActionResult("suscripcion", outputs)
    }
  }

  /// A charge lies in the past: «el martes» is the last one, whatever other dates look ahead to.
  private func pastDate(_ date: SlotValue?) -> SlotValue? {
    guard case .interval(let start?, _, _) = date, start > zone.local(now) else { return date }
    var recognition = recognition
    recognition.preference = .past
    let context = UnderstandingContext(recognition: recognition)
    let past = said.texts.lazy.flatMap { text in model.understand(text, context: context).entities.map(\.value) }
      .first { value in
        if case .interval(let start?, _, _) = value { start <= zone.local(now) } else { false }
      }
    return past ?? date
  }

  private func describe(_ match: ChargeMatch, withAmount: Bool) -> String {
    let name =
      switch match.source {
      case .order(let id, let names): "\(SpanishFormatting.list(names)) (\(id))"
      case .subscription(_, let name): name
      }
    let at = shown(day(match.at.date))
    return withAmount ? "\(shown(money(match.amount))) de «\(name)» (\(at))" : "\(name), \(at)"
  }

  func pendingPayment(_ call: ActionCall) throws(OrderServiceError) -> ActionResult {
    guard let found = try order(call.arguments) else { return ActionResult("no_existe") }
    let outputs: Slots = ["productos": names(found.order.lines), "importe": money(found.order.outstanding)]
    return ActionResult(found.order.awaitsPayment ? "pendiente" : "al_dia", outputs)
  }

  // MARK: Subscriptions

  func findSubscription(_ call: ActionCall) throws(OrderServiceError) -> ActionResult {
    guard !customer.isAnonymous else { return ActionResult("no_existe") }
    let all = try orders.subscriptions(of: customer.id, now: now)
    let active = all.filter { $0.status == .active }
    var found = active.filter { $0.id == call.arguments.text("suscripcion") }
    if found.isEmpty, let amount = call.arguments.money("importe") {
      found = active.filter { $0.price == amount || $0.charges.last?.amount == amount }
    }
    if found.count != 1 {
      for text in said.texts where found.count != 1 {
        let words = Words.content(of: [text])
        let named = all.filter { !Words.content(of: [$0.name]).isDisjoint(with: words) }
        if named.count == 1 { found = named }
      }
    }
    if found.count != 1 { found = active }
    guard let first = found.first else { return ActionResult("ninguna") }
    guard found.count == 1 else {
      return ActionResult("varias", ["suscripciones": .list(found.map { option($0.id, label: $0.name) })])
    }
    var outputs: Slots = [
      "suscripcion": .text(first.id), "suscripcion_nombre": .text(first.name), "precio": money(first.price),
      "periodo": .set(first.period), "reembolsable": yesNo(first.refundableCharge != nil),
    ]
    outputs["ultimo_cargo"] = first.refundableCharge.map { money($0.amount) }
    outputs["fecha_cargo"] = first.refundableCharge.map { day($0.at.date) }
    let account = try account()
    outputs["metodo"] = first.method.flatMap { account?.paymentMethod($0) }.map { .text($0.label) }
    return ActionResult(first.status == .active ? "una" : "ya_cancelada", outputs)
  }

  func cancelSubscription(_ call: ActionCall) throws(OrderServiceError) -> ActionResult {
    guard let id = call.arguments.text("suscripcion") else { return ActionResult("no_existe") }
    let request = CancelSubscription(subscription: id, refund: call.arguments.flag("fue_error"))
    switch try orders.perform(request, of: customer.id, key: call.key, now: now) {
    case .cancelled(let subscription, let refund, let confirmation):
      var outputs: Slots = [
        "suscripcion_nombre": .text(subscription.name), "devuelto": yesNo(refund != nil),
      ]
      outputs["importe"] = refund.map { money($0.amount) }
      outputs["metodo"] = refund.map { .text($0.method.label) }
      return ActionResult("ok", outputs, confirmation: confirmation)
    case .alreadyCancelled: return ActionResult("ya_cancelada")
    case .notFound, nil: return ActionResult("no_existe")
    }
  }

  // MARK: Invoices

  func invoice(_ call: ActionCall) throws(OrderServiceError) -> ActionResult {
    guard let found = try order(call.arguments) else { return ActionResult("no_existe") }
    var outputs: Slots = ["vendedor": .text(found.seller.name), "total": money(found.order.total)]
    if found.seller.kind == .external { return ActionResult("vendedor", outputs) }
    guard found.order.lines.contains(where: { $0.status != .cancelled }) else {
      return ActionResult("cancelado", outputs)
    }
    outputs["enlace"] = settings["links.factura"]?.string.map { .text($0 + found.id) }
    return ActionResult("propia", outputs)
  }
}
