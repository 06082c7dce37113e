/// Spanish numbers in words, written from the grammar (RAE, Ortografía 2010, «numerales»), so that the recognisers are judged
/// by something that shares no table with them.
enum SpelledNumbers {
  enum Form: CaseIterable {
    /// «veintiuno», «doscientos».
    case masculine
    /// «veintiuna», «doscientas».
    case feminine
    /// Before a noun: «veintiún», «treinta y un».
    case apocopated
  }

  private static let belowThirty = [
    "cero", "uno", "dos", "tres", "cuatro", "cinco", "seis", "siete", "ocho", "nueve", "diez", "once", "doce", "trece",
    "catorce", "quince", "dieciséis", "diecisiete", "dieciocho", "diecinueve", "veinte", "veintiuno", "veintidós",
    "veintitrés", "veinticuatro", "veinticinco", "veintiséis", "veintisiete", "veintiocho", "veintinueve",
  ]
  private static let tens = [
    "", "", "", "treinta", "cuarenta", "cincuenta", "sesenta", "setenta", "ochenta", "noventa",
  ]
  private static let hundreds = [
    "", "ciento", "doscientos", "trescientos", "cuatrocientos", "quinientos", "seiscientos", "setecientos",
    "ochocientos", "novecientos",
  ]

  /// `number` (0 to 999,999,999,999) in words.
  static func cardinal(_ number: Int, _ form: Form = .masculine) -> String {
    if number < 1_000 { return belowThousand(number, form) }
    if number < 1_000_000 {
      let thousands = number / 1_000
      let head = thousands == 1 ? "mil" : belowThousand(thousands, form == .feminine ? .feminine : .apocopated) + " mil"
      return head + tail(number % 1_000, form)
    }
    let millions = number / 1_000_000
    let head = millions == 1 ? "un millón" : cardinal(millions, .apocopated) + " millones"
    return head + tail(number % 1_000_000, form)
  }

  private static func tail(_ rest: Int, _ form: Form) -> String { rest == 0 ? "" : " " + cardinal(rest, form) }

  private static func belowThousand(_ number: Int, _ form: Form) -> String {
    if number == 100 { return "cien" }
    if number > 100 {
      let head = hundreds[number / 100]
      let gendered = form == .feminine && number >= 200 ? String(head.dropLast(2)) + "as" : head
      return number % 100 == 0 ? gendered : gendered + " " + belowThousand(number % 100, form)
    }
    if number >= 30 {
      return tens[number / 10] + (number % 10 == 0 ? "" : " y " + belowThousand(number % 10, form))
    }
    switch (number, form) {
    case (1, .feminine): return "una"
    case (1, .apocopated): return "un"
    case (21, .feminine): return "veintiuna"
    case (21, .apocopated): return "veintiún"
    default: return belowThirty[number]
    }
  }

  private static let ordinalUnits = [
    "", "primero", "segundo", "tercero", "cuarto", "quinto", "sexto", "séptimo", "octavo", "noveno",
  ]
  private static let ordinalTens = [
    "", "décimo", "vigésimo", "trigésimo", "cuadragésimo", "quincuagésimo", "sexagésimo", "septuagésimo", "octogésimo",
    "nonagésimo",
  ]
  private static let ordinalHundreds = [
    "", "centésimo", "ducentésimo", "tricentésimo", "cuadringentésimo", "quingentésimo", "sexcentésimo",
    "septingentésimo", "octingentésimo", "noningentésimo",
  ]

  /// `number` (1 to 999,999) as an ordinal, in separate words.
  static func ordinal(_ number: Int, feminine: Bool = false) -> String {
    var words: [String] = []
    let thousands = number / 1_000
    if thousands > 1 { words.append(cardinal(thousands, .apocopated)) }
    if thousands > 0 { words.append("milésimo") }
    for part in [
      ordinalHundreds[number / 100 % 10], ordinalTens[number / 10 % 10], ordinalUnits[number % 10],
    ] where !part.isEmpty {
      words.append(part)
    }
    let isLed = thousands > 1
    guard feminine else { return words.joined(separator: " ") }
    return words.enumerated().map { isLed && $0 == 0 ? $1 : String($1.dropLast()) + "a" }.joined(separator: " ")
  }
}

/// A small linear congruential generator (Knuth, MMIX): tests draw the same cases on every machine.
struct Draw {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func below(_ bound: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int(state >> 33) % bound
  }
}
