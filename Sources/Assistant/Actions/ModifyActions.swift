import Commerce
import Dialogue
import Foundation
import Spanish

/// Changing an order that has not left (MOD1–MOD4), and what it costs (X2).
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
      inputs: ["pedido", "metodo_pago", "metodo_resto"],
      outcomes: ["ok", "sin_cambios", "saldo_insuficiente", "metodo_no_admitido", "sin_permiso"] + refusals,
      outputs: ["metodo", "importe", "saldo"], writes: true, body: ActionRunner.changePayment),
    ActionEntry(
      "pedidos.cambiar_regalo", "Envuelve el pedido para regalo (`envolver`: si o no), con `dedicatoria` si la hay",
      demand: .act, inputs: ["pedido", "envolver", "dedicatoria"], outcomes: ["ok", "sin_cambios"] + refusals,
      outputs: ["dedicatoria"], writes: true, body: ActionRunner.changeGift),
    ActionEntry(
      "pedidos.cambiar_articulos", "Cambia la variante de los productos anotados en `cambios`", demand: .act,
      inputs: ["pedido", "cambios", "metodo_pago", "metodo_resto"],
      outcomes: ["ok", "agotado", "saldo_insuficiente", "metodo_no_admitido", "sin_cambios"] + refusals,
      outputs: ["importe", "tipo_diferencia", "metodo", "total", "saldo"], writes: true,
      body: ActionRunner.changeItems),
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
    var outputs: Slots = [
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
      outputs["lineas_posibles"] = lineOptions(open, of: found)
      outputs["productos"] = names(open, of: order)
      return ActionResult(open.count == 1 ? "posible" : "elegir", outputs)
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
    outputs: (Modification) throws(OrderServiceError) -> Slots
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
    let request = ChangePayment(order: id, method: method, rest: call.arguments.text("metodo_resto"))
    let outcome = try orders.perform(request, of: customer.id, key: call.key, now: now)
    return try modify(request, outcome: outcome) { (change) throws(OrderServiceError) in
      var outputs = try balanceOutput(change.difference?.method)
      if let difference = change.difference {
        outputs["metodo"] = texts([difference.method.label] + (try second(call.arguments)))
        outputs["importe"] = money(difference.amount)
      }
      return outputs
    }
  }

  /// The method that pays what a gift card could not, if one does.
  private func second(_ arguments: Slots) throws(OrderServiceError) -> [String] {
    guard let id = arguments.text("metodo_resto"), let method = try account()?.paymentMethod(id) else { return [] }
    return [method.label]
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
      order: id, changes: call.arguments.changes, method: call.arguments.text("metodo_pago"),
      rest: call.arguments.text("metodo_resto"))
    let outcome = try orders.perform(request, of: customer.id, key: call.key, now: now)
    return try modify(request, outcome: outcome) { (change) throws(OrderServiceError) in
      var outputs = try balanceOutput(change.difference?.method)
      if let difference = change.difference {
        outputs["importe"] = money(difference.amount.magnitude)
        outputs["tipo_diferencia"] = side(of: difference.amount)
        outputs["metodo"] = texts([difference.method.label] + (try second(call.arguments)))
      }
      outputs["total"] = money(change.after.total)
      return outputs
    }
  }
}
