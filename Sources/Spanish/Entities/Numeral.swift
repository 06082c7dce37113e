import Foundation
import TextAnalysis

/// A number as read: exact, with its decimals kept apart, so that no rounding can happen.
struct Numeral: Equatable {
  /// The number is `mantissa` / 10^`scale`.
  var mantissa: Int
  var scale = 0
  /// The atom after it.
  var end: Int
  /// «un», «una», «uno» alone: an article until a unit or a currency follows.
  var isArticle = false
  /// Written in digits, at least at its start.
  var isDigits = false
  /// Stuck to something that a plain number is not stuck to («4/5», «12-34», «8gb», «1.2.3»).
  var isAttached = false

  var whole: Int? { scale == 0 ? mantissa : nil }
  var decimal: Decimal {
    Decimal(sign: mantissa < 0 ? .minus : .plus, exponent: -scale, significand: Decimal(abs(mantissa)))
  }

  /// This number times `factor`, or nil if it would not be exact.
  func times(_ factor: Int) -> Numeral? {
    var result = self
    let (product, overflow) = mantissa.multipliedReportingOverflow(by: factor)
    guard !overflow else { return nil }
    result.mantissa = product
    while result.scale > 0 && result.mantissa % 10 == 0 {
      result.mantissa /= 10
      result.scale -= 1
    }
    return result
  }

  func plus(_ other: Int) -> Numeral? {
    guard scale == 0 else { return nil }
    var result = self
    let (sum, overflow) = mantissa.addingReportingOverflow(other)
    guard !overflow else { return nil }
    result.mantissa = sum
    return result
  }
}

/// The numeral that starts at each atom; none beyond the last atom.
struct NumeralTable {
  private var numerals: [Numeral?]

  init(count: Int) { numerals = [Numeral?](repeating: nil, count: count) }

  subscript(i: Int) -> Numeral? {
    get { i >= 0 && i < numerals.count ? numerals[i] : nil }
    set { numerals[i] = newValue }
  }
}

extension EntityScan {
  /// The longest numeral that starts at atom `i`: digits, words, or both («12 mil»).
  func numeral(at i: Int) -> Numeral? {
    guard var number = atoms[i].kind == .digit ? digits(at: i) : wordNumeral(at: i) else { return nil }
    if number.isDigits { number = scaled(number) ?? number }
    if says(number.end, .coma, .punto), let decimals = decimalWords(at: number.end + 1), number.scale == 0 {
      let factor = (0..<decimals.places).reduce(1) { product, _ in product * 10 }
      if let whole = number.times(factor), let sum = whole.plus(decimals.value) {
        number = sum
        number.scale = decimals.places
        number.end = decimals.end
      }
    }
    return number
  }

  /// «12 mil [quinientos]», «22,5 millones», «20k», «1,2M».
  private func scaled(_ number: Numeral) -> Numeral? {
    let next = number.end
    if isGlued(next), atoms[next].kind == .letter {
      let capital = text.bytes[atoms[next].lower] == UInt8(ascii: "M")
      guard says(next, .k) || (says(next, .m) && capital) else { return nil }
      guard var result = number.times(says(next, .k) ? 1_000 : 1_000_000) else { return nil }
      result.end = next + 1
      result.isAttached = false
      return result
    }
    var result = number
    let thousand = meaning(next)
    if thousand.cardinalClass == .thousand {
      guard let times = result.times(1_000) else { return nil }
      result = times
      result.end = next + 1
      if result.scale == 0, let rest = belowThousand(result.end), let sum = result.plus(rest.value) {
        result = sum
        result.end = rest.end
      }
    }
    let million = meaning(result.end)
    if million.cardinalClass == .million || million.cardinalClass == .billion {
      guard var times = result.times(million.cardinal) else { return nil }
      times.end = result.end + 1
      result = withHalf(times, of: million.cardinal)
      if result.scale == 0, let rest = belowMillion(result.end), let sum = result.plus(rest.value) {
        result = sum
        result.end = rest.end
      }
    }
    return result.end > number.end ? result : nil
  }

  private func withHalf(_ number: Numeral, of unit: Int) -> Numeral {
    guard says(number.end, .y), says(number.end + 1, .medio), var sum = number.plus(unit / 2) else { return number }
    sum.end = number.end + 2
    return sum
  }

  private func decimalWords(at i: Int) -> (value: Int, places: Int, end: Int)? {
    var at = i
    var zeros = 0
    while meaning(at).cardinalClass == .zero {
      zeros += 1
      at += 1
    }
    if isDigits(at), atoms[at].digitCount <= 6 { return (atoms[at].value, zeros + atoms[at].digitCount, at + 1) }
    guard let rest = belowThousand(at) else { return zeros > 0 ? (0, zeros, at) : nil }
    return (rest.value, zeros + "\(rest.value)".utf8.count, rest.end)
  }

  // MARK: - Words

  /// «dos mil trescientos», «mil millones», «un millón y medio», «medio millón», «media docena», «un par».
  private func wordNumeral(at i: Int) -> Numeral? {
    let first = meaning(i)
    if first.cardinalClass == .zero { return Numeral(mantissa: 0, end: i + 1) }
    if first.keyword == .medio || first.keyword == .media {
      if meaning(i + 1).cardinalClass == .million {
        return Numeral(mantissa: meaning(i + 1).cardinal / 2, end: i + 2)
      }
      return says(i + 1, .docena) ? Numeral(mantissa: 6, end: i + 2) : nil
    }
    if first.keyword == .docena { return Numeral(mantissa: 12, end: i + 1, isArticle: true) }
    var total = 0
    var at = i
    for scale in [CardinalClass.billion, .million] {
      let unit = scale == .billion ? 1_000_000_000_000 : 1_000_000
      if let group = belowMillion(at), meaning(group.end).cardinalClass == scale {
        total += group.value * unit
        at = group.end + 1
      } else if meaning(at).cardinalClass == scale, at == i {
        total += unit
        at += 1
      } else {
        continue
      }
      let number = withHalf(Numeral(mantissa: total, end: at), of: unit)
      if number.end > at { return number }
    }
    if let rest = belowMillion(at) {
      total += rest.value
      at = rest.end
    }
    guard at > i else { return nil }
    if at == i + 1, total == 1 {
      if says(at, .par) { return Numeral(mantissa: 2, end: at + 1) }
      return says(at, .docena) ? Numeral(mantissa: 12, end: at + 1) : Numeral(mantissa: 1, end: at, isArticle: true)
    }
    if says(at, .docena), total < 1_000 { return Numeral(mantissa: total * 12, end: at + 1) }
    return Numeral(mantissa: total, end: at)
  }

  private func belowMillion(_ i: Int) -> (value: Int, end: Int)? {
    let group = belowThousand(i)
    let at = group?.end ?? i
    guard meaning(at).cardinalClass == .thousand else { return group }
    let thousands = (group?.value ?? 1) * 1_000
    if let rest = belowThousand(at + 1) { return (thousands + rest.value, rest.end) }
    return (thousands, at + 1)
  }

  private func belowThousand(_ i: Int) -> (value: Int, end: Int)? {
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
      // «veinte y tres», as many people write it.
      if word.cardinal == 20, says(at, .y), meaning(at + 1).cardinalClass == .unit, meaning(at + 1).cardinal > 1 {
        value += meaning(at + 1).cardinal
        at += 2
      }
    default: break
    }
    return at > i ? (value, at) : nil
  }
}
