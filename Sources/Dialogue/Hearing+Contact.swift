import Spanish
import Understanding

/// Wishes for people, and what they are wanted for.
extension DialogueTurn {
  /// Whether an intent wishes for people or says whether an answer helped: it is about what was spoken of before.
  func isAboutContact(_ intent: String) -> Bool {
    intent.hasPrefix(BuiltInIntent.contact) || intent.hasPrefix(BuiltInIntent.help)
  }

  /// «Quiero hablar con alguien, mi Kindle no va»: what comes with the wish for people is its subject. The first time it
  /// is served before people are called; a call or an e-mail goes its way, and the ticket says what it is about.
  mutating func joiningSubject(_ queue: [WaitingIntent]) -> [WaitingIntent] {
    guard queue.count > 1,
      let contact = queue.firstIndex(where: { content.flowOfIntent[$0.id] != nil && isAboutContact($0.id) })
    else { return queue }
    let subjects = queue.indices.filter { index in
      index != contact && !isAboutContact(queue[index].id) && !queue[index].id.hasPrefix(BuiltInIntent.smallTalk)
        && content.labelOfIntent[queue[index].id] != nil
    }
    guard let subject = subjects.first, let label = content.labelOfIntent[queue[subject].id] else { return queue }
    var joined = queue
    if queue[contact].id == BuiltInIntent.person, let slot = topicSlot(of: queue[contact].id), subjects.count == 1,
      state.stack.isEmpty, state.personRequests == 0, state.memory["asunto"] == nil
    {
      joined[contact].slots.merge(queue[subject].slots) { own, _ in own }
      joined[contact].slots[slot] = .text(queue[subject].id)
      joined.remove(at: subject)
      return joined
    }
    state.memory["asunto"] = .text(label)
    // What was wished before is done before; what comes after the wish is its reason.
    for index in subjects.reversed() where index > contact { joined.remove(at: index) }
    return joined
  }

  /// The slot of the question that asks what the matter is, in the flow of an intent.
  private func topicSlot(of intent: String) -> String? {
    content.flowOfIntent[intent]?.steps.lazy.compactMap(\.question).first(where: \.servesIntent)?.slot
  }
}
