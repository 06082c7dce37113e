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
    // A mistyped word is looked up there: no message has to wait for the table.
    CommonWords.prepare()
  }

  /// Makes the tables of the rules, which the first message would else have to wait for: some milliseconds.
  package static func prepare() { _ = (Vocabulary.shared.meanings.count, HolidayTable.shared.days.count) }

  /// Whether order numbers have digits: then ``entities(in:bearings:context:)`` finds nothing in a message of which no
  /// word tells (``EntityBearing``), each behind a space or at the beginning, and of their punctuation.
  package func needsDigits(_ context: RecognitionContext) -> Bool { (context.orderNumber ?? orderNumber).hasDigits }

  /// The entities of `text`, by start, none overlapping another.
  ///
  /// - Parameter bearings: what is known of the words, by token, if anything is; punctuation may be anything but `none`.
  package func entities(
    in text: AnalyzedText, bearings: [EntityBearing] = [], context: RecognitionContext
  ) -> [Entity] {
    let scan = EntityScan(text, context, bearings: bearings)
    guard !scan.atoms.isEmpty else { return [] }
    var candidates: [Candidate] = []
    scan.links(into: &candidates)
    var solid = EntityScan.Solid()
    let orderNumber = context.orderNumber ?? orderNumber
    for i in scan.atoms.indices {
      let isDigits = scan.isDigits(i)
      scan.identifiers(at: i, order: orderNumber, &solid, into: &candidates)
      if isDigits || scan.shows(i, "+") || scan.shows(i, "("), let found = scan.phone(at: i) {
        candidates.append(found)
      }
      let opens = scan.atoms[i].opens
      if opens.isEmpty { continue }
      if opens.contains(.date), let found = scan.datetime(at: i) { candidates.append(found) }
      if opens.contains(.money), let found = scan.money(at: i) { candidates.append(found) }
      if opens.contains(.duration), let found = scan.duration(at: i) { candidates.append(found) }
      if opens.contains(.repetition), let found = scan.repetition(at: i) { candidates.append(found) }
      if !opens.isDisjoint(with: [.ordinal, .numeral]), let found = scan.ordinal(at: i) { candidates.append(found) }
      if opens.contains(.numeral) {
        if let found = scan.percent(at: i) { candidates.append(found) }
        if let found = scan.quantity(at: i) { candidates.append(found) }
        if let found = scan.number(at: i) { candidates.append(found) }
      }
      if opens.contains(.country), let found = scan.country(at: i) { candidates.append(found) }
    }
    return cover(candidates, atomCount: scan.atoms.count).map { scan.entity($0) }
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
    case .money, .percent, .duration, .quantity: 5
    // Beside a date the longer one: «+34 600-11-12-22» holds a date by chance only.
    case .phone: 4
    case .ordinal, .number: 7
    default: 8
    }
  }

  /// A greedy cover without overlaps: by rank, then the longer, then the earlier.
  private func cover(_ candidates: [Candidate], atomCount: Int) -> [Candidate] {
    guard candidates.count > 1 else { return candidates }
    var order: [(key: UInt64, index: Int)] = []
    order.reserveCapacity(candidates.count)
    for (index, candidate) in candidates.enumerated() {
      let shortness = UInt64(0xFFFFF - min(0xFFFFF, candidate.atoms.count))
      order.append((UInt64(rank(candidate)) << 56 | shortness << 36 | UInt64(candidate.atoms.lowerBound), index))
    }
    order.sort { ($0.key, $0.index) < ($1.key, $1.index) }
    // For each atom the candidate that took it; -1 if none did.
    var taken = [Int32](repeating: -1, count: atomCount)
    for (_, index) in order {
      let atoms = candidates[index].atoms
      guard taken[atoms].allSatisfy({ $0 < 0 }) else { continue }
      for atom in atoms { taken[atom] = Int32(index) }
    }
    var chosen: [Candidate] = []
    var last: Int32 = -1
    for index in taken where index >= 0 && index != last {
      chosen.append(candidates[Int(index)])
      last = index
    }
    return chosen
  }
}
