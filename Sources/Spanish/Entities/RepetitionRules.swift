/// Things that happen again: «cada semana», «todos los lunes», «mensualmente», «dos veces al mes», «los martes».
extension EntityScan {
  func repetition(at i: Int) -> Candidate? {
    if let adverb = adverb(at: i) { return adverb }
    if let times = times(at: i) { return times }
    if let habit = habit(at: i) { return habit }
    guard says(i, .cada, .todos) else { return nil }
    var at = i + 1
    if says(at, .los, .las) { at += 1 } else if says(i, .todos), !isFolded(i, "todas") { return nil }
    if says(i, .todos), at == i + 1 { return nil }
    var count = 1
    if let number = numerals[at], !number.isArticle, let whole = number.whole, whole > 0, whole <= 10_000 {
      count = whole
      at = number.end
    }
    return repeated(count, at, from: i)
  }

  private func repeated(_ count: Int, _ at: Int, from i: Int) -> Candidate? {
    let noun = meaning(at)
    var end = at + 1
    let period: String
    if noun.weekday > 0 {
      period = "P\(count)W"
      // «cada lunes y miércoles»
      while says(end, .y) || shows(end, ","), meaning(end + 1).weekday > 0 { end += 2 }
    } else if let weekend = weekendEnd(at) {
      period = "P\(count)W"
      end = weekend
    } else if Self.part(keyword(at)) != nil {
      period = "P\(count)D"
    } else if noun.month > 0 {
      period = "P1Y"
    } else if let holiday = holiday(at: at, from: i) {
      end = holiday.end
      period = "P1Y"
    } else if noun.unit != .none, noun.unit != .second || count > 1 {
      period = noun.unit.period(count)
      if noun.unit == .day, says(end, .laborable, .natural) { end += 1 }
    } else {
      return nil
    }
    return Candidate(kind: .set, atoms: i..<end, value: .set(period), rule: "set")
  }

  /// «diariamente», «a diario», «semanal», «quincenalmente».
  private func adverb(at i: Int) -> Candidate? {
    let at = says(i, .a) && isFolded(i + 1, "diario") ? i + 1 : i
    let period: String
    switch keyword(at) {
    // «un diario» is a thing.
    case .diario where at > i || !isFolded(at, "diario"): period = "P1D"
    case .diariamente: period = "P1D"
    case .semanal: period = "P1W"
    case .quincenal: period = "P15D"
    case .mensual: period = "P1M"
    case .bimestral: period = "P2M"
    case .trimestral: period = "P3M"
    case .semestral: period = "P6M"
    case .anual: period = "P1Y"
    default: return nil
    }
    return Candidate(kind: .set, atoms: i..<at + 1, value: .set(period), rule: "set-adverb")
  }

  /// «dos veces al mes», «una vez por semana», «3 veces a la semana», «una vez cada 15 días»: the period, not the times.
  private func times(at i: Int) -> Candidate? {
    guard let number = numerals[i], says(number.end, .vez) else { return nil }
    var at = number.end + 1
    if says(at, .cada) {
      return repetition(at: at).map {
        Candidate(kind: .set, atoms: i..<$0.atoms.upperBound, value: $0.value, rule: "set-times")
      }
    }
    guard says(at, .al, .por) || says(at, .a) || says(at, .en) else { return nil }
    at += 1
    if says(at, .la, .el) { at += 1 }
    let unit = meaning(at).unit
    guard unit != .none else { return nil }
    return Candidate(kind: .set, atoms: i..<at + 1, value: .set(unit.period(1)), rule: "set-times")
  }

  /// «los lunes», «los fines de semana», «los domingos por la tarde».
  private func habit(at i: Int) -> Candidate? {
    guard says(i, .los), !says(i - 1, .todos), i + 1 < atoms.count else { return nil }
    if meaning(i + 1).weekday > 0, atoms[i + 1].folded.count > 4, numerals[i + 2] == nil, directionAfter(i + 2) == nil {
      var end = i + 2
      while says(end, .y) || shows(end, ","),
        meaning(end + 1).weekday > 0 || says(end + 1, .los) && meaning(end + 2).weekday > 0
      {
        end += says(end + 1, .los) ? 3 : 2
      }
      return Candidate(kind: .set, atoms: i..<end, value: .set("P1W"), rule: "set-habit")
    }
    if isFolded(i + 1, "fines") || isFolded(i + 1, "findes"), let end = weekendEnd(i + 1), directionAfter(end) == nil {
      return Candidate(kind: .set, atoms: i..<end, value: .set("P1W"), rule: "set-habit")
    }
    return nil
  }
}
