import Foundation
import Testing
import TextAnalysis

@testable import Understanding

/// A public grammar with its test sentences, read where it lies if it is there: what right means is in its README.
struct HassilSample {
  struct Case: Decodable {
    var id: String
    var sentence: String
    var intent: String
    var combo: String
    var slots: [String: Expected]
    var domain_any_of: [String]?
    var context_area_copied_to_slot: Bool
  }

  /// One value, or any of several.
  struct Expected: Decodable {
    var values: [HassilValue] = []

    init(from decoder: any Decoder) throws {
      let container = try decoder.singleValueContainer()
      if let text = try? container.decode(String.self) {
        values = [.text(text)]
      } else if let number = try? container.decode(Double.self) {
        values = [.number(number)]
      } else {
        values = try container.decode([String].self).map { .text($0) }
      }
    }
  }

  static let folder = "/work/shared/cases/hassil-es"
  static var isPresent: Bool { FileManager.default.fileExists(atPath: "\(folder)/grammar.json") }

  let analyzer: TextAnalyzer
  let cases: [Case]
  let messages: [HassilMessage]

  init() throws {
    analyzer = try TextAnalyzer()
    let lines = try String(contentsOfFile: "\(Self.folder)/tests.dev.jsonl", encoding: .utf8).split(separator: "\n")
    cases = try lines.map { try JSONDecoder().decode(Case.self, from: Data($0.utf8)) }
    messages = try lines.map { try HassilMessage(line: Data($0.utf8)) }
  }

  func model(wholeSentence: Bool) throws -> HassilModel {
    let path = "\(Self.folder)/grammar.json"
    let source = ContentSource(path: path, text: try String(contentsOfFile: path, encoding: .utf8))
    let (model, diagnostics) = HassilModel.compile(source, analyzer: analyzer, wholeSentence: wholeSentence)
    #expect(diagnostics.isEmpty)
    return try #require(model)
  }

  /// The cases that are not right, each with what came out, after `change` of the sentence.
  func wrong(_ model: HassilModel, change: (String) -> String = { $0 }) -> [String] {
    zip(cases, messages).compactMap { expected, message in
      let sentence = change(message.sentence)
      let answer = model.recognize(sentence, in: message.world(analyzer: analyzer))
      guard !Self.isRight(answer, expected) else { return nil }
      let got = answer.map { "\($0.intent) \($0.slots) \($0.template)" } ?? "nothing"
      return "\(expected.id) «\(sentence)» \(expected.intent) \(expected.combo): \(got)"
    }
  }

  static func isRight(_ answer: HassilAnswer?, _ expected: Case) -> Bool {
    guard let answer, answer.intent == expected.intent, answer.metadata["slot_combination"] == .text(expected.combo)
    else { return false }
    var slots = Dictionary(answer.slots.map { ($0.name, $0.value) }, uniquingKeysWith: { _, b in b })
    if expected.context_area_copied_to_slot, expected.slots["area"] == nil { slots["area"] = nil }
    if let domains = expected.domain_any_of, expected.slots["domain"] == nil {
      if let domain = slots.removeValue(forKey: "domain"), !domains.map({ .text($0) }).contains(domain) { return false }
    }
    guard Set(slots.keys) == Set(expected.slots.keys) else { return false }
    return expected.slots.allSatisfy { name, wanted in
      wanted.values.contains { slots[name].map(trimmed) == trimmed($0) }
    }
  }

  private static func trimmed(_ value: HassilValue) -> HassilValue {
    if case .text(let text) = value { .text(text.trimmingCharacters(in: .whitespaces)) } else { value }
  }
}

/// Deterministic changes of a sentence, as people make them.
enum Perturbation {
  static func withoutAccents(_ text: String) -> String {
    String(
      String.UnicodeScalarView(
        text.decomposedStringWithCanonicalMapping.unicodeScalars.filter { !(0x300...0x36f).contains($0.value) }))
  }

  static func decomposed(_ text: String) -> String { text.decomposedStringWithCanonicalMapping }

