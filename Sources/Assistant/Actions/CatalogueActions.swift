import Commerce
import Dialogue
import Foundation
import Spanish
import Understanding

/// Products and devices (X3, X6, X7, DEV2, DEV3).
enum CatalogueActions {
  static let entries: [ActionEntry] = [
    ActionEntry(
      "productos.consultar", "Variantes, existencias y precios del producto que el cliente nombra",
      inputs: ["producto", "valor"],
      outcomes: ["producto", "disponible", "barata", "cara", "agotado", "no_hay", "varios", "ninguno"],
      outputs: [
        "producto_nombre", "variantes_texto", "variante_texto", "precio", "precio_max", "mas_barata", "mas_cara",
        "opciones", "una_sola", "cuantas", "producto",
      ], body: ActionRunner.queryProduct),
    ActionEntry(
      "dispositivos.garantia", "Si un dispositivo está en garantía, por su número de serie", demand: .see,
      inputs: ["numero_serie", "serie_dicha"],
      outcomes: ["en_garantia", "fuera_de_garantia", "sin_garantia", "ya_en_cambio", "desconocido", "no_existe"],
      outputs: ["producto_nombre", "hasta", "pedido", "serie_anotada"], body: ActionRunner.checkWarranty),
    ActionEntry(
      "dispositivos.reemplazar", "Manda otro dispositivo y la etiqueta pagada para el que falla", demand: .act,
      inputs: ["numero_serie", "serie_dicha"],
      outcomes: ["ok", "fuera_de_garantia", "sin_garantia", "ya_en_cambio", "desconocido", "no_existe"],
      outputs: ["etiqueta", "productos", "correo"], writes: true, body: ActionRunner.replaceDevice),
  ]
}

extension ActionRunner {
  func queryProduct(_ call: ActionCall) throws(OrderServiceError) -> ActionResult {
    let catalogue = try orders.products()
    let named = call.arguments.text("producto").flatMap { id in catalogue.first { $0.id == id } }
    let told = told(towards: OrderFinder.vocabulary(of: catalogue))
    let texts = (named == nil ? call.arguments.text("producto").map { [$0] } ?? [] : []) + told
    let spoken =
      texts.lazy.map { OrderFinder.products(namedBy: Words.content(of: [$0]), in: catalogue) }.first { !$0.isEmpty }
      ?? []
    // The product spoken of before counts where the words name no other.
    let namesOther = spoken.isEmpty && told.contains { model.namesProduct($0, wares: tongue.wares) }
    let found = named.map { namesOther ? [] : spoken.isEmpty || spoken.contains($0) ? [$0] : spoken } ?? spoken
    guard let product = found.first else { return ActionResult("ninguno") }
    guard found.count == 1 else {
      return ActionResult(
        "varios",
        ["opciones": .list(found.prefix(5).map { option($0.id, label: $0.name, aliases: $0.aliases) })])
    }
    return about(product, words: call.arguments.text("valor").map { [$0] } ?? told)
  }

  private func about(_ product: Product, words: [String]) -> ActionResult {
    let inStock = product.variants.filter { $0.stock > 0 }.sorted { $0.price.amount < $1.price.amount }
    var outputs: Slots = [
      "producto": .text(product.id), "cuantas": number(inStock.count), "producto_nombre": .text(product.name),
      "una_sola": yesNo(product.variants.count == 1),
    ]
    outputs["variantes_texto"] = texts(inStock.map { describe($0, of: product) })
    outputs["precio"] = inStock.first.map { money($0.price) }
    outputs["precio_max"] = inStock.last.map { money($0.price) }
    outputs["mas_barata"] = inStock.first.map { .text(describe($0, of: product)) }
    outputs["mas_cara"] = inStock.last.map { .text(describe($0, of: product)) }
    let reader = VariantWishReader(product: product, current: nil)
    for text in words {
      let wish = reader.wish(in: text)
      guard !wish.isEmpty else { continue }
      func told(_ outcome: String, _ variants: [ProductVariant]) -> ActionResult {
        outputs["variante_texto"] = texts(variants.map { describe($0, of: product) })
        return ActionResult(outcome, outputs)
      }
      switch wish.choose(of: product, current: nil) {
      case .one(let variant), .instead(let variant): return told(found(wish), [variant])
      case .outOfStock(let variant): return told("agotado", [variant])
      case .several(let variants):
        let available = variants.filter { $0.stock > 0 }
        return told(available.isEmpty ? "agotado" : found(wish), available.isEmpty ? variants : available)
      case .none, .kept: return ActionResult("no_hay", outputs)
      }
    }
    return inStock.isEmpty ? ActionResult("agotado", outputs) : ActionResult("producto", outputs)
  }

