/// Cuts a stream of bytes at 0x0A, however it arrives, and skips lines that are too long.
///
/// Bytes, not Characters: CR LF is one Character, and a line that is no UTF-8 must still end where it ends.
struct LineSplitter {
  enum Line: Equatable {
    /// Without its line end; a CR before it is kept (JSON counts it as white space).
    case text([UInt8])
    /// A line over the limit, skipped up to its end.
    case tooLong
  }

  /// In bytes, the line end not counted.
  let limit: Int
  private var pending: [UInt8] = []
  private var skipping = false

  init(limit: Int) { self.limit = limit }

  /// Takes the next bytes and gives the lines that they complete, in order.
  mutating func feed(_ bytes: ArraySlice<UInt8>) -> [Line] {
    var lines: [Line] = []
    var rest = bytes
    while let end = rest.firstIndex(of: 0x0A) {
      keep(rest[..<end])
      if let line = takeLine() { lines.append(line) }
      rest = rest[(end + 1)...]
    }
    keep(rest)
    return lines
  }

  /// The last line, when the stream ends without a line end.
  mutating func finish() -> Line? { takeLine() }

  private mutating func keep(_ bytes: ArraySlice<UInt8>) {
    guard !skipping else { return }
    guard pending.count + bytes.count <= limit else {
      skipping = true
      pending.removeAll()
      return
    }
    pending += bytes
  }

  /// Ends the line; nil for a blank one.
  private mutating func takeLine() -> Line? {
    defer {
      pending.removeAll(keepingCapacity: pending.capacity <= 1 << 16)
      skipping = false
    }
    if skipping { return .tooLong }
    let isBlank = pending.allSatisfy { $0 == 0x20 || $0 == 0x09 || $0 == 0x0D }
    return isBlank ? nil : .text(pending)
  }
}
