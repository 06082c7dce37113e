import Spanish
import Understanding

/// Turns the `flows` of the authored files into `Flow` values; collects every mistake.
struct FlowCompiler {
  private let content: DialogueContent
  private var flows: [String: Flow] = [:]
  private var diagnostics: [Diagnostic] = []
  private var nodes: [ContentEntry] = []
  /// Names that are slots somewhere: an argument with such a name means the slot's value, any other its own text.
  private var slotNames: Set<String> = []

  init(content: DialogueContent) {
    self.content = content
    slotNames = Set(content.slotKinds.keys)
    for action in content.actions.values { slotNames.formUnion(action.inputs + action.outputs) }
  }

  mutating func collect(_ root: ContentNode) {
    for entry in root["flows"]?.entries ?? [] {
      if nodes.contains(where: { $0.key == entry.key }) {
        diagnostics.append(Diagnostic("duplicate_flow", "el flujo «\(entry.key)» ya está definido", at: entry.location))
        continue
      }
      nodes.append(entry)
      for step in entry.value["steps"]?.entries ?? [] {
        for key in ["pide", "elige"] { if let slot = step.value[key]?.string { slotNames.insert(slot) } }
      }
    }
  }

  mutating func finish() -> (flows: [String: Flow], diagnostics: [Diagnostic]) {
    for node in nodes { compile(node) }
    return (flows, diagnostics)
  }

  private static let flowKeys: Set<String> = ["intents", "name", "steps"]
  private static let kinds = ["di", "pide", "elige", "confirma", "llama", "segun", "enlaza", "pasa", "fin"]

  private mutating func compile(_ entry: ContentEntry) {
    for key in entry.value.entries where !FlowCompiler.flowKeys.contains(key.key) {
      report("unknown_key", "«\(key.key)» no es una clave de un flujo", "claves: intents, name, steps", key.location)
    }
    let steps = entry.value["steps"]?.entries ?? []
    if steps.isEmpty { report("empty_flow", "el flujo «\(entry.key)» no tiene pasos", "", entry.location) }
    var indexOfStep: [String: Int] = [:]
    for (index, step) in steps.enumerated() { indexOfStep[step.key] = index }
    var compiled: [Step] = []
    for (index, step) in steps.enumerated() {
      let kind = kind(of: step, indexOfStep: indexOfStep) ?? .end(abandon: false)
      var next: Int? = index + 1 < steps.count ? index + 1 : nil
      if let target = step.value["luego"] { next = resolve(target, in: indexOfStep) }
      let review = step.value["revisa"].flatMap { resolve($0, in: indexOfStep) }
      compiled.append(Step(id: step.key, kind: kind, next: next, review: review, location: step.location))
    }
    guard !compiled.isEmpty else { return }
    flows[entry.key] = Flow(
      id: entry.key, intents: (entry.value["intents"]?.items ?? []).compactMap(\.string),
      name: entry.value["name"]?.string ?? entry.key, steps: compiled, location: entry.location,
      source: content.source)
  }

  private mutating func kind(of step: ContentEntry, indexOfStep: [String: Int]) -> StepKind? {
    let node = step.value
    // `segun` is a kind of its own only where nothing else is: a call has one too.
    guard let key = FlowCompiler.kinds.first(where: { node[$0] != nil }), let value = node[key] else {
      report(
        "unknown_step", "el paso «\(step.key)» no dice qué hace",
        "di, pide, elige, confirma, llama, segun, enlaza, pasa o fin",
        step.location)
      return nil
    }
    let allowed: Set<String>
    let kind: StepKind?
    switch key {
    case "di":
      allowed = ["di", "con", "luego"]
      kind = .say(message: message(value), arguments: arguments(node["con"]))
    case "pide", "elige":
      allowed = [
        "pide", "elige", "pregunta", "insiste", "opciones", "de", "varios", "luego", "ayuda", "opcional", "atiende",
        "cualquiera", "pasajera", "dicho", "revisa",
      ]
      kind = question(node, slot: value.string ?? "")
    case "confirma":
      allowed = ["confirma", "si", "no", "revisa"]
      kind = .confirm(
        message: message(value), yes: target(node, "si", indexOfStep), no: target(node, "no", indexOfStep))
    case "llama":
      allowed = ["llama", "con", "segun"]
      kind = call(value, node, indexOfStep: indexOfStep)
    case "segun":
      allowed = ["segun", "casos"]
      kind = .branch(slot: value.string ?? "", cases: targets(node["casos"], in: indexOfStep))
    case "enlaza":
      allowed = ["enlaza", "luego"]
      kind = .link(flow: value.string ?? "")
      if !nodes.contains(where: { $0.key == value.string }) {
        report("undefined_flow", "no existe el flujo «\(value.string ?? "")»", "", value.location)
      }
    case "pasa":
      allowed = ["pasa", "cola", "prioridad", "nivel", "mensaje", "cerrado"]
      kind = .handOff(
        HandOffStep(
          reason: value.string ?? "peticion", skill: node["cola"]?.string ?? "general",
          priority: node["prioridad"]?.string.flatMap { Int($0) } ?? 5,
          level: node["nivel"]?.string.flatMap { Int($0) } ?? 1, message: node["mensaje"].map { message($0) },
          closed: node["cerrado"].map { message($0) }))
    default:
      allowed = ["fin"]
      kind = .end(abandon: value.string == "dejado")
    }
    for entry in node.entries where !allowed.contains(entry.key) {
      report(
        "unknown_key", "«\(entry.key)» no vale en un paso «\(key)»",
        "claves: \(allowed.sorted().joined(separator: ", "))", entry.location)
    }
    return kind
  }

