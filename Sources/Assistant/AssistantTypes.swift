package import Dialogue
package import Foundation
package import Storage
package import Understanding

/// What the customer did.
package enum CustomerInput: Hashable, Sendable {
  case text(String)
  /// Tapped a quick reply, by its id or its label.
  case option(String)
}

/// What a turn gave back. Its events are stored before it is returned.
package struct TurnResult: Sendable {
  package var turn: Int
  /// The message id had been seen before: these are the events of then.
  package var duplicate: Bool
  package var events: [ConversationEvent]
  package var understanding: Understanding?
  package var dialogue: DialogueView?
  package var trace: String?
  package var observation = TurnObservation()
}

/// What ran in a turn below what the customer sees.
package struct TurnObservation: Sendable {
  package var path: [FlowPassage] = []
  package var calls: [(action: String, outcome: String)] = []
  package var said: [(template: String, variant: Int)] = []

  package init() {}
}

/// The dialogue's state as the protocol shows it.
package struct DialogueView: Sendable, Hashable {
  package var json: JSONValue
}

/// A conversation that was opened or found again.
package struct OpenedConversation: Sendable {
  package var conversation: String
  package var resumed: Bool
  package var dialogue: DialogueView
  package var events: [ConversationEvent]
}

/// Proof of who holds a ticket.
package struct Lease: Hashable, Sendable {
  package var token: String
  package var epoch: Int

  package init(token: String, epoch: Int) {
    self.token = token
    self.epoch = epoch
  }
}

/// A ticket in an agent's hands.
package struct ClaimedTicket: Sendable {
  package var ticket: TicketRecord
  package var lease: Lease
  package var until: Date
  /// The conversation so far, as Markdown.
  package var transcript: String
}

/// The queue as an agent sees it.
package struct QueueView: Sendable {
  package var tickets: [TicketRecord]
  package var counts: [String: Int]
  package var open: Bool
  package var opensAt: Date?
}

/// A refusal that a program must handle, under the protocol's code.
package struct AssistantError: Error, Hashable, Sendable {
  package var code: Int
  /// In Spanish, for whoever reads the protocol.
  package var message: String
  package var data: JSONValue?

  package init(code: Int, message: String, data: JSONValue? = nil) {
    self.code = code
    self.message = message
    self.data = data
  }

  static func unknownConversation(_ id: String) -> AssistantError {
    AssistantError(code: 1001, message: "no existe la conversación «\(id)»")
  }
  static let closed = AssistantError(code: 1002, message: "la conversación está cerrada")
  static let otherCustomer = AssistantError(code: 1003, message: "la conversación es de otro cliente")
  static let conflict = AssistantError(code: 1005, message: "otro proceso cambió la conversación; repite la llamada")
  static let leaseLost = AssistantError(code: 1006, message: "el turno sobre el tique ha caducado o es de otro agente")
  static let alreadyClaimed = AssistantError(code: 1007, message: "el tique ya lo atiende otra persona")
  static func store(_ reason: String) -> AssistantError {
    AssistantError(
      code: 1010, message: "el almacén no está disponible: \(reason)", data: .object(["retryAfterMs": .number(1_000)]))
  }
  static let otherPayload = AssistantError(code: 1012, message: "esa clave ya se usó con otro contenido")
  static func invalid(_ reason: String) -> AssistantError { AssistantError(code: -32602, message: reason) }
}
