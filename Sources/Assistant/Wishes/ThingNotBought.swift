import Commerce
import Understanding

/// A thing that the customer speaks of and that none of their orders holds: «me cambiáis el pantalón», and there is none.
///
/// Only words that products go by count, and those for anything at all («el aparato») do not. What hangs on another
/// thing is left aside («la funda para el portátil»), and so is a new one in the story of a thing that was bought («la
/// cafetera rompió un vaso»).
struct ThingNotBought {
  /// As it was typed.
  let name: String
  /// Whether the text names nothing else: then nothing tells which order is meant.
  let isAlone: Bool

  /// The first such thing in `text`; nil if everything that it names was bought.
  init?(in text: String, orders: [CustomerOrder], model: UnderstandingModel, wares: WareNames) {
    let words = model.wordsAndProducts(in: text, wares: wares)
    func isBought(_ word: String) -> Bool { OrderFinder.isNamed(Words.content(of: [word]), among: orders) }
    // «Tienda» is what sells, too: such a word is looked for nowhere.
    func canBeLookedFor(_ word: String) -> Bool { !Words.content(of: [word]).isEmpty }
    let things = words.indices.filter {
      words[$0].isProduct && !ThingNotBought.anything.contains(Words.singular(words[$0].folded))
    }
    let hasBought = words.contains { isBought($0.folded) }
    let stranger = things.first { index in
      guard index > 0, canBeLookedFor(words[index].folded), !isBought(words[index].folded) else { return false }
      let determiner = words[index - 1].folded
      guard ThingNotBought.definite.contains(determiner) || !hasBought && ThingNotBought.indefinite.contains(determiner)
      else { return false }
      let before = index > 1 ? words[index - 2].folded : ""
      let isComplement = ThingNotBought.prepositions.contains(before) && (hasBought || things.contains { $0 < index })
      return !isComplement
    }
    guard let stranger else { return nil }
    name = words[stranger].typed
    isAlone = !hasBought
  }

  private static let definite: Set<String> = [
    "el", "la", "los", "las", "mi", "mis", "ese", "esa", "esos", "esas", "este", "esta", "estos", "estas",
  ]
  private static let indefinite: Set<String> = ["un", "una", "unos", "unas"]
  private static let prepositions: Set<String> = ["para", "de", "con", "en", "por", "a", "sin", "como", "sobre"]
  /// Words for anything, in the singular.
  private static let anything: Set<String> = [
    "producto", "articulo", "cosa", "objeto", "regalo", "aparato", "accesorio", "repuesto", "recambio", "herramienta",
    "maquina", "ropa", "telefono", "movil", "cel", "mando", "memoria", "cartera", "tinta", "radio", "caja", "disco",
  ]
}
