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

  /// The other way round.
  static func folded(_ letters: [UInt8]) -> [UInt8] {
    letters.contains(tildeN) ? letters.flatMap { $0 == tildeN ? [0xc3, 0xb1] : [$0] } : letters
  }

  /// Words that are easily written for each other get one key: debolber and devolver, paqete and paquete, yamar and
  /// llamar. Coarse on purpose, and nearly free of context, so that swapped letters give swapped keys: «ceusta» has the
  /// letters of «cuesta». ``distance(_:_:limit:rows:)`` decides.
  static func key(of letters: [UInt8]) -> [UInt8] {
    var key: [UInt8] = []
    key.reserveCapacity(letters.count)
    for (index, letter) in letters.enumerated() {
      var sound = coarse(letter)
      if sound == 0 {
        // Only between vowels is an h in nobody's way: «hahas» is «hagas».
        let between =
          index > 0 && index + 1 < letters.count && isVowel(letters[index - 1]) && isVowel(letters[index + 1])
        guard between else { continue }
        sound = letter
      }
      if sound != key.last { key.append(sound) }
    }
    return key
  }

  /// The class of a letter: b and v, c k q s z x, g and j, l and y, m n ñ; 0 for h.
  static func coarse(_ letter: UInt8) -> UInt8 {
    switch letter {
    case UInt8(ascii: "h"): 0
    case UInt8(ascii: "v"): UInt8(ascii: "b")
    case UInt8(ascii: "k"), UInt8(ascii: "q"), UInt8(ascii: "s"), UInt8(ascii: "z"), UInt8(ascii: "x"):
      UInt8(ascii: "c")
    case UInt8(ascii: "j"): UInt8(ascii: "g")
    case UInt8(ascii: "y"): UInt8(ascii: "l")
    case UInt8(ascii: "m"), tildeN: UInt8(ascii: "n")
    default: letter
    }
  }

  static func isVowel(_ letter: UInt8) -> Bool {
    switch letter {
    case UInt8(ascii: "a"), UInt8(ascii: "e"), UInt8(ascii: "i"), UInt8(ascii: "o"), UInt8(ascii: "u"): true
    default: false
    }
  }

  /// 0 the same letter, 1 the same sound, 2 neighbours on the keyboard or two vowels, 3 anything else.
  ///
  /// - Parameter costs: ``substitutions``, which is looked up once for a word.
  private static func substitution(_ typed: UInt8, _ meant: UInt8, _ costs: [UInt8]) -> Int {
    if typed == meant { return 0 }
    let left = column(typed)
    let right = column(meant)
    guard left >= 0, right >= 0 else { return 3 }
    return Int(costs[left * 27 + right])
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
  ///
  /// - Parameter rows: working memory.
  static func distance(_ typed: [UInt8], _ meant: ArraySlice<UInt8>, limit: Int, rows: inout [Int]) -> Int {
    let width = meant.count + 1
    let base = meant.startIndex
    guard abs(typed.count - meant.count) <= limit else { return limit + 1 }
    // Three rows of the table, and what each letter of the meant word costs where it was left out.
    if rows.count < width * 4 { rows = [Int](repeating: 0, count: width * 4) }
    var rows = rows.mutableSpan
    let costs = substitutions
    let missing = width * 3
    var before = 0
    var previous = width
    var current = width * 2
    rows[previous] = 0
    for column in 1..<width {
      rows[missing + column] = edge(meant, base + column - 1, base)
      rows[previous + column] = rows[previous + column - 1] + rows[missing + column]
    }
    for row in 1...typed.count {
      // Each letter too many or too few costs something: far from the diagonal everything is above the limit.
      let columns = max(1, row - limit)...min(width - 1, row + limit)
      let letter = typed[row - 1]
      let letterBefore = row > 1 ? typed[row - 2] : 0
      let tooMany = edge(typed[...], row - 1, 0)
      let beforeFirst = current + columns.lowerBound - 1
      rows[beforeFirst] = columns.lowerBound == 1 ? rows[previous] + tooMany : limit + 1
      if columns.upperBound + 1 < width { rows[current + columns.upperBound + 1] = limit + 1 }
      var best = rows[beforeFirst]
      for column in columns {
        let other = meant[base + column - 1]
        var swap = substitution(letter, other, costs)
        // A wrong first letter is rarer than any other.
        if swap > 1, row == 1, column == 1 { swap += 1 }
        var cost = min(
          rows[previous + column - 1] + swap, rows[previous + column] + tooMany,
          rows[current + column - 1] + rows[missing + column])
        if letterBefore == other, column > 1, letter == meant[base + column - 2], letter != other {
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
    guard index > first else { return letter == UInt8(ascii: "h") ? 1 : 3 }
    let before = letters[index - 1]
    if letter == UInt8(ascii: "h") { return before == UInt8(ascii: "c") ? 2 : 1 }
    if before == letter { return 1 }
    if letter == UInt8(ascii: "u"), before == UInt8(ascii: "q") || before == UInt8(ascii: "g") { return 1 }
    return 2
  }
}
