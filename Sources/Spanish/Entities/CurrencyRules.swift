import TextAnalysis

extension EntityScan {
  /// A currency as named beside an amount.
  struct CurrencyName {
    /// ISO 4217, or the sign of a shared name (`CurrencyWords`).
    var code: String
    /// What one of it is worth in `code`: 1000 for a «luca».
    var factor = 1
    var end: Int
  }

  /// The currency whose sign, code or name starts at `i`.
  func currency(at i: Int) -> CurrencyName? {
    guard i >= 0, i < atoms.count, atoms[i].opens.contains(.money) else { return nil }
    if let sign = compoundSign(at: i) { return sign }
    let meaning = meaning(i)
    // «nuevos soles», «nuevo dólar taiwanés»
    guard meaning.hasCurrency else { return nil }
    if meaning.isCodeOnly, !isUpper(i) { return nil }
    let code = meaning.currency
    if let bySlang = CurrencyWords.slang[code] {
      return (bySlang[context.country] ?? bySlang["*"]).map {
        CurrencyName(code: $0.code, factor: $0.factor, end: i + 1)
      }
    }
    if code == "BOB" || code == "VES", isFolded(i, "bs") {
      return CurrencyName(code: context.country == "BO" ? "BOB" : "VES", end: i + 1)
    }
    return national(code, after: i) ?? CurrencyName(code: home(code), end: i + 1)
  }

  /// «US$», «MX$», «S/», «S/.», «R$», «MXN$», «U$D», «C$», «RD$».
  private func compoundSign(at i: Int) -> CurrencyName? {
    guard isWord(i), i + 1 < atoms.count, isGlued(i + 1) else { return nil }
    if shows(i + 1, "$") {
      if isFolded(i, "u"), isFolded(i + 2, "d") || isFolded(i + 2, "s"), isGlued(i + 2) {
        return CurrencyName(code: "USD", end: i + 3)
      }
      for (letters, code) in Self.dollarPrefixes where isFolded(i, letters) {
        return CurrencyName(code: letters == "c" && context.country == "NI" ? "NIO" : code, end: i + 2)
      }
      let code = meaning(i).currency
      return code.utf8.count == 3 ? CurrencyName(code: code, end: i + 2) : nil
    }
    if shows(i + 1, "/"), isFolded(i, "s") || isFolded(i, "b") {
      let end = shows(i + 2, ".") && isGlued(i + 2) ? i + 3 : i + 2
      return CurrencyName(code: isFolded(i, "s") ? "PEN" : "PAB", end: end)
    }
    return nil
  }

  private static let dollarPrefixes = [
    ("us", "USD"), ("u", "USD"), ("mx", "MXN"), ("ar", "ARS"), ("c", "CAD"), ("ca", "CAD"), ("a", "AUD"), ("au", "AUD"),
    ("nz", "NZD"), ("hk", "HKD"), ("r", "BRL"), ("rd", "DOP"), ("nt", "TWD"), ("s", "SGD"), ("m", "MXN"),
  ]

  /// A shared name with its origin: «pesos mexicanos», «dólares de Singapur», «francos CFA», «libras esterlinas».
  private func national(_ code: String, after i: Int) -> CurrencyName? {
    guard i + 1 < atoms.count, isWord(i + 1) else { return nil }
    if code == "F", isFolded(i + 1, "cfa") { return CurrencyName(code: "XOF", end: i + 2) }
    if code == "F", isFolded(i + 1, "cfp") { return CurrencyName(code: "XPF", end: i + 2) }
    let adjective = meaning(i + 1).origin
    if !adjective.isEmpty, let name = CurrencyWords.national[code]?[adjective] {
      return CurrencyName(code: name, end: i + 2)
    }
    // A code of one country alone: «yenes japoneses», «euros» with nothing behind.
    if !adjective.isEmpty, CurrencyWords.home[adjective] == code { return CurrencyName(code: code, end: i + 2) }
    if code == "VES", isFolded(i + 1, "fuertes") || isFolded(i + 1, "fuerte") {
      return CurrencyName(code: "VEF", end: i + 2)
    }
    guard says(i + 1, .de, .del), let place = countryName(at: says(i + 2, .los, .las, .el, .la) ? i + 3 : i + 2),
      let name = CurrencyWords.national[code]?[place.code]
    else { return nil }
    return CurrencyName(code: name, end: place.end)
  }

  /// What a shared sign is at home; unchanged where home does not tell.
  func home(_ code: String) -> String {
    guard code == "$" || code == "peso", let own = CurrencyWords.home[context.country] else {
      return code == "$" ? "USD" : code
    }
    if code == "$" {
      return CurrencyWords.national["peso"]?[context.country] ?? CurrencyWords.national["$"]?[context.country] ?? "USD"
    }
    return CurrencyWords.national["peso"]?.values.contains(own) == true ? own : code
  }

  private func isUpper(_ i: Int) -> Bool {
    text.bytes[atoms[i].lower..<atoms[i].upper].allSatisfy { (65...90).contains($0) }
  }
}