  /// One wrong keystroke in one word of four letters or more: left out, doubled, swapped, or its neighbour hit. Which,
  /// and where, follows from the sentence and `seed`. A sentence without such a word stays as it is.
  static func withTypo(_ text: String, seed: UInt64) -> String {
    var generator = text.utf8.reduce(0xcbf2_9ce4_8422_2325 ^ seed) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
    func next(_ bound: Int) -> Int {
      generator = generator &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int((generator >> 33) % UInt64(bound))
    }
    var characters = Array(text)
    var words: [Range<Int>] = []
    var start = 0
    while start < characters.count {
      let end = characters[start...].firstIndex { !$0.isLetter } ?? characters.count
      if end - start >= 4 { words.append(start..<end) }
      start = max(end, start) + 1
    }
    guard !words.isEmpty else { return text }
    let word = words[next(words.count)]
    // First letters are seldom wrong.
    let place = word.lowerBound + 1 + next(word.count - 2)
    switch next(4) {
    case 0: characters.remove(at: place)
    case 1: characters.insert(characters[place], at: place)
    case 2: characters.swapAt(place, place + 1)
    default:
      let rows = ["qwertyuiop", "asdfghjklñ", "zxcvbnm"].map(Array.init)
      let plain = Character(withoutAccents(String(characters[place])).lowercased())
      if let row = rows.first(where: { $0.contains(plain) }), let column = row.firstIndex(of: plain) {
        characters[place] = row[column == row.count - 1 ? column - 1 : column + 1]
      }
    }
    return String(characters)
  }
}

@Suite(.enabled(if: HassilSample.isPresent, "the sample grammar is not on this machine"))
struct HassilSampleTests {
  @Test("every template of the grammar is a pattern of ours")
  func templatesArePatterns() throws {
    let text = try String(contentsOfFile: "\(HassilSample.folder)/grammar.json", encoding: .utf8)
    let file = try #require(ContentLoader.parse([ContentSource(path: "grammar.json", text: text)]).files.first)
    let grammar = HassilReader(file: file).grammar
    let templates = grammar.blocks.flatMap(\.sentences) + grammar.rules.values
    #expect(templates.count > 600)
    for template in templates {
      let diagnostics = PatternParser.parse(template.text, at: template.location).diagnostics
      #expect(diagnostics.map(\.description) == [])
    }
  }

  @Test("whole sentences: every dev test is right")
  func wholeSentences() throws {
    let sample = try HassilSample()
    let wrong = sample.wrong(try sample.model(wholeSentence: true))
    print("hassil, whole sentences: \(sample.cases.count - wrong.count) of \(sample.cases.count)")
    #expect(wrong == [])
  }

  @Test("contained: what accents, greetings and typos cost; the floors only go up")
  func contained() throws {
    let sample = try HassilSample()
    let model = try sample.model(wholeSentence: false)
    let whole = try sample.model(wholeSentence: true)
    let changes: [(name: String, floor: Double, change: (String) -> String)] = [
      ("as written", 0.99, { $0 }), ("accents off", 0.99, Perturbation.withoutAccents),
      ("NFD", 0.99, Perturbation.decomposed), ("capitals", 0.87, { $0.uppercased() }),
      ("«hola, » before", 0.99, { "hola, " + $0 }),
      ("«hola buenas, » before, «por favor gracias» after", 0.99, { "hola buenas, \($0) por favor gracias" }),
      ("one typo (1)", 0.88, { Perturbation.withTypo($0, seed: 1) }),
      ("one typo (2)", 0.88, { Perturbation.withTypo($0, seed: 2) }),
      ("one typo (3)", 0.86, { Perturbation.withTypo($0, seed: 3) }),
    ]
    // Capitals: where a free text is captured, what was typed is not what the test expects.
    let count = Double(sample.cases.count)
    for (name, floor, change) in changes {
      let wrong = sample.wrong(model, change: change)
      let exact = sample.wrong(whole, change: change)
      func share(_ wrong: [String]) -> Double { ((count - Double(wrong.count)) / count * 1000).rounded() / 10 }
      print("hassil, \(name): contained \(share(wrong)) %, whole sentences \(share(exact)) %")
      if ProcessInfo.processInfo.environment["HASSIL_VERBOSE"] != nil { for line in wrong { print("   ", line) } }
      #expect(1 - Double(wrong.count) / count >= floor, "\(name): \(wrong.count) wrong")
    }
  }
}
