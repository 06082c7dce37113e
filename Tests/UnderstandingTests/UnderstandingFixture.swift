import Spanish
import TextAnalysis

@testable import Understanding

/// The dialogue's expectation: `Expectation` alone is also a type of Testing.
typealias Awaited = Expectation

/// A small shop's content, as authors write it.
enum UnderstandingFixture {
  static let lexicon = """
    verbs: [cancelar, devolver, querer, llegar, cambiar, hablar, estar, poder, actualizar, recibir]
    nouns: [pedido, paquete, dirección, persona, reembolso, estado, reemplazo]
    adjectives: [roto]
    synonyms: {pedido: [orden], persona: [agente, "ser humano"]}
    abbreviations: {q: que, dnd: donde, xfa: por favor}
    skip: [hola, buenas, gracias, por favor]
    """

  static let topics = """
    rules:
      mi_pedido: "[(el|mi|un|este|la)] (~pedido|~paquete)"
    lists:
      motivo_cancelacion:
        ya_no_lo_quiero: {label: "Ya no lo quiero", patterns: ["ya no lo ~querer", "~cambiar de idea"]}
        tarda_demasiado: {label: "Tarda demasiado", patterns: ["tarda (mucho|demasiado)"]}
      resolucion:
        reembolso: {label: "El reembolso", patterns: ["~reembolso"]}
        reemplazo: {label: "Otro igual", patterns: ["~reemplazo"]}
    intents:
      pedido.cancelar:
        slots: {pedido: order_number, motivo: motivo_cancelacion}
        patterns:
          - "~cancelar [...3] <mi_pedido> [{order_number:pedido}]"
          - "~cancelar [{order_number:pedido}]"
        examples: ["quiero cancelar mi pedido"]
        not: ["¿dónde está mi pedido?"]
      devolucion.iniciar:
        slots: {pedido: order_number}
        patterns: ["~devolver [...3] [<mi_pedido>]"]
        examples: ["quiero devolver el paquete"]
      pedido.localizar:
        slots: {pedido: order_number}
        patterns: ["donde [...2] ~estar [...3] <mi_pedido> [...2] [{order_number:pedido}]", "'dónde' está"]
        examples: ["¿dónde está mi pedido?"]
      pedido.no_recibido:
        slots: {pedido: order_number, fecha: datetime, resolucion: resolucion}
        patterns: ["<mi_pedido> ... no ...3 ~llegar", "no ...3 ~llegar [...2 <mi_pedido>]"]
        examples: ["no me ha llegado el pedido"]
      pedido.modificar:
        slots: {pedido: order_number, campo: text}
        patterns:
          - {pattern: "~cambiar [...2] ~dirección", slots: {campo: direccion}, priority: 1}
        examples: ["quiero cambiar la dirección"]
      contacto.persona:
        patterns: ["~hablar con [(un|una)] ~persona", "^ ~persona $"]
        examples: ["quiero hablar con un agente"]
      charla.saludo: {patterns: ["hola", "buenas"], examples: ["hola"]}
      control.si: {patterns: ["^ (sí|vale|ok)"], examples: ["sí"]}
      control.no: {patterns: ["^ no $"], examples: ["no"]}
    """

  /// - Parameter samples: the text of a `frases.txt`.
  static func compile(lexicon: String = lexicon, topics: String, samples: String = "", names: String = "") throws -> (
    model: UnderstandingModel?, diagnostics: [Diagnostic]
  ) {
    let (files, loading) = ContentLoader.parse([
      ContentSource(path: "Intents/lexico.yaml", text: lexicon),
      ContentSource(path: "Intents/pedidos/pedidos.yaml", text: topics),
      ContentSource(path: "Intents/pedidos/frases.txt", text: samples),
      ContentSource(path: "Intents/pedidos/nombres.txt", text: names),
    ])
    let compiled = UnderstandingModel.compile(files: files, analyzer: try TextAnalyzer())
    return (compiled.model, loading + compiled.diagnostics)
  }

  /// The model of the fixture, or the mistakes that keep it from being one.
  struct Broken: Error { var diagnostics: [Diagnostic] }

  private static let compiled = Result { try newModel() }

  static func model() throws -> UnderstandingModel { try compiled.get() }

  /// A model that has read nothing yet.
  static func newModel() throws -> UnderstandingModel {
    let (model, diagnostics) = try compile(topics: topics)
    guard let model else { throw Broken(diagnostics: diagnostics) }
    return model
  }

  static func understand(_ message: String, expecting: Expectation = Expectation()) throws -> Understanding {
    try model().understand(message, context: context(expecting))
  }

  static func context(_ expectation: Expectation = Expectation()) -> UnderstandingContext {
    UnderstandingContext(recognition: RecognitionContext(now: LocalTime(2026, 3, 10, 10)), expectation: expectation)
  }
}
