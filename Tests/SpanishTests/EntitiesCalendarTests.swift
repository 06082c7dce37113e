import Spanish
import Testing
import TextAnalysis

@Suite("The calendar: feasts, working days, changes of the clock")
struct EntitiesCalendarTests {
  @Test(
    "feasts of 2025, by country",
    arguments: [
      ("nochevieja de 2025", "ES", "2025-12-31"), ("la Nochebuena de 2025", "ES", "2025-12-24"),
      ("navidad 2025", "ES", "2025-12-25"), ("Reyes de 2025", "ES", ""),
      ("el día de Reyes de 2025", "ES", "2025-01-06"),
      ("el black friday de 2025", "ES", "2025-11-28"), ("cyber monday 2025", "ES", "2025-12-01"),
      ("viernes santo de 2025", "ES", "2025-04-18"), ("domingo de ramos de 2025", "ES", "2025-04-13"),
      ("el día de la madre de 2025", "ES", "2025-05-04"), ("el día de la madre de 2025", "MX", "2025-05-10"),
      ("el día de la madre de 2025", "AR", "2025-10-19"), ("el día del padre de 2025", "ES", "2025-03-19"),
      ("el día del padre de 2025", "MX", "2025-06-15"), ("san valentín 2025", "ES", "2025-02-14"),
      ("todos los santos de 2025", "ES", "2025-11-01"), ("el día de la hispanidad de 2025", "ES", "2025-10-12"),
      ("acción de gracias de 2025", "US", "2025-11-27"), ("el día de san patricio 2025", "ES", "2025-03-17"),
      ("la Inmaculada de 2025", "ES", "2025-12-08"), ("el día de la constitución de 2025", "ES", "2025-12-06"),
      ("halloween de 2025", "ES", "2025-10-31"), ("san juan de 2025", "ES", "2025-06-24"),
      ("el día de la independencia de 2025", "MX", "2025-09-16"), ("día de los inocentes de 2025", "ES", "2025-12-28"),
    ])
  func feast(phrase: String, country: String, day: String) throws {
    let found = try Entities.found(in: phrase, country: country).filter { $0.kind == .datetime && $0.rule == "holiday" }
    let days = found.map { Entities.line($0).dropFirst("datetime ".count).prefix(10) }
    #expect(days == (day.isEmpty ? [] : [day[...]]))
  }

  /// From the tables of the Astronomical Applications Department, US Naval Observatory.
  @Test(
    "Easter",
    arguments: [
      "2000-04-23", "2008-03-23", "2011-04-24", "2019-04-21", "2024-03-31", "2025-04-20", "2026-04-05", "2027-03-28",
      "2038-04-25", "2049-04-18",
    ])
  func easter(day: String) throws {
    let found = try Entities.lines("domingo de resurrección de \(day.prefix(4))")
    #expect(found.map { $0.prefix(19) } == ["datetime \(day)"[...]])
  }

  @Test(
    "bridges",
    arguments: [
      ("puente de mayo de 2025", "2025-05-01…2025-05-05"), ("puente de mayo de 2026", "2026-05-01…2026-05-04"),
      ("puente de mayo de 2029", "2029-04-28…2029-05-02"), ("puente de diciembre de 2026", "2026-12-05…2026-12-09"),
      ("semana santa de 2026", "2026-03-29…2026-04-06"),
    ])
  func stretch(phrase: String, interval: String) throws {
    #expect(try Entities.lines(phrase) == ["datetime " + interval])
  }

  @Test(
    "working days",
    arguments: [
      ("dentro de 3 días laborables", LocalTime(2026, 3, 10), "2026-03-13"),
      ("dentro de 4 días laborables", LocalTime(2026, 3, 10), "2026-03-16"),
      ("en 2 días hábiles", LocalTime(2026, 4, 1), "2026-04-06"),  // Good Friday and a weekend between
      ("hace 2 días laborables", LocalTime(2026, 3, 9), "2026-03-05"),
      ("en 1 día hábil", LocalTime(2026, 12, 24), "2026-12-28"),
      ("dos días hábiles después del 30 de abril", LocalTime(2026, 4, 20), "2026-05-05"),
    ])
  func working(phrase: String, now: LocalTime, day: String) throws {
    #expect(try lines(phrase, RecognitionContext(now: now)).map { $0.prefix(19) } == ["datetime \(day)"[...]])
  }

  @Test("a calendar is content") func ownCalendar() throws {
    let now = LocalTime(2026, 3, 10, 10)
    var calendar = WorkingCalendar.spain
    calendar.restDays = [7]
    calendar.days = [LocalTime(2026, 3, 11).day]
    let context = RecognitionContext(now: now, calendar: calendar)
    #expect(try lines("en 3 días laborables", context) == ["datetime 2026-03-14…2026-03-15"])
    #expect(calendar.isWorking(LocalTime(2026, 3, 14).day))
    #expect(!calendar.isWorking(LocalTime(2026, 3, 11).day))
    #expect(!WorkingCalendar.spain.isWorking(LocalTime(2026, 4, 3).day))
    #expect(WorkingCalendar.spain.isWorking(LocalTime(2026, 4, 2).day))
  }

  @Test(
    "hours across the change of the clock",
    arguments: [
      ("dentro de 24 horas", LocalTime(2026, 3, 28, 12), "2026-03-29T13:00"),
      ("dentro de 24 horas", LocalTime(2026, 10, 24, 12), "2026-10-25T11:00"),
      ("hace 24 horas", LocalTime(2026, 3, 29, 12), "2026-03-28T11:00"),
      ("dentro de 24 horas", LocalTime(2026, 7, 1, 12), "2026-07-02T12:00"),
      ("dentro de un día", LocalTime(2026, 3, 28, 12), "2026-03-29"),
    ])
  func summerTime(phrase: String, now: LocalTime, start: String) throws {
    let found = try lines(phrase, RecognitionContext(now: now))
    #expect(found.map { $0.dropFirst("datetime ".count).prefix(start.count) } == [start[...]])
    let elsewhere = try lines("dentro de 24 horas", RecognitionContext(now: LocalTime(2026, 3, 28, 12), country: "MX"))
    #expect(elsewhere.map { $0.prefix(25) } == ["datetime 2026-03-29T12:00"])
  }

  private func lines(_ text: String, _ context: RecognitionContext) throws -> [String] {
    let recognizer = try EntityRecognizer(orderNumberPattern: #"\d{3}-\d{7}-\d{7}"#)
    return recognizer.entities(in: try TextAnalyzer().analyze(text), context: context).map(Entities.line)
  }
}
