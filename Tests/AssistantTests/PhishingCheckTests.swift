import Dialogue
import Spanish
import Testing

@testable import Assistant

/// The forms of addresses that are meant to deceive, and those that look odd and are ours (PHI3–PHI6, PHI9).
@Suite("senders and links")
struct PhishingCheckTests {
  private let check = PhishingCheck(settings: [
    "shop.domain": .text("amazon.es"), "shop.domains": .list([.text("amazon.es"), .text("amazon.co.uk")]),
  ])

  private func verdict(_ link: String, host: String) -> String {
    let result = check.verdict(onSenders: [], links: [(text: link, host: host)])
    return result.outputs["motivo"]?.string ?? result.outcome
  }

  @Test(
    "links",
    arguments: [
      ("https://www.amazon.es/x", "www.amazon.es", "coherente"), ("HTTPS://AMAZON.ES", "amazon.es", "coherente"),
      ("https://pay.amazon.co.uk", "pay.amazon.co.uk", "coherente"), ("amazon.es", "amazon.es", "coherente"),
      ("https://www.amazon.es./x", "www.amazon.es.", "coherente"),
      ("https://www.amazon.es:443/x", "www.amazon.es", "coherente"),
      ("http://www.amazon.es/x", "www.amazon.es", "sin_https"), ("ftp://amazon.es/x", "amazon.es", "sin_https"),
      ("https://amazon.es.evil.com", "amazon.es.evil.com", "dominio"),
      ("https://evil-amazon.es", "evil-amazon.es", "dominio"), ("https://amazon.com", "amazon.com", "dominio"),
      ("https://evil.com/amazon.es", "evil.com", "dominio"),
      ("https://amazon.es@evil.com", "evil.com", "disfraz"), ("https://amazon.es:p@evil.com/", "evil.com", "disfraz"),
      ("https://www.amazon.es\\@evil.com", "www.amazon.es", "disfraz"),
      ("https://www.amazon.es%2eevil.com/", "www.amazon.es%2eevil.com", "disfraz"),
      ("http://123.45.67.89/amazon.es/", "123.45.67.89", "ip"), ("http://2130706433/", "2130706433", "ip"),
      ("http://0x7f.0.0.1/", "0x7f.0.0.1", "ip"), ("http://[::1]/amazon.es", "[::1]", "ip"),
      ("https://www.amazоn.es", "www.amazоn.es", "letras"), ("https://xn--amazn-mye.es", "xn--amazn-mye.es", "letras"),
    ])
  func links(link: String, host: String, expected: String) { #expect(verdict(link, host: host) == expected) }

  @Test(
    "senders",
    arguments: [
      ("no-reply@amazon.es", "coherente"), ("x@AMAZON.ES", "coherente"), ("x@amazon.es.", "coherente"),
      ("x@mail.amazon.es", "sospechoso"), ("x@amazon.es.evil.com", "sospechoso"), ("amazon.es", "sospechoso"),
    ])
  func senders(sender: String, expected: String) {
    #expect(check.verdict(onSenders: [sender], links: []).outcome == expected)
  }

  @Test("the worst of several counts, and is named")
  func worst() {
    let result = check.verdict(
      onSenders: ["no-reply@amazon.es"],
      links: [("http://amazon.es", "amazon.es"), ("https://bit.ly/x", "bit.ly"), ("https://amazon.es", "amazon.es")])
    #expect(result.outcome == "sospechoso" && result.outputs["dudoso"] == .text("bit.ly"))
    #expect(check.verdict(onSenders: [], links: []).outcome == "sin_datos")
  }
}
