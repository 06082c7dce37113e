import Commerce
import Dialogue
import Foundation
import Spanish
import Understanding

/// Performs the actions of the flows on the order service, for one customer at one moment.
///
/// Each action maps every outcome of the service to one of the outcomes that `ActionCatalog` declares. The extensions
/// hold them by system: customers, orders, changes, returns, money, sellers, catalogue and devices.
struct ActionRunner {
  let orders: any OrderService
  let customer: CustomerIdentity
  let now: Date
  let zone: TimeZone
  let hours: BusinessHours
  let settings: [String: SlotValue]
  let model: UnderstandingModel
  let said: Said
  let tongue: ShopTongue
  /// When the conversation began: sums go back to it.
  let since: Date
  /// The conversation's id: the case's number.
  let conversation: String
  /// What has been said, as text, for a copy.
  let wording: @Sendable () -> String

  /// Runs `action`; a service that does not answer is thrown. `key` makes a writing action happen once.
  func run(
    _ action: String, _ arguments: Slots, key: String
  ) throws(OrderServiceError) -> ActionResult {
    guard let entry = ActionCatalog.entry(of: action) else {
      throw .unavailable(.profile, cause: "no action is called \(action)")
    }
    if let demand = entry.demand, try !isAssured(for: demand) { return ActionResult(entry.refusal) }
    return try entry.body(self)(ActionCall(arguments: arguments, key: key))
  }

  /// Whether the customer is known as surely as the policy demands for this kind of action.
  func isAssured(for demand: ActionDemand) throws(OrderServiceError) -> Bool {
    let level = customer.isAnonymous ? .anonymous : Assurance(rawValue: customer.assurance) ?? .anonymous
    return level >= demand.level(in: try orders.profile().policies.assurance)
  }

  // MARK: What several actions need

  /// The customer's order that the call names; nil for a foreign one and for one that does not exist.
  func order(_ arguments: Slots) throws(OrderServiceError) -> CustomerOrder? {
    guard let id = arguments.text("pedido"), !customer.isAnonymous else { return nil }
    return try orders.order(id, of: customer.id, now: now)
  }

  func policies() throws(OrderServiceError) -> Policies { try orders.profile().policies }

  func account() throws(OrderServiceError) -> Customer? { try orders.customer(customer.id, now: now) }

  /// What was said, typos mended towards `names` where a word is strange: «la cafetrea».
  func told(towards names: @autoclosure () -> Set<String>) -> [String] {
    said.texts.map { model.mended($0, towards: names) }
  }

  var recognition: RecognitionContext { tongue.recognition(now: zone.local(now)) }

  var calendar: Commerce.WorkingCalendar { WorkingCalendar(holidays: hours.holidays) }
}
