import Commerce
import Dialogue
import Foundation
import Spanish

/// Which products become which variants, and what that costs (X6, X7, X5).
enum VariantActions {
  private static let outcomes = [
    "completo", "falta", "varias", "agotada", "no_hay", "la_misma", "sin_opciones", "elegir", "se_queda", "no_existe",
  ]
  private static let outputs = [
    "cambios", "cambios_texto", "importe", "tipo_diferencia", "lineas", "lineas_posibles", "producto_nombre",
    "variante_texto", "variantes", "sustituidas", "se_quedan", "quedan_otras",
    "lineas_restantes", "deseo",
  ]

  static let entries: [ActionEntry] = [
    ActionEntry(
      "cambios.donde", "Si lo que el cliente quiere cambiar de un pedido está `entregado` o sigue `pendiente`",
      demand: .see, inputs: ["pedido"], outcomes: ["entregado", "pendiente", "no_existe"],
      body: ActionRunner.whereChangesAre),
    ActionEntry(
      "cambios.adivinar", "Si el cliente ya dice cómo quiere un producto de sus pedidos, aunque no diga qué cambia",
      demand: .see, inputs: ["pedido"], outcomes: ["articulo", "no_existe", ActionSignature.nothingNew],
      outputs: ["campo"], body: ActionRunner.guessChange),
    ActionEntry(
      "cambios.leer",
      "Qué productos se cambian y por qué variante, por las palabras del cliente: «el teclado por uno clicky y la lámpara en blanco; si no hay, en negro». Suma la diferencia",
      demand: .see, inputs: ["pedido", "lineas", "lineas_posibles", "valor", "cambios", "deseo"], outcomes: outcomes,
      outputs: outputs, body: ActionRunner.readChanges),
    ActionEntry(
      "cambios.revisar",
      "Si lo último que ha dicho el cliente cambia lo que se iba a cambiar, o con qué se paga: «sí, pero el teclado en blanco», «mejor a PayPal»",
      demand: .see, inputs: ["pedido", "lineas", "lineas_posibles", "cambios", "metodo_pago", "metodo_resto", "deseo"],
      outcomes: outcomes + ["otro_metodo", ActionSignature.nothingNew],
      outputs: outputs + ["metodo_pago", "metodo_resto"],
      body: ActionRunner.reviewChanges),
  ]
}

extension ActionRunner {
  func whereChangesAre(_ call: ActionCall) throws(OrderServiceError) -> ActionResult {
    guard let found = try order(call.arguments) else { return ActionResult("no_existe") }
    let named = linesSaid(of: found)
    let lines = named.isEmpty ? found.order.lines : named
    let gone: Set<OrderStatus> = [.delivered, .returnRequested, .returned, .exchangeRequested]
    let isDelivered = lines.contains { gone.contains($0.status) } && !lines.contains { $0.status == .pending }
    return ActionResult(isDelivered ? "entregado" : "pendiente")
  }

  func guessChange(_ call: ActionCall) throws(OrderServiceError) -> ActionResult {
    let named = try order(call.arguments)
    let mine = if let named { [named] } else { try orders.orders(of: customer.id, now: now) }
    let isWished = mine.contains { found in
      let open = found.order.lines.filter { (found.products[$0.product]?.variants.count ?? 0) > 1 }
      return said.texts.contains { text in
        var plan = ChangePlan([], open: open, in: found)
        return !LineParts(text, among: open, in: found).named.isEmpty && plan.read(text, about: nil)
      }
    }
    return isWished ? ActionResult("articulo", ["campo": .text("articulo")]) : ActionResult(ActionSignature.nothingNew)
  }

  func readChanges(_ call: ActionCall) throws(OrderServiceError) -> ActionResult {
    guard let found = try order(call.arguments) else { return ActionResult("no_existe") }
    let asked = call.arguments.lines ?? []
    var plan = plan(call, in: found)
    if let answer = call.arguments.text("valor") {
      let product = asked.first.flatMap(found.order.line).flatMap { found.products[$0.product] }
      if let line = asked.first, let variant = product?.variant(answer) {
        plan.choose(variant, for: line)
      } else {
        plan.read(answer, about: asked.first)
      }
    } else {
      // The newest words come last, and win; those that began the task are read once.
      for text in plan.changes.isEmpty ? said.texts.reversed() : [said.latest] {
        plan.read(text, about: asked.count == 1 ? asked[0] : nil)
      }
    }
    return answer(plan, asked: asked, in: found)
  }

  func reviewChanges(_ call: ActionCall) throws(OrderServiceError) -> ActionResult {
    guard let found = try order(call.arguments) else { return ActionResult("no_existe") }
    var plan = plan(call, in: found)
    let asked = call.arguments.lines ?? []
    plan.narrow(said.latest)
    if !plan.read(said.latest, about: asked.first ?? (plan.changes.count == 1 ? plan.changes[0].line : nil)),
      let line = asked.first, plan.keeps(said.latest)
    {
      plan.leave(line)
    }
    let method = try account().map { methodChanged(by: call.arguments, for: found.order, of: $0) } ?? [:]
    guard plan.isTouched || !method.isEmpty else { return ActionResult(ActionSignature.nothingNew) }
    // A method that is named before all is chosen is kept, and the question stands.
    var result =
      plan.isTouched || !asked.isEmpty ? answer(plan, asked: asked, in: found) : ActionResult("otro_metodo")
    result.outputs.merge(method) { _, new in new }
    return result
  }

