/// A day that people name instead of dating, with the rule that finds it in a year.
struct Holiday: Sendable {
  enum Rule: Sendable {
    case fixed(Int, Int)
    /// The `n`th weekday (1 Monday) of a month, and days after it; −1 the last.
    case nth(Int, Int, month: Int, plus: Int = 0)
    /// Days after Easter Sunday, and how many it lasts.
    case easter(Int, days: Int = 1)
    /// A stretch of days: from one to another, which may lie in the next year.
    case stretch(Int, Int, days: Int)
    /// The days off in a row around the feasts from one day to another of a month.
    case bridge(month: Int, Int, Int)
  }

  /// Unaccented, separated by `|`. `+`: only after «el día de»; `~`: only after an article or a word of time.
  let names: String
  let rule: Rule
  /// Where another country keeps it on another day.
  var elsewhere: [String: Rule] = [:]

  init(_ names: String, _ rule: Rule, _ elsewhere: [String: Rule] = [:]) {
    self.names = names
    self.rule = rule
    self.elsewhere = elsewhere
  }

  func span(in year: Int, country: String) -> DaySpan {
    switch elsewhere[country] ?? rule {
    case .fixed(let month, let day): return DaySpan(day: LocalTime.dayNumber(year, month, day))
    case .nth(let n, let weekday, let month, let plus):
      return DaySpan(day: Self.nth(n, weekday: weekday, month: month, year) + plus)
    case .easter(let offset, let days):
      let first = Self.easter(year) + offset
      return DaySpan(first, first + days, .day)
    case .stretch(let month, let day, let days):
      let first = LocalTime.dayNumber(year, month, day)
      return DaySpan(first, first + days, .day)
    case .bridge(let month, let from, let to):
      var first = LocalTime(year, month, from)
      var last = LocalTime(year, month, to)
      // A Tuesday or a Monday leans on the weekend before, a Thursday or a Friday on the one after.
      if first.weekday <= 2 { first.seconds -= (first.weekday + 1) * 86_400 }
      if first.weekday == 7 { first.seconds -= 86_400 }
      if (4...6).contains(last.weekday) { last.seconds += (7 - last.weekday) * 86_400 }
      return DaySpan(first.day, last.day + 1, .day)
    }
  }

  /// The day number of the `n`th `weekday` of a month; the last if `n` is negative.
  static func nth(_ n: Int, weekday: Int, month: Int, _ year: Int) -> Int {
    if n < 0 { return nth(1, weekday: weekday, month: month % 12 + 1, month == 12 ? year + 1 : year) - 7 }
    let first = LocalTime(year, month, 1)
    return first.day + (weekday - first.weekday + 7) % 7 + (n - 1) * 7
  }

  /// Easter Sunday: the anonymous Gregorian computus (Meeus, Astronomical Algorithms, chapter 8).
  static func easter(_ year: Int) -> Int {
    let a = year % 19
    let b = year / 100
    let c = year % 100
    let h = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30
    let l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7
    let m = (a + 11 * h + 22 * l) / 451
    let month = (h + l - 7 * m + 114) / 31
    return LocalTime.dayNumber(year, month, (h + l - 7 * m + 114) % 31 + 1)
  }
}

