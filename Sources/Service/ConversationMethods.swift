import Assistant
import Foundation
import Storage
import Understanding

extension ServiceMethod {
  /// `conversation.*`.
  static let conversationMethods: [String: ServiceMethod] = [
    "conversation.open": ServiceMethod(roles: [.customer], order: .before, run: open),
    "conversation.identify": ServiceMethod(roles: [.customer], order: .by("conversation"), run: identify),
    "conversation.send": ServiceMethod(roles: [.customer], order: .by("conversation"), run: send),
    "conversation.events": ServiceMethod(roles: [.customer, .agent], order: .by("conversation"), run: events),
    "conversation.get": ServiceMethod(roles: [.customer, .agent], order: .by("conversation"), run: get),
    "conversation.transcript": ServiceMethod(
      roles: [.customer, .agent], order: .by("conversation"), run: transcript),
    "conversation.rate": ServiceMethod(roles: [.customer], order: .by("conversation"), run: rate),
    "conversation.close": ServiceMethod(roles: [.customer], order: .by("conversation"), run: close),
  ]

  private static func open(
    _ context: ServiceContext, _ parameters: [String: JSONValue]
  ) throws(AssistantError) -> JSONValue {
    let reader = try ParameterReader(
      parameters, known: ["conversation", "customer", "channel", "resume", "locale", "metadata", "key"])
    if let locale = try reader.optionalText("locale"), locale != "es", !locale.hasPrefix("es-") {
      throw reader.refusal("locale", "solo se atiende en español («es», «es-ES»…)")
    }
    let key = try reader.optionalID("key")
    let customer = try reader.customer()
    let channel = try reader.optionalID("channel") ?? "api"
    let resume = try reader.choice("resume", among: ["never", "latest"]) ?? "never"
    let metadata = try reader.json("metadata", bytes: 4_096)
    let named = try reader.optionalID("conversation")
    let known = try context.remembered("conversation.open", key: key, payload: parameters)
    let opened = try context.assistant.open(
      conversation: known ?? named, customer: customer, channel: channel, resume: resume, metadata: metadata)
    if known == nil {
      try context.remember("conversation.open", key: key, payload: parameters, as: opened.conversation)
    }
    return .object([
      "conversation": .string(opened.conversation), "resumed": .bool(opened.resumed),
      "dialogue": opened.dialogue.json, "events": context.events(opened.events),
    ])
  }

  private static func identify(
    _ context: ServiceContext, _ parameters: [String: JSONValue]
  ) throws(AssistantError) -> JSONValue {
    let reader = try ParameterReader(parameters, known: ["conversation", "customer"])
    let conversation = try reader.id("conversation")
    guard let customer = try reader.customer() else { throw reader.refusal("customer", "falta") }
    guard !customer.isAnonymous else { throw reader.refusal("customer.assurance", "identified o authenticated") }
    return ["dialogue": try context.assistant.identify(conversation: conversation, customer: customer).json]
  }

  private static func send(
    _ context: ServiceContext, _ parameters: [String: JSONValue]
  ) throws(AssistantError) -> JSONValue {
    let reader = try ParameterReader(
      parameters, known: ["conversation", "messageId", "text", "option", "at", "want"])
    let conversation = try reader.id("conversation")
    let messageID = try reader.id("messageId")
    let text = try reader.optionalText("text")
    let option = try reader.optionalText("option")
    // The client's own time: checked, but the server's clock decides.
    _ = try reader.time("at")
    let want = Set(try reader.texts("want", among: ["understanding", "dialogue", "trace"]) ?? [])
    let input: CustomerInput
    switch (text, option) {
    case (let text?, nil): input = .text(text)
    case (nil, let option?): input = .option(option)
    default: throw reader.refusal("text", "o «text» u «option», y solo uno")
    }
    let start = ContinuousClock.now
    let turn = try context.assistant.send(
      conversation: conversation, messageID: messageID, input: input, want: want.union(["understanding"]))
    context.statistics.count(turn.understanding, took: ContinuousClock.now - start)
    var result: [String: JSONValue] = [
      "turn": .number(turn.turn), "duplicate": .bool(turn.duplicate), "events": context.events(turn.events),
    ]
    if want.contains("understanding") { result["understanding"] = try turn.understanding.map(json) }
    result["dialogue"] = turn.dialogue?.json
    result["trace"] = turn.trace.map { .string($0) }
    return .object(result)
  }

  /// The understanding as the layer that made it writes it, with our order of keys.
  private static func json(_ understanding: Understanding) throws(AssistantError) -> JSONValue {
    do {
      return try JSONValue.parse(UnderstandingJSON.json(of: understanding, parse: false))
    } catch {
      throw AssistantError(code: -32603, message: "error interno: \(error)")
    }
  }

  private static func events(
    _ context: ServiceContext, _ parameters: [String: JSONValue]
  ) throws(AssistantError) -> JSONValue {
    let reader = try ParameterReader(parameters, known: ["conversation", "after", "limit"])
    let page = try context.assistant.events(
      conversation: try reader.id("conversation"), after: try reader.optionalInteger("after", in: 0...Int.max) ?? 0,
      limit: try reader.optionalInteger("limit", in: 1...ServiceLimits.eventsPerPage) ?? ServiceLimits.eventsPerPage)
    return .object([
      "events": context.events(page.events), "last": .number(page.last), "more": .bool(page.more),
    ])
  }

  private static func get(
    _ context: ServiceContext, _ parameters: [String: JSONValue]
  ) throws(AssistantError) -> JSONValue {
    let reader = try ParameterReader(parameters, known: ["conversation"])
    let found = try context.assistant.conversation(try reader.id("conversation"))
    return .object([
      "dialogue": found.dialogue.json, "customer": found.customer.json,
      "createdAt": context.rfc3339(found.createdAt), "expiresAt": context.rfc3339(found.expiresAt),
    ])
  }

  private static func transcript(
    _ context: ServiceContext, _ parameters: [String: JSONValue]
  ) throws(AssistantError) -> JSONValue {
    let reader = try ParameterReader(parameters, known: ["conversation", "format"])
    let format = try reader.choice("format", among: ["chat", "md", "json"]) ?? "chat"
    let text = try context.assistant.transcript(conversation: try reader.id("conversation"), format: format)
    return ["text": .string(text)]
  }

  private static func rate(
    _ context: ServiceContext, _ parameters: [String: JSONValue]
  ) throws(AssistantError) -> JSONValue {
    let reader = try ParameterReader(
      parameters, known: ["conversation", "messageId", "score", "comment", "resolved"])
    _ = try reader.flag("resolved")
    let recorded = try context.assistant.rate(
      conversation: try reader.id("conversation"), messageID: try reader.id("messageId"),
      score: try reader.integer("score", in: 1...5), comment: try reader.optionalText("comment"))
    return ["recorded": .bool(recorded)]
  }

  private static func close(
    _ context: ServiceContext, _ parameters: [String: JSONValue]
  ) throws(AssistantError) -> JSONValue {
    let reader = try ParameterReader(parameters, known: ["conversation", "reason"])
    let closedAt = try context.assistant.close(
      conversation: try reader.id("conversation"), reason: try reader.optionalText("reason"))
    return ["closedAt": context.rfc3339(closedAt)]
  }
}
