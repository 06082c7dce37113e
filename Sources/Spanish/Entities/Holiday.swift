/// Days that people name instead of dating, with the rule that finds them in a year.
enum Holiday: UInt8, CaseIterable, Sendable {
  case none, navidad, nochebuena, nochevieja, reyes, sanValentin, halloween, santos, hispanidad
  // Named by more than one word; recognised by `EntityScan.holiday`.
  case newYear, blackFriday, cyberMonday, easterWeek, goodFriday, mothersDay, fathersDay, innocents, labourDay

  /// The single word that names it, if one does.
  var word: String {
    switch self {
    case .navidad: "navidad navidades"
    case .nochebuena: "nochebuena"
    case .nochevieja: "nochevieja"
    case .reyes: "reyes"
    case .halloween: "halloween"
    default: ""
    }
  }

  /// Its first day in `year` and how many days it lasts.
  func days(in year: Int, country: String) -> (first: Int, count: Int) {
    func fixed(_ month: Int, _ day: Int) -> (Int, Int) { (LocalTime.dayNumber(year, month, day), 1) }
    switch self {
    case .none, .newYear: return fixed(1, 1)
    case .reyes: return fixed(1, 6)
    case .sanValentin: return fixed(2, 14)
    case .fathersDay: return country == "ES" ? fixed(3, 19) : (Self.nth(3, weekday: 7, month: 6, year), 1)
    case .labourDay: return fixed(5, 1)
    case .mothersDay: return country == "ES" ? (Self.nth(1, weekday: 7, month: 5, year), 1) : fixed(5, 10)
    case .hispanidad: return fixed(10, 12)
    case .halloween: return fixed(10, 31)
    case .santos: return fixed(11, 1)
    case .blackFriday: return (Self.nth(4, weekday: 4, month: 11, year) + 1, 1)
    case .cyberMonday: return (Self.nth(4, weekday: 4, month: 11, year) + 4, 1)
    case .nochebuena: return fixed(12, 24)
    case .navidad: return fixed(12, 25)
    case .innocents: return fixed(12, 28)
    case .nochevieja: return fixed(12, 31)
    case .easterWeek: return (Self.easter(year) - 7, 8)
    case .goodFriday: return (Self.easter(year) - 2, 1)
    }
  }

  /// The day number of the `n`th `weekday` of a month.
  static func nth(_ n: Int, weekday: Int, month: Int, _ year: Int) -> Int {
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
