import Foundation
import Storage
import Testing

@testable import Service

@Suite("traffic against the published schema", .serialized)
struct SchemaTests {
  private let schema: SchemaValidator

  init() throws { schema = try SchemaValidator() }

  @Test("every method is described, and nothing else")
  func methods() throws {
    let described = try #require(schema.document["$defs"]?["methods"]?.object)
    #expect(Set(described.keys) == Set(ServiceMethod.all.keys))
  }

  @Test(
    "what the schema refuses",
    arguments: [
      (
        "request",
        #"{"jsonrpc":"2.0","id":1,"method":"conversation.send","params":{"conversation":"c","messageId":"m"}}"#
      ),
      ("request", #"{"jsonrpc":"2.0","id":1,"method":"conversation.fly","params":{}}"#),
      ("request", #"{"jsonrpc":"2.0","id":1,"method":"conversation.close"}"#),
      ("reply", #"{"jsonrpc":"2.0","id":1}"#),
      ("reply", #"{"jsonrpc":"2.0","id":1,"result":{},"error":{"code":1001,"message":"x"}}"#),
      ("event", #"{"seq":0,"at":"2026-03-10T10:00:00+01:00","kind":"csat.requested"}"#),
      ("event", #"{"seq":1,"at":"2026-03-10 10:00","kind":"csat.requested"}"#),
      ("event", #"{"seq":1,"at":"2026-03-10T10:00:00Z","kind":"bot.message","text":"x"}"#),
    ])
  func refused(definition: String, text: String) throws {
    #expect(!schema.faults(try JSONValue.parse(text), against: "#/$defs/\(definition)").isEmpty)
  }

  @Test("a conversation that cancels, is handed to a person and comes back")
  func traffic() throws {
    let caller = try SchemaCaller(schema: schema)
    try caller.call("server.discover")
    try caller.call("server.health")
    let opened = try caller.call("conversation.open", ["customer": ["id": "cli_001"], "channel": "web", "key": "k"])
    let conversation = try #require(opened["conversation"])
    func say(_ text: String) throws -> JSONValue {
      try caller.call(
        "conversation.send",
        [
          "conversation": conversation, "messageId": .string(text), "text": .string(text),
          "want": ["understanding", "dialogue", "trace"],
        ])
    }
    for text in ["hola", "quiero cancelar el 402-1111111-1111111", "todo", "sí", "asdf qwer", "📦"] { _ = try say(text) }
    _ = try say("quiero hablar con una persona")
    let queue = try caller.call("queue.list", ["status": "queued"])
    #expect(queue["tickets"]?.array?.count == 1)
    let claim: JSONValue = ["agent": "ana", "key": "k", "leaseS": 60]
    let claimed = try caller.call("queue.claim", claim)
    #expect(try caller.call("queue.claim", claim) == claimed)
    let ticket = try #require(claimed["ticket"]?["id"])
    let lease = try #require(claimed["lease"])
    try caller.call("queue.renew", ["ticket": ticket, "lease": lease])
    try caller.call("queue.say", ["ticket": ticket, "lease": lease, "messageId": "a", "text": "Soy Ana"])
    _ = try say("gracias, Ana")
    let resolved = try caller.call(
      "queue.resolve", ["ticket": ticket, "lease": lease, "outcome": "hecho", "note": "", "return": "bot"])
    #expect(resolved["dialogue"]?["control"] == "bot")
    #expect(try caller.call("queue.claim", ["agent": "ana", "key": "k2"]) == ["ticket": .null])
    let named: JSONValue = ["conversation": conversation]
    try caller.call("conversation.events", named)
    try caller.call("conversation.get", named)
    try caller.call("conversation.transcript", ["conversation": conversation, "format": "json"])
    try caller.call("conversation.rate", ["conversation": conversation, "messageId": "r", "score": 4])
    try caller.call("conversation.close", named)
    try caller.call("admin.clock", ["by": "PT1H"])
    try caller.call("server.stats", ["since": "2026-03-10T00:00:00+01:00"])
    caller.end()
  }
}

/// Calls one method after the other and holds requests, replies and results against the schema.
private final class SchemaCaller {
  private let schema: SchemaValidator
  private let service: ServiceFixture
  private var next = 0

  init(schema: SchemaValidator) throws {
    self.schema = schema
    service = try ServiceFixture(roles: [.customer, .agent, .admin])
  }

  @discardableResult
  func call(_ method: String, _ parameters: JSONValue = [:]) throws -> JSONValue {
    next += 1
    let line = request(next, method, parameters)
    #expect(schema.faults(try JSONValue.parse(line), against: "#/$defs/request") == [])
    service.send(line)
    let reply = try service.line()
    #expect(schema.faults(reply, against: "#/$defs/reply") == [])
    let result = try #require(reply["result"], "\(method): \(reply.text)")
    #expect(schema.faults(result, against: "#/$defs/methods/\(method)/result") == [], "\(method)")
    return result
  }

  func end() {
    service.closeInput()
    #expect(service.exitCode() == 0)
    service.closeOutput()
  }
}
