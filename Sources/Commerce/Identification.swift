import Foundation

/// What somebody says about who they are. Empty texts count as not said.
package struct IdentityClaim: Codable, Hashable, Sendable {
  package var email: String?
  package var order: String?
  /// First name and surname in one, as people say them.
  package var name: String?
  package var postcode: String?

  package init(email: String? = nil, order: String? = nil, name: String? = nil, postcode: String? = nil) {
    func said(_ text: String?) -> String? {
      text.flatMap { text in
        let trimmed = text.trimmingCharacters(in: .whitespacesAndNewlines)
        return trimmed.isEmpty ? nil : trimmed
      }
    }
    self.email = said(email)
    self.order = said(order)
    self.name = said(name)
    self.postcode = said(postcode)
  }

  package init(
    email: String? = nil, order: String? = nil, firstName: String?, lastName: String?, postcode: String? = nil
  ) {
    let name = [firstName, lastName].compactMap(\.self).joined(separator: " ")
    self.init(email: email, order: order, name: name, postcode: postcode)
  }
}

/// Whether a claim names an account.
package enum IdentificationOutcome: Codable, Hashable, Sendable {
  case identified(Customer)
  /// Enough was said, and it fits nobody, or more than one.
  case noMatch
  /// No admitted combination is complete.
  case incomplete
}

/// The ways of `identify_by`, as a pure function.
package enum Identification {
  /// The admitted combinations for which the claim says everything.
  package static func ways(open claim: IdentityClaim, policies: Policies) -> [String] {
    policies.identifyBy.filter { way in
      switch way {
      case "email+order": claim.email != nil && claim.order != nil
      case "name+postcode": claim.name != nil && claim.postcode != nil
      case "email": claim.email != nil
      default: false
      }
    }
  }

  /// Whether `customer` is whom the claim describes by one of `ways`; `owner` is the customer of the claimed order.
  package static func matches(
    _ claim: IdentityClaim, customer: Customer, ordersOwner owner: String?, ways: [String]
  ) -> Bool {
    let hasEmail = claim.email.map { folded($0) == folded(customer.email) } ?? false
    return ways.contains { way in
      switch way {
      case "email+order": hasEmail && owner == customer.id
      case "name+postcode":
        claim.name.map { isName($0, of: customer.name) } ?? false
          && claim.postcode.map { folded($0) == folded(customer.address.postcode) } ?? false
      case "email": hasEmail
      default: false
      }
    }
  }

  /// Whether the claimed name holds the first name and the first surname, and nothing that is not in the full name.
  package static func isName(_ claimed: String, of name: PersonName) -> Bool {
    let words = folded(claimed).split(whereSeparator: { $0 == " " || $0 == "-" })
    let known = folded(name.full).split(whereSeparator: { $0 == " " || $0 == "-" })
    let first = folded(name.first).split(whereSeparator: { $0 == " " || $0 == "-" }).first
    let particles: Set<Substring> = ["de", "del", "la", "las", "los", "y", "da", "do"]
    let last = folded(name.last).split(separator: " ").first { !particles.contains($0) }
    return words.allSatisfy(known.contains) && first.map(words.contains) ?? true && last.map(words.contains) ?? true
      && !words.isEmpty
  }

  /// Lower case, without accents and outer spaces.
  package static func folded(_ text: String) -> String {
    text.trimmingCharacters(in: .whitespacesAndNewlines)
      .folding(options: [.caseInsensitive, .diacriticInsensitive], locale: nil)
  }
}
