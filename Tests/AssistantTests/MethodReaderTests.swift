import Commerce
import Testing

@testable import Assistant

@Suite("what customers say of payment methods")
struct MethodReaderTests {
  private static let reader = MethodReader(methods: [
    (PaymentMethod(id: "visa", kind: .card, label: "Visa terminada en 2020"), ["tarjeta", "la misma"]),
    (PaymentMethod(id: "regalo", kind: .giftCard, label: "Tarjeta regalo"), ["tarjeta regalo", "vale"]),
    (PaymentMethod(id: "paypal", kind: .paypal, label: "PayPal"), ["paypal"]),
  ])

  @Test(
    "named",
    arguments: [
      ("la visa", "visa"), ("a la tarjeta con la que pagué", "visa"), ("la que acaba en 2020", "visa"),
      ("a la misma", "visa"), ("a mi tarjeta regalo", "regalo"), ("con un vale", "regalo"), ("paypla", "paypal"),
      ("vale, con la visa", "visa"), ("la visa no, a paypal", "paypal"), ("paypal en vez de la visa", "paypal"),
      ("no, mejor a paypal", "paypal"),
    ])
  func names(text: String, method: String) { #expect(Self.reader.method(in: text)?.id == method) }

  @Test("not named", arguments: ["sí", "me vale", "de la misma talla", "la visa no", "visa o paypal", "bizum"])
  func namesNone(text: String) { #expect(Self.reader.method(in: text) == nil) }

  @Test("what is refused is not offered again")
  func refuses() {
    #expect(Self.reader.refused(in: "la visa no")?.id == "visa")
    #expect(Self.reader.refused(in: "la visa") == nil)
  }
}
