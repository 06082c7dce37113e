import Commerce
import Dialogue
import Foundation
import Spanish
import TextAnalysis
import Understanding

/// What the customer has said in a task: the words of this turn, and those that began the task.
///
/// Actions look for what is wished in the newest words first: «cámbiame la camiseta por una azul» says which variant
/// before anybody asks for it.
struct Said: Sendable {
  var latest: String
  var opening: String
  /// What somebody who is not known yet has said of who they are.
  var identity: SaidIdentity
  /// The order spoken of last.
  var recentOrder: String?

  init(
    latest: String = "", opening: String = "", identity: SaidIdentity = SaidIdentity(), recentOrder: String? = nil
  ) {
    self.latest = latest
    self.opening = opening
    self.identity = identity
    self.recentOrder = recentOrder
  }

  /// Whether some words go on with what was done before: «y cambia también…», «ahora mándalo a…».
  var goesOn: Bool {
    texts.contains { text in
      Words.list(text).prefix(3).contains { ["y", "ahora", "tambien", "ademas", "ya"].contains($0) }
    }
  }

  /// The newest first, each once, empty ones left out.
  var texts: [String] {
    let texts = opening == latest ? [latest] : [latest, opening]
    return texts.filter { !$0.isEmpty }
  }
}

extension OrderTraits {
  /// The traits that a text names. Cost: one run of the understanding, for dates, amounts and numbers.
  init(reading text: String, model: UnderstandingModel, recognition: RecognitionContext, zone: TimeZone) {
    let tokens = Words.list(text)
    self.init(words: Words.content(of: [text]))
    let entities = model.understand(text, context: UnderstandingContext(recognition: recognition)).entities
    for entity in entities {
      switch entity.value {
      case .interval(let start, let end, _) where entity.kind == .datetime:
        from = start.map { zone.date($0) }
        until = end.map { zone.date($0) }
      case .money(let value, let currency): amount = Money(value, currency)
      case .number(let number) where entity.kind == .number:
        let start = text.utf8.index(text.startIndex, offsetBy: entity.range.upper, limitedBy: text.endIndex)
        let next = start.flatMap { Words.list(String(text[$0...])).first }
        if let next, let count = Int("\(number)"), count > 1 { counts[next] = count }
      default: break
      }
    }
    for (index, word) in tokens.enumerated() {
      if ["ultimo", "ultima", "reciente"].contains(word) { place = .newest }
      if ["primero", "primera", "primer", "antiguo", "antigua"].contains(word) { place = .oldest }
      let isPrice = index > 0 && ["mas", "meno", "menos"].contains(tokens[index - 1])
      if isPrice, ["caro", "cara"].contains(word) { place = .dearest }
      if isPrice, ["barato", "barata"].contains(word) { place = .cheapest }
      let before = tokens[..<index].suffix(3)
      // «La camiseta pendiente», but not «no me habéis entregado» nor «estoy pendiente».
      let isSaidOfIt = before.last.map { !OrderTraits.auxiliaries.contains($0) } ?? false
      if isSaidOfIt, let status = OrderTraits.participles[word] { statuses.insert(status) }
    }
  }

  /// What «la que me llegó» and «los que no he recibido» tell.
  static func arrival(in text: String) -> Set<OrderStatus> {
    let words = Words.list(text)
    if zip(words, words.dropFirst()).contains(where: { $0 == "ya" && ["tengo", "tenemo"].contains($1) }) {
      return [.delivered]
    }
    guard let at = words.firstIndex(where: arrivals.contains) else { return [] }
    return words[..<at].suffix(3).contains("no") ? [.pending, .preparing, .shipped] : [.delivered]
  }

  private static let arrivals: Set<String> = [
    "mandastei", "mandaron", "enviastei", "enviaron", "queda", "quedan", "aprieta", "aprietan", "llego", "llegaron",
    "llegado", "recibi", "recibio", "recibido", "recibida", "recibimo", "trajeron", "vino",
  ]

  /// What tells of doing, or of the customer, in front of a participle.
  private static let auxiliaries: Set<String> = [
    "no", "sin", "he", "ha", "han", "hemo", "habei", "habeis", "haber", "habia", "sido", "fue", "estoy", "quedo",
    "me", "lo", "os", "se", "ni", "aun", "que", "de", "y", "a",
  ]

  private static let participles: [String: OrderStatus] = [
    "enviado": .shipped, "entregado": .delivered, "entregada": .delivered, "pendiente": .pending,
    "cancelado": .cancelled,
    "devuelto": .returned,
  ]
}
