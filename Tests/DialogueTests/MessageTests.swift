import Foundation
import Spanish
import Testing
import Understanding

@testable import Dialogue

@Suite("messages")
struct MessageTests {
  private static let now = LocalTime(2026, 3, 10, 10)

  private func render(_ text: String, _ values: Slots) -> String? {
    var names: [String] = []
    guard let pieces = MessageTemplate.pieces(of: text, names: &names) else { return nil }
    let template = MessageTemplate(
      id: "prueba", variants: [pieces], names: names, options: [],
      location: SourceLocation(file: "a.yaml", line: 1, column: 1))
    return template.render(
      variant: 0, arguments: values, settings: ["shop.name": .text("Bazar")], now: MessageTests.now)
  }

  @Test(
    "places are filled, and words agree",
    arguments: [
      ("Hola", [:], "Hola"),
      ("Cuesta {importe}.", ["importe": SlotValue.money(12.9, currency: "EUR")], "Cuesta 12,90 €."),
      ("{n} {n|día|días}", ["n": .number(1)], "1 día"),
      ("{n} {n|día|días}", ["n": .number(3)], "3 días"),
      ("Soy {shop.name}", [:], "Soy Bazar"),
      ("{p}", ["p": .list([.text("agenda"), .text("imán")])], "agenda e imán"),
      ("{vacio}.", [:], "."),
      ("Volvemos a {n}", ["n": .text("el pedido")], "Volvemos al pedido"),
      ("lo de {n}", ["n": .text("el pedido")], "lo del pedido"),
      ("Volvemos a {n}", ["n": .text("la compra")], "Volvemos a la compra"),
      ("la {n}", ["n": .text("el pedido")], "la el pedido"),
      ("¡Hola{, n}!", ["n": .text("Ana")], "¡Hola, Ana!"), ("¡Hola{, n}!", [:], "¡Hola!"),
    ] as [(String, Slots, String)])
  func renders(text: String, values: Slots, expected: String) {
    #expect(render(text, values) == expected)
  }

  @Test("broken places", arguments: ["{", "Hola {nombre", "{}", "{a|b}", "{a|b|c|d}"])
  func rejects(text: String) {
    var names: [String] = []
    #expect(MessageTemplate.pieces(of: text, names: &names) == nil)
  }
}
