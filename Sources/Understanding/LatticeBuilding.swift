import Automata
import Foundation
import Spanish
import TextAnalysis

/// From a message to its lattice: readings, expansions, repairs, entities, phrases.
extension UnderstandingModel {
  func read(_ message: String, context: UnderstandingContext) -> MessageReading {
    var draft = ReadingDraft(analyzer.analyze(message))
    let memory = wordMemories.take() ?? WordMemoryPlace()
    addTokens(to: &draft, readings: &memory.readings, wares: context.wares, remembering: &memory.words)
    if mayNameSomething(draft) || !recognizer.needsDigits(context.recognition) {
      draft.entities = recognizer.entities(in: draft.text, bearings: draft.bearings, context: context.recognition)
    }
    addNames(to: &draft)
    addJoined(to: &draft, readings: &memory.readings)
    wordMemories.give(memory)
    addEntities(to: &draft)
    addProducts(to: &draft, context.expectation)
    markSkipPhrases(in: &draft)
    numberRegions(of: &draft)
    let lattice = Lattice(tokens: latticeTokens(of: draft), edges: draft.takeEdges())
    let (whole, choices) = withPhrases(lattice)
    return MessageReading(draft, lattice: whole, choices: choices)
  }

  /// The clauses, cut again at a «y» or «pero» between two wishes: no gap reaches from one into the next. «Llegó roto y
  /// quiero devolverlo» stays whole, for what stands before is the reason.
  private func latticeTokens(of reading: ReadingDraft) -> [LatticeToken] {
    var cuts = 0
    var wishes = false
    var tokens: [LatticeToken] = []
    tokens.reserveCapacity(reading.units.count)
    for unit in reading.units.indices {
      let clause = reading.units[unit].clause
      let classes = reading.units[unit].classes
      if unit > 0, clause != reading.units[unit - 1].clause { wishes = false }
      if classes.contains(.joint), opensWish(behind: unit, afterWish: wishes, in: reading) {
        cuts += 1
        wishes = false
      }
      if classes.contains(.want) { wishes = true }
      tokens.append(LatticeToken(clause: clause + cuts, isSkippable: reading.units[unit].skippable))
    }
    return tokens
  }

  /// «y quiero», «y también me gustaría», «y devolver la funda», «y dime».
  private func opensWish(behind joint: Int, afterWish: Bool, in reading: ReadingDraft) -> Bool {
    for unit in (joint + 1..<reading.units.count).prefix(4) {
      let about = reading.units[unit]
      if about.classes.contains(.tellMe) { return true }
      guard afterWish else { return false }
      if about.classes.contains(.want) { return true }
      if VerbForm.isInfinitive(reading.units[unit].spelling), isVerb(unit, in: reading) { return true }
      guard about.isSkipWord || about.classes.contains(.clitic) || about.skippable else { return false }
    }
    return false
  }

  private func isVerb(_ unit: Int, in reading: ReadingDraft) -> Bool {
    let readings = reading.units[unit].readings
    return reading.readings[Int(readings.lowerBound)..<Int(readings.upperBound)].contains { one in
      one.lemma >= 0 && lemmaSymbols[Int(one.lemma)].contains { traits[Int($0.raw)].contains(.verb) }
    }
  }

  // MARK: words

  private func addTokens(
    to reading: inout ReadingDraft, readings: inout [Reading], wares: WareNames, remembering memory: inout WordMemory
  ) {
    for token in reading.text.tokens.indices {
      addToken(token, to: &reading, readings: &readings, wares: wares, remembering: &memory)
    }
    reading.unitOfToken.append(reading.units.count)
  }

