import Foundation
import Storage
import Understanding

/// What an assertion may look at.
struct AssertionFacts {
  var dialogue: JSONValue
  var understanding: Understanding?
  /// The id of the option that was tapped, if one was.
  var tapped: String?
  var turnEvents: [ConversationEvent]
  var allEvents: [ConversationEvent]
  var captures: [String: String]
  var zone: TimeZone
}

/// Whether an assertion holds, which effects it mentions, and what there was instead.
struct AssertionVerdict {
  var holds: Bool
  var actual: String
  /// Numbers of the events that the line accounts for.
  var mentioned: Set<Int> = []
}

/// A `?` or `?!` line.
struct TranscriptAssertion {
  let text: String
  let negated: Bool

  func verdict(_ facts: AssertionFacts) -> AssertionVerdict {
    let words = TranscriptWords.split(text)
    let rest = Array(words.dropFirst())
    switch words.first {
    case "intent": return intent(rest, facts)
    case "alternativa":
      let ids = facts.understanding?.alternatives.map(\.id) ?? []
      return AssertionVerdict(holds: rest.first.map(ids.contains) ?? false, actual: ids.joined(separator: " "))
    case "slot": return slot(rest, facts)
    case "estado":
      let state = facts.dialogue["state"]?.string ?? ""
      return AssertionVerdict(holds: state == rest.first, actual: state)
    case "pila":
      let stack = (facts.dialogue["stack"]?.array ?? []).map {
        "\($0["flow"]?.string ?? "")/\($0["step"]?.string ?? "")"
      }
      return AssertionVerdict(holds: stack == rest, actual: stack.joined(separator: " "))
    case "servicio": return service(rest, facts)
    case "correo": return email(rest, facts)
    case "cola": return queue(rest, facts)
    case "promesa": return promise(rest, facts)
    case "control":
      let control = facts.dialogue["control"]?.string ?? ""
      return AssertionVerdict(holds: control == rest.first, actual: control)
    case "csat":
      let scores = facts.allEvents.filter { $0.kind == "csat.recorded" }.compactMap { $0.body["score"]?.int }
      return AssertionVerdict(holds: rest.first.flatMap { Int($0) }.map(scores.contains) ?? false, actual: "\(scores)")
    default:
      return AssertionVerdict(holds: negated, actual: "no existe la comprobación «\(words.first ?? "")»")
    }
  }

  private func matches(_ expected: String, _ actual: String, _ facts: AssertionFacts) -> Bool {
    TranscriptPlaceholder.match(expected, actual, captures: facts.captures) != nil
  }

  /// `X [>=0.8]`
  private func intent(_ words: [String], _ facts: AssertionFacts) -> AssertionVerdict {
    let intents = (facts.understanding?.intents ?? []).filter { !$0.negated }
    if let tapped = facts.tapped, words.count == 1, words[0] == tapped {
      return AssertionVerdict(holds: true, actual: tapped)
    }
    let least = words.dropFirst().first.flatMap { $0.hasPrefix(">=") ? Double($0.dropFirst(2)) : nil } ?? 0
    let holds = intents.contains { intent in
      (words.first.map { $0 == "*" || $0 == intent.id } ?? false) && intent.confidence >= least
    }
    let actual = intents.map { "\($0.id) \(String(format: "%.2f", $0.confidence))" }.joined(separator: ", ")
    return AssertionVerdict(holds: holds, actual: actual.isEmpty ? "ninguna intención" : actual)
  }

  /// `S = V [antes W]`
  private func slot(_ words: [String], _ facts: AssertionFacts) -> AssertionVerdict {
    guard words.count >= 3, words[1] == "=" else {
      let found = words.first.flatMap { facts.dialogue["slots"]?[$0] }
      return AssertionVerdict(holds: found != nil, actual: found.map(TranscriptValue.text) ?? "vacío")
    }
    var candidates: [String] = []
    if let value = facts.dialogue["slots"]?[words[0]] { candidates.append(TranscriptValue.text(value)) }
    candidates += (facts.understanding?.slots ?? []).filter { $0.name == words[0] }.map { slot in
      TranscriptValue.text(slot.value.transcriptText, raw: slot.raw)
    }
    var holds = candidates.contains { matches(words[2], $0, facts) }
    var actual = candidates.joined(separator: " | ")
    if words.count == 5, words[3] == "antes" {
      let before = facts.dialogue["previous"]?[words[0]].map(TranscriptValue.text) ?? "vacío"
      holds = holds && matches(words[4], before, facts)
      actual += " antes \(before)"
    }
    return AssertionVerdict(holds: holds, actual: actual.isEmpty ? "vacío" : actual)
  }

