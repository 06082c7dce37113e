import Testing

@testable import Service

@Suite("lines out of bytes")
struct LineSplitterTests {
  /// Splits `text` as it arrives in pieces of `size` bytes, with lines of at most eight bytes.
  private func lines(_ text: String, size: Int) -> [LineSplitter.Line] {
    var splitter = LineSplitter(limit: 8)
    let bytes = Array(text.utf8)
    var lines: [LineSplitter.Line] = []
    for start in stride(from: 0, to: bytes.count, by: size) {
      lines += splitter.feed(bytes[start..<min(start + size, bytes.count)])
    }
    if let last = splitter.finish() { lines.append(last) }
    return lines
  }

  @Test(
    "the same lines, however they arrive",
    arguments: [
      ("", []), ("\n\n \t\r\n", []), ("a\nb\n", ["a", "b"]), ("a\nb", ["a", "b"]), ("a\r\nb\r\n", ["a\r", "b\r"]),
      ("12345678\n", ["12345678"]), ("123456789\n", [nil]), ("123456789", [nil]), ("123456789\nb\n", [nil, "b"]),
      ("a\n1234567890123456789012345\nb", ["a", nil, "b"]), ("ñandú\nsí\n", ["ñandú", "sí"]),
      ("a\u{2028}b\n", ["a\u{2028}b"]), ("         \n", [nil]),
    ] as [(String, [String?])])
  func split(text: String, expected: [String?]) {
    let wanted = expected.map { $0.map { LineSplitter.Line.text(Array($0.utf8)) } ?? .tooLong }
    for size in [1, 2, 3, 7, 64] { #expect(lines(text, size: size) == wanted, "in pieces of \(size)") }
  }

  @Test("a line of 10 MB costs no 10 MB")
  func long() {
    var splitter = LineSplitter(limit: 1_024)
    let piece = [UInt8](repeating: 0x61, count: 1 << 16)
    for _ in 0..<160 { #expect(splitter.feed(piece[...]).isEmpty) }
    #expect(splitter.feed([0x0A, 0x62, 0x0A]) == [.tooLong, .text([0x62])])
  }
}

@Suite("durations of admin.clock")
struct ClockDurationTests {
  @Test(
    "read",
    arguments: [
      ("PT31M", 1_860.0), ("P2D", 172_800), ("-PT1H", -3_600), ("P1W", 604_800), ("P1DT2H3M4S", 93_784), ("PT0S", 0),
    ])
  func read(text: String, seconds: Double) { #expect(ServiceMethod.duration(text) == seconds) }

  @Test(
    "refused", arguments: ["", "P", "PT", "31M", "P1M", "P1Y", "PT1D", "PT1S1M", "PT1.5H", "P-1D", "PT1H ", "PT١H"])
  func refused(text: String) { #expect(ServiceMethod.duration(text) == nil) }
}
