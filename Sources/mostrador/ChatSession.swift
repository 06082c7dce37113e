import Assistant
import Commerce
import Foundation
import Storage
import Understanding

/// One conversation at a time, with what the REPL remembers around it.
final class ChatSession {
  /// What happened in the conversation so far, for `/deshacer`.
  enum Step {
    case said(CustomerInput)
    /// What `/agente` did.
    case attended(String)
  }

  let opened: OpenedStore
  let screen: Screen
  let debug: Bool
  private(set) var isOver = false
  var customer = CustomerIdentity.anonymous
  private(set) var conversation = ""
  /// The shop as it stood when the conversation began: `/deshacer` and `/guardar` start from it.
  private(set) var startShop: Shop?
  var steps: [Step] = []
  var isTracing = false
  /// The ticket that `/agente` holds, and under which name.
  var held: ClaimedTicket?
  private(set) var lastTurn: TurnResult?
  private(set) var lastMessage: (id: String, input: CustomerInput)?
  private var options: [String] = []
  private var lastSeq = 0
  private var messages = 0
  private var isSilent = false
  private var isWithBot = true

  var assistant: Assistant { opened.assistant }

  init(opened: OpenedStore, screen: Screen, debug: Bool) {
    self.opened = opened
    self.screen = screen
    self.debug = debug
  }

  /// Greets; the customer is the named one, or the first of the shop.
  func start(customer id: String?, anonymous: Bool) throws {
    let known = try opened.orders.exportShop().customers
    if !anonymous {
      guard let found = id == nil ? known.first : known.first(where: { $0.id == id }) else {
        throw CommandFailure(
          .usage, "no existe el cliente «\(id ?? "")»; hay \(known.map(\.id).joined(separator: ", "))")
      }
      customer = CustomerIdentity(id: found.id)
    }
    if screen.isInteractive { introduce() }
    try open()
  }

  /// Opens a new conversation and shows its greeting.
  func open() throws(CommandFailure) {
    do {
      startShop = try? opened.orders.exportShop()
      let new = try assistant.open(customer: customer, channel: "chat")
      conversation = new.conversation
      steps = []
      (lastSeq, messages, options) = (0, 0, [])
      (lastTurn, lastMessage, held) = (nil, nil, nil)
      show(new.events)
    } catch {
      throw CommandFailure(.runtime, error.message)
    }
  }

  func leave() { isOver = true }

  /// Takes a line: a command, a number that picks an option, or what the customer says.
  func take(_ line: String) {
    if line.hasPrefix("//") {
      say(.text(String(line.dropFirst())))
    } else if line.hasPrefix("/") {
      ChatInstruction(line, in: self).run()
    } else if let number = Int(line.trimmingCharacters(in: .whitespaces)), options.indices.contains(number - 1) {
      say(.option(options[number - 1]))
    } else if !line.trimmingCharacters(in: .whitespaces).isEmpty {
      say(.text(line))
    } else if !screen.isInteractive {
      say(.text(line))
    }
  }

  /// Says something as the customer and shows what comes back.
  func say(_ input: CustomerInput) {
    messages += 1
    lastMessage = (id: "m-\(messages)", input: input)
    send(repeated: false)
    steps.append(.said(input))
  }

  /// Plays the person behind the counter.
  func attend(_ argument: String) {
    do {
      try AgentRole(session: self).act(argument)
      steps.append(.attended(argument))
    } catch {
      screen.problem(error.message)
    }
  }

  /// Does it all again and shows nothing.
  func replay(_ steps: some Sequence<Step>) {
    isSilent = true
    defer { isSilent = false }
    for step in steps {
      switch step {
      case .said(let input): say(input)
      case .attended(let argument): attend(argument)
      }
    }
  }

  /// Sends the last message again under the same id, as a client does that got no answer.
  func repeatLast() {
    guard lastMessage != nil else { return screen.problem("todavía no has dicho nada") }
    send(repeated: true)
  }