  private mutating func question(_ node: ContentNode, slot: String) -> StepKind? {
    guard let asked = node["pregunta"] else {
      report("missing_question", "al paso le falta «pregunta»", "pregunta: id_del_mensaje", node.location)
      return nil
    }
    let source = node["de"] ?? node["opciones"]
    var fixed: [ExpectedOption] = []
    if let source, source.string == nil { fixed = DialogueContent.options(of: source, into: &diagnostics) }
    return .ask(
      Question(
        slot: slot, message: message(asked), reprompts: (node["insiste"]?.items ?? []).map { message($0) },
        optionsSlot: source?.string, fixedOptions: fixed, several: node["varios"]?.string == "true",
        help: node["ayuda"].map { message($0) }, optional: node["opcional"]?.string == "true",
        servesIntent: node["atiende"]?.string == "true", passing: node["pasajera"]?.string == "true",
        whichever: node["cualquiera"]?.string, takesOpening: node["dicho"]?.string == "true"))
  }

  private mutating func call(_ value: ContentNode, _ node: ContentNode, indexOfStep: [String: Int]) -> StepKind? {
    let name = value.string ?? ""
    let outcomes = targets(node["segun"], in: indexOfStep)
    guard let action = content.actions[name] else {
      report(
        "undefined_action", "no existe la acción «\(name)»",
        "acciones: \(content.actions.keys.sorted().joined(separator: ", "))", value.location)
      return nil
    }
    let handled = Set(outcomes.keys)
    let expected = Set(action.outcomes + (action.writes ? [ActionSignature.failure] : []))
    for outcome in expected.subtracting(handled).subtracting([ActionSignature.nothingNew]).sorted()
    where !handled.contains("otro") {
      report(
        "unhandled_outcome", "falta el resultado «\(outcome)» de «\(name)»", "añádelo en «segun», o «otro»",
        value.location)
    }
    for outcome in handled.subtracting(expected).subtracting(["otro", ActionSignature.failure]).sorted() {
      report(
        "unknown_outcome", "«\(name)» no tiene el resultado «\(outcome)»",
        "resultados: \(action.outcomes.joined(separator: ", "))", value.location)
    }
    return .call(action: name, arguments: arguments(node["con"], words: action.words), outcomes: outcomes)
  }

  /// A name of a slot means its value. One of the words that an input takes is the word itself, and so is `=vendedor`,
  /// whatever slots there are.
  private mutating func arguments(_ node: ContentNode?, words: [String: [String]] = [:]) -> [String: Argument] {
    var arguments: [String: Argument] = [:]
    for entry in node?.entries ?? [] {
      let text = entry.value.string ?? ""
      if let known = words[entry.key] {
        if !known.contains(text), text != entry.key {
          report(
            "unknown_word", "«\(entry.key)» no puede ser «\(text)»", "vale: \(known.joined(separator: ", "))",
            entry.value.location)
        }
        arguments[entry.key] = text == entry.key && !known.contains(text) ? .slot(text) : .literal(text)
      } else if text.hasPrefix(FlowCompiler.literalMark) {
        arguments[entry.key] = .literal(String(text.dropFirst()))
      } else {
        arguments[entry.key] = slotNames.contains(text) ? .slot(text) : .literal(text)
      }
    }
    return arguments
  }

  static let literalMark = "="

  private mutating func message(_ node: ContentNode) -> String {
    let id = node.string ?? ""
    if content.messages[id] == nil {
      report("undefined_message", "no existe el mensaje «\(id)»", "defínelo en «messages»", node.location)
    }
    return id
  }

  private mutating func resolve(_ node: ContentNode, in indexOfStep: [String: Int]) -> Int? {
    guard let name = node.string, let index = indexOfStep[name] else {
      report("undefined_step", "no existe el paso «\(node.string ?? "")» en este flujo", "", node.location)
      return nil
    }
    return index
  }

  private mutating func target(_ node: ContentNode, _ key: String, _ indexOfStep: [String: Int]) -> Int {
    guard let entry = node[key] else {
      report("missing_branch", "a la confirmación le falta «\(key)»", "\(key): paso", node.location)
      return 0
    }
    return resolve(entry, in: indexOfStep) ?? 0
  }

  private mutating func targets(_ node: ContentNode?, in indexOfStep: [String: Int]) -> [String: Int] {
    var targets: [String: Int] = [:]
    for entry in node?.entries ?? [] { targets[entry.key] = resolve(entry.value, in: indexOfStep) }
    return targets
  }

  private mutating func report(_ code: String, _ message: String, _ hint: String, _ location: SourceLocation) {
    diagnostics.append(Diagnostic(code, message, hint: hint, at: location))
  }
}
