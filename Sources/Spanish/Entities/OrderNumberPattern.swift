/// A shop's order numbers, from the restricted pattern that its content writes: literals, `\d`, `\w`, classes `[A-Z0-9]`, counts `{n}`
/// and `{n,m}`.
///
/// It is matched over letters and digits alone, so that a customer may leave the hyphens out or type spaces for them; the
/// canonical form puts the literals back.
package struct OrderNumberPattern: Sendable {
  /// What is wrong with a pattern, for the author who wrote it.
  package enum Failure: Error, Equatable, Sendable {
    case empty
    case unclosedClass(offset: Int)
    case badCount(offset: Int)
    case unsupported(Character, offset: Int)
    /// A literal letter or digit only, nothing that varies.
    case nothingVaries
  }

  /// One place of the pattern: a set of ASCII bytes that stands `least...most` times.
  struct Element: Sendable {
    var accepts: [Bool]
    var least: Int
    var most: Int
    /// Set if it is one punctuation mark that may be typed as a space or left out.
    var separator: UInt8?
  }

  let elements: [Element]
  /// How many letters and digits a number has at least and at most.
  let length: ClosedRange<Int>
  /// Whether it could be anything: a short run of digits, with or without a letter, or letters only. Then its name must stand nearby.
  let needsContext: Bool
  let hasDigits: Bool

  package init(_ pattern: String) throws(Failure) {
    let bytes = Array(pattern.utf8)
    guard !bytes.isEmpty else { throw .empty }
    var elements: [Element] = []
    var varies = false
    var i = 0
    while i < bytes.count {
      let start = i
      var accepts = [Bool](repeating: false, count: 128)
      var separator: UInt8?
      switch bytes[i] {
      case UInt8(ascii: "\\"):
        guard i + 1 < bytes.count else { throw .unsupported("\\", offset: i) }
        let escaped = bytes[i + 1]
        if escaped == UInt8(ascii: "d") || escaped == UInt8(ascii: "w") {
          for digit in UInt8(ascii: "0")...UInt8(ascii: "9") { accepts[Int(digit)] = true }
          if escaped == UInt8(ascii: "w") {
            for letter in UInt8(ascii: "A")...UInt8(ascii: "Z") { accepts[Int(letter)] = true }
          }
          varies = true
        } else if AtomClass.isLetter(escaped) || AtomClass.isDigit(escaped) || escaped >= 128 {
          throw .unsupported(Character(Unicode.Scalar(escaped)), offset: i)
        } else {
          separator = escaped
        }
        i += 2
      case UInt8(ascii: "["):
        guard let close = bytes[i...].firstIndex(of: UInt8(ascii: "]")), close > i + 1 else {
          throw .unclosedClass(offset: i)
        }
        Self.fill(&accepts, from: bytes[(i + 1)..<close])
        varies = true
        i = close + 1
      case let byte where "(){}?*+|.^$".utf8.contains(byte) || byte >= 128:
        throw .unsupported(Character(Unicode.Scalar(byte)), offset: start)
      case let byte where AtomClass.isDigit(byte) || AtomClass.isLetter(byte):
        accepts[Int(AtomClass.upper(byte))] = true
        i += 1
      default:
        separator = bytes[i]
        i += 1
      }
      var counts = 1...1
      if i < bytes.count, bytes[i] == UInt8(ascii: "{") {
        guard let close = bytes[i...].firstIndex(of: UInt8(ascii: "}")),
          let read = Self.counts(bytes[(i + 1)..<close])
        else { throw .badCount(offset: i) }
        counts = read
        i = close + 1
      }
      elements.append(
        Element(accepts: accepts, least: counts.lowerBound, most: counts.upperBound, separator: separator))
    }
    guard varies else { throw .nothingVaries }
    self.elements = elements
    let solid = elements.filter { $0.separator == nil }
    length = solid.reduce(0) { $0 + $1.least }...solid.reduce(0) { $0 + $1.most }
    hasDigits = solid.contains { $0.accepts[48..<58].contains(true) }
    // «R2000004» is told from a plain number by its letter.
    let hasLetter = solid.contains { $0.least > 0 && !$0.accepts[48..<58].contains(true) }
    needsContext = !hasDigits || length.lowerBound < (hasLetter ? 6 : 9)
  }

  /// Fills `accepts` from the inside of a class: `A-Z0-9`.
  private static func fill(_ accepts: inout [Bool], from inside: ArraySlice<UInt8>) {
    var i = inside.startIndex
    while i < inside.endIndex {
      if i + 2 < inside.endIndex, inside[i + 1] == UInt8(ascii: "-"), inside[i] <= inside[i + 2], inside[i + 2] < 128 {
        for byte in inside[i]...inside[i + 2] { accepts[Int(AtomClass.upper(byte))] = true }
        i += 3
      } else {
        if inside[i] < 128 { accepts[Int(AtomClass.upper(inside[i]))] = true }
        i += 1
      }
    }
  }

  /// `3` or `3,5`.
  private static func counts(_ inside: ArraySlice<UInt8>) -> ClosedRange<Int>? {
    let numbers = inside.split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false)
      .map { Int(String(decoding: $0, as: UTF8.self)) }
    guard let first = numbers.first, let least = first, least >= 0, numbers.count <= 2 else { return nil }
    guard numbers.count == 2 else { return least...least }
    guard let most = numbers[1], most >= least, most < 100 else { return nil }
    return least...most
  }

  /// The canonical form of `solid` (letters and digits, upper case), or nil if it is no order number.
  ///
  /// Counts are taken greedily with one step back each: patterns of fixed counts, as shops use, need none.
  func canonical(_ solid: [UInt8]) -> String? {
    var output: [UInt8] = []
    guard length.contains(solid.count), match(solid, 0, 0, &output) else { return nil }
    return String(decoding: output, as: UTF8.self)
  }

  private func match(_ solid: [UInt8], _ at: Int, _ element: Int, _ output: inout [UInt8]) -> Bool {
    guard element < elements.count else { return at == solid.count }
    let current = elements[element]
    let length = output.count
    if let separator = current.separator {
      for _ in 0..<current.least { output.append(separator) }
      if match(solid, at, element + 1, &output) { return true }
      output.removeLast(output.count - length)
      return false
    }
    var taken = 0
    while taken < current.most, at + taken < solid.count, current.accepts[Int(solid[at + taken] & 127)] {
      output.append(solid[at + taken])
      taken += 1
    }
    while taken >= current.least {
      if match(solid, at + taken, element + 1, &output) { return true }
      guard taken > 0 else { break }
      taken -= 1
      output.removeLast(output.count - length - taken)
    }
    output.removeLast(output.count - length)
    return false
  }
}
