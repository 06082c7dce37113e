import Commerce
package import Storage

/// Who the customer is, and how sure of it we are.
package struct CustomerIdentity: Hashable, Sendable {
  package var id: String
  /// `anonymous`, `identified` (checked against the account) or `authenticated` (the host's word).
  package var assurance: String
  package var name: String?
  package var email: String?
  package var phone: String?

  package init(
    id: String, assurance: String = "authenticated", name: String? = nil, email: String? = nil, phone: String? = nil
  ) {
    self.id = id
    self.assurance = assurance
    self.name = name
    self.email = email
    self.phone = phone
  }

  package static let anonymous = CustomerIdentity(id: "", assurance: "anonymous")

  package var isAnonymous: Bool { assurance == "anonymous" || id.isEmpty }

  package var json: JSONValue {
    var fields: [String: JSONValue] = ["id": .string(id), "assurance": .string(assurance)]
    fields["name"] = name.map { .string($0) }
    fields["email"] = email.map { .string($0) }
    fields["phone"] = phone.map { .string($0) }
    return .object(fields)
  }

  package init(json: JSONValue) {
    self.init(
      id: json["id"]?.string ?? "", assurance: json["assurance"]?.string ?? "anonymous", name: json["name"]?.string,
      email: json["email"]?.string, phone: json["phone"]?.string)
  }
}
