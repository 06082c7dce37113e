import Commerce
package import Dialogue
import Spanish

/// What flows may call, with everything that `check` needs to prove them.
package enum ActionCatalog {
  static let entries: [ActionEntry] =
    CustomerActions.entries + OrderActions.entries + CancelActions.entries + ModifyActions.entries
    + PaymentActions.entries
    + VariantActions.entries + ReturnActions.entries + LostActions.entries + MoneyActions.entries
    + SellerActions.entries + CatalogueActions.entries + [ActionRunner.productFacts]

  package static let signatures: [ActionSignature] = entries.map(\.signature)

  private static let byName = Dictionary(entries.map { ($0.signature.name, $0) }) { first, _ in first }

  static func entry(of action: String) -> ActionEntry? { byName[action] }

  /// `Intents/ACCIONES.md`.
  package static var document: String {
    """
    # Las acciones de los flujos

    Lo escribe `mostrador check --acciones`; no se edita a mano. Un paso `llama` nombra una acción, le da lo que recibe en `con` (lo que
    tenga el mismo nombre se pasa solo) y atiende en `segun` todos sus resultados. Las que llevan ✎ cambian algo: necesitan un
    `confirma` delante y el resultado `fallo`. Las que llevan 🔒 tocan la cuenta: enlaza antes `identificar_cuenta`.

    \(table)
    """
  }

  /// The table for authors, in Markdown: what each action takes, answers and fills.
  package static var table: String {
    let head = "| acción | para qué | recibe | resultados | rellena |\n|---|---|---|---|---|\n"
    return head
      + entries.map { entry in
        let signature = entry.signature
        let marks = (signature.writes ? " ✎" : "") + (entry.demand == .account ? " 🔒" : "")
        let inputs = signature.inputs.map { input in
          signature.words[input].map { "\(input) (\($0.joined(separator: " · ")))" } ?? input
        }
        return "| `\(signature.name)`\(marks) | \(entry.about) | \(inputs.joined(separator: ", ")) | "
          + "\(signature.outcomes.joined(separator: ", ")) | \(signature.outputs.joined(separator: ", ")) |\n"
      }.joined()
  }
}

/// How sure of the customer an action must be; which level that is says the policy `assurance`.
enum ActionDemand: Sendable {
  /// To see orders, to change them, to see or change what belongs to the account.
  case see, act, account

  func level(in demands: AssuranceDemands) -> Assurance {
    switch self {
    case .see: demands.see
    case .act: demands.act
    case .account: demands.account
    }
  }
}

/// What an action is called with.
struct ActionCall {
  var arguments: Slots
  /// Makes a writing action happen once.
  var key: String
}

/// One action: its contract, whom it may serve, and what it does.
struct ActionEntry: Sendable {
  typealias Body = @Sendable (ActionRunner) -> (ActionCall) throws(OrderServiceError) -> ActionResult

  let signature: ActionSignature
  /// What it is for, in Spanish, for the authors' table.
  let about: String
  let demand: ActionDemand?
  /// The outcome for somebody of whom the shop is not sure enough.
  let refusal: String
  let body: Body

  /// - Precondition: a demand comes with an outcome for its refusal: `sin_permiso` or `no_existe`.
  init(
    _ name: String, _ about: String, demand: ActionDemand? = nil, inputs: [String] = [], outcomes: [String],
    outputs: [String] = [], writes: Bool = false, words: [String: [String]] = [:], body: @escaping Body
  ) {
    signature = ActionSignature(
      name, inputs: inputs, outcomes: outcomes, outputs: outputs, writes: writes, words: words)
    self.about = about
    self.demand = demand
    refusal = ["sin_permiso", "no_existe", "ninguno", "nada"].first(where: outcomes.contains) ?? ""
    precondition(demand == nil || !refusal.isEmpty, "\(name) has no outcome for a customer who is not known")
    self.body = body
  }
}
