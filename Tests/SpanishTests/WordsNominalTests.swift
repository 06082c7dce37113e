import Spanish
import Testing

/// Plurals, genders, diminutives and superlatives.
@Suite struct WordsNominalTests {
  static let right: [(lemma: String, kind: PartOfSpeech, forms: String)] = [
    ("pedido", .noun, "pedido pedidos pedidito pediditos"),
    ("paquete", .noun, "paquetes paquetito paquetitos"),
    ("caja", .noun, "cajas cajita cajitas"),
    ("caso", .noun, "casos casito"),
    ("devolución", .noun, "devoluciones"),
    ("camión", .noun, "camiones camioncito"),
    ("orden", .noun, "órdenes"),
    ("imagen", .noun, "imágenes"),
    ("vez", .noun, "veces"),
    ("cupón", .noun, "cupones cuponcito"),
    ("autobús", .noun, "autobuses"),
    ("mes", .noun, "meses"),
    ("lunes", .noun, "lunes"),
    ("papel", .noun, "papeles papelito"),
    ("repartidor", .noun, "repartidora repartidores repartidoras"),
    ("móvil", .noun, "móviles"),
    ("email", .noun, "emails"),
    ("ticket", .noun, "tickets"),
    ("poco", .noun, "poquito"),
    ("ley", .noun, "leyes"),
    ("roto", .adjective, "rota rotos rotas rotito rotísimo rotísima"),
    ("grande", .adjective, "grandes gran grandísimo"),
    ("rápido", .adjective, "rápida rápidos rapidísimo"),
    ("español", .adjective, "española españoles españolas"),
    ("inglés", .adjective, "inglesa ingleses inglesas"),
    ("largo", .adjective, "larga larguísimo"),
    ("rico", .adjective, "riquísima riquito"),
    ("amable", .adjective, "amables amabilísimo"),
    ("feliz", .adjective, "felices felicísimo"),
    ("bueno", .adjective, "buen buena buenos"),
  ]

  static let wrong: [(lemma: String, kind: PartOfSpeech, forms: String)] = [
    ("caso", .noun, "casa cosas casas casita"),
    ("pedido", .noun, "pedida pedidoes"),
    ("devolución", .noun, "devolucións devoluciónes"),
    ("vez", .noun, "vezes vezs"),
    ("lunes", .noun, "luneses"),
    ("email", .noun, "emailes"),
    ("mejor", .adjective, "mejora mejoras"),
    ("grande", .adjective, "granda"),
    ("rico", .adjective, "ricísimo"),
  ]

  @Test(arguments: right) func makes(lemma: String, kind: PartOfSpeech, forms: String) {
    let made = Set(Lexicon.forms(of: LemmaEntry(lemma: lemma, partOfSpeech: kind)))
    for form in forms.split(separator: " ") { #expect(made.contains(String(form)), "\(lemma): \(form) in \(made)") }
  }

  @Test(arguments: wrong) func doesNotMake(lemma: String, kind: PartOfSpeech, forms: String) {
    let made = Set(Lexicon.forms(of: LemmaEntry(lemma: lemma, partOfSpeech: kind)))
    for form in forms.split(separator: " ") { #expect(!made.contains(String(form)), "\(lemma): \(form)") }
  }
}