extension Holiday {
  /// What the Spanish-speaking world celebrates, by the calendar.
  static let all: [Holiday] = [
    Holiday("año nuevo|ano nuevo|primero de año", .fixed(1, 1)),
    Holiday("~reyes|reyes magos|noche de reyes|epifania|dia de reyes", .fixed(1, 6)),
    Holiday("candelaria", .fixed(2, 2)),
    Holiday(
      "san valentin|+los enamorados|+el amor y la amistad|+la amistad", .fixed(2, 14), ["CO": .nth(3, 6, month: 9)]),
    Holiday("carnaval|~carnavales", .easter(-50, days: 5)),
    Holiday("martes de carnaval", .easter(-47)), Holiday("miercoles de ceniza", .easter(-46)),
    Holiday("+la mujer|+la mujer trabajadora", .fixed(3, 8)),
    Holiday("san patricio", .fixed(3, 17)), Holiday("san jose", .fixed(3, 19)),
    Holiday(
      "+el padre|+los padres|+papa", .nth(3, 7, month: 6),
      ["ES": .fixed(3, 19), "BO": .fixed(3, 19), "HN": .fixed(3, 19), "UY": .nth(2, 7, month: 7)]),
    Holiday("inocentes de abril|+las bromas|+los inocentes de abril", .fixed(4, 1)),
    Holiday("domingo de ramos|+ramos", .easter(-7)), Holiday("lunes santo", .easter(-6)),
    Holiday("martes santo", .easter(-5)), Holiday("miercoles santo", .easter(-4)),
    Holiday("jueves santo", .easter(-3)), Holiday("viernes santo", .easter(-2)),
    Holiday("sabado santo|sabado de gloria", .easter(-1)),
    Holiday("domingo de resurreccion|domingo de pascua|~pascua|pascua de resurreccion", .easter(0)),
    Holiday("lunes de pascua|lunes de resurreccion", .easter(1)),
    Holiday("semana santa", .easter(-7, days: 8)),
    Holiday("corpus christi|jueves de corpus", .easter(60)), Holiday("pentecostes", .easter(49)),
    Holiday("san jordi|sant jordi|+el libro", .fixed(4, 23)),
    Holiday("+la tierra", .fixed(4, 22)),
    Holiday("+el trabajo|+el trabajador|+los trabajadores", .fixed(5, 1)),
    Holiday("puente de mayo", .bridge(month: 5, 1, 1)),
    Holiday(
      "+la madre|+las madres|+mama", .nth(2, 7, month: 5),
      [
        "ES": .nth(1, 7, month: 5), "MX": .fixed(5, 10), "GT": .fixed(5, 10), "SV": .fixed(5, 10),
        "AR": .nth(3, 7, month: 10), "BO": .fixed(5, 27), "CR": .fixed(8, 15), "PA": .fixed(12, 8),
        "PY": .fixed(5, 15), "DO": .nth(-1, 7, month: 5), "NI": .fixed(5, 30),
      ]),
    Holiday("san isidro", .fixed(5, 15)),
    Holiday(
      "+el niño|+los niños", .fixed(11, 20),
      ["MX": .fixed(4, 30), "AR": .nth(3, 7, month: 8), "CO": .nth(-1, 6, month: 4)]),
    Holiday("+el medio ambiente", .fixed(6, 5)),
    Holiday("noche de san juan", .fixed(6, 23)), Holiday("san juan", .fixed(6, 24)),
    Holiday("+el orgullo", .fixed(6, 28)), Holiday("san fermin|sanfermines", .fixed(7, 7)),
    Holiday("+santiago", .fixed(7, 25)), Holiday("+los abuelos", .fixed(7, 26)),
    Holiday("~asuncion|virgen de agosto|~ferragosto", .fixed(8, 15)),
    Holiday(
      "+la independencia|fiestas patrias|~grito de dolores", .fixed(7, 4),
      [
        "MX": .fixed(9, 16), "AR": .fixed(7, 9), "CO": .fixed(7, 20), "PE": .fixed(7, 28), "CL": .fixed(9, 18),
        "EC": .fixed(8, 10), "BO": .fixed(8, 6), "UY": .fixed(8, 25), "PY": .fixed(5, 14), "VE": .fixed(7, 5),
      ]),
    Holiday("~diada", .fixed(9, 11)),
    Holiday("~hispanidad|+la hispanidad|+la raza|+el pilar|~pilar|+colon", .fixed(10, 12)),
    Holiday("puente del pilar|puente de octubre", .bridge(month: 10, 12, 12)),
    Holiday("halloween|noche de brujas", .fixed(10, 31)),
    Holiday("todos los santos|+todos los santos|+los santos", .fixed(11, 1)),
    Holiday("puente de noviembre|puente de todos los santos", .bridge(month: 11, 1, 1)),
    Holiday("+los muertos|+los difuntos|+los fieles difuntos", .fixed(11, 2)),
    Holiday("+el soltero|+los solteros|singles day", .fixed(11, 11)),
    Holiday("+la prematuridad mundial|+la prematuridad", .fixed(11, 17)),
    Holiday("accion de gracias|thanksgiving", .nth(4, 4, month: 11)),
    Holiday("black friday|viernes negro|blackfriday", .nth(4, 4, month: 11, plus: 1)),
    Holiday("cyber monday|ciber monday|cybermonday|lunes cibernetico|ciber lunes", .nth(4, 4, month: 11, plus: 4)),
    Holiday("+la constitucion|~constitucion", .fixed(12, 6), ["MX": .nth(1, 1, month: 2)]),
    Holiday("~inmaculada|+la inmaculada concepcion|inmaculada concepcion", .fixed(12, 8)),
    Holiday("puente de diciembre|puente de la constitucion|puente de la inmaculada", .bridge(month: 12, 6, 8)),
    Holiday("virgen de guadalupe", .fixed(12, 12)),
    Holiday("+los derechos humanos", .fixed(12, 10)),
    Holiday("nochebuena|noche buena", .fixed(12, 24)),
    Holiday("navidad|dia de navidad|natividad", .fixed(12, 25)),
    Holiday("navidades|~fiestas navideñas", .stretch(12, 24, days: 14)),
    Holiday("san esteban", .fixed(12, 26)),
    Holiday("+los inocentes|+los santos inocentes|santos inocentes", .fixed(12, 28)),
    Holiday("nochevieja|noche vieja|año viejo|ano viejo|fin de año|san silvestre", .fixed(12, 31)),
  ]
}
