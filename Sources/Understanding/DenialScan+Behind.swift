import Automata
import Spanish

/// A «no» that stands behind what it denies: «cancelarlo no», «el otro no lo canceles», «la factura no hace falta», and
/// «no pregunto por eso» in the next clause.
extension DenialScan {
  /// Whether a «no» stands behind what it denies and ends its clause: what follows has no part in it.
  func isClosing(_ negator: Int) -> Bool {
    isNo(negator) && (endsMatter(negator) || waives(negator) || refusesReceiver(negator))
  }

  /// «devolución no», «devolución no, que…», «devolución no q no la e recibido»
  private func endsMatter(_ negator: Int) -> Bool {
    endsClause(negator) || says(negator + 1, ["que", "q", "porque", "pq", "xq", "pues", "gracias"])
  }

  /// What stands before a «no» that ends its clause («cancelarlo no, cámbialo»), or before one with a pronoun that takes
  /// it up («el otro pedido no lo canceles»). Not behind a verb: «lo quiero o no», «me llegó, no».
  mutating func denyBefore(_ negator: Int) {
    guard negator > 0, endsMatter(negator) || takesUp(negator) || waives(negator) || reachesBack(negator) else {
      return
    }
    let region = listStart(reading.region(of: negator).lowerBound)
    // «no me sirve, así que cambio no»: what follows from it is a clause of its own.
    let start = (region..<negator).last { says($0 - 1, ["que", "q"]) && says($0 - 2, ["asi", "sea"]) } ?? region
    let before = contents(of: start..<negator)
    if before.isEmpty, endsClause(negator), start == negator { return denyQuestion(before: negator) }
    // «¿habrá rebajas o no?», «… o este año no»
    if (start..<negator).contains(where: { says($0, ["o", "u"]) }) { return }
    guard let last = before.last, !endsMatter(negator) || touches(last, negator),
      before.allSatisfy({ isThing($0) || verb($0) == nil || form($0) == .infinitive }), !before.contains(where: isFact)
    else { return }
    for unit in before { deniedBy[unit] = negator }
    if waives(negator) { deniedBy[negator + 1] = negator }
  }

  /// «cupones y ofertas no me mandéis»: where a list of things begins whose last stands at `region`.
  private func listStart(_ region: Int) -> Int {
    guard says(region, ["y", "e"]) else { return region }
    let start = clause(of: region).lowerBound
    return contents(of: start..<region).allSatisfy { isThing($0) && form($0) != .infinitive } ? start : region
  }

  /// «devolución no, que…», «cancelarlo no», «cancelarlo mejor no»
  private func touches(_ last: Int, _ negator: Int) -> Bool {
    if last == negator - 1 { return endsClause(negator) || isThing(last) }
    return last == negator - 2 && endsClause(negator) && says(negator - 1, ["ya", "mejor", "eso"])
  }

  /// «¿cancelar? no, …»
  private mutating func denyQuestion(before negator: Int) {
    let before = contents(of: clause(of: negator - 1))
    guard reading.asks(negator - 1..<negator), before.contains(where: { form($0) == .infinitive }),
      before.allSatisfy({ isThing($0) || form($0) == .infinitive })
    else { return }
    for unit in before { deniedBy[unit] = negator }
  }

  /// «no pregunto por eso», «no es eso», «eso no es lo que pido»: nothing but taking up what was said before.
  func takesUpClause(_ negator: Int) -> Bool {
    isTakingUp(clause(of: negator))
  }

  func isTakingUp(_ units: Range<Int>) -> Bool {
    let said = units.filter { !reading.units[$0].skippable || reading.units[$0].isSkipWord }
    // «ese no es el problema»
    let isNamed = said.contains { says($0, ["problema", "tema", "asunto", "motivo", "caso"]) }
    return said.contains { says($0, ["eso", "ello", "esas", "esa"]) || isNamed && says($0, ["ese", "este"]) }
      && said.allSatisfy { reading.says($0, Self.takingUp) || isNamed && reading.says($0, Self.naming) }
  }

  mutating func denyClause(before negator: Int) {
    guard let first = clause(of: negator).first, first > 0 else { return }
    for unit in contents(of: clause(of: first - 1)) where deniedBy[unit] < 0 { deniedBy[unit] = negator }
  }

