import Automata
import Spanish
import TextAnalysis

/// Whether a message denies the wish that a pattern found, or only reports that it was done.
extension UnderstandingModel {
  /// What the message denies; nil for nothing.
  func denials(in reading: MessageReading) -> DenialScan? {
    reading.units.contains { !$0.classes.isDisjoint(with: [.negator, .instead]) } ? DenialScan(self, reading) : nil
  }

  func isNegated(_ candidate: Candidate, in reading: MessageReading, _ denials: DenialScan) -> Bool {
    guard let head = head(of: candidate.match) else { return false }
    let negator = denials.deniedBy[head.from]
    // «no quiero cancelar el pedido sino la suscripción»: what stands behind «sino» is wanted.
    if negator >= 0, let last = candidate.match.edges.last(where: { traits[Int($0.symbol.raw)].contains(.content) }),
      denials.isContrasted(last.from, to: head.from)
    {
      return false
    }
    // A «no» that the pattern itself consumed («ya no lo quiero») belongs to the pattern, but for «no te pregunto por …».
    return negator >= 0
      && (denials.isAsked(head.from) || !candidate.match.edges.contains { $0.from <= negator && negator < $0.to })
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
