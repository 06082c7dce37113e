/// What a message declares done with, in words that deny nothing: «lo de la factura ya está», «la etiqueta ya la tengo»,
/// «ya sé dónde está», «olvídate de cancelarlo».
extension DenialScan {
  /// Whether a unit settles or dismisses something and denies nothing: it takes in wholly what it takes in at all.
  func settles(_ unit: Int) -> Bool { reading.units[unit].classes.contains(.settling) && !opens(unit) }

  mutating func setAsideSettled() {
    for unit in reading.units.indices where settles(unit) {
      let region = reading.region(of: unit)
        .clamped(to: unit - Self.widestMatter..<unit + Self.widestMatter)
      let matter =
        switch true {
        case says(unit, ["ya"]): settled(by: unit, in: region)
        case says(unit, ["da"]): indifferent(by: unit, in: region)
        case says(unit, ["nada"]): nothing(by: unit, in: region)
        case says(unit, ["nadie"]): spared(by: unit, in: region)
        default: dismissed(by: unit, in: region)
        }
      for settled in matter where deniedBy[settled] < 0 { deniedBy[settled] = unit }
    }
  }

  /// What is settled is said in a few words: farther off, in a stretch without an end, nothing is looked for.
  private static let widestMatter = 24

  // MARK: «ya»

  private func settled(by already: Int, in region: Range<Int>) -> [Int] {
    guard !isOpen(region.lowerBound..<already), !reading.asks(region) else { return [] }
    var next = already + 1
    var hasObject = false
    while region.contains(next), reading.units[next].classes.contains(.clitic) {
      // «ya sé dónde…», «ya lo sé»
      if says(next, ["se"]), hasObject || knows(next) { break }
      hasObject = hasObject || says(next, ["lo", "la", "los", "las"])
      next += 1
    }
    guard region.contains(next) else { return [] }
    let before = contents(of: region.lowerBound..<already)
    guard isMatter(before) else { return [] }
    if hasObject {
      let isWished = !reading.units[next].classes.isDisjoint(with: [.want, .negator]) || form(next) == .infinitive
      return isWished || says(next, ["voy", "vamos", "puedo", "puede", "pueden"]) ? [] : before
    }
    if knows(next) { return before + Array(next..<region.upperBound) }
    if says(next, ["tengo", "tenemos"]), says(next + 1, ["el", "la", "los", "las", "mi", "mis"]) {
      let isContrasted =
        reading.units.indices.contains(region.upperBound) && says(region.upperBound, ["pero", "aunque"])
      return isContrasted ? [] : contents(of: next + 1..<region.upperBound)
    }
    guard !before.isEmpty else { return [] }
    if says(next, ["llego", "llegaron", "llegan"]), endsClause(next) { return before + [next] }
    let isDone =
      says(next, ["esta", "estan", "quedo", "quedaron", "fue", "se"])
      && (endsClause(next) && opensMatter(region.lowerBound) || isResolved(next + 1))
    return isDone || isResolved(next) ? before : []
  }

  /// «ya sé dónde», «ya sabemos que»
  private func knows(_ unit: Int) -> Bool {
    says(unit, ["se", "sabemos"])
      && says(unit + 1, ["donde", "como", "cuando", "cuanto", "cuantos", "cual", "quien", "que", "q", "lo"])
  }

  /// «lo de», «todo eso», «eso»
  private func opensMatter(_ unit: Int) -> Bool {
    says(unit, ["lo"]) && says(unit + 1, ["de", "del"]) || says(unit, ["eso"])
      || says(unit, ["todo"]) && says(unit + 1, ["eso"])
  }

  private func isResolved(_ unit: Int) -> Bool {
    says(
      unit,
      [
        "resolvio", "resuelto", "resuelta", "resolvieron", "soluciono", "solucionado", "solucionada",
        "solucionaron", "arreglo", "arreglado", "arreglada", "arreglaron", "listo", "lista",
        "pedida", "solicitada", "hecha", "tramitada",
      ])
  }

