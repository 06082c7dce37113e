import Foundation
import TextAnalysis

/// Weights, volumes and lengths: «2 kg», «500g», «medio litro», «kilo y medio», «un cuarto de kilo», «1,5 m».
extension EntityScan {
  func quantity(at i: Int) -> Candidate? {
    guard !isNamedByLeft(i), var (count, at) = measureCount(at: i) else { return nil }
    let unit = meaning(at).measure
    guard unit != .none, isMeasure(at, after: count) else { return nil }
    at += 1
    if says(at, .y), says(at + 1, .medio, .media), !isPlural(at + 1), count.whole != nil,
      let half = count.withDecimals(5, places: 1, end: at + 2)
    {
      count = half
      at += 2
    }
    return Candidate(
      kind: .quantity, atoms: i..<at, value: .quantity(count.decimal, unit: unit.name), rule: "quantity")
  }

  /// How many of the unit that stands at the atom `at`.
  private func measureCount(at i: Int) -> (count: Numeral, at: Int)? {
    if says(i, .media, .medio) { return (Numeral(mantissa: 5, scale: 1, end: i + 1), i + 1) }
    guard let number = numerals[i] else {
      // «kilo y medio»
      let isHalved = meaning(i).measure != .none && says(i + 1, .y) && says(i + 2, .medio, .media)
      return isHalved && atoms[i].folded.count > 2 ? (Numeral(mantissa: 1, end: i), i) : nil
    }
    guard !number.isAttached || isGlued(number.end), number.mantissa > 0 else { return nil }
    // «un par de litros», «tres cuartos de kilo»
    let isLed = says(number.end, .de) && (number.denominator > 1 || says(number.end - 1, .par))
    return (number, isLed ? number.end + 1 : number.end)
  }

  /// Whether the word at `i` is a unit here, and no size («2 M»), network («5g»), area («20 m²») or speed («20 km/h»).
  private func isMeasure(_ i: Int, after count: Numeral) -> Bool {
    let next = i + 1
    if isFolded(next, "cuadrados") || isFolded(next, "cuadrado") || isFolded(next, "cubicos") { return false }
    if isGlued(next) {
      if atoms[next].kind != .symbol || atoms[next].symbol == 0xB2 || atoms[next].symbol == 0xB3 { return false }
      if isGlued(next + 1), isWord(next + 1) || isDigits(next + 1), !isDash(next) { return false }
    }
    guard atoms[i].folded.count == 1 else { return true }
    // A letter alone counts only behind digits, and as its symbol is written; a capital litre only where no size can be.
    guard count.isDigits, says(i, .m) || count.end == i else { return false }
    if isCapitalized(i) { return isFolded(i, "l") && (isGlued(i) || count.scale > 0) }
    return !(isFolded(i, "g") && isGlued(i) && (count.whole ?? 9) < 7)
  }
}
