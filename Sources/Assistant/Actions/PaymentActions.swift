import Commerce
import Dialogue
import Foundation
import Spanish

/// Which of the customer's methods pays or takes money (X2).
enum PaymentActions {
  static let entries: [ActionEntry] = [
    ActionEntry(
      "pagos.opciones",
      "Qué métodos de la cuenta valen `para` un cobro, diferencia, cambio o devolucion; `elegido` si el cliente ya ha dicho cuál, `a_medias` si paga parte con una tarjeta regalo que no llega",
      demand: .see, inputs: ["pedido", "para", "importe", "tipo_diferencia", "metodo_pago", "metodo_resto"],
      outcomes: [
        "elegido", "uno", "varios", "no_admitido", "saldo_insuficiente", "a_medias", "falta_resto", "ninguno",
        "no_existe",
      ],
      outputs: ["metodos", "metodo_pago", "metodo", "metodo_resto", "metodo_segundo", "resto", "saldo"],
      words: ["para": ["cobro", "diferencia", "cambio", "devolucion"]], body: ActionRunner.paymentOptions),
    ActionEntry(
      "pagos.revisar", "Si lo último que ha dicho el cliente nombra otro método: «sí, pero con PayPal»",
      demand: .see, inputs: ["pedido", "metodo_pago", "metodo_resto"],
      outcomes: ["otro_metodo", "no_existe", ActionSignature.nothingNew],
      outputs: ["metodo_pago", "metodo_resto"], body: ActionRunner.reviewPayment),
  ]
}

extension ActionRunner {
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
    func list(_ methods: [PaymentMethod]) -> SlotValue {
      .list(methods.map { methodOption($0, isOriginal: $0.id == original?.id) })
    }
    func asked(_ outcome: String, _ more: Slots = [:], but refused: PaymentMethod? = nil) -> ActionResult {
      let options = able.filter { $0.id != refused?.id }
      let outputs: Slots = ["metodos": list(options)]
      var result = ActionResult(outcome, outputs.merging(more) { _, new in new })
      result.cleared = ["metodo_pago", "metodo_resto"]
      return result
    }
    func chosen(_ outcome: String, _ method: PaymentMethod) -> ActionResult {
      var result = ActionResult(
        outcome, ["metodo_pago": .text(method.id), "metodo": .text(method.label), "metodos": list(able)])
      result.cleared = ["saldo", "metodo_resto"]
      return result
    }
    let answer = call.arguments.text("metodo_pago")
    let named =
      answer.flatMap { account.paymentMethod($0) }
      ?? methodSaid(in: (answer.map { [$0] } ?? []) + said.texts, for: found.order, of: account)
    if let named {
      if case .tooLittle(let balance) = obstacle(named), admitted.contains(named) {
        let short: Slots = ["metodo": .text(named.label), "saldo": money(balance)]
        let others = able.filter { $0.kind != .giftCard }
        guard policies.splitPayment, call.arguments.text("para") != "cambio", balance.amount > 0, !others.isEmpty else {
          return asked("saldo_insuficiente", short)
        }
        return halves(
          call, named, short, rest: amount - balance, others: others, list: list, order: found.order, of: account)
      }
      if able.contains(named) { return chosen("elegido", named) }
      // «Pago con la Visa, cámbialo»: what pays now is no answer to what shall pay.
      if call.arguments.text("para") != "cobro" || answer != nil {
        return able.isEmpty ? asked("ninguno") : asked("no_admitido", ["metodo": .text(named.label)])
      }
    }
    // «La visa no»: what is refused is not offered again.
    let refused = call.arguments.text("para") == "devolucion" ? nil : methodRefused(of: account)
    guard let first = able.first else { return asked("ninguno") }
    let now: Slots = original.map { ["metodo": .text($0.label)] } ?? [:]
    return able.count == 1 ? chosen("uno", first) : asked("varios", now, but: able.count > 2 ? refused : nil)
  }

  /// What a gift card cannot pay alone, another method pays with it (`split_payment`).
  private func halves(
    _ call: ActionCall, _ card: PaymentMethod, _ short: Slots, rest: Money, others: [PaymentMethod],
    list: ([PaymentMethod]) -> SlotValue, order: Order, of account: Customer
  ) -> ActionResult {
    var outputs = short
    outputs["metodo_pago"] = .text(card.id)
    outputs["resto"] = money(rest)
    outputs["metodos"] = list(others)
    var account = account
    account.paymentMethods = others
    let answer = call.arguments.text("metodo_resto")
    let second =
      answer.flatMap { account.paymentMethod($0) }
      ?? methodSaid(in: (answer.map { [$0] } ?? []) + said.texts, for: order, of: account)
      ?? (others.count == 1 ? others[0] : nil)
    guard let second else {
      var result = ActionResult("falta_resto", outputs)
      result.cleared = ["metodo_resto"]
      return result
    }
    outputs["metodo_resto"] = .text(second.id)
    outputs["metodo_segundo"] = .text(second.label)
    return ActionResult("a_medias", outputs)
  }

  func reviewPayment(_ call: ActionCall) throws(OrderServiceError) -> ActionResult {
    guard let found = try order(call.arguments), let account = try account() else { return ActionResult("no_existe") }
    let changed = methodChanged(by: call.arguments, for: found.order, of: account)
    return changed.isEmpty ? ActionResult(ActionSignature.nothingNew) : ActionResult("otro_metodo", changed)
  }

  /// The method that the latest words name instead of the one chosen; nothing where they name none or the same.
  func methodChanged(
    by arguments: Slots, for order: Order, of account: Customer
  ) -> Slots {
    guard let named = methodSaid(in: [said.latest], for: order, of: account) else { return [:] }
    // «Y lo que falte con la Visa» leaves the gift card as it is.
    let isRest = Words.list(said.latest).contains { ["resto", "falte", "falta", "demas"].contains($0) }
    if isRest, arguments.text("metodo_resto") != nil { return ["metodo_resto": .text(named.id)] }
    return named.id == arguments.text("metodo_pago") ? [:] : ["metodo_pago": .text(named.id)]
  }

  /// Which methods the purpose admits, and what they would have to pay; nothing where money comes back.
  private func paymentRule(
    _ arguments: Slots, order: Order, policies: Policies
  ) -> (rule: [String], amount: Money) {
    switch arguments.text("para") {
    case "devolucion": return (policies.returnRefundTo, .zero(order.currency))
    case "diferencia", "cambio":
      let pays = arguments.text("tipo_diferencia") == "pagar"
      return (policies.differenceBy, pays ? arguments.money("importe") ?? .zero(order.currency) : .zero(order.currency))
    default: return (["any_own_method"], Payments.due(on: order))
    }
  }

  /// The customer's method that the newest of these texts names.
  func methodSaid(in texts: [String], for order: Order, of account: Customer) -> PaymentMethod? {
    let reader = methodReader(of: account, original: PaymentPolicy.original(of: order, customer: account))
    return texts.lazy.compactMap { reader.method(in: $0) }.first
  }

  private func methodRefused(of account: Customer) -> PaymentMethod? {
    methodReader(of: account, original: nil).refused(in: said.latest)
  }

  private func methodReader(of account: Customer, original: PaymentMethod?) -> MethodReader {
    MethodReader(
      methods: account.paymentMethods.map { method in
        let option = methodOption(method, isOriginal: method.id == original?.id)
        return (method, (option["aliases"]?.items ?? []).compactMap(\.string))
      })
  }
}
