import Automata
import Foundation
import Spanish
import TextAnalysis

/// From winners to the values of their slots: captured, set by the pattern, or found elsewhere in the message.
extension UnderstandingModel {
  func slots(
    of winners: [Candidate], in reading: MessageReading, expectation: Expectation, chosen: [String]?
  ) -> [FilledSlot] {
    var slots: [FilledSlot] = []
    for (index, winner) in winners.enumerated() {
      slots += captured(by: winner, index, in: reading)
      slots += fixed(by: winner, index, in: reading)
    }
    for index in winners.indices { fill(index, of: winners, in: reading, &slots) }
    slots += expected(in: reading, expectation: expectation, chosen: chosen, winners: winners, besides: slots)
    guard slots.count > 1 else { return slots }
    return slots.enumerated().sorted { a, b in
      (a.element.intent ?? -1, a.element.range.lower, a.offset) < (
        b.element.intent ?? -1, b.element.range.lower, b.offset
      )
    }.map(\.element)
  }

  private func captured(by winner: Candidate, _ index: Int, in reading: MessageReading) -> [FilledSlot] {
    winner.match.captures.compactMap { capture in
      let name = slotNames[capture.slot]
      let range = reading.textRange(ofUnits: capture.tokens)
      let raw = reading.text.original(range)
      guard let symbol = capture.symbol else {
        return FilledSlot(
          name: name, kind: .text, value: .text(raw), raw: raw, range: range, source: "text", intent: index)
      }
      if case .list = symbols[symbol] {
        let choice = reading.choices.filter { $0.symbol == symbol && $0.units == capture.tokens }
          .max { $0.weight < $1.weight }
        guard let choice else { return nil }
        return FilledSlot(
          name: name, kind: .choice, value: .text(choice.choice), raw: raw, range: range, source: "text", intent: index)
      }
      let tokens = reading.tokens(ofUnits: capture.tokens)
      guard let entity = reading.entities.first(where: { $0.tokens == tokens }) else {
        return FilledSlot(
          name: name, kind: .text, value: .text(raw), raw: raw, range: range, source: "text", intent: index)
      }
      var slot = filled(name, entity, in: reading, intent: index)
      if case .range(let range) = symbols[symbol], let factor = range.multiplier, case .number(let number) = slot.value
      {
        slot.value = .number(number * Decimal(factor))
      }
      return slot
    }
  }

  private func fixed(by winner: Candidate, _ index: Int, in reading: MessageReading) -> [FilledSlot] {
    let range = reading.textRange(ofUnits: winner.match.tokens)
    return patterns[winner.pattern].fixed.map { fixed in
      let kind = intents[winner.intent].slots.first { $0.name == fixed.name }?.kind ?? .text
      return FilledSlot(
        name: fixed.name, kind: kind, value: .text(fixed.value), raw: reading.text.original(range), range: range,
        source: "pattern", intent: index)
    }
  }

  private func filled(_ name: String, _ entity: Entity, in reading: MessageReading, intent: Int?) -> FilledSlot {
    FilledSlot(
      name: name, kind: entity.kind, value: entity.value, raw: reading.text.original(entity.range), range: entity.range,
      source: "text", intent: intent)
  }

  /// Gives a winner the entities and choices that no pattern captured. An entity that several winners could take goes
  /// to the one in whose region it stands; one that stands in none's belongs to all, and is written once.
  private func fill(_ index: Int, of winners: [Candidate], in reading: MessageReading, _ slots: inout [FilledSlot]) {
    let winner = winners[index]
    // Most messages name nothing.
    let kinds = intents[winner.intent].kinds & (reading.entityKinds | EntityKind.serial.bit)
    if kinds == 0, reading.choices.isEmpty { return }
    var taken: Set<EntityKind> = []
    for slot in intents[winner.intent].slots {
      if let list = slot.list {
        fillChoice(slot, list, index, in: reading, &slots)
        continue
      }
      if slot.kind == .serial, !slots.contains(where: { $0.kind == .serial }),
        reading.entityKinds & slot.kind.bit == 0,
        let serial = bareSerial(in: reading, slot: slot.name, intent: index)
      {
        slots.append(serial)
      }
      guard reading.entityKinds & slot.kind.bit != 0, PatternResolver.kinds.contains(slot.kindName),
        !PatternResolver.wildcardKinds.contains(slot.kindName),
        slot.kind != .product, taken.insert(slot.kind).inserted
      else { continue }
      // «correo» and «remitente» are both e-mails: the one that a pattern captured gets the rest too.
      let name = slots.first { $0.intent == index && $0.kind == slot.kind && $0.source == "text" }?.name ?? slot.name
      for entity in reading.entities where entity.kind == slot.kind {
        guard
          !slots.contains(where: {
            $0.range == entity.range && ($0.intent == index || $0.intent == nil) && $0.name == name
          })
        else { continue }
        let repeats = slots.contains {
          ($0.intent == index || $0.intent == nil) && $0.name == name && $0.value == entity.value
        }
        if repeats, slot.kind != .datetime { continue }
        let rivals = winners.indices.filter { other in
          other != index && !winners[other].negated
            && intents[winners[other].intent].slots.contains { $0.kind == entity.kind }
        }
        var owner: Int? = index
        if !rivals.isEmpty {
          let region = reading.units[reading.unitOfToken[entity.tokens.lowerBound]].region
          let mine = winner.regions.contains(region)
          let theirs = rivals.contains { winners[$0].regions.contains(region) }
          if !mine, theirs, reading.entities.count(where: { $0.kind == entity.kind }) > 1 { continue }
          if reading.entities.count(where: { $0.kind == entity.kind }) == 1 || !mine { owner = nil }
        }
        if owner == nil, slots.contains(where: { $0.range == entity.range && $0.name == name && $0.intent == nil }) {
          continue
        }
        slots.append(filled(name, entity, in: reading, intent: owner))
      }
    }
  }

