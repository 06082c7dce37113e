import Commerce

/// A word of a wish, comparable with the names of a shop's values: folded, in the singular, digits apart from letters.
struct WishWord: Equatable {
  var text: String
  /// As the customer wrote it, in lower case.
  var typed: String
  /// Whether a comma, a stop or the like stands before it.
  var opensClause: Bool

  /// The words of a text: «28cm, RGB» is 28 · cm · rgb, the last one after a break.
  static func read(_ text: String) -> [WishWord] {
    var words: [WishWord] = []
    var word = ""
    var isBreak = false
    var before: Character?
    func isJoint(_ character: Character, _ next: Character?) -> Bool {
      // «1,5 l» and «10.000» are one measure.
      (character == "," || character == ".") && before?.isNumber == true && next?.isNumber == true
    }
    func close() {
      guard !word.isEmpty else { return }
      let folded = Identification.folded(word)
      words.append(WishWord(text: Words.singular(folded), typed: word, opensClause: isBreak))
      word = ""
      isBreak = false
    }
    let characters = Array(text.lowercased())
    for (index, character) in characters.enumerated() {
      if character.isLetter || character.isNumber {
        if let last = word.last, last.isNumber != character.isNumber { close() }
        word.append(character)
      } else {
        close()
        let next = characters.indices.contains(index + 1) ? characters[index + 1] : nil
        if ",;.:()!?\n".contains(character), !isJoint(character, next) { isBreak = true }
      }
      before = character
    }
    close()
    return words
  }

  /// Whether two words name the same: «blanca» and «blanco», «negras» and «negro».
  static func agree(_ a: String, _ b: String) -> Bool { a == b || stem(a) == stem(b) && a.utf8.count > 3 }

  static func stem(_ word: String) -> String {
    guard word.utf8.count > 3, let last = word.last, "aoe".contains(last) else { return word }
    return String(word.dropLast())
  }
}
