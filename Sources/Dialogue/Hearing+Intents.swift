import Spanish
import TextAnalysis
import Understanding

/// Wishes: which of them, about what, and in which order.
extension DialogueTurn {
  mutating func serve(_ heard: Heard) {
    let understanding = heard.understanding
    if state.stack.isEmpty, heard.domain.count == 1, isClose(understanding) { return askWhichIntent(heard) }
    var queue = joiningSubject(waitingIntents(of: heard))
    guard let first = queue.first else { return missed() }
    if heard.domain.count == 1, isAskedThreeTimes(first) { return offerPerson(.askedThreeTimes) }
    if let flow = content.flowOfIntent[first.id], continues(flow, with: first) {
      state.waiting = Array(queue.dropFirst()) + state.waiting
      return
    }
    if state.awaiting?.purpose == .step { keepAnswer(in: heard) }
    state.misses = 0
    state.awaiting = nil
    // «Mejor lo devuelvo»: the new wish replaces the one that runs.
    if heard.reference.contains(.instead), content.flowOfIntent[first.id] != nil, let root = rootIndex {
      for frame in state.stack[root...] { remember(frame.slots) }
      state.stack.removeSubrange(root...)
    }
    leavePassingQuestion()
    takeOver(by: &queue[0])
    let depth = state.stack.count
    queue = queue.map { intent in
      var intent = intent
      intent.depth = depth
      return intent
    }
    state.waiting = Array(queue.dropFirst()) + state.waiting
    start(queue[0])
    farewell(after: queue)
    run()
  }

  /// «Se me ha roto» while a return is being made: the wider task ends in the one that runs, and takes its place.
  private mutating func takeOver(by wish: inout WaitingIntent) {
    guard let root = rootIndex, let wider = content.flowOfIntent[wish.id],
      wider.id != state.stack[root].flow, wider.linked.contains(state.stack[root].flow)
    else { return }
    let given = state.stack[root].slots.filter { state.stack[root].given.contains($0.key) }
    wish.slots.merge(given) { own, _ in own }
    for frame in state.stack[root...] { remember(frame.slots) }
    state.stack.removeSubrange(root...)
  }

  /// A list that was only shown is not asked about again.
  private mutating func leavePassingQuestion() {
    guard openQuestion?.passing == true, let root = rootIndex else { return }
    for frame in state.stack[root...] { remember(frame.slots) }
    state.stack.removeSubrange(root...)
  }

  private var rootIndex: Int? { state.stack.lastIndex { !$0.linked } }

  /// The wish belongs to a flow that runs already: asks its question once more, or brings it up again.
  private mutating func continues(_ flow: Flow, with intent: WaitingIntent) -> Bool {
    if !runs(flow) {
      guard let index = state.stack.lastIndex(where: { $0.place.flow === flow && !$0.linked }) else { return false }
      let end = state.stack[(index + 1)...].firstIndex { !$0.linked } ?? state.stack.count
      let group = Array(state.stack[index..<end])
      state.stack.removeSubrange(index..<end)
      state.stack += group
      state.resuming = true
    }
    let top = state.stack.count - 1
    for (slot, value) in intent.slots where state.stack[top].slots[slot] == nil {
      state.stack[top].slots[slot] = value
      state.stack[top].given.insert(slot)
    }
    state.awaiting = nil
    run()
    return true
  }

  /// The answer that a digression carries with it: «el 402-…, ¿y cuánto tarda?».
  private mutating func keepAnswer(in heard: Heard) {
    guard let awaiting = state.awaiting, EntityKind(rawValue: awaiting.kind) != nil, let top = state.stack.indices.last,
      !heard.domain.contains(where: { content.slotsOfIntent[$0.id]?.contains(awaiting.slot) ?? false }),
      let value = heard.understanding.entities.first(where: { $0.kind.rawValue == awaiting.kind })?.value
    else { return }
    state.stack[top].slots[awaiting.slot] = value.bareText
    state.stack[top].given.insert(awaiting.slot)
    remember([awaiting.slot: value.bareText])
  }

