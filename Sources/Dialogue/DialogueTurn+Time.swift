import Spanish
import Understanding

/// What time and new content do to a conversation.
extension DialogueTurn {
  /// Takes up a state that an older content left: a flow that lost its step starts over with all that the customer
  /// gave, and one that is gone is dropped; what is known stays.
  mutating func mend() {
    var broken: Int?
    for index in state.stack.indices where state.stack[index].place.flow?.source !== content.source {
      guard let place = content.found(state.stack[index].place) else {
        broken = index
        break
      }
      state.stack[index].place = place
    }
    guard let broken else { return }
    // A linked flow cannot start over alone: the one that linked it does.
    let root = state.stack[...broken].lastIndex { !$0.linked } ?? broken
    for frame in state.stack[root...] { remember(frame.slots) }
    let lost = state.stack[root]
    let given = state.stack[root...].reduce(Set<String>()) { $0.union($1.given) }
    let slots = state.stack[root...].reduce(Slots()) { known, frame in
      known.merging(frame.slots.filter { given.contains($0.key) }) { _, new in new }
    }
    state.stack.removeSubrange(root...)
    state.awaiting = nil
    state.calling = nil
    mended = true
    say(BuiltInMessage.contentChanged)
    guard let start = content.flows[lost.flow]?.start else { return }
    state.stack.append(
      Frame(
        place: start, slots: slots, given: given, utterance: lost.utterance, linked: false))
  }

  /// A question has been open for a while: says so, once a silence.
  mutating func remind() {
    guard state.control == .bot, !state.reminded, state.awaiting != nil else { return }
    state.reminded = true
    say(BuiltInMessage.reminder)
  }

  mutating func fallAsleep() {
    guard state.control == .bot else { return }
    state.asleep = true
    state.control = .closed
    if state.awaiting != nil { say(BuiltInMessage.asleep) }
  }

  /// Takes the conversation up again where it was; what is older than a conversation lives is let go, with a word.
  mutating func wake(expired: Bool) {
    let wasAsleep = state.asleep
    state.asleep = false
    state.reminded = false
    if state.control == .closed { state.control = .bot }
    if expired, !state.stack.isEmpty || state.awaiting != nil {
      for frame in state.stack { remember(frame.slots) }
      state.stack.removeAll()
      state.waiting.removeAll()
      state.awaiting = nil
      state.resuming = false
      say(BuiltInMessage.expired)
    } else if wasAsleep {
      say(BuiltInMessage.awake)
    }
  }
}
