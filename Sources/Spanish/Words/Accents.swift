/// Written accents and vowels.
enum Accents {
  private static let bareVowels: [Character: Character] = ["á": "a", "é": "e", "í": "i", "ó": "o", "ú": "u"]
  private static let accentedVowels: [Character: Character] = ["a": "á", "e": "é", "i": "í", "o": "ó", "u": "ú"]

  static func removed(from text: String) -> String {
    text.utf8.contains(0xc3) ? String(text.map { bareVowels[$0] ?? $0 }) : text
  }

  /// The text with its last letter's accent taken off, or nil when it has none: «camió» → «camio».
  static func withoutFinalAccent(_ text: String) -> String? {
    guard let last = text.last, let bare = bareVowels[last] else { return nil }
    return text.dropLast() + String(bare)
  }

  /// «orde» → «órde», for plurals that gain an accent; nil when there is one or only one syllable.
  static func accentingStressedVowel(of text: String, unlessAccented: Bool) -> String? {
    if unlessAccented, text.contains(where: { bareVowels[$0] != nil }) { return nil }
    guard vowelGroups(in: text) >= 2 else { return nil }
    var letters = Array(text)
    guard var index = letters.lastIndex(where: { accentedVowels[$0] != nil }) else { return nil }
    // The stressed syllable is the one before the last vowel.
    while index > 0, accentedVowels[letters[index]] != nil { index -= 1 }
    while index > 0, accentedVowels[letters[index]] == nil { index -= 1 }
    guard let accented = accentedVowels[letters[index]] else { return nil }
    letters[index] = accented
    return String(letters)
  }

  /// The runs of vowels of a word, about its syllables.
  static func vowelGroups(in text: String) -> Int {
    var groups = 0
    var inside = false
    for letter in text {
      let vowel = "aeiouáéíóúü".contains(letter)
      if vowel, !inside { groups += 1 }
      inside = vowel
    }
    return groups
  }
}
