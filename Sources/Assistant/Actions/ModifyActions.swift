import Commerce
import Foundation
import Spanish

/// Changing an order that has not left (MOD1–MOD4), and which method pays (X2).
enum ModifyActions {
  /// Why an order cannot be changed, in the words of the flows.
  static let refusals = [
    "en_preparacion", "enviado", "entregado", "cancelado", "cancelacion_solicitada", "vendedor", "ya_modificado",
    "no_existe",
  ]

  static let entries: [ActionEntry] = [
    ActionEntry(
      "pedidos.comprobar_cambio", "Si se puede cambiar el `campo` de un pedido (direccion, pago, regalo, articulo)",
      demand: .see, inputs: ["pedido", "campo", "lineas"], outcomes: ["posible", "elegir"] + refusals,
      outputs: [
        "lineas_posibles", "lineas", "productos", "vendedor", "tipo_vendedor", "direccion_actual", "metodo", "total",
        "dedicatoria", "solo_una_vez",
      ], body: ActionRunner.checkModification),
    ActionEntry(
      "pedidos.cambiar_direccion", "Envía el pedido a otra dirección", demand: .account,
      inputs: ["pedido", "direccion_nueva"], outcomes: ["ok", "sin_cambios", "sin_permiso"] + refusals,
      outputs: ["direccion_texto"], writes: true, body: ActionRunner.changeAddress),
    ActionEntry(
      "pedidos.cambiar_pago", "Paga el pedido con otro método de la cuenta", demand: .account,
      inputs: ["pedido", "metodo_pago"],
      outcomes: ["ok", "sin_cambios", "saldo_insuficiente", "metodo_no_admitido", "sin_permiso"] + refusals,
      outputs: ["metodo", "importe", "saldo"], writes: true, body: ActionRunner.changePayment),
    ActionEntry(
      "pedidos.cambiar_regalo", "Envuelve el pedido para regalo (`envolver`: si o no), con `dedicatoria` si la hay",
      demand: .act, inputs: ["pedido", "envolver", "dedicatoria"], outcomes: ["ok", "sin_cambios"] + refusals,
      outputs: ["dedicatoria"], writes: true, body: ActionRunner.changeGift),
    ActionEntry(
      "pedidos.cambiar_articulos", "Cambia la variante de los productos anotados en `cambios`", demand: .act,
      inputs: ["pedido", "cambios", "metodo_pago"],
      outcomes: ["ok", "agotado", "saldo_insuficiente", "metodo_no_admitido", "sin_cambios"] + refusals,
      outputs: ["importe", "tipo_diferencia", "metodo", "total", "saldo"], writes: true,
      body: ActionRunner.changeItems),
    ActionEntry(
      "pagos.opciones",
      "Qué métodos de la cuenta valen `para` un cobro, diferencia o devolucion; `elegido` si el cliente ya ha dicho cuál",
      demand: .see, inputs: ["pedido", "para", "importe", "tipo_diferencia", "metodo_pago"],
      outcomes: ["elegido", "uno", "varios", "no_admitido", "saldo_insuficiente", "ninguno", "no_existe"],
      outputs: ["metodos", "metodo_pago", "metodo", "saldo"], words: ["para": ["cobro", "diferencia", "devolucion"]],
      body: ActionRunner.paymentOptions),
  ]
}

extension ActionRunner {
  func checkModification(_ call: ActionCall) throws(OrderServiceError) -> ActionResult {
    guard let found = try order(call.arguments) else { return ActionResult("no_existe") }
    let field = call.arguments.text("campo").flatMap(OrderField.init(rawValue:)) ?? .items
    let policies = try policies()
    let order = found.order
    let verdict = ModificationPolicy.verdict(
      on: order, soldBy: found.seller.kind, field: field, lines: field == .items ? call.arguments.lines : nil, now: now,
      policies: policies)
    var outputs: [String: SlotValue] = [
      "vendedor": .text(found.seller.name),
      "tipo_vendedor": .text(found.seller.kind == .external ? "externo" : "propio"),
      "direccion_actual": .text(addressText(order.address)), "total": money(order.total),
      "solo_una_vez": yesNo(policies.modifyItemsOnce),
    ]
    let account = try account()
    outputs["metodo"] = texts(order.paidByMethod.compactMap { account?.paymentMethod($0.method)?.label })
    outputs["dedicatoria"] = order.gift?.message.map { .text($0) }
    // Single lines that have not left can be changed even where others have.
    let open = order.lines.filter { $0.status == .pending }.map(\.id)
    if field == .items, call.arguments.lines == nil, !open.isEmpty,
      verdict == .possible || verdict == .shipped || verdict == .preparing
    {
      let named = linesSaid(of: found).map(\.id).filter(open.contains)
      if open.count == 1 || named.count == 1 {
        outputs.merge(lineOutputs(named.isEmpty ? open : named, of: order)) { _, new in new }
        return ActionResult("posible", outputs)
      }
      outputs["lineas_posibles"] = lineOptions(open, of: found)
      outputs["productos"] = names(open, of: order)
      return ActionResult("elegir", outputs)
    }
    let lines = call.arguments.lines ?? open
    outputs.merge(lineOutputs(lines, of: order)) { _, new in new }
    return ActionResult(verdict == .possible ? "posible" : refusal(verdict), outputs)
  }

