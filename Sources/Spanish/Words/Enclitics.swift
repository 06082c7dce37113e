/// The pronouns written together with a verb: «devuélvemelo», «cancelándolo», «vámonos».
enum Enclitics {
  /// The pronouns that may come before another one, by bit: se me lo, te nos, os lo.
  private static func mayPrecede(_ first: UInt8, _ second: UInt8) -> Bool {
    switch first {
    case 4: second != 4
    case 2: second & (1 | 8 | 16 | 32) != 0
    case 1, 32, 64: second & (8 | 16) != 0
    default: false
    }
  }

  /// Each way to cut one or two pronouns off the end: the host, the pronouns, and the use that the host must have.
  static func forEach(in word: ArraySlice<UInt8>, _ body: (ArraySlice<UInt8>, UInt8, FormUse) -> Void) {
    forEachPronoun(at: word) { rest, last in
      emit(rest, bits: last, first: last, alone: true, body)
      forEachPronoun(at: rest) { host, first in
        if mayPrecede(first, last) { emit(host, bits: first | last, first: first, alone: false, body) }
      }
    }
  }

  private static func emit(
    _ host: ArraySlice<UInt8>, bits: UInt8, first: UInt8, alone: Bool,
    _ body: (ArraySlice<UInt8>, UInt8, FormUse) -> Void
  ) {
    // The d of the vosotros imperative falls before os: «sentaos», never «sentados»; only «idos» keeps it.
    if first == 64, host.last == UInt8(ascii: "d"), host.count > 2 { return }
    body(host, bits, .host)
    // The s of «vamos» falls before nos and before se with another pronoun.
    if first == 32 || (first == 4 && !alone) { body(host, bits, .clippedHost) }
  }

  /// The pronouns that a word may end with, at most two: «nos» also ends like «os».
  private static func forEachPronoun(at word: ArraySlice<UInt8>, _ body: (ArraySlice<UInt8>, UInt8) -> Void) {
    let count = word.count
    guard count >= 4 else { return }
    let last = word[word.endIndex - 1]
    let before = word[word.endIndex - 2]
    switch last {
    case UInt8(ascii: "e"):
      switch before {
      case UInt8(ascii: "m"): body(word.dropLast(2), 1)
      case UInt8(ascii: "t"): body(word.dropLast(2), 2)
      case UInt8(ascii: "s"): body(word.dropLast(2), 4)
      case UInt8(ascii: "l"): body(word.dropLast(2), 16)
      default: break
      }
    case UInt8(ascii: "o"), UInt8(ascii: "a"):
      if before == UInt8(ascii: "l") { body(word.dropLast(2), 8) }
    case UInt8(ascii: "s"):
      let third = word[word.endIndex - 3]
      if count >= 5, third == UInt8(ascii: "l") {
        switch before {
        case UInt8(ascii: "o"), UInt8(ascii: "a"): body(word.dropLast(3), 8)
        case UInt8(ascii: "e"): body(word.dropLast(3), 16)
        default: break
        }
      }
      guard before == UInt8(ascii: "o") else { return }
      if count >= 5, third == UInt8(ascii: "n") { body(word.dropLast(3), 32) }
      body(word.dropLast(2), 64)
    default: break
    }
  }
}
