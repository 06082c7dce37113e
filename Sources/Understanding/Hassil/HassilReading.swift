import Automata
import Spanish
import TextAnalysis

/// A sentence's lattice under a grammar, and what the edges of its lists stand for.
struct HassilReading {
  struct ValueEdge {
    var list: Int
    var from: Int
    var to: Int
    var source: ValueSource
  }

  /// Where a value comes from; looked up only for what wins.
  enum ValueSource {
    /// A value that the grammar lists, by its place in its list.
    case listed(Int)
    /// A name of the world, by its place there.
    case named(Int)
    /// Digits, with the range's multiplier applied.
    case number(Double)
  }

  let text: HassilText
  var edges: [LatticeEdge] = []
  var values: [ValueEdge] = []
  var skippable: [Bool]
  /// Units that some reading explains.
  var lattice: Lattice {
    Lattice(tokens: skippable.map { LatticeToken(clause: 0, isSkippable: $0) }, edges: edges)
  }

  init(text: HassilText) {
    self.text = text
    skippable = Array(repeating: false, count: text.units.count)
    edges.reserveCapacity(text.units.count * 8)
  }
}

extension HassilModel {
  /// A letter of a literal word weighs this much in the automaton's sum, a letter of the best slot four times as much, so
  /// that the longest name wins; letters of other lists break ties against wildcards.
  static let letterWeight = 64

  func read(_ sentence: String, in world: HassilWorld) -> HassilReading {
    var reading = HassilReading(text: HassilText(sentence, analyzer: analyzer))
    var readings: [Reading] = []
    // Where the word edges of each unit begin: the values of lists are walked along them.
    var starts: [Int] = []
    for unit in reading.text.units.indices {
      starts.append(reading.edges.count)
      addWords(unit, to: &reading, &readings)
      if reading.text.units[unit].isNumber { addNumbers(unit, to: &reading) }
    }
    starts.append(reading.edges.count)
    for unit in reading.text.units.indices {
      for index in starts[unit]..<starts[unit + 1] where reading.edges[index].weight >= Self.letterWeight {
        let edge = reading.edges[index]
        let node = trie.start(edge.symbol)
        if node >= 0 { walk(node, from: unit, to: unit + 1, cost: edge.cost, starts, &reading) }
      }
    }
    for (index, name) in world.names.enumerated() { addName(name, at: index, to: &reading) }
    markSkipWords(in: &reading)
    return reading
  }

  // MARK: words

  private func addWords(_ unit: Int, to reading: inout HassilReading, _ readings: inout [Reading]) {
    let folded = reading.text.text.foldedBytes[reading.text.units[unit].folded]
    readings.removeAll(keepingCapacity: true)
    lexicon.appendReadings(of: folded, to: &readings)
    addSpellings(readings, unit, to: &reading)
    guard !wholeSentence, readings.isEmpty, !reading.text.units[unit].isNumber, !lexicon.isKnown(folded) else { return }
    lexicon.appendRepairs(of: folded, to: &readings)
    addSpellings(readings, unit, to: &reading)
  }

  private func addSpellings(_ readings: [Reading], _ unit: Int, to reading: inout HassilReading) {
    for one in readings where one.word >= 0 {
      for (bytes, symbol) in spellings[Int(one.word)] {
        let isExact = one.cost == 0 && reading.text.isSpelled(unit, bytes)
        if wholeSentence && !isExact { continue }
        append(
          symbol, unit, unit + 1, isExact ? 0 : max(1, one.cost), letters[Int(symbol.raw)] * Self.letterWeight, &reading
        )
      }
    }
  }

  private func append(
    _ symbol: SymbolID, _ from: Int, _ to: Int, _ cost: UInt8, _ weight: Int, _ reading: inout HassilReading
  ) {
    reading.edges.append(
      LatticeEdge(symbol: symbol, from: from, to: to, cost: cost, weight: UInt16(clamping: weight)))
  }

  // MARK: lists

