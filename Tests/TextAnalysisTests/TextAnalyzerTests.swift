import Testing
import TextAnalysis

/// Token tables: the folded tokens of a message, apart from each other by spaces.
@Suite("Tokens")
struct TextAnalyzerTests {
  private let analyzer: TextAnalyzer

  init() throws { analyzer = try TextAnalyzer() }

  private func tokens(_ text: String) -> [String] {
    let analyzed = analyzer.analyze(text)
    return analyzed.tokens.indices.map(analyzed.folded)
  }

  private func kinds(_ text: String) -> [TokenKind] { analyzer.analyze(text).tokens.map(\.kind) }

  @Test(
    "words, marks and signs",
    arguments: [
      ("¿Dónde está mi pedido nº 402-1234567-1234567?", "¿ donde esta mi pedido nº 402-1234567-1234567 ?"),
      ("12€ 12,99€ 12 €", "12 € 12,99 € 12 €"), ("#1001 5% +34", "# 1001 5 % + 34"), ("d'or", "d'or"),
      ("nº5 n.º 5 N° 5 n.º402", "nº 5 nº 5 nº 5 nº 402"), ("2.º 1ª 2° 1.er 3er", "2º 1ª 2º 1er 3er"),
      ("20°C", "20 º c"), ("nº402-1234567-1234567", "nº 402-1234567-1234567"),
      ("hola,quiero y/o", "hola , quiero y / o"),
      ("no ha llegado.quiero devolverlo", "no ha llegado . quiero devolverlo"), ("Re:pedido", "re : pedido"),
      ("EE.UU. a.m. S.L.", "eeuu . am . sl ."), ("20euros 15días 10:30h 2x", "20 euros 15 dias 10:30 h 2 x"),
      ("_hola_ *ya*", "_ hola _ * ya *"), ("@amazon", "@ amazon"), ("holaaaa!!", "holaaaa ! !"), ("«Sí»", "« si »"),
      ("v2.0 12345678Z 1Z999AA10", "v2.0 12345678z 1z999aa10"), ("…vale…", "… vale …"),
    ])
  func cuts(text: String, into expected: String) {
    #expect(tokens(text) == expected.split(separator: " ").map(String.init))
  }

  @Test(
    "digits with inner separators are one number",
    arguments: [
      "402-1234567-1234567", "1.234,56", "12/03/2026", "10:30", "600-123-456", "24/7", "3'5", "10-12",
      "402‑1234567‑1234567",
    ])
  func isOneNumber(text: String) {
    for message in [text, "el \(text).", "¿\(text)?", "pedido:\(text),", "(\(text))"] {
      let analyzed = analyzer.analyze(message)
      let numbers = analyzed.tokens.filter { $0.kind == .number }
      #expect(numbers.map { analyzed.original($0.range) } == [text], "in «\(message)»")
    }
  }

  @Test(
    "numbers that stay apart",
    arguments: [
      ("402 1234567 1234567", 3), ("12, 13", 2), ("12...13", 2), ("12;13", 2), ("12- 13", 2), ("12€-15€", 2),
      ("1..2", 2),
      ("5 . 6", 2), ("a1-b2", 0),
    ])
  func staysApart(text: String, numbers: Int) {
    #expect(kinds(text).count { $0 == .number } == numbers)
  }

  @Test(
    "e-mail addresses are whole, without the sentence's punctuation",
    arguments: [
      ("ana.lopez+x@gmail.com", "ana.lopez+x@gmail.com"), ("Es ANA@GMAIL.COM.", "ANA@GMAIL.COM"),
      ("(a@b.es)", "a@b.es"),
      ("correo:ana@x.es,gracias", "ana@x.es"), ("ana@x.es.Gracias", "ana@x.es"), ("ana@gmail", "ana@gmail"),
      ("¿muñoz@españa.es?", "muñoz@españa.es"), ("<a_b@c-d.com>", "a_b@c-d.com"), ("😀a@b.es😀", "a@b.es"),
    ])
  func findsEmail(message: String, address: String) {
    let analyzed = analyzer.analyze(message)
    #expect(analyzed.tokens.filter { $0.kind == .email }.map { analyzed.original($0.range) } == [address])
  }

  @Test(
    "URLs are whole, without the sentence's punctuation",
    arguments: [
      ("https://www.amazon.es/dp/B01?ref=a_b.", "https://www.amazon.es/dp/B01?ref=a_b"),
      ("mira www.amazon.es, es", "www.amazon.es"), ("amazon.es!", "amazon.es"), ("¿amazon.es?", "amazon.es"),
      ("(amazon.es/pedidos)", "amazon.es/pedidos"), ("(https://a.es/x_(y))", "https://a.es/x_(y)"),
      ("https://amazon.es😀", "https://amazon.es"), ("https://amazon.es,gracias", "https://amazon.es"),
      ("HTTP://X.COM:8080/a#b", "HTTP://X.COM:8080/a#b"), ("http://1.2.3.4/login", "http://1.2.3.4/login"),
      ("amaz0n-es.top/x", "amaz0n-es.top/x"), ("amazon.es.Gracias", "amazon.es"), ("«bit.ly/3xY»", "bit.ly/3xY"),
    ])
  func findsURL(message: String, url: String) {
    let analyzed = analyzer.analyze(message)
    #expect(analyzed.tokens.filter { $0.kind == .url }.map { analyzed.original($0.range) } == [url])
  }

  @Test(
    "no addresses",
    arguments: [
      "llegado.quiero", "www.", "https://", "://", "@amazon", "a@", "2@3", "y/o", "S.L.", "12.5/3", "a las 10.30",
      "EE.UU.",
      "ok...es", "...com", "no.Me llega", "@@@", "a@@b",
    ])
  func findsNoAddress(message: String) {
    #expect(!kinds(message).contains { $0 == .email || $0 == .url })
  }

  @Test(
    "emoji with all that modifies them are one token",
    arguments: [("👍🏽", 1), ("👨‍👩‍👧🇪🇸", 2), ("❤️", 1), ("ok👍", 1), ("🏴󠁧󠁢󠁳󠁣󠁴󠁿", 1), (":)", 1), ("gracias ;-)", 1), ("hola:)", 1)])
  func countsEmoji(text: String, count: Int) {
    #expect(kinds(text).count { $0 == .emoji } == count)
  }

  @Test("no emoji", arguments: ["©®™", "1️⃣", "a:b", "(5:)x", "3:D", "→", "12:(a)", "#*"])
  func countsNoEmoji(text: String) {
    #expect(!kinds(text).contains(.emoji))
  }

  @Test("a keycap is its digit: customers tap it to choose an option")
  func keycapIsNumber() {
    #expect(tokens("1️⃣") == ["1"])
    #expect(kinds("1️⃣") == [.number])
  }

  @Test("kinds") func tellsKinds() {
    #expect(
      kinds("El 5% ( #1 ) 12,99€, nº") == [
        .word, .number, .symbol, .punctuation, .symbol, .number, .punctuation, .number, .symbol, .punctuation, .word,
      ])
  }
}
