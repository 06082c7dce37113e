import Commerce
import Foundation
import Spanish

/// Which variant is wished, and what a change of several products costs (X6, X7, X5).
enum VariantActions {
  static let entries: [ActionEntry] = [
    ActionEntry(
      "productos.variante",
      "La variante que el cliente quiere de un producto de su pedido: «en azul», «una talla más», «si no hay, en negro»",
      demand: .see, inputs: ["pedido", "lineas", "valor", "cambios"],
      outcomes: ["una", "otra", "varias", "agotada", "no_hay", "la_misma", "sin_opciones", "falta", "no_existe"],
      outputs: ["variante", "variante_texto", "variantes", "precio", "producto_nombre"],
      body: ActionRunner.chooseVariant),
    ActionEntry(
      "cambios.producto", "Qué producto se cambia primero, si el cliente ha dicho cómo lo quiere",
      demand: .see, inputs: ["pedido", "lineas_posibles"], outcomes: ["uno", "elegir", "no_existe"],
      outputs: ["lineas"], body: ActionRunner.firstChange),
    ActionEntry(
      "cambios.anotar",
      "Apunta la variante elegida en `cambios` y suma la diferencia; `siguiente` si el cliente nombró otro producto",
      demand: .see, inputs: ["pedido", "lineas", "variante", "cambios"],
      outcomes: ["completo", "siguiente", "quedan", "no_existe"],
      outputs: [
        "cambios", "cambios_texto", "importe", "tipo_diferencia", "lineas_posibles", "lineas", "producto_nombre",
        "variantes",
      ],
      body: ActionRunner.noteChange),
  ]
}

extension ActionRunner {
  func chooseVariant(_ call: ActionCall) throws(OrderServiceError) -> ActionResult {
    guard let found = try order(call.arguments), let id = call.arguments.lines?.first,
      let line = found.order.line(id), let product = found.products[line.product]
    else { return ActionResult("no_existe") }
    var outputs: [String: SlotValue] = ["producto_nombre": .text(line.name)]
    guard product.variants.count > 1 else { return ActionResult("sin_opciones", outputs) }
    let current = product.variant(line.variant)
    let others = product.variants.filter { $0.stock >= line.quantity && $0.id != line.variant }
    outputs["variantes"] = .list(others.map { variantOption($0, of: product) })
    func told(_ outcome: String, _ variant: ProductVariant? = nil) -> ActionResult {
      if let variant {
        outputs["variante"] = .text(variant.id)
        outputs["variante_texto"] = .text(product.values(of: variant).joined(separator: ", "))
        outputs["precio"] = money(variant.price)
      }
      var result = ActionResult(outcome, outputs)
      // What did not lead to a variant is asked for anew.
      if variant == nil || outcome == "agotada" || outcome == "la_misma" { result.cleared = ["valor", "variante"] }
      return result
    }
    if let variant = call.arguments.text("valor").flatMap(product.variant) {
      return told(variant.stock < line.quantity ? "agotada" : "una", variant)
    }
    let reader = VariantWishReader(product: product, current: current)
    for text in wordsAbout(line, in: found, call.arguments) {
      let wish = reader.wish(in: text)
      guard !wish.isEmpty else { continue }
      switch wish.choose(of: product, current: current) {
      case .one(let variant): return told(variant.id == line.variant ? "la_misma" : "una", variant)
      case .instead(let variant): return told("otra", variant)
      case .outOfStock(let variant): return told("agotada", variant)
      case .several(let variants):
        outputs["variantes"] = .list(variants.filter { $0.id != line.variant }.map { variantOption($0, of: product) })
        return told("varias")
      case .none: return told("no_hay")
      }
    }
    return others.isEmpty ? told("no_hay") : told("falta")
  }

  /// Where the wish for a line may stand: the answer, this turn's words, and, for the first line or where it is named,
  /// the words that began the task.
  private func wordsAbout(
    _ line: OrderLine, in found: CustomerOrder, _ arguments: [String: SlotValue]
  ) -> [String] {
    if let answer = arguments.text("valor") { return [answer] }
    let isFirst = arguments.changes.isEmpty
    return said.texts.compactMap { text in
      let part = VariantWishReader.part(of: text, about: line, in: found)
      return !isFirst && text == said.opening && part == text && text != said.latest ? nil : part
    }
  }

