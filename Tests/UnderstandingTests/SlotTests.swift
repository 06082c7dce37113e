import Spanish
import Testing

@testable import Understanding

/// What fills the slots, and which options a message picks.
@Suite struct SlotTests {
  private func slots(_ message: String) throws -> [String] {
    try UnderstandingFixture.understand(message).slots.map { "\($0.name)=\($0.raw)/\($0.source)" }
  }

  @Test(
    "slots",
    arguments: [
      ("cancela el pedido 402-1234567-1234567", ["pedido=402-1234567-1234567/text"]),
      (
        "402-1234567-1234567 quiero cancelarlo, ya no lo quiero",
        ["pedido=402-1234567-1234567/text", "motivo=ya no lo quiero/text"]
      ),
      ("cambia la dirección", ["campo=cambia la dirección/pattern"]),
      ("cancela el pedido", []),
    ])
  func fills(message: String, expected: [String]) throws { #expect(try slots(message).sorted() == expected.sorted()) }

  @Test func theModelMessageFillsThreeDates() throws {
    let understanding = try UnderstandingFixture.understand(
      "El pedido 402-1234567-1234567 con fecha 1 de marzo de entrega estimada el 5 de marzo no ha llegado y el estado "
        + "no se ha actualizado desde el 6 de marzo, ¿podrían hacerme el reembolso?")
    #expect(understanding.intents.first?.id == "pedido.no_recibido")
    #expect(understanding.slots.count { $0.name == "fecha" } == 3)
    #expect(understanding.slots.contains { $0.name == "pedido" && $0.raw == "402-1234567-1234567" })
    #expect(understanding.slots.contains { $0.name == "resolucion" && $0.value == .text("reembolso") })
  }

  @Test func anAnswerFillsTheSlotAskedFor() throws {
    let understanding = try UnderstandingFixture.understand(
      "402-1234567-1234567", expecting: Awaited(slot: "pedido", kind: "order_number"))
    #expect(understanding.slots.map(\.name) == ["pedido"])
  }

  private static let lines = [
    ExpectedOption(id: "l1", label: "Funda de silicona (12,99 €)"),
    ExpectedOption(id: "l2", label: "Cargador rápido (19,99 €)"),
    ExpectedOption(id: "l3", label: "Agenda 2026", aliases: ["libreta"]),
    ExpectedOption(id: "todo", label: "Todo el pedido", all: true),
  ]

  @Test(
    "options",
    arguments: [
      ("la funda", ["l1"]), ("el segundo", ["l2"]), ("la segunda porfa", ["l2"]), ("el último", ["l3"]), ("2", ["l2"]),
      ("el 3", ["l3"]), ("cargadr", ["l2"]), ("la libreta", ["l3"]), ("l2", ["l2"]), ("todo", ["todo"]),
      ("la funda y el cargador", ["l1", "l2"]), ("todo menos la agenda", ["l1", "l2"]), ("los tres", ["todo"]),
      ("fundas", ["l1"]),
    ])
  func picks(message: String, expected: [String]) throws {
    let expectation = Awaited(slot: "lineas", kind: "choice", options: Self.lines, several: true)
    #expect(try UnderstandingFixture.understand(message, expecting: expectation).chosen == expected)
    #expect(
      try UnderstandingFixture.model().chosen(in: message, context: UnderstandingFixture.context(expectation))
        == expected)
  }

  @Test(
    "no option",
    arguments: [
      "no lo sé", "el séptimo", "quiero hablar con un agente", "9", "", "los dos", "escribo desde mi cargador",
    ])
  func picksNothing(message: String) throws {
    let expectation = Awaited(slot: "lineas", kind: "choice", options: Self.lines, several: true)
    #expect(try UnderstandingFixture.understand(message, expecting: expectation).chosen == nil)
    #expect(
      try UnderstandingFixture.model().chosen(in: message, context: UnderstandingFixture.context(expectation)) == nil)
  }

  @Test(
    "yes and no",
    arguments: [
      ("sí", ["si"]), ("vale", ["si"]), ("ok dale", ["si"]), ("sí, cancélalo", ["si"]), ("no", ["no"]),
      ("no gracias", ["no"]), ("no lo canceles", ["no"]), ("claro que sí", ["si"]), ("hazlo", ["si"]),
      ("sí, pero solo la funda", nil), ("¿cuánto tarda?", nil), ("el primero", nil), ("la segunda", nil),
    ] as [(String, [String]?)])
  func confirms(message: String, expected: [String]?) throws {
    let options = [ExpectedOption(id: "si", label: "Sí, cancélalo"), ExpectedOption(id: "no", label: "No")]
    let understanding = try UnderstandingFixture.understand(
      message, expecting: Awaited(kind: "confirm", options: options))
    #expect(understanding.chosen == expected)
  }

  @Test func jsonHasTheShapeOfTheProtocol() throws {
    let understanding = try UnderstandingFixture.understand("¡Sí! cancela el 402-1234567-1234567")
    let json = UnderstandingJSON.json(of: understanding, extra: [("us", "12")])
    #expect(
      json.hasPrefix(#"{"us":12,"text":"¡Sí! cancela el 402-1234567-1234567","intents":[{"id":"pedido.cancelar","#))
    #expect(json.contains(#""name":"pedido","value":"402-1234567-1234567","raw":"402-1234567-1234567","span":[16,35]"#))
    #expect(json.hasSuffix(#""language":"es"}"#))
  }
}
