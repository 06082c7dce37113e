/// The date that starts at each atom: the chart that the rules fill from the right and read to their own right.
struct DateTable {
  private var forms: [DateForm] = []
  /// By atom, the index of its form plus one.
  private var places: [UInt16] = []

  /// A table without dates, which costs nothing.
  init() {}

  init(atomCount: Int) { places = [UInt16](repeating: 0, count: atomCount) }

  subscript(i: Int) -> DateForm? {
    guard i >= 0, i < places.count, places[i] > 0 else { return nil }
    return forms[Int(places[i]) - 1]
  }

  /// Whether the date that starts at `i` has a time of the day and goes on behind `end`: without copying it.
  func holdsTime(_ i: Int, beyond end: Int) -> Bool {
    guard i < places.count, places[i] > 0 else { return false }
    let form = Int(places[i]) - 1
    return forms[form].end > end && forms[form].time != nil
  }

  mutating func insert(_ form: DateForm, at i: Int) {
    guard forms.count < Int(UInt16.max) else { return }
    forms.append(form)
    places[i] = UInt16(forms.count)
  }
}

/// Whether a word can begin a date: what keeps most atoms of a message out of the rules.
enum DateLead: UInt8, Sendable {
  /// `connector`: a small word that begins one only before another that does.
  case none, connector, lead

  init(of meaning: Meaning) {
    if meaning.month > 0 || meaning.weekday > 0 || meaning.unit != .none || meaning.ordinal > 0 || meaning.opensHoliday
    {
      self = .lead
      return
    }
    switch meaning.keyword {
    case .hoy, .ayer, .anteayer, .anoche, .antenoche, .transanteayer, .manana, .tarde, .noche, .madrugada, .mediodia,
      .medianoche, .pasado, .proximo, .siguiente, .ultimo, .primeros, .mediados, .finales, .fin, .finde, .mitad, .hace,
      .dentro, .ahora, .ya, .espera, .resto, .media, .medio, .cuarto, .par, .varios, .vispera, .cabo, .primavera,
      .verano,
      .otono,
      .invierno, .docena, .aqui, .ano, .hora:
      self = .lead
    case .el, .la, .los, .las, .un, .de, .del, .al, .a, .en, .por, .para, .hasta, .desde, .entre, .antes, .despues,
      .partir, .mas, .menos, .posterior, .anterior, .sobre, .alrededor, .cerca, .lo, .que, .este, .ese, .tardar, .tan,
      .como, .empezando, .temprano, .durante, .no, .presente, .todo, .menor, .mayor, .muy, .mismo, .va:
      self = .connector
    default: self = meaning.cardinalClass != .none ? .lead : .none
    }
  }
}

extension EntityScan {
  /// Whether atom `i` can begin a date: a word of the calendar or a number, or a few small words before one.
  func leadsToDate(_ i: Int) -> Bool {
    for at in i..<min(i + 6, atoms.count) {
      if atoms[at].kind == .digit { return true }
      switch meaning(at).lead {
      case .lead: return true
      case .none: return false
      case .connector:
        // «a la una»
        if says(at, .un), says(at - 1, .la) { return true }
      }
    }
    return false
  }

  /// Fills `dates`, from the right.
  mutating func readDates() {
    guard atoms.indices.contains(where: { isDigits($0) || meaning($0).lead == .lead }) else { return }
    dates = DateTable(atomCount: atoms.count)
    for i in atoms.indices.reversed() where leadsToDate(i) {
      guard var form = baseForm(at: i) else { continue }
      addTime(to: &form)
      dates.insert(form, at: i)
    }
  }

  /// The date that starts at atom `i`, without what may follow it (part of the day, clock).
  private func baseForm(at i: Int) -> DateForm? {
    let at = says(i, .el, .la) || says(i, .los, .las) ? i + 1 : i
    if isDigits(at) { return digitForm(at: at, from: i) }
    if let form = deictic(at: at, from: i) { return form }
    if let form = holiday(at: at, from: i) { return form }
    if says(at, .dia), let form = numericDate(at: at, from: i) { return form }
    if let form = dayAndMonth(at: at, from: i) { return form }
    if let form = vagueTimes(at: at, from: i) { return form }
    if let form = counted(at: at, from: i) { return form }
    if let form = ordinalPeriod(at: at, from: i) { return form }
    if let form = modified(at: at, from: i) { return form }
    if let form = partOfDayOfDate(at: at, from: i) { return form }
    if let form = monthForm(at: at, from: i) { return form }
    if isGlued(at + 1), let form = quarterCode(at: at) { return form }
    return dayOfMonth(at: at, from: i)
  }

  /// The same where digits stand at `at`, behind an article if `at` is not `i`.
  private func digitForm(at: Int, from i: Int) -> DateForm? {
    if let form = numericDate(at: at, from: i) { return form }
    if let form = dayAndMonth(at: at, from: i) { return form }
    if let form = counted(at: at, from: i) { return form }
    if let form = ordinalPeriod(at: at, from: i) { return form }
    if let form = modified(at: at, from: i) { return form }
    if let form = quarterCode(at: at) { return form }
    return plainYear(at: at) ?? dayOfMonth(at: at, from: i)
  }

  /// Resolves on the side where atom `i` looks: «el pedido del 3 de marzo» has been made, whatever its verb says.
  func resolver(_ i: Int, leaning: RecognitionContext.TimePreference = .nearest) -> DateResolver {
    var side = side(min(i, atoms.count - 1))
    if context.preference == .nearest {
      let before = says(i - 1, .el) ? i - 2 : i - 1
      let noun = says(i, .del, .de) ? i - 1 : says(before, .del, .de) ? before - 1 : -1
      if says(noun, .pedido, .referencia) || says(noun, .fecha) && says(noun - 2, .pedido) { side = .past }
      if side == .nearest { side = leaning }
    }
    return DateResolver(
      now: context.now, side: side, country: context.country, isFirm: context.preference != .nearest)
  }
}
