import Commerce
import Dialogue
import Foundation
import Spanish

/// What an action answered, in the words of the flows.
struct ActionResult {
  var outcome: String
  var outputs: [String: SlotValue] = [:]
  /// The e-mail that follows, if any.
  var confirmation: Confirmation?
  /// The account that was recognised.
  var identified: Customer?
  var promise: (what: String, due: Date)?

  init(_ outcome: String, _ outputs: [String: SlotValue] = [:]) {
    self.outcome = outcome
    self.outputs = outputs
  }
}

/// Performs the actions of the flows on the order service, for one customer at one moment.
struct ActionRunner {
  let orders: any OrderService
  let customer: CustomerIdentity
  let now: Date
  let zone: TimeZone
  let hours: BusinessHours
  let settings: [String: SlotValue]

  /// Runs `action`; a service that does not answer is thrown. `key` makes a writing action happen once.
  func run(
    _ action: String, _ arguments: [String: SlotValue], key: String
  ) throws(OrderServiceError) -> ActionResult {
    switch action {
    case "cliente.estado": return customerState()
    case "cliente.identificar": return try identify(arguments)
    case "pedidos.elegibles": return try eligibleOrders(arguments)
    case "pedidos.localizar": return try track(arguments)
    case "pedidos.comprobar_cancelacion": return try checkCancellation(arguments)
    case "pedidos.cancelar": return try cancel(arguments, key: key)
    case "pedidos.solicitar_cancelacion": return try requestCancellation(arguments, key: key)
    case "devoluciones.comprobar": return try checkReturn(arguments)
    case "devoluciones.crear": return try createReturn(arguments, key: key)
    case "servicio.horario":
      guard let opens = hours.nextOpening(after: now, zone: zone) else { return ActionResult("abierto") }
      return ActionResult("cerrado", ["abre": moment(opens)])
    case "phishing.comprobar": return PhishingCheck(settings: settings).run(arguments)
    default: throw .unavailable(.profile, cause: "no action is called \(action)")
    }
  }

  // MARK: Customers

  private func customerState() -> ActionResult {
    guard !customer.isAnonymous else { return ActionResult("anonimo") }
    return ActionResult("identificado", customer.name.map { ["nombre": .text($0)] } ?? [:])
  }

  private func identify(_ arguments: [String: SlotValue]) throws(OrderServiceError) -> ActionResult {
    let claim = IdentityClaim(
      email: arguments["correo"]?.string, order: arguments["pedido"]?.string, name: arguments["nombre"]?.string,
      postcode: arguments["codigo_postal"]?.string)
    switch try orders.identify(claim, now: now) {
    case .identified(let customer):
      var result = ActionResult("ok", ["nombre": .text(customer.name.first)])
      result.identified = customer
      return result
    case .noMatch: return ActionResult("no_coincide")
    case .incomplete: return ActionResult("faltan_datos")
    }
  }

  // MARK: Orders

  private func eligibleOrders(_ arguments: [String: SlotValue]) throws(OrderServiceError) -> ActionResult {
    let purpose = arguments["para"]?.string.flatMap(OrderPurpose.init(rawValue:)) ?? .track
    let found = Eligibility.orders(
      try orders.orders(of: customer.id, now: now), for: purpose, now: now, policies: try orders.profile().policies)
    guard let first = found.first else { return ActionResult("ninguno", ["pedidos": .list([])]) }
    let options = SlotValue.list(found.prefix(8).map { orderOption($0) })
    if found.count == 1 { return ActionResult("uno", ["pedidos": options, "pedido": .text(first.id)]) }
    return ActionResult("varios", ["pedidos": options])
  }

  private func orderOption(_ found: CustomerOrder) -> SlotValue {
    let names = found.order.lines.map(\.name)
    let aliases = names + found.order.lines.flatMap { found.aliases(of: $0) }
    return .record([
      "id": .text(found.id), "label": .text("\(SpanishFormatting.list(names)) (\(found.id))"),
      "aliases": .list(aliases.map { .text($0) }),
    ])
  }

  private func order(_ arguments: [String: SlotValue]) throws(OrderServiceError) -> CustomerOrder? {
    guard let id = arguments["pedido"]?.string, !customer.isAnonymous else { return nil }
    return try orders.order(id, of: customer.id, now: now)
  }

  private func track(_ arguments: [String: SlotValue]) throws(OrderServiceError) -> ActionResult {
    guard let found = try order(arguments) else { return ActionResult("no_existe") }
    guard let report = Tracking.report(on: found.order, now: now) else { return ActionResult("no_existe") }
    var outputs: [String: SlotValue] = [
      "vendedor": .text(found.seller.name), "productos": .list(report.lines.map { .text($0.name) }),
      "aduanas": .flag(report.passesCustoms),
    ]
    outputs["transportista"] = report.shipment?.carrier.map { .text($0) }
    outputs["seguimiento"] = report.shipment?.tracking.map { .text($0) }
    outputs["estimada"] = report.estimated.map { day($0.date) }
    outputs["entregado_el"] = report.deliveredAt.map { day($0.date) }
    outputs["ultimo_evento"] = report.lastEvent.map { .text($0.text) }
    return ActionResult(name(of: report.state), outputs)
  }

