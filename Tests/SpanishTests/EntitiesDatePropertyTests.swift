import Spanish
import Testing
import TextAnalysis

/// Days written by a generator of the tests' own, read back; and noise of the calendar's words, which must not break anything.
@Suite("Dates: properties")
struct EntitiesDatePropertyTests {
  private let recognizer: EntityRecognizer
  private let analyzer: TextAnalyzer

  init() throws {
    recognizer = try EntityRecognizer(orderNumberPattern: #"\d{3}-\d{7}-\d{7}"#)
    analyzer = try TextAnalyzer()
  }

  private func values(_ text: String, _ context: RecognitionContext) -> [SlotValue] {
    recognizer.entities(in: analyzer.analyze(text), context: context).map(\.value)
  }

  @Test("every day of ten years, in the forms that name its year") func everyDay() {
    let context = RecognitionContext(now: Entities.now)
    var failures: [String] = []
    for day in LocalTime.dayNumber(2020, 1, 1)..<LocalTime.dayNumber(2030, 1, 1) {
      let start = LocalTime(seconds: day * 86_400)
      let expected = [SlotValue.interval(start: start, end: LocalTime(seconds: start.seconds + 86_400), grain: "day")]
      for (index, text) in Written.withYear(start).enumerated() {
        // Every form of every day would take minutes: each day of the ten years in two forms, which take turns.
        guard (day + index) % 11 == 0 else { continue }
        if values(text, context) != expected { failures.append(text) }
      }
    }
    #expect(failures.isEmpty, "\(failures.count) misread: \(failures.prefix(20))")
  }

  @Test("every day around now, in the forms that leave its year open") func nearDays() {
    var failures: [String] = []
    for day in LocalTime.dayNumber(2026, 1, 1)..<LocalTime.dayNumber(2027, 1, 1) {
      let start = LocalTime(seconds: day * 86_400)
      let expected = SlotValue.interval(start: start, end: LocalTime(seconds: start.seconds + 86_400), grain: "day")
      let ahead = RecognitionContext(now: LocalTime(seconds: start.seconds - 20 * 86_400), preference: .future)
      let behind = RecognitionContext(now: LocalTime(seconds: start.seconds + 20 * 86_400), preference: .past)
      for (index, text) in Written.withoutYear(start).enumerated() where (day + index) % 2 == 0 {
        for context in [ahead, behind] where values(text, context) != [expected] { failures.append(text) }
      }
      for (index, (offset, text)) in Written.fromToday.enumerated() where (day + index) % 3 == 0 {
        let now = LocalTime(seconds: start.seconds - offset * 86_400 + 36_000)
        if values(text, RecognitionContext(now: now)) != [expected] { failures.append("\(text) \(now)") }
      }
    }
    #expect(failures.isEmpty, "\(failures.count) misread: \(failures.prefix(20))")
  }

  @Test("every minute of a day, in digits and words") func everyMinute() {
    let context = RecognitionContext(now: Entities.now)
    var failures: [String] = []
    for minute in 0..<1_440 {
      for (index, text) in Written.clocks(minute).enumerated() where (minute / 5 + index) % 2 == 0 {
        let found = values(text, context)
        guard case .timeOfDay(let start, nil)? = found.first, found.count == 1, start == minute * 60 else {
          failures.append("\(text) \(found)")
          continue
        }
      }
    }
    #expect(failures.isEmpty, "\(failures.count) misread: \(failures.prefix(20))")
  }

  @Test("any sequence of the calendar's words gives sorted, valid, disjoint spans") func noise() {
    let words = [
      "el", "la", "los", "de", "del", "al", "a", "las", "y", "en", "por", "hasta", "desde", "entre", "antes", "después",
      "hace", "dentro", "que", "viene", "pasado", "próximo", "último", "este", "lunes", "mar", "viernes", "enero",
      "mayo",
      "feb.", "día", "días", "semana", "mes", "meses", "año", "hora", "horas", "minutos", "primer", "segundo", "3",
      "12",
      "31", "2026", "99", "14:30", "30/02", "1/5", "-", "/", ",", ".", "hoy", "mañana", "ayer", "tarde", "noche", "fin",
      "finales", "primeros", "mediados", "media", "medio", "cuarto", "menos", "para", "quince", "dos", "mil", "un",
      "cada",
      "todos", "veces", "siglo", "XX", "verano", "navidad", "reyes", "santa", "laborables", "pm", "h", "punto", "<",
      "=",
      "999999999999999999", "resto", "lo", "va", "ahora", "víspera", "o", "posterior", "partir", "quincena",
      "trimestre",
    ]
    var random = Xorshift(state: 0x9E37_79B9_7F4A_7C15)
    for _ in 0..<2_000 {
      let count = Int(random.next() % 14) + 1
      let text = (0..<count).map { _ in words[Int(random.next() % UInt64(words.count))] }.joined(separator: " ")
      let now = LocalTime(seconds: Int(random.next() % 4_000_000_000))
      let analyzed = analyzer.analyze(text)
      var last = 0
      for entity in recognizer.entities(in: analyzed, context: RecognitionContext(now: now)) {
        #expect(entity.range.lower >= last && entity.range.upper <= text.utf8.count, "\(text)")
        last = entity.range.upper
        for value in [entity.value] + entity.alternatives {
          if case .interval(let start?, let end?, _) = value { #expect(start < end, "\(text): \(value)") }
        }
      }
    }
  }
}

/// The generator: how a day and a clock time are written, straight from the grammar of Spanish and from nothing of ours.
private enum Written {
  static let months = [
    "enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto", "septiembre", "octubre", "noviembre",
    "diciembre",
  ]
  static let weekdays = ["lunes", "martes", "miércoles", "jueves", "viernes", "sábado", "domingo"]
  static let upTo59: [String] = {
    let small = [
      "cero", "uno", "dos", "tres", "cuatro", "cinco", "seis", "siete", "ocho", "nueve", "diez", "once", "doce",
      "trece",
      "catorce", "quince", "dieciséis", "diecisiete", "dieciocho", "diecinueve", "veinte", "veintiuno", "veintidós",
      "veintitrés", "veinticuatro", "veinticinco", "veintiséis", "veintisiete", "veintiocho", "veintinueve",
    ]
    let tens = ["treinta", "cuarenta", "cincuenta"]
    return small + tens.flatMap { ten in (0...9).map { $0 == 0 ? ten : "\(ten) y \(small[$0])" } }
  }()

  static func two(_ n: Int) -> String { n < 10 ? "0\(n)" : "\(n)" }

  static func withYear(_ time: LocalTime) -> [String] {
    let (year, month, day) = time.components
    let name = months[month - 1]
    let weekday = weekdays[time.weekday - 1]
    return [
      "\(day)/\(month)/\(year)", "\(two(day))/\(two(month))/\(year)", "\(day)-\(month)-\(year)",
      "\(day).\(month).\(year)",
      "\(two(day))/\(two(month))/\(two(year % 100))", "\(year)-\(two(month))-\(two(day))",
      "\(year)/\(two(month))/\(two(day))",
      "\(day) de \(name) de \(year)", "el \(day) de \(name) del \(year)", "\(day) \(name) \(year)",
      "el \(upTo59[day]) de \(name) de \(year)", "el \(day) de \(name.uppercased()) de \(year)",
      "\(weekday), \(day) de \(name) de \(year)", "el \(weekday) \(day) de \(name) de \(year)",
      "\(day)-\(name.prefix(3))-\(year)", "\(day) \(name.prefix(3)). \(year)", "el día \(day) de \(name) de \(year)",
      "\(name) \(day), \(year)", "el \(day) de \(name) del \(two(year % 100))", "\(weekday) \(day)/\(month)/\(year)",
      "el \(day) de \(name) de dos mil \(upTo59[year % 100])",
    ]
  }

  static func withoutYear(_ time: LocalTime) -> [String] {
    let (_, month, day) = time.components
    return [
      "el \(day) de \(months[month - 1])", "el \(upTo59[day]) de \(months[month - 1])", "el \(two(day))/\(two(month))",
      "el \(weekdays[time.weekday - 1]) \(day) de \(months[month - 1])", "el \(day) del \(month)",
    ]
  }

  static let fromToday: [(Int, String)] = [
    (0, "hoy"), (-1, "ayer"), (-2, "anteayer"), (1, "mañana"), (2, "pasado mañana"), (3, "dentro de tres días"),
    (-10, "hace 10 días"), (-7, "hace una semana"), (14, "en dos semanas"), (7, "de hoy en ocho"),
  ]

  static func clocks(_ minute: Int) -> [String] {
    let (hour, rest) = (minute / 60, minute % 60)
    var forms = ["a las \(two(hour)):\(two(rest))", "\(two(hour)):\(two(rest))"]
    if hour >= 13 || hour == 0 { forms.append("a las \(two(hour)):\(two(rest)) h") }
    let twelve = hour % 12 == 0 ? 12 : hour % 12
    forms.append("\(twelve):\(two(rest)) \(hour < 12 ? "am" : "pm")")
    forms.append("a las \(twelve):\(two(rest)) \(hour < 12 ? "a. m." : "p. m.")")
    guard hour > 0, hour != 12, hour % 12 != 1 else { return forms }
    let part = hour < 12 ? "de la mañana" : hour < 20 ? "de la tarde" : "de la noche"
    let words = rest == 0 ? "" : rest == 30 ? " y media" : rest == 15 ? " y cuarto" : " y \(upTo59[rest])"
    forms.append("a las \(upTo59[twelve])\(words) \(part)")
    return forms
  }
}

/// Marsaglia's xorshift64: the same noise on every run.
private struct Xorshift {
  var state: UInt64

  mutating func next() -> UInt64 {
    state ^= state << 13
    state ^= state >> 7
    state ^= state << 17
    return state
  }
}
