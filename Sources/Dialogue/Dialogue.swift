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
  let angryStems: Set<String>

  package init(content: DialogueContent, model: UnderstandingModel) {
    self.content = content
    self.model = model
    angryStems = Set(content.angryWords.map { Heard.stem(model.bareWords(of: $0)) })
  }

  /// Takes one event. Cost: O(steps run), at most `DialogueTurn.stepLimit`.
  package func handle(
    _ event: DialogueEvent, state: inout DialogueState, context: DialogueContext
  ) -> [DialogueEffect] {
    var path: [FlowPassage] = []
    return handle(event, state: &state, context: context, path: &path)
  }

  /// The same, with the steps and ways that the event took added to `path`.
  package func handle(
    _ event: DialogueEvent, state: inout DialogueState, context: DialogueContext, path: inout [FlowPassage]
  ) -> [DialogueEffect] {
    var turn = DialogueTurn(dialogue: self, state: state, context: context)
    // The turn owns the state while it works: a second reference would copy every array that it touches.
    state = DialogueState()
    defer { state = turn.state }
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
    path += turn.path
    return turn.effects
  }
}
