import Spanish
import Testing
import TextAnalysis

@Suite("Dates, seen from Tuesday 10 March 2026, 10:00")
struct EntitiesDateTests {
  @Test(
    "days",
    arguments: [
      ("hoy", "2026-03-10…2026-03-11"), ("ayer", "2026-03-09…2026-03-10"), ("anteayer", "2026-03-08…2026-03-09"),
      ("antes de ayer", "2026-03-08…2026-03-09"), ("mañana", "2026-03-11…2026-03-12"),
      ("pasado mañana", "2026-03-12…2026-03-13"), ("el martes que viene", "2026-03-17…2026-03-18"),
      ("el proximo viernes", "2026-03-13…2026-03-14"), ("el martes pasado", "2026-03-03…2026-03-04"),
      ("lo pedi el lunes", "2026-03-09…2026-03-10"), ("me llega el lunes", "2026-03-16…2026-03-17"),
      ("lo compré el 12", "2026-02-12…2026-02-13"), ("me llega el 12", "2026-03-12…2026-03-13"),
      ("el 12 de marzo", "2026-03-12…2026-03-13"), ("el 12 de marzo de 2025", "2025-03-12…2025-03-13"),
      ("12/03", "2026-03-12…2026-03-13"), ("12/03/2025", "2025-03-12…2025-03-13"),
      ("2026-03-12", "2026-03-12…2026-03-13"),
      ("3-may-2025", "2025-05-03…2025-05-04"), ("1º de mayo", "2026-05-01…2026-05-02"),
      ("el tres de mayo", "2026-05-03…2026-05-04"), ("hace tres dias", "2026-03-07…2026-03-08"),
      ("hace quince días", "2026-02-24…2026-02-25"), ("hace 15 días", "2026-02-23…2026-02-24"),
      ("hace una semana", "2026-03-03…2026-03-04"),
      ("hace un mes", "2026-02-10…2026-02-11"), ("hace un par de días", "2026-03-08…2026-03-09"),
      ("dentro de 3 días", "2026-03-13…2026-03-14"), ("de hoy en ocho", "2026-03-17…2026-03-18"),
      ("nochevieja", "2026-12-31…2027-01-01"), ("el black friday de 2025", "2025-11-28…2025-11-29"),
      ("el martes 10 de marzo", "2026-03-10…2026-03-11"),
    ])
  func day(phrase: String, interval: String) throws { #expect(try Entities.lines(phrase) == ["datetime " + interval]) }

  @Test(
    "periods and ranges",
    arguments: [
      ("la semana pasada", "2026-03-02…2026-03-09"), ("la semana que viene", "2026-03-16…2026-03-23"),
      ("este mes", "2026-03-01…2026-04-01"), ("el mes pasado", "2026-02-01…2026-03-01"),
      ("el año pasado", "2025-01-01…2026-01-01"), ("lo compré en febrero", "2026-02-01…2026-03-01"),
      ("a finales de mes", "2026-03-21…2026-04-01"), ("a mediados de junio", "2026-06-11…2026-06-21"),
      ("del 3 al 5 de mayo", "2026-05-03…2026-05-06"), ("entre el 3 y el 5 de mayo", "2026-05-03…2026-05-06"),
      ("del 28 de mayo al 2 de junio", "2026-05-28…2026-06-03"), ("desde el 6 de marzo", "2026-03-06…"),
      ("hasta el 20", "…2026-03-21"), ("antes del viernes", "…2026-03-13"), ("desde hace tres días", "2026-03-07…"),
      ("el primer trimestre de 2025", "2025-01-01…2025-04-01"),
    ])
  func interval(phrase: String, interval: String) throws {
    #expect(try Entities.lines(phrase) == ["datetime " + interval])
  }

  @Test(
    "clock",
    arguments: [
      ("a las 5", "17:00"), ("las 5 y media", "17:30"), ("15:30", "15:30"), ("tres menos cuarto", "14:45"),
      ("a las 9 y cuarto de la mañana", "9:15"), ("cuarto para las tres", "14:45"), ("a las 17h", "17:00"),
      ("5 pm", "17:00"), ("de 9 a 14 h", "9:00…14:00"), ("entre las 10 y las 12", "10:00…12:00"),
      ("por la tarde", "14:00…20:00"), ("mañana a las 9:15", "2026-03-11T09:15…2026-03-11T09:16"),
      ("el viernes por la tarde", "2026-03-13T14:00…2026-03-13T20:00"),
      ("el viernes de 9 a 14h", "2026-03-13T09:00…2026-03-13T14:00"),
    ])
  func clock(phrase: String, value: String) throws { #expect(try Entities.lines(phrase) == ["datetime " + value]) }

  @Test("three dates in one complaint")
  func complaint() throws {
    let text = """
      El pedido 402-1234567-1234567 con fecha 1 de marzo de entrega estimada el 5 de marzo no ha llegado y el estado no \
      se ha actualizado desde el 6 de marzo
      """
    #expect(
      try Entities.lines(text) == [
        "order_number 402-1234567-1234567", "datetime 2026-03-01…2026-03-02", "datetime 2026-03-05…2026-03-06",
        "datetime 2026-03-06…",
      ])
  }

  @Test("the dialogue's side wins") func preference() throws {
    #expect(try Entities.lines("el 15", preference: .past) == ["datetime 2026-02-15…2026-02-16"])
    #expect(try Entities.lines("el 5", preference: .future) == ["datetime 2026-04-05…2026-04-06"])
  }

  @Test(
    "not dates",
    arguments: [
      "me llamo Abril García", "soy Domingo Pérez", "un momento", "dame un segundo", "4/5 estrellas", "versión 1.2.3",
      "talla 42", "uno de los paquetes", "mayor", "el 50 %", "el 3 de los tres", "31/02/2026", "el iPhone 15 Pro",
    ])
  func rejects(phrase: String) throws {
    let dates = try Entities.found(in: phrase).filter { $0.kind == .datetime || $0.kind == .duration }
    #expect(dates.isEmpty, "\(dates.map(Entities.line))")
  }

  @Test("every day of two years, in the usual forms") func everyDay() throws {
    let recognizer = try EntityRecognizer(orderNumberPattern: #"\d{3}-\d{7}-\d{7}"#)
    let analyzer = try TextAnalyzer()
    let context = RecognitionContext(now: Entities.now)
    for day in LocalTime.dayNumber(2025, 1, 1)..<LocalTime.dayNumber(2027, 1, 1) {
      let time = LocalTime(seconds: day * 86_400)
      let (year, month, number) = time.components
      let name = SpanishFormatting.day(LocalTime(year, month, number), now: LocalTime(1990, 1, 1))
      for text in [
        name, "\(number)/\(month)/\(year)", "\(time.description.prefix(10))", "\(number)-\(month)-\(year % 100)",
      ] {
        let found = recognizer.entities(in: analyzer.analyze(text), context: context)
        #expect(
          found.map(\.value) == [.interval(start: time, end: LocalTime(seconds: time.seconds + 86_400), grain: "day")],
          "\(text)")
      }
    }
  }
}
