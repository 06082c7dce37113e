import Commerce
import Dialogue
import Foundation
import Spanish

/// Cancelling (CAN1–CAN9).
enum CancelActions {
  static let entries: [ActionEntry] = [
    ActionEntry(
      "pedidos.comprobar_cancelacion", "Si un pedido, o unos productos suyos, se pueden cancelar", demand: .see,
      inputs: ["pedido", "lineas", "motivo"],
      outcomes: [
        "posible", "elegir", "fuera_de_plazo", "en_preparacion", "enviado", "entregado", "ya_cancelado",
        "ya_solicitado", "lote", "lote_espera", "pedido_entero", "ya_modificado", "pide_motivo", "motivo_no_admitido",
        "no_se_ofrece", "no_existe",
      ],
      outputs: [
        "lineas_posibles", "lineas", "productos", "cuantos", "importe", "vendedor", "tipo_vendedor", "minutos",
        "correo", "desde", "motivos", "pedido_dicho",
      ], body: ActionRunner.checkCancellation),
    ActionEntry(
      "pedidos.cancelar", "Cancela productos en el acto y devuelve el dinero", demand: .act,
      inputs: ["pedido", "lineas", "motivo"],
      outcomes: [
        "ok", "fuera_de_plazo", "en_preparacion", "enviado", "ya_cancelado", "ya_modificado", "motivo_no_admitido",
        "no_existe",
      ],
      outputs: ["productos", "importe", "metodo", "correo", "saldo"], writes: true, body: ActionRunner.cancel),
    ActionEntry(
      "pedidos.solicitar_cancelacion", "Pide que se cancele lo que ya se está preparando", demand: .act,
      inputs: ["pedido", "lineas", "motivo"],
      outcomes: ["ok", "enviado", "ya_cancelado", "ya_solicitado", "no_se_ofrece", "no_existe"],
      outputs: ["plazo", "productos", "correo"], writes: true, body: ActionRunner.requestCancellation),
  ]
}

extension ActionRunner {
  func checkCancellation(_ call: ActionCall) throws(OrderServiceError) -> ActionResult {
    guard let found = try order(call.arguments) else { return ActionResult("no_existe") }
    let policies = try policies()
    let verdict = CancellationPolicy.verdict(
      on: found.order, soldBy: found.seller.kind, lines: call.arguments.lines, now: now, policies: policies)
    let minutes = Int(now.timeIntervalSince(found.order.placedAt.date) / 60)
    var outputs: Slots = [
      "vendedor": .text(found.seller.name),
      "tipo_vendedor": .text(found.seller.kind == .external ? "externo" : "propio"), "minutos": number(max(0, minutes)),
    ]
    outputs["correo"] = customer.email.map { .text($0) }
    outputs["pedido_dicho"] = yesNo(said.latest.contains(found.id))
    func told(_ outcome: String, _ lines: [String]) -> ActionResult {
      outputs.merge(lineOutputs(lines, of: found.order)) { _, new in new }
      return ActionResult(outcome, outputs)
    }
    switch verdict {
    case .possible(let lines):
      // «Cancela la funda», where only whole orders can be cancelled: the customer must hear of the rest.
      let isMore = !policies.partialCancel && call.arguments.lines == nil && !linesSaid(of: found).isEmpty
      return reason(call, policies) ?? told(isMore ? "pedido_entero" : "posible", lines)
    case .choose(let lines):
      outputs["lineas_posibles"] = lineOptions(lines, of: found)
      outputs["productos"] = names(lines, of: found.order)
      outputs["cuantos"] = number(lines.count)
      return ActionResult("elegir", outputs)
    case .bundle(let lines): return reason(call, policies) ?? told("lote", lines)
    case .wholeOrderOnly(let lines): return reason(call, policies) ?? told("pedido_entero", lines)
    case .bundleWait(let lines, let from):
      outputs["desde"] = moment(from)
      return told("lote_espera", lines)
    case .tooLate(let lines, _): return told("fuera_de_plazo", lines)
    case .preparing(let lines): return told(policies.cancellationRequest ? "en_preparacion" : "no_se_ofrece", lines)
    case .shipped: return ActionResult("enviado", outputs)
    case .alreadyModified: return ActionResult("ya_modificado", outputs)
    case .reasonNotAccepted: return ActionResult("motivo_no_admitido", outputs)
    case .delivered: return ActionResult("entregado", outputs)
    case .alreadyCancelled: return ActionResult("ya_cancelado", outputs)
    case .alreadyRequested: return ActionResult("ya_solicitado", outputs)
    case .unknownLine: return ActionResult("no_existe", outputs)
    }
  }

