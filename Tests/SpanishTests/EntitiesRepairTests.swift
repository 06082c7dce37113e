import Spanish
import Testing
import TextAnalysis

/// One slip in a word of the calendar or of money is read as that word; a word that is Spanish, a name or a numeral never.
@Suite("Mistyped words of entities")
struct EntitiesRepairTests {
  @Test(
    "one slip",
    arguments: [
      ("la semmana pasada", "datetime 2026-03-02…2026-03-09"), ("20 euors", "money 20 EUR"),
      ("el 3 de febrrero", "datetime 2026-02-03…2026-02-04"), ("mañnaa", "datetime 2026-03-11…2026-03-12"),
      ("el mierrcoles que viene", "datetime 2026-03-11…2026-03-12"), ("el sabdo", "datetime 2026-03-14…2026-03-15"),
      ("el martse", "datetime 2026-03-17…2026-03-18"), ("dentro de dos semnas", "datetime 2026-03-24…2026-03-25"),
      ("el 5 de novienbre de 2026", "datetime 2026-11-05…2026-11-06"), ("30 centimmos", "money 0.3 EUR"),
      ("a las 9 de la nohce", "datetime 21:00"), ("20 minuots", "duration 1200"),
      ("la SEMAMA que viene", "datetime 2026-03-16…2026-03-23"),
    ])
  func repaired(text: String, line: String) throws { #expect(try Entities.lines(text) == [line]) }

  @Test(
    "Spanish words, names, numerals, more than one slip, another first letter",
    arguments: [
      "abrir", "el libro", "un dolor", "el género", "quiero partes", "lo sentimos", "el vegano", "junto",
      "una manzana", "mi coche", "tarta", "la viola", "soy Marzio", "para Juneo", "trenta", "cincuneta", "erous",
      "ssemanna", "jueces", "el sabido", "marrones", "despeus", "proyecto", "marca", "nuevo", "las lunas", "tardar",
    ])
  func untouched(text: String) throws { #expect(try Entities.lines(text).isEmpty) }

  /// No word that a slip away from one of the list is Spanish may change what a sentence holds.
  @Test("nothing is repaired out of what shops are told")
  func sentences() throws {
    let sentences = [
      "me habéis mandado la tarta rota y el libro manchado", "quiero devolver las partes del coche de juguete",
      "el género del producto es otro", "junto a la puerta del portal", "no puedo abrir la caja fuerte",
      "un marco de fotos con dolor de cabeza", "las mesas y las horcas", "el pasajero pasmado y el prójimo",
    ]
    for sentence in sentences { #expect(try Entities.lines(sentence).isEmpty, "\(sentence)") }
  }

  @Test("every word of the calendar survives the slips of a generator of the tests' own") func generated() throws {
    let recognizer = try EntityRecognizer(orderNumberPattern: #"\d{3}-\d{7}-\d{7}"#)
    let analyzer = try TextAnalyzer()
    func values(_ text: String) -> [SlotValue] {
      recognizer.entities(in: analyzer.analyze(text), context: RecognitionContext(now: Entities.now)).map(\.value)
    }
    let months = ["febrero", "agosto", "septiembre", "octubre", "noviembre", "diciembre"]
    for month in months {
      let expected = values("el 3 de \(month) de 2027")
      #expect(expected.count == 1)
      let letters = Array(month)
      for index in letters.indices.dropFirst() {
        var doubled = letters
        doubled.insert(letters[index], at: index)
        var missing = letters
        missing.remove(at: index)
        var exchanged = letters
        exchanged.swapAt(index, max(1, index - 1))
        // «agotó» is Spanish.
        for slip in [doubled, missing, exchanged] where String(slip) != "agoto" {
          let text = "el 3 de \(String(slip)) de 2027"
          #expect(values(text) == expected, "\(text)")
        }
      }
    }
  }
}