  private func name(of state: TrackingReport.State) -> String {
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

  // MARK: Cancelling

  private func lineIDs(_ arguments: [String: SlotValue]) -> [String]? {
    guard let lines = arguments["lineas"] else { return nil }
    let ids = lines.items.compactMap(\.string)
    return ids.isEmpty ? nil : ids
  }

  private func checkCancellation(_ arguments: [String: SlotValue]) throws(OrderServiceError) -> ActionResult {
    guard let found = try order(arguments) else { return ActionResult("no_existe") }
    let policies = try orders.profile().policies
    let asked = lineIDs(arguments)
    let verdict = CancellationPolicy.verdict(
      on: found.order, soldBy: found.seller.kind, lines: asked, now: now, policies: policies)
    let minutes = Int(now.timeIntervalSince(found.order.placedAt.date) / 60)
    var outputs: [String: SlotValue] = [
      "vendedor": .text(found.seller.name),
      "tipo_vendedor": .text(found.seller.kind == .external ? "externo" : "propio"),
      "minutos": .number(Decimal(max(0, minutes))),
    ]
    outputs["correo"] = customer.email.map { .text($0) }
    func describe(_ lines: [String]) { outputs.merge(lineOutputs(lines, of: found.order)) { _, new in new } }
    switch verdict {
    case .possible(let lines):
      describe(lines)
      return ActionResult("posible", outputs)
    case .choose(let lines):
      outputs["lineas_posibles"] = lineOptions(lines, of: found)
      outputs["productos"] = .list(names(lines, of: found.order))
      outputs["cuantos"] = .number(Decimal(lines.count))
      return ActionResult("elegir", outputs)
    case .bundle(let lines), .wholeOrderOnly(let lines):
      describe(lines)
      return ActionResult("lote", outputs)
    case .bundleWait(let lines, let from):
      describe(lines)
      outputs["desde"] = moment(from)
      return ActionResult("lote_espera", outputs)
    case .tooLate(let lines, _):
      describe(lines)
      return ActionResult("fuera_de_plazo", outputs)
    case .preparing(let lines):
      describe(lines)
      return ActionResult("en_preparacion", outputs)
    case .shipped, .alreadyModified, .reasonNotAccepted: return ActionResult("enviado", outputs)
    case .delivered: return ActionResult("entregado", outputs)
    case .alreadyCancelled: return ActionResult("ya_cancelado", outputs)
    case .alreadyRequested: return ActionResult("ya_solicitado", outputs)
    case .unknownLine: return ActionResult("no_existe", outputs)
    }
  }

  private func cancel(_ arguments: [String: SlotValue], key: String) throws(OrderServiceError) -> ActionResult {
    guard let id = arguments["pedido"]?.string, let lines = lineIDs(arguments) else { return ActionResult("no_existe") }
    let outcome = try orders.cancel(
      order: id, lines: lines, reason: arguments["motivo"]?.string, of: customer.id, key: key, now: now)
    switch outcome {
    case .cancelled(let cancellation):
      var outputs: [String: SlotValue] = [
        "productos": .list(cancellation.lines.map { .text($0.name) }), "importe": money(cancellation.amount),
        "correo": .text(cancellation.confirmation.email),
      ]
      if !cancellation.refunds.isEmpty {
        outputs["metodo"] = .list(cancellation.refunds.map { .text($0.method.label) })
      }
      var result = ActionResult("ok", outputs)
      result.confirmation = cancellation.confirmation
      return result
    case .refused(let verdict): return ActionResult(refusal(verdict))
    case .notFound: return ActionResult("no_existe")
    }
  }

  /// What the customer hears when the policy has changed its mind since the question.
  private func refusal(_ verdict: CancellationVerdict) -> String {
    switch verdict {
    case .tooLate, .bundleWait: "fuera_de_plazo"
    case .preparing, .alreadyRequested, .possible, .choose, .bundle, .wholeOrderOnly: "en_preparacion"
    case .shipped, .delivered, .alreadyModified, .reasonNotAccepted: "enviado"
    case .alreadyCancelled: "ya_cancelado"
    case .unknownLine: "no_existe"
    }
  }

  private func requestCancellation(
    _ arguments: [String: SlotValue], key: String
  ) throws(OrderServiceError) -> ActionResult {
    guard let id = arguments["pedido"]?.string else { return ActionResult("no_existe") }
    let outcome = try orders.requestCancellation(
      order: id, lines: lineIDs(arguments), reason: arguments["motivo"]?.string, of: customer.id, key: key, now: now)
    switch outcome {
    case .requested(let request):
      var result = ActionResult(
        "ok",
        [
          "plazo": moment(request.answerBy), "productos": .list(request.lines.map { .text($0.name) }),
          "correo": .text(request.confirmation.email),
        ])
      result.confirmation = request.confirmation
      result.promise = ("cancelacion_solicitada", request.answerBy)
      return result
    case .refused(.alreadyCancelled), .refused(.alreadyRequested): return ActionResult("ya_cancelado")
    case .refused: return ActionResult("enviado")
    case .notFound: return ActionResult("no_existe")
    }
  }

  // MARK: Returning

  private func checkReturn(_ arguments: [String: SlotValue]) throws(OrderServiceError) -> ActionResult {
    guard let found = try order(arguments) else { return ActionResult("no_existe") }
    let policies = try orders.profile().policies
    var outputs: [String: SlotValue] = ["vendedor": .text(found.seller.name)]
    let verdict = ReturnPolicy.verdict(
      on: found.order, soldBy: found.seller.kind, lines: lineIDs(arguments), now: now, policies: policies)
    switch verdict {
    case .possible(let lines, let deadline):
      outputs.merge(lineOutputs(lines, of: found.order)) { _, new in new }
      outputs["limite"] = day(deadline)
      return ActionResult("posible", outputs)
    case .wholeOrderOnly(let lines):
      outputs.merge(lineOutputs(lines, of: found.order)) { _, new in new }
      return ActionResult("posible", outputs)
    case .choose(let lines, let deadline):
      outputs["lineas_posibles"] = lineOptions(lines, of: found)
      outputs["productos"] = .list(names(lines, of: found.order))
      outputs["cuantos"] = .number(Decimal(lines.count))
      outputs["limite"] = day(deadline)
      return ActionResult("elegir", outputs)
    case .tooLate(let deadline):
      let asked = lineIDs(arguments) ?? found.order.lines.map(\.id)
      outputs["productos"] = .list(names(asked, of: found.order))
      outputs["limite"] = day(deadline)
      return ActionResult("fuera_de_plazo", outputs)
    case .notDelivered: return ActionResult("no_entregado", outputs)
    case .alreadyReturned: return ActionResult("ya_devuelto", outputs)
    case .externalSeller: return ActionResult("vendedor_externo", outputs)
    case .resolutionNotOffered, .methodNotAllowed, .unknownLine: return ActionResult("no_existe", outputs)
    }
  }

  private func createReturn(_ arguments: [String: SlotValue], key: String) throws(OrderServiceError) -> ActionResult {
    guard let id = arguments["pedido"]?.string, let lines = lineIDs(arguments) else { return ActionResult("no_existe") }
    let resolution = arguments["resolucion"]?.string.flatMap(Resolution.init(rawValue:)) ?? .refund
    let outcome = try orders.createReturn(
      order: id, lines: lines, reason: arguments["motivo"]?.string ?? "otro", resolution: resolution, refundTo: nil,
      of: customer.id, key: key, now: now)
    switch outcome {
    case .created(let created):
      var outputs: [String: SlotValue] = [
        "productos": .list(created.lines.map { .text($0.name) }),
        "plazo": .number(Decimal(created.refundBusinessDays)), "correo": .text(created.confirmation.email),
      ]
      outputs["etiqueta"] = created.entry.label.map { .text($0) }
      outputs["importe"] = created.refund.map { money($0.amount) }
      outputs["metodo"] = created.refund.map { .text($0.method.label) }
      var result = ActionResult("ok", outputs)
      result.confirmation = created.confirmation
      return result
    case .refused(.alreadyReturned): return ActionResult("ya_devuelto")
    case .refused: return ActionResult("fuera_de_plazo")
    case .notFound: return ActionResult("no_existe")
    }
  }

  // MARK: Values

  private func names(_ lines: [String], of order: Order) -> [SlotValue] {
    lines.compactMap { order.line($0).map { .text($0.name) } }
  }

  private func lineOutputs(_ lines: [String], of order: Order) -> [String: SlotValue] {
    [
      "lineas": .list(lines.map { .text($0) }), "productos": .list(names(lines, of: order)),
      "importe": money(order.total(of: lines)),
    ]
  }

  private func lineOptions(_ lines: [String], of found: CustomerOrder) -> SlotValue {
    .list(
      lines.compactMap { id in
        found.order.line(id).map { line in
          .record([
            "id": .text(id), "label": .text(line.name), "nombre": .text(line.name), "precio": money(line.total),
            "aliases": .list(found.aliases(of: line).map { .text($0) }),
          ])
        }
      })
  }

  private func money(_ money: Money) -> SlotValue { .money(money.amount, currency: money.currency) }

  private func day(_ date: Date) -> SlotValue {
    let local = zone.local(date)
    let start = LocalTime(seconds: local.day * 86_400)
    return .interval(start: start, end: LocalTime(seconds: start.seconds + 86_400), grain: "day")
  }

  private func moment(_ date: Date) -> SlotValue { .interval(start: zone.local(date), end: nil, grain: "minute") }
}
