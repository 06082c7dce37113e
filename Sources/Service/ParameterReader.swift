import Assistant
import Foundation
import Storage

/// Reads a method's parameters: types, bounds and names are checked, and a refusal says the path.
struct ParameterReader {
  private let members: [String: JSONValue]
  private let path: String

  /// - Parameter known: every name that may stand there: a misspelt option must not be ignored.
  init(_ members: [String: JSONValue], at path: String = "params", known: [String]) throws(AssistantError) {
    if let unknown = members.keys.filter({ !known.contains($0) }).min() {
      throw .invalidParameter("\(path).\(unknown)", "no se conoce; se admiten: \(known.joined(separator: ", "))")
    }
    self.members = members
    self.path = path
  }

  func has(_ name: String) -> Bool { members[name] != nil }

  func refusal(_ name: String, _ reason: String) -> AssistantError { .invalidParameter("\(path).\(name)", reason) }

  func optionalText(_ name: String) throws(AssistantError) -> String? {
    guard let value = members[name] else { return nil }
    guard let text = value.string else { throw refusal(name, "se espera un texto") }
    return text
  }

  func text(_ name: String) throws(AssistantError) -> String {
    guard let text = try optionalText(name) else { throw refusal(name, "falta") }
    return text
  }

  /// A name chosen by a client: not empty, not long, no control characters.
  func optionalID(_ name: String) throws(AssistantError) -> String? {
    guard let text = try optionalText(name) else { return nil }
    guard !text.isEmpty, text.unicodeScalars.count <= ServiceLimits.idScalars,
      text.unicodeScalars.allSatisfy({ $0.properties.generalCategory != .control })
    else { throw refusal(name, "de 1 a \(ServiceLimits.idScalars) caracteres, sin caracteres de control") }
    return text
  }

  func id(_ name: String) throws(AssistantError) -> String {
    guard let id = try optionalID(name) else { throw refusal(name, "falta") }
    return id
  }

  func optionalInteger(_ name: String, in range: ClosedRange<Int>) throws(AssistantError) -> Int? {
    guard let value = members[name] else { return nil }
    guard let number = value.int, range.contains(number) else {
      throw refusal(name, "se espera un entero de \(range.lowerBound) a \(range.upperBound)")
    }
    return number
  }

  func integer(_ name: String, in range: ClosedRange<Int>) throws(AssistantError) -> Int {
    guard let number = try optionalInteger(name, in: range) else { throw refusal(name, "falta") }
    return number
  }

  func flag(_ name: String) throws(AssistantError) -> Bool {
    guard let value = members[name] else { return false }
    guard let flag = value.bool else { throw refusal(name, "se espera true o false") }
    return flag
  }

  func choice(_ name: String, among choices: [String]) throws(AssistantError) -> String? {
    guard let text = try optionalText(name) else { return nil }
    guard choices.contains(text) else { throw refusal(name, "uno de: \(choices.joined(separator: ", "))") }
    return text
  }

  func texts(_ name: String, among choices: [String]? = nil) throws(AssistantError) -> [String]? {
    guard let value = members[name] else { return nil }
    guard let items = value.array else { throw refusal(name, "se espera una lista de textos") }
    var texts: [String] = []
    for (index, item) in items.enumerated() {
      guard let text = item.string, choices?.contains(text) ?? true else {
        let expected = choices.map { "uno de: \($0.joined(separator: ", "))" } ?? "se espera un texto"
        throw refusal("\(name)[\(index)]", expected)
      }
      texts.append(text)
    }
    return texts
  }

  func time(_ name: String) throws(AssistantError) -> Date? {
    guard let text = try optionalText(name) else { return nil }
    guard let date = Date(rfc3339: text) else { throw refusal(name, "se espera una hora RFC 3339 con desfase") }
    return date
  }

  /// Any JSON value of at most `bytes`.
  func json(_ name: String, bytes: Int) throws(AssistantError) -> JSONValue? {
    guard let value = members[name] else { return nil }
    guard value.utf8Text.count <= bytes else { throw refusal(name, "pasa de \(bytes) bytes") }
    return value
  }

  func object(_ name: String, known: [String]) throws(AssistantError) -> ParameterReader? {
    guard let value = members[name] else { return nil }
    guard let object = value.object else { throw refusal(name, "se espera un objeto") }
    return try ParameterReader(object, at: "\(path).\(name)", known: known)
  }
}

extension ParameterReader {
  func customer() throws(AssistantError) -> CustomerIdentity? {
    let names = ["id", "assurance", "name", "email", "phone", "token"]
    guard let reader = try object("customer", known: names) else { return nil }
    // Without a key there is nothing to check a token against, and to trust it unread would be worse than to refuse.
    guard !reader.has("token") else {
      throw AssistantError(code: 1003, message: "este proceso no comprueba credenciales firmadas: quita «token»")
    }
    let assurance = try reader.choice("assurance", among: ["anonymous", "identified", "authenticated"])
    if assurance == "anonymous" { return .anonymous }
    return CustomerIdentity(
      id: try reader.id("id"), assurance: assurance ?? "authenticated", name: try reader.optionalText("name"),
      email: try reader.optionalText("email"), phone: try reader.optionalText("phone"))
  }

  func lease() throws(AssistantError) -> Lease {
    guard let reader = try object("lease", known: ["token", "epoch", "until"]) else { throw refusal("lease", "falta") }
    return Lease(token: try reader.id("token"), epoch: try reader.integer("epoch", in: 0...Int.max))
  }
}
