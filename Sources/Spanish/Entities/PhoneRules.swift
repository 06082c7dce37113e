import TextAnalysis

extension EntityScan {
  /// Telephone plans: calling code, national length, and what a national number starts with.
  private static let plans: [String: (code: String, length: Int, starts: String)] = [
    "ES": ("34", 9, "6789"), "PT": ("351", 9, "239"), "FR": ("33", 10, "0"), "MX": ("52", 10, "123456789"),
    "AR": ("54", 10, "123"), "CO": ("57", 10, "36"), "CL": ("56", 9, "29"), "PE": ("51", 9, "9"),
    "US": ("1", 10, "23456789"),
  ]

  /// «600 111 222», «+34 600-11-12-22», «0034…», «(+1) 650-701-8887».
  func phone(at i: Int) -> Candidate? {
    var at = i
    var international = false
    if shows(at, "("), shows(at + 1, "+") { at += 1 }
    if shows(at, "+") {
      international = true
      at += 1
    }
    guard isDigits(at), !continuesLeft(at), !isGlued(at) || atoms[at - 1].kind == .symbol else { return nil }
    if at == i, at > 0, isGlued(at), isDash(at - 1) || shows(at - 1, "#") || meaning(at - 1).hasCurrency { return nil }
    guard let plan = Self.plans[context.country] ?? Self.plans["ES"] else { return nil }
    var digits: [UInt8] = []
    var isEnd = false
    var end = at
    while end < atoms.count, isDigits(end), digits.count <= 15 {
      digits += text.foldedBytes[atoms[end].folded]
      end += 1
      if digits.starts(with: "00".utf8) && !international && digits.count > 4 {
        international = true
        digits.removeFirst(2)
      }
      let national = !international && digits.count == plan.length
      let home =
        international && digits.starts(with: plan.code.utf8) && digits.count == plan.length + plan.code.utf8.count
      if national || home {
        isEnd = true
        break
      }
      var next = end
      if shows(next, ")") { next += 1 }
      if shows(next, "(") { next += 1 }
      if isDash(next) || shows(next, ".") || shows(next, "/") { next += 1 }
      guard isDigits(next), atoms[next].digitCount >= 2 else { break }
      end = next
    }
    if international {
      guard isEnd || (8...15).contains(digits.count) else { return nil }
    } else {
      guard isEnd, let first = digits.first, plan.starts.utf8.contains(first) else { return nil }
      for j in max(0, at - 3)..<at
      where says(j, .pedido, .referencia, .seguimiento, .serie, .nº) && !says(j + 1, .telefono) {
        if !isNearPhone(at) { return nil }
      }
    }
    // More digits, a currency or a unit after it: it was another number.
    if isGlued(end), !shows(end, ".") && !shows(end, ",") && !shows(end, ")") && !shows(end, "?") { return nil }
    if isDigits(end), atoms[end].spaceBefore, atoms[end].digitCount >= 3 { return nil }
    if shows(end, ",") || shows(end, "."), isGlued(end), isGlued(end + 1), isDigits(end + 1) { return nil }
    if meaning(end).hasCurrency { return nil }
    let value = "+" + (international ? "" : plan.code) + String(decoding: digits, as: UTF8.self)
    return Candidate(
      kind: .phone, atoms: i..<end, value: .text(value), rule: international ? "phone-international" : "phone")
  }

  private func isNearPhone(_ i: Int) -> Bool { (max(0, i - 4)..<i).contains { says($0, .telefono) } }
}
