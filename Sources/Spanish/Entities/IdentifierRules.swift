import TextAnalysis

extension EntityScan {
  /// A shape with a check digit: how long it is, whether a letter opens it, the word that names it, and its test.
  private struct Shape {
    let kind: EntityKind
    let name: Keyword
    let lengths: ClosedRange<Int>
    /// Nil if either may.
    let opensWithLetter: Bool?
    let rule: String
    let check: @Sendable (ArraySlice<UInt8>) -> Bool?
  }

  private static let shapes = [
    Shape(kind: .dni, name: .dni, lengths: 9...9, opensWithLetter: nil, rule: "dni", check: CheckDigits.dni),
    Shape(kind: .nie, name: .dni, lengths: 9...9, opensWithLetter: true, rule: "nie", check: CheckDigits.nie),
    Shape(kind: .cif, name: .dni, lengths: 9...9, opensWithLetter: true, rule: "cif", check: CheckDigits.cif),
    Shape(
      kind: .tracking, name: .seguimiento, lengths: 13...13, opensWithLetter: true, rule: "tracking-s10",
      check: CheckDigits.s10),
    Shape(
      kind: .tracking, name: .seguimiento, lengths: 18...18, opensWithLetter: false, rule: "tracking-ups",
      check: CheckDigits.ups),
    Shape(
      kind: .tracking, name: .seguimiento, lengths: 15...15, opensWithLetter: true, rule: "tracking-amazon",
      check: CheckDigits.amazonLogistics),
    Shape(kind: .iban, name: .iban, lengths: 15...34, opensWithLetter: true, rule: "iban", check: CheckDigits.iban),
    Shape(kind: .card, name: .tarjeta, lengths: 13...19, opensWithLetter: false, rule: "card", check: CheckDigits.card),
  ]

  /// Letters and digits from `start` with their separators left out; `ends[n]` is the atom after the first n bytes, where an
  /// atom ends there, else 0.
  struct Solid {
    var bytes: [UInt8] = []
    var ends: [Int] = [0]
    /// Whether a space stands inside, up to each length.
    var spaced: [Bool] = [false]

    mutating func clear() {
      bytes.removeAll(keepingCapacity: true)
      ends.removeAll(keepingCapacity: true)
      spaced.removeAll(keepingCapacity: true)
      ends.append(0)
      spaced.append(false)
    }
  }

  /// Fills `result` from `start`; false if nothing can start there. At most 40 bytes in 14 pieces: no identifier has more, and the scan
  /// stays linear.
  func fill(_ result: inout Solid, from start: Int) -> Bool {
    guard !isGlued(start) || atoms[start - 1].kind == .symbol || says(start - 1, .nº, .pedido),
      atoms[start].kind != .symbol
    else { return false }
    result.clear()
    var at = start
    var spaced = false
    var pieces = 0
    while at < atoms.count, atoms[at].kind != .symbol {
      let piece = atoms[at].lower..<atoms[at].upper
      pieces += 1
      guard result.bytes.count + piece.count <= 40, pieces <= 14, isASCII(piece) else { break }
      for offset in piece {
        result.bytes.append(AtomClass.upper(text.bytes[offset]))
        result.ends.append(0)
        result.spaced.append(spaced)
      }
      at += 1
      if !isGlued(at) || atoms[at].kind == .symbol { result.ends[result.ends.count - 1] = at }
      if at < atoms.count, atoms[at].kind == .symbol {
        // One separator, glued on the right side at least: «402-1234567», «79.070.818 -S» is rare but harmless.
        guard shows(at, ".") || isDash(at) || shows(at, "_"), at + 1 < atoms.count, isGlued(at), isGlued(at + 1) else {
          break
        }
        at += 1
      } else if !isGlued(at) {
        guard at < atoms.count, isDigits(at) || atoms[at].folded.count == 1 || isDigits(at - 1) && isGlued(at + 1)
        else { break }
        spaced = true
      }
    }
    return !result.bytes.isEmpty
  }

  private func isASCII(_ range: Range<Int>) -> Bool {
    for offset in range where text.bytes[offset] >= 128 { return false }
    return true
  }

  private func isNear(_ i: Int, _ keyword: Keyword, within distance: Int = 4) -> Bool {
    for j in stride(from: i - 1, through: max(0, i - distance), by: -1) where self.keyword(j) == keyword { return true }
    return false
  }

