package import Foundation

/// An exact amount in one currency; in JSON `{"amount":"12.99","currency":"EUR"}`.
package struct Money: Hashable, Sendable, CustomStringConvertible {
  package var amount: Decimal
  /// ISO 4217, upper case.
  package var currency: String

  package init(_ amount: Decimal, _ currency: String) {
    self.amount = amount
    self.currency = currency
  }

  package static func zero(_ currency: String) -> Money { Money(0, currency) }

  /// The amount with a decimal point and at least two decimals: `12.90`.
  package var amountText: String {
    let plain = amount.description
    guard let point = plain.firstIndex(of: ".") else { return plain + ".00" }
    let decimals = plain.distance(from: point, to: plain.endIndex) - 1
    return decimals >= 2 ? plain : plain + "0"
  }

  /// `12.90 EUR`, for logs and tests; customers read it as Spanish formatting writes it.
  package var description: String { "\(amountText) \(currency)" }

  /// Reads `12.99` and `-3`; nil for anything but digits with one point among them.
  package static func amount(_ text: String) -> Decimal? {
    let digits = text.utf8.drop { $0 == UInt8(ascii: "-") && $0 == text.utf8.first }
    let parts = digits.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    guard (1...2).contains(parts.count), text.utf8.count - digits.count <= 1,
      parts.allSatisfy({ !$0.isEmpty && $0.allSatisfy { (0x30...0x39).contains($0) } })
    else { return nil }
    return Decimal(string: text, locale: Locale(identifier: "en_US_POSIX"))
  }

  package static func + (a: Money, b: Money) -> Money { Money(a.amount + b.amount, a.currency) }
  package static func - (a: Money, b: Money) -> Money { Money(a.amount - b.amount, a.currency) }
  package static func * (a: Money, count: Int) -> Money { Money(a.amount * Decimal(count), a.currency) }
}

extension Money: Codable {
  private enum CodingKeys: String, CodingKey { case amount, currency }

  package init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    let text = try container.decode(String.self, forKey: .amount)
    guard let amount = Money.amount(text) else {
      throw DecodingError.dataCorruptedError(forKey: .amount, in: container, debugDescription: "not an amount: \(text)")
    }
    self.init(amount, try container.decode(String.self, forKey: .currency))
  }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(amountText, forKey: .amount)
    try container.encode(currency, forKey: .currency)
  }
}
