import Automata
import Spanish

/// «El cargador no funciona y quiero devolverlo»: what is told is why the next thing is wished, and no wish beside it.
extension EvidenceDecision {
  /// The share of asking examples below which an intent is one that people tell rather than ask for.
  private static let toldShare = 0.3

  /// The winners without those that only give the reason of the next.
  func withoutReasons(_ winners: [Candidate]) -> [Candidate] {
    guard winners.count > 1 else { return winners }
    return winners.indices.filter { index in
      !winners.indices.contains(index + 1) || !isReason(winners[index], for: winners[index + 1])
    }
    .map { winners[$0] }
  }

  private func isReason(_ told: Candidate, for wish: Candidate) -> Bool {
    let intents = [told, wish].map { model.intents[$0.intent] }
    guard !told.negated, !wish.negated, !intents.contains(where: { $0.isSmall || $0.isForeign }),
      intents[0].askedShare < Self.toldShare, told.regions.upperBound < wish.regions.lowerBound
    else { return false }
    let regions = told.regions.upperBound + 1...wish.regions.upperBound
    guard regions.contains(where: { RegionManner($0, of: reading, model).requests(intents[1]) }) else { return false }
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
    return isVerb(unit) && VerbForm.ends(reading.bytes(ofUnit: unit).dropFirst(4), in: VerbForm.objects)
  }

  private func isVerb(_ unit: Int) -> Bool {
    guard reading.units.indices.contains(unit) else { return false }
    let traits = reading.lattice.edges(from: unit).map { model.traits[Int($0.symbol.raw)] }
    return traits.contains { $0.contains(.verb) } && !traits.contains { $0.contains(.noun) }
  }
}
