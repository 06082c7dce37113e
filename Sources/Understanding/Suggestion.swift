/// «¿Querías decir …?»: the known name nearest to a wrong one.
package enum Suggestion {
  /// A hint for an author, or nothing if no name is near.
  package static func hint(for name: String, among names: some Sequence<String>) -> String {
    var best: String?
    var bestDistance = max(2, name.utf8.count / 3) + 1
    for candidate in names.sorted() {
      let distance = editDistance(Array(name.utf8), Array(candidate.utf8))
      if distance < bestDistance {
        bestDistance = distance
        best = candidate
      }
    }
    return best.map { "¿querías decir «\($0)»?" } ?? ""
  }

  /// The one known word that a customer's `word` (folded) is a typo of: one edit, two in words of eight letters and more;
  /// nil where none is near or two are as near.
  package static func meant(by word: String, among known: some Sequence<String>) -> String? {
    let typed = Array(word.utf8)
    var best: String?
    var bestDistance = typoBudget(of: typed) + 1
    for candidate in known {
      let distance = editDistance(Array(candidate.utf8), typed, limit: bestDistance)
      guard distance <= bestDistance else { continue }
      best = distance < bestDistance ? candidate : nil
      bestDistance = distance
    }
    return best
  }

  /// Whether some known word is near enough for a typo.
  package static func isNear(_ word: String, to known: some Sequence<String>) -> Bool {
    let typed = Array(word.utf8)
    let budget = typoBudget(of: typed)
    return known.contains { editDistance(Array($0.utf8), typed, limit: budget) <= budget }
  }

  private static func typoBudget(of word: [UInt8]) -> Int { word.count >= 8 ? 2 : 1 }

  /// Edits (insert, delete, replace, transpose neighbours) between two strings of bytes or letters. What is more than
  /// `limit` is not counted to its end.
  package static func editDistance<Letter: Equatable>(_ a: [Letter], _ b: [Letter], limit: Int = .max) -> Int {
    if a.isEmpty || b.isEmpty { return max(a.count, b.count) }
    var beforePrevious = [Int](repeating: 0, count: b.count + 1)
    var previous = Array(0...b.count)
    var current = previous
    var leastBefore = 0
    for i in 1...a.count {
      current[0] = i
      var least = i
      for j in 1...b.count {
        let same = a[i - 1] == b[j - 1]
        current[j] = min(previous[j] + 1, current[j - 1] + 1, previous[j - 1] + (same ? 0 : 1))
        if i > 1, j > 1, a[i - 1] == b[j - 2], a[i - 2] == b[j - 1] {
          current[j] = min(current[j], beforePrevious[j - 2] + 1)
        }
        least = min(least, current[j])
      }
      // The rows to come build on the last two.
      if least > limit, leastBefore > limit { return least }
      leastBefore = least
      swap(&beforePrevious, &previous)
      swap(&previous, &current)
    }
    return previous[b.count]
  }
}
