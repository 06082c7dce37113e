import Spanish
import Testing
import TextAnalysis

@Suite("Clock times, lengths and repetitions, seen from Tuesday 10 March 2026, 10:00")
struct EntitiesClockTests {
  @Test(
    "clock",
    arguments: [
      ("a las 5", "17:00"), ("las 5 y media", "17:30"), ("15:30", "15:30"), ("tres menos cuarto", "14:45"),
      ("a las 9 y cuarto de la mañana", "9:15"), ("cuarto para las tres", "14:45"), ("diez para las ocho", "7:50"),
      ("a las 17h", "17:00"), ("15h30", "15:30"), ("5 pm", "17:00"), ("a las 3 p. m.", "15:00"), ("12 a.m.", "0:00"),
      ("8pm menos cuarto", "19:45"), ("dos y media", "14:30"), ("a las veintidós treinta", "22:30"),
      ("las seis cero dos pm", "18:02"), ("a las 7:56:30 de la tarde", "19:56"), ("a la una", "13:00"),
      ("a las 3 en punto", "15:00"), ("a mediodía", "12:00"), ("a medianoche", "0:00"), ("medio día", "12:00"),
      ("de 9 a 14 h", "9:00…14:00"), ("entre las 10 y las 12", "10:00…12:00"), ("de 9 a 2", "9:00…14:00"),
      ("de las 5 a las 6 de la tarde", "17:00…18:00"), ("entre 9 a 10:30", "9:00…10:30"),
      ("de dos treinta a dos cuarenta y cinco", "14:30…14:45"), ("entre las 4 p.m. y las 5 p.m.", "16:00…17:00"),
      ("por la tarde", "14:00…20:00"), ("a media mañana", "8:00…10:00"), ("a media tarde", "16:00…18:00"),
      ("antes de las 18", "0:00…18:00"), ("antes de las 6 de la tarde", "0:00…18:00"), ("después de las 6", "18:00"),
      ("por las mañanas", "6:00…12:00"), ("al final de la tarde", "18:00…20:00"),
      ("a última hora de la tarde", "18:00…20:00"), ("de madrugada", "0:00…6:00"),
    ])
  func clock(phrase: String, value: String) throws { #expect(try Entities.lines(phrase) == ["datetime " + value]) }

  @Test(
    "a repetition and its clock",
    arguments: [
      ("todos los días a las 9", ["set P1D", "datetime 9:00"]), ("cada lunes a las 10", ["set P1W", "datetime 10:00"]),
      ("a las 9 todos los días", ["datetime 9:00", "set P1D"]),
    ])
  func repeatedClock(phrase: String, lines: [String]) throws { #expect(try Entities.lines(phrase) == lines) }

  @Test(
    "clocks of days",
    arguments: [
      ("mañana a las 9:15", "2026-03-11T09:15…2026-03-11T09:16"),
      ("el viernes por la tarde", "2026-03-13T14:00…2026-03-13T20:00"),
      ("el viernes de 9 a 14h", "2026-03-13T09:00…2026-03-13T14:00"),
      ("a las 5 del viernes", "2026-03-13T17:00…2026-03-13T17:01"),
      ("entre las 10 y las 12 del viernes", "2026-03-13T10:00…2026-03-13T12:00"),
      ("8:30 p.m. hoy", "2026-03-10T20:30…2026-03-10T20:31"), ("hoy a las 8", "2026-03-10T20:00…2026-03-10T20:01"),
      ("anoche a las 11", "2026-03-09T23:00…2026-03-09T23:01"), ("anoche a las 2", "2026-03-10T02:00…2026-03-10T02:01"),
      ("a las diez esta noche", "2026-03-10T22:00…2026-03-10T22:01"),
      ("hoy a las 12 de la noche", "2026-03-11…2026-03-11T00:01"),
      ("la tarde del viernes", "2026-03-13T14:00…2026-03-13T20:00"),
      ("al mediodía de hoy", "2026-03-10T12:00…2026-03-10T12:01"),
      ("el viernes después de las 5", "2026-03-13T17:00…2026-03-14"),
      ("mañana antes de las 12", "2026-03-11…2026-03-11T12:00"),
      ("2026-03-12T10:20:00", "2026-03-12T10:20…2026-03-12T10:21"),
      ("el 12 de marzo de 2026, a las 17:30 h", "2026-03-12T17:30…2026-03-12T17:31"),
      ("mañana temprano", "2026-03-11T06:00…2026-03-11T12:00"),
      ("desde hoy a las 18:00 hasta mañana a las 9:00", "2026-03-10T18:00…2026-03-11T09:00"),
    ])
  func ofDays(phrase: String, value: String) throws { #expect(try Entities.lines(phrase) == ["datetime " + value]) }

  @Test(
    "lengths, in seconds",
    arguments: [
      ("3 días", 259_200), ("media hora", 1_800), ("hora y media", 5_400), ("hora y cuarto", 4_500),
      ("tres cuartos de hora", 2_700), ("mes y medio", 3_888_000), ("un par de días", 172_800), ("48h", 172_800),
      ("24/48 horas", 172_800), ("de 3 a 5 días hábiles", 432_000), ("3-5 días laborables", 432_000),
      ("2 horas y 30 minutos", 9_000), ("1 hora, 5 minutos y 10 segundos", 3_910), ("año y medio", 47_304_000),
      ("dos fines de semana", 345_600), ("tres noches", 259_200), ("una quincena", 1_296_000),
      ("todo el día", 86_400), ("unas horas", 10_800), ("dos décadas", 630_720_000),
    ])
  func length(phrase: String, seconds: Int) throws { #expect(try Entities.lines(phrase) == ["duration \(seconds)"]) }

  @Test(
    "repetitions",
    arguments: [
      ("cada semana", "P1W"), ("cada dos semanas", "P2W"), ("cada 8 horas", "PT8H"), ("todos los lunes", "P1W"),
      ("todos los días", "P1D"), ("todas las semanas", "P1W"), ("diariamente", "P1D"), ("a diario", "P1D"),
      ("semanalmente", "P1W"), ("quincenal", "P15D"), ("mensual", "P1M"), ("bimestral", "P2M"), ("trimestral", "P3M"),
      ("semestral", "P6M"), ("anualmente", "P1Y"), ("dos veces al mes", "P1M"), ("una vez a la semana", "P1W"),
      ("los martes y jueves", "P1W"), ("cada fin de semana", "P1W"), ("cada Navidad", "P1Y"), ("los sábados", "P1W"),
      ("cada quincena", "P15D"),
    ])
  func repetition(phrase: String, period: String) throws { #expect(try Entities.lines(phrase) == ["set " + period]) }

  @Test(
    "not repetitions", arguments: ["cada paquete", "todos los pedidos", "un diario", "una vez", "por año", "a veces"])
  func rejects(phrase: String) throws {
    #expect(try Entities.found(in: phrase).filter { $0.kind == .set }.isEmpty)
  }
}
