import Assistant
import Commerce
import Foundation
import Spanish
import Storage
import Understanding

/// One run of one file or branch: plays the customer and the world, and holds every line against what happens.
final class TranscriptRun {
  private let world: TranscriptWorld
  private let file: TranscriptFile
  private let branch: String?
  private let pass: TranscriptReplay.Pass
  private var conversation = ""
  private var failures: [TranscriptFailure] = []

  /// Messages of the last turn that no line has claimed yet.
  private var pending: [ConversationEvent] = []
  /// The message that a line claimed last, whose options may be listed.
  private var claimed: ConversationEvent?
  private var optionsListed = true
  private var turn = TurnFacts()
  private var allEvents: [ConversationEvent] = []
  private var lastInput: (id: String, input: CustomerInput)?
  private var messages = 0
  private var captures: [String: String] = [:]
  private var leases: [String: (ticket: String, lease: Lease)] = [:]
  private var line = 1
  private var expectations = TurnExpectations()
  /// What was exercised.
  private(set) var coverage = CoverageCount()
  /// What would make the file say what happened.
  private(set) var update = TranscriptUpdate()
  /// Goes on after failures, to find all that an update must change.
  var neverStops = false

  init(world: TranscriptWorld, file: TranscriptFile, branch: String?, pass: TranscriptReplay.Pass) {
    self.world = world
    self.file = file
    self.branch = branch
    self.pass = pass
  }

  func run(_ lines: [TranscriptLine]) throws -> [TranscriptFailure] {
    let opened = try world.assistant.open(customer: world.customer.isAnonymous ? nil : world.customer)
    conversation = opened.conversation
    allEvents = opened.events
    coverage.note(opened.events)
    for entry in lines {
      // After a few failures the rest would only repeat them.
      guard neverStops || failures.count < 5 else { break }
      if startsSomething(entry.kind) {
        endTurn(at: line)
        expectations.start = entry.line
      }
      // What the bot answers to a burst is listed after its last line.
      if case .burst = entry.kind { expectations.start = entry.line }
      line = entry.line
      try perform(entry)
    }
    endTurn(at: line)
    return failures
  }

  private func startsSomething(_ kind: TranscriptLine.Kind) -> Bool {
    switch kind {
    case .say, .tap: true
    case .world(let text): !text.hasPrefix("repite") && !text.hasPrefix("reinicia") && !text.hasPrefix("reloj")
    case .burst, .text, .template, .options, .ignoreRest, .silence, .assert, .checkpoint: false
    }
  }

  private func perform(_ entry: TranscriptLine) throws {
    switch entry.kind {
    case .say(let text), .burst(let text): try send(.text(text))
    case .tap(let label): try send(.option(label))
    case .text(let wordings): expect(entry) { expectText(wordings) }
    case .template(let id, let arguments): expect(entry) { expectTemplate(id, arguments) }
    case .options(let labels): expect(entry) { expectOptions(labels) }
    case .ignoreRest:
      pending = []
      expectations.ignored = true
      turn.ignored = true
      optionsListed = true
    case .silence:
      if let extra = pending.first { fail("silencio", words(of: extra)) }
      pending = []
    case .assert(let text, let negated): try check(text, negated: negated)
    case .world(let text): try change(text)
    case .checkpoint: break
    }
  }

  /// Holds a line against the messages, and notes for an update which one it was.
  private func expect(_ entry: TranscriptLine, _ body: () -> Void) {
    let (before, total) = (failures.count, expectations.messages.count)
    var takesMessage = true
    if case .options = entry.kind { takesMessage = false }
    let next = total - pending.count - (takesMessage ? 0 : 1)
    body()
    expectations.lines.append(
      TurnExpectations.Line(
        entry: entry, messageAt: (0..<total).contains(next) ? next : nil, holds: failures.count == before))
    if !takesMessage, (0..<total).contains(next) { expectations.messages[next].optionsListed = true }
  }

  // MARK: Playing

