import Commerce
import Dialogue
import Foundation
import Spanish
import Understanding

/// What the catalogue tells of one quality of a product: «¿cuántas plazas tiene la tienda de campaña?» (X3, PRE1).
///
/// A shop's file knows the options of its products, their values and the products' names, and nothing else: what is in
/// none of them is not known, and said to be so.
extension ActionRunner {
  static let productFacts = ActionEntry(
    "productos.dato",
    "Qué dice la ficha de una característica del producto que se nombra; `mio` si es de un pedido del cliente",
    inputs: ["producto"], outcomes: ["mio", "ficha", "sin_dato", "ninguno"],
    outputs: ["producto_nombre", "dato", "valores", "pedido", "producto"], body: ActionRunner.tellFact)

  func tellFact(_ call: ActionCall) throws(OrderServiceError) -> ActionResult {
    let words = Words.content(of: said.texts.prefix(1).map { $0 })
    let mine = customer.isAnonymous ? [] : try orders.orders(of: customer.id, now: now)
    guard let product = try product(namedBy: words, call, mine: mine) else { return ActionResult("ninguno") }
    var outputs: Slots = ["producto": .text(product.id), "producto_nombre": .text(product.name)]
    let asked = words.subtracting(Words.content(of: [product.name] + product.aliases).filter { Int($0) == nil })
    if let option = option(of: product, askedBy: asked) {
      outputs["dato"] = .text(option.key)
      outputs["valores"] = texts(option.values.map(\.value))
      for record in mine {
        for line in record.order.lines where line.product == product.id {
          guard let value = product.variant(line.variant)?.options[option.key] else { continue }
          outputs["valores"] = texts([value])
          outputs["pedido"] = .text(record.id)
          return ActionResult("mio", outputs)
        }
      }
      return ActionResult("ficha", outputs)
    }
    // «Puzle de 1000 piezas»: the name itself may tell.
    let name = Words.list(product.name)
    let all = Set(said.texts.prefix(1).flatMap(Words.list))
    if let at = name.indices.dropLast().first(where: { Int(name[$0]) != nil && all.contains(name[$0 + 1]) }) {
      outputs["dato"] = .text(name[at + 1] + "s")
      outputs["valores"] = texts([name[at]])
      return ActionResult("ficha", outputs)
    }
    return ActionResult("sin_dato", outputs)
  }

  /// The product that the words name, one's own before others; the one spoken of last where they name none.
  private func product(
    namedBy words: Set<String>, _ call: ActionCall, mine: [CustomerOrder]
  ) throws(OrderServiceError) -> Product? {
    let catalogue = try orders.products()
    let named = OrderFinder.products(namedBy: words, in: catalogue)
    let bought = Set(mine.flatMap { $0.order.lines.map(\.product) })
    if named.count == 1 { return named[0] }
    if !named.isEmpty {
      let own = named.filter { bought.contains($0.id) }
      return own.count == 1 ? own[0] : nil
    }
    if said.texts.contains(where: { model.namesProduct($0, wares: tongue.wares) }) { return nil }
    return call.arguments.text("producto").flatMap { id in catalogue.first { $0.id == id } }
  }

  /// The option that the words ask for: by its name, by what measures it, or by one of its values.
  private func option(of product: Product, askedBy words: Set<String>) -> ProductOption? {
    let options = product.options ?? []
    let wanted = words.union(words.flatMap { ProductQualities.options[$0] ?? [] })
    return options.first { !Words.content(of: [$0.key] + ($0.aliases ?? [])).isDisjoint(with: wanted) }
      ?? options.first { option in
        option.values.contains { !Words.content(of: [$0.value] + ($0.aliases ?? [])).isDisjoint(with: words) }
      }
  }
}

/// What is asked with which words: «¿cuánto mide?» asks for the measure.
enum ProductQualities {
  /// The names that an option may go by, in the singular, by the word that asks for it.
  static let options: [String: [String]] = {
    let table: [(asked: String, options: String)] = [
      ("mide miden medida dimension largo ancho alto", "medida tamano longitud diametro dimension largo ancho altura"),
      ("pesa pesan kilo gramo", "peso"), ("litro cabe caben capacidad", "capacidad volumen litro"),
      ("voltio corriente enchufe voltaje", "tension voltaje alimentacion"), ("vatio consume", "potencia"),
      ("hecho hecha tela tejido", "material tejido"), ("huele huelen", "aroma"), ("plaza persona", "plaza"),
    ]
    var options: [String: [String]] = [:]
    for row in table {
      for word in Words.list(row.asked) { options[word, default: []] += Words.list(row.options) }
    }
    return options
  }()
}
