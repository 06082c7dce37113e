import Spanish
import Testing
import TextAnalysis

@Suite("Amounts, numbers, identifiers, addresses")
struct EntitiesTests {
  @Test(
    "entities",
    arguments: [
      ("12,99 €", "money 12.99 EUR"), ("12€50", "money 12.5 EUR"), ("1.234,56 €", "money 1234.56 EUR"),
      ("1 234,56 €", "money 1234.56 EUR"), ("1'50 €", "money 1.5 EUR"), ("veinte euros", "money 20 EUR"),
      ("20 euros y 30 céntimos", "money 20.3 EUR"), ("mil doscientos euros con cincuenta", "money 1200.5 EUR"),
      ("$ 20", "money 20 USD"), ("$ 1,234", "money 1234 USD"), ("1,234 dólares", "money 1234 USD"),
      ("$ 0,125", "money 0.125 USD"), ("$ 1,50", "money 1.5 USD"), ("€20", "money 20 EUR"),
      ("20 pavos", "money 20 EUR"), ("50 céntimos", "money 0.5 EUR"),
      ("un euro", "money 1 EUR"), ("20k €", "money 20000 EUR"), ("de 50 a 100€", "money 50…100 EUR"),
      ("más de 20 euros", "money 20… EUR"), (",77 €", "money 0.77 EUR"),
      ("treintaiuno", "number 31"), ("dos mil trescientos cuarenta y cinco", "number 2345"), ("12 mil", "number 12000"),
      ("millón y medio", "number 1500000"), ("media docena", "number 6"), ("docientos veinti dos", "number 222"),
      ("1.234,5", "number 1234.5"), ("12.50", "number 12.5"),
      ("10 %", "percent 10"), ("diez por ciento", "percent 10"), ("el 1er paquete", "ordinal 1"),
      ("la 2ª vez", "ordinal 2"),
      ("vigésimo primero", "ordinal 21"), ("el segundo", "ordinal 2"),
      ("3 días", "duration 259200"), ("48 horas", "duration 172800"), ("media hora", "duration 1800"),
      ("hora y media", "duration 5400"), ("mes y medio", "duration 3888000"),
      ("3-5 días laborables", "duration 432000"),
      ("cada semana", "set P1W"),
      ("ana@x.es", "email ana@x.es"), ("600 11 22 33", "phone +34600112233"), ("+34 600-112-233", "phone +34600112233"),
      ("0034600112233", "phone +34600112233"), ("06 2070 2220", "phone 0620702220"),
      ("(650)-701-8887 ext 897", "phone 6507018887;ext=897"), ("mi móvil es 06354640807", "phone 06354640807"),
      ("https://amazon.es@evil.com:8080/x", "url https://amazon.es@evil.com:8080/x evil.com"),
      ("http://192.168.0.1/a", "url http://192.168.0.1/a 192.168.0.1"),
      ("amаzon.es/login", "url amаzon.es/login amаzon.es"),
      ("12345678Z", "dni 12345678Z"), ("12345678A", "dni 12345678A invalid"), ("X5060264B", "nie X5060264B"),
      ("4111 1111 1111 1111", "card 4111111111111111"),
      ("ES98 4744 7519 1485 6678 1101", "iban ES9847447519148566781101"),
      ("RB373690429ES", "tracking RB373690429ES"), ("número de serie: AB12CD34", "serial AB12CD34"),
      ("vivo en Portugal", "country PT"), ("Estados Unidos", "country US"),
      ("402-1234567-1234567", "order_number 402-1234567-1234567"),
      ("pedido 40212345671234567", "order_number 402-1234567-1234567"),
      ("pedido: 402 1234567 1234567", "order_number 402-1234567-1234567"),
      ("#402-1234567-1234567", "order_number 402-1234567-1234567"),
      ("nº402-1234567-1234567", "order_number 402-1234567-1234567"),
    ])
  func recognizes(text: String, line: String) throws { #expect(try Entities.lines(text) == [line]) }

  @Test(
    "nothing",
    arguments: [
      "", "hola", "un paquete", "uno de los paquetes", "un momento", "4/5", "versión 1.2.3", "talla 42", "hey@you",
      "foo",
      "¿qué tal?", "el iPhone 15",
    ])
  func rejects(text: String) throws { #expect(try Entities.lines(text).isEmpty) }

  @Test(
    "no telephone in what has another name",
    arguments: [
      "pedido 612345678", "ref 612345678", "402-1234567-1234567", "06354640807", "pedido 06 2070 2220", "(650) 701",
      "06 12 2025", "IMEI 06354640807", "02 03 04", "0620702220",
    ])
  func noPhone(text: String) throws { #expect(try Entities.found(in: text).allSatisfy { $0.kind != .phone }) }

  @Test("order numbers of other shops") func patterns() throws {
    #expect(
      try Entities.found(in: "pedido GWJTHMZUN", orders: "[A-Z]{9}").map(Entities.line) == ["order_number GWJTHMZUN"])
    #expect(try Entities.found(in: "que pasa", orders: "[A-Z]{9}").isEmpty)
    #expect(try Entities.found(in: "mi pedido es el #1001", orders: #"\d{4,6}"#).first?.kind == .orderNumber)
    #expect(throws: OrderNumberPattern.Failure.empty) { try EntityRecognizer(orderNumberPattern: "") }
    #expect(throws: OrderNumberPattern.Failure.unclosedClass(offset: 0)) {
      try EntityRecognizer(orderNumberPattern: "[A-")
    }
    #expect(throws: OrderNumberPattern.Failure.badCount(offset: 2)) {
      try EntityRecognizer(orderNumberPattern: #"\d{x}"#)
    }
  }

  @Test("spans point into what was typed") func spans() throws {
    let text = "¡Hola! 😀 son 12,99 €, mañana"
    let analyzed = try TextAnalyzer().analyze(text)
    let found = try Entities.found(in: text)
    #expect(found.map { analyzed.original($0.range) } == ["12,99 €", "mañana"])
  }

  @Test("any bytes go through, sorted and without overlaps") func fuzz() throws {
    let pieces = [
      "de", "la", "el", "12", "3", "/", "-", ".", ",", ":", "€", "$", "mil", "un", "y", "media", "hace", "marzo", "al",
      "a",
      "hasta", "martes", "semana", "que", "viene", "402", "1234567", "X", "Z", "@", "pedido", "dni", "ES", "%", "º",
      "(", "+34",
      "999999999999999999", "99999999999999999999", "millones", "billones", "antes", "desde", "entre", "más", "menos",
      "cuarto",
      "http://", "s/", "ñ", "\u{301}", "😀", "\u{200D}", "½", "primer", "trimestre", "años", "0", "00", "cada", "fin",
      "pm", "las",
    ]
    var state: UInt64 = 42
    func next(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % bound
    }
    let recognizer = try EntityRecognizer(orderNumberPattern: #"\d{3}-\d{7}-\d{7}"#)
    let analyzer = try TextAnalyzer()
    for _ in 0..<6_000 {
      var text = ""
      for _ in 0..<(1 + next(9)) { text += pieces[next(pieces.count)] + (next(3) == 0 ? "" : " ") }
      let preference: RecognitionContext.TimePreference = [.past, .future, .nearest][next(3)]
      let context = RecognitionContext(now: Entities.now, preference: preference)
      let found = recognizer.entities(in: analyzer.analyze(text), context: context)
      for (left, right) in zip(found, found.dropFirst()) { #expect(left.range.upper <= right.range.lower, "\(text)") }
      for entity in found { _ = SpanishFormatting.format(entity.value, now: Entities.now) }
    }
  }
}
