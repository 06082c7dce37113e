import Assistant
import Storage

/// A JSON-RPC request, checked as far as every method shares.
struct ProtocolRequest: Sendable {
  /// nil for a notification: nobody waits for an answer.
  var id: JSONValue?
  var method: String
  var parameters: [String: JSONValue]
}

/// What a line turned out to be.
enum ProtocolLine: Sendable {
  case request(ProtocolRequest)
  /// No valid request; the id is `.null` when none can be told.
  case refused(id: JSONValue, AssistantError)

  static func read(_ bytes: [UInt8]) -> ProtocolLine {
    let value: JSONValue
    do {
      value = try JSONValue.parse(bytes)
    } catch {
      let data: JSONValue = ["offset": .number(error.offset), "reason": .string(error.reason.rawValue)]
      return .refused(
        id: .null,
        AssistantError(code: -32700, message: "la línea no es JSON válido (byte \(error.offset))", data: data))
    }
    guard let members = value.object else {
      let isBatch = value.array != nil
      return .refused(
        id: .null, .invalidRequest(isBatch ? "no se admiten lotes: una petición por línea" : "se espera un objeto"))
    }
    let id = members["id"]
    switch id {
    case nil, .null, .string, .number: break
    default: return .refused(id: .null, .invalidRequest("id: texto o número"))
    }
    func refused(_ reason: String) -> ProtocolLine { .refused(id: id ?? .null, .invalidRequest(reason)) }
    guard members["jsonrpc"] == "2.0" else { return refused("jsonrpc: se espera \"2.0\"") }
    guard let method = members["method"]?.string else { return refused("method: falta, o no es un texto") }
    let known: Set<String> = ["jsonrpc", "id", "method", "params"]
    if let unknown = members.keys.filter({ !known.contains($0) }).min() { return refused("\(unknown): no se conoce") }
    let parameters: [String: JSONValue]
    switch members["params"] {
    case nil: parameters = [:]
    case .object(let members): parameters = members
    default: return refused("params: se espera un objeto")
    }
    return .request(ProtocolRequest(id: id, method: method, parameters: parameters))
  }
}

extension AssistantError {
  static func invalidRequest(_ reason: String) -> AssistantError {
    AssistantError(code: -32600, message: "petición no válida: \(reason)")
  }

  static func unknownMethod(_ method: String) -> AssistantError {
    AssistantError(code: -32601, message: "no existe el método «\(method)»")
  }

  /// `path` as the client wrote it: `params.customer.id`.
  static func invalidParameter(_ path: String, _ reason: String) -> AssistantError {
    AssistantError(code: -32602, message: "\(path): \(reason)", data: ["path": .string(path)])
  }

  static let lineTooLong = AssistantError(
    code: 1413, message: "la línea pasa de 1 MiB", data: ["limit": .number(ServiceLimits.lineBytes)])
  static let cancelled = AssistantError(code: 1008, message: "petición cancelada")
  static let keyReused = AssistantError(code: 1012, message: "esa clave ya se usó con otro contenido")

  static func notAllowed(_ method: String) -> AssistantError {
    AssistantError(code: 1004, message: "este proceso no admite «\(method)» (opción --allow)")
  }

  var json: JSONValue {
    var members: [String: JSONValue] = ["code": .number(code), "message": .string(message)]
    members["data"] = data
    return .object(members)
  }
}

/// The lines that the server writes.
enum ProtocolReply {
  static func result(_ result: JSONValue, id: JSONValue) -> JSONValue {
    ["jsonrpc": "2.0", "id": id, "result": result]
  }

  static func failure(_ error: AssistantError, id: JSONValue) -> JSONValue {
    ["jsonrpc": "2.0", "id": id, "error": error.json]
  }

  static func notification(_ method: String) -> JSONValue {
    ["jsonrpc": "2.0", "method": .string(method), "params": [:]]
  }
}

/// The limits that `server.discover` tells.
package enum ServiceLimits {
  /// 1 MiB, without the line end.
  package static let lineBytes = 1 << 20
  package static let requestsInFlight = 256
  package static let textScalars = 2_000
  package static let eventsPerPage = 500
  /// In scalars: ids of conversations, messages, tickets, agents, keys.
  package static let idScalars = 200
  /// How long accepted work may take once the input has ended.
  package static let drainSeconds = 10.0
  /// How often conversations are looked at whose customers stopped writing.
  package static let tickMilliseconds: Int32 = 30_000
}