  /// «si ya…», «cuando ya…», «el casco que ya…»
  private func isOpen(_ units: Range<Int>) -> Bool {
    units.contains { says($0, ["si", "cuando", "como", "porque", "aunque", "donde", "que", "q"]) }
  }

  /// Things, and what may be done: nothing that is told.
  private func isMatter(_ units: [Int]) -> Bool {
    units.allSatisfy { isThing($0) || verb($0) == nil || form($0) == .infinitive }
  }

  // MARK: «me da igual»

  private func indifferent(by unit: Int, in region: Range<Int>) -> [Int] {
    guard says(unit - 1, ["me", "nos"]), !reading.asks(region) else { return [] }
    let before = contents(of: region.lowerBound..<unit)
    guard isMatter(before) else { return [] }
    if says(unit + 1, ["igual"]) || says(unit + 1, ["lo"]) && says(unit + 2, ["mismo"]) { return before }
    // «rechazarlo me da apuro», but «me da pereza devolverlo» does it all the same
    let isShy = says(unit + 1, ["pereza", "palo", "apuro", "corte", "flojera", "hueva", "verguenza"])
    return isShy && before.contains { form($0) == .infinitive } ? before : []
  }

  // MARK: «de cancelar nada»

  private func nothing(by unit: Int, in region: Range<Int>) -> [Int] {
    guard says(region.lowerBound, ["de"]), endsClause(unit), !reading.asks(region) else { return [] }
    let before = contents(of: region.lowerBound..<unit)
    return !before.isEmpty && isMatter(before) ? before + [unit] : []
  }

  // MARK: «nadie me ha robado»

  private func spared(by nobody: Int, in region: Range<Int>) -> [Int] {
    let mishap = (nobody + 1..<region.upperBound).first { unit in
      !reading.units[unit].classes.contains(.clitic) && !says(unit, ["ha", "han", "habia", "haya"])
    }
    return mishap.map { isMishap($0) ? [$0] : [] } ?? []
  }

  // MARK: «olvídate»

  private func dismissed(by unit: Int, in region: Range<Int>) -> [Int] {
    // «lo del reembolso se arregló, olvídenlo», «…, eso déjenlo»
    let own = clause(of: unit)
    if contents(of: own) == [unit], own.lowerBound > 0 {
      let before = clause(of: own.lowerBound - 1)
      let isTopic = says(before.lowerBound, ["lo"]) && says(before.lowerBound + 1, ["de", "del"])
      if isTopic || says(own.lowerBound, ["eso", "ese", "esa"]) { return contents(of: before) + [unit] }
    }
    // «la suscripción déjala como está»
    let isLeft =
      says(unit + 1, ["como"]) && says(unit + 2, ["esta", "estan", "estaba", "estaban"])
      || says(unit + 1, ["asi", "estar"])
      || says(unit + 1, ["tal"]) && says(unit + 2, ["cual", "como"])
      || says(unit + 1, ["en"]) && says(unit + 2, ["paz"])
    if isLeft {
      let before = contents(of: region.lowerBound..<unit)
      return before.isEmpty ? [] : before + [unit]
    }
    if says(unit, ["dejan", "dejas", "dejais"]) { return [] }
    // «de cancelarlo olvídate»
    if endsClause(unit), says(region.lowerBound, ["de", "lo"]) {
      return contents(of: region.lowerBound..<unit) + [unit]
    }
    let isFirst = (region.lowerBound..<unit).allSatisfy { place in
      let about = reading.units[place]
      return about.skippable || about.isSkipWord || about.classes.contains(.joint)
        || says(place, ["mejor", "no", "pues"])
    }
    guard isFirst, !VerbForm.endsInObject(reading.units[unit].spelling) else { return [] }
    let rest = unit + 1..<region.upperBound
    // «deja la factura», but «deja el paquete en la portería», «deja de llamarme»
    if says(unit, ["deja", "deje", "dejen", "dejad"]) {
      guard says(unit + 1, ["el", "la", "los", "las"]), contents(of: rest) == [unit + 2], endsClause(unit + 2) else {
        return []
      }
    }
    return Array(unit..<region.upperBound)
  }
}