  private func send(_ input: CustomerInput) throws {
    messages += 1
    let id = "m-\(messages)"
    lastInput = (id, input)
    let result = try world.assistant.send(
      conversation: conversation, messageID: id, input: input, want: ["understanding", "dialogue"])
    turn = TurnFacts(understanding: result.understanding)
    if case .option(let label) = input { turn.tapped = option(labelled: label) }
    coverage.note(result)
    take(result.events)
    if pass == .doubled { try sendAgain(result) }
    if pass == .restarting { try world.restart() }
  }

  /// The id of the option with `label`, as the bot's latest messages offered it.
  private func option(labelled label: String) -> String {
    for event in allEvents.reversed() {
      for option in event.body["options"]?.array ?? [] where option["label"]?.string == label {
        return option["id"]?.string ?? label
      }
    }
    return label
  }

  private func sendAgain(_ first: TurnResult) throws {
    guard let lastInput else { return }
    let again = try world.assistant.send(
      conversation: conversation, messageID: lastInput.id, input: lastInput.input, want: [])
    if !again.duplicate || again.events != first.events {
      fail("el mismo resultado para el mensaje repetido", "otro resultado (duplicado: \(again.duplicate))")
    }
  }

  private func take(_ events: [ConversationEvent]) {
    allEvents += events
    turn.events += events
    let messages = events.filter { $0.kind == "bot.message" || $0.kind == "agent.message" }
    pending += messages
    expectations.messages += messages.map { message in
      TurnExpectations.Message(
        template: message.body["template"]?.string ?? "", text: message.body["text"]?.string ?? "",
        options: labels(of: message), optionsListed: false)
    }
  }

  /// Everything that the turn did must have been mentioned.
  private func endTurn(at line: Int) {
    checkOptionsListed()
    if !turn.ignored {
      for event in pending { fail("", "mensaje no esperado: \(words(of: event))") }
    }
    for event in turn.events where !turn.mentioned.contains(event.seq) {
      switch event.kind {
      case "action.executed":
        fail(
          "",
          "efecto no mencionado: servicio \(event.body["name"]?.string ?? "") -> \(event.body["outcome"]?.string ?? "")"
        )
      case "email.queued" where !turn.mentionsEmail:
        fail("", "correo no mencionado: \(event.body["template"]?.string ?? "") a \(event.body["to"]?.string ?? "")")
      case "handoff.queued" where !turn.mentionsQueue: fail("", "cambio de la cola no mencionado: +1")
      default: break
      }
    }
    update.merge(expectations.update)
    expectations = TurnExpectations()
    pending = []
    turn = TurnFacts()
  }

  // MARK: Messages

  private func nextMessage() -> ConversationEvent? {
    checkOptionsListed()
    guard !pending.isEmpty else { return nil }
    let event = pending.removeFirst()
    claimed = event
    optionsListed = event.body["options"]?.array?.isEmpty ?? true
    return event
  }

  /// Quick replies are part of a message: those that no line lists are extra.
  private func checkOptionsListed() {
    guard !optionsListed, let claimed, !turn.ignored else { return }
    optionsListed = true
    fail("<[ \(labels(of: claimed).joined(separator: " | ")) ]", "opciones sin mencionar en el fichero")
  }

  private func labels(of event: ConversationEvent) -> [String] {
    (event.body["options"]?.array ?? []).compactMap { $0["label"]?.string }
  }

  private func words(of event: ConversationEvent) -> String {
    "\(event.body["text"]?.string ?? "")  [\(event.body["template"]?.string ?? event.kind)]"
  }

  private func expectText(_ wordings: [String]) {
    guard let event = nextMessage() else { return fail(wordings[0], "ningún mensaje más") }
    let actual = event.body["text"]?.string ?? ""
    for wording in wordings {
      if let found = TranscriptPlaceholder.match(wording, actual, captures: captures) {
        captures.merge(found) { _, new in new }
        return
      }
    }
    fail(wordings.joined(separator: "  o  "), words(of: event))
  }

