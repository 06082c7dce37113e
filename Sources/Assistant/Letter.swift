import Commerce
import Dialogue
import Spanish

/// An e-mail that follows an action.
struct Letter {
  /// The message that is its text.
  var template: String
  var to: String
  /// What its text needs beyond what the action was given and gave.
  var details: Slots = [:]

  /// A copy of the conversation (DOC1).
  static let conversation = "correo.copia"
  /// A cancellation of what had not been charged: there is nothing to give back.
  static let uncharged = "correo.cancelacion_sin_cobro"

  /// Every message that is sent as an e-mail.
  static let templates = Set(Confirmation.Kind.allCases.map(\.template) + [conversation, uncharged])
}

extension Letter {
  init(_ confirmation: Confirmation) { self.init(template: confirmation.kind.template, to: confirmation.email) }
}

extension Confirmation.Kind {
  var template: String {
    switch self {
    case .cancelled: "correo.cancelacion_confirmada"
    case .cancellationRequested: "correo.cancelacion_solicitada"
    case .exchangeCreated: "correo.cambio_creado"
    case .orderModified: "correo.pedido_modificado"
    case .lostSettled: "correo.paquete_reclamado"
    case .subscriptionCancelled: "correo.suscripcion_cancelada"
    case .returnCreated: "correo.devolucion_creada"
    case .replacementCreated: "correo.reemplazo_creado"
    case .nothingToSend: "correo.sin_envio"
    }
  }
}
