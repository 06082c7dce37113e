import Assistant
import Commerce
import Foundation
import Spanish
import Storage
import TextAnalysis
import Understanding

/// A line that starts with `/`: something for the tool, not for the counter.
struct ChatInstruction {
  let name: String
  let argument: String
  let session: ChatSession

  init(_ line: String, in session: ChatSession) {
    let parts = line.split(separator: " ", maxSplits: 1)
    name = parts.first.map(String.init) ?? "/"
    argument = parts.count > 1 ? parts[1].trimmingCharacters(in: .whitespaces) : ""
    self.session = session
  }

  private static let table: [(name: String, usage: String, meaning: String)] = [
    ("/ayuda", "/ayuda", "esta lista"),
    ("/salir", "/salir", "termina (también Ctrl-D)"),
    ("/nueva", "/nueva", "empieza otra conversación"),
    ("/cliente", "/cliente [ID]", "habla como otro cliente; sin ID, dice cuáles hay"),
    ("/pedidos", "/pedidos", "los pedidos del cliente"),
    ("/estado", "/estado", "dónde está la conversación y qué espera"),
    ("/pila", "/pila", "los flujos abiertos"),
    ("/slots", "/slots", "los datos recogidos"),
    ("/traza", "/traza on|off", "cómo se entiende cada mensaje"),
    ("/porque", "/porque", "por qué la última respuesta"),
    ("/intent", "/intent TEXTO", "qué se entendería, sin decirlo"),
    ("/reloj", "/reloj [+31m]", "la hora, o la adelanta (s, m, h, d)"),
    ("/deshacer", "/deshacer", "como si el último mensaje no se hubiera dicho"),
    ("/repite", "/repite", "reenvía el último mensaje con su mismo identificador"),
    ("/agente", "/agente reclama|dice TEXTO|resuelve|libera", "hace de agente en esta conversación"),
    ("/cola", "/cola", "quién espera"),
    ("/guardar", "/guardar F.chat", "guarda la conversación para «mostrador replay»"),
    ("/cargar", "/cargar F.chat", "dice lo que dice el cliente de un fichero"),
    ("/json", "/json", "el último turno, como lo ve un programa"),
  ]

  static var names: [String] { table.map(\.name) }

  func run() {
    switch name {
    case "/ayuda": help()
    case "/salir": session.leave()
    case "/nueva": reopen()
    case "/cliente": changeCustomer()
    case "/pedidos": listOrders()
    case "/estado": showState()
    case "/pila": withDialogue { note(DebugBlock.stack(of: $0)) }
    case "/slots": showSlots()
    case "/traza": trace()
    case "/porque": explain()
    case "/intent": understand()
    case "/reloj": moveClock()
    case "/deshacer": undo()
    case "/repite": session.repeatLast()
    case "/agente": session.attend(argument)
    case "/cola": showQueue()
    case "/guardar": SavedChat(session: session).save(to: argument)
    case "/cargar": SavedChat(session: session).load(from: argument)
    case "/json": showJSON()
    default: session.screen.problem("orden desconocida: «\(name)»; /ayuda enseña las que hay")
    }
  }

  // MARK: The conversation

  private func reopen() {
    do { try session.open() } catch { session.screen.problem(error.message) }
  }

  private func changeCustomer() {
    let customers = (try? session.opened.orders.exportShop().customers) ?? []
    guard !argument.isEmpty else {
      for customer in customers { note("\(customer.id)  \(customer.name.full)  \(customer.email)") }
      return
    }
    if argument == "-" {
      session.customer = .anonymous
    } else if customers.contains(where: { $0.id == argument }) {
      session.customer = CustomerIdentity(id: argument)
    } else {
      return session.screen.problem("no existe el cliente «\(argument)»")
    }
    reopen()
  }

  /// Starts again from the shop as it was and says everything but the last message.
  private func undo() {
    guard let shop = session.startShop,
      let last = session.steps.lastIndex(where: { if case .said = $0 { true } else { false } })
    else { return session.screen.problem("no hay nada que deshacer") }
    let steps = Array(session.steps[..<last])
    _ = try? session.assistant.close(conversation: session.conversation, reason: "deshacer")
    do { try session.opened.orders.importShop(shop) } catch { return session.screen.problem("\(error)") }
    reopen()
    // The clock does not go back: what was waited for has passed already.
    session.replay(steps)
    withDialogue { note("(deshecho; la conversación está en: \($0["state"]?.string ?? ""))") }
  }

