extension Array where Element: Comparable {
  /// Each element once, ascending. Cost: one sort.
  @specialized(where Element == Int32)
  @specialized(where Element == UInt64)
  package consuming func sortedUnique() -> [Element] {
    sort()
    var kept = 0
    for index in indices where kept == 0 || self[kept - 1] != self[index] {
      self[kept] = self[index]
      kept += 1
    }
    removeLast(count - kept)
    return self
  }
}
