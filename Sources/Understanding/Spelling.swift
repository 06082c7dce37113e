/// A folded word in two registers: how long it is and its last fifteen bytes, so that whether it is one of a few words,
/// or ends in one of a few endings, costs some comparisons and touches no memory.
///
/// A literal becomes a constant; it is shorter than sixteen bytes.
struct Spelling: Equatable, Sendable, ExpressibleByStringLiteral {
  /// The last eight bytes, the last one lowest.
  let end: UInt64
  /// The seven before them; above them the length, 255 for any longer one.
  private let start: UInt64

  /// In bytes.
  var count: Int { Int(start >> 56) }

  /// Inlined, so that nothing of a literal is left to be done at run time.
  @inline(__always)
  init(stringLiteral word: String) {
    precondition(word.utf8.count <= Self.longest, "a literal is short enough to be told from all other words")
    self.init(last: word.utf8, count: word.utf8.count)
  }

  /// - Parameter word: folded, UTF-8.
  init(_ word: ArraySlice<UInt8>) { self.init(last: word.suffix(Self.longest), count: word.count) }

  /// - Parameter word: folded.
  init(of word: String) { self.init(last: word.utf8.suffix(Self.longest), count: word.utf8.count) }

  @inline(__always)
  private init(last bytes: some Sequence<UInt8>, count: Int) {
    var (start, end): (UInt64, UInt64) = (0, 0)
    for byte in bytes {
      start = start << 8 | end >> 56
      end = end << 8 | UInt64(byte)
    }
    self.start = start | UInt64(UInt8(clamping: count)) << 56
    self.end = end
  }

  private static let longest = 15

  /// Whether it ends in one of `endings`, of eight bytes at most.
  ///
  /// - Parameter length: what stands before the ending at least, in bytes.
  @inline(__always)
  func ends<let number: Int>(in endings: InlineArray<number, Spelling>, behind length: Int = 0) -> Bool {
    for place in endings.indices where hasEnd(endings[place]) && endings[place].count + length <= count { return true }
    return false
  }

  @inline(__always)
  private func hasEnd(_ ending: Spelling) -> Bool { (end ^ ending.end) &<< (64 - 8 * UInt64(ending.count)) == 0 }

  /// Whether its last `length` bytes, eight at most, are one of `words`.
  @inline(__always)
  func hasEnd<let number: Int>(of length: Int, among words: InlineArray<number, Spelling>) -> Bool {
    for place in words.indices where words[place].count == length && hasEnd(words[place]) { return true }
    return false
  }

  /// Whether it is one of `words`.
  @inline(__always)
  func isOne<let number: Int>(of words: InlineArray<number, Spelling>) -> Bool {
    for place in words.indices where words[place] == self { return true }
    return false
  }
}
