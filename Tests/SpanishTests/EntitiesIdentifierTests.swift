import Spanish
import Testing
import TextAnalysis

@Suite("Telephones, documents, accounts, cards, parcels, links")
struct EntitiesIdentifierTests {
  @Test(
    "telephones in E.164",
    arguments: [
      ("600 111 222", "ES", "+34600111222"), ("600.111.222", "ES", "+34600111222"),
      ("91 123 45 67", "ES", "+34911234567"),
      ("+34 600-11-12-22", "ES", "+34600111222"), ("0034600112233", "ES", "+34600112233"),
      ("(+1) 650-701-8887", "ES", "+16507018887"), ("+1 202.555.0121", "ES", "+12025550121"),
      ("+33 (0)6 12 34 56 78", "ES", "+33612345678"), ("06 12 34 56 78", "FR", "+33612345678"),
      ("55 1234 5678", "MX", "+525512345678"), ("+52 55 1234 5678", "ES", "+525512345678"),
      ("11 2345-6789", "AR", "+541123456789"), ("300 123 4567", "CO", "+573001234567"),
      ("9 8765 4321", "CL", "+56987654321"),
      ("987 654 321", "PE", "+51987654321"), ("0987 654 321", "EC", "+593987654321"),
      ("0412 123 4567", "VE", "+584121234567"),
      ("(202) 555-0121", "US", "+12025550121"), ("8765 4321", "CR", "+50687654321"),
    ])
  func phones(text: String, country: String, number: String) throws {
    let found = try Entities.found(in: "mi número es el " + text, country: country).filter { $0.kind == .phone }
    #expect(found.map(\.value) == [.text(number)])
  }

  @Test(
    "no telephone",
    arguments: [
      "pedido 612345678", "ref 612345678", "seguimiento: 612345678", "402-1234567-1234567", "+34 600", "612345678€",
      "512345678", "12345678901234567", "600 111 222 333", "12-05-2026", "+34 512 345 678", "61234567",
    ])
  func noPhones(text: String) throws {
    let phones = try Entities.found(in: text).filter { $0.kind == .phone }
    #expect(phones.isEmpty, "\(phones.map(Entities.line))")
  }

  @Test(
    "what is mistyped next to its name is found, to be masked",
    arguments: [
      ("mi dni es 12345678A", "dni 12345678A invalid"), ("dni 1234567", "dni 1234567 invalid"),
      ("tarjeta 4111 1111 1111 1112", "card 4111111111111112 invalid"),
      ("tarjeta 1234567890123456", "card 1234567890123456 invalid"),
      ("iban ES12 3456 7890 1234", "iban ES12345678901234 invalid"),
      ("cuenta 20852066623456789011", "iban 20852066623456789011 invalid"),
    ])
  func mistyped(text: String, line: String) throws { #expect(try Entities.lines(text) == [line]) }

  @Test(
    "digits by chance",
    arguments: [
      "4111111111111112", "41111111-1111-1111", "3714496353-98431", "seguimiento 4111111111111111", "12345678", "ES12",
      "compré 12345678 y me llegó",
    ])
  func byChance(text: String) throws {
    #expect(try Entities.found(in: text).allSatisfy { ![.card, .dni, .iban].contains($0.kind) })
  }

  @Test(
    "the host is what a browser goes to",
    arguments: [
      ("https://amazon.es@evil.com/x", "evil.com"), ("http://user:pass@evil.com:80", "evil.com"),
      ("https://amazon.es.login.ru/a", "amazon.es.login.ru"), ("WWW.Amazon.ES", "www.amazon.es"),
      ("amаzon.es/login", "amаzon.es"), ("https://evil.com\\@amazon.es", "evil.com"), ("bit.ly/3xYz", "bit.ly"),
      ("http://192.168.0.1/a", "192.168.0.1"), ("(https://a.es/x).", "a.es"),
      ("https://xn--amazn-mye.com", "xn--amazn-mye.com"),
    ])
  func hosts(text: String, host: String) throws {
    let hosts = try Entities.found(in: text).compactMap { if case .url(_, let host) = $0.value { host } else { nil } }
    #expect(hosts == [host])
  }

  @Test("no link", arguments: ["no ha llegado.me lo mandáis", "12.50", "hola...adios", "p.ej.", "etc.y", "a.b"])
  func noLinks(text: String) throws { #expect(try Entities.found(in: text).allSatisfy { $0.kind != .url }) }

  @Test("salads of words end, inside the message, in order and apart") func fuzz() throws {
    let words = [
      "de", "la", "el", "los", "uno", "un", "tres", "treinta", "y", "mil", "millones", "medio", "media", "docena",
      "tercios",
      "quintos", "milésimo", "cientocincoavos", "vigesimotercero", "dosmil", "con", "sobre", "coma", "menos", "más",
      "entre",
      "hasta", "no", "euros", "€", "$", "US$", "S/", "pesos", "mexicanos", "centavos", "Bs.", "lucas", "libras", "½",
      "⅓", "%",
      "por", "ciento", "12", "3", "1.234", "0,5", "600", "111", "222", "+34", "(", ")", "-", "/", ":", ".", ",", "^",
      "e", "k",
      "M", "º", "ª", "er", "X1234567", "L", "ES98", "4744", "4111", "1111", "1Z", "TBA", "dni", "tarjeta", "iban",
      "pedido",
      "nº", "#", "serie", "http://", "www.", "a@b", ".es", "último", "siguiente", "martes", "mayo", "hace", "días", "a",
      "las",
      "cuarto", "cada", "ñ", "\u{301}", "😀", "\u{200D}", "\u{A0}", "99999999999999999999", "trillones", "^--", "'",
    ]
    let recognizer = try EntityRecognizer(orderNumberPattern: #"\d{3}-\d{7}-\d{7}"#)
    let analyzer = try TextAnalyzer()
    let countries = ["ES", "MX", "AR", "US", "PE", "XX"]
    var draw = Draw(seed: 99)
    for _ in 0..<2_000 {
      var text = ""
      for _ in 0..<(1 + draw.below(12)) { text += words[draw.below(words.count)] + (draw.below(3) == 0 ? "" : " ") }
      let analyzed = analyzer.analyze(text)
      let context = RecognitionContext(now: Entities.now, country: countries[draw.below(countries.count)])
      let found = recognizer.entities(in: analyzed, context: context)
      var end = 0
      for entity in found {
        #expect(entity.range.lower >= end && entity.range.lower < entity.range.upper, "\(text)")
        #expect(
          entity.range.upper <= analyzed.bytes.count && entity.tokens.upperBound <= analyzed.tokens.count, "\(text)")
        #expect(analyzed.bytes[entity.range.lower] & 0xC0 != 0x80, "\(text)")
        end = entity.range.upper
      }
    }
  }
}
