import Foundation
import TextAnalysis

/// A number as read: exact, with its decimals and its denominator kept apart, so that no rounding can happen.
struct Numeral: Equatable {
  /// The number is `mantissa` / 10^`scale` / `denominator`.
  var mantissa: Int
  var scale = 0
  /// More than 1 if a fraction was said: «dos tercios».
  var denominator = 1
  /// The atom after it.
  var end: Int
  /// «un», «una», «uno» alone: an article until a unit or a currency follows.
  var isArticle = false
  /// Written in digits, at least at its start.
  var isDigits = false
  /// Stuck to something that a plain number is not stuck to («4/5», «12-34», «8gb», «1.2.3»).
  var isAttached = false

  var whole: Int? { scale == 0 && denominator == 1 ? mantissa : nil }

  /// Exact where the number has finite decimals, else to 36 places.
  var decimal: Decimal {
    let magnitude = Int(clamping: mantissa.magnitude)
    var value = Self.decimal(magnitude / denominator, places: scale)
    var rest = magnitude % denominator
    // Long division, eighteen digits at a time: `Decimal` takes eight microseconds for one.
    for places in [18, 36] where rest > 0 {
      var digits = 0
      for _ in 0..<18 {
        rest *= 10
        digits = digits * 10 + rest / denominator
        rest %= denominator
      }
      value += Self.decimal(digits, places: scale + places)
    }
    return mantissa < 0 ? 0 - value : value
  }

  private static func decimal(_ digits: Int, places: Int) -> Decimal {
    Decimal(sign: .plus, exponent: -places, significand: Decimal(digits))
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

  /// This number plus a whole one; nil if it has decimals or would not fit.
  func plus(_ other: Int) -> Numeral? {
    guard scale == 0 else { return nil }
    var result = self
    let (addend, tooBig) = other.multipliedReportingOverflow(by: denominator)
    let (sum, overflow) = mantissa.addingReportingOverflow(addend)
    guard !tooBig, !overflow else { return nil }
    result.mantissa = sum
    return result
  }

  /// This whole number with `digits` (as many as `places`) behind its decimal mark.
  func withDecimals(_ digits: Int, places: Int, end: Int) -> Numeral? {
    guard whole != nil, places <= 12 else { return nil }
    let factor = (0..<places).reduce(1) { product, _ in product * 10 }
    guard var result = times(factor)?.plus(digits) else { return nil }
    result.scale = places
    result.end = end
    result.isArticle = false
    return result
  }
}

/// The numeral that starts at each atom; none beyond the last atom.
struct NumeralTable {
  /// For each atom the index of its numeral; -1 if none starts there.
  private var indices: [Int32]
  private var numerals: [Numeral] = []

  init(count: Int) { indices = [Int32](repeating: -1, count: count) }

  subscript(i: Int) -> Numeral? {
    guard i >= 0, i < indices.count, indices[i] >= 0 else { return nil }
    return numerals[Int(indices[i])]
  }

  mutating func set(_ numeral: Numeral, at i: Int) {
    indices[i] = Int32(numerals.count)
    numerals.append(numeral)
  }
}

extension EntityScan {
  /// The longest numeral that starts at atom `i`: digits, words, or both («12 mil»), with its decimals or its fraction.
  ///
  /// Called from the right to the left: what stands behind has been read already.
  func numeral(at i: Int) -> Numeral? {
    guard var number = simpleNumeral(at: i) else { return nil }
    if number.isAttached { return number }
    // After «las» a tail tells the time: «las cinco y medio», «las tres y un cuarto».
    if says(i - 1, .las) || says(i - 1, .la) && number.mantissa == 1 { return number }
    number = fraction(of: number) ?? number
    return withTail(number) ?? number
  }

  private func simpleNumeral(at i: Int) -> Numeral? {
    switch atoms[i].kind {
    case .digit:
      guard let number = digits(at: i) else { return nil }
      return scaled(number) ?? number
    case .letter: return wordNumeral(at: i)
    case .symbol, .space: return vulgarFraction(at: i).map { Numeral(mantissa: $0.0, denominator: $0.1, end: i + 1) }
    }
  }

  /// «12 mil [quinientos]», «22,5 millones», «20k», «1,2M», «3 docenas», «1e10».
  private func scaled(_ number: Numeral) -> Numeral? {
    let next = number.end
    if isGlued(next), atoms[next].kind == .letter { return suffixed(number) }
    var result = number
    let first = meaning(next)
    if first.cardinalClass == .group, number.whole != nil, !number.isAttached {
      guard var groups = number.times(first.cardinal) else { return nil }
      groups.end = next + 1
      return groups
    }
    if first.cardinalClass == .thousand {
      guard let times = result.times(1_000) else { return nil }
      result = times
      result.end = next + 1
      if result.whole != nil, let rest = belowThousand(result.end) ?? threeDigits(result.end),
        let sum = result.plus(rest.value)
      {
        result = sum
        result.end = rest.end
      }
    }
    let million = meaning(result.end)
    if million.cardinalClass.isMillion {
      guard var times = result.times(million.cardinal) else { return nil }
      times.end = result.end + 1
      result = withHalf(times, of: million.cardinal)
      if result.whole != nil, let rest = belowMillion(result.end), let sum = result.plus(rest.value) {
        result = sum
        result.end = rest.end
      }
    }
    return result.end > number.end ? result : nil
  }

