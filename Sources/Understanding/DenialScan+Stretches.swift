/// The stretches that denials govern, as what could be said on its own.
extension DenialScan {
  /// What each denial governs, with the small words around it, in the order of the message: two where «o» or a mark
  /// stands between.
  var stretches: [Range<Int>] {
    var stretches: [Range<Int>] = []
    var last = -1
    for unit in deniedBy.indices where deniedBy[unit] >= 0 && !lacks(unit) {
      if deniedBy[unit] == last, let open = stretches.last, continues(open, to: unit) {
        stretches[stretches.count - 1] = open.lowerBound..<unit + 1
      } else {
        stretches.append(opening(of: unit)..<unit + 1)
      }
      last = deniedBy[unit]
    }
    return stretches.indices.map { index in
      let next = index + 1 < stretches.count ? stretches[index + 1].lowerBound : deniedBy.count
      return stretches[index].lowerBound..<ending(of: stretches[index], before: next)
    }
  }

  /// The word that denies what a stretch names; -1 for none.
  func negator(of stretch: Range<Int>) -> Int {
    stretch.first { deniedBy[$0] >= 0 }.map { deniedBy[$0] } ?? -1
  }

  /// Whether more is denied than that one talks: «no pregunto eso», «no digo que no».
  func saysSomething(_ stretch: Range<Int>) -> Bool {
    guard let first = stretch.first(where: { deniedBy[$0] >= 0 }) else { return false }
    // «nada de la licuadora» is no news of it.
    if says(deniedBy[first], ["nada"]), deniedBy[first] + 2 < first { return false }
    return contents(of: stretch).contains { deniedBy[$0] >= 0 && !isTalking($0) && !frames($0) }
  }

  /// «(no) hace falta»
  func frames(_ unit: Int) -> Bool {
    says(unit, ["falta"]) && says(unit - 1, ["hace", "hacen"])
      || says(unit, ["hace", "hacen"]) && says(unit + 1, ["falta"])
  }

  private func continues(_ stretch: Range<Int>, to unit: Int) -> Bool {
    reading.units[stretch.upperBound - 1].clause == reading.units[unit].clause
      && !(stretch.upperBound..<unit).contains { says($0, ["o", "u", "y", "e", "ni"]) }
  }

  /// The pronouns and articles before what is denied belong to it.
  private func opening(of unit: Int) -> Int {
    var start = unit
    // «nada de correos»
    if says(unit - 1, ["de"]), unit > 1, reading.units[unit - 2].classes.contains(.instead) { return start }
    while start > 0, isSmall(start - 1), deniedBy[start - 1] < 0, start - 1 != deniedBy[unit],
      reading.units[start - 1].clause == reading.units[unit].clause
    {
      start -= 1
    }
    return start
  }

  private func ending(of stretch: Range<Int>, before next: Int) -> Int {
    var end = stretch.upperBound
    while end < next, isSmall(end), reading.units[end].clause == reading.units[end - 1].clause,
      !says(end, ["que", "q", "porque", "solo", "si", "como"])
    {
      end += 1
    }
    return end
  }

  private func isSmall(_ unit: Int) -> Bool {
    let classes = reading.units[unit].classes
    return !classes.isDisjoint(with: [.function, .clitic, .determiner]) && classes.isDisjoint(with: [.joint, .negator])
  }
}
