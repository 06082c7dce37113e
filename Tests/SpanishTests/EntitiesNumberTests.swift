import Foundation
import Spanish
import Testing
import TextAnalysis

@Suite("Numerals, fractions, ordinals, percentages")
struct EntitiesNumberTests {
  private static let recognizer = try? EntityRecognizer(orderNumberPattern: #"\d{3}-\d{7}-\d{7}"#)

  @Test(
    "numerals in words and digits",
    arguments: [
      ("dos mil millones", "number 2000000000"), ("veintiun billones", "number 21000000000000"),
      ("diez y seis", "number 16"), ("veinte y tres", "number 23"), ("dosmil trescientos", "number 2300"),
      ("cincomil", "number 5000"), ("mil 200", "number 1200"), ("2 mil 500", "number 2500"), ("12 mil", "number 12000"),
      ("22,5 millones", "number 22500000"), ("1200K", "number 1200000"), ("-1,2M", "number -1200000"),
      ("3 docenas", "number 36"), ("docena y media", "number 18"), ("media docena", "number 6"),
      ("un centenar", "number 100"), ("un par", "number 2"), ("millón y medio", "number 1500000"),
      ("medio millón", "number 500000"), ("cero siete", "number 7"), ("coma 5", "number 0.5"),
      ("1 punto cinco", "number 1.5"), ("dos coma cero cinco", "number 2.05"), ("veinte con cincuenta", "number 20.5"),
      ("menos doce", "number -12"), ("- 1.200.000", "number -1200000"), ("-3", "number -3"),
      ("1 414 021 100", "number 1414021100"), ("1'234'567", "number 1234567"), ("1 234,56", "number 1234.56"),
      ("1e10", "number 10000000000"), ("1,5e-3", "number 0.0015"), ("2^10", "number 1024"), ("2^-2", "number 0.25"),
      ("1,1^+3", "number 1.331"), (",77", "number 0.77"), ("01,10", "number 1.1"), ("DOCIENTOS", "number 200"),
    ])
  func cardinals(text: String, line: String) throws { #expect(try Entities.lines(text) == [line]) }

  @Test(
    "fractions",
    arguments: [
      ("tres cuartos", "number 0.75"), ("cinco octavos", "number 0.625"), ("un quinto", "number 0.2"),
      ("veinte quintos", "number 4"), ("un medio", "number 0.5"), ("cinco medios", "number 2.5"),
      ("tres veinteavos", "number 0.15"), ("cinco dieciseisavos", "number 0.3125"), ("siete milésimas", "number 0.007"),
      ("tres diezmilésimos", "number 0.0003"), ("dos quintas partes", "number 0.4"),
      ("diez con un cuarto", "number 10.25"),
      ("cinco y medio", "number 5.5"), ("tres y dos quintos", "number 3.4"),
      ("cinco billones con tres cuartos", "number 5750000000000"),
      ("uno sobre veinte", "number 0.05"), ("½", "number 0.5"), ("2½", "number 2.5"), ("1 4/5", "number 1.8"),
      ("la mitad", "number 0.5"), ("3/4 %", "percent 0.75"), ("un quinto por ciento", "percent 0.2"),
      ("tres cuartos de hora", "duration 2700"),
    ])
  func fractions(text: String, line: String) throws { #expect(try Entities.lines(text) == [line]) }

  @Test("a fraction without finite decimals keeps 36 places") func thirds() throws {
    let found = try Entities.found(in: "dos tercios")
    guard case .number(let value)? = found.first?.value else { throw Missing() }
    #expect(abs(value * 3 - 2) < Decimal(sign: .plus, exponent: -30, significand: 1))
  }

  @Test(
    "ordinals",
    arguments: [
      ("centésimo vigésimo tercero", "ordinal 123"), ("el vigesimotercer paquete", "ordinal 23"),
      ("la decimotercera", "ordinal 13"), ("décimo octavo", "ordinal 18"), ("la onceava vez", "ordinal 11"),
      ("el trescientosavo", "ordinal 300"), ("diezmilésimo", "ordinal 10000"),
      ("cincuenta y dos milésimo tricentésimo cuadragésimo séptimo", "ordinal 52347"),
      ("tres mil millonésimo septuagésimo tercero", "ordinal 3000000073"),
      ("tres millones dos milésimo tricentésimo", "ordinal 3002300"), ("1.º", "ordinal 1"), ("2ª", "ordinal 2"),
      ("3ro", "ordinal 3"), ("1er", "ordinal 1"), ("11mo", "ordinal 11"), ("15avo", "ordinal 15"),
      ("el último", "ordinal end+0"), ("el anterior", "ordinal current-1"), ("el penúltimo", "ordinal end-1"),
      ("el antepenúltimo", "ordinal end-2"), ("el anterior al último", "ordinal end-1"),
    ])
  func ordinals(text: String, line: String) throws { #expect(try Entities.lines(text) == [line]) }

  @Test(
    "percentages",
    arguments: [
      ("10%", "percent 10"), ("9,5 por ciento", "percent 9.5"), ("veinte por cien", "percent 20"),
      ("-3 %", "percent -3"),
      ("dos coma cinco por ciento", "percent 2.5"), ("15 porciento", "percent 15"),
      ("trescientos cuarenta y siete con quinientos doce por ciento", "percent 347.512"),
    ])
  func percentages(text: String, line: String) throws { #expect(try Entities.lines(text) == [line]) }

  @Test(
    "nothing of the kind",
    arguments: [
      "1.2.3", "10.000.00", "4/5", "12-34-5", "un cuarto de baño", "un medio de pago", "un segundo",
      "millones de veces",
      "lo siguiente", "mi próximo pedido", "versión 2.0", "talla 42 y medio", "5G", "iPhone 15 pro", "uno de los dos",
      "12€5", "un",
    ])
  func rejects(text: String) throws {
    let found = try Entities.found(in: text).filter { [.number, .ordinal, .percent, .money].contains($0.kind) }
    #expect(
      found.allSatisfy { $0.value == .number(2) && text == "uno de los dos" }, "\(text): \(found.map(Entities.line))")
  }

  // MARK: - Written by a generator, read back

  @Test("every number is read back from its words", arguments: SpelledNumbers.Form.allCases)
  func readsBack(form: SpelledNumbers.Form) throws {
    let recognizer = try #require(Self.recognizer)
    let analyzer = try TextAnalyzer()
    let context = RecognitionContext(now: Entities.now)
    var draw = Draw(seed: 7)
    // All below a hundred, every third to two thousand, and draws from each size.
    var numbers = Array(0...100) + stride(from: 101, through: 1_999, by: 3)
    for _ in 0..<70 { numbers.append(2_000 + draw.below(98_000)) }
    for _ in 0..<200 { numbers.append(draw.below(10_000_001)) }
    for _ in 0..<100 { numbers.append(draw.below(1_000_000) * 1_000_000 + draw.below(1_000_000)) }
    for number in numbers where number != 1 {
      let words = SpelledNumbers.cardinal(number, form)
      let found = recognizer.entities(in: analyzer.analyze(words), context: context)
      #expect(found.map(\.value) == [.number(Decimal(number))] && found.first?.kind == .number, "\(number): \(words)")
      #expect(found.first?.range == TextRange(0, words.utf8.count), "\(words)")
    }
  }

  @Test("every number is read back without its accents and spaces between tens and units") func readsBackSloppily()
    throws
  {
    let recognizer = try #require(Self.recognizer)
    let analyzer = try TextAnalyzer()
    let context = RecognitionContext(now: Entities.now)
    for number in stride(from: 31, through: 99_999, by: 751) {
      let words = SpelledNumbers.cardinal(number).replacingOccurrences(of: " y ", with: "i").uppercased()
      let found = recognizer.entities(in: analyzer.analyze(words), context: context)
      #expect(found.map(\.value) == [.number(Decimal(number))], "\(number): \(words)")
    }
  }

  @Test("every ordinal is read back from its words", arguments: [false, true])
  func ordinalsReadBack(feminine: Bool) throws {
    let recognizer = try #require(Self.recognizer)
    let analyzer = try TextAnalyzer()
    let context = RecognitionContext(now: Entities.now)
    var draw = Draw(seed: 11)
    let drawn = (0..<150).map { _ in 1 + draw.below(999_999) }
    for number in Array(1...120) + stride(from: 121, through: 1_200, by: 4) + drawn {
      let words = "el " + SpelledNumbers.ordinal(number, feminine: feminine)
      let found = recognizer.entities(in: analyzer.analyze(words), context: context)
      #expect(found.map(\.value) == [.number(Decimal(number))] && found.first?.kind == .ordinal, "\(number): \(words)")
    }
  }

  @Test("every number is read back from its digits, whatever parts them") func digitsReadBack() throws {
    let recognizer = try #require(Self.recognizer)
    let analyzer = try TextAnalyzer()
    let context = RecognitionContext(now: Entities.now)
    var draw = Draw(seed: 3)
    for _ in 0..<200 {
      let number = 1_000 + draw.below(99_999_000)
      let cents = draw.below(100)
      let expected = Decimal(number) + Decimal(cents) / 100
      var groups: [String] = []
      var rest = number
      while rest >= 1_000 {
        groups.insert(String(String(rest % 1_000 + 1_000).dropFirst()), at: 0)
        rest /= 1_000
      }
      groups.insert(String(rest), at: 0)
      let decimals = String(String(cents + 100).dropFirst())
      for mark in [".", "'", "\u{202F}", "\u{A0}", " "] {
        let text = groups.joined(separator: mark) + "," + decimals
        let value = recognizer.entities(in: analyzer.analyze(text), context: context).map(\.value)
        #expect(value == [.number(expected)], "\(text)")
      }
      let mexican = groups.joined(separator: ",") + "." + decimals
      #expect(try Entities.found(in: mexican, country: "MX").map(\.value) == [.number(expected)], "\(mexican)")
    }
  }
}

/// Something that a test expected to be there was not.
struct Missing: Error {}
