/// Plain values by a small number: those of one number stand side by side, in the order given.
struct GroupedArray<Element: BitwiseCopyable & Sendable>: ~Copyable, Sendable {
  let values: PlainArray<Element>
  private let start: PlainArray<Int32>

  /// - Parameter count: one more than the greatest key.
  init(_ pairs: [(key: Int32, value: Element)], count: Int) {
    var start = [Int32](repeating: 0, count: count + 1)
    for pair in pairs { start[Int(pair.key) + 1] += 1 }
    for key in start.indices.dropFirst() { start[key] += start[key - 1] }
    var next = start
    var order = [Int](repeating: 0, count: pairs.count)
    for (index, pair) in pairs.enumerated() {
      order[Int(next[Int(pair.key)])] = index
      next[Int(pair.key)] += 1
    }
    values = PlainArray(order.map { pairs[$0].value })
    self.start = PlainArray(start)
  }

  /// How many keys there are.
  var count: Int { start.count - 1 }

  /// The places in `values` of those of `key`.
  @inline(__always)
  func places(of key: Int32) -> Range<Int> { Int(start[Int(key)])..<Int(start[Int(key) + 1]) }

  @inline(__always)
  func forEach(of key: Int32, _ body: (Element) -> Void) { values.forEach(in: places(of: key), body) }
}