  func firstChange(_ call: ActionCall) throws(OrderServiceError) -> ActionResult {
    guard let found = try order(call.arguments) else { return ActionResult("no_existe") }
    let open = (call.arguments["lineas_posibles"]?.items ?? []).compactMap { $0["id"]?.string }
      .compactMap(found.order.line)
    let named = linesSaid(of: found).filter(open.contains)
    guard let first = named.count == 1 ? named[0] : open.first(where: { wish(for: $0, in: found) != nil }) else {
      return ActionResult("elegir")
    }
    return ActionResult("uno", ["lineas": texts([first.id])])
  }

  func noteChange(_ call: ActionCall) throws(OrderServiceError) -> ActionResult {
    guard let found = try order(call.arguments), let line = call.arguments.lines?.first,
      let variant = call.arguments.text("variante")
    else { return ActionResult("no_existe") }
    var changes = call.arguments.changes.filter { $0.line != line }
    changes.append(LineVariant(line: line, variant: variant))
    let status = found.order.line(line)?.status
    var left = found.order.lines.filter { other in
      other.status == status && !changes.contains { $0.line == other.id }
        && (found.products[other.product]?.variants.count ?? 0) > 1
    }
    // «… y la sudadera, a la XL»: what was wished in the same breath is noted with it, or asked for next.
    var unclear: OrderLine?
    for other in left {
      switch wish(for: other, in: found) {
      case .one(let variant)?: changes.append(LineVariant(line: other.id, variant: variant.id))
      case nil: break
      default: unclear = unclear ?? other
      }
    }
    left.removeAll { other in changes.contains { $0.line == other.id } }
    let difference = VariantPolicy.difference(of: changes, in: found)
    var outputs: [String: SlotValue] = [
      "cambios": .list(changes.map { .record(["linea": .text($0.line), "variante": .text($0.variant)]) }),
      "cambios_texto": texts(changes.compactMap { describe($0, in: found) }),
      "importe": money(difference.magnitude), "tipo_diferencia": side(of: difference),
    ]
    guard !left.isEmpty else { return ActionResult("completo", outputs) }
    if let unclear, let product = found.products[unclear.product] {
      let others = product.variants.filter { $0.stock >= unclear.quantity && $0.id != unclear.variant }
      outputs["lineas"] = texts([unclear.id])
      outputs["producto_nombre"] = .text(unclear.name)
      outputs["variantes"] = .list(others.map { variantOption($0, of: product) })
      var result = ActionResult("siguiente", outputs)
      result.cleared = ["variante", "valor"]
      return result
    }
    outputs["lineas_posibles"] = lineOptions(left.map(\.id), of: found)
    var result = ActionResult("quedan", outputs)
    result.cleared = ["lineas", "variante", "valor", "otro_mas"]
    return result
  }

  /// What the words of the task wish for a line that they name; nil when they wish nothing for it.
  private func wish(for line: OrderLine, in found: CustomerOrder) -> VariantChoice? {
    guard let product = found.products[line.product] else { return nil }
    let current = product.variant(line.variant)
    for text in said.texts {
      guard let part = VariantWishReader.part(of: text, about: line, in: found), part != text else { continue }
      let wish = VariantWishReader(product: product, current: current).wish(in: part)
      guard !wish.isEmpty else { continue }
      let choice = wish.choose(of: product, current: current)
      if case .one(let variant) = choice, variant.id == line.variant { return nil }
      return choice
    }
    return nil
  }

  /// «Camiseta de algodón (negro, L)».
  private func describe(_ change: LineVariant, in found: CustomerOrder) -> String? {
    guard let line = found.order.line(change.line), let product = found.products[line.product],
      let variant = product.variant(change.variant)
    else { return nil }
    return "\(line.name) (\(product.values(of: variant).joined(separator: ", ")))"
  }
}
