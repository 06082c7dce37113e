import Commerce
import Foundation

/// What a text says about an address (X1).
enum AddressReading: Equatable {
  case complete(Address)
  /// These parts are missing: `calle`, `codigo_postal`, `ciudad`.
  case missing([String])
  /// Several known ones fit.
  case several([Address])
  case nothing
}

/// Reads an address that is written out, one that is known («la de mi perfil», «la del pedido 402-…», «la de Sevilla»),
/// or one part that changes («el piso es el 2.º izquierda»).
struct AddressReader {
  let profile: Address
  let orders: [CustomerOrder]
  /// What a changed part belongs to: the address of the order at hand, or the profile's.
  let base: Address
  /// Whether «la de mi perfil» means anything: not while the profile itself is being changed.
  let namesProfile: Bool

  func read(_ text: String) -> AddressReading {
    let words = Words.list(text)
    if let other = ofOtherOrder(text, words) { return other }
    if let written = written(text) { return written }
    if let order = orders.first(where: { text.contains($0.id) }) { return .complete(order.order.address) }
    let known = self.known
    let fitting = known.filter { address in
      !Words.content(of: [address.city, address.region ?? ""]).isDisjoint(with: Words.content(of: [text]))
    }
    if fitting.count == 1 { return .complete(fitting[0]) }
    if fitting.count > 1 { return .several(fitting) }
    if let swapped = swapped(text) { return .complete(swapped) }
    if let part = changedPart(text, words) { return .complete(part) }
    guard namesProfile else { return .nothing }
    let mine: Set<String> = [
      "perfil", "cuenta", "casa", "siempre", "habitual", "predeterminada", "defecto", "principal",
    ]
    if words.contains(where: mine.contains) { return .complete(profile) }
    return .nothing
  }

  /// Every address that the account has used, the profile's first, each once.
  var known: [Address] {
    ((namesProfile ? [profile] : []) + orders.map(\.order.address).filter { $0 != base }).reduce(into: []) {
      known, address in
      if !known.contains(address) { known.append(address) }
    }
  }

  private static let streets: Set<String> = [
    "calle", "c", "avenida", "avda", "av", "plaza", "pza", "paseo", "pº", "camino", "carretera", "ctra", "ronda",
    "travesia", "glorieta", "rua", "carrer", "via", "bulevar", "urbanizacion", "alameda", "pasaje", "callejon",
    "passeig", "praza", "placa", "avinguda", "rambla", "gran", "kalea", "cuesta", "costanilla", "poligono", "cami",
    "corredera", "bajada", "subida", "muelle",
  ]

  /// «Calle Mayor 5, 2.º B, 41001 Sevilla»; nil when no street is named.
  private func written(_ text: String) -> AddressReading? {
    let pieces = text.split { $0 == "," || $0 == ";" || $0.isNewline }.map { $0.trimmingCharacters(in: .whitespaces) }
      .filter { !$0.isEmpty }
    var firsts = pieces.map(AddressReader.streetStart)
    if firsts.allSatisfy({ $0 == nil }), let bare = AddressReader.bareStreet(in: pieces) {
      firsts[bare.at] = bare.street
    }
    guard let at = firsts.firstIndex(where: { $0 != nil }), let street = firsts[at] else { return nil }
    var line1 = AddressReader.withoutPostcode(String(street))
    var rest = Array(pieces[(at + 1)...])
    // «Calle Mayor, 5, 2.º B»: the number may stand apart.
    if let number = rest.first, number.allSatisfy(\.isNumber), number.utf8.count < 5, !line1.isEmpty {
      line1 += " " + number
      rest.removeFirst()
    }
    let postcode = AddressReader.postcode(in: pieces[at...].joined(separator: " "))
    var city: String?
    var second: [String] = []
    for piece in rest {
      let name = AddressReader.withoutPostcode(piece)
      if AddressReader.postcode(in: piece) != nil {
        if !name.isEmpty { city = AddressReader.withoutTail(name) }
      } else if name.contains(where: \.isNumber) || AddressReader.isDoor(name) || city != nil {
        if city == nil { second.append(name) }
      } else {
        city = AddressReader.withoutTail(name)
      }
    }
    if city == nil, let tail = AddressReader.afterPostcode(String(street)) { city = AddressReader.withoutTail(tail) }
    if let code = postcode, line1.hasSuffix(code) { line1.removeLast(code.count) }
    line1 = AddressReader.beforePostcode(String(street), fallback: line1)
    line1 = line1.prefix(1).uppercased() + line1.dropFirst()
    var missing: [String] = []
    if !line1.contains(where: \.isNumber) { missing.append("numero") }
    if postcode == nil { missing.append("codigo_postal") }
    if city == nil { missing.append("ciudad") }
    guard missing.isEmpty, let postcode, let city else {
      // «Avenida de Burgos 45, oficina 9»: a street that is known is not asked for anew.
      let here = ([base, profile] + self.known).first {
        Identification.folded($0.line1) == Identification.folded(line1)
      }
      guard var here, missing.allSatisfy({ $0 != "numero" }), postcode == nil || postcode == here.postcode else {
        return .missing(missing)
      }
      if !second.isEmpty { here.line2 = second.joined(separator: ", ") }
      return .complete(here)
    }
    let known = self.known.first {
      $0.postcode == postcode && Identification.folded($0.city) == Identification.folded(city)
    }
    return .complete(
      Address(
        name: base.name, line1: line1, line2: second.isEmpty ? nil : second.joined(separator: ", "), city: city,
        region: known?.region, postcode: postcode, country: base.country))
  }

