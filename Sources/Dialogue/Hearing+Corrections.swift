import Spanish
import TextAnalysis
import Understanding

/// What was said before, changed: «no, el 402-…», «mejor la funda», «perdona, era el otro».
extension DialogueTurn {
  /// A slot of the running flow that the message names anew: the flow goes back to its start with the new value.
  mutating func correct(_ heard: Heard) -> Bool {
    guard let frame = state.stack.last, let (name, old, new) = correction(in: heard, of: frame) else { return false }
    let isOrder = content.slotKinds[name] == EntityKind.orderNumber.rawValue
    state.previous[name] = old
    // What actions found out belongs to the old value; so do the lines that were picked, if the order changes.
    var slots = frame.slots.filter { slot, _ in
      frame.given.contains(slot) && !(isOrder && (slot == "lineas" || slot == "producto"))
        && (content.slotKinds[slot] != nil || !isOrder)
    }
    slots[name] = new
    // What was picked among the old order's options says nothing about the new one.
    let isText = state.awaiting?.kind == "text"
    for filled in heard.understanding.slots where filled.name != name && filled.source != "option" {
      // The number itself is not the text that was asked for.
      if isText, filled.name == state.awaiting?.slot { continue }
      slots[filled.name] = filled.value
    }
    if let awaiting = state.awaiting, awaiting.options.contains(where: { $0.all && heard.chosen.contains($0.id) }) {
      slots["alcance"] = .text("todo")
    }
    restart(with: slots, utterance: isOrder ? heard.text : frame.utterance)
    if isOrder {
      say(BuiltInMessage.corrected, ["pedido": new])
    } else if EntityKind(rawValue: content.slotKinds[name] ?? "") != .email {
      say(BuiltInMessage.correctedDetail)
    }
    return true
  }

  mutating func restart(with slots: Slots, utterance: String) {
    let top = state.stack.count - 1
    state.stack[top].slots = slots
    state.stack[top].given = Set(slots.keys)
    state.stack[top].utterance = utterance
    state.stack[top].answered = []
    if let flow = state.stack[top].place.flow { state.stack[top].place = flow.start }
    state.awaiting = nil
    remember(slots)
  }

  /// The given slot for whose kind the message holds another value: an order number, an e-mail, a telephone; at a
  /// choice or a confirmation also any other detail that the customer gave before.
  private func correction(in heard: Heard, of frame: Frame) -> (slot: String, old: SlotValue, new: SlotValue)? {
    for name in frame.slots.keys.sorted() where name != state.awaiting?.slot {
      guard let kind = content.slotKinds[name], ["order_number", "email", "phone"].contains(kind),
        let old = frame.slots[name],
        let found = heard.understanding.entities.first(where: { $0.kind.rawValue == kind })?.value.bareText,
        found.string != old.string
      else { continue }
      return (name, old, found)
    }
    guard state.awaiting?.kind == "confirm" || state.awaiting?.kind == "choice" else { return nil }
    for filled in heard.understanding.slots where filled.source != "option" && filled.name != state.awaiting?.slot {
      guard frame.given.contains(filled.name), let old = frame.slots[filled.name], old != filled.value,
        old.string == nil || old.string != filled.value.string,
        frame.place.flow?.asked.contains(filled.name) == true
      else { continue }
      return (filled.name, old, filled.value.bareText)
    }
    guard !heard.negatesDomain, !heard.opensWithAnswer, heard.chosen.isEmpty, heard.wordCount > 2 else { return nil }
    for slot in listSlots where frame.given.contains(slot) && slot != state.awaiting?.slot {
      guard let old = frame.slots[slot], let new = listValue(of: slot, in: heard.text), new.string != old.string,
        new.string != "otro"
      else { continue }
      return (slot, old, new)
    }
    return nil
  }

  /// Goes back to a choice made before that the message makes anew («mejor la funda», «no, la otra», «sí, pero solo la
  /// funda»); false if it makes none, or the same again.
  mutating func revise(_ heard: Heard) -> Bool {
    guard let root = state.stack.lastIndex(where: { !$0.linked }) else { return false }
    // «Espera, ¿cuánto costó la tienda?» picks nothing anew.
    if heard.asks || heard.asksWithin, heard.reference.isDisjoint(with: [.instead, .limit, .other]) { return false }
    for index in stride(from: state.stack.count - 1, through: root, by: -1) {
      let frame = state.stack[index]
      for choice in (implied(in: frame) + frame.answered).reversed() where choice.slot != state.awaiting?.slot {
        guard let old = frame.slots[choice.slot], let new = newValue(of: choice, old: old, in: heard), new != old
        else { continue }
        state.stack.removeSubrange((index + 1)...)
        goBack(to: choice, in: index, old: old, new: new)
        return true
      }
    }
    return false
  }

