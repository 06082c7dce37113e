import Commerce
import Understanding

/// Which of a customer's payment methods a text names.
struct MethodReader {
  /// The methods, each with its names.
  let methods: [(method: PaymentMethod, names: [String])]

  /// The longest name that is said whole wins, then the last digits, then a word that no other method bears («la visa»).
  /// What is denied («la visa no», «en vez de PayPal») is not named. Nil where none or several are.
  func method(in text: String) -> PaymentMethod? { method(in: MethodReader.withoutDenied(WishWord.read(text))) }

  /// The method that is named only to be denied: «la visa no, otra».
  func refused(in text: String) -> PaymentMethod? {
    let words = WishWord.read(text)
    let affirmed = MethodReader.withoutDenied(words)
    return affirmed.count < words.count && method(in: affirmed) == nil ? method(in: words.map(\.text)) : nil
  }

  private func method(in words: [String]) -> PaymentMethod? {
    let scores = methods.map { score(of: $0, in: words) }
    guard let best = scores.max(), best > 0, scores.count(where: { $0 == best }) == 1,
      let index = scores.firstIndex(of: best)
    else { return nil }
    return methods[index].method
  }

  private func score(of entry: (method: PaymentMethod, names: [String]), in words: [String]) -> Int {
    let names = entry.names.map { WishWord.read($0).map(\.text) }
    let whole = names.filter { name in
      !name.isEmpty
        && words.indices.contains {
          words[$0...].starts(with: name) && Self.endsThere(name, words[($0 + name.count)...])
        }
    }.map(\.count).max()
    let others = Words.content(of: methods.filter { $0.method.id != entry.method.id }.map(\.method.label))
    // «La tarjeta» is the card, and not half of the gift card.
    let othersNames = methods.filter { $0.method.id != entry.method.id }.flatMap(\.names).map(Words.list)
    let taken = Set(othersNames.filter { $0.count == 1 }.flatMap(\.self))
    let own = Words.content(of: [entry.method.label]).subtracting(others).subtracting(taken)
    let said = own.filter { name in
      words.contains { $0 == name || MethodReader.isMisspelt($0, for: name) || $0.utf8.count > 4 && name.hasPrefix($0) }
    }
    return max((whole ?? 0) * 2, said.contains { $0.allSatisfy(\.isNumber) } ? 4 : said.isEmpty ? 0 : 2)
  }

  /// «A la misma» is the card that paid; «la misma talla» is none.
  private static func endsThere(_ name: [String], _ rest: ArraySlice<String>) -> Bool {
    guard let last = name.last, ["mismo", "misma"].contains(last), let next = rest.first else { return true }
    return ["tarjeta", "forma", "metodo", "cuenta", "que", "de", "con", "por", "y", "donde"].contains(next)
  }

  private static func isMisspelt(_ word: String, for name: String) -> Bool {
    word.utf8.count >= 5 && name.utf8.count >= 5 && !name.allSatisfy(\.isNumber)
      && Suggestion.editDistance(Array(word.utf8), Array(name.utf8)) == 1
  }

  /// «No a la visa», «la visa no», «en vez de paypal»: those words are passed over, up to the next break.
  private static func withoutDenied(_ words: [WishWord]) -> [String] {
    var kept: [String] = []
    var isDenied = false
    // «Vale, con la visa» and «me vale» agree, and name no voucher.
    func isAgreement(_ index: Int) -> Bool {
      let before = index > 0 ? words[index - 1].text : ""
      return words[index].text == "vale" && words.count > 1 && !["un", "el", "mi", "del", "al", "con"].contains(before)
    }
    for (index, word) in words.enumerated() where !isAgreement(index) {
      if word.opensClause || ["y", "sino", "pero", "mejor"].contains(word.text) { isDenied = false }
      let next = index + 1 < words.count && !words[index + 1].opensClause ? words[index + 1].text : ""
      if ["vez", "lugar"].contains(word.text), next == "de" { isDenied = true }
      if word.text == "no" {
        // «La visa no, otra»: the clause so far is what is denied.
        if next.isEmpty, index > 0 {
          let start = words[..<index].lastIndex { $0.opensClause } ?? 0
          kept.removeLast(min(kept.count, index - start))
        }
        isDenied = !next.isEmpty && ["a", "con", "en", "la", "el", "quiero", "me", "uses", "use", "lo"].contains(next)
      }
      if !isDenied { kept.append(word.text) }
    }
    return kept
  }
}
