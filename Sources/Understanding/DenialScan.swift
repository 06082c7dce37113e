import Automata
import Spanish
import TextAnalysis

/// Which units of a message a denial governs: «no quiero cancelar», «no canceles», «sin cancelar», «en vez de devolverlo».
///
/// One pass, for the few messages that deny anything. A denial reaches through pronouns, small words and wishes to the
/// next verb or, behind a wish, to the next thing («no quiero reembolso»), and on to that verb's objects. It ends with
/// its clause, at «y», «pero», «sino», and where a new wish or order begins: «no quiero ya el pedido, canceladlo» orders.
/// A denied fact is no denied wish: «no me ha llegado», «no encuentro», «no puedo cancelar».
struct DenialScan {
  private let model: UnderstandingModel
  private let reading: MessageReading
  /// By unit: the unit of the word that denies it; -1 for none.
  private(set) var deniedBy: [Int]
  /// The unit of the last «no pregunto»; -1 for none. Whatever it governs is denied with the asking.
  private var asking = -1

  private struct Scope {
    enum Reach { case nothing, verb, thing }

    var negator: Int
    /// Whether a wish stands between: then it is no fact.
    var throughWish: Bool
    /// «¿por qué no cancelan?», «si no cancelan»: only a denied wish counts.
    var isDoubt: Bool
    var reached = Reach.nothing
  }

  init(_ model: UnderstandingModel, _ reading: MessageReading) {
    self.model = model
    self.reading = reading
    deniedBy = [Int](repeating: -1, count: reading.units.count)
    scan()
  }

  private mutating func scan() {
    var scope: Scope?
    for (unit, about) in reading.units.enumerated() {
      if unit > 0, about.clause != reading.units[unit - 1].clause { scope = nil }
      if about.skippable && !about.isSkipWord { continue }
      if opens(unit) {
        let inherits = scope?.throughWish == true && says(unit, "ni")
        scope = Scope(
          negator: unit, throughWish: inherits || !about.classes.contains(.negator), isDoubt: isDoubt(unit))
        continue
      }
      guard let current = scope else { continue }
      scope = current.reached == .nothing ? reach(unit, current) : follow(unit, current)
    }
  }

  var deniesSomething: Bool { deniedBy.contains { $0 >= 0 } }

  /// Whether a unit is what «no pregunto …» does not ask about.
  func isAsked(_ unit: Int) -> Bool {
    asking >= 0 && asking < unit && deniedBy[asking] == deniedBy[unit]
  }

  /// Whether «sino» stands between two units of one clause.
  func isContrasted(_ unit: Int, to denied: Int) -> Bool {
    guard denied < unit, reading.units[denied].clause == reading.units[unit].clause else { return false }
    return (denied..<unit).contains { says($0, "sino") }
  }

  // MARK: the word that denies

  private func opens(_ unit: Int) -> Bool {
    let about = reading.units[unit]
    if about.classes.contains(.negator), !about.repaired { return !says(unit + 1, "solo", "solamente", "obstante") }
    guard says(unit, "vez", "lugar", "nada"), says(unit + 1, "de") else { return false }
    return says(unit, "nada") || says(unit - 1, "en")
  }

  private func isDoubt(_ unit: Int) -> Bool {
    if says(unit - 1, "que") { return says(unit - 2, "por", "x") }
    return says(unit - 1, "porque", "si", "como", "xq", "pq", "cuando")
  }

  // MARK: on the way to what is denied