  private func walk(
    _ node: Int32, from: Int, to: Int, cost: UInt8, _ starts: [Int], _ reading: inout HassilReading
  ) {
    for output in trie.outputs(node) {
      add(
        .listed(output.value), context: values[output.list][output.value].context, list: output.list, from, to, cost,
        &reading)
    }
    guard to < reading.text.units.count else { return }
    for index in starts[to]..<starts[to + 1] where reading.edges[index].weight >= Self.letterWeight {
      let edge = reading.edges[index]
      let next = trie.next(node, edge.symbol)
      if next >= 0 { walk(next, from: from, to: to + 1, cost: cost + min(edge.cost, 8), starts, &reading) }
    }
  }

  private func add(
    _ source: HassilReading.ValueSource, context: [String: HassilValue], list: Int, _ from: Int, _ to: Int,
    _ cost: UInt8, _ reading: inout HassilReading
  ) {
    let letters = reading.text.units[to - 1].range.upper - reading.text.units[from].range.lower
    let weight = list == bestList ? letters * Self.letterWeight * 4 : min(letters, Self.letterWeight - 1)
    var isUsed = false
    for (symbol, demand) in symbolsOfList[list] {
      if demand >= 0, demands[demand].isViolated(by: context) { continue }
      append(symbol, from, to, cost, weight, &reading)
      isUsed = true
    }
    if isUsed { reading.values.append(.init(list: list, from: from, to: to, source: source)) }
  }

  private func addNumbers(_ unit: Int, to reading: inout HassilReading) {
    let digits = reading.text.text.foldedBytes[reading.text.units[unit].folded]
    guard let number = Self.number(digits) else { return }
    let signed = reading.text.units[unit].isNegative ? -number : number
    for (list, range) in ranges where range.digits && range.contains(signed) {
      add(.number(signed * (range.multiplier ?? 1)), context: [:], list: list, unit, unit + 1, 0, &reading)
    }
  }

  /// «20», «20,5», «20.5»; nil for «1/2», «12:30», «1.234.567».
  private static func number(_ digits: ArraySlice<UInt8>) -> Double? {
    var value = 0.0
    var scale = 0.0
    guard digits.count <= 15 else { return nil }
    for byte in digits {
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        let digit = Double(byte - UInt8(ascii: "0"))
        if scale == 0 {
          value = value * 10 + digit
        } else {
          value += digit * scale
          scale /= 10
        }
      case UInt8(ascii: ","), UInt8(ascii: "."):
        guard scale == 0 else { return nil }
        scale = 0.1
      default: return nil
      }
    }
    return value
  }

  /// The places where a name of the world stands.
  private func addName(_ name: HassilWorld.Name, at index: Int, to reading: inout HassilReading) {
    guard let list = messageLists[name.list], name.folded.count <= reading.text.units.count else { return }
    for start in 0...(reading.text.units.count - name.folded.count) {
      var cost = 0
      for (offset, word) in name.folded.enumerated() {
        let folded = reading.text.text.foldedBytes[reading.text.units[start + offset].folded]
        if folded.elementsEqual(word) {
          if reading.text.isSpelled(start + offset, name.exact[offset]) { continue }
          cost += 1
        } else if !wholeSentence, let edits = EditDistance.between(folded, word), !lexicon.isKnown(folded) {
          cost += 1 + edits
        } else {
          cost = .max
        }
        if cost == .max || wholeSentence { break }
      }
      if cost == 0 || !wholeSentence && cost < 8 {
        add(
          .named(index), context: name.value.context, list: list, start, start + name.folded.count, UInt8(cost),
          &reading)
      }
    }
  }

  // MARK: skip words

  private func markSkipWords(in reading: inout HassilReading) {
    for start in reading.text.units.indices {
      for phrase in skipPhrases where start + phrase.count <= reading.text.units.count {
        let isHere = phrase.indices.allSatisfy {
          reading.text.text.foldedBytes[reading.text.units[start + $0].folded].elementsEqual(phrase[$0])
        }
        if isHere { for unit in start..<start + phrase.count { reading.skippable[unit] = true } }
      }
    }
  }
}
