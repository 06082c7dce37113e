import Spanish
import Testing
import TextAnalysis

@Suite("words that no entity is recognised by")
struct EntitiesPlainTests {
  private func isPlain(_ word: String) throws -> Bool {
    let text = try TextAnalyzer().analyze(word)
    return EntityRecognizer.isPlain(try #require(text.tokens.first), of: text)
  }

  @Test(
    "small words and words of a shop",
    arguments: ["el", "de", "desde", "hasta", "todo", "no", "más", "por", "pedido", "cancelar", "devolver", "quiero"])
  func plain(word: String) throws { #expect(try isPlain(word)) }

  @Test(
    "numerals, the calendar, money, countries, and what is no word",
    arguments: [
      "dos", "un", "una", "veintidós", "primero", "segundo", "lunes", "martez", "enero", "febrrero", "ayer", "mañana",
      "ya",
      "semana", "minutos", "euros", "euors", "dólares", "francia", "estados", "cada", "salvador", "docena", "medio",
      "12",
      "4k", "€", "ana@x.es", "!",
    ])
  func telling(word: String) throws { #expect(try !isPlain(word)) }

  @Test("a message of plain words names nothing")
  func messages() throws {
    let analyzer = try TextAnalyzer()
    let recognizer = try EntityRecognizer(orderNumberPattern: #"\d{3}-\d{7}-\d{7}"#)
    let context = RecognitionContext(now: LocalTime(2026, 3, 10, 10))
    let small = """
      el la los las lo un de del al a y e o u con en por para hasta desde entre que este ese esta antes despues no mas menos
      como sobre muy va partir maximo minimo menor mayor cerca alrededor pedido cancelar
      """.split(whereSeparator: \.isWhitespace).map(String.init)
    for first in small {
      for second in small {
        for third in ["de", "la", "un", "mas", "a", "pedido"] {
          let text = analyzer.analyze("\(first) \(second) \(third)")
          guard text.tokens.allSatisfy({ EntityRecognizer.isPlain($0, of: text) }) else { continue }
          #expect(recognizer.entities(in: text, context: context).isEmpty, "\(text.text)")
        }
      }
    }
  }
}
