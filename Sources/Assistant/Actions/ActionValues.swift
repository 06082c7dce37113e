import Commerce
import Dialogue
import Foundation
import Spanish

/// How the actions show what the order service knows: money, days, lists, options.
extension ActionRunner {
  func money(_ money: Money) -> SlotValue { .money(money.amount, currency: money.currency) }

  func day(_ date: Date) -> SlotValue {
    let local = zone.local(date)
    let start = LocalTime(seconds: local.day * 86_400)
    return .interval(start: start, end: LocalTime(seconds: start.seconds + 86_400), grain: "day")
  }

  func moment(_ date: Date) -> SlotValue { .interval(start: zone.local(date), end: nil, grain: "minute") }

  func number(_ count: Int) -> SlotValue { .number(Decimal(count)) }

  func texts(_ texts: [String]) -> SlotValue { .list(texts.map { .text($0) }) }

  func yesNo(_ flag: Bool) -> SlotValue { .text(flag ? "si" : "no") }

  /// A word of the content for one of ours: `estados.enviado`.
  func word(_ path: String) -> String {
    settings[path]?.string ?? path.split(separator: ".").last.map(String.init) ?? ""
  }

  /// How a value reads in a sentence.
  func shown(_ value: SlotValue) -> String { SpanishFormatting.format(value, now: zone.local(now)) }

  // MARK: Lines

  func names(_ lines: [OrderLine]) -> SlotValue { texts(lines.map(\.name)) }

  func names(_ ids: [String], of order: Order) -> SlotValue { names(ids.compactMap(order.line)) }

  func lineOutputs(_ ids: [String], of order: Order) -> Slots {
    ["lineas": texts(ids), "productos": names(ids, of: order), "importe": money(order.total(of: ids))]
  }

  func lineOptions(_ ids: [String], of found: CustomerOrder) -> SlotValue {
    .list(
      ids.compactMap { id in
        found.order.line(id).map { line in
          option(
            line.id, label: label(of: line, among: ids, in: found), aliases: found.aliases(of: line),
            more: ["precio": money(line.total)])
        }
      })
  }

  /// The name, with its options where two lines bear the same one.
  private func label(of line: OrderLine, among ids: [String], in found: CustomerOrder) -> String {
    let twins = ids.compactMap(found.order.line).filter { $0.name == line.name }
    let values = options(of: line, in: found)
    return twins.count > 1 && !values.isEmpty ? "\(line.name) (\(values.joined(separator: ", ")))" : line.name
  }

  func options(of line: OrderLine, in found: CustomerOrder) -> [String] {
    guard let product = found.products[line.product], let variant = product.variant(line.variant) else { return [] }
    return product.values(of: variant)
  }

  func option(
    _ id: String, label: String, aliases: [String] = [], more: [String: SlotValue] = [:]
  ) -> SlotValue {
    .record(
      ["id": .text(id), "label": .text(label), "nombre": .text(label), "aliases": texts(aliases)]
        .merging(more) { _, new in new })
  }

  // MARK: Orders, methods, addresses, variants

  func orderOption(_ found: CustomerOrder) -> SlotValue {
    let names = found.order.lines.map(\.name)
    let aliases = names + found.order.lines.flatMap { found.aliases(of: $0) } + [found.order.address.city]
    return option(
      found.id, label: "\(SpanishFormatting.list(names)) (\(found.id))",
      aliases: found.seller.kind == .external ? aliases + [found.seller.name] : aliases)
  }

  func methodOption(_ method: PaymentMethod, isOriginal: Bool = false) -> SlotValue {
    let words = (settings["metodos.\(method.kind.rawValue)"]?.items ?? []).compactMap(\.string)
    let original = isOriginal ? (settings["metodos.original"]?.items ?? []).compactMap(\.string) : []
    let balance = method.balance.map { " (\(shown(money($0))))" } ?? ""
    return option(method.id, label: method.label + balance, aliases: [method.label] + words + original)
  }

  func addressText(_ address: Address) -> String {
    let street = [address.line1, address.line2].compactMap(\.self).joined(separator: ", ")
    return "\(street), \(address.postcode) \(address.city)"
  }

  func addressSlot(_ address: Address) -> SlotValue {
    let parts: [(String, String?)] = [
      ("name", address.name), ("line1", address.line1), ("line2", address.line2), ("city", address.city),
      ("region", address.region), ("postcode", address.postcode), ("country", address.country),
    ]
    return .record(Dictionary(uniqueKeysWithValues: parts.compactMap { key, part in part.map { (key, .text($0)) } }))
  }

  func address(in arguments: Slots) -> Address? {
    guard let value = arguments["direccion_nueva"], let line1 = value["line1"]?.string,
      let city = value["city"]?.string, let postcode = value["postcode"]?.string
    else { return nil }
    return Address(
      name: value["name"]?.string, line1: line1, line2: value["line2"]?.string, city: city,
      region: value["region"]?.string, postcode: postcode, country: value["country"]?.string ?? "ES")
  }

  func variantOption(_ variant: ProductVariant, of product: Product) -> SlotValue {
    let values = product.values(of: variant)
    let aliases = (product.options ?? []).flatMap { option in
      option.values.filter { variant.options[option.key] == $0.value }.flatMap { [$0.value] + ($0.aliases ?? []) }
    }
    let name = values.isEmpty ? product.name : values.joined(separator: ", ")
    return option(variant.id, label: "\(name) (\(shown(money(variant.price))))", aliases: [name] + aliases)
  }

  /// Which side pays a difference, for a flow to branch on.
  func side(of difference: Money) -> SlotValue {
    .text(difference.amount > 0 ? "pagar" : difference.amount < 0 ? "devolver" : "igual")
  }

  func balanceOutput(_ method: PaymentMethod?) throws(OrderServiceError) -> Slots {
    guard let method, method.kind == .giftCard,
      let balance = try account()?.paymentMethod(method.id)?.balance
    else { return [:] }
    return ["saldo": money(balance)]
  }
}
