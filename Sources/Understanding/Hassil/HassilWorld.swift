package import TextAnalysis

/// What a message's surroundings bring: the devices, areas and floors that it can name, and the context it is said in.
/// Made once for as many messages as share it.
package struct HassilWorld: Sendable {
  struct Name: Sendable {
    var list: String
    var value: HassilListValue
    /// Folded words, and the words as written, in lower case.
    var folded: [[UInt8]]
    var exact: [[UInt8]]
  }

  private(set) var names: [Name] = []
  var context: [String: HassilValue] = [:]

  package init() {}

  /// - Parameter lists: list → its values, each with its output, and the context that it brings.
  package init(
    lists: [(list: String, text: String, context: [String: String])], context: [String: String],
    analyzer: TextAnalyzer
  ) {
    self.context = context.mapValues { .text($0) }
    for (list, text, context) in lists {
      let words = HassilText(text, analyzer: analyzer)
      guard !words.units.isEmpty else { continue }
      names.append(
        Name(
          list: list, value: HassilListValue(output: .text(text), context: context.mapValues { .text($0) }),
          folded: words.units.map { Array(words.text.foldedBytes[$0.folded]) },
          exact: words.units.indices.map { Array(words.lowercased($0).utf8) }))
    }
  }
}