  private func expectTemplate(_ id: String, _ arguments: [String]) {
    guard let event = nextMessage() else { return fail("<= \(id)", "ningún mensaje más") }
    guard event.body["template"]?.string == id else { return fail("<= \(id)", words(of: event)) }
    for argument in arguments {
      let (name, value) = TranscriptWords.pair(argument)
      let actual = (event.body["arguments"]?[name]).map(TranscriptValue.text) ?? "(vacío)"
      if TranscriptPlaceholder.match(value, actual, captures: captures) == nil {
        fail("\(name)=\(value)", "\(name)=\(actual)")
      }
    }
  }

  private func expectOptions(_ labels: [String]) {
    optionsListed = true
    guard let claimed else { return fail(labels.joined(separator: " | "), "ningún mensaje antes") }
    let actual = self.labels(of: claimed)
    if actual.map(TranscriptPlaceholder.normalized) != labels.map(TranscriptPlaceholder.normalized) {
      fail("<[ \(labels.joined(separator: " | ")) ]", "<[ \(actual.joined(separator: " | ")) ]")
    }
  }

  // MARK: The world

  private func change(_ text: String) throws {
    let words = TranscriptWords.split(text)
    switch words.first {
    case "reloj" where words.count == 2: try moveClock(words[1])
    case "servicio" where words.count == 3: try breakService(words[1], words[2])
    case "pedido" where words.count == 3: try changeOrder(words[1], words[2])
    case "variante" where words.count == 3: try changeStock(words[1], words[2])
    case "repite":
      guard let lastInput else { return fail("un mensaje anterior", "ninguno") }
      let again = try world.assistant.send(
        conversation: conversation, messageID: lastInput.id, input: lastInput.input, want: [])
      if !again.duplicate { fail("un duplicado", "el mensaje se procesó otra vez") }
    case "reinicia": try world.restart()
    case "agente" where words.count >= 3: try agent(words)
    case "silencio" where words.count == 2:
      try moveClock("+" + words[1])
      _ = try world.assistant.tick()
      try takeNewEvents()
    case "cierra":
      _ = try world.assistant.close(conversation: conversation)
      try takeNewEvents()
    default: fail("reloj, silencio, servicio, pedido, variante, repite, reinicia, agente o cierra", text)
    }
  }

  private func moveClock(_ text: String) throws {
    if let time = LocalTime(text) { return world.clock.set(to: world.zone.date(time)) }
    guard text.hasPrefix("+"), let seconds = TranscriptRun.seconds(String(text.dropFirst())) else {
      return fail("reloj +31m", text)
    }
    world.clock.advance(by: seconds)
  }

  /// Seconds that a customer's turn waits for the order service.
  private static let patience = 10.0

  /// `31m`, `90s`, `2h`, `3d`.
  private static func seconds(_ text: String) -> Double? {
    let units: [Character: Double] = ["s": 1, "m": 60, "h": 3_600, "d": 86_400]
    guard let unit = text.last.flatMap({ units[$0] }), let count = Double(text.dropLast()) else { return nil }
    return count * unit
  }

  private func breakService(_ operation: String, _ fault: String) throws {
    let (key, value) = TranscriptWords.pair(fault)
    guard let operation = OrderOperation(rawValue: operation) else {
      return fail("operación: \(OrderOperation.allCases.map(\.rawValue).joined(separator: ", "))", operation)
    }
    if key == "lento", let seconds = TranscriptRun.seconds(value) {
      // Slower than anybody waits is a service that does not answer; what is faster answers that much later.
      world.faults.setDelay(min(seconds, TranscriptRun.patience), operation: operation)
      return world.faults.setFault(seconds > TranscriptRun.patience ? .timedOut : nil, operation: operation)
    }
    guard key == "falla", value == "no" || OrderServiceFault(rawValue: value) != nil else {
      return fail("falla=\(OrderServiceFault.allCases.map(\.rawValue).joined(separator: "|"))|no, o lento=12s", fault)
    }
    world.faults.setDelay(0, operation: operation)
    world.faults.setFault(OrderServiceFault(rawValue: value), operation: operation)
  }

