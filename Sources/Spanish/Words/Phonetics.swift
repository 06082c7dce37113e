/// Spanish spelling reduced to sound, and the cost of writing one letter for another.
/// Works on letters of one byte each: folded text with ñ as 0xF1.
enum Phonetics {
  static let tildeN: UInt8 = 0xf1

  /// The letters of a folded word, one byte each; nil when it holds anything else, such as a digit.
  static func letters(of folded: ArraySlice<UInt8>) -> [UInt8]? {
    var letters: [UInt8] = []
    letters.reserveCapacity(folded.count)
    var lead = false
    for byte in folded {
      if lead {
        guard byte == 0xb1 else { return nil }
        letters.append(tildeN)
        lead = false
      } else if byte == 0xc3 {
        lead = true
      } else if byte >= UInt8(ascii: "a"), byte <= UInt8(ascii: "z") {
        letters.append(byte)
      } else {
        return nil
      }
    }
    return lead ? nil : letters
  }

  /// Words that sound alike get one key: debolber and devolver, paqete and paquete, enbio and envío.
  static func key(of letters: [UInt8]) -> [UInt8] {
    var key: [UInt8] = []
    key.reserveCapacity(letters.count)
    var index = 0
    func letter(_ offset: Int) -> UInt8 {
      index + offset < letters.count ? letters[index + offset] : 0
    }
    while index < letters.count {
      let here = letters[index]
      let next = letter(1)
      let soft = next == UInt8(ascii: "e") || next == UInt8(ascii: "i")
      var sound = here
      var length = 1
      switch here {
      case UInt8(ascii: "h"):
        index += 1
        continue
      case UInt8(ascii: "v"): sound = UInt8(ascii: "b")
      case UInt8(ascii: "z"), UInt8(ascii: "x"): sound = UInt8(ascii: "s")
      case tildeN: sound = UInt8(ascii: "n")
      case UInt8(ascii: "c"):
        if next == UInt8(ascii: "h") {
          sound = UInt8(ascii: "X")
          length = 2
        } else {
          sound = soft ? UInt8(ascii: "s") : UInt8(ascii: "k")
        }
      case UInt8(ascii: "q"):
        sound = UInt8(ascii: "k")
        let after = letter(2)
        if next == UInt8(ascii: "u"), after == UInt8(ascii: "e") || after == UInt8(ascii: "i") { length = 2 }
      case UInt8(ascii: "g"):
        let after = letter(2)
        if soft { sound = UInt8(ascii: "j") }
        if next == UInt8(ascii: "u"), after == UInt8(ascii: "e") || after == UInt8(ascii: "i") { length = 2 }
      case UInt8(ascii: "l"):
        if next == UInt8(ascii: "l") {
          sound = UInt8(ascii: "y")
          length = 2
        }
      case UInt8(ascii: "y"):
        if !isVowel(next) { sound = UInt8(ascii: "i") }
      case UInt8(ascii: "m"):
        if next == UInt8(ascii: "b") || next == UInt8(ascii: "p") || next == UInt8(ascii: "v") {
          sound = UInt8(ascii: "n")
        }
      default: break
      }
      if key.last != sound { key.append(sound) }
      index += length
    }
    return key
  }

  static func isVowel(_ letter: UInt8) -> Bool {
    switch letter {
    case UInt8(ascii: "a"), UInt8(ascii: "e"), UInt8(ascii: "i"), UInt8(ascii: "o"), UInt8(ascii: "u"): true
    default: false
    }
  }

  /// 0 the same letter, 1 the same sound, 2 neighbours on the keyboard or two vowels, 3 anything else.
  static func substitution(_ typed: UInt8, _ meant: UInt8) -> Int {
    if typed == meant { return 0 }
    let left = column(typed)
    let right = column(meant)
    guard left >= 0, right >= 0 else { return 3 }
    return Int(substitutions[left * 27 + right])
  }

  private static func column(_ letter: UInt8) -> Int {
    if letter == tildeN { return 26 }
    return letter >= UInt8(ascii: "a") && letter <= UInt8(ascii: "z") ? Int(letter) - 97 : -1
  }

  private static let substitutions: [UInt8] = {
    var table = [UInt8](repeating: 3, count: 27 * 27)
    func set(_ pair: [UInt8], _ cost: UInt8) {
      let left = column(pair[0])
      let right = column(pair[1])
      table[left * 27 + right] = min(cost, table[left * 27 + right])
      table[right * 27 + left] = table[left * 27 + right]
    }
    let vowels = Array("aeiou".utf8)
    for left in vowels { for right in vowels where left != right { set([left, right], 2) } }
    for row in ["qwertyuiop", "asdfghjkl", "zxcvbnm"] {
      let letters = Array(row.utf8)
      for index in letters.indices.dropFirst() { set([letters[index - 1], letters[index]], 2) }
    }
    // A key and those below it.
    for pair in "qa ws wa ed es rf rd tg tf yh yg uj uh ik ij ol ok pl az sx sz dc dx fv fc gb gv hn hb jm jn km"
      .split(separator: " ")
    {
      set(Array(pair.utf8), 2)
    }
    set([UInt8(ascii: "l"), tildeN], 2)
    set([UInt8(ascii: "p"), tildeN], 2)
    for pair in "bv sc sz cz gj ck kq cq yi nm xs xj ly uw".split(separator: " ") { set(Array(pair.utf8), 1) }
    set([UInt8(ascii: "n"), tildeN], 1)
    return table
  }()

  /// Cost of turning what was typed into what was meant, or a value above the limit.
  static func distance(_ typed: [UInt8], _ meant: ArraySlice<UInt8>, limit: Int, rows: inout [Int]) -> Int {
    let width = meant.count + 1
    let base = meant.startIndex
    guard abs(typed.count - meant.count) <= limit else { return limit + 1 }
    if rows.count < width * 3 { rows = [Int](repeating: 0, count: width * 3) }
    var before = 0
    var previous = width
    var current = width * 2
    rows[previous] = 0
    for column in 1..<width {
      rows[previous + column] = rows[previous + column - 1] + edge(meant, base + column - 1, base)
    }
    for row in 1...typed.count {
      rows[current] = rows[previous] + edge(typed[...], row - 1, 0)
      var best = rows[current]
      let letter = typed[row - 1]
      for column in 1..<width {
        let other = meant[base + column - 1]
        var swap = substitution(letter, other)
        // A wrong first letter is rarer than any other.
        if swap > 1, row == 1, column == 1 { swap += 1 }
        var cost = rows[previous + column - 1] + swap
        cost = min(cost, rows[previous + column] + edge(typed[...], row - 1, 0))
        cost = min(cost, rows[current + column - 1] + edge(meant, base + column - 1, base))
        if row > 1, column > 1, letter == meant[base + column - 2], typed[row - 2] == other, letter != other {
          cost = min(cost, rows[before + column - 2] + 2)
        }
        rows[current + column] = cost
        best = min(best, cost)
      }
      if best > limit { return limit + 1 }
      (before, previous, current) = (previous, current, before)
    }
    return rows[previous + width - 1]
  }

  /// Cost of a letter too many or too few: h, a doubled letter and the mute u cost half.
  private static func edge(_ letters: ArraySlice<UInt8>, _ index: Int, _ first: Int) -> Int {
    let letter = letters[index]
    if letter == UInt8(ascii: "h") { return 1 }
    guard index > first else { return 3 }
    let before = letters[index - 1]
    if before == letter { return 1 }
    if letter == UInt8(ascii: "u"), before == UInt8(ascii: "q") || before == UInt8(ascii: "g") { return 1 }
    return 2
  }
}
