/// A whole number in words, in every gender and length that Spanish has for it: 21 is «veintiuno», «veintiún»,
/// «veintiuna». The way back, from words to numbers, is `EntityRecognizer`'s.
package enum NumberSpelling {
  /// The spellings of `number`, the counting form first; empty beyond ±999,999.
  package static func spellings(of number: Int) -> [String] {
    guard abs(number) < 1_000_000 else { return [] }
    if number < 0 { return spellings(of: -number).map { "menos " + $0 } }
    guard number > 0 else { return ["cero"] }
    return unique(Ending.allCases.map { words(number, $0).joined(separator: " ") })
  }

  /// How a number that ends in 1, or in hundreds, agrees with what is counted.
  private enum Ending: CaseIterable { case alone, masculine, feminine }

  private static let small = [
    "", "uno", "dos", "tres", "cuatro", "cinco", "seis", "siete", "ocho", "nueve", "diez", "once", "doce", "trece",
    "catorce", "quince", "dieciséis", "diecisiete", "dieciocho", "diecinueve", "veinte", "veintiuno", "veintidós",
    "veintitrés", "veinticuatro", "veinticinco", "veintiséis", "veintisiete", "veintiocho", "veintinueve",
  ]
  private static let tens = [
    "", "", "", "treinta", "cuarenta", "cincuenta", "sesenta", "setenta", "ochenta", "noventa",
  ]
  private static let hundreds = [
    "", "ciento", "doscient", "trescient", "cuatrocient", "quinient", "seiscient", "setecient", "ochocient",
    "novecient",
  ]

  private static func words(_ number: Int, _ ending: Ending) -> [String] {
    let (thousands, rest) = number.quotientAndRemainder(dividingBy: 1_000)
    let head: [String] =
      switch thousands {
      case 0: []
      case 1: ["mil"]
      default: belowThousand(thousands, ending == .feminine ? .feminine : .masculine) + ["mil"]
      }
    return head + belowThousand(rest, ending)
  }

  private static func belowThousand(_ number: Int, _ ending: Ending) -> [String] {
    let (hundred, rest) = number.quotientAndRemainder(dividingBy: 100)
    if number == 100 { return ["cien"] }
    let head = hundred == 0 ? [] : [hundred == 1 ? "ciento" : hundreds[hundred] + (ending == .feminine ? "as" : "os")]
    return head + belowHundred(rest, ending)
  }

  private static func belowHundred(_ number: Int, _ ending: Ending) -> [String] {
    guard number >= small.count else {
      switch (number, ending) {
      case (0, _): return []
      case (1, .masculine): return ["un"]
      case (1, .feminine): return ["una"]
      case (21, .masculine): return ["veintiún"]
      case (21, .feminine): return ["veintiuna"]
      default: return [small[number]]
      }
    }
    let (ten, unit) = number.quotientAndRemainder(dividingBy: 10)
    return [tens[ten]] + (unit == 0 ? [] : ["y"] + belowHundred(unit, ending))
  }

  private static func unique(_ texts: [String]) -> [String] {
    texts.enumerated().filter { !texts[..<$0.offset].contains($0.element) }.map(\.element)
  }
}
