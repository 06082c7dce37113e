import ArgumentParser
import Assistant
import Foundation
import Storage

/// An agent's console on the store that `chat` or `serve` uses.
struct QueueCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "queue", abstract: "La cola de quien espera a una persona.",
    subcommands: [List.self, Claim.self, Say.self, Release.self, Resolve.self], defaultSubcommand: List.self)

  /// How long a console holds a ticket without a word, in seconds.
  fileprivate static let lease = 3_600

  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Los tiques, en el orden en que toca atenderlos.")
    @Option(name: .customLong("estado"), help: "queued, claimed, resolved o cancelled.") var status: String?
    @Flag(help: "Un objeto JSON por línea.") var json = false
    @OptionGroup var options: StoreOptions

    func run() throws {
      let desk = try AgentConsole(options)
      let view = try desk.asking { () throws(AssistantError) in try desk.assistant.tickets(status: status) }
      let shown = view.tickets.filter { status != nil || $0.status == .queued || $0.status == .claimed }
      for ticket in shown {
        Console.out(
          json ? TicketText.jsonLine(of: ticket, zone: desk.zone) : TicketText.line(of: ticket, zone: desk.zone))
      }
      if shown.isEmpty, !json { Console.out("No espera nadie.") }
      if let opensAt = view.opensAt, !json { Console.out("Fuera de horario; se abre \(desk.zone.local(opensAt)).") }
    }
  }

  struct Claim: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Toma un tique, o el siguiente, y muestra la conversación.")
    @OptionGroup var who: AgentOptions
    @OptionGroup var options: StoreOptions

    func run() throws {
      let desk = try AgentConsole(options)
      let claimed = try desk.asking { () throws(AssistantError) in
        try desk.assistant.claim(agent: who.agent, ticket: who.ticket, leaseSeconds: QueueCommand.lease)
      }
      guard let claimed else { return Console.out("No espera nadie.") }
      Console.out(TicketText.line(of: claimed.ticket, zone: desk.zone))
      if !claimed.ticket.summary.isEmpty { Console.out("\n\(claimed.ticket.summary)") }
      Console.out("\n\(claimed.transcript)")
    }
  }

  struct Say: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Dice algo al cliente.")
    @Argument(help: ArgumentHelp("Lo que se le dice.", valueName: "texto")) var text: [String]
    @OptionGroup var who: AgentOptions
    @OptionGroup var options: StoreOptions

    func run() throws {
      let desk = try AgentConsole(options)
      let held = try desk.held(by: who)
      _ = try desk.asking { () throws(AssistantError) in
        _ = try desk.assistant.say(
          ticket: held.ticket.id, lease: held.lease, messageID: "cola-\(UUID().uuidString)",
          text: text.joined(separator: " "))
        return try desk.assistant.renew(ticket: held.ticket.id, lease: held.lease, leaseSeconds: QueueCommand.lease)
      }
      Console.out("dicho a \(held.ticket.id)")
    }
  }

  struct Release: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Devuelve el tique a su sitio en la cola.")
    @Option(name: .customLong("motivo"), help: "Por qué.") var reason = "agente"
    @OptionGroup var who: AgentOptions
    @OptionGroup var options: StoreOptions

    func run() throws {
      let desk = try AgentConsole(options)
      let held = try desk.held(by: who)
      let position = try desk.asking { () throws(AssistantError) in
        try desk.assistant.release(ticket: held.ticket.id, lease: held.lease, reason: reason)
      }
      Console.out("\(held.ticket.id) vuelve a la cola, en el puesto \(position)")
    }
  }

  struct Resolve: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Da el tique por resuelto; la conversación vuelve al asistente, o se cierra.")
    @Option(name: .customLong("resultado"), help: "Cómo ha acabado.") var outcome = "resuelto"
    @Option(name: .customLong("nota"), help: "Para quien lo lea después.") var note = ""
    @Flag(name: .customLong("cierra"), help: "Cierra la conversación.") var close = false
    @OptionGroup var who: AgentOptions
    @OptionGroup var options: StoreOptions

    func run() throws {
      let desk = try AgentConsole(options)
      let held = try desk.held(by: who)
      _ = try desk.asking { () throws(AssistantError) in
        try desk.assistant.resolve(
          ticket: held.ticket.id, lease: held.lease, outcome: outcome, note: note, returnTo: close ? "close" : "bot")
      }
      Console.out("\(held.ticket.id) resuelto")
    }
  }
}

/// Who attends, and whom.
struct AgentOptions: ParsableArguments {
  @Option(name: [.customLong("agente"), .customLong("agent")], help: "Quién atiende.") var agent = "agente"
  @Option(
    name: [.customLong("tique"), .customLong("ticket")],
    help: "Qué tique; si falta, el que ya tiene el agente o, con claim, el siguiente.")
  var ticket: String?
}

/// The desk of one agent, for one command.
private struct AgentConsole {
  let assistant: Assistant
  let zone: TimeZone

  init(_ options: StoreOptions) throws {
    let opened = try OpenedStore(path: UserState.storePath(options.store), shared: true, options: options)
    assistant = opened.assistant
    zone = opened.zone
  }

  func asking<T>(_ body: () throws(AssistantError) -> T) throws(CommandFailure) -> T {
    do { return try body() } catch { throw CommandFailure(.runtime, error.message) }
  }

  /// The ticket that the agent holds. A named one that waits is claimed on the way.
  func held(by who: AgentOptions) throws(CommandFailure) -> ClaimedTicket {
    let claimed = try asking { () throws(AssistantError) -> ClaimedTicket? in
      let mine = try assistant.tickets(status: "claimed").tickets.filter { $0.agent == who.agent }
      guard let ticket = who.ticket ?? mine.first?.id else { return nil }
      return try assistant.claim(agent: who.agent, ticket: ticket, leaseSeconds: QueueCommand.lease)
    }
    guard let claimed else {
      throw CommandFailure(.runtime, "«\(who.agent)» no tiene ningún tique; toma uno con «queue claim»")
    }
    return claimed
  }
}

/// Tickets as a terminal shows them.
enum TicketText {
  static func line(of ticket: TicketRecord, zone: TimeZone) -> String {
    let customer = CustomerIdentity(json: ticket.customer)
    let name = customer.name ?? (customer.isAnonymous ? "anónimo" : customer.id)
    return [
      ticket.id, OrderText.pad(ticket.status.rawValue, 9), "prioridad \(ticket.priority)", ticket.skill, ticket.reason,
      name, "desde \(zone.local(ticket.queuedAt))", ticket.agent.map { "con \($0)" } ?? "",
    ].filter { !$0.isEmpty }.joined(separator: "  ")
  }

  static func jsonLine(of ticket: TicketRecord, zone: TimeZone) -> String {
    var fields: [String: JSONValue] = [
      "ticket": .string(ticket.id), "conversation": .string(ticket.conversation), "customer": ticket.customer,
      "skill": .string(ticket.skill), "priority": .number(ticket.priority), "reason": .string(ticket.reason),
      "status": .string(ticket.status.rawValue), "queuedAt": .string(zone.rfc3339(ticket.queuedAt)),
      "summary": .string(ticket.summary), "record": ticket.record,
    ]
    fields["agent"] = ticket.agent.map { .string($0) }
    fields["outcome"] = ticket.outcome.map { .string($0) }
    return JSONValue.object(fields).text
  }
}