  func refusal(_ verdict: ModificationVerdict) -> String {
    switch verdict {
    case .preparing: "en_preparacion"
    case .shipped: "enviado"
    case .delivered: "entregado"
    case .cancelled: "cancelado"
    case .cancellationRequested: "cancelacion_solicitada"
    case .sellerOnly: "vendedor"
    case .alreadyModified: "ya_modificado"
    case .possible: "no_existe"
    }
  }

  /// Makes a change, and tells its outcome in the words of the flows.
  private func modify(
    _ request: some ShopRequest, outcome: ModifyOutcome?,
    outputs: (Modification) throws(OrderServiceError) -> [String: SlotValue]
  ) throws(OrderServiceError) -> ActionResult {
    switch outcome {
    case .modified(let change): ActionResult("ok", try outputs(change), confirmation: change.confirmation)
    case .refused(let verdict): ActionResult(refusal(verdict))
    case .unchanged, .variant(.same), .variant(.unknownLine), .variant(.unknownVariant): ActionResult("sin_cambios")
    case .variant(.outOfStock): ActionResult("agotado")
    case .payment(.notAllowed): ActionResult("metodo_no_admitido")
    case .payment(.tooLittle(let balance)): ActionResult("saldo_insuficiente", ["saldo": money(balance)])
    case .notFound, nil: ActionResult("no_existe")
    }
  }

  func changeAddress(_ call: ActionCall) throws(OrderServiceError) -> ActionResult {
    guard let id = call.arguments.text("pedido"), let address = address(in: call.arguments) else {
      return ActionResult("no_existe")
    }
    let request = ChangeAddress(order: id, address: address)
    let outcome = try orders.perform(request, of: customer.id, key: call.key, now: now)
    return try modify(request, outcome: outcome) { _ in ["direccion_texto": .text(addressText(address))] }
  }

  func changePayment(_ call: ActionCall) throws(OrderServiceError) -> ActionResult {
    guard let id = call.arguments.text("pedido"), let method = call.arguments.text("metodo_pago") else {
      return ActionResult("no_existe")
    }
    let request = ChangePayment(order: id, method: method)
    let outcome = try orders.perform(request, of: customer.id, key: call.key, now: now)
    return try modify(request, outcome: outcome) { (change) throws(OrderServiceError) in
      var outputs = try balanceOutput(change.difference?.method)
      outputs["metodo"] = change.difference.map { .text($0.method.label) }
      outputs["importe"] = change.difference.map { money($0.amount) }
      return outputs
    }
  }

  func changeGift(_ call: ActionCall) throws(OrderServiceError) -> ActionResult {
    guard let id = call.arguments.text("pedido") else { return ActionResult("no_existe") }
    // «sin» is the flow's option for a parcel without a card.
    let message = call.arguments.text("dedicatoria").flatMap { $0 == "sin" ? nil : $0 }
    let request = ChangeGift(
      order: id, gift: GiftOptions(wrap: call.arguments.flag("envolver"), message: message))
    let outcome = try orders.perform(request, of: customer.id, key: call.key, now: now)
    return try modify(request, outcome: outcome) { _ in message.map { ["dedicatoria": .text($0)] } ?? [:] }
  }

  func changeItems(_ call: ActionCall) throws(OrderServiceError) -> ActionResult {
    guard let id = call.arguments.text("pedido"), !call.arguments.changes.isEmpty else {
      return ActionResult("no_existe")
    }
    let request = ChangeItems(
      order: id, changes: call.arguments.changes, method: call.arguments.text("metodo_pago"))
    let outcome = try orders.perform(request, of: customer.id, key: call.key, now: now)
    return try modify(request, outcome: outcome) { (change) throws(OrderServiceError) in
      var outputs = try balanceOutput(change.difference?.method)
      if let difference = change.difference {
        outputs["importe"] = money(difference.amount.magnitude)
        outputs["tipo_diferencia"] = side(of: difference.amount)
        outputs["metodo"] = .text(difference.method.label)
      }
      outputs["total"] = money(change.after.total)
      return outputs
    }
  }

