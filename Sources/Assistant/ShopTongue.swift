import Commerce
import Spanish
import Understanding

/// What the shop at hand adds to the language: the names of its products and the look of its order numbers.
struct ShopTongue: Sendable {
  var wares = WareNames()
  private var orderNumber: OrderNumberPattern?

  /// The content's own language, as long as no shop answers.
  init() {}

  /// Nil when the service does not answer.
  init?(of orders: any OrderService, model: UnderstandingModel) {
    guard let profile = try? orders.profile(), let products = try? orders.products() else { return nil }
    wares = model.wareNames(products.flatMap { [$0.name] + $0.aliases })
    // A pattern that is none is left out: the content's holds.
    orderNumber = try? OrderNumberPattern(profile.orderNumber)
  }

  func recognition(now: LocalTime) -> RecognitionContext {
    var context = RecognitionContext(now: now)
    context.orderNumber = orderNumber
    return context
  }
}
