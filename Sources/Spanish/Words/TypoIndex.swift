/// Finds the words of the content near a mistyped one: words by sound, each sound with every letter left out once
/// (and, for the main forms of long words, twice), so that a repair is a few table lookups.
struct TypoIndex: Sendable {
  /// A word of the content that a repair reaches.
  struct Candidate: Sendable {
    /// Key of the lexicon's table.
    var key: Int
    var cost: Int
  }

  /// Letters of the indexed words, one byte each.
  private var letters: [UInt8] = []
  private var starts: [UInt32] = [0]
  private var keys: [UInt32] = []
  /// Words that share a sound are a chain.
  private var firstOfSound: [Int32] = []
  private var nextOfSound: [Int32] = []
  /// Hash → sounds, grouped by the low bits of the hash.
  private var buckets: [UInt32] = []
  private var tags: [UInt32] = []
  private var sounds: [UInt32] = []

  static let longest = 24

  init(table: ByteTable, uses: [FormUse]) {
    var soundTable = ByteTable(minimumCapacity: 16_384)
    var pending: [(hash: UInt32, sound: UInt32)] = []
    pending.reserveCapacity(table.count * 10)
    var deepened: [Bool] = []
    for key in 0..<table.count {
      guard let word = Phonetics.letters(of: table[key]), word.count >= 4, word.count <= Self.longest else { continue }
      let id = Int32(keys.count)
      let sound = Phonetics.key(of: word)
      let index = soundTable.insert(sound[...])
      letters += word
      starts.append(UInt32(letters.count))
      keys.append(UInt32(key))
      if index == firstOfSound.count {
        firstOfSound.append(-1)
        deepened.append(false)
        Self.forEachDeletion(of: sound, twice: false) { pending.append(($0, UInt32(index))) }
      }
      if sound.count >= 6, !deepened[index], uses[key].contains(.main) {
        deepened[index] = true
        Self.forEachPair(of: sound) { pending.append(($0, UInt32(index))) }
      }
      nextOfSound.append(firstOfSound[index])
      firstOfSound[index] = id
    }
    group(pending)
  }

  private mutating func group(_ pending: [(hash: UInt32, sound: UInt32)]) {
    var size = 1024
    while size < pending.count { size *= 2 }
    buckets = [UInt32](repeating: 0, count: size + 1)
    let mask = UInt32(size - 1)
    for entry in pending { buckets[Int(entry.hash & mask) + 1] += 1 }
    for index in 1...size { buckets[index] += buckets[index - 1] }
    var fill = buckets
    tags = [UInt32](repeating: 0, count: pending.count)
    sounds = tags
    for entry in pending {
      let bucket = Int(entry.hash & mask)
      let place = Int(fill[bucket])
      fill[bucket] += 1
      tags[place] = entry.hash
      sounds[place] = entry.sound
    }
  }

  /// The nearest words within the budget, all of the same cost, for a word of Spanish letters.
  func nearest(to word: [UInt8], budget: Int, accept: (Int) -> Bool) -> [Candidate] {
    let mask = UInt32(buckets.count - 2)
    let sound = Phonetics.key(of: word)
    var seen: [UInt32] = []
    var best: [Candidate] = []
    var limit = budget
    var rows: [Int] = []
    Self.forEachDeletion(of: sound, twice: budget >= 4) { hash in
      let bucket = Int(hash & mask)
      for place in Int(buckets[bucket])..<Int(buckets[bucket + 1]) where tags[place] == hash {
        let index = sounds[place]
        if seen.contains(index) { continue }
        seen.append(index)
        var next = firstOfSound[Int(index)]
        while next >= 0 {
          let id = Int(next)
          next = nextOfSound[id]
          let meant = letters[Int(starts[id])..<Int(starts[id + 1])]
          let cost = Phonetics.distance(word, meant, limit: limit, rows: &rows)
          guard cost <= limit, accept(Int(keys[id])) else { continue }
          if cost < limit || best.isEmpty {
            limit = cost
            best.removeAll { $0.cost > cost }
          }
          best.append(Candidate(key: Int(keys[id]), cost: cost))
        }
      }
    }
    return best.sorted { $0.key < $1.key }
  }

  /// Hashes of the sound itself, of it without each letter, and without each two letters.
  private static func forEachDeletion(of sound: [UInt8], twice: Bool, _ body: (UInt32) -> Void) {
    body(hash(sound, without: -1, -1))
    for index in sound.indices where index == 0 || sound[index] != sound[index - 1] {
      body(hash(sound, without: index, -1))
    }
    if twice { forEachPair(of: sound, body) }
  }

  private static func forEachPair(of sound: [UInt8], _ body: (UInt32) -> Void) {
    for first in sound.indices {
      for second in sound.indices.dropFirst(first + 1) { body(hash(sound, without: first, second)) }
    }
  }

  private static func hash(_ sound: [UInt8], without first: Int, _ second: Int) -> UInt32 {
    var hash: UInt32 = 2_166_136_261
    for index in sound.indices where index != first && index != second {
      hash = (hash ^ UInt32(sound[index])) &* 16_777_619
    }
    return ByteTable.mixed(hash)
  }
}
