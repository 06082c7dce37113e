import Automata
import Spanish

/// What stands in front of the verb that denies it: «al vendedor no le escribo más», «la cuenta no me la cierren», «otra
/// talla no me mandéis», «de ofertas no me cuente nada».
extension DenialScan {
  /// Whether the verb behind a «no» reaches back to what stands before it in its region.
  func reachesBack(_ negator: Int) -> Bool {
    guard says(negator, ["no"]), negator > 0 else { return false }
    var verb = negator + 1
    var takesUp = false
    while reading.units.indices.contains(verb), reading.units[verb].classes.contains(.clitic) {
      takesUp = takesUp || says(verb, ["lo", "la", "los", "las", "le", "les"])
      verb += 1
    }
    guard reading.units.indices.contains(verb), !isOpen(reading.region(of: negator).lowerBound..<negator) else {
      return false
    }
    if isMeant(verb), takesUp { return true }
    if isMeant(verb) || says(verb, ["quiero", "queremos", "deseo"]), opensWithMatter(negator), isTalk(verb) {
      return true
    }
    if opensWithMatter(negator), says(verb + 1, ["nada"]), isAskedFor(verb) { return true }
    return isActive(verb) && form(verb) == .subjunctive && !says(verb - 1, ["se"]) || refusesReceiver(negator)
  }

  /// «no le escribo más», «no les vuelvo a llamar»
  func refusesReceiver(_ negator: Int) -> Bool {
    guard says(negator, ["no"]), says(negator + 1, ["le", "les"]), reading.units.indices.contains(negator + 2) else {
      return false
    }
    guard !isMeant(negator + 2) else { return true }
    // «no le hizo gracia»
    let isFrame = verb(negator + 2).map { FunctionWords.frameLemmas.contains($0.lemma) } ?? false
    return isActive(negator + 2) && !isFrame && form(negator + 2) == .firstPerson
  }

  /// Whether a unit is a verb of doing something: neither one that frames others nor a fact that is reported.
  private func isActive(_ unit: Int) -> Bool {
    guard !isFact(unit), let verb = verb(unit) else { return false }
    return !verb.isFact && !Self.states.contains(verb.lemma)
  }

  private static let states: Set<String> = [
    "haber", "ser", "estar", "ir", "tener", "poder", "deber", "saber", "querer", "ver",
  ]

  /// «quiero (nada)», «pregunto (nada)», «me explique (nada)»
  private func isAskedFor(_ verb: Int) -> Bool {
    reading.units[verb].classes.contains(.want) || isActive(verb) && [.firstPerson, .subjunctive].contains(form(verb))
  }

  /// «vuelvo a escribir», «pienso hablar», «vayáis a mandar»
  private func isMeant(_ unit: Int) -> Bool {
    says(
      unit, ["vuelvo", "volvere", "vuelvas", "vuelvan", "vaya", "vayas", "vayan", "vayais", "voy", "vamos", "pienso"])
      && isInfinitive(meant(by: unit))
  }

  private func meant(by unit: Int) -> Int { says(unit + 1, ["a"]) ? unit + 2 : unit + 1 }

  private func isInfinitive(_ unit: Int) -> Bool {
    reading.units.indices.contains(unit) && form(unit) == .infinitive
      && !says(unit, ["estar", "tener", "poder", "llegar", "ver"])
  }

  /// «(pienso) volver a hablar», «(voy a) ir», «(quiero) escribirles»
  private func isTalk(_ unit: Int) -> Bool {
    let first = meant(by: unit)
    let talk = says(first, ["volver"]) ? first + 2 : first
    guard reading.units.indices.contains(talk), form(talk) == .infinitive else { return false }
    return says(talk, ["ir"]) || begins(talk, with: Self.talks)
  }

  private static let talks = [
    "hablar", "escribir", "llamar", "contactar", "tratar", "reclamar", "acudir", "discutir",
  ].map { Array($0.utf8) }

  /// «del IVA», «por correo»
  private func opensWithMatter(_ negator: Int) -> Bool {
    (reading.region(of: negator).lowerBound..<negator)
      .first { !reading.units[$0].skippable && !reading.units[$0].classes.contains(.joint) }
      .map { says($0, ["de", "del", "por", "a", "al", "con", "en", "sobre"]) } ?? false
  }

  /// «si…», «cuando…», «el casco que…»: what stands in it depends on something else.
  private func isOpen(_ units: Range<Int>) -> Bool {
    units.contains { says($0, ["si", "cuando", "porque", "aunque", "para", "hasta", "ojala"]) }
  }

  // MARK: what is not the matter

  /// «no es el aparato, es que…»: the thing that the next clause corrects; nil for none.
  func corrected(by negator: Int) -> Int? {
    let clause = clause(of: negator)
    guard negator == clause.lowerBound, says(negator + 1, ["es", "era"]),
      says(negator + 2, ["el", "la", "los", "las", "mi"]), clause.contains(negator + 3), endsClause(negator + 3),
      let next = (clause.upperBound..<reading.units.count).first(where: { !reading.units[$0].skippable }),
      says(next, ["es", "sino"])
    else { return nil }
    return negator + 3
  }

  /// «el altavoz va de lujo, no es el aparato»: what the clause before says to be all right.
  mutating func denySound(before negator: Int) {
    let start = clause(of: negator).lowerBound
    guard start > 0 else { return }
    let before = clause(of: start - 1)
    guard before.contains(where: { says($0, ["anda", "va", "funciona", "marcha", "trabaja", "esta"]) }) else { return }
    for unit in contents(of: before) where deniedBy[unit] < 0 { deniedBy[unit] = negator }
  }

  /// «el cargo sí lo conozco no es eso»: what the same clause takes up and sets aside.
  mutating func denyTakenUp(by negator: Int) {
    let clause = clause(of: negator)
    guard negator > clause.lowerBound, isTakingUp(negator..<clause.upperBound) else { return }
    for unit in contents(of: clause.lowerBound..<negator) where deniedBy[unit] < 0 { deniedBy[unit] = negator }
  }

  /// «iba a devolverla pero ya no la devuelvo»: what was meant is denied with it.
  mutating func denyMeant() {
    for joint in reading.units.indices where joint > 0 && says(joint, ["pero", "aunque"]) {
      let before = reading.region(of: joint - 1)
      guard let meant = before.first(where: { says($0, ["iba", "ibamos", "pensaba", "queria"]) }) else { continue }
      let wish = says(meant + 1, ["a"]) ? meant + 2 : meant + 1
      guard before.contains(wish), form(wish) == .infinitive, let lemma = verb(wish)?.lemma,
        let denied = reading.region(of: joint).first(where: { deniedBy[$0] >= 0 && verb($0)?.lemma == lemma })
      else { continue }
      for unit in contents(of: wish..<before.upperBound) where deniedBy[unit] < 0 { deniedBy[unit] = deniedBy[denied] }
    }
  }
}