  /// «no lo canceles», «no la necesito», «no la quiero anular», «no las uso», «no le pienso escribir».
  private func takesUp(_ negator: Int) -> Bool {
    guard reading.units.indices.contains(negator + 2) else { return false }
    if says(negator + 1, ["le", "les"]) { return reading.units[negator + 2].classes.contains(.wish) }
    guard says(negator + 1, ["lo", "la", "los", "las"]) else { return false }
    if declines(negator + 2) { return true }
    if form(negator + 2) == .subjunctive, verb(negator + 2)?.isFact == false { return true }
    return reading.units[negator + 2].classes.contains(.wish)
  }

  /// «la factura no hace falta», «lo del IVA no me importa»
  private func waives(_ negator: Int) -> Bool {
    // «la factura no me hace falta»; but «el pedido no me hace falta» wants it gone.
    let hace = says(negator + 1, ["me", "nos"]) && !isBought(before: negator) ? negator + 2 : negator + 1
    if says(hace, ["hace", "hacen"]), says(hace + 1, ["falta"]) {
      return endsClause(hace + 1) || says(hace + 2, ["que"])
    }
    let isWaived =
      says(negator + 1, ["es"]) && says(negator + 2, ["necesario"])
      || says(negator + 1, ["me", "nos"])
        && says(
          negator + 2, ["importa", "interesa", "urge", "preocupa", "importan", "interesan", "urgen", "preocupan"])
      // «al altavoz no le pasa nada»
      || says(negator + 1, ["le", "les"]) && says(negator + 2, ["pasa", "ocurre"]) && says(negator + 3, ["nada"])
      // «la talla no es el problema»
      || says(negator + 1, ["es"]) && says(negator + 2, ["el"])
        && says(negator + 3, ["problema", "tema", "asunto", "motivo"])
      // «del IVA no tengo dudas», «cargos raros no tengo ninguno»
      || says(negator + 1, ["tengo", "tenemos", "hay"])
        && says(negator + 2, ["duda", "dudas", "ninguna", "ninguno", "pregunta", "preguntas", "problema", "problemas"])
    // «devolverlo no pienso», «factura no necesito»; but «el pedido ya no quiero» wants it gone.
    let isUnwished =
      says(negator + 1, ["pienso", "necesito", "necesitamos", "voy", "vamos", "ocupo", "preciso", "busco"])
      || says(negator + 1, ["quiero", "queremos", "deseo"]) && !says(negator - 1, ["ya"]) || declines(negator + 1)
    // «ofertas no quiero ninguna»
    let isNone =
      says(negator + 1, ["quiero", "queremos"]) && says(negator + 2, ["ninguno", "ninguna"]) && endsClause(negator + 2)
    return isWaived && (endsWaiver(negator + 2) || says(negator + 3, ["que"]))
      || isUnwished && endsClause(negator + 1) || isNone
  }

  /// «… no me interesa ahora», «… no le pasa nada»
  private func endsWaiver(_ unit: Int) -> Bool {
    endsClause(unit)
      || endsClause(unit + 1)
        && says(unit + 1, ["ahora", "ahorita", "hoy", "nada", "problema", "tema", "asunto", "motivo"])
  }

  /// Whether a product or an order stands in the region before a unit.
  private func isBought(before unit: Int) -> Bool {
    (reading.region(of: unit).lowerBound..<unit).contains {
      reading.lattice.edges(from: $0).contains(where: model.isBought)
    }
  }

  /// «las encuestas no las contesto»: what one does not do is not asked for.
  private func declines(_ unit: Int) -> Bool {
    says(unit, ["uso", "usamos", "utilizo", "utilizamos", "contesto", "contestamos", "respondo", "ocupo"])
  }

  private static let takingUp: InlineArray<_, Spelling> = [
    "no", "es", "era", "eso", "esto", "ello", "lo", "que", "por", "de", "a", "te", "os", "le", "les", "me", "pregunto",
    "preguntaba", "preguntando", "pregunte", "pido", "pedia", "pidiendo", "hablo", "hablaba", "hablando", "refiero",
    "referia", "digo", "decia", "diciendo", "estoy", "estaba", "yo", "uso", "usamos", "esa", "esas", "cosa", "cosas",
    "vengo", "va",
  ]

  private static let naming: InlineArray<_, Spelling> = [
    "ese", "este", "el", "mi", "problema", "tema", "asunto", "motivo", "caso",
  ]
}
