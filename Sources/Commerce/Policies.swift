/// The shop's rules as values: names and defaults are those of the shop file's document.
package struct Policies: Codable, Hashable, Sendable {
  package var sellerCancelMinutes = 30
  package var bundlePartialCancelHours = 72
  package var cancellationAnswerMinutes = 60
  package var partialCancel = true
  package var cancellationRequest = true
  /// Nil: any reason, also none.
  package var cancelReasons: [String]?
  package var returnDays = 30
  package var refundBusinessDays = 7
  package var returnRefundTo = ["original"]
  package var replaceSameVariant = true
  package var afterDeliveryOnce = false
  package var modifyItemsOnce = false
  package var differenceBy = ["any_own_method"]
  package var giftCardMustCover = true
  package var giftCardAtOnce = true
  package var splitPayment = false
  package var lostMayHours = 24
  package var lostMustHours = 48
  package var sellerReplyWorkingDays = 2
  package var chargeMatchDays = 3
  package var identifyBy = ["email+order", "name+postcode"]
  package var assurance = AssuranceDemands()

  package init() {}

  /// What went wrong with a policy that somebody set.
  package enum Problem: Error, Hashable, Sendable {
    case unknownName
    /// `expected` says in Spanish, to the author, what the policy takes.
    case wrongValue(expected: String)
  }

  /// All names, in the order of the document.
  package static var names: [String] { settings.map(\.name) }

  /// Sets one policy by its name.
  package mutating func set(_ name: String, to value: PolicyValue) throws(Problem) {
    guard let setting = Policies.settings.first(where: { $0.name == name }) else { throw .unknownName }
    try setting.apply(&self, value)
  }

  /// The policies with these overrides, and what is wrong with those that could not be applied, by name.
  package func overridden(by overrides: [String: PolicyValue]) -> (policies: Policies, problems: [String: Problem]) {
    var policies = self
    var problems: [String: Problem] = [:]
    for (name, value) in overrides {
      do throws(Problem) {
        try policies.set(name, to: value)
      } catch {
        problems[name] = error
      }
    }
    return (policies, problems)
  }

  /// The value of one policy, for messages (`{policies.return_days}`) and for export; nil for an unknown name.
  package func value(of name: String) -> PolicyValue? {
    Policies.settings.first { $0.name == name }?.read(self)
  }

  // MARK: - The table of names

  private struct Setting: Sendable {
    let name: String
    let apply: @Sendable (inout Policies, PolicyValue) throws(Problem) -> Void
    let read: @Sendable (Policies) -> PolicyValue
  }

  private static let refundTargets = ["original", "gift_card", "any_own_method"]

  private static let settings: [Setting] = [
    number("seller_cancel_minutes", get: { $0.sellerCancelMinutes }, set: { $0.sellerCancelMinutes = $1 }),
    number(
      "bundle_partial_cancel_hours", get: { $0.bundlePartialCancelHours }, set: { $0.bundlePartialCancelHours = $1 }),
    number(
      "cancellation_answer_minutes", get: { $0.cancellationAnswerMinutes }, set: { $0.cancellationAnswerMinutes = $1 }),
    flag("partial_cancel", get: { $0.partialCancel }, set: { $0.partialCancel = $1 }),
    flag("cancellation_request", get: { $0.cancellationRequest }, set: { $0.cancellationRequest = $1 }),
    Setting(name: "cancel_reasons") { (policies, value) throws(Problem) in
      switch value {
      case .null: policies.cancelReasons = nil
      case .list(let reasons): policies.cancelReasons = reasons
      default: throw .wrongValue(expected: "null o una lista de motivos")
      }
    } read: {
      $0.cancelReasons.map(PolicyValue.list) ?? .null
    },
    number("return_days", get: { $0.returnDays }, set: { $0.returnDays = $1 }),
    number("refund_business_days", get: { $0.refundBusinessDays }, set: { $0.refundBusinessDays = $1 }),
    list("return_refund_to", of: refundTargets, get: { $0.returnRefundTo }, set: { $0.returnRefundTo = $1 }),
    flag("replace_same_variant", get: { $0.replaceSameVariant }, set: { $0.replaceSameVariant = $1 }),
    flag("after_delivery_once", get: { $0.afterDeliveryOnce }, set: { $0.afterDeliveryOnce = $1 }),
    flag("modify_items_once", get: { $0.modifyItemsOnce }, set: { $0.modifyItemsOnce = $1 }),
    list("difference_by", of: refundTargets, get: { $0.differenceBy }, set: { $0.differenceBy = $1 }),
    flag("gift_card_must_cover", get: { $0.giftCardMustCover }, set: { $0.giftCardMustCover = $1 }),
    flag("gift_card_at_once", get: { $0.giftCardAtOnce }, set: { $0.giftCardAtOnce = $1 }),
    flag("split_payment", get: { $0.splitPayment }, set: { $0.splitPayment = $1 }),
    number("lost_may_hours", get: { $0.lostMayHours }, set: { $0.lostMayHours = $1 }),
    number("lost_must_hours", get: { $0.lostMustHours }, set: { $0.lostMustHours = $1 }),
    number("seller_reply_working_days", get: { $0.sellerReplyWorkingDays }, set: { $0.sellerReplyWorkingDays = $1 }),
    number("charge_match_days", get: { $0.chargeMatchDays }, set: { $0.chargeMatchDays = $1 }),
    list(
      "identify_by", of: ["email+order", "name+postcode", "email"], get: { $0.identifyBy }, set: { $0.identifyBy = $1 }),
    Setting(name: "assurance") { (policies, value) throws(Problem) in
      guard case .table(let table) = value, let demands = policies.assurance.overridden(by: table) else {
        throw .wrongValue(expected: "see, act y account con anonymous, identified o authenticated")
      }
      policies.assurance = demands
    } read: {
      .table($0.assurance.table)
    },
  ]

  private static func number(
    _ name: String, get: @escaping @Sendable (Policies) -> Int, set: @escaping @Sendable (inout Policies, Int) -> Void
  ) -> Setting {
    Setting(name: name) { (policies, value) throws(Problem) in
      guard case .number(let number) = value, number >= 0 else { throw .wrongValue(expected: "un número entero") }
      set(&policies, number)
    } read: {
      .number(get($0))
    }
  }

  private static func flag(
    _ name: String, get: @escaping @Sendable (Policies) -> Bool, set: @escaping @Sendable (inout Policies, Bool) -> Void
  ) -> Setting {
    Setting(name: name) { (policies, value) throws(Problem) in
      guard case .flag(let flag) = value else { throw .wrongValue(expected: "true o false") }
      set(&policies, flag)
    } read: {
      .flag(get($0))
    }
  }

  /// A list of known words; one word alone stands for a list of one.
  private static func list(
    _ name: String, of words: [String], get: @escaping @Sendable (Policies) -> [String],
    set: @escaping @Sendable (inout Policies, [String]) -> Void
  ) -> Setting {
    Setting(name: name) { (policies, value) throws(Problem) in
      let items: [String]
      switch value {
      case .list(let list): items = list
      case .text(let word): items = [word]
      default: throw .wrongValue(expected: "una lista de \(words.joined(separator: ", "))")
      }
      guard items.allSatisfy(words.contains) else {
        throw .wrongValue(expected: "una lista de \(words.joined(separator: ", "))")
      }
      set(&policies, items)
    } read: {
      .list(get($0))
    }
  }
}

