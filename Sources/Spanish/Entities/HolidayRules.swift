/// Days with a name: «Nochevieja», «el día de la madre», «Reyes», «el Black Friday de 2025», «el puente de mayo».
extension EntityScan {
  func holiday(at start: Int, from origin: Int) -> DateForm? {
    guard isWord(start) else { return nil }
    var at = start
    var hasDay = false
    if says(at, .dia), says(at + 1, .de, .del) {
      hasDay =
        HolidayTable.shared.starts(with: atoms[start].word) && named(at, hasDay: false, from: origin) != nil
        ? false : true
      if hasDay { at += 2 }
    }
    // «del» has swallowed the article that «de el» would show.
    guard let (name, end) = named(at, hasDay: hasDay, from: origin) else { return nil }
    if hasDay, end == at { return nil }
    var form = DateForm(holiday: name.holiday, end: end, rule: "holiday")
    if let dated = year(end) {
      form.year = dated.year
      form.end = dated.end
    } else if let after = directionAfter(end) {
      form.direction = after.direction
      form.end = after.end
    } else if says(end, .de, .del), let year = dates[end + 1] ?? wholeUnit(end + 1), let span = year.fixed,
      span.grain == .year
    {
      form.year = LocalTime(seconds: span.start * 86_400).components.year
      form.end = year.end
    }
    return form
  }

  private func named(_ i: Int, hasDay: Bool, from origin: Int) -> (HolidayTable.Name, Int)? {
    guard i < atoms.count else { return nil }
    let isLed =
      hasDay || i > origin
      || says(i - 1, .en, .por, .para, .antes, .de, .despues, .hasta, .desde, .este, .a, .proximo, .pasado)
    // After «día del» the article is gone; after «día de» it is there, or there is none.
    for skip in 0...(hasDay && says(i, .la, .los, .las, .el) ? 1 : 0) {
      let first = i + skip
      guard first < atoms.count else { return nil }
      let found = HolidayTable.shared.first(startingWith: atoms[first].word) { name in
        if name.needsDay && !hasDay || name.needsLead && !isLed { return false }
        return matches(name, first)
      }
      if let found { return (found, first + found.words.count) }
    }
    guard hasDay else { return nil }
    // Names that begin with their article: «(el) padre», «(el) libro» after «del».
    for article in HolidayTable.shared.articles {
      let found = HolidayTable.shared.first(startingWith: article) { name in
        name.needsDay
          && name.words.dropFirst().enumerated().allSatisfy { i + $0 < atoms.count && atoms[i + $0].word == $1 }
      }
      if let found { return (found, i + found.words.count - 1) }
    }
    return nil
  }

  private func matches(_ name: HolidayTable.Name, _ i: Int) -> Bool {
    guard i + name.words.count <= atoms.count else { return false }
    for (offset, word) in name.words.enumerated() where atoms[i + offset].word != word { return false }
    return true
  }
}
