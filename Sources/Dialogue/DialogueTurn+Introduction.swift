import Spanish
import TextAnalysis
import Understanding

/// Somebody who was unknown says who they are: before being asked, as the answer to any question about it, or again
/// because the first time nothing fitted.
extension DialogueTurn {
  mutating func meet(_ understanding: Understanding, known: Bool) {
    guard state.control == .bot else { return hear(understanding) }
    message = (understanding.text.text, understanding.choices)
    var heard = Heard(understanding)
    heard.domain.removeAll { $0.id.hasPrefix(BuiltInIntent.smallTalk) }
    if let top = state.stack.last, top.flow == BuiltInFlow.identification {
      state.reminded = false
      keepWishes(of: heard)
      startIdentificationOver()
      return run()
    }
    guard state.stack.isEmpty, heard.domain.isEmpty, let start = content.flows[BuiltInFlow.introduction]?.start else {
      return hear(understanding)
    }
    state.reminded = false
    state.misses = 0
    state.awaiting = nil
    state.stack.append(
      Frame(
        place: start, slots: [:], given: [], utterance: "", linked: false))
    run()
  }

  /// What was wished beside the name: it belongs to the task that waits for it, or comes after that.
  mutating func keepWishes(of heard: Heard) {
    guard !heard.domain.isEmpty, let root = state.stack.lastIndex(where: { !$0.linked }) else { return }
    let running = Set(runningGroup.map(\.flow))
    for var intent in waitingIntents(of: heard) {
      guard let flow = content.flowOfIntent[intent.id], running.contains(flow.id) else {
        intent.depth = root
        state.waiting.append(intent)
        continue
      }
      for (slot, value) in intent.slots where state.stack[root].slots[slot] == nil {
        state.stack[root].slots[slot] = value
        state.stack[root].given.insert(slot)
      }
      state.stack[root].utterance += "\n" + heard.text
    }
  }

  /// The questions so far are moot: whoever is known needs none, and others are asked for what is still missing.
  private mutating func startIdentificationOver() {
    let top = state.stack.count - 1
    guard let flow = state.stack[top].place.flow else { return }
    state.stack[top].place = flow.start
    state.awaiting = nil
    state.misses = 0
  }
}
