/// The changes of the clock, for lengths in hours that cross one.
package struct CivilZone: Sendable, Hashable {
  /// Seconds east of Greenwich in winter.
  package var standard: Int
  /// Whether the summer time of the European Union holds: from the last Sunday of March to that of October, at 01:00 UTC
  /// (Directive 2000/84/EC).
  package var hasEuropeanSummer: Bool

  package init(standard: Int, hasEuropeanSummer: Bool = false) {
    self.standard = standard
    self.hasEuropeanSummer = hasEuropeanSummer
  }

  package static let madrid = CivilZone(standard: 3_600, hasEuropeanSummer: true)

  /// Spain's; elsewhere one whose clocks never change, in which lengths need no more.
  package static func of(_ country: String) -> CivilZone { country == "ES" ? madrid : CivilZone(standard: 0) }

  /// Whether summer time holds at an instant, in seconds since 1970-01-01T00:00 UTC.
  private func isSummer(utc: Int) -> Bool {
    guard hasEuropeanSummer else { return false }
    let (year, _, _) = LocalTime(seconds: utc).components
    let start = Holiday.nth(-1, weekday: 7, month: 3, year) * 86_400 + 3_600
    let end = Holiday.nth(-1, weekday: 7, month: 10, year) * 86_400 + 3_600
    return utc >= start && utc < end
  }

  /// The wall clock `seconds` of true time after `local`. In the hour that autumn repeats, the first of the two is meant.
  package func adding(_ seconds: Int, to local: Int) -> Int {
    guard hasEuropeanSummer, abs(seconds) < 366 * 86_400 else { return local + seconds }
    var utc = local - standard - 3_600
    if !isSummer(utc: utc) { utc += 3_600 }
    let later = utc + seconds
    return later + standard + (isSummer(utc: later) ? 3_600 : 0)
  }
}
