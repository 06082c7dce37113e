import Foundation
import Spanish
import Testing

@Suite("Formatting")
struct FormattingTests {
  let now = LocalTime(2026, 3, 10, 10, 0)

  @Test(arguments: [
    ("12.99", "12,99 €"), ("1249.5", "1.249,50 €"), ("0", "0,00 €"), ("-3", "-3,00 €"), ("0.005", "0,01 €"),
  ])
  func money(amount: String, text: String) throws {
    #expect(SpanishFormatting.money(try #require(Decimal(string: amount)), currency: "EUR") == text)
  }

  @Test(arguments: [("1234.5", "1.234,5"), ("7", "7"), ("-1000000", "-1.000.000")])
  func number(value: String, text: String) throws {
    #expect(SpanishFormatting.number(try #require(Decimal(string: value))) == text)
  }

  @Test(arguments: [
    ("2026-03-10", "hoy"), ("2026-03-09", "ayer"), ("2026-03-11", "mañana"), ("2026-03-17", "el martes 17 de marzo"),
    ("2025-12-31", "el 31 de diciembre de 2025"),
  ])
  func day(date: String, text: String) throws {
    #expect(SpanishFormatting.day(try #require(LocalTime(date)), now: now) == text)
  }

  @Test(arguments: [
    ([], ""), (["a"], "a"), (["a", "b"], "a y b"), (["a", "b", "c"], "a, b y c"), (["Juan", "Inés"], "Juan e Inés"),
    (["padre", "hijo"], "padre e hijo"), (["agua", "hielo"], "agua y hielo"), (["tú", "yo"], "tú y yo"),
  ])
  func list(items: [String], text: String) { #expect(SpanishFormatting.list(items) == text) }

  @Test(arguments: [
    (0, "ahora mismo"), (15, "hace 15 minutos"), (60, "hace una hora"), (180, "hace 3 horas"),
    (4_320, "hace 3 días"), (-30, "dentro de 30 minutos"),
  ])
  func relative(minutes: Int, text: String) { #expect(SpanishFormatting.relative(minutes: minutes) == text) }

  @Test func values() {
    let start = LocalTime(2026, 5, 3)
    #expect(
      SpanishFormatting.format(.interval(start: start, end: LocalTime(2026, 5, 6), grain: "day"), now: now)
        == "del 3 al 5 de mayo")
    #expect(
      SpanishFormatting.format(.interval(start: nil, end: LocalTime(2026, 3, 21), grain: "day"), now: now)
        == "hasta el viernes 20 de marzo")
    #expect(
      SpanishFormatting.format(.interval(start: LocalTime(2026, 3, 6), end: nil, grain: "day"), now: now)
        == "desde el viernes 6 de marzo")
    #expect(
      SpanishFormatting.format(
        .interval(start: LocalTime(2026, 3, 1), end: LocalTime(2026, 4, 1), grain: "month"), now: now) == "marzo")
    #expect(
      SpanishFormatting.format(
        .list([.record(["nombre": .text("Funda")]), .record(["label": .text("Imán")])]), now: now) == "Funda e Imán")
    #expect(SpanishFormatting.format(.timeOfDay(start: 37_800, end: nil), now: now) == "10:30")
    #expect(SpanishFormatting.format(.duration(seconds: 900, grain: "minute", count: 15), now: now) == "15 minutos")
    #expect(
      SpanishFormatting.format(.interval(start: LocalTime(2026, 3, 11, 1, 15), end: nil, grain: "minute"), now: now)
        == "mañana a la 1:15")
  }
}
