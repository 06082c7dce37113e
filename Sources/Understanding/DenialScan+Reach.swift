import Automata
import Spanish

/// How far a denial reaches: what it names although it stands without a wish, what looks so and is none, and where what
/// is wanted begins behind it.
extension DenialScan {
  /// «llegó sin tornillos», «sin darme cuenta»: only what a region opens with, and is no verb, is refused by «sin».
  func lacks(_ unit: Int) -> Bool {
    let negator = deniedBy[unit]
    guard says(negator, ["sin"]), !isMishap(unit), !says(unit, ["problema", "problemas", "lio"]) else { return false }
    let isFirst = (reading.region(of: negator).lowerBound..<negator).allSatisfy {
      reading.units[$0].skippable || reading.units[$0].classes.contains(.joint)
    }
    return !isFirst || form(unit) == .infinitive
  }

  /// «falta que venga»
  func isNeeded(_ unit: Int, _ form: VerbForm) -> Bool {
    form == .subjunctive && says(unit - 1, ["que", "q"]) && says(unit - 2, ["falta"])
  }

  /// «ni agentes ni llamadas»
  func lists(_ negator: Int) -> Bool {
    guard says(negator, ["ni"]) else { return false }
    let clause = clause(of: negator)
    let isFirst = (clause.lowerBound..<negator).allSatisfy { says($0, ["ni"]) || deniedBy[$0] >= 0 }
    return isFirst && clause.count { says($0, ["ni"]) } > 1
  }

  /// «(no está) en ninguna parte»
  func isNowhere(_ unit: Int) -> Bool {
    says(unit, ["parte", "lado", "sitio"]) && says(unit - 1, ["ninguna", "ningun"])
  }

  /// «(no me llaméis) que estoy en clase»
  func givesReason(_ unit: Int) -> Bool {
    says(unit, ["que", "q", "porque", "pq", "xq"])
      && says(unit + 1, ["estoy", "estamos", "tengo", "tenemos", "luego", "ya", "no", "ni", "nunca", "soy", "somos"])
  }

  /// «… solo saber dónde está», «… dámelo de baja»: what follows without a mark is wanted.
  func turns(_ unit: Int) -> Bool {
    if says(unit, ["solo", "solamente", "unicamente", "simplemente", "nomas"]), reading.units.indices.contains(unit + 1)
    {
      return !reading.units[unit + 1].classes.isDisjoint(with: [.want, .tellMe]) || form(unit + 1) == .infinitive
    }
    guard let verb = verb(unit), !isThing(unit), form(unit) == .other else { return false }
    return VerbForm.endsInPronoun(reading.units[unit].spelling, of: verb.lemma)
  }
}
