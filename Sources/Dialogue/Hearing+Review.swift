import Spanish
import Understanding

/// Answers that say more than the question asked: «sí, pero devuélvelo a PayPal», «mejor la negra», «y el ratón también».
///
/// What such words mean depends on products and accounts, which the dialogue does not know. A question may name a call
/// that looks at them first. If it finds nothing, the message is heard as if nobody had looked.
extension DialogueTurn {
  /// Starts the review of an answer; false where there is nothing to review.
  mutating func review(_ heard: Heard) -> Bool {
    guard !isReconsidering, let awaiting = state.awaiting, awaiting.purpose == .step, let (flow, step) = running,
      let review = step.review, heard.order == nil, saysMore(heard, than: awaiting),
      heard.domain.allSatisfy({ belongsHere($0.id) }), !holdsSeveralWishes(heard)
    else { return false }
    state.reviewed = ReviewedQuestion(step: step.id, awaiting: awaiting)
    state.awaiting = nil
    advance(to: review, in: flow)
    run()
    return true
  }

  /// Whether an intent is about the running task: an answer only, a flow that runs, or one that links a flow that runs.
  func belongsHere(_ intent: String) -> Bool {
    guard let flow = content.flowOfIntent[intent] else { return true }
    return runs(flow) || runningGroup.contains { flow.linked.contains($0.flow) }
  }

  /// Whether the open question is one whose answers are looked through.
  var isReviewed: Bool { running?.step.review != nil }

  /// Whether there are words beyond a plain answer.
  private func saysMore(_ heard: Heard, than awaiting: Awaiting) -> Bool {
    guard heard.wordCount > 2 || !heard.weightyStems.isEmpty else { return false }
    return exactOption(in: heard, of: awaiting) == nil
  }

  /// The review found nothing: the question stands again, and the message is its answer.
  mutating func backToQuestion(_ reviewed: ReviewedQuestion) {
    state.stack[state.stack.count - 1].step = reviewed.step
    state.awaiting = reviewed.awaiting
    effects.append(.reconsider)
  }
}
