import Automata
import TextAnalysis

/// What a grammar made of a sentence.
package struct HassilAnswer: Sendable {
  package var intent: String
  /// The winning block's `metadata`.
  package var metadata: HassilValue
  /// In the order in which they were found; fixed ones and those from the context last.
  package var slots: [(name: String, value: HassilValue)]
  package var template: String
  package var file: String
  package var line: Int

  /// Members of a JSON object, without braces.
  package var json: String {
    let slots = slots.map { "\(UnderstandingJSON.string($0.name)):\($0.value.json)" }.joined(separator: ",")
    return "\"intent\":\(UnderstandingJSON.string(intent)),\"metadata\":\(metadata.json),\"slots\":{\(slots)},"
      + "\"template\":\(UnderstandingJSON.string(template))"
  }
}

/// A match that the context allows, with what decides between several.
struct HassilCandidate {
  var match: PatternMatch
  var pattern: Int
  var key: HassilKey
}

/// First difference first: hassil's own scoring; before it, in contained mode, what was left over, and after it repairs,
/// so that a repaired word beats a wildcard that swallows it as it is.
struct HassilKey: Comparable {
  /// Words that the match leaves unexplained; 0 in whole-sentence mode, like `repairs`.
  var leftover: Int
  /// Letters of the slot `name` found in its list; -1 without one.
  var bestSlot: Int
  var wildcards: Int
  var letters: Int
  var wildcardLetters: Int
  var repairs: Int
  /// The place of the intent's name in the alphabet.
  var intent: Int
  /// The template's place in the file: the last resort, so that the order is total.
  var pattern: Int

  /// Better sorts first.
  static func < (a: HassilKey, b: HassilKey) -> Bool {
    if a.leftover != b.leftover { return a.leftover < b.leftover }
    if a.bestSlot != b.bestSlot { return a.bestSlot > b.bestSlot }
    if a.wildcards != b.wildcards { return a.wildcards < b.wildcards }
    if a.letters != b.letters { return a.letters > b.letters }
    if a.wildcardLetters != b.wildcardLetters { return a.wildcardLetters < b.wildcardLetters }
    if a.repairs != b.repairs { return a.repairs < b.repairs }
    if a.intent != b.intent { return a.intent < b.intent }
    return a.pattern < b.pattern
  }
}

extension HassilModel {
  /// The match with its key; nil if its block's context does not hold.
  func candidate(_ match: PatternMatch, in reading: HassilReading, _ world: HassilWorld) -> HassilCandidate? {
    let pattern = Int(match.pattern)
    var key = HassilKey(
      leftover: 0, bestSlot: -1, wildcards: 0, letters: 0, wildcardLetters: 0, repairs: 0,
      intent: patterns[pattern].intentRank, pattern: pattern)
    for capture in match.captures {
      if capture.symbol == nil {
        key.wildcards += 1
        key.wildcardLetters += length(of: capture.tokens, in: reading)
      } else if capture.slot == bestSlotIndex {
        key.bestSlot = length(of: capture.tokens, in: reading)
      }
    }
    for edge in match.edges { key.letters += letters[Int(edge.symbol.raw)] }
    if !wholeSentence {
      key.leftover = leftover(of: match, in: reading)
      key.repairs = match.repairs
    }
    guard patterns[pattern].keywords.isEmpty || holds(one: patterns[pattern].keywords, reading.text) else { return nil }
    if patterns[pattern].demand >= 0 {
      let demand = demands[patterns[pattern].demand]
      guard !demand.isViolated(by: world.context),
        demand.holds(in: context(of: match, demand, in: reading, world))
      else { return nil }
    }
    return HassilCandidate(match: match, pattern: pattern, key: key)
  }

  private func holds(one keywords: [[UInt8]], _ text: HassilText) -> Bool {
    text.units.contains { unit in keywords.contains { text.text.foldedBytes[unit.folded].elementsEqual($0) } }
  }

  /// What the message's context and the values' say together; the values' come last.
  private func context(
    of match: PatternMatch, _ demand: HassilContextDemand, in reading: HassilReading, _ world: HassilWorld
  ) -> [String: HassilValue] {
    var context = world.context
    for capture in match.captures {
      guard let value = value(of: capture, demand, in: reading, world), !value.context.isEmpty else { continue }
      context.merge(value.context) { _, new in new }
    }
    return context
  }

  /// What a capture of a list stands for: of several values with one text, the first that the block's demand allows.
  private func value(
    of capture: Capture, _ demand: HassilContextDemand?, in reading: HassilReading, _ world: HassilWorld
  ) -> HassilListValue? {
    guard let symbol = capture.symbol, let list = listOfSymbol[symbol] else { return nil }
    for edge in reading.values
    where edge.list == list && edge.from == capture.tokens.lowerBound && edge.to == capture.tokens.upperBound {
      let value: HassilListValue =
        switch edge.source {
        case .listed(let index): values[list][index]
        case .named(let index): world.names[index].value
        case .number(let number): HassilListValue(output: .number(number), context: [:])
        }
      if demand?.isViolated(by: value.context) != true { return value }
    }
    return nil
  }

  private func length(of units: Range<Int>, in reading: HassilReading) -> Int {
    reading.text.units[units.upperBound - 1].range.upper - reading.text.units[units.lowerBound].range.lower
  }

  private func leftover(of match: PatternMatch, in reading: HassilReading) -> Int {
    var covered = 0
    for unit in match.tokens where !reading.skippable[unit] { covered += 1 }
    return reading.skippable.count { !$0 } - covered
  }

  func answer(_ candidate: HassilCandidate, in reading: HassilReading, _ world: HassilWorld) -> HassilAnswer {
    let pattern = patterns[candidate.pattern]
    let block = blocks[pattern.block]
    var slots: [(name: String, value: HassilValue)] = []
    func set(_ name: String, _ value: HassilValue, replacing: Bool) {
      if let known = slots.firstIndex(where: { $0.name == name }) {
        if replacing { slots[known].value = value }
      } else if !name.isEmpty {
        slots.append((name, value))
      }
    }
    for capture in candidate.match.captures {
      let value = value(of: capture, block.demand, in: reading, world)
      set(slotNames[capture.slot], value?.output ?? .text(reading.text.original(capture.tokens)), replacing: true)
    }
    for (name, value) in block.slots { set(name, value, replacing: false) }
    if !block.demand.copied.isEmpty {
      let context = context(of: candidate.match, block.demand, in: reading, world)
      for (key, slot) in block.demand.copied.sorted(by: { $0.key < $1.key }) {
        if let value = context[key] { set(slot, value, replacing: false) }
      }
    }
    return HassilAnswer(
      intent: block.intent, metadata: block.metadata, slots: slots, template: pattern.text,
      file: pattern.location.file, line: pattern.location.line)
  }
}
