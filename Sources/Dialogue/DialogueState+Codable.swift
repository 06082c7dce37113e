import Spanish
import Understanding

/// States are kept across releases: what a state does not hold has its first value, so an older one can be read.
extension DialogueState: Codable {
  private enum Key: String, CodingKey {
    case control, stack, awaiting, calling, memory, waiting, handOffMessage, misses, lastServed, clarifying, lastAsked, repeats
    case personRequests, anger, failures, changes, rated, score, lastSaid, lastVariant, previous, shown, mentioned
    case resuming, reminded, asleep
  }

  package init(from decoder: any Decoder) throws {
    let values = try decoder.container(keyedBy: Key.self)
    func read<T: Decodable>(_ key: Key, _ first: T) throws -> T { try values.decodeIfPresent(T.self, forKey: key) ?? first }
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

  /// Leaves out what has its first value: most of a state is empty most of the time.
  package func encode(to encoder: any Encoder) throws {
    var values = encoder.container(keyedBy: Key.self)
    let empty = DialogueState()
    if control != empty.control { try values.encode(control, forKey: .control) }
    if !stack.isEmpty { try values.encode(stack, forKey: .stack) }
    try values.encodeIfPresent(awaiting, forKey: .awaiting)
    try values.encodeIfPresent(calling, forKey: .calling)
    if !memory.isEmpty { try values.encode(memory, forKey: .memory) }
    if !waiting.isEmpty { try values.encode(waiting, forKey: .waiting) }
    try values.encodeIfPresent(handOffMessage, forKey: .handOffMessage)
    if misses != 0 { try values.encode(misses, forKey: .misses) }
    try values.encodeIfPresent(lastServed, forKey: .lastServed)
    try values.encodeIfPresent(clarifying, forKey: .clarifying)
    try values.encodeIfPresent(lastAsked, forKey: .lastAsked)
    if repeats != 0 { try values.encode(repeats, forKey: .repeats) }
    if personRequests != 0 { try values.encode(personRequests, forKey: .personRequests) }
    if anger != 0 { try values.encode(anger, forKey: .anger) }
    if failures != 0 { try values.encode(failures, forKey: .failures) }
    if changes != 0 { try values.encode(changes, forKey: .changes) }
    if rated { try values.encode(rated, forKey: .rated) }
    try values.encodeIfPresent(score, forKey: .score)
    if !lastSaid.isEmpty { try values.encode(lastSaid, forKey: .lastSaid) }
    if !lastVariant.isEmpty { try values.encode(lastVariant, forKey: .lastVariant) }
    if !previous.isEmpty { try values.encode(previous, forKey: .previous) }
    if !shown.isEmpty { try values.encode(shown, forKey: .shown) }
    if !mentioned.isEmpty { try values.encode(mentioned, forKey: .mentioned) }
    if resuming { try values.encode(resuming, forKey: .resuming) }
    if reminded { try values.encode(reminded, forKey: .reminded) }
    if asleep { try values.encode(asleep, forKey: .asleep) }
  }
}

extension Frame: Codable {
  private enum Key: String, CodingKey { case flow, step, slots, given, utterance, linked, answered }

  package init(from decoder: any Decoder) throws {
    let values = try decoder.container(keyedBy: Key.self)
    flow = try values.decode(String.self, forKey: .flow)
    step = try values.decode(String.self, forKey: .step)
    slots = try values.decodeIfPresent([String: SlotValue].self, forKey: .slots) ?? [:]
    given = try values.decodeIfPresent(Set<String>.self, forKey: .given) ?? []
    utterance = try values.decodeIfPresent(String.self, forKey: .utterance) ?? ""
    linked = try values.decodeIfPresent(Bool.self, forKey: .linked) ?? false
    answered = try values.decodeIfPresent([AnsweredChoice].self, forKey: .answered) ?? []
  }

  package func encode(to encoder: any Encoder) throws {
    var values = encoder.container(keyedBy: Key.self)
    try values.encode(flow, forKey: .flow)
    try values.encode(step, forKey: .step)
    if !slots.isEmpty { try values.encode(slots, forKey: .slots) }
    if !given.isEmpty { try values.encode(given.sorted(), forKey: .given) }
    if !utterance.isEmpty { try values.encode(utterance, forKey: .utterance) }
    if linked { try values.encode(linked, forKey: .linked) }
    if !answered.isEmpty { try values.encode(answered, forKey: .answered) }
  }
}

extension Awaiting: Codable {
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

  package func encode(to encoder: any Encoder) throws {
    var values = encoder.container(keyedBy: Key.self)
    try values.encode(slot, forKey: .slot)
    try values.encode(kind, forKey: .kind)
    if !options.isEmpty { try values.encode(options, forKey: .options) }
    if several { try values.encode(several, forKey: .several) }
    if misses != 0 { try values.encode(misses, forKey: .misses) }
    if purpose != .step { try values.encode(purpose, forKey: .purpose) }
  }
}