  /// What the question was about: a price, or whether there is any.
  private func found(_ wish: VariantWish) -> String {
    switch wish.price {
    case .cheapest, .cheaper: "barata"
    case .dearest, .dearer: "cara"
    case nil: "disponible"
    }
  }

  /// «negro, 39 (59,90 €)»; the price alone where there is nothing to choose.
  private func describe(_ variant: ProductVariant, of product: Product) -> String {
    let values = product.values(of: variant)
    let price = shown(money(variant.price))
    return values.isEmpty ? price : "\(values.joined(separator: ", ")) (\(price))"
  }

  // MARK: Devices

  func checkWarranty(_ call: ActionCall) throws(OrderServiceError) -> ActionResult {
    let mine = try orders.orders(of: customer.id, now: now)
    let verdict = Warranty.verdict(serial: serial(call.arguments) ?? "", orders: mine, now: now)
    func told(_ outcome: String, _ order: String, _ line: String, until: Date? = nil) -> ActionResult {
      var outputs: Slots = ["pedido": .text(order)]
      outputs["producto_nombre"] = mine.first { $0.id == order }?.order.line(line).map { .text($0.name) }
      outputs["hasta"] = until.map { day($0) }
      return ActionResult(outcome, outputs)
    }
    switch verdict {
    case .covered(let order, let line, let until): return told("en_garantia", order, line, until: until)
    case .expired(let order, let line, let until): return told("fuera_de_garantia", order, line, until: until)
    case .noWarranty(let order, let line): return told("sin_garantia", order, line)
    case .beingReplaced(let order, let line): return told("ya_en_cambio", order, line)
    case .unknownSerial:
      var result = ActionResult("desconocido")
      result.cleared = ["numero_serie", "serie_dicha"]
      result.outputs["serie_anotada"] = serial(call.arguments).map { .text($0) }
      return result
    }
  }

  /// The serial number as recognised, or the longest word with a digit in what was answered.
  private func serial(_ arguments: Slots) -> String? {
    if let serial = arguments.text("numero_serie") { return serial }
    let words = (arguments.text("serie_dicha") ?? "").split { !$0.isLetter && !$0.isNumber && $0 != "-" }
    return words.filter { $0.contains(where: \.isNumber) && $0.utf8.count >= 6 }.max { $0.utf8.count < $1.utf8.count }
      .map(String.init)
  }

  func replaceDevice(_ call: ActionCall) throws(OrderServiceError) -> ActionResult {
    guard let serial = serial(call.arguments) else { return ActionResult("desconocido") }
    switch try orders.perform(ReplaceDevice(serial: serial), of: customer.id, key: call.key, now: now) {
    case .replaced(let created): return ActionResult("ok", outputs(of: created), confirmation: created.confirmation)
    case .refused(.expired): return ActionResult("fuera_de_garantia")
    case .refused(.noWarranty): return ActionResult("sin_garantia")
    case .refused(.beingReplaced): return ActionResult("ya_en_cambio")
    case .refused(.unknownSerial), .refused(.covered): return ActionResult("desconocido")
    case nil: return ActionResult("no_existe")
    }
  }
}