/// How sure the shop must be of who is writing, from nobody in particular to the host's word.
package enum Assurance: String, Codable, Hashable, Sendable, CaseIterable, Comparable {
  case anonymous, identified, authenticated

  package static func < (a: Assurance, b: Assurance) -> Bool { a.rank < b.rank }

  private var rank: Int {
    switch self {
    case .anonymous: 0
    case .identified: 1
    case .authenticated: 2
    }
  }
}

/// What each kind of action demands.
package struct AssuranceDemands: Codable, Hashable, Sendable {
  /// To see one's orders.
  package var see = Assurance.identified
  /// To cancel, return and change them.
  package var act = Assurance.identified
  /// To see or change what belongs to the account.
  package var account = Assurance.authenticated

  package init() {}

  /// The demands by name.
  fileprivate var table: [String: String] {
    ["see": see.rawValue, "act": act.rawValue, "account": account.rawValue]
  }

  /// The demands with these replaced; nil when a name or a level is unknown.
  fileprivate func overridden(by table: [String: String]) -> AssuranceDemands? {
    var demands = self
    for (name, word) in table {
      guard let level = Assurance(rawValue: word) else { return nil }
      switch name {
      case "see": demands.see = level
      case "act": demands.act = level
      case "account": demands.account = level
      default: return nil
      }
    }
    return demands
  }
}
