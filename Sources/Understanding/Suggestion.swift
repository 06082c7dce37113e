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