  private func send(repeated: Bool) {
    guard let lastMessage else { return }
    let clock = ContinuousClock()
    let start = clock.now
    do {
      // A trace is a second run of understanding: only those who look at it wait for it.
      let turn = try assistant.send(
        conversation: conversation, messageID: lastMessage.id, input: lastMessage.input,
        want: isTracing ? ["understanding", "dialogue", "trace"] : ["understanding", "dialogue"])
      let took = start.duration(to: clock.now)
      if turn.duplicate, repeated { screen.note("(repetido: no se ha hecho nada nuevo)") }
      if !repeated { lastTurn = turn }
      show(turn.events, also: repeated)
      if debug, !isSilent { Console.error(DebugBlock(turn: turn, microseconds: took.microseconds).text) }
      if isTracing, !isSilent, let trace = turn.trace { Console.error(trace) }
    } catch {
      screen.problem(error.message)
      if error.code == 1002 { screen.problem("/nueva abre otra conversación") }
    }
  }

  // MARK: Showing

  /// Shows what others said meanwhile: an agent in another process.
  ///
  /// - Parameter overTyping: whether a half-typed line stands on the screen.
  @discardableResult
  func showNews(overTyping: Bool = false) -> Bool {
    // While the bot answers, nothing comes by itself.
    guard !overTyping || !isWithBot, !conversation.isEmpty,
      let news = try? assistant.events(conversation: conversation, after: lastSeq, limit: 500), !news.events.isEmpty
    else { return false }
    if overTyping { Console.write("\r\u{1B}[K", to: 1) }
    show(news.events)
    return true
  }

  /// Shows events in order, each once.
  private func show(_ events: [ConversationEvent], also old: Bool = false) {
    for event in events where event.seq > lastSeq || old {
      lastSeq = max(lastSeq, event.seq)
      if event.kind == "control.changed" { isWithBot = event.body["to"]?.string == "bot" }
      if event.kind == "user.message" { options = [] }
      if !isSilent { show(event) }
      if let offered = event.body["options"]?.array { options = offered.compactMap { $0["id"]?.string } }
    }
  }

  private func show(_ event: ConversationEvent) {
    let body = event.body
    switch event.kind {
    case "bot.message":
      screen.said(by: Screen.botName, body["text"]?.string ?? "")
      for (index, option) in (body["options"]?.array ?? []).enumerated() {
        screen.option(index + 1, option["label"]?.string ?? "")
      }
    case "agent.message": screen.said(by: body["agent"]?.string ?? "agente", body["text"]?.string ?? "")
    case "email.queued": remark("correo para \(body["to"]?.string ?? ""): \(body["template"]?.string ?? "")")
    case "handoff.queued":
      remark("tique \(body["ticket"]?.string ?? "") en la cola: míralo con /cola o «mostrador queue»")
    case "handoff.claimed": remark("\(body["agent"]?.string ?? "alguien") toma la conversación")
    case "session.closed": remark("conversación cerrada: /nueva abre otra")
    default: break
    }
  }

  private func remark(_ text: String) { if screen.isInteractive { screen.note("  (\(text))") } }

  private func introduce() {
    let account = try? opened.orders.customer(customer.id, now: opened.clock.clock.now())
    let name = account.flatMap { $0 }.map { "\($0.name.full) (\($0.id))" } ?? "alguien sin identificar"
    func tell(_ text: String) { screen.note(Screen.wrapped(text, to: Screen.columns).joined(separator: "\n")) }
    tell("Hablas como \(name). Escribe como lo harías en un chat; /ayuda enseña las órdenes.")
    let orders = customerOrders
    let open = orders.first { $0.order.status == .pending } ?? orders.first
    var hints = ["«¿dónde está mi pedido?»"]
    if let open { hints.append("«quiero cancelar el \(open.id)»") }
    if let line = orders.flatMap(\.order.lines).first(where: { $0.status == .delivered }) {
      hints.append("«quiero devolver \(line.name.lowercased())»")
    }
    hints.append("«quiero hablar con una persona»")
    tell("Prueba: \(hints.joined(separator: ", ")).\n")
  }

  var customerOrders: [CustomerOrder] {
    guard !customer.isAnonymous else { return [] }
    return (try? opened.orders.orders(of: customer.id, now: opened.clock.clock.now())) ?? []
  }

  /// What Tab completes: commands, customers, order numbers.
  var completions: [String] {
    let customers = (try? opened.orders.exportShop().customers.map(\.id)) ?? []
    return ChatInstruction.names + customers + customerOrders.map(\.id)
  }
}