  private func moveClock() {
    if !argument.isEmpty {
      guard let seconds = ClockShift.seconds(argument) else {
        return session.screen.problem("/reloj espera un salto como +31m, +2h o +1d12h")
      }
      session.opened.clock.advance(by: seconds)
    }
    let now = session.opened.clock.clock.now()
    note("\(session.opened.zone.local(now)) (\(session.opened.zone.identifier))")
  }

  // MARK: Looking

  private func help() {
    let width = (Self.table.map(\.usage.count).max() ?? 0) + 2
    for row in Self.table { note(OrderText.pad(row.usage, width) + row.meaning) }
    note("Un número elige la opción; «//x» dice «/x».")
  }

  private func listOrders() {
    for record in session.customerOrders { note(OrderText.line(of: record)) }
    if session.customerOrders.isEmpty { note("sin pedidos, o sin identificar") }
  }

  private func showState() {
    withDialogue { dialogue in
      note("estado   \(dialogue["state"]?.string ?? "")")
      note("control  \(dialogue["control"]?.string ?? "")")
      if let awaiting = dialogue["awaiting"] {
        let options = (awaiting["options"]?.array ?? []).compactMap { $0["label"]?.string }
        note(
          "espera   \(awaiting["slot"]?.string ?? "") (\(awaiting["kind"]?.string ?? "")) \(options.joined(separator: " | "))"
        )
      }
    }
  }

  private func showSlots() {
    withDialogue { dialogue in
      let slots = (dialogue["slots"]?.object ?? [:]).sorted { $0.key < $1.key }
      for (name, value) in slots { note("\(name) = \(value.text)") }
      if slots.isEmpty { note("ninguno") }
    }
  }

  private func trace() {
    switch argument {
    case "on": session.isTracing = true
    case "off": session.isTracing = false
    default: session.screen.problem("/traza on|off")
    }
  }

  private func explain() {
    guard let turn = session.lastTurn else { return session.screen.problem("todavía no has dicho nada") }
    note(DebugBlock(turn: turn, microseconds: nil).text)
    if let understanding = turn.understanding {
      note(traced(understanding.text.text, expecting: understanding.expectation))
    }
  }

  private func understand() {
    guard !argument.isEmpty else { return session.screen.problem("/intent TEXTO") }
    note(traced(argument))
  }

  private func traced(_ text: String, expecting expectation: Expectation = Expectation()) -> String {
    let now = session.opened.zone.local(session.opened.clock.clock.now())
    return session.opened.content.model.trace(
      text, context: UnderstandingContext(recognition: RecognitionContext(now: now), expectation: expectation))
  }

  private func showQueue() {
    attempt { () throws(AssistantError) in
      let view = try session.assistant.tickets()
      let waiting = view.tickets.filter { $0.status == .queued || $0.status == .claimed }
      for ticket in waiting { note(TicketText.line(of: ticket, zone: session.opened.zone)) }
      if waiting.isEmpty { note("no espera nadie") }
    }
  }

  private func showJSON() {
    guard let turn = session.lastTurn else { return session.screen.problem("todavía no has dicho nada") }
    var fields: [String: JSONValue] = [
      "turn": .number(turn.turn), "duplicate": .bool(turn.duplicate),
      "events": .array(turn.events.map { session.assistant.eventJSON($0) }),
    ]
    fields["understanding"] = turn.understanding.flatMap {
      try? JSONValue.parse(UnderstandingJSON.json(of: $0, parse: false))
    }
    fields["dialogue"] = turn.dialogue?.json
    session.screen.line(JSONValue.object(fields).text)
  }

  // MARK: Shared

  private func note(_ text: String) { session.screen.note(text) }

  private func withDialogue(_ body: (JSONValue) -> Void) {
    attempt { () throws(AssistantError) in body(try session.assistant.conversation(session.conversation).dialogue.json)
    }
  }

  private func attempt(_ body: () throws(AssistantError) -> Void) {
    do { try body() } catch { session.screen.problem(error.message) }
  }
}

/// `+31m`, `+1d12h`: how far the clock is pushed.
enum ClockShift {
  static func seconds(_ text: String) -> TimeInterval? {
    let units: [Character: Int] = ["s": 1, "m": 60, "h": 3_600, "d": 86_400]
    var (total, number, digits) = (0, 0, 0)
    for character in text.drop(while: { $0 == "+" }) {
      if let digit = character.wholeNumberValue, digits < 8 {
        number = number * 10 + digit
        digits += 1
      } else if let unit = units[character], digits > 0 {
        total += number * unit
        (number, digits) = (0, 0)
      } else {
        return nil
      }
    }
    return digits == 0 && total > 0 ? TimeInterval(total) : nil
  }
}
