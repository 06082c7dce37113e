package import TextAnalysis

/// Finds what a message names: dates, amounts, numbers, identifiers, addresses.
///
/// The rules propose candidates over atoms (`EntityScan`); where two clash the stronger kind wins, then the longer one,
/// then the earlier one. Every rule looks a bounded way ahead, so that the whole is linear in the message.
package struct EntityRecognizer: Sendable {
  let orderNumber: OrderNumberPattern

  /// - Throws: `OrderNumberPattern.Failure` if the pattern is not one of the restricted form.
  package init(orderNumberPattern: String) throws(OrderNumberPattern.Failure) {
    orderNumber = try OrderNumberPattern(orderNumberPattern)
  }

  /// The entities of `text`, by start, none overlapping another.
  package func entities(in text: AnalyzedText, context: RecognitionContext) -> [Entity] {
    let scan = EntityScan(text, context)
    guard !scan.atoms.isEmpty else { return [] }
    var candidates: [Candidate] = []
    scan.links(into: &candidates)
    for i in scan.atoms.indices {
      scan.identifiers(at: i, order: orderNumber, into: &candidates)
      if let found = scan.datetime(at: i) { candidates.append(found) }
      if let found = scan.money(at: i) { candidates.append(found) }
      if let found = scan.phone(at: i) { candidates.append(found) }
      if let found = scan.percent(at: i) { candidates.append(found) }
      if let found = scan.duration(at: i) { candidates.append(found) }
      if let found = scan.repetition(at: i) { candidates.append(found) }
      if let found = scan.ordinal(at: i) { candidates.append(found) }
      if let found = scan.number(at: i) { candidates.append(found) }
      if let found = scan.country(at: i) { candidates.append(found) }
    }
    return cover(candidates, atomCount: scan.atoms.count).map(scan.entity)
  }

  /// How strong a claim is: the smaller, the stronger.
  private func rank(_ candidate: Candidate) -> Int {
    switch candidate.kind {
    case .email, .url: 0
    case .iban, .card, .dni, .nie, .cif, .tracking:
      if case .identifier(_, valid: true) = candidate.value { 1 } else { 3 }
    case .orderNumber: 1
    case .serial: 2
    case .set, .datetime: 4
    case .money, .percent, .duration: 5
    case .phone: 6
    case .ordinal: 7
    default: 8
    }
  }

  /// A greedy cover without overlaps.
  private func cover(_ candidates: [Candidate], atomCount: Int) -> [Candidate] {
    let order = candidates.indices.sorted { a, b in
      let (left, right) = (candidates[a], candidates[b])
      let (leftRank, rightRank) = (rank(left), rank(right))
      if leftRank != rightRank { return leftRank < rightRank }
      if left.atoms.count != right.atoms.count { return left.atoms.count > right.atoms.count }
      return (left.atoms.lowerBound, a) < (right.atoms.lowerBound, b)
    }
    var taken = [Bool](repeating: false, count: atomCount)
    var chosen: [Candidate] = []
    for index in order {
      let atoms = candidates[index].atoms
      guard !taken[atoms].contains(true) else { continue }
      for atom in atoms { taken[atom] = true }
      chosen.append(candidates[index])
    }
    return chosen.sorted { $0.atoms.lowerBound < $1.atoms.lowerBound }
  }
}
