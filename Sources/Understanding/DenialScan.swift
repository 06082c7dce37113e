import Automata
import Spanish
import TextAnalysis

/// Which units of a message a denial governs: «no quiero cancelar», «no canceles», «sin cancelar», «en vez de devolverlo».
///
/// One pass, for the few messages that deny anything. A denial reaches through pronouns, small words and wishes to the
/// next verb or, behind a wish, to the next thing («no quiero reembolso»), and on to that verb's objects. It ends with
/// its clause, at «y», «pero», «sino», and where a new wish or order begins: «no quiero ya el pedido, canceladlo» orders.
/// A denied fact is no denied wish: «no me ha llegado», «no encuentro», «no puedo cancelar»; a denied mishap is none:
/// «no he olvidado la contraseña». What is set aside is denied whatever it says: «no es que no haya llegado», «no me
/// refiero a…»; and the «no» may stand behind: «cancelarlo no», or in the next clause: «…, no pregunto por eso». What is
/// settled or dismissed counts as denied too (``setAsideSettled()``).
struct DenialScan {
  let model: UnderstandingModel
  let reading: MessageReading
  /// By unit. «q», «xq» are spelled as the words that they stand for.
  private let spellings: [Spelling]
  /// By unit: the unit of the word that denies it; -1 for none.
  var deniedBy: [Int]
  /// The unit of the last «no pregunto», «no es que»; -1 for none. Whatever it governs is denied with it.
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
    spellings = reading.units.map { unit in
      unit.form.isEmpty && unit.word >= 0 ? Spelling(of: model.lexicon.words[Int(unit.word)]) : unit.spelling
    }
    deniedBy = [Int](repeating: -1, count: reading.units.count)
    scan()
  }

  private mutating func scan() {
    var scope: Scope?
    for (unit, about) in reading.units.enumerated() {
      if unit > 0, about.clause != reading.units[unit - 1].clause { scope = nil }
      if about.skippable && !about.isSkipWord { continue }
      if let scope, setsAside(scope) {
        // «no es que no haya llegado»
      } else if opens(unit) {
        let inherits = scope?.throughWish == true && says(unit, ["ni", "tampoco"])
        scope = Scope(
          negator: unit, throughWish: inherits || !about.classes.contains(.negator), isDoubt: isDoubt(unit))
        if contrasts(unit) {
          deniedBy[unit] = unit
          scope?.reached = .thing
          asking = unit
        }
        continue
      }
      guard let current = scope else { continue }
      scope = current.reached == .nothing ? reach(unit, current) : follow(unit, current)
    }
    var judged = -1
    for unit in reading.units.indices where isNo(unit) && deniedBy[unit] < 0 {
      denyBefore(unit)
      if let thing = corrected(by: unit) {
        deniedBy[thing] = unit
        denySound(before: unit)
      }
      denyTakenUp(by: unit)
      guard reading.units[unit].clause != judged else { continue }
      judged = reading.units[unit].clause
      if takesUpClause(unit) { denyClause(before: unit) }
    }
    setAsideSettled()
    denyMeant()
  }

  /// «no», «NOOO»
  func isNo(_ unit: Int) -> Bool {
    reading.units[unit].classes.contains(.negator) && says(unit, ["no", "noo", "nooo", "noooo", "nooooo"])
  }

  private func setsAside(_ scope: Scope) -> Bool { asking >= 0 && deniedBy[asking] == scope.negator }

  var deniesSomething: Bool { deniedBy.contains { $0 >= 0 } }

  /// The units that no denial takes part in: neither its words nor what it governs.
  var freeUnits: [Int] {
    var isTaken = [Bool](repeating: false, count: deniedBy.count)
    for (unit, negator) in deniedBy.enumerated() where negator >= 0 && !lacks(unit) {
      for taken in min(unit, negator)...max(unit, negator) { isTaken[taken] = true }
    }
    return isTaken.indices.filter { !isTaken[$0] }
  }

  /// Whether a unit is what «no pregunto …» does not ask about.
  func isAsked(_ unit: Int) -> Bool {
    asking >= 0 && asking < unit && deniedBy[asking] == deniedBy[unit]
  }

  /// Whether «sino» stands between two units of one clause.
  func isContrasted(_ unit: Int, to denied: Int) -> Bool {
    guard denied < unit, reading.units[denied].clause == reading.units[unit].clause else { return false }
    return (denied..<unit).contains { says($0, ["sino"]) }
  }

  // MARK: the word that denies

  func opens(_ unit: Int) -> Bool {
    let about = reading.units[unit]
    if about.classes.contains(.negator), !about.repaired {
      // «la tarjeta que ya no uso» only says which.
      let isRelative = says(unit - 1, ["ya"]) && says(unit - 2, ["que", "q"])
      // «sin querer» happens to one.
      let isIdiom = says(unit, ["sin"]) && says(unit + 1, ["querer", "falta", "duda", "embargo", "mas"])
      return !isRelative && !isIdiom && !says(unit + 1, ["solo", "solamente", "obstante"])
    }
    guard about.classes.contains(.instead), says(unit + 1, ["de"]) else { return false }
    return says(unit, ["nada"]) || says(unit - 1, ["en"])
  }

  /// «bajar la factura, no una duda del IVA», «no la dirección del pedido, la de mi cuenta»
  private func contrasts(_ unit: Int) -> Bool {
    guard unit == 0 || reading.units[unit - 1].clause != reading.units[unit].clause else { return false }
    if says(unit + 1, ["que"]), unit > 0, unit + 3 < reading.units.count {
      return reading.units[unit + 2].classes.contains(.clitic) && form(unit + 3) == .subjunctive
    }
    if says(unit + 1, ["un", "una"]) { return unit > 0 }
    return says(unit + 1, ["el", "la", "los", "las"]) && unit + 2 < reading.units.count && isThing(unit + 2)
      && verb(unit + 2) == nil
  }

  private func isDoubt(_ unit: Int) -> Bool {
    if says(unit - 1, ["que"]) { return says(unit - 2, ["por", "x"]) }
    return says(unit - 1, ["porque", "si", "como", "xq", "pq", "cuando"])
  }

  // MARK: on the way to what is denied

  private mutating func reach(_ unit: Int, _ scope: Scope) -> Scope? {
    var scope = scope
    let classes = reading.units[unit].classes
    if isNeed(unit) {
      deniedBy[unit] = scope.negator
      scope.throughWish = true
      return scope
    }
    // «no es por el IVA, es que…» sets a topic aside.
    let setsAside = says(unit, ["por", "para", "sobre"]) && says(unit - 1, ["es", "era"])
    if reading.says(unit, Self.setAside)
      || says(unit, ["que"]) && says(unit - 1, ["es", "era"]) && unit - 2 == scope.negator
    {
      deniedBy[unit] = scope.negator
      scope.reached = .verb
      asking = unit
      return scope
    }
    if isMishap(unit), !scope.isDoubt {
      deniedBy[unit] = scope.negator
      scope.reached = .verb
      return scope
    }
    if classes.contains(.wish) || setsAside || isFrame(unit) {
      scope.throughWish = true
      return scope
    }
    // «no es el paquete lo que no llega»
    let isCleft =
      says(unit - 1, ["es", "era"]) && says(unit, ["el", "la", "los", "las"])
      && clause(of: unit).contains(where: isCleft)
    if isCleft || isTalk(unit) {
      deniedBy[unit] = scope.negator
      scope.reached = .thing
      asking = unit
      return scope
    }
    // «no sé cómo cancelar», «no encuentro dónde».
    if classes.contains(.joint) || says(unit, ["como", "donde", "cuando", "cual"]) || isNowhere(unit) { return nil }
    // «no sé usarlo», also without its accent; «no se usa» goes on.
    if says(unit, ["se"]), says(unit - 1, ["no"]), isOfKnowing(unit) { return nil }
    let form = form(unit)
    // «no necesito factura» means the thing, although «factura» is a verb's form too.
    let meansThing = (scope.throughWish || lists(scope.negator)) && (form == .other || form == .past) && isThing(unit)
    let verb = meansThing ? nil : verb(unit)
    let isFunction = !classes.isDisjoint(with: [.function, .clitic, .determiner])
    let isReported = isFact(unit) || verb?.isFact == true && !(scope.throughWish && form == .infinitive)
    // «no hace falta que venga nadie» reports nothing.
    if isReported, !isNeeded(unit, form) { return nil }
    // «no tengo nada pásame con alguien»: nobody denies an order with its pronoun behind it.
    if let verb, form != .infinitive, VerbForm.endsInPronoun(reading.units[unit].spelling, of: verb.lemma) {
      return nil
    }
    if verb != nil && !(isFunction && form != .infinitive) || form == .infinitive && !isFunction {
      guard denies(form, scope) || isImperfect(unit) && says(scope.negator - 1, ["que"]) else { return nil }
      deniedBy[unit] = scope.negator
      scope.reached = .verb
      if let verb, Self.telling.contains(verb.lemma), !opensStatement(unit + 1) { asking = unit }
      // «un QR en vez de imprimir la etiqueta» is about the label all the same.
      return reading.units[scope.negator].classes.contains(.negator) ? scope : nil
    }
    if isFunction || reading.units[unit].isSkipWord { return scope }
    guard scope.throughWish || says(scope.negator, ["sin"]) || lists(scope.negator) else { return nil }
    deniedBy[unit] = scope.negator
    scope.reached = .thing
    return scope
  }

  private func denies(_ form: VerbForm, _ scope: Scope) -> Bool {
    if scope.isDoubt && !scope.throughWish { return false }
    switch form {
    case .infinitive: return true
    case .subjunctive: return true
    case .firstPerson: return !says(scope.negator, ["sin"])
    case .past, .other: return false
    }
  }

  /// «que no me llamaran»: without its accent no future.
  private func isImperfect(_ unit: Int) -> Bool {
    VerbForm.isImperfectSubjunctive(reading.units[unit].spelling)
  }

  // MARK: behind it

  private mutating func follow(_ unit: Int, _ scope: Scope) -> Scope? {
    var scope = scope
    let classes = reading.units[unit].classes
    if says(unit, ["o", "u"]) {
      // «no quiero cancelar o devolver»
      scope.reached = .nothing
      scope.throughWish = true
      return scope
    }
    if classes.contains(.joint) { return nil }
    if setsAside(scope) {
      if turns(unit) { return nil }
      deniedBy[unit] = scope.negator
      return scope
    }
    if classes.contains(.wish) && !isThing(unit) || givesReason(unit) { return nil }
    // «sin impresora para la etiqueta» lacks the printer.
    if says(scope.negator, ["sin"]), says(unit, ["para", "por", "con", "en", "a"]) { return nil }
    if !classes.isDisjoint(with: [.function, .clitic, .determiner]) { return scope }
    if verb(unit) != nil, !isThing(unit) { return nil }
    deniedBy[unit] = scope.negator
    return scope
  }

  /// The units of the clause around a unit.
  func clause(of unit: Int) -> Range<Int> {
    let clause = reading.units[unit].clause
    let first = reading.units[..<unit].lastIndex { $0.clause != clause }.map { $0 + 1 } ?? 0
    return first..<(reading.units[unit...].firstIndex { $0.clause != clause } ?? reading.units.count)
  }

  /// Those that say something of their own.
  func contents(of units: Range<Int>) -> [Int] {
    units.filter { unit in
      let about = reading.units[unit]
      return !about.skippable && about.classes.isDisjoint(with: [.function, .clitic, .determiner, .joint])
    }
  }

  func endsClause(_ unit: Int) -> Bool {
    let next = unit + 1
    guard reading.units.indices.contains(next) else { return true }
    return reading.units[next].clause != reading.units[unit].clause || says(next, ["sino", "pero"])
      || reading.units[next].skippable && !reading.units[next].isSkipWord
  }

  /// «no hace falta que me mandes la factura»: the need goes with what is needed; alone it answers.
  private func isNeed(_ unit: Int) -> Bool {
    let falta = says(unit, ["falta"]) ? unit : unit + 1
    return says(falta - 1, ["hace", "hacen", "hacia"]) && says(falta, ["falta"]) && !endsClause(falta)
  }

  /// «no quiero tener que …», «no vaya a …», «ni se os ocurra …», «no busco …», «no me obliguéis a …», and «no tiene
  /// ningún …» of a mishap.
  private func isFrame(_ unit: Int) -> Bool {
    says(unit, ["tener", "tenga", "tengas", "tengan"]) && says(unit + 1, ["que"])
      || says(
        unit, ["vaya", "vayas", "vayan", "vayais", "volver", "vuelva", "vuelvas", "vuelvan", "volvais", "ponerme"])
        && says(unit + 1, ["a"])
      || says(unit, ["tiene", "tienen", "tenia", "hay", "trae", "traia", "presenta", "veo"])
        && (isMishap(unit + 1) || says(unit + 1, ["ningun", "ninguna", "nada"]) && isMishap(unit + 2))
      || begins(unit, with: Self.bringing)
      || says(unit, ["sea", "sean"]) && says(unit - 2, ["que", "q"])
      || says(
        unit,
        [
          "ando", "andamos", "andaba", "ocurra", "busco", "buscamos", "buscaba", "pensando", "intentando",
          "tratando",
        ])
  }

  /// How the verbs begin that bring somebody to do something.
  private static let bringing = ["ofrez", "propong", "oblig", "haga", "suger", "sugier", "recomiend", "insist"].map {
    Array($0.utf8)
  }

  /// «pregunto», «expliques»
  func isTalking(_ unit: Int) -> Bool {
    reading.says(unit, Self.setAside) || verb(unit).map { Self.telling.contains($0.lemma) } ?? false
  }

  /// «que», but not «qué»
  private func opensStatement(_ unit: Int) -> Bool {
    guard says(unit, ["que", "q"]) else { return false }
    return !reading.text.original(reading.text.tokens[reading.units[unit].token].range).lowercased().contains("é")
  }

  /// «no es una duda», «no es ninguna queja»
  private func isTalk(_ unit: Int) -> Bool {
    says(unit, ["duda", "consulta", "pregunta", "queja", "reclamacion", "reclamo"])
      && says(unit - 1, ["una", "un", "ninguna", "ningun"]) && says(unit - 2, ["es", "era"])
  }

  private func isCleft(_ unit: Int) -> Bool { says(unit, ["lo"]) && says(unit + 1, ["que"]) }

  func isMishap(_ unit: Int) -> Bool {
    guard reading.units.indices.contains(unit) else { return false }
    return reading.lattice.edges(from: unit).contains { edge in
      guard edge.to == unit + 1, case .lemma(let lemma) = model.symbols[edge.symbol] else { return false }
      return Self.mishaps.contains(lemma)
    }
  }

  /// What happens to one, and is a wish to have it mended; denied, it is none.
  private static let mishaps: Set<String> = [
    "olvidar", "perder", "romper", "robar", "rechazar", "denegar", "dañar", "estropear", "averiar", "fallar", "hackear",
    "bloquear", "estafar", "extraviar", "caducar", "roto", "defectuoso", "estropeado", "dañado", "rayado", "abollado",
    "falso", "defecto",
  ]

  /// What one shall not tell is not asked for.
  private static let telling: Set<String> = [
    "preguntar", "decir", "explicar", "contar", "repetir", "informar", "saber",
  ]

  /// Verbs of talking: what one does not talk of is set aside.
  private static let setAside: InlineArray<_, Spelling> = [
    "refiero", "referia", "hablo", "hablaba", "hablando", "digo", "decia", "diciendo", "vengo", "trata", "escribo",
    "llamo", "pido", "solicito", "exijo", "pidiendo", "preguntando", "quejo", "quejando", "reclamando", "reportando",
    "denunciando",
  ]

  // MARK: what a unit is

  /// «sé» before an infinitive or a question.
  private func isOfKnowing(_ se: Int) -> Bool {
    if says(se + 1, ["si", "que", "cual", "quien", "cuanto", "cuantos", "por", "de", "nada"]) { return true }
    return reading.units.indices.contains(se + 1) && VerbForm.isInfinitive(reading.units[se + 1].spelling)
  }

  /// Whether there is such a unit, and it is or stands for one of `words`, folded.
  @inline(__always)
  func says<let number: Int>(_ unit: Int, _ words: InlineArray<number, Spelling>) -> Bool {
    spellings.indices.contains(unit) && spellings[unit].isOne(of: words)
  }

  /// Whether a unit begins with one of `stems`, folded.
  func begins(_ unit: Int, with stems: [[UInt8]]) -> Bool {
    stems.contains { reading.bytes(ofUnit: unit).starts(with: $0) }
  }

  func form(_ unit: Int) -> VerbForm {
    reading.verbForm(ofUnit: unit, lemma: verb(unit)?.lemma ?? "")
  }

  func verb(_ unit: Int) -> (lemma: String, isFact: Bool)? {
    for edge in reading.lattice.edges(from: unit) where edge.to == unit + 1 {
      // «iva» may be meant for «iba», but hardly beside «iva» itself.
      if edge.cost > 0, !reading.units[unit].repaired { continue }
      let traits = model.traits[Int(edge.symbol.raw)]
      if traits.contains(.verb), case .lemma(let lemma) = model.symbols[edge.symbol] {
        return (lemma, traits.contains(.fact))
      }
    }
    return nil
  }

  func isThing(_ unit: Int) -> Bool { model.isThing(unit, in: reading) }

  func isFact(_ unit: Int) -> Bool { reading.units[unit].classes.contains(.fact) }
}
