/// An account of the shop.
package struct Customer: Codable, Hashable, Sendable {
  package var id: String
  package var name: PersonName
  package var email: String
  package var phone: String?
  package var address: Address
  package var paymentMethods: [PaymentMethod]

  private enum CodingKeys: String, CodingKey {
    case id, name, email, phone, address
    case paymentMethods = "payment_methods"
  }

  package init(
    id: String, name: PersonName, email: String, phone: String? = nil, address: Address,
    paymentMethods: [PaymentMethod] = []
  ) {
    self.id = id
    self.name = name
    self.email = email
    self.phone = phone
    self.address = address
    self.paymentMethods = paymentMethods
  }

  package func paymentMethod(_ id: String) -> PaymentMethod? { paymentMethods.first { $0.id == id } }
}

/// Given name and surnames.
package struct PersonName: Codable, Hashable, Sendable {
  package var first: String
  package var last: String

  package init(first: String, last: String) {
    self.first = first
    self.last = last
  }

  package var full: String { last.isEmpty ? first : "\(first) \(last)" }
}

/// Where parcels go. `country` is ISO 3166-1 alpha-2, upper case.
package struct Address: Codable, Hashable, Sendable {
  package var name: String?
  package var line1: String
  package var line2: String?
  package var city: String
  package var region: String?
  package var postcode: String
  package var country: String

  package init(
    name: String? = nil, line1: String, line2: String? = nil, city: String, region: String? = nil, postcode: String,
    country: String = "ES"
  ) {
    self.name = name
    self.line1 = line1
    self.line2 = line2
    self.city = city
    self.region = region
    self.postcode = postcode
    self.country = country
  }

  /// Whether both are the same door, however they are written.
  package func isSamePlace(as other: Address) -> Bool {
    func bare(_ address: Address) -> [String] {
      [address.line1, address.line2 ?? "", address.city, address.postcode].map { part in
        String(Identification.folded(part).filter { $0.isLetter || $0.isNumber })
      }
    }
    return bare(self) == bare(other)
  }

  /// Whether parcels from the peninsula pass customs on their way here: Canarias, Ceuta, Melilla (T7), by postcode.
  package var isBeyondCustoms: Bool {
    country == "ES" && ["35", "38", "51", "52"].contains { postcode.hasPrefix($0) }
  }
}

/// A way of paying that the customer owns.
package struct PaymentMethod: Codable, Hashable, Sendable {
  package var id: String
  package var kind: Kind
  /// How the customer knows it: «Visa terminada en 4242».
  package var label: String
  /// What is left on a gift card.
  package var balance: Money?

  package init(id: String, kind: Kind, label: String, balance: Money? = nil) {
    self.id = id
    self.kind = kind
    self.label = label
    self.balance = balance
  }

  package enum Kind: String, Codable, Hashable, Sendable, CaseIterable {
    case card, paypal, bank
    case giftCard = "gift_card"
  }
}
