import Spanish
import TextAnalysis
import Understanding

extension DialogueTurn {
  /// Asks for a slot unless it is known already; false if the turn must wait for the answer.
  mutating func ask(_ question: Question, step: Step, flow: Flow) -> Bool {
    let top = state.stack.count - 1
    if state.stack[top].slots[question.slot] != nil {
      if question.servesIntent { return serveTopic(question, step: step, flow: flow) }
      advance(to: step.next, in: flow)
      return true
    }
    if question.takesOpening, let opening = state.stack[top].utterance.split(separator: "\n").first {
      state.stack[top].slots[question.slot] = .text(String(opening))
      advance(to: step.next, in: flow)
      return true
    }
    let listed = question.optionsSlot.flatMap { state.stack[top].slots[$0] }.map { options(of: $0) } ?? []
    let choices = listed + question.fixedOptions
    let extra = choices.count > 1 || choices.isEmpty ? content.messages[question.message]?.options ?? [] : []
    let offered = choices + extra
    if !offered.isEmpty { note(offered, for: question, step: step) }
    if let value = answerBeforehand(question, choices: choices) {
      state.stack[top].slots[question.slot] = value
      advance(to: step.next, in: flow)
      return true
    }
    if isBouncing(step, of: flow) {
      offerPerson(.notUnderstoodAgain)
      return false
    }
    say(question.message, options: offered)
    state.awaiting = Awaiting(
      slot: question.slot, kind: kind(of: question, offered: offered), options: offered, several: question.several)
    return false
  }

  /// Whether free words came back unread, with nothing said about them, for the third time: nobody is asked for ever.
  private mutating func isBouncing(_ step: Step, of flow: Flow) -> Bool {
    guard state.settledText == "\(flow.id)/\(step.id)" else { return false }
    state.misses += 1
    return state.misses > 2
  }

  /// Remembers what was offered, for «el primero» later and for «mejor la otra».
  private mutating func note(_ offered: [ExpectedOption], for question: Question, step: Step) {
    let top = state.stack.count - 1
    if question.optionsSlot != nil { state.shown[question.slot] = offered }
    state.stack[top].answered.removeAll { $0.slot == question.slot }
    state.stack[top].answered.append(
      AnsweredChoice(
        slot: question.slot, step: step.id, options: offered, several: question.several,
        known: state.stack[top].slots.keys.sorted()))
  }

  /// The answer was an intent: it runs as a part of this flow, which goes on after it.
  private mutating func serveTopic(_ question: Question, step: Step, flow: Flow) -> Bool {
    let frame = state.stack[state.stack.count - 1]
    guard let intent = frame.slots[question.slot]?.string, serves(intent), intent != BuiltInIntent.person else {
      advance(to: step.next, in: flow)
      return true
    }
    let told = frame.slots.filter { content.slotsOfIntent[intent]?.contains($0.key) ?? false }
    start(WaitingIntent(id: intent, slots: told, utterance: frame.utterance), linked: true)
    return true
  }

  func kind(of question: Question, offered: [ExpectedOption]) -> String {
    if let kind = content.slotKinds[question.slot], EntityKind(rawValue: kind) != nil { return kind }
    return offered.isEmpty ? "text" : "choice"
  }

  /// What the customer has said already: the whole order, a product by its name, or the only thing there is.
  private mutating func answerBeforehand(_ question: Question, choices: [ExpectedOption]) -> SlotValue? {
    // Free words have been read by the action that offers these options.
    guard !choices.isEmpty,
      question.optionsSlot == nil || content.slotKinds[question.slot] != EntityKind.text.rawValue
    else { return nil }
    let top = state.stack.count - 1
    guard question.optionsSlot != nil else {
      guard let said = listValue(of: question.slot, in: state.stack[top].utterance),
        choices.contains(where: { $0.id == said.string })
      else { return nil }
      state.stack[top].given.insert(question.slot)
      return said
    }
    let all = SlotValue.list(choices.map { .text($0.id) })
    if question.several, state.stack[top].slots["alcance"] == .text("todo") { return all }
    let utterance = state.stack[top].utterance
    if !utterance.isEmpty {
      let utterance = question.slot == "lineas" ? OrderPhrase.removed(from: utterance) : utterance
      // Without «Todo el pedido»: its words stand in too many wishes to mean anything before the question is asked.
      if let chosen = picks(in: utterance, options: choices, several: question.several), !chosen.isEmpty {
        return value(ofChosen: chosen, options: choices, several: question.several)
      }
    }
    if question.several, choices.count == 1 { return all }
    return nil
  }

