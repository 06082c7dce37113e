/// Finds e-mail addresses and URLs in a run of bytes without white space.
///
/// Not a validator: «ana@gmail» is an address with a slip in it, and the dialogue can ask about it only if it is whole.
struct AddressScanner {
  let bytes: [UInt8]

  /// An address in the message.
  struct Address: Equatable {
    var lower: Int
    var upper: Int
    var kind: TokenKind
  }

  /// Top-level domains that make a URL of a bare «amazon.es». Short, because customers forget the space after a full stop:
  /// «no ha llegado.me lo mandáis?» is no address. Behind `www.`, before a path or after `@` any ending of letters will do.
  private static let bareTopLevels: [[UInt8]] = [
    "es", "com", "net", "org", "eu", "info", "io", "cat", "gal", "eus", "app", "shop", "store", "online", "site", "xyz",
    "top", "mx", "co", "uk", "fr", "pt",
  ].map { Array($0.utf8) }

  /// The addresses in `run`, in order and apart. Cost: O(bytes).
  func addresses(in run: Range<Int>) -> [Address] {
    var found: [Address] = []
    var index = run.lowerBound
    while index < run.upperBound {
      guard let (address, next) = address(at: index, in: run) else { break }
      if let address { found.append(address) }
      index = max(next, index + 1)
    }
    return found
  }

  /// The address in the first candidate at or behind `index`, and where to look on; nil at the end of the run.
  ///
  /// A candidate is a longest stretch of mailbox characters; every byte is in at most one.
  private func address(at index: Int, in run: Range<Int>) -> (Address?, Int)? {
    var lower = index
    while lower < run.upperBound, !bytes[lower].isASCIIAlphanumeric, bytes[lower] < 0xC3 { lower += 1 }
    if lower == run.upperBound { return nil }
    var upper = lower
    while upper < run.upperBound, bytes[upper].isMailboxPart { upper += 1 }
    if upper == lower { return (nil, lower + 1) }
    if upper < run.upperBound, bytes[upper] == UInt8(ascii: "@"), let end = mailHostEnd(from: upper + 1, in: run) {
      return (Address(lower: lower, upper: end, kind: .email), end)
    }
    if isSchemeMark(at: upper, in: run), bytes[lower..<upper].allSatisfy(\.isASCIILetter),
      let end = urlEnd(from: upper + 3, in: run), end > upper + 3
    {
      return (Address(lower: lower, upper: end, kind: .url), end)
    }
    if let end = hostEnd(lower..<upper, in: run) {
      return (Address(lower: lower, upper: end, kind: .url), end)
    }
    return (nil, upper)
  }

  /// Where the host after an `@` ends; nil if there is none.
  private func mailHostEnd(from lower: Int, in run: Range<Int>) -> Int? {
    var upper = lower
    while upper < run.upperBound, bytes[upper].isHostPart { upper += 1 }
    upper = withoutGluedSentence(lower..<trimmed(lower..<upper))
    return bytes[lower..<upper].contains(where: \.isASCIILetter) ? upper : nil
  }

  /// Where the URL ends that begins with the host in `candidate`; nil if that is no host.
  private func hostEnd(_ candidate: Range<Int>, in run: Range<Int>) -> Int? {
    guard bytes[candidate].contains(UInt8(ascii: ".")) else { return nil }
    var upper = candidate.lowerBound
    while upper < candidate.upperBound, bytes[upper].isHostPart { upper += 1 }
    if upper < candidate.upperBound { return nil }
    let hasPath =
      upper + 1 < run.upperBound && bytes[upper] == UInt8(ascii: "/") && bytes[upper - 1] != UInt8(ascii: ".")
    let host = candidate.lowerBound..<withoutGluedSentence(candidate.lowerBound..<trimmed(candidate))
    let labels = bytes[host].split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    guard let last = labels.last, labels.count > 1, !labels.contains(where: \.isEmpty) else { return nil }
    let startsWithWWW =
      labels.count > 2 && labels[0].count == 3 && labels[0].allSatisfy { $0 | 0x20 == UInt8(ascii: "w") }
    let anyEnding = last.count >= 2 && last.count <= 6 && last.allSatisfy(\.isASCIILetter)
    guard
      startsWithWWW && anyEnding || hasPath && anyEnding && upper == host.upperBound && last.count <= 4
        || isTopLevel(last)
    else { return nil }
    guard labels.dropLast().contains(where: { $0.contains(where: \.isASCIILetter) }) else { return nil }
    return upper == host.upperBound ? urlEnd(from: upper, in: run) : host.upperBound
  }

  /// Where a URL ends whose host begins, or has just ended, at `lower`.
  private func urlEnd(from lower: Int, in run: Range<Int>) -> Int? {
    var upper = lower
    while upper < run.upperBound, bytes[upper].isHostPart || bytes[upper] == UInt8(ascii: "@") { upper += 1 }
    if upper < run.upperBound {
      switch bytes[upper] {
      case UInt8(ascii: ":") where upper + 1 < run.upperBound && bytes[upper + 1].isDigit, UInt8(ascii: "/"),
        UInt8(ascii: "#"):
        while upper < run.upperBound, bytes[upper].isURLPart { upper += 1 }
      case UInt8(ascii: "?") where upper + 1 < run.upperBound && bytes[upper + 1].isASCIIAlphanumeric:
        while upper < run.upperBound, bytes[upper].isURLPart { upper += 1 }
      default:
        break
      }
    }
    return trimmed(lower..<upper)
  }

  /// The end of `range` without punctuation that belongs to the sentence. A closing bracket stays if it was opened inside.
  private func trimmed(_ range: Range<Int>) -> Int {
    var upper = range.upperBound
    var open = 0
    for byte in bytes[range] {
      if byte == UInt8(ascii: "(") || byte == UInt8(ascii: "[") { open += 1 }
      if byte == UInt8(ascii: ")") || byte == UInt8(ascii: "]") { open -= 1 }
    }
    while upper > range.lowerBound {
      let byte = bytes[upper - 1]
      if byte == UInt8(ascii: ")") || byte == UInt8(ascii: "]") {
        if open >= 0 { break }
        open += 1
      } else if !byte.isTrailingPunctuation {
        break
      }
      upper -= 1
    }
    return upper
  }

  /// The end of a host without a sentence that a missing space glued to it: «amazon.es.Gracias» ends behind «es».
  private func withoutGluedSentence(_ host: Range<Int>) -> Int {
    var labelStart = host.lowerBound
    var knownEnd: Int?
    var index = host.lowerBound
    while index <= host.upperBound {
      if index == host.upperBound || bytes[index] == UInt8(ascii: ".") {
        let known = labelStart > host.lowerBound && isTopLevel(bytes[labelStart..<index])
        if known { knownEnd = index } else if index == host.upperBound { return knownEnd ?? index }
        labelStart = index + 1
      }
      index += 1
    }
    return host.upperBound
  }

  private func isTopLevel(_ label: ArraySlice<UInt8>) -> Bool {
    label.count <= 6
      && Self.bareTopLevels.contains { known in
        known.count == label.count && zip(known, label).allSatisfy { $0 == $1 | 0x20 }
      }
  }

  private func isSchemeMark(at index: Int, in run: Range<Int>) -> Bool {
    index + 3 <= run.upperBound && bytes[index] == UInt8(ascii: ":") && bytes[index + 1] == UInt8(ascii: "/")
      && bytes[index + 2] == UInt8(ascii: "/")
  }
}
