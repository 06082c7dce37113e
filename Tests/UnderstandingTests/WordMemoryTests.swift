import Spanish
import Testing
import TextAnalysis

@testable import Understanding

@Suite("words that were read before")
struct WordMemoryTests {
  private static let context = UnderstandingContext(recognition: RecognitionContext(now: LocalTime(2026, 3, 10, 10)))

  private func json(_ text: String, _ model: UnderstandingModel, wares: WareNames = WareNames()) -> String {
    var context = Self.context
    context.wares = wares
    return UnderstandingJSON.json(of: model.understand(text, context: context))
  }

  @Test(
    "are understood as they were the first time",
    arguments: [
      "quiero cancelar mi pedido", "kiero canselar mi pedio", "no quiero cancelarlo, quiero devolver mipedido", "xfa",
      "¿dónde está mi orden 402-1234567-1234567?", "hola, el paquete no ha llegado y lo quiero de volver",
      "ya no lo quiero, tarda demasiado", "I want to cancel my order", "🙂 ok",
    ])
  func again(text: String) throws {
    let model = try UnderstandingFixture.newModel()
    let first = json(text, model)
    _ = json("un texto entre medias, sobre la dirección de un agente", model)
    #expect(json(text, model) == first)
    #expect(json("«\(text)»", try UnderstandingFixture.newModel()) == json("«\(text)»", model))
  }

  @Test("are read by the word behind them where that matters")
  func auxiliaries() throws {
    let model = try UnderstandingFixture.newModel()
    for text in ["no a llegado el pedido", "voy a casa", "no a llegado el pedido"] {
      #expect(json(text, model) == json(text, try UnderstandingFixture.newModel()), "\(text)")
    }
  }

  @Test("are forgotten when there are too many, and read again")
  func bounded() throws {
    let model = try UnderstandingFixture.newModel()
    let before = json("quiero cancelar mi pedido", model)
    for number in 0..<5_000 { _ = json("palabra\(number)", model) }
    #expect(json("quiero cancelar mi pedido", model) == before)
  }

  @Test("name a product in the shop that calls one so, and in no other")
  func wares() throws {
    let model = try UnderstandingFixture.newModel()
    let wares = model.wareNames(["Comedero para gatos"])
    let plain = json("quiero devolver el comedero", model)
    let named = json("quiero devolver el comedero", model, wares: wares)
    #expect(json("quiero devolver el comedero", model) == plain)
    #expect(json("quiero devolver el comedero", model, wares: wares) == named)
    #expect(named == json("quiero devolver el comedero", try UnderstandingFixture.newModel(), wares: wares))
  }
}
