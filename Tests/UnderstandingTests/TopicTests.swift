import Testing

@testable import Understanding

/// What is suggested when nothing wins, and in which language a message is.
@Suite struct TopicTests {
  /// Term 0 stands in every document, term `d + 1` in document `d` alone.
  private static let index = TopicIndex(
    counts: (Int32(0)..<30).map { [0: 1, $0 + 1: 2] } + [[:]], termCount: 40)

  private func documents(_ words: [[Int32]]) -> [Int] {
    var search = Self.index.search()
    for terms in words {
      search.beginWord(certainty: 1)
      for term in terms { search.add(term) }
      search.endWord()
    }
    return search.best().map(\.document)
  }

  @Test func aRareWordFindsItsDocument() { #expect(documents([[5]]) == [4]) }

  @Test func severalReadingsSuggestSeveral() { #expect(documents([[5, 9]]) == [4, 8]) }

  @Test func atMostThree() { #expect(documents([[1, 2, 3, 4, 5]]) == [0, 1, 2]) }

  @Test(
    "nothing to suggest",
    arguments: [[], [[0]], [[35]], [[5], [], [], []]] as [[[Int32]]])
  func nothing(words: [[Int32]]) { #expect(documents(words).isEmpty) }

  @Test(
    "other languages, recognized words or not",
    arguments: [
      ("I want to cancelar my order please", "en"), ("quero cancelar o meu pedido", "pt"),
      ("eu quero devolver um produto que comprei", "pt"), ("je veux annuler ma commande", "fr"),
      ("ich möchte meine Bestellung stornieren", "de"), ("voglio annullare il mio ordine", "it"),
      ("vull cancel·lar la meva comanda", "ca"), ("nire eskaera ez da iritsi, non dago", "eu"),
      ("Где мой заказ?", "ru"), ("我想取消订单", "zh"), ("注文をキャンセルしたい", "ja"), ("أين طلبي", "ar"),
    ])
  func languages(message: String, language: String) throws {
    let understanding = try UnderstandingFixture.understand(message)
    #expect(understanding.language == language)
    #expect(understanding.intents.isEmpty && understanding.suggestions.isEmpty)
  }

  @Test(
    "Spanish with foreign names in it",
    arguments: [
      "quiero cancelar el pedido de The Lord of the Rings", "devolver Galaxy Watch for men", "mi pedido on the go",
      "kiero kanselar mi pedido", "me e ekibocado con el pedio",
    ])
  func spanish(message: String) throws { #expect(try UnderstandingFixture.understand(message).language == "es") }
}
