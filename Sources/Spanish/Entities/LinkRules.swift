import TextAnalysis

extension EntityScan {
  /// The top-level names that make a host out of a word with dots and no scheme. Anything longer needs `www.` or a scheme.
  private static let domains: Set<String> = [
    "com", "es", "net", "org", "info", "biz", "eu", "cat", "gal", "eus", "io", "co", "me", "app", "dev", "shop",
    "store",
    "online", "site", "xyz", "top", "uk", "fr", "de", "it", "pt", "mx", "ar", "cl", "pe", "us", "ru", "cn", "tk",
    "club", "link",
    "click", "live", "tv", "ly", "gl", "to", "cc", "ws", "support", "help", "gob", "edu", "gov", "br", "ec", "uy", "ve",
  ]

  /// E-mail addresses and links among the runs without spaces.
  func links(into found: inout [Candidate]) {
    var start = 0
    while start < atoms.count {
      var end = start + 1
      while end < atoms.count, isGlued(end) { end += 1 }
      if end - start > 2 { link(start, end, into: &found) }
      start = end
    }
  }

  private func link(_ start: Int, _ end: Int, into found: inout [Candidate]) {
    var first = start
    var last = end
    // Quotes and brackets around, sentence marks after.
    while first < last, atoms[first].symbol != 0, !shows(first, "@") { first += 1 }
    while last > first, atoms[last - 1].symbol != 0, !shows(last - 1, "/"), !shows(last - 1, "="), !shows(last - 1, "-")
    { last -= 1 }
    // «correo:ana@x.es» — a word and a colon before what is no scheme.
    if shows(first + 1, ":"), !shows(first + 2, "/"), isWord(first), first + 2 < last, !hasPort(first, last) {
      first += 2
    }
    guard last - first >= 3 else { return }
    let bytes = text.bytes[atoms[first].lower..<atoms[last - 1].upper]
    let hasScheme = bytes.starts(with: "http://".utf8) || bytes.starts(with: "https://".utf8) || schemeFolded(first)
    if !hasScheme, let at = bytes.firstIndex(of: UInt8(ascii: "@")), bytes.lastIndex(of: UInt8(ascii: "@")) == at {
      let local = bytes[..<at]
      let host = bytes[(at + 1)...]
      guard !local.isEmpty, isHost(host, needsKnownDomain: false), !local.contains(UInt8(ascii: "/")) else { return }
      let value = String(decoding: local, as: UTF8.self) + "@" + String(decoding: host, as: UTF8.self).lowercased()
      found.append(
        Candidate(kind: .email, atoms: first..<last, value: .text(value), rule: "email"))
      return
    }
    let host = Self.host(of: bytes, hasScheme: hasScheme)
    // «no ha llegado.me lo mandáis»: a forgotten space, unless a path follows.
    if !hasScheme, !bytes.contains(UInt8(ascii: "/")), host.hasSuffix(".me") || host.hasSuffix(".de") { return }
    let www = bytes.count > 4 && host.lowercased().hasPrefix("www.")
    guard hasScheme ? !host.isEmpty : isHost(ArraySlice(host.utf8), needsKnownDomain: !www) else { return }
    found.append(
      Candidate(
        kind: .url, atoms: first..<last, value: .url(String(decoding: bytes, as: UTF8.self), host: host.lowercased()),
        rule: hasScheme ? "url" : "url-without-scheme"))
  }

  private func hasPort(_ first: Int, _ last: Int) -> Bool { isDigits(first + 2) }

  private func schemeFolded(_ i: Int) -> Bool {
    (isFolded(i, "http") || isFolded(i, "https") || isFolded(i, "ftp")) && shows(i + 1, ":") && shows(i + 2, "/")
      && shows(i + 3, "/")
  }

  /// The host as a browser takes it: after the last `@` of the authority, before its port, whatever letters it is written in.
  static func host(of url: ArraySlice<UInt8>, hasScheme: Bool) -> String {
    var rest = url
    if hasScheme, let colon = rest.firstIndex(of: UInt8(ascii: ":")) { rest = rest[min(rest.endIndex, colon + 3)...] }
    let authorityEnd = rest.firstIndex { "/?#\\".utf8.contains($0) } ?? rest.endIndex
    var authority = rest[..<authorityEnd]
    if let at = authority.lastIndex(of: UInt8(ascii: "@")) { authority = authority[(at + 1)...] }
    if authority.first == UInt8(ascii: "["), let close = authority.firstIndex(of: UInt8(ascii: "]")) {
      return String(decoding: authority[...close], as: UTF8.self)
    }
    if let colon = authority.lastIndex(of: UInt8(ascii: ":")) { authority = authority[..<colon] }
    return String(decoding: authority, as: UTF8.self)
  }

  private func isHost(_ host: ArraySlice<UInt8>, needsKnownDomain: Bool) -> Bool {
    let labels = host.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    guard labels.count >= 2, let top = labels.last, top.count >= 2, top.allSatisfy({ !AtomClass.isDigit($0) }) else {
      return !needsKnownDomain && labels.count == 4
        && labels.allSatisfy { CheckDigits.digits($0).map { $0 < 256 } ?? false }
    }
    for label in labels {
      let plain = label.allSatisfy {
        AtomClass.isLetter($0) || AtomClass.isDigit($0) || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "_")
          || $0 >= 128
      }
      guard plain, !label.isEmpty else { return false }
    }
    return !needsKnownDomain || Self.domains.contains(String(decoding: top, as: UTF8.self).lowercased())
  }
}
