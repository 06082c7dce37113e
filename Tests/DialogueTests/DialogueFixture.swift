import Spanish
import TextAnalysis
import Understanding

@testable import Dialogue

/// A kiosk with two flows, and a conversation with it whose service is a table.
struct Kiosk {
  static let lexicon = """
    verbs: [cancelar, llamar, querer]
    nouns: [pedido, color, precio, persona]
    """

  /// Every message that the engine needs, by its id, and the kiosk's own.
  static var topics: String {
    let builtIn = BuiltInMessage.allCases.filter { $0 != .anythingElse }.map { message in
      switch message {
      case .notUnderstoodAgain, .askedThreeTimes, .angryAgain:
        "  \(message.rawValue): {text: [\"\(message.rawValue)\"], options: [{id: si, label: Sí}, {id: \"no\", label: \"No\"}]}"
      case .serviceBusy:
        "  \(message.rawValue): {text: [ocupado], options: [{id: reintentar, label: Otra vez}, {id: persona, label: Persona}, {id: dejarlo, label: Dejarlo}]}"
      case .whichIntent, .isItThis:
        "  \(message.rawValue): {text: [\"\(message.rawValue)\"], options: [{id: ninguna, label: Otra}]}"
      case .calm: "  \(message.rawValue): {text: [calma], palabras: [inútil, ladrón]}"
      case .resume, .answerNeeded: "  \(message.rawValue): [\"\(message.rawValue) {name}\"]"
      default: "  \(message.rawValue): [\"\(message.rawValue)\"]"
      }
    }
    return """
      intents:
        pedido.cancelar:
          label: Cancelar
          slots: {pedido: order_number}
          patterns: ["~cancelar ...3 [~pedido] [{order_number:pedido}]"]
          examples: [quiero cancelar]
        llamada.pedir:
          label: Llamar
          slots: {telefono: phone}
          patterns: ["~llamar ...2"]
          examples: [quiero que me llamen]
        precio.preguntar:
          patterns: ["~precio"]
          examples: [¿qué precio tiene?]
          answer: precio
        contacto.persona: {label: Persona, patterns: ["~persona"], examples: [una persona]}
        control.si: {patterns: ["^ (sí|vale)"], examples: [sí]}
        control.no: {patterns: ["^ no $", "^ no"], examples: [no]}
        control.dejalo: {patterns: ["^ déjalo [todo] $"], examples: [déjalo]}
        control.no_se: {patterns: ["^ no lo sé $"], examples: [no lo sé]}
        control.saltar: {patterns: ["^ saltar $"], examples: [saltar]}
        control.repite: {patterns: ["^ repite $"], examples: [repite]}
        control.espera: {patterns: ["^ espera $"], examples: [espera]}
      messages:
        cierre.algo_mas: ["algo_mas"]
        precio: ["dos euros"]
        que_pedido: ["que_pedido"]
        que_pedido2: ["que_pedido2"]
        que_pedido3: ["que_pedido3"]
        que_linea: ["que_linea"]
        donde_esta: ["donde_esta"]
        seguro: {text: ["seguro {lineas}"], options: [{id: si, label: "Sí"}, {id: "no", label: "No"}]}
        hecho: ["hecho {pedido}"]
        no_hecho: ["no_hecho"]
        telefono: ["telefono"]
        nota: ["nota"]
        apuntado: ["apuntado {telefono}"]
      \(builtIn.joined(separator: "\n"))
      flows:
        pedido.cancelar:
          intents: [pedido.cancelar]
          name: cancelación
          steps:
            pedir: {pide: pedido, pregunta: que_pedido, insiste: [que_pedido2, que_pedido3], ayuda: donde_esta}
            mirar: {llama: tienda.mirar, segun: {ok: lineas, no_existe: nada}}
            lineas: {elige: lineas, de: lineas_posibles, varios: true, pregunta: que_linea}
            seguro: {confirma: seguro, si: cobrar, "no": nada}
            cobrar: {llama: tienda.cancelar, segun: {ok: hecho, fallo: nada}}
            hecho: {di: hecho}
            algo_mas: {di: cierre.algo_mas, luego: fin}
            nada: {di: no_hecho, luego: fin}
            fin: {fin: hecho}
        llamada.pedir:
          intents: [llamada.pedir]
          name: llamada
          steps:
            telefono: {pide: telefono, pregunta: telefono}
            nota: {pide: nota, pregunta: nota, opcional: true}
            apuntado: {di: apuntado}
        contacto.persona:
          intents: [contacto.persona]
          name: persona
          steps:
            pasar: {pasa: peticion, prioridad: 5}
      """
  }

