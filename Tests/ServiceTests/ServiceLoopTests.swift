import Foundation
import Storage
import Testing

@testable import Service

@Suite("the protocol over pipes", .serialized)
struct ServiceLoopTests {
  private let open = request(1, "conversation.open", ["conversation": "c_1"])

  private func say(_ id: Int, _ text: String, to conversation: String = "c_1", message: String? = nil) -> String {
    request(
      id, "conversation.send",
      [
        "conversation": .string(conversation), "messageId": .string(message ?? "m-\(id)"), "text": .string(text),
        "want": ["understanding", "dialogue"],
      ])
  }

  @Test("nothing in, nothing out, exit code 0")
  func empty() throws { #expect(try ServiceFixture().exchange(["", "  ", "\r"]).isEmpty) }

  @Test("open, send, transcript, rate, close")
  func conversation() throws {
    let replies = try ServiceFixture().exchange([
      open, say(2, "hola"), request(3, "conversation.get", ["conversation": "c_1"]),
      request(4, "conversation.events", ["conversation": "c_1", "limit": 2]),
      request(5, "conversation.transcript", ["conversation": "c_1", "format": "md"]),
      request(6, "conversation.rate", ["conversation": "c_1", "messageId": "r-1", "score": 5]),
      request(7, "conversation.close", ["conversation": "c_1"]), say(8, "hola otra vez"),
      request(9, "server.discover"), request(10, "server.health"), request(11, "server.stats"),
    ])
    #expect(replies.count == 11)
    let turn = try #require(try replies.reply(2)["result"])
    #expect(turn["turn"] == 1 && turn["duplicate"] == false)
    #expect(turn["events"]?.array?.first?["kind"] == "user.message")
    #expect(turn["events"]?.array?.first?["at"] == "2026-03-10T10:00:00+01:00")
    #expect(try replies.reply(4)["result"]?["more"] == true)
    #expect(try replies.reply(6)["result"]?["recorded"] == true)
    #expect(try replies.reply(7)["result"]?["closedAt"] == "2026-03-10T10:00:00+01:00")
    #expect(try replies.reply(8)["error"]?["code"] == 1002)
    #expect(try replies.reply(9)["result"]?["clock"] == "2026-03-10T10:00:00+01:00")
    #expect(try replies.reply(10)["result"]?["status"] == "ok")
  }

  @Test(
    "lines that are no request",
    arguments: [
      ("{", -32700, JSONValue.null), ("hola", -32700, .null), ("[]", -32600, .null), (#"[{"id":1}]"#, -32600, .null),
      ("3", -32600, .null), (#"{"id":7,"method":"server.health"}"#, -32600, 7),
      (#"{"jsonrpc":"2.0","id":"x"}"#, -32600, "x"),
      (#"{"jsonrpc":"2.0","id":{},"method":"server.health"}"#, -32600, .null),
      (#"{"jsonrpc":"2.0","id":1,"id":2,"method":"server.health"}"#, -32700, .null),
      (#"{"jsonrpc":"2.0","id":1,"method":"server.health","params":[]}"#, -32600, 1),
      (#"{"jsonrpc":"2.0","id":1,"method":"server.health","extra":1}"#, -32600, 1),
      (#"{"jsonrpc":"2.0","id":1,"method":"server.nothing"}"#, -32601, 1),
      (#"{"jsonrpc":"2.0","id":1,"method":"admin.clock","params":{}}"#, 1004, 1),
      (#"{"jsonrpc":"2.0","id":1,"method":"server.health","params":{"a":"\ud800"}}"#, -32700, .null),
    ])
  func refused(line: String, code: Int, id: JSONValue) throws {
    let replies = try ServiceFixture().exchange([line, request(99, "server.health")])
    #expect(replies.count == 2)
    let refused = try #require(replies.first { $0["error"] != nil })
    #expect(refused["error"]?["code"] == .number(code))
    #expect(refused["id"] == id)
    #expect(try replies.reply(99)["result"] != nil)
  }

  @Test(
    "parameters that are wrong say where",
    arguments: [
      ("conversation.send", #"{"messageId":"m","text":"a"}"#, "params.conversation"),
      ("conversation.send", #"{"conversation":"","messageId":"m","text":"a"}"#, "params.conversation"),
      ("conversation.send", #"{"conversation":"c","messageId":"m"}"#, "params.text"),
      ("conversation.send", #"{"conversation":"c","messageId":"m","text":"a","option":"b"}"#, "params.text"),
      ("conversation.send", #"{"conversation":"c","messageId":"m","text":3}"#, "params.text"),
      ("conversation.send", #"{"conversation":"c","messageId":"m","text":"a","want":["all"]}"#, "params.want[0]"),
      ("conversation.send", #"{"conversation":"c","messageId":"m","text":"a","wnat":[]}"#, "params.wnat"),
      ("conversation.send", #"{"conversation":"c","messageId":"m","text":"a","at":"mañana"}"#, "params.at"),
      ("conversation.open", #"{"customer":{"id":7}}"#, "params.customer.id"),
      ("conversation.open", #"{"locale":"fr"}"#, "params.locale"),
      ("conversation.rate", #"{"conversation":"c","messageId":"m","score":6}"#, "params.score"),
      ("conversation.events", #"{"conversation":"c","limit":501}"#, "params.limit"),
      (
        "queue.say", #"{"ticket":"t","lease":{"token":"x","epoch":1},"messageId":"m","text":"a","private":true}"#,
        "params.private"
      ),
      ("queue.claim", #"{"agent":"a"}"#, "params.key"),
    ])
  func invalid(method: String, parameters: String, path: String) throws {
    let replies = try ServiceFixture().exchange([request(1, method, try JSONValue.parse(parameters))])
    #expect(replies.first?["error"]?["code"] == -32602)
    #expect(replies.first?["error"]?["data"]?["path"] == .string(path))
  }

  @Test("a line over 1 MiB is skipped, the next one is served")
  func tooLong() throws {
    let replies = try ServiceFixture().exchange([
      String(repeating: "x", count: (1 << 20) + 1), request(1, "server.health"),
    ])
    #expect(replies.first?["error"]?["code"] == 1413)
    #expect(replies.first?["id"] == .null)
    #expect(try replies.reply(1)["result"] != nil)
  }

  @Test("invalid UTF-8 is answered, and the next line too")
  func invalidUTF8() throws {
    let service = try ServiceFixture()
    service.send([0x22, 0xFF, 0x22, 0x0A])
    service.send(request(1, "server.health"))
    service.closeInput()
    let replies = try service.lines()
    #expect(replies.first?["error"]?["code"] == -32700)
    #expect(try replies.reply(1)["result"] != nil)
    #expect(service.exitCode() == 0)
    service.closeOutput()
  }

  @Test("a last line without a line end counts")
  func noLineEnd() throws {
    let service = try ServiceFixture()
    service.send(Array(request(1, "server.health").utf8))
    service.closeInput()
    #expect(try service.lines().count == 1)
    service.closeOutput()
  }

  @Test("a text over 2,000 characters gets a reply that says so")
  func longText() throws {
    let replies = try ServiceFixture().exchange([open, say(2, String(repeating: "a", count: 5_000))])
    #expect(
      try replies.reply(2)["result"]?["events"]?.array?.contains { $0["template"] == "error.demasiado_largo" } == true)
  }

  @Test("the same message id: the same turn; with another text, error 1012")
  func idempotent() throws {
    let replies = try ServiceFixture().exchange([
      open, say(2, "hola", message: "m"), say(3, "hola", message: "m"), say(4, "adiós", message: "m"),
    ])
    #expect(try replies.reply(3)["result"]?["duplicate"] == true)
    #expect(try replies.reply(3)["result"]?["events"] == replies.reply(2)["result"]?["events"])
    #expect(try replies.reply(4)["error"]?["code"] == 1012)
  }

  @Test("the same key opens one conversation")
  func openKey() throws {
    let replies = try ServiceFixture().exchange([
      request(1, "conversation.open", ["key": "k"]), request(2, "conversation.open", ["key": "k"]),
      request(3, "conversation.open", ["key": "k", "channel": "web"]), request(4, "conversation.open"),
    ])
    #expect(try replies.reply(1)["result"]?["conversation"] == replies.reply(2)["result"]?["conversation"])
    #expect(try replies.reply(2)["result"]?["resumed"] == true)
    #expect(try replies.reply(3)["error"]?["code"] == 1012)
    #expect(try replies.reply(4)["result"]?["conversation"] != replies.reply(1)["result"]?["conversation"])
  }

  @Test("unknown conversations, other customers, tokens")
  func strangers() throws {
    let customer: JSONValue = ["conversation": "c_1", "customer": ["id": "otra"]]
    let replies = try ServiceFixture().exchange([
      request(1, "conversation.open", ["conversation": "c_1", "customer": ["id": "cli_001"]]),
      say(2, "hola", to: "c_9"), request(3, "conversation.identify", customer),
      request(4, "conversation.open", ["customer": ["id": "x", "token": "a.b"]]),
    ])
    #expect(try replies.reply(2)["error"]?["code"] == 1001)
    #expect(try replies.reply(3)["error"]?["code"] == 1003)
    #expect(try replies.reply(4)["error"]?["code"] == 1003)
  }

  @Test("each conversation keeps its order, many at a time, past 256 in flight")
  func order() throws {
    let names = (0..<20).map { "c_\($0)" }
    var requests = names.enumerated().map {
      request($0.offset, "conversation.open", ["conversation": .string($0.element)])
    }
    var id = 100
    for round in 1...30 {
      for name in names {
        requests.append(say(id, "mensaje \(round)", to: name))
        id += 1
      }
    }
    let replies = try ServiceFixture().exchange(requests)
    #expect(replies.count == requests.count)
    for (index, _) in names.enumerated() {
      let turns = replies.compactMap { reply -> Int? in
        guard let id = reply["id"]?.int, id >= 100, (id - 100) % 20 == index else { return nil }
        return reply["result"]?["turn"]?.int
      }
      #expect(turns == Array(1...30))
    }
  }

  @Test("a client that sends without reading loses nothing")
  func backPressure() throws {
    let service = try ServiceFixture()
    Thread.detachNewThread {
      for id in 0..<3_000 { service.send(request(id, "server.discover")) }
      service.closeInput()
    }
    Thread.sleep(forTimeInterval: 0.3)
    let replies = try service.lines()
    #expect(Set(replies.compactMap { $0["id"]?.int }) == Set(0..<3_000))
    #expect(service.exitCode() == 0)
    service.closeOutput()
  }

  @Test("a client that goes away ends the process with exit code 1, and what was said is stored")
  func brokenOutput() throws {
    let store = try Store(path: ":memory:")
    let service = try ServiceFixture(store: store)
    service.closeOutput()
    service.send(open)
    service.send(say(2, "hola"))
    #expect(service.exitCode() == 1)
    service.closeInput()
    #expect(try store.read { try $0.conversation("c_1") } != nil)
  }

  @Test("the clock moves for the admin, between the requests around it")
  func clock() throws {
    let replies = try ServiceFixture(roles: [.customer, .admin]).exchange([
      open, say(2, "hola"), request(3, "admin.clock", ["by": "PT31M"]), say(4, "hola"),
      request(5, "admin.clock", ["to": "2026-03-29T03:30:00+02:00"]), say(6, "hola"),
      request(7, "queue.list"),
    ])
    func at(_ id: JSONValue) throws -> JSONValue? { try replies.reply(id)["result"]?["events"]?.array?.first?["at"] }
    #expect(try at(2) == "2026-03-10T10:00:00+01:00")
    #expect(try at(4) == "2026-03-10T10:31:00+01:00")
    #expect(try at(6) == "2026-03-29T03:30:00+02:00")
    #expect(try replies.reply(7)["error"]?["code"] == 1004)
  }

  @Test("notifications are done and not answered")
  func notification() throws {
    let replies = try ServiceFixture().exchange([
      #"{"jsonrpc":"2.0","method":"conversation.open","params":{"conversation":"c_1"}}"#,
      #"{"jsonrpc":"2.0","method":"nothing"}"#, #"{"jsonrpc":"2.0","method":"$/cancel","params":{"id":1}}"#,
      say(2, "hola"),
    ])
    #expect(replies.count == 1)
    #expect(try replies.reply(2)["result"] != nil)
  }
}