  /// A goodbye after something was done is the moment to ask how it went.
  private mutating func farewell(after queue: [WaitingIntent]) {
    guard queue.last?.id == BuiltInIntent.farewell, state.stack.isEmpty, state.changes > 0, !state.rated else { return }
    askRating()
  }

  /// The message's intents with their slots; one about several orders comes once for each.
  func waitingIntents(of heard: Heard) -> [WaitingIntent] {
    var intents: [WaitingIntent] = []
    for intent in heard.domain {
      let slots = slots(for: intent.index, in: heard)
      let orders = orders(of: intent, in: heard, found: slots["pedido"])
      for order in orders.isEmpty ? [nil] : orders.map(Optional.some) {
        var slots = slots
        slots["pedido"] = order.map { .text($0) }
        if order == nil, heard.reference.contains(.back) { slots["pedido_anterior"] = currentOrder.map { .text($0) } }
        let next = WaitingIntent(
          id: intent.id, slots: slots, utterance: heard.part(of: intent, among: tasks(in: heard)))
        for next in singleWishes(next, heard)
        where !intents.contains(where: { $0.id == next.id && $0.slots == next.slots }) {
          intents.append(next)
        }
      }
    }
    return intents.count > 1 ? withoutDetails(withoutPreludes(intents)) : intents
  }

  /// «Cámbiala por una negra y paga la diferencia con PayPal» is one wish: how it is to be done belongs to its words.
  private func withoutDetails(_ intents: [WaitingIntent]) -> [WaitingIntent] {
    var kept = intents
    for detail in intents where content.tasksDetailedBy[detail.id] != nil && detail.slots["pedido"] == nil {
      guard let tasks = content.tasksDetailedBy[detail.id], !Heard.asks(detail.utterance),
        let task = kept.firstIndex(where: { tasks.contains($0.id) })
      else { continue }
      kept[task].utterance += "\n" + detail.utterance
      kept.removeAll { $0 == detail }
    }
    return kept
  }

  /// «Ponla en XL y cambia el envío a Cádiz»: two wishes of one intent, where its author says that each value of a list is
  /// one. Each has its own part of the words; what says nothing of the list belongs to the part before it.
  private func singleWishes(_ wish: WaitingIntent, _ heard: Heard) -> [WaitingIntent] {
    guard let slot = content.slotOfSingleWish[wish.id], let list = dialogue.model.kind(ofSlot: slot, in: wish.id) else {
      return [wish]
    }
    if list == EntityKind.money.rawValue { return singleAmounts(of: slot, in: wish, heard) }
    let clauses = Heard.clauses(of: wish.utterance)
    guard clauses.count > 1 else { return [wish] }
    var parts: [(value: SlotValue?, text: String)] = []
    for clause in clauses {
      let value = listValue(of: slot, from: list, sources: ["text", "pattern"], in: clause)
      if let last = parts.indices.last, value == nil || parts[last].value == nil || parts[last].value == value {
        parts[last].text += " " + clause
        parts[last].value = parts[last].value ?? value
      } else {
        parts.append((value, clause))
      }
    }
    guard parts.count > 1 else { return [wish] }
    return parts.indices.map { index in
      var single = wish
      single.utterance = parts[index].text
      single.slots.merge(slotsOfPatterns(in: parts[index].text, for: wish.id)) { _, own in own }
      single.slots[slot] = parts[index].value
      // What names no other thing goes on with the first one's order.
      if index > 0, !dialogue.model.namesProduct(single.utterance, wares: context.wares) {
        single.slots[WaitingIntent.sameOrder] = .flag(true)
      }
      return single
    }
  }

