import TextAnalysis

/// The grammar of cardinals in words, as the RAE's Ortografía writes them and as people do.
extension EntityScan {
  /// «dos mil trescientos», «mil millones», «un millón y medio», «medio millón», «media docena», «un par», «cero uno».
  func wordNumeral(at i: Int) -> Numeral? {
    let first = meaning(i)
    switch first.keyword {
    case .medio, .media:
      let next = meaning(i + 1)
      if next.cardinalClass.isMillion { return Numeral(mantissa: next.cardinal / 2, end: i + 2) }
      return next.cardinalClass == .group ? Numeral(mantissa: next.cardinal / 2, end: i + 2) : nil
    case .coma:
      // «coma cinco» without its zero, only as a whole answer.
      guard i == 0 || says(i - 1, .menos), let decimals = decimalWords(at: i + 1), decimals.end >= atoms.count else {
        return nil
      }
      return Numeral(mantissa: 0, end: i).withDecimals(decimals.value, places: decimals.places, end: decimals.end)
    case .mitad: return says(i - 1, .la) ? Numeral(mantissa: 5, scale: 1, end: i + 1) : nil
    default: break
    }
    switch first.cardinalClass {
    case .zero:
      // «cero cinco»: a zero said before a digit changes nothing.
      if meaning(i + 1).cardinalClass == .unit { return Numeral(mantissa: meaning(i + 1).cardinal, end: i + 2) }
      return Numeral(mantissa: 0, end: i + 1)
    case .group:
      // «docena» alone is a noun; «docena y media» counts.
      return groups(1, at: i).map { Numeral(mantissa: $0.value, end: $0.end, isArticle: $0.end == i + 1) }
    default: return plainCardinal(at: i)
    }
  }

  /// «docena y media» is 18.
  private func groups(_ count: Int, at i: Int) -> (value: Int, end: Int)? {
    let group = meaning(i)
    guard group.cardinalClass == .group else { return nil }
    if says(i + 1, .y), says(i + 2, .media), group.cardinal % 2 == 0 {
      return (count * group.cardinal + group.cardinal / 2, i + 3)
    }
    return (count * group.cardinal, i + 1)
  }

  private func plainCardinal(at i: Int) -> Numeral? {
    var total = 0
    var at = i
    for scale in [CardinalClass.trillion, .billion, .million] {
      if let group = belowMillion(at), meaning(group.end).cardinalClass == scale {
        let unit = meaning(group.end).cardinal
        let (product, overflow) = group.value.multipliedReportingOverflow(by: unit)
        let (sum, tooBig) = total.addingReportingOverflow(product)
        guard !overflow, !tooBig else { return nil }
        total = sum
        at = group.end + 1
      } else if meaning(at).cardinalClass == scale, at == i, !isPlural(at) {
        // «millón y medio»; «millones» alone counts nothing.
        total += meaning(at).cardinal
        at += 1
      } else {
        continue
      }
      let number = withHalf(Numeral(mantissa: total, end: at), of: meaning(at - 1).cardinal)
      if number.end > at { return number }
    }
    if let rest = belowMillion(at) {
      total += rest.value
      at = rest.end
    }
    guard at > i else { return nil }
    if at == i + 1, total == 1 {
      if says(at, .par) { return Numeral(mantissa: 2, end: at + 1) }
      if let group = groups(1, at: at) { return Numeral(mantissa: group.value, end: group.end) }
      return Numeral(mantissa: 1, end: at, isArticle: true)
    }
    if total < 1_000, let group = groups(total, at: at) { return Numeral(mantissa: group.value, end: group.end) }
    if meaning(at - 1).cardinalClass == .thousand, let rest = threeDigits(at) {
      return Numeral(mantissa: total + rest.value, end: rest.end)
    }
    return Numeral(mantissa: total, end: at)
  }

  func isPlural(_ i: Int) -> Bool { text.foldedBytes[atoms[i].folded.upperBound - 1] == UInt8(ascii: "s") }

  func belowMillion(_ i: Int) -> (value: Int, end: Int)? {
    // «dosmil», «cienmil» in one word.
    if i < atoms.count, atoms[i].fused == .cardinal {
      guard atoms[i].value % 1_000 == 0, let rest = belowThousand(i + 1) else { return (atoms[i].value, i + 1) }
      return (atoms[i].value + rest.value, rest.end)
    }
    let group = belowThousand(i)
    let at = group?.end ?? i
    guard meaning(at).cardinalClass == .thousand else { return group }
    let thousands = (group?.value ?? 1) * 1_000
    if let rest = belowThousand(at + 1) { return (thousands + rest.value, rest.end) }
    return (thousands, at + 1)
  }

  func belowThousand(_ i: Int) -> (value: Int, end: Int)? {
    var value = 0
    var at = i
    if meaning(at).cardinalClass == .hundreds {
      value = meaning(at).cardinal
      at += 1
    }
    let word = meaning(at)
    switch word.cardinalClass {
    case .tens:
      value += word.cardinal
      at += 1
      let joined = says(at, .y) ? at + 1 : at
      if meaning(joined).cardinalClass == .unit {
        value += meaning(joined).cardinal
        at = joined + 1
      }
    case .teen, .unit:
      value += word.cardinal
      at += 1
      // «veinte y tres», «diez y seis», as many people write them.
      if word.cardinal == 20 || word.cardinal == 10, says(at, .y), meaning(at + 1).cardinalClass == .unit,
        meaning(at + 1).cardinal > (word.cardinal == 20 ? 1 : 5)
      {
        value += meaning(at + 1).cardinal
        at += 2
      }
    default: break
    }
    return at > i ? (value, at) : nil
  }
}
