import Understanding

/// Which messages somebody says: a flow, an answer, the engine, or an action as an e-mail. What nobody says is a
/// sentence that an author keeps up for nothing, or one that a mistyped id keeps from the customers.
struct MessageUse {
  let content: DialogueContent
  /// Messages that actions send.
  let letters: Set<String>

  func diagnostics() -> [Diagnostic] {
    let said = said
    return content.messages.values.filter { !said.contains($0.id) && !$0.id.hasPrefix(BuiltInMessage.languageName) }
      .sorted { $0.id < $1.id }
      .map { message in
        Diagnostic(
          "unused_message", "nadie dice el mensaje «\(message.id)»", hint: "dilo en un flujo, o quítalo",
          at: message.location, severity: .warning)
      }
  }

  private var said: Set<String> {
    var said = letters.union(BuiltInMessage.allCases.map(\.rawValue))
    for messages in content.answersOfIntent.values { said.formUnion(messages) }
    for step in content.flows.values.flatMap(\.steps) {
      switch step.kind {
      case .say(let message, _), .confirm(let message, _, _): said.insert(message)
      case .ask(let question):
        said.formUnion([question.message] + question.reprompts + [question.help].compactMap(\.self))
      case .handOff(let people): said.formUnion(people.messages)
      case .call, .branch, .link, .end: break
      }
    }
    return said
  }
}