  private func changeOrder(_ id: String, _ change: String) throws {
    guard let status = TranscriptShop.status(TranscriptWords.pair(change).value) else {
      return fail("un estado de pedido", change)
    }
    try world.orders.advance(order: id, to: status, now: world.clock.now())
  }

  /// `! variante cuenco-v existencias=0`.
  private func changeStock(_ variant: String, _ change: String) throws {
    let (key, value) = TranscriptWords.pair(change)
    guard key == "existencias", let count = Int(value) else { return fail("existencias=N", change) }
    try world.orders.stock(variant: variant, count)
  }

  private func agent(_ words: [String]) throws {
    let name = words[1]
    switch words[2] {
    case "reclama":
      guard world.agents.isEmpty || world.agents[name] != nil else {
        return fail("un agente de @agentes: \(world.agents.keys.sorted().joined(separator: ", "))", name)
      }
      guard let ticket = try world.assistant.claim(agent: name, skills: world.agents[name] ?? nil) else {
        return fail("un tique en la cola", "ninguno")
      }
      leases[name] = (ticket.ticket.id, ticket.lease)
    case "dice" where words.count == 4:
      guard let held = leases[name] else { return fail("un tique reclamado", "ninguno") }
      messages += 1
      _ = try world.assistant.say(ticket: held.ticket, lease: held.lease, messageID: "a-\(messages)", text: words[3])
    case "resuelve":
      guard let held = leases[name] else { return fail("un tique reclamado", "ninguno") }
      _ = try world.assistant.resolve(ticket: held.ticket, lease: held.lease, outcome: "resuelto")
    case "libera":
      guard let held = leases[name] else { return fail("un tique reclamado", "ninguno") }
      _ = try world.assistant.release(ticket: held.ticket, lease: held.lease, reason: "agente")
    default: return fail("reclama, dice \"…\", resuelve o libera", words.joined(separator: " "))
    }
    try takeNewEvents()
    if pass == .restarting { try world.restart() }
  }

  private func takeNewEvents() throws {
    let new = try world.assistant.events(
      conversation: conversation, after: allEvents.last?.seq ?? 0, limit: 500
    ).events
    coverage.note(new)
    take(new)
  }

  // MARK: Assertions

  private func check(_ text: String, negated: Bool) throws {
    let dialogue = try world.assistant.conversation(conversation).dialogue.json
    let assertion = TranscriptAssertion(text: text, negated: negated)
    let facts = AssertionFacts(
      dialogue: dialogue, understanding: turn.understanding, tapped: turn.tapped, turnEvents: turn.events,
      allEvents: allEvents,
      captures: captures, zone: world.zone)
    let verdict = assertion.verdict(facts)
    turn.mentioned.formUnion(verdict.mentioned)
    if text.hasPrefix("correo") { turn.mentionsEmail = true }
    if text.hasPrefix("cola") { turn.mentionsQueue = true }
    if verdict.holds == negated { fail("?\(negated ? "!" : "") \(text)", verdict.actual) }
  }

  private func fail(_ expected: String, _ actual: String) {
    let rules = turn.understanding?.intents.map { "\($0.id) \($0.file):\($0.line)" } ?? []
    failures.append(
      TranscriptFailure(
        path: file.path, branch: branch, pass: pass, line: line, expected: expected, actual: actual, why: rules))
  }
}

/// What one turn did, and which of it the file has mentioned.
private struct TurnFacts {
  var understanding: Understanding?
  /// The id of the option that was tapped instead of a text.
  var tapped: String?
  var events: [ConversationEvent] = []
  var mentioned: Set<Int> = []
  var mentionsEmail = false
  var mentionsQueue = false
  var ignored = false
}
