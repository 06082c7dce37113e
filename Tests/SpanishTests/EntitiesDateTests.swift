import Spanish
import Testing
import TextAnalysis

/// Rows are what people type and the value that must come out, alone. Seen from Tuesday 10 March 2026, 10:00.
@Suite("Dates, seen from Tuesday 10 March 2026, 10:00")
struct EntitiesDateTests {
  @Test(
    "named from today",
    arguments: [
      ("hoy", "2026-03-10…2026-03-11"), ("ayer", "2026-03-09…2026-03-10"), ("anteayer", "2026-03-08…2026-03-09"),
      ("antier", "2026-03-08…2026-03-09"), ("antes de ayer", "2026-03-08…2026-03-09"),
      ("mañana", "2026-03-11…2026-03-12"), ("pasado mañana", "2026-03-12…2026-03-13"),
      ("hoy viernes", "2026-03-10…2026-03-11"), ("el día de mañana", "2026-03-11…2026-03-12"),
      ("hoy mismo", "2026-03-10…2026-03-11"), ("de hoy en ocho", "2026-03-17…2026-03-18"),
      ("martes en ocho", "2026-03-24…2026-03-25"), ("al día siguiente", "2026-03-11…2026-03-12"),
      ("ahora mismo", "2026-03-10T10:00…2026-03-10T10:00"), ("en este momento", "2026-03-10T10:00…2026-03-10T10:00"),
    ])
  func named(phrase: String, interval: String) throws { try expect(phrase, interval) }

  @Test(
    "of the calendar",
    arguments: [
      ("el 12 de marzo", "2026-03-12…2026-03-13"), ("el 12 de marzo de 2025", "2025-03-12…2025-03-13"),
      ("12 de marzo del 25", "2025-03-12…2025-03-13"), ("el doce de marzo", "2026-03-12…2026-03-13"),
      ("12/03", "2026-03-12…2026-03-13"), ("12/03/2025", "2025-03-12…2025-03-13"),
      ("12.3.2025", "2025-03-12…2025-03-13"), ("12-3-25", "2025-03-12…2025-03-13"),
      ("2026-03-12", "2026-03-12…2026-03-13"), ("2026/03/12", "2026-03-12…2026-03-13"),
      ("3-may-2025", "2025-05-03…2025-05-04"), ("1º de mayo", "2026-05-01…2026-05-02"),
      ("el primero de mayo", "2026-05-01…2026-05-02"), ("3 ene 2025", "2025-01-03…2025-01-04"),
      ("01/agosto/2019", "2019-08-01…2019-08-02"), ("mayo 5 del 2013", "2013-05-05…2013-05-06"),
      ("sep-23-2020", "2020-09-23…2020-09-24"), ("el 3 del 4", "2026-04-03…2026-04-04"),
      ("el 5 del mes que viene", "2026-04-05…2026-04-06"), ("el 3 de mayo del año pasado", "2025-05-03…2025-05-04"),
      ("el próximo 5 de abril", "2026-04-05…2026-04-06"), ("el pasado día 3", "2026-03-03…2026-03-04"),
      ("mayo", "2026-05-01…2026-06-01"), ("en mayo del año pasado", "2025-05-01…2025-06-01"),
      ("12/2015", "2015-12-01…2016-01-01"), ("en 2019", "2019-01-01…2020-01-01"),
      ("los años 90", "1990-01-01…2000-01-01"), ("siglo XXI", "2001-01-01…2101-01-01"),
      ("29 de febrero de 2024", "2024-02-29…2024-03-01"), ("29/2", "2028-02-29…2028-03-01"),
      ("caducidad 12/27", "2027-12-01…2028-01-01"), ("caduca el 09/28", "2028-09-01…2028-10-01"),
      ("vence el 12/05", "2026-05-12…2026-05-13"), ("el 12/27", "2025-12-27…2025-12-28"),
    ])
  func calendar(phrase: String, interval: String) throws { try expect(phrase, interval) }

  @Test(
    "weekdays",
    arguments: [
      ("el martes que viene", "2026-03-17…2026-03-18"), ("el proximo viernes", "2026-03-13…2026-03-14"),
      ("el martes pasado", "2026-03-03…2026-03-04"), ("el viernes anterior", "2026-03-06…2026-03-07"),
      ("el jueves de la semana que viene", "2026-03-19…2026-03-20"), ("lunes de esta semana", "2026-03-09…2026-03-10"),
      ("la semana pasada el martes", "2026-03-03…2026-03-04"), ("viernes 13", "2026-03-13…2026-03-14"),
      ("martes el día 17", "2026-03-17…2026-03-18"), ("el martes 10 de marzo", "2026-03-10…2026-03-11"),
      ("vie. 13 mar", "2026-03-13…2026-03-14"), ("el primer lunes de mayo", "2026-05-04…2026-05-05"),
      ("el último viernes del mes", "2026-03-27…2026-03-28"), ("hace dos sábados", "2026-02-28…2026-03-01"),
      ("el jueves o el viernes", "2026-03-12…2026-03-14"), ("este fin de semana", "2026-03-14…2026-03-16"),
      ("el finde pasado", "2026-03-07…2026-03-09"),
    ])
  func weekday(phrase: String, interval: String) throws { try expect(phrase, interval) }