  static let actions = [
    ActionSignature("tienda.mirar", inputs: ["pedido"], outcomes: ["ok", "no_existe"], outputs: ["lineas_posibles"]),
    ActionSignature("tienda.cancelar", inputs: ["pedido", "lineas"], outcomes: ["ok"], outputs: [], writes: true),
  ]

  private static let compiled = Result { try compile() }

  static func compile() throws -> Dialogue {
    let (files, loading) = ContentLoader.parse([
      ContentSource(path: "Intents/lexico.yaml", text: lexicon),
      ContentSource(path: "Intents/tienda.yaml", text: "order_number: '\\d{3}-\\d{7}-\\d{7}'"),
      ContentSource(path: "Intents/kiosco/kiosco.yaml", text: topics),
    ])
    let understanding = UnderstandingModel.compile(files: files, analyzer: try TextAnalyzer())
    let dialogue = DialogueContent.compile(files: files, actions: actions)
    let errors = (loading + understanding.diagnostics + dialogue.diagnostics).filter { $0.severity == .error }
    guard let model = understanding.model, errors.isEmpty else { throw Broken(diagnostics: errors) }
    return Dialogue(content: dialogue.content, model: model)
  }

  struct Broken: Error { var diagnostics: [Diagnostic] }

  static func dialogue() throws -> Dialogue { try compiled.get() }

  var dialogue: Dialogue
  var state = DialogueState()
  /// What each action answers; `fallo` where it is missing.
  var answers: [String: String] = ["tienda.mirar": "ok", "tienda.cancelar": "ok"]
  /// What was called, with its arguments.
  var calls: [String] = []
  var handOffs: [(reason: String, priority: Int)] = []

  init() throws { dialogue = try Kiosk.dialogue() }

  private static let now = LocalTime(2026, 3, 10, 10)

  /// Says `text`; the ids of the messages that came back.
  mutating func say(_ text: String) -> [String] {
    let understanding = dialogue.model.understand(
      text,
      context: UnderstandingContext(
        recognition: RecognitionContext(now: Kiosk.now), expectation: state.expectation))
    return handle(.said(understanding))
  }

  mutating func handle(_ event: DialogueEvent) -> [String] {
    let context = DialogueContext(now: Kiosk.now, seed: 1, recognition: RecognitionContext(now: Kiosk.now))
    var queue = dialogue.handle(event, state: &state, context: context)
    var said: [SaidMessage] = []
    while !queue.isEmpty {
      switch queue.removeFirst() {
      case .say(let message): said.append(message)
      case .call(let action, let arguments, _):
        calls.append("\(action) \(arguments["lineas"]?.items.compactMap(\.string).joined(separator: "+") ?? "")")
        let outcome = answers[action] ?? ActionSignature.failure
        queue += dialogue.handle(
          .outcome(outcome, outputs: outcome == "ok" ? Kiosk.outputs(of: action) : [:]), state: &state,
          context: context)
      case .handOff(let reason, _, let priority):
        handOffs.append((reason, priority))
        queue += dialogue.handle(.queued(position: 1, opensAt: nil), state: &state, context: context)
      case .leaveQueue, .reconsider, .askRating, .rate, .comment: break
      }
    }
    if said.contains(where: { !$0.isPassing }) { state.lastSaid = said }
    return said.map(\.template)
  }

  private static func outputs(of action: String) -> Slots {
    guard action == "tienda.mirar" else { return [:] }
    let lines = [("A1", "Funda"), ("A2", "Cargador")].map { id, label in
      SlotValue.record(["id": .text(id), "label": .text(label)])
    }
    return ["lineas_posibles": .list(lines)]
  }
}
