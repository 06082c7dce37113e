import Spanish
import Testing
import TextAnalysis

@Suite("what small words point at")
struct SpokenReferenceTests {
  @Test(
    "pointing words",
    arguments: [
      ("pues cancélalo", .back), ("era el otro", .other), ("la otra", .other), ("el primero", .place),
      ("los dos", [.place, .all]), ("y también el cargador", .also), ("sí, pero solo la funda", .limit),
      ("no, mejor la funda", .instead), ("perdona, me refería a la mesa", .instead), ("cualquiera", .any),
      ("me da igual", .any), ("déjalo todo", .whole), ("el de siempre", .usual), ("lo mismo con ese", .same),
      ("como tú veas", .any), ("lo que tú digas", .any), ("el que mejor te parezca", .any), ("decide tú", .any),
      ("¿qué me recomiendas?", .advice), ("¿cuál es mejor?", .advice), ("¿tú qué harías?", .advice),
      ("el más reciente", .newest), ("el último que pedí", .newest), ("el más antiguo", .oldest),
    ] as [(String, SpokenReference)])
  func points(text: String, flags: SpokenReference) throws {
    #expect(SpokenReference.read(try TextAnalyzer().analyze(text)).isSuperset(of: flags))
  }

  @Test(
    "words that point at nothing",
    arguments: [
      "quiero cancelar", "mi último pedido", "dos fundas", "el malo", "402-1111111-1111111", "", "ya veo",
    ])
  func pointsNowhere(text: String) throws {
    #expect(SpokenReference.read(try TextAnalyzer().analyze(text)).isEmpty)
  }
}