  private func addToken(
    _ index: Int, to reading: inout ReadingDraft, readings: inout [Reading], wares: WareNames,
    remembering memory: inout WordMemory
  ) {
    let token = reading.text.tokens[index]
    reading.unitOfToken.append(reading.units.count)
    if token.isMark {
      var mark = MessageReading.Unit(token.folded, ofToken: index, in: reading.text)
      mark.skippable = true
      reading.units.append(mark)
      if opensSkipPhrase(index, in: reading) { reading.units[reading.units.count - 1].traits = .opensSkipPhrase }
      return
    }
    let folded = reading.text.foldedBytes[token.folded]
    let behind = index + 1 < reading.text.tokens.count ? reading.text.tokens[index + 1].folded : 0..<0
    let isAuxiliary = Lexicon.isAuxiliary(folded, before: reading.text.foldedBytes[behind])
    let key = WordMemory.Key(token, isAuxiliary: isAuxiliary, in: reading.text.foldedBytes)
    let isContrast = isContrast(folded, in: reading)
    if !isContrast, let known = memory.find(key, in: reading.text.foldedBytes),
      wares.isEmpty || !memory.traits(known).contains(.perhapsWare) || !wares.contains(folded)
    {
      return memory.append(known, token: index, to: &reading)
    }
    let mark = WordMemory.Mark(reading)
    let before = reading.readings.count
    readings.removeAll(keepingCapacity: true)
    var found = lexicon.read(
      folded, before: reading.text.foldedBytes[behind], repairing: token.isWord, into: &readings)
    if isContrast { found = .known }
    var traits = traits(of: token, in: reading.text, readings, found)
    let isWare = traits.contains(.perhapsWare) && wares.contains(folded)
    if token.isWord, names.opens(folded) { traits.insert(.opensName) }
    add(found, of: index, ware: isWare ? symbols.symbol(.lemma(Self.wareLemma)) : nil, to: &reading, &readings)
    if opensSkipPhrase(index, in: reading) { traits.insert(.opensSkipPhrase) }
    let bearing = EntityBearing(token, of: reading.text)
    for unit in reading.unitOfToken[index]..<reading.units.count {
      reading.units[unit].traits = traits
      reading.units[unit].bearing = bearing
    }
    if !isWare, !isContrast, !dependsOnSpelling(reading.readings[before...]) {
      memory.remember(key, from: mark, of: reading)
    }
  }

  /// What a token was found to be.
  ///
  /// - Parameter ware: the symbol of «~producto» if this shop calls a product so.
  private func add(
    _ found: TokenReading, of index: Int, ware: SymbolID?, to reading: inout ReadingDraft,
    _ readings: inout [Reading]
  ) {
    let token = reading.text.tokens[index]
    let first = reading.units.count
    if case .parts(let parts, let cost, let areTyped) = found {
      addParts(parts, cost: cost, areTyped: areTyped, of: index, whole: readings, to: &reading, readings: &readings)
      return
    }
    if ware != nil, found == .repaired { readings.removeAll(keepingCapacity: true) }
    // Not a word that we know, repaired or not: two of them may be another language.
    var unit = MessageReading.Unit(token.folded, ofToken: index, in: reading.text)
    unit.isForeign = ware == nil && (found == .repaired || found == .unknown && token.kind == .word)
    if unit.isForeign { reading.foreignWords += 1 }
    unit.repaired = ware == nil && found == .repaired
    // «#», «*», a replacement character before a word: nothing that a pattern could ask for.
    unit.skippable = token.kind == .symbol && readings.isEmpty
    reading.units.append(unit)
    add(readings, from: first, to: first + 1, typed: token, in: &reading)
    if let ware { append(ware, first, first + 1, 0, in: &reading) }
    if token.kind == .word, readings.isEmpty {
      reading.units[first].leftover = found == .known ? 4 : 3
    } else if token.kind != .word, readings.isEmpty {
      reading.units[first].leftover = token.kind == .symbol ? 0 : 2
    }
  }

  /// «me lo mandó el corte inglés»: what is known as a name is no unknown word.
  private func addNames(to reading: inout ReadingDraft) {
    var end = 0
    for unit in reading.units.indices where unit >= end && reading.units[unit].traits.contains(.opensName) {
      let token = reading.units[unit].token
      guard reading.unitOfToken[token] == unit, let name = names.name(at: token, of: reading.text) else { continue }
      end = reading.unitOfToken[token + name.length]
      reading.names.append((token, name))
      for part in unit..<end where reading.units[part].isForeign { reading.foreignWords -= 1 }
      append(name.symbol, unit, end, 0, in: &reading)
    }
  }

  /// «sino» behind a denial is no «si no».
  private func isContrast(_ folded: ArraySlice<UInt8>, in reading: ReadingDraft) -> Bool {
    folded.count == 4 && folded.elementsEqual("sino".utf8)
      && reading.units.contains { $0.classes.contains(.negator) }
  }

  private func traits(
    of token: Token, in text: AnalyzedText, _ readings: [Reading], _ found: TokenReading
  ) -> WordTraits {
    guard token.isWord else { return [] }
    let folded = text.foldedBytes[token.folded]
    let isKnown = lexicon.isKnown(folded)
    var traits: WordTraits = isKnown ? .known : []
    if !isKnown || folded.elementsEqual("por".utf8) { traits.insert(.mayJoinNext) }
    if !isKnown || folded.last == UInt8(ascii: "r") { traits.insert(.mayJoinPrevious) }
    switch found {
    case .parts: break
    case .repaired: traits.insert(.perhapsWare)
    // «Vela» is no «ve» with «la» where candles are sold.
    case .known, .unknown:
      let names = readings.contains { $0.lemma >= 0 && $0.enclitics == 0 && !lemmaSymbols[Int($0.lemma)].isEmpty }
      if !names { traits.insert(.perhapsWare) }
    }
    return traits
  }