  /// Choices that nobody had to be asked for, since they had been told before, and whose options are known all the same.
  private func implied(in frame: Frame) -> [AnsweredChoice] {
    (frame.place.flow?.listing ?? []).compactMap { step in
      guard let question = step.question, let list = question.optionsSlot.flatMap({ frame.slots[$0] }),
        frame.slots[question.slot] != nil, !frame.answered.contains(where: { $0.slot == question.slot })
      else { return nil }
      return AnsweredChoice(
        slot: question.slot, step: step.id, options: options(of: list), several: question.several,
        known: frame.slots.keys.filter { $0 != question.slot }.sorted())
    }
  }

  private func newValue(of choice: AnsweredChoice, old: SlotValue, in heard: Heard) -> SlotValue? {
    let real = choice.options.filter { !$0.all }
    let current = Set(old.items.compactMap(\.string))
    let kind = content.slotKinds[choice.slot] == EntityKind.text.rawValue ? EntityKind.text.rawValue : "choice"
    let picked = (picks(in: heard.text, options: choice.options, several: choice.several, kind: kind) ?? [])
      .filter { $0 != "si" && $0 != "no" }
    if !picked.isEmpty, Set(picked) != current {
      // «Y la sartén» adds; «mejor la sartén» takes its place.
      let adds = choice.several && heard.words.first == "y" && heard.reference.isDisjoint(with: [.instead, .limit])
      let all = adds ? real.map(\.id).filter { current.contains($0) || picked.contains($0) } : picked
      return value(ofChosen: all.isEmpty ? picked : all, options: choice.options, several: choice.several)
    }
    guard heard.reference.contains(.other) else { return nil }
    let others = real.map(\.id).filter { !current.contains($0) }
    guard others.count == 1 else { return nil }
    return value(ofChosen: others, options: choice.options, several: choice.several)
  }

  /// The flow stands again where the choice was made, knowing what it knew then, and the new answer.
  private mutating func goBack(to choice: AnsweredChoice, in index: Int, old: SlotValue, new: SlotValue) {
    guard let flow = state.stack[index].place.flow, let step = flow.step(choice.step) else { return }
    let known = Set(choice.known)
    var frame = state.stack[index]
    state.previous[choice.slot] = old
    frame.slots = frame.slots.filter { known.contains($0.key) }
    frame.slots[choice.slot] = new
    frame.given = frame.given.filter { frame.slots[$0] != nil }
    frame.given.insert(choice.slot)
    frame.answered.removeAll { $0.slot != choice.slot && !known.contains($0.slot) }
    state.stack[index] = frame
    state.awaiting = nil
    remember([choice.slot: new])
    if choice.slot == "pedido" { say(BuiltInMessage.corrected, ["pedido": new]) }
    advance(to: step.next, in: flow)
  }

  /// «Rúa do Franco 30» to «¿pongo la calle Mayor 5?»: what was asked for in free words, and holds a number, told anew.
  mutating func retell(_ heard: Heard) -> Bool {
    guard heard.domain.isEmpty, heard.wordCount >= 2, let frame = state.stack.last,
      heard.understanding.text.tokens.contains(where: { $0.kind == .number }), let flow = frame.place.flow,
      let slot = flow.listing.compactMap(\.question?.slot).first(where: { content.slotKinds[$0] == "text" })
    else { return false }
    retell(slot, as: heard.text, of: frame)
    return true
  }

  /// «No, dile que si trae mapa», «cámbialo: …» to «¿le mando esto?»: the text that is to be sent, in other words.
  mutating func rewrite(_ heard: Heard) -> Bool {
    guard let frame = state.stack.last, let text = heard.newWording, let flow = frame.place.flow,
      let slot = flow.steps.lazy.compactMap(\.question).first(where: { question in
        guard question.optionsSlot == nil, frame.given.contains(question.slot),
          let told = frame.slots[question.slot]?.string, kind(of: question, offered: []) == "text"
        else { return false }
        return !question.fixedOptions.contains { $0.id == told }
      })?.slot
    else { return false }
    retell(slot, as: text, of: frame)
    return true
  }

  private mutating func retell(_ slot: String, as text: String, of frame: Frame) {
    // The order was found by words that are not said again.
    var slots = frame.slots.filter { frame.given.contains($0.key) || $0.key == "pedido" }
    slots[slot] = .text(text)
    restart(with: slots, utterance: text)
    say(BuiltInMessage.correctedDetail)
  }

