import Foundation
import Spanish
import TextAnalysis

/// The recognisers of all kinds together, without segmentation: the unit in which the peers of `entities.md` were measured.
enum EntityBench {
  /// Sentences as customers write them, one of each family of rules, for where no file of cases is at hand.
  private static let builtIn = [
    "lo pedí el martes pasado y me llega el 12 de mayo por la tarde",
    "me cobraron 1.234,56 € en vez de 20 euros con 50",
    "mi pedido es el 402-1234567-1234567 y mi teléfono el 600 11 22 33", "quiero devolver dos de los tres cargadores",
    "¿podéis entregarlo entre el 3 y el 5 de junio de 9 a 14 h?", "hace quince días que espero", "gracias, un momento",
    "mi correo es ana@example.com", "trescientos cuarenta y siete con quinientos doce por ciento",
    "la web https://example.com/pago?id=3 me pide la tarjeta", "llega en 24/48 horas laborables", "hola, ¿qué tal?",
  ]

  /// What a hostile customer may paste: each piece is repeated to 2,000 characters.
  private static let hostile = [
    "mil ", "1 ", "12-", "1.234 ", "x1", "½", "3.", "de 3 a ", "entre el 3 y ", "el martes o ", "treinta y ", "600 ",
    "402-1234567-", "1€", "a@", "la semana del ", "uno sobre ", "cientocincoavos ", "hace ", "navidad ",
  ]

  /// Stages for the sentences in the JSON lines of `path` (`text`, `reference_time`), or the built-in ones if it cannot be
  /// read, and for each hostile text of 2,000 characters.
  static func measurements(path: String?, rounds: Int) throws -> [Measurement] {
    let recognizer = try EntityRecognizer(orderNumberPattern: #"\d{3}-\d{7}-\d{7}"#)
    let analyzer = try TextAnalyzer()
    let cases = path.flatMap { try? sentences(path: $0) } ?? builtIn.map { ($0, LocalTime(2026, 3, 10, 10)) }
    let texts = cases.map { (text: analyzer.analyze($0.0), context: RecognitionContext(now: $0.1)) }
    let long = hostile.map { analyzer.analyze(String(String(repeating: $0, count: 2_000).prefix(2_000))) }
    var kept = 0
    let stages = [
      try Measurement("entities of a sentence", count: texts.count * rounds) {
        let (text, context) = texts[$0 % texts.count]
        kept &+= recognizer.entities(in: text, context: context).count
      },
      try Measurement("entities of 2,000 hostile characters", count: long.count * rounds) {
        let context = RecognitionContext(now: LocalTime(2026, 3, 10, 10))
        kept &+= recognizer.entities(in: long[$0 % long.count], context: context).count
      },
    ]
    // The sum is used, so that no stage may be optimized away.
    if kept == .min { print(kept) }
    return stages
  }

  private static func sentences(path: String) throws -> [(String, LocalTime)] {
    struct Case: Decodable {
      var text: String
      var reference_time: String?
    }
    let lines = try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n")
    return try lines.map { line in
      let read = try JSONDecoder().decode(Case.self, from: Data(line.utf8))
      return (read.text, read.reference_time.flatMap { LocalTime($0) } ?? LocalTime(2026, 3, 10, 10))
    }
  }
}
