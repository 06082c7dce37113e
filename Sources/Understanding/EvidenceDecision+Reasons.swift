import Automata
import Spanish

/// «El cargador no funciona y quiero devolverlo»: what is told is why the next thing is wished, and no wish beside it.
extension EvidenceDecision {
  /// The winners without those that only give the reason of the next.
  func withoutReasons(_ winners: [Candidate]) -> [Candidate] {
    guard winners.count > 1 else { return winners }
    return winners.indices.filter { index in
      !winners.indices.contains(index + 1) || !isReason(winners[index], for: winners[index + 1])
    }
    .map { winners[$0] }
  }

  private func isReason(_ told: Candidate, for wish: Candidate) -> Bool {
    let slots = model.intents[wish.intent].slots
    // What the pattern of one says of itself («motivo: defectuoso») is what the other asks for.
    let isAskedFor = model.patterns[told.pattern].fixed.contains { fixed in
      slots.contains { $0.name == fixed.name && $0.list != nil }
    }
    guard isAskedFor, !told.negated, !wish.negated, told.regions.upperBound < wish.regions.lowerBound else {
      return false
    }
    let regions = told.regions.upperBound + 1...wish.regions.upperBound
    let manners = regions.map { RegionManner($0, of: reading, model) }
    guard manners.contains(where: { $0.requests(model.intents[wish.intent]) }), !manners.contains(where: \.adds) else {
      return false
    }
    return takesUp(reading.units(ofRegions: regions))
  }

  /// Whether a stretch speaks of a thing by a pronoun, and names none.
  private func takesUp(_ units: Range<Int>) -> Bool {
    units.contains(where: hasObject)
      && !units.contains { unit in reading.lattice.edges(from: unit).contains(where: model.isBought) }
  }

  /// «devolverlo», «la quiero devolver»
  private func hasObject(_ unit: Int) -> Bool {
    if reading.says(unit, ["lo", "la", "los", "las"]) { return isVerb(unit + 1) }
    return isVerb(unit) && VerbForm.endsInObject(reading.units[unit].spelling, behind: 4)
  }

  private func isVerb(_ unit: Int) -> Bool {
    guard reading.units.indices.contains(unit), !model.isThing(unit, in: reading) else { return false }
    return reading.lattice.edges(from: unit).contains { model.traits[Int($0.symbol.raw)].contains(.verb) }
  }
}
