import Commerce
import Dialogue
import Foundation
import Spanish

/// Who writes, what the account holds, and the hours of the desk.
enum CustomerActions {
  static let entries: [ActionEntry] = [
    ActionEntry(
      "cliente.estado", "Si se sabe quién escribe", outcomes: ["identificado", "anonimo"], outputs: ["nombre"],
      body: ActionRunner.customerState),
    ActionEntry(
      "cliente.nivel", "Si se sabe lo bastante bien para `ver`, `actuar` o tocar la `cuenta`", inputs: ["para"],
      outcomes: ["suficiente", "identificar", "autenticar"], body: ActionRunner.customerLevel),
    ActionEntry(
      "cliente.identificar", "Busca la cuenta por correo y pedido, o por nombre y código postal",
      inputs: ["correo", "pedido", "nombre", "codigo_postal"], outcomes: ["ok", "no_coincide", "faltan_datos"],
      outputs: ["nombre"], body: ActionRunner.identify),
    ActionEntry(
      "cuenta.saldo", "Saldo de las tarjetas regalo", demand: .account, inputs: ["metodo_pago"],
      outcomes: ["uno", "varios", "ninguno", "sin_permiso"], outputs: ["saldo", "metodo", "saldos"],
      body: ActionRunner.balances),
    ActionEntry(
      "cuenta.direccion", "La dirección de la cuenta", demand: .account, outcomes: ["ok", "sin_permiso"],
      outputs: ["direccion_actual"], body: ActionRunner.accountAddress),
    ActionEntry(
      "cuenta.cambiar_direccion", "Cambia la dirección de la cuenta", demand: .account, inputs: ["direccion_nueva"],
      outcomes: ["ok", "sin_cambios", "sin_permiso"], outputs: ["direccion_texto"], writes: true,
      body: ActionRunner.changeAccountAddress),
    ActionEntry(
      "direcciones.resolver",
      "Entiende una dirección: escrita, «la de mi perfil», «la del pedido …», «la de Sevilla» o una parte",
      demand: .see, inputs: ["direccion", "direccion_parcial", "pedido"],
      outcomes: ["ok", "incompleta", "varias", "ninguna", "no_existe"],
      outputs: ["direccion_nueva", "direccion_texto", "direccion_parcial", "falta", "direcciones"],
      body: ActionRunner.resolveAddress),
    ActionEntry(
      "servicio.horario", "Si hay alguien atendiendo", outcomes: ["abierto", "cerrado"], outputs: ["abre"],
      body: ActionRunner.openingHours),
    ActionEntry(
      "direcciones.revisar", "Si lo último que ha dicho el cliente cambia la dirección nueva: «sí, pero el piso 3»",
      demand: .see, inputs: ["direccion_nueva", "pedido"], outcomes: ["ok", "no_existe", ActionSignature.nothingNew],
      outputs: ["direccion_nueva", "direccion_texto"], body: ActionRunner.reviewAddress),
    ActionEntry(
      "phishing.comprobar", "Si un remitente o un enlace tiene la forma de los nuestros", inputs: ["remitente", "url"],
      outcomes: ["coherente", "sospechoso", "sin_datos"], outputs: ["motivo"], body: ActionRunner.checkPhishing),
  ]
}

extension ActionRunner {
  func customerState(_ call: ActionCall) -> ActionResult {
    guard !customer.isAnonymous else { return ActionResult("anonimo") }
    return ActionResult("identificado", customer.name.map { ["nombre": .text($0)] } ?? [:])
  }

  func customerLevel(_ call: ActionCall) throws(OrderServiceError) -> ActionResult {
    let demand: ActionDemand =
      switch call.arguments.text("para") {
      case "cuenta": .account
      case "actuar": .act
      default: .see
      }
    if try isAssured(for: demand) { return ActionResult("suficiente") }
    let needed = demand.level(in: try policies().assurance)
    return ActionResult(needed == .authenticated ? "autenticar" : "identificar")
  }

  func identify(_ call: ActionCall) throws(OrderServiceError) -> ActionResult {
    let postcode = call.arguments.text("codigo_postal")
    let claim = IdentityClaim(
      email: call.arguments.text("correo"), order: call.arguments.text("pedido"),
      name: call.arguments.text("nombre").map(bareName),
      postcode: postcode.flatMap(AddressReader.postcode) ?? postcode)
    switch try orders.identify(claim, now: now) {
    case .identified(let customer):
      var result = ActionResult("ok", ["nombre": .text(customer.name.first)])
      result.identified = customer
      return result
    case .noMatch: return ActionResult("no_coincide")
    case .incomplete: return ActionResult("faltan_datos")
    }
  }

