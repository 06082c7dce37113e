import Spanish
import Understanding

/// States are kept across releases: what a state does not hold has its first value, so an older one can be read.
/// `StateWriter` writes them.
extension DialogueState: Decodable {
  private enum Key: String, CodingKey {
    case control, stack, awaiting, calling, memory, waiting, handOffMessage, misses, lastServed, clarifying, lastAsked,
      lastAnswer, repeats
    case personRequests, anger, failures, changes, rated, score, lastSaid, lastVariant, previous, shown, mentioned
    case resuming, reminded, asleep
  }

  package init(from decoder: any Decoder) throws {
    let values = try decoder.container(keyedBy: Key.self)
    func read<T: Decodable>(_ key: Key, _ first: T) throws -> T {
      try values.decodeIfPresent(T.self, forKey: key) ?? first
    }
    control = try read(.control, .bot)
    stack = try read(.stack, [])
    awaiting = try values.decodeIfPresent(Awaiting.self, forKey: .awaiting)
    calling = try values.decodeIfPresent(String.self, forKey: .calling)
    memory = try read(.memory, [:])
    waiting = try read(.waiting, [])
    handOffMessage = try values.decodeIfPresent(String.self, forKey: .handOffMessage)
    misses = try read(.misses, 0)
    lastServed = try values.decodeIfPresent(WaitingIntent.self, forKey: .lastServed)
    clarifying = try values.decodeIfPresent(WaitingIntent.self, forKey: .clarifying)
    lastAsked = try values.decodeIfPresent(String.self, forKey: .lastAsked)
    lastAnswer = try values.decodeIfPresent(String.self, forKey: .lastAnswer)
    repeats = try read(.repeats, 0)
    personRequests = try read(.personRequests, 0)
    anger = try read(.anger, 0)
    failures = try read(.failures, 0)
    changes = try read(.changes, 0)
    rated = try read(.rated, false)
    score = try values.decodeIfPresent(Int.self, forKey: .score)
    lastSaid = try read(.lastSaid, [])
    lastVariant = try read(.lastVariant, [:])
    previous = try read(.previous, [:])
    shown = try read(.shown, [:])
    mentioned = try read(.mentioned, [])
    resuming = try read(.resuming, false)
    reminded = try read(.reminded, false)
    asleep = try read(.asleep, false)
  }
}

extension Frame: Decodable {
  private enum Key: String, CodingKey { case flow, step, slots, given, utterance, linked, answered }

  package init(from decoder: any Decoder) throws {
    let values = try decoder.container(keyedBy: Key.self)
    place = .named(
      flow: try values.decode(String.self, forKey: .flow), step: try values.decode(String.self, forKey: .step))
    slots = try values.decodeIfPresent(Slots.self, forKey: .slots) ?? [:]
    given = try values.decodeIfPresent(Set<String>.self, forKey: .given) ?? []
    utterance = try values.decodeIfPresent(String.self, forKey: .utterance) ?? ""
    linked = try values.decodeIfPresent(Bool.self, forKey: .linked) ?? false
    answered = try values.decodeIfPresent([AnsweredChoice].self, forKey: .answered) ?? []
  }
}

extension Awaiting: Decodable {
  private enum Key: String, CodingKey { case slot, kind, options, several, misses, purpose }

  package init(from decoder: any Decoder) throws {
    let values = try decoder.container(keyedBy: Key.self)
    self.init(
      slot: try values.decode(String.self, forKey: .slot), kind: try values.decode(String.self, forKey: .kind),
      options: try values.decodeIfPresent([ExpectedOption].self, forKey: .options) ?? [],
      several: try values.decodeIfPresent(Bool.self, forKey: .several) ?? false,
      misses: try values.decodeIfPresent(Int.self, forKey: .misses) ?? 0,
      purpose: try values.decodeIfPresent(Purpose.self, forKey: .purpose) ?? .step)
  }
}
