package import Foundation

/// Values as people in Spain write them. Pure: no formatter, no locale and no clock from the environment.
package enum SpanishFormatting {
  static let months = [
    "enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto", "septiembre", "octubre", "noviembre",
    "diciembre",
  ]
  static let weekdays = ["lunes", "martes", "miércoles", "jueves", "viernes", "sábado", "domingo"]

  /// `value` as a message shows it, whatever it is: lists joined with «y», records by their «nombre», «label» or «id».
  package static func format(_ value: SlotValue, now: LocalTime) -> String {
    switch value {
    case .text(let text): text
    case .number(let number): self.number(number)
    case .flag(let flag): flag ? "sí" : "no"
    case .money(let amount, let currency): money(amount, currency: currency)
    case .moneyRange(let min, let max, let currency): moneyRange(min: min, max: max, currency: currency)
    case .interval(let start, let end, let grain): interval(start: start, end: end, grain: grain, now: now)
    case .timeOfDay(let start, let end):
      if let end { "de \(clock(secondOfDay: start)) a \(clock(secondOfDay: end))" } else { clock(secondOfDay: start) }
    case .duration(_, let grain, let count): duration(count: count, grain: grain)
    case .set(let period): repetition(period)
    case .quantity(let count, let unit): number(count) + " " + MeasureUnit.symbol(of: unit)
    case .identifier(let identifier, _): identifier
    case .url(let url, _): url
    case .list(let items): list(items.map { format($0, now: now) })
    case .record(let fields):
      if let shown = fields["nombre"] ?? fields["label"] ?? fields["id"] { format(shown, now: now) } else { "" }
    }
  }

  /// «1.234,5»: a point every three digits, a comma before the decimals, no zeros that say nothing.
  package static func number(_ value: Decimal) -> String {
    let (sign, whole, decimals) = parts(of: value)
    return sign + grouped(whole) + (decimals.isEmpty ? "" : "," + decimals)
  }

  /// «12,99 €», «1.249 MXN»: two decimals always; the symbol of the currencies that have one of their own, else the code.
  package static func money(_ amount: Decimal, currency: String) -> String {
    let negative = amount < 0
    let magnitude: Decimal = negative ? 0 - amount : amount
    var (_, whole, decimals) = parts(of: magnitude)
    // Half up, by text: rounding functions of Foundation take pointers.
    if decimals.utf8.count > 2 { (_, whole, decimals) = parts(of: magnitude + halfCent) }
    let cents = String((decimals + "00").prefix(2))
    let symbol =
      switch currency {
      case "EUR": "€"
      case "USD", "$": "$"
      case "GBP": "£"
      default: currency
      }
    return (negative ? "-" : "") + grouped(whole) + "," + cents + " " + symbol
  }

  private static let halfCent = Decimal(5) / 1_000

  static func moneyRange(min: Decimal?, max: Decimal?, currency: String) -> String {
    switch (min, max) {
    case (let min?, let max?): "de \(money(min, currency: currency)) a \(money(max, currency: currency))"
    case (let min?, nil): "desde \(money(min, currency: currency))"
    case (nil, let max?): "hasta \(money(max, currency: currency))"
    case (nil, nil): currency
    }
  }

  /// «uno, dos y tres»; «e» before the sound of an i («Juan e Inés», but «agua y hielo», «y yo»).
  package static func list(_ items: [String]) -> String {
    guard let last = items.last else { return "" }
    guard items.count > 1 else { return last }
    return items.dropLast().joined(separator: ", ") + (startsWithSoundOfI(last) ? " e " : " y ") + last
  }

  static func startsWithSoundOfI(_ text: String) -> Bool {
    let start = text.lowercased().unicodeScalars.drop { !$0.properties.isAlphabetic && !("0"..."9").contains($0) }
    let scalars = Array(start.prefix(3))
    func isI(_ at: Int) -> Bool { at < scalars.count && (scalars[at] == "i" || scalars[at] == "í") }
    func isGlide(_ at: Int) -> Bool {
      at < scalars.count && ["a", "e", "o", "u", "á", "é", "ó", "ú"].contains(scalars[at])
    }
    if isI(0) { return scalars[0] == "í" || !isGlide(1) }
    guard scalars.first == "h", isI(1) else { return false }
    return scalars[1] == "í" || !isGlide(2)
  }

  /// «15 minutos», «una hora», «3 días», «1,5 horas».
  package static func duration(count: Decimal, grain: String) -> String {
    guard let (singular, plural, feminine) = unitNames[grain] else { return number(count) }
    if count == 1 { return (feminine ? "una " : "un ") + singular }
    return number(count) + " " + plural
  }

  static let unitNames: [String: (singular: String, plural: String, feminine: Bool)] = [
    "second": ("segundo", "segundos", false), "minute": ("minuto", "minutos", false), "hour": ("hora", "horas", true),
    "day": ("día", "días", false), "week": ("semana", "semanas", true), "month": ("mes", "meses", false),
    "quarter": ("trimestre", "trimestres", false), "year": ("año", "años", false),
    "business_day": ("día laborable", "días laborables", false),
  ]

  /// «15 minutos», «2 horas», «3 días»: the largest unit that says `minutes` whole, or nearly.
  package static func duration(minutes: Int) -> String {
    if minutes < 60 || (minutes % 60 != 0 && minutes < 120) {
      return duration(count: Decimal(minutes), grain: "minute")
    }
    if minutes < 2 * 1_440 && minutes != 1_440 { return duration(count: Decimal(minutes / 60), grain: "hour") }
    return duration(count: Decimal(minutes / 1_440), grain: "day")
  }

  /// How long ago something was: «hace 15 minutos», «ahora mismo»; ahead of now if negative: «dentro de 2 horas».
  package static func relative(minutes: Int) -> String {
    if minutes == 0 { return "ahora mismo" }
    return minutes > 0 ? "hace " + duration(minutes: minutes) : "dentro de " + duration(minutes: -minutes)
  }

  /// `P1W` → «cada semana», `P2D` → «cada 2 días»; another text as it stands.
  static func repetition(_ period: String) -> String {
    let grains: [Character: String] = ["D": "day", "W": "week", "M": "month", "Y": "year", "H": "hour"]
    guard period.first == "P", let last = period.last, let grain = grains[last], let unit = unitNames[grain],
      let count = Int(period.dropFirst(period.hasPrefix("PT") ? 2 : 1).dropLast())
    else { return period }
    return count == 1 ? "cada " + unit.singular : "cada \(count) " + unit.plural
  }

  static func parts(of value: Decimal) -> (sign: String, whole: String, decimals: String) {
    let text = value.description
    let negative = text.utf8.first == UInt8(ascii: "-")
    let digits = negative ? text.dropFirst() : text[...]
    guard let point = digits.utf8.firstIndex(of: UInt8(ascii: ".")) else {
      return (negative ? "-" : "", String(digits), "")
    }
    return (negative ? "-" : "", String(digits[..<point]), String(digits[digits.utf8.index(after: point)...]))
  }

  static func grouped(_ digits: String) -> String {
    guard digits.utf8.count > 3 else { return digits }
    var result: [UInt8] = []
    let bytes = Array(digits.utf8)
    for (i, byte) in bytes.enumerated() {
      if i > 0 && (bytes.count - i) % 3 == 0 { result.append(UInt8(ascii: ".")) }
      result.append(byte)
    }
    return String(decoding: result, as: UTF8.self)
  }

  /// `text` followed by `value`, contracted where Spanish demands it: «a» + «el pedido» is «al pedido», «de» + «el», «del».
  package static func append(_ value: String, to text: inout String) {
    guard value.utf8.first == UInt8(ascii: "e"), value.hasPrefix("el "), endsInContracting(text) else {
      text += value
      return
    }
    text.removeLast()
    text += "l"
    text += value.dropFirst(2)
  }

  /// Whether a text is, or ends in, the word «a » or «de ».
  private static func endsInContracting(_ text: String) -> Bool {
    let end = text.suffix(4).lowercased()
    return ["a ", "de "].contains { end == $0 || end.hasSuffix(" " + $0) }
  }
}
