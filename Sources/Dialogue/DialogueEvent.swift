package import Spanish
package import Understanding

/// What reaches the dialogue.
package enum DialogueEvent: Sendable {
  /// The conversation opens; the bot greets.
  case opened
  case said(Understanding)
  /// The same by somebody unknown who says who they are; `known` if an account was found by it.
  case introduced(Understanding, known: Bool)
  /// The same message again: a review found nothing in it, so it is the answer to the question after all.
  case reconsidered(Understanding)
  /// The customer tapped the option with this id.
  case picked(String)
  /// What the action that was called answered.
  case outcome(String, outputs: Slots)
  /// The ticket stands in the queue; outside the hours `opensAt` says when somebody will be there.
  case queued(position: Int, opensAt: LocalTime?)
  case claimed(agent: String)
  case resolved(returnToBot: Bool)
  /// The customer has been silent for as long as the content waits before it asks.
  case silent
  /// The customer has been silent for so long that the conversation falls asleep.
  case fellAsleep
  /// A message comes after sleep; `expired` if so late that what was open is stale.
  case awoke(expired: Bool)
}

/// What the dialogue wants done. Nothing has happened yet: somebody else performs it.
package enum DialogueEffect: Sendable, Hashable {
  case say(SaidMessage)
  case call(action: String, arguments: Slots, writes: Bool)
  case handOff(reason: String, skill: String, priority: Int)
  /// The message of this turn is to be heard again, as `reconsidered`.
  case reconsider
  case leaveQueue
  case askRating
  /// The customer's score, from 1 to 5.
  case rate(Int)
  /// What the customer adds to the score given just before.
  case comment(String, score: Int)
}

/// What a turn may know of the world. A class, for every event of the turn is handed it.
package final class DialogueContext: Sendable {
  package let now: LocalTime
  /// Chooses among variants.
  package let seed: UInt64
  package let recognition: RecognitionContext
  package let wares: WareNames

  package init(now: LocalTime, seed: UInt64, recognition: RecognitionContext, wares: WareNames = WareNames()) {
    self.now = now
    self.seed = seed
    self.recognition = recognition
    self.wares = wares
  }
}