  /// What the patterns say of a part alone: of the whole message only one of them has won.
  private func slotsOfPatterns(in part: String, for intent: String) -> Slots {
    let read = dialogue.model.understand(
      part, context: UnderstandingContext(recognition: context.recognition, wares: context.wares))
    guard read.intents.contains(where: { $0.id == intent && !$0.negated }) else { return [:] }
    var slots = Slots()
    for filled in read.slots
    where filled.source == "pattern" && content.slotsOfIntent[intent]?.contains(filled.name) == true
      && slots[filled.name] == nil
    {
      slots[filled.name] = filled.value
    }
    return slots
  }

  /// Whether a message that belongs to the running task wishes more than one thing of it.
  func holdsSeveralWishes(_ heard: Heard) -> Bool {
    heard.domain.contains { content.slotOfSingleWish[$0.id] != nil } && waitingIntents(of: heard).count > 1
  }

  /// «Ponla en L y mándala a Cádiz» to «¿qué cambiamos?»: the first now, the others after it.
  mutating func settlesSeveralWishes(_ heard: Heard, _ awaiting: Awaiting) -> Bool {
    guard heard.domain.contains(where: { content.slotOfSingleWish[$0.id] == awaiting.slot }), !isElsewhere(heard),
      let top = state.stack.indices.last
    else { return false }
    let wishes = waitingIntents(of: heard)
    guard wishes.count > 1, let value = wishes[0].slots[awaiting.slot] else { return false }
    for (slot, value) in wishes[0].slots where slot != WaitingIntent.sameOrder {
      state.stack[top].slots[slot] = value
      state.stack[top].given.insert(slot)
    }
    state.stack[top].utterance += "\n" + wishes[0].utterance
    let depth = rootDepth
    state.waiting =
      wishes.dropFirst().map { wish in
        var wish = wish
        wish.depth = depth
        return wish
      } + state.waiting
    settle(value)
    return true
  }

  /// «Lo quiero devolver, tiene un agujero» is one wish: a task that would end in another one that is wished, too, only
  /// tells why. Its details are kept.
  private func withoutPreludes(_ intents: [WaitingIntent]) -> [WaitingIntent] {
    var kept = intents
    for wish in intents {
      guard let flow = content.flowOfIntent[wish.id], content.slotsOfIntent[wish.id]?.contains("motivo") == true else {
        continue
      }
      let preludes = kept.filter { other in
        other.id != wish.id
          && content.flowOfIntent[other.id]?.linked.contains(flow.id) == true
          && content.slotsOfIntent[other.id]?.contains("motivo") == true
      }
      guard !preludes.isEmpty else { continue }
      kept.removeAll { other in preludes.contains { $0.id == other.id } }
      for index in kept.indices where kept[index].id == wish.id {
        for prelude in preludes { kept[index].slots.merge(prelude.slots) { own, _ in own } }
        kept[index].utterance = preludes.map(\.utterance).reduce(kept[index].utterance) { "\($0)\n\($1)" }
      }
    }
    return kept
  }

  /// The wishes that flows serve; what a message answers takes no part of the words away.
  private func tasks(in heard: Heard) -> [Heard.Intent] { heard.domain.filter { content.flowOfIntent[$0.id] != nil } }

  /// The slots of the intent at `index`; dates that are several also stand together as `fechas`.
  func slots(for index: Int, in heard: Heard) -> Slots {
    var slots: Slots = [:]
    var dates: [SlotValue] = []
    let own = heard.range(ofIntentAt: index, among: tasks(in: heard))
    // What stands in this wish's own part of the message comes first.
    let filled = heard.understanding.slots.filter { belongs($0, to: index, in: heard) }
    for filled in filled.filter({ own?.contains($0.range) ?? false }) + filled {
      if slots[filled.name] == nil { slots[filled.name] = filled.value }
      if filled.name == "fecha" { dates.append(filled.value) }
    }
    if dates.count > 1 { slots["fechas"] = .list(dates) }
    if let id = heard.domain.first(where: { $0.index == index })?.id,
      let (slot, amount) = bareAmount(for: id, in: heard),
      slots[slot] == nil
    {
      slots[slot] = amount
    }
    return slots
  }

