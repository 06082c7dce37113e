import Assistant
import Foundation
import Storage

extension ServiceMethod {
  /// `server.*` and `admin.*`.
  static let serverMethods: [String: ServiceMethod] = [
    "server.discover": ServiceMethod(roles: Set(ServiceRole.allCases), order: .free) {
      context, parameters throws(AssistantError) in
      _ = try ParameterReader(parameters, known: [])
      return .object([
        "protocols": ["mostrador/1"],
        "server": ["name": "mostrador", "version": .string(context.options.version)],
        "content": ["version": .string(context.options.version), "hash": .string(context.assistant.content.hash)],
        "limits": [
          "lineBytes": .number(ServiceLimits.lineBytes), "textScalars": .number(ServiceLimits.textScalars),
          "requestsInFlight": .number(ServiceLimits.requestsInFlight),
          "eventsPerPage": .number(ServiceLimits.eventsPerPage),
        ],
        "roles": .array(context.options.roles.map(\.rawValue).sorted().map(JSONValue.string)),
        "locale": "es", "clock": context.rfc3339(context.assistant.clock.now()),
        "zone": .string(context.assistant.zone.identifier),
        "methods": .array(ServiceMethod.names(for: context.options.roles).map(JSONValue.string)),
      ])
    },
    "server.health": ServiceMethod(roles: Set(ServiceRole.allCases), order: .free) {
      context, parameters throws(AssistantError) in
      _ = try ParameterReader(parameters, known: [])
      let store = probe { _ = try context.assistant.store.read { try $0.counts() } }
      let orders = probe { try context.assistant.askOrderService() }
      let healthy = store["ok"] == true && orders["ok"] == true
      var storeReport = store
      storeReport["kind"] = .string(context.assistant.store.kind)
      return .object([
        "status": healthy ? "ok" : "degraded", "store": .object(storeReport), "orders": .object(orders),
        "uptimeS": .number(context.statistics.uptimeSeconds),
      ])
    },
    "server.stats": ServiceMethod(roles: Set(ServiceRole.allCases), order: .free) {
      context, parameters throws(AssistantError) in
      let reader = try ParameterReader(parameters, known: ["since"])
      let since = try reader.time("since") ?? .distantPast
      let (counts, queue) = try context.reading { (try $0.statistics(since: since), try $0.counts()) }
      func rate(_ part: Int, of whole: Int) -> JSONValue {
        .number(whole == 0 ? 0 : (Double(part) / Double(whole) * 1_000).rounded() / 1_000)
      }
      return .object([
        "conversations": .number(counts.conversations), "turns": .number(counts.turns),
        "intents": .object(context.statistics.intents.mapValues { .number($0) }),
        "fallbackRate": rate(counts.fallbacks, of: counts.turns),
        "handoffRate": rate(counts.handedOff, of: counts.conversations),
        "containment": rate(max(0, counts.conversations - counts.handedOff), of: counts.conversations),
        "csat": ["n": .number(counts.ratings), "avg": .number((counts.averageScore * 100).rounded() / 100)],
        "queue": .object(queue.mapValues { .number($0) }), "latencyUs": context.statistics.latencyJSON,
      ])
    },
    "admin.clock": ServiceMethod(roles: [.admin], order: .alone) { context, parameters throws(AssistantError) in
      let reader = try ParameterReader(parameters, known: ["to", "by"])
      let to = try reader.time("to")
      let by = try reader.optionalText("by")
      guard (to == nil) != (by == nil) else { throw reader.refusal("to", "o «to» o «by», y solo uno") }
      guard let clock = context.assistant.clock as? SettableClock else {
        throw AssistantError(code: 1004, message: "el reloj no está fijado (opción --clock fixed:…)")
      }
      if let to { clock.set(to: to) }
      if let by {
        guard let seconds = duration(by) else { throw reader.refusal("by", "una duración ISO 8601: PT31M, P2D, -PT1H") }
        clock.advance(by: seconds)
      }
      return ["now": context.rfc3339(clock.now())]
    },
  ]

  /// Tries something and tells whether it worked and how long it took.
  private static func probe(_ body: () throws -> Void) -> [String: JSONValue] {
    let start = ContinuousClock.now
    var works = true
    do { try body() } catch { works = false }
    let elapsed = ContinuousClock.now - start
    return ["ok": .bool(works), "ms": .number((Double(elapsed.microseconds) / 10).rounded() / 100)]
  }

  /// Reads weeks, days, hours, minutes and seconds of ISO 8601, largest first, with a sign.
  ///
  /// No months and years: they have no fixed length.
  static func duration(_ text: String) -> TimeInterval? {
    var rest = Substring(text)
    let sign: Double = rest.hasPrefix("-") ? -1 : 1
    if rest.hasPrefix("-") { rest.removeFirst() }
    guard rest.hasPrefix("P") else { return nil }
    rest.removeFirst()
    let units: [(name: Character, seconds: Double, ofTime: Bool)] = [
      ("W", 604_800, false), ("D", 86_400, false), ("H", 3_600, true), ("M", 60, true), ("S", 1, true),
    ]
    var next = 0
    var inTime = false
    var seconds: Double?
    while let first = rest.first {
      if first == "T" {
        guard !inTime, rest.count > 1 else { return nil }
        inTime = true
        rest.removeFirst()
        continue
      }
      let digits = rest.prefix { ("0"..."9").contains($0) }
      guard digits.count <= 9, let count = Double(digits), let name = rest.dropFirst(digits.count).first,
        let index = units.firstIndex(where: { $0.name == name && $0.ofTime == inTime }), index >= next
      else { return nil }
      seconds = (seconds ?? 0) + count * units[index].seconds
      next = index + 1
      rest = rest.dropFirst(digits.count + 1)
    }
    return seconds.map { sign * $0 }
  }
}
