/// Finds the words of the content near a mistyped one: words by key, each key with every letter left out once (and, for
/// the main forms of long words, twice), so that a repair is a few table lookups, however many words there are.
struct TypoIndex: Sendable {
  /// A word of the content that a repair reaches.
  struct Candidate: Sendable {
    /// Key of the lexicon's table.
    var key: Int
    var cost: Int
  }

  /// What stands behind hashes that several keys may share.
  ///
  /// There are more of these entries than of anything else in the content: each is one word, of which the low bits are
  /// the value and the high bits what its bucket does not tell of its hash.
  private struct Bucketed: Sendable {
    private let valueBits: UInt32
    /// Where the entries of each bucket begin; the last ends where all do.
    private var buckets: [UInt32]
    private var entries: [UInt32]

    init(_ pending: [(hash: UInt32, value: UInt32)]) {
      let greatest = pending.reduce(0) { max($0, $1.value) }
      // As many buckets as half the entries at least, and so many that a value fits beside the rest of a hash.
      var bits: UInt32 = 10
      while pending.count >> 1 > 1 << bits || greatest >> bits > 0 { bits += 1 }
      valueBits = bits
      buckets = [UInt32](repeating: 0, count: 1 << Int(bits) + 1)
      let mask = UInt32(1) << bits - 1
      for entry in pending { buckets[Int(entry.hash & mask) + 1] += 1 }
      for index in buckets.indices.dropFirst() { buckets[index] += buckets[index - 1] }
      var fill = buckets
      entries = [UInt32](repeating: 0, count: pending.count)
      for entry in pending {
        let bucket = Int(entry.hash & mask)
        entries[Int(fill[bucket])] = entry.hash & ~mask | entry.value
        fill[bucket] += 1
      }
    }

    func forEach(_ hash: UInt32, _ body: (UInt32) -> Void) {
      let mask = UInt32(1) << valueBits - 1
      let bucket = Int(hash & mask)
      for place in Int(buckets[bucket])..<Int(buckets[bucket + 1]) where (entries[place] ^ hash) & ~mask == 0 {
        body(entries[place] & mask)
      }
    }
  }

  /// Letters of the indexed words, one byte each.
  private var letters: [UInt8] = []
  private var starts: [UInt32] = [0]
  private var keys: [UInt32] = []
  /// Words that share a sound are a chain.
  private var firstOfSound: [Int32] = []
  private var nextOfSound: [Int32] = []
  private let sounds: Bucketed
  /// Words by their consonants.
  private let skeletons: Bucketed

  static let longest = 24

  init(table: ByteTable, uses: [FormUse]) {
    var soundTable = ByteTable(minimumCapacity: 16_384)
    var singles: [(hash: UInt32, value: UInt32)] = []
    // More than there will be: what is never written to is no memory, what is moved is twice as much.
    singles.reserveCapacity(table.count * 24)
    var consonants: [(hash: UInt32, value: UInt32)] = []
    var deepened: [Bool] = []
    var hashes = DeletionHashes()
    for key in 0..<table.count where !uses[key].isDisjoint(with: [.indexed, .main]) {
      guard let word = Phonetics.letters(of: table[key]), word.count >= 3, word.count <= Self.longest else { continue }
      let id = Int32(keys.count)
      let sound = Phonetics.key(of: word)
      let index = soundTable.insert(sound[...])
      letters += word
      starts.append(UInt32(letters.count))
      keys.append(UInt32(key))
      let isNew = index == firstOfSound.count
      if isNew {
        firstOfSound.append(-1)
        deepened.append(false)
      }
      let deepens = sound.count >= 6 && !deepened[index] && uses[key].contains(.main)
      if isNew || deepens { hashes.reset(to: sound) }
      if isNew { hashes.forEachSingle { singles.append(($0, UInt32(index))) } }
      if deepens {
        deepened[index] = true
        hashes.forEachPair { singles.append(($0, UInt32(index))) }
      }
      nextOfSound.append(firstOfSound[index])
      firstOfSound[index] = id
      if let skeleton = ConsonantSkeleton(of: word), skeleton.vowels >= 2 {
        consonants.append((skeleton.hash, UInt32(id)))
      }
    }
    sounds = Bucketed(singles)
    skeletons = Bucketed(consonants)
  }

  private func word(_ id: Int) -> ArraySlice<UInt8> { letters[Int(starts[id])..<Int(starts[id + 1])] }

  /// The nearest words within the budget for a word of Spanish letters, and those that are nearly as near: the message
  /// decides between «hace» and «haz» for «hac». The best first.
  func nearest(to word: [UInt8], budget: Int, accept: (Int) -> Bool) -> [Candidate] {
    var hashes = DeletionHashes()
    hashes.reset(to: Phonetics.key(of: word))
    var seen: [UInt32] = []
    var found: [Candidate] = []
    // Everything up to one edit is kept; beyond, only the nearest.
    let near = min(2, budget)
    var reach = budget
    var rows: [Int] = []
    func visit(_ hash: UInt32) {
      sounds.forEach(hash) { index in
        if seen.contains(index) { return }
        seen.append(index)
        var next = firstOfSound[Int(index)]
        while next >= 0 {
          let id = Int(next)
          next = nextOfSound[id]
          let meant = self.word(id)
          let limit = min(reach, Self.limit(typed: word, meant: meant))
          let cost = Phonetics.distance(word, meant, limit: limit, rows: &rows)
          guard cost <= limit, accept(Int(keys[id])) else { continue }
          reach = max(cost, near)
          found.append(Candidate(key: Int(keys[id]), cost: cost))
        }
      }
    }
    hashes.forEachSingle(visit)
    if reach >= 4 { hashes.forEachPair(visit) }
    return found.filter { $0.cost <= reach }.sorted { ($0.cost, $0.key) < ($1.cost, $1.key) }
  }

  /// Short words must be nearly what was typed: the same letters in another order, one that sounds alike, or one letter
  /// left out of four.
  private static func limit(typed: [UInt8], meant: ArraySlice<UInt8>) -> Int {
    if typed.count > 3, meant.count > 3 { return .max }
    if meant.count == 4, typed.count == 3 { return 2 }
    return typed.count == meant.count && typed.sorted() == meant.sorted() ? 2 : 1
  }

  /// Words whose vowels were left out: «cnclar», «dvolvr», «rmbls». Three letters could be too many words.
  func words(withSkeletonOf word: [UInt8], accept: (Int) -> Bool) -> [Int] {
    guard word.count >= 4, let skeleton = ConsonantSkeleton(of: word), skeleton.vowels < skeleton.consonants else {
      return []
    }
    var found: [Int] = []
    skeletons.forEach(skeleton.hash) { id in
      if ConsonantSkeleton.isShortened(word, self.word(Int(id))), accept(Int(keys[Int(id)])) {
        found.append(Int(keys[Int(id)]))
      }
    }
    return found.sorted()
  }
}
