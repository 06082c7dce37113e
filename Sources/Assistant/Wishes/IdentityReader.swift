import Commerce
import Foundation
import Spanish
import TextAnalysis
import Understanding

/// Reads what a message says of who writes it: «soy Marta Soler, del 08008», «marta@example.com», «Marta Soler 08008».
///
/// A name is taken for one where somebody introduces themselves, and beside a postcode or as an answer also without
/// that. What is taken wrongly does no harm: only an account that fits makes anybody known.
struct IdentityReader {
  let model: UnderstandingModel
  /// The open question is who writes.
  let isAsked: Bool
  /// It asks for a name: one may stand alone then.
  var asksName = false

  func read(_ understanding: Understanding) -> SaidIdentity {
    var said = SaidIdentity()
    let text = understanding.text.text
    for entity in understanding.entities {
      if entity.kind == .email, let email = entity.value.string { said.emails.append(email) }
      if entity.kind == .orderNumber, let order = entity.value.string { said.orders.append(order) }
    }
    said.postcodes = text.split { $0.isWhitespace || ",;:().!?".contains($0) }.map(String.init)
      .filter { $0.utf8.count == 5 && $0.utf8.allSatisfy { (48...57).contains($0) } }
    // The postcode of a new address, with its house number, says nothing of who writes; that of «soy Marta Soler, vivo
    // en el 08008» does.
    let introduces = IdentityReader.opening(of: text.split(separator: " ").map { Identification.folded(String($0)) })
    let holdsHouseNumber = text.split { !$0.isNumber }.contains { $0.utf8.count < 5 }
    if !isAsked, introduces == nil, holdsHouseNumber, understanding.wishesAddress { said.postcodes = [] }
    let isSure = asksName || !said.postcodes.isEmpty
    for segment in text.split(whereSeparator: { $0.isNewline || ",;:().!?".contains($0) }) {
      if let name = name(in: segment, isSure: isSure), !said.names.contains(name) { said.names.append(name) }
    }
    return said
  }

  /// Whether a message says who writes it, and nothing else.
  func saysOnly(_ said: SaidIdentity, in understanding: Understanding) -> Bool {
    let names = Set(said.names.flatMap { $0.split(separator: " ").map { Identification.folded(String($0)) } })
    let others = understanding.text.text.split { $0.isWhitespace || ",;:().!?".contains($0) }.map(String.init).filter {
      let word = Identification.folded($0)
      return !names.contains(word) && !IdentityReader.greetings.contains(word)
        && !IdentityReader.particles.contains(word)
        && !IdentityReader.stops.contains(word) && !["soy", "llamo"].contains(word) && !word.contains("@")
        && !word.contains(where: \.isNumber)
    }
    return others.count < 2
  }

  // MARK: Names

  private func name(in segment: Substring, isSure: Bool) -> String? {
    let words = segment.split(separator: " ").map(String.init)
    let folded = words.map(Identification.folded)
    let opening = IdentityReader.opening(of: folded)
    guard opening != nil || isSure else { return nil }
    let start = opening ?? folded.firstIndex { !IdentityReader.greetings.contains($0) } ?? folded.count
    var end = start
    while end < words.count, !IdentityReader.stops.contains(folded[end]), !words[end].contains(where: \.isNumber),
      !words[end].contains("@")
    {
      end += 1
    }
    while end > start, IdentityReader.particles.contains(folded[end - 1]) { end -= 1 }
    let count = folded[start..<end].count { !IdentityReader.particles.contains($0) }
    guard (2...5).contains(count) else { return nil }
    // «Soy cliente desde siempre» is no name; «soy Rosa Campos» is one, whatever «rosa» is.
    let isWritten = words[start].first?.isUppercase == true && words[end - 1].first?.isUppercase == true
    guard isSure || isWritten || !model.namesSomething(folded[start]) else { return nil }
    return words[start..<end].joined(separator: " ")
  }

  /// Where the name starts behind «soy», «me llamo», «mi nombre es», «a nombre de».
  private static func opening(of words: [String]) -> Int? {
    for index in words.indices {
      if words[index] == "soy", index + 1 < words.count { return index + 1 }
      let before = index > 0 ? words[index - 1] : ""
      if words[index] == "llamo", before == "me" || index == 0 { return index + 1 }
      if ["es", "completo"].contains(words[index]), before == "nombre" { return index + 1 }
      if words[index] == "de", before == "nombre" { return index + 1 }
    }
    return nil
  }

  private static let greetings: Set<String> = [
    "hola", "buenas", "buenos", "dias", "tardes", "noches", "muy", "hey", "ey", "saludos", "ok", "vale", "si", "pues",
    "ah", "perdon", "perdona", "a", "ver", "claro", "nombre", "nombre:", "es",
  ]

  private static let particles: Set<String> = ["de", "del", "la", "las", "los", "da", "do", "y"]

  private static let stops: Set<String> = [
    "cp", "codigo", "postal", "vivo", "mi", "tengo", "quiero", "con", "en", "el", "desde", "cliente", "que", "para",
    "por", "no", "un", "una", "necesito", "queria", "quisiera", "escribo", "correo", "email", "mail", "pedido",
    "numero", "direccion", "domicilio", "me", "lo", "pero", "es", "se", "te", "le", "al", "os", "otra", "vez", "hola",
    "cancela", "cambia", "dime", "donde", "cuanto", "cuando", "como",
  ]
}

extension Understanding {
  /// Whether something is wished of an address.
  fileprivate var wishesAddress: Bool {
    intents.contains { $0.id.hasSuffix(".direccion") }
      || slots.contains { $0.name == "campo" && $0.value.string == "direccion" }
  }
}
