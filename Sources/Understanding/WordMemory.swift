import Automata
import Spanish
import TextAnalysis

/// What tokens added to readings: customers say the same few thousand words over and over, and a word that was read before
/// costs one look-up.
///
/// A bounded table, emptied when it is full. What it gives back is what reading the word again would give.
struct WordMemory: ~Copyable, Sendable {
  /// A token as the table knows it.
  struct Key {
    /// Where its letters stand in the folded bytes.
    var letters: Range<Int>
    /// What reading it depends on besides.
    var kind: TokenKind
    var isAuxiliary: Bool
    fileprivate var hash: UInt32
    /// The first eight letters.
    fileprivate var head: UInt64

    fileprivate static let headLength = 8

    /// - Parameter isAuxiliary: ``Lexicon/isAuxiliary(_:before:)``.
    init(_ token: Token, isAuxiliary: Bool, in foldedBytes: borrowing [UInt8]) {
      letters = token.folded
      kind = token.kind
      self.isAuxiliary = isAuxiliary
      var hash: UInt32 = 2_166_136_261
      var head: UInt64 = 0
      for index in letters {
        let letter = foldedBytes[index]
        hash = (hash ^ UInt32(letter)) &* 16_777_619
        if index - letters.lowerBound < Self.headLength { head = head << 8 | UInt64(letter) }
      }
      self.hash = hash ^ hash >> 15
      self.head = head
    }
  }

  /// What one token added.
  private struct Entry {
    var head: UInt64
    var kind: TokenKind
    var isAuxiliary: Bool
    var foreignWords: UInt8
    var letters: Range<Int32>
    var units: Range<Int32>
    var edges: Range<Int32>
    var readings: Range<Int32>
  }

  /// How much a reading held before a token was added.
  struct Mark {
    fileprivate var units: Int
    fileprivate var edges: Int
    fileprivate var readings: Int
    fileprivate var foreignWords: Int

    init(_ reading: borrowing ReadingDraft) {
      units = reading.units.count
      edges = reading.edges.count
      readings = reading.readings.count
      foreignWords = reading.foreignWords
    }
  }

  private static let mostEntries = 4_096
  /// Longer ones come once: numbers, names run together.
  private static let longest = 24

  private var entries: [Entry] = []
  private var letters: [UInt8] = []
  /// Counted from the token's first unit, reading and letter.
  private var units: [MessageReading.Unit] = []
  private var edges: [LatticeEdge] = []
  private var readings: [Reading] = []
  /// Index + 1 of the entry of a slot; 0 is free.
  private var slots = [Int32](repeating: 0, count: mostEntries * 2)

  /// The index of what the token added before.
  func find(_ key: Key, in foldedBytes: borrowing [UInt8]) -> Int? {
    var slot = Int(key.hash) & (slots.count - 1)
    while slots[slot] != 0 {
      let index = Int(slots[slot]) - 1
      if entries[index].head == key.head, isSame(entries[index], key, in: foldedBytes) { return index }
      slot = (slot + 1) & (slots.count - 1)
    }
    return nil
  }

  private func isSame(_ entry: Entry, _ key: Key, in foldedBytes: borrowing [UInt8]) -> Bool {
    guard entry.kind.rawValue == key.kind.rawValue, entry.isAuxiliary == key.isAuxiliary,
      entry.letters.count == key.letters.count
    else {
      return false
    }
    guard key.letters.count > Key.headLength else { return true }
    for offset in Key.headLength..<key.letters.count
    where letters[Int(entry.letters.lowerBound) + offset] != foldedBytes[key.letters.lowerBound + offset] {
      return false
    }
    return true
  }

  func traits(_ index: Int) -> WordTraits { units[Int(entries[index].units.lowerBound)].traits }

  /// Adds to `reading` what the token added when it was remembered.
  func append(_ index: Int, token: Int, to reading: inout ReadingDraft) {
    let entry = entries[index]
    let about = reading.text.tokens[token]
    let firstUnit = reading.units.count
    let firstReading = Int32(reading.readings.count)
    for place in entry.units {
      var unit = units[Int(place)]
      unit.token = token
      unit.clause = about.clause
      if !unit.form.isEmpty { unit.form = unit.form.shifted(by: about.folded.lowerBound) }
      unit.readings = unit.readings.shifted(by: firstReading)
      reading.units.append(unit)
    }
    for place in entry.edges {
      var edge = edges[Int(place)]
      edge.from += firstUnit
      edge.to += firstUnit
      reading.edges.append(edge)
    }
    for place in entry.readings { reading.readings.append(readings[Int(place)]) }
    reading.foreignWords += Int(entry.foreignWords)
  }

  /// Remembers what stands in `reading` behind `mark`.
  mutating func remember(_ key: Key, from mark: Mark, of reading: borrowing ReadingDraft) {
    guard key.letters.count <= Self.longest else { return }
    if entries.count == Self.mostEntries { forgetAll() }
    let firstLetter = Int32(letters.count)
    let (firstUnit, firstEdge, firstReading) = (Int32(units.count), Int32(edges.count), Int32(readings.count))
    letters += reading.text.foldedBytes[key.letters]
    for var unit in reading.units[mark.units...] {
      if !unit.form.isEmpty { unit.form = unit.form.shifted(by: -key.letters.lowerBound) }
      unit.readings = unit.readings.shifted(by: -Int32(mark.readings))
      units.append(unit)
    }
    for var edge in reading.edges[mark.edges...] {
      edge.from -= mark.units
      edge.to -= mark.units
      edges.append(edge)
    }
    readings += reading.readings[mark.readings...]
    var slot = Int(key.hash) & (slots.count - 1)
    while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
    slots[slot] = Int32(entries.count + 1)
    entries.append(
      Entry(
        head: key.head, kind: key.kind, isAuxiliary: key.isAuxiliary,
        foreignWords: UInt8(reading.foreignWords - mark.foreignWords), letters: firstLetter..<Int32(letters.count),
        units: firstUnit..<Int32(units.count), edges: firstEdge..<Int32(edges.count),
        readings: firstReading..<Int32(readings.count)))
  }

  private mutating func forgetAll() {
    entries.removeAll(keepingCapacity: true)
    letters.removeAll(keepingCapacity: true)
    units.removeAll(keepingCapacity: true)
    edges.removeAll(keepingCapacity: true)
    readings.removeAll(keepingCapacity: true)
    for slot in slots.indices { slots[slot] = 0 }
  }
}

extension Range where Bound: BinaryInteger {
  fileprivate func shifted(by distance: Bound) -> Range { lowerBound + distance..<upperBound + distance }
}

/// Where a memory of words waits, so that it need not be moved.
///
/// `@unchecked Sendable`: one thread at a time uses it, for the pool hands it to nobody else until it is given back.
final class WordMemoryPlace: @unchecked Sendable {
  var words = WordMemory()
  /// Room for what the lexicon reads in one word.
  var readings: [Reading] = []
}
