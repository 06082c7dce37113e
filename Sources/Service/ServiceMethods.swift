import Assistant
import Foundation
import Storage

/// The protocol's methods by name: who may call one, what keeps its order, what it does.
struct ServiceMethod: Sendable {
  enum Order: Sendable {
    /// After every earlier request with the same value of this parameter.
    case by(String)
    /// With nothing before it.
    case free
    /// After everything before it, and before everything after it.
    case alone
    /// Before everything after it: its result names what the next line may speak of.
    case before
  }

  var roles: Set<ServiceRole>
  var order: Order
  var run: @Sendable (ServiceContext, [String: JSONValue]) throws(AssistantError) -> JSONValue

  static let all: [String: ServiceMethod] =
    serverMethods.merging(conversationMethods) { first, _ in first }.merging(queueMethods) { first, _ in first }

  /// What a process that serves these roles answers to, in alphabetical order.
  static func names(for roles: Set<ServiceRole>) -> [String] {
    all.filter { !$0.value.roles.isDisjoint(with: roles) }.keys.sorted()
  }
}

/// Whom the process serves; `--allow` names them.
package enum ServiceRole: String, Hashable, Sendable, CaseIterable { case customer, agent, admin }

/// What methods work with.
struct ServiceContext: Sendable {
  let assistant: Assistant
  let options: ServiceOptions
  let statistics: ServiceStatistics

  func rfc3339(_ date: Date) -> JSONValue { .string(assistant.zone.rfc3339(date)) }
  func events(_ events: [ConversationEvent]) -> JSONValue { .array(events.map { assistant.eventJSON($0) }) }

  /// Runs `body` on the store; failures become error 1010.
  func reading<T>(_ body: (StoreSession) throws -> T) throws(AssistantError) -> T {
    do { return try assistant.store.read(body) } catch { throw unavailable(error) }
  }

  func writing<T>(_ body: (StoreSession) throws -> T) throws(AssistantError) -> T {
    do { return try assistant.store.write(body) } catch { throw unavailable(error) }
  }

  private func unavailable(_ error: any Error) -> AssistantError {
    if let error = error as? AssistantError { return error }
    return AssistantError(
      code: 1010, message: "el almacén no está disponible: \(error)", data: ["retryAfterMs": 1_000])
  }

  /// Looks up what a client's key stood for; the same key with other parameters is error 1012.
  func remembered(_ scope: String, key: String?, payload: [String: JSONValue]) throws(AssistantError) -> String? {
    guard let key else { return nil }
    let record = try reading { try $0.inbox(scope, key) }
    guard let record else { return nil }
    guard record.payloadHash == JSONValue.object(payload).text else { throw .keyReused }
    return record.result.map { String(decoding: $0, as: UTF8.self) }
  }

  func remember(
    _ scope: String, key: String?, payload: [String: JSONValue], as result: String
  ) throws(AssistantError) {
    guard let key else { return }
    let record = InboxRecord(
      conversation: scope, messageID: key, payloadHash: JSONValue.object(payload).text,
      result: Data(result.utf8), receivedAt: assistant.clock.now())
    try writing { session in
      if try session.inbox(scope, key) == nil { try session.insert(record) }
    }
  }
}