  // MARK: Methods

  func paymentOptions(_ call: ActionCall) throws(OrderServiceError) -> ActionResult {
    guard let found = try order(call.arguments), let account = try account() else { return ActionResult("no_existe") }
    let policies = try policies()
    let original = PaymentPolicy.original(of: found.order, customer: account)
    let (rule, amount) = paymentRule(call.arguments, order: found.order, policies: policies)
    var admitted = PaymentPolicy.admitted(by: rule, for: found.order, of: account)
    if call.arguments.text("para") == "cobro", found.order.outstanding.amount <= 0 {
      admitted.removeAll { $0.id == original?.id }
    }
    func obstacle(_ method: PaymentMethod) -> PaymentPolicy.Obstacle? {
      PaymentPolicy.obstacle(toCharging: amount, to: method, policies: policies)
    }
    let able = admitted.filter { obstacle($0) == nil }
    let options = SlotValue.list(able.map { methodOption($0, isOriginal: $0.id == original?.id) })
    func asked(_ outcome: String, _ more: [String: SlotValue] = [:]) -> ActionResult {
      var result = ActionResult(outcome, ["metodos": options].merging(more) { _, new in new })
      result.cleared = ["metodo_pago"]
      return result
    }
    func chosen(_ outcome: String, _ method: PaymentMethod) -> ActionResult {
      var result = ActionResult(
        outcome, ["metodo_pago": .text(method.id), "metodo": .text(method.label), "metodos": options])
      result.cleared = ["saldo"]
      return result
    }
    let answer = call.arguments.text("metodo_pago")
    let named =
      answer.flatMap { account.paymentMethod($0) }
      ?? methodSaid(in: (answer.map { [$0] } ?? []) + said.texts, among: account.paymentMethods, original: original)
    if let named {
      if case .tooLittle(let balance) = obstacle(named) {
        return asked("saldo_insuficiente", ["metodo": .text(named.label), "saldo": money(balance)])
      }
      if able.contains(named) { return chosen("elegido", named) }
      // «Pago con la Visa, cámbialo»: what pays now is no answer to what shall pay.
      if call.arguments.text("para") != "cobro" { return asked("no_admitido", ["metodo": .text(named.label)]) }
    }
    guard let first = able.first else { return asked("ninguno") }
    let now = original.map { ["metodo": SlotValue.text($0.label)] } ?? [:]
    return able.count == 1 ? chosen("uno", first) : asked("varios", now)
  }

  /// Which methods the purpose admits, and what they would have to pay; nothing where money comes back.
  private func paymentRule(
    _ arguments: [String: SlotValue], order: Order, policies: Policies
  ) -> (rule: [String], amount: Money) {
    switch arguments.text("para") {
    case "devolucion": return (policies.returnRefundTo, .zero(order.currency))
    case "diferencia":
      let pays = arguments.text("tipo_diferencia") == "pagar"
      return (policies.differenceBy, pays ? arguments.money("importe") ?? .zero(order.currency) : .zero(order.currency))
    default: return (["any_own_method"], Payments.due(on: order))
    }
  }

  /// The customer's method that the words of the task name: the longest of its names that is said whole wins, then its
  /// last digits, then a word that no other method bears («la visa»).
  private func methodSaid(
    in texts: [String], among methods: [PaymentMethod], original: PaymentMethod?
  ) -> PaymentMethod? {
    for text in texts {
      var words = Words.list(text)
      // «Vale, …» agrees, and pays with nothing.
      if words.count > 1, words[0] == "vale" { words.removeFirst() }
      let scores = methods.map { method in
        let names = (methodOption(method, isOriginal: method.id == original?.id)["aliases"]?.items ?? [])
          .compactMap(\.string).map(Words.list)
        let whole = names.filter { name in words.indices.contains { words[$0...].starts(with: name) } }.map(\.count)
          .max()
        let others = Words.content(of: methods.filter { $0.id != method.id }.map(\.label))
        let own = Words.content(of: [method.label]).subtracting(others).intersection(words)
        return max(whole ?? 0, own.contains { $0.allSatisfy(\.isNumber) } ? 2 : own.isEmpty ? 0 : 1)
      }
      guard let best = scores.max(), best > 0, scores.count(where: { $0 == best }) == 1,
        let index = scores.firstIndex(of: best)
      else { continue }
      return methods[index]
    }
    return nil
  }
}
