import Spanish
package import Understanding

/// The conversation as a pure state machine: an event and a state give a new state and the effects it wants.
///
/// Nothing here reads a clock, draws a random number or performs anything; the same input gives the same output.
///
/// A class, for it holds a dozen tables: as a struct each turn would retain all of them.
package final class Dialogue: Sendable {
  package let content: DialogueContent
  package let model: UnderstandingModel
  /// Words of anger, folded and cut to their stem: beside a wish they win nothing, and must be heard all the same.
  let angryStems: ByteTable
  /// The list that a slot takes its values from, by flow and slot, as the first of the flow's intents that has the slot
  /// declares it; nil where that is no list.
  let listOfSlot: [String: [String: String?]]
  /// The slots of the flow's intents that take a value of a list, sorted, by flow.
  let listSlots: [String: [String]]
  /// The slot for an amount of money, by intent: the first of its slots that takes one.
  let amountSlot: [String: String]

  package init(content: DialogueContent, model: UnderstandingModel) {
    self.content = content
    self.model = model
    angryStems = Heard.stems(of: content.angryWords.map { model.bareWords(of: $0) })
    amountSlot = content.slotsOfIntent.compactMapValues { slots in
      slots.filter { content.slotKinds[$0] == EntityKind.money.rawValue }.min()
    }
    let slots = content.flows.values.reduce(into: Set(content.slotKinds.keys)) { $0.formUnion($1.asked) }
    let listOfSlot = content.flows.mapValues { flow in
      var lists: [String: String?] = [:]
      for slot in slots {
        guard let kind = flow.intents.lazy.compactMap({ model.kind(ofSlot: slot, in: $0) }).first else { continue }
        lists[slot] = .some(EntityKind(rawValue: kind) == nil ? kind : nil)
      }
      return lists
    }
    self.listOfSlot = listOfSlot
    listSlots = content.flows.mapValues { flow in
      Set(flow.intents.flatMap { content.slotsOfIntent[$0] ?? [] })
        .filter { listOfSlot[flow.id]?[$0].flatMap(\.self) != nil }.sorted()
    }
  }

  /// Takes one event. Cost: O(steps run), at most `DialogueTurn.stepLimit`.
  package func handle(
    _ event: DialogueEvent, state: inout DialogueState, context: DialogueContext
  ) -> [DialogueEffect] {
    var turn = DialogueTurn(dialogue: self, context: context)
    take(event, &turn, state: &state)
    return turn.effects
  }

  /// The same, with the steps and ways that the event took added to `path`.
  package func handle(
    _ event: DialogueEvent, state: inout DialogueState, context: DialogueContext, path: inout [FlowPassage]
  ) -> [DialogueEffect] {
    var turn = DialogueTurn(dialogue: self, context: context)
    turn.path = path
    take(event, &turn, state: &state)
    path = turn.path ?? []
    return turn.effects
  }

  private func take(_ event: DialogueEvent, _ turn: inout DialogueTurn, state: inout DialogueState) {
    // The turn owns the state while it works: a second reference would copy every array that it touches.
    swap(&turn.state, &state)
    defer { swap(&turn.state, &state) }
    turn.mend()
    switch event {
    case .opened: turn.say(BuiltInMessage.greeting)
    case .said(let understanding): turn.hear(understanding)
    case .introduced(let understanding, let known): turn.meet(understanding, known: known)
    case .reconsidered(let understanding):
      turn.isReconsidering = true
      turn.hear(understanding)
    case .picked(let option): turn.pick(option)
    case .outcome(let outcome, let outputs): turn.continueCall(outcome: outcome, outputs: outputs)
    case .queued(let position, let opensAt): turn.stand(inQueueAt: position, opensAt: opensAt)
    case .claimed: turn.state.control = .human
    case .resolved(let returnToBot): turn.comeBack(toBot: returnToBot)
    case .silent: turn.remind()
    case .fellAsleep: turn.fallAsleep()
    case .awoke(let expired): turn.wake(expired: expired)
    }
  }
}
