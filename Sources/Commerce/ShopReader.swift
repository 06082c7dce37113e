import Foundation

/// Checks a document against the schema, collects what is wrong, writes in what may be missing and resolves
/// relative times.
struct ShopReader {
  let now: Date
  let zone: TimeZone
  var problems: [ShopFileError.Problem] = []

  init(now: Date, zone: TimeZone) {
    self.now = now
    self.zone = zone
  }

  mutating func read(_ value: ShopDocument, as schema: ShopSchema, at path: String) -> ShopDocument {
    switch (schema, value) {
    case (.text, .string), (.flag, .bool): return value
    case (.integer, .number(let digits)):
      if Int(digits) == nil { report(path, "se esperaba un número entero") }
      return value
    case (.time, .string(let text)): return .string(time(text, at: path))
    case (.dayOrTime, .string(let text)):
      let isDay = text.utf8.count == 10 && Timestamp(text + "T00:00:00Z") != nil
      return .string(isDay ? text : time(text, at: path))
    case (.amount, .string(let text)):
      if Money.amount(text) == nil { report(path, "«\(text)» no es un importe: se esperaba \"12.99\"") }
      return value
    case (.word(let words), .string(let text)):
      if !words.contains(text) { report(path, "«\(text)» no es ninguno de \(words.joined(separator: ", "))") }
      return value
    case (.list(let schema), .array(let elements)):
      return .array(elements.enumerated().map { read($1, as: schema, at: "\(path)[\($0)]") })
    case (.table(let schema), .object(let members)):
      return .object(members.map { .init($0.key, read($0.value, as: schema, at: join(path, $0.key))) })
    case (.policies, .object(let members)):
      for member in members { checkPolicy(member, at: join(path, member.key)) }
      return value
    case (.object(let fields), .object(let members)): return object(members, fields: fields, at: path)
    default:
      report(path, "se esperaba \(schema.expectation)")
      return value
    }
  }

  private mutating func report(_ path: String, _ reason: String) {
    problems.append(.init(path: path, reason: reason))
  }

  private func join(_ path: String, _ key: String) -> String { path.isEmpty ? key : "\(path).\(key)" }

  private mutating func object(
    _ members: [ShopDocument.Member], fields: [ShopSchema.Field], at path: String
  ) -> ShopDocument {
    for member in members where !fields.contains(where: { $0.key == member.key }) {
      report(join(path, member.key), "clave desconocida")
    }
    var read: [ShopDocument.Member] = []
    for field in fields {
      let place = join(path, field.key)
      switch (members.first { $0.key == field.key }?.value, field.presence) {
      case (.null?, .optional): break
      case (let value?, _): read.append(.init(field.key, self.read(value, as: field.schema, at: place)))
      case (nil, .required): report(place, "falta esta clave")
      case (nil, .assumed(let value)): read.append(.init(field.key, value))
      case (nil, .optional): break
      }
    }
    return .object(read)
  }

  private mutating func time(_ text: String, at path: String) -> String {
    if let date = RelativeTime.resolve(text, from: now) { return Timestamp(date, in: zone).description }
    if Timestamp(text) == nil {
      report(path, "«\(text)» no es una hora: se esperaba \"2026-03-10T10:00:00+01:00\" o \"@-PT15M\"")
    }
    return text
  }

  private mutating func checkPolicy(_ member: ShopDocument.Member, at path: String) {
    guard let value = PolicyValue(member.value) else { return report(path, "no es el valor de ninguna política") }
    var policies = Policies()
    do throws(Policies.Problem) {
      try policies.set(member.key, to: value)
    } catch {
      switch error {
      case .unknownName: report(path, "política desconocida")
      case .wrongValue(let expected): report(path, "se esperaba \(expected)")
      }
    }
  }
}

extension ShopSchema {
  /// What the author should have written, in Spanish.
  fileprivate var expectation: String {
    switch self {
    case .text, .word: "un texto"
    case .integer: "un número entero"
    case .flag: "true o false"
    case .time, .dayOrTime: "una hora, en un texto"
    case .amount: "un importe en un texto, \"12.99\""
    case .list: "una lista"
    case .table, .policies, .object: "un objeto"
    }
  }
}

extension PolicyValue {
  /// The value as JSON has it; nil when no policy could be like that.
  init?(_ json: ShopDocument) {
    switch json {
    case .null: self = .null
    case .bool(let flag): self = .flag(flag)
    case .number(let digits):
      guard let number = Int(digits) else { return nil }
      self = .number(number)
    case .string(let text): self = .text(text)
    case .array(let elements):
      let texts = elements.compactMap(\.string)
      guard texts.count == elements.count else { return nil }
      self = .list(texts)
    case .object(let members):
      let pairs = members.compactMap { member in member.value.string.map { (member.key, $0) } }
      guard pairs.count == members.count else { return nil }
      self = .table(Dictionary(pairs) { first, _ in first })
    }
  }
}