  /// Every identifier that starts at atom `i`.
  ///
  /// - Parameter solid: scratch memory, so that no atom allocates.
  func identifiers(at i: Int, order: OrderNumberPattern, _ solid: inout Solid, into found: inout [Candidate]) {
    // Digits at once or soon, unless the shop numbers its orders in letters.
    guard isDigits(i) || isDigits(i + 1) || isDigits(i + 2) && !isWord(i + 1) || !order.hasDigits,
      fill(&solid, from: i), solid.bytes.count >= min(7, order.length.lowerBound)
    else { return }
    func add(_ kind: EntityKind, _ length: Int, _ valid: Bool, _ rule: String) {
      let value = String(decoding: solid.bytes[..<length], as: UTF8.self)
      found.append(
        Candidate(kind: kind, atoms: i..<solid.ends[length], value: .identifier(value, valid: valid), rule: rule))
    }
    var hasOrder = false
    for length in order.length where length < solid.ends.count && solid.ends[length] > 0 {
      guard
        order.needsContext == false || isNear(i, .pedido) || isNear(i, .nº) || isNear(i, .referencia)
          || shows(i - 1, "#")
      else { continue }
      if let canonical = order.canonical(Array(solid.bytes[..<length])), isOrderGrouping(i, solid.ends[length]) {
        hasOrder = true
        found.append(
          Candidate(
            kind: .orderNumber, atoms: i..<solid.ends[length], value: .text(canonical), rule: "order-number"))
      }
    }
    guard !hasOrder else { return }
    let opensWithLetter = AtomClass.isLetter(solid.bytes[0])
    for length in 9..<max(10, solid.ends.count) where length < solid.ends.count && solid.ends[length] > 0 {
      for shape in Self.shapes where shape.lengths.contains(length) {
        guard shape.opensWithLetter ?? opensWithLetter == opensWithLetter,
          let valid = shape.check(solid.bytes[..<length])
        else { continue }
        let (kind, rule) = (shape.kind, shape.rule)
        // Check digits alone are weak evidence: a letter after a space, or a card that fails, needs its word nearby.
        let named = isNear(i, shape.name) || kind == .iban && isNear(i, .cuenta)
        let loose =
          solid.spaced[length] && solid.bytes.count >= length && kind == .dni
          && says(solid.ends[length] - 1, .y, .a, .e, .o, .u)
        if loose && !named { continue }
        // Digits grouped as no card is printed are another number, unless somebody calls it one.
        if kind == .card, !named, !isPrintedCard(i..<solid.ends[length]) { continue }
        if !valid, kind == .card, !named { continue }
        if !valid, solid.spaced[length], !named { continue }
        if kind == .card, isNear(i, .seguimiento, within: 3) || isNear(i, .pedido, within: 2) { continue }
        add(kind, length, valid, rule)
      }
    }
    if let mistyped = mistyped(i, solid) { found.append(mistyped) }
    named(i, solid, .serie, .serial, into: &found)
    named(i, solid, .seguimiento, .tracking, into: &found)
  }

  /// What stands next to «dni», «tarjeta», «iban» or «cuenta» with about the right length, although no check holds: it is one
  /// mistyped, and must be masked too.
  private func mistyped(_ i: Int, _ solid: Solid) -> Candidate? {
    guard let end = solid.ends.indices.last(where: { solid.ends[$0] > 0 }) else { return nil }
    let bytes = solid.bytes[..<end]
    let digitCount = bytes.prefix(while: AtomClass.isDigit).count
    let isAllDigits = digitCount == end
    let kind: EntityKind
    if isAllDigits, (12...19).contains(end), isNear(i, .tarjeta), CheckDigits.card(bytes) == nil {
      kind = .card
    } else if (7...8).contains(digitCount), end - digitCount <= 1, end < 9, isNear(i, .dni) {
      kind = .dni
    } else if isNear(i, .iban) || isNear(i, .cuenta), end >= 15, CheckDigits.iban(bytes) == nil,
      isAllDigits ? end == 20 : digitCount == 0 && bytes.dropFirst(2).prefix(2).allSatisfy(AtomClass.isDigit)
    {
      // Twenty digits are the account number that an IBAN of Spain ends with.
      kind = .iban
    } else {
      return nil
    }
    return Candidate(
      kind: kind, atoms: i..<solid.ends[end], value: .identifier(String(decoding: bytes, as: UTF8.self), valid: false),
      rule: kind.rawValue + "-by-name")
  }

  /// Whether digits are grouped as on a card: all together, in fours, or 4-6-5 and 4-6-4.
  private func isPrintedCard(_ range: Range<Int>) -> Bool {
    let groups = range.filter(isDigits).map { atoms[$0].digitCount }
    if groups.count == 1 || groups == [4, 6, 5] || groups == [4, 6, 4] { return true }
    return groups.dropLast().allSatisfy { $0 == 4 } && (groups.last ?? 0) <= 4
  }

  /// An identifier without a known shape, right after its name: «número de serie: AB12CD34», «seguimiento 6123…».
  private func named(_ i: Int, _ solid: Solid, _ name: Keyword, _ kind: EntityKind, into found: inout [Candidate]) {
    var left = i - 1
    while left >= max(0, i - 5),
      shows(left, ":") || shows(left, "#") || says(left, .nº, .es) || says(left, .de, .el, .la)
    {
      left -= 1
    }
    guard says(left, name) else { return }
    guard let length = solid.ends.indices.first(where: { $0 >= 8 && solid.ends[$0] > 0 && !solid.spaced[$0] }) else {
      return
    }
    let bytes = solid.bytes[..<length]
    guard bytes.contains(where: AtomClass.isDigit) else { return }
    found.append(
      Candidate(
        kind: kind, atoms: i..<solid.ends[length],
        value: .identifier(String(decoding: bytes, as: UTF8.self), valid: true), rule: kind.rawValue + "-by-name"))
  }

  /// An order number may not be glued to more letters or digits, nor be the head of a longer spaced number.
  private func isOrderGrouping(_ start: Int, _ end: Int) -> Bool {
    guard end < atoms.count, isDigits(end), isDigits(end - 1) else { return true }
    return !isGlued(end)
  }
}