  @Test(
    "the side of a date that does not say it",
    arguments: [
      ("lo pedi el lunes", "2026-03-09…2026-03-10"), ("me llega el lunes", "2026-03-16…2026-03-17"),
      ("lo regalé el martes", "2026-03-03…2026-03-04"), ("lo cambiaré el martes", "2026-03-17…2026-03-18"),
      ("avisaron el jueves", "2026-03-05…2026-03-06"), ("compra del 5", "2026-03-05…2026-03-06"),
      ("lo compré el 12", "2026-02-12…2026-02-13"),
      ("me llega el 12", "2026-03-12…2026-03-13"), ("lo compré en febrero", "2026-02-01…2026-03-01"),
      ("¿cuándo llega mi pedido del 3 de marzo?", "2026-03-03…2026-03-04"),
      ("llegará el 3 de marzo", "2026-03-03…2026-03-04"), ("llevo esperando desde el lunes", "2026-03-09…"),
    ])
  func side(phrase: String, interval: String) throws { try expect(phrase, interval) }

  @Test("the dialogue's side wins") func preference() throws {
    #expect(try Entities.lines("el 15", preference: .past) == ["datetime 2026-02-15…2026-02-16"])
    #expect(try Entities.lines("el 5", preference: .future) == ["datetime 2026-04-05…2026-04-06"])
    #expect(try Entities.lines("el 3 de marzo", preference: .future) == ["datetime 2027-03-03…2027-03-04"])
  }

  @Test(
    "other readings, best first",
    arguments: [
      ("hace quince días", ["2026-02-24…2026-02-25", "2026-02-23…2026-02-24"]),
      ("el viernes que viene", ["2026-03-13…2026-03-14", "2026-03-20…2026-03-21"]),
      ("el viernes", ["2026-03-13…2026-03-14", "2026-03-06…2026-03-07"]),
      ("mañana a las 9", ["2026-03-11T09:00…2026-03-11T09:01", "2026-03-11T21:00…2026-03-11T21:01"]),
      ("los últimos 2 meses", ["2026-01-10…2026-03-10", "2026-01-01…2026-03-01"]),
    ])
  func alternatives(phrase: String, intervals: [String]) throws {
    let entity = try #require(try Entities.found(in: phrase).first)
    let readings = ([entity.value] + entity.alternatives).map { value in
      var copy = entity
      copy.value = value
      return Entities.line(copy).replacing("datetime ", with: "")
    }
    #expect(readings == intervals)
  }

  @Test(
    "counted from a day",
    arguments: [
      ("hace tres dias", "2026-03-07…2026-03-08"), ("hace 15 días", "2026-02-23…2026-02-24"),
      ("hace una semana", "2026-03-03…2026-03-04"), ("hace un mes", "2026-02-10…2026-02-11"),
      ("hace un par de días", "2026-03-08…2026-03-09"), ("hace unos días", "2026-03-07…2026-03-08"),
      ("hace un rato", "2026-03-10T09:00…2026-03-10T10:00"), ("hace más de un mes", "…2026-02-10"),
      ("dentro de 3 días", "2026-03-13…2026-03-14"),
      ("dentro de 48 horas", "2026-03-12T10:00…2026-03-12T10:01"),
      ("en media hora", "2026-03-10T10:30…2026-03-10T10:31"),
      ("dos días después de Navidad", "2026-12-27…2026-12-28"), ("el día después de mañana", "2026-03-12…2026-03-13"),
      ("tres días antes del viernes", "2026-03-10…2026-03-11"), ("la víspera de Reyes", "2027-01-05…2027-01-06"),
      ("2 días a partir de ahora", "2026-03-12…2026-03-13"), ("de aquí a un mes", "2026-04-10…2026-04-11"),
      ("los próximos 3 días", "2026-03-11…2026-03-14"), ("los últimos 3 días", "2026-03-07…2026-03-10"),
      ("tres meses que vienen", "2026-04-01…2026-07-01"), ("hace un mes y medio", "2026-01-26…2026-01-27"),
    ])
  func counted(phrase: String, interval: String) throws { try expect(phrase, interval) }

