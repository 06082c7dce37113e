import Foundation
import Spanish
import Testing

@Suite("Weights, volumes and lengths")
struct EntitiesQuantityTests {
  @Test(
    "quantities",
    arguments: [
      ("2 kg de arroz", "2", "kilogram"), ("500g", "500", "gram"), ("500 gr.", "500", "gram"),
      ("dos litros", "2", "litre"), ("1,5 l", "1.5", "litre"), ("una mochila de 40L", "40", "litre"),
      ("medio kilo", "0.5", "kilogram"), ("kilo y medio", "1.5", "kilogram"), ("dos kilos y medio", "2.5", "kilogram"),
      ("un cuarto de kilo", "0.25", "kilogram"), ("tres cuartos de litro", "0.75", "litre"),
      ("un par de metros", "2", "metre"), ("un cable de 2 m", "2", "metre"), ("un cable de 2m", "2", "metre"),
      ("mide 30 cm", "30", "centimetre"), ("180ml", "180", "millilitre"), ("a 5 km de casa", "5", "kilometre"),
      ("una tele de 55 pulgadas", "55", "inch"), ("1.500 gramos", "1500", "gram"), ("2 mm.", "2", "millimetre"),
    ])
  func reads(text: String, amount: String, unit: String) throws {
    let expected = SlotValue.quantity(try #require(Decimal(string: amount)), unit: unit)
    #expect(try Entities.found(in: text).map(\.value) == [expected])
  }

  @Test(
    "no quantities: sizes, networks, areas, speeds, nouns",
    arguments: [
      "talla 42", "quiero 2 M", "quiero 2 L", "dos m", "un móvil 5g", "red 4G", "20 m²", "20 metros cuadrados",
      "20 km/h", "el metro", "los kilos de más", "de 2 a 3", "talla 30 cm", "litro", "5 gb", "12 meses", "5 min",
      "por la m30",
    ])
  func rejects(text: String) throws {
    #expect(try Entities.found(in: text).allSatisfy { $0.kind != .quantity })
  }

  @Test("as a message shows them") func shown() {
    #expect(SpanishFormatting.format(.quantity(2, unit: "kilogram"), now: Entities.now) == "2 kg")
    #expect(SpanishFormatting.format(.quantity(1_500, unit: "metre"), now: Entities.now) == "1.500 m")
    #expect(SpanishFormatting.format(.quantity(3, unit: "caja"), now: Entities.now) == "3 caja")
  }
}
