import Foundation
import Spanish
import Testing
import TextAnalysis

@testable import Understanding

/// How much of the dev set the whole content understands. Every floor is what was reached: it only goes up.
@Suite struct DevSetTests {
  /// Percent.
  private enum Floor {
    static let top = 98.0
    static let several = 94.0
    static let refused = 98.0
    static let slots = 98.0
    static let keptOut = 100.0
  }

  private let model: UnderstandingModel
  private let messages: [DevMessage]

  init() throws {
    model = try Self.contentModel.get()
    messages = try DevMessage.all()
  }

  /// Shared by the suites that need the whole content.
  static let contentModel = Result { try compileContent() }

  private static func compileContent() throws -> UnderstandingModel {
    var root = URL(fileURLWithPath: #filePath)
    for _ in 0..<3 { root.deleteLastPathComponent() }
    let folder = root.appendingPathComponent("Intents").resolvingSymlinksInPath()
    let entries = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
    let paths = (entries?.compactMap { $0 as? URL } ?? []).filter { ContentLoader.isAuthored($0.path) }
    let sources = try paths.sorted { $0.path < $1.path }.map {
      try ContentSource(path: $0.path, text: String(contentsOf: $0, encoding: .utf8))
    }
    let (files, _) = ContentLoader.parse(sources)
    let (model, diagnostics) = UnderstandingModel.compile(files: files, analyzer: try TextAnalyzer())
    guard let model else { throw UnderstandingFixture.Broken(diagnostics: diagnostics) }
    return model
  }

  @Test func coversTheCatalogue() {
    let counts = messages.reduce(into: [String: Int]()) { counts, message in
      for intent in message.intents { counts[intent, default: 0] += 1 }
    }
    #expect(messages.count >= 800 && messages.count(where: \.isForeign) >= 100)
    for intent in model.intentIDs where intent != "fuera_de_dominio" {
      #expect(counts[intent, default: 0] >= 6, "\(intent)")
    }
    for intent in counts.keys { #expect(model.intentIDs.contains(intent), "\(intent) is no intent") }
  }

  @Test func understandsAsPeopleTypeIt() {
    var (top, several, refused, slots, keptOut) = (Tally(), Tally(), Tally(), Tally(), Tally())
    var byIntent: [String: Tally] = [:]
    var byStyle: [String: Tally] = [:]
    var wrong: [String] = []
    for message in messages {
      let result = Reading(of: message.text, model)
      let right = result.isRight(for: message)
      if let right, !right {
        wrong.append("\(message.place) \(message.intents) got \(result.intents): \(message.text)")
      }
      if message.isForeign {
        refused.add(right)
      } else if let right {
        top.add(right)
        if message.intents.count > 1 { several.add(right) }
        byIntent[message.intents[0], default: Tally()].add(right)
        byStyle[message.style, default: Tally()].add(right)
      }
      if !message.negated.isEmpty {
        let isKeptOut = !message.negated.contains { result.intents.contains($0) }
        keptOut.add(isKeptOut)
        if !isKeptOut { wrong.append("\(message.place) not kept out: \(message.text)") }
      }
      for slot in message.slots { slots.add(result.fills(slot.name, with: slot.value)) }
    }
    print("dev set: top \(top), several \(several), refused \(refused), negated kept out \(keptOut), slots \(slots)")
    print("by intent, worst first:", Tally.table(byIntent))
    print("by style:", Tally.table(byStyle))
    print(wrong.joined(separator: "\n"))
    #expect(top.percent >= Floor.top)
    #expect(several.percent >= Floor.several)
    #expect(refused.percent >= Floor.refused)
    #expect(keptOut.percent >= Floor.keptOut)
    #expect(slots.percent >= Floor.slots)
  }

  /// On every sixth message: the whole set takes too long unoptimized.
  @Test func toleratesTypingHabits() {
    let sample = messages.enumerated().filter { $0.offset % 6 == 0 && !$0.element.isForeign }.map(\.element)
    let plain = tally(sample) { $0 }
    for habit in TypingHabit.allCases {
      let changed = tally(sample) { habit($0) }
      let lost = plain.percent - changed.percent
      print("dev set, \(habit.rawValue): \(changed), \(Tally.oneDecimal(lost)) points lost")
      #expect(lost <= habit.allowance, "\(habit.rawValue)")
    }
  }

  private func tally(_ messages: [DevMessage], change: (String) -> String) -> Tally {
    messages.reduce(into: Tally()) { $0.add(Reading(of: change($1.text), model).isRight(for: $1)) }
  }
}

/// What the model made of a message, as far as the dev set asks.
private struct Reading {
  /// Wanted ones, in order: neither negated nor somebody else's business.
  var intents: [String]
  private var slots: [FilledSlot]

  init(of text: String, _ model: UnderstandingModel) {
    let understanding = model.understand(text, context: UnderstandingFixture.context())
    intents = understanding.intents.filter { !$0.negated && $0.id != "fuera_de_dominio" }.map(\.id)
    slots = understanding.slots
  }

  /// One wish: the first intent. Several: all of them, in order. None of ours: nothing. Nil if the message asks only
  /// that something be kept out.
  func isRight(for message: DevMessage) -> Bool? {
    if message.isForeign { return intents.isEmpty }
    return message.intents.isEmpty ? nil : Array(intents.prefix(message.intents.count)) == message.intents
  }

  func fills(_ name: String, with value: String) -> Bool {
    slots.contains { $0.name == name && (value == "*" || Self.matches($0.value, value)) }
  }

  private static func matches(_ value: SlotValue, _ expected: String) -> Bool {
    switch value {
    case .money(let amount, let currency):
      let parts = expected.split(separator: " ")
      return parts.count == 2 && Decimal(string: String(parts[0])) == amount && parts[1] == currency
    case .number(let number): return Decimal(string: expected) == number
    default: return value.string == expected
    }
  }
}

private struct Tally: CustomStringConvertible {
  var right = 0
  var total = 0

  var percent: Double { total == 0 ? 100 : 100 * Double(right) / Double(total) }

  var description: String { "\(right)/\(total) \(Self.oneDecimal(percent)) %" }

  /// Nil counts for nothing.
  mutating func add(_ outcome: Bool?) {
    guard let outcome else { return }
    total += 1
    if outcome { right += 1 }
  }

  static func oneDecimal(_ value: Double) -> String { "\((value * 10).rounded() / 10)" }

  /// Only what is not perfect, worst first.
  static func table(_ tallies: [String: Tally]) -> String {
    tallies.filter { $0.value.right < $0.value.total }
      .sorted { ($0.value.percent, $0.key) < ($1.value.percent, $1.key) }
      .map { "\($0.key) \($0.value.right)/\($0.value.total)" }.joined(separator: " · ")
  }
}
