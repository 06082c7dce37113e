import Dialogue
import Foundation
import Spanish

/// Whether senders and links have the form of the shop's own (PHI3–PHI6). It never says that something is safe.
///
/// Of several the worst counts: one foreign link makes a message foreign.
struct PhishingCheck {
  let settings: [String: SlotValue]

  /// What is wrong with an address, the least first.
  private enum Flaw: Int {
    /// One of ours, but a link of ours would begin with `https://`.
    case noHTTPS
    /// A number stands where a name should (PHI6).
    case number
    /// Made to read as one of ours and to lead elsewhere: a user name, a backslash or an escaped character before the path.
    case disguise
    case foreign
    /// Written with letters that look like those of the alphabet, or in the form that names with such letters take.
    case letters
  }

  /// Senders as `name@host`, links with the host that a browser takes.
  func verdict(onSenders senders: [String], links: [(text: String, host: String)]) -> ActionResult {
    guard !senders.isEmpty || !links.isEmpty else { return ActionResult("sin_datos") }
    let flawed =
      senders.compactMap { sender in flaw(ofSender: sender).map { (flaw: $0, shown: sender) } }
      + links.compactMap { link in
        flaw(ofLink: link.text, host: link.host).map { (flaw: $0, shown: Self.host(shownFor: link)) }
      }
    guard let worst = flawed.max(by: { $0.flaw.rawValue < $1.flaw.rawValue }) else { return ActionResult("coherente") }
    let (outcome, reason) =
      switch worst.flaw {
      case .noHTTPS: ("sin_https", "sin_https")
      case .number: ("sospechoso", "ip")
      case .disguise: ("sospechoso", "disfraz")
      case .foreign: ("sospechoso", "dominio")
      case .letters: ("sospechoso", "letras")
      }
    return ActionResult(outcome, ["motivo": .text(reason), "dudoso": .text(worst.shown)])
  }

  private var domains: [String] {
    var domains = (settings["shop.domains"]?.items ?? []).compactMap(\.string)
    if let domain = settings["shop.domain"]?.string, !domains.contains(domain) { domains.append(domain) }
    return domains
  }

  private func flaw(ofSender sender: String) -> Flaw? {
    let domain = sender.lastIndex(of: "@").map { Self.plain(sender[sender.index(after: $0)...]) } ?? ""
    if domains.contains(domain) { return nil }
    return Self.hasForeignLetters(domain) ? .letters : .foreign
  }

  private func flaw(ofLink link: String, host: String) -> Flaw? {
    if Self.authority(of: link).contains(where: { "@\\%".contains($0) }) { return .disguise }
    let host = Self.plain(host[...])
    if Self.isNumber(host) { return .number }
    guard domains.contains(where: { host == $0 || host.hasSuffix("." + $0) }) else {
      return Self.hasForeignLetters(host) ? .letters : .foreign
    }
    let scheme = link.range(of: "://").map { link[..<$0.lowerBound].lowercased() }
    // Without a scheme it is a name that somebody wrote down, not a link.
    return scheme == nil || scheme == "https" ? nil : .noHTTPS
  }

  /// Lower case, without the full stop of a name that is written out to the root.
  private static func plain(_ host: Substring) -> String {
    let host = host.lowercased()
    return host.hasSuffix(".") ? String(host.dropLast()) : host
  }

  private static func hasForeignLetters(_ host: String) -> Bool {
    host.utf8.contains { $0 >= 128 } || host.split(separator: ".").contains { $0.hasPrefix("xn--") }
  }

  /// An address of four numbers, in any of the ways in which browsers take one.
  private static func isNumber(_ host: String) -> Bool {
    host.hasPrefix("[") || host.hasPrefix("0x")
      || !host.isEmpty && host.allSatisfy { $0.isNumber || $0 == "." || $0 == ":" }
  }

  /// What stands between the scheme and the path.
  private static func authority(of link: String) -> Substring {
    let start = link.range(of: "://")?.upperBound ?? link.startIndex
    return link[start...].prefix { !"/?#".contains($0) }
  }

  /// Where a link leads, to be shown: of one in disguise, what stands behind the disguise.
  private static func host(shownFor link: (text: String, host: String)) -> String {
    authority(of: link.text).split(separator: "@").last.map(String.init) ?? link.host
  }
}
