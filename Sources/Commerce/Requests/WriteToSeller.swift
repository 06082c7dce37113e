package import Foundation

/// Sends a message to the external seller of an order, in the customer's words (SEL4, SEL5, RET4, INV2).
package struct WriteToSeller: ShopRequest {
  package static let operation = OrderOperation.writeToSeller

  package enum Outcome: Codable, Hashable, Sendable {
    /// The seller answers by e-mail until then.
    case sent(seller: Seller, answerBy: Date)
    /// The shop sells it itself.
    case ownSeller
    case notFound
  }

  package var order: String
  package var text: String

  package init(order: String, text: String) {
    self.order = order
    self.text = text
  }

  package func carryOut(on desk: inout ShopDesk) -> Outcome {
    guard let place = desk.place(ofOrder: order) else { return .notFound }
    let seller = desk.orders[place].seller
    guard seller.kind == .external else { return .ownSeller }
    desk.note(.sellerMessage, text, onOrderAt: place)
    return .sent(
      seller: seller, answerBy: desk.calendar.deadline(after: desk.policies.sellerReplyWorkingDays, from: desk.now))
  }
}

/// Puts a claim or a report about an order on record; people take it from there (SEL6, SEL7).
package struct FileReport: ShopRequest {
  package static let operation = OrderOperation.fileReport

  package enum Kind: String, Codable, Hashable, Sendable, CaseIterable {
    case guarantee, counterfeit
  }

  package enum Outcome: Codable, Hashable, Sendable {
    case filed(seller: Seller)
    /// The guarantee is about what others sell.
    case ownSeller
    case alreadyFiled
    case notFound
  }

  package var order: String
  package var kind: Kind
  package var text: String

  package init(order: String, kind: Kind, text: String = "") {
    self.order = order
    self.kind = kind
    self.text = text
  }

  package func carryOut(on desk: inout ShopDesk) -> Outcome {
    guard let place = desk.place(ofOrder: order) else { return .notFound }
    let record = desk.orders[place]
    let note: NoteKind = kind == .guarantee ? .guaranteeClaim : .counterfeit
    if kind == .guarantee, record.seller.kind == .own { return .ownSeller }
    if record.order.notices.contains(where: { $0.text.hasPrefix(note.rawValue) }) { return .alreadyFiled }
    desk.note(note, text, onOrderAt: place)
    return .filed(seller: record.seller)
  }
}

/// Has messages about the delivery sent to a telephone (T5).
package struct SubscribeToSMS: ShopRequest {
  package static let operation = OrderOperation.subscribeToSMS

  package enum Outcome: Codable, Hashable, Sendable {
    case subscribed(phone: String)
    case alreadySubscribed(phone: String)
    /// Nothing of it is still to come.
    case nothingToCome
    case notFound
  }

  package var order: String
  /// E.164.
  package var phone: String

  package init(order: String, phone: String) {
    self.order = order
    self.phone = phone
  }

  package func carryOut(on desk: inout ShopDesk) -> Outcome {
    guard let place = desk.place(ofOrder: order) else { return .notFound }
    let open: Set<OrderStatus> = [.pending, .preparing, .shipped]
    guard desk.orders[place].order.lines.contains(where: { open.contains($0.status) }) else { return .nothingToCome }
    let note = "\(NoteKind.smsUpdates.rawValue): \(phone)"
    if desk.orders[place].order.notices.contains(where: { $0.text == note }) { return .alreadySubscribed(phone: phone) }
    desk.note(.smsUpdates, phone, onOrderAt: place)
    return .subscribed(phone: phone)
  }
}
