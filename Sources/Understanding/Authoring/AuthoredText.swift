/// An authored file as bytes, by lines: no byte order mark, and every line ends with a line feed alone.
///
/// Lines and columns count from 1, as in messages; a column is a Unicode scalar.
struct AuthoredText {
  private(set) var bytes: [UInt8]
  /// Where each line begins.
  private var lineStarts: [Int]

  private static let lineFeed = UInt8(ascii: "\n")

  init(_ text: String) {
    bytes = Array(text.utf8)
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes.removeFirst(3) }
    if bytes.contains(UInt8(ascii: "\r")) { bytes = Self.withoutCarriageReturns(bytes) }
    lineStarts = Self.lineStarts(of: bytes)
  }

  var string: String { String(decoding: bytes, as: UTF8.self) }

  /// The bytes of a line, without its line feed; nil beyond the last one.
  subscript(line number: Int) -> ArraySlice<UInt8>? {
    guard number >= 1, number <= lineStarts.count else { return nil }
    let end = number < lineStarts.count ? lineStarts[number] - 1 : bytes.count
    return bytes[lineStarts[number - 1]..<end]
  }

  /// The place of a column's first byte; nil if the line does not reach it.
  func offset(line number: Int, column: Int) -> Int? {
    guard let line = self[line: number] else { return nil }
    var left = column
    for offset in line.indices where Self.beginsScalar(bytes[offset]) {
      left -= 1
      if left == 0 { return offset }
    }
    return nil
  }

  /// How many scalars begin in `range`.
  func scalarCount(in range: Range<Int>) -> Int { bytes[range].count(where: Self.beginsScalar) }

  mutating func insert(_ scalar: Unicode.Scalar, at offset: Int) {
    bytes.insert(contentsOf: String(scalar).utf8, at: offset)
    lineStarts = Self.lineStarts(of: bytes)
  }

  private static func beginsScalar(_ byte: UInt8) -> Bool { byte & 0xC0 != 0x80 }

  private static func lineStarts(of bytes: [UInt8]) -> [Int] {
    var starts = [0]
    for index in bytes.indices where bytes[index] == lineFeed { starts.append(index + 1) }
    return starts
  }

  /// Of each line, without the one at its end: other systems put it there.
  private static func withoutCarriageReturns(_ bytes: [UInt8]) -> [UInt8] {
    bytes.indices.filter { index in
      bytes[index] != UInt8(ascii: "\r") || index + 1 < bytes.count && bytes[index + 1] != lineFeed
    }.map { bytes[$0] }
  }
}