  /// «Larios 4, 29005 Málaga»: a name with a house number before a postcode is a street, whatever it is called.
  private static func bareStreet(in pieces: [String]) -> (at: Int, street: Substring)? {
    guard let code = pieces.lastIndex(where: { postcode(in: $0) != nil }), code > 0 else { return nil }
    for at in 0..<code where postcode(in: pieces[at]) == nil {
      let words = pieces[at].split(separator: " ")
      guard let number = words.lastIndex(where: { $0.allSatisfy(\.isNumber) }), number > 0,
        words[number].utf8.count < 5, words[number - 1].contains(where: \.isLetter)
      else { continue }
      let start = words[..<number].lastIndex { ["es", "a", "en"].contains(Identification.folded(String($0))) }
      let first = start.map { $0 + 1 } ?? 0
      if first < number { return (at, pieces[at][words[first].startIndex...]) }
    }
    return nil
  }

  /// «Barcelona por favor» → «Barcelona».
  private static func withoutTail(_ city: String) -> String {
    var kept: [Substring] = []
    for word in city.split(separator: " ") {
      if ["por", "gracias", "y", "porfa", "porfi", "vale", "pero"].contains(Identification.folded(String(word))) {
        break
      }
      kept.append(word)
      if word.hasSuffix(".") || word.hasSuffix("!") { break }
    }
    return kept.joined(separator: " ").trimmingCharacters(in: CharacterSet(charactersIn: ".! "))
  }

  /// From the word for a street on; nil when there is none.
  private static func streetStart(_ piece: String) -> Substring? {
    let pieces = piece.split(separator: " ")
    guard
      let index = pieces.firstIndex(where: { word in
        let bare = Words.list(String(word)).first ?? ""
        return streets.contains(bare) || word.lowercased() == "c/" || word.lowercased().hasPrefix("c/")
      }), index + 1 < pieces.count || pieces[index].contains("/")
    else { return nil }
    // «La calle» alone names no street: the next word has to.
    return piece[pieces[index].startIndex...]
  }

  /// «No, a otra», «esa no», «no, mejor a la de Lugo»: another one is wished, and none that is known.
  static func wantsOther(_ text: String) -> Bool {
    let words = Words.list(text)
    let places = words.indices.dropLast().filter { words[$0] == "a" || words[$0] == "al" || words[$0] == "en" }
    let isDenied = words.contains("no") || words.contains("mejor")
    let isAimed = places.contains { place in
      words[place] == "al" || ["la", "el", "casa", "mi", "otra", "otro", "un", "una"].contains(words[place + 1])
    }
    let isThatOne = zip(words, words.dropFirst()).contains { ["esa", "ahi", "ese"].contains($0) && $1 == "no" }
    return isThatOne || isDenied && (isAimed || words.contains("otra") || words.contains("direccion"))
  }

  static func postcode(in text: String) -> String? {
    text.split { !$0.isNumber }.first { $0.utf8.count == 5 }.map(String.init)
  }

  private static func withoutPostcode(_ text: String) -> String {
    guard let code = postcode(in: text), let range = text.range(of: code) else { return text }
    return (text[..<range.lowerBound] + text[range.upperBound...]).trimmingCharacters(in: .whitespaces)
  }

  private static func beforePostcode(_ text: String, fallback: String) -> String {
    guard let code = postcode(in: text), let range = text.range(of: code) else { return fallback }
    return text[..<range.lowerBound].trimmingCharacters(in: .whitespaces)
  }

  private static func afterPostcode(_ text: String) -> String? {
    guard let code = postcode(in: text), let range = text.range(of: code) else { return nil }
    let tail = text[range.upperBound...].trimmingCharacters(in: .whitespaces)
    return tail.isEmpty ? nil : tail
  }

  private static let doors: Set<String> = [
    "piso", "puerta", "bajo", "izquierda", "derecha", "izq", "izda", "dcha", "der", "escalera", "esc", "portal",
    "bloque", "oficina", "local", "apartamento", "despacho",
    "atico", "entresuelo", "planta", "centro",
  ]

  private static func isDoor(_ text: String) -> Bool { Words.list(text).contains(where: doors.contains) }

