import Understanding

/// Messages that the engine itself says; the content must define each.
package enum BuiltInMessage: String, CaseIterable, Sendable {
  case greeting = "saludo.inicial"
  case notUnderstood = "aclara.no_entendido"
  /// Offers a person.
  case notUnderstoodAgain = "aclara.no_entendido2"
  case whichIntent = "aclara.cual"
  case isItThis = "aclara.esto"
  case yesOrNo = "aclara.si_o_no"
  /// The last try on a question: what it is for.
  case answerNeeded = "aclara.hace_falta"
  case resume = "repara.retomar"
  case corrected = "repara.correccion"
  case correctedDetail = "repara.correccion_dato"
  case dropped = "repara.dejado"
  case droppedAll = "repara.dejado_todo"
  case nothingToDrop = "repara.nada_que_dejar"
  case takeYourTime = "repara.espera"
  case cannotSkip = "repara.no_se_puede_saltar"
  case mustChoose = "repara.hay_que_elegir"
  /// What is spoken of is in none of the customer's orders.
  case notBought = "repara.no_comprado"
  case noted = "repara.anotado"
  case notedForLater = "repara.despues"
  case askedThreeTimes = "repara.tercera_vez"
  case contentChanged = "repara.contenido_cambiado"
  case restarted = "repara.de_nuevo"
  case calm = "trato.calma"
  case angryAgain = "trato.persona"
  case anythingElse = "cierre.algo_mas"
  /// Whether an answer helped; what follows a no are people.
  case didItHelp = "ayuda.servido"
  case goAhead = "cierre.dime"
  case goodbye = "cierre.adios"
  case awake = "cierre.reabierta"
  case expired = "cierre.caducada"
  case reminder = "silencio.recordatorio"
  case asleep = "silencio.cierre"
  case waitingInQueue = "cola.en_espera"
  case stillWaiting = "cola.sigues_en_espera"
  case leftQueue = "cola.salida"
  case queueClosed = "cola.cerrado"
  case askRating = "csat.pregunta"
  /// A score that is none: from 1 to 5, please.
  case askRatingAgain = "csat.otra_vez"
  case askComment = "csat.comentario"
  case thanksForRating = "csat.gracias"
  case serviceBusy = "error.servicio_ocupado"
  case serviceFailed = "error.servicio_reintento"
  case tooLong = "error.demasiado_largo"
  case empty = "error.vacio"
  case onlyEmoji = "error.solo_emoji"
  case otherLanguage = "idioma.otro"
  case cardWarning = "datos.tarjeta_aviso"

  /// Said in passing: what was said before them is what «repite» means, and its options stay on the screen.
  static let passing: Set<String> = [BuiltInMessage.takeYourTime.rawValue, BuiltInMessage.otherLanguage.rawValue]

  /// The names of the languages that are recognised, by their code.
  static let languageName = "idioma.nombre."

  /// What the content lacks of them.
  static func diagnostics(for content: DialogueContent) -> [Diagnostic] {
    allCases.filter { content.messages[$0.rawValue] == nil }.map { missing in
      Diagnostic(
        "missing_message", "falta el mensaje «\(missing.rawValue)», que el motor necesita",
        at: SourceLocation(file: "Intents", line: 1, column: 1))
    }
  }
}

/// Intents that the engine itself acts on, beside `control.*`; a content without one of them does without that act.
enum BuiltInIntent {
  static let person = "contacto.persona"
  static let insult = "charla.insulto"
  static let complaint = "queja.presentar"
  /// Whether it vents anger, and wishes nothing.
  static func isTemper(_ intent: String) -> Bool { intent == insult || intent == complaint }
  static let farewell = "charla.despedida"
  /// Small talk: asked again and again it is no sign of an unhelpful answer.
  static let smallTalk = "charla."
  static let contact = "contacto."
  /// Whether an answer helped: no subject of its own.
  static let help = "ayuda."
  static let rating = "valoracion.dar"
  /// What the shop does not serve: said only of a message that wishes nothing else.
  static let outOfDomain = "fuera_de_dominio"
  /// The list of what words are worth as a score; also the kind of the question for one.
  static let ratingWords = "rating"
}

/// Flows that the engine itself acts on.
enum BuiltInFlow {
  /// Finds out who writes; others link it.
  static let identification = "identificar"
  /// Somebody says who they are, and wishes nothing yet.
  static let introduction = "presentarse"
}
