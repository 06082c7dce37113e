import Automata
import Spanish
import TextAnalysis

/// How something is said in a region or a stretch of it, whatever it is: asked, ordered or told.
struct RegionManner {
  /// Opens with «y», «pero».
  let joins: Bool
  /// «además», «otra cosa»: among its first words.
  private(set) var adds = false
  /// Holds a question mark.
  let questions: Bool
  /// «quiero», «dime», «puedo», «dónde»
  private(set) var asks = false
  /// «cámbiamela», «llámenme»
  private(set) var orders = false
  /// Holds a verb that is no noun as well.
  private(set) var acts = false
  /// «cancelé», «me lo han devuelto»
  private(set) var tells = false
  /// The verbs that it does not tell as done.
  private var requested: [SymbolID] = []

  init(_ region: Int, of reading: borrowing MessageReading, _ model: UnderstandingModel) {
    self.init(reading.units(ofRegions: region...region), of: reading, model)
  }

  /// - Parameter units: some, all of one region.
  init(_ units: Range<Int>, of reading: borrowing MessageReading, _ model: UnderstandingModel) {
    joins = reading.units[units.lowerBound].classes.contains(.joint)
    questions = reading.asks(units, opening: true)
    var last: VerbForm?
    // «la faja que recibí»
    var isRelative = false
    // Nothing stands before but what joins or is passed over.
    var isFirst = true
    for unit in units {
      let classes = reading.units[unit].classes
      if !classes.isDisjoint(with: [.want, .tellMe, .asking]) { asks = true }
      if unit < units.lowerBound + 6, classes.contains(.addition), Self.isAddition(unit, reading) { adds = true }
      // «pedido» is a noun before it is a participle.
      var isThing = false
      var form: VerbForm?
      for edge in reading.lattice.edges(from: unit) {
        let traits = model.traits[Int(edge.symbol.raw)]
        if traits.contains(.noun) { isThing = true }
        // «ahí» may be meant for «hay», but stands there for itself.
        guard edge.to == unit + 1, edge.cost == 0 || reading.units[unit].repaired, traits.contains(.verb),
          case .lemma(let lemma) = model.symbols[edge.symbol]
        else { continue }
        form = reading.verbForm(ofUnit: unit, lemma: lemma)
        // «pedí cancelar», «tuve que devolver»
        if form == .past || form == .infinitive && last == .past { continue }
        requested.append(edge.symbol)
        // «actualizar mi domicilio»: what a region opens with, it asks for.
        if form == .infinitive, isFirst { asks = true }
        if form != .infinitive, VerbForm.endsInPronoun(reading.units[unit].spelling, of: lemma) { orders = true }
      }
      if form == .past, isThing || Self.isAdjective(unit, reading) { form = nil }
      if form != nil, !isThing { acts = true }
      if form == .past, !isRelative { tells = true }
      if reading.says(unit, ["que", "q"]) { isRelative = true }
      if form != nil || !classes.contains(.function) { last = form }
      if !reading.units[unit].skippable, !classes.contains(.joint) { isFirst = false }
    }
  }

  /// Whether it asks for `intent`, wishes or orders it.
  func requests(_ intent: IntentTable) -> Bool {
    questions || asks || orders || requested.contains(where: intent.onlyRequested.contains)
  }

  /// «el mes pasado»: a participle without its «he», «ha».
  private static func isAdjective(_ unit: Int, _ reading: borrowing MessageReading) -> Bool {
    VerbForm.isParticiple(reading.units[unit].spelling, behind: 1) && !reading.says(unit - 1, auxiliaries)
  }

  /// Whether what is said at `unit` is wished, asked or ordered there, whatever stands before it. «Avísame cuando llegue»
  /// asks nothing.
  static func opensWish(_ unit: Int, _ reading: borrowing MessageReading, _ model: UnderstandingModel) -> Bool {
    let classes = reading.units[unit].classes
    if !classes.isDisjoint(with: [.want, .tellMe]) || classes.contains(.asking) && !reading.says(unit, relatives) {
      return true
    }
    guard VerbForm.mayEndInPronoun(reading.units[unit].spelling) else { return false }
    return reading.lattice.edges(from: unit).contains { edge in
      guard edge.to == unit + 1, model.traits[Int(edge.symbol.raw)].contains(.verb),
        case .lemma(let lemma) = model.symbols[edge.symbol],
        VerbForm.endsInPronoun(reading.units[unit].spelling, of: lemma)
      else { return false }
      let form = reading.verbForm(ofUnit: unit, lemma: lemma)
      return form != .infinitive && form != .past
    }
  }

  private static func isAddition(_ unit: Int, _ reading: borrowing MessageReading) -> Bool {
    reading.says(unit, additive) || reading.says(unit, other) && reading.says(unit + 1, matters)
      || reading.says(unit, ["de"]) && reading.says(unit + 1, ["paso"])
      || reading.says(unit, ["por"]) && reading.says(unit + 1, ["cierto"])
      || reading.says(unit, ["ya"]) && reading.says(unit + 1, ["que"]) && reading.says(unit + 2, ["estamos", "estoy"])
  }

  private static let relatives: InlineArray<_, Spelling> = [
    "donde", "dnd", "cuando", "como", "quien", "quienes", "favor",
  ]
  private static let auxiliaries: InlineArray<_, Spelling> = [
    "he", "has", "ha", "hemos", "habeis", "han", "habia", "habian", "habiamos",
  ]
  private static let additive: InlineArray<_, Spelling> = ["ademas", "tambien", "aparte", "asimismo"]
  private static let other: InlineArray<_, Spelling> = ["otra", "otro", "lo"]
  private static let matters: InlineArray<_, Spelling> = [
    "cosa", "duda", "pregunta", "consulta", "tema", "lado", "parte", "otro",
  ]
}