  /// «Soy Carmen Ortega» → «Carmen Ortega».
  private func bareName(_ said: String) -> String {
    let openings: Set<String> = ["soy", "me", "llamo", "mi", "nombre", "es", "completo", "a", "de"]
    let words = said.split { $0 == " " || $0 == "," || $0 == "." }
    return words.drop { openings.contains($0.lowercased()) }.joined(separator: " ")
  }

  func openingHours(_ call: ActionCall) -> ActionResult {
    guard let opens = hours.nextOpening(after: now, zone: zone) else { return ActionResult("abierto") }
    return ActionResult("cerrado", ["abre": moment(opens)])
  }

  func checkPhishing(_ call: ActionCall) -> ActionResult {
    PhishingCheck(settings: settings).run(call.arguments)
  }

  // MARK: The account

  func balances(_ call: ActionCall) throws(OrderServiceError) -> ActionResult {
    let cards = try account()?.paymentMethods.filter { $0.kind == .giftCard } ?? []
    let named = cards.filter { $0.id == call.arguments.text("metodo_pago") }
    let shownCards = named.isEmpty ? cards : named
    guard let first = shownCards.first else { return ActionResult("ninguno") }
    func balance(_ card: PaymentMethod) -> SlotValue { money(card.balance ?? .zero(shopCurrency(card))) }
    if shownCards.count == 1 {
      return ActionResult("uno", ["saldo": balance(first), "metodo": .text(first.label)])
    }
    return ActionResult("varios", ["saldos": texts(shownCards.map { "\($0.label): \(shown(balance($0)))" })])
  }

  private func shopCurrency(_ method: PaymentMethod) -> String {
    method.balance?.currency ?? settings["shop.currency"]?.string ?? "EUR"
  }

  func accountAddress(_ call: ActionCall) throws(OrderServiceError) -> ActionResult {
    guard let account = try account() else { return ActionResult("sin_permiso") }
    return ActionResult("ok", ["direccion_actual": .text(addressText(account.address))])
  }

  func changeAccountAddress(_ call: ActionCall) throws(OrderServiceError) -> ActionResult {
    guard let address = address(in: call.arguments) else { return ActionResult("sin_cambios") }
    let request = ChangeAccountAddress(address: address)
    switch try orders.perform(request, of: customer.id, key: call.key, now: now) {
    case .changed: return ActionResult("ok", ["direccion_texto": .text(addressText(address))])
    case .unchanged: return ActionResult("sin_cambios")
    case nil: return ActionResult("sin_permiso")
    }
  }

  func resolveAddress(_ call: ActionCall) throws(OrderServiceError) -> ActionResult {
    guard let account = try account() else { return ActionResult("no_existe") }
    let mine = try orders.orders(of: customer.id, now: now)
    let atHand = mine.first { $0.id == call.arguments.text("pedido") }
    let reader = AddressReader(
      profile: account.address, orders: mine.filter { $0.id != atHand?.id },
      base: atHand?.order.address ?? account.address, namesProfile: atHand != nil)
    let answer = call.arguments.text("direccion")
    let begun = call.arguments.text("direccion_parcial")
    var texts = answer.map { [$0] } ?? said.texts
    // What was missing completes what was said before.
    if let begun, let answer { texts.insert("\(begun), \(answer)", at: 0) }
    for text in texts {
      switch reader.read(text) {
      case .complete(let address):
        return ActionResult(
          "ok", ["direccion_nueva": addressSlot(address), "direccion_texto": .text(addressText(address))])
      case .missing(let parts):
        let missing = self.texts(parts.map { word("partes.\($0)") })
        return asked("incompleta", ["falta": missing, "direccion_parcial": .text(text)])
      case .several(let addresses): return asked("varias", ["direcciones": options(addresses)])
      case .nothing: continue
      }
    }
    return asked("ninguna", ["direcciones": options(reader.known)])
  }

  func reviewAddress(_ call: ActionCall) throws(OrderServiceError) -> ActionResult {
    guard let account = try account(), let planned = address(in: call.arguments) else {
      return ActionResult("no_existe")
    }
    let mine = try orders.orders(of: customer.id, now: now)
    let atHand = call.arguments.text("pedido")
    let reader = AddressReader(
      profile: account.address, orders: mine.filter { $0.id != atHand }, base: planned, namesProfile: atHand != nil)
    guard case .complete(let address) = reader.read(said.latest), address != planned else {
      return ActionResult(ActionSignature.nothingNew)
    }
    return ActionResult(
      "ok", ["direccion_nueva": addressSlot(address), "direccion_texto": .text(addressText(address))])
  }

  /// The question for an address is still open.
  private func asked(_ outcome: String, _ outputs: [String: SlotValue]) -> ActionResult {
    var result = ActionResult(outcome, outputs)
    result.cleared = ["direccion"]
    return result
  }

  private func options(_ addresses: [Address]) -> SlotValue {
    .list(
      addresses.map { address in
        option(addressText(address), label: addressText(address), aliases: [address.line1, address.city])
      })
  }
}