  /// `OP(args) -> outcome [xN]`: N counts the whole conversation; without it the last turn must hold one.
  private func service(_ words: [String], _ facts: AssertionFacts) -> AssertionVerdict {
    guard let call = words.first else { return AssertionVerdict(holds: false, actual: "falta la operación") }
    let name = String(call.prefix { $0 != "(" })
    let arguments = call.contains("(") ? TranscriptWords.split(String(call.dropFirst(name.count + 1).dropLast())) : []
    var outcome: String?
    if let arrow = words.firstIndex(of: "->"), arrow + 1 < words.count { outcome = words[arrow + 1] }
    let count = words.last.flatMap { $0.hasPrefix("x") ? Int($0.dropFirst()) : nil }
    func fits(_ event: ConversationEvent) -> Bool {
      guard event.kind == "action.executed", let action = event.body["name"]?.string else { return false }
      guard name == "*" || action == name || action.hasSuffix("." + name) else { return false }
      if let outcome, event.body["outcome"]?.string != outcome { return false }
      return arguments.allSatisfy { argument in
        let (key, expected) = TranscriptWords.pair(argument)
        if key == "clave" { return expected == "*" || matches(expected, event.body["key"]?.string ?? "", facts) }
        let actual = (event.body["arguments"]?[key]).map(TranscriptValue.text) ?? ""
        return expected == "*" || matches(expected, actual, facts)
      }
    }
    let events = count == nil ? facts.turnEvents : facts.allEvents
    let found = events.filter(fits)
    let all = facts.allEvents.filter { $0.kind == "action.executed" }.map { event in
      let arguments = (event.body["arguments"]?.object ?? [:]).sorted { $0.key < $1.key }
        .map { "\($0.key)=\(TranscriptValue.text($0.value))" }.joined(separator: " ")
      return "\(event.body["name"]?.string ?? "")(\(arguments)) -> \(event.body["outcome"]?.string ?? "")"
    }
    return AssertionVerdict(
      holds: count.map { $0 == found.count } ?? !found.isEmpty,
      actual: all.isEmpty ? "ninguna llamada" : all.joined(separator: "; "), mentioned: Set(found.map(\.seq)))
  }

  /// `PLANTILLA a DIR`
  private func email(_ words: [String], _ facts: AssertionFacts) -> AssertionVerdict {
    let emails = facts.turnEvents.filter { $0.kind == "email.queued" }
    let found = emails.filter { event in
      let template = event.body["template"]?.string ?? ""
      let isTemplate = words.first == "*" || template == words.first || template == "correo.\(words.first ?? "")"
      return isTemplate && (words.count < 3 || matches(words[2], event.body["to"]?.string ?? "", facts))
    }
    let actual = emails.map { "\($0.body["template"]?.string ?? "") a \($0.body["to"]?.string ?? "")" }
    return AssertionVerdict(
      holds: !found.isEmpty, actual: actual.isEmpty ? "ningún correo" : actual.joined(separator: "; "),
      mentioned: Set(found.map(\.seq)))
  }

  /// `±n [motivo= prioridad= resumen~"…"]`
  private func queue(_ words: [String], _ facts: AssertionFacts) -> AssertionVerdict {
    let queued = facts.turnEvents.filter { $0.kind == "handoff.queued" }
    let left = facts.turnEvents.filter { $0.kind == "handoff.released" || $0.kind == "handoff.resolved" }
    let change = queued.count - left.count
    var holds = words.first.flatMap { Int($0) } == change
    for word in words.dropFirst() {
      let event = queued.last
      if word.hasPrefix("resumen~") {
        holds = holds && (event?.body["summary"]?.string ?? "").contains(word.dropFirst("resumen~".count))
        continue
      }
      let (key, expected) = TranscriptWords.pair(word)
      switch key {
      case "motivo": holds = holds && event?.body["reason"]?.string == expected
      case "cola": holds = holds && event?.body["skill"]?.string == expected
      case "prioridad":
        let priority = event?.body["priority"]?.int ?? 0
        holds = holds && (expected == "alta" ? (1...3).contains(priority) : String(priority) == expected)
      default: holds = false
      }
    }
    let actual = queued.map { event in
      "motivo=\(event.body["reason"]?.string ?? "") prioridad=\(event.body["priority"]?.int ?? 0) resumen=\(event.body["summary"]?.string ?? "")"
    }
    return AssertionVerdict(
      holds: holds, actual: "\(change >= 0 ? "+" : "")\(change) \(actual.joined(separator: "; "))",
      mentioned: Set((queued + left).map(\.seq)))
  }

  /// `Q vence T`, T as `2026-03-10T11:00` on the file's clock.
  private func promise(_ words: [String], _ facts: AssertionFacts) -> AssertionVerdict {
    let promises = facts.allEvents.filter { $0.kind == "promise" }
    let holds = promises.contains { event in
      event.body["what"]?.string == words.first
        && (words.count < 3 || (event.body["due"]?.string ?? "").hasPrefix(words[2]))
    }
    return AssertionVerdict(
      holds: holds,
      actual: promises.map { "\($0.body["what"]?.string ?? "") vence \($0.body["due"]?.string ?? "")" }.joined(
        separator: "; "))
  }
}