  /// `20k`, `1,2M`, `1e10`, `1,5e-3`.
  private func suffixed(_ number: Numeral) -> Numeral? {
    let next = number.end
    if isFolded(next, "e"), isGlued(next + 1) {
      let isNegative = isDash(next + 1)
      let at = isNegative || shows(next + 1, "+") ? next + 2 : next + 1
      guard isGlued(at), isDigits(at), atoms[at].value <= 17, !isGlued(at + 1) || atoms[at + 1].kind == .symbol else {
        return nil
      }
      let power = (0..<atoms[at].value).reduce(1) { product, _ in product * 10 }
      guard var result = isNegative ? number : number.times(power) else { return nil }
      if isNegative { result.scale += atoms[at].value }
      result.end = at + 1
      result.isAttached = false
      return result
    }
    let capital = text.bytes[atoms[next].lower] == UInt8(ascii: "M")
    guard says(next, .k) || (says(next, .m) && capital), !isGlued(next + 1) || atoms[next + 1].kind == .symbol,
      var result = number.times(says(next, .k) ? 1_000 : 1_000_000)
    else { return nil }
    result.end = next + 1
    result.isAttached = false
    return result
  }

  /// «millón y medio»: half of the unit more.
  func withHalf(_ number: Numeral, of unit: Int) -> Numeral {
    guard says(number.end, .y), says(number.end + 1, .medio), var sum = number.plus(unit / 2) else { return number }
    sum.end = number.end + 2
    return sum
  }

  /// The «500» of «2 mil 500»: three digits that nothing else claims.
  func threeDigits(_ i: Int) -> (value: Int, end: Int)? {
    guard isDigits(i), atoms[i].spaceBefore, atoms[i].digitCount == 3, atoms[i].value >= 100, !isGlued(i + 1),
      !isDigits(i + 1)
    else { return nil }
    return (atoms[i].value, i + 1)
  }

  // MARK: - Decimals

  /// «dos coma cinco», «1 punto cinco», «veinte con cincuenta», «cinco y medio», «ciento tres con dos tercios».
  private func withTail(_ number: Numeral) -> Numeral? {
    guard let value = number.whole else { return nil }
    let at = number.end + 1
    switch keyword(number.end) {
    case .coma, .punto:
      guard let decimals = decimalWords(at: at) else { return nil }
      return number.withDecimals(decimals.value, places: decimals.places, end: decimals.end)
    case .con:
      if let mixed = mixed(number, fractionAt: at) { return mixed }
      guard !number.isArticle || isFolded(number.end - 1, "uno"), let decimals = decimalWords(at: at),
        isClosed(decimals.end)
      else { return nil }
      return number.withDecimals(decimals.value, places: decimals.places, end: decimals.end)
    case .y:
      if let mixed = mixed(number, fractionAt: at) { return mixed }
      // «cinco y medio»; «un y medio» is nothing, «uno y medio» is.
      guard says(at, .medio), value < 1_000_000, !number.isArticle || isFolded(number.end - 1, "uno"),
        !isFolded(at, "medios")
      else { return nil }
      return number.withDecimals(5, places: 1, end: at + 1)
    case .sobre where !number.isDigits:
      // «uno sobre tres»: in words only, because «3 sobre 5» is a score.
      guard let divisor = numerals[at], let below = divisor.whole, (2...1_000_000_000).contains(below),
        !divisor.isAttached,
        !number.isArticle || isFolded(number.end - 1, "uno")
      else { return nil }
      return Numeral(mantissa: value, denominator: below, end: divisor.end)
    default: return nil
    }
  }

  /// Whether nothing at `i` makes what stands before it count something: then «con» led into decimals.
  private func isClosed(_ i: Int) -> Bool {
    guard i < atoms.count, atoms[i].kind != .symbol else { return true }
    return meaning(i).hasCurrency || says(i, .por, .y, .o) || atoms[i].clause != atoms[i - 1].clause
  }

  /// A whole number and a fraction below one; after a million it is a fraction of that million.
  private func mixed(_ number: Numeral, fractionAt i: Int) -> Numeral? {
    guard let value = number.whole, let part = numerals[i], part.denominator > 1, part.scale == 0,
      part.mantissa < part.denominator, !number.isArticle
    else { return nil }
    let last = meaning(number.end - 1)
    let unit = last.cardinalClass.isMillion ? last.cardinal : 1
    guard var result = part.times(unit)?.plus(value) else { return nil }
    result.end = part.end
    result.isDigits = number.isDigits
    return result
  }

  /// The digits behind a decimal mark, in words or digits: «cero cinco», «veinticinco», «28».
  func decimalWords(at i: Int) -> (value: Int, places: Int, end: Int)? {
    var at = i
    var zeros = 0
    while meaning(at).cardinalClass == .zero, zeros < 6 {
      zeros += 1
      at += 1
    }
    if isDigits(at), atoms[at].digitCount <= 6, !(isGlued(at + 1) && isWord(at + 1)) {
      return (atoms[at].value, zeros + atoms[at].digitCount, at + 1)
    }
    guard let rest = belowThousand(at) else { return zeros > 0 ? (0, zeros, at) : nil }
    return (rest.value, zeros + "\(rest.value)".utf8.count, rest.end)
  }
}
