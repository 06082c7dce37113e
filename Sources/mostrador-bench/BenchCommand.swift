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
  @Option(help: ArgumentHelp("Carpeta de mensajes de muestra; sin ella, los ejemplos.", valueName: "dir"))
  var sample = "Tests/UnderstandingTests/DevMessages"
  @Option(help: ArgumentHelp("Mensajes por etapa.", valueName: "n")) var messages = 20_000
  @Option(help: ArgumentHelp("Turnos en memoria y en disco.", valueName: "n")) var turns = 1_000
  @Option(help: ArgumentHelp("Gramática de hassil con sus pruebas al lado; se omite si no está.", valueName: "fichero"))
  var hassil = "/work/shared/cases/hassil-es/grammar.json"
  @Option(help: ArgumentHelp("Frases con fechas y cifras, en JSONL («text», «reference_time»).", valueName: "archivo"))
  var entities: String?

  func validate() throws {
    if messages < 1 || turns < 1 { throw ValidationError("--messages y --turns: al menos 1") }
  }

  func run() throws {
    #if DEBUG
      print("Compiled without optimization: use «swift run -c release mostrador-bench».\n")
    #endif
    let clock = ContinuousClock()
    let start = clock.now
    let (content, diagnostics) = try Content.load(directory: intents)
    let took = start.duration(to: clock.now)
    guard let content else {
      throw ValidationError("\(intents): \(diagnostics.count) diagnostics; run «mostrador check»")
    }
    let model = content.model
    print(
      "content loaded in \(took.formatted(.units(allowed: [.milliseconds]))), \(Memory.residentMegabytes) MB resident")
    let sources = try authoredFiles()
    let files = ContentLoader.parse(sources).files
    let texts = try MessageSample(messages: sample, files: files).texts
    print(
      "\(texts.count) different messages of \(texts.map(\.utf8.count).reduce(0, +) / texts.count) bytes on average\n")

    let analyzer = try TextAnalyzer()
    let context = UnderstandingContext(recognition: RecognitionContext(now: LocalTime(2026, 3, 10, 10)))
    var kept = 0
    func understanding(_ name: String, _ texts: [String], of model: UnderstandingModel, count: Int) throws
      -> Measurement
    {
      try Measurement(name, count: count) {
        kept &+= model.understand(texts[$0 % texts.count], context: context).intents.count
      }
    }
    let matching = texts.filter { !model.understand($0, context: context).intents.isEmpty }
    let missing = texts.filter { model.understand($0, context: context).intents.isEmpty }
    var generated = GeneratedPatterns()
    let lexicon = files.first { $0.path.hasSuffix("lexico.yaml") }?.root
    // Whatever a pattern can name with ~: no lemma of several words.
    let lemmas = ["verbs", "nouns", "adjectives"].flatMap { lexicon?[$0]?.items.compactMap(\.string) ?? [] }
      .filter { $0.allSatisfy(\.isLetter) }
    guard !lemmas.isEmpty else { throw ValidationError("\(intents): no lexico.yaml with verbs, nouns or adjectives") }
    let more = generated.source(count: model.patternCount * 9, lemmas: lemmas)
    let compiled = UnderstandingModel.compile(files: ContentLoader.parse(sources + [more]).files, analyzer: analyzer)
    guard let large = compiled.model else {
      let first = compiled.diagnostics.first { $0.severity == .error }
      throw ValidationError("the generated patterns do not compile: \(first.map(\.description) ?? "")")
    }
    var stages = [
      try Measurement("ICU segmentation", count: messages) { kept &+= analyzer.segmentOnly(texts[$0 % texts.count]) },
      try Measurement("segmentation and folding", count: messages) {
        kept &+= analyzer.analyze(texts[$0 % texts.count]).tokens.count
      },
      try understanding("understanding", texts, of: model, count: messages),
      try understanding("with ten times the patterns", texts, of: large, count: messages),
      try understanding("messages that match", matching.isEmpty ? texts : matching, of: model, count: messages),
      try understanding("messages that match nothing", missing.isEmpty ? texts : missing, of: model, count: messages),
      try understanding(
        "hostile, 2,000 characters", HostileMessages.texts, of: model, count: HostileMessages.texts.count * 10),
      try measurePureTurns(texts: texts, content: content),
      try measureTurns("turn, SQLite in memory", texts: texts, content: content, path: ":memory:"),
      try inTemporaryFolder { folder in
        try measureTurns("durable turn", texts: texts, content: content, path: folder + "/bench.sqlite")
      },
    ]
    if let grammar = try GrammarBench(path: hassil, analyzer: analyzer) {
      stages.append(try grammar.measure(count: messages))
    } else {
      print("no grammar at «\(hassil)»: its stage is left out\n")
    }
    Measurement.printTable(stages)
    print("\nunderstanding ×\(stages[2].ratio(to: stages[0])) of ICU segmentation")
    print("ten times the patterns ×\(stages[3].ratio(to: stages[2])) of the content's own")
    print("matching nothing ×\(stages[5].ratio(to: stages[4])) of matching")
    print()
    Measurement.printTable(try EntityBench.measurements(path: entities, rounds: 10))
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

  private func authoredFiles() throws -> [ContentSource] {
    let names = FileManager.default.enumerator(atPath: intents)?.compactMap { $0 as? String } ?? []
    return try names.filter(ContentLoader.isAuthored).sorted().map { name in
      ContentSource(
        path: "\(intents)/\(name)", text: try String(contentsOfFile: "\(intents)/\(name)", encoding: .utf8))
    }
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

enum Memory {
  /// What the system says that this process holds; 0 where it does not say.
  static var residentMegabytes: Int {
    let status = (try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)) ?? ""
    let line = status.split(separator: "\n").first { $0.hasPrefix("VmRSS:") }
    return (line?.split(whereSeparator: { !$0.isNumber }).first.flatMap { Int($0) } ?? 0) / 1_024
  }
}