  /// Whether a reading asks how the word was typed: 'sí'.
  private func dependsOnSpelling(_ readings: ArraySlice<Reading>) -> Bool {
    readings.contains { $0.word >= 0 && !exactSymbols[Int($0.word)].isEmpty }
  }

  /// The lemma by which patterns speak of any product.
  static let wareLemma = "producto"
  /// The lemma by which patterns speak of an order.
  static let orderLemma = "pedido"

  /// A token that stands for several words: a unit each, and its own readings over all of them.
  private func addParts(
    _ parts: [ArraySlice<UInt8>], cost: UInt8, areTyped: Bool, of index: Int, whole: [Reading],
    to reading: inout ReadingDraft, readings: inout [Reading]
  ) {
    let token = reading.text.tokens[index]
    let first = reading.units.count
    for part in parts {
      let form = areTyped ? part.indices : 0..<0
      reading.units.append(.init(form, ofToken: index, in: reading.text))
    }
    let own = whole
    for (offset, part) in parts.enumerated() {
      readings.removeAll(keepingCapacity: true)
      lexicon.appendReadings(of: part, to: &readings)
      for i in readings.indices { readings[i].cost = max(readings[i].cost, cost) }
      add(readings, from: first + offset, to: first + offset + 1, typed: nil, in: &reading)
    }
    add(own, from: first, to: first + parts.count, typed: token, in: &reading)
  }

  private func add(
    _ readings: [Reading], from: Int, to: Int, typed: Token?, in reading: inout ReadingDraft
  ) {
    let start = Int32(reading.readings.count)
    reading.readings += readings
    reading.units[from].readings = start..<start + Int32(readings.count)
    // «iva» is no «iba»: a word that is there as typed is what the unit is, however it may be misspelt.
    let typedCost = readings.lazy.map(\.cost).min() ?? 0
    for one in readings {
      if one.word >= 0 {
        let word = Int(one.word)
        let symbol = wordSymbols[word]
        let classes = wordClasses[word]
        if one.cost == typedCost, one.cost < 2 || classes.isDisjoint(with: [.negator, .yes, .no]) {
          reading.units[from].classes.formUnion(classes)
          reading.units[from].word = one.word
        }
        append(symbol, from, to, one.cost, in: &reading)
        for exact in exactSymbols[word] {
          guard let typed, one.cost == 0, reading.text.original(typed.range).lowercased() == exact.typed else {
            continue
          }
          append(exact.symbol, from, to, 0, in: &reading)
        }
      }
      if one.lemma >= 0 {
        for symbol in lemmaSymbols[Int(one.lemma)] { append(symbol, from, to, one.cost, in: &reading) }
        if reading.units[from].leftover == 0 { reading.units[from].leftover = 3 }
      }
    }
    if reading.units[from].classes.contains(.function) { reading.units[from].leftover = 0 }
  }

  private func append(
    _ symbol: SymbolID, _ from: Int, _ to: Int, _ cost: UInt8, in reading: inout ReadingDraft
  ) {
    let weight = weights[Int(symbol.raw)]
    reading.edges.append(LatticeEdge(symbol: symbol, from: from, to: to, cost: cost, weight: weight))
    if to == from + 1, Int(weight) > reading.units[from].leftover {
      reading.units[from].leftover = min(Int(weight), 6)
    }
  }

  /// «de volver» → devolver: two tokens that are one word of the content.
  private func addJoined(to reading: inout ReadingDraft, readings: inout [Reading]) {
    for index in reading.text.tokens.indices.dropLast()
    where reading.units[reading.unitOfToken[index]].traits.contains(.mayJoinNext)
      || reading.units[reading.unitOfToken[index + 1]].traits.contains(.mayJoinPrevious)
    {
      let text = reading.text
      let (a, b) = (text.tokens[index], text.tokens[index + 1])
      guard a.isWord, b.isWord, a.clause == b.clause, a.folded.upperBound == b.folded.lowerBound else { continue }
      let whole = text.foldedBytes[a.folded.lowerBound..<b.folded.upperBound]
      let before = index > 0 ? text.tokens[index - 1].folded : 0..<0
      guard lexicon.joined(whole, at: a.folded.upperBound, after: text.foldedBytes[before]) else { continue }
      readings.removeAll(keepingCapacity: true)
      lexicon.appendReadings(of: whole, to: &readings)
      let from = reading.unitOfToken[index]
      let to = reading.unitOfToken[index + 2]
      for one in readings where one.lemma >= 0 || one.word >= 0 {
        let symbols =
          (one.lemma >= 0 ? lemmaSymbols[Int(one.lemma)] : []) + (one.word >= 0 ? [wordSymbols[Int(one.word)]] : [])
        for symbol in symbols { append(symbol, from, to, max(2, one.cost), in: &reading) }
      }
    }
  }

