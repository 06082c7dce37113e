import Commerce
import Foundation
import Spanish

/// Who somebody says they are, over all turns in which they are not known yet; the newest first.
struct SaidIdentity: Hashable, Sendable {
  var emails: [String] = []
  var orders: [String] = []
  var names: [String] = []
  var postcodes: [String] = []
  /// How many messages named a whole combination, and no account fitted.
  var failures = 0

  /// Under which name the conversation remembers it.
  static let memory = "identidad"
  /// Of each kind so many are kept: whoever corrects more often than that starts again.
  private static let most = 3

  private static var kinds: [(String, WritableKeyPath<SaidIdentity, [String]>)] {
    [("correos", \.emails), ("pedidos", \.orders), ("nombres", \.names), ("codigos", \.postcodes)]
  }

  init() {}

  init(slot: SlotValue?) {
    for (name, path) in SaidIdentity.kinds {
      self[keyPath: path] = (slot?[name]?.items ?? []).compactMap(\.string)
    }
    if case .number(let count)? = slot?["fallos"] { failures = Int("\(count)") ?? 0 }
  }

  var slot: SlotValue {
    var values: [String: SlotValue] = ["fallos": .number(Decimal(failures))]
    for (name, path) in SaidIdentity.kinds { values[name] = .list(self[keyPath: path].map { .text($0) }) }
    return .record(values)
  }

  var isEmpty: Bool { SaidIdentity.kinds.allSatisfy { _, path in self[keyPath: path].isEmpty } }

  /// Whether so many guesses have failed that no more are taken; content says how many are.
  func isExhausted(_ settings: [String: SlotValue]) -> Bool {
    guard case .number(let most)? = settings["conversation.identity_tries"] else { return false }
    return Decimal(failures) >= most
  }

  /// With what was said later in front.
  func adding(_ newer: SaidIdentity) -> SaidIdentity {
    var sum = self
    for (_, path) in SaidIdentity.kinds {
      let all = newer[keyPath: path] + self[keyPath: path].filter { !newer[keyPath: path].contains($0) }
      sum[keyPath: path] = Array(all.prefix(SaidIdentity.most))
    }
    return sum
  }

  /// The account that some combination names; `noMatch` if one was complete and none fitted.
  ///
  /// Names and postcodes are said in pairs: what is checked is what a person at the counter would check.
  func recognized(by orders: any OrderService, now: Date) throws(OrderServiceError) -> IdentificationOutcome {
    var answer = IdentificationOutcome.incomplete
    for claim in claims {
      switch try orders.identify(claim, now: now) {
      case .identified(let account): return .identified(account)
      case .noMatch: answer = .noMatch
      case .incomplete: break
      }
    }
    return answer
  }

  private var claims: [IdentityClaim] {
    let byEmail = emails.flatMap { email in
      orders.isEmpty
        ? [IdentityClaim(email: email)] : orders.map { IdentityClaim(email: email, order: $0) }
    }
    return byEmail + names.flatMap { name in postcodes.map { IdentityClaim(name: name, postcode: $0) } }
  }
}