  /// «No, otro pedido»: which one is not said, so the flow asks again, or takes the only other one that was shown.
  mutating func askAnew(_ heard: Heard) -> Bool {
    guard heard.reference.contains(.other), let frame = state.stack.last, let old = frame.slots["pedido"] else {
      return false
    }
    var slots = frame.slots.filter { slot, _ in
      frame.given.contains(slot) && slot != "pedido" && slot != "lineas" && slot != "producto"
    }
    state.previous["pedido"] = old
    let others = otherOrders(than: old.string)
    if others.count == 1 {
      slots["pedido"] = .text(others[0])
      restart(with: slots, utterance: "")
      say(BuiltInMessage.corrected, ["pedido": .text(others[0])])
    } else {
      slots[DialogueTurn.notThisOrder] = old
      restart(with: slots, utterance: "")
    }
    return true
  }

  /// «No, perdona»: the choice made last was wrong, and which one is right is asked again.
  mutating func reopen(_ heard: Heard) -> Bool {
    guard heard.reference.contains(.sorry), let top = state.stack.indices.last,
      let choice = state.stack[top].answered.last, let old = state.stack[top].slots[choice.slot]
    else { return false }
    let known = Set(choice.known)
    state.previous[choice.slot] = old
    state.stack[top].slots = state.stack[top].slots.filter { known.contains($0.key) && $0.key != choice.slot }
    state.stack[top].given.remove(choice.slot)
    state.stack[top].utterance = ""
    state.stack[top].step = choice.step
    state.awaiting = nil
    return true
  }

  /// «Y también el 402-…», «y las tijeras también» in the middle of one order: the other comes after it.
  mutating func queuesAnotherOrder(_ heard: Heard) -> Bool {
    guard heard.reference.contains(.also), !isElsewhere(heard), let root = state.stack.last(where: { !$0.linked }),
      let old = root.slots["pedido"]?.string, let intent = root.place.flow?.intents.first
    else { return false }
    let order = heard.order
    guard order.map({ $0.string != old }) ?? namesAnotherThing(heard) else { return false }
    state.waiting.append(
      WaitingIntent(
        id: intent, slots: order.map { ["pedido": $0] } ?? [:], utterance: heard.text, depth: rootDepth))
    if let order { say(BuiltInMessage.notedForLater, ["pedido": order]) } else { say(BuiltInMessage.noted) }
    state.awaiting = nil
    return true
  }

  /// Further orders that the wish named, each as an id or by its words: the same for each of them, one after the other.
  mutating func queueOrders(_ orders: [SlotValue]) {
    guard !orders.isEmpty, let top = state.stack.last, let root = state.stack.last(where: { !$0.linked }),
      let intent = root.place.flow?.intents.first, root.slots["uno_de_varios"] == nil
    else { return }
    let own: Set<String> = ["pedido", "lineas", "producto", "alcance"]
    var given = top.slots.filter { root.given.contains($0.key) && !own.contains($0.key) }
    // Each of them is one: its own words are not taken apart again.
    given["uno_de_varios"] = .flag(true)
    for index in state.stack.indices.suffix(runningGroup.count) {
      state.stack[index].slots["uno_de_varios"] = .flag(true)
    }
    state.waiting =
      orders.map { order in
        let slots = order["pedido"].map { given.merging(["pedido": $0]) { _, new in new } } ?? given
        return WaitingIntent(id: intent, slots: slots, utterance: order["frase"]?.string ?? "", depth: rootDepth)
      } + state.waiting
    state.stack[state.stack.count - 1].slots["pedidos_siguientes"] = nil
  }

  /// What was told of the first of several orders, the reason above all, is not asked again of the others.
  func passedOn(from frame: Frame) -> Slots {
    let lists = listSlots
    return frame.slots.filter { frame.given.contains($0.key) && lists.contains($0.key) }
  }

  mutating func passReasonsOn() {
    guard let frame = state.stack.last, let intent = frame.place.flow?.intents.first,
      state.waiting.contains(where: { $0.id == intent })
    else { return }
    let told = passedOn(from: frame)
    for index in state.waiting.indices where state.waiting[index].id == intent {
      state.waiting[index].slots.merge(told) { own, _ in own }
    }
  }

  /// How many flows run below the one that the customer is in.
  var rootDepth: Int { state.stack.lastIndex { !$0.linked } ?? 0 }

  /// «Los dos» where one order was asked for: this one now, the others after it.
  mutating func settlesSeveralOrders(_ heard: Heard, _ awaiting: Awaiting) -> Bool {
    guard !awaiting.several, awaiting.slot == "pedido",
      heard.reference.contains(.all),
      let root = state.stack.last(where: { !$0.linked }), let intent = root.place.flow?.intents.first,
      let orders = picks(in: heard.text, options: awaiting.options, several: true), orders.count > 1
    else { return false }
    let given = root.slots.filter { root.given.contains($0.key) }
    for order in orders.dropFirst() {
      let slots = given.merging(["pedido": .text(order)]) { _, new in new }
      state.waiting.append(WaitingIntent(id: intent, slots: slots, utterance: "", depth: rootDepth))
    }
    settle(.text(orders[0]))
    return true
  }
}
