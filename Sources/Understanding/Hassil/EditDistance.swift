/// How many letters were typed wrong: insertions, deletions, replacements, and neighbours that changed places.
enum EditDistance {
  /// At most one error in four to seven letters, two in longer words; nil beyond that. Both words are folded.
  ///
  /// - Complexity: O(letters × letters), for words of at most 64.
  static func between(_ typed: ArraySlice<UInt8>, _ word: [UInt8]) -> Int? {
    let typed = Array(String(decoding: typed, as: UTF8.self).unicodeScalars)
    let word = Array(String(decoding: word, as: UTF8.self).unicodeScalars)
    let allowed = word.count >= 8 ? 2 : word.count >= 4 ? 1 : 0
    guard allowed > 0, abs(typed.count - word.count) <= allowed, !typed.isEmpty, typed.count <= 64 else { return nil }
    var before: [Int] = []
    var last = Array(0...word.count)
    for i in 1...typed.count {
      var row = [i]
      for j in 1...word.count {
        let replaced = last[j - 1] + (typed[i - 1] == word[j - 1] ? 0 : 1)
        var edits = min(last[j] + 1, row[j - 1] + 1, replaced)
        if i > 1, j > 1, typed[i - 1] == word[j - 2], typed[i - 2] == word[j - 1] {
          edits = min(edits, before[j - 2] + 1)
        }
        row.append(edits)
      }
      before = last
      last = row
    }
    return last[word.count] <= allowed ? last[word.count] : nil
  }
}