  /// «El piso es el 2.º izquierda», «el código postal es 28005», «en el número 7».
  private func changedPart(_ text: String, _ words: [String]) -> Address? {
    var address = base
    var changed = false
    if let code = AddressReader.postcode(in: text), code != base.postcode {
      address.postcode = code
      changed = true
    }
    if let index = words.firstIndex(of: "numero"),
      let number = words[index...].dropFirst().first(where: { $0.allSatisfy(\.isNumber) })
    {
      let street = base.line1.split(separator: " ").prefix { !$0.contains(where: \.isNumber) }.joined(separator: " ")
      address.line1 = "\(street) \(number)"
      changed = true
    } else if let door = door(in: text) {
      address.line2 = door
      changed = true
    }
    return changed ? address : nil
  }

  /// «2.º izquierda», «3º B»: from the floor on, three words at most.
  private func door(in text: String) -> String? {
    var pieces = text.split { $0 == " " || $0 == "," }
    // What stands after «en vez de» is what was there before.
    if let old = pieces.firstIndex(where: { ["vez", "lugar"].contains($0.lowercased()) }) {
      pieces = Array(pieces[..<old])
    }
    let floor = pieces.firstIndex { piece in
      piece.first?.isNumber == true && (piece.contains("º") || piece.contains("ª") || piece.hasSuffix("."))
        || ["bajo", "atico", "entresuelo"].contains(Identification.folded(String(piece)))
    }
    guard let floor else {
      // «Piso 3», «oficina 9 B».
      guard let word = pieces.firstIndex(where: { AddressReader.isDoor(String($0)) }),
        let number = pieces[word...].firstIndex(where: { $0.utf8.count <= 3 && $0.first?.isNumber == true })
      else { return nil }
      let side = pieces[(number + 1)...].first.flatMap {
        $0.utf8.count == 1 || AddressReader.isDoor(String($0)) ? [$0] : nil
      }
      let door = ([pieces[word], pieces[number]] + (side ?? [])).joined(separator: " ")
      return door.prefix(1).uppercased() + door.dropFirst()
    }
    return pieces[floor...].prefix(2).joined(separator: " ")
  }

  /// «A la del otro pedido», «a la misma que el pedido del teclado».
  private func ofOtherOrder(_ text: String, _ words: [String]) -> AddressReading? {
    guard words.contains("pedido"), AddressReader.postcode(in: text) == nil else { return nil }
    let said = Words.content(of: [text])
    let hits = orders.map { record in
      said.count { word in record.order.lines.contains { OrderFinder.isName(word, of: $0, in: record) } }
    }
    let best = hits.max() ?? 0
    let isOther = zip(words, words.dropFirst()).contains {
      ["otro", "otra"].contains($0) && ["pedido", "compra"].contains($1)
    }
    guard isOther || best > 0 && words.contains(where: { ["mismo", "misma", "que", "del"].contains($0) }) else {
      return nil
    }
    let meant = best > 0 ? zip(orders, hits).filter { $0.1 == best }.map(\.0) : orders
    let addresses = meant.map(\.order.address).filter { $0 != base }
      .reduce(into: [Address]()) { if !$0.contains($1) { $0.append($1) } }
    if addresses.count == 1 { return .complete(addresses[0]) }
    return addresses.count > 1 ? .several(addresses) : nil
  }

  /// «El piso 3 en vez del 2»: what stood there gives way to what is said before it.
  private func swapped(_ text: String) -> Address? {
    let pieces = text.split { $0 == " " || $0 == "," }.map { $0.trimmingCharacters(in: .punctuationCharacters) }
    guard let at = pieces.indices.first(where: { ["vez", "lugar"].contains(pieces[$0].lowercased()) }), at > 1 else {
      return nil
    }
    func number(_ piece: String) -> String? {
      let digits = piece.prefix { $0.isNumber }
      return digits.isEmpty ? nil : String(digits)
    }
    guard let new = pieces[..<at].reversed().lazy.compactMap(number).first,
      let old = pieces[at...].lazy.compactMap(number).first
    else { return nil }
    func replaced(_ line: String?) -> String? {
      guard let line, let range = line.range(of: old) else { return nil }
      let isWhole =
        line[range.upperBound...].first?.isNumber != true
        && (range.lowerBound == line.startIndex || !line[line.index(before: range.lowerBound)].isNumber)
      return isWhole ? line.replacingCharacters(in: range, with: new) : nil
    }
    var address = base
    let isDoor = pieces.contains { AddressReader.isDoor($0) || $0.contains("º") }
    if isDoor || replaced(base.line1) == nil, let line = replaced(base.line2) {
      address.line2 = line
    } else if let line = replaced(base.line1) {
      address.line1 = line
    } else if base.postcode == old {
      address.postcode = new
    } else {
      return nil
    }
    return address
  }
}