  /// A detail that another wish took is this one's too only if it was said before: in «cancela la mochila y dime dónde
  /// está el 402-…» the number is none of the cancellation's.
  private func belongs(_ filled: FilledSlot, to index: Int, in heard: Heard) -> Bool {
    guard filled.intent == nil else { return filled.intent == index }
    guard heard.understanding.intents.indices.contains(index) else { return true }
    let isTaken = heard.understanding.slots.contains {
      $0.name == filled.name && $0.range == filled.range && $0.intent != nil && $0.intent != index
    }
    return !isTaken || filled.range.lower < heard.understanding.intents[index].range.upper
  }

  /// Whether the runner-up is so near that asking is better than guessing.
  private func isClose(_ understanding: Understanding) -> Bool {
    guard let best = understanding.intents.first, let rival = understanding.alternatives.first else { return false }
    return understanding.margin < 0.05 && best.confidence < 0.75 && content.labelOfIntent[best.id] != nil
      && content.labelOfIntent[rival.id] != nil
  }

  private mutating func askWhichIntent(_ heard: Heard) {
    let understanding = heard.understanding
    let ids = (understanding.intents.prefix(1).map(\.id) + understanding.alternatives.map(\.id))
      .filter { content.labelOfIntent[$0] != nil }
    askWhich(of: Array(ids), about: waitingIntents(of: heard).first)
  }

  /// Something is known of what the message is about, too little to act on: asks among at most three.
  mutating func asksAmongSuggestions(_ heard: Heard?) -> Bool {
    guard let heard, state.misses <= 1, state.stack.isEmpty else { return false }
    let ids = heard.understanding.suggestions.map(\.id).filter { content.labelOfIntent[$0] != nil && serves($0) }
    // What was offered a moment ago was not it.
    let offered = Set(state.lastSaid.flatMap(\.options).map(\.id))
    guard !ids.isEmpty, !offered.isSuperset(of: ids) else { return false }
    var slots = slots(for: -1, in: heard)
    slots["pedido"] = heard.order
    state.misses += 1
    askWhich(of: ids, about: WaitingIntent(id: ids[0], slots: slots, utterance: heard.text))
    return true
  }

  private mutating func askWhich(of ids: [String], about unclear: WaitingIntent?) {
    let message: BuiltInMessage = ids.count == 1 ? .isItThis : .whichIntent
    let options =
      ids.prefix(3).map { ExpectedOption(id: $0, label: content.labelOfIntent[$0] ?? $0) }
      + (content.messages[message.rawValue]?.options ?? [])
    state.clarifying = unclear
    say(message.rawValue, options: options)
    state.awaiting = Awaiting(slot: "intencion", kind: "choice", options: options, purpose: .intent)
  }

  /// The same thing, with the same details, for the third time in a row: the answer does not help.
  private mutating func isAskedThreeTimes(_ intent: WaitingIntent) -> Bool {
    guard !intent.id.hasPrefix(BuiltInIntent.smallTalk), !intent.id.hasPrefix(BuiltInIntent.contact) else {
      return false
    }
    var asked = intent.id
    for detail in intent.slots.compactMap({ slot in slot.value.string.map { " \(slot.key)=\($0)" } }).sorted() {
      asked += detail
    }
    guard state.lastAsked == asked else {
      (state.lastAsked, state.lastAnswer, state.repeats) = (asked, nil, 1)
      return false
    }
    // Answers that differ show that the questions did: «¿cuánto cuesta la lámpara?», «¿y la cafetera?».
    let answer = state.lastSaid.map { $0.template + " " + StateWriter.text(of: $0.arguments) }.joined(separator: "\n")
    let helps = state.lastAnswer.map { $0 != answer } ?? false
    state.repeats = helps ? 2 : state.repeats + 1
    state.lastAnswer = answer
    guard state.repeats >= 3 else { return false }
    state.repeats = 0
    return true
  }
}
