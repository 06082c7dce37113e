/// An array of plain values with one owner: no reference is counted and nothing is ever copied when it is written, so that
/// the loops that every message runs cost what they look like. Every access is checked; removing keeps the memory.
///
/// `@safe`: the memory is this value's alone (the type is not copyable), is allocated where `capacity` is set and freed in
/// `deinit`, and is read and written only at indices below `count`, which `append` and the initializers have written.
/// Plain values need no deinitializing. Sendable because its values are: there is no hidden sharing.
@safe struct PlainArray<Element: BitwiseCopyable & Sendable>: ~Copyable, @unchecked Sendable {
  private var base: UnsafeMutablePointer<Element>
  private var capacity: Int
  private(set) var count: Int

  init() {
    // Safe: nothing is read before `append` has written it.
    unsafe base = .allocate(capacity: 1)
    capacity = 1
    count = 0
  }

  init(repeating value: Element, count: Int) {
    capacity = max(1, count)
    self.count = count
    unsafe base = .allocate(capacity: capacity)
    // Safe: `capacity` is at least `count`.
    unsafe base.initialize(repeating: value, count: count)
  }

  /// As large as `elements`, without slack.
  init(_ elements: [Element]) {
    capacity = max(1, elements.count)
    count = elements.count
    unsafe base = .allocate(capacity: capacity)
    for index in elements.indices {
      // Safe: `index` is below `capacity`.
      unsafe base[index] = elements[index]
    }
  }

  deinit { unsafe base.deallocate() }

  var indices: Range<Int> { 0..<count }
  var isEmpty: Bool { count == 0 }

  subscript(index: Int) -> Element {
    get {
      precondition(index >= 0 && index < count, "index out of range")
      // Safe: just checked.
      return unsafe base[index]
    }
    set {
      precondition(index >= 0 && index < count, "index out of range")
      // Safe: just checked.
      unsafe base[index] = newValue
    }
  }

  /// Calls `body` with the elements at `range`, in order; checks the range once.
  @inline(__always)
  func forEach(in range: Range<Int>, _ body: (Element) -> Void) {
    precondition(range.lowerBound >= 0 && range.upperBound <= count, "range out of bounds")
    // Safe: the whole range has been checked, and nothing is written through a borrowed array.
    var next = unsafe base + range.lowerBound
    let end = unsafe base + range.upperBound
    while unsafe next < end {
      body(unsafe next.pointee)
      unsafe next += 1
    }
  }

  /// The first index in `range` whose element is not `below`, or its end; those below come first. Checks the range once.
  ///
  /// - Complexity: O(log of the range's length).
  @inline(__always)
  func firstIndex(in range: Range<Int>, notBelow below: (Element) -> Bool) -> Int {
    precondition(range.lowerBound >= 0 && range.upperBound <= count, "range out of bounds")
    let base = unsafe base
    var low = range.lowerBound
    var length = range.count
    while length > 0 {
      let half = length >> 1
      // Safe: within the range, which has been checked.
      let isBelow = below(unsafe base[low &+ half])
      low = isBelow ? low &+ half &+ 1 : low
      length = isBelow ? length &- half &- 1 : half
    }
    return low
  }

  /// Amortized O(1), like that of `Array`.
  mutating func append(_ element: Element) {
    if count == capacity { grow() }
    // Safe: `count` is below `capacity` now.
    unsafe base[count] = element
    count += 1
  }

  /// Keeps the memory.
  mutating func removeAll() { count = 0 }

  /// Makes it hold `elements` and nothing else; keeps the memory, and grows it where they need more.
  mutating func replaceAll(with elements: [Element]) {
    removeAll()
    while capacity < elements.count { grow() }
    unsafe elements.withUnsafeBufferPointer { source in
      // Safe: `capacity` is at least the count of `elements`, which are somebody else's memory.
      if let first = source.baseAddress { unsafe base.update(from: first, count: source.count) }
    }
    count = elements.count
  }

  /// A copy for those who know only arrays.
  var elements: [Element] {
    // Safe: `count` values have been written.
    unsafe Array(UnsafeBufferPointer(start: base, count: count))
  }

  /// Puts the elements from `place` on in the opposite order.
  mutating func reverse(from place: Int) {
    var (low, high) = (place, count - 1)
    while low < high {
      (self[low], self[high]) = (self[high], self[low])
      low += 1
      high -= 1
    }
  }

  /// Puts the last element at `place`, before what stands there; O(elements from `place` on).
  mutating func moveLast(to place: Int) {
    var index = count - 1
    while index > place {
      (self[index - 1], self[index]) = (self[index], self[index - 1])
      index -= 1
    }
  }

  private mutating func grow() {
    let larger = UnsafeMutablePointer<Element>.allocate(capacity: capacity * 2)
    // Safe: both hold at least `count` values, of which all have been written; they are two allocations.
    unsafe larger.update(from: base, count: count)
    unsafe base.deallocate()
    unsafe base = larger
    capacity *= 2
  }
}

extension PlainArray where Element == UInt64 {
  /// The bits of all elements at the places `list[range]`. The range is checked once, each place as ever.
  @inline(__always)
  func union(at list: borrowing PlainArray<Int32>, in range: Range<Int>) -> UInt64 {
    let (count, base) = unsafe (UInt(count), base)
    var union: UInt64 = 0
    list.forEach(in: range) { place in
      // A negative place is a great one.
      precondition(UInt(bitPattern: Int(place)) < count, "index out of range")
      // Safe: just checked.
      union |= unsafe base[Int(place)]
    }
    return union
  }
}
