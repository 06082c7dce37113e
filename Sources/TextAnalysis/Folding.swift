import CICU

/// Folds text so that accents, case and typographic habits no longer tell words apart: «DÓNDE» → «donde», «Año» → «año».
///
/// NFD, non-spacing marks dropped except the tilde on n, case-folded, NFC. Never NFKD, which makes «nº» into «no».
/// Typographic apostrophes become `'`, dashes `-`, and the degree sign `º`, because people type one for the other.
/// Folding is idempotent. ASCII costs a loop; letters below U+0280 a table that ICU filled; anything else a call of ICU.
struct Folding: Sendable {
  /// Where the folded form of U+0080 + i stands in `tableBytes`.
  private let tableStarts: [UInt16]
  private let tableBytes: [UInt8]

  private static let tableRange: Range<UInt32> = 0x80..<0x280

  init() throws(TextAnalysisError) {
    var starts: [UInt16] = []
    var bytes: [UInt8] = []
    for scalar in Self.tableRange.lazy.compactMap(Unicode.Scalar.init) {
      starts.append(UInt16(bytes.count))
      try Self.foldWithICU(Array(String(scalar).utf8), into: &bytes)
    }
    starts.append(UInt16(bytes.count))
    tableStarts = starts
    tableBytes = bytes
  }

  /// Writes the folded form of a stretch of valid UTF-8 into `buffer`, from `place` on; returns where it ends.
  ///
  /// The buffer grows where it must, and may be longer than what is written.
  func fold(
    _ bytes: [UInt8], in range: Range<Int>, into buffer: inout [UInt8], at place: Int
  ) throws(TextAnalysisError) -> Int {
    // The table makes three bytes of two at most.
    let room = place + range.count * 2
    if buffer.count < room { buffer.append(contentsOf: repeatElement(0, count: room - buffer.count)) }
    if let end = foldLatin(bytes, in: range, into: &buffer, at: place) { return end }
    // Perhaps a mark that belongs to what was already folded: all of it with ICU.
    buffer.removeSubrange(place...)
    try Self.foldWithICU(Array(bytes[range]), into: &buffer)
    return buffer.count
  }

  /// The same for a buffer with room for the whole; nil if there is anything but ASCII and the letters of the table.
  private func foldLatin(_ bytes: [UInt8], in range: Range<Int>, into buffer: inout [UInt8], at place: Int) -> Int? {
    var output = buffer.mutableSpan
    var end = place
    var index = range.lowerBound
    while index < range.upperBound {
      let byte = bytes[index]
      if byte < 0x80 {
        output[end] = byte &- 0x41 < 26 ? byte | 0x20 : byte
        end += 1
        index += 1
      } else if byte < 0xCA {
        // Two bytes: U+0080 to U+027F.
        let entry = (Int(byte & 0x1F) << 6 | Int(bytes[index + 1] & 0x3F)) - 0x80
        for place in Int(tableStarts[entry])..<Int(tableStarts[entry + 1]) {
          output[end] = tableBytes[place]
          end += 1
        }
        index += 2
      } else {
        return nil
      }
    }
    return end
  }

  private static func foldWithICU(_ bytes: [UInt8], into folded: inout [UInt8]) throws(TextAnalysisError) {
    var code: Int32 = 0
    var capacity = bytes.count + 16
    while true {
      var needed: Int32 = 0
      // Safe: ICU reads `bytes.count` bytes of `bytes` and writes at most `capacity` into memory of that size; only the
      // bytes that it says it wrote are declared initialized.
      let buffer = unsafe [UInt8](unsafeUninitializedCapacity: capacity) { output, initialized in
        unsafe bytes.withUnsafeBytes { input in
          unsafe output.withMemoryRebound(to: CChar.self) { output in
            needed = unsafe mostrador_icu_fold(
              input.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(input.count), output.baseAddress,
              Int32(output.count), &code)
          }
        }
        initialized = min(max(0, Int(needed)), capacity)
      }
      if needed < 0 || code > 0 { throw TextAnalysisError(call: "unorm2_normalize", code: code) }
      if Int(needed) <= capacity {
        folded.append(contentsOf: buffer)
        return
      }
      capacity = Int(needed)
    }
  }
}
