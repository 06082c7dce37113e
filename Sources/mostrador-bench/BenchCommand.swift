import ArgumentParser
import Assistant
import Commerce
import Foundation
import Spanish
import Storage
import TextAnalysis
import Understanding

/// Figures, stage by stage, in one run: so that a ratio compares what ran under the same load.
@main
struct BenchCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "mostrador-bench", abstract: "Mide cada etapa, en una sola ejecución.")

  @Option(help: ArgumentHelp("Carpeta de los contenidos.", valueName: "dir")) var intents = "Intents"
  @Option(help: ArgumentHelp("Mensajes por etapa.", valueName: "n")) var messages = 20_000
  @Option(help: ArgumentHelp("Turnos en memoria y en disco.", valueName: "n")) var turns = 1_000

  func validate() throws {
    if messages < 1 || turns < 1 { throw ValidationError("--messages y --turns: al menos 1") }
  }

  func run() throws {
    #if DEBUG
      print("Compiled without optimization: use «swift run -c release mostrador-bench».\n")
    #endif
    let (content, diagnostics) = try Content.load(directory: intents)
    guard let content else {
      throw ValidationError("\(intents): \(diagnostics.count) diagnostics; run «mostrador check»")
    }
    let texts = try MessageSample(directory: intents).texts
    print(
      "\(texts.count) different messages of \(texts.map(\.utf8.count).reduce(0, +) / texts.count) bytes on average\n")

    let analyzer = try TextAnalyzer()
    let context = UnderstandingContext(recognition: RecognitionContext(now: LocalTime(2026, 3, 10, 10)))
    var kept = 0
    let stages = [
      try Measurement("ICU segmentation", count: messages) { kept &+= analyzer.segmentOnly(texts[$0 % texts.count]) },
      try Measurement("segmentation and folding", count: messages) {
        kept &+= analyzer.analyze(texts[$0 % texts.count]).tokens.count
      },
      try Measurement("understanding", count: messages) {
        kept &+= content.model.understand(texts[$0 % texts.count], context: context).intents.count
      },
      try measurePureTurns(texts: texts, content: content),
      try measureTurns("turn, SQLite in memory", texts: texts, content: content, path: ":memory:"),
      try inTemporaryFolder { folder in
        try measureTurns("durable turn", texts: texts, content: content, path: folder + "/bench.sqlite")
      },
    ]
    Measurement.printTable(stages)
    // The sum is used, so that no stage may be optimized away.
    if kept == .min { print(kept) }
  }

  /// Understanding, dialogue and replies with a stub for the service; a new conversation every ten messages.
  private func measurePureTurns(texts: [String], content: Content) throws -> Measurement {
    var conversation = PureConversation(content: content)
    var said = 0
    let measured = try Measurement(
      "turn in memory", count: messages,
      before: { if $0 % 10 == 0 { conversation.restart() } },
      measured: { said &+= conversation.say(texts[$0 * 37 % texts.count], turn: $0) })
    if said == .min { print(said) }
    return measured
  }

  /// Turns of the demonstration shop's first customer; a new conversation every ten messages.
  private func measureTurns(_ name: String, texts: [String], content: Content, path: String) throws -> Measurement {
    let clock = SettableClock(Date(timeIntervalSince1970: 1_773_133_200))
    let store = try Store(path: path)
    let orders = EmbeddedOrderService(writer: store.writer, contentPolicies: content.policies)
    let shop = try ShopFile.decode(content.demoShop, now: clock.now())
    try orders.importShop(shop)
    let assistant = Assistant(
      content: content, store: store, orders: orders, clock: clock,
      zone: TimeZone(identifier: shop.zone) ?? .gmt, seed: 1)
    let customer = shop.customers.first.map { CustomerIdentity(id: $0.id) }
    var conversation = ""
    return try Measurement(
      name, count: turns,
      before: { if $0 % 10 == 0 { conversation = try assistant.open(customer: customer).conversation } },
      measured: {
        // A stride that shares no factor with most counts mixes the topics within a conversation.
        let text = texts[$0 * 37 % texts.count]
        do {
          _ = try assistant.send(conversation: conversation, messageID: "m-\($0)", input: .text(text))
        } catch let error as AssistantError where error.code == 1002 {
          // The message before closed the conversation: the refusal is what a client would get, too.
        }
      })
  }

  private func inTemporaryFolder<T>(_ body: (String) throws -> T) throws -> T {
    let folder = NSTemporaryDirectory() + "mostrador-bench-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    return try body(folder)
  }
}
