/// Spoils a message in one way, the same way each time: what a hurried thumb does to what was meant.
struct MessagePerturber {
  /// How one word is mistyped.
  enum Typo: String, CaseIterable {
    case delete, transpose, double, neighbor, sound
  }

  private var state: UInt64

  init(seed: UInt64) { state = seed &+ 0x9e37_79b9_7f4a_7c15 }

  /// SplitMix64: Steele, Lea and Flood, «Fast splittable pseudorandom number generators».
  private mutating func next(below count: Int) -> Int {
    state = state &+ 0x9e37_79b9_7f4a_7c15
    var z = state
    z = (z ^ (z >> 30)) &* 0xbf58_476d_1ce4_e5b9
    z = (z ^ (z >> 27)) &* 0x94d0_49bb_1331_11eb
    return Int((z ^ (z >> 31)) % UInt64(count))
  }

  /// The message with one typo in one of its words of four letters or more; nil when no word can take it.
  mutating func withTypo(_ typo: Typo, in message: String) -> String? {
    var words = Self.pieces(of: message)
    var places = words.indices.filter { Self.isMistypable(words[$0]) }
    while !places.isEmpty {
      let place = places.remove(at: next(below: places.count))
      if let spoiled = mistyped(words[place], typo) {
        words[place] = spoiled
        return words.joined()
      }
    }
    return nil
  }

  /// The message with a typo of a random kind in each of its words of four letters or more.
  mutating func withTypoInEveryWord(_ message: String) -> String {
    Self.pieces(of: message).map { piece -> String in
      guard Self.isMistypable(piece) else { return piece }
      return mistyped(piece, Typo.allCases[next(below: Typo.allCases.count)]) ?? piece
    }.joined()
  }

  private mutating func mistyped(_ word: String, _ typo: Typo) -> String? {
    var letters = Array(word)
    // Nearly nobody mistypes the first letter: it is left alone.
    let places = letters.indices.dropFirst()
    switch typo {
    case .delete: letters.remove(at: 1 + next(below: places.count))
    case .double:
      let place = 1 + next(below: places.count)
      letters.insert(letters[place], at: place)
    case .transpose:
      let able = places.dropLast().filter { letters[$0] != letters[$0 + 1] }
      guard !able.isEmpty else { return nil }
      let place = able[next(below: able.count)]
      letters.swapAt(place, place + 1)
    case .neighbor:
      let able = places.filter { Self.neighbors[letters[$0]] != nil }
      guard !able.isEmpty else { return nil }
      let place = able[next(below: able.count)]
      let keys = Array(Self.neighbors[letters[place]] ?? "")
      letters[place] = keys[next(below: keys.count)]
    case .sound:
      let able = Self.sounds.filter { word.contains($0.0) }
      guard !able.isEmpty else { return nil }
      let (from, to) = able[next(below: able.count)]
      guard let range = word.firstRange(of: from) else { return nil }
      return word.replacingCharacters(in: range, by: to)
    }
    return String(letters)
  }

  private static func isMistypable(_ piece: String) -> Bool {
    piece.count >= 4 && piece.allSatisfy { $0.isLetter }
  }

  /// Runs of letters and digits, and what stands between them.
  private static func pieces(of message: String) -> [String] {
    var pieces: [String] = []
    var inside = false
    for character in message {
      let word = character.isLetter || character.isNumber
      if word, inside { pieces[pieces.count - 1].append(character) } else { pieces.append(String(character)) }
      inside = word
    }
    return pieces
  }

  /// The keys beside each key of the Spanish layout, in its own row.
  private static let neighbors: [Character: String] = {
    var neighbors: [Character: String] = [:]
    for row in ["qwertyuiop", "asdfghjklñ", "zxcvbnm"] {
      let keys = Array(row)
      for index in keys.indices {
        neighbors[keys[index]] = String(
          keys[max(0, index - 1)...min(keys.count - 1, index + 1)].filter { $0 != keys[index] })
      }
    }
    return neighbors
  }()

  /// What is written for what sounds the same.
  private static let sounds = [
    ("v", "b"), ("b", "v"), ("h", ""), ("ll", "y"), ("y", "ll"), ("ce", "se"), ("ci", "si"), ("z", "s"), ("ge", "je"),
    ("gi", "ji"), ("qu", "k"), ("ca", "ka"), ("co", "ko"), ("ñ", "n"), ("mp", "np"), ("mb", "nb"), ("rr", "r"),
    ("x", "s"),
  ]
}

extension String {
  fileprivate func replacingCharacters(in range: Range<Index>, by text: String) -> String {
    self[..<range.lowerBound] + text + self[range.upperBound...]
  }
}