  /// What a text says of a slot that holds one of a list, as the running task's intents declare it: a reason told in
  /// passing is not asked for again.
  func listValue(of slot: String, in text: String) -> SlotValue? {
    guard !text.isEmpty, let list = listKind(of: slot) else { return nil }
    return choice(of: list, in: text)
  }

  /// The value of a list that a text names in its own words. Of the message itself it has been read already.
  func choice(of list: String, in text: String) -> SlotValue? {
    let choices =
      if let message, message.text == text {
        message.choices
      } else {
        dialogue.model.choices(
          in: text, context: UnderstandingContext(recognition: context.recognition, wares: context.wares))
      }
    return choices[list].map { .text($0) }
  }

  /// What a text says of a list's slot: in its own words (`text`), or by what it wishes (`pattern`).
  func listValue(of slot: String, from list: String, sources: Set<String>, in text: String) -> SlotValue? {
    dialogue.model.understand(
      text,
      context: UnderstandingContext(
        recognition: context.recognition, expectation: Expectation(slot: slot, kind: list), wares: context.wares)
    ).slots.first { $0.name == slot && sources.contains($0.source) }?.value.bareText
  }

  /// The list that a slot of the running task takes its values from.
  private func listKind(of slot: String) -> String? {
    for frame in runningGroup {
      if let list = frame.place.flow.flatMap({ dialogue.listOfSlot[$0.id]?[slot] }) { return list }
    }
    return nil
  }

  /// The list slots of the running task, sorted.
  var listSlots: [String] {
    let group = runningGroup
    if group.count == 1 { return group.first?.place.flow.flatMap { dialogue.listSlots[$0.id] } ?? [] }
    let intents = group.flatMap { $0.place.flow?.intents ?? [] }
    return Set(intents.flatMap { content.slotsOfIntent[$0] ?? [] }).filter { listKind(of: $0) != nil }.sorted()
  }

  /// Which of `options` a text picks, as if they had just been offered.
  func picks(
    in text: String, options: [ExpectedOption], several: Bool, kind: String = "choice"
  ) -> [String]? {
    dialogue.model.chosen(
      in: text,
      context: UnderstandingContext(
        recognition: context.recognition,
        expectation: Expectation(kind: kind, options: options, several: several), wares: context.wares))
  }

  /// The slot's value for the picked ids; an option that stands for all gives all the others.
  func value(ofChosen chosen: [String], options: [ExpectedOption], several: Bool) -> SlotValue {
    guard several else { return .text(chosen[0]) }
    let all = options.contains { $0.all && chosen.contains($0.id) }
    return .list(all ? options.filter { !$0.all }.map { .text($0.id) } : chosen.map { .text($0) })
  }

  func options(of value: SlotValue) -> [ExpectedOption] {
    value.items.compactMap { item in
      guard let id = item["id"]?.string, let label = item["label"]?.string else {
        return item.string.map { ExpectedOption(id: $0, label: $0) }
      }
      return ExpectedOption(id: id, label: label, aliases: (item["aliases"]?.items ?? []).compactMap(\.string))
    }
  }

  /// Whether `id` is an intent that the content serves: options may name one.
  func serves(_ id: String) -> Bool { content.flowOfIntent[id] != nil || content.answersOfIntent[id] != nil }
}