  private func plan(_ call: ActionCall, in found: CustomerOrder) -> ChangePlan {
    let listed = (call.arguments["lineas_posibles"]?.items ?? []).compactMap { $0["id"]?.string }
    let ids = listed.isEmpty ? call.arguments.lines ?? found.order.lines.map(\.id) : listed
    let open = ids.compactMap(found.order.line).filter { (found.products[$0.product]?.variants.count ?? 0) > 1 }
    let earlier = (call.arguments["deseo"]?.items ?? []).compactMap(\.string)
    return ChangePlan(call.arguments.changes, open: open, earlier: earlier, in: found)
  }

  /// What the plan comes to: the first thing that stands in its way, or what it costs.
  private func answer(_ plan: ChangePlan, asked: [String], in found: CustomerOrder) -> ActionResult {
    let difference = VariantPolicy.difference(of: plan.changes, in: found)
    let settled = Set(plan.changes.map(\.line) + plan.left)
    var outputs: Slots = [
      "cambios": .list(plan.changes.map { .record(["linea": .text($0.line), "variante": .text($0.variant)]) }),
      "cambios_texto": texts(plan.changes.compactMap { describe($0, in: found) }),
      "importe": money(difference.magnitude), "tipo_diferencia": side(of: difference),
      "sustituidas": texts(
        plan.changes.filter { plan.replaced.contains($0.line) }.compactMap { describe($0, in: found) }),
      "se_quedan": names(plan.left, of: found.order),
    ]
    let others = plan.open.filter { !settled.contains($0.id) }
    outputs["quedan_otras"] = yesNo(!others.isEmpty)
    outputs["lineas_restantes"] = lineOptions(others.map(\.id), of: found)
    outputs["lineas_posibles"] = lineOptions(plan.open.map(\.id), of: found)
    func asking(_ outcome: String, _ queue: [String], _ variants: [ProductVariant]? = nil) -> ActionResult {
      guard let line = queue.first.flatMap(found.order.line), let product = found.products[line.product] else {
        return ActionResult("no_existe")
      }
      let free = product.variants.filter { $0.stock >= line.quantity && $0.id != line.variant }
      let offered = (variants ?? []).filter(free.contains)
      outputs["lineas"] = texts(queue)
      outputs["producto_nombre"] = .text(line.name)
      outputs["variantes"] = .list((offered.isEmpty ? free : offered).map { variantOption($0, of: product) })
      var result = ActionResult(outcome, outputs)
      result.cleared = ["valor"]
      return result
    }
    // What was wished in vain is kept for the next answer: «¿y en negro?».
    if let problem = plan.problems.first {
      let told = plan.earlier.isEmpty ? said.texts.reversed() : [said.latest]
      outputs["deseo"] = texts(plan.earlier + told.flatMap { plan.words(about: problem.line, in: $0) })
    }
    let waiting = asked.filter { id in !settled.contains(id) && plan.open.contains { $0.id == id } }
    if let problem = plan.problems.first {
      let queue = plan.problems.map(\.line) + waiting.filter { id in !plan.problems.contains { $0.line == id } }
      let line = found.order.line(problem.line)
      let product = line.flatMap { found.products[$0.product] }
      let near = product.flatMap { problem.wish.matches(of: $0, current: $0.variant(line?.variant ?? "")) }
      switch problem.choice {
      case .one, .instead:
        outputs["variante_texto"] = line.map { .text(options(of: $0, in: found).joined(separator: ", ")) }
        return asking("la_misma", queue)
      case .several(let variants): return asking("varias", queue, variants)
      case .outOfStock(let variant):
        outputs["variante_texto"] = product.map { .text($0.values(of: variant).joined(separator: ", ")) }
        return asking("agotada", queue, near)
      case .none, .kept:
        outputs["variante_texto"] = texts(problem.wish.unknown)
        return asking("no_hay", queue)
      }
    }
    let next = waiting.isEmpty && plan.changes.isEmpty ? plan.bare : waiting
    if !next.isEmpty { return asking("falta", next) }
    var result: ActionResult
    if !plan.changes.isEmpty {
      result = ActionResult("completo", outputs)
    } else if !plan.left.isEmpty {
      result = ActionResult("se_queda", outputs)
    } else if plan.open.count == 1 {
      return asking("falta", plan.open.map(\.id))
    } else if plan.open.isEmpty || asked.count == 1 {
      let line = (asked.first ?? found.order.lines.first?.id).flatMap(found.order.line)
      outputs["producto_nombre"] = line.map { .text($0.name) }
      result = ActionResult("sin_opciones", outputs)
    } else {
      result = ActionResult("elegir", outputs)
    }
    result.cleared = ["valor", "lineas", "otro_mas", "deseo"]
    return result
  }

  /// «5 × Camiseta de algodón (negro, L)».
  private func describe(_ change: LineVariant, in found: CustomerOrder) -> String? {
    guard let line = found.order.line(change.line), let product = found.products[line.product],
      let variant = product.variant(change.variant)
    else { return nil }
    let count = line.quantity > 1 ? "\(line.quantity) × " : ""
    return "\(count)\(line.name) (\(product.values(of: variant).joined(separator: ", ")))"
  }
}
