import Commerce
import Dialogue
import Foundation
import Spanish

/// Parcels that did not come (L1–L3), and messages about the delivery (T5).
enum LostActions {
  static let entries: [ActionEntry] = [
    ActionEntry(
      "perdidos.comprobar", "Qué se puede hacer por un paquete que no aparece, según las horas que han pasado",
      demand: .see, inputs: ["pedido", "lineas"],
      outcomes: [
        "esperar", "puede", "debe", "retrasado", "en_camino", "no_ha_salido", "cancelado", "ya_resuelto",
        "en_investigacion", "vendedor_externo", "no_existe",
      ],
      outputs: [
        "lineas", "productos", "importe", "entregado_el", "desde", "estimada", "vendedor", "metodo", "fecha_caso",
      ], body: ActionRunner.checkLost),
    ActionEntry(
      "perdidos.resolver", "Abre una `investigacion`, manda otro (`reemplazo`) o devuelve el dinero (`reembolso`)",
      demand: .act, inputs: ["pedido", "lineas", "remedio", "urgente"],
      outcomes: ["ok", "no_procede", "vendedor_externo", "no_existe"],
      outputs: ["productos", "importe", "metodo", "plazo", "correo"], writes: true, body: ActionRunner.settleLost),
    ActionEntry(
      "avisos.activar", "Avisos de la entrega por SMS", demand: .act, inputs: ["pedido", "telefono"],
      outcomes: ["ok", "ya_activos", "nada_que_avisar", "no_existe"], outputs: ["telefono"], writes: true,
      body: ActionRunner.subscribeToSMS),
  ]
}

extension ActionRunner {
  func checkLost(_ call: ActionCall) throws(OrderServiceError) -> ActionResult {
    guard let found = try order(call.arguments) else { return ActionResult("no_existe") }
    let verdict = LostPolicy.verdict(
      on: found.order, soldBy: found.seller.kind, lines: call.arguments.lines, now: now, policies: try policies())
    var outputs: Slots = ["vendedor": .text(found.seller.name)]
    let method = try account().flatMap { PaymentPolicy.original(of: found.order, customer: $0) }
    outputs["metodo"] = method.map { .text($0.label) }
    func told(_ outcome: String, _ lines: [String], _ more: Slots = [:]) -> ActionResult {
      ActionResult(
        outcome,
        outputs.merging(lineOutputs(lines, of: found.order)) { _, new in new }.merging(more) { _, new in new })
    }
    switch verdict {
    case .wait(let lines, let deliveredAt, let until):
      return told("esperar", lines, ["entregado_el": moment(deliveredAt), "desde": moment(until)])
    case .may(let lines, let deliveredAt): return told("puede", lines, ["entregado_el": moment(deliveredAt)])
    case .must(let lines, let deliveredAt): return told("debe", lines, ["entregado_el": moment(deliveredAt)])
    case .late(let lines, let estimated):
      return told("retrasado", lines, estimated.map { ["estimada": day($0)] } ?? [:])
    case .onTheWay(let lines, let estimated):
      return told("en_camino", lines, estimated.map { ["estimada": day($0)] } ?? [:])
    case .investigated(let lines, let since): return told("en_investigacion", lines, ["fecha_caso": day(since)])
    case .notShipped: return ActionResult("no_ha_salido", outputs)
    case .cancelled: return ActionResult("cancelado", outputs)
    case .alreadySettled: return ActionResult("ya_resuelto", outputs)
    case .externalSeller: return ActionResult("vendedor_externo", outputs)
    case .unknownLine: return ActionResult("no_existe", outputs)
    }
  }

  func settleLost(_ call: ActionCall) throws(OrderServiceError) -> ActionResult {
    guard let id = call.arguments.text("pedido"),
      let remedy = call.arguments.text("remedio").flatMap(LostRemedy.init(rawValue:))
    else { return ActionResult("no_existe") }
    let request = SettleLostParcel(
      order: id, lines: call.arguments.lines, remedy: remedy, urgent: call.arguments.flag("urgente"))
    switch try orders.perform(request, of: customer.id, key: call.key, now: now) {
    case .investigating(let lines, let confirmation):
      return ActionResult(
        "ok", ["productos": names(lines), "correo": .text(confirmation.email)], confirmation: confirmation)
    case .settled(let created): return ActionResult("ok", outputs(of: created), confirmation: created.confirmation)
    case .refused(.externalSeller): return ActionResult("vendedor_externo")
    case .refused: return ActionResult("no_procede")
    case .notFound, nil: return ActionResult("no_existe")
    }
  }

  func subscribeToSMS(_ call: ActionCall) throws(OrderServiceError) -> ActionResult {
    guard let id = call.arguments.text("pedido"), let phone = call.arguments.text("telefono") else {
      return ActionResult("no_existe")
    }
    switch try orders.perform(SubscribeToSMS(order: id, phone: phone), of: customer.id, key: call.key, now: now) {
    case .subscribed(let phone): return ActionResult("ok", ["telefono": .text(phone)])
    case .alreadySubscribed(let phone): return ActionResult("ya_activos", ["telefono": .text(phone)])
    case .nothingToCome: return ActionResult("nada_que_avisar")
    case .notFound, nil: return ActionResult("no_existe")
    }
  }
}