  /// «Mi Kindle no enciende, G0B0AA0998877665»: a word of letters and digits that nothing else explains is the serial
  /// number where an intent has use for one, though nobody calls it so.
  private func bareSerial(in reading: MessageReading, slot: String, intent: Int) -> FilledSlot? {
    let taken = reading.entities.map(\.tokens)
    for index in reading.text.tokens.indices where !taken.contains(where: { $0.contains(index) }) {
      let range = reading.text.tokens[index].range
      let raw = reading.text.original(range)
      let bytes = raw.utf8.filter { $0 != UInt8(ascii: "-") }
      guard (8...24).contains(bytes.count), bytes.allSatisfy(\.isASCIIAlphanumeric),
        bytes.count(where: \.isDigit) >= 3, bytes.contains(where: \.isASCIILetter)
      else { continue }
      let value = SlotValue.text(String(decoding: bytes, as: UTF8.self).uppercased())
      return FilledSlot(
        name: slot, kind: .serial, value: value, raw: raw, range: range, source: "text", intent: intent)
    }
    return nil
  }

  private func fillChoice(
    _ slot: IntentTable.Slot, _ list: SymbolID, _ index: Int, in reading: MessageReading, _ slots: inout [FilledSlot]
  ) {
    guard !slots.contains(where: { $0.intent == index && $0.name == slot.name }) else { return }
    guard let found = reading.choice(of: list) else { return }
    let range = reading.textRange(ofUnits: found.units)
    slots.append(
      FilledSlot(
        name: slot.name, kind: .choice, value: .text(found.choice), raw: reading.text.original(range), range: range,
        source: "text", intent: index))
  }

  /// What answers the dialogue's question: the options picked, or the entity of the kind that was asked for.
  private func expected(
    in reading: MessageReading, expectation: Expectation, chosen: [String]?, winners: [Candidate],
    besides slots: [FilledSlot]
  ) -> [FilledSlot] {
    guard let name = expectation.slot, !slots.contains(where: { $0.name == name }) else { return [] }
    let whole = TextRange(0, reading.text.bytes.count)
    let index = winners.firstIndex { winner in intents[winner.intent].slots.contains { $0.name == name } }
    if let chosen, expectation.kind != "confirm" {
      return chosen.map {
        FilledSlot(
          name: name, kind: expectation.kind == "product" ? .product : .choice, value: .text($0),
          raw: reading.text.original(whole), range: whole, source: "option", intent: index)
      }
    }
    guard let kindName = expectation.kind else { return [] }
    if let list = symbols.symbol(.list(kindName)) {
      var found: [FilledSlot] = []
      let slot = IntentTable.Slot(name: name, kindName: kindName, kind: .choice, list: list)
      fillChoice(slot, list, 0, in: reading, &found)
      if !found.isEmpty {
        return found.map {
          var slot = $0
          slot.intent = index
          return slot
        }
      }
    }
    let kind = EntityKind(rawValue: kindName == "rating" ? "number" : kindName)
    let found = reading.entities.filter { $0.kind == kind }
    if !found.isEmpty { return found.map { filled(name, $0, in: reading, intent: index) } }
    if PatternResolver.wildcardKinds.contains(kindName), winners.isEmpty, !reading.units.isEmpty {
      let range = reading.textRange(ofUnits: reading.units.indices)
      let raw = reading.text.original(range)
      return [
        FilledSlot(name: name, kind: .text, value: .text(raw), raw: raw, range: range, source: "text", intent: nil)
      ]
    }
    return []
  }
}