  @Test(
    "periods",
    arguments: [
      ("la semana pasada", "2026-03-02…2026-03-09"), ("la semana que viene", "2026-03-16…2026-03-23"),
      ("este mes", "2026-03-01…2026-04-01"), ("el mes pasado", "2026-02-01…2026-03-01"),
      ("el año pasado", "2025-01-01…2026-01-01"), ("el próximo trimestre", "2026-04-01…2026-07-01"),
      ("la próxima década", "2030-01-01…2040-01-01"), ("la semana del 12 de mayo", "2026-05-11…2026-05-18"),
      ("la semana después de la próxima", "2026-03-23…2026-03-30"), ("semana 20", "2026-05-11…2026-05-18"),
      ("a finales de mes", "2026-03-21…2026-04-01"), ("a mediados de junio", "2026-06-11…2026-06-21"),
      ("a primeros de abril", "2026-04-01…2026-04-11"), ("finales de 2000", "2000-09-01…2001-01-01"),
      ("el resto de la semana", "2026-03-10…2026-03-16"), ("en lo que va de año", "2026-01-01…2026-03-11"),
      ("el primer trimestre de 2025", "2025-01-01…2025-04-01"), ("3º trimestre 2020", "2020-07-01…2020-10-01"),
      ("2019 t1", "2019-01-01…2019-04-01"), ("segundo semestre de 2019", "2019-07-01…2020-01-01"),
      ("la segunda quincena de agosto", "2026-08-16…2026-09-01"),
      ("la última semana de julio", "2026-07-27…2026-08-03"),
      ("tercer mes de 2021", "2021-03-01…2021-04-01"), ("el último día del mes", "2026-03-31…2026-04-01"),
      ("este verano", "2026-06-21…2026-09-23"), ("el invierno pasado", "2024-12-21…2025-03-21"),
      ("otoño de 2024", "2024-09-23…2024-12-21"),
    ])
  func period(phrase: String, interval: String) throws { try expect(phrase, interval) }

  @Test(
    "ranges and open sides",
    arguments: [
      ("del 3 al 5 de mayo", "2026-05-03…2026-05-06"), ("entre el 3 y el 5 de mayo", "2026-05-03…2026-05-06"),
      ("13 - 15 de julio de 2013", "2013-07-13…2013-07-16"), ("del 28 de mayo al 2 de junio", "2026-05-28…2026-06-03"),
      ("entre el 1 de diciembre y el 4 de febrero", "2025-12-01…2026-02-05"),
      ("de noviembre a febrero de 2017", "2016-11-01…2017-03-01"), ("de 2014 a 2018", "2014-01-01…2019-01-01"),
      ("10/1-11/2/2017", "2017-01-10…2017-02-12"), ("de jueves a sábado", "2026-03-12…2026-03-15"),
      ("desde el 6 de marzo", "2026-03-06…"), ("hasta el 20", "…2026-03-21"), ("antes del viernes", "…2026-03-13"),
      ("después de febrero de 2018", "2018-03-01…"), ("a partir de mañana", "2026-03-11…"),
      ("como muy tarde el jueves", "…2026-03-13"), ("a más tardar mañana", "…2026-03-12"),
      ("2012 o posterior", "2012-01-01…"), ("desde hace tres días", "2026-03-07…"), ("<= 2019", "…2020-01-01"),
      ("entre Navidad y Reyes", "2026-12-25…2027-01-07"), ("de aquí a Navidad", "…2026-12-26"),
    ])
  func range(phrase: String, interval: String) throws { try expect(phrase, interval) }

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

  @Test(
    "not dates",
    arguments: [
      "me llamo Abril García", "soy Domingo Pérez", "me llamo Julio", "un momento", "dame un segundo",
      "espera un segundo",
      "4/5 estrellas", "versión 1.2.3", "talla 42", "talla 3/4", "uno de los paquetes", "mayor", "el 50 %",
      "el 3 de los tres", "31/02/2026", "30 de febrero de 2026", "el iPhone 15 Pro", "buenos días", "buenas tardes",
      "el mar", "un diario", "hay de dos a cuatro personas", "de 1 a 5 estrellas", "32 - 2015", "me da igual",
      "la ropa de verano", "el segundo paquete", "una segunda oportunidad", "más tiempo",
      "mil novecientos noventa", "en total 2000 euros", "media docena", "el último paquete", "no hace falta",
      "este paquete", "calle 2 de Mayo", "avenida 9 de julio", "curso 2025/2026", "la mitad del pedido",
      "el fin del mundo", "el 30 de febrero", "el 31 de abril", "el 30 feb.", "un rato", "espera un rato",
      "el final de la calle",
    ])
  func rejects(phrase: String) throws {
    let dates = try Entities.found(in: phrase).filter { [.datetime, .duration, .set].contains($0.kind) }
    #expect(dates.isEmpty, "\(dates.map(Entities.line))")
  }

  private func expect(_ phrase: String, _ interval: String) throws {
    #expect(try Entities.lines(phrase) == ["datetime " + interval])
  }
}
