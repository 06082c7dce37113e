import TextAnalysis

extension EntityScan {
  /// «600 111 222», «+34 600-11-12-22», «0034…», «(+1) 650-701-8887», in E.164.
  ///
  /// A number without «+» must fit the plan of the customer's country, and nothing on its left may name it otherwise: order
  /// numbers of nine digits are none.
  func phone(at i: Int) -> Candidate? {
    var at = i
    if shows(at, "("), shows(at + 1, "+") || isDigits(at + 1) { at += 1 }
    let hasPlus = shows(at, "+")
    if hasPlus { at += 1 }
    guard isDigits(at), !continuesLeft(at), !isGlued(at) || atoms[at - 1].kind == .symbol else { return nil }
    if at == i, at > 0, isGlued(at), isDash(at - 1) || shows(at - 1, "#") || meaning(at - 1).hasCurrency { return nil }
    var digits: [UInt8] = []
    var best: (number: [UInt8], end: Int, isInternational: Bool)?
    var end = at
    while isDigits(end), digits.count + atoms[end].digitCount <= 17 {
      digits += text.foldedBytes[atoms[end].folded]
      end += 1
      if isPhoneEnd(end), let found = number(digits, hasPlus: hasPlus) {
        best = (found.number, end, found.isInternational)
      }
      guard let next = nextGroup(end) else { break }
      end = next
    }
    guard let best, best.isInternational || isCalledPhone(at, best) else { return foreignPhone(at: i, digitsAt: at) }
    return Candidate(
      kind: .phone, atoms: i..<best.end, value: .text("+" + String(decoding: best.number, as: UTF8.self)),
      rule: best.isInternational ? "phone-international" : "phone")
  }

  /// «(650)-701-8887 ext 897», «06 2070 2220», «mi móvil es 06354640807»: a number of another country as it is dialled at
  /// home. Nothing says which, so that its digits stay as they are, without «+».
  ///
  /// Its own shape must tell that it is one: an area in brackets, or a trunk 0 before groups of two to four digits.
  private func foreignPhone(at i: Int, digitsAt at: Int) -> Candidate? {
    guard !isGlued(i), atoms[at].digitCount >= 2 else { return nil }
    let isBracketed = at > i && shows(at + 1, ")")
    let isNamed = (max(0, at - 4)..<at).contains { says($0, .telefono) }
    guard isBracketed && atoms[at].digitCount == 3 || text.foldedBytes[atoms[at].folded.lowerBound] == 48 else {
      return nil
    }
    for j in max(0, i - 3)..<i where isOtherName(j) { return nil }
    var digits = text.foldedBytes[atoms[at].folded]
    var end = at + 1
    var groups = 1
    while let next = nextGroup(end), (2...4).contains(atoms[next].digitCount), groups < 5 {
      digits += text.foldedBytes[atoms[next].folded]
      end = next + 1
      groups += 1
    }
    guard isPhoneEnd(end), isBracketed ? digits.count == 10 : (9...11).contains(digits.count), groups >= 3 || isNamed
    else { return nil }
    var number = String(decoding: digits, as: UTF8.self)
    // «ext. 12», as RFC 3966 writes it.
    if isFolded(end, "ext") || isFolded(end, "extension") {
      let extensionAt = shows(end + 1, ".") ? end + 2 : end + 1
      if isDigits(extensionAt), atoms[extensionAt].digitCount <= 5 {
        number += ";ext=" + String(decoding: text.foldedBytes[atoms[extensionAt].folded], as: UTF8.self)
        end = extensionAt + 1
      }
    }
    return Candidate(kind: .phone, atoms: i..<end, value: .text(number), rule: "phone-foreign")
  }

  private func number(_ digits: [UInt8], hasPlus: Bool) -> (number: [UInt8], isInternational: Bool)? {
    if hasPlus { return PhonePlan.international(digits[...]).map { ($0, true) } }
    if digits.count > 4, digits.starts(with: "00".utf8) {
      return PhonePlan.international(digits.dropFirst(2)).map { ($0, true) }
    }
    guard let plan = PhonePlan.of(context.country) ?? PhonePlan.of("ES"), let national = plan.national(digits[...])
    else {
      return nil
    }
    return (Array(plan.code.utf8) + national, false)
  }

  /// The next group of digits, past one separator or a bracket.
  private func nextGroup(_ end: Int) -> Int? {
    var next = end
    if shows(next, ")") { next += 1 }
    if shows(next, "(") { next += 1 }
    if isDash(next) || shows(next, ".") || shows(next, "/") { next += 1 }
    return isDigits(next) && (atoms[next].digitCount >= 2 || shows(next - 1, "(") || shows(next - 1, ")"))
      ? next : nil
  }

  /// Whether a number may end before `end`: no more digits, letters, decimals or a currency belong to it.
  private func isPhoneEnd(_ end: Int) -> Bool {
    guard end < atoms.count else { return true }
    if isGlued(end), atoms[end].kind != .symbol { return false }
    if isGlued(end), isGlued(end + 1), isDigits(end + 1) || isWord(end + 1), !shows(end, "/"),
      !isDash(end) || isDigits(end + 1)
    {
      return false
    }
    if isDigits(end), atoms[end].digitCount >= 2 { return false }
    return !meaning(end).hasCurrency && !shows(end, "%")
  }

  /// Whether the word at `i` announces a number that is no telephone.
  private func isOtherName(_ i: Int) -> Bool {
    says(i, .pedido, .referencia) || says(i, .seguimiento, .serie) || says(i, .dni, .tarjeta) || says(i, .cuenta)
  }

  /// Whether a number without a calling code is a telephone by its surroundings.
  private func isCalledPhone(_ at: Int, _ found: (number: [UInt8], end: Int, isInternational: Bool)) -> Bool {
    let isNamed = (max(0, at - 4)..<at).contains { says($0, .telefono) }
    if isNamed { return true }
    let isGrouped = found.end > at + 1
    for j in max(0, at - 3)..<at {
      if isOtherName(j) { return false }
      // «el número 612345678» may be anything; «mi número», or digits grouped as telephones are, is one.
      if says(j, .nº), !isGrouped, !isFolded(j - 1, "mi") { return false }
    }
    // Eight digits in one run may be anything.
    let national = found.number.count - (PhonePlan.of(context.country)?.code.utf8.count ?? 2)
    return national >= 9 || isGrouped
  }
}
