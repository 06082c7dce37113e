import Commerce
import Dialogue
import Foundation
import Spanish
import Understanding

/// Who writes, what the account holds, and the hours of the desk.
enum CustomerActions {
  static let entries: [ActionEntry] = [
    ActionEntry(
      "cliente.estado", "Si se sabe quién escribe", outcomes: ["identificado", "anonimo"], outputs: ["nombre"],
      body: ActionRunner.customerState),
    ActionEntry(
      "cliente.nivel", "Si se sabe lo bastante bien para `ver`, `actuar` o tocar la `cuenta`", inputs: ["para"],
      outcomes: ["suficiente", "identificar", "autenticar"], words: ["para": ["ver", "actuar", "cuenta"]],
      body: ActionRunner.customerLevel),
    ActionEntry(
      "cliente.identificar",
      "Busca la cuenta por lo que el cliente ha dicho: correo y pedido, o nombre y código postal",
      inputs: ["correo", "pedido", "nombre", "codigo_postal"],
      outcomes: [
        "ok", "no_coincide", "falta_correo", "falta_pedido", "falta_nombre", "falta_codigo_postal", "no_se_puede",
        "demasiados_intentos",
      ],
      outputs: ["nombre", "via"], body: ActionRunner.identify),
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
      outputs: ["direccion_nueva", "direccion_texto", "direccion_parcial", "falta", "direcciones", "misma"],
      body: ActionRunner.resolveAddress),
    ActionEntry(
      "servicio.horario", "Si hay alguien atendiendo", outcomes: ["abierto", "cerrado"], outputs: ["abre"],
      body: ActionRunner.openingHours),
    ActionEntry(
      "direcciones.revisar",
      "Si lo último que ha dicho el cliente cambia la dirección nueva: «sí, pero el piso 3», «no, a otra»",
      demand: .see, inputs: ["direccion_nueva", "pedido"],
      outcomes: ["ok", "incompleta", "varias", "otra", "no_existe", ActionSignature.nothingNew],
      outputs: ["direccion_nueva", "direccion_texto", "direccion_parcial", "falta", "direcciones"],
      body: ActionRunner.reviewAddress),
    ActionEntry(
      "phishing.comprobar",
      "Si los remitentes y enlaces del mensaje tienen la forma de los nuestros; `motivo`: dominio, ip, disfraz, letras",
      inputs: ["remitente", "url"], outcomes: ["coherente", "sospechoso", "sin_https", "sin_datos"],
      outputs: ["motivo", "dudoso"], body: ActionRunner.checkPhishing),
    ActionEntry(
      "conversacion.copiar", "Manda por correo una copia de la conversación, con su número de caso y un resumen",
      inputs: ["correo"], outcomes: ["ok"], outputs: ["caso"], body: ActionRunner.copyConversation),
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
    guard customer.isAnonymous else { return ActionResult("ok", customer.name.map { ["nombre": .text($0)] } ?? [:]) }
    if said.identity.isExhausted(settings) { return ActionResult("demasiados_intentos") }
    let identity = said.identity.adding(answered(call.arguments))
    switch try identity.recognized(by: orders, now: now) {
    case .identified(let customer):
      var result = ActionResult("ok", ["nombre": .text(customer.name.first)])
      result.identified = customer
      return result
    case .noMatch:
      let isByName = !identity.names.isEmpty && !identity.postcodes.isEmpty
      return ActionResult("no_coincide", ["via": .text(isByName ? "nombre" : "correo")])
    case .incomplete:
      let knowsNoEmail = call.arguments.text("correo").map { !$0.contains("@") } ?? false
      var result = ActionResult(missing(of: identity, knowsNoEmail: knowsNoEmail, ways: try policies().identifyBy))
      // What was answered and cannot be read is asked for again.
      if result.outcome == "falta_codigo_postal" { result.cleared = ["codigo_postal"] }
      return result
    }
  }

  /// What the questions about it have brought.
  private func answered(_ arguments: Slots) -> SaidIdentity {
    var answered = SaidIdentity()
    answered.emails = arguments.text("correo").map { $0.contains("@") ? [$0] : [] } ?? []
    answered.orders = arguments.text("pedido").map { [$0] } ?? []
    answered.names = arguments.text("nombre").map { [bareName($0)] } ?? []
    answered.postcodes = arguments.text("codigo_postal").flatMap(AddressReader.postcode).map { [$0] } ?? []
    return answered
  }

  /// What to ask for next: the rest of the way that was begun, or the start of the first that the shop admits.
  private func missing(of identity: SaidIdentity, knowsNoEmail: Bool, ways: [String]) -> String {
    let byName = ways.contains("name+postcode")
    let byEmail = ways.contains { $0.hasPrefix("email") } && !(knowsNoEmail && byName)
    if byName, !identity.names.isEmpty { return "falta_codigo_postal" }
    if byName, !identity.postcodes.isEmpty { return "falta_nombre" }
    if byEmail { return identity.emails.isEmpty ? "falta_correo" : "falta_pedido" }
    return byName ? "falta_nombre" : "no_se_puede"
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
    var senders: [String] = []
    var links: [(text: String, host: String)] = []
    func add(_ value: SlotValue) {
      switch value {
      case .url(let text, let host) where !links.contains { $0.text == text }: links.append((text, host))
      case .text(let address) where address.contains("@") && address != customer.email && !senders.contains(address):
        senders.append(address)
      default: break
      }
    }
    for slot in ["url", "remitente"] { if let value = call.arguments[slot] { add(value) } }
    // A message may hold several; those of the message that was asked about all count.
    let entities = said.texts.lazy.map { text in
      model.understand(text, context: UnderstandingContext(recognition: recognition)).entities
        .filter { $0.kind == .url || $0.kind == .email }
    }.first { !$0.isEmpty }
    for entity in entities ?? [] { add(entity.value) }
    return PhishingCheck(settings: settings).verdict(onSenders: senders, links: links)
  }

  /// The text is made when it is sent: what is said until then belongs to it.
  func copyConversation(_ call: ActionCall) -> ActionResult {
    let number: Slots = ["caso": .text(conversation)]
    var result = ActionResult("ok", number)
    result.letter = Letter(
      template: Letter.conversation, to: call.arguments.text("correo") ?? "",
      details: ["fecha": day(since), "resumen": .text(said.texts.last ?? ""), "conversacion": .text(wording())])
    return result
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
        var result = found(address)
        result.outputs["misma"] = yesNo(address.isSamePlace(as: atHand?.order.address ?? account.address))
        return result
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
    switch reader.read(said.latest) {
    case .complete(let address) where address != planned: return found(address)
    case .missing(let parts):
      let missing = self.texts(parts.map { word("partes.\($0)") })
      return asked("incompleta", ["falta": missing, "direccion_parcial": .text(said.latest)])
    case .several(let addresses): return asked("varias", ["direcciones": options(addresses)])
    case .complete: break
    case .nothing where AddressReader.wantsOther(said.latest):
      return asked("otra", ["direcciones": options(reader.known)])
    case .nothing: break
    }
    return ActionResult(ActionSignature.nothingNew)
  }

  /// A whole address: what was said of one before has been used, or was another one.
  private func found(_ address: Address) -> ActionResult {
    var result = ActionResult(
      "ok", ["direccion_nueva": addressSlot(address), "direccion_texto": .text(addressText(address))])
    result.cleared = ["direccion_parcial"]
    return result
  }

  /// The question for an address is still open.
  private func asked(_ outcome: String, _ outputs: Slots) -> ActionResult {
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