  private mutating func reach(_ unit: Int, _ scope: Scope) -> Scope? {
    var scope = scope
    let classes = reading.units[unit].classes
    // «no es por el IVA, es que…» sets a topic aside.
    let setsAside = says(unit, "por", "para", "sobre") && says(unit - 1, "es", "era")
    if classes.contains(.wish) || setsAside {
      scope.throughWish = true
      return scope
    }
    // «no sé cómo cancelar», «no encuentro dónde».
    if classes.contains(.joint) || says(unit, "como", "donde", "cuando", "cual") { return nil }
    // «no sé usarlo», also without its accent; «no se usa» goes on.
    if says(unit, "se"), says(unit - 1, "no"), isOfKnowing(unit) { return nil }
    let form = form(unit)
    // «no necesito factura» means the thing, although «factura» is a verb's form too.
    let meansThing = scope.throughWish && (form == .other || form == .past) && isThing(unit)
    let verb = meansThing ? nil : verb(unit)
    let isFunction = !classes.isDisjoint(with: [.function, .clitic, .determiner])
    if let verb, verb.isFact || isFact(unit), !(scope.throughWish && form == .infinitive) { return nil }
    if isFact(unit) { return nil }
    if verb != nil && !(isFunction && form != .infinitive) || form == .infinitive && !isFunction {
      guard denies(form, scope) else { return nil }
      deniedBy[unit] = scope.negator
      scope.reached = .verb
      if verb?.lemma == "preguntar" { asking = unit }
      // «un QR en vez de imprimir la etiqueta» is about the label all the same.
      return reading.units[scope.negator].classes.contains(.negator) ? scope : nil
    }
    if isFunction || reading.units[unit].isSkipWord { return scope }
    guard scope.throughWish || says(scope.negator, "sin") else { return nil }
    deniedBy[unit] = scope.negator
    scope.reached = .thing
    return scope
  }

  private func denies(_ form: VerbForm, _ scope: Scope) -> Bool {
    if scope.isDoubt && !scope.throughWish { return false }
    switch form {
    case .infinitive: return true
    case .subjunctive: return true
    case .firstPerson: return !says(scope.negator, "sin")
    case .past, .other: return false
    }
  }

  // MARK: behind it

  private mutating func follow(_ unit: Int, _ scope: Scope) -> Scope? {
    var scope = scope
    let classes = reading.units[unit].classes
    if says(unit, "o", "u") {
      // «no quiero cancelar o devolver»
      scope.reached = .nothing
      scope.throughWish = true
      return scope
    }
    if classes.contains(.joint) { return nil }
    if asking >= 0, deniedBy[asking] == scope.negator {
      deniedBy[unit] = scope.negator
      return scope
    }
    if classes.contains(.wish) && !isThing(unit) { return nil }
    if !classes.isDisjoint(with: [.function, .clitic, .determiner]) { return scope }
    if verb(unit) != nil, !isThing(unit) { return nil }
    deniedBy[unit] = scope.negator
    return scope
  }

  // MARK: what a unit is

  /// «sé» before an infinitive or a question.
  private func isOfKnowing(_ se: Int) -> Bool {
    if says(se + 1, "si", "que", "cual", "quien", "cuanto", "cuantos", "por", "de", "nada") { return true }
    return reading.units.indices.contains(se + 1) && VerbForm.isInfinitive(reading.bytes(ofUnit: se + 1))
  }

  private func says(_ unit: Int, _ words: String...) -> Bool {
    guard reading.units.indices.contains(unit) else { return false }
    let bytes = reading.bytes(ofUnit: unit)
    return words.contains { bytes.elementsEqual($0.utf8) }
  }

  private func form(_ unit: Int) -> VerbForm {
    reading.verbForm(ofUnit: unit, lemma: verb(unit)?.lemma ?? "")
  }

  private func verb(_ unit: Int) -> (lemma: String, isFact: Bool)? {
    for edge in reading.lattice.edges(from: unit) where edge.to == unit + 1 {
      let traits = model.traits[Int(edge.symbol.raw)]
      if traits.contains(.verb), case .lemma(let lemma) = model.symbols[edge.symbol] {
        return (lemma, traits.contains(.fact))
      }
    }
    return nil
  }

  /// «pedido» is a noun before it is a participle.
  private func isThing(_ unit: Int) -> Bool {
    reading.lattice.edges(from: unit).contains { model.traits[Int($0.symbol.raw)].contains(.noun) }
  }

  private func isFact(_ unit: Int) -> Bool { reading.units[unit].classes.contains(.fact) }
}
