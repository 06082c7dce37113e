import Commerce
import Dialogue
import Foundation
import Spanish
import Understanding

/// Sellers, the guarantee and counterfeits (SEL4–SEL7).
enum SellerActions {
  static let entries: [ActionEntry] = [
    ActionEntry(
      "vendedores.buscar", "Quién vende un pedido, y cuándo contestaría", demand: .see, inputs: ["pedido"],
      outcomes: ["externo", "propio", "no_existe"], outputs: ["vendedor", "plazo", "productos"],
      body: ActionRunner.findSeller),
    ActionEntry(
      "vendedores.escribir", "Manda un mensaje al vendedor con las palabras del cliente", demand: .act,
      inputs: ["pedido", "texto"], outcomes: ["ok", "propio", "no_existe"], outputs: ["vendedor", "plazo"],
      writes: true, body: ActionRunner.writeToSeller),
    ActionEntry(
      "garantia.reclamar", "Deja registrada una reclamación de la garantía de la A a la z", demand: .act,
      inputs: ["pedido", "texto"], outcomes: ["ok", "propio", "ya_reclamado", "no_existe"], outputs: ["vendedor"],
      writes: true, body: ActionRunner.claimGuarantee),
    ActionEntry(
      "falsificaciones.denunciar", "Deja registrada la denuncia de un producto falso", demand: .act,
      inputs: ["pedido", "texto"], outcomes: ["ok", "ya_denunciado", "no_existe"], outputs: ["vendedor"], writes: true,
      body: ActionRunner.reportCounterfeit),
  ]
}

extension ActionRunner {
  func findSeller(_ call: ActionCall) throws(OrderServiceError) -> ActionResult {
    guard let found = try order(call.arguments) else { return ActionResult("no_existe") }
    let profile = try orders.profile()
    let answerBy = calendar.deadline(
      after: profile.policies.sellerReplyWorkingDays, from: Timestamp(now, in: zone))
    let outputs: Slots = [
      "vendedor": .text(found.seller.name), "plazo": day(answerBy), "productos": names(found.order.lines),
    ]
    return ActionResult(found.seller.kind == .external ? "externo" : "propio", outputs)
  }

  func writeToSeller(_ call: ActionCall) throws(OrderServiceError) -> ActionResult {
    guard let id = call.arguments.text("pedido"), let text = call.arguments.text("texto") else {
      return ActionResult("no_existe")
    }
    let request = WriteToSeller(order: id, text: masked(text))
    switch try orders.perform(request, of: customer.id, key: call.key, now: now) {
    case .sent(let seller, let answerBy):
      var result = ActionResult("ok", ["vendedor": .text(seller.name), "plazo": day(answerBy)])
      result.promise = ("respuesta_vendedor", answerBy)
      return result
    case .ownSeller: return ActionResult("propio")
    case .notFound, nil: return ActionResult("no_existe")
    }
  }

  /// What the customer dictates goes to others: numbers of cards and of persons do not.
  private func masked(_ text: String) -> String {
    let read = model.understand(text, context: UnderstandingContext(recognition: recognition))
    return Masking.masked(text, entities: read.entities)
  }

  func claimGuarantee(_ call: ActionCall) throws(OrderServiceError) -> ActionResult {
    try file(.guarantee, call, again: "ya_reclamado")
  }

  func reportCounterfeit(_ call: ActionCall) throws(OrderServiceError) -> ActionResult {
    try file(.counterfeit, call, again: "ya_denunciado")
  }

  private func file(
    _ kind: FileReport.Kind, _ call: ActionCall, again: String
  ) throws(OrderServiceError) -> ActionResult {
    guard let id = call.arguments.text("pedido") else { return ActionResult("no_existe") }
    let request = FileReport(order: id, kind: kind, text: masked(call.arguments.text("texto") ?? ""))
    switch try orders.perform(request, of: customer.id, key: call.key, now: now) {
    case .filed(let seller): return ActionResult("ok", ["vendedor": .text(seller.name)])
    case .ownSeller: return ActionResult("propio")
    case .alreadyFiled: return ActionResult(again)
    case .notFound, nil: return ActionResult("no_existe")
    }
  }
}
