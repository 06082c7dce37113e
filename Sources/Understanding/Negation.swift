import Automata
import Spanish
import TextAnalysis

/// Whether a message denies the wish that a pattern found, or only reports that it was done.
extension UnderstandingModel {
  /// What the message denies; nil for nothing.
  func denials(in reading: MessageReading) -> DenialScan? {
    reading.units.contains { !$0.classes.isDisjoint(with: [.negator, .instead, .settling]) }
      ? DenialScan(self, reading) : nil
  }

  func isNegated(_ candidate: Candidate, in reading: MessageReading, _ denials: DenialScan) -> Bool {
    let match = candidate.match
    guard let head = deniedHead(of: match, in: reading, denials) else { return false }
    let negator = denials.deniedBy[head.from]
    if denials.settles(negator) {
      return head.from == negator || match.edges.allSatisfy { !isContent($0) || denials.deniedBy[$0.from] >= 0 }
    }
    // «no quiero cancelar el pedido sino la suscripción»: what stands behind «sino» is wanted.
    if traits[Int(head.symbol.raw)].contains(.verb), let last = match.edges.last(where: isContent),
      denials.isContrasted(last.from, to: head.from)
    {
      return false
    }
    // «ya no quiero Prime, dadlo de baja»: what is ordered behind the thing is wanted.
    if !traits[Int(head.symbol.raw)].contains(.verb),
      (head.to..<match.tokens.upperBound).contains(where: { denials.deniedBy[$0] < 0 && isOrder($0, in: reading) })
    {
      return false
    }
    guard let consumed = match.edges.first(where: { $0.from <= negator && negator < $0.to }) else { return true }
    // A «no» that the pattern itself consumed («ya no lo quiero») belongs to the pattern, but for «no te pregunto por …»,
    // and where it only looks so: «no la quiero cancelar» gives no reason, nor does «cancelarlo no: lo que quiero…».
    return denials.isAsked(head.from) || isWished(head, behind: negator, in: match, reading)
      || denials.isClosing(negator) && match.tokens.upperBound > negator + 1
      || consumed.to - consumed.from > 1 && consumed.to <= head.from
        && VerbForm.isInfinitive(reading.units[head.from].spelling)
  }

  /// «dadlo», «cámbiamelo»: a verb with its pronoun behind it, and no infinitive.
  private func isOrder(_ unit: Int, in reading: MessageReading) -> Bool {
    let about = reading.units[unit]
    return !VerbForm.isInfinitive(about.spelling)
      && reading.readings(of: about).contains { $0.enclitics != 0 && $0.cost == 0 }
  }

  /// «no voy a devolver nada», found by a pattern that says nothing of wishing: it takes the denial for a report.
  private func isWished(
    _ head: LatticeEdge, behind negator: Int, in match: PatternMatch, _ reading: MessageReading
  ) -> Bool {
    guard match.tokens.lowerBound == negator, negator < head.from,
      VerbForm.isInfinitive(reading.units[head.from].spelling),
      reading.says(head.to, ["nada", "ninguno", "ninguna"])
    else { return false }
    return (negator + 1..<head.from).contains { unit in
      reading.units[unit].classes.contains(.wish) && !match.edges.contains { $0.from <= unit && unit < $0.to }
    }
  }

  /// The denied word that stands for the whole match: the one that carries the wish, or else the first of what it
  /// names, if all of that is denied («la chaqueta no tiene defecto») or the wish is only its purpose («no me den un
  /// número para marcar»).
  private func deniedHead(of match: PatternMatch, in reading: MessageReading, _ denials: DenialScan) -> LatticeEdge? {
    guard let head = head(of: match) else { return nil }
    if denials.deniedBy[head.from] >= 0 { return head }
    let isNamed = { (edge: LatticeEdge) in self.isContent(edge) && !self.isBought(edge) }
    guard let first = match.edges.first(where: { isNamed($0) && denials.deniedBy[$0.from] >= 0 }) else { return nil }
    let isPurpose = first.from < head.from && reading.says(head.from - 1, ["para", "pa"])
    return isPurpose || match.edges.allSatisfy { !isNamed($0) || denials.deniedBy[$0.from] >= 0 } ? first : nil
  }

  private func isContent(_ edge: LatticeEdge) -> Bool { traits[Int(edge.symbol.raw)].contains(.content) }

  /// Whether it is a word for a product or an order.
  func isBought(_ edge: LatticeEdge) -> Bool {
    guard case .lemma(let lemma) = symbols[edge.symbol] else { return false }
    return lemma == Self.wareLemma || lemma == Self.orderLemma
  }

  /// «me aparece cancelado», «me lo devolvieron», «cancelé ayer»: a fact in the words of a wish.
  ///
  /// The intent's examples tell: a verb that they always ask for and never report is not reported either.
  func isReport(_ match: PatternMatch, of intent: Int, in reading: MessageReading) -> Bool {
    requestedForm(match, of: intent, in: reading) == .past
  }

  /// «cancela la agenda», «anúlenlo»: an order, in a verb that the intent's examples only ask for.
  func isOrdered(_ candidate: Candidate, in reading: MessageReading) -> Bool {
    let form = requestedForm(candidate.match, of: candidate.intent, in: reading)
    return form == .other || form == .subjunctive
  }

  /// The form of the verb that carries the wish, if the intent's examples only ask for it.
  private func requestedForm(_ match: PatternMatch, of intent: Int, in reading: MessageReading) -> VerbForm? {
    guard let head = head(of: match), traits[Int(head.symbol.raw)].contains(.verb),
      intents[intent].onlyRequested.contains(head.symbol), case .lemma(let lemma) = symbols[head.symbol]
    else { return nil }
    return reading.verbForm(ofUnit: head.from, lemma: lemma)
  }

  /// The word that carries the wish: the first covered verb that is no frame of wishing, or else the first covered word
  /// that says something.
  private func head(of match: PatternMatch) -> LatticeEdge? {
    var heaviest: UInt16 = 0
    for edge in match.edges { heaviest = max(heaviest, edge.weight) }
    var head: LatticeEdge?
    for edge in match.edges where edge.weight >= min(4, heaviest) {
      let traits = traits[Int(edge.symbol.raw)]
      if traits.contains(.verb) { return edge }
      if head == nil, traits.contains(.word) { head = edge }
    }
    return head
  }
}
