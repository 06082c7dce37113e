/// How many letters of a name were typed wrong.
enum EditDistance {
  /// At most one error in four to seven letters, two in longer words; nil beyond that. Both words are folded.
  ///
  /// - Complexity: O(letters × letters), for words of at most 64.
  static func between(_ typed: ArraySlice<UInt8>, _ word: [UInt8]) -> Int? {
    let typed = Array(String(decoding: typed, as: UTF8.self).unicodeScalars)
    let word = Array(String(decoding: word, as: UTF8.self).unicodeScalars)
    let allowed = word.count >= 8 ? 2 : word.count >= 4 ? 1 : 0
    guard allowed > 0, abs(typed.count - word.count) <= allowed, typed.count <= 64 else { return nil }
    let edits = Suggestion.editDistance(typed, word)
    return edits <= allowed ? edits : nil
  }
}
