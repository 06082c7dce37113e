import Foundation
import Spanish
import Testing
import TextAnalysis

@Suite("Money")
struct EntitiesMoneyTests {
  @Test(
    "amounts",
    arguments: [
      ("12,99 €", "money 12.99 EUR"), ("€ 1.234,5", "money 1234.5 EUR"), ("1 234,56 €", "money 1234.56 EUR"),
      ("1'50 €", "money 1.5 EUR"), ("12€50", "money 12.5 EUR"), ("12 € 50", "money 12.5 EUR"),
      ("15 USD 50", "money 15.5 USD"), ("veinte euros cincuenta", "money 20.5 EUR"), ("20 euros 50", "money 20.5 EUR"),
      ("$ 3 000", "money 3000 USD"), ("3 000 millones de euros", "money 3000000000 EUR"), ("US $ 12", "money 12 USD"),
      ("50 centavos de dólar", "money 0.5 USD"), ("75 USD millones", "money 75000000 USD"),
      ("USD1,23", "money 1.23 USD"),
      ("$1,234.56 USD", "money 1234.56 USD"), ("US$ 10 mil millones", "money 10000000000 USD"),
      ("U$D 20", "money 20 USD"), ("C$ 1,34", "money 1.34 CAD"), ("R$ 20", "money 20 BRL"), ("S/ 50", "money 50 PEN"),
      ("S/. 50", "money 50 PEN"), ("Bs. 300", "money 300 VES"), ("₡500", "money 500 CRC"),
      ("₲ 5.000", "money 5000 PYG"),
      ("MXN$ 20", "money 20 MXN"), ("RD$ 20", "money 20 DOP"), ("MXN 20", "money 20 MXN"), ("50 BOB", "money 50 BOB"),
      ("dólar 22.500", "money 22500 USD"), ("un euro", "money 1 EUR"), ("medio euro", "money 0.5 EUR"),
      ("un euro y medio", "money 1.5 EUR"), ("un par de euros", "money 2 EUR"),
      ("tres cuartos de euro", "money 0.75 EUR"),
      ("mil guaraníes", "money 1000 PYG"), ("medio millón de euros", "money 500000 EUR"),
      ("48.000 millones de dólares", "money 48000000000 USD"), ("-20 €", "money -20 EUR"),
      ("20 euros y 30 céntimos", "money 20.3 EUR"), ("20 euros con 50", "money 20.5 EUR"),
      ("2 euros con 5 céntimos", "money 2.05 EUR"), ("3 libras con 20 peniques", "money 3.2 £"),
      ("veinte con cincuenta euros", "money 20.5 EUR"), ("50 céntimos", "money 0.5 EUR"),
      ("50 centavos", "money 50 cent"),
      ("197 peniques", "money 197 GBX"), ("20 pavos", "money 20 EUR"), ("20 eurillos", "money 20 EUR"),
    ])
  func amounts(text: String, line: String) throws { #expect(try Entities.lines(text) == [line]) }

  @Test(
    "the currencies of the world",
    arguments: [
      ("5 coronas suecas", "SEK"), ("cinco coronas de Noruega", "NOK"), ("10 dólares de Singapur", "SGD"),
      ("10 dólares de Hong Kong", "HKD"), ("20 rupias de Sri Lanka", "LKR"), ("20 rupias indias", "INR"),
      ("300 francos suizos", "CHF"), ("300 francos CFA", "XOF"), ("9 libras esterlinas", "GBP"),
      ("9 libras egipcias", "EGP"),
      ("90 pesos argentinos", "ARS"), ("90 pesos de Chile", "CLP"), ("90 reales brasileños", "BRL"), ("5 yenes", "JPY"),
      ("5 wones norcoreanos", "KPW"), ("5 dirhams marroquíes", "MAD"), ("5 bolívares fuertes", "VEF"),
      ("5 lempiras", "HNL"),
      ("5 quetzales", "GTQ"), ("5 colones", "CRC"), ("5 córdobas", "NIO"), ("5 balboas", "PAB"),
      ("5 bolivianos", "BOB"),
      ("5 zlotys", "PLN"), ("5 PLN", "PLN"), ("5 MAD", "MAD"), ("5 francos", "F"), ("5 coronas", "K"),
    ])
  func currencies(text: String, code: String) throws {
    let found = try Entities.found(in: text)
    guard found.count == 1, case .money(_, let currency)? = found.first?.value else { throw Missing() }
    #expect(currency == code)
    #expect(found.first?.range == TextRange(0, text.utf8.count))
  }

  @Test(
    "what the country decides",
    arguments: [
      ("$ 20", "MX", "money 20 MXN"), ("$ 20", "AR", "money 20 ARS"), ("$ 20", "ES", "money 20 USD"),
      ("20 pesos", "CO", "money 20 COP"), ("20 pesos", "ES", "money 20 peso"), ("20 lucas", "AR", "money 20000 ARS"),
      ("20 lucas", "CL", "money 20000 CLP"), ("20 lucas", "PE", "money 20 PEN"), ("20 lucas", "ES", "number 20"),
      ("20 varos", "MX", "money 20 MXN"), ("50 mangos", "AR", "money 50 ARS"), ("50 centavos", "MX", "money 0.5 MXN"),
      ("1,234 dólares", "MX", "money 1234 MXN"), ("Bs 20", "BO", "money 20 BOB"),
    ])
  func byCountry(text: String, country: String, line: String) throws {
    #expect(try Entities.found(in: text, country: country).map(Entities.line) == [line])
  }

  @Test(
    "ranges",
    arguments: [
      ("entre 10 y 20 €", "money 10…20 EUR"), ("de 50 a 100€", "money 50…100 EUR"), ("20-30€", "money 20…30 EUR"),
      ("20 € - 30 €", "money 20…30 EUR"), ("20 o 30 euros", "money 20…30 EUR"), ("más de 50 €", "money 50… EUR"),
      ("hasta 20 euros", "money …20 EUR"), ("no más de $10", "money …10 USD"), ("por debajo de 50 €", "money …50 EUR"),
      ("máximo 50 €", "money …50 EUR"), ("al menos 20 €", "money 20… EUR"), ("a partir de 20 €", "money 20… EUR"),
      ("como mucho 30 euros", "money …30 EUR"), ("superior a 20 €", "money 20… EUR"),
      ("por lo menos 5 €", "money 5… EUR"),
    ])
  func ranges(text: String, line: String) throws { #expect(try Entities.lines(text) == [line]) }

  @Test(
    "no money, above all no part of some",
    arguments: [
      "1.234.56 €", "10.000.00 €", "12€5", "12€500", "SOS, 2 cajas", "2 all inclusive", "20 mad", "euros",
      "varios billones de euros",
      "12.34.56€", "el franco", "un sol de persona", "un marco de fotos", "una corona de flores", "un palo de golf",
    ])
  func rejects(text: String) throws {
    let money = try Entities.found(in: text).filter { $0.kind == .money }.map(Entities.line)
    #expect(money.isEmpty, "\(money)")
  }

  @Test(
    "what follows an amount and counts something is none of its cents",
    arguments: ["20 € 50 cm", "20 euros con 2 camisetas", "20 € y 50 kg", "20 euros 30 días"])
  func noCents(text: String) throws {
    #expect(try Entities.found(in: text).first?.value == .money(20, currency: "EUR"))
  }

  @Test("every amount is read back, however it is written") func readsBack() throws {
    let recognizer = try EntityRecognizer(orderNumberPattern: #"\d{3}-\d{7}-\d{7}"#)
    let analyzer = try TextAnalyzer()
    let context = RecognitionContext(now: Entities.now)
    var draw = Draw(seed: 5)
    for _ in 0..<80 {
      let euros = 2 + draw.below(99_998)
      let cents = 1 + draw.below(99)
      let amount = Decimal(euros) + Decimal(cents) / 100
      let decimals = String(String(cents + 100).dropFirst())
      let words = SpelledNumbers.cardinal(euros, .apocopated)
      let texts = [
        "\(euros),\(decimals) €", "€\(euros),\(decimals)", "\(euros)€\(decimals)", "\(euros).\(decimals) euros",
        "\(euros)'\(decimals) €", "\(words) euros con \(SpelledNumbers.cardinal(cents, .apocopated)) céntimos",
        "\(words) euros y \(cents) céntimos", "\(words) euros con \(SpelledNumbers.cardinal(cents))",
        "EUR \(euros),\(decimals)",
      ]
      for text in texts {
        let found = recognizer.entities(in: analyzer.analyze(text), context: context)
        #expect(found.map(\.value) == [.money(amount, currency: "EUR")], "\(text)")
        #expect(found.first?.range == TextRange(0, text.utf8.count), "\(text)")
      }
    }
  }
}