  // MARK: entities

  /// Whether the message can hold an entity: a word that tells of one, or something written together with others
  /// («ana@x.es»).
  private func mayNameSomething(_ reading: ReadingDraft) -> Bool {
    let text = reading.text
    for unit in reading.units where unit.bearing.tells(at: unit.token, of: text) { return true }
    return text.tokens.indices.dropFirst().dropLast().contains { index in
      !text.tokens[index].spaceBefore && !text.tokens[index + 1].spaceBefore
    }
  }

  private func addEntities(to reading: inout ReadingDraft) {
    for entity in reading.entities where !entity.tokens.isEmpty {
      let units = reading.units(ofTokens: entity.tokens)
      if let symbol = symbols.symbol(.kind(entity.kind.rawValue)) {
        append(symbol, units.lowerBound, units.upperBound, 0, in: &reading)
      }
      if entity.kind == .number, case .number(let value) = entity.value {
        for (range, symbol) in ranges where range.contains(NSDecimalNumber(decimal: value).doubleValue) {
          append(symbol, units.lowerBound, units.upperBound, 0, in: &reading)
        }
      }
      // An unexplained date or number weighs little: the winner's slots take most of them.
      for unit in units { reading.units[unit].leftover = min(reading.units[unit].leftover, 1) }
    }
  }

  /// `{product}` stands for the words by which the options offered can be called.
  private func addProducts(to reading: inout ReadingDraft, _ expectation: Expectation) {
    guard !expectation.options.isEmpty, expectation.kind != "confirm",
      let symbol = symbols.symbol(.kind(EntityKind.product.rawValue))
    else { return }
    let picker = OptionPicker(model: self, text: reading.text, units: reading.units, expectation: expectation)
    for (unit, _) in picker.labelHits() { append(symbol, unit, unit + 1, 0, in: &reading) }
  }

  // MARK: regions

  private func numberRegions(of reading: inout ReadingDraft) {
    var region = -1
    var leftover = 0
    reading.leftoverBefore.reserveCapacity(reading.units.count + 1)
    reading.leftoverBefore.append(0)
    reading.regionStart.reserveCapacity(reading.units.count + 1)
    for unit in reading.units.indices {
      let about = reading.units[unit]
      // «y además» joins once.
      let isJoint = about.classes.contains(.joint) && !(unit > 0 && reading.units[unit - 1].classes.contains(.joint))
      if unit == 0 || about.clause != reading.units[unit - 1].clause || isJoint {
        region += 1
        reading.regionStart.append(unit)
      }
      reading.units[unit].region = region
      leftover += about.leftover
      reading.leftoverBefore.append(leftover)
    }
    reading.regionStart.append(reading.units.count)
  }

  // MARK: phrases

  /// The lattice with the phrases that stand in it, and what they found of lists.
  private func withPhrases(_ lattice: Lattice) -> (lattice: Lattice, choices: [MessageReading.Choice]) {
    guard !phrases.isEmpty else { return (lattice, []) }
    let matches = phraseAutomaton.matches(in: lattice)
    var edges: [LatticeEdge] = []
    var choices: [MessageReading.Choice] = []
    edges.reserveCapacity(matches.count)
    // By index: the loop's own copy of a match would be one too many.
    for index in matches.indices {
      let (place, units) = (Int(matches[index].pattern), matches[index].tokens)
      let (symbol, weight) = (phrases[place].symbol, matches[index].weight)
      edges.append(
        LatticeEdge(
          symbol: symbol, from: units.lowerBound, to: units.upperBound, cost: UInt8(clamping: matches[index].repairs),
          weight: UInt16(max(Int(weights[Int(symbol.raw)]), min(24, weight)))))
      if let choice = phrases[place].choice {
        choices.append(.init(symbol: symbol, units: units, choice: choice, weight: weight))
      }
    }
    return (edges.isEmpty ? lattice : lattice.adding(edges), choices)
  }
}
