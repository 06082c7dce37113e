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
      words[$0].isProduct && !WareNames.isGeneral(words[$0].folded)
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

  /// A thing of which neither the content nor the shop has ever heard: «devolver el violonchelo». Only what stands where
  /// a thing must: behind its article, and that behind a word for what is done with bought things, or first of all. nil
  /// also where something in the text was bought, or nearly is the name of it.
  init?(strangeIn text: String, orders: [CustomerOrder], model: UnderstandingModel, wares: WareNames) {
    let words = model.wordsAndProducts(in: text, wares: wares)
    guard !words.contains(where: { OrderFinder.isNamed(Words.content(of: [$0.folded]), among: orders) }) else {
      return nil
    }
    let names = OrderFinder.vocabulary(of: orders)
    let stranger = words.indices.first { index in
      let word = words[index]
      guard index > 0, word.folded.utf8.count > 3, !WareNames.isGeneral(word.folded) else { return false }
      let determiner = words[index - 1].folded
      guard ThingNotBought.definite.contains(determiner) || ThingNotBought.indefinite.contains(determiner) else {
        return false
      }
      let before = index > 1 ? words[index - 2].folded : ""
      guard before.isEmpty || ThingNotBought.acts.contains(where: before.hasPrefix), model.isStrange(word.folded) else {
        return false
      }
      return !Suggestion.isNear(word.folded, to: names)
    }
    guard let stranger else { return nil }
    name = words[stranger].typed
    isAlone = true
  }

  /// How words begin that tell what is done with what was bought, or where it is.
  private static let acts = [
    "devol", "devuel", "retorn", "regres", "cancel", "anul", "cambi", "modific", "rechaz", "localiz", "rastre",
    "encontr", "encuentr", "recib", "lleg", "compr", "encarg", "reclam", "esta", "anda", "vien",
  ]
}
