/// A word without its vowels: what is left of it in «cnclar» and «pqt».
struct ConsonantSkeleton {
  let hash: UInt32
  let consonants: Int
  let vowels: Int

  /// Nil with fewer than three consonants, which too many words share.
  init?(of letters: some Collection<UInt8>) {
    var hash: UInt32 = 2_166_136_261
    var consonants = 0
    var vowels = 0
    for letter in letters {
      if Phonetics.isVowel(letter) {
        vowels += 1
      } else if Phonetics.coarse(letter) != 0 {
        consonants += 1
        hash = (hash ^ UInt32(Phonetics.coarse(letter))) &* 16_777_619
      }
    }
    guard consonants >= 3 else { return nil }
    self.hash = ByteTable.mixed(hash)
    self.consonants = consonants
    self.vowels = vowels
  }

  /// Whether `typed` is `meant` without two or more of its vowels (or its mute h).
  static func isShortened(_ typed: [UInt8], _ meant: ArraySlice<UInt8>) -> Bool {
    var next = 0
    var missing = 0
    for letter in meant {
      if next < typed.count, typed[next] == letter || sameConsonant(typed[next], letter) {
        next += 1
      } else if Phonetics.isVowel(letter) {
        missing += 1
      } else if Phonetics.coarse(letter) != 0 {
        return false
      }
    }
    return next == typed.count && missing >= 2
  }

  private static func sameConsonant(_ typed: UInt8, _ meant: UInt8) -> Bool {
    let coarse = Phonetics.coarse(typed)
    return coarse != 0 && !Phonetics.isVowel(typed) && coarse == Phonetics.coarse(meant)
  }
}
