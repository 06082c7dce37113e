import TextAnalysis

/// What one shop calls its products: words that name a product although no author could know them.
///
/// Only the words that products go by, the first of a name or an alias: «comedero» of «Comedero para gatos». A message
/// holds few words that the content does not know, so only those are looked up.
package struct WareNames: Sendable {
  private var forms: Set<ArraySlice<UInt8>> = []

  package init() {}

  /// Cost: O(names); made once for a shop.
  init(_ names: [String], analyzer: TextAnalyzer) {
    for name in names {
      let text = analyzer.analyze(name)
      guard let first = text.tokens.indices.first(where: { text.tokens[$0].kind == .word }) else { continue }
      let word = text.folded(first)
      guard word.utf8.count > 3, !FunctionWords.all.contains(word) else { continue }
      for form in WareNames.numbers(of: word) { forms.insert(Array(form.utf8)[...]) }
    }
  }

  /// Whether the word, in singular or plural, may stand for anything at all: «la cosa», «el aparato».
  package static func isGeneral(_ word: String) -> Bool {
    general.contains(word) || word.hasSuffix("s") && general.contains(String(word.dropLast()))
      || word.hasSuffix("es") && general.contains(String(word.dropLast(2)))
  }

  private static let general: Set<String> = [
    "producto", "articulo", "cosa", "objeto", "regalo", "aparato", "accesorio", "repuesto", "recambio", "herramienta",
    "maquina", "ropa", "telefono", "movil", "cel", "mando", "memoria", "cartera", "tinta", "radio", "caja", "disco",
    "trasto", "chisme", "cacharro", "invento", "bicho", "rollo", "mercancia", "bulto", "coso", "cosita", "cachivache",
    "material", "genero", "articulito", "resto",
  ]

  var isEmpty: Bool { forms.isEmpty }

  func contains(_ folded: ArraySlice<UInt8>) -> Bool { forms.contains(folded) }

  /// The word in singular and plural, crudely: a form too many does no harm.
  private static func numbers(of word: String) -> [String] {
    var forms = [word, word + "s", word + "es"]
    if word.hasSuffix("s") { forms.append(String(word.dropLast())) }
    if word.hasSuffix("es") { forms.append(String(word.dropLast(2))) }
    if word.hasSuffix("z") { forms.append(word.dropLast() + "ces") }
    return forms
  }
}
