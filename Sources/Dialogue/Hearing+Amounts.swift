import Foundation
import Spanish
import TextAnalysis
import Understanding

/// Amounts of money, said with their currency or without.
extension DialogueTurn {
  /// The amount that an entity is: «12,99 €», or a number in the shop's currency. Numbers without cents are amounts only
  /// where one was asked for.
  private func amount(of entity: Entity, isAsked: Bool = false) -> SlotValue? {
    switch entity.value {
    case .money: entity.value
    case .number(let number) where entity.kind == .number && (isAsked || number.exponent < 0):
      content.settings["shop.currency"]?.string.map { .money(number, currency: $0) }
    default: nil
    }
  }

  /// «39,90» to a question for an amount: the shop's currency is meant.
  func bareAmount(in heard: Heard, for awaiting: Awaiting) -> SlotValue? {
    guard awaiting.kind == EntityKind.money.rawValue, heard.domain.isEmpty else { return nil }
    return heard.understanding.entities.lazy.compactMap { amount(of: $0, isAsked: true) }.first
  }

  /// «Un cargo de 12,99»: a number with cents is an amount where an intent has use for one; the shop's currency is meant.
  func bareAmount(for intent: String, in heard: Heard) -> (slot: String, amount: SlotValue)? {
    guard let slot = dialogue.amountSlot[intent] else { return nil }
    let numbers = heard.understanding.entities.lazy.filter { $0.kind == .number }
    return numbers.compactMap { amount(of: $0) }.first.map { (slot, $0) }
  }

  /// «12,99 y otro de 49,90»: a wish for each amount, with its own day if there are as many; «49,90 en vez de 39,90» and
  /// «20 o 25 euros» are one.
  func singleAmounts(of slot: String, in wish: WaitingIntent, _ heard: Heard) -> [WaitingIntent] {
    let text = heard.understanding.text
    let compares = text.tokens.indices.contains {
      text.tokens[$0].kind == .word && ["vez", "lugar", "entre", "o", "u", "unos"].contains(text.folded($0))
    }
    let amounts = heard.understanding.entities.compactMap { amount(of: $0) }
      .reduce(into: [SlotValue]()) { if !$0.contains($1) { $0.append($1) } }
    guard (2...4).contains(amounts.count), !compares, heard.domain.count == 1 else { return [wish] }
    let days = wish.slots["fechas"]?.items ?? []
    return amounts.indices.map { index in
      var single = wish
      single.slots[slot] = amounts[index]
      if days.count == amounts.count { single.slots["fecha"] = days[index] }
      single.slots["fechas"] = nil
      return single
    }
  }
}
