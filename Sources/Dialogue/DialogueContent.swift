import Foundation
package import Spanish
package import Understanding

/// The authored half of the dialogue, compiled: flows, messages, answers and the shop's settings.
package struct DialogueContent: Sendable {
  package var flows: [String: Flow] = [:]
  /// The flow that an intent starts.
  package var flowOfIntent: [String: Flow] = [:]
  /// The messages that answer an intent without a flow, in order.
  package var answersOfIntent: [String: [String]] = [:]
  /// How a question to the customer names an intent.
  package var labelOfIntent: [String: String] = [:]
  package var messages: [String: MessageTemplate] = [:]
  /// The words that call for a calm one: `palabras` of the message `trato.calma`.
  package var angryWords: [String] = []
  /// Every scalar of `tienda.yaml` by its dotted path: `shop.name`, `policies.return_days`, `links.aduanas`.
  package var settings: [String: SlotValue] = [:]
  /// The slots that each intent declares.
  package var slotsOfIntent: [String: Set<String>] = [:]
  /// The slot of which each value is a wish of its own, by intent: what is to be changed of an order.
  package var slotOfSingleWish: [String: String] = [:]
  /// The intents beside which an intent that asks nothing only says how: «and the money shall go to PayPal».
  package var tasksDetailedBy: [String: [String]] = [:]
  /// The kind of each slot: an entity kind or the name of a list.
  package var slotKinds: [String: String] = [:]
  package var actions: [String: ActionSignature] = [:]

  package init() {}

  /// Reads messages, flows and settings out of `files`; every mistake is in the diagnostics. `letters` are the messages
  /// that others send, as e-mails.
  package static func compile(
    files: [ContentFile], actions: [ActionSignature], letters: Set<String> = []
  ) -> (content: DialogueContent, diagnostics: [Diagnostic]) {
    var content = DialogueContent()
    var diagnostics: [Diagnostic] = []
    content.actions = Dictionary(actions.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
    for file in files where file.path.hasSuffix("tienda.yaml") {
      content.collectSettings(of: file.root, path: "")
    }
    for file in files {
      content.collectIntents(of: file.root)
      content.collectMessages(of: file.root, into: &diagnostics)
    }
    var compiler = FlowCompiler(content: content)
    for file in files { compiler.collect(file.root) }
    let flows = compiler.finish()
    content.flows = flows.flows
    for flow in flows.flows.values.sorted(by: { $0.id < $1.id }) {
      for intent in flow.intents { content.flowOfIntent[intent] = flow }
    }
    diagnostics += flows.diagnostics
    for (intent, messages) in content.answersOfIntent.sorted(by: { $0.key < $1.key }) {
      for message in messages where content.messages[message] == nil {
        diagnostics.append(
          Diagnostic(
            "undefined_message", "la intención «\(intent)» responde con el mensaje «\(message)», que no existe",
            at: content.answerLocations[intent] ?? SourceLocation(file: "Intents", line: 1, column: 1)))
      }
    }
    diagnostics += FlowChecker(content: content).diagnostics()
    diagnostics += BuiltInMessage.diagnostics(for: content)
    diagnostics += MessageUse(content: content, letters: letters).diagnostics()
    return (content, diagnostics)
  }

  /// What the running step asks of people; nil while it asks nothing of them.
  package func handOffStep(of state: DialogueState) -> HandOffStep? {
    guard let top = state.stack.last, case .at(_, let step)? = found(top.place),
      case .handOff(let people) = step.kind
    else { return nil }
    return people
  }

  /// The place in this content's own flows; nil where it has no such step.
  func found(_ place: Place) -> Place? {
    if case .at(let flow, _) = place, flow.source === source { return place }
    guard let flow = flows[place.flowID], let step = flow.step(place.stepID) else { return nil }
    return .at(flow, step)
  }

  /// What tells the flows of this content from those of another, whatever their names are.
  let source = FlowSource()

  /// Where each `answer` stands, for diagnostics.
  private var answerLocations: [String: SourceLocation] = [:]

  private mutating func collectSettings(of node: ContentNode, path: String) {
    switch node.kind {
    case .scalar(let text):
      settings[path] = path == "order_number" ? .text(text) : .parsing(text)
    case .sequence(let items): settings[path] = .list(items.compactMap { $0.string.map(SlotValue.text) })
    case .mapping(let entries):
      for entry in entries {
        collectSettings(of: entry.value, path: path.isEmpty ? entry.key : "\(path).\(entry.key)")
      }
    }
  }

  private mutating func collectIntents(of root: ContentNode) {
    for intent in root["intents"]?.entries ?? [] {
      for slot in intent.value["slots"]?.entries ?? [] {
        slotsOfIntent[intent.key, default: []].insert(slot.key)
        if slotKinds[slot.key] == nil { slotKinds[slot.key] = slot.value.string }
      }
      if let label = intent.value["label"]?.string { labelOfIntent[intent.key] = label }
      slotOfSingleWish[intent.key] = intent.value["aparte"]?.string
      if let tasks = intent.value["detalle_de"]?.items { tasksDetailedBy[intent.key] = tasks.compactMap(\.string) }
      if let answer = intent.value["answer"] {
        answersOfIntent[intent.key] = answer.string.map { [$0] } ?? answer.items.compactMap(\.string)
        answerLocations[intent.key] = answer.location
      }
    }
  }

  private mutating func collectMessages(of root: ContentNode, into diagnostics: inout [Diagnostic]) {
    for entry in root["messages"]?.entries ?? [] {
      if messages[entry.key] != nil {
        diagnostics.append(
          Diagnostic("duplicate_message", "el mensaje «\(entry.key)» ya está definido", at: entry.location))
        continue
      }
      if entry.key == BuiltInMessage.calm.rawValue {
        angryWords = (entry.value["palabras"]?.items ?? []).compactMap(\.string)
      }
      let texts = entry.value.entries.isEmpty ? entry.value : entry.value["text"]
      var variants: [[MessageTemplate.Piece]] = []
      var names: [String] = []
      for item in texts?.items ?? [] {
        guard let text = item.string, let pieces = MessageTemplate.pieces(of: text, names: &names), !text.isEmpty else {
          diagnostics.append(
            Diagnostic(
              "bad_message", "el texto de «\(entry.key)» está vacío o tiene una llave sin cerrar",
              hint: "{slot} o {slot|singular|plural}", at: item.location))
          continue
        }
        variants.append(pieces)
      }
      if variants.isEmpty {
        diagnostics.append(
          Diagnostic("empty_message", "el mensaje «\(entry.key)» no tiene ningún texto", at: entry.location))
        continue
      }
      messages[entry.key] = MessageTemplate(
        id: entry.key, variants: variants, names: names,
        options: DialogueContent.options(of: entry.value["options"], into: &diagnostics), location: entry.location)
    }
  }

  /// Reads `[{id, label, aliases?, todo?}]`.
  static func options(of node: ContentNode?, into diagnostics: inout [Diagnostic]) -> [ExpectedOption] {
    (node?.items ?? []).compactMap { item in
      guard let id = item["id"]?.string, let label = item["label"]?.string else {
        diagnostics.append(
          Diagnostic(
            "bad_option", "a una opción le falta «id» o «label»", hint: "{id: si, label: \"Sí\"}", at: item.location))
        return nil
      }
      return ExpectedOption(
        id: id, label: label, aliases: (item["aliases"]?.items ?? []).compactMap(\.string),
        all: item["all"]?.string == "true")
    }
  }
}

extension SlotValue {
  /// A setting as authors write it: a number if it looks like one.
  package static func parsing(_ text: String) -> SlotValue {
    if let number = Decimal(string: text), "\(number)" == text { return .number(number) }
    return .text(text)
  }
}
