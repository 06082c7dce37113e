import Spanish
import TextAnalysis
import Understanding

/// Things that were shown or spoken of: «cancélalo», «el primero», «los dos», «lo mismo con el otro».
extension DialogueTurn {
  /// The orders that an intent is about: those that the message names, or else those that it points at.
  func orders(of intent: Heard.Intent, in heard: Heard, found: SlotValue?) -> [String] {
    if let found = found?.string {
      let named = heard.understanding.slots.filter {
        $0.name == "pedido" && ($0.intent == nil || $0.intent == intent.index)
      }.compactMap(\.value.string)
      // «El 402-1, no, el 402-2» means the second; «el 402-1 y el 402-2», both.
      if heard.reference.contains(.instead), let last = named.last { return [last] }
      return heard.domain.count == 1 && named.count > 1 ? named : [found]
    }
    guard content.slotsOfIntent[intent.id]?.contains("pedido") == true else { return [] }
    let pointed = ordersPointedAt(by: heard)
    guard pointed.isEmpty, isFollowUp(heard), let current = currentOrder else { return pointed }
    return [current]
  }

  /// «¿Y cuánto costó?», «¿a qué dirección va?»: a short question that names nothing is about what was spoken of.
  private func isFollowUp(_ heard: Heard) -> Bool {
    (heard.asks || heard.asksWithin) && heard.isShort && (state.stack.isEmpty || heard.weightyStems.count < 2)
      && heard.reference.isDisjoint(with: [.other, .place, .all, .newest, .oldest])
      && !heard.holds(anyOf: DialogueTurn.comparing) && !heard.describesOrder && heard.understanding.entities.isEmpty
      && !dialogue.model.namesProduct(heard.understanding.text, wares: context.wares)
  }

  private static let comparing = Heard.stems(of: ["caro", "barato", "primero", "segundo"])

  /// The order of the running task, or else the one that was spoken of last.
  var currentOrder: String? {
    runningGroup.last { $0.slots["pedido"] != nil }?.slots["pedido"]?.string ?? state.memory["pedido"]?.string
  }

  private func ordersPointedAt(by heard: Heard) -> [String] {
    let current = currentOrder
    if heard.reference.contains(.other), current != nil {
      let others = otherOrders(than: current)
      return others.count == 1 ? others : []
    }
    let shown = state.shown["pedido"] ?? []
    if shown.count > 1, !heard.reference.isDisjoint(with: [.place, .all]),
      let picked = picks(in: heard.text, options: shown, several: true)
    {
      return picked
    }
    if heard.reference.contains(.all), state.mentioned.count == 2 { return state.mentioned.reversed() }
    // «El edredón lo quiero cancelar»: the pronoun stands for what the message itself names.
    if heard.reference.contains(.back), let current,
      !dialogue.model.namesProduct(heard.understanding.text, wares: context.wares)
    {
      return [current]
    }
    return []
  }

  /// The orders that were shown or spoken of, but for one.
  func otherOrders(than order: String?) -> [String] {
    var others: [String] = []
    let listed = (state.shown["pedido"] ?? []).filter { !$0.all && !serves($0.id) }.map(\.id)
    for candidate in listed.isEmpty ? state.mentioned : listed where candidate != order && !others.contains(candidate) {
      others.append(candidate)
    }
    return others
  }

  /// «Y la mochila también»: the one order, of those that were shown, that all words of weight name.
  private func shownOrder(namedBy heard: Heard) -> String? {
    guard heard.reference.contains(.also) else { return nil }
    let stems = heard.weightyStems
    guard !stems.isEmpty else { return nil }
    let named = (state.shown["pedido"] ?? []).filter { option in
      let words = Set(
        ([option.label] + option.aliases).flatMap {
          dialogue.model.bareWords(of: $0).split(separator: " ").map { Heard.stem(String($0)) }
        })
      return !option.all && stems.allSatisfy(words.contains)
    }
    return named.count == 1 ? named[0].id : nil
  }

  /// «Quiero otra igual» once the refund has been refused: the same thing, with another value of one of its lists.
  private func withNewDetail(_ heard: Heard, _ served: WaitingIntent) -> WaitingIntent? {
    guard heard.domain.isEmpty, !heard.asks, !heard.negatesDomain, heard.wordCount > 1, heard.order == nil else {
      return nil
    }
    for slot in (content.slotsOfIntent[served.id] ?? []).sorted() where slot != content.slotOfSingleWish[served.id] {
      guard let list = dialogue.model.kind(ofSlot: slot, in: served.id), EntityKind(rawValue: list) == nil,
        let value = choice(of: list, in: heard.text), value != served.slots[slot], value.string != "otro"
      else { continue }
      var again = served
      again.slots[slot] = value
      again.utterance = heard.text
      return again
    }
    return nil
  }

  /// «Mejor a la de Cádiz» once the change to another address has been refused: the same thing, done in another way.
  private func wishesOtherwise(_ heard: Heard) -> Bool {
    heard.domain.isEmpty && heard.reference.contains(.instead) && !heard.reference.contains(.sorry)
      && heard.wordCount > 2 && !heard.asks && !heard.onlyPoints && !heard.says("no")
  }

  /// «¿Y la orden 402-…?», «lo mismo con el otro», «perdona, era el otro»: no wish of its own; what was done last for
  /// one order is meant for this one too.
  mutating func repeatForOther(_ heard: Heard) -> Bool {
    guard state.awaiting == nil, state.stack.isEmpty, var next = state.lastServed else { return false }
    if let again = withNewDetail(heard, next) { return takeUp(again) }
    // What was picked of that order says nothing about another one.
    next.slots["lineas"] = nil
    next.slots["producto"] = nil
    var orders: [String] = []
    if let order = heard.order?.string {
      guard heard.domain.isEmpty else { return false }
      orders = [order]
    } else if let named = shownOrder(namedBy: heard) {
      orders = [named]
    } else if wishesOtherwise(heard) {
      // Without what was chosen: that is what is wished in another way.
      next.slots = next.slots.filter { $0.key == "pedido" || content.slotOfSingleWish[next.id] == $0.key }
      next.utterance = heard.text
      return takeUp(next)
    } else if turnsToAnotherThing(heard)
      || heard.domain.isEmpty && heard.namesAnother && (!heard.asksWithin || heard.wordCount < 5) || heard.adds
    {
      next.slots["pedido_anterior"] = next.slots["pedido"]
      next.slots["pedido"] = nil
      next.utterance = heard.text
      return takeUp(next)
    } else if !heard.onlyPoints {
      return false
    } else if !heard.reference.isDisjoint(with: [.other, .place, .all]) {
      orders = ordersPointedAt(by: heard)
    }
    guard !orders.isEmpty || !heard.reference.isDisjoint(with: [.other, .same]) else { return false }
    if orders.isEmpty, heard.reference.contains(.other) { next.slots[DialogueTurn.notThisOrder] = next.slots["pedido"] }
    next.slots["pedido"] = orders.first.map { .text($0) }
    next.utterance = orders.isEmpty ? "" : heard.text
    for order in orders.dropFirst() {
      var later = next
      later.slots["pedido"] = .text(order)
      state.waiting.append(later)
    }
    return takeUp(next)
  }

  /// What was done last, done once more; always true.
  private mutating func takeUp(_ again: WaitingIntent) -> Bool {
    state.misses = 0
    start(again)
    run()
    return true
  }
}
