import Assistant
import Foundation
import Storage

extension ServiceMethod {
  /// `queue.*`.
  static let queueMethods: [String: ServiceMethod] = [
    "queue.list": ServiceMethod(roles: [.agent], order: .free, run: list),
    "queue.claim": ServiceMethod(roles: [.agent], order: .by("agent"), run: claim),
    "queue.renew": ServiceMethod(roles: [.agent], order: .by("ticket"), run: renew),
    "queue.release": ServiceMethod(roles: [.agent], order: .by("ticket"), run: release),
    "queue.say": ServiceMethod(roles: [.agent], order: .by("ticket"), run: say),
    "queue.resolve": ServiceMethod(roles: [.agent], order: .by("ticket"), run: resolve),
  ]

  private static func list(
    _ context: ServiceContext, _ parameters: [String: JSONValue]
  ) throws(AssistantError) -> JSONValue {
    let reader = try ParameterReader(parameters, known: ["status", "skill", "limit", "cursor"])
    let status = try reader.choice("status", among: TicketStatus.allCases.map(\.rawValue))
    let skill = try reader.optionalID("skill")
    let limit = try reader.optionalInteger("limit", in: 1...500) ?? 50
    let cursor = try reader.optionalID("cursor")
    // First the assistant, which takes back tickets whose lease ran out; then the page itself.
    let queue = try context.assistant.tickets(status: status, skill: skill, limit: 1)
    let page = try context.reading { session in
      try session.tickets(
        status: status.flatMap(TicketStatus.init(rawValue:)).map { [$0] }, skill: skill, limit: limit, cursor: cursor)
    }
    var result: [String: JSONValue] = [
      "tickets": .array(page.tickets.map { json($0, context) }),
      "counts": .object(queue.counts.mapValues { .number($0) }), "open": .bool(queue.open),
    ]
    result["cursor"] = page.cursor.map { .string($0) }
    result["opensAt"] = queue.opensAt.map(context.rfc3339)
    return .object(result)
  }

  private static func claim(
    _ context: ServiceContext, _ parameters: [String: JSONValue]
  ) throws(AssistantError) -> JSONValue {
    let reader = try ParameterReader(parameters, known: ["agent", "ticket", "skills", "leaseS", "key"])
    let agent = try reader.id("agent")
    let key = try reader.id("key")
    let named = try reader.optionalID("ticket")
    let skills = try reader.texts("skills")
    guard named == nil || skills == nil else { throw reader.refusal("skills", "o «ticket» o «skills», no los dos") }
    let leaseSeconds = try reader.optionalInteger("leaseS", in: 1...3_600) ?? 120
    // A repeated key asks for the ticket of the first time, not for one more.
    let known = try context.remembered("queue.claim", key: key, payload: parameters)
    let claimed = try context.assistant.claim(
      agent: agent, ticket: known ?? named, skills: skills, leaseSeconds: leaseSeconds)
    guard let claimed else { return ["ticket": .null] }
    if known == nil { try context.remember("queue.claim", key: key, payload: parameters, as: claimed.ticket.id) }
    return .object([
      "ticket": json(claimed.ticket, context),
      "lease": [
        "token": .string(claimed.lease.token), "epoch": .number(claimed.lease.epoch),
        "until": context.rfc3339(claimed.until),
      ],
      "record": claimed.ticket.record, "transcript": .string(claimed.transcript),
    ])
  }

  private static func renew(
    _ context: ServiceContext, _ parameters: [String: JSONValue]
  ) throws(AssistantError) -> JSONValue {
    let reader = try ParameterReader(parameters, known: ["ticket", "lease"])
    let until = try context.assistant.renew(ticket: try reader.id("ticket"), lease: try reader.lease())
    return ["until": context.rfc3339(until)]
  }

  private static func release(
    _ context: ServiceContext, _ parameters: [String: JSONValue]
  ) throws(AssistantError) -> JSONValue {
    let reader = try ParameterReader(parameters, known: ["ticket", "lease", "reason"])
    let position = try context.assistant.release(
      ticket: try reader.id("ticket"), lease: try reader.lease(), reason: try reader.text("reason"))
    return ["position": .number(position)]
  }

  private static func say(
    _ context: ServiceContext, _ parameters: [String: JSONValue]
  ) throws(AssistantError) -> JSONValue {
    let reader = try ParameterReader(parameters, known: ["ticket", "lease", "messageId", "text", "private"])
    // A note that must not reach the customer: refused, as long as there is nowhere else to put it.
    guard try !reader.flag("private") else { throw reader.refusal("private", "las notas privadas aún no se admiten") }
    let text = try reader.text("text")
    guard !text.isEmpty else { throw reader.refusal("text", "está vacío") }
    let seq = try context.assistant.say(
      ticket: try reader.id("ticket"), lease: try reader.lease(), messageID: try reader.id("messageId"), text: text)
    return ["seq": .number(seq)]
  }

  private static func resolve(
    _ context: ServiceContext, _ parameters: [String: JSONValue]
  ) throws(AssistantError) -> JSONValue {
    let reader = try ParameterReader(parameters, known: ["ticket", "lease", "outcome", "note", "return"])
    let dialogue = try context.assistant.resolve(
      ticket: try reader.id("ticket"), lease: try reader.lease(), outcome: try reader.text("outcome"),
      note: try reader.optionalText("note") ?? "",
      returnTo: try reader.choice("return", among: ["bot", "close"]) ?? "bot")
    return ["dialogue": dialogue.json]
  }

  /// A ticket without its lease's token: that one is for the agent who claimed it.
  private static func json(_ ticket: TicketRecord, _ context: ServiceContext) -> JSONValue {
    var members: [String: JSONValue] = [
      "id": .string(ticket.id), "conversation": .string(ticket.conversation), "customer": ticket.customer,
      "skill": .string(ticket.skill), "priority": .number(ticket.priority),
      "priorityReason": .string(ticket.priorityReason), "reason": .string(ticket.reason),
      "level": .number(ticket.level), "status": .string(ticket.status.rawValue),
      "queuedAt": context.rfc3339(ticket.queuedAt), "attempts": .number(ticket.attempts),
      "epoch": .number(ticket.epoch), "summary": .string(ticket.summary),
    ]
    members["claimedAt"] = ticket.claimedAt.map(context.rfc3339)
    members["firstReplyAt"] = ticket.firstReplyAt.map(context.rfc3339)
    members["resolvedAt"] = ticket.resolvedAt.map(context.rfc3339)
    members["agent"] = ticket.agent.map { .string($0) }
    members["leaseUntil"] = ticket.leaseUntil.map(context.rfc3339)
    members["outcome"] = ticket.outcome.map { .string($0) }
    members["note"] = ticket.note.map { .string($0) }
    members["return"] = ticket.returnTo.map { .string($0) }
    members["callback"] = ticket.callback
    return .object(members)
  }
}
