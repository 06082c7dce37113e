import Spanish
import Testing
import TextAnalysis

@Suite("words that no entity is recognised by")
struct EntitiesPlainTests {
  private func bearing(_ word: String) throws -> EntityBearing {
    let text = try TextAnalyzer().analyze(word)
    return EntityBearing(try #require(text.tokens.first), of: text)
  }

  @Test(
    "small words and words of a shop",
    arguments: [
      ("el", EntityBearing.opener), ("de", .opener), ("hasta", .opener), ("más", .opener), ("pedido", .opener),
      ("cancelar", .none), ("lavadora", .none), ("un", .dependent), ("Una", .dependent), ("ya", .dependent),
    ])
  func plain(word: String, bearing expected: EntityBearing) throws { #expect(try bearing(word) == expected) }

  @Test(
    "numerals, the calendar, money, countries, and what is no word",
    arguments: [
      "dos", "uno", "veintidós", "primero", "segundo", "lunes", "martez", "enero", "febrrero", "ayer", "mañana",
      "semana", "minutos", "euros", "euors", "dólares", "francia", "estados", "cada", "salvador", "docena", "medio",
      "12",
      "4k", "€", "ana@x.es", "!",
    ])
  func telling(word: String) throws { #expect(try bearing(word) == .telling) }

  @Test("a message of which no word tells names nothing, and what is known of its words changes nothing")
  func messages() throws {
    let analyzer = try TextAnalyzer()
    let recognizer = try EntityRecognizer(orderNumberPattern: #"\d{3}-\d{7}-\d{7}"#)
    let context = RecognitionContext(now: LocalTime(2026, 3, 10, 10))
    let small = """
      el la los las lo un de del al a y e o u con en por para hasta desde entre que este ese esta antes despues no mas menos
      como sobre muy va partir maximo minimo menor mayor cerca alrededor pedido cancelar ya una mismo tercio onzavo punto
      porciento t k m
      """.split(whereSeparator: \.isWhitespace).map(String.init)
    for first in small {
      for second in small {
        for third in ["de", "la", "un", "mas", "a", "pedido"] {
          let text = analyzer.analyze("\(first) \(second) \(third)")
          let bearings = text.tokens.map { EntityBearing($0, of: text) }
          let found = recognizer.entities(in: text, context: context)
          let tells = bearings.indices.contains { bearings[$0].tells(at: $0, of: text) }
          if !tells { #expect(found.isEmpty, "\(text.text)") }
          #expect(recognizer.entities(in: text, bearings: bearings, context: context) == found, "\(text.text)")
        }
      }
    }
  }
}
