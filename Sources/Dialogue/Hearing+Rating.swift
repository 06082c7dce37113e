import Foundation
import Spanish
import Understanding

/// How the service was: a score from 1 to 5, in figures or in words, with what else the customer has to say.
extension DialogueTurn {
  /// «Un 4, muy bien pero tardasteis», «fatal», «paso»; another wish lets the question go, and what is no score is asked
  /// for once more.
  mutating func answerRating(_ heard: Heard, _ awaiting: Awaiting) -> Bool {
    let turnsAway = heard.domain.contains { !isAboutService($0.id) && !$0.id.hasPrefix(BuiltInIntent.smallTalk) }
    guard !turnsAway else {
      state.awaiting = nil
      return false
    }
    let score = score(in: heard)
    if let score, (1...5).contains(score) {
      rate(score, comment: heard.wordCount >= 3 ? heard.text : nil)
      return true
    }
    if score == nil, heard.says("no") || heard.says("saltar") || heard.says("dejalo") {
      state.awaiting = nil
      say(BuiltInMessage.goodbye)
      return true
    }
    // Abuse is an answer too, and asking again would be another.
    if heard.domain.contains(where: { BuiltInIntent.isTemper($0.id) }) || heard.holds(anyOf: dialogue.angryStems) {
      rate(1, comment: heard.text)
      return true
    }
    guard heard.domain.isEmpty, awaiting.misses == 0, score != nil || heard.wordCount <= 4 else {
      state.awaiting = nil
      return false
    }
    state.awaiting?.misses += 1
    say(BuiltInMessage.askRatingAgain.rawValue, options: awaiting.options)
    return true
  }

  /// Wishes that speak of the service itself, and so belong to its rating.
  private func isAboutService(_ intent: String) -> Bool {
    intent == BuiltInIntent.complaint || intent == BuiltInIntent.rating || intent.hasPrefix(BuiltInIntent.help)
  }

  /// The first number of the message if it is a score; else what its words are worth; else that number after all.
  private func score(in heard: Heard) -> Int? {
    let figure = heard.understanding.entities.lazy.compactMap { entity -> Int? in
      if entity.kind == .number, case .number(let number) = entity.value { Int("\(number)") ?? 0 } else { nil }
    }.first
    if let figure, (1...5).contains(figure) { return figure }
    return heard.value(ofSlot: "puntuacion", kind: BuiltInIntent.ratingWords)?.string.flatMap { Int($0) } ?? figure
  }

  /// A rating that nobody asked for: taken at once if it holds a score, asked for if not.
  mutating func takeRating(_ slots: Slots, said: String) {
    let number: Int? = if case .number(let number)? = slots["puntuacion"] { Int("\(number)") } else { nil }
    guard let score = number ?? slots["nota"]?.string.flatMap({ Int($0) }), (1...5).contains(score) else {
      return askRating()
    }
    state.rated = true
    rate(score, comment: said.split(separator: " ").count >= 8 ? said : nil)
  }

  /// A poor score is asked about; a comment that came with the score is kept.
  mutating func rate(_ score: Int, comment: String?) {
    state.awaiting = nil
    effects.append(.rate(score))
    if let comment { effects.append(.comment(comment, score: score)) }
    guard comment == nil, score <= 2 else { return say(BuiltInMessage.thanksForRating) }
    state.score = score
    say(BuiltInMessage.askComment)
    state.awaiting = Awaiting(slot: "comentario", kind: "text", purpose: .comment)
  }

  mutating func answerComment(_ heard: Heard) -> Bool {
    state.awaiting = nil
    let turnsAway = heard.domain.contains { !isAboutService($0.id) && !$0.id.hasPrefix(BuiltInIntent.smallTalk) }
    if turnsAway { return false }
    if let score = state.score, !heard.says("no"), !heard.says("saltar") {
      effects.append(.comment(heard.text, score: score))
    }
    state.score = nil
    say(BuiltInMessage.thanksForRating)
    return true
  }
}