  /// Where the shop accepts only certain reasons: what is missing, or wrong, about the one given.
  private func reason(_ call: ActionCall, _ policies: Policies) -> ActionResult? {
    guard let accepted = policies.cancelReasons else { return nil }
    guard let reason = call.arguments.text("motivo") else { return ActionResult("pide_motivo") }
    guard !accepted.contains(reason) else { return nil }
    return ActionResult("motivo_no_admitido", ["motivos": texts(accepted.map { word("motivos.\($0)") })])
  }

  func cancel(_ call: ActionCall) throws(OrderServiceError) -> ActionResult {
    guard let id = call.arguments.text("pedido"), let lines = call.arguments.lines else {
      return ActionResult("no_existe")
    }
    let request = CancelLines(order: id, lines: lines, reason: call.arguments.text("motivo"))
    switch try orders.perform(request, of: customer.id, key: call.key, now: now) {
    case .cancelled(let cancellation):
      var outputs: Slots = [
        "productos": names(cancellation.lines), "importe": money(cancellation.amount),
        "correo": .text(cancellation.confirmation.email),
      ]
      if !cancellation.refunds.isEmpty { outputs["metodo"] = texts(cancellation.refunds.map(\.method.label)) }
      for refund in cancellation.refunds { outputs.merge(try balanceOutput(refund.method)) { _, new in new } }
      var result = ActionResult("ok", outputs, confirmation: cancellation.confirmation)
      if cancellation.refunds.isEmpty { result.letter?.template = Letter.uncharged }
      return result
    case .refused(let verdict): return ActionResult(refusal(verdict))
    case .notFound, nil: return ActionResult("no_existe")
    }
  }

  /// What the customer hears when something has changed since the question.
  private func refusal(_ verdict: CancellationVerdict) -> String {
    switch verdict {
    case .tooLate, .bundleWait: "fuera_de_plazo"
    case .preparing, .alreadyRequested, .possible, .choose, .bundle, .wholeOrderOnly: "en_preparacion"
    case .shipped, .delivered: "enviado"
    case .alreadyModified: "ya_modificado"
    case .reasonNotAccepted: "motivo_no_admitido"
    case .alreadyCancelled: "ya_cancelado"
    case .unknownLine: "no_existe"
    }
  }

  func requestCancellation(_ call: ActionCall) throws(OrderServiceError) -> ActionResult {
    guard let id = call.arguments.text("pedido") else { return ActionResult("no_existe") }
    let request = RequestCancellation(
      order: id, lines: call.arguments.lines, reason: call.arguments.text("motivo"))
    switch try orders.perform(request, of: customer.id, key: call.key, now: now) {
    case .requested(let request):
      var result = ActionResult(
        "ok",
        [
          "plazo": moment(request.answerBy), "productos": names(request.lines),
          "correo": .text(request.confirmation.email),
        ], confirmation: request.confirmation)
      result.promise = ("cancelacion_solicitada", request.answerBy)
      return result
    case .refused(.alreadyCancelled): return ActionResult("ya_cancelado")
    case .refused(.alreadyRequested): return ActionResult("ya_solicitado")
    case .refused(.notOffered): return ActionResult("no_se_ofrece")
    case .refused(.shipped): return ActionResult("enviado")
    case .refused(.possible), .refused(.unknownLine), .notFound, nil: return ActionResult("no_existe")
    }
  }
}
