import Spanish

/// Whether a sender or a link has the form of the shop's own (PHI3–PHI6). It never says that something is safe.
struct PhishingCheck {
  let settings: [String: SlotValue]

  func run(_ arguments: [String: SlotValue]) -> ActionResult {
    if let sender = arguments["remitente"]?.string { return verdict(onSender: sender) }
    if case .url(let link, let host) = arguments["url"] { return verdict(onLink: link, host: host) }
    return ActionResult("sin_datos")
  }

  private var domains: [String] {
    var domains = (settings["shop.domains"]?.items ?? []).compactMap(\.string)
    if let domain = settings["shop.domain"]?.string, !domains.contains(domain) { domains.append(domain) }
    return domains
  }

  private func verdict(onSender sender: String) -> ActionResult {
    guard let at = sender.lastIndex(of: "@") else { return ActionResult("sin_datos") }
    let domain = sender[sender.index(after: at)...].lowercased()
    return domains.contains(domain) ? ActionResult("coherente") : suspicious("dominio")
  }

  private func verdict(onLink link: String, host: String) -> ActionResult {
    if !host.isEmpty, host.allSatisfy({ $0.isNumber || $0 == "." || $0 == ":" }) { return suspicious("ip") }
    guard domains.contains(where: { host == $0 || host.hasSuffix("." + $0) }) else { return suspicious("dominio") }
    return link.lowercased().hasPrefix("https://") ? ActionResult("coherente") : suspicious("sin_https")
  }

  private func suspicious(_ reason: String) -> ActionResult {
    ActionResult("sospechoso", ["motivo": .text(reason)])
  }
}
